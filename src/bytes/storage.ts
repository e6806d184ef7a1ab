import { pastMaxsize } from '../algorithms/index.js';
import { PyMemoryError } from '../exceptions/index.js';
import { EMPTY, LENGTH, MEMORY, START, allocateOwn, copyToNew } from '../memory/index.js';
import type { Exports } from '../protocol/index.js';

/** Where a bytearray's room in its memory ends; -1 while it shares the memory with others (a slab). */
export const LIMIT: unique symbol = Symbol('pybuffer.limit');
/** The record of a bytearray's exports; null before the first. */
export const EXPORTS: unique symbol = Symbol('pybuffer.exports');

/** What a bytearray is made of. Its own memory is its room from index 0 to LIMIT; content may start later. */
export interface Storage {
  [MEMORY]: Uint8Array;
  [START]: number;
  [LENGTH]: number;
  [LIMIT]: number;
  [EXPORTS]: Exports | null;
}

/** What a resize says while exports are out. */
export const LOCKED = 'Existing exports of data: object cannot be re-sized';
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
  storage[LENGTH] = length;
  if (length < before) giveBack(storage);
}

/** Gives room back that is far larger than what is used. */
function giveBack(storage: Storage): void {
  const limit = storage[LIMIT];
  const length = storage[LENGTH];
  if (limit <= KEPT_ROOM || length * KEPT_TIMES >= limit) return;
  if (length === 0) forget(storage);
  else moveTo(storage, length + Math.floor(length / 2));
}

/** Leaves the memory to whoever has it now. */
export function forget(storage: Storage): void {
  storage[MEMORY] = EMPTY[MEMORY];
  storage[START] = 0;
  storage[LENGTH] = 0;
  storage[LIMIT] = -1;
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
  if (growth < 0) {
    if (lo === 0) storage[START] -= growth;
    else closeGap(storage, lo + size, hi);
    storage[LENGTH] = before + growth;
    giveBack(storage);
  } else if (growth > 0) {
    if (lo === 0 && storage[LIMIT] >= 0 && storage[START] >= growth) {
      storage[START] -= growth;
    } else {
      reserve(storage, before + growth);
      const start = storage[START];
      if (hi < before) storage[MEMORY].copyWithin(start + hi + growth, start + hi, start + before);
    }
    storage[LENGTH] = before + growth;
  }
  if (size > 0) copyToNew(source, from, to, storage[MEMORY], storage[START] + lo);
}

/** Moves the bytes from `from` on to `to`, before them. */
function closeGap(storage: Storage, to: number, from: number): void {
  const start = storage[START];
  const end = start + storage[LENGTH];
  if (start + from < end) storage[MEMORY].copyWithin(start + to, start + from, end);
}
