// zip with strict=True, sum with a start, and exhausted iterators, as in CPython 3.15.
import { Bytes } from 'pybuffer';
import { builtins, operator } from 'pybuffer/runtime';

test.each([
  [[[1], [1, 2]], 'zip() argument 2 is longer than argument 1'],
  [[[1, 2], [1]], 'zip() argument 2 is shorter than argument 1'],
  [[[1, 2], [1, 2], [1]], 'zip() argument 3 is shorter than arguments 1-2'],
  [[[1], [1], [1, 2]], 'zip() argument 3 is longer than arguments 1-2'],
] as const)('strict zip of %j', (lists, message) => {
  expect(() => [...builtins.zip(...lists, { strict: true })]).toThrow(message);
});

test('sum begins with its start, by position or by name', () => {
  expect(builtins.sum([1, 2], 5)).toBe(8);
  expect(builtins.sum([1, 2], { start: 5 })).toBe(8);
  expect(builtins.sum([], { start: 5 })).toBe(5);
  expect(builtins.sum([1, 2])).toBe(3);
});

test('reversed returns the items from the last one on, and then stays exhausted', () => {
  const iterator = builtins.reversed(new Bytes('ab', 'ascii')) as IterableIterator<number>;
  expect(iterator.next()).toEqual({ done: false, value: 98 });
  expect(iterator.next()).toEqual({ done: false, value: 97 });
  expect(iterator.next()).toEqual({ done: true, value: undefined });
  expect(iterator.next()).toEqual({ done: true, value: undefined });
  expect(iterator.next().done).toBe(true);
});

// In CPython: `sum(items, start)`. Sums of floats are compensated, even if ints are added to them.
test.each<[unknown[], unknown, unknown]>([
  [[10 ** 16, 1, -(10 ** 16)], 0.5, 1.5],
  [[0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], 0, 1],
  [[1, 2.5, 3], 0, 6.5],
  [[Infinity, 1], 0, Infinity],
  [[], 0.5, 0.5],
  [[true, true], 0, 2],
  [[true], true, 2],
  [[], true, true],
  [[2n ** 60n, 1], 0, 2n ** 60n + 1n],
])('sum(%p, %p)', (items, start, total) => {
  expect(builtins.sum(items, start)).toBe(total);
});

test('the first of equal values is the least and the greatest', () => {
  expect(Object.is(builtins.max(0, -0), 0)).toBe(true);
  expect(Object.is(builtins.max(-0, 0), -0)).toBe(true);
  expect(Object.is(builtins.min(0, -0), 0)).toBe(true);
  expect(Object.is(builtins.min(-0, 0), -0)).toBe(true);
  const [one, same] = [new Bytes('a', 'ascii'), new Bytes('a', 'ascii')];
  expect(builtins.max(one, same)).toBe(one);
  expect(builtins.min([one, same])).toBe(one);
});

test('a range compares its numbers one by one with a value that is not a number, and ends at the first that is equal', () => {
  const asked: unknown[] = [];
  class One {
    __eq__(other: unknown): boolean {
      asked.push(other);
      return other === 1;
    }
  }
  expect(operator.contains(builtins.range(10 ** 12), new One())).toBe(true);
  expect(asked).toEqual([0, 1]);
});
