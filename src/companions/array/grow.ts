/**
 * Adds items to an array. Converting a value runs user code, which may change the array, so every function
 * reads lengths and memory again after it. `array.ts`, `bytes.ts` and `construct.ts` call these functions.
 */
import { repeatInPlace } from '../../algorithms/index.js';
import {
  PyIndexError,
  PyMemoryError,
  PyRuntimeError,
  PyTypeError,
  PyValueError,
} from '../../exceptions/index.js';
import { copyToNew } from '../../memory/index.js';
import {
  PyFloat,
  asSsize,
  asSsizeArgument,
  clipIndex,
  holdsFloats,
  isArray,
  isIntLike,
  iterate,
  pastMaxsize,
  typeName,
} from '../../python/index.js';
import { coerceItem, writeItem } from './coerce.js';
import { BareArray, STORAGE, TYPE, checkSameType, lengthOf, ownArray } from './state.js';
import type { ArrayState } from './state.js';

/** `insert(index, value)`: the index is clamped to both ends. */
export function insertBefore(array: ArrayState, index: unknown, value: unknown): void {
  const place = asSsizeArgument(index);
  insertAt(array, clipIndex(place, lengthOf(array)), value);
}

/** Inserts one item before an index from 0 to the length. */
function insertAt(array: ArrayState, index: number, value: unknown): void {
  if (typeof value === 'object') {
    insertObject(array, index, value);
    return;
  }
  const { kind, size } = array[TYPE];
  const storage = array[STORAGE];
  const item = coerceItem(array[TYPE], value);
  const at = storage.insert(index * size, size);
  writeItem(kind, storage.data, at, item);
}

/** CPython converts an object twice: first to check it, then once there is room for the item. */
export function insertObject(array: ArrayState, index: number, value: object | null): void {
  const { kind, size } = array[TYPE];
  const storage = array[STORAGE];
  const before = storage.length;
  coerceItem(array[TYPE], value);
  resizeTo(array, before + size);
  const { memory, start } = storage;
  memory.copyWithin(start + (index + 1) * size, start + index * size, start + before);
  const item = coerceItem(array[TYPE], value);
  if (index >= lengthOf(array)) throw new PyIndexError('array assignment index out of range');
  writeItem(kind, storage.data, storage.start + index * size, item);
}

/** Sets the length in bytes, whatever a conversion did to the array. Not Python: new bytes are zero. */
function resizeTo(array: ArrayState, bytes: number): void {
  const storage = array[STORAGE];
  const { length } = storage;
  if (length > bytes) storage.remove(bytes, length - bytes);
  else {
    const start = storage.insert(length, bytes - length);
    storage.memory.fill(0, start, start + bytes - length);
  }
}

/** `extend(items)`. CPython: Modules/arraymodule.c `array_do_extend` */
export function extend(array: ArrayState, items: unknown): void {
  const other = ownArray(items);
  if (other === null) appendItems(array, items);
  else appendArray(array, other);
}

/** Appends the items of any iterable. Items before one that does not fit stay appended. */
export function appendItems(array: ArrayState, items: unknown): void {
  if (isArray(items)) {
    // Reads the list by index, so it sees what a conversion does to the list, as Python's iterator does.
    for (let i = 0; i < items.length; i++) insertAt(array, lengthOf(array), items[i]);
    return;
  }
  appendAll(array, iterate(items), holdsFloats(items));
}

/** @param areFloats whether numbers among the items are floats, which JavaScript cannot tell */
export function appendAll(array: ArrayState, iterator: Iterator<unknown>, areFloats: boolean): void {
  for (let step = iterator.next(); step.done !== true; step = iterator.next()) {
    const { value } = step;
    insertAt(array, lengthOf(array), areFloats && typeof value === 'number' ? new PyFloat(value) : value);
  }
}

/** Appends the items of a list to an empty array: as many as the list has now, each converted once. */
export function takeList(array: ArrayState, items: readonly unknown[]): void {
  const { kind, size } = array[TYPE];
  const storage = array[STORAGE];
  const count = items.length;
  let at = storage.insert(0, count * size);
  for (let i = 0; i < count; i++, at += size) {
    if (i >= items.length) throw new PyIndexError('list index out of range');
    const item = coerceItem(array[TYPE], items[i]);
    writeItem(kind, storage.data, at, item);
  }
}

