/**
 * Finds where a range begins or ends after skipping whitespace or a set of bytes. `strip` and `split` call
 * these functions.
 */
import { IS_SPACE, kinds } from './kinds.js';

/**
 * Returns the position of the first byte that is not whitespace, or the end.
 *
 * CPython: Objects/bytesobject.c `do_strip`.
 */
export function skipSpace(m: Uint8Array, s: number, e: number): number {
  while (s < e && (kinds[m[s]!]! & IS_SPACE) !== 0) s++;
  return s;
}

/**
 * Returns the end without trailing whitespace.
 *
 * CPython: Objects/bytesobject.c `do_strip`
 */
export function skipSpaceBack(m: Uint8Array, s: number, e: number): number {
  while (e > s && (kinds[m[e - 1]!]! & IS_SPACE) !== 0) e--;
  return e;
}

/** Sets of up to this many bytes are searched directly; larger ones go into a table first. */
const SMALL_SET = 8;

/**
 * The number of the last set that contained each byte. Numbering sets avoids a new or cleared table for each,
 * which would take longer than the rest.
 */
const lastSet = new Uint8Array(256);
let sets = 0;

/** Marks the bytes of a set in {@link lastSet} with the number that it returns. */
function markSet(cm: Uint8Array, cs: number, ce: number): number {
  if (sets === 255) {
    lastSet.fill(0);
    sets = 0;
  }
  sets++;
  for (let i = cs; i < ce; i++) lastSet[cm[i]!] = sets;
  return sets;
}

function inSet(byte: number, cm: Uint8Array, cs: number, ce: number): boolean {
  for (let i = cs; i < ce; i++) if (cm[i] === byte) return true;
  return false;
}

/**
 * Returns the position of the first byte that is not in the set `cm[cs .. ce)`, or the end.
 *
 * CPython: Objects/bytesobject.c `do_xstrip`.
 */
export function skipSet(m: Uint8Array, s: number, e: number, cm: Uint8Array, cs: number, ce: number): number {
  if (cs >= ce) return s;
  if (ce - cs <= SMALL_SET) {
    const first = cm[cs];
    while (s < e && (m[s] === first || inSet(m[s]!, cm, cs + 1, ce))) s++;
    return s;
  }
  if (s >= e) return s;
  const set = markSet(cm, cs, ce);
  while (s < e && lastSet[m[s]!] === set) s++;
  return s;
}

/**
 * Returns the end without trailing bytes of the set.
 *
 * CPython: Objects/bytesobject.c `do_xstrip`
 */
export function skipSetBack(
  m: Uint8Array,
  s: number,
  e: number,
  cm: Uint8Array,
  cs: number,
  ce: number,
): number {
  if (cs >= ce) return e;
  if (ce - cs <= SMALL_SET) {
    const first = cm[cs];
    // Fields of fixed length end in many zeros or spaces.
    while (
      e - s >= 4 &&
      m[e - 1] === first &&
      m[e - 2] === first &&
      m[e - 3] === first &&
      m[e - 4] === first
    ) {
      e -= 4;
    }
    while (e > s && (m[e - 1] === first || inSet(m[e - 1]!, cm, cs + 1, ce))) e--;
    return e;
  }
  if (s >= e) return e;
  const set = markSet(cm, cs, ce);
  while (e > s && lastSet[m[e - 1]!] === set) e--;
  return e;
}
