// Records programs and CPython's results: node --import tsx conformance/vectors/record.ts [PROGRAM...]
// Without arguments it makes the sample anew; with --wide it only asks the final release again, on 64-bit
// memory. It adds a given program (as `npm run conformance` prints it after «vector») to those that once
// found a fault, with the answers of the final release on 64-bit memory.
import { appendFileSync, writeFileSync } from 'node:fs';
import { ILP32, useABI } from 'pybuffer';
import * as runtime from 'pybuffer/runtime';
import { MISSING } from '../../scripts/cpython.mjs';
import { callables } from '../differential/callables.js';
import { generate } from '../differential/generate/index.js';
import { startNativeOracle } from '../differential/native.js';
import { startOracle } from '../differential/oracle.js';
import type { Oracle } from '../differential/oracle.js';
import type { Program } from '../differential/program.js';
import { FILES, WIDE_SAMPLE, readVectors } from './vector.js';
import type { Vector } from './vector.js';

const SEED = 315;
const COUNT = 1500;
const STEPS = 8;

const [sample, found] = FILES;
const wideOnly = process.argv[2] === '--wide';
const given = process.argv.slice(wideOnly ? 3 : 2).map((text) => JSON.parse(text) as Program);

async function lines(oracle: Oracle, programs: readonly Program[], more: object): Promise<string> {
  const results = await oracle.ask(programs);
  return programs
    .map((program, i) => `${JSON.stringify({ program, results: results[i], ...more })}\n`)
    .join('');
}

/**
 * Sizes that do not fit into 32-bit memory. On 64-bit memory they are two gigabytes, which the description of
 * a result would contain.
 */
const HUGE = /"-?2147483\d{3}"/;

/** Records the answers of the final release that differ from the sample. */
async function recordWide(vectors: readonly Vector[]): Promise<void> {
  const oracle = await startNativeOracle();
  if (oracle === null) throw new Error(MISSING);
  const fitting = vectors.filter(({ program }) => !HUGE.test(JSON.stringify(program)));
  const answers = await oracle.ask(fitting.map(({ program }) => program));
  const others = fitting.flatMap(({ program, results }, i) =>
    JSON.stringify(results) === JSON.stringify(answers[i])
      ? []
      : [`${JSON.stringify({ program, results: answers[i], abi: 'LP64' })}\n`],
  );
  writeFileSync(WIDE_SAMPLE, others.join(''));
  console.log(
    `${vectors.length} programs, ${vectors.length - fitting.length} of sizes past 32 bits, ${others.length} with other answers`,
  );
}

if (wideOnly) {
  await recordWide(readVectors(sample));
} else if (given.length > 0) {
  const oracle = await startNativeOracle();
  if (oracle === null) throw new Error(MISSING);
  appendFileSync(found, await lines(oracle, given, { abi: 'LP64' }));
} else {
  useABI(ILP32);
  runtime.configure({ floats: 'box' });
  const programs = Array.from(
    { length: COUNT },
    (_, i) => generate(callables, 'ILP32', SEED, i, STEPS).program,
  );
  writeFileSync(sample, await lines(await startOracle(), programs, {}));
  await recordWide(readVectors(sample));
}
process.exit();
