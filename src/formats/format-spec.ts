/**
 * `format(value, spec)` of numbers and text: Python's format specification language. It runs no user code.
 * The runtime's `format` calls it.
 */
import { PyMemoryError, PyOverflowError, PyValueError } from '../exceptions/index.js';
import { nearestDouble } from '../python/index.js';
import type { Complex } from '../python/index.js';
import { decimalDigit } from './decimal-digit.js';
import { floatText } from './percent-number.js';
import { decimal, floatRepr } from './repr-number.js';

type Align = '<' | '>' | '=' | '^';
/** The separator between groups of digits. */
type Separator = '' | ',' | '_';

/** A parsed specification. CPython: Python/formatter_unicode.c `InternalFormatSpec` */
interface Spec {
  fill: string;
  align: Align;
  /** Whether the specification sets the alignment. */
  aligned: boolean;
  sign: '' | '+' | '-' | ' ';
  /** Whether a negative zero loses its sign. */
  noNegativeZero: boolean;
  alternate: boolean;
  /** -1 for none. */
  width: number;
  separator: Separator;
  /** -1 for none. */
  precision: number;
  fractionSeparator: Separator;
  /** The presentation type; an empty string for none. */
  type: string;
}

const ALIGNS = '<>=^';
const LARGEST = 2n ** 63n - 1n;
const LARGEST_INT = 2147483647;
/** No JavaScript engine supports longer texts. */
const MOST_CHARACTERS = 2 ** 28;

/** A character as error messages show it. */
function shown(character: string): string {
  const code = character.codePointAt(0)!;
  return code > 32 && code < 128 ? character : `\\x${code.toString(16)}`;
}

/** Parses a specification. CPython: Python/formatter_unicode.c `parse_internal_render_format_spec` */
class SpecReader {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(
    readonly text: string,
    readonly typeName: string,
  ) {
    this.#characters = [...text];
  }

