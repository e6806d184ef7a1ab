/** Joins ranges of bytes into memory that has room for the result. `bytes/join.ts` calls it after it has leased every item. */
import { PyOverflowError, PyRuntimeError } from '../exceptions/index.js';
import { EMPTY, LENGTH, MEMORY, START, allocate, copyToNew, intact } from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import { pastMaxsize } from '../python/index.js';
import { copyInWords, viewOf } from './words.js';

/** From this many items on, views for copying in words repay themselves, ... */
const WORDS_ITEMS = 16;
/** ... for items of at most this many bytes. */
const WORDS_LENGTH = 96;

/**
 * The items with `separator` between them, in new memory.
 *
 * @param length bytes of all items together, where the caller knows
 * @throws PyRuntimeError `sequence changed size during iteration` where a list returns other items when it is read again
 * @throws PyOverflowError `join() result is too long` past `sys.maxsize`
 * @throws PyMemoryError when no such amount can exist
 *
 * CPython: Objects/stringlib/join.h `bytes_join`
 */
export function join(separator: Content, items: readonly Content[], length = lengthOf(items)): Range {
  const count = items.length;
  if (count === 0) return EMPTY;
  const total = separator[LENGTH] * (count - 1) + length;
  if (pastMaxsize(total)) throw new PyOverflowError('join() result is too long');
  const result = allocate(total);
  if (count < WORDS_ITEMS || separator[LENGTH] > WORDS_LENGTH) joinFew(separator, items, result);
  else joinMany(separator, items, result);
  return result;
}

/** Neither the neighbours of a result may be written over, nor a part of it be left as it was. */
function refuseChange(): never {
  throw new PyRuntimeError('sequence changed size during iteration');
}

function lengthOf(items: readonly Content[]): number {
  let length = 0;
  for (let i = 0; i < items.length; i++) length += items[i]![LENGTH];
  return length;
}

/** The second result of {@link lastOfRun}: the end of the run in its memory. */
let stopOfRun = 0;

/**
 * Where the run of items ends that lie in one memory as they will in the result, each the separator behind the one before: pieces of a
 * split, or of one slab. They are copied at once. Each item is read only once, because a list that is a proxy may return another one.
 *
 * @returns the index of the run's last item; `stopOfRun` is where that item ends
 */
function lastOfRun(
  separator: Content,
  gapMemory: Uint8Array,
  items: readonly Content[],
  first: number,
  item: Content,
): number {
  const memory = item[MEMORY];
  const gap = separator[LENGTH];
  const gapStart = separator[START];
  let end = item[START] + item[LENGTH];
  let last = first;
  for (; last + 1 < items.length; last++) {
    const next = items[last + 1]!;
    if (next[MEMORY] !== memory || next[START] !== end + gap) break;
    let same = 0;
    while (same < gap && memory[end + same] === gapMemory[gapStart + same]) same++;
    if (same < gap) break;
    end = next[START] + next[LENGTH];
  }
  stopOfRun = end;
  return last;
}

function joinFew(separator: Content, items: readonly Content[], result: Range): void {
  const count = items.length;
  const gap = separator[LENGTH];
  const gapMemory = intact(separator[MEMORY], separator[START] + separator[LENGTH]);
  const gapStart = separator[START];
  const target = result[MEMORY];
  let at = result[START];
  const end = at + result[LENGTH];
  for (let i = 0; i < count; i++) {
    const item = items[i]!;
    const memory = item[MEMORY];
    const start = item[START];
    const before = i > 0 ? gap : 0;
    i = lastOfRun(separator, gapMemory, items, i, item);
    const stop = stopOfRun;
    const length = stop - start;
    if (at + before + length > end) refuseChange();
    if (before > 0) copyToNew(gapMemory, gapStart, gapStart + gap, target, at);
    at += before;
    copyToNew(intact(memory, stop), start, stop, target, at);
    at += length;
  }
  if (at !== end) refuseChange();
}

/** Most items of a long list share a memory with the item before (a slab, a split parent): one view serves them all. */
function joinMany(separator: Content, items: readonly Content[], result: Range): void {
  const count = items.length;
  const gap = separator[LENGTH];
  const gapMemory = intact(separator[MEMORY], separator[START] + separator[LENGTH]);
  const gapView = viewOf(gapMemory);
  const gapStart = separator[START];
  const target = result[MEMORY];
  const sink = viewOf(target);
  let at = result[START];
  const end = at + result[LENGTH];
  let memory: Uint8Array | null = null;
  let view: DataView | null = null;
  for (let i = 0; i < count; i++) {
    const item = items[i]!;
    const start = item[START];
    const before = i > 0 ? gap : 0;
    i = lastOfRun(separator, gapMemory, items, i, item);
    const stop = stopOfRun;
    const length = stop - start;
    if (at + before + length > end) refuseChange();
    if (before > 0) copyInWords(gapView, gapStart, sink, at, gap);
    at += before;
    if (item[MEMORY] !== memory) {
      memory = intact(item[MEMORY], stop);
      view = null;
    } else if (length <= WORDS_LENGTH) {
      view ??= viewOf(memory);
    }
    if (view !== null && length <= WORDS_LENGTH) copyInWords(view, start, sink, at, length);
    else copyToNew(memory, start, start + length, target, at);
    at += length;
  }
  if (at !== end) refuseChange();
}
