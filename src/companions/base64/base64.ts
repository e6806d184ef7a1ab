/** The functions of `base64` that read and write base64. CPython: Lib/base64.py */
import { Bytes, bytesOf } from '../../bytes/index.js';
import { PyTypeError, PyValueError, warn } from '../../exceptions/index.js';
import type { WarningCategory } from '../../exceptions/index.js';
import { MemoryView } from '../../memoryview/index.js';
import { isBytesLike } from '../../protocol/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { isTrue, typeName } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import { reprValue } from '../../formats/repr-value.js';
import { BASE64, URLSAFE_BASE64 } from '../binascii/alphabets.js';
import { copyOf, keywords } from '../binascii/arguments.js';
import type { AsciiLike } from '../binascii/arguments.js';
import { a2b_base64, b2a_base64, encodePlainly } from '../binascii/base64.js';
import { checkedData, className, decodeData, translate } from './data.js';

/** Omitted options: nothing has to be asked of them. */
const NO_OPTIONS = Object.freeze({});

const PLUS_SLASH = Uint8Array.of(0x2b, 0x2f);
const MINUS_UNDERSCORE = Uint8Array.of(0x2d, 0x5f);
const URLSAFE = bytesOf(URLSAFE_BASE64, 0, 64);

/** The standard alphabet with two other digits at its end. */
function alphabetWith(altchars: Uint8Array): Bytes {
  const alphabet = BASE64.slice();
  alphabet.set(altchars, 62);
  return bytesOf(alphabet, 0, 64);
}

/**
 * Bytes in base64.
 *
 * @param altchars two bytes to use for `+` and `/`
 * @param options `padded` (true by default), `wrapcol` (characters in a line; 0, the default, for one line)
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
  altchars: BytesLike | null = null,
  options: { padded?: unknown; wrapcol?: IntLike } = NO_OPTIONS,
): Bytes {
  if (altchars === null && options === NO_OPTIONS) return encodePlainly(s);
  keywords('b64encode', options, ['padded', 'wrapcol']);
  if (altchars === null) return b2a_base64(s, { ...options, newline: false });
  if (!isBytesLike(altchars) && typeof altchars !== 'string' && !Array.isArray(altchars)) {
    throw new PyTypeError(`object of type '${typeName(altchars)}' has no len()`);
  }
  const digits =
    typeof altchars === 'string' || Array.isArray(altchars)
      ? Array.from(altchars as unknown as string)
      : copyOf(altchars);
  if (digits.length !== 2) throw new PyValueError(`invalid altchars: ${reprValue(altchars)}`);
  if (Array.isArray(digits)) throw new PyTypeError("can't concat str to bytes");
  return b2a_base64(s, { ...options, newline: false, alphabet: alphabetWith(digits) });
}

/** Keywords of {@link b64decode}. */
export interface B64DecodeOptions {
  /** Whether other characters are errors; true by default when `ignorechars` is given. */
  validate?: unknown;
  /** Whether padding is required; true by default. */
  padded?: unknown;
  /** Characters to pass over when `validate` is true. */
  ignorechars?: BytesLike;
  /** Whether unused bits have to be zero; false by default. */
  canonical?: unknown;
}

/**
 * The bytes of base64.
 *
 * @param altchars two characters that stand for `+` and `/`
 * @throws BinasciiError as `binascii.a2b_base64`
 * @throws PyTypeError `argument should be a bytes-like object or ASCII string, not 'int'`
 * @throws PyValueError `string argument should contain only ASCII characters`, `invalid altchars: b'a'`
 *
 * @example
 * ```ts
 * b64decode('-_8=', '-_') // b'\xfb\xff'
 * b64decode('+/8=\n') // b'\xfb\xff'
 * ```
 *
 * CPython: Lib/base64.py `b64decode`
 */
