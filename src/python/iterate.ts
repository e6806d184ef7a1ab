/**
 * Python's `iter()` over any value, as a JavaScript iterator. Constructors, `extend`, `join` and the
 * runtime's built-ins iterate with it, so all of them support the same protocols.
 */
import { PyBufferError, PyIndexError, PyStopIteration, PyTypeError } from '../exceptions/index.js';
import { asLength } from './int.js';
import { BLOCKED, specialMethod } from './special.js';
import type { SpecialMethod } from './special.js';
import {
  FULL_TYPE_NAME,
  NotImplemented,
  TYPE_NAME,
  fullTypeName,
  isArray,
  isDisguised,
  isRevoked,
  typeName,
} from './types.js';

function notIterable(value: unknown): PyTypeError {
  return new PyTypeError(`'${typeName(value)}' object is not iterable`);
}

/**
 * `iter(value)` of a JavaScript iterable, an object with Python's `__iter__`, or one with only `__getitem__`.
 * Null for everything else.
 *
 * @throws PyTypeError `'F' object is not iterable` if `__iter__` is None
 *
 * CPython: Objects/abstract.c `PyObject_GetIter`
 */
export function tryIterate(value: unknown): Iterator<unknown> | null {
  if (typeof value === 'string' || isArray(value)) return value[Symbol.iterator]();
  if (typeof value !== 'object' || value === null || isRevoked(value)) return null;
  // It wraps an object with `__next__`, which need not have an `__iter__`.
  if (value instanceof PythonIterator) return tryIterate(value.iterator);
  const method = specialMethod(value, '__iter__');
  if (method === BLOCKED) throw notIterable(value);
  // A class derived from ours has both names; Python's own decides how its objects are iterated.
  if (method !== null) return iteratorFrom(value, method.call(value));
  if (value instanceof Map) return value.keys();
  if (typeof (value as { [Symbol.iterator]?: unknown })[Symbol.iterator] === 'function') {
    if (isDisguised(value)) return null;
    if (ArrayBuffer.isView(value)) return new ItemIterator(value as unknown as Iterable<unknown>);
    return (value as unknown as Iterable<unknown>)[Symbol.iterator]();
  }
  return specialMethod(value, '__getitem__') === null ? null : new SequenceIterator(value);
}

/** The iterator that `__iter__` returned: JavaScript's, or an object with `__next__`. */
function iteratorFrom(value: unknown, result: unknown): Iterator<unknown> {
  if (typeof result === 'object' && result !== null) {
    if (typeof (result as { next?: unknown }).next === 'function') return result as Iterator<unknown>;
    const next = specialMethod(result, '__next__');
    if (next !== null) return new PythonIterator(result, next);
  }
  throw new PyTypeError(
    `${fullTypeName(value)}.__iter__() must return an iterator, not ${fullTypeName(result)}`,
  );
}

/**
 * `iter(value)`.
 *
 * @throws PyTypeError `'int' object is not iterable`
 */
export function iterate(value: unknown): Iterator<unknown> {
  const iterator = tryIterate(value);
  if (iterator === null) throw notIterable(value);
  return iterator;
}

/**
 * `iter(iterator)`, which C code calls when it passes an iterator to a function that takes iterables.
 *
 * @throws PyTypeError `'F' object is not iterable` for an iterator without its own `__iter__`
 *
 * CPython: Objects/abstract.c `PySequence_Fast`
 */
export function iterateAgain(iterator: Iterator<unknown>): Iterator<unknown> {
  const asked = iterator instanceof PythonIterator ? iterator.iterator : iterator;
  // A stream of a derived class is a JavaScript iterator that may also have Python's `__iter__`.
  const isPython = specialMethod(asked, '__next__') !== null || specialMethod(asked, '__iter__') !== null;
  return isPython ? iterate(asked) : iterator;
}

/**
 * Iterates over a typed array, whose own iterator throws the platform's error if the memory is lost. Not
 * Python.
 */
class ItemIterator implements IterableIterator<unknown> {
  private readonly items: Iterator<unknown>;

  constructor(array: Iterable<unknown>) {
    try {
      this.items = array[Symbol.iterator]();
    } catch {
      throw lost();
    }
  }

  next(): IteratorResult<unknown> {
    try {
      return this.items.next();
    } catch {
      throw lost();
    }
  }

  [Symbol.iterator](): this {
    return this;
  }
}

const lost = (): PyBufferError => new PyBufferError('the underlying ArrayBuffer was detached or has shrunk');

/** The result at the end of an iterator, always the same object. */
export const END: IteratorReturnResult<undefined> = Object.freeze({ done: true, value: undefined });

/** Wraps an object with `__next__`, which ends with StopIteration. */
class PythonIterator implements IterableIterator<unknown> {
  constructor(
    readonly iterator: object,
    private readonly method: SpecialMethod,
  ) {}

  next(): IteratorResult<unknown> {
    try {
      return { done: false, value: this.method.call(this.iterator) };
    } catch (error) {
      if (error instanceof PyStopIteration) return END;
      throw error;
    }
  }

  [Symbol.iterator](): this {
    return this;
  }

  // A caller that wants the length asks the object itself, and errors name its type.
  get [TYPE_NAME](): string {
    return typeName(this.iterator);
  }

  get [FULL_TYPE_NAME](): string {
    return fullTypeName(this.iterator);
  }

  get __len__(): SpecialMethod | undefined {
    return this.hint('__len__');
  }

  get __length_hint__(): SpecialMethod | undefined {
    return this.hint('__length_hint__');
  }

  private hint(name: string): SpecialMethod | undefined {
    const method = specialMethod(this.iterator, name);
    return method === null ? undefined : () => method.call(this.iterator);
  }
}

/**
 * Calls `__getitem__` with 0, 1, ... until IndexError: the sequence protocol that is older than iterators.
 *
 * CPython: Objects/iterobject.c `PySeqIter_Type`
 */
export class SequenceIterator implements IterableIterator<unknown> {
  #sequence: unknown;
  #index = 0;

  constructor(sequence: unknown) {
    this.#sequence = sequence;
  }

  get [TYPE_NAME](): string {
    return 'iterator';
  }

  next(): IteratorResult<unknown> {
    if (this.#sequence === undefined) return END;
    try {
      const method = specialMethod(this.#sequence, '__getitem__') ?? BLOCKED;
      const value: unknown = method.call(this.#sequence, this.#index);
      this.#index++;
      return { done: false, value };
    } catch (error) {
      if (!(error instanceof PyIndexError) && !(error instanceof PyStopIteration)) throw error;
      this.#sequence = undefined;
      return END;
    }
  }

  [Symbol.iterator](): this {
    return this;
  }

  /** CPython: Objects/iterobject.c `iter_len` */
  __length_hint__(): number | typeof NotImplemented {
    if (this.#sequence === undefined) return 0;
    // The sequence's own `__length_hint__` is not called.
    const method = specialMethod(this.#sequence, '__len__');
    if (method === null) return NotImplemented;
    return Math.max(0, asLength(method.call(this.#sequence)) - this.#index);
  }
}
