/** Arrays in place. `array-type.ts` makes them. */
import { PyIndexError } from '../../exceptions/index.js';
import { listed } from '../../objects/index.js';
import { DISPOSE } from '../../protocol/index.js';
import { VALUE_BRAND, asIndex, comparedByItems } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import type { DataType, Root } from './data-type.js';
import { tagOfValues, textOf } from './text.js';
import type { ITEM, InOf, LiveArray, LiveOf, Order, OutOf } from './types.js';

type ItemType = DataType<unknown, unknown, unknown>;

// Symbols instead of private fields, so that comparison helpers that see only own properties, such as Bun's,
// notice that two arrays differ.
const ROOT: unique symbol = Symbol('pybuffer.record.root') as never;
const AT: unique symbol = Symbol('pybuffer.record.at') as never;
const ITEM_TYPE: unique symbol = Symbol('pybuffer.record.item') as never;
const OWNER: unique symbol = Symbol('pybuffer.record.owner') as never;

/** An array in place; `types.ts` describes it. */
export class ArrayInPlace<E, O extends Order> implements LiveArray<E, O> {
  declare readonly [ITEM]: { readonly item: E; readonly order: O };

  /** @internal */
  get [VALUE_BRAND](): 'LiveArray' {
    return 'LiveArray';
  }

  readonly [ROOT]: Root;
  readonly [AT]: number;
  readonly [ITEM_TYPE]: ItemType;
  readonly [OWNER]: boolean;

  /** @internal */
  constructor(
    root: Root,
    at: number,
    item: ItemType,
    readonly length: number,
    owner: boolean,
  ) {
    this[ROOT] = root;
    this[AT] = at;
    this[ITEM_TYPE] = item;
    this[OWNER] = owner;
  }

  #address(index: IntLike): number {
    const i = asIndex(index);
    const place = i < 0 ? i + this.length : i;
    if (!(place >= 0 && place < this.length)) throw new PyIndexError('invalid index');
    return this[AT] + place * this[ITEM_TYPE].size;
  }

  get(index: IntLike): LiveOf<E, O> {
    return this[ITEM_TYPE].live(this[ROOT], this.#address(index), false) as LiveOf<E, O>;
  }

  set(index: IntLike, value: InOf<E, O>): void {
    this[ITEM_TYPE].set(this[ROOT], this.#address(index), value);
  }

  toArray(): OutOf<E, O>[] {
    this[ROOT].check();
    const items: unknown[] = [];
    for (let i = 0; i < this.length; i++) {
      items.push(this[ITEM_TYPE].read(this[ROOT], this[AT] + i * this[ITEM_TYPE].size));
    }
    return items as OutOf<E, O>[];
  }

  *[Symbol.iterator](): Generator<LiveOf<E, O>> {
    for (let i = 0; i < this.length; i++) yield this.get(i);
  }

  /** Releases the memory when `at` made this array; one inside a record leaves it to the record. */
  [DISPOSE](): void {
    if (this[OWNER]) this[ROOT].view.release();
  }

  /** The items as text, for comparison helpers, which do not call `toArray`. @internal */
  get [Symbol.toStringTag](): string {
    return tagOfValues(this, 'recordarray', () => this.toArray());
  }

  /** @internal */
  get contents(): string {
    return this[Symbol.toStringTag];
  }

  /** @internal */
  toString(): string {
    return textOf(this.toArray());
  }

  /** What `JSON.stringify` writes: the items. @internal */
  toJSON(): OutOf<E, O>[] {
    return this.toArray();
  }

  /** What `console.log` shows in Node. @internal */
  [Symbol.for('nodejs.util.inspect.custom')](): unknown {
    return this.toArray();
  }
}
listed(ArrayInPlace.prototype);
comparedByItems(ArrayInPlace.prototype);
