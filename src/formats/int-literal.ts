/**
 * Ints written as text, in a string or in bytes. It assumes that the caller has tried the value's own number
 * first. `int()` in the runtime, `float()` and `%d`, which converts values with only a `__float__` like
 * `int()`, call it.
 */
import { repr } from '../algorithms/index.js';
import { PyValueError } from '../exceptions/index.js';
import { LENGTH, MEMORY, START, intact, isRefusal } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import { endLease, isBytesLike, isContent, lease } from '../protocol/index.js';
import { numberText } from './decimal-digit.js';
import { textRepr } from './repr-text.js';

/** The text of a number, and how error messages about ints show it. */
export interface Numeral {
  readonly text: string;
  readonly shown: () => string;
}

/** The text of a number: a string, or the content of a bytes-like object; null for everything else. */
export function numeralOf(value: unknown): Numeral | null {
  if (typeof value === 'string') return { text: numberText(value), shown: () => textRepr(value) };
  // Bytes and bytearrays are read directly, even if a derived class overrides what it exports.
  const content = isContent(value) ? value : tryLease(value);
  if (content === null) return null;
  try {
    const end = content[START] + content[LENGTH];
    const copy = intact(content[MEMORY], end).slice(content[START], end);
    return { text: latin1(copy), shown: () => repr(copy, 0, copy.length) };
  } finally {
    endLease(content);
  }
}

/** The bytes of a value; null if it has none or refuses to export them, for any reason. */
export function tryLease(value: unknown): Content | null {
  if (!isBytesLike(value)) return null;
  try {
    return lease(value);
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** The whitespace at both ends of a number's text. */
export const OUTER_SPACE = /^[ \t-\r]+|[ \t-\r]+$/g;
const DIGITS = /^[0-9a-z]+(_[0-9a-z]+)*$/;
const PREFIXES: Readonly<Record<string, number>> = { '0x': 16, '0o': 8, '0b': 2 };

/** Parses a literal of a base; null if it is not an int. CPython: Objects/longobject.c `PyLong_FromString` */
function parseInteger(text: string, base: number): bigint | null {
  let rest = text.replace(OUTER_SPACE, '').toLowerCase();
  const negative = rest.startsWith('-');
  if (negative || rest.startsWith('+')) rest = rest.slice(1);
  const prefix = PREFIXES[rest.slice(0, 2)];
  if (prefix !== undefined && (base === 0 || base === prefix)) {
    base = prefix;
    rest = rest.slice(2).replace(/^_/, '');
  } else if (base === 0) {
    // Python's decimal literals do not allow leading zeros.
    if (/^0[0_]*[1-9]/.test(rest)) return null;
    base = 10;
  }
  if (!DIGITS.test(rest)) return null;
  const value = magnitude(rest.replaceAll('_', ''), base);
  return negative && value !== null ? -value : value;
}

/** JavaScript's numbers hold every int of this many digits exactly, in any base. */
const FEW_DIGITS = 10;

/**
 * The int in a string, bytes or bytearray of a few plain digits; -1 for everything else, including signs,
 * spaces and prefixes. Most numerals that programs parse are short.
 */
export function shortInteger(value: unknown, base: number): number {
  if (base < 2) return -1;
  let result = 0;
  if (typeof value === 'string') {
    if (value.length === 0 || value.length > FEW_DIGITS) return -1;
    for (let i = 0; i < value.length; i++) {
      const digit = digitOf(value.charCodeAt(i));
      if (digit >= base) return -1;
      result = result * base + digit;
    }
    return result;
  }
  if (!isContent(value)) return -1;
  const length = value[LENGTH];
  if (length === 0 || length > FEW_DIGITS) return -1;
  const memory = value[MEMORY];
  const start = value[START];
  for (let i = 0; i < length; i++) {
    // Lost memory reads as `undefined`, which is not a digit.
    const digit = digitOf(memory[start + i]!);
    if (!(digit < base)) return -1;
    result = result * base + digit;
  }
  return result;
}

/** The value of a digit by its character; 36 for everything else. */
function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 122 && code < 128 ? lower - 87 : 36;
}

/**
 * The most digits that CPython converts in a base that is not a power of two.
 *
 * CPython: `_PY_LONG_DEFAULT_MAX_STR_DIGITS`
 */
const MOST_DIGITS = 4300;

/**
 * @throws PyValueError
 *   `Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; ...`
 */
function magnitude(digits: string, base: number): bigint | null {
  const bits = Math.log2(base);
  if (Number.isInteger(bits)) {
    let binary = '0b0';
    for (const character of digits) {
      const digit = parseInt(character, 36);
      if (digit >= base) return null;
      binary += digit.toString(2).padStart(bits, '0');
    }
    return BigInt(binary);
  }
  for (const character of digits) if (parseInt(character, 36) >= base) return null;
  if (digits.length > MOST_DIGITS) {
    throw new PyValueError(
      `Exceeds the limit (${MOST_DIGITS} digits) for integer string conversion: value has ${digits.length} digits; ` +
        'use sys.set_int_max_str_digits() to increase the limit',
    );
  }
  let value = 0n;
  for (const character of digits) value = value * BigInt(base) + BigInt(parseInt(character, 36));
  return value;
}

/**
 * Parses a numeral.
 *
 * @param base from 2 to 36, or 0 for the base of its prefix
 * @throws PyValueError `invalid literal for int() with base 10: b'x'`
 */
export function integerOfNumeral({ text, shown }: Numeral, base: number): bigint {
  const result = parseInteger(text, base);
  if (result !== null) return result;
  const literal = Array.from(shown()).slice(0, 200).join('');
  throw new PyValueError(`invalid literal for int() with base ${base}: ${literal}`);
}