/** `fromlist(list)`: appends all items or none. CPython: Modules/arraymodule.c `array_array_fromlist` */
export function appendList(array: ArrayState, list: unknown): void {
  if (!isArray(list) || Object.isFrozen(list)) throw new PyTypeError('arg must be list');
  const count = list.length;
  if (count === 0) return;
  const { kind, size } = array[TYPE];
  const storage = array[STORAGE];
  const before = storage.length;
  resizeTo(array, before + count * size);
  try {
    for (let i = 0; i < count; i++) {
      const index = lengthOf(array) - count + i;
      const item = coerceItem(array[TYPE], list[i]);
      if (index >= lengthOf(array)) throw new PyIndexError('array assignment index out of range');
      if (index >= 0) writeItem(kind, storage.data, storage.start + index * size, item);
      if (list.length !== count) throw new PyRuntimeError('list changed size during iteration');
    }
  } catch (error) {
    resizeTo(array, before);
    throw error;
  }
}

/**
 * Appends the items of another array.
 *
 * @throws PyTypeError `can only extend with array of same kind`
 */
export function appendArray(array: ArrayState, other: ArrayState): void {
  if (other[TYPE] !== array[TYPE]) throw new PyTypeError('can only extend with array of same kind');
  const { memory, start, length } = other[STORAGE];
  appendBytes(array, memory, start, length, other === array);
}

/**
 * Appends machine values.
 *
 * @throws PyValueError `bytes length not a multiple of item size`
 */
export function appendItemBytes(array: ArrayState, memory: Uint8Array, start: number, length: number): void {
  if (length % array[TYPE].size !== 0) throw new PyValueError('bytes length not a multiple of item size');
  appendBytes(array, memory, start, length);
}

/** @param isOwn whether the bytes are the array's own; other arrays may share its memory, a slab */
function appendBytes(
  array: ArrayState,
  memory: Uint8Array,
  start: number,
  length: number,
  isOwn = false,
): void {
  const storage = array[STORAGE];
  const offset = start - storage.start;
  const at = storage.insert(storage.length, length);
  // The array's own items may have moved to make room.
  const source = isOwn ? storage.memory : memory;
  const from = isOwn ? storage.start + offset : start;
  if (source === storage.memory) source.copyWithin(at, from, from + length);
  else copyToNew(source, from, from + length, storage.memory, at);
}

/** Returns a copy, a plain array even of a derived class. */
export function copyOf(array: ArrayState): ArrayState {
  const copy = new BareArray(array[TYPE]);
  appendArray(copy, array);
  return copy;
}

/** `array + other`. CPython: Modules/arraymodule.c `array_concat` */
export function concatenated(array: ArrayState, other: unknown): ArrayState {
  const operand = ownArray(other);
  if (operand === null) throw new PyTypeError(`can only append array (not "${typeName(other)}") to array`);
  checkSameType(array, operand);
  const result = copyOf(array);
  appendArray(result, operand);
  return result;
}

/** `array += other`. CPython: Modules/arraymodule.c `array_inplace_concat` */
export function appendOperand(array: ArrayState, other: unknown): void {
  const operand = ownArray(other);
  if (operand === null) {
    throw new PyTypeError(`can only extend array with array (not "${typeName(other)}")`);
  }
  appendArray(array, operand);
}

/** `array * count`. CPython: Modules/arraymodule.c `array_repeat` */
export function repeated(array: ArrayState, count: unknown): ArrayState {
  const times = asTimes(array, count);
  const result = new BareArray(array[TYPE]);
  if (times > 0) {
    appendArray(result, array);
    fill(result, times);
  }
  return result;
}

/** `array *= count`. CPython: Modules/arraymodule.c `array_inplace_repeat` */
export function repeatItems(array: ArrayState, count: unknown): void {
  const times = asTimes(array, count);
  if (times > 0) fill(array, times);
  else array[STORAGE].clear();
}

/** Repeats the items in place. */
function fill(array: ArrayState, times: number): void {
  const storage = array[STORAGE];
  const { length } = storage;
  if (times === 1 || length === 0) return;
  storage.insert(length, length * (times - 1));
  repeatInPlace(storage.memory, storage.start, length, times);
}

/** The right operand of `*`. */
function asTimes(array: ArrayState, count: unknown): number {
  if (!isIntLike(count)) {
    throw new PyTypeError(`can't multiply sequence by non-int of type '${typeName(count)}'`);
  }
  const times = asSsize(count);
  if (pastMaxsize(array[STORAGE].length, times)) throw new PyMemoryError();
  return times;
}
