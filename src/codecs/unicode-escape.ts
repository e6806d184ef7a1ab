/**
 * `unicode_escape` and `raw_unicode_escape`: latin-1 in which a backslash begins an escape. Both decode
 * surrogates unchanged and encode every character, so only broken escapes reach an error handler.
 */
import { warn } from '../exceptions/index.js';
import { ByteSink, LENGTH } from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import type { Codec } from './codec.js';
import { DecodeFaults } from './decode-faults.js';
import type { Unfinished } from './decode-faults.js';
import { characterNames } from './name-source.js';
import { TextBuilder } from './text-builder.js';

const BACKSLASH = 0x5c;
const MAX_UNICODE = 0x10ffff;

/** The character that a letter after a backslash represents. */
const SIMPLE: ReadonlyMap<number, number> = new Map(
  Object.entries({ '\\': 0x5c, "'": 0x27, '"': 0x22, a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11 }).map(
    ([letter, code]) => [letter.charCodeAt(0), code] as const,
  ),
);

/** The number of hexadecimal digits that follow each of these letters. */
const DIGITS: ReadonlyMap<number, number> = new Map([
  [0x78, 2],
  [0x75, 4],
  [0x55, 8],
]);
const TRUNCATED: ReadonlyMap<number, string> = new Map([
  [0x78, 'truncated \\xXX escape'],
  [0x75, 'truncated \\uXXXX escape'],
  [0x55, 'truncated \\UXXXXXXXX escape'],
]);

function hexValue(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/**
 * Reads one content from left to right, escape by escape. A method that meets a broken escape sets `reason`
 * and leaves `at` where the handler's range ends.
 */
class EscapeReader {
  at = 0;
  reason = '';
  /**
   * The first invalid escape, for the warning: the letter after the backslash, or the octal number that is
   * too large.
   */
  #invalid = -1;
  readonly builder = new TextBuilder();

  constructor(
    readonly faults: DecodeFaults,
    readonly raw: boolean,
  ) {}

  read(): string {
    const { faults, builder } = this;
    while (this.at < faults.length) {
      const start = this.at;
      const byte = faults.byteAt(this.at++);
      if (byte !== BACKSLASH) builder.unit(byte);
      else if (!(this.raw ? this.#rawEscape() : this.#escape())) {
        this.at = faults.handle(start, this.at, this.reason);
        builder.text(faults.replacement);
      }
    }
    if (this.#invalid >= 0) warn('DeprecationWarning', invalidEscape(this.#invalid));
    return builder.finish();
  }

  /** CPython: Objects/unicodeobject.c `_PyUnicode_DecodeRawUnicodeEscapeStateful`. */
  #rawEscape(): boolean {
    const { faults, builder } = this;
    if (this.at >= faults.length) {
      if (faults.unfinished !== undefined) return this.#fail('\\ at end of string');
      builder.unit(BACKSLASH);
      return true;
    }
    const letter = faults.byteAt(this.at++);
    if (letter === 0x75 || letter === 0x55) return this.#hexadecimal(letter, '\\Uxxxxxxxx out of range');
    builder.unit(BACKSLASH);
    builder.unit(letter);
    return true;
  }

  /** CPython: Objects/unicodeobject.c `_PyUnicode_DecodeUnicodeEscapeInternal2`. */
  #escape(): boolean {
    const { faults, builder } = this;
    if (this.at >= faults.length) return this.#fail('\\ at end of string');
    const letter = faults.byteAt(this.at++);
    if (letter === 0x0a) return true;
    const simple = SIMPLE.get(letter);
    if (simple !== undefined) builder.unit(simple);
    else if (letter >= 0x30 && letter <= 0x37) this.#octal(letter - 0x30);
    else if (DIGITS.has(letter)) return this.#hexadecimal(letter, 'illegal Unicode character');
    else if (letter === 0x4e) return this.#name();
    else {
      if (this.#invalid < 0) this.#invalid = letter;
      builder.unit(BACKSLASH);
      builder.unit(letter);
    }
    return true;
  }

  #octal(first: number): void {
    let code = first;
    for (let i = 0; i < 2 && this.at < this.faults.length; i++) {
      const digit = this.faults.byteAt(this.at) - 0x30;
      if (digit < 0 || digit > 7) break;
      code = 8 * code + digit;
      this.at++;
    }
    if (code > 0xff && this.#invalid < 0) this.#invalid = code;
    this.builder.unit(code);
  }

  #hexadecimal(letter: number, tooLarge: string): boolean {
    const end = this.at + DIGITS.get(letter)!;
    let code = 0;
    for (; this.at < end; this.at++) {
      const digit = this.at < this.faults.length ? hexValue(this.faults.byteAt(this.at)) : -1;
      if (digit < 0) return this.#fail(TRUNCATED.get(letter)!);
      code = 16 * code + digit;
    }
    if (code > MAX_UNICODE) return this.#fail(tooLarge);
    this.builder.codePoint(code);
    return true;
  }

  /** `\N{LATIN SMALL LETTER A}`, after the `N`. */
  #name(): boolean {
    const { faults } = this;
    const malformed = 'malformed \\N character escape';
    if (this.at >= faults.length || faults.byteAt(this.at) !== 0x7b) return this.#fail(malformed);
    let name = '';
    let byte: number;
    for (;;) {
      if (++this.at >= faults.length) return this.#fail(malformed);
      byte = faults.byteAt(this.at);
      if (byte === 0x7d) break;
      name += String.fromCharCode(byte);
    }
    if (name === '') return this.#fail(malformed);
    this.at++;
    const code = characterNames("'\\N{...}'").codePointOfName(name);
    if (code === null) return this.#fail('unknown Unicode character name');
    this.builder.codePoint(code);
    return true;
  }

  #fail(reason: string): false {
    this.reason = reason;
    return false;
  }
}

