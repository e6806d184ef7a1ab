/** Encodes texts that have characters which the codec cannot encode, for ascii, latin-1 and utf-8. */
import { ByteSink } from '../memory/index.js';
import type { Range } from '../memory/index.js';
import { EncodeFaults } from './encode-faults.js';
import { writeEscaped } from './surrogates.js';

/**
 * @param codec the codec's own name: utf-8 encodes all characters but lone surrogates, the others those below
 *   `limit`
 * @param limit the bytes of characters below it are their numbers
 *
 * CPython: Objects/unicodeobject.c `unicode_encode_ucs1`, `_PyUnicode_AsUTF8String`
 */
export function encodeWithFaults(codec: string, limit: number, text: string, errors: string): Range {
  const isUtf8 = codec === 'utf-8';
  const reason = isUtf8 ? 'surrogates not allowed' : `ordinal not in range(${limit})`;
  const faults = new EncodeFaults(codec, text, errors);
  const sink = new ByteSink(text.length);
  let unit = 0;
  while (unit < text.length) {
    const point = text.codePointAt(unit)!;
    if (point < limit) {
      sink.byte(point);
      unit++;
    } else if (isUtf8 && !isSurrogate(point)) {
      writeCodePoint(point, sink);
      unit += point > 0xffff ? 2 : 1;
    } else {
      let end = unit + 1;
      while (end < text.length && isFault(text.codePointAt(end)!, isUtf8, limit)) end++;
      unit = writeReplacement(faults, unit, end, reason, sink, limit);
    }
  }
  return sink.finish();
}

function isFault(point: number, isUtf8: boolean, limit: number): boolean {
  return isUtf8 ? isSurrogate(point) : point >= limit;
}

function isSurrogate(point: number): boolean {
  return point >= 0xd800 && point <= 0xdfff;
}

/** Writes a character past 127: a byte that says how many follow, then six bits in each. */
function writeCodePoint(code: number, sink: ByteSink): void {
  const following = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  sink.byte(((0x7f80 >> following) & 0xff) | (code >> (6 * following)));
  for (let shift = 6 * (following - 1); shift >= 0; shift -= 6) sink.byte(0x80 | ((code >> shift) & 0x3f));
}

/**
 * Writes what stands for the characters at `start <= unit < end`, which the codec cannot encode, and returns
 * the unit at which to continue. A text from the error handler must be below `limit`.
 */
function writeReplacement(
  faults: EncodeFaults,
  start: number,
  end: number,
  reason: string,
  sink: ByteSink,
  limit: number,
): number {
  if (faults.errors === 'surrogateescape') {
    start = writeEscaped(faults.text, start, end, sink);
    if (start === end) return end;
  }
  const next = faults.handle(start, end, reason);
  const { replacement } = faults;
  if (typeof replacement !== 'string') sink.content(replacement);
  else if (!sink.text(replacement, limit)) throw faults.error();
  return next;
}
