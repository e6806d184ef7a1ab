/**
 * Arrays made from other arrays, from views and from their iterators: floats stay floats. Also exact
 * comparisons of items.
 */
import { PyArray } from '../../../src/companions/array/index.js';
import { MemoryView } from '../../../src/memoryview/index.js';
import { pythonOf } from '../../python-of.js';

const INTS = ['b', 'B', 'h', 'H', 'i', 'I', 'l', 'L', 'q', 'Q'] as const;
const FLOATS = ['e', 'f', 'd'] as const;
const REFUSED = "TypeError: 'float' object cannot be interpreted as an integer";

test('an array of ints refuses floats, even integral ones', () => {
  const answers = new Set<string>();
  for (const int of INTS) {
    for (const float of FLOATS) {
      const source = new PyArray(float, [1]);
      for (const items of [
        source,
        source[Symbol.iterator](),
        source.reversed(),
        new MemoryView(source),
        new MemoryView(source)[Symbol.iterator](),
      ]) {
        answers.add(pythonOf(() => new PyArray(int, items as never)));
      }
    }
  }
  expect([...answers]).toEqual([REFUSED]);
});

test.each([
  ['H', 'B', "array('H', [1])"],
  ['d', 'B', "array('d', [1.0])"],
  ['d', 'f', "array('d', [1.0])"],
  ['Zd', 'd', "array('Zd', [(1+0j)])"],
  ['b', 'Zd', "TypeError: 'complex' object cannot be interpreted as an integer"],
  ['w', 'd', 'TypeError: array item must be a unicode character, not float'],
  ['w', 'B', 'TypeError: array item must be a unicode character, not int'],
] as const)('array(%j, array(%j))', (to, from, expected) => {
  expect(pythonOf(() => new PyArray(to, new PyArray(from, [1]) as never))).toBe(expected);
});

test('items equal values exactly, as in a view', () => {
  const complex = new PyArray('Zd', [2 ** 53]);
  expect(complex.count(2n ** 53n + 1n)).toBe(0);
  expect(complex.includes(2n ** 53n + 1n)).toBe(false);
  expect(complex.count(2n ** 53n)).toBe(1);
  expect(new PyArray('d', [2 ** 53]).count(2n ** 53n + 1n)).toBe(0);
  expect(new PyArray('q', [2n ** 53n + 1n]).count(2 ** 53)).toBe(0);
  expect(new PyArray('w', 'ab').count('a')).toBe(1);
  expect(new PyArray('d', [1]).count(true)).toBe(1);
});
