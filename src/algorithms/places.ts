/**
 * The positions of all needles in a range, found once for algorithms that need their number before they
 * write. `cut.ts` and `replace.ts` call it.
 */
import { GIVE_UP } from '../accelerate/limits.js';
import { kernels } from '../accelerate/load.js';
import { Offsets } from '../memory/index.js';
import { findByte } from './search.js';
import { Searcher, findNear } from './searcher.js';

/**
 * From this many bytes on, the kernels are faster, including the copying (`npm run bench:tiers`). A loop takes 0.7 ns
 * for a byte, and a kernel about 100 ns at least, most of them for an array to copy through, which is left to be
 * collected.
 */
const KERNEL = 128;
/** From this many bytes on, the platform finds the first places of a byte sooner than a loop. */
const NATIVE = 64;

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
  if (length === 1) {
    locateByte(m, s, e, nm[ns]!, limit, found);
    return found;
  }
  const k = e - s >= KERNEL ? kernels(e - s) : null;
  if (k !== null) {
    if (k.glue.places(k, m, s, e, nm, ns, ne, limit, found) !== GIVE_UP) return found;
    found.clear();
  }
  const searcher = e - s <= KERNEL ? null : new Searcher(m, s, e, nm, ns, ne);
  for (; limit > 0; limit--) {
    const at = searcher === null ? findNear(m, s, e - length, nm, ns, ne) : searcher.next(s);
    if (at < 0) break;
    found.push(at);
    s = at + length;
  }
  return found;
}

function locateByte(m: Uint8Array, s: number, e: number, byte: number, limit: number, found: Offsets): void {
  // The loop and the kernel find all positions, which may be far more than the limit.
  if (limit < e - s) {
    if (e - s < NATIVE) firstPlaces(m, s, e, byte, limit, found);
    else placesOfByte(m, s, e, byte, limit, found);
  } else if (e - s < KERNEL) {
    allPlaces(m, s, e, byte, found);
  } else {
    const k = kernels(e - s);
    if (k !== null) k.glue.positions(k, m, s, e, byte, byte, found);
    else placesOfByte(m, s, e, byte, limit, found);
  }
}

function firstPlaces(m: Uint8Array, s: number, e: number, byte: number, limit: number, found: Offsets): void {
  for (; s < e && limit > 0; s++) {
    if (m[s] !== byte) continue;
    found.push(s);
    limit--;
  }
}

/** Four positions in a step. */
function allPlaces(m: Uint8Array, s: number, e: number, byte: number, found: Offsets): void {
  found.reserve(e - s);
  const { list } = found;
  let count = found.count;
  for (const stop = e - 3; s < stop; s += 4) {
    if (m[s] === byte) list[count++] = s;
    if (m[s + 1] === byte) list[count++] = s + 1;
    if (m[s + 2] === byte) list[count++] = s + 2;
    if (m[s + 3] === byte) list[count++] = s + 3;
  }
  for (; s < e; s++) if (m[s] === byte) list[count++] = s;
  found.count = count;
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
