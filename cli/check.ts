// `pybuffer check`: makes the calls that were recorded on CPython to a port, and shows the first difference as Python values.
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { firstDifference } from './compare.js';
import { Failure } from './failure.js';
import { factsText, readFacts } from './facts.js';
import { loadPort } from './port.js';
import { record } from './recording.js';
import { GREEN, RED, colored } from './terminal.js';

export interface CheckOptions {
  readonly file: string;
  readonly port: string;
  readonly cases?: string;
  readonly save?: string;
  readonly python?: string;
  readonly objects?: boolean;
  readonly box?: boolean;
}

/** Runs the command; returns 0 when the port agrees and 1 when it differs. */
export async function check(options: CheckOptions): Promise<number> {
  const { file, port: path } = options;
  const facts = file.endsWith('.json') ? readFacts(file) : record(file, options.cases, options.python);
  if (facts.steps.length === 0)
    throw new Failure(
      `${file} made no calls to record: give it a function cases(), examples in docstrings, or --cases FILE`,
    );
  if (options.save !== undefined) writeFileSync(options.save, factsText(facts));
  const port = await loadPort(path);
  const found = await firstDifference(facts, port, {
    plainObjects: options.objects ?? false,
    boxFloats: options.box ?? false,
  });
  const names = `${facts.module} on Python ${facts.python} and ${basename(path)}`;
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
