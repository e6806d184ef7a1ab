/**
 * The class `ByteArray`: Python's bytearray. Its content lies in a `Storage`, which refuses to be resized
 * while it is exported.
 */
import { reverse } from '../algorithms/index.js';
import { PyIndexError } from '../exceptions/index.js';
import { EMPTY, LENGTH, MEMORY, SLAB_LIMIT, START, copyContent, copyRange, intact } from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import { makerOf } from '../objects/index.js';
import { Exports, LENDS_ITSELF, TO_BYTES, fillInfo, isPlainContent, lendsItself } from '../protocol/index.js';
import type { BufferView, BytesLike } from '../protocol/index.js';
import {
  Slice,
  TYPE_NAME,
  asByte,
  asSsizeArgument,
  bindOptions,
  brand,
  brandOf,
  isIntLike,
  isOptions,
  typeName,
} from '../python/index.js';
import type { BRAND, IntLike } from '../python/index.js';
import {
  LIMIT,
  LOCK,
  REFUSAL,
  SHARED_FROM,
  WRITABLE,
  handOver,
  makeWritable,
  markShared,
  refusalOf,
  removePart,
  resize,
  share,
  takeOwnMemory,
} from '../storage/index.js';
import { assign, remove } from './assign.js';
import { BytesBase } from './bytes-base.js';
import { Bytes, bytesOfRange, fromHex } from './bytes.js';
import { BYTEARRAY, encodeSource, freshContent, isKeepable } from './construct.js';
import { appendOperand, extend } from './extend.js';
import { PIN, UNPIN } from './hold.js';
import { MAKE, MAKE_BYTES, PART, SAME } from './hooks.js';
import { initialize } from './initialize.js';
import { LiveIterator } from './iterate.js';
import { liveArray } from './live-array.js';
import type { LiveUint8Array } from './live-array.js';
import { allocated, insertByte, removeByte, repeat, resizeTo, takeBytes } from './resize.js';
import type { BytesSource, ConstructorOptions } from './types.js';

const CONSTRUCTOR = ['source', 'encoding', 'errors'] as const;

/**
 * Python's `bytearray`: a mutable sequence of bytes. Adding bytes at the end and removing them at the front
 * take constant time per byte, so it also serves as a queue. Its length cannot change while views of it
 * exist.
 *
 * @example
 * ```ts
 * const data = new ByteArray(b`ABC`);
 * data.append(68);
 * data.set(0, 97);
 * data // bytearray(b'aBCD')
 * ```
 *
 * CPython: Objects/bytearrayobject.c `PyByteArray_Type`
 */
export class ByteArray extends BytesBase<ByteArray> {
  /** The mark by which tools, such as the ESLint plugin, recognize the type. Not Python. */
  declare readonly [BRAND]: 'bytearray';

  /**
   * `b[i]` and `b[i] = byte`; a negative index counts from the end. Reading past the ends returns undefined;
   * writing there raises as `set` does. A hundred times slower than `get` and `set`.
   */
  [index: number]: number;

  /** @internal */
  [LIMIT] = -1;
  /** @internal */
  [WRITABLE] = 0;
  /** @internal */
  [LOCK]: Exports | null = null;
  /** @internal */
  declare readonly [REFUSAL]: string;

  /**
   * Text needs an encoding. Every other source is tried in Python's order: an int, for that many zeros; a
   * bytes-like object, whose raw bytes are copied in C order (for a typed array, the bytes of its memory); an
   * iterable of ints from 0 to 255. The result never appears to share memory: a large content is copied
   * before its first write.
   *
   * @param encoding name of a codec, as for `decode`; only for text
   * @param errors name of an error handler, `'strict'` when omitted; only for text
   * @throws PyTypeError `string argument without an encoding`, `encoding without a string argument`,
   *   `errors without a string argument`, `bytearray() argument 'encoding' must be str, not int`
   * @throws PyTypeError `cannot convert 'float' object to bytearray`,
   *   `'str' object cannot be interpreted as an integer`
   * @throws PyValueError `negative count`, `byte must be in range(0, 256)`
   * @throws PyOverflowError `cannot fit 'int' into an index-sized integer`
   * @throws PyMemoryError when that much memory cannot exist
   * @throws PyUnicodeEncodeError, PyLookupError as the codec does
   *
   * @example
   * ```ts
   * new ByteArray('ABC', 'utf-8') // bytearray(b'ABC')
   * new ByteArray(2) // bytearray(b'\x00\x00')
   * new ByteArray([256]) // PyValueError: byte must be in range(0, 256)
   * ```
   *
   * CPython: Objects/bytearrayobject.c `bytearray___init___impl`
   */
  constructor(text: string, encoding: string, errors?: string);
  constructor(source?: BytesSource);
  constructor(options: ConstructorOptions);
  constructor(source: BytesSource | string, options: Pick<ConstructorOptions, 'encoding' | 'errors'>);
  /** @internal */
  constructor(source?: unknown, encoding?: unknown, errors?: unknown);
  constructor(source?: unknown, encoding?: unknown, errors?: unknown) {
    const content = sourceContent(source, encoding, errors);
    if (new.target === ByteArray) return ofSource(content);
    super(content[MEMORY], content[START], content[LENGTH]);
    const length = content[LENGTH];
    this[LIMIT] = limitOf(content[MEMORY], length);
    this[WRITABLE] = length;
    if (isSourceItself(content)) markShared(this);
  }

