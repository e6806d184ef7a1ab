/** Arrays in place. `array-type.ts` makes them. */
import { PyIndexError } from '../../exceptions/index.js';
import { DISPOSE } from '../../protocol/index.js';
import { asIndex } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import type { DataType, Root } from './data-type.js';
import type { InOf, LiveOf, Order, OutOf } from './types.js';

type ItemType = DataType<unknown, unknown, unknown>;

/**
 * The items of an array in place, over memory that is not copied.
 *
 * CPython: `ctypes.Array`
 */
export class LiveArray<E, O extends Order> {
  readonly #root: Root;
  readonly #at: number;
  readonly #item: ItemType;
  readonly #owner: boolean;

  /** @internal */
  constructor(
    root: Root,
    at: number,
    item: ItemType,
    /** How many items. CPython: Modules/_ctypes/_ctypes.c `Array_length` */
    readonly length: number,
    owner: boolean,
  ) {
    this.#root = root;
    this.#at = at;
    this.#item = item;
    this.#owner = owner;
  }

  #address(index: IntLike): number {
    const i = asIndex(index);
    const place = i < 0 ? i + this.length : i;
    if (!(place >= 0 && place < this.length)) throw new PyIndexError('invalid index');
    return this.#at + place * this.#item.size;
  }

  /**
   * An item: a number or its like, or the record or array in place.
   *
   * @param index negative ones count from the end
   * @throws PyIndexError `invalid index`
   *
   * CPython: Modules/_ctypes/_ctypes.c `Array_item`
   */
  get(index: IntLike): LiveOf<E, O> {
    return this.#item.live(this.#root, this.#address(index), false) as LiveOf<E, O>;
  }

  /**
   * Sets an item, as a whole.
   *
   * @throws PyIndexError `invalid index`
   * @throws StructError as `struct.pack`
   *
   * CPython: Modules/_ctypes/_ctypes.c `Array_ass_item`
   */
  set(index: IntLike, value: InOf<E, O>): void {
    this.#item.set(this.#root, this.#address(index), value);
  }

  /** The items as plain values, detached from the memory. Not Python. */
  toArray(): OutOf<E, O>[] {
    this.#root.check();
    const items: unknown[] = [];
    for (let i = 0; i < this.length; i++) {
      items.push(this.#item.read(this.#root, this.#at + i * this.#item.size));
    }
    return items as OutOf<E, O>[];
  }

  /** The items, as {@link get} returns them. */
  *[Symbol.iterator](): Generator<LiveOf<E, O>> {
    for (let i = 0; i < this.length; i++) yield this.get(i);
  }

  /** Releases the memory when {@link DataType.at} made this array; one inside a record leaves it to the record. */
  [DISPOSE](): void {
    if (this.#owner) this.#root.view.release();
  }

  /** What `console.log` shows in Node. @internal */
  [Symbol.for('nodejs.util.inspect.custom')](): unknown {
    return this.toArray();
  }
}
