/**
 * Digits of numbers as `%`-formatting writes them, without width and sign. `percent-convert.ts` and
 * `format-spec.ts` call it.
 */
import { PyMemoryError, PyOverflowError, PyValueError } from '../exceptions/index.js';
import { fixedDigits, significantDigits } from './float-digits.js';
import { decimal } from './repr-number.js';

/** A number's text in parts, between which padding goes. */
export interface NumberText {
  /** `'-'`, or empty. */
  readonly sign: string;
  /** `'0x'` or a similar prefix, or empty. */
  readonly prefix: string;
  readonly digits: string;
}

/** No JavaScript engine supports longer texts. */
const MOST_CHARACTERS = 2 ** 28;
const LARGEST_INT = 2147483647;

/**
 * An int as `%d`, `%o`, `%x` or `%X` writes it.
 *
 * @param type the conversion; pass `d` for `u` and `i`
 * @param alternate whether to write a prefix
 * @param precision the minimum number of digits; -1 for none
 * @throws PyOverflowError `precision too large`
 *
 * CPython: Objects/unicodeobject.c `_PyUnicode_FormatLong`
 */
export function integerText(
  value: bigint | number,
  type: string,
  alternate: boolean,
  precision: number,
): NumberText {
  if (precision > LARGEST_INT - 3) throw new PyOverflowError('precision too large');
  if (precision > MOST_CHARACTERS) throw new PyMemoryError();
  const negative = value < 0;
  const absolute = negative ? -value : value;
  let digits: string;
  let prefix = '';
  if (type === 'o' || type === 'x' || type === 'X') {
    digits = exactly(absolute).toString(type === 'o' ? 8 : 16);
    if (type === 'X') digits = digits.toUpperCase();
    if (alternate) prefix = `0${type}`;
  } else {
    digits = decimal(absolute);
  }
  return { sign: negative ? '-' : '', prefix, digits: digits.padStart(precision, '0') };
}

/** Converts a number past 2**53 to a bigint, because it would lose digits in another base. */
function exactly(value: bigint | number): bigint | number {
  return typeof value === 'number' && value > Number.MAX_SAFE_INTEGER ? BigInt(value) : value;
}

/**
 * The int that `%d` takes from a float: the digits before the point.
 *
 * @throws PyValueError `cannot convert float NaN to integer`
 * @throws PyOverflowError `cannot convert float infinity to integer`
 *
 * CPython: Objects/floatobject.c `float___trunc___impl`
 */
export function truncated(value: number): bigint | number {
  if (Number.isNaN(value)) throw new PyValueError('cannot convert float NaN to integer');
  if (!Number.isFinite(value)) throw new PyOverflowError('cannot convert float infinity to integer');
  return Math.trunc(value);
}

/**
 * A float as `%e`, `%f`, `%g` or their capitals write it.
 *
 * @param alternate whether to keep the point, and the zeros of `g`
 * @param precision digits after the point, or significant ones for `g`
 *
 * CPython: Objects/bytesobject.c `formatfloat`, Python/pystrtod.c `PyOS_double_to_string`
 */
export function floatText(value: number, type: string, alternate: boolean, precision: number): NumberText {
  if (precision > MOST_CHARACTERS) throw new PyMemoryError();
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const digits = magnitude(Math.abs(value), type.toLowerCase(), alternate, precision);
  const capital = type === type.toUpperCase();
  return { sign, prefix: '', digits: capital ? digits.toUpperCase() : digits };
}

function magnitude(value: number, type: string, alternate: boolean, precision: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (value === Infinity) return 'inf';
  if (type === 'f') {
    const text = fixedDigits(value, precision);
    return alternate && precision === 0 ? `${text}.` : text;
  }
  if (type === 'e') {
    const { digits, exponent } = significantDigits(value, precision + 1);
    return pointed(digits[0]!, digits.slice(1), alternate) + power(exponent);
  }
  const count = precision === 0 ? 1 : precision;
  const { digits, exponent } = significantDigits(value, count);
  const kept = alternate ? digits : digits.replace(/0+$/, '');
  if (exponent < -4 || exponent >= count) {
    return pointed(digits[0]!, kept.slice(1), alternate) + power(exponent);
  }
  if (exponent < 0) return pointed('0', '0'.repeat(-exponent - 1) + kept, alternate);
  return pointed(digits.slice(0, exponent + 1), kept.slice(exponent + 1), alternate);
}

function pointed(whole: string, fraction: string, alternate: boolean): string {
  return fraction === '' && !alternate ? whole : `${whole}.${fraction}`;
}

function power(exponent: number): string {
  return `e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
