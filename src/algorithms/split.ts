import { find, rfind } from './search.js';
import { skipSpace, skipSpaceBack } from './strip.js';
import { IS_SPACE, kinds } from './kinds.js';

// All of these give pieces flat, [start0, end0, start1, end1, ...]: no object a piece until the caller makes his own.

/** Puts pieces that were found from the right in order. */
function reversePieces(pieces: number[]): number[] {
  // Each piece was pushed end first, so that turning everything round puts both right.
  return pieces.reverse();
}

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
  const pieces: number[] = [];
  const gap = se - ss;
  if (maxsplit < 0) maxsplit = Infinity;
  for (; maxsplit > 0; maxsplit--) {
    const at = find(m, s, e, sm, ss, se);
    if (at < 0) break;
    pieces.push(s, at);
    s = at + gap;
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
  const pieces: number[] = [];
  const gap = se - ss;
  if (maxsplit < 0) maxsplit = Infinity;
  for (; maxsplit > 0; maxsplit--) {
    const at = rfind(m, s, e, sm, ss, se);
    if (at < 0) break;
    pieces.push(e, at + gap);
    e = at;
  }
  pieces.push(e, s);
  return reversePieces(pieces);
}

/** Runs without white space. CPython: Objects/stringlib/split.h `split_whitespace`. */
export function splitWhitespace(m: Uint8Array, s: number, e: number, maxsplit: number): number[] {
  const pieces: number[] = [];
  if (maxsplit < 0) maxsplit = Infinity;
  for (;;) {
    s = skipSpace(m, s, e);
    if (s >= e) return pieces;
    if (maxsplit-- <= 0) {
      pieces.push(s, e);
      return pieces;
    }
    const start = s;
    while (s < e && (kinds[m[s]!]! & IS_SPACE) === 0) s++;
    pieces.push(start, s);
  }
}

/** As {@link splitWhitespace}, counting from the right. CPython: Objects/stringlib/split.h `rsplit_whitespace`. */
export function rsplitWhitespace(m: Uint8Array, s: number, e: number, maxsplit: number): number[] {
  const pieces: number[] = [];
  if (maxsplit < 0) maxsplit = Infinity;
  for (;;) {
    e = skipSpaceBack(m, s, e);
    if (e <= s) return reversePieces(pieces);
    if (maxsplit-- <= 0) {
      pieces.push(e, s);
      return reversePieces(pieces);
    }
    const end = e;
    while (e > s && (kinds[m[e - 1]!]! & IS_SPACE) === 0) e--;
    pieces.push(end, e);
  }
}

/** Lines, ended by `\n`, `\r` or `\r\n`; without their ends unless `keepends`. CPython: `splitlines`. */
export function splitlines(m: Uint8Array, s: number, e: number, keepends: boolean): number[] {
  const pieces: number[] = [];
  let i = s;
  while (i < e) {
    const c = m[i]!;
    if (c !== 0x0a && c !== 0x0d) {
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
