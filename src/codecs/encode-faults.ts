/**
 * The faults of one `encode`, the counterpart of `DecodeFaults`. Positions here are UTF-16 units; errors and
 * handlers see code points.
 */
import { PyUnicodeEncodeError } from '../exceptions/index.js';
import type { Content } from '../memory/index.js';
import { findHandler } from './error-handlers.js';
import type { EncodeFault, FaultHandler } from './fault.js';
import { TextCursor } from './text-cursor.js';

/**
 * Calls the error handler for each fault of one `encode`. After {@link handle} the encoder must append
 * {@link replacement} and continue at the returned unit.
 *
 * CPython: Objects/unicodeobject.c `unicode_encode_call_errorhandler`
 */
export class EncodeFaults implements EncodeFault {
  // Declared, not defined: the constructor assigns them.
  declare readonly codec: string;
  declare readonly text: string;
  declare readonly errors: string;
  start = 0;
  end = 0;
  reason = '';
  replacement: string | Content = '';
  kept: PyUnicodeEncodeError | undefined;
  declare readonly cursor: TextCursor;
  #handler: FaultHandler | undefined;

  constructor(codec: string, text: string, errors: string) {
    this.codec = codec;
    this.text = text;
    this.errors = errors;
    this.cursor = new TextCursor(text);
  }

  /** Handles the fault at `start <= unit < end` and returns the unit at which to continue. */
  handle(start: number, end: number, reason: string): number {
    this.start = start;
    this.end = end;
    this.reason = reason;
    return (this.#handler ??= findHandler(this.errors)).encode(this);
  }

  error(): PyUnicodeEncodeError {
    const { reason } = this;
    const start = this.cursor.pointAt(this.start);
    const end = this.cursor.pointAt(this.end);
    if (this.kept !== undefined) return Object.assign(this.kept, { start, end, reason });
    return new PyUnicodeEncodeError(this.codec, this.text, start, end, reason, codePointOf);
  }
}

/** The character that an error's message names; its position counts code points. */
function codePointOf(object: unknown, position: number): number | undefined {
  if (typeof object !== 'string') return undefined;
  return object.codePointAt(new TextCursor(object).unitAt(position));
}
