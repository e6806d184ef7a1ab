/**
 * One item of memory: its format code, its size, and how its value is read and written.
 *
 * `kind` is a small integer so that reading and writing are one `switch` each. V8 turns it into a jump table,
 * whereas a function for each format costs five times as much once several formats have been used. The cases
 * are literals because each `Kind.U8` would be a property to load, which makes the functions too large for V8
 * to inline.
 */
import { ALL_BYTES, MEMORY, Range, START } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import { PyComplex, abi } from '../python/index.js';
import type { Complex } from '../python/index.js';
import { float16Bits, float16FromBits } from './float16.js';
import { readFloat32, writeFloat32 } from './float32.js';
import { setFloat64 } from './float64.js';

/** How the bytes of an item are read, whatever the letter of its code (`i` and `l` may be the same kind). */
export const Kind = {
  U8: 0,
  I8: 1,
  CHAR: 2,
  BOOL: 3,
  I16: 4,
  U16: 5,
  I32: 6,
  U32: 7,
  I64: 8,
  U64: 9,
  F16: 10,
  F32: 11,
  F64: 12,
  /** Two floats: real, imaginary. */
  C64: 13,
  /** Two doubles: real, imaginary. */
  C128: 14,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** A native format of a single item. */
export interface ItemFormat {
  /** The format as it was written. */
  readonly format: string;
  /** The code without `@`: one letter, or `Zf`, `Zd`. */
  readonly code: string;
  /** The bytes of one item. */
  readonly size: number;
  readonly kind: Kind;
}

/** The value of one item. 64-bit integers are bigints whatever their magnitude; a `c` is one byte. */
export type ItemValue = number | bigint | boolean | Range | Complex;

const SIZES: readonly number[] = [1, 1, 1, 1, 2, 2, 4, 4, 8, 8, 2, 4, 8, 8, 16];

/** The bytes of one item of a kind. */
export function kindSize(kind: Kind): number {
  return SIZES[kind]!;
}

/** Whether items are single bytes but not booleans: formats `B`, `b` and `c`. */
export const isByteKind = function (kind: number): boolean {
  return kind >= Kind.U8 && kind <= Kind.CHAR;
};

/** Codes with the same size under every ABI, in the order of their kinds. */
const FIXED: ReadonlyMap<string, ItemFormat> = new Map(
  'B b c ? h H i I q Q e f d Zf Zd'
    .split(' ')
    .map((code, kind) => [code, itemFormat(code, code, kind as Kind)]),
);

function itemFormat(format: string, code: string, kind: Kind): ItemFormat {
  return { format, code, size: SIZES[kind]!, kind };
}

/**
 * The same items by the character code of their format, for formats of one letter: an array is faster to read
 * than a map.
 */
const LETTERS: readonly (ItemFormat | undefined)[] = Array.from({ length: 128 }, (_, code) =>
  FIXED.get(String.fromCharCode(code)),
);

/** The kind of a native code (`l` and similar codes follow the ABI), or null. */
export function nativeKind(code: string): Kind | null {
  const fixed = FIXED.get(code);
  if (fixed !== undefined) return fixed.kind;
  switch (code) {
    case 'l':
      return abi().long === 8 ? Kind.I64 : Kind.I32;
    case 'L':
      return abi().long === 8 ? Kind.U64 : Kind.U32;
    case 'n':
      return abi().pointer === 8 ? Kind.I64 : Kind.I32;
    case 'N':
    case 'P':
      return abi().pointer === 8 ? Kind.U64 : Kind.U32;
    default:
      return null;
  }
}

/** The kind of a code in the standard sizes of `<`, `>`, `=` and `!` (`l` is 4 bytes), or null. */
export function standardKind(code: string): Kind | null {
  if (code === 'l') return Kind.I32;
  if (code === 'L') return Kind.U32;
  return FIXED.get(code)?.kind ?? null;
}

/**
 * Parses a native format of one item, with an optional `@`, as memoryview does; null for every other format.
 *
 * CPython: Objects/memoryobject.c `get_native_fmtchar`
 */
export const parseItemFormat = function (format: string): ItemFormat | null {
  if (format.length === 1) {
    const code = format.charCodeAt(0);
    const item = code < 128 ? LETTERS[code] : undefined;
    if (item !== undefined) return item;
  }
  return parseAnyFormat(format);
};

/** A separate function, so that V8 inlines {@link parseItemFormat}. */
function parseAnyFormat(format: string): ItemFormat | null {
  const fixed = FIXED.get(format);
  if (fixed !== undefined) return fixed;
  const code = format.charCodeAt(0) === 64 ? format.slice(1) : format;
  const kind = nativeKind(code);
  return kind === null ? null : itemFormat(format, code, kind);
}

/**
 * A `DataView` of the same bytes, through which items are read. It costs 40 ns, so keep it if many items are
 * read.
 */
export { makeView as dataView } from '../memory/index.js';

/**
 * Reads one item.
 *
 * @param offset index of the item's first byte in `data`; it need not be aligned
 * @returns for CHAR the byte in memory that must not be written
 *
 * CPython: Objects/memoryobject.c `unpack_single`
 */
export function unpackItem(kind: Kind, data: DataView, offset: number, littleEndian = true): ItemValue {
  switch (kind) {
    case 0 /* U8 */:
      return data.getUint8(offset);
    case 1 /* I8 */:
      return data.getInt8(offset);
    case 2 /* CHAR */:
      return new Range(ALL_BYTES, data.getUint8(offset), 1);
    case 3 /* BOOL */:
      return data.getUint8(offset) !== 0;
    case 4 /* I16 */:
      return data.getInt16(offset, littleEndian);
    case 5 /* U16 */:
      return data.getUint16(offset, littleEndian);
    case 6 /* I32 */:
      return data.getInt32(offset, littleEndian);
    case 7 /* U32 */:
      return data.getUint32(offset, littleEndian);
    case 8 /* I64 */:
      return data.getBigInt64(offset, littleEndian);
    case 9 /* U64 */:
      return data.getBigUint64(offset, littleEndian);
    case 10 /* F16 */:
      return float16FromBits(data.getUint16(offset, littleEndian));
    case 11 /* F32 */:
      return littleEndian ? data.getFloat32(offset, true) : readFloat32(data, offset);
    case 12 /* F64 */:
      return data.getFloat64(offset, littleEndian);
    case 13 /* C64 */:
      return unpackC64(data, offset, littleEndian);
    case 14 /* C128 */:
      return unpackC128(data, offset, littleEndian);
  }
}

/**
 * Writes one item whose value was converted and range-checked before: an int in the kind's range (number or
 * bigint), a number for floats (past the range of `e` it becomes an infinity), a boolean, content of one
 * byte, or a complex.
 *
 * CPython: Objects/memoryobject.c `pack_single`
 */
export function packItem(
  kind: Kind,
  data: DataView,
  offset: number,
  value: number | bigint | boolean | Content | Complex,
  littleEndian = true,
): void {
  switch (kind) {
    case 0 /* U8 */:
    case 1 /* I8 */:
      data.setUint8(offset, Number(value));
      return;
    case 2 /* CHAR */:
      data.setUint8(offset, (value as Content)[MEMORY][(value as Content)[START]]!);
      return;
    case 3 /* BOOL */:
      data.setUint8(offset, value ? 1 : 0);
      return;
    case 4 /* I16 */:
    case 5 /* U16 */:
      data.setUint16(offset, Number(value), littleEndian);
      return;
    case 6 /* I32 */:
    case 7 /* U32 */:
      data.setUint32(offset, Number(value), littleEndian);
      return;
    case 8 /* I64 */:
    case 9 /* U64 */:
      packInt64(data, offset, value as number | bigint, littleEndian);
      return;
    case 10 /* F16 */:
      data.setUint16(offset, float16Bits(value as number), littleEndian);
      return;
    case 11 /* F32 */:
      setFloat32(data, offset, value as number, littleEndian);
      return;
    case 12 /* F64 */:
      setFloat64(data, offset, value as number, littleEndian);
      return;
    case 13 /* C64 */:
      setFloat32(data, offset, (value as Complex).re, littleEndian);
      setFloat32(data, offset + 4, (value as Complex).im, littleEndian);
      return;
    case 14 /* C128 */:
      setFloat64(data, offset, (value as Complex).re, littleEndian);
      setFloat64(data, offset + 8, (value as Complex).im, littleEndian);
  }
}

function setFloat32(data: DataView, offset: number, value: number, littleEndian: boolean): void {
  if (littleEndian) data.setFloat32(offset, value, true);
  else writeFloat32(data, offset, value);
}

/**
 * A safe integer is written as two halves, which creates no bigint. Signed and unsigned values have the same
 * bytes.
 */
function packInt64(data: DataView, offset: number, value: number | bigint, littleEndian: boolean): void {
  if (typeof value === 'bigint') {
    data.setBigInt64(offset, value, littleEndian);
    return;
  }
  const high = Math.floor(value / 4294967296);
  const low = value - high * 4294967296;
  data.setUint32(offset, littleEndian ? low : high, littleEndian);
  data.setUint32(offset + 4, littleEndian ? high : low, littleEndian);
}

function unpackC64(data: DataView, offset: number, littleEndian: boolean): PyComplex {
  if (!littleEndian) return new PyComplex(readFloat32(data, offset), readFloat32(data, offset + 4));
  return new PyComplex(data.getFloat32(offset, true), data.getFloat32(offset + 4, true));
}

function unpackC128(data: DataView, offset: number, littleEndian: boolean): PyComplex {
  return new PyComplex(data.getFloat64(offset, littleEndian), data.getFloat64(offset + 8, littleEndian));
}
