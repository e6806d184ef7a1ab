/** Built-in functions of numbers: `divmod`, `pow`, `round`. */
import { PyTypeError, PyValueError } from '../../exceptions/index.js';
import { asInt, typeName } from '../../python/index.js';
import { floordiv, mod, pow as power } from '../binary.js';
import { floatValue } from '../floats.js';
import { intOfDouble, intValue, makeInt } from '../numbers.js';
import { NotImplemented, tuple } from '../../python/index.js';
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
 * `pow(base, exponent, modulus=None)`, the modulus for ints and exponents that are not negative.
 *
 * @throws PyValueError `pow() 3rd argument cannot be 0`
 *
 * CPython: Python/bltinmodule.c `builtin_pow_impl`
 */
export function pow(base: unknown, exponent: unknown, modulus: unknown = null): unknown {
  if (modulus === null) return power(base, exponent);
  const m = BigInt(asInt(modulus));
  if (m === 0n) throw new PyValueError('pow() 3rd argument cannot be 0');
  let result = 1n;
  let square = BigInt(asInt(base)) % m;
  for (let rest = BigInt(asInt(exponent)); rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % m;
    square = (square * square) % m;
  }
  const remainder = result % m;
  return makeInt(remainder !== 0n && remainder < 0n !== m < 0n ? remainder + m : remainder);
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
