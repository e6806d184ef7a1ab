/** Conversion to hexadecimal digits and back, on every tier. */
import fc from 'fast-check';
import { fromHexBytes, fromHexText, hex, hexBytes } from '../../src/algorithms/index.js';
import { agreed, latin1, noise, outcome, placed, textIn, textOf } from './support.js';

const sizes = [0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 1023, 4097, 16383, 16384, 16385, 40000];

function plainHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

test('hex and back, at every alignment around each threshold', () => {
  for (const size of sizes) {
    for (const lead of size > 100 ? [1] : [0, 1, 2, 3]) {
      const [m, s, e] = placed(noise(size, 256, size), lead, 1);
      const text = agreed(() => hex(m, s, e, -1, 1));
      expect(text).toBe(plainHex(m.subarray(s, e)));
      expect(agreed(() => textOf(hexBytes(m, s, e)))).toBe(text);
      expect(agreed(() => textOf(fromHexText(text)))).toBe(textIn(m, s, e));
      expect(agreed(() => textOf(fromHexText(text.toUpperCase())))).toBe(textIn(m, s, e));
      const [hm, hs, he] = placed(latin1(text), lead, 0x61);
      expect(agreed(() => textOf(fromHexBytes(hm, hs, he)))).toBe(textIn(m, s, e));
    }
  }
});

test('hex of long content, which consists of pieces', () => {
  const bytes = noise(2 ** 20 + 3);
  for (const size of [65537, 2 ** 20, 2 ** 20 + 1]) {
    const text = agreed(() => hex(bytes, 1, 1 + size, -1, 1));
    expect(text === plainHex(bytes.subarray(1, 1 + size))).toBe(true);
  }
});

test('hex with separators is hex in groups', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: -9, max: 9 }), (bytes, group) => {
      const plain = plainHex(bytes);
      const width = 2 * Math.abs(group) || 2;
      const rest = group > 0 ? plain.length % width : 0;
      const groups = [
        plain.slice(0, rest),
        ...(plain.slice(rest).match(new RegExp(`.{1,${width}}`, 'g')) ?? []),
      ];
      const expected = group === 0 ? plain : groups.filter((text) => text !== '').join('-');
      expect(agreed(() => hex(bytes, 0, bytes.length, 0x2d, group))).toBe(expected);
    }),
  );
  const bytes = noise(40000);
  expect(agreed(() => hex(bytes, 0, 40000, 0x2d, 3)).replaceAll('-', '')).toBe(plainHex(bytes));
  expect(agreed(() => hex(bytes, 0, 9, 0x2d, 2 ** 53))).toBe(plainHex(bytes.subarray(0, 9)));
});

test('a space between pairs is skipped, and one inside a pair is refused', () => {
  for (const size of sizes.filter((n) => n > 0)) {
    const bytes = noise(size, 256, size);
    const spaced = hex(bytes, 0, size, 0x20, 1);
    for (const text of [
      spaced,
      spaced.toUpperCase(),
      ` ${spaced}`,
      spaced.replaceAll('7 ', '7'),
      `${spaced}  `,
    ])
      expect(agreed(() => textOf(fromHexText(text)))).toBe(textIn(bytes, 0, size));
  }
  const spaced = hex(noise(50), 0, 50, 0x20, 1);
  for (let at = 0; at < spaced.length; at++) {
    for (const c of [' ', 'g', '1']) {
      const wrong = `${spaced.slice(0, at)}${c}${spaced.slice(at + 1)}`;
      const [m, s, e] = placed(latin1(wrong), 1, 0x61);
      const found = agreed(() => outcome(() => textOf(fromHexText(wrong))));
      expect(found).toEqual(outcome(() => textOf(fromHexBytes(m, s, e))));
    }
  }
});

test('whitespace between pairs is skipped, and wrong digits are found', () => {
  const text = 'ab'.repeat(40);
  for (const c of [' ', '\t', '\n', '\v', '\f', '\r']) {
    expect(agreed(() => textOf(fromHexText(`${c}${c}ab${c}${text}${c}`)))).toBe('\xab'.repeat(41));
  }
  for (const c of [
    'g',
    '/',
    ':',
    '@',
    'G',
    '`',
    '\0',
    '\x1c',
    '\x80',
    '\xa0',
    '\xff',
    '\u0161',
    '\u0130',
    '\uff11',
    '\ud83d\ude00',
    '\udc00',
  ]) {
    for (const at of [0, 1, 38, 39, 80]) {
      const bad = text.slice(0, at) + c + text.slice(at + 1);
      const answer = agreed(() => outcome(() => textOf(fromHexText(bad))));
      expect(answer).toEqual({
        error: `ValueError: non-hexadecimal number found in fromhex() arg at position ${at}`,
      });
    }
  }
  expect(agreed(() => outcome(() => fromHexText(`${text}a`)))).toEqual({
    error: 'ValueError: fromhex() arg must contain an even number of hexadecimal digits',
  });
});

/** CPython's rule, byte by byte. */
