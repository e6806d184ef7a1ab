/**
 * The interface of a type's slots, and the results of comparisons by an order. The other files of this folder
 * implement slots.
 */
import { satisfies as satisfiesSymbol } from '../../bytes/index.js';
import type { Arithmetic } from '../numbers.js';

/** The comparison operators, named as in the module `operator`. */
export type Comparison = 'lt' | 'le' | 'eq' | 'ne' | 'gt' | 'ge';

/**
 * The operations of a built-in type: the part of CPython's `PyTypeObject` that operators need. A slot
 * receives a value of its own type and knows nothing of methods written in the source language; `dispatch.ts`
 * looks for those first.
 *
 * CPython: Include/cpython/object.h `PyNumberMethods`, `PySequenceMethods`, `PyMappingMethods`
 */
export interface Slots {
  /** Arithmetic with this type on the left; NotImplemented where it does not apply. CPython: `nb_add` ... */
  binary?(operation: Arithmetic, left: unknown, right: unknown): unknown;
  concat?(self: unknown, other: unknown): unknown;
  repeat?(self: unknown, count: number): unknown;
  inPlaceConcat?(self: unknown, other: unknown): unknown;
  inPlaceRepeat?(self: unknown, count: number): unknown;
  length?(self: unknown): number;
  getItem?(self: unknown, key: unknown): unknown;
  setItem?(self: unknown, key: unknown, value: unknown): void;
  deleteItem?(self: unknown, key: unknown): void;
  contains?(self: unknown, item: unknown): boolean;
  iterate?(self: unknown): Iterator<unknown>;
  /** Iteration from the end, for types that have it. */
  reversed?(self: unknown): Iterator<unknown>;
  /** Whether items are accessed by index. CPython: `PySequence_Check` */
  readonly sequence?: boolean;
  /**
   * Whether a value's type has a table of sequence slots, even an empty one; every class of a program has one.
   *
   * CPython: `tp_as_sequence`
   */
  hasSequenceTable?(self: unknown): boolean;
  /** NotImplemented if it does not know the other value. CPython: `tp_richcompare` */
  compare?(operation: Comparison, self: unknown, other: unknown): unknown;
  /**
   * Null if the type is unhashable; absent if its values hash by identity.
   *
   * CPython: `tp_hash`
   */
  readonly hash?: ((self: unknown) => bigint) | null;
  repr?(self: unknown): string;
}

/** The symbols of the comparisons. */
export const SYMBOLS = { lt: '<', le: '<=', eq: '==', ne: '!=', gt: '>', ge: '>=' } as const;

/** Whether an order (-1, 0, 1, NaN for unordered) satisfies a comparison. */
export function satisfies(operation: Comparison, order: number): boolean {
  return satisfiesSymbol(SYMBOLS[operation], order);
}
