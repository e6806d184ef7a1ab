import type { Unfinished } from './decode-faults.js';
import type { Content, Range } from '../memory/index.js';

/** One text encoding. Argument names are checked and empty content is dealt with before it is called. */
export interface Codec {
  /**
   * @param errors name of the error handler
   * @param object what `UnicodeDecodeError.object` shall be, or a function that makes it
   * @param unfinished asks the codec to leave an incomplete sequence at the end alone, which incremental decoders do
   */
  decode(content: Content, errors: string, object: unknown, unfinished?: Unfinished): string;
  /** Most bytes that one UTF-16 unit of text takes; omitted where that is not known. */
  readonly bytesPerUnit?: number;
  /** @param errors name of the error handler */
  encode(text: string, errors: string): Range;
  /** Conversion in steps, for codecs that keep more between steps than an incomplete sequence. */
  readonly steps?: Steps;
  /** Whether the codec adds the notes to its errors itself (`notes.ts`). */
  readonly addsNotes?: true;
}

/** A decoder that is fed piece by piece. */
export interface StepDecoder {
  /** @param object makes the `object` of an error from the bytes that were being decoded */
  decode(content: Content, final: boolean, object: (content: Content) => unknown): string;
  reset(): void;
  /** The bytes that are not yet decoded, and what else is remembered, as an int. */
  getState(): readonly [pending: Content, state: bigint];
  setState(pending: Range, state: bigint): void;
}

/** An encoder that is fed piece by piece. */
export interface StepEncoder {
  encode(text: string, final: boolean): Range;
  reset(): void;
  getState(): bigint | string;
  setState(state: bigint | string): void;
}

export interface Steps {
  decoder(errors: string): StepDecoder;
  encoder(errors: string): StepEncoder;
}
