/** Hexadecimal digits. `binascii` exports it, `base64` builds on it. */
import { kernels } from '../../accelerate/load.js';
import { hex, hexBytes } from '../../algorithms/index.js';
import { asHexSeparator } from '../../bytes/arguments.js';
import { Bytes, bytesOfRange } from '../../bytes/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { MEMORY, START, allocate, intact, shareRange } from '../../memory/index.js';
import type { Range } from '../../memory/index.js';
import { asSsizeArgument } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import { ignored, readBytes, withAscii, withBytes } from './arguments.js';
import type { AsciiLike } from './arguments.js';
import { bind, checkKeywords } from './bind.js';
import { BinasciiError } from './error.js';

/** Keywords of {@link hexlify}. */
export interface HexlifyOptions {
  /** One character between groups; none by default. */
  sep?: BytesLike | string;
  /** Bytes in a group, 1 by default, counted from the right, from the left when negative. */
  bytes_per_sep?: IntLike;
}

const HEXLIFY = ['sep', 'bytes_per_sep'];

/**
 * Encodes bytes in hexadecimal, two lower-case digits each.
 *
 * @param sep one character between groups; none by default
 * @param bytes_per_sep bytes in a group, 1 by default, counted from the right, from the left when negative
 * @throws PyTypeError `a bytes-like object is required, not 'str'`
 * @throws PyTypeError `sep must be str or bytes.`, `object of type 'int' has no len()`
 * @throws PyValueError `sep must be length 1.`, `sep must be ASCII.`
 *
 * @example
 * ```ts
 * hexlify(b`\xb9\x01\xef`) // b'b901ef'
 * hexlify(b`\xb9\x01\xef`, '_', 2) // b'b9_01ef'
 * ```
 *
 * CPython: Modules/binascii.c `binascii_hexlify_impl`
 */
export function hexlify(data: BytesLike, sep?: BytesLike | string, bytes_per_sep?: IntLike): Bytes;
export function hexlify(
  data: BytesLike,
  sep: BytesLike | string | undefined,
  options: Pick<HexlifyOptions, 'bytes_per_sep'>,
): Bytes;
export function hexlify(data: BytesLike, options: HexlifyOptions): Bytes;
export function hexlify(data: BytesLike, ...args: unknown[]): Bytes {
  return digits('hexlify', data, args);
}

/** {@link hexlify} by its other name. CPython: Modules/binascii.c `binascii_b2a_hex_impl` */
export function b2a_hex(data: BytesLike, sep?: BytesLike | string, bytes_per_sep?: IntLike): Bytes;
export function b2a_hex(
  data: BytesLike,
  sep: BytesLike | string | undefined,
  options: Pick<HexlifyOptions, 'bytes_per_sep'>,
): Bytes;
export function b2a_hex(data: BytesLike, options: HexlifyOptions): Bytes;
export function b2a_hex(data: BytesLike, ...args: unknown[]): Bytes {
  return digits('b2a_hex', data, args);
}

function digits(name: string, data: BytesLike, args: readonly unknown[]): Bytes {
  if (args.length === 0 && data !== undefined) {
    return readBytes(data, (memory, start, end) => bytesOfRange(hexBytes(memory, start, end)));
  }
  const { sep, bytes_per_sep = 1 } = bind({ name, first: 'data', positional: HEXLIFY }, [data, ...args]);
  return withBytes(data, (memory, start, end) => {
    const group = asSsizeArgument(bytes_per_sep as IntLike);
    const code = asHexSeparator(sep, 255);
    intact(memory, end);
    if (code < 0) return bytesOfRange(hexBytes(memory, start, end));
    return new Bytes(hex(memory, start, end, code, group), 'latin-1');
  });
}

/** Keywords of {@link unhexlify}. */
export interface UnhexlifyOptions {
  /** Characters to skip between digits. */
  ignorechars?: BytesLike;
}

/** The value of each hexadecimal digit; 255 for all other bytes. */
const VALUES = new Uint8Array(256).fill(255);
for (let i = 0; i < 16; i++) {
  const digit = i.toString(16);
  VALUES[digit.charCodeAt(0)] = VALUES[digit.toUpperCase().charCodeAt(0)] = i;
}

/**
 * Decodes hexadecimal digits.
 *
 * @throws BinasciiError `Odd number of hexadecimal digits`, `Non-hexadecimal digit found`
 * @throws PyTypeError `argument should be bytes, buffer or ASCII string, not 'int'`
 *
 * @example
 * ```ts
 * unhexlify('b901ef') // b'\xb9\x01\xef'
 * unhexlify('b9 01', { ignorechars: b` ` }) // b'\xb9\x01'
 * ```
 *
 * CPython: Modules/binascii.c `binascii_unhexlify_impl`
 */
export function unhexlify(hexstr: AsciiLike, options: UnhexlifyOptions = {}): Bytes {
  return bytesOfDigits('unhexlify', hexstr, options, arguments);
}

/** {@link unhexlify} by its other name. CPython: Modules/binascii.c `binascii_a2b_hex_impl` */
export function a2b_hex(hexstr: AsciiLike, options: UnhexlifyOptions = {}): Bytes {
  return bytesOfDigits('a2b_hex', hexstr, options, arguments);
}

/** From this many characters on, the kernel is faster, including the copying. */
const KERNEL_FROM = 128;

/**
 * Decodes digits with the kernel. Returns false, after writing arbitrary bytes, if any character is not a
 * digit.
 */
function isWritten(memory: Uint8Array, start: number, end: number, target: Range): boolean {
  const k = end - start < KERNEL_FROM ? null : kernels(end - start);
  // The kernel skips spaces; then it has written too few bytes.
  if (k === null) return false;
  return 2 * k.glue.fromHexBytes(k, memory, start, end, target[MEMORY], target[START]) === end - start;
}

function bytesOfDigits(
  name: string,
  hexstr: AsciiLike,
  options: UnhexlifyOptions,
  args: ArrayLike<unknown>,
): Bytes {
  checkKeywords(name, args, ['ignorechars']);
  return withAscii(hexstr, (memory, start, end) => {
    const skipped = ignored(options.ignorechars);
    intact(memory, end);
    const target = allocate((end - start) >> 1);
    if (isWritten(memory, start, end, target)) return bytesOfRange(target);
    const bytes = target[MEMORY];
    let out = target[START];
    let at = start;
    // Pairs of digits up to the first other character.
    for (; at + 2 <= end; at += 2) {
      const high = VALUES[memory[at]!]!;
      const low = VALUES[memory[at + 1]!]!;
      if ((high | low) > 15) break;
      bytes[out++] = 16 * high + low;
    }
    let high = -1;
    for (; at < end; at++) {
      const byte = memory[at]!;
      const value = VALUES[byte]!;
      if (value > 15) {
        if (skipped[byte] === 1) continue;
        throw new BinasciiError('Non-hexadecimal digit found');
      }
      if (high < 0) {
        high = value;
      } else {
        bytes[out++] = 16 * high + value;
        high = -1;
      }
    }
    if (high >= 0) throw new BinasciiError('Odd number of hexadecimal digits');
    return bytesOfRange(shareRange(bytes, target[START], out));
  });
}