  #peek(ahead = 0): string {
    return this.#characters[this.#at + ahead] ?? '';
  }

  #take(wanted: string): boolean {
    if (this.#peek() !== wanted) return false;
    this.#at++;
    return true;
  }

  /** Parses digits; -1 if there are none. */
  #number(): number {
    let digits = '';
    for (let digit; (digit = decimalDigit(this.#peek())) >= 0; this.#at++) digits += digit;
    if (digits === '') return -1;
    if (BigInt(digits) > LARGEST) throw new PyValueError('Too many decimal digits in format string');
    return Number(digits);
  }

  #separator(): Separator {
    let separator: Separator = this.#take(',') ? ',' : '';
    if (this.#peek() === '_') {
      if (separator !== '') throw new PyValueError("Cannot specify both ',' and '_'.");
      separator = '_';
      this.#at++;
    }
    if (this.#peek() === ',' && separator === '_') throw new PyValueError("Cannot specify both ',' and '_'.");
    return separator;
  }

  #isAlign(character: string): character is Align {
    return character !== '' && ALIGNS.includes(character);
  }

  read(defaultAlign: Align, defaultType: string): Spec {
    const spec: Spec = {
      fill: ' ',
      align: defaultAlign,
      aligned: false,
      sign: '',
      noNegativeZero: false,
      alternate: false,
      width: -1,
      separator: '',
      precision: -1,
      fractionSeparator: '',
      type: defaultType,
    };
    let filled = false;
    const [first, second] = [this.#peek(), this.#peek(1)];
    if (this.#isAlign(second)) {
      [spec.fill, spec.align, spec.aligned, filled] = [first, second, true, true];
      this.#at += 2;
    } else if (this.#isAlign(first)) {
      [spec.align, spec.aligned] = [first, true];
      this.#at++;
    }
    const sign = this.#peek();
    if (sign === '+' || sign === '-' || sign === ' ') {
      spec.sign = sign;
      this.#at++;
    }
    spec.noNegativeZero = this.#take('z');
    spec.alternate = this.#take('#');
    if (!filled && this.#take('0')) {
      spec.fill = '0';
      if (!spec.aligned && defaultAlign === '>') spec.align = '=';
    }
    spec.width = this.#number();
    spec.separator = this.#separator();
    if (this.#take('.')) {
      spec.precision = this.#number();
      spec.fractionSeparator = this.#separator();
      if (spec.precision === -1 && spec.fractionSeparator === '') {
        throw new PyValueError('Format specifier missing precision');
      }
    }
    const rest = this.#characters.slice(this.#at);
    if (rest.length > 1) {
      throw new PyValueError(`Invalid format specifier '${this.text}' for object of type '${this.typeName}'`);
    }
    if (rest.length === 1) spec.type = rest[0]!;
    checkSeparator(spec.separator, spec.type);
    // Only `n` checks the separator after the point here: other types refuse a precision or ignore it.
    if (spec.type === 'n') checkSeparator(spec.fractionSeparator, 'n');
    return spec;
  }
}

/** Digits in other bases form groups of four, which only `_` may separate. */
function checkSeparator(separator: Separator, type: string): void {
  if (separator === '' || type === '' || 'defgEG%F'.includes(type)) return;
  if (separator === '_' && 'boxX'.includes(type)) return;
  throw new PyValueError(`Cannot specify '${separator}' with '${shown(type)}'.`);
}

function unknownType(type: string, typeName: string): PyValueError {
  return new PyValueError(`Unknown format code '${shown(type)}' for object of type '${typeName}'`);
}

/** The parts of a number; padding goes between them. */
interface NumberParts {
  readonly negative: boolean;
  readonly prefix: string;
  /** The digits before the point, which are grouped. */
  readonly digits: string;
  /** The rest, after those digits. */
  readonly rest: string;
}

/** CPython: Python/formatter_unicode.c `calc_number_widths`, `fill_number` */
function numberText(spec: Spec, { negative, prefix, digits, rest }: NumberParts, groupSize: number): string {
  const sign = negative ? '-' : spec.sign === '+' || spec.sign === ' ' ? spec.sign : '';
  const around = sign.length + prefix.length + [...rest].length;
  checkWidth(spec);
  const least = spec.fill === '0' && spec.align === '=' ? spec.width - around : 0;
  const grouped = group(digits, groupSize, spec.separator, least);
  const padding = Math.max(0, spec.width - around - grouped.length);
  const body = grouped + rest;
  if (spec.align === '=') return sign + prefix + spec.fill.repeat(padding) + body;
  return placed(spec, sign + prefix + body, padding);
}

/**
 * Groups digits from the right, with zeros before them up to a width.
 *
 * CPython: Objects/unicodeobject.c `_PyUnicode_InsertThousandsGrouping`
 */
function group(digits: string, size: number, separator: Separator, least: number): string {
  if (separator === '' || digits === '') return digits.padStart(least, '0');
  const width = (count: number): number => count + Math.floor(Math.max(0, count - 1) / size);
  let count = digits.length;
  if (width(count) < least) {
    count = Math.floor((least * size) / (size + 1));
    while (width(count) < least) count++;
  }
  const padded = digits.padStart(count, '0');
  let result = '';
  for (let end = padded.length; end > 0; end -= size) {
    const part = padded.slice(Math.max(0, end - size), end);
    result = result === '' ? part : part + separator + result;
  }
  return result;
}

function checkWidth({ width }: Spec): void {
  // Not Python, where only memory is the limit.
  if (width > MOST_CHARACTERS) throw new PyMemoryError();
}

function placed({ align, fill }: Spec, text: string, padding: number): string {
  const left = align === '<' ? 0 : align === '^' ? Math.floor(padding / 2) : padding;
  return fill.repeat(left) + text + fill.repeat(padding - left);
}

/**
 * `format(text, spec)`.
 *
 * @throws PyValueError `Unknown format code 'd' for object of type 'str'` and similar texts
 *
 * CPython: Python/formatter_unicode.c `format_string_internal`
 */
export function formatString(value: string, text: string): string {
  if (text === '') return value;
  const spec = new SpecReader(text, 'str').read('<', 's');
  if (spec.type !== 's') throw unknownType(spec.type, 'str');
  const refused = (what: string): PyValueError =>
    new PyValueError(`${what} not allowed in string format specifier`);
  if (spec.sign !== '') throw refused(spec.sign === ' ' ? 'Space' : 'Sign');
  if (spec.noNegativeZero) throw refused('Negative zero coercion (z)');
  if (spec.alternate) throw refused('Alternate form (#)');
  if (spec.align === '=') throw refused("'=' alignment");
  checkWidth(spec);
  const characters = [...value];
  const cut = spec.precision >= 0 && spec.precision < characters.length;
  const length = cut ? spec.precision : characters.length;
  const kept = cut ? characters.slice(0, length).join('') : value;
  return placed(spec, kept, Math.max(0, spec.width - length));
}

const RADIX: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16, X: 16 };

