// Records programs and what CPython makes of them: node --import tsx conformance/vectors/record.ts [PROGRAM...]
// Without arguments the sample is made anew; a program (as `npm run conformance` prints it behind «vector») is added to those
// that once found a fault, as the final release on 64-bit memory answers it.
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
import { FILES } from './vector.js';

const SEED = 315;
const COUNT = 1500;
const STEPS = 8;

const [sample, found] = FILES;
const given = process.argv.slice(2).map((text) => JSON.parse(text) as Program);

async function lines(oracle: Oracle, programs: readonly Program[], more: object): Promise<string> {
  const results = await oracle.ask(programs);
  return programs.map((program, i) => `${JSON.stringify({ program, results: results[i], ...more })}\n`).join('');
}

if (given.length > 0) {
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
}
process.exit();
