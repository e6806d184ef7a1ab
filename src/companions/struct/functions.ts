/**
 * The functions of Python's module `struct`: the methods of `Struct` with the format as their first argument.
 */
import type { Bytes } from '../../bytes/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { takes, takesOne } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import { formatCache } from './format-cache.js';
import { BYTES } from './bytes-type.js';
import { compile, packInto, packStruct, unpackFrom, unpackStruct } from './compiled.js';
import { inOrder, isInOrder } from './unpack-from.js';
import type { UnpackFromOptions } from './unpack-from.js';
import type { Packable, Unpacked } from './types.js';
import { UnpackIterator } from './unpack-iterator.js';

const compiled = formatCache((format) => compile(format, BYTES));

/**
 * Packs one structure into bytes.
 *
 * @param format text or `Bytes`; see `Struct`
 * @param values as many as the format has
 * @returns new `Bytes` of length `calcsize(format)`
 * @throws StructError as `Struct` and its method `pack`
 * @throws PyTypeError `Struct() argument 1 must be a str or bytes object, not int`
 *
 * @example
 * ```ts
 * pack('>bhl', 1, 2, 3) // b'\x01\x00\x02\x00\x00\x00\x03'
 * pack('>h', 99999) // error: 'h' format requires -32768 <= number <= 32767
 * ```
 *
 * CPython: Modules/_struct.c `pack`
 */
export function pack<const F extends string>(format: F | Bytes, ...values: Packable<F>): Bytes {
  takes('pack', arguments.length, 1, Infinity);
  return packStruct(compiled(format), values);
}

/**
 * Writes one structure into a writable buffer, in place; see `Struct.pack_into`.
 *
 * @param format text or `Bytes`
 * @param buffer any writable, contiguous bytes-like object
 * @param offset in bytes; negative counts from the end
 * @param values as many as the format has
 * @throws StructError as `Struct` and its method `pack_into`
 * @throws PyTypeError `pack_into() argument 2 must be read-write bytes-like object, not bytes`
 *
 * @example
 * ```ts
 * const data = new ByteArray(4);
 * pack_into('>H', data, -2, 772);
 * data // bytearray(b'\x00\x00\x03\x04')
 * pack_into('>H', data, 3, 1) // error: pack_into requires a buffer of at least 5 bytes for packing 2 bytes at offset 3 (actual buffer size is 4)
 * ```
 *
 * CPython: Modules/_struct.c `pack_into`
 */
export function pack_into<const F extends string>(
  format: F | Bytes,
  buffer: BytesLike,
  offset: IntLike,
  ...values: Packable<F>
): void {
  takes('pack_into', arguments.length, 3, Infinity);
  packInto(compiled(format), buffer, offset, values, 2);
}

/**
 * Unpacks the values of one structure.
 *
 * @param format text or `Bytes`
 * @param buffer any contiguous bytes-like object of exactly `calcsize(format)` bytes; it is not copied
 * @returns a tuple, typed by the format where that is a literal
 * @throws StructError `unpack requires a buffer of 1 bytes`, and as `Struct`
 * @throws PyTypeError `a bytes-like object is required, not 'str'`
 *
 * @example
 * ```ts
 * unpack('>bhl', b`\x01\x00\x02\x00\x00\x00\x03`) // (1, 2, 3)
 * unpack('<Q', b`\xff\xff\xff\xff\xff\xff\xff\xff`) // [ 18446744073709551615n ]
 * unpack('B', b`ab`) // error: unpack requires a buffer of 1 bytes
 * ```
 *
 * CPython: Modules/_struct.c `unpack`
 */
export function unpack<const F extends string>(format: F | Bytes, buffer: BytesLike): Unpacked<F>;
/**
 * For a format that is not a literal, with the types of its values:
 * `unpack<[number, bigint]>(format, buffer)`.
 */
export function unpack<V extends readonly unknown[]>(format: string | Bytes, buffer: BytesLike): Readonly<V>;
export function unpack(format: string | Bytes, buffer: BytesLike): readonly unknown[] {
  takes('unpack', arguments.length, 2);
  return unpackStruct(compiled(format), buffer);
}

