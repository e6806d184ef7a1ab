/** Field types for arrays of a fixed number of items. `record.ts` makes them. */
import { StructError } from '../../formats/struct-error.js';
import { PyTypeError, PyValueError } from '../../exceptions/index.js';
import { typeName } from '../../python/index.js';
import { DataType } from './data-type.js';
import type { Memory, Root } from './data-type.js';
import { ArrayInPlace } from './live-array.js';
import type { ITEM, InOf, LiveArray, Order, OutOf } from './types.js';

/** An array type; `array()` makes it. CPython: `ctypes.Array` */
export class ArrayType<E> extends DataType<OutOf<E, '@'>[], Iterable<InOf<E, '@'>>, LiveArray<E, '@'>> {
  declare readonly [ITEM]: { readonly item: E };

  /** Bytes of all items. CPython: `ctypes.sizeof` */
  readonly size: number;
  /** The alignment of an item. CPython: `ctypes.alignment` */
  readonly alignment: number;

  /** @internal */
  constructor(
    /** The type of the items. @internal */
    readonly item: DataType<unknown, unknown, unknown>,
    /** The number of items. CPython: `_length_` */
    readonly length: number,
  ) {
    super();
    if (!Number.isSafeInteger(length) || length < 0) {
      throw new PyValueError("The '_length_' attribute must not be negative");
    }
    this.size = item.size * length;
    this.alignment = item.alignment;
  }

  /** @internal */
  override inOrder(order: Order): ArrayType<E> {
    return new ArrayType(this.item.inOrder(order) as never, this.length);
  }

  /** @internal */
  override read(memory: Memory, at: number): OutOf<E, '@'>[] {
    const items = Array.from({ length: this.length }, (_, i) =>
      this.item.read(memory, at + i * this.item.size),
    );
    return items as OutOf<E, '@'>[];
  }

  /** @internal */
  override write(memory: Memory, at: number, value: Iterable<InOf<E, '@'>>): void {
    if (typeof value !== 'object' || value === null || !(Symbol.iterator in value)) {
      throw new PyTypeError(`'${value === null ? 'NoneType' : typeName(value)}' object is not iterable`);
    }
    const items: readonly unknown[] = Array.isArray(value) ? (value as unknown[]) : [...value];
    if (items.length !== this.length) {
      throw new StructError(`array expected ${this.length} items (got ${items.length})`);
    }
    items.forEach((item, i) => this.item.write(memory, at + i * this.item.size, item));
  }

  /** @internal */
  override live(root: Root, at: number, owner: boolean): LiveArray<E, '@'> {
    return new ArrayInPlace(root, at, this.item, this.length, owner);
  }
}
