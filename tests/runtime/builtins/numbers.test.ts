/** `pow` with a modulus, and `round` with digits: values and errors of CPython 3.15. */
import { PyComplex, PyFloat, b } from 'pybuffer';
import { NotImplemented, builtins, tuple } from 'pybuffer/runtime';

const answer = (...args: Parameters<typeof builtins.pow>): unknown => {
  try {
    return builtins.pow(...args);
  } catch (error) {
    return String(error);
  }
};

test.each([
  [3, -1, 7, 5],
  [3, -2, 7, 4],
  [3, -1, -7, -2],
  [-3, -1, 7, 2],
  [3, 5, -7, -2],
  [3, 0, 1, 0],
  [3, 0, -1, 0],
  [3, -1, 1, 0],
  [0, -1, 1, 0],
  [true, 2, 3, 1],
  [7, 10n ** 30n, 13, 9],
  [2, -(10n ** 20n), 9, 4],
  [2, 3, null, 8],
])('pow(%s, %s, %s) is %s', (base, exponent, modulus, expected) => {
  expect(answer(base, exponent, modulus)).toBe(expected);
});

const INTEGERS = 'TypeError: pow() 3rd argument not allowed unless all arguments are integers';
const TYPES = 'TypeError: unsupported operand type(s) for ** or pow():';

test.each([
  [2, -1, 4, 'ValueError: base is not invertible for the given modulus'],
  [0, -1, 7, 'ValueError: base is not invertible for the given modulus'],
  [3, -1, 0, 'ValueError: pow() 3rd argument cannot be 0'],
  [new PyFloat(2), 3, 5, INTEGERS],
  [2, new PyFloat(3), 5, INTEGERS],
  [2, 3, new PyFloat(5), INTEGERS],
  [new PyComplex(1, 2), 2, 3, 'ValueError: complex modulo'],
  [2, 2, new PyComplex(0, 1), 'ValueError: complex modulo'],
  ['a', 2, 3, `${TYPES} 'str', 'int', 'int'`],
  [2, 'a', 3, `${TYPES} 'int', 'str', 'int'`],
  [2, 2, b`a`, `${TYPES} 'int', 'int', 'bytes'`],
  [null, 2, 3, `${TYPES} 'NoneType', 'int', 'int'`],
  [{ __index__: () => 3 }, 2, 5, `${TYPES} 'dict', 'int', 'int'`],
])('pow(%p, %p, %p) raises %s', (base, exponent, modulus, expected) => {
  expect(answer(base, exponent, modulus)).toBe(expected);
});

test('classes of the program are asked with all three', () => {
  const power = {
    __pow__: (...args: unknown[]) => tuple('pow', ...args),
    __rpow__: (...args: unknown[]) => tuple('rpow', ...args),
  };
  const refuses = { __pow__: () => NotImplemented };
  expect([answer(power, 2, 3), answer(2, power, 3), answer(refuses, power, 3)]).toEqual([
    ['pow', 2, 3],
    ['rpow', 2, 3],
    ['rpow', refuses, 3],
  ]);
  expect(answer(2, 3, power)).toMatch(
    /^TypeError: unsupported operand type\(s\) for \*\* or pow\(\): 'int', 'int', /,
  );
});

test.each([
  [65, -1, 60],
  [75, -1, 80],
  [-75, -1, -80],
  [4, -1, 0],
  [5, -1, 0],
  [6, -1, 10],
  [500, -3, 0],
  [501, -3, 1000],
  [999999, -6, 1000000],
  [7, -(10n ** 30n), 0],
  [7, 10n ** 30n, 7],
  [true, -1, 0],
  [12345678901234567894n, -1, 12345678901234567890n],
  [0.125, 2, 0.12],
  [2.675, 2, 2.67],
  [new PyFloat(2.5), 0, 2],
  [new PyFloat(15), -1, 20],
  [new PyFloat(25), -1, 20],
  [new PyFloat(-0.3), 0, -0],
  [new PyFloat(-0), 1, -0],
  [5e-324, 323, 0],
  [5e-324, 324, 5e-324],
  [new PyFloat(1e300), -300, 1e300],
  [new PyFloat(1.8e307), -307, 2e307],
  [new PyFloat(Infinity), 2, Infinity],
  [0.5, 10n ** 30n, 0.5],
  [-0.5, -(10n ** 30n), -0],
])('round(%s, %s) is %s', (value, digits, expected) => {
  expect(builtins.round(value, digits)).toBe(expected);
});

test('round refuses digits that are not an int, and results that are too large', () => {
  const wrong = (...args: Parameters<typeof builtins.round>) => {
    try {
      return builtins.round(...args);
    } catch (error) {
      return String(error);
    }
  };
  expect(wrong(true, '')).toBe("TypeError: 'str' object cannot be interpreted as an integer");
  expect(wrong(new PyFloat(2.5), 0.5)).toBe("TypeError: 'float' object cannot be interpreted as an integer");
  expect(wrong(new PyFloat(1.7e308), -308)).toBe('OverflowError: rounded value too large to represent');
  expect(wrong(b`a`, 1)).toBe("TypeError: type bytes doesn't define __round__ method");
});

test('round passes digits on to __round__ unless they are None', () => {
  const rounded = { __round__: (...digits: unknown[]) => tuple(...digits) };
  expect([builtins.round(rounded), builtins.round(rounded, null), builtins.round(rounded, 'a')]).toEqual([
    [],
    [],
    ['a'],
  ]);
});
