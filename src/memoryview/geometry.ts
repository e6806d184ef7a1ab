import { PyIndexError, PyTypeError, PyValueError } from '../exceptions/index.js';
import {
  BufferFlags,
  BufferView,
  MAX_NDIM,
  adjustPointer,
  fillContiguousStrides,
  isContiguous,
  requests,
  shapeOf,
} from '../protocol/index.js';
import { PyBufferError } from '../exceptions/index.js';
import { adjustSlice, asIndex } from '../python/index.js';

/**
 * A description in which every field is filled, as a memoryview keeps it.
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

/** The fields of a description that can differ from those of another one. */
interface Changes {
  readonly offset?: number;
  readonly length?: number;
  readonly readonly?: boolean;
  readonly itemsize?: number;
  readonly format?: string;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly suboffsets?: null;
}

/** A description like another one but for some fields. */
export function describe(source: BufferView, changes: Changes): BufferView {
  return new BufferView(
    source.obj,
    source.memory,
    changes.offset ?? source.offset,
    changes.length ?? source.length,
    changes.readonly ?? source.readonly,
    changes.itemsize ?? source.itemsize,
    changes.format ?? source.format,
    changes.shape.length,
    changes.shape,
    changes.strides,
    changes.suboffsets === null ? null : source.suboffsets,
  );
}

/**
 * A slice of the first dimension.
 *
 * CPython: Objects/memoryobject.c `init_slice`, `init_len`
 */
export function sliceView(view: BufferView, start: number, stop: number, step: number): BufferView {
  const shape = view.shape!;
  const strides = view.strides!;
  const stride = strides[0]!;
  const indices = adjustSlice(shape[0]!, start, stop, step);
  const { count } = indices;
  const offset = view.offset + stride * indices.start;
  let newShape: number[];
  let newStrides: number[];
  let length = count * view.itemsize;
  if (shape.length === 1) {
    newShape = [count];
    newStrides = [stride * step];
  } else {
    newShape = shape.slice();
    newShape[0] = count;
    newStrides = strides.slice();
    newStrides[0] = stride * step;
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
 * One step of an address.
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
 * Address of the item at a list of indices.
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
 * Whether a complete description is contiguous, as the view's own flags have it: a 1-dimensional view of no items is
 * not, when its stride is not its item size.
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

/**
 * What a view tells a consumer who asks with these flags.
 *
 * @throws PyBufferError when the request cannot be met
 *
 * CPython: Objects/memoryobject.c `memory_getbuf`
 */
export function answerRequest(view: BufferView, flags: number, obj: unknown): BufferView {
  if (requests(flags, BufferFlags.WRITABLE) && view.readonly) {
    throw new PyBufferError('memoryview: underlying buffer is not writable');
  }
  const wantsFormat = requests(flags, BufferFlags.FORMAT);
  if (requests(flags, BufferFlags.C_CONTIGUOUS) && !hasOrder(view, 'C')) {
    throw new PyBufferError('memoryview: underlying buffer is not C-contiguous');
  }
  if (requests(flags, BufferFlags.F_CONTIGUOUS) && !hasOrder(view, 'F')) {
    throw new PyBufferError('memoryview: underlying buffer is not Fortran contiguous');
  }
  if (requests(flags, BufferFlags.ANY_CONTIGUOUS) && !hasOrder(view, 'A')) {
    throw new PyBufferError('memoryview: underlying buffer is not contiguous');
  }
  if (!requests(flags, BufferFlags.INDIRECT) && view.suboffsets !== null) {
    throw new PyBufferError('memoryview: underlying buffer requires suboffsets');
  }
  const wantsStrides = requests(flags, BufferFlags.STRIDES);
  if (!wantsStrides && !hasOrder(view, 'C')) {
    throw new PyBufferError('memoryview: underlying buffer is not C-contiguous');
  }
  const wantsShape = requests(flags, BufferFlags.ND);
  if (!wantsShape && wantsFormat) {
    throw new PyBufferError('memoryview: cannot cast to unsigned bytes if the format flag is present');
  }
  // A 0-dimensional view has neither; NULL in CPython.
  const scalar = view.ndim === 0;
  return new BufferView(
    obj,
    view.memory,
    view.offset,
    view.length,
    view.readonly,
    view.itemsize,
    wantsFormat ? view.format : null,
    wantsShape ? view.ndim : 1,
    wantsShape && !scalar ? view.shape : null,
    wantsStrides && !scalar ? view.strides : null,
    view.suboffsets,
  );
}
