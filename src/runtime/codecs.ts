/**
 * The part of Python's module `codecs` that `encode` and `decode` use. As everywhere in this room, a tuple is
 * not a list: a handler must return a tuple, which is a frozen array.
 */
import { lookupError } from '../bytes/index.js';
import { registerError } from '../codecs/index.js';
import type { ErrorHandler } from '../codecs/index.js';
import { PyTypeError } from '../exceptions/index.js';
import { isTuple, typeName } from '../python/index.js';

/**
 * Maps each registered function to the caller's handler, so that a look-up returns the object that was
 * registered.
 */
const originals = new WeakMap<ErrorHandler, ErrorHandler>();

/**
 * Registers an error handler under a name. It is called with the error and returns
 * `tuple(replacement, position)`.
 *
 * @throws PyTypeError `handler must be callable`
 * @throws PyTypeError `register_error() argument 1 must be str, not int`
 * @throws PyValueError `embedded null character`
 *
 * @example
 * ```ts
 * codecs.register_error('skip-two', (error) => tuple('?', error.end + 1));
 * callMethod(new Bytes([65, 255, 66, 67]), 'decode', ['ascii', 'skip-two']) // A?C
 * ```
 *
 * CPython: Modules/_codecsmodule.c `_codecs_register_error_impl`
 */
export function register_error(name: string, handler: ErrorHandler): void {
  checkText('register_error() argument 1', name);
  if (typeof handler !== 'function') throw new PyTypeError('handler must be callable');
  const checked: ErrorHandler = (error) => {
    const result: unknown = handler(error);
    // The codec refuses everything else, with a message that differs between encoding and decoding.
    return isTuple(result) ? (result as never) : (null as never);
  };
  originals.set(checked, handler);
  registerError(name, checked);
}

/**
 * The error handler that is registered under a name, or Python's own.
 *
 * @throws PyLookupError `unknown error handler name 'nope'`
 * @throws PyTypeError `lookup_error() argument must be str, not int`
 *
 * @example
 * ```ts
 * codecs.lookup_error('nope') // LookupError: unknown error handler name 'nope'
 * ```
 *
 * CPython: Modules/_codecsmodule.c `_codecs_lookup_error_impl`
 */
export function lookup_error(name: string): ErrorHandler {
  checkText('lookup_error() argument', name);
  const handler = lookupError(name);
  return originals.get(handler) ?? handler;
}

function checkText(place: string, value: unknown): void {
  if (typeof value !== 'string') throw new PyTypeError(`${place} must be str, not ${typeName(value)}`);
}
