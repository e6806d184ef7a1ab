/**
 * Cuts a content into pieces: at a separator, at whitespace, at line ends. It returns positions, so pieces
 * can share the content's memory. `split.ts` here and `bytes/split.ts` call it.
 */
import { kernels } from '../accelerate/load.js';
import { Offsets } from '../memory/index.js';
import { IS_SPACE, kinds } from './kinds.js';
import { locate } from './places.js';
import { rfindByte } from './search.js';
import { BackSearcher } from './searcher.js';

// These functions return lists that are valid until the next call: start0, end0, start1, end1, ... A negative
// `maxsplit` means no limit. Pieces found from the right are pushed end first, so that reversing the whole
// list orders both pieces and bounds.

/** From this many bytes on, the kernels are faster, including the copying. */
const KERNEL = 64;

const pieces = new Offsets();
const lineEnds = new Offsets();

/** See `split`. */
export function cut(
  m: Uint8Array,
  s: number,
  e: number,
  sm: Uint8Array,
  ss: number,
  se: number,
  maxsplit: number,
): Offsets {
  const gap = se - ss;
  const found = locate(m, s, e, sm, ss, se, maxsplit < 0 ? Infinity : maxsplit);
  const { count } = found;
  found.reserve(count + 2);
  const { list } = found;
  // In place, from the last position on, so that none is overwritten before it was read.
  list[2 * count + 1] = e;
  for (let i = count - 1; i >= 0; i--) {
    const at = list[i]!;
    list[2 * i + 2] = at + gap;
    list[2 * i + 1] = at;
  }
  list[0] = s;
  found.count = 2 * count + 2;
  return found;
}

/** See `rsplit`. */
export function cutBack(
  m: Uint8Array,
  s: number,
  e: number,
  sm: Uint8Array,
  ss: number,
  se: number,
  maxsplit: number,
): Offsets {
  const gap = se - ss;
  // Separators of one byte cannot overlap, so both directions find the same ones.
  if (maxsplit < 0 && gap === 1) return cut(m, s, e, sm, ss, se, maxsplit);
  if (maxsplit < 0) maxsplit = Infinity;
  pieces.clear();
  const byte = sm[ss]!;
  const searcher = gap === 1 ? null : new BackSearcher(m, s, e, sm, ss, se);
  for (; maxsplit > 0; maxsplit--) {
    const at = searcher === null ? rfindByte(m, s, e, byte) : searcher.next(e);
    if (at < 0) break;
    pieces.push(e);
    pieces.push(at + gap);
    e = at;
  }
  pieces.push(e);
  pieces.push(s);
  pieces.reverse();
  return pieces;
}

/** See `splitWhitespace`. */
export function cutWords(m: Uint8Array, s: number, e: number, maxsplit: number): Offsets {
  pieces.clear();
  if (maxsplit < 0 && e - s >= KERNEL) {
    const k = kernels(e - s);
    if (k !== null) {
      k.glue.words(k, m, s, e, pieces);
      return pieces;
    }
  }
  if (maxsplit < 0) maxsplit = Infinity;
  const table = kinds;
  for (;;) {
    while (s < e && (table[m[s]!]! & IS_SPACE) !== 0) s++;
    if (s >= e) return pieces;
    pieces.push(s);
    if (maxsplit-- <= 0) break;
    while (s < e && (table[m[s]!]! & IS_SPACE) === 0) s++;
    pieces.push(s);
  }
  pieces.push(e);
  return pieces;
}

/** See `rsplitWhitespace`. */
export function cutWordsBack(m: Uint8Array, s: number, e: number, maxsplit: number): Offsets {
  if (maxsplit < 0) return cutWords(m, s, e, maxsplit);
  pieces.clear();
  const table = kinds;
  for (;;) {
    while (e > s && (table[m[e - 1]!]! & IS_SPACE) !== 0) e--;
    if (e <= s) break;
    pieces.push(e);
    if (maxsplit-- <= 0) {
      pieces.push(s);
      break;
    }
    while (e > s && (table[m[e - 1]!]! & IS_SPACE) === 0) e--;
    pieces.push(e);
  }
  pieces.reverse();
  return pieces;
}

/** See `splitlines`. */
export function cutLines(m: Uint8Array, s: number, e: number, keepends: boolean): Offsets {
  pieces.clear();
  const k = e - s >= KERNEL ? kernels(e - s) : null;
  if (k !== null) {
    lineEnds.clear();
    k.glue.positions(k, m, s, e, 0x0a, 0x0d, lineEnds);
    linesAt(m, s, e, keepends, lineEnds);
    return pieces;
  }
  let i = s;
  while (i < e) {
    const c = m[i]!;
    if (c > 0x0d || (c !== 0x0a && c !== 0x0d)) {
      i++;
      continue;
    }
    const end = i++;
    if (c === 0x0d && i < e && m[i] === 0x0a) i++;
    pieces.push(s);
    pieces.push(keepends ? i : end);
    s = i;
  }
  if (s < e) {
    pieces.push(s);
    pieces.push(e);
  }
  return pieces;
}

/** The lines, given the positions of every `\n` and `\r`. */
function linesAt(m: Uint8Array, s: number, e: number, keepends: boolean, found: Offsets): void {
  const { list, count } = found;
  for (let i = 0; i < count; i++) {
    const end = list[i]!;
    let next = end + 1;
    if (m[end] === 0x0d && i + 1 < count && list[i + 1] === next && m[next] === 0x0a) {
      i++;
      next++;
    }
    pieces.push(s);
    pieces.push(keepends ? next : end);
    s = next;
  }
  if (s < e) {
    pieces.push(s);
    pieces.push(e);
  }
}