/**
 * Unpacks the values of one structure at an offset of a buffer; see `Struct.unpack_from`.
 *
 * @param format text or `Bytes`
 * @param buffer any contiguous bytes-like object; it is not copied
 * @param offset in bytes, 0 by default; negative counts from the end
 * @returns a tuple
 * @throws StructError as `Struct` and its method `unpack_from`
 * @throws PyTypeError `a bytes-like object is required, not 'str'`
 *
 * @example
 * ```ts
 * unpack_from('>H', b`\x00\x01\x02`, 1) // (258,)
 * unpack_from('B', { buffer: b`abc`, offset: -1 }) // (99,)
 * unpack_from('>H', b`\x00`) // error: unpack_from requires a buffer of at least 2 bytes for unpacking 2 bytes at offset 0 (actual buffer size is 1)
 * ```
 *
 * CPython: Modules/_struct.c `unpack_from`
 */
export function unpack_from<const F extends string>(
  format: F | Bytes,
  buffer: BytesLike | UnpackFromOptions,
  offset?: IntLike | UnpackFromOptions,
): Unpacked<F>;
/**
 * For a format that is not a literal, with the types of its values:
 * `unpack_from<[number, bigint]>(format, buffer)`.
 */
export function unpack_from<V extends readonly unknown[]>(
  format: string | Bytes,
  buffer: BytesLike | UnpackFromOptions,
  offset?: IntLike | UnpackFromOptions,
): Readonly<V>;
export function unpack_from(
  format: string | Bytes,
  buffer: BytesLike | UnpackFromOptions,
  offset?: IntLike | UnpackFromOptions,
): readonly unknown[] {
  if (arguments.length <= 3 && isInOrder(buffer, offset)) {
    return unpackFrom(compiled(format), buffer, offset);
  }
  const [, from, at] = inOrder(arguments);
  return unpackFrom(compiled(format), from, at);
}

/**
 * Unpacks the structures that fill a buffer; see `Struct.iter_unpack`.
 *
 * @param format text or `Bytes`
 * @param buffer any contiguous bytes-like object whose length is a multiple of `calcsize(format)`; it is not
 *   copied
 * @returns an iterator of tuples, which locks the buffer until it is exhausted
 * @throws StructError `iterative unpacking requires a buffer of a multiple of 2 bytes`,
 *   `cannot iteratively unpack with a struct of length 0`, and as `Struct`
 * @throws PyTypeError `a bytes-like object is required, not 'str'`
 *
 * @example
 * ```ts
 * [...iter_unpack('>H', b`\x00\x01\x00\x02`)] // [(1,), (2,)]
 * iter_unpack('', b``) // error: cannot iteratively unpack with a struct of length 0
 * ```
 *
 * CPython: Modules/_struct.c `iter_unpack`
 */
export function iter_unpack<const F extends string>(
  format: F | Bytes,
  buffer: BytesLike,
): UnpackIterator<Unpacked<F>>;
/**
 * For a format that is not a literal, with the types of its values:
 * `iter_unpack<[number, bigint]>(format, buffer)`.
 */
export function iter_unpack<V extends readonly unknown[]>(
  format: string | Bytes,
  buffer: BytesLike,
): UnpackIterator<Readonly<V>>;
export function iter_unpack(format: string | Bytes, buffer: BytesLike): UnpackIterator<unknown> {
  takes('iter_unpack', arguments.length, 2);
  return new UnpackIterator(compiled(format), buffer);
}

/**
 * The size of one structure in bytes.
 *
 * @param format text or `Bytes`
 * @throws StructError as `Struct`
 *
 * @example
 * ```ts
 * calcsize('<bi') // 5
 * calcsize('@bi') // 8
 * calcsize('@llh0l') // 24
 * calcsize('2') // error: repeat count given without format specifier
 * ```
 *
 * CPython: Modules/_struct.c `calcsize`
 */
export function calcsize(format: string | Bytes): number {
  takesOne('_struct.calcsize', arguments.length);
  return compiled(format).layout.size;
}
