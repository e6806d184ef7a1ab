// Arrays of complex numbers can be equal but have no order, and lengths are compared before items, as in CPython 3.15.
import { Bytes, PyComplex } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { operator } from 'pybuffer/runtime';

const complex = (...imaginary: number[]): PyArray =>
  new PyArray(
    'Zf',
    imaginary.map((im) => new PyComplex(0, im)),
  );

test('arrays of complex numbers are equal or not', () => {
  expect(operator.ne(complex(1), complex(2))).toBe(true);
  expect(operator.eq(complex(1), complex(2))).toBe(false);
  expect(operator.ne(complex(1), complex(1))).toBe(false);
  expect(operator.eq(complex(1, 2), complex(1, 2))).toBe(true);
});

test('their items have no order', () => {
  expect(() => operator.lt(complex(1), complex(2))).toThrow(
    "'<' not supported between instances of 'complex' and 'complex'",
  );
});

test('arrays of different lengths are unequal, whatever their items are', () => {
  const odd = new PyArray('u');
  odd.frombytes(new Bytes([255, 255, 255, 255]));
  const text = new PyArray('w', 'ab');
  expect([operator.eq(odd, text), operator.ne(odd, text)]).toEqual([false, true]);
  expect(() => operator.lt(odd, text)).toThrow('chr() arg not in range(0x110000)');
});
