/** Digits of floats, rounded half to even on the exact value, as C's printf writes them. */
import fc from 'fast-check';
import { fixedDigits, significantDigits } from '../../src/formats/float-digits.js';

test.each<[number, number, string]>([
  // CPython: '%.*f' % (places, value)
  [0.5, 0, '0'],
  [1.5, 0, '2'],
  [2.5, 0, '2'],
  [9.5, 0, '10'],
  [0.125, 2, '0.12'],
  [0.375, 2, '0.38'],
  [0.25, 1, '0.2'],
  [2.675, 2, '2.67'],
  [1.005, 2, '1.00'],
  [0, 3, '0.000'],
  [5e-324, 3, '0.000'],
  [0.1, 25, '0.1000000000000000055511151'],
  [1e21, 0, '1000000000000000000000'],
  [1e22, 0, '10000000000000000000000'],
  [123456789012345680000, 2, '123456789012345683968.00'],
])('%p with %d places', (value, places, expected) => expect(fixedDigits(value, places)).toBe(expected));

test.each<[number, number, string, number]>([
  // CPython: '%.*e' % (count - 1, value)
  [0.5, 1, '5', -1],
  [2.5, 1, '2', 0],
  [9.5, 1, '1', 1],
  [12.5, 2, '12', 1],
  [1.25, 2, '12', 0],
  [9.99, 2, '10', 1],
  [99.5, 2, '10', 2],
  [0, 3, '000', 0],
  [1e300, 4, '1000', 300],
  [5e-324, 3, '494', -324],
  [0.1, 26, '10000000000000000555111512', -1],
])('%p with %d digits', (value, count, digits, exponent) => {
  expect(significantDigits(value, count)).toEqual({ digits, exponent });
});

/** A double as a fraction of two bigints. */
function fraction(value: number): [bigint, bigint] {
  let denominator = 1n;
  while (!Number.isInteger(value)) {
    value *= 2;
    denominator *= 2n;
  }
  return [BigInt(value), denominator];
}

test('both are the nearest decimals, ties to even', () => {
  const value = fc.oneof(
    fc.double({ min: 0, max: 1e25, noNaN: true }),
    // Many of these are exact halves.
    fc.tuple(fc.nat(5000), fc.nat(12)).map(([n, power]) => n / 2 ** power),
  );
  fc.assert(
    fc.property(value, fc.nat(30), (double, places) => {
      const [numerator, denominator] = fraction(double);
      const scaled = numerator * 10n ** BigInt(places);
      const found = BigInt(fixedDigits(double, places).replace('.', ''));
      const twice = 2n * (found * denominator - scaled);
      const distance = twice < 0n ? -twice : twice;
      expect(distance < denominator || (distance === denominator && found % 2n === 0n)).toBe(true);
      if (double === 0) return;
      const { digits, exponent } = significantDigits(double, places + 1);
      expect([digits.length, digits.startsWith('0')]).toEqual([places + 1, false]);
      const unit = exponent - places;
      const [top, bottom] =
        unit >= 0
          ? [BigInt(digits) * 10n ** BigInt(unit) * denominator, denominator]
          : [BigInt(digits) * denominator, denominator * 10n ** BigInt(-unit)];
      const off = 2n * (top * (unit >= 0 ? 1n : 1n) - numerator * (unit >= 0 ? 1n : 10n ** BigInt(-unit)));
      const half = unit >= 0 ? bottom * 10n ** BigInt(unit) : denominator;
      const size = off < 0n ? -off : off;
      expect(size < half || (size === half && Number(digits.at(-1)) % 2 === 0)).toBe(true);
    }),
    { numRuns: 400 },
  );
});
