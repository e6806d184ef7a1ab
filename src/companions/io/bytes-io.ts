/**
 * Python's `io.BytesIO`. Converting sizes and positions runs user code, so methods check that the stream is
 * open after they have converted them.
 */
import { findByte } from '../../algorithms/index.js';
import { Bytes, bytesOfRange } from '../../bytes/index.js';
import { PyOverflowError, PyTypeError, PyValueError } from '../../exceptions/index.js';
import { addressText } from '../../formats/address.js';
import { EMPTY, LENGTH, MEMORY, Range, START, copyBytes, copyToNew, intact } from '../../memory/index.js';
import type { Content } from '../../memory/index.js';
import { MemoryView } from '../../memoryview/index.js';
import { listed, toJSON } from '../../objects/index.js';
import {
  DISPOSE,
  endLease,
  isContent,
  isPlainContent,
  lease,
  leaseWritable,
  lendsItself,
} from '../../protocol/index.js';
import type { BytesLike } from '../../protocol/index.js';
import {
  PyFloat,
  TYPE_NAME,
  VALUE_BRAND,
  asCInt,
  asCLong,
  asSsize,
  asSsizeArgument,
  bindOptions,
  exactSize,
  fullTypeName,
  holdsFloats,
  isArray,
  isIntLike,
  isMap,
  isOptionsNotOurs,
  iterate,
  pastMaxsize,
  typeName,
} from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import {
  OwnStorage,
  adopt,
  checkResizable,
  forget,
  handOver,
  isExposed,
  makeWritable,
  resize,
} from '../../storage/index.js';
import { READ_IN_PLACE, WRITE_RANGE } from './direct.js';
import { StreamBuffer } from './stream-buffer.js';
import { UnsupportedOperation } from './unsupported.js';

/** A size to read: an int. Negative, `null` and omitted mean everything up to the end. */
export type ReadSize = IntLike | null;

/**
 * Converts a size to a number; negative means everything up to the end.
 *
 * CPython: Modules/_io/_iomodule.c `_Py_convert_optional_to_ssize_t`
 */
function readSize(size: unknown): number {
  if (size === undefined || size === null) return -1;
  if (isIntLike(size)) return asSsize(size);
  throw new PyTypeError(`argument should be integer or None, not '${typeName(size)}'`);
}

const IDENTITY: unique symbol = Symbol('pybuffer.identity') as never;

/** The number of streams made so far. */
let streams = 0;

/**
 * Python's `io.BytesIO`: a binary stream over bytes in memory.
 *
 * It has one position, in bytes, which reading and writing move. Writing past the end fills the gap with
 * zeros. While views of it exist (`getbuffer`), it can be neither written to nor closed.
 *
 * Making one from a `Bytes`, and `getvalue()`, copy nothing until the next write.
 *
 * @example
 * ```ts
 * const stream = new BytesIO(b`some initial binary data: \x00\x01`);
 * stream.read(4) // b'some'
 * stream.seek(0, 2) // 28
 * stream.write(b`!`) // 1
 * stream.close();
 * stream.read() // ValueError: I/O operation on closed file.
 * ```
 *
 * CPython: Modules/_io/bytesio.c `bytesio_spec`
 */
export class BytesIO implements IterableIterator<Bytes> {
  /**
   * Distinguishes this stream from all others for comparison helpers: as in Python, a stream equals only
   * itself.
   */
  readonly [IDENTITY] = ++streams;

  /** @internal The same for helpers that compare tags. */
  get [Symbol.toStringTag](): string {
    return `BytesIO:${this[IDENTITY]}`;
  }

  /**
   * @internal The same for helpers that compare the keys of a `for...in`.
   */
  get contents(): string {
    return this[Symbol.toStringTag];
  }

  /** `str(stream)`. CPython: Objects/typeobject.c `object_repr` */
  toString(): string {
    return `<${fullTypeName(this)} object at ${addressText(this)}>`;
  }

  /**
   * Makes `JSON.stringify` raise what Python's `json.dumps` raises. Without a key, as test runners call it,
   * it returns the repr.
   *
   * @throws PyTypeError `Object of type BytesIO is not JSON serializable: use x.getvalue().hex() and ...`
   *
   * CPython: Lib/json/encoder.py `JSONEncoder.default`
   */
  toJSON(...key: readonly unknown[]): string {
    return toJSON(this, key, 'x.getvalue().hex() and new BytesIO(Bytes.fromhex(text))');
  }

