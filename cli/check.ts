// `pybuffer check`: repeats calls recorded on CPython on a port, and shows the first difference as Python
// values.
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { compareApart } from './apart.js';
import { Failure, UsageFailure } from './failure.js';
import { factsText, readFacts } from './facts.js';
import { checkFile } from './files.js';
import { record } from './recording.js';
import { GREEN, RED, colored } from './terminal.js';

export interface CheckOptions {
  readonly file: string;
  readonly port: string;
  readonly cases?: string;
  readonly save?: string;
  readonly python?: string;
  readonly timeout?: string;
  readonly objects?: boolean;
  readonly box?: boolean;
}

/** Runs the command; returns 0 when the port agrees and 1 when it differs. */
export async function check(options: CheckOptions): Promise<number> {
  const { file, port } = options;
  const seconds = secondsOf(options.timeout);
  for (const path of [file, port]) checkFile(path);
  const facts = file.endsWith('.json') ? readFacts(file) : record(file, options.cases, options.python);
  if (facts.steps.length === 0)
    throw new Failure(
      `${file} made no calls to record: give it a function cases(), examples in docstrings, or --cases FILE`,
    );
  if (options.save !== undefined) save(options.save, factsText(facts));
  const forms = { plainObjects: options.objects ?? false, boxFloats: options.box ?? false };
  const found = await compareApart({ facts, port, forms }, seconds);
  const names = `${facts.module} on Python ${facts.python} and ${basename(port)}`;
  if (found === null) {
    const calls = facts.steps.length === 1 ? '1 call' : `${facts.steps.length} calls`;
    process.stdout.write(`${colored(GREEN, 'ok')}: ${calls}, ${names} agree\n`);
    return 0;
  }
  const { step, number, lines } = found;
  process.stdout.write(
    `${colored(RED, 'differs')}: call ${number} of ${facts.steps.length} (${step.where}), ${names}\n` +
      [step.text, ...lines].map((line) => `  ${line}\n`).join(''),
  );
  return 1;
}

/** The time limit of a call, in seconds. */
function secondsOf(text = '60'): number {
  const seconds = text.trim() === '' ? NaN : Number(text);
  // The range of setTimeout, in milliseconds.
  if (seconds >= 0 && seconds * 1000 < 2 ** 31) return seconds;
  throw new UsageFailure(`--timeout takes a number of seconds, not ${text || "''"}`, 'check');
}

function save(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new Failure(`${path} cannot be written: ${(error as NodeJS.ErrnoException).code}`);
  }
}
