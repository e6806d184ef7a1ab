/** `record`, `union` and `array`: from declarations to types. The entry `pybuffer/record` exports them. */
import type { Bytes } from '../../bytes/index.js';
import { PyTypeError, PyValueError } from '../../exceptions/index.js';
import { isValue, typeName } from '../../python/index.js';
import { ArrayType } from './array-type.js';
import { BitType, isBits } from './bit-field.js';
import type { DataType } from './data-type.js';
import { place } from './place.js';
import type { Rules } from './place.js';
import { RecordType } from './record-type.js';
import { Scalar } from './scalar.js';
import type { Fields, ItemSpec, Order, RecordInput } from './types.js';

type AnyType = DataType<unknown, unknown, unknown>;

/** How a record lies in memory. */
export interface RecordOptions<O extends Order> {
  /** Byte order and sizes of the codes, as in `struct`; `'@'` by default, which is native, as in C. */
  readonly order?: O;
  /** Whether fields are aligned; by default only with `'@'`, as in `struct`. */
  readonly aligned?: boolean;
  /** Largest alignment of a field; bit fields then share ints as with `layout: 'ms'`. CPython: `_pack_` */
  readonly pack?: number;
  /** Least alignment of the whole record, 1 by default. CPython: `_align_` */
  readonly align?: number;
  /**
   * How bit fields share ints: as in GCC and Clang (the default), or as in Microsoft's compilers (the default
   * with `pack` and for records that are not aligned).
   *
   * CPython: `_layout_`
   */
  readonly layout?: 'gcc-sysv' | 'ms';
}

/** The type of a declaration, in a record with a byte order. */
function typeOf(spec: unknown, order: Order): AnyType {
  if (typeof spec === 'string') return new Scalar(spec, order);
  if (isValue(spec, 'DataType')) return (spec as AnyType).inOrder(order) as AnyType;
  if (isBits(spec)) return new Scalar(spec.code, order);
  throw new PyTypeError(`a field is a format, bits, a record or an array, not ${typeName(spec)}`);
}

function rulesOf(
  { order = '@', aligned, pack, align = 1, layout }: RecordOptions<Order>,
  union: boolean,
): Rules {
  const most = pack ?? ((aligned ?? order === '@') ? Infinity : 1);
  if (pack !== undefined && !(Number.isInteger(pack) && pack > 0)) {
    throw new PyValueError('pack must be a positive integer');
  }
  if (!(Number.isInteger(align) && align > 0)) throw new PyValueError('align must be a positive integer');
  if (layout === 'gcc-sysv' && most !== Infinity) {
    throw new PyValueError('pack is not compatible with gcc-sysv layout');
  }
  return {
    layout: layout ?? (most === Infinity ? 'gcc-sysv' : 'ms'),
    pack: most,
    align,
    bigEndian: order === '>' || order === '!',
    union,
  };
}

/** The type of a union: a record type that needs only one of its fields. */
export type UnionType<F extends Fields, O extends Order> = RecordType<F, O> & {
  /** Packs any of its fields into bytes. CPython: Modules/_struct.c `Struct_pack_impl` */
  pack(value: Partial<RecordInput<F, O>>): Bytes;
};

function build<F extends Fields, O extends Order>(
  fields: F,
  options: RecordOptions<O>,
  union: boolean,
): RecordType<F, O> {
  for (const [name, value] of Object.entries({ fields, options })) {
    if (typeof value !== 'object' || value === null) {
      throw new PyTypeError(`${name} have to be an object, not ${typeName(value)}`);
    }
  }
  const order = options.order ?? '@';
  const declared = Object.entries(fields).map(([name, spec]) => ({ name, spec, type: typeOf(spec, order) }));
  const pieces = declared.map(({ name, spec, type }) => ({
    name,
    size: type.size,
    alignment: type.alignment,
    bits: isBits(spec) ? spec.width : null,
  }));
  const { places, size, alignment } = place(pieces, rulesOf(options, union));
  const placed = declared.flatMap(({ name, spec, type }, i) => {
    if (type instanceof Scalar && type.isPadding) return [];
    const { offset, bitOffset } = places[i]!;
    const field = isBits(spec) ? (new BitType(type as Scalar, bitOffset, spec.width) as AnyType) : type;
    return [{ name, type: field, offset }];
  });
  return new RecordType<F, O>(placed, size, alignment, union);
}

/**
 * Makes the type of a record: named fields with codes of `struct`, in place over any memory or as plain
 * objects.
 *
 * By default fields are placed like a C compiler's on 64-bit Linux and macOS (`ctypes.Structure`).
 * `{ order: '<' }` and `'>'` have standard sizes and no padding, as in `struct`; with `{ aligned: true }`
 * they are `LittleEndianStructure` and `BigEndianStructure`.
 *
 * @param fields each a code of `struct` (`'H'`, `'16s'`, `'>I'`, or `'3x'` for unnamed padding), `bits(...)`,
 *   `array(...)` or another record, in order. Do not use integers as names, because JavaScript puts them
 *   first
 * @throws StructError `bad char in struct format`, `a field has one code of struct, not 'HH'`
 * @throws PyValueError `number of bits invalid for bit field 'a'`,
 *   `pack is not compatible with gcc-sysv layout`
 *
 * @example
 * ```ts
 * const Point = record({ x: 'H', y: 'H' }, { order: '>' });
 * const Header = record(
 *   { magic: '4s', version: bits('B', 4), flags: bits('B', 4), size: 'I', points: array(Point, 2) },
 *   { order: '>' },
 * );
 * Header.size // 17
 * Header.fields.points.offset // 9
 *
 * const data = new ByteArray(Header.size);
 * using header = Header.at(data);
 * header.magic = b`PNGX`;
 * header.flags = 3;
 * header.points.get(1).y = 258;
 * data // bytearray(b'PNGX\x03\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x02')
 * Header.unpack(data).points[1] // { x: 0, y: 258 }
 * ```
 *
 * CPython: `ctypes.Structure`, `ctypes.BigEndianStructure`
 */
export function record<const F extends Fields, const O extends Order = '@'>(
  fields: F,
  options: RecordOptions<O> = {},
): RecordType<F, O> {
  return build(fields, options, false);
}

/**
 * Makes the type of a union: all fields start at 0. It is packed from any of its fields; later ones overwrite
 * earlier ones.
 *
 * @throws as {@link record}
 *
 * @example
 * ```ts
 * const Number32 = union({ float: 'f', bits: 'I' });
 * Number32.unpack(Number32.pack({ float: 1 })).bits // 1065353216
 * ```
 *
 * CPython: `ctypes.Union`
 */
export function union<const F extends Fields, const O extends Order = '@'>(
  fields: F,
  options: RecordOptions<O> = {},
): UnionType<F, O> {
  return build(fields, options, true) as unknown as UnionType<F, O>;
}

/**
 * Makes the type of an array with a fixed number of items, inside a record or on its own.
 *
 * @param item a code of `struct`, a record or another array; a code without a byte order takes the record's
 * @throws PyValueError `The '_length_' attribute must not be negative`
 *
 * @example
 * ```ts
 * array('<H', 3).unpack(b`\x01\x00\x02\x00\x03\x00`) // [1, 2, 3]
 * ```
 *
 * CPython: `ctypes.Array`
 */
export function array<const E extends ItemSpec>(item: E, length: number): ArrayType<E> {
  return new ArrayType<E>(typeOf(item, '@'), length);
}
