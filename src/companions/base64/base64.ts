/** The functions of `base64` that read and write base64. CPython: Lib/base64.py */
import { findByte } from '../../algorithms/index.js';
import { lengthOf } from '../../bytes/arguments.js';
import { Bytes, bytesOf } from '../../bytes/index.js';
import { PyTypeError, PyValueError, warn } from '../../exceptions/index.js';
import type { WarningCategory } from '../../exceptions/index.js';
import { isPlainContent, kindOf } from '../../protocol/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { isTrue, takesNamed } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import { reprValue } from '../../formats/repr-value.js';
import { BASE64, URLSAFE_BASE64 } from '../binascii/alphabets.js';
import type { AsciiLike } from '../binascii/arguments.js';
import { copyOf, decodeTable, ownData, readBytes } from '../binascii/arguments.js';
import { bind, checkKeywords } from '../binascii/bind.js';
import type { Parameters } from '../binascii/bind.js';
import {
  a2b_base64,
  b2a_base64,
  decodeBase64,
  decodePlainly,
  encodeLines,
  encodePlainly,
} from '../binascii/base64.js';
import { checkedData, className, decodeData, ownBytes, translate, withView } from './data.js';

const B64ENCODE: Parameters = {
  name: 'b64encode',
  first: 's',
  positional: ['altchars'],
  keywords: ['padded', 'wrapcol'],
  inPython: true,
};
const B64DECODE: Parameters = {
  name: 'b64decode',
  first: 's',
  positional: ['altchars', 'validate'],
  keywords: ['padded', 'ignorechars', 'canonical'],
  inPython: true,
};

/** The parameters of functions without keywords. */
const DATA = ['s'];

const PLUS_SLASH = Uint8Array.of(0x2b, 0x2f);
const MINUS_UNDERSCORE = Uint8Array.of(0x2d, 0x5f);
const URLSAFE = bytesOf(URLSAFE_BASE64, 0, 64);
const URLSAFE_DIGITS = {
  alphabet: URLSAFE_BASE64,
  table: /* @__PURE__ */ decodeTable(URLSAFE_BASE64, BASE64),
};

/** The standard alphabet with its last two digits replaced. */
function alphabetWith(altchars: BytesLike): Bytes {
  return bytesOf(BASE64, 0, 62).concat(altchars);
}

/** Keywords of {@link b64encode}. */
export interface B64EncodeOptions {
  /** Two bytes to use for `+` and `/`. */
  altchars?: BytesLike | null;
  /** Whether `=` fills the last four characters; true by default. */
  padded?: unknown;
  /** Characters in a line; 0, the default, for one line. */
  wrapcol?: IntLike;
}

/**
 * Encodes bytes in base64.
 *
 * @param altchars two bytes to use for `+` and `/`
 * @param options the same by name, and `padded` (true by default), `wrapcol` (characters in a line; 0, the
 *   default, for one line)
 * @throws PyTypeError `a bytes-like object is required, not 'str'`
 * @throws PyValueError `invalid altchars: b'a'`
 *
 * @example
 * ```ts
 * b64encode(b`\xfb\xff`) // b'+/8='
 * b64encode(b`\xfb\xff`, b`-_`, { padded: false }) // b'-_8'
 * ```
 *
 * CPython: Lib/base64.py `b64encode`
 */
export function b64encode(
  s: BytesLike,
  altchars?: BytesLike | null,
  options?: Omit<B64EncodeOptions, 'altchars'>,
): Bytes;
export function b64encode(s: BytesLike, options: B64EncodeOptions): Bytes;
export function b64encode(s: BytesLike, ...args: unknown[]): Bytes {
  if (args.length === 0 && s !== undefined) return encodePlainly(s);
  const { altchars = null, ...given } = bind(B64ENCODE, [s, ...args]);
  const options = { ...given, newline: false };
  if (altchars === null) return b2a_base64(s, options);
  if (lengthOf(altchars) !== 2) throw new PyValueError(`invalid altchars: ${reprValue(altchars)}`);
  return b2a_base64(s, { ...options, alphabet: alphabetWith(altchars as BytesLike) });
}

