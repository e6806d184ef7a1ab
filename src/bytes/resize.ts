/**
 * Methods of a bytearray that insert, remove, take and repeat bytes. Arguments are converted before lengths
 * and bytes are read, because converting them can run user code. `byte-array.ts` calls these functions.
 */
import { findByte, repeatInPlace } from '../algorithms/index.js';
import { PyIndexError, PyMemoryError, PyTypeError, PyValueError } from '../exceptions/index.js';
import { LENGTH, MEMORY, START, copyRange, intact } from '../memory/index.js';
import type { Range } from '../memory/index.js';
import {
  asByte,
  asIndex,
  asSsizeArgument,
  clipIndex,
  exactSize,
  headerSize,
  isIntLike,
  pastMaxsize,
} from '../python/index.js';
import { LIMIT, checkResizable, handOverAll, openGap, removePart, resize } from '../storage/index.js';
import type { Storage } from '../storage/index.js';
import { asRepeatCount } from './arguments.js';

/** `insert(index, item)`. CPython: Objects/bytearrayobject.c `bytearray_insert_impl` */
export function insertByte(self: Storage, index: unknown, item: unknown): void {
  const place = asSsizeArgument(index);
  const byte = asByte(item);
  const at = openGap(self, clipIndex(place, self[LENGTH]), 1);
  self[MEMORY][at] = byte;
}

/** `remove(value)`. CPython: Objects/bytearrayobject.c `bytearray_remove_impl` */
export function removeByte(self: Storage, value: unknown): void {
  const byte = asByte(value);
  const start = self[START];
  const end = start + self[LENGTH];
  const at = findByte(intact(self[MEMORY], end), start, end, byte) - start;
  if (at < 0) throw new PyValueError('value not found in bytearray');
  removePart(self, at, 1);
}

/** `resize(size)`: new bytes are zero. CPython: Objects/bytearrayobject.c `bytearray_resize_impl` */
export function resizeTo(self: Storage, size: unknown): void {
  const length = asSsizeArgument(size);
  if (length < 0) throw new PyValueError(`Can only resize to positive sizes, got ${exactSize(length)}`);
  const before = self[LENGTH];
  resize(self, length);
  if (length > before) {
    const start = self[START];
    self[MEMORY].fill(0, start + before, start + length);
  }
}

/**
 * `take_bytes(n)`: removes the first bytes and returns them, without a copy if they are all of them.
 *
 * CPython: Objects/bytearrayobject.c `bytearray_take_bytes_impl`
 */
export function takeBytes(self: Storage, n: unknown): Range {
  const count = n === null ? self[LENGTH] : takenCount(self, n);
  checkResizable(self);
  if (count === self[LENGTH]) return handOverAll(self);
  const start = self[START];
  const taken = copyRange(intact(self[MEMORY], start + self[LENGTH]), start, start + count);
  if (count > 0) removePart(self, 0, count);
  return taken;
}

/** The number of bytes to take; a negative argument counts from the end. */
function takenCount(self: Storage, n: unknown): number {
  if (!isIntLike(n)) throw new PyTypeError('n must be an integer or None');
  const asked = asIndex(n);
  const length = self[LENGTH];
  const count = asked < 0 ? asked + length : asked;
  if (count >= 0 && count <= length) return count;
  const given = BigInt(exactSize(asked)) + BigInt(asked < 0 ? length : 0);
  throw new PyIndexError(`can't take ${given} bytes outside size ${length}`);
}

/** `self *= count`. CPython: Objects/bytearrayobject.c `bytearray_irepeat` */
export function repeat(self: Storage, count: unknown): void {
  const times = asRepeatCount(count);
  const length = self[LENGTH];
  if (times === 1 || length === 0) return;
  if (times === 0) {
    resize(self, 0);
    return;
  }
  if (pastMaxsize(length, times)) throw new PyMemoryError();
  resize(self, length * times);
  repeatInPlace(self[MEMORY], self[START], length, times);
}

/**
 * The bytes of memory behind the content, as CPython counts them, with its header.
 *
 * CPython: Objects/bytearrayobject.c `bytearray_alloc`
 */
export function allocated(self: Storage): number {
  const length = self[LENGTH];
  const limit = self[LIMIT];
  const all = limit < 0 ? length - 1 - limit : limit;
  // CPython returns room that is more than half unused.
  const room = length * 2 < all ? length : all;
  return room === 0 ? 0 : room + headerSize();
}