  /**
   * Reads pairs of hexadecimal digits as bytes and skips ASCII whitespace between them. A subclass returns an
   * instance of itself.
   *
   * @param string text, or ASCII digits as a bytes-like object
   * @throws PyValueError `non-hexadecimal number found in fromhex() arg at position 0`
   * @throws PyValueError `fromhex() arg must contain an even number of hexadecimal digits`
   * @throws PyTypeError `fromhex() argument must be str or bytes-like, not int`
   *
   * @example
   * ```ts
   * ByteArray.fromhex('2Ef0 F1f2') // bytearray(b'.\xf0\xf1\xf2')
   * ```
   *
   * CPython: Objects/bytearrayobject.c `bytearray_fromhex_impl`
   */
  static fromhex(string: string | BytesLike): ByteArray {
    const bytes = byteArrayOf(fromHex(string));
    return this === ByteArray ? bytes : new this(bytes);
  }

  /**
   * The same as {@link Bytes.maketrans}: a `Bytes` of length 256.
   *
   * CPython: Objects/bytearrayobject.c `bytearray_maketrans_impl`
   */
  static maketrans(frm: BytesLike, to: BytesLike): Bytes {
    return Bytes.maketrans(frm, to);
  }

  /**
   * Always `'bytearray'`, which names the type and is inherited by subclasses. Not Python:
   * `isinstance(b, bytearray)`.
   */
  get kind(): 'bytearray' {
    return 'bytearray';
  }

  /** @internal */
  get [TYPE_NAME](): string {
    return Object.getPrototypeOf(this) === ByteArray.prototype ? 'bytearray' : this.constructor.name;
  }

  /**
   * `b.__init__(...)`: checks that `encoding` and `errors` are names, empties the bytearray and fills it as
   * the constructor does.
   *
   * @throws PyBufferError `Existing exports of data: object cannot be re-sized`, also when it is empty
   * @throws PyTypeError and others as the constructor does; bytes added before the failure stay
   *
   * CPython: Objects/bytearrayobject.c `bytearray___init___impl`
   *
   * @internal
   */
  __init__(source?: unknown, encoding?: unknown, errors?: unknown): void {
    initialize(this, source, encoding, errors);
  }

  // ---- items and slices -----------------------------------------------------------------------------------

  /**
   * `b[key] = value`: one byte, or a slice.
   *
   * @param key an int (negative: from the end) or a `Slice`
   * @param value for an int key, an int from 0 to 255; for a slice, any bytes-like object or iterable of
   *   ints. It is read first, so it may be this bytearray itself. A slice with a step takes exactly as many
   *   bytes as it has, or none, which deletes
   * @throws PyIndexError `bytearray index out of range`, `cannot fit 'int' into an index-sized integer`
   * @throws PyTypeError `bytearray indices must be integers or slices, not str`
   * @throws PyTypeError `'str' object cannot be interpreted as an integer`
   * @throws PyTypeError `can assign only bytes, buffers, or iterables of ints in range(0, 256)`
   * @throws PyTypeError `cannot convert 'NoneType' object to bytearray`
   * @throws PyValueError `byte must be in range(0, 256)`, `slice step cannot be zero`
   * @throws PyValueError `attempt to assign bytes of size 1 to extended slice of size 2`
   * @throws PyBufferError `Existing exports of data: object cannot be re-sized` while views are out
   *
   * @example
   * ```ts
   * const data = new ByteArray(b`abc`);
   * data.set(-1, 90);
   * data.set(new Slice(0, 1), b`XYZ`);
   * data // bytearray(b'XYZbZ')
   * ```
   *
   * CPython: Objects/bytearrayobject.c `bytearray_ass_subscript`
   */
  set(key: IntLike, value: IntLike): void;
  set(key: Slice, value: BytesLike | Iterable<unknown>): void;
  set(key: IntLike | Slice, value: unknown): void;
  set(key: IntLike | Slice, value: unknown): void {
    if (
      typeof key === 'number' &&
      key >= 0 &&
      key < this[WRITABLE] &&
      typeof value === 'number' &&
      (value & 255) === value &&
      Number.isInteger(key)
    ) {
      const memory = this[MEMORY];
      const at = this[START] + key;
      // Not the length, which optimized code may get wrong: see `isLost`.
      if (memory[at] !== undefined) {
        memory[at] = value;
        return;
      }
    }
    assign(this, key, value);
  }

