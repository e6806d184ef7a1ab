/**
 * Converts a value for an item of a view, with the errors of memoryview rather than of struct. `access.ts`
 * calls it.
 */
import { LENGTH } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import { PyOverflowError, PyTypeError, PyValueError } from '../exceptions/index.js';
import { Kind, fitsFloat16 } from '../formats/index.js';
import { abi, asComplex, asDouble, asInt, isOutside, isTrue } from '../python/index.js';
import type { Complex } from '../python/index.js';
import { isBytes } from './results.js';
import { check } from './state.js';
import type { ViewState } from './state.js';

/** The smallest and largest int of each integer kind. */
const LOW: readonly (number | bigint)[] = [0, -128, 0, 0, -32768, 0, -2147483648, 0, -(2n ** 63n), 0];
const HIGH: readonly (number | bigint)[] = [
  255,
  127,
  0,
  0,
  32767,
  65535,
  2147483647,
  4294967295,
  2n ** 63n - 1n,
  2n ** 64n - 1n,
];

/**
 * Converts a value to an item of a format, ready to be written. That can run user code, which may release the
 * view.
 *
 * @param view the item's view, checked again where CPython does, before the range check of a narrow int
 * @throws PyValueError `operation forbidden on released memoryview object`
 * @throws PyTypeError `memoryview: invalid type for format 'B'`
 * @throws PyValueError `memoryview: invalid value for format 'B'`
 *
 * CPython: Objects/memoryobject.c `pack_single`, `fix_error_int`
 */
export function coerceItem(
  kind: Kind,
  code: string,
  value: unknown,
  view: ViewState,
): number | bigint | boolean | Content | Complex {
  const item = convert(kind, code, value);
  check(view);
  const isInt = (typeof item === 'number' || typeof item === 'bigint') && kind <= Kind.U64 && code !== 'P';
  if (isInt && isOutside(item, LOW[kind]!, HIGH[kind]!)) throw invalidValue(code);
  if (kind === Kind.F16 && !fitsFloat16(item as number)) throw invalidValue(code);
  return item;
}

/** A value of the C type that CPython converts to: a `long` for each int that is not wider. */
function convert(kind: Kind, code: string, value: unknown): number | bigint | boolean | Content | Complex {
  if (kind === Kind.BOOL) return isTrue(value);
  if (kind === Kind.CHAR) {
    if (!isBytes(value)) throw invalidType(code);
    if (value[LENGTH] !== 1) throw invalidValue(code);
    return value;
  }
  try {
    if (kind >= Kind.C64) return asComplex(value);
    if (kind >= Kind.F16) return asDouble(value);
    if (code === 'P') return coercePointer(kind, value);
    const int = asInt(value);
    const wide = kind === Kind.I64 || kind === Kind.U64 || abi().long === 8;
    const widest = LOW[kind]! < 0 ? (wide ? Kind.I64 : Kind.I32) : wide ? Kind.U64 : Kind.U32;
    if (isOutside(int, LOW[widest]!, HIGH[widest]!)) throw invalidValue(code);
    return int;
  } catch (error) {
    // Whatever raised it, even the user's own `__index__`.
    if (error instanceof PyTypeError) throw invalidType(code);
    if (error instanceof PyOverflowError || error instanceof PyValueError) throw invalidValue(code);
    throw error;
  }
}

/** A pointer is a real int, of either sign. CPython: Objects/longobject.c `PyLong_AsVoidPtr`. */
function coercePointer(kind: Kind, value: unknown): number | bigint {
  if (typeof value === 'object') throw new PyTypeError();
  const int = asInt(value);
  const low = kind === Kind.U64 ? LOW[Kind.I64]! : LOW[Kind.I32]!;
  if (isOutside(int, low, HIGH[kind]!)) throw new PyValueError();
  return int;
}

function invalidType(code: string): PyTypeError {
  return new PyTypeError(`memoryview: invalid type for format '${code}'`);
}

function invalidValue(code: string): PyValueError {
  return new PyValueError(`memoryview: invalid value for format '${code}'`);
}
