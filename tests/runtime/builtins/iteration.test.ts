// zip that checks lengths, sum with a start, and iterators behind their end, as CPython 3.15 has them.
import { Bytes } from 'pybuffer';
import { builtins } from 'pybuffer/runtime';

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

test('reversed returns the items from the last one, and nothing again and again', () => {
  const iterator = builtins.reversed(new Bytes('ab', 'ascii')) as IterableIterator<number>;
  expect(iterator.next()).toEqual({ done: false, value: 98 });
  expect(iterator.next()).toEqual({ done: false, value: 97 });
  expect(iterator.next()).toEqual({ done: true, value: undefined });
  expect(iterator.next()).toEqual({ done: true, value: undefined });
  expect(iterator.next().done).toBe(true);
});
