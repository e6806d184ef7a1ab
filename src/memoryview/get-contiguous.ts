/**
 * `getContiguous`: a contiguous view of any buffer, a copy only where it must be.
 *
 * CPython: `PyMemoryView_GetContiguous`
 */
import { PyBufferError, PyValueError } from '../exceptions/index.js';
import {
  BufferFlags,
  BufferView,
  fillContiguousStrides,
  isContiguous,
  toContiguous,
} from '../protocol/index.js';
import type { BytesLike, Order } from '../protocol/index.js';
import { bytesOfRange } from './results.js';
import type { Item } from './item-types.js';
import { MemoryView } from './memory-view.js';
import { fromView } from './of-object.js';

/**
 * Returns a contiguous view of an object: of its own memory if that is contiguous in the order, otherwise a
 * read-only view of a copy in new `Bytes`.
 *
 * @param mode `BufferFlags.READ` or `BufferFlags.WRITE`
 * @param order `'C'`, `'F'`, or `'A'` for either
 * @throws PyBufferError `underlying buffer is not writable`,
 *   `writable contiguous buffer requested for a non-contiguous object.`
 * @throws PyValueError `invalid order, must be C, F or A`
 * @throws PyTypeError `memoryview: a bytes-like object is required, not 'str'`
 *
 * @example
 * ```ts
 * const view = new MemoryView(new Bytes('abcdef', 'ascii')).slice(null, null, 2);
 * getContiguous(view, BufferFlags.READ, 'C').obj // b'ace'
 * ```
 *
 * CPython: Objects/memoryobject.c `PyMemoryView_GetContiguous`
 */
export function getContiguous(
  object: BytesLike,
  mode: typeof BufferFlags.READ | typeof BufferFlags.WRITE,
  order: Order,
): MemoryView<Item> {
  if (order !== 'C' && order !== 'F' && order !== 'A') {
    throw new PyValueError('invalid order, must be C, F or A');
  }
  const view = new MemoryView<Item>(object as MemoryView<Item>);
  try {
    if (mode === BufferFlags.WRITE && view.readonly) {
      throw new PyBufferError('underlying buffer is not writable');
    }
    const layout = view.getBuffer(BufferFlags.FULL_RO);
    view.releaseBuffer(layout);
    if (isContiguous(layout, order)) return view;
    if (mode === BufferFlags.WRITE) {
      throw new PyBufferError('writable contiguous buffer requested for a non-contiguous object.');
    }
    const copy = copied(view, layout, order);
    view.release();
    return copy;
  } catch (error) {
    view.release();
    throw error;
  }
}

/** CPython: Objects/memoryobject.c `memory_from_contiguous_copy`. */
function copied(view: MemoryView<Item>, layout: BufferView, order: Order): MemoryView<Item> {
  const { shape, itemsize, format } = view;
  const bytes = bytesOfRange(toContiguous(layout, order));
  const source = bytes.getBuffer(BufferFlags.FULL_RO);
  const strides = fillContiguousStrides(shape, itemsize, order === 'F' ? 'F' : 'C');
  return fromView(source, { format, itemsize, shape, strides }) as MemoryView<Item>;
}
