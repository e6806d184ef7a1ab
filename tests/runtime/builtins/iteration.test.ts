// zip with strict=True, sum with a start, and exhausted iterators, as in CPython 3.15.
import { Bytes, PyStopIteration } from 'pybuffer';
import { PyComplex, builtins, operator, tuple } from 'pybuffer/runtime';
import { pythonOf } from '../../python-of.js';

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

test('iter calls a function until it returns the sentinel', () => {
  const items = [1, 2, 3, 2];
  const found = builtins.list(builtins.iter(() => items.pop() ?? null, 1));
  expect([found, items]).toEqual([[2, 3, 2], []]);
  expect(builtins.list(builtins.iter(() => true, 1))).toEqual([]);
});

test('next of an iterator of the program', () => {
  const ended = { __next__: () => builtins.next(new Bytes()[Symbol.iterator]()) };
  const wrong = { __next__: () => builtins.chr(-1) };
  expect(builtins.next(ended, 5)).toBe(5);
  expect(() => builtins.next(ended)).toThrow(PyStopIteration);
  expect(() => builtins.next(wrong, 5)).toThrow('chr() arg not in range(0x110000)');
  expect(builtins.next({ __next__: () => 7 }, 5)).toBe(7);
});

// In CPython: `sum(items)`.
test.each<[unknown[], string]>([
  [[new PyComplex(0, 1), new PyComplex(2, 3), 1.5, true], '(4.5+4j)'],
  [[new PyComplex(1e16, 1e16), new PyComplex(1, 1), new PyComplex(-1e16, -1e16)], '(1+1j)'],
  [[new PyComplex(0, 1), 2n ** 70n], '(1.1805916207174113e+21+1j)'],
  [[new PyComplex(0, 1), 'a'], "TypeError: unsupported operand type(s) for +: 'complex' and 'str'"],
  [
    [1.5, new PyComplex(0, 1), new Bytes()],
    "TypeError: unsupported operand type(s) for +: 'complex' and 'bytes'",
  ],
])('sum(%p)', (items, total) => {
  expect(pythonOf(() => builtins.sum(items))).toBe(total);
});

test.each([63, 64, 65, 200])('%i items are sorted, and equal ones keep their order', (count) => {
  const items = Array.from({ length: count }, (_, i) => tuple((i * 37) % 10, i));
  const key = ([first]: readonly number[]) => first;
  const ascending = [...items].sort(([a, i], [b, k]) => a - b || i - k);
  const descending = [...items].sort(([a, i], [b, k]) => b - a || i - k);
  expect(builtins.sorted(items, { key })).toEqual(ascending);
  expect(builtins.sorted(items, { key, reverse: true })).toEqual(descending);
  expect(builtins.sorted(items)).toEqual(ascending);
});
