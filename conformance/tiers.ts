// Limits a run to one tier of the algorithms. Callers: tests/tiers.setup.ts before every test file, and the
// conformance runs.
import { compileKernels } from '../src/accelerate/load.js';
import '../src/parts.js';
import { setTiers } from '../src/accelerate/tiers.js';

const TIERS = ['plain', 'natives', 'wasm'];

/**
 * `PYBUFFER_TIERS=plain` (or `natives`, or `wasm`) before `npx jest` or `npm run conformance` runs them with
 * only that tier and the plain one, because every test must pass on each.
 */
export function takeTiers(): void {
  const only = process.env['PYBUFFER_TIERS'];
  // Compile the kernels at once, so that small inputs reach them, too.
  if (only === undefined || only === 'wasm') {
    if (compileKernels() === null && only === 'wasm') throw new Error('PYBUFFER_TIERS: no kernels here');
  }
  if (only === undefined) return;
  if (!TIERS.includes(only)) throw new Error(`PYBUFFER_TIERS: there is no tier ${only}`);
  setTiers({ natives: only === 'natives', wasm: only === 'wasm' });
}
