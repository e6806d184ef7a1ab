/** The values that are read as floats, and as complex numbers. */
import {
  PyComplex,
  PyFloat,
  asComplex,
  asDouble,
  isComplex,
  nearestDouble,
  setBoxing,
} from '../../src/python/index.js';
import { outcome } from '../algorithms/support.js';

const real = (result: unknown) => ({ __float__: () => result });
const both = (result: unknown) => ({ __complex__: () => result, ...real(1.5) });

test.each<[unknown, number]>([
  [1.5, 1.5],
  [NaN, NaN],
  [-Infinity, -Infinity],
  [2n ** 60n, 2 ** 60],
  [true, 1],
  [new PyFloat(2.5), 2.5],
  [real(2.5), 2.5],
  [real(3), 3],
  [real(new PyFloat(4)), 4],
  [{ __index__: () => 7 }, 7],
  [{ __index__: () => 7, ...real(0.5) }, 0.5],
])('the double of %p', (value, expected) => {
  expect(asDouble(value)).toBe(expected);
  expect(asComplex(value)).toEqual(new PyComplex(expected, 0));
  expect(asComplex(value)).toBeInstanceOf(PyComplex);
});

test('if floats are boxed, an int from `__float__` is not a float', () => {
  const before = setBoxing(true);
  try {
    expect(outcome(() => asDouble(real(3)))).toEqual({
      error: 'TypeError: dict.__float__() must return a float, not int',
    });
    expect(asDouble(real(new PyFloat(3)))).toBe(3);
    expect(asDouble(real(2.5))).toBe(2.5);
    expect(asDouble(3)).toBe(3);
  } finally {
    setBoxing(before);
  }
});

/** Converts bigints as Hermes 0.12 does: correctly up to 64 bits, and longer ones by their low 64 bits. */
function convertAsHermes(): () => void {
  const number = globalThis.Number;
  const wrong = (value: unknown) =>
    typeof value === 'bigint' ? number(BigInt.asIntN(64, value)) : number(value);
  globalThis.Number = Object.assign(wrong, number) as NumberConstructor;
  return () => (globalThis.Number = number);
}

test('ints of any length become the nearest double, even if the engine converts them wrongly', () => {
  const ints = [
    10n ** 20n,
    2n ** 64n + 2048n,
    2n ** 64n + 2049n,
    -(2n ** 70n) - 1n,
    2n ** 1024n,
    -(10n ** 400n),
  ];
  const expected = ints.map(Number);
  expect(ints.map(nearestDouble)).toEqual(expected);
  const restore = convertAsHermes();
  try {
    expect(ints.map(nearestDouble)).toEqual(expected);
  } finally {
    restore();
  }
});

test.each<[unknown, string]>([
  ['1', 'TypeError: must be real number, not str'],
  [null, 'TypeError: must be real number, not NoneType'],
  [{}, 'TypeError: must be real number, not dict'],
  [{ __float__: 1.5 }, 'TypeError: must be real number, not dict'],
  [real('1'), 'TypeError: dict.__float__() must return a float, not str'],
  [real(null), 'TypeError: dict.__float__() must return a float, not NoneType'],
  [10n ** 400n, 'OverflowError: int too large to convert to float'],
  [-(10n ** 400n), 'OverflowError: int too large to convert to float'],
])('%p cannot be read as a double', (value, error) => {
  expect(outcome(() => asDouble(value))).toEqual({ error });
  expect(outcome(() => asComplex(value))).toEqual({ error });
});

test('complex numbers', () => {
  const plain = { re: 1, im: -2 };
  expect(asComplex(plain)).toBe(plain);
  expect(asComplex(both(plain))).toBe(plain);
  expect(outcome(() => asComplex(both(1.5)))).toEqual({
    error: 'TypeError: dict.__complex__() must return a complex, not float',
  });
  const values = [
    plain,
    new PyComplex(0, 0),
    { re: 1 },
    { im: 1 },
    { re: '1', im: 1 },
    { re: 1, im: 1n },
    'a',
    1,
  ];
  expect([...values, null, undefined].map((value) => isComplex(value))).toEqual([
    true, true, false, false, false, false, false, false, false, false,
  ]); // prettier-ignore
  const callable = Object.assign(() => 0, plain);
  expect(isComplex(callable)).toBe(false);
});

test('a boxed float is its number to JavaScript', () => {
  expect(+new PyFloat(1.5) + 1).toBe(2.5);
});
