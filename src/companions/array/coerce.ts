/**
 * Converts a value to an item of an array, with the messages of CPython's `setitem` functions, which name C
 * types.
 *
 * CPython: Modules/arraymodule.c `b_setitem` ... `cd_setitem`
 */
import { PyOverflowError, PyTypeError, PyValueError } from '../../exceptions/index.js';
import { Kind, fitsFloat16, packItem, unpackItem } from '../../formats/index.js';
import type { ItemValue } from '../../formats/index.js';
import { abi, asComplex, asDouble, asInt, fullTypeName } from '../../python/index.js';
import type { Complex } from '../../python/index.js';
import { CHARACTER } from './type-codes.js';
import type { ItemType } from './type-codes.js';

/**
 * A value that can be written: a number or bigint in range, or a complex. Characters are their code points.
 */
export type Storable = number | bigint | Complex;

/** One range check, with the name that its message uses. */
type Check = readonly [low: number, high: number, name: string];

const SHORT: Check = [-32768, 32767, 'signed short integer'];
const INT: Check = [-2147483648, 2147483647, 'signed integer'];

/** CPython narrows in steps, and each step has its own message. */
const STEPS: Readonly<Record<string, readonly Check[]>> = {
  b: [SHORT, [-128, 127, 'signed char']],
  B: [[0, 255, 'unsigned byte integer']],
  h: [SHORT],
  H: [INT, [0, 65535, 'unsigned short']],
  i: [INT],
};

/**
 * Checks and converts a value. It runs the user's `__index__`, `__float__` and similar methods.
 *
 * @param between called where CPython checks the index of a signed char: before it narrows a short
 */
export function coerceItem(type: ItemType, value: unknown, between?: () => void): Storable {
  if (typeof value === 'number' && value >= type.low && value <= type.high && Number.isInteger(value)) {
    return value;
  }
  return coerceSlowly(type, value, between);
}

/** A separate function, so that V8 inlines {@link coerceItem}. */
function coerceSlowly(type: ItemType, value: unknown, between?: () => void): Storable {
  switch (type.kind) {
    case Kind.F64:
      return asDouble(value);
    case Kind.F32:
      return Math.fround(asDouble(value));
    case Kind.F16: {
      // Converts to a C float first: a value too large for it becomes an infinity, which `e` can hold.
      const float = Math.fround(asDouble(value));
      if (!fitsFloat16(float)) throw new PyOverflowError('float too large to pack with e format');
      return float;
    }
    case Kind.C64:
    case Kind.C128:
      return asComplex(value);
    case CHARACTER:
      return codePoint(value);
    default:
      return coerceInt(type, asInt(value), between);
  }
}

function coerceInt(type: ItemType, int: number | bigint, between?: () => void): number | bigint {
  const { code } = type;
  switch (code) {
    case 'q':
    case 'Q':
      if (code === 'Q' && int < 0) throw new PyOverflowError("can't convert negative int to unsigned");
      if (!fits(int, 64, code === 'q')) throw new PyOverflowError('int too big to convert');
      return int;
    case 'I':
    case 'L':
      if (int < 0) throw new PyOverflowError("can't convert negative value to unsigned int");
      if (!fits(int, abi().long * 8, false)) {
        throw new PyOverflowError('Python int too large to convert to C unsigned long');
      }
      if (code === 'I' && int > 4294967295) throw new PyOverflowError('unsigned int is greater than maximum');
      return int;
  }
  if (!fits(int, abi().long * 8, true)) {
    throw new PyOverflowError('Python int too large to convert to C long');
  }
  const steps = STEPS[code] ?? [];
  for (const [low, high, name] of steps) {
    if (high === 127) between?.();
    if (int < low) throw new PyOverflowError(`${name} is less than minimum`);
    if (int > high) throw new PyOverflowError(`${name} is greater than maximum`);
  }
  return int;
}

/** Whether an int fits this many bits. Safe integers fit 64. */
function fits(int: number | bigint, bits: number, signed: boolean): boolean {
  if (typeof int === 'number') {
    if (bits === 64) return signed || int >= 0;
    return signed ? int >= -2147483648 && int <= 2147483647 : int >= 0 && int <= 4294967295;
  }
  return (signed ? BigInt.asIntN(bits, int) : BigInt.asUintN(bits, int)) === int;
}

function codePoint(value: unknown): number {
  if (typeof value !== 'string') {
    throw new PyTypeError(`array item must be a unicode character, not ${fullTypeName(value)}`);
  }
  const first = value.codePointAt(0);
  if (first === undefined || value.length !== (first > 0xffff ? 2 : 1)) {
    let length = 0;
    for (const _ of value) length++;
    throw new PyTypeError(`array item must be a unicode character, not a string of length ${length}`);
  }
  return first;
}

/** Writes a value that {@link coerceItem} returned. */
export function writeItem(kind: number, data: DataView, at: number, value: Storable): void {
  if (kind === CHARACTER) data.setUint32(at, value as number, true);
  else packItem(kind as Kind, data, at, value);
}

/**
 * Reads one item.
 *
 * @throws PyValueError `chr() arg not in range(0x110000)`
 */
export function readItem(kind: number, data: DataView, at: number): ItemValue | string {
  if (kind !== CHARACTER) return unpackItem(kind as Kind, data, at);
  const point = data.getUint32(at, true);
  if (point > 0x10ffff) throw new PyValueError('chr() arg not in range(0x110000)');
  return String.fromCodePoint(point);
}
