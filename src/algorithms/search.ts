/**
 * Searches for a byte or a needle on the fastest tier for the size. `find`, `count`, `split`, `replace` and
 * similar methods call these functions.
 */
import { findByteBackNative, findByteNative } from '../accelerate/natives.js';
import { GIVE_UP } from '../accelerate/limits.js';
import { kernels } from '../accelerate/load.js';
import { tiers } from '../accelerate/tiers.js';
import { isWorthWords } from '../memory/index.js';
import { BackSearcher, NEAR, Searcher, findNear, findNearBack } from './searcher.js';
import { countByteInWords } from './words.js';

/** Up to this many bytes, a loop is faster than a platform call. */
const FEW_BYTES = 24;
/** Number of positions to try for a byte before calling the platform. */
const NEAR_BYTES = 8;
/**
 * Number of positions to try for a needle before copying into a kernel: 60 ns for a hit there instead of 145,
 * and 4 for a miss.
 */
const NEAR_NEEDLE = 24;
/** The longest needle to try with a plain loop. */
const SHORT_NEEDLE = 8;
/** From this many bytes on, the kernels are faster, including the copying (`npm run bench:tiers`). */
const KERNEL = 64;
/** From this many bytes on, the kernel counts a byte faster than words. */
const COUNT_KERNEL = 256;

/**
 * Returns the first position of a byte, or -1.
 *
 * CPython: Objects/stringlib/fastsearch.h `find_char`
 */
export function findByte(m: Uint8Array, s: number, e: number, byte: number): number {
  const near = e - s <= FEW_BYTES ? e : s + NEAR_BYTES;
  for (; s < near; s++) if (m[s] === byte) return s;
  if (s >= e) return -1;
  if (findByteNative !== null && tiers.natives) return findByteNative(m, s, e, byte);
  const whole = e === m.length;
  const found = whole ? m.indexOf(byte, s) : m.subarray(s, e).indexOf(byte);
  return whole || found < 0 ? found : s + found;
}

/**
 * Returns the last position of a byte, or -1.
 *
 * CPython: Objects/stringlib/fastsearch.h `rfind_char`
 */
export function rfindByte(m: Uint8Array, s: number, e: number, byte: number): number {
  const near = e - s <= FEW_BYTES ? s : e - NEAR_BYTES;
  for (let i = e - 1; i >= near; i--) if (m[i] === byte) return i;
  if (near <= s) return -1;
  if (findByteBackNative !== null && tiers.natives) return findByteBackNative(m, s, near, byte);
  const found = m.subarray(s, near).lastIndexOf(byte);
  return found < 0 ? -1 : s + found;
}

/**
 * Counts a byte, up to `limit`.
 *
 * CPython: Objects/stringlib/fastsearch.h `countchar`
 */
export function countByte(m: Uint8Array, s: number, e: number, byte: number, limit = Infinity): number {
  let count = 0;
  if (limit < e - s) {
    for (; count < limit; count++) {
      s = findByte(m, s, e, byte) + 1;
      if (s === 0) break;
    }
    return count;
  }
  if (e - s >= COUNT_KERNEL) {
    const k = kernels(e - s);
    if (k !== null) return k.glue.countByte(k, m, s, e, byte);
  }
  if (isWorthWords(m, e - s)) return countByteInWords(m, s, e, byte);
  for (; s < e; s++) if (m[s] === byte) count++;
  return count;
}

/**
 * Returns the first position of a needle, or -1. An empty needle is found at `s`; nothing is found if
 * `e < s`.
 *
 * CPython: Objects/stringlib/find.h `find`
 */
export function find(m: Uint8Array, s: number, e: number, nm: Uint8Array, ns: number, ne: number): number {
  const last = e - (ne - ns);
  if (s > last) return -1;
  if (ne - ns === 1) return findByte(m, s, e, nm[ns]!);
  if (ne === ns) return s;
  if (last - s <= NEAR && ne - ns <= NEAR) return findNear(m, s, last, nm, ns, ne);
  const k = kernels(e - s);
  if (k !== null) {
    // A parser often searches for something just ahead.
    if (ne - ns <= SHORT_NEEDLE && last - s > NEAR_NEEDLE) {
      const near = findNear(m, s, s + NEAR_NEEDLE - 1, nm, ns, ne);
      if (near >= 0) return near;
      s += NEAR_NEEDLE;
    }
    const found = k.glue.find(k, m, s, e, nm, ns, ne);
    if (found !== GIVE_UP) return found;
  }
  return new Searcher(m, s, e, nm, ns, ne).next(s);
}

/**
 * Returns the last position of a needle, or -1. An empty needle is found at `e`.
 *
 * CPython: Objects/stringlib/find.h `rfind`
 */
export function rfind(m: Uint8Array, s: number, e: number, nm: Uint8Array, ns: number, ne: number): number {
  const last = e - (ne - ns);
  if (s > last) return -1;
  if (ne - ns === 1) return rfindByte(m, s, e, nm[ns]!);
  if (ne === ns) return e;
  if (last - s <= NEAR && ne - ns <= NEAR) return findNearBack(m, s, last, nm, ns, ne);
  const k = kernels(e - s);
  if (k !== null) {
    const found = k.glue.rfind(k, m, s, e, nm, ns, ne);
    if (found !== GIVE_UP) return found;
  }
  return new BackSearcher(m, s, e, nm, ns, ne).next(e);
}

/** Counts two bytes without overlap in a short range. */
function countPairs(m: Uint8Array, s: number, e: number, first: number, second: number): number {
  let count = 0;
  let before = m[s]!;
  for (let i = s + 1; i < e; i++) {
    const byte = m[i]!;
    if (byte === second && before === first) {
      count++;
      // Not a byte: the next pair begins after this one.
      before = -1;
    } else before = byte;
  }
  return count;
}

/**
 * Counts a needle without overlap, up to `limit`. An empty one occurs between all bytes and at both ends.
 *
 * CPython: Objects/stringlib/count.h `count`
 */
export function count(
  m: Uint8Array,
  s: number,
  e: number,
  nm: Uint8Array,
  ns: number,
  ne: number,
  limit = Infinity,
): number {
  const length = ne - ns;
  if (e - s < length) return 0;
  if (length === 1) return countByte(m, s, e, nm[ns]!, limit);
  if (length === 0) return Math.min(e - s + 1, limit);
  if (e - s >= KERNEL) {
    const k = kernels(e - s);
    if (k !== null) {
      const total = k.glue.count(k, m, s, e, nm, ns, ne, limit);
      if (total !== GIVE_UP) return total;
    }
  }
  let total = 0;
  if (e - s <= NEAR && length <= NEAR) {
    if (length === 2 && limit > e - s) return countPairs(m, s, e, nm[ns]!, nm[ns + 1]!);
    // Searching so few bytes takes less time than making a searcher.
    for (const last = e - length; total < limit; total++) {
      const found = s > last ? -1 : findNear(m, s, last, nm, ns, ne);
      if (found < 0) break;
      s = found + length;
    }
    return total;
  }
  const searcher = new Searcher(m, s, e, nm, ns, ne);
  for (let at = s; total < limit; total++) {
    const found = searcher.next(at);
    if (found < 0) break;
    at = found + length;
  }
  return total;
}
