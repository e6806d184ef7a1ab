// Digits and white space outside of ASCII, in the text of a number and in a format specification. CPython 3.15 agrees:
// `int(text)`, `float(text)`, `format(1, spec)`.
import { builtins } from 'pybuffer/runtime';
import { decimalDigit, numberText } from '../../src/formats/decimal-digit.js';
import { pythonOf } from '../python-of.js';

// The zeros of Unicode 14, from CPython's `unicodedata`.
// prettier-ignore
const ZEROS = [
  0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
  0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620,
  0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0,
  0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60,
  0x16ac0, 0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e950, 0x1fbf0,
];
const digits = (zero: number) => Array.from({ length: 10 }, (_, i) => String.fromCodePoint(zero + i));

test('each script has its ten digits', () => {
  for (const zero of ZEROS) {
    expect(digits(zero).map(decimalDigit)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(numberText(digits(zero).join(''))).toBe('0123456789');
  }
});

test('all other characters are no digits', () => {
  for (const character of ['', '/', ':', 'a', '²', '½', '\u065f', '\u066a', '\u1c5a', '\ud835'])
    expect(decimalDigit(character)).toBe(-1);
});

test('white space becomes a space', () => {
  const spaces = '\x85\xa0\u1680\u2000\u2005\u200a\u2028\u2029\u202f\u205f\u3000';
  expect(numberText(spaces)).toBe(' '.repeat(spaces.length));
  expect(numberText('\t\x1c ~\x7f')).toBe('\t\x1c ~\x7f');
  expect(numberText('\u180e\u200b\ufeff²é\u212a\ud800')).toBe('???????');
});

test.each([
  ['٣', '3'],
  ['\u2003 １２\u00a0', '12'],
  ['𝟘𝟗𝟡', '99'],
  ['-٣_٤', '-34'],
  ['²', "ValueError: invalid literal for int() with base 10: '²'"],
  ['٣\ufeff', "ValueError: invalid literal for int() with base 10: '٣\\ufeff'"],
  ['1\x1c', "ValueError: invalid literal for int() with base 10: '1\\x1c'"],
])('int(%j)', (text, value) => {
  expect(pythonOf(() => builtins.int(text))).toBe(value);
});

// U+212A, the sign of the unit kelvin, is no digit, though its lower case is a k.
test('digits of other bases are ASCII letters', () => {
  expect(builtins.int('0x٣f', 16)).toBe(63);
  expect(builtins.int('k', 36)).toBe(20);
  expect(pythonOf(() => builtins.int('\u212a', 36))).toBe(
    "ValueError: invalid literal for int() with base 36: '\u212a'",
  );
});

test.each([
  ['١.٥e٢', '150'],
  ['\u3000-٣', '-3'],
  ['\u00a0x٣', "ValueError: could not convert string to float: '\\xa0x٣'"],
  ['ınf', "ValueError: could not convert string to float: 'ınf'"],
])('float(%j)', (text, value) => {
  expect(pythonOf(() => builtins.float(text))).toBe(value);
});

test.each([
  [1, '٣', '  1'],
  [1, '٣<٤', '1٣٣٣'],
  [2.5, '.٣f', '2.500'],
  ['ab', '>𝟜.１', '   a'],
  [1, '²', "ValueError: Unknown format code '\\xb2' for object of type 'int'"],
])('format(%j, %j)', (value, spec, text) => {
  expect(pythonOf(() => builtins.format(value, spec))).toBe(text);
});
