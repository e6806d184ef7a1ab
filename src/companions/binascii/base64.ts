/** Base64 (RFC 4648). `binascii` exports it, `base64` builds on it. */
import { kernels } from '../../accelerate/load.js';
import { tiers } from '../../accelerate/tiers.js';
import { findByte } from '../../algorithms/index.js';
import { translateDelete } from '../../algorithms/translate.js';
import { bytesOf, bytesOfRange } from '../../bytes/index.js';
import type { Bytes } from '../../bytes/index.js';
import type { Base64Alphabet } from '../../codecs/host-text.js';
import { base64Text, engineHasBase64, latin1Slice, writeAscii, writeBase64 } from '../../codecs/host-text.js';
import { LENGTH, MEMORY, START, allocate, copyRange, intact } from '../../memory/index.js';
import type { Range } from '../../memory/index.js';
import { isPlainContent } from '../../protocol/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { isTrue } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import { BASE64, URLSAFE_BASE64 } from './alphabets.js';
import {
  checkAlphabetType,
  decodeAlphabet,
  encodeAlphabet,
  ignored,
  knownAlphabet,
  readBytes,
  withAscii,
  withBytes,
  wrapColumn,
  wrapped,
  asciiOf,
} from './arguments.js';
import type { AsciiLike, DecodeAlphabet } from './arguments.js';
import { checkKeywords } from './bind.js';
import { BinasciiError } from './error.js';

const PAD = 0x3d;

const NO_OPTIONS = {};

/** Keywords of {@link b2a_base64}. */
export interface Base64EncodeOptions {
  /** Whether `=` fills the last four characters; true by default. */
  padded?: unknown;
  /** Characters in a line, rounded down to a multiple of 4; 0, the default, for one line. */
  wrapcol?: IntLike;
  /** Whether a line feed ends the result; true by default. */
  newline?: unknown;
  /** The 64 digits. */
  alphabet?: BytesLike;
}

/**
 * Encodes bytes in base64.
 *
 * @throws PyTypeError `a bytes-like object is required, not 'str'`
 * @throws PyValueError `alphabet must have length 64`, `Cannot convert negative int`
 *
 * @example
 * ```ts
 * b2a_base64(b`hello`) // b'aGVsbG8=\n'
 * b2a_base64(b`hello`, { padded: false, newline: false }) // b'aGVsbG8'
 * ```
 *
 * CPython: Modules/binascii.c `binascii_b2a_base64_impl`
 */
export function b2a_base64(data: BytesLike, options: Base64EncodeOptions = {}): Bytes {
  if (arguments.length === 1) return encodePlainly(data, BASE64, true);
  checkKeywords('b2a_base64', arguments, ['padded', 'wrapcol', 'newline', 'alphabet']);
  return withBytes(data, (memory, start, end) => {
    const padded = options.padded === undefined || isTrue(options.padded);
    const wrapcol = wrapColumn(options.wrapcol);
    const newline = options.newline === undefined || isTrue(options.newline);
    const alphabet = encodeAlphabet(options.alphabet, BASE64);
    const column = wrapcol === 0 ? 0 : Math.max(4, wrapcol - (wrapcol % 4));
    intact(memory, end);
    const text = encode(memory, start, end, alphabet, padded, newline && column === 0);
    return bytesOfRange(column === 0 ? text : wrapped(text, column, newline));
  });
}

/** Encodes in padded lines of at most `column` characters, a multiple of 4, each ended by a line feed. */
export function encodeLines(data: BytesLike, column: number): Bytes {
  return readBytes(data, (memory, start, end) =>
    bytesOfRange(wrapped(encode(memory, start, end, BASE64, true, false), column, end > start)),
  );
}

/** Encodes in one padded line, with a line feed at its end on request. */
export function encodePlainly(data: BytesLike, alphabet = BASE64, newline = false): Bytes {
  return readBytes(data, (memory, start, end) =>
    bytesOfRange(encode(memory, start, end, alphabet, true, newline)),
  );
}