  /**
   * `del b[key]`: removes one byte or a slice. Removing at the front does not move the bytes that stay.
   *
   * @param key an int (negative: from the end) or a `Slice`
   * @throws PyIndexError `bytearray index out of range`, `cannot fit 'int' into an index-sized integer`
   * @throws PyTypeError `bytearray indices must be integers or slices, not str`
   * @throws PyValueError `slice step cannot be zero`
   * @throws PyBufferError `Existing exports of data: object cannot be re-sized` while views are out
   *
   * @example
   * ```ts
   * const data = new ByteArray(b`abcdef`);
   * data.delete(0);
   * data.delete(new Slice(null, null, 2));
   * data // bytearray(b'ce')
   * ```
   *
   * CPython: Objects/bytearrayobject.c `bytearray_ass_subscript`
   */
  delete(key: IntLike | Slice): void {
    remove(this, key);
  }

  // ---- in place -------------------------------------------------------------------------------------------

  /**
   * Appends one byte.
   *
   * @param item an int from 0 to 255
   * @throws PyValueError `byte must be in range(0, 256)`
   * @throws PyTypeError `'str' object cannot be interpreted as an integer`
   * @throws PyBufferError `Existing exports of data: object cannot be re-sized` while views are out
   *
   * @example
   * ```ts
   * const data = new ByteArray(b`a`);
   * data.append(98);
   * data // bytearray(b'ab')
   * ```
   *
   * CPython: Objects/bytearrayobject.c `bytearray_append_impl`
   */
  append(item: IntLike): void {
    const byte = asByte(item);
    const length = this[LENGTH];
    const at = this[START] + length;
    const lock = this[LOCK];
    const memory = this[MEMORY];
    if (at < this[LIMIT] && memory[at] !== undefined && (lock === null || lock.count === 0)) {
      this[LENGTH] = length + 1;
      this[WRITABLE] = length + 1;
      memory[at] = byte;
      return;
    }
    const refusal = refusalOf(this);
    if (refusal !== null) throw refusal;
    resize(this, length + 1);
    this[MEMORY][this[START] + length] = byte;
  }

  /**
   * Appends bytes. All of them are read first, so bad input changes nothing.
   *
   * @param iterable_of_ints a bytes-like object, this bytearray included, or an iterable of ints from 0 to
   *   255
   * @throws PyTypeError `can't extend bytearray with int`, `expected iterable of integers; got: 'str'`,
   *   `can't set bytearray slice from memoryview` for a buffer that is not contiguous
   * @throws PyValueError `byte must be in range(0, 256)`
   * @throws PyBufferError `Existing exports of data: object cannot be re-sized` while views are out
   *
   * @example
   * ```ts
   * const data = new ByteArray(b`a`);
   * data.extend([98, 99]);
   * data.extend(data);
   * data // bytearray(b'abcabc')
   * ```
   *
   * CPython: Objects/bytearrayobject.c `bytearray_extend_impl`
   */
  extend(iterable_of_ints: BytesLike | Iterable<unknown> | { __iter__(): unknown }): void {
    extend(this, iterable_of_ints);
  }

  /**
   * Inserts one byte before an index.
   *
   * @param index negative counts from the end; clamped to both ends
   * @param item an int from 0 to 255
   * @throws PyTypeError `'str' object cannot be interpreted as an integer`
   * @throws PyOverflowError `Python int too large to convert to C ssize_t`
   * @throws PyValueError `byte must be in range(0, 256)`
   * @throws PyBufferError `Existing exports of data: object cannot be re-sized` while views are out
   *
   * @example
   * ```ts
   * const data = new ByteArray(b`ac`);
   * data.insert(1, 98);
   * data // bytearray(b'abc')
   * ```
   *
   * CPython: Objects/bytearrayobject.c `bytearray_insert_impl`
   */
  insert(index: IntLike, item: IntLike): void {
    insertByte(this, index, item);
  }

