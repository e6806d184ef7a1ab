/** Base64 (RFC 4648). `binascii` exports it, `base64` builds on it. */
import { findByte } from '../../algorithms/index.js';
import { bytesOf } from '../../bytes/index.js';
import type { Bytes } from '../../bytes/index.js';
import { base64Slice, base64Write, latin1Slice, latin1Write } from '../../codecs/host-text.js';
import { allocateOwn } from '../../memory/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { isTrue } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import { BASE64 } from './alphabets.js';
import {
  decodeTable,
  encodeAlphabet,
  ignored,
  keywords,
  withAscii,
  withBytes,
  wrapColumn,
  wrapped,
} from './arguments.js';
import type { AsciiLike } from './arguments.js';
import { BinasciiError } from './error.js';

const PAD = 0x3d;

/** Keywords of {@link b2a_base64}. */
export interface Base64EncodeOptions {
  /** Whether `=` fills the last four characters; true by default. */
  padded?: unknown;
  /** Characters in a line, rounded down to a multiple of 4; 0, the default, for one line. */
  wrapcol?: IntLike;
  /** Whether a line feed ends the result; true by default. */
  newline?: unknown;
  /** The 64 digits. */
  alphabet?: BytesLike;
}

/**
 * Bytes in base64.
 *
 * @throws PyTypeError `a bytes-like object is required, not 'str'`
 * @throws PyValueError `alphabet must have length 64`, `Cannot convert negative int`
 *
 * @example
 * ```ts
 * b2a_base64(b`hello`) // b'aGVsbG8=\n'
 * b2a_base64(b`hello`, { padded: false, newline: false }) // b'aGVsbG8'
 * ```
 *
 * CPython: Modules/binascii.c `binascii_b2a_base64_impl`
 */
export function b2a_base64(data: BytesLike, options: Base64EncodeOptions = {}): Bytes {
  keywords('b2a_base64', options, ['padded', 'wrapcol', 'newline', 'alphabet']);
  return withBytes(data, (memory, start, end) => {
    const padded = options.padded === undefined || isTrue(options.padded);
    const wrapcol = wrapColumn(options.wrapcol);
    const newline = options.newline === undefined || isTrue(options.newline);
    const alphabet = encodeAlphabet(options.alphabet, BASE64);
    const column = wrapcol === 0 ? 0 : Math.max(4, wrapcol - (wrapcol % 4));
    const text = wrapped(encode(memory, start, end, alphabet, padded, newline && column === 0), column);
    if (!newline || column === 0) return bytesOf(text, 0, text.length);
    const ended = new Uint8Array(text.length + 1);
    ended.set(text);
    ended[text.length] = 0x0a;
    return bytesOf(ended, 0, ended.length);
  });
}

function encode(
  memory: Uint8Array,
  start: number,
  end: number,
  alphabet: Uint8Array,
  padded: boolean,
  newline: boolean,
): Uint8Array {
  const rest = (end - start) % 3;
  const whole = end - rest;
  const tail = rest === 0 ? 0 : padded ? 4 : rest + 1;
  const text = allocateOwn(((whole - start) / 3) * 4 + tail + (newline ? 1 : 0));
  const native = encodeNatively(memory, start, whole, alphabet, text);
  let at = native;
  for (let i = start + (native / 4) * 3; i < whole; i += 3, at += 4) {
    const trio = (memory[i]! << 16) | (memory[i + 1]! << 8) | memory[i + 2]!;
    text[at] = alphabet[trio >> 18]!;
    text[at + 1] = alphabet[(trio >> 12) & 63]!;
    text[at + 2] = alphabet[(trio >> 6) & 63]!;
    text[at + 3] = alphabet[trio & 63]!;
  }
  if (rest > 0) {
    const trio = (memory[whole]! << 16) | (rest === 2 ? memory[whole + 1]! << 8 : 0);
    text[at++] = alphabet[trio >> 18]!;
    text[at++] = alphabet[(trio >> 12) & 63]!;
    if (rest === 2) text[at++] = alphabet[(trio >> 6) & 63]!;
    if (padded) for (let i = rest; i < 3; i++) text[at++] = PAD;
  }
  if (newline) text[at] = 0x0a;
  return text;
}

/** From so many bytes on the platform is faster: 0.2 ns a byte, where the loop takes 2. */
const NATIVE_FROM = 256;
/** The platform goes by way of a string, which cannot be of any length. */
const NATIVE_TO = 2 ** 28;
const MINUS = 0x2d;
const UNDERSCORE = 0x5f;

/** Encodes whole groups by the platform's means. @returns how many characters have been written, 0 for none */
function encodeNatively(
  memory: Uint8Array,
  start: number,
  end: number,
  alphabet: Uint8Array,
  text: Uint8Array,
): number {
  if (
    end - start < NATIVE_FROM ||
    end - start > NATIVE_TO ||
    alphabet !== BASE64 ||
    base64Slice === null ||
    latin1Write === null
  )
    return 0;
  const encoded = base64Slice.call(memory, start, end);
  latin1Write.call(text, encoded, 0, encoded.length);
  return encoded.length;
}

/**
 * Decodes by the platform's means what is nothing but whole groups of digits.
 *
 * @returns how many characters have been read, 0 where there may be others: then the bytes written do not count
 */
