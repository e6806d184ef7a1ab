// Iterators over the items of a view. They assume that the caller has checked the view. Caller: memory-view.ts.
import { TYPE_NAME } from '../python/index.js';

/** What an iterator reads from. */
interface Indexed<T> {
  get(index: number): T;
}

/**
 * Items of a view in either direction. Each is read when it is asked for, so a view released meanwhile raises.
 *
 * CPython: Objects/memoryobject.c `_PyMemoryIter_Type`, Objects/enumobject.c `PyReversed_Type`
 */
export class ItemIterator<T> implements IterableIterator<T> {
  #view: Indexed<T> | null;
  #index: number;
  readonly #step: 1 | -1;
  #left: number;

  constructor(view: Indexed<T>, index: number, step: 1 | -1, count: number) {
    this.#view = view;
    this.#index = index;
    this.#step = step;
    this.#left = count;
  }

  get [TYPE_NAME](): string {
    return this.#step === 1 ? 'memory_iterator' : 'reversed';
  }

  next(): IteratorResult<T> {
    if (this.#left <= 0) {
      this.#view = null;
      return { value: undefined, done: true };
    }
    const value = this.#view!.get(this.#index);
    this.#left--;
    this.#index += this.#step;
    return { value, done: false };
  }

  /** Items that are still to come: Python's `__length_hint__`. */
  lengthHint(): number {
    return this.#left;
  }

  [Symbol.iterator](): this {
    return this;
  }
}
