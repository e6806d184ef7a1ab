// Quotients, remainders and powers of floats, and ints that are too large, as in CPython 3.15.
import { PyFloat, PyMemoryError, PyOverflowError } from 'pybuffer';
import { builtins, configure, operator } from 'pybuffer/runtime';

let floats: ReturnType<typeof configure>['floats'];
// Integral floats print with their point, and zero with its sign.
beforeAll(() => ({ floats } = configure({ floats: 'box' })));
afterAll(() => configure({ floats }));

type Row = readonly [name: 'floordiv' | 'mod' | 'pow', left: number, right: number, expected: string];

const ROWS: readonly Row[] = [
  ['floordiv', -5, Infinity, '-1.0'],
  ['floordiv', 5, -Infinity, '-1.0'],
  ['floordiv', -1, -Infinity, '0.0'],
  ['floordiv', 5, Infinity, '0.0'],
  ['floordiv', -1, -5, '0.0'],
  ['floordiv', -0, -1, '0.0'],
  ['floordiv', -0, 1, '-0.0'],
  ['floordiv', 0, -1, '-0.0'],
  ['floordiv', 1, 0.1, '9.0'],
  ['floordiv', -7.5, 2.5, '-3.0'],
  ['floordiv', -7, 2.5, '-3.0'],
  ['floordiv', Infinity, 2, 'nan'],
  ['mod', -5, Infinity, 'inf'],
  ['mod', 5, -Infinity, '-inf'],
  ['mod', -0, 3, '0.0'],
  ['mod', 5, -5, '-0.0'],
  ['mod', -7, 2.5, '0.5'],
  ['mod', 7, -2.5, '-0.5'],
  ['pow', 0, -Infinity, 'inf'],
  ['pow', -0, -Infinity, 'inf'],
  ['pow', 0, 2, '0.0'],
  ['pow', 1, Infinity, '1.0'],
  ['pow', 1, NaN, '1.0'],
  ['pow', NaN, 0, '1.0'],
  ['pow', -1, Infinity, '1.0'],
  ['pow', -1, -Infinity, '1.0'],
  ['pow', -1, 3, '-1.0'],
  ['pow', -Infinity, 0.5, 'inf'],
  ['pow', -Infinity, 3, '-inf'],
  ['pow', 2.5, Infinity, 'inf'],
  ['pow', 0.5, Infinity, '0.0'],
  ['pow', -3, 0.5, '(1.0605752387249068e-16+1.7320508075688772j)'],
  ['pow', -1, 0.5, '(6.123233995736766e-17+1j)'],
];

test.each(ROWS)('%s of %d and %d', (name, left, right, expected) => {
  expect(builtins.repr(operator[name](new PyFloat(left), new PyFloat(right)))).toBe(expected);
});

test.each([
  ['floordiv', 1, 0, 'division by zero'],
  ['mod', 1, 0, 'division by zero'],
  ['pow', 0, -1, 'zero to a negative power'],
  ['pow', -0, -2.5, 'zero to a negative power'],
  ['pow', 5, 1e300, "(34, 'Numerical result out of range')"],
  ['pow', -3, 1e16, "(34, 'Numerical result out of range')"],
  ['pow', 0.1, -1e300, "(34, 'Numerical result out of range')"],
] as const)('%s of %d and %d raises', (name, left, right, message) => {
  expect(() => operator[name](new PyFloat(left), new PyFloat(right))).toThrow(message);
});

test.each([
  [0.5, '0'],
  [1.5, '2'],
  [2.5, '2'],
  [-0.5, '0'],
  [-1.5, '-2'],
  [-2.5, '-2'],
  [3.7, '4'],
  [0.49999999999999994, '0'],
])('round(%d)', (value, expected) => {
  expect(builtins.repr(builtins.round(new PyFloat(value)))).toBe(expected);
});

test.each([
  [2n ** 53n - 2n, 2 ** 53 - 2],
  [2n ** 53n - 1n, 2 ** 53 - 1],
  [2n ** 53n, 2n ** 53n],
  [-(2n ** 53n) + 1n, -(2 ** 53) + 1],
  [-(2n ** 53n), -(2n ** 53n)],
])('%p is a number if that is exact', (int, expected) => {
  expect(operator.add(int - 1n, 1)).toBe(expected);
  expect(operator.neg(-int)).toBe(expected);
});

test.each([
  ['10**9 ** 2**70', () => builtins.pow(1e9, 2n ** 70n), PyMemoryError, ''],
  ['1 << 2**40', () => operator.lshift(1, 2 ** 40), PyMemoryError, ''],
  ['2**2**29 * 2**2**29', () => operator.mul(2n ** (2n ** 29n), 2n ** (2n ** 29n)), PyMemoryError, ''],
  ['1 << 2**63', () => operator.lshift(1, 2n ** 63n), PyOverflowError, 'too many digits in integer'],
  ['-1 << 2**70', () => operator.lshift(-1, 2n ** 70n), PyOverflowError, 'too many digits in integer'],
] as const)('an int that no memory holds: %s', (_, work, type, message) => {
  expect(work).toThrow(type);
  expect(work).toThrow(message);
});

test('large powers and shifts of small ints', () => {
  expect([
    operator.pow(1, 2n ** 70n),
    operator.pow(-1, 2n ** 70n + 1n),
    operator.lshift(0, 2n ** 70n),
    operator.rshift(-1, 2n ** 70n),
  ]).toEqual([1, -1, 0, -1]);
});
