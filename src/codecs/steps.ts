/**
 * Conversion in steps: what one call leaves is prepended to the next. Most codecs keep only an incomplete
 * sequence of bytes; the others have their own `steps`. `companions/codecs` makes Python's incremental
 * decoders and encoders from them.
 */
import { ByteSink, EMPTY, LENGTH, MEMORY, Range, START } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import type { Codec, StepDecoder, StepEncoder } from './codec.js';
import type { Unfinished } from './decode-faults.js';

/** Joins pending and new bytes. */
export function joined(pending: Content, content: Content): Range {
  const sink = new ByteSink(pending[LENGTH] + content[LENGTH]);
  sink.content(pending);
  sink.content(content);
  return sink.finish();
}

/** What a decoder has left unfinished. */
export function restOf(content: Content, { consumed }: Unfinished): Range {
  if (consumed === undefined || consumed > content[LENGTH]) return EMPTY;
  return new Range(content[MEMORY], content[START] + consumed, content[LENGTH] - consumed);
}

/** Keeps an incomplete sequence. CPython: Lib/codecs.py `BufferedIncrementalDecoder` */
export class BufferedDecoder implements StepDecoder {
  protected pending: Range = EMPTY;
  /** Bytes that remain even after a final call. */
  protected left: Range | undefined;

  constructor(
    readonly codec: Codec,
    public errors: string,
  ) {}

  decode(content: Content, final: boolean, object: (content: Content) => unknown): string {
    const data = joined(this.pending, content);
    const unfinished: Unfinished = {};
    this.left = undefined;
    const text = this.convert(data, object, final ? undefined : unfinished);
    this.pending = this.left ?? restOf(data, unfinished);
    return text;
  }

  protected convert(data: Range, object: (content: Content) => unknown, unfinished?: Unfinished): string {
    return this.codec.decode(data, this.errors, object, unfinished);
  }

  reset(): void {
    this.pending = EMPTY;
  }

  getState(): readonly [Content, bigint] {
    return [this.pending, 0n];
  }

  setState(pending: Range, _state: bigint): void {
    this.pending = pending;
  }
}

/** Keeps nothing. CPython: Lib/codecs.py `IncrementalEncoder` */
export class PlainEncoder implements StepEncoder {
  constructor(
    readonly codec: Codec,
    public errors: string,
  ) {}

  encode(text: string, _final: boolean): Range {
    return this.codec.encode(text, this.errors);
  }

  reset(): void {}

  getState(): bigint | string {
    return 0n;
  }

  setState(_state: bigint | string): void {}
}

/**
 * Writes a mark only before the first text.
 *
 * CPython: Lib/encodings/utf_16.py `IncrementalEncoder` and similar classes
 */
export class MarkingEncoder implements StepEncoder {
  #first = true;

  /**
   * @param marking writes the mark and a text
   * @param plain writes a text
   * @param before the result of getstate() before the mark has been written
   * @param retries whether the mark is still written if the first text could not be encoded
   */
  constructor(
    readonly marking: Codec,
    readonly plain: Codec,
    readonly before: bigint,
    readonly retries: boolean,
    public errors: string,
  ) {}

  encode(text: string, _final: boolean): Range {
    const codec = this.#first ? this.marking : this.plain;
    if (!this.retries) this.#first = false;
    const range = codec.encode(text, this.errors);
    this.#first = false;
    return range;
  }

  reset(): void {
    this.#first = true;
  }

  getState(): bigint {
    return this.#first ? this.before : 0n;
  }

  setState(state: bigint | string): void {
    this.#first = state !== 0n;
  }
}
