/**
 * What UTF-16 and UTF-32 share: three codecs (little-endian, big-endian, and the one with a byte order mark)
 * over one pair of conversions, and the decoding in steps that takes the byte order from the mark.
 * `utf-16.ts` and `utf-32.ts` call `markedCodecs`.
 */
import { PyUnicodeDecodeError } from '../exceptions/index.js';
import { LENGTH, MEMORY, START } from '../memory/index.js';
import type { ByteSink, Content, Range } from '../memory/index.js';
import type { Codec } from './codec.js';
import type { Unfinished } from './decode-faults.js';
import { BufferedDecoder, MarkingEncoder } from './steps.js';

/** @param order whether the bytes are big-endian; null takes it from a mark, little-endian without one */
type Decode = (
  content: Content,
  errors: string,
  object: unknown,
  order: boolean | null,
  unfinished?: Unfinished,
) => string;

/** @param mark whether the result begins with a byte order mark */
type Encode = (text: string, errors: string, codec: string, big: boolean, mark: boolean) => Range;

/**
 * Makes the codecs of an encoding: little-endian, big-endian, with a mark.
 *
 * @param name of the encoding, as in `utf-16`
 * @param width bytes of a unit and of the mark
 */
export function markedCodecs(
  name: string,
  width: number,
  decode: Decode,
  encode: Encode,
): readonly [Codec, Codec, Codec] {
  const codec = (name: string, order: boolean | null): Codec => ({
    bytesPerUnit: width,
    decode: (content, errors, object, unfinished) => decode(content, errors, object, order, unfinished),
    encode: (text, errors) => encode(text, errors, name, order === true, order === null),
  });
  const little = codec(`${name}-le`, false);
  const big = codec(`${name}-be`, true);
  const marked: Codec = {
    ...codec(name, null),
    steps: {
      decoder: (errors) => new MarkedDecoder(marked, little, big, name, width, errors),
      encoder: (errors) => new MarkingEncoder(marked, little, 2n, true, errors),
    },
  };
  return [little, big, marked];
}

/** Adds an integer of `width` bytes. */
export function writeUnit(sink: ByteSink, value: number, width: number, big: boolean): void {
  for (let i = 0; i < width; i++) sink.byte((value >>> (8 * (big ? width - 1 - i : i))) & 0xff);
}

/**
 * Reads the byte order from the first bytes.
 *
 * CPython: Lib/encodings/utf_16.py `IncrementalDecoder` and similar classes
 */
class MarkedDecoder extends BufferedDecoder {
  #ordered: Codec | undefined;

  /**
   * @param name of the codec, for the error if the bytes do not begin with a mark
   * @param width bytes of a mark
   */
  constructor(
    codec: Codec,
    readonly little: Codec,
    readonly big: Codec,
    readonly name: string,
    readonly width: number,
    errors: string,
  ) {
    super(codec, errors);
  }

  protected override convert(
    data: Range,
    object: (content: Content) => unknown,
    unfinished?: Unfinished,
  ): string {
    if (this.#ordered !== undefined) return this.#ordered.decode(data, this.errors, object, unfinished);
    const text = super.convert(data, object, unfinished);
    const consumed = unfinished?.consumed ?? data[LENGTH];
    if (consumed >= this.width) {
      const ordered = this.#orderOf(data);
      if (ordered === undefined) {
        throw new PyUnicodeDecodeError(
          this.name,
          object(data),
          0,
          this.width,
          'Stream does not start with BOM',
        );
      }
      this.#ordered = ordered;
    }
    return text;
  }

  #orderOf(data: Range): Codec | undefined {
    const memory = data[MEMORY];
    const at = data[START];
    if (this.width === 2) {
      const mark = memory[at]! * 256 + memory[at + 1]!;
      return mark === 0xfeff ? this.big : mark === 0xfffe ? this.little : undefined;
    }
    const mark = [0, 1, 2, 3].map((i) => memory[at + i]!).join(' ');
    return mark === '0 0 254 255' ? this.big : mark === '255 254 0 0' ? this.little : undefined;
  }

  override reset(): void {
    super.reset();
    this.#ordered = undefined;
  }

  override getState(): readonly [Content, bigint] {
    const order = this.#ordered === undefined ? 2n : this.#ordered === this.little ? 0n : 1n;
    return [this.pending, order];
  }

  override setState(pending: Range, state: bigint): void {
    this.pending = pending;
    this.#ordered = state === 0n ? this.little : state === 1n ? this.big : undefined;
  }
}
