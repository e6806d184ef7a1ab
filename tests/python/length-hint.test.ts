/** Iterators of both languages, and their length hints. */
import { NotImplemented, iterate, lengthHint, tryIterate } from '../../src/python/index.js';
import { PyValueError } from '../../src/exceptions/index.js';
import { outcome } from '../algorithms/support.js';

const items = (iterator: Iterator<unknown> | null) => {
  const all: unknown[] = [];
  for (let step = iterator!.next(); step.done !== true; step = iterator!.next()) all.push(step.value);
  return all;
};
const iter = (result: unknown) => ({ __iter__: () => result });

test('iterables of JavaScript and of Python', () => {
  expect(items(tryIterate([1, 2]))).toEqual([1, 2]);
  expect(items(tryIterate('ab'))).toEqual(['a', 'b']);
  const own = [3][Symbol.iterator]();
  expect(tryIterate(iter(own))).toBe(own);
  const bare = { next: () => ({ done: true, value: undefined }) };
  expect(tryIterate(iter(bare))).toBe(bare);
});

test.each<unknown>([null, undefined, 1, {}, { __iter__: 1 }, { [Symbol.iterator]: 1 }])(
  '%p is not iterable',
  (value) => {
    expect(tryIterate(value)).toBeNull();
    expect(outcome(() => iterate(value))).toEqual({
      error: expect.stringMatching(/^TypeError: '\w+' object is not iterable$/) as unknown,
    });
  },
);

test('__iter__ has to return an iterator', () => {
  const self = { __iter__: (): unknown => self };
  for (const value of [iter(1), iter(null), iter({}), iter([4]), iter(iter([5])), self]) {
    expect(outcome(() => tryIterate(value))).toEqual({
      error: expect.stringMatching(
        /^TypeError: dict\.__iter__\(\) must return an iterator, not \w+$/,
      ) as unknown,
    });
  }
});

const raises = (): never => {
  throw new PyValueError('mine');
};

test.each<[unknown, unknown]>([
  [null, 9],
  [undefined, 9],
  [5, 9],
  ['text', 9],
  [{}, 9],
  [{ __len__: 3 }, 9],
  [{ __len__: () => 0 }, 0],
  [{ __len__: () => 3 }, 3],
  [{ __len__: () => 3n, __length_hint__: () => 5 }, 3],
  [{ __len__: () => -1 }, { error: 'ValueError: __len__() should return >= 0' }],
  [{ __len__: raises }, { error: 'ValueError: mine' }],
  // A TypeError of __len__ counts as no hint.
  [{ __len__: () => 'a', __length_hint__: () => 5 }, 5],
  [{ __len__: () => 'a' }, 9],
  [{ __length_hint__: () => 0 }, 0],
  [{ __length_hint__: () => true }, 1],
  [{ __length_hint__: () => NotImplemented }, 9],
  [{ __length_hint__: raises }, { error: 'ValueError: mine' }],
  [
    { __length_hint__: () => -1 },
    { error: 'ValueError: dict.__length_hint__() must return a non-negative int' },
  ],
  [
    { __length_hint__: () => 'a' },
    { error: 'TypeError: dict.__length_hint__() must return an int, not str' },
  ],
  [
    { __length_hint__: () => null },
    { error: 'TypeError: dict.__length_hint__() must return an int, not NoneType' },
  ],
  [
    { __length_hint__: () => ({ __index__: () => 1 }) },
    { error: 'TypeError: dict.__length_hint__() must return an int, not dict' },
  ],
  [
    { __length_hint__: () => 2n ** 63n },
    { error: 'OverflowError: Python int too large to convert to C ssize_t' },
  ],
])('the length hint of %p', (value, expected) => {
  expect(outcome(() => lengthHint(value, 9))).toEqual(expected);
});
