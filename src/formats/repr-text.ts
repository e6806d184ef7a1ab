/**
 * The repr of strings. Python escapes controls, formats, surrogates, private use and separators, except for
 * the space.
 */
import { backslashed } from '../exceptions/index.js';

const HIDDEN = /[\p{C}\p{Z}]/u;
const ESCAPES = /[\\\p{C}\p{Z}]/gu;
const NOT_ASCII = /[\u0080-\u{10ffff}]/gu;
/** Most strings need no escape at all. */
const PLAIN = /^[ !#-&(-[\]-~]*$/;

const NAMED: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  ' ': ' ',
};

function escaped(character: string): string {
  return backslashed(character.codePointAt(0)!);
}

/**
 * Whether Python's repr leaves a character unescaped.
 *
 * CPython: Objects/unicodectype.c `_PyUnicode_IsPrintable`.
 */
export function isPrintable(character: string): boolean {
  return character === ' ' || !HIDDEN.test(character);
}

/** `repr` of a string. CPython: Objects/unicodeobject.c `unicode_repr`. */
export function textRepr(text: string): string {
  if (PLAIN.test(text)) return `'${text}'`;
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const body = text.replace(ESCAPES, (character) => NAMED[character] ?? escaped(character));
  return quote + (quote === "'" ? body.replaceAll("'", "\\'") : body) + quote;
}

/**
 * Escapes everything outside ASCII. CPython: `PyUnicode_AsEncodedString(repr, "ascii", "backslashreplace")`.
 */
export function escapeToAscii(text: string): string {
  return text.replace(NOT_ASCII, escaped);
}
