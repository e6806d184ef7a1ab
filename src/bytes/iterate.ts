import { LENGTH, MEMORY, START } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import { TYPE_NAME } from '../python/index.js';

/** An iterator's result, as the language wants it: a fresh object for each item. */
const done: IteratorReturnResult<undefined> = Object.freeze({ done: true, value: undefined });

abstract class ContentIterator implements IterableIterator<number> {
  abstract next(): IteratorResult<number, undefined>;
  [Symbol.iterator](): this {
    return this;
  }
}

/**
 * The items of content that may change meanwhile: an index that advances, and stays exhausted once it was.
 *
 * CPython: Objects/bytearrayobject.c `bytearrayiter_next`
 */
export class LiveIterator extends ContentIterator {
  #content: Content | null;
  #index = 0;

  constructor(content: Content) {
    super();
    this.#content = content;
  }

  next(): IteratorResult<number, undefined> {
    const content = this.#content;
    if (content === null) return done;
    const index = this.#index;
    if (index >= content[LENGTH]) {
      this.#content = null;
      return done;
    }
    this.#index = index + 1;
    return { done: false, value: content[MEMORY][content[START] + index]! };
  }
}

/**
 * The items of content that cannot change. Half as long as the typed array's own iterator, which V8 inlines only in
 * loops over the array itself.
 *
 * CPython: Objects/bytesobject.c `striter_next`
 */
export class FrozenIterator extends ContentIterator {
  readonly #memory: Uint8Array;
  #index: number;
  readonly #end: number;

  constructor(content: Content) {
    super();
    this.#memory = content[MEMORY];
    this.#index = content[START];
    this.#end = content[START] + content[LENGTH];
  }

  next(): IteratorResult<number, undefined> {
    const index = this.#index;
    if (index >= this.#end) return done;
    this.#index = index + 1;
    return { done: false, value: this.#memory[index]! };
  }
}

/**
 * The items from the last to the first, by index.
 *
 * CPython: Objects/enumobject.c `reversed_next`
 */
export class ReverseIterator extends ContentIterator {
  #content: Content | null;
  #index: number;

  constructor(content: Content) {
    super();
    this.#content = content;
    this.#index = content[LENGTH] - 1;
  }

  next(): IteratorResult<number, undefined> {
    const content = this.#content;
    if (content === null) return done;
    const index = this.#index--;
    if (index < 0 || index >= content[LENGTH]) {
      this.#content = null;
      return done;
    }
    return { done: false, value: content[MEMORY][content[START] + index]! };
  }
}

for (const [cls, name] of [
  [LiveIterator, 'bytearray_iterator'],
  [FrozenIterator, 'bytes_iterator'],
  [ReverseIterator, 'reversed'],
] as const) {
  Object.defineProperty(cls.prototype, TYPE_NAME, { value: name });
}