/**
 * `format(int, spec)`.
 *
 * @param typeName the name of the type in error messages
 * @throws PyValueError `Unknown format code 's' for object of type 'int'`,
 *   `Precision not allowed in integer format specifier` and similar texts
 * @throws PyOverflowError `%c arg not in range(0x110000)`, `int too large to convert to float`
 *
 * CPython: Python/formatter_unicode.c `format_long_internal`
 */
export function formatInt(value: number | bigint, text: string, typeName = 'int'): string {
  if (text === '') return decimal(value);
  const spec = new SpecReader(text, typeName).read('>', 'd');
  const { type } = spec;
  if ('eEfFgG%'.includes(type)) return floatOf(spec, asFloat(value));
  if (!'bcdoxXn'.includes(type)) throw unknownType(type, typeName);
  const refused = (what: string): PyValueError =>
    new PyValueError(`${what} not allowed in integer format specifier`);
  if (spec.precision !== -1) throw refused('Precision');
  if (spec.noNegativeZero) throw refused('Negative zero coercion (z)');
  if (type === 'c') return formatCharacter(value, spec);
  const int = BigInt(value);
  const negative = int < 0n;
  const absolute = negative ? -int : int;
  const radix = RADIX[type];
  const digits = radix === undefined ? decimal(absolute) : absolute.toString(radix);
  const parts = {
    negative,
    prefix: radix !== undefined && spec.alternate ? `0${type}` : '',
    digits: type === 'X' ? digits.toUpperCase() : digits,
    rest: '',
  };
  return numberText(spec, parts, radix === undefined ? 3 : 4);
}

function formatCharacter(value: number | bigint, spec: Spec): string {
  const refused = (what: string): PyValueError =>
    new PyValueError(`${what} not allowed with integer format specifier 'c'`);
  if (spec.sign !== '') throw refused('Sign');
  if (spec.alternate) throw refused('Alternate form (#)');
  if (value < -LARGEST - 1n || value > LARGEST) {
    throw new PyOverflowError('Python int too large to convert to C long');
  }
  if (value < 0 || value > 0x10ffff) throw new PyOverflowError('%c arg not in range(0x110000)');
  const rest = String.fromCodePoint(Number(value));
  return numberText(spec, { negative: false, prefix: '', digits: '', rest }, 3);
}

function asFloat(value: number | bigint): number {
  const float = nearestDouble(value);
  if (!Number.isFinite(float)) throw new PyOverflowError('int too large to convert to float');
  return float;
}

/**
 * `format(float, spec)`.
 *
 * @throws PyValueError `Unknown format code 'd' for object of type 'float'`, `precision too big`
 *
 * CPython: Python/formatter_unicode.c `format_float_internal`
 */
export function formatFloat(value: number, text: string): string {
  if (text === '') return floatRepr(value);
  const spec = new SpecReader(text, 'float').read('>', '');
  if (!'eEfFgGn%'.includes(spec.type)) throw unknownType(spec.type, 'float');
  return floatOf(spec, value);
}

function floatOf(spec: Spec, value: number): string {
  return numberText(spec, floatParts(spec, value), 3);
}

