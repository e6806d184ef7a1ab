/** The ASCII codec, and the ASCII test by which utf-8 and other codecs choose their fast path. */
import { isascii } from '../algorithms/index.js';
import { asciiText } from '../algorithms/text.js';
import { allocate, LENGTH, MEMORY, START } from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import type { Codec } from './codec.js';
import { DecodeFaults } from './decode-faults.js';
import { encoder, latin1Write, utf8Length, utf8Slice } from './host-text.js';
import { bytesUpTo, latin1Text, lowBytes } from './latin-1.js';
import { encodeWithFaults } from './encode-with-faults.js';
import { SHORT } from './text-builder.js';

/** The index of the first byte past 127 in `[start, end)`; `end` if there is none. */
export function findNonAscii(memory: Uint8Array, start: number, end: number): number {
  let i = start;
  for (; i + 8 <= end; i += 8) {
    const any =
      memory[i]! |
      memory[i + 1]! |
      memory[i + 2]! |
      memory[i + 3]! |
      memory[i + 4]! |
      memory[i + 5]! |
      memory[i + 6]! |
      memory[i + 7]!;
    if (any > 127) break;
  }
  while (i < end && memory[i]! < 128) i++;
  return i;
}

/**
 * From this many bytes on, checking and then copying is faster than decoding (180 against 210 ns for 2 KiB).
 */
export const CHECKED_FROM = 1536;

/** The text of ASCII bytes; null if one is past 127. */
export function textIfAscii(memory: Uint8Array, start: number, end: number): string | null {
  const length = end - start;
  if (length >= CHECKED_FROM) return isascii(memory, start, end) ? asciiText(memory, start, end) : null;
  if (length > SHORT && utf8Slice !== null) {
    // In UTF-8 only ASCII has as many characters as bytes, apart from stray bytes, which become one U+FFFD
    // each.
    const text = utf8Slice.call(memory, start, end);
    return text.length === length && !text.includes('\ufffd') ? text : null;
  }
  return findNonAscii(memory, start, end) === end ? latin1Text(memory, start, end) : null;
}

/** CPython: Objects/unicodeobject.c `PyUnicode_DecodeASCII`. */
function decode(content: Content, errors: string, object: unknown): string {
  const memory = content[MEMORY];
  const start = content[START];
  const length = content[LENGTH];
  const whole = textIfAscii(memory, start, start + length);
  if (whole !== null) return whole;
  const faults = new DecodeFaults('ascii', content, errors, object);
  let text = '';
  let position = 0;
  for (;;) {
    const { memory, base, length } = faults;
    const bad = findNonAscii(memory, base + position, base + length) - base;
    text += latin1Text(memory, base + position, base + bad);
    if (bad === length) return text;
    position = faults.handle(bad, bad + 1, 'ordinal not in range(128)');
    text += faults.replacement;
  }
}

/** Up to this many characters a loop is faster than the platform's functions (16 characters in 20 ns). */
export const LOOP_LIMIT = 24;

/** The text as ASCII; null if a character does not fit. */
export function asciiBytes(text: string): Range | null {
  const { length } = text;
  if (length > LOOP_LIMIT) {
    // V8 keeps such a text as bytes, which it counts at 0.01 ns each and then copies.
    if (utf8Length !== null && latin1Write !== null) {
      return utf8Length(text) === length ? lowBytes(text, latin1Write) : null;
    }
    if (encoder !== null) return encodeAscii(text, encoder);
  }
  return bytesUpTo(127, text);
}

function encodeAscii(text: string, encoder: TextEncoder): Range | null {
  const { length } = text;
  const range = allocate(length);
  const start = range[START];
  // A character past 127 takes two bytes or more, so the room runs out before the text does.
  const { read } = encoder.encodeInto(text, range[MEMORY].subarray(start, start + length));
  return read === length ? range : null;
}

/** CPython: Objects/unicodeobject.c `PyUnicode_DecodeASCII`, `_PyUnicode_AsASCIIString`. */
export const ascii: Codec = {
  bytesPerUnit: 1,
  decode,
  encode: (text, errors) => asciiBytes(text) ?? encodeWithFaults('ascii', 0x80, text, errors),
};
