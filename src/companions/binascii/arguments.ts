/** The arguments of `binascii`'s functions, as CPython reads them. Every file of this folder uses it. */
import { PIECE } from '../../accelerate/layout.js';
import { kernels } from '../../accelerate/load.js';
import { asciiBytes } from '../../codecs/ascii.js';
import { PyOverflowError, PyTypeError, PyValueError } from '../../exceptions/index.js';
import { LENGTH, MEMORY, START, allocate, copyBytes, intact, isRefusal } from '../../memory/index.js';
import type { Content, Range } from '../../memory/index.js';
import { isContent, isPlainContent } from '../../protocol/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { asInt, brandOf, givenName, typeName } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import { held, withBytes, within } from './with-bytes.js';

export { readBytes, withBytes } from './with-bytes.js';

/** Bytes, or text of ASCII characters. */
export type AsciiLike = BytesLike | string;

const named = (value: unknown): string =>
  value === null || value === undefined ? 'NoneType' : typeName(value);

/**
 * Runs a function on the bytes of a bytes-like object or of an ASCII text.
 *
 * @throws PyTypeError `argument should be bytes, buffer or ASCII string, not 'int'`
 * @throws PyValueError `string argument should contain only ASCII characters`
 */
export function withAscii<T>(value: unknown, run: (memory: Uint8Array, start: number, end: number) => T): T {
  if (typeof value === 'string') {
    const bytes = asciiOf(value);
    return run(bytes, 0, bytes.length);
  }
  return within(heldAscii(value), run);
}

/** Turns any failure to acquire the bytes into the error of {@link withAscii}. */
function heldAscii(value: unknown): Content {
  try {
    return held(value);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new PyTypeError(`argument should be bytes, buffer or ASCII string, not '${named(value)}'`);
  }
}

/** From this many characters on, the platform's function is faster. */
const LONG = 64;

/**
 * The bytes of an ASCII text.
 *
 * @param target memory to write them to; new memory when omitted
 * @throws PyValueError `string argument should contain only ASCII characters`
 */
export function asciiOf(text: string, target?: Uint8Array): Uint8Array {
  const range = text.length < LONG || target !== undefined ? null : asciiBytes(text);
  if (range !== null) {
    const start = range[START];
    return range[MEMORY].subarray(start, start + range[LENGTH]);
  }
  const bytes = target ?? new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) throw new PyValueError('string argument should contain only ASCII characters');
    bytes[i] = code;
  }
  return bytes;
}

/**
 * Returns data for callers that read an object's own bytes: for a derived class a copy of them, whatever its
 * `__buffer__` lends. Python's functions do so if they call methods of their argument, or require exactly
 * `bytes`.
 */
export function ownData<T>(data: T): T | Uint8Array {
  if (!isContent(data) || isPlainContent(data)) return data;
  const start = data[START];
  const end = start + data[LENGTH];
  return intact(data[MEMORY], end).slice(start, end);
}

/** A copy of the bytes of a bytes-like object. */
export function copyOf(value: unknown): Uint8Array {
  return withBytes(value, (memory, start, end) => memory.slice(start, end));
}

/**
 * A column at which lines are wrapped; 0 for none.
 *
 * @throws PyValueError `Cannot convert negative int`
 * @throws PyOverflowError `Python int too large for C size_t`
 */
export function wrapColumn(value: IntLike | undefined): number {
  if (value === undefined) return 0;
  const column = asInt(value);
  if (column < 0) throw new PyValueError('Cannot convert negative int');
  if (column >= 2n ** 64n) throw new PyOverflowError('Python int too large for C size_t');
  return Number(column);
}

const LINE_FEED = 0x0a;
/** From this many bytes on, the kernels wrap lines faster than the loop. */
const WRAP_FROM = 256;

