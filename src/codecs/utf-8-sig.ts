/** The codec `utf-8-sig`: utf-8 with a byte order mark. Registered by `all.ts`. */
import { ByteSink, LENGTH, MEMORY, Range, START } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import type { Codec } from './codec.js';
import type { Unfinished } from './decode-faults.js';
import { BufferedDecoder, MarkingEncoder } from './steps.js';
import { utf8 } from './utf-8.js';

const BOM = Uint8Array.of(0xef, 0xbb, 0xbf);
const BOM_CONTENT = new Range(BOM, 0, 3);

/** Whether the first three bytes, or all if there are fewer, match the mark. */
function beginsLikeMark(content: Content): boolean {
  const memory = content[MEMORY];
  const start = content[START];
  return BOM.every((byte, i) => i >= content[LENGTH] || memory[start + i] === byte);
}

/** CPython: Lib/encodings/utf_8_sig.py `IncrementalDecoder` */
class SigDecoder extends BufferedDecoder {
  #first = true;

  protected override convert(
    data: Range,
    object: (content: Content) => unknown,
    unfinished?: Unfinished,
  ): string {
    if (!this.#first) return super.convert(data, object, unfinished);
    if (data[LENGTH] < 3 && beginsLikeMark(data)) {
      // A call that ends here decodes to nothing, even a final one.
      if (unfinished === undefined) this.left = data;
      else unfinished.consumed = 0;
      return '';
    }
    this.#first = false;
    if (data[LENGTH] < 3 || !beginsLikeMark(data)) return super.convert(data, object, unfinished);
    const rest = new Range(data[MEMORY], data[START] + 3, data[LENGTH] - 3);
    const text = super.convert(rest, object, unfinished);
    if (unfinished?.consumed !== undefined) unfinished.consumed += 3;
    return text;
  }

  override reset(): void {
    super.reset();
    this.#first = true;
  }

  override getState(): readonly [Content, bigint] {
    return [this.pending, this.#first ? 1n : 0n];
  }

  override setState(pending: Range, state: bigint): void {
    this.pending = pending;
    this.#first = state !== 0n;
  }
}

/**
 * UTF-8 that writes a byte order mark, and when decoding skips one at the start; positions in errors then
 * count after it.
 *
 * CPython: Lib/encodings/utf_8_sig.py
 */
export const utf8Sig: Codec = {
  bytesPerUnit: 3,
  steps: {
    decoder: (errors) => new SigDecoder(utf8, errors),
    encoder: (errors) => new MarkingEncoder(utf8Sig, utf8, 1n, false, errors),
  },
  decode(content, errors, object) {
    const memory = content[MEMORY];
    const start = content[START];
    const marked = content[LENGTH] >= 3 && beginsLikeMark(content);
    return utf8.decode(marked ? new Range(memory, start + 3, content[LENGTH] - 3) : content, errors, object);
  },
  encode(text, errors) {
    const body = utf8.encode(text, errors);
    const sink = new ByteSink(3 + body[LENGTH]);
    sink.content(BOM_CONTENT);
    sink.content(body);
    return sink.finish();
  },
};
