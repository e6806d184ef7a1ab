/**
 * `codecs.lookup_error` for users: bytes that a built-in handler returns are a `Bytes`. The entries `core`
 * and `codecs` export it, and `runtime/codecs.ts` builds on it.
 */
import { isOwnHandler, lookupError as lookupOwn } from '../codecs/index.js';
import type { ErrorHandler } from '../codecs/index.js';
import { Range } from '../memory/index.js';
import { takesOne, tuple } from '../python/index.js';
import { bytesOfRange } from './bytes.js';

/** One function for each handler, so that two look-ups return the same one. */
const published = new Map<ErrorHandler, ErrorHandler>();

/**
 * The error handler of a name, as a function of the error. A handler that a user registered is returned as it
 * is.
 *
 * @throws PyLookupError `unknown error handler name 'nope'`
 * @throws PyTypeError `lookup_error() argument must be str, not int`
 * @throws PyValueError `embedded null character`
 *
 * @example
 * ```ts
 * lookupError('surrogateescape')(new PyUnicodeEncodeError('ascii', '\udc80', 0, 1, 'why'))[0] // b'\x80'
 * ```
 *
 * CPython: Python/codecs.c `PyCodec_LookupError`
 */
export function lookupError(name: string): ErrorHandler {
  takesOne('_codecs.lookup_error', arguments.length);
  const handler = lookupOwn(name);
  if (!isOwnHandler(handler)) return handler;
  let found = published.get(handler);
  if (found === undefined) {
    found = (error) => {
      const [replacement, position] = handler(error);
      return tuple(replacement instanceof Range ? bytesOfRange(replacement) : replacement, position);
    };
    published.set(handler, found);
  }
  return found;
}
