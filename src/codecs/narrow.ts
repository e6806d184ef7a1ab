/** Encodes to codecs of one byte a character whose bytes equal the characters' numbers: ASCII and Latin-1. */
import { ByteSink } from '../memory/index.js';
import type { Range } from '../memory/index.js';
import { EncodeFaults } from './encode-faults.js';
import { writeEscaped } from './surrogates.js';

/**
 * Encodes a text in which some characters are not below `limit`, for ascii and latin-1.
 *
 * CPython: Objects/unicodeobject.c `unicode_encode_ucs1`
 */
export function encodeNarrow(codec: string, limit: number, text: string, errors: string): Range {
  const reason = `ordinal not in range(${limit})`;
  const faults = new EncodeFaults(codec, text, errors);
  const sink = new ByteSink(text.length);
  let unit = 0;
  while (unit < text.length) {
    const code = text.charCodeAt(unit);
    if (code < limit) {
      sink.byte(code);
      unit++;
      continue;
    }
    let end = unit + 1;
    while (end < text.length && text.charCodeAt(end) >= limit) end++;
    unit = writeReplacement(faults, unit, end, reason, sink, limit);
  }
  return sink.finish();
}

/**
 * Writes what stands for the characters at `start <= unit < end`, which the codec cannot encode, and returns
 * the unit at which to continue. A text from the error handler must be below `limit`.
 */
export function writeReplacement(
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
