/**
 * Ascii85 and related encodings: five digits of base 85 for four bytes. `binascii` exports it, `base64`
 * builds on it.
 */
import { bytesOfRange } from '../../bytes/index.js';
import type { Bytes } from '../../bytes/index.js';
import { ByteSink, LENGTH, MEMORY, START, intact } from '../../memory/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { isTrue } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import { ASCII85, BASE85 } from './alphabets.js';
import {
  checkAlphabetType,
  decodeTable,
  encodeAlphabet,
  ignored,
  withAscii,
  withBytes,
  wrapColumn,
  wrapped,
} from './arguments.js';
import type { AsciiLike } from './arguments.js';
import { checkKeywords } from './bind.js';
import { BinasciiError } from './error.js';

const TILDE = 0x7e;
const LESS = 0x3c;
const GREATER = 0x3e;
const LINE_FEED = 0x0a;
const Y = 0x79;
const Z = 0x7a;
const FOUR_SPACES = 0x20202020;
const TOO_LARGE = 2 ** 32;

/** Writes groups of four bytes as five digits; `short` may write a whole group in another way. */
function encodeGroups(
  memory: Uint8Array,
  start: number,
  end: number,
  alphabet: Uint8Array,
  pad: boolean,
  sink: ByteSink,
  short: (value: number, isWhole: boolean) => number,
): void {
  const digits = new Uint8Array(5);
  for (let i = start; i < end; i += 4) {
    const size = Math.min(4, end - i);
    let value = 0;
    for (let k = 0; k < 4; k++) value = value * 256 + (k < size ? memory[i + k]! : 0);
    const letter = short(value, size === 4);
    if (letter !== 0) {
      sink.byte(letter);
      continue;
    }
    for (let k = 4; k >= 0; k--) {
      digits[k] = alphabet[value % 85]!;
      value = Math.floor(value / 85);
    }
    sink.range(digits, 0, pad ? 5 : size + 1);
  }
}

/** Keywords of {@link b2a_ascii85}. */
export interface Ascii85EncodeOptions {
  /** Whether `y` stands for four spaces; false by default. */
  foldspaces?: unknown;
  /** Characters in a line; 0, the default, for one line. */
  wrapcol?: IntLike;
  /** Whether the last group is filled with zeros; false by default. */
  pad?: unknown;
  /** Whether the result is enclosed in `<~` and `~>`; false by default. */
  adobe?: unknown;
}

/**
 * Encodes bytes in Ascii85.
 *
 * @throws PyTypeError `a bytes-like object is required, not 'str'`
 * @throws PyValueError `Cannot convert negative int`
 *
 * @example
 * ```ts
 * b2a_ascii85(b`test\0\0\0\0`) // b'FCfN8z'
 * ```
 *
 * CPython: Modules/binascii.c `binascii_b2a_ascii85_impl`
 */
export function b2a_ascii85(data: BytesLike, options: Ascii85EncodeOptions = {}): Bytes {
  checkKeywords('b2a_ascii85', arguments, ['foldspaces', 'wrapcol', 'pad', 'adobe']);
  return withBytes(data, (memory, start, end) => {
    const foldspaces = isTrue(options.foldspaces ?? false);
    const wrapcol = wrapColumn(options.wrapcol);
    const pad = isTrue(options.pad ?? false);
    const adobe = isTrue(options.adobe ?? false);
    intact(memory, end);
    const sink = new ByteSink(Math.ceil((end - start) * 1.25) + 8);
    if (adobe) sink.ascii('<~');
    encodeGroups(memory, start, end, ASCII85, pad, sink, (value, isWhole) => {
      if (value === 0 && (isWhole || pad)) return Z;
      return foldspaces && isWhole && value === FOUR_SPACES ? Y : 0;
    });
    if (adobe) sink.ascii('~>');
    const text = wrapped(sink.finish(), adobe && wrapcol === 1 ? 2 : wrapcol);
    const written = text[MEMORY];
    const last = text[START] + text[LENGTH] - 1;
    if (adobe && written[last - 1] === LINE_FEED) {
      // The end mark stays whole.
      written[last - 2] = LINE_FEED;
      written[last - 1] = TILDE;
    }
    return bytesOfRange(text);
  });
}

/** What a decoder does with a byte that is not a digit: returns a whole group, or null to skip it. */
type Other = (byte: number, position: number, at: number) => number | null;

