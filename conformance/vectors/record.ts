// Records programs and what CPython makes of them: node --import tsx conformance/vectors/record.ts [PROGRAM...]
// Without arguments the sample is made anew; a program (as `npm run conformance` prints it behind «vector») is added to those
// that once found a fault.
import { appendFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { ILP32, useABI } from '../../src/python/index.js';
import * as runtime from '../../src/runtime/index.js';
import { callables } from '../differential/callables.js';
import { generate } from '../differential/generate.js';
import { startOracle } from '../differential/oracle.js';
import { Run } from '../differential/ours.js';
import { plan } from '../differential/plan.js';
import type { Program } from '../differential/program.js';
import { FILES } from './vector.js';

const SEED = 315;
const COUNT = 1500;
const STEPS = 8;

const [sample, found] = FILES;
const given = process.argv.slice(2);
const oracle = await startOracle();
const line = (program: Program) => `${JSON.stringify({ program, results: oracle(program) })}\n`;

if (given.length > 0) {
  for (const program of given) appendFileSync(found, line(JSON.parse(program) as Program));
} else {
  useABI(ILP32);
  runtime.configure({ floats: 'box' });
  const plans = fc.sample(plan(STEPS), { seed: SEED, numRuns: COUNT });
  const programs = plans.map((numbers) => generate(new Run(callables), numbers).program);
  writeFileSync(sample, programs.map(line).join(''));
}
process.exit(0);
