/** Arithmetic of complex numbers, and sums of mixed numbers, as CPython 3.15 prints them. */
import { PyComplex, PyFloat } from 'pybuffer';
import { builtins, configure, operator } from 'pybuffer/runtime';

type Name = 'add' | 'sub' | 'mul' | 'truediv' | 'floordiv' | 'mod' | 'pow' | 'and_';

const c = (re: number, im: number) => new PyComplex(re, im);
const f = (value: number) => new PyFloat(value);
const HUGE = 2n ** 2000n;

/** The left and right operands, and the result or the error of each operator. */
const ROWS: readonly (readonly [unknown, unknown, Partial<Record<Name, string>>])[] = [
  [c(3, 4), c(1, 2), { add: '(4+6j)', sub: '(2+2j)', mul: '(-5+10j)', truediv: '(2.2-0.4j)' }],
  [c(0, 1), 1, { add: '(1+1j)', sub: '(-1+1j)', mul: '1j', truediv: '1j', pow: '1j' }],
  [2.5, c(0, 1), { add: '(2.5+1j)', sub: '(2.5-1j)', mul: '2.5j', truediv: '-2.5j' }],
  [true, c(0, 1), { add: '(1+1j)', sub: '(1-1j)', mul: '1j', pow: '(1+0j)' }],
  [f(2), c(3, 0), { sub: '(-1-0j)', truediv: '(0.6666666666666666-0j)', pow: '(8+0j)' }],
  [c(0, 0), -1, { mul: '(-0-0j)', truediv: '(-0-0j)' }],
  [c(3, 4), -3, { pow: '(-0.007488-0.002816j)' }],
  [c(3, 4), f(0.5), { pow: '(2+1j)' }],
  [c(Infinity, 0), c(0, 1), { mul: '(nan+infj)', truediv: '(nan-infj)' }],
  [c(Infinity, NaN), c(1, 1), { mul: '(inf+infj)' }],
  [c(1, 1), c(Infinity, NaN), { truediv: '0j' }],
  [c(2, 1), 0, { truediv: 'ZeroDivisionError: division by zero', pow: '(1+0j)' }],
  [c(2, 1), c(0, 0), { truediv: 'ZeroDivisionError: division by zero' }],
  [c(0, 0), c(0, 1), { pow: 'ZeroDivisionError: zero to a negative or complex power' }],
  [c(0, 0), -1, { pow: 'ZeroDivisionError: zero to a negative or complex power' }],
  [c(1e200, 1), 2, { pow: 'OverflowError: complex exponentiation' }],
  [c(0, 1), HUGE, { add: 'OverflowError: int too large to convert to float' }],
  [c(0, 1), 'x', { add: "TypeError: unsupported operand type(s) for +: 'complex' and 'str'" }],
  [
    1,
    c(0, 1),
    {
      floordiv: "TypeError: unsupported operand type(s) for //: 'int' and 'complex'",
      mod: "TypeError: unsupported operand type(s) for %: 'int' and 'complex'",
      and_: "TypeError: unsupported operand type(s) for &: 'int' and 'complex'",
    },
  ],
];

const said = (run: () => unknown): string => {
  try {
    return builtins.repr(run());
  } catch (error) {
    return String(error);
  }
};

test('binary operators of complex numbers and others', () => {
  const got = ROWS.map(([left, right, answers]) =>
    Object.fromEntries(
      Object.keys(answers).map((name) => [name, said(() => operator[name as Name](left, right))]),
    ),
  );
  expect(got).toEqual(ROWS.map(([, , answers]) => answers));
});

test('unary operators of complex numbers', () => {
  const value = c(3, -4);
  expect(said(() => operator.neg(value))).toBe('(-3+4j)');
  expect(operator.pos(value)).toBe(value);
  expect(operator.abs(value)).toBe(5);
  expect(said(() => operator.abs(c(1e308, 1.7e308)))).toBe('OverflowError: absolute value too large');
  expect(said(() => operator.invert(value))).toBe("TypeError: bad operand type for unary ~: 'complex'");
});

test('sum adds floats and complex numbers with compensation, in the order of types that CPython has', () => {
  const { floats } = configure({ floats: 'box' });
  try {
    const sums: readonly (readonly [unknown[], string])[] = [
      [[c(0, 1), 2, f(3.5)], '(5.5+1j)'],
      [[f(1.5), c(0, 2), f(0.1), f(0.2)], '(1.8+2j)'],
      [[f(0.1), f(0.2), f(0.3), 1, true, f(0.1)], '2.7'],
      [[1, 2, true, f(0.5), f(1e100), f(1), f(-1e100)], '5.5'],
      [[f(1), HUGE], 'OverflowError: int too large to convert to float'],
      [[true, true], '2'],
      [[c(0, 1), 'a'], "TypeError: unsupported operand type(s) for +: 'complex' and 'str'"],
    ];
    expect(sums.map(([items]) => said(() => builtins.sum(items)))).toEqual(sums.map(([, wanted]) => wanted));
  } finally {
    configure({ floats });
  }
});