  /**
   * Removes one byte and returns it.
   *
   * @param index negative counts from the end; the last byte when omitted
   * @throws PyIndexError `pop from empty bytearray`, `pop index out of range`
   * @throws PyTypeError `'str' object cannot be interpreted as an integer`
   * @throws PyOverflowError `Python int too large to convert to C ssize_t`
   * @throws PyBufferError `Existing exports of data: object cannot be re-sized` while views are out
   *
   * @example
   * ```ts
   * const data = new ByteArray(b`abc`);
   * data.pop() // 99
   * data.pop(0) // 97
   * ```
   *
   * CPython: Objects/bytearrayobject.c `bytearray_pop_impl`
   */
  pop(index: IntLike = -1): number {
    // Not in `resize.ts`: V8 inlines this method, and a call to another function makes `pop(0)` a third
    // slower.
    let at = asSsizeArgument(index);
    const length = this[LENGTH];
    if (length === 0) throw new PyIndexError('pop from empty bytearray');
    if (at < 0) at += length;
    if (at < 0 || at >= length) throw new PyIndexError('pop index out of range');
    const byte = intact(this[MEMORY], this[START] + this[LENGTH])[this[START] + at]!;
    removePart(this, at, 1);
    return byte;
  }

  /**
   * Removes the first byte that equals a value.
   *
   * @param value an int from 0 to 255
   * @throws PyValueError `value not found in bytearray`, `byte must be in range(0, 256)`
   * @throws PyTypeError `'str' object cannot be interpreted as an integer`
   * @throws PyBufferError `Existing exports of data: object cannot be re-sized` while views are out
   *
   * @example
   * ```ts
   * const data = new ByteArray(b`abab`);
   * data.remove(98);
   * data // bytearray(b'aab')
   * ```
   *
   * CPython: Objects/bytearrayobject.c `bytearray_remove_impl`
   */
  remove(value: IntLike): void {
    removeByte(this, value);
  }

  /**
   * Reverses the bytes in place; allowed while views exist.
   *
   * @example
   * ```ts
   * const data = new ByteArray(b`abc`);
   * data.reverse();
   * data // bytearray(b'cba')
   * ```
   *
   * CPython: Objects/bytearrayobject.c `bytearray_reverse_impl`
   */
  reverse(): void {
    makeWritable(this);
    const start = this[START];
    reverse(this[MEMORY], start, start + this[LENGTH]);
  }

  /**
   * Removes all bytes.
   *
   * @throws PyBufferError `Existing exports of data: object cannot be re-sized` while views are out
   *
   * @example
   * ```ts
   * const data = new ByteArray(b`abc`);
   * data.clear();
   * data // bytearray(b'')
   * ```
   *
   * CPython: Objects/bytearrayobject.c `bytearray_clear_impl`
   */
  clear(): void {
    resize(this, 0);
  }

  /**
   * Returns a new bytearray with the same content.
   *
   * @example
   * ```ts
   * new ByteArray(b`abc`).copy() // bytearray(b'abc')
   * ```
   *
   * CPython: Objects/bytearrayobject.c `bytearray_copy_impl`
   */
  copy(): ByteArray {
    return this[SAME]();
  }

  /**
   * Truncates the content or extends it with zeros. New in Python 3.14.
   *
   * @param size the new length in bytes
   * @throws PyValueError `Can only resize to positive sizes, got -1`
   * @throws PyTypeError `'str' object cannot be interpreted as an integer`
   * @throws PyOverflowError `Python int too large to convert to C ssize_t`
   * @throws PyMemoryError when that much memory cannot exist
   * @throws PyBufferError `Existing exports of data: object cannot be re-sized` while views are out, unless
   *   the length stays the same
   *
   * @example
   * ```ts
   * const data = new ByteArray(b`abc`);
   * data.resize(5);
   * data // bytearray(b'abc\x00\x00')
   * ```
   *
   * CPython: Objects/bytearrayobject.c `bytearray_resize_impl`
   */
  resize(size: IntLike): void {
    resizeTo(this, size);
  }

