import { findByte, reverse } from '../algorithms/index.js';
import {
  PyBufferError,
  PyException,
  PyIndexError,
  PyMemoryError,
  PyTypeError,
  PyValueError,
} from '../exceptions/index.js';
import {
  EMPTY,
  LENGTH,
  MEMORY,
  SLAB_LIMIT,
  START,
  copyBytes,
  copyContent,
  copyRange,
} from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import { Exports, endLease, fillInfo, isBytesLike, lease } from '../protocol/index.js';
import type { BufferView } from '../protocol/index.js';
import {
  Slice,
  TYPE_NAME,
  abi,
  asByte,
  asIndex,
  asSsizeArgument,
  bindOptions,
  isIntLike,
  isOptions,
  tryIterate,
  typeName,
} from '../python/index.js';
import type { IntLike } from '../python/index.js';
import { asRepeatCount, isOwn, leaseOperand } from './arguments.js';
import { ArrayLease } from './array-lease.js';
import { assignSlice, deleteSlice } from './assign.js';
import { BytesBase } from './bytes-base.js';
import { Bytes, bytesOf, bytesOfRange, fromHex } from './bytes.js';
import { BYTEARRAY, collect, encodeSource, freshContent, iterateSource, sizeOfSource } from './construct.js';
import { MAKE, MAKE_BYTES, PART, PIN, RAW, SAME, UNPIN } from './hooks.js';
import { LiveIterator } from './iterate.js';
import { EXPORTS, LIMIT, checkResizable, forget, resize, splice, takeOwnMemory } from './storage.js';
import type { Storage } from './storage.js';
import type { BytesLike, BytesSource, ConstructorOptions } from './types.js';

const CONSTRUCTOR = ['source', 'encoding', 'errors'] as const;
/** Bytes of memory that CPython takes beside the content, by the size of a pointer. */
const HEADER = { 4: 17, 8: 33 };

export class ByteArray extends BytesBase<ByteArray> implements Storage {
  /** @internal */
  declare [LIMIT]: number;
  /** @internal */
  declare [EXPORTS]: Exports | null;

  constructor(text: string, encoding: string, errors?: string);
  constructor(source?: BytesSource);
  constructor(options: ConstructorOptions);
  constructor(source: BytesSource | string, options: Pick<ConstructorOptions, 'encoding' | 'errors'>);
  constructor(source?: unknown, encoding?: unknown, errors?: unknown, raw?: typeof RAW);
  constructor(source?: unknown, encoding?: unknown, errors?: unknown, raw?: typeof RAW) {
    if (raw === RAW) {
      super(source as Uint8Array, encoding as number, errors as number);
    } else {
      if (isOptions(source) || isOptions(encoding) || isOptions(errors)) {
        [source, encoding, errors] = bindOptions('bytearray', CONSTRUCTOR, [source, encoding, errors]);
      }
      const range = encodeSource(BYTEARRAY, source, encoding, errors) ?? freshContent(BYTEARRAY, source);
      super(range[MEMORY], range[START], range[LENGTH]);
    }
    // Contents past the slab's limit have memory of their own.
    this[LIMIT] = this[LENGTH] > SLAB_LIMIT ? this[MEMORY].length : -1;
    this[EXPORTS] = null;
  }

  static fromhex(string: string | BytesLike): ByteArray {
    const bytes = byteArrayOf(fromHex(string));
    return this === ByteArray ? bytes : new this(bytes);
  }

  static maketrans(frm: BytesLike, to: BytesLike): Bytes {
    return Bytes.maketrans(frm, to);
  }

  get kind(): 'bytearray' {
    return 'bytearray';
  }

  /** @internal */
  get [TYPE_NAME](): string {
    return Object.getPrototypeOf(this) === ByteArray.prototype ? 'bytearray' : this.constructor.name;
  }

