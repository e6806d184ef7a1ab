/**
 * The functions of the module `struct` for programs that use only typed arrays: `Uint8Array` represents
 * `bytes`, and no class of this package is needed. Formats, checks and errors are the same as in
 * `functions.ts`.
 */
import type { OwnUint8Array } from '../../memory/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { takes, takesOne } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import { compile, packInto, packStruct, unpackFrom, unpackStruct } from './compiled.js';
import { formatCache } from './format-cache.js';
import type * as types from './types.js';
import { UINT8ARRAY } from './uint8array-type.js';
import { inOrder, isInOrder } from './unpack-from.js';
import type { UnpackFromOptions } from './unpack-from.js';
import { UnpackIterator } from './unpack-iterator.js';

export type { Reader, Writer } from '../io/direct.js';

/** The type that represents `bytes` here: a `Uint8Array` with its own buffer. */
export type ByteResult = OwnUint8Array;

/** Any value that a structure unpacks to. */
export type StructValue = types.StructValue<ByteResult>;
/** The tuple that a format unpacks to: `Unpacked<'<I4s'>` is `readonly [number, Uint8Array]`. */
export type Unpacked<F extends string> = types.Unpacked<F, ByteResult>;
/** The values that a format packs. */
export type Packable<F extends string> = types.Packable<F, ByteResult>;

const compiled = formatCache((format) => compile(format, UINT8ARRAY));

/**
 * Packs one structure into bytes.
 *
 * @returns a new `Uint8Array` of length `calcsize(format)` with its own buffer
 * @throws StructError as `pack` of `pybuffer/struct`
 *
 * CPython: Modules/_struct.c `pack`
 */
export function pack<const F extends string>(format: F | Uint8Array, ...values: Packable<F>): ByteResult {
  takes('pack', arguments.length, 1, Infinity);
  return packStruct(compiled(format), values);
}

/**
 * Writes one structure into a writable buffer, in place.
 *
 * @param offset in bytes; negative counts from the end
 * @throws StructError as `pack_into` of `pybuffer/struct`
 *
 * CPython: Modules/_struct.c `pack_into`
 */
export function pack_into<const F extends string>(
  format: F | Uint8Array,
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
 * @param buffer any contiguous buffer of exactly `calcsize(format)` bytes; it is not copied
 * @returns a tuple, typed by the format if that is a literal; bytes in it are copies
 * @throws StructError as `unpack` of `pybuffer/struct`
 *
 * CPython: Modules/_struct.c `unpack`
 */
export function unpack<const F extends string>(format: F | Uint8Array, buffer: BytesLike): Unpacked<F>;
/**
 * For a format that is not a literal, with the types of its values:
 * `unpack<[number, bigint]>(format, buffer)`.
 */
export function unpack<V extends readonly unknown[]>(
  format: string | Uint8Array,
  buffer: BytesLike,
): Readonly<V>;
export function unpack(format: string | Uint8Array, buffer: BytesLike): readonly unknown[] {
  takes('unpack', arguments.length, 2);
  return unpackStruct(compiled(format), buffer);
}

/**
 * Unpacks the values of one structure at an offset of a buffer.
 *
 * @param offset in bytes, 0 by default; negative counts from the end
 * @throws StructError as `unpack_from` of `pybuffer/struct`
 *
 * CPython: Modules/_struct.c `unpack_from`
 */
export function unpack_from<const F extends string>(
  format: F | Uint8Array,
  buffer: BytesLike | UnpackFromOptions,
  offset?: IntLike | UnpackFromOptions,
): Unpacked<F>;
/**
 * For a format that is not a literal, with the types of its values:
 * `unpack_from<[number, bigint]>(format, buffer)`.
 */
export function unpack_from<V extends readonly unknown[]>(
  format: string | Uint8Array,
  buffer: BytesLike | UnpackFromOptions,
  offset?: IntLike | UnpackFromOptions,
): Readonly<V>;
export function unpack_from(
  format: string | Uint8Array,
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
 * Unpacks the structures that fill a buffer, as an iterator of tuples.
 *
 * @throws StructError as `iter_unpack` of `pybuffer/struct`
 *
 * CPython: Modules/_struct.c `iter_unpack`
 */
export function iter_unpack<const F extends string>(
  format: F | Uint8Array,
  buffer: BytesLike,
): UnpackIterator<Unpacked<F>>;
/**
 * For a format that is not a literal, with the types of its values:
 * `iter_unpack<[number, bigint]>(format, buffer)`.
 */
export function iter_unpack<V extends readonly unknown[]>(
  format: string | Uint8Array,
  buffer: BytesLike,
): UnpackIterator<Readonly<V>>;
export function iter_unpack(format: string | Uint8Array, buffer: BytesLike): UnpackIterator<unknown> {
  takes('iter_unpack', arguments.length, 2);
  return new UnpackIterator(compiled(format), buffer);
}

/**
 * The size of one structure in bytes.
 *
 * @throws StructError as `Struct`
 *
 * CPython: Modules/_struct.c `calcsize`
 */
export function calcsize(format: string | Uint8Array): number {
  takesOne('_struct.calcsize', arguments.length);
  return compiled(format).layout.size;
}
