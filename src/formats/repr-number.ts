/** The repr of numbers: ints, floats, complex numbers. The repr of values and `%`-formatting call it. */
import { PyValueError } from '../exceptions/index.js';

/** Python refuses to write more decimal digits than this, because it takes quadratic time. */
const MOST_DIGITS = 4300;
const TOO_LARGE = 10n ** BigInt(MOST_DIGITS);

/**
 * An int in decimal.
 *
 * @throws PyValueError
 *   `Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`
 *
 * CPython: Objects/longobject.c `long_to_decimal_string`
 */
export function decimal(value: number | bigint): string {
  if (typeof value === 'number') return Math.abs(value) < 1e21 ? String(value + 0) : String(BigInt(value));
  if (value >= TOO_LARGE || value <= -TOO_LARGE) {
    throw new PyValueError(
      `Exceeds the limit (${MOST_DIGITS} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
    );
  }
  return String(value);
}

/**
 * A float with the fewest digits that identify it, and exponents as Python writes them.
 *
 * CPython: Objects/floatobject.c `float_repr`
 */
export function floatRepr(value: number): string {
  const text = shortest(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** The same without the `.0` of integral values, for the parts of a complex number. */
function shortest(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (value === Infinity) return 'inf';
  if (value === -Infinity) return '-inf';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const [mantissa, power] = Math.abs(value).toExponential().split('e');
  const exponent = Number(power);
  const digits = mantissa!.replace('.', '');
  if (exponent < -4 || exponent >= 16) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    return `${sign}${digits[0]!}${fraction}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1);
  return sign + (fraction === '' ? whole : `${whole}.${fraction}`);
}

/** CPython: Objects/complexobject.c `complex_repr`. */
export function complexRepr(re: number, im: number): string {
  const imaginary = `${shortest(im)}j`;
  if (Object.is(re, 0)) return imaginary;
  return `(${shortest(re)}${imaginary.startsWith('-') ? '' : '+'}${imaginary})`;
}
