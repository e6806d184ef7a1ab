/**
 * The rich comparisons and the order of arrays. Items are Python numbers and characters, so comparing them
 * runs no user code. `array.ts` calls these functions; `memoryview/equality.ts` decides whether two items are
 * equal, for views and arrays alike.
 */
import { equal } from '../../algorithms/index.js';
import { satisfies } from '../../bytes/index.js';
import type { Comparison } from '../../bytes/index.js';
import { PyTypeError } from '../../exceptions/index.js';
import { equalsItem } from '../../memoryview/equality.js';
import { typeName } from '../../python/index.js';
import type { Complex } from '../../python/index.js';
import { STORAGE, TYPE, lengthOf, ownArray, readAt } from './state.js';
import type { ArrayState } from './state.js';
import { CHARACTER } from './type-codes.js';

/** CPython: Modules/arraymodule.c `array_richcompare` */
export function richCompareArrays(array: ArrayState, other: ArrayState, comparison: Comparison): boolean {
  if (comparison === '==' || comparison === '!=') {
    if (lengthOf(array) !== lengthOf(other)) return comparison === '!=';
    const { itemClass } = array[TYPE];
    // Equal ints and characters have equal bytes; floats need not.
    if (array[TYPE] === other[TYPE] && (itemClass === 'int' || itemClass === 'str')) {
      const mine = array[STORAGE];
      const theirs = other[STORAGE];
      const same = equal(mine.memory, mine.start, theirs.memory, theirs.start, mine.length);
      return same === (comparison === '==');
    }
  }
  return satisfies(comparison, orderOf(array, other, comparison));
}

/** `compare(other)`. Not Python, which has `<` and the other operators. */
export function compareArrays(array: ArrayState, other: unknown): number {
  const operand = ownArray(other);
  if (operand === null) {
    throw new PyTypeError(
      `'<' not supported between instances of '${typeName(array)}' and '${typeName(other)}'`,
    );
  }
  return orderOf(array, operand, '<');
}

/** Orders by the first items that differ, or by the lengths. */
function orderOf(array: ArrayState, other: ArrayState, comparison: Comparison): number {
  const length = lengthOf(array);
  const otherLength = lengthOf(other);
  if (other[TYPE] === array[TYPE] && array[TYPE].kind === CHARACTER) return orderOfCharacters(array, other);
  for (let i = 0; i < length && i < otherLength; i++) {
    const left = readAt(array, i) as Item;
    const right = readAt(other, i) as Item;
    if (equalsItem(left, right)) continue;
    if (comparison === '==' || comparison === '!=') return NaN;
    return orderOfItems(comparison, left, right, [array[TYPE].itemClass, other[TYPE].itemClass]);
  }
  return length - otherLength;
}

/**
 * Orders arrays of characters by their numbers, which need not be code points: `wchar_t` is signed, `Py_UCS4`
 * is not.
 *
 * CPython: Modules/arraymodule.c `u_compareitems`, `w_compareitems`
 */
function orderOfCharacters(array: ArrayState, other: ArrayState): number {
  const mine = array[STORAGE];
  const theirs = other[STORAGE];
  const isSigned = array[TYPE].code === 'u';
  for (let i = 0; i < Math.min(mine.length, theirs.length); i += 4) {
    const left = mine.data.getUint32(mine.start + i, true);
    const right = theirs.data.getUint32(theirs.start + i, true);
    if (left !== right) return isSigned ? (left | 0) - (right | 0) : left - right;
  }
  return lengthOf(array) - lengthOf(other);
}

type Item = number | bigint | string | Complex;

/**
 * The order of two items; NaN if they have none.
 *
 * @param names their Python types, for the error message
 * @throws PyTypeError `'<' not supported between instances of 'complex' and 'complex'`
 */
function orderOfItems(comparison: Comparison, left: Item, right: Item, names: [string, string]): number {
  if (typeof left === 'string' && typeof right === 'string') {
    return left.codePointAt(0)! - right.codePointAt(0)!;
  }
  if (
    typeof left === 'object' ||
    typeof right === 'object' ||
    typeof left === 'string' ||
    typeof right === 'string'
  ) {
    throw new PyTypeError(
      `'${comparison}' not supported between instances of '${names[0]}' and '${names[1]}'`,
    );
  }
  if (left < right) return -1;
  if (left > right) return 1;
  return left !== left || right !== right ? NaN : 0;
}
