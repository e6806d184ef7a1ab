/**
 * Writes values to memory as a layout describes.
 *
 * CPython: Modules/_struct.c `s_pack_internal`
 */
import { PyException, PyOverflowError } from '../../exceptions/index.js';
import { Kind, fitsFloat16, packItem } from '../../formats/index.js';
import { LENGTH, MEMORY, START, copyBytes, intact, viewOf } from '../../memory/index.js';
import type { Content } from '../../memory/index.js';
import { asComplex, asDouble, asInt, isIntLike, isOutside, isTrue } from '../../python/index.js';
import type { Complex } from '../../python/index.js';
import { StructError } from '../../formats/struct-error.js';
import { PASCAL, STRING } from '../../formats/layout.js';
import type { Layout } from '../../formats/layout.js';
import type { ByteType } from './byte-type.js';

/** The least and the greatest int of each integer kind, by kind. No int is a `c` or a `?`. */
const LOW: readonly bigint[] = [0n, -128n, 1n, 1n, -32768n, 0n, -2147483648n, 0n, -(2n ** 63n), 0n];
const HIGH: readonly bigint[] = [
  255n,
  127n,
  0n,
  0n,
  32767n,
  65535n,
  2147483647n,
  4294967295n,
  2n ** 63n - 1n,
  2n ** 64n - 1n,
];
/**
 * The same limits as numbers: exact up to 32 bits; for 64 bits, no safe integer lies between these and the
 * exact limits.
 */
const LOW_NUMBER = LOW.map(Number);
const HIGH_NUMBER = HIGH.map(Number);
/** The same limits for ints of 32 bits, which V8 compares without a double. */
const LEAST = LOW_NUMBER.map((low) => Math.max(low, -2147483648));
const MOST = HIGH_NUMBER.map((high) => Math.min(high, 2147483647));

/**
 * Writes all values at `base`. Padding bytes are left as they are, and what was written before an error stays
 * written, as in CPython.
 *
 * @param data the memory, seen through a `DataView`; null to find it where a value needs it
 * @param values exactly `layout.count` of them
 * @param type tells which values are bytes
 */
export function packValues(
  layout: Layout,
  memory: Uint8Array,
  data: DataView | null,
  base: number,
  values: readonly unknown[],
  type: ByteType<unknown>,
): void {
  const { kinds, codes, offsets, sizes, repeats, littleEndian } = layout;
  let next = 0;
  for (let k = 0; k < kinds.length; k++) {
    const kind = kinds[k]!;
    const size = sizes[k]!;
    let at = base + offsets[k]!;
    for (let left = repeats[k]!; left > 0; left--, at += size) {
      const value = values[next++];
      if (
        kind <= 9 /* U64 */ &&
        typeof value === 'number' &&
        (value | 0) === value &&
        value >= LEAST[kind]! &&
        value <= MOST[kind]!
      ) {
        writeSmall(memory, at, size, value, littleEndian);
        continue;
      }
      // Here and not in a function of its own: V8 then inlines everything around this function.
      switch (kind) {
        case Kind.U8:
        case Kind.I8:
        case Kind.I16:
        case Kind.U16:
        case Kind.I32:
        case Kind.U32:
        case Kind.I64:
        case Kind.U64:
          packInt(kind, codes[k]!, data ?? viewOf(memory), at, value, littleEndian);
          break;
        case Kind.CHAR: {
          const content = type.exact(value);
          if (content === null || content[LENGTH] !== 1) {
            throw new StructError('char format requires a bytes object of length 1');
          }
          memory[at] = content[MEMORY][content[START]]!;
          break;
        }
        case Kind.BOOL:
          memory[at] = isTrue(value) ? 1 : 0;
          break;
        case Kind.F64:
          packItem(
            kind,
            data ?? viewOf(memory),
            at,
            typeof value === 'number' ? value : doubleOf(value),
            littleEndian,
          );
          break;
        case Kind.F16:
        case Kind.F32: {
          const double = typeof value === 'number' ? value : doubleOf(value);
          if (kind === Kind.F16 ? !fitsFloat16(double) : !fitsFloat32(double))
            throw tooLarge(value, codes[k]!);
          packItem(kind, data ?? viewOf(memory), at, double, littleEndian);
          break;
        }
        case Kind.C64:
        case Kind.C128: {
          const complex = complexOf(value);
          // CPython checks the range only in its big-endian writer; the other writers cast, which produces
          // infinities.
          if (kind === Kind.C64 && !littleEndian && !(fitsFloat32(complex.re) && fitsFloat32(complex.im))) {
            throw tooLarge(value, 'f');
          }
          packItem(kind, data ?? viewOf(memory), at, complex, littleEndian);
          break;
        }
        case STRING:
        case PASCAL:
          packText(kind, memory, at, size, type.content(value));
      }
    }
  }
}

