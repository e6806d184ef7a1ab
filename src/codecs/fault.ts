/**
 * What error handlers see of the faults of one `decode` or `encode`. `DecodeFaults` and `EncodeFaults` implement it, Python's own
 * handlers (`error-handlers.ts`) work on it.
 */
import type { PyUnicodeDecodeError, PyUnicodeEncodeError } from '../exceptions/index.js';
import type { Content } from '../memory/index.js';

/** Bytes that a codec cannot decode: those at `start <= position < end`. */
export interface DecodeFault {
  /** The codec's own name. */
  readonly codec: string;
  readonly memory: Uint8Array;
  /** Index of position 0 in the memory. */
  readonly base: number;
  /** How many bytes are being decoded. */
  readonly length: number;
  readonly start: number;
  readonly end: number;
  /** Set by the handler: the text that stands in for the bytes. */
  replacement: string;
  byteAt(position: number): number;
  /** The exception that tells of this fault. */
  error(): PyUnicodeDecodeError;
}

/** Text that a codec cannot encode: the UTF-16 units at `start <= unit < end`. */
export interface EncodeFault {
  /** The codec's own name. */
  readonly codec: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Set by the handler: a string the codec still has to encode, or bytes it takes as they are. */
  replacement: string | Content;
  /** The exception that tells of this fault. */
  error(): PyUnicodeEncodeError;
}

/** One of Python's own handlers: sets `replacement` and returns the position to go on at. */
export interface BuiltinHandler {
  /** Missing where Python refuses to handle a decode error. */
  decode?(fault: DecodeFault): number;
  encode(fault: EncodeFault): number;
}
