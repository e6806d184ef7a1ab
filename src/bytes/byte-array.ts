import { findByte, reverse } from '../algorithms/index.js';
import { checkName } from '../codecs/index.js';
import {
  PyBufferError,
  PyIndexError,
  PyMemoryError,
  PyTypeError,
  PyValueError,
} from '../exceptions/index.js';
import {
  LENGTH,
  MEMORY,
  SLAB_LIMIT,
  START,
  copyToNew,
  copyContent,
  copyRange,
  isRefusal,
  intact,
} from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import { makerOf } from '../objects/index.js';
import { Exports, endLease, fillInfo, isBytesLike, isPlainContent, lease } from '../protocol/index.js';
import type { BufferView, BytesLike } from '../protocol/index.js';
import {
  Slice,
  TYPE_NAME,
  asByte,
  asIndex,
  asSsizeArgument,
  bindOptions,
  brand,
  brandOf,
  isArray,
  isIntLike,
  isOptions,
  lengthHint,
  tryIterate,
  typeName,
  headerSize,
  pastMaxsize,
  isSlice,
} from '../python/index.js';
import type { BRAND } from '../python/index.js';
import type { IntLike } from '../python/index.js';
import { asRepeatCount, leaseOperand } from './arguments.js';
import { liveArray } from './live-array.js';
import type { LiveUint8Array } from './live-array.js';
import { assignSlice, deleteSlice } from './assign.js';
import { BytesBase } from './bytes-base.js';
import { Bytes, bytesOf, bytesOfRange, fromHex } from './bytes.js';
import {
  BYTEARRAY,
  checkNames,
  collect,
  encodeSource,
  freshContent,
  isKeepable,
  iterateSource,
  sizeOfSource,
  zeros,
} from './construct.js';
import { MAKE, MAKE_BYTES, PART, PIN, SAME, UNPIN } from './hooks.js';
import { LiveIterator } from './iterate.js';
import {
  LOCK,
  LIMIT,
  SHARED_FROM,
  WRITABLE,
  adopt,
  checkResizable,
  makeWritable,
  markShared,
  resize,
  share,
  splice,
  takeOwnMemory,
  REFUSAL,
  handOverAll,
  removePart,
} from '../storage/index.js';
import type { BytesSource, ConstructorOptions } from './types.js';

const CONSTRUCTOR = ['source', 'encoding', 'errors'] as const;

