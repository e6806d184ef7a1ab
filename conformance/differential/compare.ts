// Compares the library with an oracle, program by program, by whole texts: nothing is left out. Callers:
// run.ts, shrink.ts.
import type { Oracle } from './oracle.js';
import type { Callables } from './ours.js';
import { Run } from './ours.js';
import type { Program } from './program.js';
import { pythonText } from './python-text.js';

/** A program on which the two sides differ, and the first difference. */
export interface Difference {
  readonly program: Program;
  /** The number of the step; numbers after the last step stand for final states of variables. */
  readonly at: number;
  readonly expected: string;
  readonly found: string;
  /** All answers of the oracle: of the steps, then the final states. */
  readonly answers: readonly string[];
}

export function differenceOf(
  program: Program,
  expected: readonly string[],
  found: readonly string[],
): Difference | null {
  const at = expected.findIndex((result, i) => result !== found[i]);
  if (at < 0) return null;
  return { program, at, expected: expected[at]!, found: String(found[at]), answers: expected };
}

/** Runs programs on both sides; null for those on which they agree. */
export async function differencesOf(
  programs: readonly Program[],
  callables: Callables,
  oracle: Oracle,
): Promise<(Difference | null)[]> {
  const expected = await oracle.ask(programs);
  return programs.map((program, i) => differenceOf(program, expected[i]!, new Run(callables).run(program)));
}

/**
 * The kind of a difference, so that each kind is reported once: the step, and the beginnings of the two
 * answers.
 */
export function kindOf({ program, at, expected, found }: Difference): string {
  const step = program[at];
  const name = step === undefined ? 'in the end' : `${step.op} ${step.name}`;
  const head = (text: string) =>
    text.startsWith('!') ? text.replace(/[0-9]+/g, 'N').slice(0, 60) : /^\w+/.exec(text)?.[0];
  return `${name} | ${head(expected)} | ${head(found)}`;
}

/** A difference as a Python program with both answers. */
export function told({ program, at, expected, found }: Difference): string {
  const where = at < program.length ? `v${at}` : `v${at - program.length}, in the end`;
  const answers = `# ${where}\n#   CPython:  ${expected}\n#   pybuffer: ${found}`;
  return `${pythonText(program)}\n${answers}\n# vector: ${JSON.stringify(program)}`;
}
