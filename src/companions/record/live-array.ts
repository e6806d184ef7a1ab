/** Arrays in place. `array-type.ts` makes them. */
import { PyIndexError } from '../../exceptions/index.js';
import { DISPOSE } from '../../protocol/index.js';
import { VALUE_BRAND, asIndex } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import type { DataType, Root } from './data-type.js';
import type { ITEM, InOf, LiveArray, LiveOf, Order, OutOf } from './types.js';

type ItemType = DataType<unknown, unknown, unknown>;

/** An array in place; `types.ts` describes it. */
export class ArrayInPlace<E, O extends Order> implements LiveArray<E, O> {
  declare readonly [ITEM]: { readonly item: E; readonly order: O };

  /** @internal */
  get [VALUE_BRAND](): 'LiveArray' {
    return 'LiveArray';
  }

  readonly #root: Root;
  readonly #at: number;
  readonly #item: ItemType;
  readonly #owner: boolean;

  /** @internal */
  constructor(
    root: Root,
    at: number,
    item: ItemType,
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

  get(index: IntLike): LiveOf<E, O> {
    return this.#item.live(this.#root, this.#address(index), false) as LiveOf<E, O>;
  }

  set(index: IntLike, value: InOf<E, O>): void {
    this.#item.set(this.#root, this.#address(index), value);
  }

  toArray(): OutOf<E, O>[] {
    this.#root.check();
    const items: unknown[] = [];
    for (let i = 0; i < this.length; i++) {
      items.push(this.#item.read(this.#root, this.#at + i * this.#item.size));
    }
    return items as OutOf<E, O>[];
  }

  *[Symbol.iterator](): Generator<LiveOf<E, O>> {
    for (let i = 0; i < this.length; i++) yield this.get(i);
  }

  /** Releases the memory when `at` made this array; one inside a record leaves it to the record. */
  [DISPOSE](): void {
    if (this.#owner) this.#root.view.release();
  }

  /** What `console.log` shows in Node. @internal */
  [Symbol.for('nodejs.util.inspect.custom')](): unknown {
    return this.toArray();
  }
}