/** Writes an int of up to 32 bits without a DataView: finding that of a small memory would take longer. */
function writeSmall(
  memory: Uint8Array,
  at: number,
  size: number,
  value: number,
  littleEndian: boolean,
): void {
  const step = littleEndian ? 1 : -1;
  let place = littleEndian ? at : at + size - 1;
  memory[place] = value;
  if (size === 1) return;
  memory[(place += step)] = value >> 8;
  if (size === 2) return;
  memory[(place += step)] = value >> 16;
  memory[(place += step)] = value >> 24;
  for (let i = 4; i < size; i++) memory[(place += step)] = value >> 31;
}

function outOfRange(kind: Kind, code: string): StructError {
  return new StructError(`'${code}' format requires ${LOW[kind]} <= number <= ${HIGH[kind]}`);
}

/**
 * Converts a value to an int. CPython reports an OverflowError of `__index__` as a number out of range,
 * except where it converts directly to bytes: for pointers, and for 64 bits in big-endian order.
 */
function convert(value: unknown, kind: Kind, code: string, littleEndian: boolean): number | bigint {
  try {
    return asInt(value);
  } catch (error) {
    const isOwn = code === 'P' || (!littleEndian && (code === 'q' || code === 'Q'));
    if (isOwn || !(error instanceof PyOverflowError)) throw error;
    throw outOfRange(kind, code);
  }
}

function packInt(
  kind: Kind,
  code: string,
  data: DataView,
  at: number,
  value: unknown,
  littleEndian: boolean,
): void {
  let int: number | bigint;
  if (typeof value === 'number' && Number.isSafeInteger(value)) {
    int = value;
  } else {
    if (!isIntLike(value)) throw new StructError('required argument is not an integer');
    int = convert(value, kind, code, littleEndian);
  }
  const fits =
    typeof int === 'number'
      ? int >= LOW_NUMBER[kind]! && int <= HIGH_NUMBER[kind]!
      : int >= LOW[kind]! && int <= HIGH[kind]!;
  if (!fits) {
    // A pointer may be given as a negative number, which stands for its two's complement.
    if (code !== 'P') throw outOfRange(kind, code);
    if (isOutside(int, LOW[kind - 1]!, 0)) throw pointerTooLarge(value, int);
  }
  packItem(kind, data, at, int, littleEndian);
}

function pointerTooLarge(value: unknown, int: number | bigint): PyException {
  if (typeof value !== 'object') return new StructError('int too large to convert');
  return new PyOverflowError(`Python int too large to convert to C ${int < 0 ? 'long' : 'unsigned long'}`);
}

/** Whether `f` can hold a number: false for finite numbers that would round beyond the largest float. */
function fitsFloat32(value: number): boolean {
  return Number.isFinite(Math.fround(value)) || !Number.isFinite(value);
}

/**
 * CPython's message for an int that is too large differs from that for a float. A number counts as an int up
 * to 2**53; beyond that, where a float is expected, it counts as a float such as 1e40.
 */
function tooLarge(value: unknown, code: string): PyException {
  const isInt = typeof value === 'bigint' || Number.isSafeInteger(value);
  return isInt
    ? new StructError('int too large to convert')
    : new PyOverflowError(`float too large to pack with ${code} format`);
}

function doubleOf(value: unknown): number {
  try {
    return asDouble(value);
  } catch (error) {
    if (error instanceof PyException) throw new StructError('required argument is not a float');
    throw error;
  }
}

function complexOf(value: unknown): Complex {
  try {
    return asComplex(value);
  } catch (error) {
    if (error instanceof PyException) throw new StructError('required argument is not a complex');
    throw error;
  }
}

/**
 * `s`: cut or padded with zeros to its size; `p`: the same, after a byte that holds the length (at most 255).
 */
function packText(kind: number, memory: Uint8Array, at: number, size: number, value: Content | null): void {
  if (value === null) {
    throw new StructError(`argument for '${kind === STRING ? 's' : 'p'}' must be a bytes object`);
  }
  if (size === 0) return;
  const end = at + size;
  const first = kind === STRING ? at : at + 1;
  const length = Math.min(value[LENGTH], end - first);
  const start = value[START];
  copyBytes(intact(value[MEMORY], start + value[LENGTH]), start, start + length, memory, first);
  if (kind === PASCAL) memory[at] = Math.min(length, 255);
  if (first + length < end) memory.fill(0, first + length, end);
}
