/**
 * `split` and similar functions on ranges, which return pieces. `pybuffer/algorithms` publishes them; the
 * methods of bytes use `cut.ts`.
 */
import { cut, cutBack, cutLines, cutWords, cutWordsBack } from './cut.js';

// All functions return flat positions, [start0, end0, start1, end1, ...], to avoid an object for each piece.
// A negative `maxsplit` means no limit.

/** Returns the pieces between separators. CPython: Objects/stringlib/split.h `split`. */
export function split(
  m: Uint8Array,
  s: number,
  e: number,
  sm: Uint8Array,
  ss: number,
  se: number,
  maxsplit: number,
): number[] {
  return cut(m, s, e, sm, ss, se, maxsplit).toArray();
}

/** Like {@link split}, counting from the right. CPython: Objects/stringlib/split.h `rsplit`. */
export function rsplit(
  m: Uint8Array,
  s: number,
  e: number,
  sm: Uint8Array,
  ss: number,
  se: number,
  maxsplit: number,
): number[] {
  return cutBack(m, s, e, sm, ss, se, maxsplit).toArray();
}

/** Returns the runs without whitespace. CPython: Objects/stringlib/split.h `split_whitespace`. */
export function splitWhitespace(m: Uint8Array, s: number, e: number, maxsplit: number): number[] {
  return cutWords(m, s, e, maxsplit).toArray();
}

/**
 * Like {@link splitWhitespace}, counting from the right.
 *
 * CPython: Objects/stringlib/split.h `rsplit_whitespace`.
 */
export function rsplitWhitespace(m: Uint8Array, s: number, e: number, maxsplit: number): number[] {
  return cutWordsBack(m, s, e, maxsplit).toArray();
}

/**
 * Returns the lines, which `\n`, `\r` or `\r\n` end, without their ends unless `keepends`.
 *
 * CPython: `splitlines`.
 */
export function splitlines(m: Uint8Array, s: number, e: number, keepends: boolean): number[] {
  return cutLines(m, s, e, keepends).toArray();
}
