/** The functions of `base64` that read and write Ascii85, base85 and Z85. CPython: Lib/base64.py */
import { bytesOf } from '../../bytes/index.js';
import type { Bytes } from '../../bytes/index.js';
import type { BytesLike } from '../../protocol/index.js';
import type { IntLike } from '../../python/index.js';
import { Z85 } from '../binascii/alphabets.js';
import type { AsciiLike } from '../binascii/arguments.js';
import { bind, checkKeywords } from '../binascii/bind.js';
import type { Parameters } from '../binascii/bind.js';
import { a2b_ascii85, a2b_base85, b2a_ascii85, b2a_base85 } from '../binascii/base85.js';
import type { Ascii85DecodeOptions, Ascii85EncodeOptions } from '../binascii/base85.js';

const Z85_DIGITS = bytesOf(Z85, 0, 85);
/** The white space that Ascii85 skips by default. */
const WHITE_SPACE = Uint8Array.of(0x20, 0x09, 0x0a, 0x0d, 0x0b);

/**
 * Encodes bytes in Ascii85.
 *
 * @param options the options of `binascii.b2a_ascii85`
 *
 * @example
 * ```ts
 * a85encode(b`test`, { adobe: true }) // b'<~FCfN8~>'
 * ```
 *
 * CPython: Lib/base64.py `a85encode`
 */
export function a85encode(b: BytesLike, options: Ascii85EncodeOptions = {}): Bytes {
  checkKeywords('a85encode', arguments, ['foldspaces', 'wrapcol', 'pad', 'adobe'], 'b');
  return b2a_ascii85(b, options);
}

/**
 * Decodes Ascii85. White space is skipped unless `ignorechars` says otherwise.
 *
 * @param options the options of `binascii.a2b_ascii85`
 * @throws BinasciiError as `binascii.a2b_ascii85`
 *
 * @example
 * ```ts
 * a85decode('FCf N8') // b'test'
 * ```
 *
 * CPython: Lib/base64.py `a85decode`
 */
export function a85decode(b: AsciiLike, options: Ascii85DecodeOptions = {}): Bytes {
  checkKeywords('a85decode', arguments, ['foldspaces', 'adobe', 'ignorechars', 'canonical'], 'b');
  return a2b_ascii85(b, {
    ...options,
    ignorechars: options.ignorechars === undefined ? WHITE_SPACE : options.ignorechars,
  });
}

/** Keywords of the decoders of base85. */
export interface B85DecodeOptions {
  /** Characters to skip. */
  ignorechars?: BytesLike;
  /** Whether only the encoder's spelling is accepted; false by default. */
  canonical?: unknown;
}

/** Keywords of the encoders of base85. */
export interface B85EncodeOptions {
  /** Whether the last group is filled with zeros; false by default. */
  pad?: unknown;
  /** Characters in a line; 0, the default, for one line. */
  wrapcol?: IntLike;
}

const B85ENCODE: Parameters = {
  name: 'b85encode',
  first: 'b',
  positional: ['pad'],
  keywords: ['wrapcol'],
  inPython: true,
};
const Z85ENCODE: Parameters = { ...B85ENCODE, name: 'z85encode', first: 's' };

/**
 * Encodes bytes in base85, as `git` does.
 *
 * @param pad whether the last group is filled with zeros; false by default
 * @param options the same by name, and `wrapcol`: characters in a line; 0, the default, for one line
 *
 * @example
 * ```ts
 * b85encode(b`test`) // b'bY*jN'
 * ```
 *
 * CPython: Lib/base64.py `b85encode`
 */
export function b85encode(b: BytesLike, pad?: unknown, options?: { wrapcol?: IntLike }): Bytes;
export function b85encode(b: BytesLike, options: B85EncodeOptions): Bytes;
export function b85encode(b: BytesLike, ...args: unknown[]): Bytes {
  return b2a_base85(b, bind(B85ENCODE, [b, ...args]));
}

/** Decodes base85. @throws BinasciiError like `binascii.a2b_base85`. CPython: Lib/base64.py `b85decode` */
export function b85decode(b: AsciiLike, options: B85DecodeOptions = {}): Bytes {
  checkKeywords('b85decode', arguments, ['ignorechars', 'canonical'], 'b');
  return a2b_base85(b, options);
}

/**
 * Encodes bytes in Z85 (ZeroMQ). Parameters are the same as for {@link b85encode}. CPython: Lib/base64.py
 * `z85encode`
 */
export function z85encode(s: BytesLike, pad?: unknown, options?: { wrapcol?: IntLike }): Bytes;
export function z85encode(s: BytesLike, options: B85EncodeOptions): Bytes;
export function z85encode(s: BytesLike, ...args: unknown[]): Bytes {
  return b2a_base85(s, { ...bind(Z85ENCODE, [s, ...args]), alphabet: Z85_DIGITS });
}

/** Decodes Z85. @throws BinasciiError like `binascii.a2b_base85`. CPython: Lib/base64.py `z85decode` */
export function z85decode(s: AsciiLike, options: B85DecodeOptions = {}): Bytes {
  checkKeywords('z85decode', arguments, ['ignorechars', 'canonical'], 's');
  return a2b_base85(s, { ...options, alphabet: Z85_DIGITS });
}
