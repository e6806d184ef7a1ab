/**
 * Arithmetic of the host's numbers by Python's rules. It runs no user code. The slots of numbers and
 * `binary.ts` call it.
 */
import { PyMemoryError, PyOverflowError, PyValueError, PyZeroDivisionError } from '../exceptions/index.js';
import { NotImplemented, PyComplex, PyFloat, isComplex, nearestDouble } from '../python/index.js';
import type { Complex } from '../python/index.js';
import { complexAbs, complexArithmetic, isComplexOperation } from './complex-arithmetic.js';
import { floatValue, makeFloat } from './floats.js';

/** Python's arithmetic operators, named as in the module `operator`. */
export type Arithmetic =
  | 'add'
  | 'sub'
  | 'mul'
  | 'truediv'
  | 'floordiv'
  | 'mod'
  | 'pow'
  | 'lshift'
  | 'rshift'
  | 'and_'
  | 'or_'
  | 'xor';

type Int = number | bigint;

/**
 * The int in a host value; null if it is not an int. Runs no user code: arithmetic does not call `__index__`.
 */
export function intValue(value: unknown): Int | null {
  switch (typeof value) {
    case 'number':
      return Number.isSafeInteger(value) ? value : Number.isInteger(value) ? BigInt(value) : null;
    case 'bigint':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    default:
      return null;
  }
}

/** An int as this layer returns it: a number if that is exact, otherwise a bigint. */
export function makeInt(value: bigint): Int {
  return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
}

/** Converts a host number to a JavaScript number, for arithmetic with floats. */
function asReal(value: unknown): number | null {
  const float = floatValue(value);
  if (float !== null) return float;
  const int = intValue(value);
  if (int === null) return null;
  const real = nearestDouble(int);
  if (!Number.isFinite(real)) throw new PyOverflowError('int too large to convert to float');
  return real;
}

/**
 * Arithmetic of host numbers; NotImplemented if an operand is not a number.
 *
 * CPython: Objects/longobject.c `long_as_number`, Objects/floatobject.c `float_as_number`
 */
export function arithmetic(operation: Arithmetic, left: unknown, right: unknown): unknown {
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) {
    return intArithmetic(operation, left as number, right as number);
  }
  const a = intValue(left);
  const b = intValue(right);
  if (a !== null && b !== null) {
    if (typeof left === 'boolean' && typeof right === 'boolean' && isBitwise(operation)) {
      return (intArithmetic(operation, a, b) as Int) !== 0;
    }
    return intArithmetic(operation, a, b);
  }
  if (isComplex(left) || isComplex(right)) {
    if (!isComplexOperation(operation)) return NotImplemented;
    const x = isComplex(left) ? left : asReal(left);
    const y = isComplex(right) ? right : asReal(right);
    return x === null || y === null ? NotImplemented : complexArithmetic(operation, x, y);
  }
  if ((a === null && floatValue(left) === null) || (b === null && floatValue(right) === null)) {
    return NotImplemented;
  }
  // Floats have no bits. An int too large for a float is not even converted.
  if (isBitwise(operation) || operation === 'lshift' || operation === 'rshift') return NotImplemented;
  return floatArithmetic(operation, asReal(left)!, asReal(right)!);
}

function isBitwise(operation: Arithmetic): boolean {
  return operation === 'and_' || operation === 'or_' || operation === 'xor';
}

function intArithmetic(operation: Arithmetic, a: Int, b: Int): unknown {
  if (typeof a === 'number' && typeof b === 'number') {
    const small = smallArithmetic(operation, a, b);
    if (small !== undefined) return small;
  }
  try {
    return largeArithmetic(operation, BigInt(a), BigInt(b));
  } catch (error) {
    // The platform's error of a bigint that has too many digits.
    throw error instanceof RangeError ? new PyMemoryError() : error;
  }
}

/** The largest shift that CPython tries. */
const MOST_SHIFT = 2n ** 63n - 2n;