/** The messages for a group whose value is too large and for a group with too few digits. */
interface Words {
  readonly name: string;
  overflow(at: number): BinasciiError;
}

function decodeGroups(
  memory: Uint8Array,
  start: number,
  end: number,
  table: Uint8Array,
  canonical: boolean,
  words: Words,
  other: Other,
  onGroup: (value: number) => void,
): Bytes {
  const sink = new ByteSink(Math.ceil((end - start) / 5) * 4 + 4);
  let position = 0;
  let value = 0;
  const write = (size: number): void => {
    for (let i = 0; i < size; i++) sink.byte((value >>> (24 - 8 * i)) & 0xff);
    position = 0;
    value = 0;
  };
  for (let at = start; at < end; at++) {
    const byte = memory[at]!;
    const digit = table[byte]!;
    if (digit > 84) {
      const group = other(byte, position, at - start);
      if (group === null) continue;
      value = group;
      write(4);
      continue;
    }
    value = value * 85 + digit;
    if (++position < 5) continue;
    if (value >= TOO_LARGE) throw words.overflow(at - start);
    onGroup(value);
    write(4);
  }
  if (position === 0) return bytesOfRange(sink.finish());
  if (position === 1) {
    // The largest digits fill the group, so a single high digit is reported as too large, not as too short.
    if (filled(value, 1) >= TOO_LARGE) throw words.overflow(end - start + 3);
    throw new BinasciiError(`Incomplete ${words.name} group`);
  }
  const size = position - 1;
  const lowest = value * 85 ** (5 - position);
  value = filled(value, position);
  if (value >= TOO_LARGE) throw words.overflow(end - start + 4 - position);
  if (canonical) {
    const unused = 2 ** (8 * (4 - size));
    const zeroFilled = Math.floor(value / unused) * unused;
    let digits = zeroFilled;
    for (let i = position; i < 5; i++) digits = Math.floor(digits / 85);
    if (digits * 85 ** (5 - position) !== lowest) throw new BinasciiError('Non-zero padding bits');
  }
  write(size);
  return bytesOfRange(sink.finish());
}

/** Fills a group with the largest digit. */
function filled(value: number, digits: number): number {
  let result = value;
  for (let i = digits; i < 5; i++) result = result * 85 + 84;
  return result;
}

/** Keywords of {@link a2b_ascii85}. */
export interface Ascii85DecodeOptions {
  /** Whether `y` stands for four spaces; false by default. */
  foldspaces?: unknown;
  /** Whether `~>` has to end the data, and `<~` may begin it; false by default. */
  adobe?: unknown;
  /** Characters to skip. */
  ignorechars?: BytesLike;
  /** Whether only the shortest spelling is accepted; false by default. */
  canonical?: unknown;
}

/**
 * Decodes Ascii85.
 *
 * @throws BinasciiError `Ascii85 encoded byte sequences must end with b'~>'`, `Ascii85 overflow`,
 *   `'z' inside Ascii85 5-tuple`, `Non-Ascii85 digit found: v`, `Incomplete Ascii85 group`,
 *   `Non-zero padding bits`
 * @throws PyTypeError `argument should be bytes, buffer or ASCII string, not 'int'`
 *
 * @example
 * ```ts
 * a2b_ascii85('FCfN8z') // b'test\x00\x00\x00\x00'
 * ```
 *
 * CPython: Modules/binascii.c `binascii_a2b_ascii85_impl`
 */
export function a2b_ascii85(data: AsciiLike, options: Ascii85DecodeOptions = {}): Bytes {
  checkKeywords('a2b_ascii85', arguments, ['foldspaces', 'adobe', 'ignorechars', 'canonical']);
  return withAscii(data, (memory, start, end) => {
    const foldspaces = isTrue(options.foldspaces ?? false);
    const adobe = isTrue(options.adobe ?? false);
    const skipped = ignored(options.ignorechars);
    const canonical = isTrue(options.canonical ?? false);
    intact(memory, end);
    let first = start;
    let last = end;
    if (adobe) {
      if (end - start < 2 || memory[end - 2] !== TILDE || memory[end - 1] !== GREATER) {
        throw new BinasciiError("Ascii85 encoded byte sequences must end with b'~>'");
      }
      last -= 2;
      if (last - first >= 2 && memory[first] === LESS && memory[first + 1] === TILDE) first += 2;
    }
    return decodeGroups(
      memory,
      first,
      last,
      decodeTable(undefined, ASCII85),
      canonical,
      { name: 'Ascii85', overflow: () => new BinasciiError('Ascii85 overflow') },
      (byte, position) => {
        if (byte === Z || (byte === Y && foldspaces)) {
          if (position !== 0)
            throw new BinasciiError(`'${String.fromCharCode(byte)}' inside Ascii85 5-tuple`);
          return byte === Z ? 0 : FOUR_SPACES;
        }
        if (skipped[byte] === 1) return null;
        throw new BinasciiError(`Non-Ascii85 digit found: ${String.fromCharCode(byte)}`);
      },
      (value) => {
        if (canonical && value === 0) {
          throw new BinasciiError("Non-canonical encoding, use 'z' for all-zero groups");
        }
      },
    );
  });
}

