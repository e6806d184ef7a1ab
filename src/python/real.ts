/**
 * Conversions to float and complex, which may run a user's `__float__`, `__complex__` and `__index__`. The
 * formats call them.
 */
import { PyOverflowError, PyTypeError } from '../exceptions/index.js';
import { PyComplex, isComplex } from './complex.js';
import type { Complex } from './complex.js';
import { PyFloat, boxesFloats, isFloat } from './float.js';
import { asInt, isIntLike } from './int.js';
import type { IntLike } from './int.js';
import { specialMethod } from './special.js';
import { fullTypeName, typeName } from './types.js';

/**
 * Values that Python accepts as a float: any number, an int, a boxed float, or an object with `__float__()`.
 */
export type FloatLike = IntLike | PyFloat | { __float__(): number | PyFloat };

/**
 * Values that Python accepts as a complex: everything accepted as a float, a `{ re, im }`, an object with
 * `__complex__()`.
 */
export type ComplexLike = FloatLike | Complex | { __complex__(): Complex };

/**
 * Returns the double nearest to an int; an infinity beyond the largest one.
 *
 * Hermes converts bigints of more than 64 bits wrongly, so those go by their digits.
 */
export function nearestDouble(int: number | bigint): number {
  if (typeof int === 'number' || BigInt.asIntN(64, int) === int) return Number(int);
  return Number(String(int));
}

/**
 * Converts a value to a double.
 *
 * @throws PyTypeError `must be real number, not str`
 * @throws PyOverflowError `int too large to convert to float`
 *
 * CPython: Objects/floatobject.c `PyFloat_AsDouble`
 */
export function asDouble(value: unknown): number {
  if (typeof value === 'number') return value;
  if (isFloat(value)) return value.value;
  const toFloat = specialMethod(value, '__float__');
  if (toFloat !== null) {
    const result = toFloat.call(value);
    if (isFloat(result)) return result.value;
    // A plain integral number is an int elsewhere; from `__float__` it can only be meant as a float, where
    // floats have no boxes.
    if (typeof result === 'number' && !(boxesFloats() && Number.isInteger(result))) return result;
    throw new PyTypeError(
      `${fullTypeName(value)}.__float__() must return a float, not ${fullTypeName(result)}`,
    );
  }
  if (!isIntLike(value)) throw new PyTypeError(`must be real number, not ${typeName(value)}`);
  const double = nearestDouble(asInt(value));
  if (double === Infinity || double === -Infinity) {
    throw new PyOverflowError('int too large to convert to float');
  }
  return double;
}

/**
 * Converts a value to a complex.
 *
 * @throws PyTypeError `must be real number, not str`
 * @throws PyOverflowError `int too large to convert to float`
 *
 * CPython: Objects/complexobject.c `PyComplex_AsCComplex`
 */
export function asComplex(value: unknown): Complex {
  if (isComplex(value)) return value;
  const toComplex = specialMethod(value, '__complex__');
  if (toComplex !== null) {
    const result = toComplex.call(value);
    if (isComplex(result)) return result;
    throw new PyTypeError(
      `${fullTypeName(value)}.__complex__() must return a complex, not ${fullTypeName(result)}`,
    );
  }
  return new PyComplex(asDouble(value), 0);
}
