/**
 * Checks the arguments of codecs, and raises CPython's errors for wrong types. CPython has three kinds of
 * codecs: C functions for each encoding, one C type for the multi-byte codecs of East Asia, and idna,
 * punycode and undefined in Python. Callers are `info.ts`, `incremental.ts` and `stream-classes.ts`.
 */
import { checkName } from '../../codecs/index.js';
import { plainUnicodeError } from '../../codecs/plain-error.js';
import { Bytes } from '../../bytes/index.js';
import { PyAttributeError, PyTypeError } from '../../exceptions/index.js';
import { reprValue } from '../../formats/repr-value.js';
import { LENGTH, MEMORY, START, copyContent, intact, isRefusal } from '../../memory/index.js';
import type { Content } from '../../memory/index.js';
import { contentOf, endLease, lease } from '../../protocol/index.js';
import { brandOf, givenName, isFloat, isMap, isTrue, typeName } from '../../python/index.js';

/**
 * The name in the error. C's incremental decoders of encodings with a byte order mark call a differently
 * named function.
 */
export type Way = 'encode' | 'decode' | 'decode a piece';

/** Reads the arguments of one codec. */
export interface Arguments {
  /**
   * The text of an encoder's argument. @throws PyTypeError `utf_8_encode() argument 1 must be str, not bytes`
   */
  text(input: unknown): string;
  /**
   * The bytes of a decoder's argument, held. @throws PyTypeError `a bytes-like object is required, not 'str'`
   */
  bytes(input: unknown): Content;
  /**
   * The name of an error handler.
   *
   * @throws PyTypeError `utf_8_encode() argument 2 must be str or None, not int`
   */
  errors(errors: unknown, way: Way): string;
  /** Checks the argument `errors` of a class. */
  construct(errors: unknown, name: string, place: number): void;
}

/** `str(value)` */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : reprValue(value));

const anything = (): void => {};

/** Leases the bytes of a decoder's argument, and checks that their memory is not lost. */
export function held(input: unknown): Content {
  const content = lease(input);
  try {
    intact(content[MEMORY], content[START] + content[LENGTH]);
  } catch (error) {
    endLease(content);
    throw error;
  }
  return content;
}

/** For a codec implemented in C; `encoder` is the name of its encoding function. */
function ofFunction(encoder: string): Arguments {
  return {
    text(input) {
      if (typeof input === 'string') return input;
      throw new PyTypeError(`${encoder}() argument 1 must be str, not ${givenName(input)}`);
    },
    bytes: (input) => held(readsText(encoder, input) ? new Bytes(input, 'utf-8') : input),
    errors(errors, way) {
      if (errors === undefined || errors === null) return 'strict';
      if (typeof errors !== 'string') {
        const isMarked = encoder === 'utf_16_encode' || encoder === 'utf_32_encode';
        const piece = isMarked ? 'ex_decode' : 'decode';
        const name = encoder.replace(/encode$/, way === 'decode a piece' ? piece : way);
        throw new PyTypeError(`${name}() argument 2 must be str or None, not ${typeName(errors)}`);
      }
      checkName(errors);
      return errors;
    },
    construct: anything,
  };
}

/** The decoders of escapes also take text. */
function readsText(encoder: string, input: unknown): input is string {
  return typeof input === 'string' && encoder.includes('unicode_escape');
}

/** Multi-byte codecs encode the `str()` of anything. CPython: Modules/cjkcodecs/multibytecodec.c */
const MULTIBYTE: Arguments = {
  text: textOf,
  bytes: held,
  errors(errors, way) {
    if (errors === undefined || errors === null) return 'strict';
    if (typeof errors !== 'string') {
      throw new PyTypeError(`${way}() argument 'errors' must be str or None, not ${typeName(errors)}`);
    }
    checkName(errors);
    return errors;
  },
  construct(errors, name, place) {
    if (typeof errors !== 'string')
      throw new PyTypeError(`${name}() argument ${place} must be str, not ${givenName(errors)}`);
    checkName(errors);
  },
};

