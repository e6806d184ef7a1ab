/**
 * The resizable memory under `bytearray`, `array.array` and `BytesIO`: the range of its content, the room
 * behind it, the exports that lock its length, how it grows and shrinks, and memory that others read until
 * the next write.
 *
 * Callers check lengths and indices. This room checks the exports and that the memory is still there. Nobody
 * above this room assigns a storage's fields, except that `bytearray` inlines writes of single bytes.
 */
import { layoutSymbol, pastMaxsize } from '../python/index.js';
import { PyMemoryError } from '../exceptions/index.js';
import type { PyBufferError } from '../exceptions/index.js';
import {
  EMPTY,
  LENGTH,
  MEMORY,
  SLAB_LIMIT,
  START,
  allocate,
  allocateOwn,
  copyContent,
  copyToNew,
  leave,
  lostMemory,
  mayShare,
  intact,
  reaches,
  takeLeft,
} from '../memory/index.js';
import type { Content } from '../memory/index.js';
import type { Exports } from '../protocol/index.js';

/**
 * The index in the memory at which the room ends. It is negative while the storage shares its memory (a
 * slab): -1, minus one for each byte deleted at the front, because `__alloc__` still counts those.
 */
export const LIMIT: unique symbol = /* @__PURE__ */ layoutSymbol('limit') as never;
/**
 * How many bytes may be written in place: LENGTH, or 0 while others read the same memory. An assignment of
 * one byte only compares its index with this.
 */
export const WRITABLE: unique symbol = /* @__PURE__ */ layoutSymbol('writable') as never;
/** The record of the exports, which lock the length while there are any; null before the first. */
export const LOCK: unique symbol = /* @__PURE__ */ layoutSymbol('lock') as never;
/** CPython's text for the type when a resize fails because of exports. */
export const REFUSAL: unique symbol = /* @__PURE__ */ layoutSymbol('refusal') as never;

/**
 * The fields of a storage. In memory of its own the room begins at index 0 and ends at LIMIT; the content may
 * begin later.
 */
export interface Storage {
  [MEMORY]: Uint8Array;
  [START]: number;
  [LENGTH]: number;
  [LIMIT]: number;
  [WRITABLE]: number;
  [LOCK]: Exports | null;
  readonly [REFUSAL]: string;
}

/** Fewer bytes than this are copied: the copy takes at most 40 ns longer, and the next write 20 ns less. */
export const SHARED_FROM = 512;
/** A part is shared if it is at least one in this many bytes, because the next write copies all of them. */
const PART_TIMES = 2;
/** Room of at most this many bytes is never released. */
const KEPT_ROOM = 4096;
/**
 * The room doubles up to this many bytes, and then grows by half: the C library returns larger freed memory
 * to the system, and each page taken again takes longer than the copies that smaller steps need (16 MiB in
 * pieces of 1 KiB: a third of the CPU time).
 */
const DOUBLED_ROOM = 2 ** 20;
/** Larger room is released when less than one part in this many is used. */
const KEPT_TIMES = 4;

/**
 * Raises while there are exports; under the policy `detach` it releases them instead.
 *
 * @throws PyBufferError with the text of the type: `Existing exports of data: object cannot be re-sized`
 *
 * CPython: Objects/bytearrayobject.c `_canresize`
 */
export function checkResizable(storage: Storage): void {
  const refusal = refusalOf(storage);
  if (refusal !== null) throw refusal;
}

/**
 * The same, but returns the exception for the caller to raise: each function that an exception passes through
 * costs a tenth of a microsecond.
 */
export function refusalOf(storage: Storage): PyBufferError | null {
  const lock = storage[LOCK];
  if (lock === null || lock.count === 0) return null;
  const answer = lock.checkResize(storage[REFUSAL]);
  if (typeof answer === 'object') return answer;
  if (answer) storage[LOCK] = lock.successor();
  return null;
}

/** Whether anybody outside may write to the memory, through an export or memory that an export gave out. */
export function isExposed(storage: Storage): boolean {
  const lock = storage[LOCK];
  return lock !== null && (lock.count > 0 || lock.escaped > 0);
}

/** Switches to new memory, which nobody else has seen yet. */
function replaceMemory(storage: Storage, memory: Uint8Array, start: number): void {
  storage[MEMORY] = memory;
  storage[START] = start;
  const lock = storage[LOCK];
  if (lock !== null && lock.count === 0) lock.escaped = 0;
}

