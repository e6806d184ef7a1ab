/** `repr()`, `str()` and `ascii()` of any value. The built-in functions and error messages call them. */
import type { ByteArray, Bytes } from '../bytes/index.js';
import { PyException, PyTypeError } from '../exceptions/index.js';
import { asciiValue, reprValue } from '../formats/repr-value.js';
import { brandOf, fullTypeName } from '../python/index.js';
import { methodOf, slotsOf } from './dispatch.js';

function checked(value: unknown, method: string, text: unknown): string {
  if (typeof text === 'string') return text;
  throw new PyTypeError(`${fullTypeName(value)}.${method}() must return a str, not ${fullTypeName(text)}`);
}

/** `repr(value)`. CPython: Objects/object.c `PyObject_Repr` */
export function reprOf(value: unknown): string {
  const method = methodOf(value, '__repr__');
  if (method !== null) return checked(value, '__repr__', method.call(value));
  const slot = slotsOf(value).repr;
  return slot === undefined ? reprValue(value) : slot(value);
}

/** `ascii(value)`: the repr with all characters outside ASCII escaped. CPython: `PyObject_ASCII` */
export function asciiOf(value: unknown): string {
  const own = methodOf(value, '__repr__') !== null || slotsOf(value).repr !== undefined;
  if (!own) return asciiValue(value);
  return reprOf(value).replace(/[\u0080-\u{10ffff}]/gu, (character) => {
    const point = character.codePointAt(0)!;
    const [letter, width] = point < 0x100 ? ['x', 2] : point < 0x10000 ? ['u', 4] : ['U', 8];
    return `\\${letter}${point.toString(16).padStart(width as number, '0')}`;
  });
}

/** `str(value)` of one argument. CPython: Objects/object.c `PyObject_Str` */
export function strOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const method = methodOf(value, '__str__');
  if (method !== null) return checked(value, '__str__', method.call(value));
  if (value instanceof PyException) return value.message;
  // The `__str__` of these types writes the built-in repr even if a derived class overrides `__repr__`.
  const type = brandOf(value);
  if (type === 'bytes' || type === 'bytearray') return (value as Bytes | ByteArray).repr();
  return objectStr(value);
}

/**
 * `object.__str__(value)`: the repr, though errors speak of `__str__`.
 *
 * CPython: Objects/typeobject.c `object_str`
 */
export function objectStr(value: unknown): string {
  const method = methodOf(value, '__repr__');
  return method === null ? reprOf(value) : checked(value, '__str__', method.call(value));
}