/** Keywords of {@link b2a_base85}. */
export interface Base85EncodeOptions {
  /** Whether the last group is filled with zeros; false by default. */
  pad?: unknown;
  /** Characters in a line, rounded down to a multiple of 5; 0, the default, for one line. */
  wrapcol?: IntLike;
  /** The 85 digits. */
  alphabet?: BytesLike;
}

/**
 * Encodes bytes in base85, with git's alphabet or another one.
 *
 * @throws PyTypeError `a bytes-like object is required, not 'str'`
 * @throws PyValueError `alphabet must have length 85`, `Cannot convert negative int`
 *
 * @example
 * ```ts
 * b2a_base85(b`test`) // b'bY*jN'
 * ```
 *
 * CPython: Modules/binascii.c `binascii_b2a_base85_impl`
 */
export function b2a_base85(data: BytesLike, options: Base85EncodeOptions = {}): Bytes {
  checkKeywords('b2a_base85', arguments, ['pad', 'wrapcol', 'alphabet']);
  return withBytes(data, (memory, start, end) => {
    const pad = isTrue(options.pad ?? false);
    const wrapcol = wrapColumn(options.wrapcol);
    const alphabet = encodeAlphabet(options.alphabet, BASE85);
    intact(memory, end);
    const sink = new ByteSink(Math.ceil((end - start) * 1.25) + 8);
    encodeGroups(memory, start, end, alphabet, pad, sink, () => 0);
    return bytesOfRange(wrapped(sink.finish(), wrapcol === 0 ? 0 : Math.max(5, wrapcol - (wrapcol % 5))));
  });
}

/** Keywords of {@link a2b_base85}. */
export interface Base85DecodeOptions {
  /** The 85 digits, as `bytes`. */
  alphabet?: Bytes;
  /** Characters to skip. */
  ignorechars?: BytesLike;
  /** Whether only the spelling of {@link b2a_base85} is accepted; false by default. */
  canonical?: unknown;
}

/**
 * Decodes base85.
 *
 * @throws BinasciiError `bad Base85 character at position 1`, `Base85 overflow in hunk starting at byte 0`,
 *   `Incomplete Base85 group`, `Non-zero padding bits`
 * @throws PyTypeError `argument should be bytes, buffer or ASCII string, not 'int'`
 *
 * @example
 * ```ts
 * a2b_base85('bY*jN') // b'test'
 * ```
 *
 * CPython: Modules/binascii.c `binascii_a2b_base85_impl`
 */
export function a2b_base85(data: AsciiLike, options: Base85DecodeOptions = {}): Bytes {
  checkKeywords('a2b_base85', arguments, ['alphabet', 'ignorechars', 'canonical']);
  return withAscii(data, (memory, start, end) => {
    const { alphabet } = options;
    checkAlphabetType('a2b_base85', alphabet);
    const skipped = ignored(options.ignorechars);
    const canonical = isTrue(options.canonical ?? false);
    const table = decodeTable(alphabet, BASE85);
    intact(memory, end);
    return decodeGroups(
      memory,
      start,
      end,
      table,
      canonical,
      {
        name: 'Base85',
        overflow: (at) =>
          new BinasciiError(`Base85 overflow in hunk starting at byte ${Math.floor(at / 5) * 5}`),
      },
      (byte, _position, at) => {
        if (skipped[byte] === 1) return null;
        throw new BinasciiError(`bad Base85 character at position ${at}`);
      },
      () => {},
    );
  });
}
