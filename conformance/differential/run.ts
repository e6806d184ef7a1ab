// Runs generated programs on CPython and on the library:
//   node --import tsx conformance/differential/run.ts [--oracle native|pyodide] [--runs N] [--budget SECONDS]
//     [--seed N] [--steps N]
//     [--first N] [--kinds N] [--count]
// It stops at the first difference, or with --kinds after that many kinds of differences, and prints each as
// a short Python program. --count also prints the number of operations of each kind.
import { parseArgs } from 'node:util';
import { ILP32, LP64, useABI } from 'pybuffer';
import 'pybuffer/codecs-cjk';
import { configure } from 'pybuffer/runtime';
import { MISSING } from '../../scripts/cpython.mjs';
import { takeTiers } from '../tiers.js';
import { callables } from './callables.js';
import { differenceOf, kindOf, told } from './compare.js';
import type { Difference } from './compare.js';
import { Count } from './kinds.js';
import { isKnown } from './known.js';
import { generate } from './generate/index.js';
import type { Generated } from './generate/index.js';
import { startNativeOracle } from './native.js';
import { startOracle } from './oracle.js';
import { shrink } from './shrink.js';

/** The default seed, fixed so that failures in CI can be reproduced. */
const SEED = 20260822;
/** The number of programs in one round trip. */
const BATCH = 200;

const { values } = parseArgs({
  options: {
    oracle: { type: 'string', default: 'native' },
    runs: { type: 'string', default: '1000' },
    /** A budget of processor time: the run ends after it, however many programs that were. */
    budget: { type: 'string', default: 'Infinity' },
    seed: { type: 'string', default: String(SEED) },
    steps: { type: 'string', default: '12' },
    first: { type: 'string', default: '0' },
    kinds: { type: 'string', default: '1' },
    count: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const first = Number(values.first);
const end = first + Number(values.runs);
const memory = values.oracle === 'native' ? 'LP64' : 'ILP32';
takeTiers();
useABI(memory === 'LP64' ? LP64 : ILP32);
configure({ floats: 'box' });
// The library prints exceptions that cannot leave a __release_buffer__ here, and programs raise them on
// purpose.
console.error = () => undefined;

const oracle = await (memory === 'LP64' ? startNativeOracle() : startOracle());
if (oracle === null) {
  console.log(`left out: ${MISSING}`);
  process.exit(0);
}

const kinds = new Map<string, number>();
/** The number of differences of the kinds in known.ts. */
let known = 0;
let operations = 0;
const count = new Count();
let programs = 0;

function batchFrom(number: number): Generated[] {
  const size = Math.min(BATCH, end - number);
  return Array.from({ length: size }, (_, i) =>
    generate(callables, memory, seed, number + i, Number(values.steps)),
  );
}

/** Waits for the answers to a batch; returns true when enough differences were found. */
async function judge(
  batch: readonly Generated[],
  answers: Promise<string[][]>,
  number: number,
): Promise<boolean> {
  const expected = await answers.catch((error: unknown) => {
    throw new Error(`in the programs from --first ${number}: ${(error as Error).message}`);
  });
  for (const [i, { program, results }] of batch.entries()) {
    programs++;
    operations += program.length;
    if (values.count) count.add(program);
    const difference = differenceOf(program, expected[i]!, results);
    if (difference !== null) await report(difference, number + i);
    if (kinds.size >= Number(values.kinds)) return true;
  }
  return false;
}

async function report(difference: Difference, number: number): Promise<void> {
  const kind = kindOf(difference);
  if (isKnown(difference, memory)) {
    known++;
    return;
  }
  const seen = kinds.get(kind) ?? 0;
  kinds.set(kind, seen + 1);
  if (seen > 0) return;
  const smallest = await shrink(difference, callables, oracle!);
  console.log(
    `${told(smallest)}\n# again with --oracle ${values.oracle} --seed ${seed} --first ${number} --runs 1\n`,
  );
}

/** Makes the next batch while CPython answers the current one. */
async function checkAll(): Promise<void> {
  const budget = Number(values.budget) * 1e6;
  let before: Promise<boolean> = Promise.resolve(false);
  for (let number = first; number < end; number += BATCH) {
    const batch = batchFrom(number);
    const answers = oracle!.ask(batch.map(({ program }) => program));
    if (await before) return;
    before = judge(batch, answers, number);
    const { user, system } = process.cpuUsage();
    if (user + system > budget) break;
  }
  await before;
}

const began = Date.now();
await checkAll();
oracle.close();
const differences = [...kinds.values()].reduce((sum, count) => sum + count, 0);
for (const [kind, count] of kinds) if (Number(values.kinds) > 1) console.log(`${count} x ${kind}`);
if (values.count)
  for (const [kind, number] of count.counts) console.log(`${String(number).padStart(9)} ${kind}`);
const seconds = ((Date.now() - began) / 1000).toFixed(1);
console.log(
  `CPython ${oracle.version}, ${memory}, seed ${seed}, ${programs} programs, ${operations} operations, ${differences} differences, ${known} of kinds that known.ts names, ${seconds} s`,
);
process.exit(differences > 0 ? 1 : 0);
