import { compileKernels } from '../src/accelerate/load.js';
import '../src/parts.js';
import { setTiers } from '../src/accelerate/tiers.js';

const TIERS = ['plain', 'natives', 'wasm'];

/**
 * `PYBUFFER_TIERS=plain` (or `natives`, or `wasm`) in front of `npx jest` or `npm run conformance` runs
 * either with only that tier beside the plain one: whatever is tested has to hold on each.
 */
export function takeTiers(): void {
  const only = process.env['PYBUFFER_TIERS'];
  // Before the work of tests would make it pay, so that small inputs reach the kernels, too.
  if (only === undefined || only === 'wasm') {
    if (compileKernels() === null && only === 'wasm') throw new Error('PYBUFFER_TIERS: no kernels here');
  }
  if (only === undefined) return;
  if (!TIERS.includes(only)) throw new Error(`PYBUFFER_TIERS: there is no tier ${only}`);
  setTiers({ natives: only === 'natives', wasm: only === 'wasm' });
}