function encode(
  memory: Uint8Array,
  start: number,
  end: number,
  alphabet: Uint8Array,
  padded: boolean,
  newline: boolean,
): Range {
  const rest = (end - start) % 3;
  const whole = end - rest;
  const tail = rest === 0 ? 0 : padded ? 4 : rest + 1;
  const range = allocate(((whole - start) / 3) * 4 + tail + (newline ? 1 : 0));
  const text = range[MEMORY];
  const fast = encodeFast(memory, start, whole, alphabet, text, range[START]);
  let at = range[START] + fast;
  for (let i = start + (fast / 4) * 3; i < whole; i += 3, at += 4) {
    const trio = (memory[i]! << 16) | (memory[i + 1]! << 8) | memory[i + 2]!;
    text[at] = alphabet[trio >> 18]!;
    text[at + 1] = alphabet[(trio >> 12) & 63]!;
    text[at + 2] = alphabet[(trio >> 6) & 63]!;
    text[at + 3] = alphabet[trio & 63]!;
  }
  if (rest > 0) {
    const trio = (memory[whole]! << 16) | (rest === 2 ? memory[whole + 1]! << 8 : 0);
    text[at++] = alphabet[trio >> 18]!;
    text[at++] = alphabet[(trio >> 12) & 63]!;
    if (rest === 2) text[at++] = alphabet[(trio >> 6) & 63]!;
    if (padded) for (let i = rest; i < 3; i++) text[at++] = PAD;
  }
  if (newline) text[at] = 0x0a;
  return range;
}

/** From this many bytes on, the kernels are faster than the loop, including the copying. */
const KERNEL_FROM = 96;
/** From this many bytes on, the platform is faster than the loop. */
const NATIVE_FROM = 256;
/**
 * From this many bytes on, engines with `toBase64` are also faster than the kernels. For fewer, their
 * intermediate strings cost more than two copies. `Buffer` makes its strings more slowly, so there the
 * kernels always do the work.
 */
const NATIVE_BEST = 6144;
/**
 * The number of characters passed to the platform at once, so that all passes except the first read from the
 * cache.
 */
const NATIVE_PIECE = 65536;
/**
 * Node keeps strings of about a megabyte outside V8's heap, where it writes and reads them without a copy. Up
 * to the second of these sizes they stay in the cache, and one piece is faster than many pieces or the
 * kernels.
 */
const OUTSIDE_FROM = 2 ** 20;
const OUTSIDE_TO = 2 ** 22;

function isOutside(characters: number): boolean {
  return characters >= OUTSIDE_FROM && characters <= OUTSIDE_TO;
}

/** Returns how many characters to pass to the platform at once when the input or the result is bytes. */
function pieceOf(characters: number): number {
  return isOutside(characters) ? OUTSIDE_TO : NATIVE_PIECE;
}

/** Whether the platform is faster than the kernels for these numbers of bytes (in or out) and characters. */
function isNativeBest(bytes: number, characters: number): boolean {
  return (engineHasBase64 && bytes >= NATIVE_BEST) || (!engineHasBase64 && isOutside(characters));
}

/**
 * The last two digits of an alphabet that otherwise equals the standard one; null for all other alphabets.
 * They differ from the other digits and from `=`, which is never a digit.
 */
function lastDigits(alphabet: Uint8Array): readonly [plus: number, slash: number] | null {
  if (alphabet === BASE64) return STANDARD;
  if (alphabet === URLSAFE_BASE64) return URLSAFE;
  // Alphabets are private copies, and programs decode with the same one again and again.
  if (alphabet !== examined) {
    found = examine(alphabet);
    examined = alphabet;
  }
  return found;
}

let examined: Uint8Array | null = null;
let found: readonly [plus: number, slash: number] | null = null;

function examine(alphabet: Uint8Array): readonly [plus: number, slash: number] | null {
  for (let i = 0; i < 62; i++) if (alphabet[i] !== BASE64[i]) return null;
  const [plus, slash] = [alphabet[62]!, alphabet[63]!];
  const taken = BASE64.subarray(0, 62);
  return plus === slash || plus === PAD || slash === PAD || taken.includes(plus) || taken.includes(slash)
    ? null
    : [plus, slash];
}

const STANDARD = [0x2b, 0x2f] as const;
const URLSAFE = [0x2d, 0x5f] as const;

/** The platform's name of the alphabet with these last digits; null if it has none. */
function nameOf([plus, slash]: readonly [number, number]): Base64Alphabet | null {
  if (plus === STANDARD[0] && slash === STANDARD[1]) return 'base64';
  return plus === URLSAFE[0] && slash === URLSAFE[1] ? 'base64url' : null;
}

/**
 * Encodes whole groups with the platform or the kernels. @returns how many characters were written, 0 for
 * none
 */