function decodeNatively(memory: Uint8Array, start: number, end: number, bytes: Uint8Array): number {
  // The last groups may be padded.
  const length = end - start - ((end - start) % 4) - 4;
  if (length < NATIVE_FROM || length > NATIVE_TO || base64Write === null || latin1Slice === null) return 0;
  const stop = start + length;
  // The platform takes those of URLs, too.
  if (findByte(memory, start, stop, MINUS) >= 0 || findByte(memory, start, stop, UNDERSCORE) >= 0) return 0;
  const size = (length / 4) * 3;
  return base64Write.call(bytes, latin1Slice.call(memory, start, stop), 0, size) === size ? length : 0;
}

/** Keywords of {@link a2b_base64}. */
export interface Base64DecodeOptions {
  /** Whether characters outside the alphabet and excess padding are errors; true by default when `ignorechars` is given. */
  strict_mode?: unknown;
  /** Whether padding is required; true by default. */
  padded?: unknown;
  /** The 64 digits, as `bytes`. */
  alphabet?: Bytes;
  /** Characters to pass over in strict mode. */
  ignorechars?: BytesLike;
  /** Whether unused bits have to be zero; false by default. */
  canonical?: unknown;
}

/**
 * The bytes of base64.
 *
 * @throws BinasciiError `Incorrect padding`, `Non-zero padding bits`, and in strict mode `Only base64 data is allowed`,
 *   `Excess padding not allowed`, `Leading padding not allowed`, `Padding not allowed`, `Excess data after padding`,
 *   `Discontinuous padding not allowed`
 * @throws PyTypeError `argument should be bytes, buffer or ASCII string, not 'int'`
 * @throws PyValueError `string argument should contain only ASCII characters`, `alphabet must have length 64`
 *
 * @example
 * ```ts
 * a2b_base64('aGVsbG8=\n') // b'hello'
 * a2b_base64('aGVsbG8', { padded: false }) // b'hello'
 * ```
 *
 * CPython: Modules/binascii.c `binascii_a2b_base64_impl`
 */
export function a2b_base64(data: AsciiLike, options: Base64DecodeOptions = {}): Bytes {
  keywords('a2b_base64', options, ['strict_mode', 'padded', 'alphabet', 'ignorechars', 'canonical']);
  return withAscii(data, (memory, start, end) => {
    const { strict_mode, ignorechars } = options;
    const strict = strict_mode === undefined ? ignorechars !== undefined : isTrue(strict_mode);
    const padded = options.padded === undefined || isTrue(options.padded);
    const table = decodeTable('a2b_base64', options.alphabet, BASE64);
    const skipped = ignored(ignorechars);
    const canonical = isTrue(options.canonical ?? false);
    const isStandard = options.alphabet === undefined;
    return decode(memory, start, end, table, isStandard, strict, padded, strict ? skipped : null, canonical);
  });
}

function decode(
  memory: Uint8Array,
  start: number,
  end: number,
  table: Uint8Array,
  isStandard: boolean,
  strict: boolean,
  padded: boolean,
  skipped: Uint8Array | null,
  canonical: boolean,
): Bytes {
  const bytes = allocateOwn(Math.ceil((end - start) / 4) * 3);
  const skipsPad = skipped !== null && skipped[PAD] === 1;
  const native = isStandard ? decodeNatively(memory, start, end, bytes) : 0;
  let out = (native / 4) * 3;
  let at = start + native;
  /** Digits of the present four, the bits of them that make no byte yet, and padding behind them. */
  let position = 0;
  let left = 0;
  let pads = 0;
  for (;;) {
    if (position === 0 && pads === 0) {
      for (; at + 4 <= end; at += 4, out += 3) {
        const a = table[memory[at]!]!;
        const b = table[memory[at + 1]!]!;
        const c = table[memory[at + 2]!]!;
        const d = table[memory[at + 3]!]!;
        if ((a | b | c | d) > 63) break;
        bytes[out] = (a << 2) | (b >> 4);
        bytes[out + 1] = (b << 4) | (c >> 2);
        bytes[out + 2] = (c << 6) | d;
      }
    }
    if (at >= end) break;
    const byte = memory[at++]!;
    if (byte === PAD) {
      pads++;
      if (!strict) continue;
      if (padded && position >= 2 && position + pads <= 4) continue;
      if (skipsPad) continue;
      if (!padded) throw new BinasciiError('Padding not allowed');
      if (position === 1) break;
      throw new BinasciiError(
        position === 0 && at - 1 === start ? 'Leading padding not allowed' : 'Excess padding not allowed',
      );
    }
    const digit = table[byte]!;
    if (digit > 63) {
      if (strict && skipped![byte] === 0) throw new BinasciiError('Only base64 data is allowed');
      continue;
    }
    if (pads > 0 && strict && !skipsPad) {
      throw new BinasciiError(
        position + pads === 4 ? 'Excess data after padding' : 'Discontinuous padding not allowed',
      );
    }
    pads = 0;
    if (position > 0) bytes[out++] = (left << (2 * position)) | (digit >> (6 - 2 * position));
    left = position === 3 ? 0 : digit & (0x3f >> (2 * position));
    position = (position + 1) & 3;
  }
  if (position === 1) {
    throw new BinasciiError(
      `Invalid base64-encoded string: number of data characters (${(out / 3) * 4 + 1}) cannot be 1 more than a multiple of 4`,
    );
  }
  if (padded && position !== 0 && position + pads < 4) throw new BinasciiError('Incorrect padding');
  if (canonical && position !== 0 && left !== 0) throw new BinasciiError('Non-zero padding bits');
  return bytesOf(out === bytes.length ? bytes : bytes.slice(0, out), 0, out);
}
