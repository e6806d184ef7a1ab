/**
 * The interface between error handlers and the faults of one `decode` or `encode`. `DecodeFaults` and
 * `EncodeFaults` implement it; Python's own handlers and users' handlers (`error-registry.ts`) use it.
 */
import type { PyUnicodeDecodeError, PyUnicodeEncodeError } from '../exceptions/index.js';
import type { Content } from '../memory/index.js';
import type { TextCursor } from './text-cursor.js';

/** Bytes that a codec cannot decode: those at `start <= position < end`. */
export interface DecodeFault {
  /** The codec's own name. */
  readonly codec: string;
  readonly memory: Uint8Array;
  /** The index of position 0 in the memory. */
  readonly base: number;
  /** The number of bytes being decoded. */
  readonly length: number;
  readonly start: number;
  readonly end: number;
  /** Set by the handler: the text that replaces the bytes. */
  replacement: string;
  byteAt(position: number): number;
  /** The exception that describes this fault: {@link kept}, brought up to date, or a new one. */
  error(): PyUnicodeDecodeError;
  /** Set by a handler that wants one error object for all faults of a call. */
  kept: PyUnicodeDecodeError | undefined;
  /** The value of the error's `object`. */
  readonly object: unknown;
  /** Continues with another object's bytes. */
  take(content: Content): void;
  /** Where a decoder that leaves an incomplete sequence records how many bytes it consumed. */
  readonly unfinished?: { consumed?: number } | undefined;
}

/** Text that a codec cannot encode: the UTF-16 units at `start <= unit < end`. */
export interface EncodeFault {
  /** The codec's own name. */
  readonly codec: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Set by the handler: a string that the codec still has to encode, or bytes that it uses as they are. */
  replacement: string | Content;
  /** Translates units to code points. */
  readonly cursor: TextCursor;
  /** The exception that describes this fault: {@link kept}, brought up to date, or a new one. */
  error(): PyUnicodeEncodeError;
  /** Set by a handler that wants one error object for all faults of a call. */
  kept: PyUnicodeEncodeError | undefined;
}

/** An error handler, as codecs call it: sets `replacement` and returns the position at which to continue. */
export interface FaultHandler {
  /** Missing if Python refuses to handle a decode error. */
  decode?(fault: DecodeFault): number;
  encode(fault: EncodeFault): number;
}
