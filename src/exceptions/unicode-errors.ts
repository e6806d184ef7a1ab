/**
 * The errors of codecs. Their fields can be assigned, as in Python, because an error handler may change them
 * before it raises the error; `message` follows the fields. Room `codecs` creates them.
 */
import { PyException, PyValueError, backslashed, nameException } from './exceptions.js';

/**
 * The byte or character at an error's `start`, or a function that reads it from the error's `object`; NaN or
 * undefined if there is none.
 */
export type ItemAtStart = number | ((object: unknown, start: number) => number | undefined);

interface Fields {
  readonly encoding: string;
  readonly object: unknown;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

/** The base class of the two codec errors. CPython: Objects/exceptions.c `UnicodeError`. */
export class PyUnicodeError extends PyValueError {
  // Declared, not defined: the constructor assigns them.
  /** The codec's own name (`'utf-8'`). */
  declare encoding: string;
  /** The `Bytes` that were decoded or the string that was encoded. */
  declare object: unknown;
  /** The first offending index: bytes when decoding, code points when encoding. */
  declare start: number;
  /** One past the last offending index. */
  declare end: number;
  /** The codec's explanation. */
  declare reason: string;
  readonly #message: ((fields: Fields) => string) | undefined;

  /**
   * @param encoding the codec's own name (`'utf-8'`)
   * @param object the `Bytes` that were decoded or the string that was encoded
   * @param start first offending index: bytes when decoding, code points when encoding
   * @param end one past the last offending index
   * @param reason the codec's explanation
   * @param message the message, or a function that builds it from the fields
   */
  constructor(
    encoding: string,
    object: unknown,
    start: number,
    end: number,
    reason: string,
    message: string | ((fields: Fields) => string),
  ) {
    super();
    this.encoding = encoding;
    this.object = object;
    this.start = start;
    this.end = end;
    this.reason = reason;
    if (typeof message === 'string') this.message = message;
    else this.#message = message;
  }

  /** @internal The message built from the fields; undefined where the message was given as a text. */
  static messageOf(error: object): string | undefined {
    return #message in error ? (error as PyUnicodeError).#message?.(error as PyUnicodeError) : undefined;
  }
}

// Not in a static block of the class: React Native's Babel preset compiles none.
Object.defineProperty(PyUnicodeError.prototype, 'message', {
  ...Object.getOwnPropertyDescriptor(PyException.prototype, 'message'),
  get(this: object): string {
    return PyUnicodeError.messageOf(this) ?? '';
  },
});

/** Bytes that a codec cannot decode. CPython: Objects/exceptions.c `UnicodeDecodeError_str`. */
export class PyUnicodeDecodeError extends PyUnicodeError {
  /** @param byteAtStart the byte that the message names if exactly one byte is wrong */
  constructor(
    encoding: string,
    object: unknown,
    start: number,
    end: number,
    reason: string,
    byteAtStart?: ItemAtStart,
  ) {
    super(encoding, object, start, end, reason, (fields) =>
      messageFrom(fields, 'decode', 'byte', byteAtStart, (byte) => `0x${byte.toString(16).padStart(2, '0')}`),
    );
  }
}

/** Characters that a codec cannot encode. CPython: Objects/exceptions.c `UnicodeEncodeError_str`. */
export class PyUnicodeEncodeError extends PyUnicodeError {
  /** @param codePointAtStart the character that the message names if exactly one character is wrong */
  constructor(
    encoding: string,
    object: unknown,
    start: number,
    end: number,
    reason: string,
    codePointAtStart?: ItemAtStart,
  ) {
    super(encoding, object, start, end, reason, (fields) =>
      messageFrom(fields, 'encode', 'character', codePointAtStart, (point) => `'${backslashed(point)}'`),
    );
  }
}

/** Names the item at the start if it is the only wrong one, or else the range. */
function messageFrom(
  { encoding, object, start, end, reason }: Fields,
  verb: string,
  item: string,
  atStart: ItemAtStart | undefined,
  show: (item: number) => string,
): string {
  const only =
    end !== start + 1 ? undefined : typeof atStart === 'function' ? atStart(object, start) : atStart;
  const where =
    only === undefined || Number.isNaN(only)
      ? `${item}s in position ${start}-${end - 1}`
      : `${item} ${show(only)} in position ${start}`;
  return `'${encoding}' codec can't ${verb} ${where}: ${reason}`;
}

nameException(PyUnicodeError, 'UnicodeError');
nameException(PyUnicodeDecodeError, 'UnicodeDecodeError');
nameException(PyUnicodeEncodeError, 'UnicodeEncodeError');