  /**
   * Removes the first `n` bytes and returns them. Taking all of them copies nothing. New in Python 3.15.
   *
   * @param n how many; negative counts from the end; null or omitted: all
   * @throws PyIndexError `can't take 4 bytes outside size 3`, `cannot fit 'int' into an index-sized integer`
   * @throws PyTypeError `n must be an integer or None`
   * @throws PyBufferError `Existing exports of data: object cannot be re-sized` while views are out, even to
   *   take none
   *
   * @example
   * ```ts
   * const data = new ByteArray(b`abc\ndef`);
   * data.take_bytes(data.find(b`\n`) + 1) // b'abc\n'
   * data // bytearray(b'def')
   * ```
   *
   * CPython: Objects/bytearrayobject.c `bytearray_take_bytes_impl`
   */
  take_bytes(n: IntLike | null = null): Bytes {
    return bytesOfRange(takeBytes(this, n));
  }

  /**
   * `b += other`: appends bytes and returns this bytearray.
   *
   * @param other bytes-like; strings and lists are refused
   * @throws PyTypeError `can't concat list to bytearray`
   * @throws PyBufferError `Existing exports of data: object cannot be re-sized` while views are out, and for
   *   the bytearray itself, which is read through such a view
   *
   * @example
   * ```ts
   * new ByteArray(b`ab`).iadd(b`cd`) // bytearray(b'abcd')
   * ```
   *
   * CPython: Objects/bytearrayobject.c `bytearray_iconcat`
   */
  iadd(other: BytesLike): this {
    appendOperand(this, other);
    return this;
  }

  /**
   * `b *= count`: repeats the content in place and returns this bytearray.
   *
   * @param count an int; 0 or a negative number leaves nothing
   * @throws PyTypeError `can't multiply sequence by non-int of type 'str'`
   * @throws PyOverflowError `cannot fit 'int' into an index-sized integer`
   * @throws PyMemoryError when the result is too large
   * @throws PyBufferError `Existing exports of data: object cannot be re-sized` while views are out
   *
   * @example
   * ```ts
   * new ByteArray(b`ab`).imul(2) // bytearray(b'abab')
   * ```
   *
   * CPython: Objects/bytearrayobject.c `bytearray_irepeat`
   */
  imul(count: IntLike): this {
    repeat(this, count);
    return this;
  }

  // ---- everything else ------------------------------------------------------------------------------------

  /**
   * `repr(b)`: returns the type's name around a literal.
   *
   * @example
   * ```ts
   * new ByteArray(b`a\x00`).repr() // "bytearray(b'a\\x00')"
   * ```
   *
   * CPython: Objects/bytearrayobject.c `bytearray_repr`
   */
  override repr(): string {
    return `${typeName(this)}(${super.repr()})`;
  }

  /**
   * Returns a live `Uint8Array` over the bytes, without a copy. It holds an export, so the length cannot
   * change until its `release()` or the end of its `using` block. Not Python.
   *
   * @example
   * ```ts
   * const data = new ByteArray(b`abc`);
   * const live = data.asUint8Array();
   * live[0] = 65;
   * data.append(68) // PyBufferError: Existing exports of data: object cannot be re-sized
   * live.release();
   * data // bytearray(b'Abc')
   * ```
   */
  asUint8Array(): LiveUint8Array {
    return liveArray(this);
  }

  /**
   * Iterates over the bytes as numbers. It keeps an index, so it sees later changes.
   *
   * @example
   * ```ts
   * [...new ByteArray(b`abc`)] // [97,98,99]
   * ```
   *
   * CPython: Objects/bytearrayobject.c `PyByteArrayIter_Type`
   */
  [Symbol.iterator](): IterableIterator<number> {
    return new LiveIterator(this);
  }

  /**
   * Returns a writable view of the bytes and counts one export: the length cannot change until the view is
   * released.
   *
   * @param flags one of `BufferFlags`
   * @throws PySystemError when `flags` is exactly READ or WRITE
   *
   * CPython: Objects/bytearrayobject.c `bytearray_getbuffer`
   */
  getBuffer(flags: number): BufferView {
    takeOwnMemory(this);
    const view = fillInfo(this, this[MEMORY], this[START], this[LENGTH], false, flags);
    return (this[LOCK] ??= new Exports()).add(view);
  }

  /**
   * Releases one export.
   *
   * @param view the view that `getBuffer` returned; release it exactly once
   *
   * CPython: Objects/bytearrayobject.c `bytearray_releasebuffer`
   */
  releaseBuffer(view: BufferView): void {
    view.exports?.remove(view);
  }

  /**
   * Returns the bytes of memory behind the content, as CPython counts them (with its own header).
   *
   * CPython: Objects/bytearrayobject.c `bytearray_alloc`
   *
   * @internal
   */
  __alloc__(): number {
    return allocated(this);
  }

