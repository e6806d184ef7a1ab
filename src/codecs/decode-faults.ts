import { PyIndexError, PyTypeError, PyUnicodeDecodeError } from '../exceptions/index.js';
import { LENGTH, MEMORY, START } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import { asSsizeArgument } from '../python/index.js';
import { builtinHandler } from './error-handlers.js';
import type { BuiltinHandler } from './error-handlers.js';
import { registeredHandler } from './error-registry.js';
import type { ErrorHandler } from './error-registry.js';

/** Asks a codec to leave an incomplete sequence at the end alone: more bytes may follow. */
export interface Unfinished {
  /** Set by the codec when it leaves something: how many bytes it has used. */
  consumed?: number;
}

/** Reasons of faults that further bytes could mend, where the fault reaches the end. */
const INCOMPLETE = /^(unexpected end|truncated|malformed|\\ at end)/;

/**
 * What went wrong during one `decode`, and what is done about it. The codec calls {@link handle} for each fault,
 * takes over the {@link replacement} and goes on at the position it is given.
 *
 * CPython: Objects/unicodeobject.c `unicode_decode_call_errorhandler_writer`
 */
export class DecodeFaults {
  readonly memory: Uint8Array;
  /** Index of position 0 in the memory. */
  readonly base: number;
  readonly length: number;
  start = 0;
  end = 0;
  reason = '';
  replacement = '';
  #builtin: BuiltinHandler | undefined;
  #registered: ErrorHandler | undefined;

  /**
   * @param codec the codec's own name, which the errors carry
   * @param errors the handler's name, which is looked up at the first fault only
   * @param object the error's `object`, or a function that makes it
   * @param unfinished set when more bytes may follow: then a fault that reaches the end is only an incomplete sequence
   */
  constructor(
    public codec: string,
    readonly content: Content,
    readonly errors: string,
    readonly object: unknown,
    readonly unfinished?: Unfinished,
  ) {
    this.memory = content[MEMORY];
    this.base = content[START];
    this.length = content[LENGTH];
  }

  /** Deals with the bytes at `start <= position < end`; the position to go on at. */
  handle(start: number, end: number, reason: string): number {
    if (this.unfinished !== undefined && end === this.length && INCOMPLETE.test(reason)) {
      this.unfinished.consumed = start;
      this.replacement = '';
      return end;
    }
    this.start = start;
    this.end = end;
    this.reason = reason;
    if (this.#builtin === undefined && this.#registered === undefined) {
      this.#registered = registeredHandler(this.errors);
      if (this.#registered === undefined) this.#builtin = builtinHandler(this.errors);
    }
    if (this.#registered !== undefined) return this.#call(this.#registered);
    return this.#builtin!.decode(this);
  }

  byteAt(position: number): number {
    return this.memory[this.base + position]!;
  }

  error(): PyUnicodeDecodeError {
    const { object } = this;
    return new PyUnicodeDecodeError(
      this.codec,
      typeof object === 'function' ? (object as (content: Content) => unknown)(this.content) : object,
      this.start,
      this.end,
      this.reason,
      this.byteAt(this.start),
    );
  }

  #call(handler: ErrorHandler): number {
    const result: unknown = handler(this.error());
    if (!Array.isArray(result) || result.length !== 2 || typeof result[0] !== 'string') {
      throw new PyTypeError('decoding error handler must return (str, int) tuple');
    }
    this.replacement = result[0];
    let position = asSsizeArgument(result[1]);
    if (position < 0) position += this.length;
    if (position < 0 || position > this.length) {
      throw new PyIndexError(`position ${position} from error handler out of bounds`);
    }
    return position;
  }
}