  /** What `console.log` shows in Node. @internal */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  readonly #storage = new OwnStorage('Existing exports of data: object cannot be re-sized');
  #position = 0;
  #closed = false;
  /**
   * The bytes that CPython would have allocated, because they decide which results are the same object.
   *
   * CPython: `PyBytes_GET_SIZE(buf)`
   */
  #room = 0;
  /** The object that is the content until the next write, if there is one. CPython: `SHARED_BUF` */
  #whole: Bytes | null = null;

  /**
   * @param initial_bytes any contiguous bytes-like object, the initial content; the position starts at 0
   * @throws PyTypeError `a bytes-like object is required, not 'str'`
   *
   * @example
   * ```ts
   * new BytesIO(new Uint8Array([97, 98])).getvalue() // b'ab'
   * new BytesIO({ initial_bytes: b`ab` }).read() // b'ab'
   * ```
   *
   * CPython: Modules/_io/bytesio.c `_io_BytesIO___init___impl`
   */
  constructor(initial_bytes?: BytesLike | { initial_bytes?: BytesLike | null } | null) {
    if (initial_bytes !== undefined && initial_bytes !== null) this.#fill(initial_bytes);
  }

  /**
   * `stream.__init__(initial_bytes)`: replaces the content and starts again. A closed stream opens again for
   * a `Bytes`.
   *
   * @throws PyBufferError `Existing exports of data: object cannot be re-sized` while views are out
   * @throws PyTypeError `a bytes-like object is required, not 'str'`; the stream is then empty
   *
   * CPython: Modules/_io/bytesio.c `_io_BytesIO___init___impl`
   *
   * @internal
   */
  __init__(initial_bytes?: BytesLike | { initial_bytes?: BytesLike | null } | null): void {
    this.#empty();
    if (initial_bytes !== undefined && initial_bytes !== null) this.#fill(initial_bytes);
  }

  /**
   * Restores a state that `__getstate__` returned: content, position, and the attributes of the stream or
   * null.
   *
   * @param state a tuple; any array is accepted
   * @throws PyTypeError `_io.BytesIO.__setstate__ argument should be 3-tuple, got int`,
   *   `second item of state must be an integer, not str`, `third item of state should be a dict, got a int`
   * @throws PyValueError `position value cannot be negative`, `I/O operation on closed file.`
   * @throws PyBufferError `Existing exports of data: object cannot be re-sized` while views are out
   *
   * @example
   * ```ts
   * const stream = new BytesIO();
   * stream.__setstate__([b`abc`, 1, null]);
   * stream.read() // b'bc'
   * ```
   *
   * CPython: Modules/_io/bytesio.c `_io_BytesIO___setstate___impl`
   *
   * @internal
   */
  __setstate__(state: readonly [BytesLike, IntLike, object | null]): void {
    if (!isArray(state) || state.length < 3) {
      const given = typeName(state);
      throw new PyTypeError(`${typeName(this)}.__setstate__ argument should be 3-tuple, got ${given}`);
    }
    const [content, position, attributes] = state as readonly unknown[];
    this.#empty();
    this.#write(content);
    if (typeof position === 'object' || !isIntLike(position)) {
      throw new PyTypeError(`second item of state must be an integer, not ${typeName(position)}`);
    }
    const at = asSsizeArgument(position);
    if (at < 0) throw new PyValueError('position value cannot be negative');
    this.#position = at;
    if (attributes === null || attributes === undefined) return;
    if (typeName(attributes) !== 'dict') {
      throw new PyTypeError(`third item of state should be a dict, got a ${typeName(attributes)}`);
    }
    Object.assign(this, isMap(attributes) ? Object.fromEntries(attributes) : attributes);
  }

