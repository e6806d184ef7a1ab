/**
 * Calls the kernels of `kernels/base64.ts` piece by piece: base64 from bytes to bytes, its line feeds, and
 * Adler-32.
 */
import { DECODING, ENCODING, PIECE } from './layout.js';
import type { KernelInstance } from './kernel-instance.js';
import { copyIn, copyOut } from './pieces.js';

/** Bytes that one call encodes: whole groups, and whole vectors of twelve. */
const ENCODED = PIECE - (PIECE % 12);

/** A vector that repeats a few bytes. */
function repeated(...bytes: readonly number[]): number[] {
  return Array.from({ length: 16 }, (_, i) => bytes[i % bytes.length]!);
}

/** The vectors of `toBase64`, in the order in which it reads them, as `layout.ts` says. */
function encodingOf(plus: number, slash: number): readonly number[] {
  return [
    ...[1, 0, 2, 1, 4, 3, 5, 4, 7, 6, 8, 7, 10, 9, 11, 10],
    ...repeated(0x3f, 0, 0, 0),
    ...repeated(0, 0, 0x3f, 0),
    ...repeated(0xf0, 0x03, 0x3f, 0),
    ...repeated(0x10, 0, 0, 0x01),
    ...repeated(51),
    ...repeated(25),
    // The number to add to a value, for capital letters, small letters, the ten digits and the last two.
    ...[65, 71, -4, -4, -4, -4, -4, -4, -4, -4, -4, -4, plus - 62, slash - 63, 0, 0],
    ...[plus, slash],
  ];
}

/**
 * The rows of the digits and letters that all alphabets share: the shift of each row, and its first and last
 * lower half.
 */
const ROWS = [
  [3, 4, 0, 9],
  [4, -65, 1, 15],
  [5, -65, 0, 10],
  [6, -71, 1, 15],
  [7, -71, 0, 10],
] as const;

/**
 * The vectors of `fromBase64`. A row holds the characters with the same upper half. Its entry in the first
 * vector is a bit; the second vector has that bit at each lower half that makes no digit in the row. All
 * digits of a row have the same shift, so one of the last two digits is moved to the entry of row 0.
 *
 * @returns null if both of the last two digits are in row 0 or in the rows of letters and of 0 to 9
 */
function decodingOf(plus: number, slash: number): readonly number[] | null {
  const shifts = repeated(0);
  const digits = repeated(0);
  for (const [row, shift, from, to] of ROWS) {
    shifts[row] = shift;
    for (let lower = from; lower <= to; lower++) digits[row]! |= 1 << lower;
  }
  const canStay = (digit: number): boolean => digit > 15 && digits[digit >> 4] === 0;
  if (!canStay(plus) && !canStay(slash)) return null;
  const [stays, value, moved] = canStay(plus) ? [plus, 62, slash] : [slash, 63, plus];
  for (const digit of [plus, slash]) digits[digit >> 4]! |= 1 << (digit & 15);
  shifts[stays >> 4] = value - stays;
  shifts[0] = 62 + 63 - value - moved;
  // Rows with the same digits share a bit. There are at most six kinds: four, and two that have one of the
  // last digits.
  const kinds = [...new Set(digits)];
  const missing = (lower: number): number =>
    kinds.reduce((bits, kind, bit) => bits | (((kind >> lower) & 1) === 0 ? 1 << bit : 0), 0);
  return [
    ...digits.map((kind) => 1 << kinds.indexOf(kind)),
    ...digits.map((_, lower) => missing(lower)),
    ...shifts,
    ...repeated(moved),
    ...repeated(15),
    ...repeated(0xc0, 0x0f),
    ...repeated(0, 0x10, 0x01, 0),
    ...[2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1],
    ...[plus, slash],
  ];
}

/** The size of the vectors. The last two digits of their alphabet follow. */
const VECTORS = 8 * 16;

/**
 * Writes the vectors of an alphabet to the kernels' memory unless they are already there. @returns false if
 * the alphabet has none
 */
function prepare(
  { memory }: KernelInstance,
  at: number,
  vectorsOf: (plus: number, slash: number) => readonly number[] | null,
  plus: number,
  slash: number,
): boolean {
  if (memory[at + VECTORS] === plus && memory[at + VECTORS + 1] === slash) return true;
  const vectors = vectorsOf(plus, slash);
  if (vectors !== null) memory.set(vectors, at);
  return vectors !== null;
}

/**
 * Writes the digits of `m[s .. e)`, whose length is a multiple of 12, to `target[at ..)`; `plus` and `slash`
 * are the digits of 62 and 63.
 */
export function toBase64(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  target: Uint8Array,
  at: number,
  plus: number,
  slash: number,
): void {
  prepare(k, ENCODING, encodingOf, plus, slash);
  const { run } = k;
  for (let i = s; i < e; i += ENCODED) {
    const n = Math.min(ENCODED, e - i);
    copyIn(k, m, i, i + n);
    run.toBase64(n);
    copyOut(k, (n / 3) * 4, target, at);
    at += (n / 3) * 4;
  }
}

/**
 * Decodes `m[s .. e)` up to the first group of 16 characters that are not all digits, and writes the bytes to
 * `target[at ..)`.
 *
 * @returns the number of characters decoded, a multiple of 16; 0 if both of the alphabet's last two digits
 *   share their upper half with letters or with 0 to 9
 */
export function fromBase64(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  target: Uint8Array,
  at: number,
  plus: number,
  slash: number,
): number {
  if (!prepare(k, DECODING, decodingOf, plus, slash)) return 0;
  const { run } = k;
  for (let i = s; i < e; i += PIECE) {
    const n = Math.min(PIECE, e - i);
    copyIn(k, m, i, i + n);
    const read = run.fromBase64(n);
    copyOut(k, (read / 4) * 3, target, at);
    at += (read / 4) * 3;
    if (read < PIECE) return i + read - s;
  }
  return e - s;
}

/**
 * Writes `m[s .. e)` to `target[at ..)` with a line feed after every `column` bytes (4 to a piece), but none
 * at the end.
 */
export function wrap(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  column: number,
  target: Uint8Array,
  at: number,
): void {
  // Whole lines.
  const piece = PIECE - (PIECE % column);
  for (let i = s; i < e; i += piece) {
    const n = Math.min(piece, e - i);
    copyIn(k, m, i, i + n);
    k.run.wrap(n, column);
    const written = n + Math.ceil(n / column) - (i + n === e ? 1 : 0);
    copyOut(k, written, target, at);
    at += written;
  }
}

/** Adler-32 of `m[s .. e)` after the sums `a` and `b`. */
export function adler32(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  a: number,
  b: number,
): number {
  const { run, state } = k;
  for (let i = s; i < e; i += PIECE) {
    const n = Math.min(PIECE, e - i);
    copyIn(k, m, i, i + n);
    run.adler32(n, a, b);
    a = state[0]!;
    b = state[1]!;
  }
  return ((b << 16) | a) >>> 0;
}