function largeArithmetic(operation: Arithmetic, x: bigint, y: bigint): unknown {
  switch (operation) {
    case 'add':
      return makeInt(x + y);
    case 'sub':
      return makeInt(x - y);
    case 'mul':
      return makeInt(x * y);
    case 'truediv':
      if (y === 0n) throw new PyZeroDivisionError('division by zero');
      return makeFloat(divideExactly(x, y));
    case 'floordiv':
      return makeInt(floorDivide(x, y));
    case 'mod':
      return makeInt(x - floorDivide(x, y) * y);
    case 'pow':
      if (y < 0n) return floatPower(asReal(x)!, asReal(y)!);
      return makeInt(x ** y);
    case 'lshift':
    case 'rshift':
      if (y < 0n) throw new PyValueError('negative shift count');
      if (operation === 'lshift' && x !== 0n && y > MOST_SHIFT) {
        throw new PyOverflowError('too many digits in integer');
      }
      return makeInt(operation === 'lshift' ? x << y : x >> y);
    case 'and_':
      return makeInt(x & y);
    case 'or_':
      return makeInt(x | y);
    default:
      return makeInt(x ^ y);
  }
}

/**
 * Integer arithmetic on JavaScript numbers; undefined if the result could lose digits, so that bigints must
 * compute it.
 */
function smallArithmetic(operation: Arithmetic, a: number, b: number): number | PyFloat | undefined {
  let result: number;
  switch (operation) {
    case 'add':
      result = a + b;
      break;
    case 'sub':
      result = a - b;
      break;
    case 'mul':
      result = a * b;
      break;
    case 'truediv':
      return b === 0 ? undefined : makeFloat(a / b);
    // By zero both are NaN, which is not an int.
    case 'floordiv':
      result = (a - modulo(a, b)) / b;
      break;
    case 'mod':
      result = modulo(a, b);
      break;
    case 'and_':
      if (a !== (a | 0) || b !== (b | 0)) return undefined;
      result = a & b;
      break;
    case 'or_':
      if (a !== (a | 0) || b !== (b | 0)) return undefined;
      result = a | b;
      break;
    case 'xor':
      if (a !== (a | 0) || b !== (b | 0)) return undefined;
      result = a ^ b;
      break;
    default:
      return undefined;
  }
  return Number.isSafeInteger(result) ? result + 0 : undefined;
}

/** `a % b` with the sign of `b`; `+ 0` turns JavaScript's -0 into the int 0. */
function modulo(a: number, b: number): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest + 0;
}

