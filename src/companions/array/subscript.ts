/**
 * Reads, assigns and deletes items and slices of an array by any key. Converting a key or a value runs user
 * code, so lengths are read after it. `array.ts` calls these functions off its own fast paths.
 *
 * CPython: Modules/arraymodule.c `array_subscr`, `array_ass_subscr`
 */
import { PyIndexError, PyTypeError, PyValueError } from '../../exceptions/index.js';
import { copyBytes } from '../../memory/index.js';
import {
  Slice,
  adjustSlice,
  asIndex,
  asSsizeArgument,
  isIntLike,
  isSlice,
  typeName,
  unpackSlice,
} from '../../python/index.js';
import type { SliceIndices } from '../../python/index.js';
import { checkResizable } from '../../storage/index.js';
import { coerceItem } from './coerce.js';
import { findItem } from './search.js';
import { BareArray, STORAGE, TYPE, checkSameType, lengthOf, ownArray, readAt, writeAt } from './state.js';
import type { ArrayState } from './state.js';

/** The index for a key; the length is read after its `__index__` has run. */
function indexOf(array: ArrayState, key: unknown, message: string): number {
  if (!isIntLike(key)) throw new PyTypeError('array indices must be integers');
  let index = asIndex(key);
  const length = lengthOf(array);
  if (index < 0) index += length;
  if (index < 0 || index >= length) throw new PyIndexError(message);
  return index;
}

function boundsOf(array: ArrayState, key: Slice): SliceIndices {
  const { start, stop, step } = unpackSlice(key);
  return adjustSlice(lengthOf(array), start, stop, step);
}

/** `array[key]`. */
export function subscript(array: ArrayState, key: unknown): unknown {
  if (isSlice(key)) return sliceOf(array, key);
  return readAt(array, indexOf(array, key, 'array index out of range'));
}

/** `array[start:stop:step]`: a new array. */
export function sliceOf(array: ArrayState, key: Slice): ArrayState {
  const { start, step, count } = boundsOf(array, key);
  const result = new BareArray(array[TYPE]);
  const { size } = array[TYPE];
  const source = array[STORAGE];
  const target = result[STORAGE];
  const at = target.insert(0, count * size);
  if (step === 1) {
    const from = source.start + start * size;
    copyBytes(source.memory, from, from + count * size, target.memory, at);
    return result;
  }
  for (let i = 0; i < count; i++) {
    const from = source.start + (start + i * step) * size;
    copyBytes(source.memory, from, from + size, target.memory, at + i * size);
  }
  return result;
}

/** `array[key] = value`. */
export function assign(array: ArrayState, key: unknown, value: unknown): void {
  if (isSlice(key)) {
    assignSlice(array, key, value);
    return;
  }
  const message = 'array assignment index out of range';
  const index = indexOf(array, key, message);
  // The conversion may run code that removes the item.
  const check = (): void => {
    if (index >= lengthOf(array)) throw new PyIndexError(message);
  };
  const item = coerceItem(array[TYPE], value, check);
  check();
  writeAt(array, index, item);
}

function assignSlice(array: ArrayState, key: Slice, value: unknown): void {
  const bounds = boundsOf(array, key);
  const other = ownArray(value);
  if (other === null) {
    throw new PyTypeError(`can only assign array (not "${typeName(value)}") to array slice`);
  }
  // Assigns a copy of the array to itself, by the same method.
  if (other[STORAGE] === array[STORAGE]) return assignSlice(array, key, sliceOf(other, new Slice()));
  checkSameType(array, other);
  const { step, count } = bounds;
  const needed = lengthOf(other);
  if (needed === 0) {
    deleteSlice(array, bounds);
    return;
  }
  const storage = array[STORAGE];
  if (needed !== count) checkResizable(storage);
  if (needed !== count && step !== 1) {
    throw new PyValueError(`attempt to assign array of size ${needed} to extended slice of size ${count}`);
  }
  const { size } = array[TYPE];
  const source = other[STORAGE];
  const at = bounds.start * size;
  if (needed > count) storage.insert(at + count * size, (needed - count) * size);
  else if (needed < count) storage.remove(at + needed * size, (count - needed) * size);
  for (let i = 0; i < needed; i += step === 1 ? needed : 1) {
    const from = source.start + i * size;
    const to = step === 1 ? from + needed * size : from + size;
    copyBytes(source.memory, from, to, storage.memory, storage.start + at + i * step * size);
  }
}

/** `del array[key]`. */
export function remove(array: ArrayState, key: unknown): void {
  if (isSlice(key)) {
    deleteSlice(array, boundsOf(array, key));
    return;
  }
  removeAt(array, indexOf(array, key, 'array assignment index out of range'));
}

/**
 * Removes one item and returns it.
 *
 * @throws PyIndexError `pop from empty array`, `pop index out of range`
 *
 * CPython: Modules/arraymodule.c `array_array_pop_impl`
 */
export function popAt(array: ArrayState, index: unknown): unknown {
  let at = asSsizeArgument(index);
  const length = lengthOf(array);
  if (length === 0) throw new PyIndexError('pop from empty array');
  if (at < 0) at += length;
  if (at < 0 || at >= length) throw new PyIndexError('pop index out of range');
  const item = readAt(array, at);
  removeAt(array, at);
  return item;
}

/**
 * Removes the first item that equals a value.
 *
 * @throws PyValueError `array.remove(x): x not in array`
 *
 * CPython: Modules/arraymodule.c `array_array_remove`
 */
export function removeItem(array: ArrayState, value: unknown): void {
  const index = findItem(array, value, 0, Infinity);
  if (index < 0) throw new PyValueError('array.remove(x): x not in array');
  // The comparison may have run code that removed the item.
  if (index < lengthOf(array)) removeAt(array, index);
}

/** Removes the item at an index that exists. */
function removeAt(array: ArrayState, index: number): void {
  const { size } = array[TYPE];
  array[STORAGE].remove(index * size, size);
}

function deleteSlice(array: ArrayState, { start, step, count }: SliceIndices): void {
  const storage = array[STORAGE];
  // Even for no items, because CPython checks before it looks at the size.
  checkResizable(storage);
  if (count === 0) return;
  const { size } = array[TYPE];
  const stride = Math.abs(step);
  const first = step < 0 ? start + (count - 1) * step : start;
  if (stride === 1) {
    storage.remove(first * size, count * size);
    return;
  }
  const { memory, start: base, length } = storage;
  let target = base + first * size;
  for (let i = 0; i < count; i++) {
    const from = base + (first + i * stride + 1) * size;
    const to = i === count - 1 ? base + length : from + (stride - 1) * size;
    memory.copyWithin(target, from, to);
    target += to - from;
  }
  storage.remove(length - count * size, count * size);
}
