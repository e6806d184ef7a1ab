/**
 * The class `Bytes`: Python's bytes. Its memory never changes after construction; other rooms make values
 * with `bytesOf` and `bytesOfRange`.
 */
import { fromHexBytes, fromHexText, registeredHash } from '../algorithms/index.js';
import {
  ALL_BYTES,
  EMPTY,
  LENGTH,
  MEMORY,
  START,
  copyRange,
  cutRange,
  mayShare,
  intact,
  lostMemory,
} from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import { makerOf } from '../objects/index.js';
import { LENDS_ITSELF, TO_BYTES, endLease, fillInfo, isBytesLike, lease } from '../protocol/index.js';
import type { BufferView, BytesLike } from '../protocol/index.js';
import { PyTypeError } from '../exceptions/index.js';
import {
  abi,
  bindOptions,
  brand,
  falseIfRevoked,
  fullTypeName,
  isOptions,
  tuple,
  TYPE_NAME,
} from '../python/index.js';
import type { BRAND } from '../python/index.js';
import { BytesBase } from './bytes-base.js';
import { BYTES, bytesContent, encodeSource } from './construct.js';
import { PIN, UNPIN } from './hold.js';
import { MAKE, MAKE_BYTES, PART, SAME } from './hooks.js';
import { FrozenIterator } from './iterate.js';
import { registeredMaketrans } from './maketrans-registry.js';
import type { BytesSource, ConstructorOptions } from './types.js';

/** The cached hash: a bigint for 64-bit memory, a number for 32-bit memory, whose hashes differ. */
const BYTES_HASH: unique symbol = Symbol('pybuffer.bytesHash');

const CONSTRUCTOR = ['source', 'encoding', 'errors'] as const;

/**
 * Python's `bytes`: an immutable sequence of bytes. Empty values and single bytes are shared, slices share
 * their parent's memory within a limit, and a method that changes nothing returns the same value.
 *
 * @example
 * ```ts
 * new Bytes('ABC', 'utf-8') // b'ABC'
 * new Bytes([65, 66]) // b'AB'
 * new Bytes(3) // b'\x00\x00\x00'
 * ```
 *
 * CPython: Objects/bytesobject.c `PyBytes_Type`
 */
export class Bytes extends BytesBase<Bytes> {
  /** The mark by which tools, such as the ESLint plugin, recognize the type. Not Python. */
  declare readonly [BRAND]: 'bytes';

  /**
   * `b[i]`: one byte; a negative index counts from the end; undefined past the ends. A hundred times slower
   * than `get`.
   */
  readonly [index: number]: number;

  /** @internal */
  [BYTES_HASH]: bigint | number | null = null;

