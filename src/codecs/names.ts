/** How Python reads the names of encodings and error handlers. `registry.ts` and every function that takes a name call it. */
import { PyUnicodeEncodeError, PyValueError } from '../exceptions/index.js';

/**
 * Normalizes an encoding's name as Python does before it compares names: lower case, one underscore for each run of characters
 * other than ASCII letters, digits and dots, and no underscores at the ends.
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
 * Checks a name as Argument Clinic checks every `str` argument that C reads as a string.
 *
 * @throws PyValueError `embedded null character`
 * @throws PyUnicodeEncodeError for a lone surrogate
 */
export function checkName(name: string): void {
  const surrogate = name.search(/\p{Surrogate}/u);
  if (surrogate !== -1) {
    const start = [...name.slice(0, surrogate)].length;
    throw new PyUnicodeEncodeError(
      'utf-8',
      name,
      start,
      start + 1,
      'surrogates not allowed',
      name.charCodeAt(surrogate),
    );
  }
  if (name.includes('\0')) throw new PyValueError('embedded null character');
}
