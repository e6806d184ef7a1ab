/** Records: named fields at their offsets. `record.ts` makes the types. */
import { PyAttributeError, PyTypeError } from '../../exceptions/index.js';
import { StructError } from '../../formats/struct-error.js';
import { DISPOSE } from '../../protocol/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { isValue, layoutSymbol, typeName } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import { BitType } from './bit-field.js';
import { DataType, memoryOf } from './data-type.js';
import type { Memory, Root } from './data-type.js';
import { ArrayInPlace } from './live-array.js';
import { tagOfValues, textOf } from './text.js';
import type { Fields, LiveArray, LiveRecord, Order, RecordInput, RecordValues, ValuesOf } from './types.js';

/** The position of a field. CPython: `ctypes.CField` */
export interface FieldInfo {
  /** Bytes from the start of the record; for a bit field, the offset of its int. */
  readonly offset: number;
  /** The size in bytes; for a bit field, the size of its int. */
  readonly size: number;
  /** For a bit field: the number of the int's bits below it. */
  readonly bit_offset?: number;
  /** For a bit field: its width in bits. */
  readonly bit_size?: number;
}

/** A field and its position. */
export interface PlacedField {
  readonly name: string;
  readonly type: DataType<unknown, unknown, unknown>;
  readonly offset: number;
}

const ROOT: unique symbol = /* @__PURE__ */ layoutSymbol('record.root') as never;
const AT: unique symbol = /* @__PURE__ */ layoutSymbol('record.at') as never;
const OWNER: unique symbol = Symbol('pybuffer.record.owner') as never;
const TYPE: unique symbol = /* @__PURE__ */ layoutSymbol('record.type') as never;

/** The memory under the properties of a record in place. */
interface Instance {
  readonly [ROOT]: Root;
  readonly [AT]: number;
  readonly [OWNER]: boolean;
  readonly [TYPE]: RecordType<Fields, Order>;
}

/**
 * The type of a record.
 *
 * CPython: `ctypes.Structure`, `ctypes.BigEndianStructure`, `ctypes.Union`
 */
export class RecordType<F extends Fields, O extends Order> extends DataType<
  RecordValues<F, O>,
  RecordInput<F, O>,
  LiveRecord<F, O>
