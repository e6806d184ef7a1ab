import { PyOverflowError, PyTypeError, PyUnicodeEncodeError, PyValueError } from '../exceptions/index.js';
import { parseItemFormat } from '../formats/index.js';
import { MAX_NDIM, fillContiguousStrides } from '../protocol/index.js';
import type { BufferView } from '../protocol/index.js';
import { abi, asInt } from '../python/index.js';
import { describe, hasOrder } from './geometry.js';

/** The formats whose items are single bytes, into and from which every cast is allowed. */
export function isByteFormat(format: string): boolean {
  return isByteCode(parseItemFormat(format)?.code);
}

function isByteCode(code: string | undefined): boolean {
  return code === 'B' || code === 'b' || code === 'c';
}

/**
 * The description of a cast view.
 *
 * @param shape undefined when it was not given: one dimension
 *
 * CPython: Objects/memoryobject.c `memoryview_cast_impl`
 */
export function castView(view: BufferView, format: string, shape: unknown): BufferView {
  if (!hasOrder(view, 'C')) {
    throw new PyTypeError('memoryview: casts are restricted to C-contiguous views');
  }
  if ((shape !== undefined || view.ndim !== 1) && view.shape!.includes(0)) {
    throw new PyTypeError('memoryview: cannot cast view with zeros in shape or strides');
  }
  if (shape === undefined) return castToLine(view, format);
  if (!Array.isArray(shape)) throw new PyTypeError('shape must be a list or a tuple');
  if (shape.length > MAX_NDIM) {
    throw new PyValueError('memoryview: number of dimensions must not exceed 64');
  }
  if (view.ndim !== 1 && shape.length !== 1) {
    throw new PyTypeError('memoryview: cast must be 1D -> ND or ND -> 1D');
  }
  return castToShape(castToLine(view, format), shape);
}

/** One dimension of another format. CPython: `cast_to_1D`. */
function castToLine(view: BufferView, format: string): BufferView {
  const known = parseItemFormat(format);
  const text = known === null ? asciiFormat(format) : format;
  const item = known ?? parseItemFormat(text);
  if (item === null) {
    throw new PyValueError(
      "memoryview: destination format must be a native format prefixed with an optional '@'",
    );
  }
  if (!isByteCode(item.code) && !isByteFormat(view.format!)) {
    throw new PyTypeError('memoryview: cannot cast between two non-byte formats');
  }
  if (view.length % item.size !== 0) {
    throw new PyTypeError('memoryview: length is not a multiple of itemsize');
  }
  return describe(view, {
    format: text,
    itemsize: item.size,
    shape: [view.length / item.size],
    strides: [item.size],
    suboffsets: null,
  });
}

/** A format goes through a C string: it ends at the first NUL. CPython: `PyUnicode_AsASCIIString`. */
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

/** The same items in several dimensions. CPython: `cast_to_ND`, `copy_shape`. */
function castToShape(view: BufferView, dimensions: readonly unknown[]): BufferView {
  const { itemsize } = view;
  const limit = abi().maxsize;
  // Comparing bigints takes as long as all the rest: most products are far below any limit.
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
    if (large && (extent > limit || extent < -limit - 1n)) {
      throw new PyOverflowError('Python int too large to convert to C ssize_t');
    }
    if (extent <= 0) throw new PyValueError('memoryview.cast(): elements of shape must be integers > 0');
    const bytes = Number(extent) * length;
    if (bytes > harmless && BigInt(extent) > limit / BigInt(length)) {
      throw new PyValueError('memoryview.cast(): product(shape) > SSIZE_MAX');
    }
    shape[i] = Number(extent);
    length = bytes;
  }
  if (view.length !== length) {
    throw new PyTypeError('memoryview: product(shape) * itemsize != buffer size');
  }
  return describe(view, { shape, strides: fillContiguousStrides(shape, itemsize, 'C') });
}

/** `PyLong_Check`: an int itself, not what has `__index__`. */
function isRealInt(value: unknown): boolean {
  return typeof value === 'bigint' || typeof value === 'boolean' || Number.isInteger(value);
}
