/**
 * `==` and `<` between an item and any value.
 *
 * CPython: Objects/object.c `PyObject_RichCompare`
 */
import type { Comparison } from '../../bytes/index.js';
import { PyTypeError } from '../../exceptions/index.js';
import { PyFloat, isComplex, isTrue } from '../../python/index.js';
import type { Complex } from '../../python/index.js';

type Item = number | bigint | string | Complex;

/** Whether an item equals a value of any type; asks the value's own `__eq__` where there is one. */
export function equalsItem(item: Item, value: unknown): boolean {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return typeof item === 'object' ? equalsComplex(item, Number(value), 0) : equalNumbers(item, value);
    case 'boolean':
      return equalsItem(item, Number(value));
    case 'string':
      return item === value;
    case 'object':
      return value !== null && equalsObject(item, value);
    default:
      return false;
  }
}

/** JavaScript's `==` compares an int of either kind with a number exactly, and would convert a string. */
function equalNumbers(item: Item, value: number | bigint): boolean {
  // eslint-disable-next-line eqeqeq
  return typeof item !== 'string' && (item as unknown) == value;
}

function equalsObject(item: Item, value: object): boolean {
  if (value instanceof PyFloat) return equalsItem(item, value.value);
  const method = (value as { __eq__?: unknown }).__eq__;
  if (typeof method === 'function') return isEqual(method.call(value, item));
  if (!isComplex(value)) return false;
  return typeof item === 'object'
    ? equalsComplex(item, value.re, value.im)
    : value.im === 0 && equalNumbers(item, value.re);
}

function equalsComplex(item: Complex, re: number, im: number): boolean {
  return item.re === re && item.im === im;
}

/** NotImplemented means that neither side knows: not equal. */
function isEqual(result: unknown): boolean {
  return typeof result !== 'symbol' && isTrue(result);
}

/** Whether an order (negative, zero, positive; NaN for unordered) satisfies an operator. */
export function satisfies(comparison: Comparison, order: number): boolean {
  switch (comparison) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/**
 * The order of two items, NaN where they have none.
 *
 * @param names their Python types, for the message
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
