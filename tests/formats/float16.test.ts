/** Half precision: every value, the numbers that round to it, and those that no longer fit. */
import { fitsFloat16, float16Bits, float16FromBits } from '../../src/formats/float16.js';

const hex = (bits: number) => bits.toString(16).padStart(4, '0');

test.each<[number, string]>([
  // CPython: struct.pack('>e', value).hex()
  [0, '0000'],
  [-0, '8000'],
  [1, '3c00'],
  [-2, 'c000'],
  [65504, '7bff'],
  [65519.9, '7bff'],
  [2 ** -14, '0400'],
  [2 ** -14 - 2 ** -25, '0400'],
  [2 ** -24, '0001'],
  [2 ** -25, '0000'],
  [1.5 * 2 ** -25, '0001'],
  [1 / 3, '3555'],
  [2049, '6800'],
  [2051, '6802'],
  [Infinity, '7c00'],
  [-Infinity, 'fc00'],
])('%p', (value, bits) => {
  expect(hex(float16Bits(value))).toBe(bits);
  expect(fitsFloat16(value)).toBe(true);
});

test('past 65519.99 nothing fits but infinities', () => {
  expect([65520, -65520, 1e300, NaN].map(fitsFloat16)).toEqual([false, false, false, true]);
});

test('every value round-trips, and halfway numbers round to even', () => {
  const wrong: unknown[] = [];
  for (let bits = 0; bits < 0x7c00; bits++) {
    for (const sign of [0, 0x8000]) {
      const value = float16FromBits(bits | sign);
      if (float16Bits(value) !== (bits | sign)) wrong.push(['value', bits, value]);
      const next = float16FromBits((bits + 1) | sign);
      if (bits === 0x7bff) continue;
      const half = (value + next) / 2;
      const even = (bits & 1) === 0 ? bits : bits + 1;
      if (float16Bits(half) !== (even | sign)) wrong.push(['half', bits, half]);
    }
  }
  expect(wrong).toEqual([]);
});

test('NaNs keep sign and payload; one whose payload is lost stays a NaN', () => {
  for (const bits of [0x7e00, 0xfe00, 0x7c01, 0x7dff, 0xffff]) {
    const value = float16FromBits(bits);
    expect(value).toBeNaN();
    expect(float16Bits(value) & 0x7c00).toBe(0x7c00);
    expect(float16Bits(value) & 0x3ff).not.toBe(0);
  }
  expect(hex(float16Bits(NaN))).toBe('7e00');
  expect([0x7c00, 0xfc00].map(float16FromBits)).toEqual([Infinity, -Infinity]);
});
