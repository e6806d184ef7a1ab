/**
 * Conversions to int and to C's integer types, which may run a user's `__index__`. Methods convert all their
 * arguments with these functions before they read any bytes.
 */
import { PyIndexError, PyOverflowError, PyTypeError, PyValueError, warn } from '../exceptions/index.js';
import type { PyException } from '../exceptions/index.js';
import { abi } from './abi.js';
import { asSpecial, specialMethod } from './special.js';
import { falseIfRevoked, fullTypeName, typeName } from './types.js';

/**
 * Values that Python accepts as an int: an integral number, a bigint, a boolean, or an object with
 * `__index__()`.
 */
export type IntLike = number | bigint | boolean | { __index__(): number | bigint | boolean };

/** A class of exception that is constructed with a message. */
export type ExceptionClass = new (message?: string) => PyException;

function hasIndex(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  try {
    return asSpecial((value as { __index__?: unknown }).__index__) !== null;
  } catch (error) {
    return falseIfRevoked(value, error);
  }
}

/** Returns whether `operator.index(value)` can be tried. Runs no user code. CPython: `PyIndex_Check`. */
export function isIntLike(value: unknown): boolean {
  switch (typeof value) {
    case 'number':
      return Number.isInteger(value);
    case 'bigint':
    case 'boolean':
      return true;
    default:
      return hasIndex(value);
  }
}

/**
 * Converts a value to an int: a number if that is exact (up to 2**53), otherwise a bigint.
 *
 * @throws PyTypeError `'str' object cannot be interpreted as an integer`
 *
 * CPython: Objects/abstract.c `PyNumber_Index`
 */
export function asInt(value: unknown): number | bigint {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  return asIntSlow(value);
}

function asIntSlow(value: unknown): number | bigint {
  switch (typeof value) {
    case 'number':
      // An integral number past 2**53 is the int that it prints as.
      if (Number.isInteger(value)) return BigInt(value);
      break;
    case 'bigint':
      return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
    case 'boolean':
      return value ? 1 : 0;
    default: {
      const method = specialMethod(value, '__index__');
      if (method !== null) {
        const result = method.call(value);
        if (typeof result === 'bigint' || typeof result === 'boolean' || Number.isInteger(result)) {
          warnOfBool(value, '__index__', result);
          return asIntSlow(Number.isSafeInteger(result) ? BigInt(result as number) : result);
        }
        throw new PyTypeError(
          `${fullTypeName(value)}.__index__() must return an int, not ${fullTypeName(result)}`,
        );
      }
    }
  }
  throw new PyTypeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
}

/**
 * Warns if a special method has returned a bool, which is an int of a derived class.
 *
 * CPython: Objects/abstract.c `_PyNumber_Index`, `PyNumber_Long`
 */
export function warnOfBool(value: unknown, method: string, result: unknown): void {
  if (typeof result !== 'boolean') return;
  warn(
    'DeprecationWarning',
    `${fullTypeName(value)}.${method}() must return an int, not bool.  The ability to return an instance of a strict ` +
      'subclass of int is deprecated, and may be removed in a future version of Python.',
  );
}

/**
 * Returns whether one int is less than another. QuickJS orders a negative number and a negative bigint the
 * wrong way round.
 */
function isBelow(a: number | bigint, b: number | bigint): boolean {
  return typeof a === typeof b ? a < b : BigInt(a) < BigInt(b);
}

/**
 * Returns whether an int is below `low` or above `high`. All three are integral, and each may be a number or
 * a bigint.
 */
export function isOutside(int: number | bigint, low: number | bigint, high: number | bigint): boolean {
  return isBelow(int, low) || isBelow(high, int);
}

/**
 * Returns whether a value is a number that fits every `ssize_t`. Comparing it with a bigint limit costs ten
 * times as much.
 */
function isSmall(value: unknown): value is number {
  return typeof value === 'number' && (value | 0) === value;
}

/**
 * The greatest number below 2**63. `sys.maxsize` itself would be rounded to 2**63, which does not fit
 * `ssize_t`.
 */
const GREATEST_SIZE = 2 ** 63 - 1024;

/** The last int past 2**53, which may have lost digits when it was rounded. */
let unrounded = 0n;

