/**
 * Loops over four bytes at once. Words are little-endian on every machine, so the first byte is the low one.
 */
import { viewOf } from '../memory/index.js';

/** Whether typed arrays of this machine keep the low byte of an item first. */
export const LITTLE_ENDIAN: boolean = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

const ONES = 0x01010101;
const LOW_BITS = 0x7f7f7f7f;

/** Counts a byte. Matches are summed in the four lanes of a word, which are emptied before they overflow. */
export function countByteInWords(m: Uint8Array, s: number, e: number, byte: number): number {
  const view = viewOf(m);
  const pattern = Math.imul(byte, ONES);
  const end = e - 3;
  let count = 0;
  while (s < end) {
    const stop = Math.min(end, s + 4 * 255);
    let lanes = 0;
    for (; s < stop; s += 4) {
      const x = view.getInt32(s, true) ^ pattern;
      // The top bit of a lane stays clear only if all of x's bits in the lane are clear.
      lanes = (lanes + ((~(((x & LOW_BITS) + LOW_BITS) | x) >>> 7) & ONES)) | 0;
    }
    count += (lanes & 255) + ((lanes >>> 8) & 255) + ((lanes >>> 16) & 255) + (lanes >>> 24);
  }
  for (; s < e; s++) if (m[s] === byte) count++;
  return count;
}

/** Returns the first position where two ranges of `length` bytes differ, or `length`. */
export function mismatchInWords(
  am: Uint8Array,
  as: number,
  bm: Uint8Array,
  bs: number,
  length: number,
): number {
  const a = viewOf(am);
  const b = viewOf(bm);
  let i = 0;
  while (i < length - 3 && a.getInt32(as + i, true) === b.getInt32(bs + i, true)) i += 4;
  while (i < length && am[as + i] === bm[bs + i]) i++;
  return i;
}

/** Whether all bytes are below 0x80. */
export function isAsciiInWords(m: Uint8Array, s: number, e: number): boolean {
  const view = viewOf(m);
  for (; s < e - 15; s += 16) {
    const bits =
      view.getInt32(s, true) |
      view.getInt32(s + 4, true) |
      view.getInt32(s + 8, true) |
      view.getInt32(s + 12, true);
    if ((bits & ~LOW_BITS) !== 0) return false;
  }
  for (; s < e; s++) if (m[s]! > 0x7f) return false;
  return true;
}

/**
 * Flips bit 0x20 of each byte that lies between `from` and `to` once the bits of `fold` are set in it.
 * Returns where it stopped, fewer than four bytes before the end.
 */
export function flipCaseInWords(
  m: Uint8Array,
  s: number,
  e: number,
  target: Uint8Array,
  at: number,
  from: number,
  to: number,
  fold: number,
): number {
  const source = viewOf(m);
  const sink = viewOf(target);
  const folded = Math.imul(fold, ONES);
  const atLeast = Math.imul(0x80 - from, ONES);
  const beyond = Math.imul(0x7f - to, ONES);
  const shift = at - s;
  for (; s < e - 3; s += 4) {
    const word = source.getInt32(s, true);
    const low = (word | folded) & LOW_BITS;
    const letters = ((low + atLeast) ^ (low + beyond)) & ~word & ~LOW_BITS;
    sink.setInt32(s + shift, word ^ (letters >>> 2), true);
  }
  return s;
}

/** Copies `m[s .. e)` and replaces one byte by another. Returns where it stopped. */
export function replaceByteInWords(
  m: Uint8Array,
  s: number,
  e: number,
  target: Uint8Array,
  at: number,
  old: number,
  replacement: number,
): number {
  const source = viewOf(m);
  const sink = viewOf(target);
  const pattern = Math.imul(old, ONES);
  const change = old ^ replacement;
  const shift = at - s;
  for (; s < e - 3; s += 4) {
    const word = source.getInt32(s, true);
    const x = word ^ pattern;
    const hits = (~(((x & LOW_BITS) + LOW_BITS) | x) >>> 7) & ONES;
    sink.setInt32(s + shift, word ^ Math.imul(hits, change), true);
  }
  return s;
}
