/**
 * `codecs.lookup_error`: handlers as functions of an error, which anybody may have constructed with any
 * fields. They return bytes as a `Range`, which `bytes/lookup-error.ts` turns into `Bytes` for users.
 */
import { PyTypeError, PyUnicodeDecodeError, PyUnicodeEncodeError } from '../exceptions/index.js';
import { givenName, tuple, typeName } from '../python/index.js';
import { DecodeFaults } from './decode-faults.js';
import { EncodeFaults } from './encode-faults.js';
import { cannotHandle, findHandler } from './error-handlers.js';
import { RegisteredHandler } from './error-registry.js';
import type { ErrorHandler } from './error-registry.js';
import type { FaultHandler } from './fault.js';
import { isBytes } from './is-bytes.js';
import { checkName } from './names.js';
import { TextCursor } from './text-cursor.js';

/** The error handler of a name, as a function of the error. Throws what the public function documents. */
export function lookupError(name: string): ErrorHandler {
  if (typeof name !== 'string')
    throw new PyTypeError(`lookup_error() argument must be str, not ${givenName(name)}`);
  checkName(name);
  const handler = findHandler(name);
  if (handler instanceof RegisteredHandler) return handler.handler;
  let callable = callables.get(handler);
  if (callable === undefined) callables.set(handler, (callable = asCallable(name, handler)));
  return callable;
}

/** One function for each handler, so that two look-ups return the same one. */
const callables = new Map<FaultHandler, ErrorHandler>();

/** Whether a function is one of Python's own handlers rather than a user's. */
export function isOwnHandler(handler: ErrorHandler): boolean {
  return [...callables.values()].includes(handler);
}

function asCallable(name: string, handler: FaultHandler): ErrorHandler {
  return (error: unknown) => {
    if (name === 'strict')
      throw error instanceof Error ? error : new PyTypeError('codec must pass exception instance');
    if (error instanceof PyUnicodeEncodeError) return handleEncodeError(handler, error);
    if (error instanceof PyUnicodeDecodeError) return handleDecodeError(handler, error);
    throw cannotHandle(error instanceof Error ? error.name : typeName(error));
  };
}

function handleEncodeError(handler: FaultHandler, error: PyUnicodeEncodeError): readonly [unknown, unknown] {
  const text = error.object;
  if (typeof text !== 'string') throw new PyTypeError("UnicodeError 'object' attribute must be a string");
  const cursor = new TextCursor(text);
  const [start, end] = clamp(error.start, error.end, cursor.pointAt(text.length));
  const faults = new EncodeFaults(error.encoding, text, 'strict');
  faults.start = cursor.unitAt(start);
  faults.end = cursor.unitAt(end);
  faults.error = () => error;
  const unit = handler.encode(faults);
  return tuple(faults.replacement, cursor.pointAt(unit));
}

function handleDecodeError(handler: FaultHandler, error: PyUnicodeDecodeError): readonly [unknown, unknown] {
  if (handler.decode === undefined) throw cannotHandle(error.name);
  const content = error.object;
  if (!isBytes(content)) throw new PyTypeError("UnicodeError 'object' attribute must be a bytes");
  const faults = new DecodeFaults(error.encoding, content, 'strict', content);
  [faults.start, faults.end] = clamp(error.start, error.end, faults.length);
  faults.error = () => error;
  const position = handler.decode(faults);
  return tuple(faults.replacement, position);
}

/**
 * A constructed error may have any positions.
 *
 * CPython: Objects/exceptions.c `unicode_error_adjust_start`, `_end`.
 */
function clamp(start: number, end: number, length: number): [number, number] {
  const first = Math.max(0, Math.min(start, length - 1));
  return [first, Math.max(Math.min(Math.max(end, 1), length), first)];
}
