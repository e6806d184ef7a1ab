/** The functions of `base64` that read and write base16 and base32. CPython: Lib/base64.py */
import { Bytes, bytesOf } from '../../bytes/index.js';
import { PyTypeError, PyValueError } from '../../exceptions/index.js';
import { isBytesLike, kindOf } from '../../protocol/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { PyFloat, isFloat, isTrue, typeName } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import { BASE32HEX } from '../binascii/alphabets.js';
import { copyOf } from '../binascii/arguments.js';
import type { AsciiLike } from '../binascii/arguments.js';
import { bind, checkKeywords } from '../binascii/bind.js';
import type { Bound, Parameters } from '../binascii/bind.js';
import { a2b_base32, b2a_base32 } from '../binascii/base32.js';
import type { Base32DecodeOptions } from '../binascii/base32.js';
import { BinasciiError } from '../binascii/error.js';
import { hexlify, unhexlify } from '../binascii/hex.js';
import { decodeData, ownBytes, translate, uppercase } from './data.js';

const HEX_ALPHABET = bytesOf(BASE32HEX, 0, 32);

/** Keywords of the encoders of base32. */
export interface B32EncodeOptions {
  /** Whether `=` fills the last eight characters; true by default. */
  padded?: unknown;
  /** Characters in a line; 0, the default, for one line. */
  wrapcol?: IntLike;
}

/** Keywords of the decoders of base32. */
export interface B32DecodeOptions {
  /** Whether lower-case digits are accepted; false by default. */
  casefold?: unknown;
  /** Whether padding is required; true by default. */
  padded?: unknown;
  /** Characters to skip. */
  ignorechars?: BytesLike;
  /** Whether unused bits have to be zero; false by default. */
  canonical?: unknown;
}

/** Keywords of {@link b32decode}. */
export interface Base32Options extends B32DecodeOptions {
  /** The letter, I or L, that the digit 1 stands for; if passed, 0 stands for O. None by default. */
  map01?: AsciiLike | null;
}

/** Keywords of {@link b16decode}. */
export interface B16DecodeOptions {
  /** Whether lower-case digits are accepted; false by default. */
  casefold?: unknown;
  /** Characters to skip. */
  ignorechars?: BytesLike;
}

const DECODERS_KEYWORDS = ['padded', 'ignorechars', 'canonical'];
const B32DECODE: Parameters = {
  name: 'b32decode',
  first: 's',
  positional: ['casefold', 'map01'],
  keywords: DECODERS_KEYWORDS,
  inPython: true,
};
const B32HEXDECODE: Parameters = {
  name: 'b32hexdecode',
  first: 's',
  positional: ['casefold'],
  keywords: DECODERS_KEYWORDS,
  inPython: true,
};
const B16DECODE: Parameters = {
  name: 'b16decode',
  first: 's',
  positional: ['casefold'],
  keywords: ['ignorechars'],
  inPython: true,
};

/**
 * Encodes bytes in base32.
 *
 * @example
 * ```ts
 * b32encode(b`hi`) // b'NBUQ===='
 * ```
 *
 * CPython: Lib/base64.py `b32encode`
 */
export function b32encode(s: BytesLike, options: B32EncodeOptions = {}): Bytes {
  checkKeywords('b32encode', arguments, ['padded', 'wrapcol'], 's');
  return b2a_base32(s, options);
}

/** Encodes bytes in base32hex. CPython: Lib/base64.py `b32hexencode` */
export function b32hexencode(s: BytesLike, options: B32EncodeOptions = {}): Bytes {
  checkKeywords('b32hexencode', arguments, ['padded', 'wrapcol'], 's');
  return b2a_base32(s, { ...options, alphabet: HEX_ALPHABET });
}

/** The keywords that `binascii.a2b_base32` takes. */
function rest({ padded, ignorechars, canonical }: Bound): Base32DecodeOptions {
  return {
    padded: padded === undefined || padded,
    canonical: canonical ?? false,
    ...(ignorechars !== undefined && { ignorechars: ignorechars as BytesLike }),
  };
}

/**
 * Decodes base32.
 *
 * @param casefold whether lower-case digits are accepted; false by default
 * @param map01 the letter, I or L, that the digit 1 stands for; if passed, 0 stands for O; none by default
 * @param options the same two by name, and `padded`, `ignorechars`, `canonical`
 * @throws BinasciiError like `binascii.a2b_base32`
 * @throws PyTypeError `argument should be a bytes-like object or ASCII string, not 'int'`
 *
 * @example
 * ```ts
 * b32decode('nbuq====', true) // b'hi'
 * b32decode('nbuq', { casefold: true, padded: false }) // b'hi'
 * ```
 *
 * CPython: Lib/base64.py `b32decode`
 */
