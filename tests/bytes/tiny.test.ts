/** Short functions on exact bytes: the same results as the methods of these names, and where they leave off. */
import { Bytes } from 'pybuffer';
import { lengthOf, repeatedTiny } from '../../src/bytes/index.js';

const made = (size: number) => new Bytes(Array.from({ length: size }, (_, i) => (i + 1) & 0xff));

test('the length is that of the property', () => {
  const all = [0, 1, 2, 300].map(made);
  expect(all.map(lengthOf)).toEqual(all.map(({ length }) => length));
});

test('results of 2 to 16 bytes are those of `repeat`, all others are left to it', () => {
  const sizes = Array.from({ length: 20 }, (_, i) => i);
  const rows = sizes.flatMap((size) => sizes.map((times) => [size, times] as const));
  const taken = rows.filter(([size, times]) => {
    const value = made(size);
    const tiny = repeatedTiny(value, times);
    if (tiny !== null) expect(tiny).toEqual(value.repeat(times));
    return tiny !== null;
  });
  expect(taken).toEqual(rows.filter(([size, times]) => size > 0 && times > 1 && size * times <= 16));
  expect([-1, NaN, Infinity, 2 ** 53].map((times) => repeatedTiny(made(2), times))).toEqual(
    Array(4).fill(null),
  );
});

test('a part of other bytes is repeated alone', () => {
  const part = made(300).slice(7, 10);
  expect([...repeatedTiny(part, 3)!]).toEqual([8, 9, 10, 8, 9, 10, 8, 9, 10]);
  expect(part.equals(new Bytes([8, 9, 10]))).toBe(true);
});

test('memory that JavaScript took away is refused', () => {
  const large = made(5000);
  const part = large.slice(7, 10);
  const { buffer } = large.asReadonlyUint8Array();
  structuredClone(buffer, { transfer: [buffer] });
  const message = 'the underlying ArrayBuffer was detached or has shrunk';
  expect(() => part.repeat(2)).toThrow(message);
  expect(() => repeatedTiny(part, 2)).toThrow(message);
});
