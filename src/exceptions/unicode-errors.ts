import { PyValueError, nameException } from './exceptions.js';

/** Root of the two codec errors. CPython: Objects/exceptions.c `UnicodeError`. */
export class PyUnicodeError extends PyValueError {
  /**
   * @param encoding the codec's own name (`'utf-8'`)
   * @param object what was being decoded (a `Bytes`) or encoded (a string)
   * @param start first offending index: bytes when decoding, code points when encoding
   * @param end one past the last offending index
   * @param reason the codec's words
   */
  constructor(
    readonly encoding: string,
    readonly object: unknown,
    readonly start: number,
    readonly end: number,
    readonly reason: string,
    message: string,
  ) {
    super(message);
  }
}

/** CPython: Objects/exceptions.c `UnicodeDecodeError_str`. */
export class PyUnicodeDecodeError extends PyUnicodeError {
  /** @param byteAtStart the byte at `start`, which the message names when exactly one byte is at fault */
  constructor(
    encoding: string,
    object: unknown,
    start: number,
    end: number,
    reason: string,
    byteAtStart?: number,
  ) {
    const where =
      end === start + 1 && byteAtStart !== undefined
        ? `byte 0x${byteAtStart.toString(16).padStart(2, '0')} in position ${start}`
        : `bytes in position ${start}-${end - 1}`;
    super(encoding, object, start, end, reason, `'${encoding}' codec can't decode ${where}: ${reason}`);
  }
}

/** How CPython writes one character in an encode error: `\xe9`, `\u20ac`, `\U0001f600`. */
function escaped(codePoint: number): string {
  const hex = codePoint.toString(16);
  if (codePoint <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  if (codePoint <= 0xffff) return `\\u${hex.padStart(4, '0')}`;
  return `\\U${hex.padStart(8, '0')}`;
}

/** CPython: Objects/exceptions.c `UnicodeEncodeError_str`. */
export class PyUnicodeEncodeError extends PyUnicodeError {
  /** @param codePointAtStart the character at `start`, named when exactly one character is at fault */
  constructor(
    encoding: string,
    object: unknown,
    start: number,
    end: number,
    reason: string,
    codePointAtStart?: number,
  ) {
    const where =
      end === start + 1 && codePointAtStart !== undefined
        ? `character '${escaped(codePointAtStart)}' in position ${start}`
        : `characters in position ${start}-${end - 1}`;
    super(encoding, object, start, end, reason, `'${encoding}' codec can't encode ${where}: ${reason}`);
  }
}

nameException(PyUnicodeError, 'UnicodeError');
nameException(PyUnicodeDecodeError, 'UnicodeDecodeError');
nameException(PyUnicodeEncodeError, 'UnicodeEncodeError');
