/**
 * What error handlers see of the faults of one `decode` or `encode`. `DecodeFaults` and `EncodeFaults`
 * implement it, and Python's own handlers (`error-handlers.ts`) use it.
 */
import type { PyUnicodeDecodeError, PyUnicodeEncodeError } from '../exceptions/index.js';
import type { Content } from '../memory/index.js';

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
  /** The exception that describes this fault. */
  error(): PyUnicodeDecodeError;
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
  /** The exception that describes this fault. */
  error(): PyUnicodeEncodeError;
}

/** One of Python's own handlers: sets `replacement` and returns the position at which to continue. */
export interface BuiltinHandler {
  /** Missing if Python refuses to handle a decode error. */
  decode?(fault: DecodeFault): number;
  encode(fault: EncodeFault): number;
}
