/**
 * What the iterators of our types tell about themselves, for Python's `__reduce__`, `__setstate__` and `__length_hint__`. The
 * iterators implement it, the runtime reads it.
 */
import { PyTypeError } from '../exceptions/index.js';
import { asSsizeArgument, isIntLike } from './int.js';

/** Under this key an iterator says where it is. */
export const ITERATION: unique symbol = Symbol('pybuffer.iteration');

/** Where an iterator is. */
export interface Iteration {
  /** The iterated object; null once the iterator has come to its end, where it stays. */
  readonly source: object | null;
  /** Index of the next item. */
  readonly index: number;
}

/** An iterator that says where it is. */
export interface Positioned {
  readonly [ITERATION]: Iteration;
  /** How many items are left, where Python's iterator of this type says so. */
  __length_hint__?(): number;
  /** Moves the iterator, where Python's can be moved. */
  __setstate__?(state: unknown): void;
}

/** Whether a value is one of our iterators. */
export function isPositioned(value: unknown): value is Positioned {
  return typeof value === 'object' && value !== null && ITERATION in value;
}

/**
 * The index that `__setstate__` was given: an int itself, not something with `__index__`.
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