/**
 * Python's `bytearray`: a mutable sequence of bytes. Grows at the end at a constant cost for each byte, and shrinks at the
 * front at one, so it serves as a queue. While views of it are out, its length cannot change.
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
  /** What tools know the type by: the ESLint plugin does. Not Python. */
  declare readonly [BRAND]: 'bytearray';

  /**
   * `b[i]` and `b[i] = byte`, from the end when negative. Reading past the ends is undefined, writing there raises as `set` does.
   * A hundred times as slow as `get` and `set`.
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
   * Text needs an encoding. Anything else is tried in Python's order: an int, for as many zeros; a bytes-like object, of
   * which the raw bytes are copied in C order (a typed array: the bytes of its memory); an iterable of ints from 0 to 255.
   * Never seen to share memory: a large content is copied when it is first written.
   *
   * @param encoding name of a codec, as for `decode`; only for text
   * @param errors name of an error handler, `'strict'` when omitted; only for text
   * @throws PyTypeError `string argument without an encoding`, `encoding without a string argument`, `errors without a
   *   string argument`, `bytearray() argument 'encoding' must be str, not int`
   * @throws PyTypeError `cannot convert 'float' object to bytearray`, `'str' object cannot be interpreted as an integer`
   * @throws PyValueError `negative count`, `byte must be in range(0, 256)`
   * @throws PyOverflowError `cannot fit 'int' into an index-sized integer`
   * @throws PyMemoryError when no such amount can exist
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
   * The bytes that hexadecimal digits spell, two for each; ASCII white space between bytes is skipped. A subclass gives
   * an instance of itself.
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
   * Always `'bytearray'`: tells the type, also of subclasses. Not Python: `isinstance(b, bytearray)`.
   */
  get kind(): 'bytearray' {
    return 'bytearray';
  }

  /** @internal */
  get [TYPE_NAME](): string {
    return Object.getPrototypeOf(this) === ByteArray.prototype ? 'bytearray' : this.constructor.name;
  }

  /**
   * `b.__init__(...)`: empties the bytearray, once `encoding` and `errors` are known to be names, and fills it as the
   * constructor does.
   *
   * @throws PyBufferError `Existing exports of data: object cannot be re-sized`, also when it is empty
   * @throws PyTypeError and others as the constructor does; what was filled in until then stays
   *
   * CPython: Objects/bytearrayobject.c `bytearray___init___impl`
   */
  __init__(source?: unknown, encoding?: unknown, errors?: unknown): void {
    checkNames(BYTEARRAY, encoding, errors);
    // What the codecs check later comes first, as the arguments' other checks do.
    if (encoding !== undefined) checkName(encoding as string);
    if (errors !== undefined) checkName(errors as string);
    checkResizable(this);
    resize(this, 0);
    const text = encodeSource(BYTEARRAY, source, encoding, errors);
    if (text !== null) return fill(this, text);
    if (source === undefined) return;
    if (isArray(source)) return initFromArray(this, source);
    const size = sizeOfSource(source);
    // A count of nothing leaves what the source's own code may have put here.
    if (size === 0) return;
    if (size > 0) return fill(this, zeros(BYTEARRAY, size));
    if (isBytesLike(source)) return fill(this, freshContent(BYTEARRAY, source));
    appendAll(this, iterateSource(BYTEARRAY, source));
  }

  // ---- items and slices ---------------------------------------------------------------------------------------

  /**
   * `b[key] = value`: one byte, or a slice.
   *
   * @param key an int, from the end when negative, or a `Slice`
   * @param value for an int key an int from 0 to 255; for a slice any bytes-like object or iterable of ints, which is read
   *   first, so it may be this very bytearray. A slice with a step takes exactly as many bytes as it has, or none to delete
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
      if (at < memory.length) {
        memory[at] = value;
        return;
      }
    }
    setSlowly(this, key, value);
  }

  /**
   * `del b[key]`: removes one byte, or those of a slice. At the front it costs nothing for each byte that stays.
   *
   * @param key an int, from the end when negative, or a `Slice`
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
    if (isSlice(key)) return deleteSlice(this, key);
    const index = indexOf(this, asItemIndex(key));
    removePart(this, index, 1);
  }

  // ---- in place -----------------------------------------------------------------------------------------------

  /**
   * Adds one byte at the end.
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
    if (at < this[LIMIT] && at < memory.length && (lock === null || lock.count === 0)) {
      this[LENGTH] = length + 1;
      this[WRITABLE] = length + 1;
      memory[at] = byte;
      return;
    }
    resize(this, length + 1);
    this[MEMORY][this[START] + length] = byte;
  }

  /**
   * Adds bytes at the end. All of them are read first, so bad input changes nothing.
   *
   * @param iterable_of_ints a bytes-like object, this bytearray included, or an iterable of ints from 0 to 255
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
    if (isPlainContent(iterable_of_ints)) return extendBy(this, iterable_of_ints, this[LENGTH]);
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

  /**
   * Puts one byte before an index.
   *
   * @param index from the end when negative; clamped to the beginning and the end
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
    let at = asSsizeArgument(index);
    const byte = asByte(item);
    const length = this[LENGTH];
    if (at < 0) at = at + length < 0 ? 0 : at + length;
    else if (at > length) at = length;
    const one = bytesOf(ALL_BYTES, byte, 1);
    splice(this, at, at, one[MEMORY], one[START], one[START] + 1);
  }

  /**
   * Removes one byte and gives it back.
   *
   * @param index from the end when negative; the last byte when omitted
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
   * Removes the first byte of a value.
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
    const byte = asByte(value);
    const start = this[START];
    const at =
      findByte(intact(this[MEMORY], this[START] + this[LENGTH]), start, start + this[LENGTH], byte) - start;
    if (at < 0) throw new PyValueError('value not found in bytearray');
    removePart(this, at, 1);
  }

  /**
   * Reverses the bytes in place; allowed while views are out.
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
   * A new bytearray with the same content.
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
   * Cuts the end off, or adds zeros there. New in Python 3.14.
   *
   * @param size the new length in bytes
   * @throws PyValueError `Can only resize to positive sizes, got -1`
   * @throws PyTypeError `'str' object cannot be interpreted as an integer`
   * @throws PyOverflowError `Python int too large to convert to C ssize_t`
   * @throws PyMemoryError when no such amount can exist
   * @throws PyBufferError `Existing exports of data: object cannot be re-sized` while views are out, unless the length stays
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
    const length = asSsizeArgument(size);
    if (length < 0) throw new PyValueError(`Can only resize to positive sizes, got ${length}`);
    const before = this[LENGTH];
    resize(this, length);
    if (length > before) {
      const start = this[START];
      this[MEMORY].fill(0, start + before, start + length);
    }
  }

  /**
   * Removes the first `n` bytes and gives them back. All of them change hands without being copied. New in Python 3.15.
   *
   * @param n how many; from the end when negative; null or omitted for all
   * @throws PyIndexError `can't take 4 bytes outside size 3`, `cannot fit 'int' into an index-sized integer`
   * @throws PyTypeError `n must be an integer or None`
   * @throws PyBufferError `Existing exports of data: object cannot be re-sized` while views are out, even to take none
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

  /**
   * `b += other`: adds bytes at the end, and gives this bytearray back.
   *
   * @param other bytes-like; text and lists are refused
   * @throws PyTypeError `can't concat list to bytearray`
   * @throws PyBufferError `Existing exports of data: object cannot be re-sized` while views are out, and for itself, which
   *   is such a view
   *
   * @example
   * ```ts
   * new ByteArray(b`ab`).iadd(b`cd`) // bytearray(b'abcd')
   * ```
   *
   * CPython: Objects/bytearrayobject.c `bytearray_iconcat`
   */
  iadd(other: BytesLike): this {
    if (isPlainContent(other)) {
      if ((other as unknown) === this && this[LENGTH] > 0) throw new PyBufferError(this[REFUSAL]);
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

  /**
   * `b *= count`: repeats the content in place, and gives this bytearray back.
   *
   * @param count an int; nothing is left when it is 0 or negative
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
    const times = asRepeatCount(count);
    const length = this[LENGTH];
    if (times === 1 || length === 0) return this;
    if (times === 0) {
      resize(this, 0);
      return this;
    }
    if (pastMaxsize(length * times)) throw new PyMemoryError();
    resize(this, length * times);
    repeatInPlace(this, length);
    return this;
  }

  // ---- everything else ----------------------------------------------------------------------------------------

  /**
   * `repr(b)`: a call of the type with a literal.
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
   * A live `Uint8Array` over the bytes, under an export: until its `release()`, or the end of its `using` block, the length
   * cannot change. Nothing is copied. Not Python.
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
   * The bytes as numbers, by an index that advances: later changes are seen.
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
   * A writable view of the bytes. Counts one export: until it is given back, the length cannot change.
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
   * Gives one export back.
   *
   * @param view what `getBuffer` gave, exactly once
   *
   * CPython: Objects/bytearrayobject.c `bytearray_releasebuffer`
   */
  releaseBuffer(view: BufferView): void {
    view.exports?.remove(view);
  }

  /**
   * Bytes of memory behind the content, as CPython counts them (with its own header).
   *
   * CPython: Objects/bytearrayobject.c `bytearray_alloc`
   */
  __alloc__(): number {
    const length = this[LENGTH];
    const all = this[LIMIT] < 0 ? length - 1 - this[LIMIT] : this[LIMIT];
    // CPython gives more than half back.
    const room = length * 2 < all ? length : all;
    return room === 0 ? 0 : room + headerSize();
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
    // Part of my own memory would change with me.
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

/** The constructor's arguments as content. Apart from the constructor, which V8 inlines only while it is small. */
function sourceContent(source: unknown, encoding: unknown, errors: unknown): Content {
  if (isOptions(source) || isOptions(encoding) || isOptions(errors)) {
    [source, encoding, errors] = bindOptions('bytearray', CONSTRUCTOR, [source, encoding, errors]);
  }
  const text = encodeSource(BYTEARRAY, source, encoding, errors);
  if (text !== null) return text;
  // The source itself stands for memory that it keeps.
  return isPlainContent(source) && !isIntLike(source) && isKeepable(source)
    ? source
    : freshContent(BYTEARRAY, source);
}

/** Makes all objects that are exactly `ByteArray`, those of the public constructor too: see `Bytes`. */
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

/** Contents past the slab's limit have memory of their own. */
function limitOf(memory: Uint8Array, length: number): number {
  return length > SLAB_LIMIT ? memory.length : -1;
}

/** Whether content is the source's own, which stays its. */
function isSourceItself(content: Content): boolean {
  return content[LENGTH] >= SHARED_FROM && brandOf(content) !== undefined;
}

/** What `bytearray(...)` returns for content. */
function ofSource(content: Content): ByteArray {
  const made = new BareByteArray(content[MEMORY], content[START], content[LENGTH]);
  if (isSourceItself(content)) markShared(made);
  return made;
}

/** A `ByteArray` over memory that nobody else writes. */
export function byteArrayOf(range: Range): ByteArray {
  return new BareByteArray(range[MEMORY], range[START], range[LENGTH]);
}

/** A `ByteArray` over memory that others read too, until its first write. */
function sharedByteArray(memory: Uint8Array, start: number, length: number): ByteArray {
  const made = new BareByteArray(memory, start, length);
  markShared(made);
  return made;
}

function fill(self: ByteArray, content: Content): void {
  const length = content[LENGTH];
  resize(self, length);
  makeWritable(self);
  copyToNew(
    intact(content[MEMORY], content[START] + content[LENGTH]),
    content[START],
    content[START] + length,
    self[MEMORY],
    self[START],
  );
}

/**
 * Fills an empty bytearray with the items of a list, as CPython does: at once while they are plain ints, of which one out of
 * range leaves nothing behind, and one by one as soon as another object is among them, whose code may look.
 */
function initFromArray(self: ByteArray, items: readonly unknown[]): void {
  const count = items.length;
  self.resize(count);
  for (let i = 0; i < count; i++) {
    const item = items[i];
    if (typeof item !== 'number' || (item & 255) !== item) {
      resize(self, 0);
      if (Number.isInteger(item) || typeof item === 'bigint') asByte(item);
      return appendAll(self, items[Symbol.iterator]());
    }
    makeWritable(self);
    self[MEMORY][self[START] + i] = item;
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
  if (isSlice(key)) return assignSlice(self, key, value);
  const index = asItemIndex(key);
  // The value before the index is applied: its `__index__` may change the length.
  const byte = asByte(value);
  makeWritable(self);
  self[MEMORY][self[START] + indexOf(self, index)] = byte;
}

/** The bytes-like argument of `extend`; whatever goes wrong with it is one TypeError. */
function leaseValues(values: unknown): Content {
  try {
    return lease(values);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new PyTypeError(`can't set bytearray slice from ${typeName(values)}`);
  }
}

/** @param at the length before the values were asked for: there they go, or at the end of what has become shorter */
function extendBy(self: ByteArray, content: Content, at: number): void {
  const length = self[LENGTH];
  const values = (content as unknown) === self ? copyContent(content) : content;
  if (length === 0 && beginWith(self, values)) return;
  const start = values[START];
  const place = Math.min(at, length);
  splice(
    self,
    place,
    place,
    intact(values[MEMORY], values[START] + values[LENGTH]),
    start,
    start + values[LENGTH],
  );
}

/** The first content of an empty bytearray without room for it: shared or part of a slab, where it may be. */
function beginWith(self: ByteArray, content: Content): boolean {
  const length = content[LENGTH];
  if (length === 0 || length <= self[LIMIT]) return false;
  const shared = brandOf(content) !== undefined && isKeepable(content);
  if (!shared && length > SLAB_LIMIT) return false;
  checkResizable(self);
  adopt(self, shared ? content : copyContent(content), shared);
  return true;
}

function itemsToExtend(iterable: unknown): Range {
  if (isArray(iterable)) return freshContent(BYTEARRAY, iterable);
  let iterator: Iterator<unknown> | null = null;
  try {
    iterator = tryIterate(iterable);
  } catch (error) {
    if (!(error instanceof PyTypeError)) throw error;
  }
  if (iterator === null) throw new PyTypeError(`can't extend bytearray with ${typeName(iterable)}`);
  lengthHint(iterable, 0);
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
  if (length === 0 && beginWith(self, content)) return;
  const more = content[LENGTH];
  resize(self, length + more);
  const start = content[START];
  copyToNew(
    intact(content[MEMORY], content[START] + content[LENGTH]),
    start,
    start + more,
    self[MEMORY],
    self[START] + length,
  );
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

/** The first `count` bytes as a `Bytes`; all of them without a copy, where that is possible. */
function takeFront(self: ByteArray, count: number): Bytes {
  if (count === self[LENGTH]) return bytesOfRange(handOverAll(self));
  const start = self[START];
  const taken = copyRange(intact(self[MEMORY], self[START] + self[LENGTH]), start, start + count);
  if (count > 0) removePart(self, 0, count);
  return bytesOfRange(taken);
}

const ALL_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => byte);
