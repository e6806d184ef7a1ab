// The calls of a Python module that recording.ts records on CPython: their types, and the file that `check
// --save` writes.
import { readFileSync } from 'node:fs';
import { Failure } from './failure.js';
import type { Value } from './values.js';

/** One call of the module. */
export interface Step {
  readonly kind: 'call' | 'new' | 'method';
  readonly name: string;
  /** The call in Python syntax, and the line that made it. */
  readonly text: string;
  readonly where: string;
  /** The number of the object whose method this is. */
  readonly self?: number;
  readonly args: readonly Value[];
  readonly kwargs: Readonly<Record<string, Value>>;
  /** The arguments after the call, if it changed them. */
  readonly after?: readonly Value[];
  readonly value?: Value;
  /** Class and message of the exception, if the call raised one. */
  readonly error?: readonly [string, string];
}

export interface Facts {
  /** The name of the Python file, and the version of the Python that ran it. */
  readonly module: string;
  readonly python: string;
  readonly steps: readonly Step[];
}

/** Reads a file that `--save` wrote. */
export function readFacts(file: string): Facts {
  let facts: Partial<Facts>;
  try {
    facts = JSON.parse(readFileSync(file, 'utf8')) as Partial<Facts>;
  } catch (error) {
    throw new Failure(`${file} is not JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(facts?.steps)) throw new Failure(`${file} was not written by check --save`);
  return facts as Facts;
}

/** Writes one step per line, so that a changed fact changes one line. */
export function factsText({ module, python, steps }: Facts): string {
  const lines = steps.map((step) => JSON.stringify(step));
  return `{"module":${JSON.stringify(module)},"python":${JSON.stringify(python)},"steps":[\n${lines.join(',\n')}\n]}\n`;
}
