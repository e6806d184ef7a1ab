/**
 * The faults of one `decode`. Each decoder makes one `DecodeFaults` and reads its input from it again after
 * each fault, because a handler may replace the object that is being decoded.
 */
import { PyUnicodeDecodeError } from '../exceptions/index.js';
import { LENGTH, MEMORY, START } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import { cannotHandle, findHandler, strictRaises } from './error-handlers.js';
import type { DecodeFault, FaultHandler } from './fault.js';
import { isBytes } from './is-bytes.js';

/** Tells a codec to leave an incomplete sequence at the end, because more bytes may follow. */
export interface Unfinished {
  /**
   * The number of bytes consumed, set unless all were; larger than the content if a handler passed the
   * decoder another object.
   */
  consumed?: number;
}

/** The reasons of faults at the end of the input that further bytes could repair. */
const INCOMPLETE = /^(unexpected end|truncated|malformed|\\ at end)/;

/**
 * Calls the error handler for each fault of one `decode`. After {@link handle} the decoder must append
 * {@link replacement}, read {@link memory}, {@link base} and {@link length} again, and continue at the
 * returned position.
 *
 * CPython: Objects/unicodeobject.c `unicode_decode_call_errorhandler_writer`
 */
export class DecodeFaults implements DecodeFault {
  // Declared, not defined: the constructor assigns them.
  declare codec: string;
  declare readonly errors: string;
  declare readonly object: unknown;
  declare readonly unfinished?: Unfinished | undefined;
  declare private content: Content;
  declare memory: Uint8Array;
  /** The index of position 0 in the memory. */
  declare base: number;
  declare length: number;
  start = 0;
  end = 0;
  reason = '';
  replacement = '';
  kept: PyUnicodeDecodeError | undefined;
  #handler: FaultHandler | undefined;

  /**
   * @param codec the codec's own name, which errors contain
   * @param errors the handler's name, which is looked up only at the first fault
   * @param object the error's `object`, or a function that makes it
   * @param unfinished set if more bytes may follow; a fault that reaches the end is then only an incomplete
   *   sequence
   */
  constructor(codec: string, content: Content, errors: string, object: unknown, unfinished?: Unfinished) {
    this.codec = codec;
    this.errors = errors;
    this.object = object;
    this.unfinished = unfinished;
    this.take(content);
  }

  /** Handles the fault at `start <= position < end` and returns the position at which to continue. */
  handle(start: number, end: number, reason: string): number {
    if (this.unfinished !== undefined && end === this.length && INCOMPLETE.test(reason)) {
      this.unfinished.consumed = start;
      this.replacement = '';
      return end;
    }
    this.start = start;
    this.end = end;
    this.reason = reason;
    const handler = (this.#handler ??= findHandler(this.errors));
    if (handler.decode === undefined) throw cannotHandle('UnicodeDecodeError');
    return handler.decode(this);
  }

  /**
   * The error of a fault that only Python's own `strict` may handle; null otherwise. A decoder that returns it,
   * for its caller to throw, takes a third less time: V8 never compiles a function that only ever throws.
   */
  strictError(start: number, end: number, reason: string): PyUnicodeDecodeError | null {
    if (this.errors !== 'strict' || this.unfinished !== undefined || !strictRaises()) return null;
    this.start = start;
    this.end = end;
    this.reason = reason;
    return this.error();
  }

  byteAt(position: number): number {
    return this.memory[this.base + position]!;
  }

  error(): PyUnicodeDecodeError {
    const { content, object, start, end, reason } = this;
    if (this.kept !== undefined) return Object.assign(this.kept, { start, end, reason });
    return new PyUnicodeDecodeError(
      this.codec,
      typeof object === 'function' ? (object as (content: Content) => unknown)(content) : object,
      start,
      end,
      reason,
      byteOf,
    );
  }

  take(content: Content): void {
    this.content = content;
    this.memory = content[MEMORY];
    this.base = content[START];
    this.length = content[LENGTH];
  }
}

/** The byte that an error's message names. */
function byteOf(object: unknown, position: number): number | undefined {
  return isBytes(object) ? object[MEMORY][object[START] + position] : undefined;
}
