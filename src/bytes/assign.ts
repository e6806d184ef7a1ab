/**
 * Assigns to items and slices of a bytearray, and deletes them. Keys and values are converted before the
 * bytearray is changed. `byte-array.ts` calls these functions.
 */
import { PyIndexError, PyTypeError, PyValueError } from '../exceptions/index.js';
import { assignStrided, deleteStrided } from '../algorithms/index.js';
import { MEMORY, LENGTH, START, copyContent, intact } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import { isContent, isPlainContent, lendsItself } from '../protocol/index.js';
import {
  adjustSlice,
  asByte,
  asIndex,
  asSliceIndex,
  asStep,
  brandOf,
  clipIndex,
  isComplex,
  isFloat,
  isIntLike,
  isSlice,
  typeName,
  unpackSlice,
} from '../python/index.js';
import type { Bound, Slice, SliceIndices, SlicePart } from '../python/index.js';
import { BYTEARRAY, freshContent } from './construct.js';
import { checkResizable, makeWritable, removePart, resize, splice } from '../storage/index.js';
import type { Storage } from '../storage/index.js';

/** The indices of a slice in a storage, computed after user code has run. */
function indicesOf(storage: Storage, key: Slice): SliceIndices {
  const { start, stop, step } = unpackSlice(key);
  const indices = adjustSlice(storage[LENGTH], start, stop, step);
  // b[5:2] = ... inserts before index 5, not before 2.
  if (step > 0 ? indices.start > indices.stop : indices.start < indices.stop) indices.stop = indices.start;
  return indices;
}

const isMethod = (value: unknown) => typeof value === 'function' || value === null;

/** CPython: Objects/abstract.c `PyNumber_Check` */
function isNumber(value: unknown): boolean {
  if (typeof value === 'number' || isIntLike(value) || isFloat(value) || isComplex(value)) return true;
  if (typeof value !== 'object' || value === null) return false;
  // A method that is None counts as present.
  const { __index__, __int__, __float__ } = value as Readonly<Record<string, unknown>>;
  return isMethod(__index__) || isMethod(__int__) || isMethod(__float__);
}

/**
 * The values of a slice assignment, as content that does not belong to the storage.
 *
 * @throws PyTypeError `can assign only bytes, buffers, or iterables of ints in range(0, 256)`,
 *   `cannot convert 'X' object to bytearray`
 */
function valuesOf(storage: Storage, values: unknown): Content {
  const isOwn = (values as unknown) === storage;
  // Another bytearray is read directly, even if its class overrides what it lends.
  if (!isOwn && isContent(values) && brandOf(values) === 'bytearray') return values;
  if (isNumber(values) || typeof values === 'string') {
    throw new PyTypeError('can assign only bytes, buffers, or iterables of ints in range(0, 256)');
  }
  if (isPlainContent(values)) return isOwn ? copyContent(storage) : values;
  return freshContent(BYTEARRAY, values);
}

/** Whether a part of a slice needs no conversion. */
const isBound = (part: SlicePart): part is Bound =>
  part === null || (typeof part === 'number' && Number.isSafeInteger(part));

/**
 * `storage[key] = values`.
 *
 * @throws PyValueError `attempt to assign bytes of size 1 to extended slice of size 2`
 *
 * CPython: Objects/bytearrayobject.c `bytearray_ass_subscript`
 */
function assignSlice(storage: Storage, key: Slice, values: unknown): void {
  const { start: first, stop: last } = key;
  const isShort = key.step === null && isBound(first) && isBound(last);
  if (isShort && lendsItself(values) && (values as unknown) !== storage) {
    // Runs no user code, so it makes no objects for indices either.
    const length = storage[LENGTH];
    const lo = first === null ? 0 : clipIndex(first, length);
    const hi = last === null ? length : clipIndex(last, length);
    const from = values[START];
    const to = from + values[LENGTH];
    return splice(storage, lo, hi < lo ? lo : hi, intact(values[MEMORY], to), from, to);
  }
  let indices = indicesOf(storage, key);
  const content = valuesOf(storage, values);
  // Everything except another bytearray is first converted to one. The slice is computed again after that.
  if ((content as { kind?: unknown }).kind !== 'bytearray') indices = indicesOf(storage, key);
  const { start, stop, step, count } = indices;
  const size = content[LENGTH];
  const from = content[START];
  if (step === 1) {
    splice(
      storage,
      start,
      stop,
      intact(content[MEMORY], content[START] + content[LENGTH]),
      from,
      from + size,
    );
  } else if (size === 0) {
    removeItems(storage, start, step, count);
  } else {
    if (size !== count) {
      throw new PyValueError(`attempt to assign bytes of size ${size} to extended slice of size ${count}`);
    }
    makeWritable(storage);
    assignStrided(
      intact(storage[MEMORY], storage[START] + storage[LENGTH]),
      storage[START] + start,
      step,
      count,
      intact(content[MEMORY], content[START] + content[LENGTH]),
      from,
    );
  }
}

/** `del storage[key]`. */
function deleteSlice(storage: Storage, key: Slice): void {
  // In the order of `unpackSlice`, whose objects take a third of the time of a short deletion.
  const by = asStep(key.step);
  const from = asSliceIndex(key.start, null);
  const to = asSliceIndex(key.stop, null);
  const length = storage[LENGTH];
  if (by !== 1) {
    const { start, step, count } = adjustSlice(length, from, to, by);
    return removeItems(storage, start, step, count);
  }
  const start = from === null ? 0 : clipIndex(from, length);
  const stop = to === null ? length : clipIndex(to, length);
  if (stop > start) removePart(storage, start, stop - start);
}

function removeItems(storage: Storage, start: number, step: number, count: number): void {
  checkResizable(storage);
  if (count === 0) return;
  makeWritable(storage);
  const base = storage[START];
  const end = base + storage[LENGTH];
  resize(
    storage,
    deleteStrided(intact(storage[MEMORY], storage[START] + storage[LENGTH]), end, base + start, step, count) -
      base,
  );
}

/** An index of one item, before it is applied to a length. */
function asItemIndex(key: unknown): number {
  if (isIntLike(key)) return asIndex(key);
  throw new PyTypeError(`bytearray indices must be integers or slices, not ${typeName(key)}`);
}

/** The index of an item, counted from the front. */
function indexOf(storage: Storage, index: number): number {
  const length = storage[LENGTH];
  if (index < 0) index += length;
  if (index < 0 || index >= length) throw new PyIndexError('bytearray index out of range');
  return index;
}

/** `storage[key] = value` for any key. */
export function assign(storage: Storage, key: unknown, value: unknown): void {
  if (isSlice(key)) return assignSlice(storage, key, value);
  const index = asItemIndex(key);
  // Converts the value before it applies the index, because `__index__` may change the length.
  const byte = asByte(value);
  makeWritable(storage);
  storage[MEMORY][storage[START] + indexOf(storage, index)] = byte;
}

/** `del storage[key]` for any key. */
export function remove(storage: Storage, key: unknown): void {
  if (isSlice(key)) return deleteSlice(storage, key);
  removePart(storage, indexOf(storage, asItemIndex(key)), 1);
}
