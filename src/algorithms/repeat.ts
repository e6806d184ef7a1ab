/** Repeats a range of bytes. The operator `*` of bytes and array calls it. */
import { PyOverflowError } from '../exceptions/index.js';
import { EMPTY, LENGTH, MEMORY, START, allocate, copyToNew } from '../memory/index.js';
import type { Range } from '../memory/index.js';
import { pastMaxsize } from '../python/index.js';

/**
 * The bytes `count` times over, in new memory; nothing where `count <= 0`.
 *
 * @throws PyOverflowError `repeated bytes are too long` past `sys.maxsize` (a bytearray raises MemoryError instead:
 *   its caller's matter)
 * @throws PyMemoryError when no such amount can exist
 *
 * CPython: Objects/bytesobject.c `bytes_repeat`
 */
export function repeat(m: Uint8Array, s: number, e: number, count: number): Range {
  const length = e - s;
  if (length <= 0 || count <= 0) return EMPTY;
  if (pastMaxsize(length * count)) throw new PyOverflowError('repeated bytes are too long');
  const result = allocate(length * count);
  const target = result[MEMORY];
  const start = result[START];
  if (length === 1) {
    target.fill(m[s]!, start, start + count);
    return result;
  }
  copyToNew(m, s, e, target, start);
  // Doubling: log2(count) large copies instead of many small ones.
  const total = result[LENGTH];
  for (let done = length; done < total; done *= 2) {
    target.copyWithin(start + done, start, start + Math.min(done, total - done));
  }
  return result;
}