function encodeFast(
  memory: Uint8Array,
  start: number,
  end: number,
  alphabet: Uint8Array,
  text: Uint8Array,
  at: number,
): number {
  const length = end - start;
  const last = length < KERNEL_FROM ? null : lastDigits(alphabet);
  if (last === null) return 0;
  let k = isNativeBest(length, (length / 3) * 4) ? null : kernels(length);
  const canAsk = k === null && tiers.natives && length >= NATIVE_FROM;
  const name = canAsk && base64Text !== null && writeAscii !== null ? nameOf(last) : null;
  if (name !== null) return encodeNatively(memory, start, end, name, text, at);
  k ??= kernels(length);
  if (k === null) return 0;
  const vectors = length - (length % 12);
  k.glue.toBase64(k, memory, start, start + vectors, text, at, last[0], last[1]);
  return (vectors / 3) * 4;
}

function encodeNatively(
  memory: Uint8Array,
  start: number,
  end: number,
  alphabet: Base64Alphabet,
  text: Uint8Array,
  at: number,
): number {
  const first = at;
  const piece = (pieceOf(((end - start) / 3) * 4) / 4) * 3;
  for (let i = start; i < end; i += piece) {
    const written = writeAscii!(base64Text!(memory, i, Math.min(end, i + piece), alphabet), text, at);
    at += written;
  }
  return at - first;
}

/** The progress of decoding a text. */
interface Begun {
  readonly target: Range;
  /** The number of digits read, in whole groups. */
  readonly read: number;
}

/** The progress of decoding bytes; the remaining characters are `memory[from .. end)`. */
interface BegunBytes extends Begun {
  readonly memory: Uint8Array;
  readonly from: number;
  readonly end: number;
}

/** The most bytes that this many characters can make if `pads` of them at the end are padding. */
function mostBytes(characters: number, pads: number): number {
  return Math.ceil(((characters - pads) * 3) / 4);
}

/** Returns how many characters the platform may decode: only whole groups, and none that may be padded. */
function nativeLength(length: number): number {
  const whole = length - (length % 4) - 4;
  return tiers.natives && writeBase64 !== null && whole >= NATIVE_FROM ? whole : 0;
}

/**
 * Decodes whole groups with the platform, piece by piece, up to the first piece that is not all digits.
 *
 * @param part a part of the text
 * @param piece the number of characters to pass at once
 * @returns how many characters were read
 */
function decodeNatively(
  part: (from: number, to: number) => string,
  length: number,
  piece: number,
  alphabet: Base64Alphabet,
  bytes: Uint8Array,
  start: number,
): number {
  for (let i = 0; i < length; i += piece) {
    const end = Math.min(length, i + piece);
    const isDecoded = writeBase64!(part(i, end), bytes, start + (i / 4) * 3, ((end - i) / 4) * 3, alphabet);
    if (!isDecoded) return i;
  }
  return length;
}

/** Starts decoding a text directly, without copying it to bytes; null if the platform cannot. */
function beginWithText(text: string, alphabet: Uint8Array): Begun | null {
  const length = nativeLength(text.length);
  const last = length === 0 ? null : lastDigits(alphabet);
  const name = last === null ? null : nameOf(last);
  if (name === null || text.lastIndexOf('\n', LINE) >= 0) return null;
  const pads = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const target = allocate(mostBytes(text.length, pads));
  const part = (from: number, to: number): string => text.slice(from, to);
  const read = decodeNatively(part, length, NATIVE_PIECE, name, target[MEMORY], target[START]);
  return read === 0 ? null : { target, read };
}

/** The progress of decoding a text whose rest is in bytes. */
function continued({ target, read }: Begun, memory: Uint8Array, from: number, end: number): BegunBytes {
  return { target, read, memory, from, end };
}

/** From this many characters on, removing the line ends of the rest is faster than skipping them. */
const GATHER_FROM = 256;
/**
 * A text whose first line ends within this many characters is not passed to the platform, which would stop
 * there.
 */
const LINE = 128;
const LINE_FEED = 0x0a;
/** The codes of line ends and of padding. */
const WHITESPACE = Uint8Array.of(0x0a, 0x0d, 0x20, 0x09);

/** Starts decoding bytes. @param passed characters that are not digits and can be skipped anywhere */
function begin(
  memory: Uint8Array,
  start: number,
  end: number,
  alphabet: Uint8Array,
  passed: Uint8Array,
): BegunBytes {
  const last = (back: number): number => (end - back >= start && memory[end - back] === PAD ? 1 : 0);
  const pads = last(1) === 0 ? 0 : 1 + last(2);
  const target = allocate(mostBytes(end - start, pads));
  const { [MEMORY]: bytes, [START]: first } = target;
  const isWrapped = end - start >= GATHER_FROM && findByte(memory, start, start + LINE, LINE_FEED) >= 0;
  const read = isWrapped ? 0 : decodeFast(memory, start, end, alphabet, bytes, first);
  const from = start + read;
  if (end - from < GATHER_FROM || passed.length === 0) return { target, read, memory, from, end };
  const gathered = translateDelete(memory, from, end, null, 0, passed, 0, passed.length);
  if (gathered === null) return { target, read, memory, from, end };
  const { [MEMORY]: digits, [START]: at, [LENGTH]: length } = gathered;
  const more = decodeFast(digits, at, at + length, alphabet, bytes, first + (read / 4) * 3);
  return { target, read: read + more, memory: digits, from: at + more, end: at + length };
}

