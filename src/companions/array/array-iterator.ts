/** The iterators of array.array, which read the array as it is at each step. `array.ts` makes them. */
import { ITERATION, TYPE_NAME, asIteratorState } from '../../python/index.js';
import type { Iteration, Positioned } from '../../python/index.js';

/** The iterated array, whose length is read at each step. */
interface Indexed {
  readonly length: number;
  get(index: number): unknown;
}

/** CPython: Modules/arraymodule.c `arrayiter_spec` */
export class ArrayIterator<T> implements IterableIterator<T>, Positioned {
  protected array: Indexed | null;
  protected index: number;
  readonly #step: 1 | -1;

  /** @internal */
  constructor(array: Indexed, index = 0, step: 1 | -1 = 1) {
    this.array = array;
    this.index = index;
    this.#step = step;
  }

  get [TYPE_NAME](): string {
    return 'array.arrayiterator';
  }

  /** The next item. CPython: Modules/arraymodule.c `arrayiter_next`. */
  next(): IteratorResult<T, undefined> {
    const { array, index } = this;
    if (array === null || index < 0 || index >= array.length) {
      // An iterator that has ended stays ended, whatever happens to the array.
      this.array = null;
      return { value: undefined, done: true };
    }
    this.index = index + this.#step;
    return { value: array.get(index) as T, done: false };
  }

  get [ITERATION](): Iteration {
    return { source: this.array, index: this.index };
  }

  /**
   * @internal Clamps to the length. CPython: Modules/arraymodule.c `array_arrayiterator___setstate___impl`
   */
  __setstate__(state: unknown): void {
    const index = asIteratorState(state);
    if (this.array !== null) this.index = Math.min(Math.max(index, 0), this.array.length);
  }

  [Symbol.iterator](): this {
    return this;
  }
}

/** From the last item to the first. CPython: Objects/enumobject.c `PyReversed_Type` */
export class ReversedArrayIterator<T> extends ArrayIterator<T> {
  /** @internal */
  constructor(array: Indexed) {
    super(array, array.length - 1, -1);
  }

  override get [TYPE_NAME](): string {
    return 'reversed';
  }

  /** @internal CPython: Objects/enumobject.c `reversed_len` */
  __length_hint__(): number {
    return this.array === null || this.index >= this.array.length ? 0 : this.index + 1;
  }

  /**
   * @internal An exhausted iterator stays exhausted. CPython: Objects/enumobject.c `reversed_setstate`
   */
  override __setstate__(state: unknown): void {
    const index = asIteratorState(state);
    if (this.array !== null && this.index >= 0)
      this.index = Math.min(Math.max(index, -1), this.array.length - 1);
  }
}
