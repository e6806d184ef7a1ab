// Reads recorded programs and replays them on the library, through the package's own entries. Callers:
// replay.ts, vectors.test.ts.
import { readFileSync } from 'node:fs';
import { ILP32, LP64, useABI } from 'pybuffer';
import type { ABI } from 'pybuffer';
import * as runtime from 'pybuffer/runtime';
import { callables } from '../differential/callables.js';
import { Run, directly } from '../differential/ours.js';
import type { Machine } from '../differential/ours.js';
import type { Program } from '../differential/program.js';
import { pythonText } from '../differential/python-text.js';

/** A program, and what CPython returned: the result of each step, then the final state of each variable. */
export interface Vector {
  readonly program: Program;
  readonly results: readonly string[];
  /**
   * The results of this many first steps are not recorded, only the final states of the variables that they
   * set.
   */
  readonly skipped?: number;
  /** The memory it was recorded on: 32-bit when absent. */
  readonly abi?: 'LP64';
}

/**
 * The files of recorded programs, from the root of the repository: a broad sample, and those that once found
 * a fault.
 */
export const FILES = ['conformance/vectors/sample.jsonl', 'conformance/vectors/found.jsonl'] as const;

/** The final release's answers on 64-bit memory, for programs of the sample where they differ. */
export const WIDE_SAMPLE = 'conformance/vectors/sample-64-bit.jsonl';

/** Every function, operator and method with arguments of every kind: see record-calls.ts. */
export const CALLS = 'conformance/vectors/calls.jsonl';

/** Calls of everything with bytes in every form: see record-shapes.ts. */
export const SHAPED = 'conformance/vectors/shapes.jsonl';

/**
 * Reads the programs of {@link CALLS}: the first line has the common first steps, the others only the rest.
 */
export function readCalls(): Vector[] {
  const [objects, ...rows] = readFileSync(CALLS, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
  return (rows as [Program, string[]][]).map(([steps, results]) => ({
    program: [...(objects as Program), ...steps],
    results,
    skipped: (objects as Program).length,
    abi: 'LP64',
  }));
}

export function readVectors(file: string): Vector[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Vector);
}

/**
 * Replays vectors on the library, or on the machine that `machineOf` makes, and describes the first few that
 * differ as Python with both answers.
 */
export function replay(
  vectors: readonly Vector[],
  machineOf: (abi: ABI) => Machine = () => directly,
): {
  passed: number;
  failed: number;
  differences: string[];
} {
  const abi = useABI(LP64);
  const options = runtime.configure({ floats: 'box' });
  const differences: string[] = [];
  // Programs raise on purpose in __release_buffer__, which the library can only report on the console. Some
  // engines have no console.
  const host = globalThis as { console?: { error: unknown } };
  const error = host.console?.error;
  if (host.console !== undefined) host.console.error = () => undefined;
  let failed = 0;
  for (const { program, results, skipped = 0, abi: memory } of vectors) {
    const sizes = memory === 'LP64' ? LP64 : ILP32;
    useABI(sizes);
    const found = new Run(callables, machineOf(sizes)).run(program).slice(skipped);
    const at = results.findIndex((result, i) => result !== found[i]);
    if (at < 0) continue;
    failed++;
    if (differences.length < 5) {
      differences.push(`${pythonText(program)}\n#   CPython:  ${results[at]}\n#   pybuffer: ${found[at]}`);
    }
  }
  if (host.console !== undefined) host.console.error = error;
  useABI(abi);
  runtime.configure(options);
  return { passed: vectors.length - failed, failed, differences };
}
