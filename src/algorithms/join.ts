import { PyOverflowError } from '../exceptions/index.js';
import { EMPTY, LENGTH, MEMORY, START, allocate, copyBytes } from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import { abi } from '../python/index.js';

/**
 * The items with `separator` between them, in new memory.
 *
 * @throws PyOverflowError `join() result is too long` past `sys.maxsize`
 * @throws PyMemoryError when no such amount can exist
 *
 * CPython: Objects/stringlib/join.h `bytes_join`
 */
export function join(separator: Content, items: readonly Content[]): Range {
  const count = items.length;
  if (count === 0) return EMPTY;
  const gap = separator[LENGTH];
  let total = gap * (count - 1);
  for (let i = 0; i < count; i++) total += items[i]![LENGTH];
  if (total > Number(abi().maxsize)) throw new PyOverflowError('join() result is too long');
  const result = allocate(total);
  const target = result[MEMORY];
  let at = result[START];
  for (let i = 0; i < count; i++) {
    if (i > 0 && gap > 0) {
      copyBytes(separator[MEMORY], separator[START], separator[START] + gap, target, at);
      at += gap;
    }
    const item = items[i]!;
    const start = item[START];
    const length = item[LENGTH];
    copyBytes(item[MEMORY], start, start + length, target, at);
    at += length;
  }
  return result;
}
