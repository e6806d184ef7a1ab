/**
 * UTF-7: ASCII in which `+` begins a run of base64 digits that hold UTF-16, and `-` or any other character
 * ends it. `all.ts` registers it.
 */
import { ByteSink, LENGTH } from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import type { Codec } from './codec.js';
import { DecodeFaults } from './decode-faults.js';
import type { Unfinished } from './decode-faults.js';
import { TextBuilder } from './text-builder.js';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PLUS = 0x2b;
const MINUS = 0x2d;

/** The value of each base64 digit; -1 for other bytes. */
const valueOf = new Int8Array(256).fill(-1);
for (let i = 0; i < 64; i++) valueOf[DIGITS.charCodeAt(i)] = i;

/** Characters that the encoder writes unchanged: RFC 2152's sets D and O, and whitespace. */
const DIRECT = new Uint8Array(128);
for (let i = 0; i < 128; i++) {
  DIRECT[i] = (i >= 0x20 && i < 0x7e && i !== PLUS && i !== 0x5c) || i === 9 || i === 10 || i === 13 ? 1 : 0;
}

/** CPython: Objects/unicodeobject.c `PyUnicode_DecodeUTF7Stateful`. */
function decode(content: Content, errors: string, object: unknown, unfinished?: Unfinished): string {
  const faults = new DecodeFaults('utf7', content, errors, object);
  const builder = new TextBuilder();
  let at = 0;
  let inBase64 = false;
  /** Where the current run of base64 began in the bytes and in the text. */
  let runStart = 0;
  let textStart = 0;
  let bits = 0;
  let buffer = 0;
  /** A high surrogate that waits for its other half; 0 for none. */
  let surrogate = 0;

  const fault = (start: number, reason: string): void => {
    at = faults.handle(start, at, reason);
    builder.text(faults.replacement);
  };

  for (;;) {
    while (at < faults.length) {
      const byte = faults.byteAt(at);
      if (!inBase64) {
        const start = at++;
        if (byte !== PLUS) {
          if (byte < 0x80) builder.unit(byte);
          else fault(start, 'unexpected special character');
          continue;
        }
        runStart = start;
        const next = at < faults.length ? faults.byteAt(at) : -1;
        if (next === MINUS) {
          at++;
          builder.unit(PLUS);
        } else if (next !== -1 && valueOf[next]! < 0) {
          at++;
          fault(runStart, 'ill-formed sequence');
        } else {
          inBase64 = true;
          textStart = builder.length;
          bits = buffer = surrogate = 0;
        }
        continue;
      }
      const value = valueOf[byte]!;
      if (value >= 0) {
        at++;
        buffer = (buffer << 6) | value;
        bits += 6;
        if (bits < 16) continue;
        bits -= 16;
        const unit = buffer >> bits;
        buffer &= (1 << bits) - 1;
        if (surrogate !== 0) {
          builder.unit(surrogate);
          surrogate = 0;
          if (unit >= 0xdc00 && unit <= 0xdfff) {
            builder.unit(unit);
            continue;
          }
        }
        if (unit >= 0xd800 && unit <= 0xdbff) surrogate = unit;
        else builder.unit(unit);
        continue;
      }
      inBase64 = false;
      if (bits >= 6) {
        at++;
        fault(runStart, 'partial character in shift sequence');
      } else if (bits > 0 && buffer !== 0) {
        at++;
        fault(runStart, 'non-zero padding bits in shift sequence');
      } else {
        if (surrogate !== 0 && byte < 0x80 && byte !== PLUS) builder.unit(surrogate);
        surrogate = 0;
        if (byte === MINUS) at++;
      }
    }
    if (!inBase64 || unfinished !== undefined) break;
    inBase64 = false;
    if (surrogate === 0 && bits < 6 && (bits === 0 || buffer === 0)) break;
    at = faults.length;
    fault(runStart, 'unterminated shift sequence');
    if (at >= faults.length) break;
  }
  const text = builder.finish();
  if (unfinished === undefined) return text;
  if (!inBase64) {
    if (faults.length !== content[LENGTH]) unfinished.consumed = faults.length;
    return text;
  }
  unfinished.consumed = runStart;
  return text.slice(0, textStart);
}

/** CPython: Objects/unicodeobject.c `_PyUnicode_EncodeUTF7`. */
function encode(text: string): Range {
  const sink = new ByteSink(text.length);
  let inBase64 = false;
  let bits = 0;
  let buffer = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 128 && DIRECT[unit] === 1) {
      if (inBase64) {
        if (bits > 0) sink.byte(DIGITS.charCodeAt((buffer << (6 - bits)) & 63));
        bits = buffer = 0;
        inBase64 = false;
        if (valueOf[unit]! >= 0 || unit === MINUS) sink.byte(MINUS);
      }
      sink.byte(unit);
    } else if (!inBase64 && unit === PLUS) {
      sink.byte(PLUS);
      sink.byte(MINUS);
    } else {
      if (!inBase64) sink.byte(PLUS);
      inBase64 = true;
      bits += 16;
      buffer = (buffer << 16) | unit;
      for (; bits >= 6; bits -= 6) sink.byte(DIGITS.charCodeAt((buffer >> (bits - 6)) & 63));
      buffer &= (1 << bits) - 1;
    }
  }
  if (bits > 0) sink.byte(DIGITS.charCodeAt((buffer << (6 - bits)) & 63));
  if (inBase64) sink.byte(MINUS);
  return sink.finish();
}

export const utf7: Codec = { decode, encode };
