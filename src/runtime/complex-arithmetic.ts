/**
 * Arithmetic of complex numbers. It assumes that one operand is complex and the other a number. A real number
 * has no imaginary part here, rather than a zero one, so that signs of zeros match CPython's. Callers are
 * `numbers.ts` and, for `abs`, the unary operators.
 */
import { PyOverflowError, PyZeroDivisionError } from '../exceptions/index.js';
import { PyComplex } from '../python/index.js';
import type { Complex } from '../python/index.js';

const OPERATIONS = ['add', 'sub', 'mul', 'truediv', 'pow'] as const;

/** The binary operators that complex numbers have. */
export type ComplexOperation = (typeof OPERATIONS)[number];

/** Whether complex numbers support an operator. */
export function isComplexOperation(operation: string): operation is ComplexOperation {
  return (OPERATIONS as readonly string[]).includes(operation);
}

/** An operand: complex, or a real number. */
type Operand = Complex | number;

const isReal = (value: Operand): value is number => typeof value === 'number';
const reOf = (value: Operand): number => (isReal(value) ? value : value.re);
const imOf = (value: Operand): number => (isReal(value) ? 0 : value.im);

/**
 * `+`, `-`, `*`, `/` and `**`.
 *
 * @throws PyZeroDivisionError `division by zero`, `zero to a negative or complex power`
 * @throws PyOverflowError `complex exponentiation`
 *
 * CPython: Objects/complexobject.c `complex_as_number`
 */
export function complexArithmetic(operation: ComplexOperation, left: Operand, right: Operand): unknown {
  switch (operation) {
    case 'add':
      return new PyComplex(reOf(left) + reOf(right), added(left, right));
    case 'sub':
      return new PyComplex(reOf(left) - reOf(right), subtracted(left, right));
    case 'mul':
      return product(left, right);
    case 'truediv':
      return quotient(left, right, 'division by zero');
    default:
      return power(left, right);
  }
}

/** Adds two imaginary parts. */
function added(left: Operand, right: Operand): number {
  if (isReal(left)) return imOf(right);
  return isReal(right) ? left.im : left.im + right.im;
}

/** Subtracts two imaginary parts. */
function subtracted(left: Operand, right: Operand): number {
  if (isReal(left)) return -imOf(right);
  return isReal(right) ? left.im : left.im - right.im;
}

const isInfinite = (value: number): boolean => value === Infinity || value === -Infinity;
const copySign = (size: number, sign: number): number => (sign < 0 || Object.is(sign, -0) ? -size : size);
/** Maps infinities to 1 and all other values to 0, with the sign kept. */
const boxed = (value: number): number => copySign(isInfinite(value) ? 1 : 0, value);
const zeroed = (value: number): number => (Number.isNaN(value) ? copySign(0, value) : value);

/** CPython: `_Py_c_prod`, `_Py_cr_prod` */
function product(left: Operand, right: Operand): PyComplex {
  if (isReal(left)) return new PyComplex(left * reOf(right), left * imOf(right));
  if (isReal(right)) return new PyComplex(left.re * right, left.im * right);
  let { re: a, im: b } = left;
  let { re: c, im: d } = right;
  const [ac, bd, ad, bc] = [a * c, b * d, a * d, b * c];
  const [re, im] = [ac - bd, ad + bc];
  if (!Number.isNaN(re) || !Number.isNaN(im)) return new PyComplex(re, im);
  // By C's Annex G, infinity times anything but zero is infinity.
  let isInfinity = false;
  if (isInfinite(a) || isInfinite(b)) {
    [a, b, c, d] = [boxed(a), boxed(b), zeroed(c), zeroed(d)];
    isInfinity = true;
  }
  if (isInfinite(c) || isInfinite(d)) {
    [a, b, c, d] = [zeroed(a), zeroed(b), boxed(c), boxed(d)];
    isInfinity = true;
  }
  if (!isInfinity && [ac, bd, ad, bc].some(isInfinite)) {
    [a, b, c, d] = [zeroed(a), zeroed(b), zeroed(c), zeroed(d)];
    isInfinity = true;
  }
  return isInfinity
    ? new PyComplex(Infinity * (a * c - b * d), Infinity * (a * d + b * c))
    : new PyComplex(re, im);
}

/** CPython: `_Py_c_quot`, `_Py_cr_quot`, `_Py_rc_quot` */
function quotient(left: Operand, right: Operand, zero: string): PyComplex {
  if (reOf(right) === 0 && imOf(right) === 0) throw new PyZeroDivisionError(zero);
  if (isReal(right)) return new PyComplex(reOf(left) / right, imOf(left) / right);
  const { re, im } = divided(left, right);
  if (!Number.isNaN(re) || !Number.isNaN(im)) return new PyComplex(re, im);
  const [a, b] = [reOf(left), imOf(left)];
  const isFinite = (x: number, y: number) => Number.isFinite(x) && Number.isFinite(y);
  if (!isReal(left) && (isInfinite(a) || isInfinite(b)) && isFinite(right.re, right.im)) {
    const [x, y] = [boxed(a), boxed(b)];
    return new PyComplex(Infinity * (x * right.re + y * right.im), Infinity * (y * right.re - x * right.im));
  }
  if ((isInfinite(right.re) || isInfinite(right.im)) && isFinite(a, b)) {
    const [x, y] = [boxed(right.re), boxed(right.im)];
    return isReal(left)
      ? new PyComplex(0 * (a * x), 0 * (-a * y))
      : new PyComplex(0 * (a * x + b * y), 0 * (b * x - a * y));
  }
  return new PyComplex(re, im);
}

