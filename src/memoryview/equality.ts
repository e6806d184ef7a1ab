/** Python's `==` between items of views or arrays, and between an item and any value. */
import { sameContent } from '../algorithms/index.js';
import { isContent } from '../protocol/index.js';
import { NotImplemented, isComplex, isTrue, specialMethod, isFloat } from '../python/index.js';

function isNumber(value: unknown): value is number | bigint | boolean {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
}

/** Compares exact values: an int past 2**53 equals a float only if the float is exactly that integer. */
function sameNumber(a: number | bigint | boolean, b: number | bigint | boolean): boolean {
  return a <= b && a >= b;
}

/** Returns whether two unpacked values are equal. */
export function equalValues(a: unknown, b: unknown): boolean {
  if (isNumber(a)) {
    if (isNumber(b)) return sameNumber(a, b);
    return isComplex(b) && b.im === 0 && sameNumber(a, b.re);
  }
  if (typeof a === 'string') return a === b;
  if (isContent(a)) return isContent(b) && sameContent(a, b);
  if (isComplex(a)) {
    if (isComplex(b)) return a.re === b.re && a.im === b.im;
    return isNumber(b) && a.im === 0 && sameNumber(a.re, b);
  }
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) {
      if (!equalValues(a[i], b[i])) return false;
    }
    return true;
  }
  return false;
}

/**
 * `item == value` for any value. Calls its `__eq__` if the item does not know the type.
 *
 * CPython: Objects/object.c `PyObject_RichCompareBool`
 */
export function equalsItem(item: unknown, value: unknown): boolean {
  if (typeof item === 'number' && typeof value === 'number') return item === value;
  if (typeof value !== 'object' || value === null) return equalValues(item, value);
  if (isFloat(value)) return equalValues(item, value.value);
  if (Array.isArray(value)) return false;
  const method = specialMethod(value, '__eq__');
  const result = method === null ? NotImplemented : method.call(value, item);
  return result === NotImplemented ? equalValues(item, value) : isTrue(result);
}
