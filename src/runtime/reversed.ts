/**
 * `reversed()`, which the built-in function and the pickling protocol of iterators share. Callers: the
 * built-in functions, `pickling.ts`.
 */
import { PyIndexError, PyStopIteration, PyTypeError } from '../exceptions/index.js';
import { BLOCKED, ITERATION, TYPE_NAME, asIteratorState, isMap, isTuple, typeName } from '../python/index.js';
import type { Iteration, Positioned } from '../python/index.js';
import { getItem, lengthOf } from './items.js';
import { itemsOf, methodOf, slotsOf } from './dispatch.js';

/**
 * `reversed(value)`: an iterator from the last item to the first.
 *
 * @throws PyTypeError `'int' object is not reversible`
 *
 * CPython: Objects/enumobject.c `reversed_new_impl`
 */
export function reversedOf(value: unknown): unknown {
  const method = methodOf(value, '__reversed__');
  if (method === BLOCKED) throw new PyTypeError(`'${typeName(value)}' object is not reversible`);
  if (method !== null) return method.call(value);
  const slot = slotsOf(value).reversed;
  const own = methodOf(value, '__getitem__') !== null;
  // A list has its own `__reversed__`. Bytes have none, so only a class derived from bytes can define one.
  const asks = own || methodOf(value, '__len__') !== null;
  if (slot !== undefined && (isList(value) || !asks)) return slot(value);
  if (slot === undefined && !own) {
    const type = typeName(value);
    if (isMap(value) || type === 'dict') return reversedKeys(value);
    throw new PyTypeError(`'${type}' object is not reversible`);
  }
  return new ReversedSequence(value, lengthOf(value));
}

/** CPython: Objects/dictobject.c `PyDictRevIterKey_Type` */
function reversedKeys(dict: unknown): IterableIterator<unknown> {
  const keys = itemsOf(dict).reverse()[Symbol.iterator]();
  return Object.defineProperty(keys, TYPE_NAME, { value: 'dict_reversekeyiterator' });
}

const done: IteratorResult<unknown> = { done: true, value: undefined };

const isList = (value: unknown) => Array.isArray(value) && !isTuple(value);

/**
 * The items of a sequence from the last to the first, each read by its index.
 *
 * CPython: Objects/enumobject.c `reversed_next`
 */
class ReversedSequence implements IterableIterator<unknown>, Positioned {
  #sequence: unknown;
  #index: number;

  constructor(sequence: unknown, length: number) {
    this.#sequence = sequence;
    this.#index = length - 1;
  }

  get [TYPE_NAME](): string {
    return 'reversed';
  }

  next(): IteratorResult<unknown> {
    if (this.#index < 0) return done;
    try {
      const value = getItem(this.#sequence, this.#index);
      this.#index--;
      return { done: false, value };
    } catch (error) {
      // Any error ends the iterator; these two only end it.
      this.#sequence = null;
      this.#index = -1;
      if (error instanceof PyIndexError || error instanceof PyStopIteration) return done;
      throw error;
    }
  }

  get [ITERATION](): Iteration {
    return { source: this.#index < 0 ? null : (this.#sequence as object), index: this.#index };
  }

  /** CPython: Objects/enumobject.c `reversed_len` */
  __length_hint__(): number {
    if (this.#index < 0) return 0;
    return lengthOf(this.#sequence) <= this.#index ? 0 : this.#index + 1;
  }

  /**
   * Clamps to the length; an exhausted iterator stays exhausted.
   *
   * CPython: Objects/enumobject.c `reversed_setstate`
   */
  __setstate__(state: unknown): void {
    const index = asIteratorState(state);
    if (this.#index < 0) return;
    this.#index = Math.min(Math.max(index, -1), lengthOf(this.#sequence) - 1);
  }

  [Symbol.iterator](): this {
    return this;
  }
}
