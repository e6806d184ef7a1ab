/** Error handlers that users register by name. They are process-wide, as in Python. */
import { PyIndexError, PyTypeError } from '../exceptions/index.js';
import type { PyUnicodeError } from '../exceptions/index.js';
import { asSsizeArgument, givenName, takes } from '../python/index.js';
import { setHandler } from './error-handlers.js';
import type { DecodeFault, EncodeFault, FaultHandler } from './fault.js';
import { isBytes } from './is-bytes.js';
import { checkName } from './names.js';

/**
 * The result of an error handler: `[replacement, position]`. The replacement is a string or, when encoding, a
 * `Bytes` that is used unchanged. The codec continues at the position, which counts bytes when decoding and
 * code points when encoding; a negative one counts from the end.
 */
export type ErrorHandler = (error: PyUnicodeError) => readonly [replacement: unknown, position: unknown];

/** Calls a user's handler with one error object for all faults of a call, so that it can keep notes on it. */
export class RegisteredHandler implements FaultHandler {
  constructor(readonly handler: ErrorHandler) {}

  /** CPython: Objects/unicodeobject.c `unicode_decode_call_errorhandler_writer` */
  decode(fault: DecodeFault): number {
    const error = (fault.kept = fault.error());
    const result: unknown = this.handler(error);
    if (!Array.isArray(result) || result.length !== 2 || typeof result[0] !== 'string') {
      throw new PyTypeError('decoding error handler must return (str, int) tuple');
    }
    fault.replacement = result[0];
    let position = asSsizeArgument(result[1]);
    takeObject(fault, error.object);
    if (position < 0) position += fault.length;
    if (position < 0 || position > fault.length) throw outOfBounds(position);
    return position;
  }

  /** CPython: Objects/unicodeobject.c `unicode_encode_call_errorhandler` */
  encode(fault: EncodeFault): number {
    const { cursor, text } = fault;
    const result: unknown = this.handler((fault.kept = fault.error()));
    if (!Array.isArray(result) || result.length !== 2) throw badResult();
    let point = asSsizeArgument(result[1]);
    const replacement: unknown = result[0];
    if (typeof replacement !== 'string' && !isBytes(replacement)) throw badResult();
    fault.replacement = replacement;
    if (point < 0) point += cursor.pointAt(text.length);
    const unit = point < 0 ? -1 : cursor.unitAt(point);
    if (unit < 0) throw outOfBounds(point);
    return unit;
  }
}

/** Continues with the error's object, which the handler may have replaced. */
function takeObject(fault: DecodeFault, object: unknown): void {
  if (object === fault.object) return;
  if (object === undefined) throw new PyTypeError("UnicodeError 'object' attribute is not set");
  if (!isBytes(object)) throw new PyTypeError("UnicodeError 'object' attribute must be a bytes");
  fault.take(object);
  // CPython counts consumed bytes in the new object, and then uses that number for the old object.
  if (fault.unfinished !== undefined) fault.unfinished.consumed = fault.length;
}

function outOfBounds(position: number): PyIndexError {
  return new PyIndexError(`position ${position} from error handler out of bounds`);
}

function badResult(): PyTypeError {
  return new PyTypeError('encoding error handler must return (str/bytes, int) tuple');
}

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
    throw new PyTypeError(`register_error() argument 1 must be str, not ${givenName(name)}`);
  checkName(name);
  if (typeof handler !== 'function') throw new PyTypeError('handler must be callable');
  setHandler(name, new RegisteredHandler(handler));
}
