/** Built-in functions that return text, or take it apart: `repr`, `format`, `ord`, `hex`, `print` and their like. */
import { PyTypeError, PyValueError } from '../../exceptions/index.js';
import { asInt, isTrue, typeName } from '../../python/index.js';
import { ByteArray, Bytes } from '../../bytes/index.js';
import { asciiOf, reprOf, strOf } from '../display.js';
import { characters } from '../text.js';
import { callMethod } from '../call.js';
import { methodOf } from '../dispatch.js';
import { separate } from './types.js';

/** `repr(value)` */
export const repr = (value: unknown): string => reprOf(value);

/** `ascii(value)` */
export const ascii = (value: unknown): string => asciiOf(value);

/**
 * `format(value, specification='')`, as far as a value's own `__format__` goes.
 *
 * CPython: Python/bltinmodule.c `builtin_format_impl`
 */
export function format(value: unknown, specification = ''): string {
  const method = methodOf(value, '__format__');
  if (method !== null) return checked(method.call(value, specification));
  return specification === '' ? strOf(value) : checked(callMethod(value, '__format__', [specification]));
}

function checked(text: unknown): string {
  if (typeof text === 'string') return text;
  throw new PyTypeError(`__format__ must return a str, not ${typeName(text)}`);
}

/**
 * `ord(character)` of a string, `bytes` or `bytearray` of length 1.
 *
 * @throws PyTypeError `ord() expected a character, but string of length 2 found`
 *
 * CPython: Python/bltinmodule.c `builtin_ord`
 */
export function ord(character: unknown): number {
  let length: number;
  if (typeof character === 'string') {
    length = characters(character).length;
    if (length === 1) return character.codePointAt(0)!;
  } else if (character instanceof Bytes || character instanceof ByteArray) {
    length = character.length;
    if (length === 1) return character.get(0);
  } else {
    throw new PyTypeError(`ord() expected string of length 1, but ${typeName(character)} found`);
  }
  throw new PyTypeError(`ord() expected a character, but string of length ${length} found`);
}

/**
 * `chr(codePoint)`. PyValueError `chr() arg not in range(0x110000)`.
 *
 * CPython: Python/bltinmodule.c `builtin_chr`
 */
export function chr(codePoint: unknown): string {
  const point = asInt(codePoint);
  if (point < 0 || point > 0x10ffff) throw new PyValueError('chr() arg not in range(0x110000)');
  return String.fromCodePoint(Number(point));
}

function radix(value: unknown, prefix: string, base: number): string {
  const int = BigInt(asInt(value));
  return int < 0n ? `-${prefix}${(-int).toString(base)}` : prefix + int.toString(base);
}

/** `hex(value)` */
export const hex = (value: unknown): string => radix(value, '0x', 16);
/** `oct(value)` */
export const oct = (value: unknown): string => radix(value, '0o', 8);
/** `bin(value)` */
export const bin = (value: unknown): string => radix(value, '0b', 2);

/**
 * `print(*values, sep=' ', end='\n', file=None)`: to `file.write(text)` if given, else a line to the console, which ends
 * each call itself (so `end` only counts with a file). Keywords in an options object at the end.
 *
 * CPython: Python/bltinmodule.c `builtin_print_impl`
 */
export function print(...args: readonly unknown[]): null {
  const [values, { sep, end, file }] = separate(args);
  const line = values.map(strOf).join(sep === undefined || sep === null ? ' ' : String(sep));
  if (isTrue(file))
    callMethod(file, 'write', [line + (end === undefined || end === null ? '\n' : String(end))]);
  else console.log(line);
  return null;
}