/** Keywords of {@link b64decode}. */
export interface B64DecodeOptions {
  /** Two characters that stand for `+` and `/`. */
  altchars?: AsciiLike | null;
  /** Whether other characters are errors; true by default when `ignorechars` is given. */
  validate?: unknown;
  /** Whether padding is required; true by default. */
  padded?: unknown;
  /** Characters to skip when `validate` is true. */
  ignorechars?: BytesLike;
  /** Whether unused bits have to be zero; false by default. */
  canonical?: unknown;
}

/**
 * Decodes base64.
 *
 * @param altchars two characters that stand for `+` and `/`
 * @param validate whether other characters are errors; true by default when `ignorechars` is given
 * @param options the same two by name, and `padded`, `ignorechars`, `canonical`
 * @throws BinasciiError like `binascii.a2b_base64`
 * @throws PyTypeError `argument should be a bytes-like object or ASCII string, not 'int'`
 * @throws PyValueError `string argument should contain only ASCII characters`, `invalid altchars: b'a'`
 *
 * @example
 * ```ts
 * b64decode('-_8=', '-_') // b'\xfb\xff'
 * b64decode('+/8', { padded: false }) // b'\xfb\xff'
 * ```
 *
 * CPython: Lib/base64.py `b64decode`
 */
export function b64decode(
  s: AsciiLike,
  altchars?: AsciiLike | null,
  validate?: unknown,
  options?: Omit<B64DecodeOptions, 'altchars' | 'validate'>,
): Bytes;
export function b64decode(
  s: AsciiLike,
  altchars: AsciiLike | null | undefined,
  options: Omit<B64DecodeOptions, 'altchars'>,
): Bytes;
export function b64decode(s: AsciiLike, options: B64DecodeOptions): Bytes;
export function b64decode(s: AsciiLike, ...args: unknown[]): Bytes {
  if (args.length === 0 && s !== undefined) return decodeBase64(checkedData(s));
  const options: B64DecodeOptions = bind(B64DECODE, [s, ...args]);
  const { altchars = null, ignorechars, padded, canonical } = options;
  const strict_mode = options.validate === undefined ? ignorechars !== undefined : options.validate;
  const common = { strict_mode, padded: padded === undefined || padded, canonical: canonical ?? false };
  if (altchars !== null) {
    const value = decodeData(s);
    const digits = decodeData(altchars);
    const own = ownBytes(digits);
    const shown = () => reprValue(kindOf(altchars) === 'bytearray' ? altchars : new Bytes(own));
    if (own.length !== 2) throw new PyValueError(`invalid altchars: ${shown()}`);
    if (ignorechars !== undefined) {
      return a2b_base64(value, { ...common, ignorechars, alphabet: alphabetWith(digits) });
    }
    const data = ownBytes(value);
    const found = PLUS_SLASH.filter((byte) => findByte(data, 0, data.length, byte) >= 0);
    const replaced = found.find((byte) => !own.includes(byte));
    const from = copyOf(digits);
    if (from.length !== 2) throw new PyValueError('maketrans arguments must have same length');
    const isUrlsafe = found.length === 0 && from[0] === 0x2d && from[1] === 0x5f;
    if (isUrlsafe) return a2b_base64(data, { ...common, alphabet: URLSAFE });
    const result = a2b_base64(translate(data, from, PLUS_SLASH), common);
    if (replaced !== undefined) {
      const chars = `with altchars=${shown()}`;
      if (isTrue(strict_mode))
        warnOf(replaced, `${chars} and validate=True will be an error`, 'DeprecationWarning');
      else warnOf(replaced, `${chars} and validate=False will be discarded`, 'FutureWarning');
    }
    return result;
  }
  return a2b_base64(checkedData(s), { ...common, ...(ignorechars !== undefined && { ignorechars }) });
}

/** Warns about `+` or `/` in the data if the alphabet has other characters for them. */
function warnOf(byte: number, fate: string, category: WarningCategory, data = 'Base64'): void {
  const character = String.fromCharCode(byte);
  warn(category, `invalid character '${character}' in ${data} data ${fate} in future Python versions`);
}

/** Encodes bytes in base64 with the standard alphabet. CPython: Lib/base64.py `standard_b64encode` */
export function standard_b64encode(s: BytesLike): Bytes {
  takesNamed('standard_b64encode', DATA, arguments.length);
  return encodePlainly(s);
}

/**
 * Decodes base64 with the standard alphabet.
 *
 * @throws BinasciiError as {@link b64decode}
 *
 * CPython: Lib/base64.py `standard_b64decode`
 */
