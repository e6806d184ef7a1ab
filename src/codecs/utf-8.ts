/**
 * The UTF-8 codec. Short contents are decoded by a loop, longer ones by the fastest tier; errors always go
 * through `decode-faults.ts`.
 */
import { kernels } from '../accelerate/load.js';
import { findByte } from '../algorithms/index.js';
import type { PyUnicodeDecodeError } from '../exceptions/index.js';
import { allocateOwn, copyRange, LENGTH, MEMORY, Range, START } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import { asciiBytes, CHECKED_FROM, LOOP_LIMIT, textIfAscii } from './ascii.js';
import type { Codec } from './codec.js';
import { DecodeFaults } from './decode-faults.js';
import type { Unfinished } from './decode-faults.js';
import {
  decodeNatively,
  encoder,
  isUtf8,
  lenientUtf8,
  strictUtf8,
  ucs2Slice,
  utf8Slice,
} from './host-text.js';
import { SHORT, TextBuilder } from './text-builder.js';
import { encodeWithFaults } from './encode-with-faults.js';
import { hasLoneSurrogate } from './surrogates.js';

/** CPython: Objects/unicodeobject.c `PyUnicode_DecodeUTF8`. */
function decode(content: Content, errors: string, object: unknown, unfinished?: Unfinished): string {
  const result = textOrError(content, errors, object, unfinished);
  if (typeof result !== 'string') throw result;
  return result;
}

/** The text, or the error of Python's own `strict`, for a caller that raises another one: V8 takes long to throw. */
export function textOrError(
  content: Content,
  errors: string,
  object: unknown,
  unfinished?: Unfinished,
): string | PyUnicodeDecodeError {
  const memory = content[MEMORY];
  const start = content[START];
  const length = content[LENGTH];
  const end = start + length;
  if (length <= SHORT || length >= CHECKED_FROM) {
    const text = textIfAscii(memory, start, end);
    if (text !== null) return text;
  }
  const text = validText(memory, start, end);
  if (text !== null) return text;
  return decodeWithFaults(memory, start, end, content, errors, object, unfinished);
}

/** The text of valid UTF-8; null if there may be a fault. */
function validText(memory: Uint8Array, start: number, end: number): string | null {
  if (utf8Slice === null) return decodeNatively(strictUtf8, memory, start, end);
  if (suitsKernel(memory, start, end)) {
    const k = kernels(end - start);
    if (k !== null) {
      const view = start === 0 && end === memory.length ? memory : memory.subarray(start, end);
      return isUtf8!(view) ? k.glue.textOfUtf8(k, view, ucs2Slice!) : null;
    }
  }
  const text = utf8Slice.call(memory, start, end);
  // The bytes may also contain U+FFFD itself. Looking for it costs less than calling the strict decoder.
  return text.includes('\ufffd') ? null : text;
}

/** The kernel's result may take twice as much memory, and the platform's offsets have 32 bits. */
const KERNEL_LIMIT = 0x20000000;

/**
 * Whether the kernel is the faster decoder. It takes 0.4 ns a byte for any text; the platform (in 2026) takes
 * 0.1 for ASCII and 1 to 3 for everything else.
 */
function suitsKernel(memory: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length <= SHORT || length > KERNEL_LIMIT || ucs2Slice === null || isUtf8 === null) return false;
  return length >= CHECKED_FROM || !seemsAscii(memory, start, length);
}

/** Whether a sample of eight bytes is below 128. */
function seemsAscii(m: Uint8Array, start: number, length: number): boolean {
  const step = length >> 3;
  let any = 0;
  for (let i = start; i < start + 8 * step; i += step) any |= m[i]!;
  return any < 128;
}

/** The text of content that may have faults, or the error that the caller throws. */
function decodeWithFaults(
  memory: Uint8Array,
  start: number,
  end: number,
  content: Content,
  errors: string,
  object: unknown,
  unfinished: Unfinished | undefined,
): string | PyUnicodeDecodeError {
  if (errors === 'replace' && unfinished === undefined) {
    const text = decodeNatively(lenientUtf8, memory, start, end);
    if (text !== null) return text;
  }
  const faults = new DecodeFaults('utf-8', content, errors, object, unfinished);
  const builder = new TextBuilder();
  let position = 0;
  for (;;) {
    const { memory, base, length } = faults;
    const end = base + length;
    const at = decodeSome(memory, decodeStretches(memory, base + position, end, builder), end, builder);
    if (at === end) return builder.finish();
    if (unfinished !== undefined && isHalfSurrogate(memory, at, end)) {
      unfinished.consumed = at - base;
      return builder.finish();
    }
    const fault = faultAt(memory, at, end);
    const error = faults.strictError(at - base, fault.end - base, fault.reason);
    if (error !== null) return error;
    position = faults.handle(at - base, fault.end - base, fault.reason);
    builder.text(faults.replacement);
  }
}

/** How many bytes to decode at once before searching for a fault byte by byte: at first, and at most. */
const SHORT_STRETCH = 512;
const LONG_STRETCH = 16384;

