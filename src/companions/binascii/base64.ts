/** Base64 (RFC 4648). `binascii` exports it, `base64` builds on it. */
import { findByte } from '../../algorithms/index.js';
import { bytesOf, bytesOfRange } from '../../bytes/index.js';
import type { Bytes } from '../../bytes/index.js';
import { base64Slice, base64Write, latin1Slice, latin1Write, utf8Length } from '../../codecs/host-text.js';
import { LENGTH, MEMORY, START, allocate, copyRange, intact } from '../../memory/index.js';
import type { Range } from '../../memory/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { isTrue } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import { BASE64 } from './alphabets.js';
import {
  decodeTable,
  encodeAlphabet,
  ignored,
  withAscii,
  withBytes,
  wrapColumn,
  wrapped,
} from './arguments.js';
import type { AsciiLike } from './arguments.js';
import { checkKeywords } from './bind.js';
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
  checkKeywords('b2a_base64', options, ['padded', 'wrapcol', 'newline', 'alphabet']);
  return withBytes(data, (memory, start, end) => {
    const padded = options.padded === undefined || isTrue(options.padded);
    const wrapcol = wrapColumn(options.wrapcol);
    const newline = options.newline === undefined || isTrue(options.newline);
    const alphabet = encodeAlphabet(options.alphabet, BASE64);
    const column = wrapcol === 0 ? 0 : Math.max(4, wrapcol - (wrapcol % 4));
    intact(memory, end);
    const range = encode(memory, start, end, alphabet, padded, newline && column === 0);
    if (column === 0) return bytesOfRange(range);
    const text = wrapped(range[MEMORY].subarray(range[START], range[START] + range[LENGTH]), column);
    if (!newline) return bytesOf(text, 0, text.length);
    const ended = new Uint8Array(text.length + 1);
    ended.set(text);
    ended[text.length] = 0x0a;
    return bytesOf(ended, 0, ended.length);
  });
}

/** Padded base64 of the standard alphabet in one line. */
export function encodePlainly(data: BytesLike): Bytes {
  return withBytes(data, (memory, start, end) =>
    bytesOfRange(encode(memory, start, end, BASE64, true, false)),
  );
}

function encode(
  memory: Uint8Array,
  start: number,
  end: number,
  alphabet: Uint8Array,
  padded: boolean,
  newline: boolean,
): Range {
  const rest = (end - start) % 3;
  const whole = end - rest;
  const tail = rest === 0 ? 0 : padded ? 4 : rest + 1;
  const range = allocate(((whole - start) / 3) * 4 + tail + (newline ? 1 : 0));
  const text = range[MEMORY];
  const native = encodeNatively(memory, start, whole, alphabet, text, range[START]);
  let at = range[START] + native;
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
  return range;
}

/** From this many bytes on the platform is faster: 0.2 ns a byte, where the loop takes 2. */
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
  at: number,
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
  latin1Write.call(text, encoded, at, encoded.length);
  return encoded.length;
}

/** What has been decoded of a text: where, and how much of both. */
interface Begun {
  readonly target: Range;
  /** Characters that have been read, whole groups. */
  readonly read: number;
}

/** The most bytes that so many characters make, of which `pads` at the end are padding. */
function mostBytes(characters: number, pads: number): number {
  return Math.ceil(((characters - pads) * 3) / 4);
}

/** Characters that the platform decodes, of so many: it is given nothing but whole groups, and the last may be padded. */
function nativeLength(length: number): number {
  const whole = length - (length % 4) - 4;
  return whole < NATIVE_FROM || whole > NATIVE_TO || base64Write === null ? 0 : whole;
}

/**
 * Decodes groups by the platform's means.
 *
 * @param groups characters without those that only URLs have, which the platform takes as well
 * @returns whether they were nothing but digits; otherwise the bytes written do not count
 */
