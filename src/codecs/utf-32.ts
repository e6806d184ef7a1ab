/** The UTF-32 codecs, with a byte order mark and without. */
import { ByteSink, LENGTH, MEMORY, START } from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import { DecodeFaults } from './decode-faults.js';
import type { Unfinished } from './decode-faults.js';
import { EncodeFaults } from './encode-faults.js';
import { markedCodecs, writeUnit } from './marked.js';
import { TextBuilder } from './text-builder.js';
import { handleSurrogate } from './utf-16.js';

/** CPython: Objects/unicodeobject.c `PyUnicode_DecodeUTF32Stateful`. */
function decode(
  content: Content,
  errors: string,
  object: unknown,
  order: boolean | null,
  unfinished?: Unfinished,
): string {
  let memory = content[MEMORY];
  let start = content[START];
  let end = start + content[LENGTH];
  let at = start;
  let big = order === true;
  if (order === null && end - start >= 4) {
    const mark = codePointAt(memory, start, true);
    big = mark === 0xfeff;
    if (big || mark === 0xfffe0000) at += 4;
  }
  const faults = new DecodeFaults(big ? 'utf-32-be' : 'utf-32-le', content, errors, object, unfinished);
  const builder = new TextBuilder();
  while (at < end) {
    let faultEnd = at + 4;
    let reason: string;
    if (faultEnd > end) {
      faultEnd = end;
      reason = 'truncated data';
    } else {
      const codePoint = codePointAt(memory, at, big);
      if (codePoint >= 0x110000) {
        reason = 'code point not in range(0x110000)';
      } else if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
        reason = 'code point in surrogate code point range(0xd800, 0xe000)';
      } else {
        builder.codePoint(codePoint);
        at += 4;
        continue;
      }
    }
    const position = faults.handle(at - start, faultEnd - start, reason);
    builder.text(faults.replacement);
    ({ memory, base: start } = faults);
    at = start + position;
    end = start + faults.length;
  }
  return builder.finish();
}

function codePointAt(memory: Uint8Array, at: number, big: boolean): number {
  const [a, b, c, d] = [memory[at]!, memory[at + 1]!, memory[at + 2]!, memory[at + 3]!];
  return (big ? (a << 24) | (b << 16) | (c << 8) | d : (d << 24) | (c << 16) | (b << 8) | a) >>> 0;
}

/** CPython: Objects/unicodeobject.c `_PyUnicode_EncodeUTF32`. */
function encode(text: string, errors: string, codec: string, big: boolean, mark: boolean): Range {
  const faults = new EncodeFaults(codec, text, errors);
  const sink = new ByteSink(4 * text.length + 4);
  if (mark) writeUnit(sink, 0xfeff, 4, big);
  let i = 0;
  while (i < text.length) {
    const codePoint = text.codePointAt(i)!;
    if (codePoint < 0xd800 || codePoint > 0xdfff) {
      writeUnit(sink, codePoint, 4, big);
      i += codePoint > 0xffff ? 2 : 1;
    } else {
      i = handleSurrogate(faults, i, sink, 4, big);
    }
  }
  return sink.finish();
}

export const [utf32le, utf32be, utf32] = markedCodecs('utf-32', 4, decode, encode);
