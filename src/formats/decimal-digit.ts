/**
 * Decimal digits of any script, with which Python writes numbers in text: `int('٣')` is 3. Callers: the
 * literals of ints, and format specifications.
 */

const DIGIT = /^\p{Nd}$/u;
const SPACE = /^[\s\x85]$/u;

/**
 * The value of a decimal digit; -1 for all other characters. Unicode keeps the ten digits of a script
 * together, and no other digit precedes a zero, except that of another set of ten.
 *
 * CPython: Objects/unicodectype.c `_PyUnicode_ToDecimalDigit`
 */
export function decimalDigit(character: string): number {
  const point = character.codePointAt(0);
  if (point === undefined) return -1;
  if (point < 0x80) return point >= 48 && point <= 57 ? point - 48 : -1;
  let at = point;
  while (DIGIT.test(String.fromCodePoint(at))) at--;
  return at === point ? -1 : (point - at - 1) % 10;
}

/**
 * Text with ASCII digits for those of other scripts, and a space for each white space outside of ASCII. All
 * other characters outside of ASCII become a question mark, which no number contains.
 *
 * CPython: Objects/unicodeobject.c `_PyUnicode_TransformDecimalAndSpaceToASCII`
 */
export function numberText(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (character) => {
    if (SPACE.test(character) && character !== '\ufeff') return ' ';
    const digit = decimalDigit(character);
    return digit < 0 ? '?' : String(digit);
  });
}
