import { PyIndexError, PyTypeError, PyUnicodeEncodeError } from '../exceptions/index.js';
import type { Content } from '../memory/index.js';
import { isContent } from '../protocol/index.js';
import { asSsizeArgument } from '../python/index.js';
import { builtinHandler } from './error-handlers.js';
import type { BuiltinHandler } from './error-handlers.js';
import { registeredHandler } from './error-registry.js';
import type { ErrorHandler } from './error-registry.js';
import { TextCursor } from './text-cursor.js';

/**
 * What went wrong during one `encode`, and what is done about it; the counterpart of `DecodeFaults`. Positions here
 * are UTF-16 units; errors and handlers see code points.
 *
 * CPython: Objects/unicodeobject.c `unicode_encode_call_errorhandler`
 */
export class EncodeFaults {
  start = 0;
  end = 0;
  reason = '';
  /** A string the codec still has to encode, or bytes it takes as they are. */
  replacement: string | Content = '';
  readonly #cursor: TextCursor;
  #builtin: BuiltinHandler | undefined;
  #registered: ErrorHandler | undefined;

  constructor(
    readonly codec: string,
    readonly text: string,
    readonly errors: string,
  ) {
    this.#cursor = new TextCursor(text);
  }

  /** Deals with the characters at `start <= unit < end`; the unit to go on at. */
  handle(start: number, end: number, reason: string): number {
    this.start = start;
    this.end = end;
    this.reason = reason;
    if (this.#builtin === undefined && this.#registered === undefined) {
      this.#registered = registeredHandler(this.errors);
      if (this.#registered === undefined) this.#builtin = builtinHandler(this.errors);
    }
    if (this.#registered !== undefined) return this.#call(this.#registered);
    return this.#builtin!.encode(this);
  }

  error(): PyUnicodeEncodeError {
    return new PyUnicodeEncodeError(
      this.codec,
      this.text,
      this.#cursor.pointAt(this.start),
      this.#cursor.pointAt(this.end),
      this.reason,
      this.text.codePointAt(this.start),
    );
  }

  #call(handler: ErrorHandler): number {
    const result: unknown = handler(this.error());
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

/** Only bytes will do, not a bytearray. CPython: `PyBytes_Check`. */
function isBytes(value: unknown): value is Content {
  return isContent(value) && (value as { kind?: unknown }).kind !== 'bytearray';
}
