/**
 * Views the same memory with items of another format or in another shape. It checks both itself; they run no
 * user code. `MemoryView.cast` calls it.
 */
import { PyOverflowError, PyTypeError, PyUnicodeEncodeError, PyValueError } from '../exceptions/index.js';
import { Kind, isByteKind, parseItemFormat } from '../formats/index.js';
import type { ItemFormat } from '../formats/index.js';
import { BufferView, MAX_NDIM, fillContiguousStrides } from '../protocol/index.js';
import { abi, asInt, givenName, isOptions, isOutside } from '../python/index.js';
import { hasOrder } from './geometry.js';
import type { NumberArray } from './item-types.js';
import { BareView, gridView, lineView, viewOf } from './make.js';
import { BUFFER, ITEM_COUNT, ITEM, OFFSET, READONLY, NO_WAY, STRIDE, live, open } from './state.js';
import type { Grid, ViewState } from './state.js';

/**
 * Makes the view `view.cast(format, shape)`. Contiguous items of one dimension are cast to one or two
 * dimensions here, without a description. V8 inlines no function of more than 460 bytes of bytecode, such as
 * this one, and so always inlines the maker into it: 17 ns instead of 23 or 45, depending on what else V8
 * inlined.
 *
 * CPython: Objects/memoryobject.c `memoryview_cast_impl`
 */
export function castView(view: ViewState, format: unknown, shape: unknown): ViewState {
  if (typeof format !== 'string') {
    throw new PyTypeError(`cast() argument 'format' must be str, not ${givenName(format)}`);
  }
  const item = view[ITEM];
  const count = view[ITEM_COUNT];
  if (count <= 0 || view[STRIDE] !== item.size) return castAny(view, format, shape);
  let rows = 0;
  let columns = 0;
  if (shape !== undefined) {
    if (!Array.isArray(shape) || shape.length !== 2) return castAny(view, format, shape);
    rows = extentOrZero(shape[0]);
    columns = extentOrZero(shape[1]);
    if (rows * columns === 0) return castAny(view, format, shape);
  }
  const buffer = open(view);
  const next = itemOfCast(format, isByteKind(item.kind));
  const { kind, size } = next;
  const length = count * item.size;
  // Sizes are powers of two.
  if ((length & (size - 1)) !== 0) throw notMultiple();
  const offset = view[OFFSET];
  let items: NumberArray = buffer.memory;
  let way: number = NO_WAY;
  let first = offset;
  if (kind === Kind.U8) way = Kind.U8;
  else {
    const array = buffer.itemsFor(next);
    const index = array === null ? -1 : buffer.indexOf(offset, size);
    if (index >= 0) {
      items = array!;
      way = kind;
      first = index;
    }
  }
  let extent = (length | 0) === length ? length >> (31 - Math.clz32(size)) : length / size;
  let stride = size;
  let grid: Grid | null = null;
  if (shape !== undefined) {
    if (rows * columns !== extent) return castAny(view, format, shape);
    extent = -1;
    stride = columns * size;
    grid = { rows, columns, columnStride: size, step: columns };
  }
  return new BareView(buffer, next, items, way, first, offset, extent, stride, grid, view[READONLY], null);
}

/** Returns an extent that has at most 32 bits, and 0 for everything else. */
const extentOrZero = function (value: unknown): number {
  return typeof value === 'number' && value > 0 && (value | 0) === value ? value : 0;
};

/** Makes a cast of any kind, and raises for those that cannot be made. */
function castAny(view: ViewState, format: string, shape: unknown): ViewState {
  const extents = shape === undefined || Array.isArray(shape) || !isOptions(shape) ? shape : shape['shape'];
  const buffer = open(view);
  checkCast(live(view), extents);
  const next = itemOfCast(format, isByteKind(view[ITEM].kind));
  const { length } = live(view);
  const items = length / next.size;
  if (!Number.isInteger(items)) throw notMultiple();
  return extents === undefined
    ? lineView(buffer, next, view[OFFSET], items, next.size, view[READONLY])
    : shapedView(view, next, shapeOfCast(extents as readonly unknown[], next.size, length));
}

/** A cast to items that do not fill the memory. */
function notMultiple(): PyTypeError {
  return new PyTypeError('memoryview: length is not a multiple of itemsize');
}

/** Makes a view of the same memory, from the same address, in another shape. CPython: `cast_to_ND` */
function shapedView(view: ViewState, item: ItemFormat, shape: readonly number[]): ViewState {
  const { [BUFFER]: buffer, [OFFSET]: offset, [READONLY]: readonly } = view;
  const { size, format } = item;
  const { length } = shape;
  if (length === 1) return lineView(buffer, item, offset, shape[0]!, size, readonly);
  if (length === 2) {
    const [rows, columns] = shape as [number, number];
    const grid = { rows, columns, columnStride: size, step: columns };
    return gridView(buffer, item, offset, columns * size, grid, readonly);
  }
  const { obj, memory } = buffer;
  const strides = fillContiguousStrides(shape, size, 'C');
  const bytes = shape.reduce((product, extent) => product * extent, size);
  return viewOf(
    buffer,
    new BufferView(obj, memory, offset, bytes, readonly, size, format, length, shape, strides, null),
  );
}

/**
 * Checks that a view can be cast to a shape.
 *
 * @param shape undefined if it was not passed: one dimension
 *
 * CPython: Objects/memoryobject.c `memoryview_cast_impl`
 */
function checkCast(view: BufferView, shape: unknown): void {
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
const itemOfCast = function (format: string, ofBytes: boolean): ItemFormat {
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
};

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
function shapeOfCast(dimensions: readonly unknown[], itemsize: number, size: number): number[] {
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
    const large = extent > harmless || extent < -harmless;
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
