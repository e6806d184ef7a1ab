/**
 * What decoding and encoding share when they call an error handler: finding the handler of a name, and
 * telling bytes from other objects. `DecodeFaults` and `EncodeFaults` call it.
 */
import type { Content } from '../memory/index.js';
import { isContent } from '../protocol/index.js';
import { builtinHandler } from './error-handlers.js';
import type { BuiltinHandler } from './fault.js';
import { registeredHandler } from './error-registry.js';
import type { ErrorHandler } from './error-registry.js';

/**
 * The handler of a name: a registered function, or one of Python's own.
 *
 * @throws PyLookupError `unknown error handler name 'nope'`
 */
export function findHandler(name: string): ErrorHandler | BuiltinHandler {
  return registeredHandler(name) ?? builtinHandler(name);
}

/** Whether a value is bytes; a bytearray is not. CPython: `PyBytes_Check`. */
export function isBytes(value: unknown): value is Content {
  return isContent(value) && (value as { kind?: unknown }).kind !== 'bytearray';
}