export function b32decode(
  s: AsciiLike,
  casefold?: unknown,
  map01?: AsciiLike | null,
  options?: Omit<Base32Options, 'casefold' | 'map01'>,
): Bytes;
export function b32decode(s: AsciiLike, casefold: unknown, options: Omit<Base32Options, 'casefold'>): Bytes;
export function b32decode(s: AsciiLike, options: Base32Options): Bytes;
export function b32decode(s: AsciiLike, ...args: unknown[]): Bytes {
  const options = bind(B32DECODE, [s, ...args]);
  let data = decodeData(s);
  const map01 = (options['map01'] ?? null) as AsciiLike | null;
  if (map01 !== null) {
    const letters = copyOf(decodeData(map01));
    if (letters.length !== 1) throw new PyValueError('maketrans arguments must have same length');
    data = translate(ownBytes(data), Uint8Array.of(0x30, 0x31), Uint8Array.of(0x4f, letters[0]!));
  }
  if (isTrue(options['casefold'] ?? false)) data = uppercase(ownBytes(data));
  return a2b_base32(data, rest(options));
}

/**
 * Decodes base32hex. Parameters and errors are the same as for {@link b32decode}, without `map01`.
 *
 * CPython: Lib/base64.py `b32hexdecode`
 */
export function b32hexdecode(
  s: AsciiLike,
  casefold?: unknown,
  options?: Omit<B32DecodeOptions, 'casefold'>,
): Bytes;
export function b32hexdecode(s: AsciiLike, options: B32DecodeOptions): Bytes;
export function b32hexdecode(s: AsciiLike, ...args: unknown[]): Bytes {
  const options = bind(B32HEXDECODE, [s, ...args]);
  let data = decodeData(s);
  if (isTrue(options['casefold'] ?? false)) data = uppercase(ownBytes(data));
  return a2b_base32(data, { ...rest(options), alphabet: HEX_ALPHABET });
}

/**
 * Encodes bytes in base16: upper-case hexadecimal.
 *
 * @param options `wrapcol`: characters in a line; 0, the default, for one line
 * @throws PyValueError `Negative wrapcol`
 *
 * @example
 * ```ts
 * b16encode(b`\xb9\x01`) // b'B901'
 * ```
 *
 * CPython: Lib/base64.py `b16encode`
 */
export function b16encode(s: BytesLike, options: { wrapcol?: IntLike } = {}): Bytes {
  checkKeywords('b16encode', arguments, ['wrapcol'], 's');
  const given: unknown = options.wrapcol ?? 0;
  if (!isTrue(given)) return hexlify(s).upper();
  if (!isReal(given))
    throw new PyTypeError(`'<' not supported between instances of '${typeName(given)}' and 'int'`);
  const wrapcol = isFloat(given) ? given.value : given;
  if (wrapcol < 0) throw new PyValueError('Negative wrapcol');
  return hexlify(s, '\n', minusHalf(given, wrapcol)).upper();
}

/** `-(max(wrapcol, 2) // 2)`, which is a float for a float. */
function minusHalf(given: unknown, wrapcol: number | bigint): IntLike {
  if (wrapcol < 2) return -1;
  if (typeof wrapcol === 'bigint') return -(wrapcol / 2n);
  return isFloat(given) ? (new PyFloat(0) as never) : -Math.floor(Number(wrapcol) / 2);
}

/** Whether a value is an int or a float, which can be compared with an int. */
function isReal(value: unknown): value is number | bigint | PyFloat {
  return ['number', 'bigint', 'boolean'].includes(typeof value) || isFloat(value);
}

const LOWER_DIGITS = [0x61, 0x62, 0x63, 0x64, 0x65, 0x66];

/**
 * Decodes base16.
 *
 * @param casefold whether lower-case digits are accepted; false by default
 * @param options the same by name, and `ignorechars`: characters to skip
 * @throws BinasciiError `Non-base16 digit found`, `Non-hexadecimal digit found`,
 *   `Odd number of hexadecimal digits`
 * @throws PyTypeError `argument should be a bytes-like object or ASCII string, not 'int'`
 *
 * @example
 * ```ts
 * b16decode('B901') // b'\xb9\x01'
 * ```
 *
 * CPython: Lib/base64.py `b16decode`
 */
export function b16decode(
  s: AsciiLike,
  casefold?: unknown,
  options?: Omit<B16DecodeOptions, 'casefold'>,
): Bytes;
export function b16decode(s: AsciiLike, options: B16DecodeOptions): Bytes;
export function b16decode(s: AsciiLike, ...args: unknown[]): Bytes {
  const options = bind(B16DECODE, [s, ...args]);
  const { ignorechars = new Bytes() } = options as B16DecodeOptions;
  if (isTrue(options['casefold'] ?? false)) return unhexlify(s, { ignorechars });
  const data = ownBytes(decodeData(s));
  if (!isBytesLike(ignorechars)) {
    const type = ignorechars === null ? 'NoneType' : typeName(ignorechars);
    throw new PyTypeError(`memoryview: a bytes-like object is required, not '${type}'`);
  }
  const passed = kindOf(ignorechars) === 'bytes' ? ignorechars : copyOf(decodeData(ignorechars));
  const skipped = ownBytes(passed);
  if (LOWER_DIGITS.some((digit) => data.includes(digit) && !skipped.includes(digit))) {
    throw new BinasciiError('Non-base16 digit found');
  }
  return unhexlify(
    data.filter((byte) => !LOWER_DIGITS.includes(byte)),
    { ignorechars: passed },
  );
}