  /** Drops the content, unless there are views. */
  #empty(): void {
    checkResizable(this.#storage);
    forget(this.#storage);
    this.#whole = null;
    this.#room = 0;
    this.#position = 0;
  }

  /** Sets the initial content. */
  #fill(initial: unknown): void {
    const source = isOptionsNotOurs(initial)
      ? bindOptions('BytesIO', ['initial_bytes'], [initial])[0]
      : initial;
    if (source === undefined || source === null) return;
    if (isContent(source) && source instanceof Bytes && source.constructor === Bytes) {
      adopt(this.#storage, source, true);
      this.#whole = source;
      this.#room = source.length;
      this.#closed = false;
      return;
    }
    this.#write(source);
    this.#position = 0;
  }

  /** Whether the stream is closed. CPython: `bytesio_get_closed` */
  get closed(): boolean {
    return this.#closed;
  }

  // Reading

  /**
   * Reads from the position.
   *
   * @param size the most bytes to read; everything up to the end when omitted
   * @returns new `Bytes`, empty at the end
   * @throws PyTypeError `argument should be integer or None, not 'str'`
   * @throws PyOverflowError `cannot fit 'int' into an index-sized integer`
   * @throws PyValueError `I/O operation on closed file.`
   *
   * @example
   * ```ts
   * const stream = new BytesIO(b`abcdef`);
   * stream.read(2) // b'ab'
   * stream.read() // b'cdef'
   * stream.read() // b''
   * ```
   *
   * CPython: Modules/_io/bytesio.c `_io_BytesIO_read_impl`
   */
  read(size?: ReadSize): Bytes {
    const wanted = readSize(size);
    this.#checkOpen();
    const left = Math.max(this.#storage[LENGTH] - this.#position, 0);
    return this.#take(wanted < 0 || wanted > left ? left : wanted);
  }

  /** The same as {@link read}. CPython: Modules/_io/bytesio.c `_io_BytesIO_read1_impl` */
  read1(size?: ReadSize): Bytes {
    return this.read(size);
  }

  /**
   * Reads into a writable buffer.
   *
   * @param buffer any writable, contiguous bytes-like object
   * @returns how many bytes were read
   * @throws PyTypeError `readinto() argument must be read-write bytes-like object, not bytes`
   * @throws PyValueError `I/O operation on closed file.`
   *
   * @example
   * ```ts
   * const data = new ByteArray(4);
   * new BytesIO(b`abc`).readinto(data) // 3
   * data // bytearray(b'abc\x00')
   * ```
   *
   * CPython: Modules/_io/bytesio.c `_io_BytesIO_readinto_impl`
   */
  readinto(buffer: BytesLike): number {
    return this.#readInto(buffer, 'readinto');
  }

  /**
   * The same as {@link readinto}, except that its messages say `readinto1() argument must be ...`.
   *
   * CPython: Modules/_io/bufferedio.c `_io__BufferedIOBase_readinto1_impl`
   */
  readinto1(buffer: BytesLike): number {
    return this.#readInto(buffer, 'readinto1');
  }

  /**
   * Reads to the end of the line, which only `\n` ends, or to the end of the stream.
   *
   * @param size the most bytes to read; no limit when omitted
   * @returns new `Bytes` with the line's end; empty at the end of the stream
   * @throws as {@link read}
   *
   * @example
   * ```ts
   * const stream = new BytesIO(b`one\ntwo`);
   * stream.readline() // b'one\n'
   * stream.readline(2) // b'tw'
   * ```
   *
   * CPython: Modules/_io/bytesio.c `_io_BytesIO_readline_impl`
   */
  readline(size?: ReadSize): Bytes {
    const limit = readSize(size);
    this.#checkOpen();
    return this.#take(this.#lineLength(limit));
  }

  /**
   * Reads lines up to the end of the stream and returns them as a list.
   *
   * @param size stop after the line that reaches this many bytes; no limit for 0, negative, `null` and
   *   omitted
   * @throws PyTypeError `integer argument expected, got 'str'`
   * @throws PyOverflowError `Python int too large to convert to C ssize_t`
   * @throws PyValueError `I/O operation on closed file.`
   *
   * @example
   * ```ts
   * new BytesIO(b`a\nb\nc`).readlines(3) // [b'a\n', b'b\n']
   * ```
   *
   * CPython: Modules/_io/bytesio.c `_io_BytesIO_readlines_impl`
   */
  readlines(size?: ReadSize): Bytes[] {
    this.#checkOpen();
    let limit = 0;
    if (size !== undefined && size !== null) {
      if (typeof size === 'object' || !isIntLike(size)) {
        throw new PyTypeError(`integer argument expected, got '${typeName(size)}'`);
      }
      limit = asSsizeArgument(size);
    }
    const lines: Bytes[] = [];
    for (let total = 0; ;) {
      const length = this.#lineLength(-1);
      if (length === 0) return lines;
      lines.push(this.#advance(length));
      total += length;
      if (limit > 0 && total >= limit) return lines;
    }
  }

  /**
   * Returns all of the content, whatever the position: the same object until the next write.
   *
   * CPython: Modules/_io/bytesio.c `_io_BytesIO_getvalue_impl`
   */
  getvalue(): Bytes {
    this.#checkOpen();
    const length = this.#storage[LENGTH];
    if (isExposed(this.#storage)) return this.#copy(0, length);
    if (this.#room !== length) {
      this.#whole = null;
      this.#room = length;
    }
    return (this.#whole ??= this.#copy(0, length));
  }

  /**
   * Returns a writable view of the content without a copy. Until it is released, the stream can be neither
   * written to nor closed.
   *
   * @throws PyValueError `I/O operation on closed file.`
   *
   * @example
   * ```ts
   * const stream = new BytesIO(b`abcdef`);
   * const view = stream.getbuffer();
   * view.set(new Slice(2, 4), b`56`);
   * stream.write(b`x`) // BufferError: Existing exports of data: object cannot be re-sized
   * view.release();
   * stream.getvalue() // b'ab56ef'
   * ```
   *
   * CPython: Modules/_io/bytesio.c `_io_BytesIO_getbuffer_impl`
   */
  getbuffer(): MemoryView {
    this.#checkOpen();
    if (this.#whole !== null) this.#room = this.#storage[LENGTH];
    this.#whole = null;
    return new MemoryView(new StreamBuffer(this.#storage));
  }

  // Writing

  /**
   * Writes at the position, over existing content and past the end.
   *
   * @param data any contiguous bytes-like object
   * @returns the number of bytes written, always all
   * @throws PyTypeError `a bytes-like object is required, not 'str'`
   * @throws PyValueError `I/O operation on closed file.`
   * @throws PyBufferError `Existing exports of data: object cannot be re-sized`, even where nothing would
   *   grow
   *
   * @example
   * ```ts
   * const stream = new BytesIO(b`abc`);
   * stream.seek(5);
   * stream.write(b`x`) // 1
   * stream.getvalue() // b'abc\x00\x00x'
   * ```
   *
   * CPython: Modules/_io/bytesio.c `write_bytes_lock_held`
   */
  write(data: BytesLike): number {
    return this.#write(data);
  }

  /**
   * Writes several values one after the other, without line ends.
   *
   * @param lines an iterable of bytes-like objects
   * @throws PyTypeError `'int' object is not iterable`, and as {@link write}
   *
   * CPython: Modules/_io/bytesio.c `_io_BytesIO_writelines_impl`
   */
  writelines(lines: Iterable<BytesLike> | { __iter__(): unknown }): void {
    this.#checkOpen();
    const iterator = iterate(lines);
    // Floats are boxed, so that the error about them names Python's type.
    const areFloats = holdsFloats(lines);
    for (let step = iterator.next(); step.done !== true; step = iterator.next()) {
      const { value } = step;
      this.#write(areFloats && typeof value === 'number' ? new PyFloat(value) : value);
    }
  }

  /**
   * Truncates the content. It never extends it, and does not move the position.
   *
   * @param size the bytes to keep; the position when omitted
   * @returns the requested size
   * @throws PyValueError `negative size value -1`, `I/O operation on closed file.`
   * @throws PyBufferError `Existing exports of data: object cannot be re-sized`
   * @throws PyTypeError `'str' object cannot be interpreted as an integer`
   * @throws PyOverflowError `Python int too large to convert to C long`
   *
   * @example
   * ```ts
   * const stream = new BytesIO(b`abc`);
   * stream.truncate(2) // 2
   * stream.getvalue() // b'ab'
   * ```
   *
   * CPython: Modules/_io/bytesio.c `_io_BytesIO_truncate_impl`
   */
  truncate(size?: ReadSize): number {
    this.#checkOpen();
    const storage = this.#storage;
    checkResizable(storage);
    const kept = size === undefined || size === null ? this.#position : asCLong(size);
    if (kept < 0) throw new PyValueError(`negative size value ${exactSize(kept)}`);
    // The size's `__index__` may have closed the stream or made a view of it.
    this.#checkOpen();
    checkResizable(storage);
    if (kept < storage[LENGTH]) {
      resize(storage, kept);
      this.#resize(kept);
    }
    return kept;
  }

  // The position

  /**
   * Moves the position.
   *
   * @param pos bytes from the start (`whence` 0), from the position (1), or from the end (2); may lie past
   *   the end
   * @returns the new position; 0 if it would be before the start
   * @throws PyValueError `negative seek value -1`, `invalid whence (3, should be 0, 1 or 2)`,
   *   `I/O operation on closed file.`
   * @throws PyOverflowError `new position too large`, `Python int too large to convert to C ssize_t`
   *
   * @example
   * ```ts
   * const stream = new BytesIO(b`abc`);
   * stream.seek(-1, 2) // 2
   * stream.seek(-1) // ValueError: negative seek value -1
   * ```
   *
   * CPython: Modules/_io/bytesio.c `_io_BytesIO_seek_impl`
   */
  seek(pos: IntLike, whence: IntLike = 0): number {
    const offset = asSsizeArgument(pos);
    const from = asCInt(whence);
    this.#checkOpen();
    if (offset < 0 && from === 0) throw new PyValueError(`negative seek value ${exactSize(offset)}`);
    if (from < 0 || from > 2) throw new PyValueError(`invalid whence (${from}, should be 0, 1 or 2)`);
    const origin = from === 0 ? 0 : from === 1 ? this.#position : this.#storage[LENGTH];
    if (offset > 0 && pastMaxsize(offset, 1, origin)) throw new PyOverflowError('new position too large');
    this.#position = Math.max(origin + offset, 0);
    return this.#position;
  }

  /** Returns the position. CPython: Modules/_io/bytesio.c `_io_BytesIO_tell_impl` */
  tell(): number {
    this.#checkOpen();
    return this.#position;
  }

  // The stream

  /**
   * Closes the stream and drops the content. A second call does nothing.
   *
   * @throws PyBufferError `Existing exports of data: object cannot be re-sized`
   *
   * CPython: Modules/_io/bytesio.c `_io_BytesIO_close_impl`
   */
  close(): void {
    checkResizable(this.#storage);
    forget(this.#storage);
    this.#closed = true;
  }

  /**
   * `with stream:` returns the stream itself, unless it is closed.
   *
   * CPython: Modules/_io/iobase.c `iobase_enter`
   */
  enter(): this {
    this.#checkOpen();
    return this;
  }

  /** Closes the stream at the end of `with`. CPython: Modules/_io/iobase.c `iobase_exit` */
  exit(): void {
    this.close();
  }

  /** Closes the stream at the end of `using`. */
  [DISPOSE](): void {
    this.close();
  }

  /** Returns true. CPython: Modules/_io/bytesio.c `_io_BytesIO_readable_impl` */
  readable(): boolean {
    this.#checkOpen();
    return true;
  }

  /** Returns true. CPython: Modules/_io/bytesio.c `_io_BytesIO_writable_impl` */
  writable(): boolean {
    this.#checkOpen();
    return true;
  }

  /** Returns true. CPython: Modules/_io/bytesio.c `_io_BytesIO_seekable_impl` */
  seekable(): boolean {
    this.#checkOpen();
    return true;
  }

  /** Returns false. CPython: Modules/_io/bytesio.c `_io_BytesIO_isatty_impl` */
  isatty(): boolean {
    this.#checkOpen();
    return false;
  }

  /**
   * Does nothing, because there is nothing to flush. CPython: Modules/_io/bytesio.c `_io_BytesIO_flush_impl`
   */
  flush(): void {
    this.#checkOpen();
  }

  /**
   * Raises UnsupportedOperation `fileno`, because there is no file.
   *
   * CPython: Modules/_io/iobase.c `_io__IOBase_fileno_impl`
   */
  fileno(): never {
    throw new UnsupportedOperation('fileno');
  }

  /**
   * Raises UnsupportedOperation `detach`, because there is no raw stream.
   *
   * CPython: `_io__BufferedIOBase_detach_impl`
   */
  detach(): never {
    throw new UnsupportedOperation('detach');
  }

  // Lines

  /**
   * Returns the next line, as an iterator does; the stream is its own iterator.
   *
   * @throws PyValueError `I/O operation on closed file.`
   *
   * CPython: Modules/_io/bytesio.c `bytesio_iternext`
   */
  next(): IteratorResult<Bytes, undefined> {
    this.#checkOpen();
    const length = this.#lineLength(-1);
    if (length === 0) return { value: undefined, done: true };
    return { value: this.#take(length), done: false };
  }

  /**
   * Returns the stream itself, which iterates over its lines from the position on.
   *
   * @example
   * ```ts
   * [...new BytesIO(b`a\nb`)] // [b'a\n', b'b']
   * ```
   */
  [Symbol.iterator](): this {
    return this;
  }

  /** @internal */
  get [VALUE_BRAND](): 'BytesIO' {
    return 'BytesIO';
  }

  /** Python's name of the type. */
  get [TYPE_NAME](): string {
    return this.constructor === BytesIO ? '_io.BytesIO' : this.constructor.name;
  }

  #checkOpen(): void {
    if (this.#closed) throw new PyValueError('I/O operation on closed file.');
  }

  /** The bytes up to the end of the line or of the stream, or up to the limit if that is not negative. */
  #lineLength(limit: number): number {
    const storage = this.#storage;
    const length = storage[LENGTH];
    const position = this.#position;
    if (position >= length) return 0;
    const start = storage[START];
    const memory = intact(storage[MEMORY], start + length);
    const end = limit >= 0 && limit < length - position ? position + limit : length;
    const newline = findByte(memory, start + position, start + end, 10);
    return newline < 0 ? end - position : newline + 1 - start - position;
  }

  /**
   * The next bytes; the content object itself if they are all of it.
   *
   * CPython: Modules/_io/bytesio.c `read_bytes_lock_held`
   */
  #take(length: number): Bytes {
    const isWhole = length > 1 && this.#position === 0 && length === this.#room && !isExposed(this.#storage);
    if (!isWhole) return this.#advance(length);
    const whole = (this.#whole ??= this.#copy(0, length));
    this.#position = length;
    return whole;
  }

  /** The next bytes as a new object. */
  #advance(length: number): Bytes {
    const from = this.#position;
    const bytes = this.#copy(from, from + length);
    if (length > 0) this.#position = from + length;
    return bytes;
  }

  #copy(from: number, to: number): Bytes {
    const storage = this.#storage;
    return bytesOfRange(handOver(storage, storage[START] + from, to - from));
  }

  /**
   * What CPython would allocate for another size. CPython: Modules/_io/bytesio.c `resize_buffer_lock_held`
   */
  #resize(size: number): void {
    const room = this.#room;
    if (size < room && size >= Math.floor(room / 2)) return;
    const isModerate = size >= room && size <= room * 1.125;
    this.#room = isModerate ? size + Math.floor(size / 8) + (size < 9 ? 3 : 6) : size + 1;
    this.#whole = null;
  }

  /** @internal */
  [READ_IN_PLACE](size: number): Range | null {
    if (this.read !== BytesIO.prototype.read) return null;
    this.#checkOpen();
    const storage = this.#storage;
    const position = this.#position;
    const left = Math.max(storage[LENGTH] - position, 0);
    const length = size > left ? left : size;
    if (length === 0) return EMPTY;
    const start = storage[START] + position;
    this.#position = position + length;
    return new Range(intact(storage[MEMORY], start + length), start, length);
  }

  /** @internal */
  [WRITE_RANGE](range: Range): number | null {
    return this.write === BytesIO.prototype.write ? this.#writeContent(range) : null;
  }

  #write(data: unknown): number {
    if (lendsItself(data) || isPlainContent(data)) return this.#writeContent(data);
    const source = lease(data);
    try {
      return this.#writeContent(source);
    } finally {
      endLease(source);
    }
  }

  #writeContent(source: Content): number {
    this.#checkOpen();
    checkResizable(this.#storage);
    const start = source[START];
    const length = source[LENGTH];
    if (length > 0) this.#writeBytes(intact(source[MEMORY], start + length), start, length);
    return length;
  }

  #writeBytes(memory: Uint8Array, from: number, length: number): void {
    const storage = this.#storage;
    const at = this.#position;
    const end = at + length;
    const before = storage[LENGTH];
    if (pastMaxsize(at, 1, length)) throw new PyOverflowError('new buffer size too large');
    if (end > before) resize(storage, end);
    else makeWritable(storage);
    if (end > this.#room) this.#resize(end);
    else if (this.#whole !== null) this.#room = Math.max(end, before);
    this.#whole = null;
    const start = storage[START];
    if (at > before) storage[MEMORY].fill(0, start + before, start + at);
    copyToNew(memory, from, from + length, storage[MEMORY], start + at);
    this.#position = end;
  }

  #readInto(buffer: unknown, name: string): number {
    const target = leaseWritable(buffer, `${name}() argument`);
    try {
      this.#checkOpen();
      const storage = this.#storage;
      const from = this.#position;
      const count = Math.min(target[LENGTH], Math.max(storage[LENGTH] - from, 0));
      if (count === 0) return 0;
      const start = storage[START] + from;
      const memory = intact(storage[MEMORY], start + count);
      const at = target[START];
      copyBytes(memory, start, start + count, intact(target[MEMORY], at + target[LENGTH]), at);
      this.#position = from + count;
      return count;
    } finally {
      endLease(target);
    }
  }
}

listed(BytesIO.prototype);
