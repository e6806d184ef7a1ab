/**
 * The iterators of memoryview, which read one item at each step. `memory-view.ts` makes them after it has
 * checked the view.
 */
import { ITERATION, TYPE_NAME, asIteratorState } from '../python/index.js';
import type { Iteration, Positioned } from '../python/index.js';

/** What an iterator reads from. */
interface Indexed<T> {
  get(index: number): T;
}

/**
 * Iterates over the items of a view. Each item is read only when it is requested, so a view that is released
 * meanwhile raises.
 *
 * CPython: Objects/memoryobject.c `_PyMemoryIter_Type`
 */
export class ItemIterator<T> implements IterableIterator<T>, Positioned {
  protected view: Indexed<T> | null;
  protected index: number;
  protected left: number;
  readonly #step: 1 | -1;

  constructor(view: Indexed<T>, count: number, index = 0, step: 1 | -1 = 1) {
    this.view = view;
    this.index = index;
    this.left = count;
    this.#step = step;
  }

  get [TYPE_NAME](): string {
    return 'memory_iterator';
  }

  next(): IteratorResult<T> {
    if (this.left <= 0) {
      this.view = null;
      return { value: undefined, done: true };
    }
    const value = this.view!.get(this.index);
    this.left--;
    this.index += this.#step;
    return { value, done: false };
  }

  get [ITERATION](): Iteration {
    return { source: this.view, index: this.index };
  }

  [Symbol.iterator](): this {
    return this;
  }
}

/** Iterates from the last item to the first. CPython: Objects/enumobject.c `PyReversed_Type` */
export class ReversedItemIterator<T> extends ItemIterator<T> {
  readonly #count: number;

  constructor(view: Indexed<T>, count: number) {
    super(view, count, count - 1, -1);
    this.#count = count;
  }

  override get [TYPE_NAME](): string {
    return 'reversed';
  }

  /** @internal CPython: Objects/enumobject.c `reversed_len` */
  __length_hint__(): number {
    return this.left;
  }

  /**
   * @internal Clamps to the length; an exhausted iterator stays exhausted. CPython: Objects/enumobject.c
   *   `reversed_setstate`
   */
  __setstate__(state: unknown): void {
    const index = asIteratorState(state);
    if (this.index < 0) return;
    this.index = Math.min(Math.max(index, -1), this.#count - 1);
    this.left = this.index + 1;
  }
}
