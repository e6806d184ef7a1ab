import { kernels } from '../accelerate/load.js';
import { positions, words } from '../accelerate/simd-split.js';
import { IS_SPACE, kinds } from './kinds.js';
import { places, rfindByte } from './search.js';
import { BackSearcher } from './searcher.js';

// All of these give pieces flat, [start0, end0, start1, end1, ...]: no object a piece before the caller makes his own.
// A negative `maxsplit` means no limit. Pieces found from the right are pushed end first, so that reversing the
// whole puts both right.

/** From so many bytes on, the kernels win, copying included. */
const KERNEL = 64;

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
  const gap = se - ss;
  if (gap === 1 && e - s < KERNEL) return splitNear(m, s, e, sm[ss]!, maxsplit);
  const found = places(m, s, e, sm, ss, se, maxsplit < 0 ? Infinity : maxsplit);
  const count = found.length;
  const pieces = new Array<number>(2 * count + 2);
  for (let i = 0; i < count; i++) {
    const at = found[i]!;
    pieces[2 * i] = s;
    pieces[2 * i + 1] = at;
    s = at + gap;
  }
  pieces[2 * count] = s;
  pieces[2 * count + 1] = e;
  return pieces;
}

/** At a byte, with no list of places in between: what a few bytes take is the making of lists. */
function splitNear(m: Uint8Array, s: number, e: number, byte: number, maxsplit: number): number[] {
  const pieces: number[] = [];
  for (let at = s; at < e && maxsplit !== 0; at++) {
    if (m[at] !== byte) continue;
    pieces.push(s, at);
    s = at + 1;
    maxsplit--;
  }
  pieces.push(s, e);
  return pieces;
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
  const gap = se - ss;
  // Separators of one byte cannot overlap: all of them are the same from both ends.
  if (maxsplit < 0 && gap === 1) return split(m, s, e, sm, ss, se, maxsplit);
  if (maxsplit < 0) maxsplit = Infinity;
  const pieces: number[] = [];
  const byte = sm[ss]!;
  const searcher = gap === 1 || e - s < gap ? null : new BackSearcher(m, s, e, sm, ss, se);
  for (; maxsplit > 0 && e - s >= gap; maxsplit--) {
    const at = searcher === null ? rfindByte(m, s, e, byte) : searcher.next(e);
    if (at < 0) break;
    pieces.push(e, at + gap);
    e = at;
  }
  pieces.push(e, s);
  return pieces.reverse();
}

/** Runs without white space. CPython: Objects/stringlib/split.h `split_whitespace`. */
export function splitWhitespace(m: Uint8Array, s: number, e: number, maxsplit: number): number[] {
  const pieces: number[] = [];
  if (maxsplit < 0 && e - s >= KERNEL) {
    const k = kernels();
    if (k !== null) {
      words(k, m, s, e, pieces);
      return pieces;
    }
  }
  if (maxsplit < 0) maxsplit = Infinity;
  const table = kinds;
  for (;;) {
    while (s < e && (table[m[s]!]! & IS_SPACE) !== 0) s++;
    if (s >= e) return pieces;
    if (maxsplit-- <= 0) break;
    const start = s;
    while (s < e && (table[m[s]!]! & IS_SPACE) === 0) s++;
    pieces.push(start, s);
  }
  pieces.push(s, e);
  return pieces;
}

/** As {@link splitWhitespace}, counting from the right. CPython: Objects/stringlib/split.h `rsplit_whitespace`. */
export function rsplitWhitespace(m: Uint8Array, s: number, e: number, maxsplit: number): number[] {
  if (maxsplit < 0) return splitWhitespace(m, s, e, maxsplit);
  const table = kinds;
  const pieces: number[] = [];
  for (;;) {
    while (e > s && (table[m[e - 1]!]! & IS_SPACE) !== 0) e--;
    if (e <= s) return pieces.reverse();
    if (maxsplit-- <= 0) break;
    const end = e;
    while (e > s && (table[m[e - 1]!]! & IS_SPACE) === 0) e--;
    pieces.push(end, e);
  }
  pieces.push(e, s);
  return pieces.reverse();
}

/** Lines, ended by `\n`, `\r` or `\r\n`; without their ends unless `keepends`. CPython: `splitlines`. */
export function splitlines(m: Uint8Array, s: number, e: number, keepends: boolean): number[] {
  if (e - s >= KERNEL) {
    const k = kernels();
    if (k !== null) {
      const found: number[] = [];
      positions(k, m, s, e, 0x0a, 0x0d, found);
      return linesAt(m, s, e, keepends, found);
    }
  }
  const pieces: number[] = [];
  let i = s;
  while (i < e) {
    const c = m[i]!;
    if (c > 0x0d || (c !== 0x0a && c !== 0x0d)) {
      i++;
      continue;
    }
    const end = i++;
    if (c === 0x0d && i < e && m[i] === 0x0a) i++;
    pieces.push(s, keepends ? i : end);
    s = i;
  }
  if (s < e) pieces.push(s, e);
  return pieces;
}

/** The lines, where every `\n` and `\r` has been found. */
function linesAt(m: Uint8Array, s: number, e: number, keepends: boolean, found: readonly number[]): number[] {
  const pieces: number[] = [];
  const count = found.length;
  for (let i = 0; i < count; i++) {
    const end = found[i]!;
    let next = end + 1;
    if (m[end] === 0x0d && i + 1 < count && found[i + 1] === next && m[next] === 0x0a) {
      i++;
      next++;
    }
    pieces.push(s, keepends ? next : end);
    s = next;
  }
  if (s < e) pieces.push(s, e);
  return pieces;
}
