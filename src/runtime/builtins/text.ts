/** Built-in functions that make or read text: `repr`, `format`, `ord`, `hex`, `print` and similar ones. */
import { PyTypeError, PyValueError } from '../../exceptions/index.js';
import {
  asInt,
  brandOf,
  fullTypeName,
  givenName,
  isTrue,
  takes,
  takesOne,
  typeName,
} from '../../python/index.js';
import type { ByteArray, Bytes } from '../../bytes/index.js';
import { asciiOf, reprOf, strOf } from '../display.js';
import { characters } from '../text.js';
import { callMethod } from '../call.js';
import { methodOf } from '../dispatch.js';
import { formatOf } from '../text-format.js';
import { checkKeywords, nameBuiltins, separate } from './keywords.js';

/** `repr(value)`. CPython: Python/bltinmodule.c `builtin_repr` */
export function repr(value: unknown): string {
  takesOne('repr', arguments.length);
  return reprOf(value);
}

/** `ascii(value)`. CPython: Python/bltinmodule.c `builtin_ascii` */
export function ascii(value: unknown): string {
  takesOne('ascii', arguments.length);
  return asciiOf(value);
}

/**
 * `format(value, specification='')`: calls the value's own `__format__`, or formats numbers and text as
 * Python does.
 *
 * @throws PyTypeError `format() argument 2 must be str, not int`,
 *   `unsupported format string passed to bytes.__format__`
 * @throws PyValueError `Unknown format code 'y' for object of type 'int'` and its like
 *
 * @example
 * ```ts
 * builtins.format(1234567, ',') // '1,234,567'
 * builtins.format(255, '#06x') // '0x00ff'
 * ```
 *
 * CPython: Python/bltinmodule.c `builtin_format_impl`
 */
export function format(value: unknown, specification = ''): string {
  takes('format', arguments.length, 1, 2);
  if (typeof specification !== 'string') {
    const type = givenName(specification);
    throw new PyTypeError(`format() argument 2 must be str, not ${type}`);
  }
  const method = methodOf(value, '__format__');
  return method === null ? formatOf(value, specification) : checked(value, method.call(value, specification));
}

function checked(value: unknown, text: unknown): string {
  if (typeof text === 'string') return text;
  throw new PyTypeError(`${fullTypeName(value)}.__format__() must return a str, not ${fullTypeName(text)}`);
}

/**
 * `ord(character)` of a string, `bytes` or `bytearray` of length 1.
 *
 * @throws PyTypeError `ord() expected a character, but string of length 2 found`
 *
 * CPython: Python/bltinmodule.c `builtin_ord`
 */
export function ord(character: unknown): number {
  takesOne('ord', arguments.length);
  let length: number;
  const type = brandOf(character);
  if (typeof character === 'string') {
    length = characters(character).length;
    if (length === 1) return character.codePointAt(0)!;
  } else if (type === 'bytes' || type === 'bytearray') {
    const bytes = character as Bytes | ByteArray;
    length = bytes.length;
    if (length === 1) return bytes.get(0);
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
  takesOne('chr', arguments.length);
  const point = asInt(codePoint);
  if (point < 0 || point > 0x10ffff) throw new PyValueError('chr() arg not in range(0x110000)');
  return String.fromCodePoint(Number(point));
}

function radix(value: unknown, prefix: string, base: number): string {
  const int = BigInt(asInt(value));
  return int < 0n ? `-${prefix}${(-int).toString(base)}` : prefix + int.toString(base);
}

/** `hex(value)`. CPython: Python/bltinmodule.c `builtin_hex` */
export function hex(value: unknown): string {
  takesOne('hex', arguments.length);
  return radix(value, '0x', 16);
}
/** `oct(value)`. CPython: Python/bltinmodule.c `builtin_oct` */
export function oct(value: unknown): string {
  takesOne('oct', arguments.length);
  return radix(value, '0o', 8);
}
/** `bin(value)`. CPython: Python/bltinmodule.c `builtin_bin` */
export function bin(value: unknown): string {
  takesOne('bin', arguments.length);
  return radix(value, '0b', 2);
}

/**
 * `print(*values, sep=' ', end='\n', file=None)`: calls `file.write(text)` if a file is passed. Otherwise it
 * prints a line to the console, which adds the line end itself, so `end` counts only with a file. Keywords go
 * in an options object at the end.
 *
 * CPython: Python/bltinmodule.c `builtin_print_impl`
 */
export function print(...args: readonly unknown[]): null {
  const [values, kwargs] = separate(args);
  checkKeywords('print', kwargs, ['sep', 'end', 'file', 'flush']);
  const { sep, end, file } = kwargs;
  const line = values.map(strOf).join(sep === undefined || sep === null ? ' ' : String(sep));
  if (isTrue(file))
    callMethod(file, 'write', [line + (end === undefined || end === null ? '\n' : String(end))]);
  else console.log(line);
  return null;
}

nameBuiltins('builtin_function_or_method', { print }, { repr, ascii, format, ord, chr, hex, oct, bin });