/**
 * Decodes whole groups with the platform or the kernels. @returns how many characters were read, 0 for none
 */
function decodeFast(
  memory: Uint8Array,
  start: number,
  end: number,
  alphabet: Uint8Array,
  target: Uint8Array,
  at: number,
): number {
  const last = end - start < KERNEL_FROM ? null : lastDigits(alphabet);
  if (last === null) return 0;
  let k = isNativeBest(end - start, end - start) ? null : kernels(end - start);
  const length = k !== null || latin1Slice === null ? 0 : nativeLength(end - start);
  const name = length === 0 ? null : nameOf(last);
  if (name !== null) {
    const part = (from: number, to: number) => latin1Slice!.call(memory, start + from, start + to);
    return decodeNatively(part, length, pieceOf(length), name, target, at);
  }
  k ??= kernels(end - start);
  if (k === null) return 0;
  return k.glue.fromBase64(k, memory, start, end, target, at, last[0], last[1]);
}

/** Keywords of {@link a2b_base64}. */
export interface Base64DecodeOptions {
  /**
   * Whether characters outside the alphabet and excess padding are errors; true by default when `ignorechars`
   * is given.
   */
  strict_mode?: unknown;
  /** Whether padding is required; true by default. */
  padded?: unknown;
  /** The 64 digits, as `bytes`. */
  alphabet?: Bytes;
  /** Characters to skip in strict mode. */
  ignorechars?: BytesLike;
  /** Whether unused bits have to be zero; false by default. */
  canonical?: unknown;
}

/**
 * Decodes base64.
 *
 * @throws BinasciiError `Incorrect padding`, `Non-zero padding bits`, and in strict mode
 *   `Only base64 data is allowed`, `Excess padding not allowed`, `Leading padding not allowed`,
 *   `Padding not allowed`, `Excess data after padding`, `Discontinuous padding not allowed`
 * @throws PyTypeError `argument should be bytes, buffer or ASCII string, not 'int'`
 * @throws PyValueError `string argument should contain only ASCII characters`, `alphabet must have length 64`
 *
 * @example
 * ```ts
 * a2b_base64('aGVsbG8=\n') // b'hello'
 * a2b_base64('aGVsbG8', { padded: false }) // b'hello'
 * ```
 *
 * CPython: Modules/binascii.c `binascii_a2b_base64_impl`
 */
export function a2b_base64(data: AsciiLike, options?: Base64DecodeOptions): Bytes {
  if (arguments.length === 1) return decodeBase64(data);
  checkKeywords('a2b_base64', arguments, ['strict_mode', 'padded', 'alphabet', 'ignorechars', 'canonical']);
  return decodeBase64(data, options);
}

const STANDARD_DIGITS = decodeAlphabet(undefined, BASE64);

/** {@link a2b_base64} with keywords that have been checked. */
export function decodeBase64(data: AsciiLike, options: Base64DecodeOptions = NO_OPTIONS): Bytes {
  const plain = options === NO_OPTIONS ? decodePlainly(data, STANDARD_DIGITS, true) : null;
  if (plain !== null) return plain;
  // Only if the alphabet is already known, because reading one may run user code.
  const known = options.alphabet === undefined ? BASE64 : knownAlphabet(options.alphabet);
  const begun = typeof data === 'string' && known !== null ? beginWithText(data, known) : null;
  const rest = begun === null ? data : (data as string).slice(begun.read);
  return withAscii(rest, (memory, start, end) => {
    const { strict_mode, ignorechars } = options;
    const strict = strict_mode === undefined ? ignorechars !== undefined : isTrue(strict_mode);
    const padded = options.padded === undefined || isTrue(options.padded);
    const given = options.alphabet;
    checkAlphabetType('a2b_base64', given);
    const skipped = ignored(ignorechars);
    const canonical = isTrue(options.canonical ?? false);
    const { alphabet, table } = decodeAlphabet(given, BASE64);
    intact(memory, end);
    const passed = WHITESPACE.filter((byte) => table[byte]! > 63 && (!strict || skipped[byte] === 1));
    const bytes =
      begun === null ? begin(memory, start, end, alphabet, passed) : continued(begun, memory, start, end);
    return decode(bytes, table, strict, padded, strict ? skipped : null, canonical);
  });
}

