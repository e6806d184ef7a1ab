/**
 * Surrogates in JavaScript's strings: pairs, lone ones, and the three bytes by which `surrogatepass` writes
 * them.
 */
import type { ByteSink } from '../memory/index.js';

/**
 * How the Unicode encodings would write a lone surrogate, which `surrogatepass` lets through.
 *
 * CPython: Python/codecs.c `get_standard_encoding_impl`
 */
const UTF8 = 'utf-8';
const UTF16 = /^utf-16/;
const UTF32 = /^utf-32/;

/** Bytes of a lone surrogate in the encoding; 0 if there is no way to write one. */
export function surrogateWidth(codec: string): number {
  if (codec === UTF8) return 3;
  if (UTF16.test(codec)) return 2;
  return UTF32.test(codec) ? 4 : 0;
}

/**
 * The lone surrogate whose bytes begin at `at`; -1 if there is none. The caller has checked that the bytes
 * exist.
 */
export function surrogateAt(codec: string, memory: Uint8Array, at: number): number {
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
export function writeSurrogate(codec: string, code: number, sink: ByteSink): void {
  const width = surrogateWidth(codec);
  if (width === 3) {
    sink.byte(0xe0 | (code >> 12));
    sink.byte(0x80 | ((code >> 6) & 0x3f));
    sink.byte(0x80 | (code & 0x3f));
  } else {
    sink.unit(code, width, isBig(codec));
  }
}

function isBig(codec: string): boolean {
  return codec.endsWith('be');
}

/**
 * Appends the bytes that `surrogateescape` hid in `text[start .. end)`, as far as there are any.
 *
 * @returns where the first other character stands, or `end`
 */
export function writeEscaped(text: string, start: number, end: number, sink: ByteSink): number {
  let i = start;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 0xdc80 || code > 0xdcff) break;
    sink.byte(code - 0xdc00);
  }
  return i;
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether a surrogate stands without its other half. */
export function hasLoneSurrogate(text: string): boolean {
  const native = (text as { isWellFormed?: () => boolean }).isWellFormed;
  return native === undefined ? LONE_SURROGATE.test(text) : !native.call(text);
}
