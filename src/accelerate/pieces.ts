/** Copies pieces of contents into and out of the kernels' memory. Every `simd-` file uses it. */
import { copyToNew } from '../memory/index.js';
import type { Offsets } from '../memory/index.js';
import { INPUT, OUTPUT, PIECE } from './layout.js';
import type { KernelInstance } from './kernel-instance.js';

/** Copies `source[s .. e)` into the kernels' memory. The source is never part of that memory. */
export function copyInto(memory: Uint8Array, source: Uint8Array, s: number, e: number, at: number): void {
  copyToNew(source, s, e, memory, at);
}

/** Copies `m[s .. e)`, at most one piece, to the kernels' input. */
export function copyIn(k: KernelInstance, m: Uint8Array, s: number, e: number): void {
  copyInto(k.memory, m, s, e, INPUT);
}

/** Copies n bytes of the kernels' output to `target[at ..)`. */
export function copyOut(k: KernelInstance, n: number, target: Uint8Array, at: number): void {
  if (n === PIECE) target.set(k.output, at);
  else copyToNew(k.memory, OUTPUT, OUTPUT + n, target, at);
}

/** Appends the first `count` positions of the kernels' list, with `base` added to each. */
export function appendList(k: KernelInstance, count: number, base: number, found: Offsets): void {
  const { list } = k;
  const start = found.count;
  found.reserve(count);
  const target = found.list;
  for (let i = 0; i < count; i++) target[start + i] = base + list[i]!;
  found.count = start + count;
}
