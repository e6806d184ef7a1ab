/** The error handler `surrogatepass`, and the bytes with which it writes lone surrogates. */
import { ByteSink } from '../memory/index.js';
import type { FaultHandler } from './fault.js';
import { writeUnit } from './marked.js';
import { unitsAt } from './text-cursor.js';

/**
 * How the Unicode encodings write the lone surrogates that `surrogatepass` lets through.
 *
 * CPython: Python/codecs.c `get_standard_encoding_impl`
 */
const UTF8 = 'utf-8';
const UTF16 = /^utf-16/;
const UTF32 = /^utf-32/;

/** The number of bytes of a lone surrogate in the encoding; 0 if it cannot write one. */
function surrogateWidth(codec: string): number {
  if (codec === UTF8) return 3;
  if (UTF16.test(codec)) return 2;
  return UTF32.test(codec) ? 4 : 0;
}

/**
 * The lone surrogate whose bytes begin at `at`; -1 if there is none. The caller has checked that the bytes
 * exist.
 */
function surrogateAt(codec: string, memory: Uint8Array, at: number): number {
  const width = surrogateWidth(codec);
  let code = 0;
  if (width === 3) {
    const [first, second, third] = [memory[at]!, memory[at + 1]!, memory[at + 2]!];
    if ((first & 0xf0) !== 0xe0 || (second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80) return -1;
    code = ((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
  } else {
    const big = isBig(codec);
    for (let i = 0; i < width; i++) code = code * 256 + memory[big ? at + i : at + width - 1 - i]!;
  }
  return width !== 0 && code >= 0xd800 && code <= 0xdfff ? code : -1;
}

/** Appends the bytes of a lone surrogate. */
function writeSurrogate(codec: string, code: number, sink: ByteSink): void {
  const width = surrogateWidth(codec);
  if (width === 3) {
    sink.byte(0xe0 | (code >> 12));
    sink.byte(0x80 | ((code >> 6) & 0x3f));
    sink.byte(0x80 | (code & 0x3f));
  } else {
    writeUnit(sink, code, width, isBig(codec));
  }
}

function isBig(codec: string): boolean {
  return codec.endsWith('be');
}

/** CPython: Python/codecs.c `PyCodec_SurrogatePassErrors`. */
export const surrogatepass: FaultHandler = {
  decode(fault) {
    const width = surrogateWidth(fault.codec);
    const code =
      fault.start + width > fault.length
        ? -1
        : surrogateAt(fault.codec, fault.memory, fault.base + fault.start);
    if (code < 0) throw fault.error();
    fault.replacement = String.fromCharCode(code);
    return fault.start + width;
  },
  encode(fault) {
    const width = surrogateWidth(fault.codec);
    if (width === 0) throw fault.error();
    const sink = new ByteSink((fault.end - fault.start) * width);
    for (let i = fault.start; i < fault.end; i++) {
      const code = fault.text.charCodeAt(i);
      if (code < 0xd800 || code > 0xdfff || unitsAt(fault.text, i) === 2) throw fault.error();
      writeSurrogate(fault.codec, code, sink);
    }
    fault.replacement = sink.finish();
    return fault.end;
  },
};
