import { PyLookupError } from '../exceptions/index.js';
import type { PyUnicodeError } from '../exceptions/index.js';

/** What `registerError` takes: the replacement for what is at fault, and where to go on. */
export type ErrorHandler = (error: PyUnicodeError) => readonly [unknown, unknown];

const handlers = new Map<string, ErrorHandler>();

/** CPython: Python/codecs.c `PyCodec_RegisterError`. */
export function registerError(name: string, handler: ErrorHandler): void {
  handlers.set(name, handler);
}

/** CPython: Python/codecs.c `PyCodec_LookupError`. */
export function lookupError(name: string): ErrorHandler {
  const handler = handlers.get(name);
  if (handler === undefined) throw new PyLookupError(`unknown error handler name '${name}'`);
  return handler;
}
