/**
 * `Struct` for any type of bytes. `struct.ts` and `uint8array-struct.ts` derive the two public classes from it.
 */
import { warn } from '../../exceptions/index.js';
import { textRepr } from '../../formats/repr-text.js';
import type { BytesLike } from '../../protocol/index.js';
import { bindOptions, isOptions } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import { READ_IN_PLACE, WRITE_RANGE, methodOf } from '../io/direct.js';
import type { DirectStream, Reader, Writer } from '../io/direct.js';
import type { ByteType } from './byte-type.js';
import {
  compile,
  packInto,
  packRange,
  packStruct,
  textOf,
  unpackAll,
  unpackFrom,
  unpackStruct,
} from './compiled.js';
import type { Compiled } from './compiled.js';
import type { Packable, Unpacked } from './types.js';
import { isInOrder, lacksBuffer, noBuffer } from './unpack-from.js';
import type { UnpackFromOptions } from './unpack-from.js';
import { UnpackIterator } from './unpack-iterator.js';

/** The members that both classes called `Struct` have. `B` is the type that represents `bytes`. */
export abstract class StructBase<F extends string, B> {
  /** The format, as text. CPython: `s_get_format` */
  readonly format: string;
  /** The size of one structure in bytes: `calcsize(format)`. CPython: `s_get_size` */
  readonly size: number;
  readonly #compiled: Compiled<B>;

  /** @internal */
  constructor(format: unknown, type: ByteType<B>) {
    this.#compiled = compile(format, type);
    this.format = this.#compiled.format;
    this.size = this.#compiled.layout.size;
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
    const { type } = this.#compiled;
    if (textOf(format, type) === this.format) return;
    // `__new__` leaves it empty if its arguments are for the `__init__` of a derived class.
    if (!isFirst || this.format !== '') {
      warn(
        'FutureWarning',
        isFirst
          ? 'Different format arguments for __new__() and __init__() methods of Struct'
          : 'Re-initialization of Struct by calling the __init__() method will not work in future Python versions',
      );
    }
    // In place, as calls that are running and iterators continue with the new format.
    Object.assign(this.#compiled, compile(format, type));
    Object.assign(this, { format: this.#compiled.format, size: this.#compiled.layout.size });
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
    return packStruct(this.#compiled, values);
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
    const range = packRange(this.#compiled, values);
    const written = (stream as DirectStream | null)?.[WRITE_RANGE]?.(range);
    return written ?? methodOf(stream, 'write')(this.#compiled.type.wrap(range));
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
    if (present !== null) return unpackAll(this.#compiled, present);
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
    packInto(this.#compiled, buffer, offset, values, 1);
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
    return unpackStruct(this.#compiled, buffer);
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
    if (isInOrder(buffer, offset)) return unpackFrom(this.#compiled, buffer, offset);
    if (isOptions(buffer) && offset === undefined && lacksBuffer(buffer, 2)) throw noBuffer(1);
    const isNamed = isOptions(offset) || isOptions(buffer);
    const [from, place] = isNamed ? bindOptions('unpack_from', ['buffer', 'offset'], [buffer, offset]) : [];
    if (from === undefined) throw noBuffer(1);
    return unpackFrom(this.#compiled, from, place);
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
    return new UnpackIterator(this.#compiled, buffer);
  }

  /** The repr: `Struct('<H')`. CPython: Modules/_struct.c `s_repr` */
  toString(): string {
    return `${this.constructor.name}(${textRepr(this.format)})`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}
