/**
 * The positions of all needles in a range, found once for algorithms that need their number before they
 * write. `cut.ts` and `replace.ts` call it.
 */
import { GIVE_UP } from '../accelerate/limits.js';
import { kernels } from '../accelerate/load.js';
import { Offsets } from '../memory/index.js';
import { findByte } from './search.js';
import { NEAR, Searcher, findNear } from './searcher.js';

/** From this many bytes on, the kernels are faster, including the copying (`npm run bench:tiers`). */
const KERNEL = 64;

const shared = new Offsets();

/**
 * Finds the positions of a non-empty needle, in order and without overlap, at most `limit` of them, for
 * `replace` and `split`. The list is valid until the next call.
 */
export function locate(
  m: Uint8Array,
  s: number,
  e: number,
  nm: Uint8Array,
  ns: number,
  ne: number,
  limit: number,
): Offsets {
  const found = shared;
  found.clear();
  const length = ne - ns;
  if (e - s < length) return found;
  const k = e - s >= KERNEL ? kernels(e - s) : null;
  if (length === 1) {
    const byte = nm[ns]!;
    // The kernel finds all positions, which may be far more than the limit.
    if (k !== null && limit >= e - s) k.glue.positions(k, m, s, e, byte, byte, found);
    else if (e - s < KERNEL) placesNear(m, s, e, byte, limit, found);
    else placesOfByte(m, s, e, byte, limit, found);
    return found;
  }
  if (k !== null) {
    if (k.glue.places(k, m, s, e, nm, ns, ne, limit, found) !== GIVE_UP) return found;
    found.clear();
  }
  const searcher = e - s <= NEAR ? null : new Searcher(m, s, e, nm, ns, ne);
  for (; limit > 0; limit--) {
    const at = searcher === null ? findNear(m, s, e - length, nm, ns, ne) : searcher.next(s);
    if (at < 0) break;
    found.push(at);
    s = at + length;
  }
  return found;
}

function placesNear(m: Uint8Array, s: number, e: number, byte: number, limit: number, found: Offsets): void {
  for (; s < e && limit > 0; s++) {
    if (m[s] !== byte) continue;
    found.push(s);
    limit--;
  }
}

function placesOfByte(
  m: Uint8Array,
  s: number,
  e: number,
  byte: number,
  limit: number,
  found: Offsets,
): void {
  for (; limit > 0; limit--) {
    const at = findByte(m, s, e, byte);
    if (at < 0) break;
    found.push(at);
    s = at + 1;
  }
}

/**
 * Returns the positions of a non-empty needle, in order and without overlap, at most `limit` of them.
 *
 * Not Python: `replace` and `split` are built on it.
 */
export function places(
  m: Uint8Array,
  s: number,
  e: number,
  nm: Uint8Array,
  ns: number,
  ne: number,
  limit: number,
): number[] {
  return locate(m, s, e, nm, ns, ne, limit).toArray();
}