function floatParts(spec: Spec, value: number): NumberParts {
  const percent = spec.type === '%';
  const { sign, digits } = unpadded(spec, percent ? value * 100 : value);
  const split = /^(\d*)(\.\d+)?(.*)$/.exec(digits)!;
  const [, whole, fraction = '', tail] = split;
  const isZero = spec.noNegativeZero && /^[0.]*(e|$)/i.test(digits);
  return {
    negative: sign === '-' && !isZero,
    prefix: '',
    digits: whole!,
    rest: groupFraction(fraction, spec.fractionSeparator) + tail! + (percent ? '%' : ''),
  };
}

/** CPython: Python/pystrtod.c `PyOS_double_to_string` */
function unpadded({ type, precision, alternate }: Spec, value: number): { sign: string; digits: string } {
  if (precision > LARGEST_INT) throw new PyValueError('precision too big');
  if (type === '' && precision === -1) {
    const shortest = floatRepr(Math.abs(value));
    const text = alternate ? shortest.replace(/^(\d+)e/, '$1.e') : shortest;
    return { sign: value < 0 || Object.is(value, -0) ? '-' : '', digits: text };
  }
  if (type === '') return general(value, alternate, precision);
  const code = type === 'n' ? 'g' : type === '%' ? 'f' : type;
  return floatText(value, code, alternate, precision === -1 ? 6 : precision);
}

/** Like `g`, but an integral value is followed by `.0`, so the exponent begins one digit earlier. */
function general(value: number, alternate: boolean, precision: number): { sign: string; digits: string } {
  const text = floatText(value, 'g', alternate, precision);
  const [whole] = text.digits.split(/[.e]/);
  if (!/^\d+$/.test(whole!) || text.digits.includes('e')) return text;
  const digits = Math.max(precision, 1);
  // Zeros before the first significant digit do not count.
  if ((whole !== '0' || value === 0) && whole!.length >= digits) {
    const exact = floatText(value, 'e', alternate, digits - 1);
    return {
      ...exact,
      digits: alternate ? exact.digits : exact.digits.replace(/(?:(\.\d*?[1-9])|\.)0*e/, '$1e'),
    };
  }
  return text.digits.includes('.') ? text : { ...text, digits: `${text.digits}.0` };
}

function groupFraction(fraction: string, separator: Separator): string {
  if (separator === '' || fraction.length < 2) return fraction;
  return `.${fraction
    .slice(1)
    .match(/\d{1,3}/g)!
    .join(separator)}`;
}

/**
 * `format(complex, spec)`.
 *
 * @throws PyValueError `Unknown format code 'd' for object of type 'complex'`,
 *   `Zero padding is not allowed in complex format specifier` and similar texts
 *
 * CPython: Python/formatter_unicode.c `format_complex_internal`
 */
export function formatComplex({ re, im }: Complex, text: string): string {
  const spec = new SpecReader(text, 'complex').read('>', '');
  if (!'eEfFgGn'.includes(spec.type)) throw unknownType(spec.type, 'complex');
  if (spec.fill === '0') {
    throw new PyValueError('Zero padding is not allowed in complex format specifier');
  }
  if (spec.align === '=') {
    throw new PyValueError("'=' alignment flag is not allowed in complex format specifier");
  }
  const bare = { ...spec, width: -1, align: '>' as const };
  const imaginary = `${floatPart({ ...bare, sign: '+' }, im)}j`;
  const isPure = spec.type === '' && Object.is(re, 0);
  const value = isPure ? `${floatPart(bare, im)}j` : floatPart(bare, re) + imaginary;
  const whole = spec.type === '' && !isPure ? `(${value})` : value;
  checkWidth(spec);
  return placed(spec, whole, Math.max(0, spec.width - whole.length));
}

/** A part of a complex number, written without `.0`. */
function floatPart(spec: Spec, value: number): string {
  if (spec.type !== '' || spec.precision !== -1) {
    return floatOf({ ...spec, type: spec.type === '' ? 'g' : spec.type }, value);
  }
  const parts = floatParts(spec, value);
  return numberText(spec, { ...parts, rest: parts.rest.replace(/^\.0$/, spec.alternate ? '.' : '') }, 3);
}
