/**
 * Searches for one item of a view: `count`, `index`, `in`. It assumes that the caller has checked the number
 * of dimensions where the messages differ. `MemoryView` calls it.
 */
import { countByte, findByte } from '../algorithms/index.js';
import { PyNotImplementedError, PyTypeError, PyValueError } from '../exceptions/index.js';
import { asSliceIndex, clipIndex } from '../python/index.js';
import type { IntLike } from '../python/index.js';
import { itemOf } from './access.js';
import { equalsItem } from './equality.js';
import { BUFFER, ITEM_COUNT, OFFSET, check, isNear, live } from './state.js';
import type { ViewState } from './state.js';

/** A view whose items can be read one after the other. */
type Iterated = ViewState & Iterable<unknown>;

/** Whether the bytes themselves can be searched for a value, which runs no user code. */
function isSearchable(view: ViewState, value: unknown): value is number {
  if (typeof value !== 'number' || !isNear(view)) return false;
  check(view);
  return true;
}

function isByte(value: number): boolean {
  return (value & 255) === value;
}

/** The index of a byte between two positions of the view; -1 if it is not there. */
function findIn(view: ViewState, byte: number, from: number, to: number): number {
  const first = view[OFFSET];
  if (!isByte(byte) || from >= to) return -1;
  const found = findByte(view[BUFFER].memory, first + from, first + to, byte);
  return found < 0 ? -1 : found - first;
}

/** CPython: Objects/memoryobject.c `memoryview_count_impl` */
export function countItems(view: Iterated, value: unknown): number {
  if (isSearchable(view, value)) {
    const from = view[OFFSET];
    return isByte(value) ? countByte(view[BUFFER].memory, from, from + view[ITEM_COUNT], value) : 0;
  }
  let count = 0;
  for (const item of view) if (equalsItem(item, value)) count++;
  return count;
}

/** CPython: Objects/abstract.c `_PySequence_IterSearch` */
export function containsItem(view: Iterated, value: unknown): boolean {
  if (live(view).ndim === 0) {
    throw new PyTypeError("argument of type 'memoryview' is not a container or iterable");
  }
  if (isSearchable(view, value)) return findIn(view, value, 0, view[ITEM_COUNT]) >= 0;
  for (const item of view) if (equalsItem(item, value)) return true;
  return false;
}

/**
 * A position as `index` accepts it. Unlike in a slice, None is refused. CPython: `_PyEval_SliceIndexNotNone`.
 */
function asPosition(value: IntLike): number {
  if (value === null) throw new PyTypeError('slice indices must be integers or have an __index__ method');
  return asSliceIndex(value, 0);
}

/** CPython: Objects/memoryobject.c `memoryview_index_impl` */
export function indexOfItem(view: ViewState, value: unknown, start: IntLike, stop: IntLike): number {
  let from = asPosition(start);
  let to = stop === Infinity ? Infinity : asPosition(stop);
  const { ndim, shape } = live(view);
  if (ndim === 0) throw new PyTypeError('invalid lookup on 0-dim memory');
  if (ndim > 1) throw new PyNotImplementedError('multi-dimensional lookup is not implemented');
  const count = shape![0]!;
  from = clipIndex(from, count);
  to = clipIndex(to, count);
  if (isSearchable(view, value)) {
    const found = findIn(view, value, from, to);
    if (found >= 0) return found;
  } else {
    for (let i = from; i < to; i++) if (equalsItem(itemOf(view, i), value)) return i;
  }
  throw new PyValueError('memoryview.index(x): x not found');
}
