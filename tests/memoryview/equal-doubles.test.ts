/** Doubles compare by value on every path: few or many, adjacent or not. */
import { ByteArray, MemoryView } from 'pybuffer';

const differing: [string, number, number, boolean][] = [
  ['NaN', NaN, NaN, false],
  ['infinity', Infinity, Infinity, true],
  ['infinities', Infinity, -Infinity, false],
  ['zeros', 0, -0, true],
  ['the least', 5e-324, 0, false],
  ['numbers', 1.5, 2.5, false],
  ['the largest', 1.7976931348623157e308, 1.7976931348623157e308, true],
];

test('one differing pair at any position decides', () => {
  const wrong: string[] = [];
  for (const count of [1, 2, 5, 255, 256, 257, 1023]) {
    for (const shift of [0, 8, 3]) {
      const memory = new ByteArray(count * 8 + shift);
      const a = new MemoryView(new Float64Array(count).fill(1.25));
      const b = new MemoryView(memory).slice(shift).cast('d');
      for (let i = 0; i < count; i++) b.set(i, 1.25);
      if (!a.equals(b) || !a.slice(null, null, -1).equals(b)) wrong.push(`${count} at ${shift}: the same`);
      for (const place of new Set([0, 1, count >> 1, count - 2, count - 1])) {
        if (place < 0 || place >= count) continue;
        for (const [name, x, y, wanted] of differing) {
          a.set(place, x);
          b.set(place, y);
          if (a.equals(b) !== wanted || b.equals(a) !== wanted)
            wrong.push(`${name} at ${place} of ${count}, ${shift}`);
          a.set(place, 1.25);
          b.set(place, 1.25);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('of another length, shape or format', () => {
  const a = new MemoryView(new Float64Array([1, 2, 3, 4]));
  expect(a.equals(new MemoryView(new Float64Array([1, 2, 3])))).toBe(false);
  expect(a.equals(new MemoryView(new Float32Array([1, 2, 3, 4])))).toBe(true);
  expect(a.cast('B').cast('d', [2, 2]).equals(a)).toBe(false);
  expect(
    a
      .cast('B')
      .cast('d', [2, 2])
      .equals(a.cast('B').cast('d', [2, 2])),
  ).toBe(true);
});

test('a NaN among equal bytes is found anywhere in a view that begins anywhere', () => {
  const wrong: number[][] = [];
  for (const first of [0, 1, 2, 3, 5, 8]) {
    for (const count of [256, 257, 258, 259]) {
      const items = new Float64Array(first + count + 8).fill(NaN);
      items.fill(1, first, first + count);
      const part = () => new MemoryView(items).slice(first, first + count);
      if (!part().equals(part())) wrong.push([first, count]);
      for (const at of [0, 1, 2, 3, 4, count >> 1, count - 4, count - 3, count - 2, count - 1]) {
        items[first + at] = NaN;
        if (part().equals(part())) wrong.push([first, count, at]);
        items[first + at] = -Infinity;
        if (!part().equals(part())) wrong.push([first, count, at]);
        items[first + at] = 1;
      }
    }
  }
  expect(wrong).toEqual([]);
});