export function b64decode(
  s: AsciiLike,
  altchars: AsciiLike | null = null,
  options: B64DecodeOptions = NO_OPTIONS,
): Bytes {
  if (altchars === null && options === NO_OPTIONS) return a2b_base64(checkedData(s));
  keywords('b64decode', options, ['validate', 'padded', 'ignorechars', 'canonical']);
  const { ignorechars, padded, canonical } = options;
  checkedData(s);
  const strict_mode = options.validate === undefined ? ignorechars !== undefined : isTrue(options.validate);
  const common = { strict_mode, padded: padded === undefined || padded, canonical: canonical ?? false };
  if (altchars !== null) {
    const data = decodeData(s);
    const digits = decodeData(altchars);
    if (digits.length !== 2)
      throw new PyValueError(
        `invalid altchars: ${reprValue(typeof altchars === 'string' ? new Bytes(digits) : altchars)}`,
      );
    if (ignorechars !== undefined) {
      return a2b_base64(data, { ...common, ignorechars, alphabet: alphabetWith(digits) });
    }
    const replaced = [...PLUS_SLASH].find((byte) => !digits.includes(byte) && data.includes(byte));
    const result = a2b_base64(translate(data, digits, PLUS_SLASH), common);
    if (replaced !== undefined) {
      const chars = `with altchars=${new Bytes(digits).repr()}`;
      if (strict_mode) warnOf(replaced, `${chars} and validate=True will be an error`, 'DeprecationWarning');
      else warnOf(replaced, `${chars} and validate=False will be discarded`, 'FutureWarning');
    }
    return result;
  }
  return a2b_base64(s, { ...common, ...(ignorechars !== undefined && { ignorechars }) });
}

/** Warns of `+` or `/` in an alphabet that has other characters for them. */
function warnOf(byte: number, fate: string, category: WarningCategory, data = 'Base64'): void {
  const character = String.fromCharCode(byte);
  warn(category, `invalid character '${character}' in ${data} data ${fate} in future Python versions`);
}

/** Bytes in base64 of the standard alphabet. CPython: Lib/base64.py `standard_b64encode` */
export function standard_b64encode(s: BytesLike): Bytes {
  return b64encode(s);
}

/** The bytes of base64 of the standard alphabet. @throws BinasciiError as {@link b64decode}. CPython: Lib/base64.py `standard_b64decode` */
export function standard_b64decode(s: AsciiLike): Bytes {
  return b64decode(s);
}

/**
 * Bytes in base64 that URLs and file names may have: `-` and `_` for `+` and `/`.
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
export function urlsafe_b64encode(s: BytesLike, options: { padded?: unknown } = {}): Bytes {
  keywords('urlsafe_b64encode', options, ['padded']);
  return b2a_base64(s, { ...options, newline: false, alphabet: URLSAFE });
}

/**
 * The bytes of base64 in the alphabet for URLs. Padding is not required.
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
export function urlsafe_b64decode(s: AsciiLike, options: { padded?: unknown } = {}): Bytes {
  keywords('urlsafe_b64decode', options, ['padded']);
  const data = decodeData(s);
  const replaced = [...PLUS_SLASH].find((byte) => data.includes(byte));
  translate(data, MINUS_UNDERSCORE, PLUS_SLASH);
  const result = a2b_base64(data, { strict_mode: false, padded: options.padded ?? false });
  if (replaced !== undefined) warnOf(replaced, 'will be discarded', 'FutureWarning', 'URL-safe Base64');
  return result;
}

/** What the functions of the MIME form take. CPython: Lib/base64.py `_input_type_check` */
function checkInput(s: unknown): void {
  const type = className(s);
  const view = viewOf(s, type);
  try {
    if (!['c', 'b', 'B'].includes(view.format)) {
      throw new PyTypeError(`expected single byte elements, not '${view.format}' from ${type}`);
    }
    if (view.ndim !== 1) throw new PyTypeError(`expected 1-D data, not ${view.ndim}-D data from ${type}`);
  } finally {
    view.release();
  }
}

function viewOf(s: unknown, type: string): MemoryView {
  try {
    return new MemoryView(s as BytesLike);
  } catch (error) {
    if (error instanceof PyTypeError) throw new PyTypeError(`expected bytes-like object, not ${type}`);
    throw error;
  }
}

/** Characters in a line of MIME. */
const LINE = 76;

/**
 * Bytes in base64 as MIME has it: lines of 76 characters, each ended by a line feed.
 *
 * @throws PyTypeError `expected bytes-like object, not str`, `expected single byte elements, not 'I' from memoryview`
 *
 * @example
 * ```ts
 * encodebytes(b`hello`) // b'aGVsbG8=\n'
 * ```
 *
 * CPython: Lib/base64.py `encodebytes`
 */
export function encodebytes(s: BytesLike): Bytes {
  checkInput(s);
  const result = b2a_base64(s, { wrapcol: LINE });
  return result.length === 1 ? new Bytes() : result;
}

/** The bytes of base64 as MIME has it. @throws BinasciiError as {@link b64decode}. CPython: Lib/base64.py `decodebytes` */
export function decodebytes(s: BytesLike): Bytes {
  checkInput(s);
  return a2b_base64(s);
}
