/** Built-in functions of numbers: `divmod`, `pow`, `round`. */
import { PyTypeError, PyValueError } from '../../exceptions/index.js';
import { NotImplemented, asInt, isComplex, tuple, typeName } from '../../python/index.js';
import { floordiv, mod, pow as power } from '../binary.js';
import { floatValue } from '../floats.js';
import { intOfDouble, intValue, makeInt } from '../numbers.js';
import { methodOf } from '../dispatch.js';

export { abs } from '../operator.js';

/**
 * `divmod(left, right)`: quotient and rest.
 *
 * @throws PyTypeError `unsupported operand type(s) for divmod(): 'bytes' and 'int'`
 *
 * CPython: Python/bltinmodule.c `builtin_divmod`
 */
export function divmod(left: unknown, right: unknown): unknown {
  const forward = methodOf(left, '__divmod__');
  const reflected = methodOf(right, '__rdivmod__');
  let result: unknown = forward === null ? NotImplemented : forward.call(left, right);
  if (result === NotImplemented && reflected !== null) result = reflected.call(right, left);
  if (result !== NotImplemented) return result;
  const numeric = [left, right].every((each) => intValue(each) !== null || floatValue(each) !== null);
  if (!numeric) {
    throw new PyTypeError(
      `unsupported operand type(s) for divmod(): '${typeName(left)}' and '${typeName(right)}'`,
    );
  }
  return tuple(floordiv(left, right), mod(left, right));
}

/**
 * `pow(base, exponent, modulus=None)`, the modulus for ints. A negative exponent asks for the inverse of the base.
 *
 * @throws PyValueError `pow() 3rd argument cannot be 0`, `base is not invertible for the given modulus`, `complex modulo`
 * @throws PyTypeError `pow() 3rd argument not allowed unless all arguments are integers`,
 *   `unsupported operand type(s) for ** or pow(): 'bytes', 'int', 'int'`
 *
 * CPython: Objects/abstract.c `ternary_op`
 */
export function pow(base: unknown, exponent: unknown, modulus: unknown = null): unknown {
  if (modulus === null) return power(base, exponent);
  const forward = methodOf(base, '__pow__');
  const reflected = methodOf(exponent, '__rpow__');
  let result: unknown = forward === null ? NotImplemented : forward.call(base, exponent, modulus);
  if (result === NotImplemented && reflected !== null) result = reflected.call(exponent, base, modulus);
  if (result !== NotImplemented) return result;
  const [b, e, m] = [intValue(base), intValue(exponent), intValue(modulus)];
  if (b === null || e === null || m === null) throw noModulus(base, exponent, modulus);
  return makeInt(intPower(BigInt(b), BigInt(e), BigInt(m)));
}

/** Why three operands that are not all ints have no power: the first type that says so decides. */
function noModulus(...operands: readonly [base: unknown, exponent: unknown, modulus: unknown]): Error {
  const isNumber = (each: unknown) => isComplex(each) || floatValue(each) !== null || intValue(each) !== null;
  for (const each of operands) {
    if (floatValue(each) !== null)
      return new PyTypeError('pow() 3rd argument not allowed unless all arguments are integers');
    if (isComplex(each) && isNumber(operands[0]) && isNumber(operands[1]))
      return new PyValueError('complex modulo');
  }
  const types = operands.map((each) => `'${typeName(each)}'`).join(', ');
  return new PyTypeError(`unsupported operand type(s) for ** or pow(): ${types}`);
}

/** CPython: Objects/longobject.c `long_pow` */
function intPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (modulus === 0n) throw new PyValueError('pow() 3rd argument cannot be 0');
  let result = 1n;
  let square = exponent < 0n ? inverse(base, modulus) : base % modulus;
  for (let rest = exponent < 0n ? -exponent : exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  const remainder = result % modulus;
  return remainder !== 0n && remainder < 0n !== modulus < 0n ? remainder + modulus : remainder;
}

/** The factor with which the base is 1, by Euclid's algorithm. CPython: Objects/longobject.c `long_invmod` */
function inverse(base: bigint, modulus: bigint): bigint {
  let [factor, next] = [1n, 0n];
  let [rest, divisor] = [base, modulus];
  while (divisor !== 0n) {
    const quotient = rest / divisor;
    [factor, next] = [next, factor - quotient * next];
    [rest, divisor] = [divisor, rest - quotient * divisor];
  }
  if (rest !== 1n && rest !== -1n) throw new PyValueError('base is not invertible for the given modulus');
  return rest * factor;
}

/**
 * `round(number)` to an int, halves to even; of an int the int itself.
 *
 * @throws PyValueError `cannot convert float NaN to integer`
 * @throws PyOverflowError `cannot convert float infinity to integer`
 *
 * CPython: Python/bltinmodule.c `builtin_round_impl`
 */
export function round(value: unknown): unknown {
  const float = floatValue(value);
  const method = methodOf(value, '__round__');
  if (method !== null) return method.call(value);
  if (float === null && intValue(value) === null) {
    throw new PyTypeError(`type ${typeName(value)} doesn't define __round__ method`);
  }
  if (float === null) return asInt(value);
  const down = Math.floor(float);
  const rest = float - down;
  const up = rest > 0.5 || (rest === 0.5 && down % 2 !== 0);
  return intOfDouble(up ? down + 1 : down);
}
