/** The UTF-16 codecs, with a byte order mark and without. */
import { ByteSink, allocate, LENGTH, MEMORY, START } from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import { DecodeFaults } from './decode-faults.js';
import type { Unfinished } from './decode-faults.js';
import { EncodeFaults } from './encode-faults.js';
import { decodeNatively, strictUtf16, ucs2Slice, ucs2Write } from './host-text.js';
import { hasLoneSurrogate } from './surrogates.js';
import { markedCodecs, writeUnit } from './marked.js';
import { TextBuilder } from './text-builder.js';
import { unitsAt } from './text-cursor.js';

/** From this many bytes on, the platform tries first. */
const NATIVE_FROM = 64;

/** The text of little-endian UTF-16; null if there may be a fault. */
function validText(memory: Uint8Array, start: number, end: number): string | null {
  if (ucs2Slice === null) return decodeNatively(strictUtf16, memory, start, end);
  if ((end - start) % 2 !== 0) return null;
  const text = ucs2Slice.call(memory, start, end);
  return hasLoneSurrogate(text) ? null : text;
}

/**
 * @param big the order of the bytes; null takes it from a byte order mark, little-endian without one
 *
 * CPython: Objects/unicodeobject.c `PyUnicode_DecodeUTF16Stateful`
 */
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
  if (order === null && end - start >= 2) {
    const mark = memory[start]! * 256 + memory[start + 1]!;
    big = mark === 0xfeff;
    if (big || mark === 0xfffe) at += 2;
  }
  if (!big && end - at >= NATIVE_FROM) {
    const text = validText(memory, at, end);
    if (text !== null) return text;
  }
  const faults = new DecodeFaults(big ? 'utf-16-be' : 'utf-16-le', content, errors, object, unfinished);
  const builder = new TextBuilder();
  const high = big ? 0 : 1;
  const low = 1 - high;
  while (at < end) {
    let faultEnd = at + 2;
    let reason: string;
    if (at + 1 === end) {
      faultEnd = end;
      reason = 'truncated data';
    } else {
      const unit = memory[at + high]! * 256 + memory[at + low]!;
      if (unit < 0xd800 || unit > 0xdfff) {
        builder.unit(unit);
        at += 2;
        continue;
      }
      if (unit > 0xdbff) {
        reason = 'illegal encoding';
      } else if (at + 4 > end) {
        faultEnd = end;
        reason = 'unexpected end of data';
      } else {
        const next = memory[at + 2 + high]! * 256 + memory[at + 2 + low]!;
        if (next >= 0xdc00 && next <= 0xdfff) {
          builder.unit(unit);
          builder.unit(next);
          at += 4;
          continue;
        }
        reason = 'illegal UTF-16 surrogate';
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

/** CPython: Objects/unicodeobject.c `_PyUnicode_EncodeUTF16`. */
function encode(text: string, errors: string, codec: string, big: boolean, mark: boolean): Range {
  const { length } = text;
  const range = allocate(2 * length + (mark ? 2 : 0));
  const memory = range[MEMORY];
  let at = range[START];
  const high = big ? 0 : 1;
  if (mark) {
    memory[at + high] = 0xfe;
    memory[at + 1 - high] = 0xff;
    at += 2;
  }
  if (!big && 2 * length >= NATIVE_FROM && ucs2Write !== null) {
    if (hasLoneSurrogate(text)) return encodeWithFaults(text, errors, codec, big, mark);
    ucs2Write.call(memory, text, at, 2 * length);
    return range;
  }
  for (let i = 0; i < length; i++, at += 2) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdfff) {
      if (unitsAt(text, i) === 1) return encodeWithFaults(text, errors, codec, big, mark);
      const next = text.charCodeAt(++i);
      memory[at + high] = unit >> 8;
      memory[at + 1 - high] = unit & 0xff;
      at += 2;
      memory[at + high] = next >> 8;
      memory[at + 1 - high] = next & 0xff;
    } else {
      memory[at + high] = unit >> 8;
      memory[at + 1 - high] = unit & 0xff;
    }
  }
  return range;
}

function encodeWithFaults(text: string, errors: string, codec: string, big: boolean, mark: boolean): Range {
  const faults = new EncodeFaults(codec, text, errors);
  const sink = new ByteSink(2 * text.length + 2);
  if (mark) writeUnit(sink, 0xfeff, 2, big);
  let i = 0;
  while (i < text.length) {
    const unit = text.charCodeAt(i);
    if (unit < 0xd800 || unit > 0xdfff) {
      writeUnit(sink, unit, 2, big);
      i++;
    } else if (unitsAt(text, i) === 2) {
      writeUnit(sink, unit, 2, big);
      writeUnit(sink, text.charCodeAt(i + 1), 2, big);
      i += 2;
    } else {
      i = handleSurrogate(faults, i, sink, 2, big);
    }
  }
  return sink.finish();
}

/**
 * Passes one lone surrogate to the error handler and writes its replacement in units of `width` bytes.
 * Returns the unit at which to continue.
 */
export function handleSurrogate(
  faults: EncodeFaults,
  unit: number,
  sink: ByteSink,
  width: number,
  big: boolean,
): number {
  const next = faults.handle(unit, unit + 1, 'surrogates not allowed');
  const { replacement } = faults;
  if (typeof replacement === 'string') {
    if (/[^\0-\x7f]/.test(replacement)) throw faults.error();
    for (let i = 0; i < replacement.length; i++) writeUnit(sink, replacement.charCodeAt(i), width, big);
  } else {
    if (replacement[LENGTH] % width !== 0) throw faults.error();
    sink.content(replacement);
  }
  return next;
}

export const [utf16le, utf16be, utf16] = markedCodecs('utf-16', 2, decode, encode);
