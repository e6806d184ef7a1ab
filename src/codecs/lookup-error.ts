import { PyTypeError, PyUnicodeDecodeError, PyUnicodeEncodeError } from '../exceptions/index.js';
import { EMPTY } from '../memory/index.js';
import { isContent } from '../protocol/index.js';
import { typeName } from '../python/index.js';
import { DecodeFaults } from './decode-faults.js';
import { EncodeFaults } from './encode-faults.js';
import { builtinHandler } from './error-handlers.js';
import type { BuiltinHandler } from './error-handlers.js';
import { registeredHandler } from './error-registry.js';
import type { ErrorHandler } from './error-registry.js';
import { checkName } from './names.js';
import { TextCursor } from './text-cursor.js';

/**
 * The error handler of a name, as a function of the error.
 *
 * @throws PyLookupError `unknown error handler name 'nope'`
 * @throws PyValueError `embedded null character`
 *
 * CPython: Python/codecs.c `PyCodec_LookupError`
 */
export function lookupError(name: string): ErrorHandler {
  checkName(name);
  const registered = registeredHandler(name);
  if (registered !== undefined) return registered;
  const builtin = builtinHandler(name);
  let callable = callables.get(builtin);
  if (callable === undefined) callables.set(builtin, (callable = asCallable(name, builtin)));
  return callable;
}

/** One function per handler, so that looking it up twice gives the same one. */
const callables = new Map<BuiltinHandler, ErrorHandler>();

function asCallable(name: string, handler: BuiltinHandler): ErrorHandler {
  return (error: unknown) => {
    if (name === 'strict')
      throw error instanceof Error ? error : new PyTypeError('codec must pass exception instance');
    if (error instanceof PyUnicodeEncodeError) return handleEncodeError(handler, error);
    if (error instanceof PyUnicodeDecodeError) return handleDecodeError(handler, error);
    const type = error instanceof Error ? error.name : typeName(error);
    throw new PyTypeError(`don't know how to handle ${type} in error callback`);
  };
}

function handleEncodeError(handler: BuiltinHandler, error: PyUnicodeEncodeError): [unknown, unknown] {
  const text = String(error.object);
  const cursor = new TextCursor(text);
  const [start, end] = clamp(error.start, error.end, cursor.pointAt(text.length));
  const faults = new EncodeFaults(error.encoding, text, 'strict');
  faults.start = cursor.unitAt(start);
  faults.end = cursor.unitAt(end);
  faults.error = () => error;
  const unit = handler.encode(faults);
  return [faults.replacement, cursor.pointAt(unit)];
}

function handleDecodeError(handler: BuiltinHandler, error: PyUnicodeDecodeError): [unknown, unknown] {
  const content = isContent(error.object) ? error.object : EMPTY;
  const faults = new DecodeFaults(error.encoding, content, 'strict', error.object);
  [faults.start, faults.end] = clamp(error.start, error.end, faults.length);
  faults.error = () => error;
  const position = handler.decode(faults);
  return [faults.replacement, position];
}

/** An error made by hand may have any positions. CPython: Objects/exceptions.c `unicode_error_adjust_start`, `_end`. */
function clamp(start: number, end: number, length: number): [number, number] {
  const first = Math.max(0, Math.min(start, length - 1));
  return [first, Math.max(Math.min(Math.max(end, 1), length), first)];
}
