/**
 * The interface by which our iterators support Python's `__reduce__`, `__setstate__` and `__length_hint__`.
 * The iterators implement it, and the runtime reads it.
 */
import { PyTypeError } from '../exceptions/index.js';
import { brandOf } from './brand.js';
import { layoutSymbol } from './copies.js';
import { asSsizeArgument, isIntLike } from './int.js';
import { specialMethod } from './special.js';

/**
 * The key under which an iterator reports its position; copies of the library with the same layout share it.
 */
export const ITERATION: unique symbol = /* @__PURE__ */ layoutSymbol('iteration') as never;

/** The position of an iterator. */
export interface Iteration {
  /** The iterated object; null once the iterator is exhausted, which is final. */
  readonly source: object | null;
  /** The index of the next item. */
  readonly index: number;
}

/** An iterator that reports its position. */
export interface Positioned {
  readonly [ITERATION]: Iteration;
  /** The number of items left, if Python's iterator of this type reports it. */
  __length_hint__?(): number;
  /** Moves the iterator, if Python's can be moved. */
  __setstate__?(state: unknown): void;
}

/** Returns whether a value is one of our iterators. */
export function isPositioned(value: unknown): value is Positioned {
  return typeof value === 'object' && value !== null && ITERATION in value;
}

/**
 * Converts the index passed to `__setstate__`: a real int, not an object with `__index__`.
 *
 * @throws PyTypeError `an integer is required`
 * @throws PyOverflowError `Python int too large to convert to C ssize_t`
 *
 * CPython: Objects/longobject.c `PyLong_AsSsize_t`
 */
export function asIteratorState(state: unknown): number {
  if (typeof state === 'object' || !isIntLike(state)) throw new PyTypeError('an integer is required');
  return asSsizeArgument(state);
}

/**
 * Whether the items of an array, a view, or an iterator over one are floats, which are plain numbers in
 * JavaScript.
 *
 * Not Python: there each item knows its type.
 */
export function holdsFloats(items: unknown): boolean {
  if (isPositioned(items)) return holdsFloats(items[ITERATION].source);
  const brand = brandOf(items);
  // The `__iter__` of a derived class may return anything.
  if (brand === undefined || specialMethod(items, '__iter__') !== null) return false;
  if (brand === 'array') return /^[efd]$/.test((items as { typecode: string }).typecode);
  return brand === 'memoryview' && /^@?[efd]$/.test((items as { format: string }).format);
}