  /**
   * @internal The content for `bytes(b)`. A derived class may export something else, or define `__bytes__`.
   */
  [TO_BYTES](): Range | null {
    return this[LENDS_ITSELF] && (this as { __bytes__?: unknown }).__bytes__ === undefined
      ? handOver(this, this[START], this[LENGTH])
      : null;
  }

  /** @internal */
  [MAKE](range: Range): ByteArray {
    return byteArrayOf(range);
  }

  /** @internal */
  [PART](start: number, end: number): ByteArray {
    const memory = intact(this[MEMORY], this[START] + this[LENGTH]);
    const length = end - start;
    return share(this, length)
      ? sharedByteArray(memory, start, length)
      : byteArrayOf(copyRange(memory, start, end));
  }

  /** @internal */
  [SAME](): ByteArray {
    return this[PART](this[START], this[START] + this[LENGTH]);
  }

  /** @internal */
  [MAKE_BYTES](content: Content): Bytes {
    // This memory changes with the bytearray, so a part of it has to be copied.
    return bytesOfRange(content[MEMORY] === this[MEMORY] ? copyContent(content) : (content as Range));
  }

  /** @internal */
  [PIN](): void {
    const lock = (this[LOCK] ??= new Exports());
    lock.count++;
    lock.pins++;
  }

  /** @internal */
  [UNPIN](): void {
    const lock = this[LOCK]!;
    lock.count--;
    lock.pins--;
  }
}

brand(ByteArray.prototype, 'bytearray');
Object.defineProperty(ByteArray.prototype, REFUSAL, {
  value: 'Existing exports of data: object cannot be re-sized',
});

/**
 * Turns the constructor's arguments into content. It is not part of the constructor because V8 inlines that
 * only while it is small.
 */
function sourceContent(source: unknown, encoding: unknown, errors: unknown): Content {
  // The usual sources need none of the checks below.
  if (encoding === undefined && errors === undefined) {
    if (source === undefined) return EMPTY;
    if (lendsItself(source)) {
      return isKeepable(source) ? source : copyContent(source);
    }
  }
  if (isOptions(source) || isOptions(encoding) || isOptions(errors)) {
    [source, encoding, errors] = bindOptions('bytearray', CONSTRUCTOR, [source, encoding, errors]);
  }
  const text = encodeSource(BYTEARRAY, source, encoding, errors);
  if (text !== null) return text;
  // Content that may be shared is returned as the source itself, so that the caller knows the owner.
  return isPlainContent(source) && !isIntLike(source) && isKeepable(source)
    ? source
    : freshContent(BYTEARRAY, source);
}

/** Makes every object that is exactly `ByteArray`, also for the public constructor: `Bytes` says why. */
const BareByteArray = makerOf<[memory: Uint8Array, start: number, length: number], ByteArray>(
  ByteArray,
  class {
    [MEMORY] = undefined;
    [START] = undefined;
    [LENGTH] = undefined;
    [LIMIT] = undefined;
    [WRITABLE] = undefined;
    [LOCK] = undefined;
  },
  function (memory, start, length) {
    this[MEMORY] = memory;
    this[START] = start;
    this[LENGTH] = length;
    this[LIMIT] = limitOf(memory, length);
    this[WRITABLE] = length;
    this[LOCK] = null;
  },
);

/** Contents larger than a slab's limit have memory of their own. */
function limitOf(memory: Uint8Array, length: number): number {
  return length > SLAB_LIMIT ? memory.length : -1;
}

/** Whether content still belongs to the source, so that it must be shared and not taken over. */
function isSourceItself(content: Content): boolean {
  return content[LENGTH] >= SHARED_FROM && brandOf(content) !== undefined;
}

/** Makes the result of `bytearray(...)`. */
function ofSource(content: Content): ByteArray {
  const made = new BareByteArray(content[MEMORY], content[START], content[LENGTH]);
  if (isSourceItself(content)) markShared(made);
  return made;
}

/** Makes a `ByteArray` over memory that nobody else writes. */
export function byteArrayOf(range: Range): ByteArray {
  return new BareByteArray(range[MEMORY], range[START], range[LENGTH]);
}

/** Makes a `ByteArray` over memory that others read too, until its first write. */
function sharedByteArray(memory: Uint8Array, start: number, length: number): ByteArray {
  const made = new BareByteArray(memory, start, length);
  markShared(made);
  return made;
}
