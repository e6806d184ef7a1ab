/**
 * The order of two items of arrays. `memoryview/equality.ts` decides whether items are equal, for views and arrays alike.
 *
 * CPython: Objects/object.c `PyObject_RichCompare`
 */
import type { Comparison } from '../../bytes/index.js';
import { PyTypeError } from '../../exceptions/index.js';
import type { Complex } from '../../python/index.js';

type Item = number | bigint | string | Complex;

/**
 * The order of two items; NaN if they have none.
 *
 * @param names their Python types, for the error message
 * @throws PyTypeError `'<' not supported between instances of 'complex' and 'complex'`
 */
export function orderOfItems(
  comparison: Comparison,
  left: Item,
  right: Item,
  names: [string, string],
): number {
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
