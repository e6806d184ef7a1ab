/**
 * `split` and its kin over ranges, as functions that return pieces. `pybuffer/algorithms` publishes them; the
 * methods of bytes use `cut.ts`.
 */
import { cut, cutBack, cutLines, cutWords, cutWordsBack } from './cut.js';

// All functions return flat positions, [start0, end0, start1, end1, ...], so that no object is made for a
// piece. A negative `maxsplit` means no limit.

/** Pieces between separators. CPython: Objects/stringlib/split.h `split`. */
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

/** As {@link split}, counting from the right. CPython: Objects/stringlib/split.h `rsplit`. */
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

/** Runs without whitespace. CPython: Objects/stringlib/split.h `split_whitespace`. */
export function splitWhitespace(m: Uint8Array, s: number, e: number, maxsplit: number): number[] {
  return cutWords(m, s, e, maxsplit).toArray();
}

/**
 * As {@link splitWhitespace}, counting from the right.
 *
 * CPython: Objects/stringlib/split.h `rsplit_whitespace`.
 */
export function rsplitWhitespace(m: Uint8Array, s: number, e: number, maxsplit: number): number[] {
  return cutWordsBack(m, s, e, maxsplit).toArray();
}

/** Lines, ended by `\n`, `\r` or `\r\n`; without their ends unless `keepends`. CPython: `splitlines`. */
export function splitlines(m: Uint8Array, s: number, e: number, keepends: boolean): number[] {
  return cutLines(m, s, e, keepends).toArray();
}
