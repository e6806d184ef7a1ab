/**
 * `UnicodeError` with only a message, as Python code raises it. Codecs that CPython implements in Python use
 * it.
 */
import { PyUnicodeError } from '../exceptions/index.js';

export function plainUnicodeError(message: string): PyUnicodeError {
  return new PyUnicodeError('', null, 0, 0, '', message);
}