/** Inserts a line feed after every `column` bytes, and at the end if `ended`. The range is the caller's own. */
export function wrapped(text: Range, column: number, ended = false): Range {
  const { [MEMORY]: memory, [START]: start, [LENGTH]: length } = text;
  if (!ended && (column === 0 || length <= column)) return text;
  const lines = Math.max(1, Math.ceil(length / column));
  const result = allocate(length + lines - (ended ? 0 : 1));
  const { [MEMORY]: target, [START]: first } = result;
  if (ended) target[first + result[LENGTH] - 1] = LINE_FEED;
  const k = column >= 4 && column <= PIECE && length >= WRAP_FROM ? kernels(length) : null;
  if (k !== null) {
    k.glue.wrap(k, memory, start, start + length, column, target, first);
    return result;
  }
  for (let from = 0, at = first; from < length; from += column) {
    if (from > 0) target[at++] = LINE_FEED;
    const to = Math.min(from + column, length);
    copyBytes(memory, start + from, start + to, target, at);
    at += to - from;
  }
  return result;
}

/**
 * An alphabet to encode with: any bytes-like object.
 *
 * @throws PyValueError `alphabet must have length 64`
 */
export function encodeAlphabet(value: unknown, standard: Uint8Array): Uint8Array {
  if (value === undefined) return standard;
  return checkedAlphabet(copyOf(value), standard.length);
}

/** The digits of an alphabet, and the value of each byte: 255 if it is not a digit. */
export interface DecodeAlphabet {
  readonly alphabet: Uint8Array;
  readonly table: Uint8Array;
}

/** The digits of alphabets seen so far: the library's own, and users' `bytes`, which cannot change. */
const alphabets = new WeakMap<object, DecodeAlphabet>();

/**
 * The digits of an alphabet that was passed before, found without running user code; null for any other
 * value.
 */
export function knownAlphabet(value: unknown): Uint8Array | null {
  return alphabets.get(value as object)?.alphabet ?? null;
}

/**
 * Checks that an alphabet for decoding is `bytes`. Functions check its length only after they have converted
 * all arguments.
 *
 * @throws PyTypeError `a2b_base64() argument 'alphabet' must be bytes, not str`
 */
export function checkAlphabetType(method: string, value: unknown): void {
  if (value === undefined || brandOf(value) === 'bytes') return;
  const type = givenName(value);
  throw new PyTypeError(`${method}() argument 'alphabet' must be bytes, not ${type}`);
}

/**
 * The digits of an alphabet for decoding whose type was checked.
 *
 * @throws PyValueError `alphabet must have length 64`
 */
export function decodeAlphabet(value: unknown, standard: Uint8Array): DecodeAlphabet {
  const key = value === undefined ? standard : (value as object);
  const known = alphabets.get(key);
  if (known?.alphabet.length === standard.length) return known;
  const content = value === undefined ? standard : copyOf(ownData(value));
  const alphabet = checkedAlphabet(content, standard.length);
  const made = { alphabet, table: tableOf(alphabet) };
  alphabets.set(key, made);
  return made;
}

/** The value of each byte in an alphabet, like {@link decodeAlphabet}. */
export function decodeTable(value: unknown, standard: Uint8Array): Uint8Array {
  return decodeAlphabet(value, standard).table;
}

function checkedAlphabet(alphabet: Uint8Array, length: number): Uint8Array {
  if (alphabet.length !== length) throw new PyValueError(`alphabet must have length ${length}`);
  return alphabet;
}

/** Padding is never a digit, even if an alphabet contains it. */
const PAD = 0x3d;

function tableOf(alphabet: Uint8Array): Uint8Array {
  const table = new Uint8Array(256).fill(255);
  alphabet.forEach((byte, digit) => (table[byte] = digit));
  if (alphabet.length < 85) table[PAD] = 255;
  return table;
}

/** Skips no byte. */
const NONE = new Uint8Array(256);

/** The bytes that a decoder skips. */
export function ignored(value: unknown): Uint8Array {
  if (value === undefined) return NONE;
  const flags = new Uint8Array(256);
  for (const byte of copyOf(value)) flags[byte] = 1;
  return flags;
}