/**
 * The nearest number that fits `ssize_t`. Remembers an int past 2**53, for {@link exactSize}, unless a number was
 * given, which may be one that has been rounded before.
 */
function rounded(int: number | bigint, given: unknown = int): number {
  if (typeof int === 'number') return int;
  const number = Math.min(Number(int), GREATEST_SIZE);
  if (typeof given !== 'number' && !Number.isSafeInteger(number)) unrounded = int;
  return number;
}

/**
 * Returns the exact int that a conversion in this file rounded to `size`, for messages and sums, unless
 * another int past 2**53 has been rounded since.
 */
export function exactSize(size: number): number | bigint {
  if (Number.isSafeInteger(size)) return size;
  const last = unrounded;
  return rounded(last) === size ? last : BigInt(size);
}

/**
 * Converts to an int that must fit the ABI's `ssize_t`. Results past 2**53, far beyond every possible length,
 * are rounded to a number that also fits; {@link exactSize} returns the exact value.
 *
 * @param overflow the class raised with `cannot fit 'int' into an index-sized integer` if it does not fit;
 *   null clamps to the limits instead
 *
 * CPython: Objects/abstract.c `PyNumber_AsSsize_t`
 */
export function asSsize(value: unknown, overflow: ExceptionClass | null = PyOverflowError): number {
  if (isSmall(value)) return value;
  const int = asInt(value);
  const { maxsize } = abi();
  if (isOutside(int, -maxsize - 1n, maxsize)) {
    if (overflow !== null) {
      throw new overflow(`cannot fit '${typeName(value)}' into an index-sized integer`);
    }
    return rounded(int > 0 ? maxsize : -maxsize - 1n);
  }
  return rounded(int, value);
}

/**
 * Converts the result of a `__len__`.
 *
 * @throws PyValueError `__len__() should return >= 0`
 *
 * CPython: Objects/typeobject.c `slot_sq_length`
 */
export function asLength(value: unknown): number {
  const int = asInt(value);
  if (int < 0) throw new PyValueError('__len__() should return >= 0');
  return asSsize(int);
}

/**
 * Converts to an index: like {@link asSsize}, with IndexError if it does not fit.
 *
 * CPython: `PyNumber_AsSsize_t(o, PyExc_IndexError)`.
 */
export function asIndex(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && abi().pointer === 8) return value;
  return asSsize(value, PyIndexError);
}

/** @throws PyOverflowError `Python int too large to convert to C long` if an int is past what a type can hold */
function asC(value: unknown, greatest: bigint, type: string): number {
  const int = asInt(value);
  if (isOutside(int, -greatest - 1n, greatest)) {
    throw new PyOverflowError(`Python int too large to convert to C ${type}`);
  }
  return rounded(int, value);
}

/**
 * Converts a value that Argument Clinic reads as `Py_ssize_t`: through `__index__`, with OverflowError
 * `Python int too large to convert to C ssize_t` if it does not fit.
 */
export function asSsizeArgument(value: unknown): number {
  return isSmall(value) ? value : asC(value, abi().maxsize, 'ssize_t');
}

/** Converts a value that Argument Clinic reads as C `int` (32 bits, signed). CPython: `PyLong_AsInt`. */
export function asCInt(value: unknown): number {
  return isSmall(value) ? value : asC(value, 2147483647n, 'int');
}

/**
 * Converts a value that C reads as `long`, whose width is the ABI's.
 *
 * CPython: Objects/longobject.c `PyLong_AsLong`
 */
export function asCLong(value: unknown): number {
  return asC(value, 2n ** BigInt(abi().long * 8 - 1) - 1n, 'long');
}

/**
 * Converts one byte of a bytearray, or a search argument.
 *
 * @throws PyValueError `byte must be in range(0, 256)`
 * @throws PyTypeError `'str' object cannot be interpreted as an integer`
 *
 * CPython: Objects/bytearrayobject.c `_getbytevalue`
 */
export function asByte(value: unknown): number {
  if (typeof value === 'number' && value >= 0 && value < 256 && Number.isInteger(value)) return value;
  const int = asInt(value);
  if (int < 0 || int > 255) throw new PyValueError('byte must be in range(0, 256)');
  return Number(int);
}
