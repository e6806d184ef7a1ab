import { PyTypeError } from '../exceptions/index.js';
import type { PyUnicodeError } from '../exceptions/index.js';
import { checkName } from './names.js';

/**
 * What stands in for something a codec cannot convert: `[replacement, position]`. The replacement is a string, or,
 * when encoding, also a `Bytes` that is taken as it is; the position is where the codec goes on, counted in bytes
 * when decoding and in code points when encoding, from the end when negative.
 */
export type ErrorHandler = (error: PyUnicodeError) => readonly [replacement: unknown, position: unknown];

const registered = new Map<string, ErrorHandler>();

/**
 * Makes an error handler known to `encode` and `decode` under a name. A handler named as a built-in one replaces it.
 *
 * @param handler called with the error; returns `[replacement, position]` or throws
 * @throws PyTypeError `handler must be callable`
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
  checkName(name);
  if (typeof handler !== 'function') throw new PyTypeError('handler must be callable');
  registered.set(name, handler);
}

/** The handler somebody registered, if any. */
export function registeredHandler(name: string): ErrorHandler | undefined {
  return registered.get(name);
}
