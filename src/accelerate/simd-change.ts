import { copyBytes } from '../memory/index.js';
import { NEEDLE, PIECE, REPLACEMENT, TABLE } from './layout.js';
import type { Kernels } from './load.js';
import { copyIn, copyOut } from './pieces.js';

/** The letters of `alphabet` (its first one), once `fold` is or-ed in, in the other case. */
function turnCase(
  k: Kernels,
  m: Uint8Array,
  s: number,
  e: number,
  target: Uint8Array,
  at: number,
  fold: number,
  alphabet: number,
): void {
  const { run } = k;
  for (let i = s; i < e; i += PIECE) {
    const n = Math.min(PIECE, e - i);
    copyIn(k, m, i, i + n);
    run.turnCase(n, fold, alphabet);
    copyOut(k, n, target, at + i - s);
  }
}

/** As `upper` of the algorithms. */
export function upper(k: Kernels, m: Uint8Array, s: number, e: number, target: Uint8Array, at: number): void {
  turnCase(k, m, s, e, target, at, 0, 0x61);
}

/** As `lower` of the algorithms. */
export function lower(k: Kernels, m: Uint8Array, s: number, e: number, target: Uint8Array, at: number): void {
  turnCase(k, m, s, e, target, at, 0, 0x41);
}

/** As `swapcase` of the algorithms. */
export function swapcase(
  k: Kernels,
  m: Uint8Array,
  s: number,
  e: number,
  target: Uint8Array,
  at: number,
): void {
  turnCase(k, m, s, e, target, at, 0x20, 0x61);
}

/** As `title` of the algorithms. */
export function title(k: Kernels, m: Uint8Array, s: number, e: number, target: Uint8Array, at: number): void {
  const { run } = k;
  let inWord = 0;
  for (let i = s; i < e; i += PIECE) {
    const n = Math.min(PIECE, e - i);
    copyIn(k, m, i, i + n);
    inWord = run.title(n, inWord);
    copyOut(k, n, target, at + i - s);
  }
}

/** Writes `m[s .. e)` through the table `tm[ts .. ts+256)`. */
export function translate(
  k: Kernels,
  m: Uint8Array,
  s: number,
  e: number,
  tm: Uint8Array,
  ts: number,
  target: Uint8Array,
  at: number,
): void {
  const { run } = k;
  copyBytes(tm, ts, ts + 256, k.memory, TABLE);
  for (let i = s; i < e; i += PIECE) {
    const n = Math.min(PIECE, e - i);
    copyIn(k, m, i, i + n);
    run.translate(n);
    copyOut(k, n, target, at + i - s);
  }
}

/** Writes `m[s .. e)` with each byte `from` made `to`. */
export function exchange(
  k: Kernels,
  m: Uint8Array,
  s: number,
  e: number,
  from: number,
  to: number,
  target: Uint8Array,
  at: number,
): void {
  const { run } = k;
  for (let i = s; i < e; i += PIECE) {
    const n = Math.min(PIECE, e - i);
    copyIn(k, m, i, i + n);
    run.exchange(n, from, to);
    copyOut(k, n, target, at + i - s);
  }
}

/** Writes `m[s .. e)`, last byte first. */
export function reverse(
  k: Kernels,
  m: Uint8Array,
  s: number,
  e: number,
  target: Uint8Array,
  at: number,
): void {
  const { run } = k;
  for (let end = e; end > s; end -= PIECE) {
    const n = Math.min(PIECE, end - s);
    copyIn(k, m, end - n, end);
    run.reverse(n);
    copyOut(k, n, target, at + e - end);
  }
}

/** The longest replacement the kernel takes; longer ones leave it little to win. */
export const REPLACEMENT_LIMIT = 1024;
/** The longest needle it replaces: it compares candidates byte by byte. */
export const REPLACED_LIMIT = 64;

/**
 * Writes `m[s .. e)` with `times` needles `om[os .. oe)` replaced; they have been counted before, and there is room
 * for the result.
 */
export function replace(
  k: Kernels,
  m: Uint8Array,
  s: number,
  e: number,
  om: Uint8Array,
  os: number,
  oe: number,
  nm: Uint8Array,
  ns: number,
  ne: number,
  times: number,
  target: Uint8Array,
  at: number,
): void {
  const { run, memory, state } = k;
  const from = oe - os;
  const to = ne - ns;
  copyBytes(om, os, oe, memory, NEEDLE);
  copyBytes(nm, ns, ne, memory, REPLACEMENT);
  let i = s;
  while (times > 0) {
    const n = Math.min(PIECE, e - i);
    const last = i + n === e ? 1 : 0;
    copyIn(k, m, i, i + n);
    times -= run.replace(n, from, 0, from - 1, to, Math.min(times, PIECE), last);
    i += state[0]!;
    const written = state[1]!;
    copyOut(k, written, target, at);
    at += written;
  }
  copyBytes(m, i, e, target, at);
}
