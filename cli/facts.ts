// What a Python module did, recorded on CPython by record.py or read from a file that `check --save` wrote.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recorder } from './assets.js';
import { Failure } from './failure.js';
import { progress } from './terminal.js';
import type { Value } from './values.js';

/** One call of the module. */
export interface Step {
  readonly kind: 'call' | 'new' | 'method';
  readonly name: string;
  /** As Python writes the call, and the line that made it. */
  readonly text: string;
  readonly where: string;
  /** The number of the object whose method this is. */
  readonly self?: number;
  readonly args: readonly Value[];
  readonly kwargs: Readonly<Record<string, Value>>;
  /** The arguments afterwards, where the call changed them. */
  readonly after?: readonly Value[];
  readonly value?: Value;
  /** The class and the message of what the call raised. */
  readonly error?: readonly [string, string];
}

export interface Facts {
  /** The Python file's name, and the version of the Python that answered. */
  readonly module: string;
  readonly python: string;
  readonly steps: readonly Step[];
}

/** The oldest Python that record.py runs on. */
const OLDEST = [3, 8] as const;

const isPython = (program: string) =>
  spawnSync(program, ['-c', `import sys; sys.exit(sys.version_info < ${`(${OLDEST.join(', ')})`})`])
    .status === 0;

/** The Python to ask: the one that is named, else the first one there is. */
export function findPython(named: string | undefined): string {
  const program = named ?? process.env['PYBUFFER_CPYTHON'];
  if (program) {
    if (!isPython(program)) throw new Failure(`${program} is no Python ${OLDEST.join('.')} or later`);
    return program;
  }
  const found = ['python3.15', 'python3', 'python'].find(isPython);
  if (found === undefined)
    throw new Failure('check needs CPython: none is on the PATH; name one with --python or PYBUFFER_CPYTHON');
  return found;
}

/** Runs the Python and records its calls. What it prints goes to stderr. */
export function record(file: string, cases: string | undefined, named: string | undefined): Facts {
  for (const path of [file, cases ?? file]) {
    if (!existsSync(path)) throw new Failure(`there is no file ${path}`);
  }
  const python = findPython(named);
  const folder = mkdtempSync(join(tmpdir(), 'pybuffer-check-'));
  const done = progress(`running ${file} on ${python} ...`);
  try {
    const out = join(folder, 'facts.json');
    const args = ['-X', 'utf8', '-B', recorder(), file, out, ...(cases === undefined ? [] : [cases])];
    const env = { ...process.env, PYTHONHASHSEED: '0' };
    const { status } = spawnSync(python, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
    done();
    if (status !== 0) throw new Failure(`${file} did not run to its end on ${python}`);
    return JSON.parse(readFileSync(out, 'utf8')) as Facts;
  } finally {
    done();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads a file that `--save` wrote. */
export function readFacts(file: string): Facts {
  if (!existsSync(file)) throw new Failure(`there is no file ${file}`);
  let facts: Partial<Facts>;
  try {
    facts = JSON.parse(readFileSync(file, 'utf8')) as Partial<Facts>;
  } catch (error) {
    throw new Failure(`${file} is no JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(facts?.steps)) throw new Failure(`${file} was not written by check --save`);
  return facts as Facts;
}
