/** Bit fields, which share an int. `record-type.ts` places them. */
import { unpackItem, packItem } from '../../formats/index.js';
import type { Kind } from '../../formats/index.js';
import { StructError } from '../../formats/struct-error.js';
import { PyTypeError, PyValueError } from '../../exceptions/index.js';
import { VALUE_BRAND, asInt, isIntLike, isTrue, isValue, typeName } from '../../python/index.js';
import { DataType } from './data-type.js';
import type { Memory, Root } from './data-type.js';
import type { Scalar } from './scalar.js';
import type { BitField } from './types.js';

/** The declaration of a bit field. */
class Bits<C extends string> implements BitField<C> {
  /** @internal */
  get [VALUE_BRAND](): 'BitField' {
    return 'BitField';
  }

  constructor(
    readonly code: C,
    readonly width: number,
  ) {}
}

/** Whether a declaration is a bit field. */
export function isBits(spec: unknown): spec is BitField<string> {
  return isValue(spec, 'BitField');
}

/**
 * Declares a bit field of C: `unsigned int level : 3` is `bits('I', 3)`. Neighbouring bit fields share ints
 * as in a C compiler's layout.
 *
 * Not Python: for bits of a bool, ctypes reads and writes the whole byte.
 *
 * @param code an int code of `struct` or `?`; a signed one makes the field signed
 * @param width the number of bits
 * @throws PyTypeError `bit fields not allowed for type 'f'`; from `record`, PyValueError
 *   `number of bits invalid for bit field 'a'`
 *
 * @example
 * ```ts
 * const Flags = record({ compressed: bits('B', 1), level: bits('B', 3) });
 * Flags.pack({ compressed: 1, level: 5 }) // b'\x0b'
 * ```
 *
 * CPython: Lib/ctypes/_layout.py `get_layout`
 */
export function bits<const C extends string>(code: C, width: number): BitField<C> {
  if (typeof code !== 'string' || !/^[?bBhHiIlLqQnN]$/.test(code)) {
    throw new PyTypeError(
      `bit fields not allowed for type '${typeof code === 'string' ? code : typeName(code)}'`,
    );
  }
  if (!Number.isInteger(width)) throw new PyValueError('number of bits has to be an int');
  return new Bits(code, width);
}

const SIGNED = /[bhilqn]$/;

/** Bits at their position in a unit. */
export class BitType extends DataType<unknown, unknown, unknown> {
  readonly size: number;
  readonly alignment: number;
  readonly #mask: bigint;
  readonly #signed: boolean;
  readonly #isBool: boolean;

  constructor(
    readonly unit: Scalar,
    readonly offset: number,
    readonly width: number,
  ) {
    super();
    this.size = unit.size;
    this.alignment = unit.alignment;
    this.#mask = (1n << BigInt(width)) - 1n;
    this.#signed = SIGNED.test(unit.spec);
    this.#isBool = unit.spec === '?';
  }

  /** A bool's unit is read as a byte. */
  #kind(): Kind {
    return (this.#isBool ? 0 : this.unit.layout.kinds[0]) as Kind;
  }

  override inOrder(): BitType {
    return this;
  }

  override read({ data }: Memory, at: number): unknown {
    const unit = unpackItem(this.#kind(), data, at, this.unit.layout.littleEndian) as number | bigint;
    const field = (BigInt(unit) >> BigInt(this.offset)) & this.#mask;
    const value = this.#signed ? BigInt.asIntN(this.width, field) : field;
    if (this.#isBool) return value !== 0n;
    return typeof unit === 'bigint' ? value : Number(value);
  }

  override write({ data }: Memory, at: number, value: unknown): void {
    const field = this.#isBool ? (isTrue(value) ? 1n : 0n) : this.#checked(value);
    const { littleEndian } = this.unit.layout;
    const kind = this.#kind();
    const unit = BigInt(unpackItem(kind, data, at, littleEndian) as number | bigint);
    const shift = BigInt(this.offset);
    const next = (unit & ~(this.#mask << shift)) | ((field & this.#mask) << shift);
    const width = this.size * 8;
    const signed = this.#signed ? BigInt.asIntN(width, next) : BigInt.asUintN(width, next);
    packItem(kind, data, at, signed, littleEndian);
  }

  /** Not Python: ctypes drops the excess bits. */
  #checked(value: unknown): bigint {
    if (!isIntLike(value)) throw new StructError('required argument is not an integer');
    const int = BigInt(asInt(value));
    const [low, high] = this.#signed ? [-(this.#mask >> 1n) - 1n, this.#mask >> 1n] : [0n, this.#mask];
    if (int < low || int > high) {
      throw new StructError(`a bit field of ${this.width} bits requires ${low} <= number <= ${high}`);
    }
    return int;
  }

  override live(root: Root, at: number): unknown {
    root.check();
    return this.read(root, at);
  }
}
