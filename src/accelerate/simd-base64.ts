/** Calls the kernels of `kernels/base64.ts` piece by piece: base64 from bytes to bytes, and Adler-32. */
import { PIECE } from './layout.js';
import type { KernelInstance } from './kernel-instance.js';
import { copyIn, copyOut } from './pieces.js';

/** Bytes that one call encodes: whole groups, and whole vectors of twelve. */
const ENCODED = PIECE - (PIECE % 12);

/** Writes the digits of `m[s .. e)`, whose length is a multiple of 12, to `target[at ..)`; `plus` and `slash` are those of 62 and 63. */
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
  const { run } = k;
  for (let i = s; i < e; i += ENCODED) {
    const n = Math.min(ENCODED, e - i);
    copyIn(k, m, i, i + n);
    run.toBase64(n, plus, slash);
    copyOut(k, (n / 3) * 4, target, at);
    at += (n / 3) * 4;
  }
}

/**
 * Decodes `m[s .. e)` up to the first group of 16 characters that are not all digits, and writes the bytes to `target[at ..)`.
 *
 * @returns how many characters were decoded, a multiple of 16
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
  const { run } = k;
  for (let i = s; i < e; i += PIECE) {
    const n = Math.min(PIECE, e - i);
    copyIn(k, m, i, i + n);
    const read = run.fromBase64(n, plus, slash);
    copyOut(k, (read / 4) * 3, target, at);
    at += (read / 4) * 3;
    if (read < PIECE) return i + read - s;
  }
  return e - s;
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