/**
 * Decodes long stretches of valid bytes. Returns the position after the last one; the rest is short or has a
 * fault.
 */
function decodeStretches(memory: Uint8Array, start: number, end: number, builder: TextBuilder): number {
  let at = start;
  for (let size = SHORT_STRETCH; end - at > size; size = Math.min(2 * size, LONG_STRETCH)) {
    let stop = at + size;
    while (stop > at && isContinuation(memory[stop])) stop--;
    const text = stop === at ? null : validText(memory, at, stop);
    if (text === null) break;
    builder.text(text);
    at = stop;
  }
  return at;
}

/**
 * Whether the bytes end after two bytes of a surrogate, which `surrogatepass` may let through once the third
 * arrives.
 */
function isHalfSurrogate(memory: Uint8Array, at: number, end: number): boolean {
  return at + 2 === end && memory[at] === 0xed && (memory[at + 1]! & 0xe0) === 0xa0;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** Decodes up to the first fault and returns its position; `end` if there is none. */
function decodeSome(memory: Uint8Array, start: number, end: number, builder: TextBuilder): number {
  let i = start;
  while (i < end) {
    const first = memory[i]!;
    if (first < 0x80) {
      builder.unit(first);
      i++;
      continue;
    }
    const width = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (width === 0 || i + width > end) return i;
    const second = memory[i + 1]!;
    if (!isContinuation(second)) return i;
    let codePoint = first & (0x7f >> width);
    codePoint = (codePoint << 6) | (second & 0x3f);
    for (let k = 2; k < width; k++) {
      const next = memory[i + k]!;
      if (!isContinuation(next)) return i;
      codePoint = (codePoint << 6) | (next & 0x3f);
    }
    if (!isWellFormed(first, second)) return i;
    builder.codePoint(codePoint);
    i += width;
  }
  return end;
}

/** Whether the second byte keeps the sequence from being overlong, a surrogate, or past U+10FFFF. */
function isWellFormed(first: number, second: number): boolean {
  switch (first) {
    case 0xe0:
      return second >= 0xa0;
    case 0xed:
      return second < 0xa0;
    case 0xf0:
      return second >= 0x90;
    case 0xf4:
      return second < 0x90;
    default:
      return true;
  }
}

/**
 * Returns the reason why the sequence at `at` is invalid. CPython: Objects/stringlib/codecs.h `utf8_decode`.
 */
function faultAt(memory: Uint8Array, at: number, end: number): { end: number; reason: string } {
  const first = memory[at]!;
  if (first < 0xc2 || first > 0xf4) return { end: at + 1, reason: 'invalid start byte' };
  if (at + 1 < end) {
    const second = memory[at + 1]!;
    if (!isContinuation(second) || !isWellFormed(first, second)) {
      return { end: at + 1, reason: 'invalid continuation byte' };
    }
    // One of the others is missing or wrong, because the sequence is not valid.
    for (let i = at + 2; i < end; i++) {
      if (!isContinuation(memory[i])) return { end: i, reason: 'invalid continuation byte' };
    }
  }
  return { end, reason: 'unexpected end of data' };
}

/** CPython: Objects/unicodeobject.c `_PyUnicode_AsUTF8String`. */
function encode(text: string, errors: string): Range {
  if (text.length <= LOOP_LIMIT || encoder === null || isLikelyAscii(text)) {
    const ascii = asciiBytes(text);
    if (ascii !== null) return ascii;
  }
  return (
    (encoder === null ? null : encodeNatively(text, encoder)) ?? encodeWithFaults('utf-8', 0x80, text, errors)
  );
}

/** Whether a sample of eight units is below 128. */
function isLikelyAscii(text: string): boolean {
  const step = text.length >> 3;
  let any = 0;
  for (let i = 0; i < 8; i++) any |= text.charCodeAt(i * step);
  return any < 128;
}

/** Texts up to this many units are encoded in one buffer that always suffices, and copied from there. */
const SCRATCH_UNITS = 1024;
const scratch = new Uint8Array(3 * SCRATCH_UNITS);
/**
 * The first byte of U+FFFD, which the platform writes for a lone surrogate. Few other characters begin with
 * it.
 */
const FIRST_OF_REPLACEMENT = 0xef;

/** Returns null if there is a lone surrogate. */
function encodeNatively(text: string, encoder: TextEncoder): Range | null {
  const { length } = text;
  // Counting the bytes first takes as long as encoding them; copying them afterwards, a tenth.
  const room = length <= SCRATCH_UNITS ? scratch : allocateOwn(3 * length);
  const { written } = encoder.encodeInto(text, room);
  if (findByte(room, 0, written, FIRST_OF_REPLACEMENT) >= 0 && hasLoneSurrogate(text)) return null;
  // Memory that is at least half used is kept.
  return room !== scratch && 2 * written >= room.length
    ? new Range(room, 0, written)
    : copyRange(room, 0, written);
}

export const utf8: Codec = { bytesPerUnit: 3, decode, encode };