/** Text that the loop decodes is copied here, because a new typed array takes longer than the decoding. */
const short = new Uint8Array(NATIVE_FROM);

/**
 * Decodes with an alphabet that has no whitespace and skips all other characters, without running user code;
 * null for data that would run some.
 */
export function decodePlainly(
  data: AsciiLike,
  { alphabet, table }: DecodeAlphabet,
  padded: boolean,
): Bytes | null {
  let begun: BegunBytes;
  if (typeof data === 'string') begun = beginWithAnyText(data, alphabet);
  else if (isPlainContent(data)) {
    const start = data[START];
    const end = start + data[LENGTH];
    begun = begin(intact(data[MEMORY], end), start, end, alphabet, WHITESPACE);
  } else return null;
  return decode(begun, table, false, padded, null, false);
}

/** Starts decoding a text by the platform, or the copy of its characters. */
function beginWithAnyText(text: string, alphabet: Uint8Array): BegunBytes {
  const begun = beginWithText(text, alphabet);
  const rest = begun === null ? text : text.slice(begun.read);
  const memory = rest.length <= short.length ? asciiOf(rest, short) : asciiOf(rest);
  const end = rest.length;
  return begun === null ? begin(memory, 0, end, alphabet, WHITESPACE) : continued(begun, memory, 0, end);
}

function decode(
  { target, read, memory, from, end }: BegunBytes,
  table: Uint8Array,
  strict: boolean,
  padded: boolean,
  skipped: Uint8Array | null,
  canonical: boolean,
): Bytes {
  const skipsPad = skipped !== null && skipped[PAD] === 1;
  const bytes = target[MEMORY];
  const first = target[START];
  let out = first + (read / 4) * 3;
  let at = from;
  /**
   * The number of digits of the current four, their bits that make no byte yet, and the padding after them.
   */
  let position = 0;
  let left = 0;
  let pads = 0;
  for (;;) {
    if (position === 0 && pads === 0) {
      for (; at + 4 <= end; at += 4, out += 3) {
        const a = table[memory[at]!]!;
        const b = table[memory[at + 1]!]!;
        const c = table[memory[at + 2]!]!;
        const d = table[memory[at + 3]!]!;
        if ((a | b | c | d) > 63) break;
        bytes[out] = (a << 2) | (b >> 4);
        bytes[out + 1] = (b << 4) | (c >> 2);
        bytes[out + 2] = (c << 6) | d;
      }
    }
    if (at >= end) break;
    const byte = memory[at++]!;
    if (byte === PAD) {
      pads++;
      if (!strict) continue;
      if (padded && position >= 2 && position + pads <= 4) continue;
      if (skipsPad) continue;
      if (!padded) throw new BinasciiError('Padding not allowed');
      if (position === 1) break;
      throw new BinasciiError(
        position === 0 && out === first ? 'Leading padding not allowed' : 'Excess padding not allowed',
      );
    }
    const digit = table[byte]!;
    if (digit > 63) {
      if (strict && skipped![byte] === 0) throw new BinasciiError('Only base64 data is allowed');
      continue;
    }
    if (pads > 0 && strict && !skipsPad) {
      throw new BinasciiError(
        position + pads === 4 ? 'Excess data after padding' : 'Discontinuous padding not allowed',
      );
    }
    pads = 0;
    if (position > 0) bytes[out++] = (left << (2 * position)) | (digit >> (6 - 2 * position));
    left = position === 3 ? 0 : digit & (0x3f >> (2 * position));
    position = (position + 1) & 3;
  }
  if (position === 1) {
    throw new BinasciiError(
      `Invalid base64-encoded string: number of data characters (${((out - first) / 3) * 4 + 1}) cannot be 1 more than a multiple of 4`,
    );
  }
  if (padded && position !== 0 && position + pads < 4) throw new BinasciiError('Incorrect padding');
  if (canonical && position !== 0 && left !== 0) throw new BinasciiError('Non-zero padding bits');
  return settled(target, out - first);
}

/** The first bytes of the allocated memory, copied if much of it is unused. */
function settled(target: Range, length: number): Bytes {
  const { [MEMORY]: bytes, [START]: start, [LENGTH]: allocated } = target;
  if (allocated - length <= allocated >> 4) return bytesOf(bytes, start, length);
  return bytesOfRange(copyRange(bytes, start, start + length));
}
