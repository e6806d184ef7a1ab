/**
 * Repeats a range of bytes. The operators `*` and `*=` of bytes, bytearray and array call these functions.
 */
import { PyOverflowError } from '../exceptions/index.js';
import { EMPTY, MEMORY, START, allocate, copyLoop, copyToNew } from '../memory/index.js';
import type { Range } from '../memory/index.js';
import { pastMaxsize } from '../python/index.js';

/**
 * Returns the bytes `count` times over, in new memory; nothing if `count <= 0`.
 *
 * @throws PyOverflowError `repeated bytes are too long` past `sys.maxsize` (for a bytearray the caller raises
 *   MemoryError instead)
 * @throws PyMemoryError when no memory of this size can exist
 *
 * CPython: Objects/bytesobject.c `bytes_repeat`
 */
export function repeat(m: Uint8Array, s: number, e: number, count: number): Range {
  const length = e - s;
  if (count <= 0) return EMPTY;
  if (pastMaxsize(length, count)) throw new PyOverflowError('repeated bytes are too long');
  const result = allocate(length * count);
  const target = result[MEMORY];
  const start = result[START];
  if (length * count <= SHORT) {
    copyLoop(m, s, e, target, start);
    copyLoop(target, start, start + length * (count - 1), target, start + length);
    return result;
  }
  copyToNew(m, s, e, target, start);
  repeatInPlace(target, start, length, count);
  return result;
}

/** Up to this many bytes, one loop is faster than doubling. */
const SHORT = 64;

/** Fills memory with `count` copies of the `length` bytes at `start`, the first of which is there. */
export function repeatInPlace(memory: Uint8Array, start: number, length: number, count: number): void {
  const total = length * count;
  if (length === 1) {
    memory.fill(memory[start]!, start, start + total);
    return;
  }
  // Doubling: log2(count) large copies instead of many small ones.
  for (let done = length; done < total; done *= 2) {
    copyToNew(memory, start, start + Math.min(done, total - done), memory, start + done);
  }
}
