/** Calls the kernels of `kernels/examine.ts` piece by piece: classes of bytes. */
import { PIECE } from './layout.js';
import type { KernelInstance } from './kernel-instance.js';
import { copyIn } from './pieces.js';

/** The number of bytes to test before a whole piece is copied, because most tests that fail do so early. */
const GLANCE = 1024;

/** The kernel tier of the algorithm `isascii`. */
export function isAscii(k: KernelInstance, m: Uint8Array, s: number, e: number): boolean {
  const { run } = k;
  let step = GLANCE;
  for (let i = s; i < e; i += step, step = PIECE) {
    const n = Math.min(step, e - i);
    copyIn(k, m, i, i + n);
    if (run.isAscii(n) === 0) return false;
  }
  return true;
}

/** Whether every byte is in one of the classes. */
export function every(k: KernelInstance, m: Uint8Array, s: number, e: number, classes: number): boolean {
  const { run } = k;
  let step = GLANCE;
  for (let i = s; i < e; i += step, step = PIECE) {
    const n = Math.min(step, e - i);
    copyIn(k, m, i, i + n);
    if (run.every(n, classes) === 0) return false;
  }
  return true;
}

/** Whether some byte is in the classes `wanted` and no byte is in `refused`. */
export function someWithout(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  wanted: number,
  refused: number,
): boolean {
  const { run } = k;
  let seen = 0;
  let step = GLANCE;
  for (let i = s; i < e; i += step, step = PIECE) {
    const n = Math.min(step, e - i);
    copyIn(k, m, i, i + n);
    seen |= run.union(n, refused);
    if ((seen & refused) !== 0) return false;
  }
  return (seen & wanted) !== 0;
}

/** The kernel tier of the algorithm `istitle`. */
export function isTitle(k: KernelInstance, m: Uint8Array, s: number, e: number): boolean {
  const { run } = k;
  let found = 0;
  let step = GLANCE;
  for (let i = s; i < e; i += step, step = PIECE) {
    const n = Math.min(step, e - i);
    copyIn(k, m, i, i + n);
    const here = run.isTitle(n, found & 1);
    if (here < 0) return false;
    found = here | (found & 2);
  }
  return (found & 2) !== 0;
}