  __init__(source?: unknown, encoding?: unknown, errors?: unknown): void {
    resize(this, 0);
    const text = encodeSource(BYTEARRAY, source, encoding, errors);
    if (text !== null) return fill(this, text);
    if (source === undefined) return;
    if (Array.isArray(source)) return initFromArray(this, source as readonly unknown[]);
    if (sizeOfSource(source) >= 0 || isBytesLike(source)) return fill(this, freshContent(BYTEARRAY, source));
    appendAll(this, iterateSource(BYTEARRAY, source));
  }

  // ---- items and slices ---------------------------------------------------------------------------------------

  set(key: IntLike, value: IntLike): void;
  set(key: Slice, value: BytesLike | Iterable<unknown>): void;
  set(key: IntLike | Slice, value: unknown): void;
  set(key: IntLike | Slice, value: unknown): void {
    if (
      typeof key === 'number' &&
      key >= 0 &&
      key < this[LENGTH] &&
      typeof value === 'number' &&
      (value & 255) === value &&
      Number.isInteger(key)
    ) {
      this[MEMORY][this[START] + key] = value;
    } else {
      setSlowly(this, key, value);
    }
  }

  delete(key: IntLike | Slice): void {
    if (key instanceof Slice) return deleteSlice(this, key);
    const index = indexOf(this, asItemIndex(key));
    splice(this, index, index + 1, EMPTY[MEMORY], 0, 0);
  }

  // ---- in place -----------------------------------------------------------------------------------------------

  append(item: IntLike): void {
    const byte = asByte(item);
    const length = this[LENGTH];
    const at = this[START] + length;
    const held = this[EXPORTS];
    if (at < this[LIMIT] && (held === null || held.count === 0)) {
      this[LENGTH] = length + 1;
      this[MEMORY][at] = byte;
      return;
    }
    resize(this, length + 1);
    this[MEMORY][this[START] + length] = byte;
  }

  extend(iterable_of_ints: BytesLike | Iterable<unknown> | { __iter__(): unknown }): void {
    if (isOwn(iterable_of_ints)) return extendBy(this, iterable_of_ints, this[LENGTH]);
    if (isBytesLike(iterable_of_ints)) {
      const length = this[LENGTH];
      const content = leaseValues(iterable_of_ints);
      try {
        extendBy(this, content, length);
      } finally {
        endLease(content);
      }
      return;
    }
    extendBy(this, itemsToExtend(iterable_of_ints), this[LENGTH]);
  }

  insert(index: IntLike, item: IntLike): void {
    let at = asSsizeArgument(index);
    const byte = asByte(item);
    const length = this[LENGTH];
    if (at < 0) at = at + length < 0 ? 0 : at + length;
    else if (at > length) at = length;
    const one = bytesOf(ALL_BYTES, byte, 1);
    splice(this, at, at, one[MEMORY], one[START], one[START] + 1);
  }

  pop(index: IntLike = -1): number {
    let at = asSsizeArgument(index);
    const length = this[LENGTH];
    if (length === 0) throw new PyIndexError('pop from empty bytearray');
    if (at < 0) at += length;
    if (at < 0 || at >= length) throw new PyIndexError('pop index out of range');
    const byte = this[MEMORY][this[START] + at]!;
    splice(this, at, at + 1, EMPTY[MEMORY], 0, 0);
    return byte;
  }

  remove(value: IntLike): void {
    const byte = asByte(value);
    const start = this[START];
    const at = findByte(this[MEMORY], start, start + this[LENGTH], byte) - start;
    if (at < 0) throw new PyValueError('value not found in bytearray');
    splice(this, at, at + 1, EMPTY[MEMORY], 0, 0);
  }

  reverse(): void {
    const start = this[START];
    reverse(this[MEMORY], start, start + this[LENGTH]);
  }

  clear(): void {
    resize(this, 0);
  }

  copy(): ByteArray {
    return this[SAME]();
  }

  resize(size: IntLike): void {
    const length = asSsizeArgument(size);
    if (length < 0) throw new PyValueError(`Can only resize to positive sizes, got ${length}`);
    const before = this[LENGTH];
    resize(this, length);
    if (length > before) {
      const start = this[START];
      this[MEMORY].fill(0, start + before, start + length);
    }
  }

