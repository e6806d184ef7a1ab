/** Calls the kernels of `kernels/search.ts` that find separators, piece by piece. */
import type { Offsets } from '../memory/index.js';
import { PIECE } from './layout.js';
import type { KernelInstance } from './kernel-instance.js';
import { appendList, copyIn } from './pieces.js';

/** Appends the positions of the bytes `a` and `b`, which may be the same. */
export function positions(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  a: number,
  b: number,
  found: Offsets,
): void {
  const { run } = k;
  for (let i = s; i < e; i += PIECE) {
    const n = Math.min(PIECE, e - i);
    copyIn(k, m, i, i + n);
    appendList(k, run.positions(n, a, b), i, found);
  }
}

/**
 * Appends where each run of non-whitespace bytes begins and ends; the last end is `e` if the run reaches the
 * end.
 */
export function words(k: KernelInstance, m: Uint8Array, s: number, e: number, found: Offsets): void {
  const { run, state } = k;
  let inside = 1;
  for (let i = s; i < e; i += PIECE) {
    const n = Math.min(PIECE, e - i);
    copyIn(k, m, i, i + n);
    const count = run.spaceEdges(n, inside);
    inside = state[0]!;
    appendList(k, count, i, found);
  }
  if (inside === 0) found.push(e);
}
