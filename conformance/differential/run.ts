// Generated programs on CPython and on the library: npm run differential -- [--runs N] [--seed N] [--steps N]
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { loadPyodide } from 'pyodide';
import { ILP32, useABI } from '../../src/python/index.js';
import * as runtime from '../../src/runtime/index.js';
import { callables } from './callables.js';
import { generate } from './generate.js';
import { Run } from './ours.js';
import type { Program } from './program.js';
import { pythonText } from './python-text.js';

/** The seed of every run that gives none: a failure in CI is the same failure here. */
const SEED = 20260822;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '500' },
    seed: { type: 'string', default: String(SEED) },
    steps: { type: 'string', default: '12' },
    all: { type: 'boolean', default: false },
  },
});

/** The oracle: CPython, as a function from programs to results. */
export async function startOracle(): Promise<(program: Program) => string[]> {
  const python = await loadPyodide({ env: { PYTHONHASHSEED: '0', HOME: '/home/pyodide' } });
  const source = readFileSync(fileURLToPath(new URL('oracle.py', import.meta.url)), 'utf8');
  python.runPython(source);
  const runJson = python.globals.get('run_json') as (text: string) => string;
  return (program) => JSON.parse(runJson(JSON.stringify(program))) as string[];
}

/** Where two lists of results differ first; -1 where they agree. */
function firstDifference(expected: readonly string[], found: readonly string[]): number {
  for (let i = 0; i < expected.length; i++) if (expected[i] !== found[i]) return i;
  return -1;
}

function report(program: Program, expected: readonly string[], found: readonly string[]): string {
  const at = firstDifference(expected, found);
  const steps = program.length;
  const where = at < steps ? `v${at}` : `v${at - steps}, in the end`;
  return [pythonText(program), `# ${where}`, `#   CPython:  ${expected[at]}`, `#   pybuffer: ${found[at]}`].join('\n');
}

const seed = Number(values.seed);
const runs = Number(values.runs);
const oracle = await startOracle();
useABI(ILP32);
runtime.configure({ floats: 'box' });

const plan = fc.array(fc.array(fc.nat(0xffff), { minLength: 0, maxLength: 24, size: 'max' }), {
  minLength: 1,
  maxLength: Number(values.steps),
  size: 'max',
});
let operations = 0;
let failures = 0;
const seen = new Set<string>();
const began = Date.now();

const property = fc.property(plan, (numbers) => {
  const { program, results } = generate(new Run(callables), numbers);
  operations += program.length;
  const expected = oracle(program);
  if (firstDifference(expected, results) >= 0) throw new Error(report(program, expected, results));
});
const outcome = await fc.check(property, { seed, numRuns: runs, endOnFailure: false });
if (outcome.failed) {
  failures++;
  const { program, results } = generate(new Run(callables), outcome.counterexample![0]);
  console.log(report(program, oracle(program), results));
  console.log(`# vector: ${JSON.stringify(program)}`);
  console.log(`# again with --seed ${seed} --runs ${runs}`);
}
void seen;
const seconds = ((Date.now() - began) / 1000).toFixed(1);
console.log(`differential: seed ${seed}, ${runs} programs, ${operations} operations, ${failures} failed, ${seconds} s`);
process.exit(failures > 0 ? 1 : 0);
