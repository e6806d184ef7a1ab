// Records programs and what CPython makes of them: node --import tsx conformance/vectors/record.ts [PROGRAM...]
// Without arguments the sample is made anew; a program (as `npm run conformance` prints it behind «vector») is added to those
// that once found a fault.
import { appendFileSync, writeFileSync } from 'node:fs';
import { ILP32, useABI } from 'pybuffer';
import * as runtime from 'pybuffer/runtime';
import { callables } from '../differential/callables.js';
import { generate } from '../differential/generate/index.js';
import { startOracle } from '../differential/oracle.js';
import type { Program } from '../differential/program.js';
import { FILES } from './vector.js';

const SEED = 315;
const COUNT = 1500;
const STEPS = 8;

const [sample, found] = FILES;
const given = process.argv.slice(2).map((text) => JSON.parse(text) as Program);
const oracle = await startOracle();

async function lines(programs: readonly Program[]): Promise<string> {
  const results = await oracle.ask(programs);
  return programs.map((program, i) => `${JSON.stringify({ program, results: results[i] })}\n`).join('');
}

if (given.length > 0) appendFileSync(found, await lines(given));
else {
  useABI(ILP32);
  runtime.configure({ floats: 'box' });
  const programs = Array.from(
    { length: COUNT },
    (_, i) => generate(callables, 'ILP32', SEED, i, STEPS).program,
  );
  writeFileSync(sample, await lines(programs));
}
process.exit();