/**
 * Checks that the memory is not lost. An empty storage drops lost memory.
 *
 * @throws PyBufferError `the underlying ArrayBuffer was detached or has shrunk`
 */
function checkMemory(storage: Storage): void {
  const end = Math.max(storage[LIMIT], storage[START] + storage[LENGTH]);
  if (reaches(storage[MEMORY], end)) return;
  if (storage[LENGTH] > 0) throw lostMemory();
  forget(storage);
}

/** Moves the content to memory of its own with room for at least `room` bytes. */
function moveTo(storage: Storage, room: number): void {
  const start = storage[START];
  const length = storage[LENGTH];
  const memory = takeLeft(room) ?? allocateOwn(room);
  const before = intact(storage[MEMORY], start + length);
  copyToNew(before, start, start + length, memory, 0);
  // Nobody but this storage knows memory of its own that is not exposed.
  if (storage[LIMIT] > 0 && !isExposed(storage)) leave(before);
  replaceMemory(storage, memory, 0);
  // Memory that another storage left may be larger than asked for.
  storage[LIMIT] = memory.length;
  storage[WRITABLE] = length;
}

/** Moves the content to a part of a slab, exactly as long as the content will be. */
function moveToSlab(storage: Storage, length: number): void {
  const start = storage[START];
  const used = storage[LENGTH];
  const part = allocate(length);
  copyToNew(intact(storage[MEMORY], start + used), start, start + used, part[MEMORY], part[START]);
  replaceMemory(storage, part[MEMORY], part[START]);
  storage[LIMIT] = -1;
  storage[WRITABLE] = used;
}

/**
 * Lets others keep `length` bytes of the content without a copy; the storage takes memory of its own before
 * its next write. Memory that anybody outside may write is never shared.
 *
 * @returns false if those bytes must be copied
 *
 * Not Python, which always copies.
 */
export function share(storage: Storage, length: number): boolean {
  if (length < SHARED_FROM || !mayShare(storage[MEMORY], length)) return false;
  if (isShared(storage)) return true;
  if (isExposed(storage) || length * PART_TIMES < storage[LENGTH]) return false;
  try {
    markShared(storage);
  } catch {
    // The object is frozen.
    return false;
  }
  return true;
}

/** Marks the memory as read by others too. */
export function markShared(storage: Storage): void {
  storage[WRITABLE] = 0;
  storage[LIMIT] = -1;
}

/**
 * Adopts a content with its memory, which is either known only to its maker or shared until the first write.
 */
export function adopt(storage: Storage, content: Content, shared: boolean): void {
  const length = content[LENGTH];
  replaceMemory(storage, content[MEMORY], content[START]);
  storage[LENGTH] = length;
  storage[LIMIT] = -1;
  storage[WRITABLE] = shared ? 0 : length;
}

function isShared(storage: Storage): boolean {
  return storage[WRITABLE] < storage[LENGTH];
}

/**
 * Called before every write in place: moves the content out of memory that others read.
 *
 * @throws PyBufferError `the underlying ArrayBuffer was detached or has shrunk`
 */
export function makeWritable(storage: Storage): void {
  checkMemory(storage);
  if (!isShared(storage)) return;
  const length = storage[LENGTH];
  if (length > SLAB_LIMIT) return moveTo(storage, length);
  const copy = copyContent(storage);
  replaceMemory(storage, copy[MEMORY], copy[START]);
  storage[WRITABLE] = length;
}

/** Sets the length and moves a longer content to memory of its own. */
function setLength(storage: Storage, length: number): void {
  if (length > storage[LENGTH] || length < storage[WRITABLE]) storage[WRITABLE] = length;
  storage[LENGTH] = length;
}

/** Moves the content out of shared memory, so that it can be viewed and grown. */
export function takeOwnMemory(storage: Storage): void {
  checkMemory(storage);
  if (storage[LIMIT] < 0) moveTo(storage, storage[LENGTH]);
}

/**
 * Makes room for `length` bytes from the start of the content, which is kept. Growth multiplies the room, so
 * appending takes constant time per byte. Room in front, left by deleted bytes, is used once it is as large as
 * the content, so a queue takes constant time too.
 *
 * @throws PyMemoryError when that much memory cannot exist
 */
function reserve(storage: Storage, length: number): void {
  const limit = storage[LIMIT];
  if (storage[START] + length <= limit && reaches(storage[MEMORY], limit)) return;
  checkMemory(storage);
  makeRoom(storage, length);
}

