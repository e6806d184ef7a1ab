/**
 * `PYBUFFER_TIERS=plain npx jest` (or `natives`, or `wasm`) runs the tests with only those tiers beside the plain one:
 * whatever is tested has to hold on each.
 */
import { setTiers } from '../src/accelerate/tiers.js';

const only = process.env['PYBUFFER_TIERS'];
if (only !== undefined) setTiers({ natives: only === 'natives', wasm: only === 'wasm' });
