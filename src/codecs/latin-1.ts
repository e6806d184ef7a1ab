/** The Latin-1 codec, whose bytes are the first 256 characters. */
import { allocate, LENGTH, MEMORY, START } from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import type { Codec } from './codec.js';
import { latin1Slice, latin1Write } from './host-text.js';
import { encodeWithFaults } from './encode-with-faults.js';
import { longText, SHORT, shortText } from './text-builder.js';

/** `memory[start .. end)` with each byte as the character of its number. */
export function latin1Text(memory: Uint8Array, start: number, end: number): string {
  if (end - start <= SHORT) return shortText(memory, start, end);
  return latin1Slice === null ? longText(memory, start, end) : latin1Slice.call(memory, start, end);
}

/** The low bytes of a text's units. */
export function lowBytes(text: string, write: NonNullable<typeof latin1Write>): Range {
  const range = allocate(text.length);
  write.call(range[MEMORY], text, range[START], text.length);
  return range;
}

/** Up to this many characters a loop is faster than the native write (41 ns against 58 for 16). */
const LOOP_LIMIT = 24;
/** V8 knows at once that a text which it keeps as bytes has no such character. */
const WIDE = /[^\x00-\xff]/;

/** The text as latin-1; null if a character does not fit. */
function latin1Bytes(text: string): Range | null {
  const { length } = text;
  if (length > LOOP_LIMIT && latin1Write !== null)
    return WIDE.test(text) ? null : lowBytes(text, latin1Write);
  return bytesUpTo(0xff, text);
}

/** Each character as a byte, by a loop; null if one is greater than `most`. */
export function bytesUpTo(most: number, text: string): Range | null {
  const { length } = text;
  const range = allocate(length);
  const memory = range[MEMORY];
  const start = range[START];
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code > most) return null;
    memory[start + i] = code;
  }
  return range;
}

/** CPython: Objects/unicodeobject.c `PyUnicode_DecodeLatin1`, `_PyUnicode_AsLatin1String`. */
export const latin1: Codec = {
  bytesPerUnit: 1,
  decode(content: Content) {
    const start = content[START];
    return latin1Text(content[MEMORY], start, start + content[LENGTH]);
  },
  encode: (text, errors) => latin1Bytes(text) ?? encodeWithFaults('latin-1', 0x100, text, errors),
};
