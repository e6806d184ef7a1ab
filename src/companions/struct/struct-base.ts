/**
 * `Struct` for any type of bytes: compiles formats and finds the structures in a buffer. `struct.ts` and
 * `uint8array-struct.ts` derive the two public classes from it.
 */
import { PyTypeError, PyValueError, warn } from '../../exceptions/index.js';
import { dataView } from '../../formats/index.js';
import { LENGTH, MEMORY, START, intact } from '../../memory/index.js';
import type { Content, Range } from '../../memory/index.js';
import {
  BufferFlags,
  IN_PLACE,
  acquireView,
  endLease,
  isPlainArray,
  isPlainContent,
  lease,
  leaseWritable,
  returnView,
} from '../../protocol/index.js';
import type { BytesLike } from '../../protocol/index.js';
import {
  asSsizeArgument,
  bindOptions,
  brandOf,
  exactSize,
  fullTypeName,
  isOptions,
} from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import { textRepr } from '../../formats/repr-text.js';
import { StructError } from '../../formats/struct-error.js';
import { parseLayout } from '../../formats/layout.js';
import type { Layout } from '../../formats/layout.js';
import { READ_IN_PLACE, WRITE_RANGE, methodOf } from '../io/direct.js';
import type { DirectStream, Reader, Writer } from '../io/direct.js';
import type { ByteType } from './byte-type.js';
import { packValues } from './pack.js';
import type { Packable, Unpacked } from './types.js';
import { UnpackIterator } from './unpack-iterator.js';
import { unpackValues } from './unpack.js';

/** `buffer` and `offset` of `unpack_from`, by name. */
export interface UnpackFromOptions {
  /** The buffer to read from. */
  buffer?: BytesLike;
  /** Where to read, in bytes; a negative offset counts from the end; 0 by default. */
  offset?: IntLike;
}

/** The text of a format; null if it is neither text nor bytes. */
function textOf(format: unknown, type: ByteType<unknown>): string | null {
  if (typeof format === 'string') return format;
  const content = type.exact(format);
  if (content === null) return null;
  const start = content[START];
  const end = start + content[LENGTH];
  const memory = intact(content[MEMORY], end);
  let text = '';
  for (let i = start; i < end; i++) text += String.fromCharCode(memory[i]!);
  return text;
}

/**
 * Checks a format and returns its text.
 *
 * @throws PyTypeError `Struct() argument 1 must be a str or bytes object, not int`
 * @throws PyValueError `non-ASCII character in struct format`
 */
function formatText(format: unknown, type: ByteType<unknown>): string {
  const text = textOf(format, type);
  if (text === null) {
    throw new PyTypeError(`Struct() argument 1 must be a str or bytes object, not ${fullTypeName(format)}`);
  }
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 127) throw new PyValueError('non-ASCII character in struct format');
  }
  return text;
}

/**
 * The position in a buffer at which a structure begins; a negative offset counts from the end.
 *
 * @param doing the verb in the error message
 */
function locate(size: number, length: number, offset: number, doing: 'pack' | 'unpack'): number {
  if (offset < 0) {
    if (offset + size > 0) {
      const lack = doing === 'pack' ? 'no space to pack' : 'not enough data to unpack';
      throw new StructError(`${lack} ${size} bytes at offset ${offset}`);
    }
    if (offset + length < 0) {
      throw new StructError(`offset ${exactSize(offset)} out of range for ${length}-byte buffer`);
    }
    offset += length;
  }
  if (length - offset < size) {
    const name = doing === 'pack' ? 'pack_into' : 'unpack_from';
    const at = exactSize(offset);
    throw new StructError(
      `${name} requires a buffer of at least ${BigInt(size) + BigInt(at)} bytes for ${doing}ing ${size} bytes ` +
        `at offset ${at} (actual buffer size is ${length})`,
    );
  }
  return offset;
}

