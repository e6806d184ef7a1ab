/** Base32 (RFC 4648). `binascii` exports it, `base64` builds on it. */
import { bytesOf, bytesOfRange } from '../../bytes/index.js';
import type { Bytes } from '../../bytes/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { Range, intact } from '../../memory/index.js';
import { isTrue } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import { BASE32 } from './alphabets.js';
import {
  checkAlphabetType,
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

/** Keywords of {@link b2a_base32}. */
export interface Base32EncodeOptions {
  /** Whether `=` fills the last eight characters; true by default. */
  padded?: unknown;
  /** Characters in a line, rounded down to a multiple of 8; 0, the default, for one line. */
  wrapcol?: IntLike;
  /** The 32 digits. */
  alphabet?: BytesLike;
}

/**
 * Encodes bytes in base32.
 *
 * @throws PyTypeError `a bytes-like object is required, not 'str'`
 * @throws PyValueError `alphabet must have length 32`, `Cannot convert negative int`
 *
 * @example
 * ```ts
 * b2a_base32(b`hi`) // b'NBUQ===='
 * ```
 *
 * CPython: Modules/binascii.c `binascii_b2a_base32_impl`
 */
export function b2a_base32(data: BytesLike, options: Base32EncodeOptions = {}): Bytes {
  checkKeywords('b2a_base32', arguments, ['padded', 'wrapcol', 'alphabet']);
  return withBytes(data, (memory, start, end) => {
    const padded = options.padded === undefined || isTrue(options.padded);
    const wrapcol = wrapColumn(options.wrapcol);
    const alphabet = encodeAlphabet(options.alphabet, BASE32);
    intact(memory, end);
    const digits = Math.ceil(((end - start) * 8) / 5);
    const text = new Uint8Array(padded ? Math.ceil(digits / 8) * 8 : digits).fill(PAD);
    let buffer = 0;
    let bits = 0;
    let at = 0;
    for (let i = start; i < end; i++) {
      buffer = ((buffer & 0x1f) << 8) | memory[i]!;
      for (bits += 8; bits >= 5; bits -= 5) text[at++] = alphabet[(buffer >> (bits - 5)) & 31]!;
    }
    if (bits > 0) text[at] = alphabet[(buffer << (5 - bits)) & 31]!;
    const column = wrapcol === 0 ? 0 : Math.max(8, wrapcol - (wrapcol % 8));
    return bytesOfRange(wrapped(new Range(text, 0, text.length), column));
  });
}

/** Keywords of {@link a2b_base32}. */
export interface Base32DecodeOptions {
  /** Whether padding is required; true by default. Without it, none is allowed. */
  padded?: unknown;
  /** The 32 digits, as `bytes`. */
  alphabet?: Bytes;
  /** Characters to skip. */
  ignorechars?: BytesLike;
  /** Whether unused bits have to be zero; false by default. */
  canonical?: unknown;
}

/**
 * Decodes base32.
 *
 * @throws BinasciiError `Only base32 data is allowed`, `Incorrect padding`, `Excess padding not allowed`,
 *   `Leading padding not allowed`, `Padding not allowed`, `Excess data after padding`,
 *   `Discontinuous padding not allowed`, `Non-zero padding bits`
 * @throws PyTypeError `argument should be bytes, buffer or ASCII string, not 'int'`
 *
 * @example
 * ```ts
 * a2b_base32('NBUQ====') // b'hi'
 * ```
 *
 * CPython: Modules/binascii.c `binascii_a2b_base32_impl`
 */
export function a2b_base32(data: AsciiLike, options: Base32DecodeOptions = {}): Bytes {
  checkKeywords('a2b_base32', arguments, ['padded', 'alphabet', 'ignorechars', 'canonical']);
  return withAscii(data, (memory, start, end) => {
    const padded = options.padded === undefined || isTrue(options.padded);
    const { alphabet } = options;
    checkAlphabetType('a2b_base32', alphabet);
    const skipped = ignored(options.ignorechars);
    const canonical = isTrue(options.canonical ?? false);
    const table = decodeTable(alphabet, BASE32);
    intact(memory, end);
    const bytes = new Uint8Array(Math.ceil((end - start) / 8) * 5);
    let out = 0;
    /** Digits of the current eight. */
    let position = 0;
    let pads = 0;
    let buffer = 0;
    let bits = 0;
    let count = 0;
    for (let at = start; at < end; at++) {
      const byte = memory[at]!;
      if (byte === PAD) {
        pads++;
        if (padded && [2, 4, 5, 7].includes(position) && position + pads <= 8) continue;
        if (skipped[PAD] === 1) continue;
        if (!padded) throw new BinasciiError('Padding not allowed');
        if ([1, 3, 6].includes(position)) break;
        throw new BinasciiError(
          position === 0 && out === 0 ? 'Leading padding not allowed' : 'Excess padding not allowed',
        );
      }
      const digit = table[byte]!;
      if (digit > 31) {
        if (skipped[byte] === 0) throw new BinasciiError('Only base32 data is allowed');
        continue;
      }
      if (pads > 0 && skipped[PAD] === 0) {
        throw new BinasciiError(
          position + pads === 8 ? 'Excess data after padding' : 'Discontinuous padding not allowed',
        );
      }
      count++;
      buffer = ((buffer & 0xff) << 5) | digit;
      bits += 5;
      if (bits >= 8) bytes[out++] = buffer >> (bits -= 8);
      position = (position + 1) & 7;
      if (position === 0) bits = pads = 0;
    }
    if ([1, 3, 6].includes(position)) {
      throw new BinasciiError(
        `Invalid base32-encoded string: number of data characters (${count}) cannot be 1, 3, or 6 more than a multiple of 8`,
      );
    }
    if (padded && position !== 0 && position + pads < 8) throw new BinasciiError('Incorrect padding');
    if (canonical && position !== 0 && (buffer & ((1 << bits) - 1)) !== 0) {
      throw new BinasciiError('Non-zero padding bits');
    }
    return bytesOf(bytes.slice(0, out), 0, out);
  });
}
