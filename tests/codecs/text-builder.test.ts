/** Texts of every length around the sizes of the buffer and of a chunk, and builders that take turns. */
import { TextBuilder, longText, shortText } from '../../src/codecs/text-builder.js';

const bytes = Uint8Array.from({ length: 9000 }, (_, i) => (i * 7 + 1) & 255);
const plain = (start: number, end: number) =>
  Array.from(bytes.subarray(start, end), (byte) => String.fromCharCode(byte)).join('');

test('a few bytes as characters', () => {
  for (const start of [0, 1, 5]) {
    for (let length = 0; length <= 40; length++) {
      expect(shortText(bytes, start, start + length)).toBe(plain(start, start + length));
    }
  }
});

test('many bytes as characters', () => {
  for (const length of [0, 1, 25, 4095, 4096, 4097, 8191, 8192, 8193]) {
    for (const start of [0, 3])
      expect(longText(bytes, start, start + length)).toBe(plain(start, start + length));
  }
});

test('units, characters and texts of any length', () => {
  for (const before of [0, 1, 24, 25, 4072, 4094, 4095, 4096, 4097, 8192]) {
    for (const length of [0, 1, 2, 23, 24, 25, 26, 100, 4096, 5000]) {
      const builder = new TextBuilder();
      for (let i = 0; i < before; i++) builder.unit(bytes[i]!);
      expect(builder).toHaveLength(before);
      builder.text('x'.repeat(length));
      expect(builder).toHaveLength(before + length);
      builder.codePoint(0x1f600);
      builder.codePoint(0xffff);
      builder.codePoint(0x10000);
      builder.unit(0x61);
      expect(builder).toHaveLength(before + length + 6);
      expect(builder.finish()).toBe(`${plain(0, before)}${'x'.repeat(length)}\u{1f600}\uffff\u{10000}a`);
    }
  }
});

test('builders that take turns keep their own texts', () => {
  const first = new TextBuilder();
  const second = new TextBuilder();
  first.unit(0x61);
  second.unit(0x31);
  first.unit(0x62);
  first.text('long'.repeat(10));
  second.unit(0x32);
  const third = new TextBuilder();
  for (let i = 0; i < 5000; i++) third.unit(0x2d);
  first.unit(0x63);
  second.unit(0x33);
  third.unit(0x2e);
  expect(second.finish()).toBe('123');
  expect(first.finish()).toBe(`ab${'long'.repeat(10)}c`);
  const fourth = new TextBuilder();
  fourth.unit(0x7a);
  expect(third.finish()).toBe(`${'-'.repeat(5000)}.`);
  expect(fourth.finish()).toBe('z');
  expect(new TextBuilder().finish()).toBe('');
});

test('a text is kept whole from 25 characters on', () => {
  const units = jest.spyOn(TextBuilder.prototype, 'unit');
  try {
    const calls = (length: number) => {
      units.mockClear();
      const builder = new TextBuilder();
      builder.text('a'.repeat(length));
      expect(builder.finish()).toHaveLength(length);
      return units.mock.calls.length;
    };
    expect([0, 1, 24, 25, 4000].map(calls)).toEqual([0, 1, 24, 0, 0]);
  } finally {
    units.mockRestore();
  }
});