export function standard_b64decode(s: AsciiLike): Bytes {
  takesNamed('standard_b64decode', DATA, arguments.length);
  return decodeBase64(checkedData(s));
}

/**
 * Encodes bytes in base64 for URLs and file names: `-` and `_` stand for `+` and `/`.
 *
 * @param options `padded`: whether `=` fills the last four characters; true by default
 *
 * @example
 * ```ts
 * urlsafe_b64encode(b`\xfb\xff`) // b'-_8='
 * ```
 *
 * CPython: Lib/base64.py `urlsafe_b64encode`
 */
export function urlsafe_b64encode(s: BytesLike, options?: { padded?: unknown }): Bytes {
  if (arguments.length === 1) return encodePlainly(s, URLSAFE_BASE64);
  checkKeywords('urlsafe_b64encode', arguments, ['padded'], 's');
  return b2a_base64(s, { ...options, newline: false, alphabet: URLSAFE });
}

/**
 * Decodes base64 in the alphabet for URLs. Padding is not required.
 *
 * @param options `padded`: whether padding is required; false by default
 * @throws BinasciiError as {@link b64decode}
 *
 * @example
 * ```ts
 * urlsafe_b64decode('-_8') // b'\xfb\xff'
 * ```
 *
 * CPython: Lib/base64.py `urlsafe_b64decode`
 */
export function urlsafe_b64decode(s: AsciiLike, options?: { padded?: unknown }): Bytes {
  if (arguments.length !== 1 || s === undefined)
    checkKeywords('urlsafe_b64decode', arguments, ['padded'], 's');
  const padded = options?.padded ?? false;
  const value = ownData(checkedData(s));
  const replaced = hasByte(value, 0x2b) ? 0x2b : hasByte(value, 0x2f) ? 0x2f : null;
  if (replaced === null) {
    // Asking another value whether it is true may run user code, and the data must stay in place meanwhile.
    const plain = typeof padded === 'boolean' ? decodePlainly(value, URLSAFE_DIGITS, padded) : null;
    return plain ?? decodeBase64(value, { strict_mode: false, padded, alphabet: URLSAFE });
  }
  const data = translate(ownBytes(decodeData(value)), MINUS_UNDERSCORE, PLUS_SLASH);
  const result = decodeBase64(data, { strict_mode: false, padded });
  warnOf(replaced, 'will be discarded', 'FutureWarning', 'URL-safe Base64');
  return result;
}

/** Whether the data contains a character. */
function hasByte(data: AsciiLike, byte: number): boolean {
  if (typeof data === 'string') return data.includes(String.fromCharCode(byte));
  return readBytes(data, (memory, start, end) => findByte(memory, start, end, byte) >= 0);
}

/** Checks the argument of the functions for MIME. CPython: Lib/base64.py `_input_type_check` */
function checkInput(s: unknown): void {
  if (isPlainContent(s)) return;
  const type = className(s);
  withView(
    s,
    () => new PyTypeError(`expected bytes-like object, not ${type}`),
    ({ format, ndim }) => {
      const code = format ?? 'B';
      if (!['c', 'b', 'B'].includes(code)) {
        throw new PyTypeError(`expected single byte elements, not '${code}' from ${type}`);
      }
      if (ndim !== 1) throw new PyTypeError(`expected 1-D data, not ${ndim}-D data from ${type}`);
    },
  );
}

/** The length of a line in MIME. */
const LINE = 76;

/**
 * Encodes bytes in base64 for MIME: lines of 76 characters, each ended by a line feed.
 *
 * @throws PyTypeError `expected bytes-like object, not str`,
 *   `expected single byte elements, not 'I' from memoryview`
 *
 * @example
 * ```ts
 * encodebytes(b`hello`) // b'aGVsbG8=\n'
 * ```
 *
 * CPython: Lib/base64.py `encodebytes`
 */
export function encodebytes(s: BytesLike): Bytes {
  takesNamed('encodebytes', DATA, arguments.length);
  checkInput(s);
  return encodeLines(s, LINE);
}

/**
 * Decodes base64 from MIME.
 *
 * @throws BinasciiError as {@link b64decode}
 *
 * CPython: Lib/base64.py `decodebytes`
 */
export function decodebytes(s: BytesLike): Bytes {
  takesNamed('decodebytes', DATA, arguments.length);
  checkInput(s);
  return a2b_base64(s);
}