/** The bytes of a memoryview, which needs no lease while no user code runs; null for everything else. */
function inPlace(buffer: unknown): Content | null {
  if (brandOf(buffer) !== 'memoryview') return null;
  return (buffer as { [IN_PLACE]?(): Range | null })[IN_PLACE]?.() ?? null;
}

/** Converts an offset. Its `__index__` may try to resize the buffer, so the buffer is exported first. */
function offsetBeside(buffer: unknown, offset: unknown): number {
  if (!isPlainContent(buffer)) return asSsizeArgument(offset);
  const pin = acquireView(buffer, BufferFlags.SIMPLE);
  try {
    return asSsizeArgument(offset);
  } finally {
    returnView(pin);
  }
}

/**
 * The last memory and its DataView, because programs read many small structures from one slab or one file.
 */
let lastMemory: Uint8Array | null = null;
let lastData: DataView | null = null;
/** Memory larger than this is not retained. */
const REMEMBERED = 65536;
/** The DataViews of larger memory. Finding one here takes a third of the time of making one. */
const views = new WeakMap<Uint8Array, DataView>();

function dataOf(memory: Uint8Array): DataView {
  if (memory === lastMemory && lastData!.byteLength === memory.length) return lastData!;
  return memory.length > REMEMBERED ? dataOfLarge(memory) : remember(memory);
}

function remember(memory: Uint8Array): DataView {
  lastMemory = memory;
  return (lastData = dataView(memory));
}

function dataOfLarge(memory: Uint8Array): DataView {
  const known = views.get(memory);
  if (known !== undefined && known.byteLength === memory.length) return known;
  const data = dataView(memory);
  views.set(memory, data);
  return data;
}

/** The members that both classes called `Struct` have. `B` is the type that represents `bytes`. */
export abstract class StructBase<F extends string, B> {
  /** The format, as text. CPython: `s_get_format` */
  readonly format: string;
  /** The size of one structure in bytes: `calcsize(format)`. CPython: `s_get_size` */
  readonly size: number;
  #layout: Layout;
  readonly #type: ByteType<B>;

  /** @internal */
  constructor(format: unknown, type: ByteType<B>) {
    this.#type = type;
    this.format = formatText(format, type);
    this.#layout = parseLayout(this.format);
    this.size = this.#layout.size;
  }

