/** Checks `cast` and computes the geometry of its result. `memory-view.ts` calls it. */
import { PyOverflowError, PyTypeError, PyUnicodeEncodeError, PyValueError } from '../exceptions/index.js';
import { isByteKind, parseItemFormat } from '../formats/index.js';
import type { ItemFormat } from '../formats/index.js';
import { MAX_NDIM } from '../protocol/index.js';
import type { BufferView } from '../protocol/index.js';
import { abi, asInt, isOutside } from '../python/index.js';
import { hasOrder } from './geometry.js';

/**
 * What a cast needs to know about the view.
 *
 * @param shape undefined if it was not passed: one dimension
 *
 * CPython: Objects/memoryobject.c `memoryview_cast_impl`
 */
export function checkCast(view: BufferView, shape: unknown): asserts shape is readonly unknown[] | undefined {
  if (!hasOrder(view, 'C')) {
    throw new PyTypeError('memoryview: casts are restricted to C-contiguous views');
  }
  if ((shape !== undefined || view.ndim !== 1) && view.shape!.includes(0)) {
    throw new PyTypeError('memoryview: cannot cast view with zeros in shape or strides');
  }
  if (shape === undefined) return;
  if (!Array.isArray(shape)) throw new PyTypeError('shape must be a list or a tuple');
  if (shape.length > MAX_NDIM) {
    throw new PyValueError('memoryview: number of dimensions must not exceed 64');
  }
  if (view.ndim !== 1 && shape.length !== 1) {
    throw new PyTypeError('memoryview: cast must be 1D -> ND or ND -> 1D');
  }
}

/**
 * The items of a format over memory.
 *
 * @param ofBytes whether the items were single bytes before the cast
 *
 * CPython: Objects/memoryobject.c `cast_to_1D`
 */
export function itemOfCast(format: string, ofBytes: boolean): ItemFormat {
  const item = parseItemFormat(format) ?? parseItemFormat(asciiFormat(format));
  if (item === null) {
    throw new PyValueError(
      "memoryview: destination format must be a native format prefixed with an optional '@'",
    );
  }
  if (!ofBytes && !isByteKind(item.kind)) {
    throw new PyTypeError('memoryview: cannot cast between two non-byte formats');
  }
  return item;
}

/** A format is a C string, so it ends at the first NUL. CPython: `PyUnicode_AsASCIIString`. */
function asciiFormat(format: string): string {
  let position = 0;
  for (const character of format) {
    const codePoint = character.codePointAt(0)!;
    if (codePoint > 127) {
      let end = position + 1;
      const rest = [...format];
      while (end < rest.length && rest[end]!.codePointAt(0)! > 127) end++;
      throw new PyUnicodeEncodeError('ascii', format, position, end, 'ordinal not in range(128)', codePoint);
    }
    position++;
  }
  const end = format.indexOf('\0');
  return end < 0 ? format : format.slice(0, end);
}

/**
 * The extents of a shape whose items fill `size` bytes.
 *
 * CPython: Objects/memoryobject.c `cast_to_ND`, `copy_shape`
 */
export function shapeOfCast(dimensions: readonly unknown[], itemsize: number, size: number): number[] {
  const limit = abi().maxsize;
  // Comparing bigints takes as long as everything else here, and most products are far below any limit.
  const harmless = abi().pointer === 8 ? Number.MAX_SAFE_INTEGER : 0x7fffffff;
  const shape = new Array<number>(dimensions.length);
  let length = itemsize;
  for (let i = 0; i < shape.length; i++) {
    const dimension = dimensions[i];
    if (!isRealInt(dimension)) {
      throw new PyTypeError('memoryview.cast(): elements of shape must be integers');
    }
    const extent = asInt(dimension);
    const large = typeof extent === 'bigint' || extent > harmless || extent < -harmless;
    if (large && isOutside(extent, -limit - 1n, limit)) {
      throw new PyOverflowError('Python int too large to convert to C ssize_t');
    }
    if (extent <= 0) throw new PyValueError('memoryview.cast(): elements of shape must be integers > 0');
    const bytes = Number(extent) * length;
    if (bytes > harmless && exactProduct(dimensions, i, itemsize) > limit) {
      throw new PyValueError('memoryview.cast(): product(shape) > SSIZE_MAX');
    }
    shape[i] = Number(extent);
    length = bytes;
  }
  if (length !== size) {
    throw new PyTypeError('memoryview: product(shape) * itemsize != buffer size');
  }
  return shape;
}

/** The product of the first dimensions, up to one, and the item size; as a number it would be rounded. */
function exactProduct(dimensions: readonly unknown[], last: number, itemsize: number): bigint {
  let product = BigInt(itemsize);
  for (let i = 0; i <= last; i++) product *= BigInt(asInt(dimensions[i]));
  return product;
}

/** `PyLong_Check`: a real int, not an object with `__index__`. */
function isRealInt(value: unknown): boolean {
  return typeof value === 'bigint' || typeof value === 'boolean' || Number.isInteger(value);
}