/** Scales by the larger part of the divisor, so that nothing overflows on the way. */
function divided(left: Operand, { re, im }: Complex): Complex {
  const [a, b] = [reOf(left), imOf(left)];
  if (Math.abs(re) >= Math.abs(im)) {
    const ratio = im / re;
    const divisor = re + im * ratio;
    return isReal(left)
      ? { re: a / divisor, im: (-a * ratio) / divisor }
      : { re: (a + b * ratio) / divisor, im: (b - a * ratio) / divisor };
  }
  if (!(Math.abs(im) >= Math.abs(re))) return { re: NaN, im: NaN };
  const ratio = re / im;
  const divisor = re * ratio + im;
  return isReal(left)
    ? { re: (a * ratio) / divisor, im: -a / divisor }
    : { re: (a * ratio + b) / divisor, im: (b * ratio - a) / divisor };
}

const ZERO_POWER = 'zero to a negative or complex power';

/** Powers with whole exponents up to this size are computed by multiplication. */
const MOST_MULTIPLIED = 100;

/** CPython: `complex_pow` */
function power(left: Operand, right: Operand): PyComplex {
  const base = new PyComplex(reOf(left), imOf(left));
  const [re, im] = [reOf(right), imOf(right)];
  const isWhole = im === 0 && Number.isInteger(re) && Math.abs(re) <= MOST_MULTIPLIED;
  const result = isWhole ? wholePower(base, re) : polarPower(base, re, im);
  if (isInfinite(result.re) || isInfinite(result.im)) throw new PyOverflowError('complex exponentiation');
  return result;
}

/** CPython: `c_powi` */
function wholePower(base: PyComplex, exponent: number): PyComplex {
  let result = new PyComplex(1, 0);
  let square = base;
  for (let rest = Math.abs(exponent); rest > 0; rest >>= 1) {
    if (rest % 2 === 1) result = product(result, square);
    square = product(square, square);
  }
  return exponent > 0 ? result : quotient(new PyComplex(1, 0), result, ZERO_POWER);
}

/** A square and its rounding error, which together are exact. */
function exactSquare(x: number): [square: number, error: number] {
  const scaled = x * (2 ** 27 + 1);
  const high = scaled - (scaled - x);
  const low = x - high;
  const square = x * x;
  return [square, high * high - square + 2 * high * low + low * low];
}

/** The root of the sum of two squares, rounded once: `Math.hypot` of V8 is off by several units in the last place. */
function hypotenuse(x: number, y: number): number {
  const long = Math.max(Math.abs(x), Math.abs(y));
  const short = Math.min(Math.abs(x), Math.abs(y));
  if (!Number.isFinite(long)) return Math.hypot(x, y);
  if (short <= long * 2 ** -54) return long;
  // Squares must neither overflow nor lose digits.
  const scale = long > 2 ** 500 ? 2 ** -600 : short < 2 ** -400 ? 2 ** 600 : 1;
  const [a, aError] = exactSquare(long * scale);
  const [b, bError] = exactSquare(short * scale);
  const root = Math.sqrt(a + b);
  const [square, error] = exactSquare(root);
  const rest = a - square + b + (aError + bError - error);
  return (root + rest / (2 * root)) / scale;
}

/** CPython: `_Py_c_pow` */
function polarPower({ re: x, im: y }: PyComplex, re: number, im: number): PyComplex {
  if (re === 0 && im === 0) return new PyComplex(1, 0);
  if (x === 0 && y === 0) {
    if (im !== 0 || re < 0) throw new PyZeroDivisionError(ZERO_POWER);
    return new PyComplex(0, 0);
  }
  const size = hypotenuse(x, y);
  const angle = Math.atan2(y, x);
  let length = size ** re;
  let phase = angle * re;
  if (im !== 0) {
    length *= Math.exp(-angle * im);
    phase += im * Math.log(size);
  }
  // C reports the cosine of an infinity as an error.
  if (isInfinite(phase)) throw new PyZeroDivisionError(ZERO_POWER);
  return new PyComplex(length * Math.cos(phase), length * Math.sin(phase));
}

/**
 * `abs(value)`.
 *
 * @throws PyOverflowError `absolute value too large`
 *
 * CPython: Objects/complexobject.c `complex_abs`
 */
export function complexAbs({ re, im }: Complex): number {
  const size = hypotenuse(re, im);
  if (isInfinite(size) && !isInfinite(re) && !isInfinite(im))
    throw new PyOverflowError('absolute value too large');
  return size;
}
