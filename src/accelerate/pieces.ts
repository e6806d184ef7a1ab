import { copyBytes } from '../memory/index.js';
import { INPUT, OUTPUT, PIECE } from './layout.js';
import type { Kernels } from './load.js';

/** Copies `m[s .. e)`, at most a piece, to the kernels' input. */
export function copyIn(k: Kernels, m: Uint8Array, s: number, e: number): void {
  copyBytes(m, s, e, k.memory, INPUT);
}

/** Copies n bytes of the kernels' output to `target[at ..)`. */
export function copyOut(k: Kernels, n: number, target: Uint8Array, at: number): void {
  if (n === PIECE) target.set(k.output, at);
  else copyBytes(k.memory, OUTPUT, OUTPUT + n, target, at);
}