function decodeNatively(groups: string, { [MEMORY]: bytes, [START]: start }: Range): boolean {
  const size = (groups.length / 4) * 3;
  return base64Write!.call(bytes, groups, start, size) === size;
}

/** Begins with a text, of which no copy in bytes is made then; null where the platform cannot. */
function beginWithText(text: string): Begun | null {
  const read = nativeLength(text.length);
  // The platform looks at the low byte of a character only.
  if (read === 0 || utf8Length === null || utf8Length(text) !== text.length) return null;
  const groups = text.slice(0, read);
  if (groups.includes('-') || groups.includes('_')) return null;
  const pads = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const target = allocate(mostBytes(text.length, pads));
  return decodeNatively(groups, target) ? { target, read } : null;
}

/** Begins with bytes. */
function begin(memory: Uint8Array, start: number, end: number, isStandard: boolean): Begun {
  const last = (back: number): number => (end - back >= start && memory[end - back] === PAD ? 1 : 0);
  const pads = last(1) === 0 ? 0 : 1 + last(2);
  const target = allocate(mostBytes(end - start, pads));
  const read = isStandard && latin1Slice !== null ? nativeLength(end - start) : 0;
  const stop = start + read;
  const isNative =
    read > 0 &&
    findByte(memory, start, stop, MINUS) < 0 &&
    findByte(memory, start, stop, UNDERSCORE) < 0 &&
    decodeNatively(latin1Slice!.call(memory, start, stop), target);
  return { target, read: isNative ? read : 0 };
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
  checkKeywords('a2b_base64', options, ['strict_mode', 'padded', 'alphabet', 'ignorechars', 'canonical']);
  const begun = typeof data === 'string' && options.alphabet === undefined ? beginWithText(data) : null;
  const rest = begun === null ? data : (data as string).slice(begun.read);
  return withAscii(rest, (memory, start, end) => {
    const { strict_mode, ignorechars } = options;
    const strict = strict_mode === undefined ? ignorechars !== undefined : isTrue(strict_mode);
    const padded = options.padded === undefined || isTrue(options.padded);
    const table = decodeTable('a2b_base64', options.alphabet, BASE64);
    const skipped = ignored(ignorechars);
    const canonical = isTrue(options.canonical ?? false);
    intact(memory, end);
    const isStandard = options.alphabet === undefined;
    const { target, read } = begun ?? begin(memory, start, end, isStandard);
    const from = begun === null ? start + read : start;
    return decode(memory, from, end, target, read, table, strict, padded, strict ? skipped : null, canonical);
  });
}

/** @param read characters that have been decoded before, whole groups */
function decode(
  memory: Uint8Array,
  start: number,
  end: number,
  target: Range,
  read: number,
  table: Uint8Array,
  strict: boolean,
  padded: boolean,
  skipped: Uint8Array | null,
  canonical: boolean,
): Bytes {
  const skipsPad = skipped !== null && skipped[PAD] === 1;
  const bytes = target[MEMORY];
  const first = target[START];
  let out = first + (read / 4) * 3;
  let at = start;
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
        position === 0 && out === first ? 'Leading padding not allowed' : 'Excess padding not allowed',
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
      `Invalid base64-encoded string: number of data characters (${((out - first) / 3) * 4 + 1}) cannot be 1 more than a multiple of 4`,
    );
  }
  if (padded && position !== 0 && position + pads < 4) throw new BinasciiError('Incorrect padding');
  if (canonical && position !== 0 && left !== 0) throw new BinasciiError('Non-zero padding bits');
  return settled(target, out - first);
}

/** The first bytes of what was allocated. Much that is left unused is not kept. */
function settled(target: Range, length: number): Bytes {
  const { [MEMORY]: bytes, [START]: start, [LENGTH]: allocated } = target;
  if (allocated - length <= allocated >> 4) return bytesOf(bytes, start, length);
  return bytesOfRange(copyRange(bytes, start, start + length));
}
