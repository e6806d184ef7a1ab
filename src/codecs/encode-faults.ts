/**
 * The faults of one `encode`; the counterpart of `DecodeFaults`. Positions here are UTF-16 units, whereas
 * errors and handlers see code points.
 */
import { PyIndexError, PyTypeError, PyUnicodeEncodeError } from '../exceptions/index.js';
import type { Content } from '../memory/index.js';
import { asSsizeArgument } from '../python/index.js';
import type { BuiltinHandler, EncodeFault } from './fault.js';
import type { ErrorHandler } from './error-registry.js';
import { findHandler, isBytes } from './handler.js';
import { TextCursor } from './text-cursor.js';

/**
 * Calls the error handler for each fault of one `encode`. After {@link handle} the encoder appends
 * {@link replacement} and continues at the returned unit.
 *
 * CPython: Objects/unicodeobject.c `unicode_encode_call_errorhandler`
 */
export class EncodeFaults implements EncodeFault {
  start = 0;
  end = 0;
  reason = '';
  replacement: string | Content = '';
  readonly #cursor: TextCursor;
  #handler: ErrorHandler | BuiltinHandler | undefined;
  /** Registered handlers receive one error object for all faults of a call, so they can keep notes on it. */
  #error: PyUnicodeEncodeError | undefined;

  constructor(
    readonly codec: string,
    readonly text: string,
    readonly errors: string,
  ) {
    this.#cursor = new TextCursor(text);
  }

  /** Handles the fault at `start <= unit < end` and returns the unit at which to continue. */
  handle(start: number, end: number, reason: string): number {
    this.start = start;
    this.end = end;
    this.reason = reason;
    const handler = (this.#handler ??= findHandler(this.errors));
    return typeof handler === 'function' ? this.#call(handler) : handler.encode(this);
  }

  error(): PyUnicodeEncodeError {
    const { reason } = this;
    const start = this.#cursor.pointAt(this.start);
    const end = this.#cursor.pointAt(this.end);
    if (this.#error !== undefined) {
      Object.assign(this.#error, { start, end, reason });
      return this.#error;
    }
    return new PyUnicodeEncodeError(this.codec, this.text, start, end, reason, codePointOf);
  }

  #call(handler: ErrorHandler): number {
    this.#error = this.error();
    const result: unknown = handler(this.#error);
    if (!Array.isArray(result) || result.length !== 2) throw badResult();
    const position = asSsizeArgument(result[1]);
    const replacement: unknown = result[0];
    if (typeof replacement !== 'string' && !isBytes(replacement)) throw badResult();
    this.replacement = replacement;
    return this.#unitAt(position);
  }

  #unitAt(position: number): number {
    let point = position;
    if (point < 0) point += this.#cursor.pointAt(this.text.length);
    const unit = point < 0 ? -1 : this.#cursor.unitAt(point);
    if (unit < 0) throw new PyIndexError(`position ${point} from error handler out of bounds`);
    return unit;
  }
}

function badResult(): PyTypeError {
  return new PyTypeError('encoding error handler must return (str/bytes, int) tuple');
}

/** The character that an error's message names; its position counts code points. */
function codePointOf(object: unknown, position: number): number | undefined {
  if (typeof object !== 'string') return undefined;
  return object.codePointAt(new TextCursor(object).unitAt(position));
}