function makeRoom(storage: Storage, length: number): void {
  const start = storage[START];
  const limit = storage[LIMIT];
  const used = storage[LENGTH];
  if (length <= limit && start >= used) {
    storage[MEMORY].copyWithin(0, start, start + used);
    storage[START] = 0;
    return;
  }
  if (pastMaxsize(length, 1, 1)) throw new PyMemoryError();
  // Content that doubles grows in constant time per byte even without room behind it. A part of a slab takes
  // a fifth of the time of separate memory.
  if (limit < 0 && length >= 2 * used && length <= SLAB_LIMIT) moveToSlab(storage, length);
  // The first growth of a content that came from elsewhere is often the only one.
  else if (used === 0) moveTo(storage, length);
  else moveTo(storage, length + (length > DOUBLED_ROOM ? Math.floor(length / 2) : length));
}

/**
 * Sets the length. The content that fits is kept; new bytes are arbitrary, in memory that nobody else reads.
 *
 * @throws PyBufferError while there are exports, unless the length stays the same
 *
 * CPython: Objects/bytearrayobject.c `PyByteArray_Resize`
 */
export function resize(storage: Storage, length: number): void {
  const before = storage[LENGTH];
  if (length === before) return;
  checkResizable(storage);
  if (length > before) {
    reserve(storage, length);
    setLength(storage, length);
  } else {
    if (length === 0) storage[LENGTH] = 0;
    checkMemory(storage);
    setLength(storage, length);
    giveBack(storage);
  }
}

/** Releases room that is far larger than the content. */
function giveBack(storage: Storage): void {
  const limit = storage[LIMIT];
  const length = storage[LENGTH];
  if (limit < 0 ? mayShare(storage[MEMORY], length) : limit <= KEPT_ROOM || length * KEPT_TIMES >= limit) {
    return;
  }
  if (length === 0) forget(storage);
  else moveTo(storage, length + Math.floor(length / 2));
}

/** Leaves the memory to its new owner. */
export function forget(storage: Storage): void {
  replaceMemory(storage, EMPTY[MEMORY], 0);
  storage[LENGTH] = 0;
  storage[LIMIT] = -1;
  storage[WRITABLE] = 0;
}

/**
 * Opens a gap of arbitrary content before an index of the content. A gap near the front uses the room there,
 * because the shorter side moves.
 *
 * @param size of the gap, more than 0
 * @returns index of the gap in the memory
 * @throws PyBufferError while there are exports
 */
export function openGap(storage: Storage, at: number, size: number): number {
  checkResizable(storage);
  const before = storage[LENGTH];
  if (at < before - at && storage[START] >= size && storage[LIMIT] >= 0) {
    checkMemory(storage);
    const start = storage[START];
    if (at > 0) storage[MEMORY].copyWithin(start - size, start, start + at);
    storage[START] = start - size;
  } else {
    reserve(storage, before + size);
    const start = storage[START];
    if (at < before) storage[MEMORY].copyWithin(start + at + size, start + at, start + before);
  }
  setLength(storage, before + size);
  return storage[START] + at;
}

/**
 * Removes bytes. The shorter side moves; at the front only the start does.
 *
 * @param size how many, more than 0
 * @throws PyBufferError while there are exports
 */
export function removePart(storage: Storage, at: number, size: number): void {
  checkResizable(storage);
  const before = storage[LENGTH];
  const left = before - size;
  if (left === 0) return resize(storage, 0);
  checkMemory(storage);
  if (at === 0) {
    storage[START] += size;
    if (storage[LIMIT] < 0) storage[LIMIT] -= size;
  } else if (at < left) {
    makeWritable(storage);
    const start = storage[START];
    const memory = storage[MEMORY];
    if (at < left - at) {
      memory.copyWithin(start + size, start, start + at);
      storage[START] = start + size;
    } else memory.copyWithin(start + at, start + at + size, start + before);
  }
  setLength(storage, left);
  giveBack(storage);
}

/**
 * Replaces the bytes between two indices by others, which must not be the storage's own.
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
  if (growth > 0) openGap(storage, lo === 0 ? 0 : hi, growth);
  else if (growth < 0) removePart(storage, lo === 0 ? 0 : lo + size, -growth);
  if (size === 0) return;
  // Growing has already moved the content to memory of its own.
  if (growth <= 0) makeWritable(storage);
  copyToNew(source, from, to, storage[MEMORY], storage[START] + lo);
}