function floorDivide(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new PyZeroDivisionError('division by zero');
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** The float nearest to a quotient of ints. CPython: Objects/longobject.c `long_true_divide`. */
function divideExactly(a: bigint, b: bigint): number {
  const x = nearestDouble(a);
  const y = nearestDouble(b);
  if (BigInt(Number.isFinite(x) ? x : 0) === a && BigInt(Number.isFinite(y) ? y : 0) === b) return x / y;
  const negative = a < 0n !== b < 0n;
  const top = a < 0n ? -a : a;
  const bottom = b < 0n ? -b : b;
  const exponent = bitLength(top) - bitLength(bottom);
  const result =
    exponent < LEAST_EXPONENT ? subnormalQuotient(top, bottom) : normalQuotient(top, bottom, exponent);
  if (!Number.isFinite(result)) throw new PyOverflowError('integer division result too large for a float');
  return negative ? -result : result;
}

/** Smaller floats have fewer digits. */
const LEAST_EXPONENT = -1021;

function normalQuotient(top: bigint, bottom: bigint, exponent: number): number {
  // Scaled so that the quotient has 65 to 66 bits, the lowest sticky: nearestDouble() then rounds once,
  // correctly.
  const shift = exponent - 65;
  const dividend = shift < 0 ? top << BigInt(-shift) : top;
  const divisor = shift > 0 ? bottom << BigInt(shift) : bottom;
  const quotient = (dividend / divisor) | (dividend % divisor === 0n ? 0n : 1n);
  // Two steps, because 2 ** shift may be too small for a float.
  return nearestDouble(quotient) * 2 ** -64 * 2 ** (shift + 64);
}

/** A quotient as a multiple of the least float, rounded to the nearest, ties to even. */
function subnormalQuotient(top: bigint, bottom: bigint): number {
  const doubled = top << 1075n;
  const count = (doubled / bottom) >> 1n;
  const rest = doubled - 2n * count * bottom;
  const isUp = rest > bottom || (rest === bottom && count % 2n === 1n);
  return Number(isUp ? count + 1n : count) * Number.MIN_VALUE;
}

function bitLength(value: bigint): number {
  return value.toString(2).length;
}

/**
 * The floor of a quotient, and the remainder with the divisor's sign.
 *
 * CPython: Objects/floatobject.c `_float_div_mod`
 */
function floatDivmod(a: number, b: number): readonly [quotient: number, rest: number] {
  let rest = a % b;
  let quotient = (a - rest) / b;
  if (rest === 0) {
    rest = b < 0 ? -0 : 0;
  } else if (rest < 0 !== b < 0) {
    rest += b;
    quotient -= 1;
  }
  if (quotient === 0) return [Object.is(a / b, -0) || a / b < 0 ? -0 : 0, rest];
  const floor = Math.floor(quotient);
  return [quotient - floor > 0.5 ? floor + 1 : floor, rest];
}

/** CPython: Objects/floatobject.c `float_pow` */
function floatPower(a: number, b: number): unknown {
  // JavaScript returns NaN here, though the base decides the result.
  if (a === 1 || (a === -1 && Math.abs(b) === Infinity)) return makeFloat(1);
  if (a === 0 && b < 0 && b !== -Infinity) throw new PyZeroDivisionError('zero to a negative power');
  if (a < 0 && a !== -Infinity && Number.isFinite(b) && !Number.isInteger(b)) {
    return complexArithmetic('pow', new PyComplex(a, 0), b);
  }
  const result = a ** b;
  if (a !== 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isFinite(result)) {
    throw new PyOverflowError("(34, 'Numerical result out of range')");
  }
  return makeFloat(result);
}

function floatArithmetic(operation: Arithmetic, a: number, b: number): unknown {
  switch (operation) {
    case 'add':
      return makeFloat(a + b);
    case 'sub':
      return makeFloat(a - b);
    case 'mul':
      return makeFloat(a * b);
    case 'truediv':
      if (b === 0) throw new PyZeroDivisionError('division by zero');
      return makeFloat(a / b);
    case 'floordiv':
    case 'mod': {
      if (b === 0) throw new PyZeroDivisionError('division by zero');
      const [quotient, rest] = floatDivmod(a, b);
      return makeFloat(operation === 'mod' ? rest : quotient);
    }
    default:
      return floatPower(a, b);
  }
}

/**
 * The unary operators; NotImplemented if the value is not a number. CPython: Objects/abstract.c `UNARY_FUNC`.
 */
export function unaryArithmetic(operation: 'neg' | 'pos' | 'abs' | 'invert', value: unknown): unknown {
  const float = floatValue(value);
  if (float !== null) {
    if (operation === 'invert') return NotImplemented;
    return makeFloat(operation === 'neg' ? -float : operation === 'abs' ? Math.abs(float) : float);
  }
  if (isComplex(value)) return unaryComplex(operation, value);
  const int = intValue(value);
  if (int === null) return NotImplemented;
  switch (operation) {
    case 'neg':
      return typeof int === 'number' ? 0 - int : makeInt(-int);
    case 'pos':
      return int;
    case 'abs':
      return int < 0 ? makeInt(-BigInt(int)) : int;
    default:
      return makeInt(-BigInt(int) - 1n);
  }
}

function unaryComplex(operation: 'neg' | 'pos' | 'abs' | 'invert', value: Complex): unknown {
  switch (operation) {
    case 'neg':
      return new PyComplex(-value.re, -value.im);
    case 'pos':
      return value;
    case 'abs':
      return makeFloat(complexAbs(value));
    default:
      return NotImplemented;
  }
}

/** Compares two host numbers by value: -1, 0 or 1, NaN if unordered, null if either is not a number. */
export function compareNumbers(left: unknown, right: unknown): number | null {
  const a = intValue(left) ?? floatValue(left);
  const b = intValue(right) ?? floatValue(right);
  if (a === null || b === null) return null;
  if (a < b) return -1;
  // Not `===`: a bigint and a number are equal by value.
  return a > b ? 1 : a <= b ? 0 : NaN;
}

/**
 * Truncates a double to an int.
 *
 * @throws PyValueError `cannot convert float NaN to integer`
 * @throws PyOverflowError `cannot convert float infinity to integer`
 *
 * CPython: Objects/longobject.c `PyLong_FromDouble`
 */
export function intOfDouble(value: number): number | bigint {
  if (Number.isNaN(value)) throw new PyValueError('cannot convert float NaN to integer');
  if (!Number.isFinite(value)) throw new PyOverflowError('cannot convert float infinity to integer');
  return makeInt(BigInt(Math.trunc(value)));
}
