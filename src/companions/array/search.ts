/**
 * Searches an array for an item: `count`, `index`, `in`, `remove`. The `__eq__` of the value may change the
 * array, so every step reads its length again. `array.ts` calls these functions.
 */
import { PyTypeError, PyValueError } from '../../exceptions/index.js';
import { equalsItem } from '../../memoryview/equality.js';
import { asSliceIndex, isIntLike } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import { lengthOf, readAt } from './state.js';
import type { ArrayState } from './state.js';

/** CPython: Modules/arraymodule.c `array_array_count` */
export function countItems(array: ArrayState, value: unknown): number {
  let count = 0;
  for (let i = 0; i < lengthOf(array); i++) if (equalsItem(readAt(array, i), value)) count++;
  return count;
}

/**
 * Returns the first index from `start` on and before `stop` whose item equals a value; -1 if there is none.
 */
export function findItem(array: ArrayState, value: unknown, start: number, stop: number): number {
  for (let i = start; i < stop && i < lengthOf(array); i++) if (equalsItem(readAt(array, i), value)) return i;
  return -1;
}

/**
 * @throws PyValueError `array.index(x): x not in array`
 *
 * CPython: Modules/arraymodule.c `array_array_index_impl`
 */
export function indexOfItem(array: ArrayState, value: unknown, start: unknown, stop: unknown): number {
  let from = sliceIndex(start);
  let to = stop === undefined ? Infinity : sliceIndex(stop);
  const length = lengthOf(array);
  if (from < 0) from = Math.max(from + length, 0);
  if (to < 0) to += length;
  const index = findItem(array, value, from, to);
  if (index < 0) throw new PyValueError('array.index(x): x not in array');
  return index;
}

/** CPython: Python/ceval.c `_PyEval_SliceIndexNotNone` */
function sliceIndex(value: unknown): number {
  if (!isIntLike(value)) throw new PyTypeError('slice indices must be integers or have an __index__ method');
  return asSliceIndex(value as IntLike, 0);
}