  take_bytes(n: IntLike | null = null): Bytes {
    const length = this[LENGTH];
    let count = length;
    if (n !== null) {
      if (!isIntLike(n)) throw new PyTypeError('n must be an integer or None');
      count = asIndex(n);
      const now = this[LENGTH];
      if (count < 0) count += now;
      if (count < 0 || count > now) {
        throw new PyIndexError(`can't take ${count} bytes outside size ${now}`);
      }
    }
    checkResizable(this);
    return takeFront(this, count);
  }

  iadd(other: BytesLike): this {
    if (isOwn(other)) {
      if ((other as unknown) === this && this[LENGTH] > 0) throw new PyBufferError(LOCKED);
      append(this, other);
      return this;
    }
    const content = leaseOperand(this, other);
    try {
      append(this, content);
    } finally {
      endLease(content);
    }
    return this;
  }

  imul(count: IntLike): this {
    const times = asRepeatCount(count);
    const length = this[LENGTH];
    if (times === 1 || length === 0) return this;
    if (times === 0) {
      resize(this, 0);
      return this;
    }
    if (length * times > Number(abi().maxsize)) throw new PyMemoryError();
    resize(this, length * times);
    repeatInPlace(this, length);
    return this;
  }

  // ---- everything else ----------------------------------------------------------------------------------------

  override repr(): string {
    return `${typeName(this)}(${super.repr()})`;
  }

  asUint8Array(): ArrayLease {
    return new ArrayLease(this);
  }

  [Symbol.iterator](): IterableIterator<number> {
    return new LiveIterator(this);
  }

  getBuffer(flags: number): BufferView {
    takeOwnMemory(this);
    const view = fillInfo(this, this[MEMORY], this[START], this[LENGTH], false, flags);
    return (this[EXPORTS] ??= new Exports()).add(view);
  }

  releaseBuffer(view: BufferView): void {
    view.exports?.remove(view);
  }

  __alloc__(): number {
    const room = this[LIMIT] < 0 ? this[LENGTH] : this[LIMIT] - this[START];
    return room === 0 ? 0 : room + HEADER[abi().pointer];
  }

  /** @internal */
  [MAKE](range: Range): ByteArray {
    return byteArrayOf(range);
  }

  /** @internal */
  [PART](start: number, end: number): ByteArray {
    return byteArrayOf(copyRange(this[MEMORY], start, end));
  }

  /** @internal */
  [SAME](): ByteArray {
    return byteArrayOf(copyContent(this));
  }

  /** @internal */
  [MAKE_BYTES](content: Content): Bytes {
    return bytesOfRange(content === this ? copyContent(this) : (content as Range));
  }

  /** @internal */
  [PIN](): void {
    const held = (this[EXPORTS] ??= new Exports());
    held.count++;
    held.pins++;
  }

  /** @internal */
  [UNPIN](): void {
    const held = this[EXPORTS]!;
    held.count--;
    held.pins--;
  }
}

const LOCKED = 'Existing exports of data: object cannot be re-sized';

/** A `ByteArray` over memory that nobody else writes. */
export function byteArrayOf(range: Range): ByteArray {
  return new ByteArray(range[MEMORY], range[START], range[LENGTH], RAW);
}

function fill(self: ByteArray, content: Content): void {
  const length = content[LENGTH];
  resize(self, length);
  copyBytes(content[MEMORY], content[START], content[START] + length, self[MEMORY], self[START]);
}

/** CPython sets the length first and fills in items while they are plain ints; others go one by one. */
function initFromArray(self: ByteArray, items: readonly unknown[]): void {
  const count = items.length;
  self.resize(count);
  for (let i = 0; i < count; i++) {
    const item = items[i];
    if (typeof item !== 'number' && typeof item !== 'bigint') {
      resize(self, 0);
      return appendAll(self, items[Symbol.iterator]());
    }
    self[MEMORY][self[START] + i] = asByte(item);
  }
}

