import { pastMaxsize } from '../algorithms/index.js';
import { PyMemoryError } from '../exceptions/index.js';
import {
  EMPTY,
  LENGTH,
  MEMORY,
  SLAB_LIMIT,
  START,
  allocateOwn,
  copyContent,
  copyToNew,
  mayShare,
} from '../memory/index.js';
import type { Content } from '../memory/index.js';
import type { Exports } from '../protocol/index.js';

/**
 * Where a bytearray's room in its memory ends; below 0 while it shares the memory with others (a slab): -1, less one for
 * each byte that was deleted at the front, which `__alloc__` still counts.
 */
export const LIMIT: unique symbol = Symbol('pybuffer.limit');
/**
 * How many bytes of a bytearray may be written where they are: LENGTH, or 0 while others read the same memory. That an
 * index is below it is all that an assignment of one byte has to ask.
 */
export const WRITABLE: unique symbol = Symbol('pybuffer.writable');
/** The record of a bytearray's exports; null before the first. */
export const EXPORTS: unique symbol = Symbol('pybuffer.exports');

/** What a bytearray is made of. Its own memory is its room from index 0 to LIMIT; content may start later. */
export interface Storage {
  [MEMORY]: Uint8Array;
  [START]: number;
  [LENGTH]: number;
  [LIMIT]: number;
  [WRITABLE]: number;
  [EXPORTS]: Exports | null;
}

/** What a resize says while exports are out. */
export const LOCKED = 'Existing exports of data: object cannot be re-sized';
/** Fewer bytes than this are copied: that takes at most 40 ns longer, and the next write 20 ns less. */
export const SHARED_FROM = 512;
/** A part is shared when it has at least one in this many bytes: the next write copies all of them. */
const PART_TIMES = 2;
/** Room that is not given back while it is at most this many bytes. */
const KEPT_ROOM = 4096;
/** Larger room is given back when less than one part in this many is used. */
const KEPT_TIMES = 4;

/**
 * Raises while exports are out; under the policy `detach` releases them instead.
 *
 * @throws PyBufferError `Existing exports of data: object cannot be re-sized`
 *
 * CPython: Objects/bytearrayobject.c `_canresize`
 */
export function checkResizable(storage: Storage): void {
  const held = storage[EXPORTS];
  if (held !== null && held.checkResize(LOCKED)) storage[EXPORTS] = null;
}

/** Moves the content to memory of its own with room for `room` bytes. */
function moveTo(storage: Storage, room: number): void {
  const start = storage[START];
  const length = storage[LENGTH];
  const memory = allocateOwn(room);
  copyToNew(storage[MEMORY], start, start + length, memory, 0);
  storage[MEMORY] = memory;
  storage[START] = 0;
  storage[LIMIT] = room;
  storage[WRITABLE] = length;
  const held = storage[EXPORTS];
  if (held !== null && held.count === 0) held.viewed = false;
}

/**
 * Lets others keep `length` bytes of the content without a copy: the storage takes memory of its own before its next
 * write. Memory that views were made of is not shared, since what they gave out may still write to it.
 *
 * @returns false when those bytes must be copied
 *
 * Not Python: there each copy is one.
 */
export function share(storage: Storage, length: number): boolean {
  if (length < SHARED_FROM || !mayShare(storage[MEMORY], length)) return false;
  if (isShared(storage)) return true;
  const held = storage[EXPORTS];
  if (held !== null && (held.count > 0 || held.viewed)) return false;
  if (length * PART_TIMES < storage[LENGTH]) return false;
  try {
    markShared(storage);
  } catch {
    // A frozen object.
    return false;
  }
  return true;
}

/** From now on others read the memory as well. */
export function markShared(storage: Storage): void {
  storage[WRITABLE] = 0;
  storage[LIMIT] = -1;
}

/** Takes a content with its memory, which only its maker knows, or which others read until the first write. */
export function adopt(storage: Storage, content: Content, shared: boolean): void {
  const length = content[LENGTH];
  storage[MEMORY] = content[MEMORY];
  storage[START] = content[START];
  storage[LENGTH] = length;
  storage[LIMIT] = -1;
  storage[WRITABLE] = shared ? 0 : length;
  const held = storage[EXPORTS];
  if (held !== null) held.viewed = false;
}

function isShared(storage: Storage): boolean {
  return storage[WRITABLE] < storage[LENGTH];
}

/** Before every write in place: the content leaves memory that others read. */
export function makeWritable(storage: Storage): void {
  if (!isShared(storage)) return;
  const length = storage[LENGTH];
  if (length > SLAB_LIMIT) return moveTo(storage, length);
  const copy = copyContent(storage);
  storage[MEMORY] = copy[MEMORY];
  storage[START] = copy[START];
  storage[WRITABLE] = length;
}

