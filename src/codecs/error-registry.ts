/** The error handlers that users have registered by name. They are process-wide, as in Python. */
import { PyTypeError } from '../exceptions/index.js';
import type { PyUnicodeError } from '../exceptions/index.js';
import { takes, typeName } from '../python/index.js';
import { checkName } from './names.js';

/**
 * What replaces something that a codec cannot convert: `[replacement, position]`. The replacement is a string
 * or, when encoding, a `Bytes` that is used as it is. The codec continues at the position, which counts bytes
 * when decoding and code points when encoding; a negative one counts from the end.
 */
export type ErrorHandler = (error: PyUnicodeError) => readonly [replacement: unknown, position: unknown];

const registered = new Map<string, ErrorHandler>();

/**
 * Registers an error handler under a name for `encode` and `decode`. It replaces a built-in handler of the
 * same name.
 *
 * @param handler called with the error; returns `[replacement, position]` or throws
 * @throws PyTypeError `handler must be callable`, `register_error() argument 1 must be str, not int`
 * @throws PyValueError `embedded null character`
 *
 * ```ts
 * registerError('spaces', (error) => [' ', error.end]);
 * new Bytes([65, 255, 66]).decode('ascii', 'spaces') // 'A B'
 * ```
 *
 * CPython: Python/codecs.c `PyCodec_RegisterError`
 */
export function registerError(name: string, handler: ErrorHandler): void {
  takes('register_error', arguments.length, 2);
  if (typeof name !== 'string')
    throw new PyTypeError(
      `register_error() argument 1 must be str, not ${name === null ? 'None' : typeName(name)}`,
    );
  checkName(name);
  if (typeof handler !== 'function') throw new PyTypeError('handler must be callable');
  registered.set(name, handler);
}

/** The handler that was registered under a name, if any. */
export function registeredHandler(name: string): ErrorHandler | undefined {
  return registered.get(name);
}
