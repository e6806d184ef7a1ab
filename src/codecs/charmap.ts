/**
 * Codecs that are a table with one byte for each character. `all.ts` registers one for each table of CPython.
 */
import { ByteSink } from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import type { Codec } from './codec.js';
import { DecodeFaults } from './decode-faults.js';
import { EncodeFaults } from './encode-faults.js';
import { TextBuilder } from './text-builder.js';

const UNDEFINED = 0xfffe;
const REASON = 'character maps to <undefined>';
const ASCII = String.fromCharCode(...Array(128).keys());

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/**
 * Unpacks a table of `charmaps.generated.ts`: a digit is the position of a character in its page of 64, and a
 * dot and a digit choose the page for the digits that follow. `scripts/build/charmaps.mjs` writes them.
 */
export function charmapCharacters(coded: string, pages: readonly number[]): string {
  let page = 0;
  let text = '';
  for (let i = 0; i < coded.length; i++) {
    if (coded[i] === '.') page = pages[DIGITS.indexOf(coded[++i]!)]!;
    else text += String.fromCharCode(64 * page + DIGITS.indexOf(coded[i]!));
  }
  return text;
}

/**
 * Makes the codec of a table of 256 characters, or of the upper 128 if the lower ones are ASCII; U+FFFE marks
 * an unused byte. Its errors name the codec `charmap`, as CPython's do.
 */
export function charmapCodec(table: string): Codec {
  const characters = table.length === 128 ? ASCII + table : table;
  const units = Uint16Array.from(characters, (character) => character.charCodeAt(0));
  const bytes = new Map<number, number>();
  for (let byte = 0; byte < 256; byte++) {
    if (units[byte] !== UNDEFINED) bytes.set(units[byte]!, byte);
  }
  return {
    bytesPerUnit: 1,
    decode: (content, errors, object) => decode(content, errors, object, units),
    encode: (text, errors) => encode(text, errors, bytes),
  };
}

/** CPython: Objects/unicodeobject.c `PyUnicode_DecodeCharmap`. */
function decode(content: Content, errors: string, object: unknown, units: Uint16Array): string {
  const faults = new DecodeFaults('charmap', content, errors, object);
  const builder = new TextBuilder();
  let { memory, base, length } = faults;
  let position = 0;
  while (position < length) {
    const unit = units[memory[base + position]!]!;
    if (unit !== UNDEFINED) {
      builder.unit(unit);
      position++;
    } else {
      position = faults.handle(position, position + 1, REASON);
      builder.text(faults.replacement);
      ({ memory, base, length } = faults);
    }
  }
  return builder.finish();
}

/** CPython: Objects/unicodeobject.c `_PyUnicode_EncodeCharmap`. */
function encode(text: string, errors: string, bytes: ReadonlyMap<number, number>): Range {
  const faults = new EncodeFaults('charmap', text, errors);
  const sink = new ByteSink(text.length);
  let unit = 0;
  while (unit < text.length) {
    const byte = bytes.get(text.charCodeAt(unit));
    if (byte !== undefined) {
      sink.byte(byte);
      unit++;
      continue;
    }
    let end = unit + 1;
    while (end < text.length && !bytes.has(text.charCodeAt(end))) end++;
    const next = faults.handle(unit, end, REASON);
    const { replacement } = faults;
    if (typeof replacement === 'string') {
      for (let i = 0; i < replacement.length; i++) {
        const mapped = bytes.get(replacement.charCodeAt(i));
        if (mapped === undefined) throw faults.error();
        sink.byte(mapped);
      }
    } else {
      sink.content(replacement);
    }
    unit = next;
  }
  return sink.finish();
}
