/** The type codes of arrays and what each of them means. `PyArray` and its helpers read it. */
import { Kind, kindSize } from '../../formats/index.js';
import { abi } from '../../python/index.js';
import type { ABI, Complex, ComplexLike, FloatLike, IntLike } from '../../python/index.js';

/** The type codes of `array.array`. CPython: Modules/arraymodule.c `descriptors` */
export type TypeCode =
  'b' | 'B' | 'u' | 'w' | 'h' | 'H' | 'i' | 'I' | 'l' | 'L' | 'q' | 'Q' | 'e' | 'f' | 'd' | 'Zf' | 'Zd';

/** All type codes, as a tuple. CPython: `array.typecodes` */
export const typecodes: readonly TypeCode[] = Object.freeze([
  'b',
  'B',
  'u',
  'w',
  'h',
  'H',
  'i',
  'I',
  'l',
  'L',
  'q',
  'Q',
  'e',
  'f',
  'd',
  'Zf',
  'Zd',
] as const);

/** The item type of a type code. `l` and `L` are typed for 64-bit machines. */
export type ArrayItem<C extends TypeCode> = C extends 'l' | 'L' | 'q' | 'Q'
  ? bigint
  : C extends 'u' | 'w'
    ? string
    : C extends 'Zf' | 'Zd'
      ? Complex
      : number;

/** The values that may be stored under a type code. */
export type ArrayInput<C extends TypeCode> = C extends 'e' | 'f' | 'd'
  ? FloatLike
  : C extends 'u' | 'w'
    ? string
    : C extends 'Zf' | 'Zd'
      ? ComplexLike
      : IntLike;

/** A Unicode character as four bytes. Another kind after those of single items. */
export const CHARACTER = 15;

/** The Python type of the items. */
type ItemClass = 'int' | 'float' | 'complex' | 'str';

/** The meaning of a type code. */
export interface ItemType {
  readonly code: TypeCode;
  readonly kind: number;
  /** Bytes of one item. */
  readonly size: number;
  readonly itemClass: ItemClass;
  /** The code that memoryview uses for it. */
  readonly format: string;
  /** The smallest integral number that is stored without a conversion; NaN if every value is converted. */
  readonly low: number;
  /** The largest such number, or NaN. */
  readonly high: number;
}

const KINDS: Readonly<Record<TypeCode, number>> = {
  b: Kind.I8,
  B: Kind.U8,
  u: CHARACTER,
  w: CHARACTER,
  h: Kind.I16,
  H: Kind.U16,
  i: Kind.I32,
  I: Kind.U32,
  l: Kind.I64,
  L: Kind.U64,
  q: Kind.I64,
  Q: Kind.U64,
  e: Kind.F16,
  f: Kind.F32,
  d: Kind.F64,
  Zf: Kind.C64,
  Zd: Kind.C128,
};

function describe(code: TypeCode, kind: number): ItemType {
  const isText = kind === CHARACTER;
  const size = isText ? 4 : kindSize(kind as Kind);
  const itemClass = isText ? 'str' : kind >= Kind.C64 ? 'complex' : kind >= Kind.F16 ? 'float' : 'int';
  const isSigned = kind === Kind.I8 || kind === Kind.I16 || kind === Kind.I32 || kind === Kind.I64;
  const span = itemClass === 'int' ? 2 ** (8 * size) : NaN;
  return {
    code,
    kind,
    size,
    itemClass,
    format: isText ? 'w' : code,
    low: isSigned ? Math.max(-span / 2, Number.MIN_SAFE_INTEGER) : 0 * span,
    high: Math.min((isSigned ? span / 2 : span) - 1, Number.MAX_SAFE_INTEGER),
  };
}

/** Made once for each ABI, so two arrays have the same type if they have the same object. */
function describeAll(long: 4 | 8): ReadonlyMap<unknown, ItemType> {
  const narrow = (code: TypeCode) => (code === 'l' ? Kind.I32 : code === 'L' ? Kind.U32 : KINDS[code]);
  return new Map(typecodes.map((code) => [code, describe(code, long === 4 ? narrow(code) : KINDS[code])]));
}

const TYPES: Readonly<Record<ABI['long'], ReadonlyMap<unknown, ItemType>>> = {
  4: describeAll(4),
  8: describeAll(8),
};

/** The type of a code under the ABI in force; undefined for any other string. */
export function itemType(code: string): ItemType | undefined {
  return TYPES[abi().long].get(code);
}