const unsupported = (errors: unknown) => plainUnicodeError(`Unsupported error handling: ${textOf(errors)}`);

/** CPython: Lib/encodings/idna.py `Codec` */
export const IDNA: Arguments = {
  text(input) {
    if (typeof input === 'string') return input;
    if (!isTrue(input)) return '';
    throw new PyAttributeError(`'${typeName(input)}' object has no attribute 'encode'`);
  },
  bytes: (input) => lease(isTrue(input) ? new Bytes(input as never) : new Bytes()),
  errors(errors) {
    if (errors !== undefined && errors !== 'strict') throw unsupported(errors);
    return 'strict';
  },
  construct: anything,
};

/** The character whose number `ord` returns. CPython: Python/bltinmodule.c `builtin_ord` */
function characterOf(item: unknown): string {
  const isText = typeof item === 'string';
  if (!isText && !['bytes', 'bytearray'].includes(brandOf(item)!))
    throw new PyTypeError(`ord() expected string of length 1, but ${typeName(item)} found`);
  const text = isText ? item : new Bytes(item as never).decode('latin-1');
  const { length } = Array.from(text);
  if (length !== 1) throw new PyTypeError(`ord() expected a character, but string of length ${length} found`);
  return text;
}

/** CPython: Lib/encodings/punycode.py `Codec` */
const PUNYCODE: Arguments = {
  text(input) {
    if (typeof input === 'string') return input;
    if (typeof input !== 'object' || input === null || !(Symbol.iterator in input))
      throw new PyTypeError(`'${typeName(input)}' object is not iterable`);
    // CPython asks for the number of each item of any iterable.
    const items = isMap(input) ? input.keys() : (input as Iterable<unknown>);
    return Array.from(items, characterOf).join('');
  },
  bytes(input) {
    if (typeof input === 'string') return lease(new Bytes(input, 'ascii'));
    const own = contentOf(input);
    if (own !== null) return copyContent(own);
    if (brandOf(input) === 'memoryview') return lease(new Bytes(input as never));
    throw new PyAttributeError(`'${typeName(input)}' object has no attribute 'rfind'`);
  },
  errors(errors, way) {
    if (way === 'encode' || errors === undefined) return 'strict';
    if (errors !== 'strict' && errors !== 'replace' && errors !== 'ignore') throw unsupported(errors);
    return errors;
  },
  construct: anything,
};

/** The codec `undefined`, which raises for every value. */
const UNDEFINED: Arguments = {
  text: () => '',
  bytes: () => lease(new Uint8Array(0)),
  errors: () => 'strict',
  construct: anything,
};

/** The readers of arguments, by the name of the codec's module in CPython. */
export function argumentsOf(module: string, isMultibyte: boolean): Arguments {
  if (isMultibyte) return MULTIBYTE;
  if (module === 'idna') return IDNA;
  if (module === 'punycode') return PUNYCODE;
  if (module === 'undefined') return UNDEFINED;
  if (!/^(ascii|latin|raw|un|utf)/.test(module)) return ofFunction('charmap_encode');
  if (module === 'utf_8_sig') return ofFunction('utf_8_encode');
  return ofFunction(`${module}_encode`);
}

/** The bytes to add to those that a decoder has kept. @throws PyTypeError `can't concat int to bytes` */
export function addedBytes(input: unknown): Content {
  try {
    return lease(input);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new PyTypeError(`can't concat ${typeName(input)} to bytes`);
  }
}

/**
 * A size, which Python's code compares with 0.
 *
 * @throws PyTypeError `'>=' not supported between instances of 'NoneType' and 'int'`
 */
export function comparedSize(value: unknown): number {
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return Number(value);
  if (isFloat(value)) return value.value;
  throw new PyTypeError(`'>=' not supported between instances of '${typeName(value)}' and 'int'`);
}