/** Sets the length; a longer content is in memory of its own. */
function setLength(storage: Storage, length: number): void {
  if (length > storage[LENGTH] || length < storage[WRITABLE]) storage[WRITABLE] = length;
  storage[LENGTH] = length;
}

/** Moves the content out of shared memory, so that it can be viewed and grown. */
export function takeOwnMemory(storage: Storage): void {
  if (storage[LIMIT] < 0) moveTo(storage, storage[LENGTH]);
}

/**
 * Makes room for `length` bytes from the start of the content, which keeps what it has. Growth doubles, so that
 * appending costs a constant amount for each byte (new memory is what costs, and half as much again takes 1.4 times as
 * long up to 16 MiB); room in front (of bytes deleted there) is used once it is as
 * large as the content, so that a queue does too.
 *
 * @throws PyMemoryError when no such amount can exist
 */
function reserve(storage: Storage, length: number): void {
  const start = storage[START];
  const limit = storage[LIMIT];
  if (start + length <= limit) return;
  const used = storage[LENGTH];
  if (length <= limit && start >= used) {
    storage[MEMORY].copyWithin(0, start, start + used);
    storage[START] = 0;
    return;
  }
  if (pastMaxsize(length + 1)) throw new PyMemoryError();
  // The first growth of a content that came from elsewhere is often its only one.
  moveTo(storage, used === 0 ? length : 2 * length);
}

/**
 * Sets the length, content kept as far as it fits; what a growth adds is arbitrary.
 *
 * @throws PyBufferError while exports are out, unless the length stays as it is
 *
 * CPython: Objects/bytearrayobject.c `PyByteArray_Resize`
 */
export function resize(storage: Storage, length: number): void {
  const before = storage[LENGTH];
  if (length === before) return;
  checkResizable(storage);
  if (length > before) reserve(storage, length);
  setLength(storage, length);
  if (length < before) giveBack(storage);
}

/** Gives room back that is far larger than what is used. */
function giveBack(storage: Storage): void {
  const limit = storage[LIMIT];
  const length = storage[LENGTH];
  if (limit < 0 ? mayShare(storage[MEMORY], length) : limit <= KEPT_ROOM || length * KEPT_TIMES >= limit) {
    return;
  }
  if (length === 0) forget(storage);
  else moveTo(storage, length + Math.floor(length / 2));
}

/** Leaves the memory to whoever has it now. */
export function forget(storage: Storage): void {
  storage[MEMORY] = EMPTY[MEMORY];
  storage[START] = 0;
  storage[LENGTH] = 0;
  storage[LIMIT] = -1;
  storage[WRITABLE] = 0;
}

/**
 * Replaces the bytes between two places (relative to the content) by others, which must not be the storage's own.
 * Deleting at the front moves the start, inserting there uses the room before it.
 *
 * CPython: Objects/bytearrayobject.c `bytearray_setslice_linear`
 */
export function splice(
  storage: Storage,
  lo: number,
  hi: number,
  source: Uint8Array,
  from: number,
  to: number,
): void {
  const size = to - from;
  const growth = size - (hi - lo);
  const before = storage[LENGTH];
  if (growth !== 0) checkResizable(storage);
  // A growth takes other memory by itself, and what only cuts an end off writes nothing.
  if (growth <= 0 && (size > 0 || (lo > 0 && hi < before))) makeWritable(storage);
  if (growth < 0) {
    if (lo === 0) dropFront(storage, -growth);
    else closeGap(storage, lo + size, hi);
    setLength(storage, before + growth);
    giveBack(storage);
  } else if (growth > 0) {
    if (lo === 0 && storage[LIMIT] >= 0 && storage[START] >= growth) {
      storage[START] -= growth;
    } else {
      reserve(storage, before + growth);
      const start = storage[START];
      if (hi < before) storage[MEMORY].copyWithin(start + hi + growth, start + hi, start + before);
    }
    setLength(storage, before + growth);
  }
  if (size > 0) copyToNew(source, from, to, storage[MEMORY], storage[START] + lo);
}

function dropFront(storage: Storage, count: number): void {
  storage[START] += count;
  if (storage[LIMIT] < 0) storage[LIMIT] -= count;
}

/** Moves the bytes from `from` on to `to`, before them. */
function closeGap(storage: Storage, to: number, from: number): void {
  const start = storage[START];
  const end = start + storage[LENGTH];
  if (start + from < end) storage[MEMORY].copyWithin(start + to, start + from, end);
}