  /**
   * Takes another format: `s.__init__(format)`. CPython 3.15 still allows it and issues a FutureWarning.
   *
   * @param isFirst whether `__init__` was not called before, as for a derived class with its own `__init__`
   * @throws StructError, PyTypeError, PyValueError as the constructor does; the old format then stays
   *
   * CPython: Modules/_struct.c `Struct___init___impl`
   *
   * @internal
   */
  __init__(format: string | B, isFirst = false): void {
    if (textOf(format, this.#type) === this.format) return;
    // `__new__` leaves it empty if its arguments are for the `__init__` of a derived class.
    if (!isFirst || this.format !== '') {
      warn(
        'FutureWarning',
        isFirst
          ? 'Different format arguments for __new__() and __init__() methods of Struct'
          : 'Re-initialization of Struct by calling the __init__() method will not work in future Python versions',
      );
    }
    const text = formatText(format, this.#type);
    const layout = parseLayout(text);
    this.#layout = layout;
    Object.assign(this, { format: text, size: layout.size });
  }

  /**
   * Packs one structure into bytes.
   *
   * @param values as many as the format has
   * @returns new bytes of length `size`
   * @throws StructError `pack expected 2 items for packing (got 1)`,
   *   `'B' format requires 0 <= number <= 255`, `required argument is not an integer`,
   *   `required argument is not a float`, `required argument is not a complex`,
   *   `char format requires a bytes object of length 1`, `argument for 's' must be a bytes object`,
   *   `int too large to convert`
   * @throws PyOverflowError `float too large to pack with f format`
   *
   * @example
   * ```ts
   * new Struct('>hb').pack(1, 2) // b'\x00\x01\x02'
   * new Struct('>hb' as string).pack(1) // error: pack expected 2 items for packing (got 1)
   * ```
   *
   * CPython: Modules/_struct.c `s_pack`
   */
  pack(...values: Packable<F, B>): B {
    return this.#type.wrap(this.#packed(values));
  }

  #packed(values: readonly unknown[]): Range {
    this.#checkCount(values, 'pack');
    const layout = this.#layout;
    const type = this.#type;
    const range = type.allocate(layout.size);
    const memory = range[MEMORY];
    const start = range[START];
    if (layout.padded) memory.fill(0, start, start + layout.size);
    packValues(layout, memory, dataOf(memory), start, values, type);
    return range;
  }

  /**
   * Writes one structure to a stream: `stream.write(s.pack(...values))`. It writes into a `BytesIO` without
   * an intermediate object. Not Python.
   *
   * @param stream a `BytesIO`, or anything with `write`
   * @param values as many as the format has
   * @returns the result of the stream's `write`: for a `BytesIO` the number of bytes
   * @throws StructError, PyOverflowError as {@link pack}; nothing is then written
   * @throws PyAttributeError `'int' object has no attribute 'write'`
   *
   * @example
   * ```ts
   * const f = new BytesIO();
   * new Struct('>H').write(f, 258) // 2
   * new Struct('>HB').write(f, 3, 4) // 3
   * f.getvalue() // b'\x01\x02\x00\x03\x04'
   * ```
   */
  write(stream: Writer<B>, ...values: Packable<F, B>): unknown {
    const range = this.#packed(values);
    const written = (stream as DirectStream | null)?.[WRITE_RANGE]?.(range);
    return written ?? methodOf(stream, 'write')(this.#type.wrap(range));
  }

  /**
   * Reads one structure from a stream: `s.unpack(stream.read(s.size))`. From a `BytesIO` nothing is copied.
   * Not Python.
   *
   * @param stream a `BytesIO`, or anything whose `read` returns bytes
   * @returns a tuple
   * @throws StructError `unpack requires a buffer of 2 bytes` if fewer are left; those are consumed
   * @throws PyAttributeError `'int' object has no attribute 'read'`
   *
   * @example
   * ```ts
   * const f = new BytesIO(b`\x01\x02\x03`);
   * new Struct('>H').read(f) // (258,)
   * new Struct('>H').read(f) // error: unpack requires a buffer of 2 bytes
   * ```
   */
  read(stream: Reader): Unpacked<F, B>;
  /** For a format that is not a literal, with the types of its values: `s.read<[number, bigint]>(stream)`. */
  read<V extends readonly unknown[]>(stream: Reader): Readonly<V>;
  read(stream: Reader): unknown {
    const present = (stream as DirectStream | null)?.[READ_IN_PLACE]?.(this.size) ?? null;
    if (present !== null) return this.#readAll(present);
    return this.unpack(methodOf(stream, 'read')(this.size) as BytesLike);
  }

  /**
   * Writes one structure into a writable buffer, in place.
   *
   * The place is set to zeros first, then the values are written one after the other, so that after an error
   * in a later value the earlier ones stay written, as in CPython. The buffer is locked meanwhile.
   *
   * @param buffer any writable, contiguous bytes-like object
   * @param offset in bytes; negative counts from the end
   * @param values as many as the format has
   * @throws StructError as {@link pack}, and
   *   `pack_into requires a buffer of at least 5 bytes for packing 2 bytes at offset 3 (actual buffer size is 4)`,
   *   `no space to pack 2 bytes at offset -1`, `offset -5 out of range for 4-byte buffer`
   * @throws PyTypeError `pack_into() argument 1 must be read-write bytes-like object, not bytes`
   * @throws PyOverflowError `Python int too large to convert to C ssize_t`
   *
   * @example
   * ```ts
   * const data = new ByteArray(4);
   * new Struct('<H').pack_into(data, 1, 513);
   * data // bytearray(b'\x00\x01\x02\x00')
   * ```
   *
   * CPython: Modules/_struct.c `s_pack_into`
   */
  pack_into(buffer: BytesLike, offset: IntLike, ...values: Packable<F, B>): void {
    this.packInto(buffer, offset, values, 1);
  }

  /** @internal `pack_into`, given the position of the buffer among the caller's arguments. */
  packInto(buffer: unknown, offset: unknown, values: readonly unknown[], argument: number): void {
    const content = leaseWritable(buffer, `pack_into() argument ${argument}`);
    try {
      const { size } = this;
      const place = asSsizeArgument(offset);
      this.#checkCount(values, 'pack_into');
      const at = content[START] + locate(size, content[LENGTH], place, 'pack');
      this.#packAt(content, at, values);
    } finally {
      endLease(content);
    }
  }

  /**
   * Unpacks the values of one structure.
   *
   * @param buffer any contiguous bytes-like object of exactly `size` bytes; it is not copied
   * @returns a tuple
   * @throws StructError `unpack requires a buffer of 2 bytes`
   * @throws PyTypeError `a bytes-like object is required, not 'str'`
   *
   * @example
   * ```ts
   * new Struct('<2sH').unpack(b`ab\x01\x00`) // (b'ab', 1)
   * ```
   *
   * CPython: Modules/_struct.c `Struct.unpack`
   */
  unpack(buffer: BytesLike): Unpacked<F, B>;
  /**
   * For a format that is not a literal, with the types of its values: `s.unpack<[number, bigint]>(buffer)`.
   */
  unpack<V extends readonly unknown[]>(buffer: BytesLike): Readonly<V>;
  unpack(buffer: BytesLike): unknown {
    if (isPlainContent(buffer)) return this.#readAll(buffer);
    const content = lease(buffer);
    try {
      return this.#readAll(content);
    } finally {
      endLease(content);
    }
  }

  #readAll(content: Content): Unpacked<F, B> {
    const { size } = this;
    const length = content[LENGTH];
    if (length !== size) throw new StructError(`unpack requires a buffer of ${size} bytes`);
    return this.#read(content[MEMORY], content[START], length, 0);
  }

  /**
   * Unpacks the values of one structure at an offset of a buffer.
   *
   * @param buffer any contiguous bytes-like object; it is not copied
   * @param offset in bytes, 0 by default; negative counts from the end. Both may also be passed by name
   * @returns a tuple
   * @throws StructError `unpack_from requires a buffer of at least 4 bytes for unpacking 2 bytes at offset 2
   *   (actual buffer size is 3)`, `not enough data to unpack 2 bytes at offset -1`,
   *   `offset -5 out of range for 3-byte buffer`
   * @throws PyTypeError `a bytes-like object is required, not 'str'`
   * @throws PyOverflowError `Python int too large to convert to C ssize_t`
   *
   * @example
   * ```ts
   * new Struct('>H').unpack_from(b`\x00\x01\x02`, 1) // (258,)
   * new Struct('>H').unpack_from(b`\x00\x01\x02`, { offset: -2 }) // (258,)
   * ```
   *
   * CPython: Modules/_struct.c `Struct.unpack_from`
   */
  unpack_from(buffer: BytesLike | UnpackFromOptions, offset?: IntLike | UnpackFromOptions): Unpacked<F, B>;
  /**
   * For a format that is not a literal, with the types of its values:
   * `s.unpack_from<[number, bigint]>(buffer)`.
   */
  unpack_from<V extends readonly unknown[]>(
    buffer: BytesLike | UnpackFromOptions,
    offset?: IntLike | UnpackFromOptions,
  ): Readonly<V>;
  unpack_from(buffer: BytesLike | UnpackFromOptions, offset?: IntLike | UnpackFromOptions): unknown {
    const place = offset === undefined ? 0 : offset;
    if (typeof place !== 'number') return this.#unpackFrom(buffer, offset);
    if (isPlainContent(buffer)) {
      return this.#read(buffer[MEMORY], buffer[START], buffer[LENGTH], asSsizeArgument(place));
    }
    if (isPlainArray(buffer)) return this.#read(buffer, 0, buffer.length, asSsizeArgument(place));
    const present = inPlace(buffer);
    if (present === null) return this.#unpackFrom(buffer, offset);
    return this.#read(present[MEMORY], present[START], present[LENGTH], asSsizeArgument(place));
  }

  /** The path for buffers that need a lease, and for arguments whose conversion runs user code. */
  #unpackFrom(buffer: unknown, offset: unknown): Unpacked<F, B> {
    const isNamed = isOptions(offset) || (offset === undefined && isOptions(buffer));
    const [from, skip] = isNamed
      ? bindOptions('unpack_from', ['buffer', 'offset'], [buffer, offset])
      : [buffer, offset];
    if (from === undefined) throw new PyTypeError("unpack_from() missing required argument 'buffer' (pos 1)");
    const content = lease(from);
    try {
      const place =
        skip === undefined ? 0 : typeof skip === 'number' ? asSsizeArgument(skip) : offsetBeside(from, skip);
      return this.#read(content[MEMORY], content[START], content[LENGTH], place);
    } finally {
      endLease(content);
    }
  }

  /** The structure at an offset into `memory[start .. start + length)`. */
  #read(memory: Uint8Array, start: number, length: number, offset: number): Unpacked<F, B> {
    const isInside = offset >= 0 && offset + this.size <= length;
    const at = start + (isInside ? offset : locate(this.size, length, offset, 'unpack'));
    const present = intact(memory, start + length);
    return unpackValues(this.#layout, present, dataOf(present), at, this.#type) as never;
  }

  /**
   * Unpacks the structures that fill a buffer, one after the other.
   *
   * The buffer is locked until the iterator is exhausted. Not Python: leaving a `for` loop early, `return()`
   * and `using` unlock it, too.
   *
   * @param buffer any contiguous bytes-like object whose length is a multiple of `size`; it is not copied
   * @returns an iterator of tuples
   * @throws StructError `iterative unpacking requires a buffer of a multiple of 2 bytes`,
   *   `cannot iteratively unpack with a struct of length 0`
   * @throws PyTypeError `a bytes-like object is required, not 'str'`
   *
   * @example
   * ```ts
   * [...new Struct('>H').iter_unpack(b`\x00\x01\x00\x02`)] // [(1,), (2,)]
   * ```
   *
   * CPython: Modules/_struct.c `Struct.iter_unpack`
   */
  iter_unpack(buffer: BytesLike): UnpackIterator<Unpacked<F, B>>;
  /**
   * For a format that is not a literal, with the types of its values:
   * `s.iter_unpack<[number, bigint]>(buffer)`.
   */
  iter_unpack<V extends readonly unknown[]>(buffer: BytesLike): UnpackIterator<Readonly<V>>;
  iter_unpack(buffer: BytesLike): UnpackIterator<unknown> {
    return new UnpackIterator(this.#layout, buffer, this.#type);
  }

  /** The repr: `Struct('<H')`. CPython: Modules/_struct.c `s_repr` */
  toString(): string {
    return `${this.constructor.name}(${textRepr(this.format)})`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  #checkCount(values: readonly unknown[], name: string): void {
    const { count } = this.#layout;
    if (values.length !== count) {
      throw new StructError(`${name} expected ${count} items for packing (got ${values.length})`);
    }
  }

  /** Writes the values. Converting them runs user code, which may take the memory away. */
  #packAt(content: Content, at: number, values: readonly unknown[]): void {
    const end = content[START] + content[LENGTH];
    const memory = intact(content[MEMORY], end);
    memory.fill(0, at, at + this.size);
    try {
      packValues(this.#layout, memory, dataOf(memory), at, values, this.#type);
    } catch (error) {
      // Replaces the platform's error for lost memory by the library's own.
      intact(memory, end);
      throw error;
    }
    intact(memory, end);
  }
}
