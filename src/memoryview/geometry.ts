/**
 * Completes, changes, slices and addresses descriptions of memory (`BufferView`s). Pure functions that assume
 * complete descriptions; the rest of this room calls them.
 */
import { PyIndexError, PyTypeError, PyValueError } from '../exceptions/index.js';
import { parseItemFormat } from '../formats/index.js';
import type { ItemFormat, Kind } from '../formats/index.js';
import {
  BufferView,
  MAX_NDIM,
  adjustPointer,
  fillContiguousStrides,
  isContiguous,
  shapeOf,
} from '../protocol/index.js';
import { adjustSlice, asIndex } from '../python/index.js';
import type { Bound } from '../python/index.js';

/** Stands for the kind of a format that memoryview cannot unpack. */
export const UNSUPPORTED = -1 as number as Kind;

/** The items of format `B`. */
export const BYTE = parseItemFormat('B')!;

/** The items of a complete description. The exporter decides their size. */
export function itemOfDescription({ format, itemsize }: BufferView): ItemFormat {
  const item = format === 'B' ? BYTE : parseItemFormat(format!);
  if (item !== null && item.size === itemsize) return item;
  return {
    format: format!,
    code: item?.code ?? format!,
    size: itemsize,
    kind: item?.kind ?? UNSUPPORTED,
  };
}

/**
 * Returns a description in which every field is filled, as a memoryview keeps it.
 *
 * @throws PyValueError `memoryview: number of dimensions must not exceed 64`
 *
 * CPython: Objects/memoryobject.c `init_shared_values`, `init_shape_strides`
 */
export function complete(source: BufferView): BufferView {
  if (source.ndim > MAX_NDIM) {
    throw new PyValueError('memoryview: number of dimensions must not exceed 64');
  }
  if (source.format !== null && source.shape !== null && source.strides !== null) return source;
  const shape = shapeOf(source);
  return describe(source, {
    format: source.format ?? 'B',
    shape,
    strides: source.strides ?? fillContiguousStrides(shape, source.itemsize, 'C'),
  });
}

/** The fields in which a description can differ from another. */
export interface Changes {
  readonly obj?: null;
  readonly offset?: number;
  readonly length?: number;
  readonly readonly?: boolean;
  readonly itemsize?: number;
  readonly format?: string;
  readonly shape?: readonly number[];
  readonly strides?: readonly number[];
  readonly suboffsets?: null;
}

/** Copies a description with some fields changed. */
export function describe(source: BufferView, changes: Changes): BufferView {
  return new BufferView(
    changes.obj === null ? null : source.obj,
    source.memory,
    changes.offset ?? source.offset,
    changes.length ?? source.length,
    changes.readonly ?? source.readonly,
    changes.itemsize ?? source.itemsize,
    changes.format ?? source.format,
    changes.shape === undefined ? source.ndim : changes.shape.length,
    changes.shape ?? source.shape,
    changes.strides ?? source.strides,
    changes.suboffsets === null ? null : source.suboffsets,
  );
}

/**
 * Slices the first dimension.
 *
 * CPython: Objects/memoryobject.c `init_slice`, `init_len`
 */
export function sliceView(view: BufferView, start: Bound, stop: Bound, step: number): BufferView {
  const shape = view.shape!;
  const strides = view.strides!;
  const stride = strides[0]!;
  const indices = adjustSlice(shape[0]!, start, stop, step);
  const { count } = indices;
  const offset = view.offset + stride * indices.start;
  // The sum turns -0 into 0.
  const newStride = stride * step + 0;
  let newShape: number[];
  let newStrides: number[];
  let length = count * view.itemsize;
  if (shape.length === 1) {
    newShape = [count];
    newStrides = [newStride];
  } else {
    newShape = shape.slice();
    newShape[0] = count;
    newStrides = strides.slice();
    newStrides[0] = newStride;
    for (let i = 1; i < shape.length; i++) length *= shape[i]!;
  }
  return new BufferView(
    view.obj,
    view.memory,
    offset,
    length,
    view.readonly,
    view.itemsize,
    view.format,
    view.ndim,
    newShape,
    newStrides,
    view.suboffsets,
  );
}

/**
 * One step of computing an address.
 *
 * @throws PyIndexError `index out of bounds on dimension 1`
 *
 * CPython: Objects/memoryobject.c `lookup_dimension`
 */
export function lookupDimension(view: BufferView, address: number, dimension: number, index: number): number {
  const extent = view.shape![dimension]!;
  if (index < 0) index += extent;
  if (index < 0 || index >= extent) {
    throw new PyIndexError(`index out of bounds on dimension ${dimension + 1}`);
  }
  const { suboffsets } = view;
  address += view.strides![dimension]! * index;
  return suboffsets === null ? address : adjustPointer(view.memory, address, suboffsets[dimension]!);
}

/**
 * The address of the item at a list of indices.
 *
 * @throws PyTypeError `cannot index 1-dimension view with 2-element tuple`
 *
 * CPython: Objects/memoryobject.c `ptr_from_tuple`
 */
export function lookupTuple(view: BufferView, indices: readonly unknown[]): number {
  if (indices.length > view.ndim) {
    throw new PyTypeError(`cannot index ${view.ndim}-dimension view with ${indices.length}-element tuple`);
  }
  let address = view.offset;
  for (let i = 0; i < indices.length; i++) address = lookupDimension(view, address, i, asIndex(indices[i]));
  return address;
}

/**
 * Whether a complete description is contiguous, as the view's own flags say: a 1-dimensional view without
 * items is not contiguous if its stride differs from its item size.
 *
 * CPython: Objects/memoryobject.c `init_flags`
 */
export function hasOrder(view: BufferView, order: 'C' | 'F' | 'A'): boolean {
  if (view.suboffsets !== null) return false;
  switch (view.ndim) {
    case 0:
      return true;
    case 1:
      return view.shape![0] === 1 || view.strides![0] === view.itemsize;
    default:
      return isContiguous(view, order);
  }
}
