/**
 * Joins ranges of bytes into memory that has room for the result. `bytes/join.ts` calls it after it has
 * leased every item.
 */
import { PyOverflowError, PyRuntimeError } from '../exceptions/index.js';
import {
  EMPTY,
  LENGTH,
  MEMORY,
  SLAB_LIMIT,
  START,
  allocate,
  allocateSpacious,
  copyInWords,
  copyToNew,
  intact,
  isViewed,
  viewOf,
} from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import { pastMaxsize } from '../python/index.js';

/** From this many items on, a view of the result is worth its cost, however large the result is. */
const MANY = 16;
/** The lengths of items that are copied faster through it. */
const SHORTEST = 8;
const LONGEST = 96;

/**
 * Returns the items with `separator` between them, in new memory.
 *
 * @param length the number of bytes of all items, if the caller knows it
 * @param spare bytes to keep behind a large result that never changes, so that it can be extended
 * @throws PyRuntimeError `sequence changed size during iteration` if a list has other items when it is read a
 *   second time
 * @throws PyOverflowError `join() result is too long` past `sys.maxsize`
 * @throws PyMemoryError when that much memory cannot exist
 *
 * CPython: Objects/stringlib/join.h `bytes_join`
 */
export function join(
  separator: Content,
  items: readonly Content[],
  length = lengthOf(items),
  spare = 0,
): Range {
  const count = items.length;
  if (count === 0) return EMPTY;
  const total = separator[LENGTH] * (count - 1) + length;
  if (pastMaxsize(total)) throw new PyOverflowError('join() result is too long');
  const result = spare > 0 && total > SLAB_LIMIT ? allocateSpacious(total, spare) : allocate(total);
  fill(separator, items, result[MEMORY], result[START], total);
  return result;
}

/**
 * Items that changed meanwhile would overwrite the neighbours of the result or leave a part of it unwritten.
 */
function refuseChange(): never {
  throw new PyRuntimeError('sequence changed size during iteration');
}

function lengthOf(items: readonly Content[]): number {
  let length = 0;
  for (let i = 0; i < items.length; i++) length += items[i]![LENGTH];
  return length;
}

/**
 * Whether the bytes at `start` lie in memory as in the result: one separator after the bytes that end at
 * `end`. Pieces of a split or of one slab often do. Such a run is copied at once.
 */
function follows(
  gapMemory: Uint8Array,
  gapStart: number,
  gap: number,
  memory: Uint8Array,
  end: number,
  start: number,
): boolean {
  if (start !== end + gap) return false;
  let same = 0;
  while (same < gap && memory[end + same] === gapMemory[gapStart + same]) same++;
  return same === gap;
}

function fill(
  separator: Content,
  items: readonly Content[],
  target: Uint8Array,
  at: number,
  total: number,
): void {
  const count = items.length;
  const gap = separator[LENGTH];
  const gapStart = separator[START];
  const gapMemory = intact(separator[MEMORY], gapStart + gap);
  const sink = count < MANY ? null : viewOf(target);
  const end = at + total;
  let before = 0;
  let item = items[0]!;
  for (let i = 0; i < count; before = gap) {
    const memory = item[MEMORY];
    const start = item[START];
    let stop = start + item[LENGTH];
    while (++i < count) {
      item = items[i]!;
      const from = item[START];
      if (item[MEMORY] !== memory || !follows(gapMemory, gapStart, gap, memory, stop, from)) break;
      stop = from + item[LENGTH];
    }
    const length = stop - start;
    if (at + before + length > end) refuseChange();
    for (let g = 0; g < before; g++) target[at++] = gapMemory[gapStart + g]!;
    intact(memory, stop);
    if (sink !== null && length >= SHORTEST && length <= LONGEST && isViewed(memory)) {
      copyInWords(viewOf(memory), start, sink, at, length);
    } else copyToNew(memory, start, stop, target, at);
    at += length;
  }
  if (at !== end) refuseChange();
}