  /**
   * Text needs an encoding. Every other source is tried in Python's order: its `__bytes__()`; an int, for
   * that many zeros; a bytes-like object, whose raw bytes are copied in C order (for a typed array, the bytes
   * of its memory); an iterable of ints from 0 to 255. A `Bytes` is returned itself, not copied, unless a
   * subclass is constructed.
   *
   * @param encoding name of a codec, as for `decode`; only for text
   * @param errors name of an error handler, `'strict'` when omitted; only for text
   * @throws PyTypeError `string argument without an encoding`, `encoding without a string argument`,
   *   `errors without a string argument`, `bytes() argument 'encoding' must be str, not int`
   * @throws PyTypeError `cannot convert 'float' object to bytes`,
   *   `'str' object cannot be interpreted as an integer`, `X.__bytes__() must return a bytes, not int`
   * @throws PyValueError `negative count`, `bytes must be in range(0, 256)`
   * @throws PyOverflowError `cannot fit 'int' into an index-sized integer`, `byte string is too large`
   * @throws PyMemoryError when that much memory cannot exist
   * @throws PyUnicodeEncodeError, PyLookupError as the codec does
   *
   * @example
   * ```ts
   * new Bytes({ source: 'é', encoding: 'latin-1' }) // b'\xe9'
   * new Bytes(new Uint16Array([1, 2])) // b'\x01\x00\x02\x00'
   * new Bytes('abc') // PyTypeError: string argument without an encoding
   * ```
   *
   * CPython: Objects/bytesobject.c `bytes_new_impl`
   */
  constructor(text: string, encoding: string, errors?: string);
  constructor(source?: BytesSource);
  constructor(options: ConstructorOptions);
  constructor(source: BytesSource | string, options: Pick<ConstructorOptions, 'encoding' | 'errors'>);
  /** @internal */
  constructor(source?: unknown, encoding?: unknown, errors?: unknown);
  constructor(source?: unknown, encoding?: unknown, errors?: unknown) {
    const content = sourceContent(source, encoding, errors);
    // As in CPython, exact bytes and the result of `__bytes__` are returned as they are, and small values are
    // shared.
    if (new.target === Bytes) return valueOf(content);
    super(content[MEMORY], content[START], content[LENGTH]);
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
   * Bytes.fromhex('2Ef0 F1f2') // b'.\xf0\xf1\xf2'
   * ```
   *
   * CPython: Objects/bytesobject.c `bytes_fromhex_impl`
   */
  static fromhex(string: string | BytesLike): Bytes {
    const bytes = bytesOfRange(fromHex(string));
    return this === Bytes ? bytes : new this(bytes);
  }

  /**
   * Returns a table of 256 bytes for `translate` that maps each byte of `frm` to the byte at the same index
   * of `to`.
   *
   * @throws PyValueError `maketrans arguments must have same length`
   * @throws PyTypeError `a bytes-like object is required, not 'str'`
   *
   * @example
   * ```ts
   * b`abc`.translate(Bytes.maketrans(b`ac`, b`xz`)) // b'xbz'
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytes_methods.c `_Py_bytes_maketrans`
   */
  static maketrans(frm: BytesLike, to: BytesLike): Bytes {
    return bytesOfRange(registeredMaketrans(frm, to));
  }

  /**
   * Always `'bytes'`, which names the type and is inherited by subclasses. Not Python:
   * `isinstance(b, bytes)`.
   */
  get kind(): 'bytes' {
    return 'bytes';
  }

  /** @internal */
  get [TYPE_NAME](): string {
    return Object.getPrototypeOf(this) === Bytes.prototype ? 'bytes' : this.constructor.name;
  }

  /**
   * `hash(b)`: SipHash-1-3 with key zero, as CPython computes it under `PYTHONHASHSEED=0`. The result is
   * cached.
   *
   * @example
   * ```ts
   * b``.hash() // 0n
   * b`abc`.hash() === new Bytes([97, 98, 99]).hash() // true
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Python/pyhash.c `Py_HashBuffer`
   */
  hash(): bigint {
    const known = this[BYTES_HASH];
    const isWide = abi().pointer === 8;
    if (isWide) {
      if (typeof known === 'bigint') return known;
    } else if (typeof known === 'number') return BigInt(known);
    const start = this[START];
    const hash = registeredHash(intact(this[MEMORY], start + this[LENGTH]), start, start + this[LENGTH]);
    try {
      this[BYTES_HASH] = isWide ? hash : Number(hash);
    } catch {
      // A frozen object cannot cache it.
    }
    return hash;
  }

  /**
   * Iterates over the bytes as numbers.
   *
   * @example
   * ```ts
   * [...b`abc`] // [97,98,99]
   * ```
   *
   * CPython: Objects/bytesobject.c `PyBytesIter_Type`
   */
  [Symbol.iterator](): IterableIterator<number> {
    return new FrozenIterator(this);
  }

  /**
   * Returns a read-only view of the bytes. Bytes never move, so no export is counted.
   *
   * @param flags one of `BufferFlags`
   * @throws PyBufferError `Object is not writable.`
   * @throws PySystemError when `flags` is exactly READ or WRITE
   *
   * CPython: Objects/bytesobject.c `bytes_buffer_getbuffer`
   */
  getBuffer(flags: number): BufferView {
    return fillInfo(
      this,
      intact(this[MEMORY], this[START] + this[LENGTH]),
      this[START],
      this[LENGTH],
      true,
      flags,
    );
  }

  /**
   * Does nothing: see {@link getBuffer}.
   *
   * CPython: Objects/bytesobject.c `bytes_as_buffer`, which has none
   */
  releaseBuffer(_view: BufferView): void {}

  /**
   * Called by `bytes(b)`: returns this value itself, or a plain `Bytes` with the content of a subclass's
   * value.
   *
   * CPython: Objects/bytesobject.c `bytes___bytes___impl`
   *
   * @internal
   */
  __bytes__(): Bytes {
    return this[SAME]();
  }

  /**
   * Called by `pickle`.
   *
   * CPython: Objects/bytesobject.c `bytes_getnewargs`
   *
   * @internal
   */
  __getnewargs__(): readonly [Bytes] {
    return tuple(new BareBytes(this[MEMORY], this[START], this[LENGTH]));
  }

  /** @internal */
  [MAKE](range: Range): Bytes {
    return bytesOfRange(range);
  }

  /** @internal */
  [PART](start: number, end: number): Bytes {
    const length = end - start;
    const limit = this[START] + this[LENGTH];
    const memory = intact(this[MEMORY], limit);
    if (length === this[LENGTH] && this[LENDS_ITSELF]) return this;
    if (length > 1 && !mayShare(memory, length)) {
      const copy = cutRange(memory, start, end, limit);
      return new BareBytes(copy[MEMORY], copy[START], length);
    }
    return bytesOf(memory, start, length);
  }

  /** @internal */
  [SAME](): Bytes {
    return this[LENDS_ITSELF] ? this : bytesOf(this[MEMORY], this[START], this[LENGTH]);
  }

  /** @internal */
  [MAKE_BYTES](content: Content): Bytes {
    return content === this ? this : bytesOf(content[MEMORY], content[START], content[LENGTH]);
  }

  /** @internal Bytes cannot change: nothing to pin. */
  [PIN](): void {}

  /** @internal */
  [UNPIN](): void {}
}

brand(Bytes.prototype, 'bytes');

/**
 * Makes every value that is exactly `Bytes`, also for the public constructor. V8 decides whether to inline a
 * constructor by all arguments that it has seen, and a list of pieces takes twice as long when it does not
 * inline.
 */
const BareBytes = makerOf<[memory: Uint8Array, start: number, length: number], Bytes>(
  Bytes,
  class {
    [MEMORY] = undefined;
    [START] = undefined;
    [LENGTH] = undefined;
    [BYTES_HASH] = undefined;
  },
  function (memory, start, length) {
    this[MEMORY] = memory;
    this[START] = start;
    this[LENGTH] = length;
    this[BYTES_HASH] = null;
  },
);

const EMPTY_BYTES = new BareBytes(EMPTY[MEMORY], 0, 0);

/**
 * The values of length 1 requested so far. `makerOf` says why the maker does not make all of them at once.
 */
const SINGLE = new Array<Bytes | undefined>(256);

function single(byte: number | undefined): Bytes {
  if (byte === undefined) throw lostMemory();
  return (SINGLE[byte] ??= new BareBytes(ALL_BYTES, byte, 1));
}

/**
 * Turns the constructor's arguments into content. It is not part of the constructor because V8 inlines that
 * only while it is small.
 */
function sourceContent(source: unknown, encoding: unknown, errors: unknown): Content {
  if (encoding === undefined && errors === undefined && typeof source === 'object' && source !== null) {
    const own = bytesOfOurs(source);
    if (own !== null) return own;
  }
  if (isOptions(source) || isOptions(encoding) || isOptions(errors)) {
    [source, encoding, errors] = bindOptions('bytes', CONSTRUCTOR, [source, encoding, errors]);
  }
  return encodeSource(BYTES, source, encoding, errors) ?? bytesContent(source);
}

/** The bytes of a memoryview or bytearray, by its own fastest method; null for everything else. */
function bytesOfOurs(source: { [TO_BYTES]?(): Range | null }): Range | null {
  try {
    return source[TO_BYTES] === undefined ? null : source[TO_BYTES]();
  } catch (error) {
    falseIfRevoked(source, error);
    return null;
  }
}

/** What `bytes(...)` returns for content: an existing value or a new one. */
function valueOf(content: Content): Bytes {
  if (content instanceof Bytes) return content;
  return bytesOf(content[MEMORY], content[START], content[LENGTH]);
}

/**
 * Makes a `Bytes` over memory that never changes again. Empty values and single bytes are shared, as in
 * CPython.
 */
export function bytesOf(memory: Uint8Array, start: number, length: number): Bytes {
  if (length > 1) return new BareBytes(memory, start, length);
  return length === 0 ? EMPTY_BYTES : single(memory[start]);
}

/** Makes a `Bytes` over the result of an algorithm. */
export function bytesOfRange(range: Range): Bytes {
  // V8 inlines a function that only reads the range, and then creates no range.
  return bytesOfResult(range[MEMORY], range[START], range[LENGTH]);
}

function bytesOfResult(memory: Uint8Array, start: number, length: number): Bytes {
  if (length > 1 && mayShare(memory, length)) return new BareBytes(memory, start, length);
  return compactBytes(memory, start, length);
}

/** A result that is much smaller than the memory it was written to must not keep all of that memory alive. */
function compactBytes(memory: Uint8Array, start: number, length: number): Bytes {
  if (length < 2) return bytesOf(memory, start, length);
  const copy = copyRange(memory, start, start + length);
  return new BareBytes(copy[MEMORY], copy[START], length);
}

/**
 * Reads pairs of hexadecimal digits as bytes.
 *
 * @throws PyTypeError `fromhex() argument must be str or bytes-like, not int`
 *
 * CPython: Objects/bytesobject.c `_PyBytes_FromHex`
 */
export function fromHex(string: unknown): Range {
  if (typeof string === 'string') return fromHexText(string);
  if (!isBytesLike(string)) {
    throw new PyTypeError(`fromhex() argument must be str or bytes-like, not ${fullTypeName(string)}`);
  }
  const digits = lease(string);
  try {
    const start = digits[START];
    return fromHexBytes(
      intact(digits[MEMORY], digits[START] + digits[LENGTH]),
      start,
      start + digits[LENGTH],
    );
  } finally {
    endLease(digits);
  }
}
