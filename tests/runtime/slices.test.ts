/** Slices of ints of any size: each row has a Python expression and CPython 3.15's answer. */
import { Slice, builtins, callMethod, getAttribute } from 'pybuffer/runtime';
import { pythonOf } from '../python-of.js';

const indices = (slice: Slice, ...args: unknown[]) => pythonOf(() => callMethod(slice, 'indices', args));

test.each<[string, Slice, unknown, string]>([
  ['slice(1, 5).indices(3)', new Slice(1, 5), 3, '(1, 3, 1)'],
  ['slice(None).indices(3)', new Slice(), 3, '(0, 3, 1)'],
  ['slice(None, None, -1).indices(3)', new Slice(null, null, -1), 3, '(2, -1, -1)'],
  ['slice(-2, None, 2).indices(10)', new Slice(-2, null, 2), 10, '(8, 10, 2)'],
  ['slice(-20, 20, -2).indices(10)', new Slice(-20, 20, -2), 10, '(-1, 9, -2)'],
  ['slice(5, -5).indices(0)', new Slice(5, -5), 0, '(0, 0, 1)'],
  [
    'slice(2**70, -2**70, -2**65).indices(2**66)',
    new Slice(2n ** 70n, -(2n ** 70n), -(2n ** 65n)),
    2n ** 66n,
    '(73786976294838206463, -1, -36893488147419103232)',
  ],
  ['slice(1).indices(-1)', new Slice(null, 1), -1, 'ValueError: length should not be negative'],
  [
    'slice(1).indices("a")',
    new Slice(null, 1),
    'a',
    "TypeError: 'str' object cannot be interpreted as an integer",
  ],
  ['slice(1, 2, 0).indices(3)', new Slice(1, 2, 0), 3, 'ValueError: slice step cannot be zero'],
  [
    'slice("a").indices(3)',
    new Slice(null, 'a' as never),
    3,
    'TypeError: slice indices must be integers or None or have an __index__ method',
  ],
])('%s', (_, slice, length, expected) => {
  expect(indices(slice, length)).toBe(expected);
});

test('indices takes one length', () => {
  expect(indices(new Slice(1))).toBe('TypeError: slice.indices() takes exactly one argument (0 given)');
});

test('indices is an attribute of a slice, and of no other value', () => {
  const bound = getAttribute(new Slice(1, 2), 'indices') as (length: number) => unknown;
  expect(builtins.repr(bound(5))).toBe('(1, 2, 1)');
  expect(pythonOf(() => getAttribute('a', 'indices'))).toBe(
    "AttributeError: 'str' object has no attribute 'indices'",
  );
});