function appendAll(self: ByteArray, iterator: Iterator<unknown>): void {
  for (let step = iterator.next(); step.done !== true; step = iterator.next()) {
    self.append(step.value as IntLike);
  }
}

/** An index of one item, before it is applied to a length. */
function asItemIndex(key: unknown): number {
  if (isIntLike(key)) return asIndex(key);
  throw new PyTypeError(`bytearray indices must be integers or slices, not ${typeName(key)}`);
}

function indexOf(self: ByteArray, index: number): number {
  const length = self[LENGTH];
  if (index < 0) index += length;
  if (index < 0 || index >= length) throw new PyIndexError('bytearray index out of range');
  return index;
}

function setSlowly(self: ByteArray, key: unknown, value: unknown): void {
  if (key instanceof Slice) return assignSlice(self, key, value);
  const index = asItemIndex(key);
  // The value before the index is applied: its `__index__` may change the length.
  const byte = asByte(value);
  self[MEMORY][self[START] + indexOf(self, index)] = byte;
}

/** The bytes-like argument of `extend`; whatever goes wrong with it is one TypeError. */
function leaseValues(values: unknown): Content {
  try {
    return lease(values);
  } catch (error) {
    if (!(error instanceof PyException)) throw error;
    throw new PyTypeError(`can't set bytearray slice from ${typeName(values)}`);
  }
}

/** @param at the length before the values were asked for: there they go, as in CPython */
function extendBy(self: ByteArray, content: Content, at: number): void {
  const length = self[LENGTH];
  const place = at > length ? length : at;
  const values = (content as unknown) === self ? copyContent(content) : content;
  const start = values[START];
  splice(self, place, place, values[MEMORY], start, start + values[LENGTH]);
}

function itemsToExtend(iterable: unknown): Range {
  if (Array.isArray(iterable)) return freshContent(BYTEARRAY, iterable);
  let iterator: Iterator<unknown> | null = null;
  try {
    iterator = tryIterate(iterable);
  } catch (error) {
    if (!(error instanceof PyTypeError)) throw error;
  }
  if (iterator === null) throw new PyTypeError(`can't extend bytearray with ${typeName(iterable)}`);
  try {
    return collect(BYTEARRAY, iterator);
  } catch (error) {
    if (typeof iterable === 'string' && error instanceof PyTypeError) {
      throw new PyTypeError("expected iterable of integers; got: 'str'");
    }
    throw error;
  }
}

/** `+=` of content that is not the bytearray's own. */
function append(self: ByteArray, content: Content): void {
  const length = self[LENGTH];
  const more = content[LENGTH];
  resize(self, length + more);
  const start = content[START];
  copyBytes(content[MEMORY], start, start + more, self[MEMORY], self[START] + length);
}

/** Fills the content with repetitions of its first `length` bytes, doubling what is there. */
function repeatInPlace(self: ByteArray, length: number): void {
  const memory = self[MEMORY];
  const start = self[START];
  const end = start + self[LENGTH];
  let done = start + length;
  if (length === 1) {
    memory.fill(memory[start]!, done, end);
    return;
  }
  while (done < end) {
    const size = Math.min(done - start, end - done);
    memory.copyWithin(done, start, start + size);
    done += size;
  }
}

/** The first `count` bytes as a `Bytes`; all of them without a copy. */
function takeFront(self: ByteArray, count: number): Bytes {
  const memory = self[MEMORY];
  const start = self[START];
  if (count === self[LENGTH]) {
    const bytes = bytesOfRange({ [MEMORY]: memory, [START]: start, [LENGTH]: count });
    forget(self);
    return bytes;
  }
  const taken = copyRange(memory, start, start + count);
  splice(self, 0, count, EMPTY[MEMORY], 0, 0);
  return bytesOfRange(taken);
}

const ALL_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => byte);
