import { PIECE } from './layout.js';
import type { Kernels } from './load.js';
import { copyIn } from './pieces.js';

/** Pushes the places of the bytes `a` and `b` (which may be one). */
export function positions(
  k: Kernels,
  m: Uint8Array,
  s: number,
  e: number,
  a: number,
  b: number,
  found: number[],
): void {
  const { run, list } = k;
  for (let i = s; i < e; i += PIECE) {
    const n = Math.min(PIECE, e - i);
    copyIn(k, m, i, i + n);
    const count = run.positions(n, a, b);
    for (let j = 0; j < count; j++) found.push(i + list[j]!);
  }
}

/** Pushes where runs of bytes that are not white space begin and end, in turn; the last end is `e` if it lacks one. */
export function words(k: Kernels, m: Uint8Array, s: number, e: number, found: number[]): void {
  const { run, list, state } = k;
  let inside = 1;
  for (let i = s; i < e; i += PIECE) {
    const n = Math.min(PIECE, e - i);
    copyIn(k, m, i, i + n);
    const count = run.spaceEdges(n, inside);
    inside = state[0]!;
    for (let j = 0; j < count; j++) found.push(i + list[j]!);
  }
  if (inside === 0) found.push(e);
}