/** The text of a warning. CPython: Objects/unicodeobject.c `_PyUnicode_DecodeUnicodeEscapeStateful` */
function invalidEscape(code: number): string {
  const [escape, kind] = code > 0xff ? [code.toString(8), ' octal'] : [String.fromCharCode(code), ''];
  return `"\\${escape}" is an invalid${kind} escape sequence. Such sequences will not work in the future. `;
}

/** The letters that `unicode_escape` writes after a backslash for these characters. */
const NAMED: ReadonlyMap<number, number> = new Map([
  [BACKSLASH, BACKSLASH],
  [0x09, 0x74],
  [0x0a, 0x6e],
  [0x0d, 0x72],
]);

/**
 * CPython: Objects/unicodeobject.c `PyUnicode_AsUnicodeEscapeString`, `PyUnicode_AsRawUnicodeEscapeString`.
 */
function encode(text: string, raw: boolean): Range {
  const sink = new ByteSink(text.length);
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const named = raw ? undefined : NAMED.get(code);
    if (named !== undefined) {
      sink.byte(BACKSLASH);
      sink.byte(named);
    } else if (raw ? code < 0x100 : code >= 0x20 && code < 0x7f) {
      sink.byte(code);
    } else {
      const [letter, width] = code < 0x100 ? ['x', 2] : code < 0x10000 ? ['u', 4] : ['U', 8];
      sink.ascii(`\\${letter}${code.toString(16).padStart(width, '0')}`);
    }
  }
  return sink.finish();
}

function codec(name: string, raw: boolean): Codec {
  return {
    decode(content: Content, errors: string, object: unknown, unfinished?: Unfinished): string {
      if (content[LENGTH] === 0) return '';
      const faults = new DecodeFaults(name, content, errors, object, unfinished);
      const text = new EscapeReader(faults, raw).read();
      // Unlike other codecs, these report only an incomplete escape.
      if (unfinished?.consumed === faults.length) delete unfinished.consumed;
      return text;
    },
    encode: (text) => encode(text, raw),
  };
}

export const unicodeEscape = codec('unicodeescape', false);
export const rawUnicodeEscape = codec('rawunicodeescape', true);
