/**
 * `bool()` of any value, which may run a user's `__bool__` and `__len__`. Arguments that are flags are
 * converted with it.
 */
import { PyTypeError } from '../exceptions/index.js';
import { isComplex } from './complex.js';
import { isFloat } from './float.js';
import { asLength } from './int.js';
import { BLOCKED, specialMethod } from './special.js';
import { NotImplemented, TYPE_NAME, fullTypeName, isPlainObject, typeName } from './types.js';

/** The properties that decide the truth of JavaScript's containers. */
interface Sized {
  length?: unknown;
  size?: unknown;
  byteLength?: unknown;
}

/**
 * `bool(value)`, by Python's rules: zero, the empty string, and every empty container are false (in
 * JavaScript an empty array is true), NaN is true (in JavaScript it is false).
 *
 * @throws PyTypeError `X.__bool__() must return a bool, not int`,
 *   `NotImplemented should not be used in a boolean context`
 *
 * CPython: Objects/object.c `PyObject_IsTrue`
 */
export function isTrue(value: unknown): boolean {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'number':
      return value !== 0;
    case 'bigint':
      return value !== 0n;
    case 'string':
      return value.length > 0;
    case 'object':
      return value !== null && isTrueObject(value);
    case 'symbol':
      if (value === NotImplemented) {
        throw new PyTypeError('NotImplemented should not be used in a boolean context');
      }
      return true;
    default:
      return value !== undefined;
  }
}

function isTrueObject(value: object): boolean {
  const toBool = specialMethod(value, '__bool__');
  if (toBool === BLOCKED) throw new PyTypeError(`'${typeName(value)}' cannot be interpreted as a boolean`);
  if (toBool !== null) {
    const result: unknown = toBool.call(value);
    if (typeof result === 'boolean') return result;
    throw new PyTypeError(
      `${fullTypeName(value)}.__bool__() must return a bool, not ${fullTypeName(result)}`,
    );
  }
  const lengthMethod = specialMethod(value, '__len__');
  if (lengthMethod !== null) return asLength(lengthMethod.call(value)) > 0;
  if (isFloat(value)) return value.value !== 0;
  if (isComplex(value)) return value.re !== 0 || value.im !== 0;
  if (isPlainObject(value)) return Object.keys(value).length > 0;
  const { length, size, byteLength } = value as Sized;
  // Only our types' `length` counts: a Struct's `size` is not a length.
  const isPython = (value as { [TYPE_NAME]?: unknown })[TYPE_NAME] !== undefined;
  const count = length ?? (isPython ? undefined : (size ?? byteLength));
  return typeof count === 'number' ? count > 0 : true;
}
