/**
 * Contiguity: the C API's helpers under readable names, and the one loop that copies items between any two
 * layouts.
 */
import { copyStrided } from '../algorithms/index.js';
import { PyMemoryError, PyValueError } from '../exceptions/index.js';
import { LENGTH, MEMORY, START, allocate, copyBytes, copyRange } from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import { abi } from '../python/index.js';
import type { BufferView } from './buffer-view.js';

/** `'C'`: the last index varies fastest. `'F'`: the first index does. `'A'`: either. */
export type Order = 'C' | 'F' | 'A';

/** The layout of items: the part of a view that {@link copyItems} needs. */
export interface Placement {
  /** The memory that the addresses refer to. */
  readonly memory: Uint8Array;
  /** The address of the first item. */
  readonly offset: number;
  /** The bytes from one item to the next in each dimension. */
  readonly strides: readonly number[];
  /** The same as in a `BufferView`; null for none. */
  readonly suboffsets: readonly number[] | null;
}

/**
 * `isContiguous(view, 'C')`, a separate function so that callers who need no other order do not include
 * them. CPython: Objects/abstract.c `_IsCContiguous`.
 */
export function isCContiguous(view: BufferView): boolean {
  const { shape, strides } = view;
  if (view.suboffsets !== null) return false;
  if (view.length === 0 || strides === null) return true;
  let size = view.itemsize;
  for (let i = view.ndim - 1; i >= 0; i--) {
    const extent = shape![i]!;
    if (extent > 1 && strides[i] !== size) return false;
    size *= extent;
  }
  return true;
}

function isFortranContiguous(view: BufferView): boolean {
  const { shape, strides, ndim } = view;
  if (view.suboffsets !== null) return false;
  if (view.length === 0) return true;
  if (strides === null) {
    // C-contiguous by definition, and both at once while only one extent is more than 1.
    if (ndim <= 1 || shape === null) return true;
    return shape.filter((extent) => extent > 1).length <= 1;
  }
  let size = view.itemsize;
  for (let i = 0; i < ndim; i++) {
    const extent = shape![i]!;
    if (extent > 1 && strides[i] !== size) return false;
    size *= extent;
  }
  return true;
}

/**
 * Returns whether the items of a view lie one after the other in the given order. Never raises.
 *
 * CPython: Objects/abstract.c `PyBuffer_IsContiguous`
 */
export function isContiguous(view: BufferView, order: Order): boolean {
  return (order !== 'F' && isCContiguous(view)) || (order !== 'C' && isFortranContiguous(view));
}

/** The strides of an array in C order: the last index varies fastest. */
function cStrides(shape: readonly number[], itemsize: number): number[] {
  const strides = new Array<number>(shape.length);
  let size = itemsize;
  for (let i = shape.length - 1; i >= 0; i--) {
    strides[i] = size;
    size *= shape[i]!;
  }
  return strides;
}

/**
 * Returns the strides of a contiguous array in bytes: computed from the last dimension for `'C'`, from the
 * first for `'F'`.
 *
 * CPython: Objects/abstract.c `PyBuffer_FillContiguousStrides`
 */
export function fillContiguousStrides(
  shape: readonly number[],
  itemsize: number,
  order: 'C' | 'F',
): number[] {
  return order === 'F' ? cStrides([...shape].reverse(), itemsize).reverse() : cStrides(shape, itemsize);
}

/**
 * The pointer at an address: an index into the same memory.
 *
 * CPython: Objects/memoryobject.c `ADJUST_PTR`
 */
export function readPointer(memory: Uint8Array, address: number): number {
  let pointer = 0;
  for (let i = address + abi().pointer - 1; i >= address; i--) pointer = pointer * 256 + memory[i]!;
  return pointer;
}

/**
 * Follows the pointer at an address if the suboffset says so. CPython: Objects/memoryobject.c `ADJUST_PTR`.
 */
export function adjustPointer(memory: Uint8Array, address: number, suboffset: number): number {
  return suboffset < 0 ? address : readPointer(memory, address) + suboffset;
}

/**
 * Returns the address of the item at an index, which must be in range.
 *
 * CPython: Objects/abstract.c `PyBuffer_GetPointer`
 */
export function itemAddress(view: BufferView, indices: readonly number[]): number {
  const { memory, suboffsets } = view;
  const strides = stridesOf(view);
  let address = view.offset;
  for (let i = 0; i < indices.length; i++) {
    address += strides[i]! * indices[i]!;
    if (suboffsets !== null) address = adjustPointer(memory, address, suboffsets[i]!);
  }
  return address;
}

/**
 * Returns the shape of a view. If it was not requested, that is one dimension of items.
 *
 * Not Python, where a C consumer checks `shape == NULL` itself.
 */
export function shapeOf(view: BufferView): readonly number[] {
  if (view.shape !== null) return view.shape;
  return view.ndim === 0 ? [] : [view.itemsize === 0 ? 0 : view.length / view.itemsize];
}

/**
 * Returns the strides of a view. If they were not requested, the view is C-contiguous.
 *
 * Not Python, where a C consumer checks `strides == NULL` itself.
 */
export function stridesOf(view: BufferView): readonly number[] {
  return view.strides ?? cStrides(shapeOf(view), view.itemsize);
}

