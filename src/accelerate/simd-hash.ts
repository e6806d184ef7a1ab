/** Calls the kernel of `kernels/hash.ts` piece by piece. */
import { PIECE } from './layout.js';
import type { KernelInstance } from './kernel-instance.js';
import { copyIn } from './pieces.js';

/** SipHash-1-3 with a zero key, as a signed 64-bit integer, before CPython's corrections. */
export function siphash(k: KernelInstance, m: Uint8Array, s: number, e: number): bigint {
  const { run } = k;
  for (let i = s; ; i += PIECE) {
    const last = e - i <= PIECE;
    const n = last ? e - i : PIECE;
    copyIn(k, m, i, i + n);
    run.siphash(n, i === s ? 1 : 0, last ? 1 : 0, (e - s) % 256);
    if (last) return k.result[0]!;
  }
}
