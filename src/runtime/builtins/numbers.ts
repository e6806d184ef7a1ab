/** Built-in functions of numbers: `divmod`, `pow`, `round`. */
import { PyOverflowError, PyTypeError, PyValueError } from '../../exceptions/index.js';
import {
  NotImplemented,
  asInt,
  asSsize,
  isComplex,
  takes,
  takesOne,
  tuple,
  typeName,
} from '../../python/index.js';
import { floordiv, mod, pow as power } from '../binary.js';
import { floatValue, makeFloat } from '../floats.js';
import { intOfDouble, intValue, makeInt } from '../numbers.js';
import { methodOf } from '../dispatch.js';
import { abs as absolute } from '../operator.js';
import { bindBuiltin, endInKeywords, nameBuiltins, separate } from './keywords.js';

/** `abs(value)`. CPython: Python/bltinmodule.c `builtin_abs` */
export function abs(value: unknown): unknown {
  takesOne('abs', arguments.length);
  return absolute(value);
}

/**
 * `divmod(left, right)`: quotient and remainder.
 *
 * @throws PyTypeError `unsupported operand type(s) for divmod(): 'bytes' and 'int'`
 *
 * CPython: Python/bltinmodule.c `builtin_divmod`
 */
export function divmod(left: unknown, right: unknown): unknown {
  takes('divmod', arguments.length, 2);
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
 * `pow(base, exp, mod=None)`, also by keywords in an options object at the end; only ints take a modulus. With
 * one, a negative exponent uses the inverse of the base.
 *
 * @throws PyValueError `pow() 3rd argument cannot be 0`, `base is not invertible for the given modulus`,
 *   `complex modulo`
 * @throws PyTypeError `pow() 3rd argument not allowed unless all arguments are integers`,
 *   `unsupported operand type(s) for ** or pow(): 'bytes', 'int', 'int'`
 *
 * CPython: Objects/abstract.c `ternary_op`
 */
export function pow(base: unknown, exponent: unknown, modulus: unknown = null): unknown {
  if (arguments.length < 2 || arguments.length > 3 || endInKeywords(arguments)) {
    const [b, e, m = null] = bindBuiltin(
      'keywords pow(base, exp, mod=None)',
      ...separate(Array.from(arguments)),
    );
    return pow(b, e, m);
  }
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

/** The error for three operands that are not all ints. The first operand whose type refuses decides. */
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

/** The modular inverse of the base, by Euclid's algorithm. CPython: Objects/longobject.c `long_invmod` */
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
 * `round(number, ndigits=None)`, halves to even; keywords in an options object at the end. Without `ndigits` it
 * returns an int, otherwise a number of the same type with that many digits after the decimal point; negative
 * counts round to the left of it.
 *
 * @throws PyValueError `cannot convert float NaN to integer`
 * @throws PyOverflowError `cannot convert float infinity to integer`, `rounded value too large to represent`
 * @throws PyTypeError `'str' object cannot be interpreted as an integer`,
 *   `type bytes doesn't define __round__ method`
 *
 * @example
 * ```ts
 * builtins.round(2.5) // 2
 * builtins.round(1.25, 1) // 1.2
 * builtins.round(65, -1) // 60
 * ```
 *
 * CPython: Python/bltinmodule.c `builtin_round_impl`
 */
export function round(value: unknown, ndigits: unknown = null): unknown {
  if (arguments.length < 1 || arguments.length > 2 || endInKeywords(arguments)) {
    const [n, d = null] = bindBuiltin(
      'keywords round(number, ndigits=None)',
      ...separate(Array.from(arguments)),
    );
    return round(n, d);
  }
  const method = methodOf(value, '__round__');
  if (method !== null) return ndigits === null ? method.call(value) : method.call(value, ndigits);
  const float = floatValue(value);
  if (float !== null) {
    return ndigits === null ? roundedToInt(float) : makeFloat(roundedFloat(float, asSsize(ndigits, null)));
  }
  if (intValue(value) === null)
    throw new PyTypeError(`type ${typeName(value)} doesn't define __round__ method`);
  const int = asInt(value);
  const digits = ndigits === null ? 0 : asInt(ndigits);
  if (digits >= 0) return int;
  // The int has fewer digits, so it rounds to zero.
  if (digits < -String(int).length) return 0;
  const unit = 10n ** BigInt(-digits);
  return makeInt(nearest(BigInt(int), unit) * unit);
}

/** CPython: Objects/floatobject.c `float___round___impl`, without digits */
function roundedToInt(float: number): number | bigint {
  const down = Math.floor(float);
  const rest = float - down;
  const up = rest > 0.5 || (rest === 0.5 && down % 2 !== 0);
  return intOfDouble(up ? down + 1 : down);
}

/**
 * No double has more digits after the point. The limit is that of CPython's `float___round___impl`, as is the
 * next one.
 */
const MOST_DIGITS = 323;
/** Rounded this far to the left, every double becomes zero. */
const LEAST_DIGITS = -308;

/** The double nearest to the nearest decimal number. CPython: Objects/floatobject.c `double_round` */
function roundedFloat(float: number, digits: number): number {
  if (!Number.isFinite(float) || digits > MOST_DIGITS) return float;
  if (digits < LEAST_DIGITS) return 0 * float;
  // Makes the double a quotient of two ints. Doubling is exact.
  let mantissa = Math.abs(float);
  let divisor = 1n;
  for (; !Number.isInteger(mantissa); mantissa *= 2) divisor *= 2n;
  const power = 10n ** BigInt(Math.abs(digits));
  const decimal =
    digits >= 0 ? nearest(BigInt(mantissa) * power, divisor) : nearest(BigInt(mantissa), divisor * power);
  const rounded = Number(`${decimal}e${-digits}`);
  if (rounded === Infinity) throw new PyOverflowError('rounded value too large to represent');
  return float < 0 || Object.is(float, -0) ? -rounded : rounded;
}

/** The int nearest to a quotient, the even one of two equally near. The divisor is positive. */
function nearest(dividend: bigint, divisor: bigint): bigint {
  let down = dividend / divisor;
  if (down * divisor > dividend) down -= 1n;
  const twice = 2n * (dividend - down * divisor);
  return twice > divisor || (twice === divisor && down % 2n !== 0n) ? down + 1n : down;
}

nameBuiltins('builtin_function_or_method', { pow, round }, { abs, divmod });
