/** The codec `utf-8-sig`: utf-8 with a byte order mark. Registered by `all.ts`. */
import { ByteSink, LENGTH, MEMORY, Range, START } from '../memory/index.js';
import type { Codec } from './codec.js';
import { utf8 } from './utf-8.js';

const BOM = Uint8Array.of(0xef, 0xbb, 0xbf);
const BOM_CONTENT = new Range(BOM, 0, 3);

/**
 * UTF-8 that drops a byte order mark at the start, from which errors then count, and writes one.
 *
 * CPython: Lib/encodings/utf_8_sig.py
 */
export const utf8Sig: Codec = {
  bytesPerUnit: 3,
  decode(content, errors, object) {
    const memory = content[MEMORY];
    const start = content[START];
    const marked = content[LENGTH] >= 3 && BOM.every((byte, i) => memory[start + i] === byte);
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
