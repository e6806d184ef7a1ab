/**
 * The interface of a codec, whole and incremental. Every codec of this room implements it; `registry.ts`
 * finds them by name.
 */
import type { Unfinished } from './decode-faults.js';
import type { Content, Range } from '../memory/index.js';

/** One text encoding. It assumes that its callers have checked the names and handled empty content. */
export interface Codec {
  /**
   * @param errors name of the error handler
   * @param object the value of `UnicodeDecodeError.object`, or a function that makes it
   * @param unfinished tells the codec to leave an incomplete sequence at the end, for incremental decoders
   */
  decode(content: Content, errors: string, object: unknown, unfinished?: Unfinished): string;
  /** The most bytes that one UTF-16 unit of text takes; omitted if unknown. */
  readonly bytesPerUnit?: number;
  /** @param errors name of the error handler */
  encode(text: string, errors: string): Range;
  /** Conversion in steps, for codecs that remember more between steps than an incomplete sequence. */
  readonly steps?: Steps;
  /** Whether the codec adds the notes to its errors itself (`notes.ts`). */
  readonly addsNotes?: true;
}

/** A decoder that receives bytes piece by piece. */
export interface StepDecoder {
  /** Name of the error handler, which may change between calls. */
  errors: string;
  /** @param object makes the `object` of an error from the bytes being decoded */
  decode(content: Content, final: boolean, object: (content: Content) => unknown): string;
  reset(): void;
  /** The bytes that are not yet decoded, and the rest of the state as an int. */
  getState(): readonly [pending: Content, state: bigint];
  /** @param object as for `decode` */
  setState(pending: Range, state: bigint, object: (content: Content) => unknown): void;
}

/** An encoder that receives text piece by piece. */
export interface StepEncoder {
  /** Name of the error handler, which may change between calls. */
  errors: string;
  encode(text: string, final: boolean): Range;
  reset(): void;
  getState(): bigint | string;
  setState(state: bigint | string, object: (content: Content) => unknown): void;
}

export interface Steps {
  /** Whether CPython's `setstate()` is written in C, and so checks its argument. */
  readonly checksState?: true;
  decoder(errors: string): StepDecoder;
  encoder(errors: string): StepEncoder;
}
