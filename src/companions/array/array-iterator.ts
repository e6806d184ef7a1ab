// Iterators over the items of an array, in either direction. Caller: array.ts.
import { TYPE_NAME } from '../../python/index.js';

/** What is iterated: its length is asked at each step. */
interface Indexed {
  readonly length: number;
  get(index: number): unknown;
}

/** CPython: Modules/arraymodule.c `arrayiter_spec`; backwards Objects/enumobject.c `PyReversed_Type` */
export class ArrayIterator<T> implements IterableIterator<T> {
  #array: Indexed | null;
  #index: number;
  readonly #step: number;

  /** @internal */
  constructor(array: Indexed, index: number, step: number) {
    this.#array = array;
    this.#index = index;
    this.#step = step;
  }

  get [TYPE_NAME](): string {
    return this.#step === 1 ? 'array.arrayiterator' : 'reversed';
  }

  /** The next item. CPython: Modules/arraymodule.c `arrayiter_next`. */
  next(): IteratorResult<T, undefined> {
    const array = this.#array;
    const index = this.#index;
    if (array === null || index < 0 || index >= array.length) {
      // An iterator that has ended stays so, whatever the array becomes.
      this.#array = null;
      return { value: undefined, done: true };
    }
    this.#index = index + this.#step;
    return { value: array.get(index) as T, done: false };
  }

  [Symbol.iterator](): this {
    return this;
  }
}