> {
  /** The position of each field. */
  readonly fields: { readonly [K in keyof F]: FieldInfo };
  readonly #placed: readonly PlacedField[];
  readonly #names: ReadonlySet<string>;
  readonly #Live: new (root: Root, at: number, owner: boolean) => Instance;
  /** Whether the fields overlap each other. Packing then needs only one of them. */
  readonly #union: boolean;

  /** @internal */
  constructor(
    placed: readonly PlacedField[],
    /** The bytes of a record, including padding at its end. CPython: `ctypes.sizeof` */
    readonly size: number,
    /** The alignment of a record in C, in bytes. CPython: `ctypes.alignment` */
    readonly alignment: number,
    union: boolean,
  ) {
    super();
    this.#placed = placed;
    this.#names = new Set(placed.map(({ name }) => name));
    this.#union = union;
    this.fields = Object.fromEntries(placed.map((field) => [field.name, infoOf(field)])) as never;
    this.#Live = liveClass(this as never, placed);
  }

  /** A record keeps the byte order with which it was declared. @internal */
  override inOrder(): this {
    return this;
  }

  /** @internal */
  override read(memory: Memory, at: number): RecordValues<F, O> {
    const values: Record<string, unknown> = {};
    for (const { name, type, offset } of this.#placed) define(values, name, type.read(memory, at + offset));
    return values as RecordValues<F, O>;
  }

  /** @internal */
  override write(memory: Memory, at: number, value: RecordInput<F, O>): void {
    const given = this.#given(value);
    for (const { name, type, offset } of this.#placed) {
      if (name in given) type.write(memory, at + offset, given[name]);
      else if (!this.#union) throw new StructError(`no value for the field '${name}'`);
    }
  }

  #given(value: unknown): Record<string, unknown> {
    if (typeof value !== 'object' || value === null) {
      const type = value === null || value === undefined ? 'NoneType' : typeName(value);
      throw new PyTypeError(`a record is made from an object with its fields, not ${type}`);
    }
    for (const name of Object.keys(value)) {
      if (!this.#names.has(name)) throw new PyAttributeError(`the record has no field '${name}'`);
    }
    return value as Record<string, unknown>;
  }

  /**
   * Sets some fields in place, or none of them if a value is wrong. @internal
   */
  assign(root: Root, at: number, values: unknown): void {
    const given = this.#given(values);
    root.checkWritable();
    const scratch = memoryOf(root.bytes.slice(at, at + this.size));
    for (const { name, type, offset } of this.#placed) {
      if (Object.hasOwn(given, name)) type.write(scratch, offset, given[name]);
    }
    root.checkWritable();
    root.bytes.set(scratch.bytes, at);
  }

  /** @internal */
  override live(root: Root, at: number, owner: boolean): LiveRecord<F, O> {
    return new this.#Live(root, at, owner) as unknown as LiveRecord<F, O>;
  }

  /**
   * Returns consecutive records in place.
   *
   * @param offset in bytes, 0 by default
   * @param count how many; by default, as many as fit after the offset
   * @throws as {@link at}
   *
   * @example
   * ```ts
   * const Point = record({ x: 'h', y: 'h' });
   * using points = Point.arrayAt(b`\x01\x00\x02\x00\x03\x00\x04\x00`);
   * points.get(-1).y // 4
   * ```
   *
   * CPython: `(Point * count).from_buffer(source, offset)`
   */
  arrayAt(source: BytesLike, offset: IntLike = 0, count?: number): LiveArray<this, O> & Disposable {
    const [root, at] = this.open(source, offset, (count ?? 0) * this.size);
    const rest = root.start + root.view.nbytes - at;
    const length = count ?? (this.size === 0 ? 0 : Math.floor(rest / this.size));
    return new ArrayInPlace<this, O>(root, at, this as never, length, true) as LiveArray<this, O> &
      Disposable;
  }
}

function infoOf({ type, offset }: PlacedField): FieldInfo {
  const { size } = type;
  return type instanceof BitType
    ? { offset, size, bit_offset: type.offset, bit_size: type.width }
    : { offset, size };
}

/** Sets an own property, even if its name is `__proto__`. */
function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
}

/** Makes the class of a type's records in place, with an accessor for each field. */
function liveClass(
  recordType: RecordType<Fields, Order>,
  placed: readonly PlacedField[],
): new (root: Root, at: number, owner: boolean) => Instance {
  class Live implements Instance {
    readonly [ROOT]: Root;
    readonly [AT]: number;
    readonly [OWNER]: boolean;
    declare readonly [TYPE]: RecordType<Fields, Order>;

    constructor(root: Root, at: number, owner: boolean) {
      this[ROOT] = root;
      this[AT] = at;
      this[OWNER] = owner;
    }

    [DISPOSE](): void {
      if (this[OWNER]) this[ROOT].view.release();
    }

    get [Symbol.toStringTag](): string {
      return tagOfValues(this, 'record', () => toObject(this));
    }

    toString(): string {
      return textOf(toObject(this));
    }

    /** `JSON.stringify` writes the fields. */
    toJSON(): unknown {
      return toObject(this);
    }

    [Symbol.for('nodejs.util.inspect.custom')](): unknown {
      return toObject(this);
    }
  }
  Object.defineProperty(Live.prototype, TYPE, { value: recordType });
  for (const { name, type, offset } of placed) {
    Object.defineProperty(Live.prototype, name, {
      enumerable: true,
      get(this: Instance) {
        return type.live(this[ROOT], this[AT] + offset, false);
      },
      set(this: Instance, value: unknown) {
        type.set(this[ROOT], this[AT] + offset, value);
      },
    });
  }
  return Live;
}

const noInstance = (value: unknown): PyTypeError =>
  new PyTypeError(`a record in place is required, not ${typeName(value)}`);

const asInstance = (value: unknown): Instance => {
  if (typeof value === 'object' && value !== null && TYPE in value) return value as Instance;
  throw noInstance(value);
};

/**
 * Returns the values of a record in place as a plain object, detached from its memory.
 *
 * Not Python: ctypes has no such function.
 *
 * @throws PyTypeError `a record in place is required, not dict`
 *
 * @example
 * ```ts
 * const Point = record({ x: 'h', y: 'h' });
 * toObject(Point.at(b`\x01\x00\x02\x00`)) // { x: 1, y: 2 }
 * ```
 */
export function toObject<L extends object>(live: L): ValuesOf<L> {
  if (isValue(live, 'LiveArray'))
    return (live as unknown as ArrayInPlace<unknown, Order>).toArray() as ValuesOf<L>;
  const { [ROOT]: root, [AT]: at, [TYPE]: type } = asInstance(live);
  root.check();
  return type.read(root, at) as ValuesOf<L>;
}

/**
 * Sets several fields of a record in place at once, or none of them if a value is wrong.
 *
 * Not Python: ctypes sets one field after another.
 *
 * @throws PyAttributeError `the record has no field 'z'`
 * @throws StructError as `struct.pack`
 *
 * @example
 * ```ts
 * const Point = record({ x: 'h', y: 'h' });
 * const data = new ByteArray(4);
 * using point = Point.at(data);
 * assign(point, { x: 1, y: 70000 }) // error: 'h' format requires -32768 <= number <= 32767
 * data // bytearray(b'\x00\x00\x00\x00')
 * ```
 */
export function assign<L extends object>(live: L, values: Partial<ValuesOf<L>>): void {
  const { [ROOT]: root, [AT]: at, [TYPE]: type } = asInstance(live);
  type.assign(root, at, values);
}

/**
 * Releases the memory under a record or an array in place: the end of `using`, for programs without it.
 * Not Python.
 */
export function release(live: Disposable): void {
  if (typeof (live as Partial<Disposable> | null | undefined)?.[DISPOSE] !== 'function')
    throw noInstance(live);
  live[DISPOSE]();
}