/** Copies the items of one dimension that do not form one block. */
function copyRow(
  count: number,
  itemsize: number,
  source: Uint8Array,
  from: number,
  fromStride: number,
  target: Uint8Array,
  to: number,
  toStride: number,
): void {
  if (fromStride === itemsize && toStride === itemsize) {
    copyBytes(source, from, from + count * itemsize, target, to);
  } else if (itemsize === 1) {
    for (let i = 0; i < count; i++) {
      target[to] = source[from]!;
      from += fromStride;
      to += toStride;
    }
  } else {
    for (let i = 0; i < count; i++) {
      for (let k = 0; k < itemsize; k++) target[to + k] = source[from + k]!;
      from += fromStride;
      to += toStride;
    }
  }
}

/**
 * Copies all items of one layout to another of the same shape. The two must not overlap.
 *
 * CPython: Objects/memoryobject.c `copy_rec`
 */
export function copyItems(
  shape: readonly number[],
  itemsize: number,
  source: Placement,
  target: Placement,
): void {
  copyDimension(shape, itemsize, 0, source, source.offset, target, target.offset);
}

function copyDimension(
  shape: readonly number[],
  itemsize: number,
  dimension: number,
  source: Placement,
  from: number,
  target: Placement,
  to: number,
): void {
  if (dimension === shape.length) {
    copyBytes(source.memory, from, from + itemsize, target.memory, to);
    return;
  }
  const count = shape[dimension]!;
  const fromStride = source.strides[dimension]!;
  const toStride = target.strides[dimension]!;
  const fromSuboffset = source.suboffsets?.[dimension] ?? -1;
  const toSuboffset = target.suboffsets?.[dimension] ?? -1;
  if (dimension === shape.length - 1 && fromSuboffset < 0 && toSuboffset < 0) {
    copyRow(count, itemsize, source.memory, from, fromStride, target.memory, to, toStride);
    return;
  }
  for (let i = 0; i < count; i++) {
    copyDimension(
      shape,
      itemsize,
      dimension + 1,
      source,
      adjustPointer(source.memory, from + i * fromStride, fromSuboffset),
      target,
      adjustPointer(target.memory, to + i * toStride, toSuboffset),
    );
  }
}

/** The layout of a view's items. */
function placementOf(view: BufferView): Placement {
  const { memory, offset, suboffsets } = view;
  return { memory, offset, strides: stridesOf(view), suboffsets };
}

/**
 * The strides of its items in contiguous memory; `'A'` is Fortran order only for a view that is already in
 * that order.
 */
function contiguousStrides(view: BufferView, order: Order): number[] {
  const fortran = order === 'F' || (order === 'A' && isContiguous(view, 'F'));
  return fillContiguousStrides(shapeOf(view), view.itemsize, fortran ? 'F' : 'C');
}

/**
 * Returns a copy of the items of any view, one after the other, in memory that nobody else writes. `'A'`
 * keeps the order of a view that is contiguous in either, and is C otherwise.
 *
 * @throws PyMemoryError if a view with zero strides is larger than memory can be
 *
 * CPython: Objects/abstract.c `PyBuffer_ToContiguous`
 */
export function toContiguous(view: BufferView, order: Order): Range {
  if (order === 'C') return toCOrder(view);
  return isContiguous(view, order) ? copyBlock(view) : gather(view, contiguousStrides(view, order));
}

/**
 * `toContiguous(view, 'C')`, a separate function as {@link isCContiguous} is. CPython: Objects/abstract.c
 * `PyBuffer_ToContiguous`.
 */
export function toCOrder(view: BufferView): Range {
  return isCContiguous(view) ? copyBlock(view) : gather(view, cStrides(shapeOf(view), view.itemsize));
}

function copyBlock({ memory, offset, length }: BufferView): Range {
  return copyRange(memory, offset, offset + length);
}

/** Copies items that are not one block to new memory with these strides. */
function gather(view: BufferView, strides: readonly number[]): Range {
  const { length } = view;
  if (!Number.isSafeInteger(length)) throw new PyMemoryError();
  if (view.ndim === 1 && view.itemsize === 1 && view.suboffsets === null) {
    return copyStrided(view.memory, view.offset, view.strides![0]!, length);
  }
  const copy = allocate(length);
  copyItems(shapeOf(view), view.itemsize, placementOf(view), {
    memory: copy[MEMORY],
    offset: copy[START],
    strides,
    suboffsets: null,
  });
  return copy;
}

/**
 * Fills a view with items that lie one after the other, the reverse of {@link toContiguous}. The content must
 * not overlap the view.
 *
 * @throws PyValueError if the content is shorter than the view. Not Python: CPython copies as much as there
 *   is.
 *
 * CPython: Objects/abstract.c `PyBuffer_FromContiguous`
 */
export function fromContiguous(view: BufferView, content: Content, order: Order): void {
  if (content[LENGTH] < view.length) {
    throw new PyValueError('fromContiguous: the content is shorter than the view');
  }
  const source = {
    memory: content[MEMORY],
    offset: content[START],
    strides: contiguousStrides(view, order),
    suboffsets: null,
  };
  copyItems(shapeOf(view), view.itemsize, source, placementOf(view));
}
