// Products, powers and differences of complex numbers with infinities, NaN or zero, as CPython 3.15 prints them.
import { PyComplex } from 'pybuffer';
import { builtins, operator } from 'pybuffer/runtime';

const c = (re: number, im: number) => new PyComplex(re, im);
const [inf, nan] = [Infinity, NaN];

test.each([
  [c(inf, nan), c(1, 2), '(inf+infj)'],
  [c(1, 2), c(inf, nan), '(inf+infj)'],
  [c(nan, inf), c(2, -3), '(inf+infj)'],
  [c(inf, inf), c(0, 1), '(-inf+infj)'],
  [c(1e200, 1e200), c(1e200, nan), '(inf+infj)'],
  [c(1e308, nan), c(1e308, 1e308), '(inf+infj)'],
  [c(inf, inf), c(-inf, 0), '(-inf-infj)'],
  [c(1, -inf), c(nan, 2), '(inf+nanj)'],
  [c(nan, nan), c(1, 2), '(nan+nanj)'],
  [c(inf, 0), c(0, 0), '(nan+nanj)'],
  [c(-inf, nan), c(-1, -0), '(inf+nanj)'],
  [c(-0, inf), c(nan, -0), '(nan+nanj)'],
])('%s * %s', (left, right, expected) => {
  expect(builtins.repr(operator.mul(left, right))).toBe(expected);
});

test.each([
  [c(0, 0), c(0, 0), '(1+0j)'],
  [c(2, 3), c(0, 0), '(1+0j)'],
  [c(nan, 1), c(0, 0), '(1+0j)'],
  [0, c(0, 0), '(1+0j)'],
  [2, c(0, 0), '(1+0j)'],
  [c(0, 0), 2.5, '0j'],
  [c(2, 3), 2, '(-5+12j)'],
  [c(2, 3), -2, '(-0.029585798816568046-0.07100591715976332j)'],
])('%s ** %s', (left, right, expected) => {
  expect(builtins.repr(operator.pow(left, right))).toBe(expected);
});

test.each([c(0, 1), -1.5])('zero has no power %s', (exponent) => {
  expect(() => operator.pow(c(0, 0), exponent)).toThrow('zero to a negative or complex power');
});

test.each([
  [3, c(1, 2), '(2-2j)'],
  [c(1, 2), 3, '(-2+2j)'],
  [c(1, 2), c(1, 2), '0j'],
  [3, c(1, -0), '(2+0j)'],
])('%s - %s', (left, right, expected) => {
  expect(builtins.repr(operator.sub(left, right))).toBe(expected);
});
