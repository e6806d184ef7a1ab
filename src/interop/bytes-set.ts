/** `BytesSet`: a set of contents of bytes. It is built on `bytes-table.ts`. */
import { Bytes } from '../bytes/index.js';
import { PyKeyError } from '../exceptions/index.js';
import { reprValue } from '../formats/repr-value.js';
import { safely, tagOfItems, toJSON } from '../objects/index.js';
import { iterate } from '../python/index.js';
import { keptKey, keyContent } from './bytes-key.js';
import type { BytesKey } from './bytes-key.js';
import { BytesTable } from './bytes-table.js';

const ROLE = 'set element';

/**
 * The own property `contents`, which shows comparison helpers the elements of the private table. It is
 * sorted, because the order does not count.
 */
const CONTENTS: PropertyDescriptor & ThisType<BytesSet> = {
  get() {
    return sortedReprs(this);
  },
  enumerable: true,
};

const sortedReprs = (set: Iterable<Bytes>): string[] => Array.from(set, (element) => element.repr()).sort();

/** The property by which all copies of the library recognize these sets. */
const SET: unique symbol = Symbol.for('pybuffer.bytes-set') as never;

/**
 * A set of bytes, with the methods of JavaScript's `Set` and of Python's: equal contents are one element. It
 * keeps insertion order.
 *
 * Elements are values that Python can hash: `Bytes`, and one-dimensional views of format `'B'` over read-only
 * memory, of which a copy is kept.
 *
 * @example
 * ```ts
 * const seen = new BytesSet([b`a`, b`b`, b`a`]);
 * seen.size // 2
 * seen.has(b`ab`.slice(0, 1)) // true
 * seen.union([b`c`]).repr() // "{b'a', b'b', b'c'}"
 * seen.add(new ByteArray(b`x`) as never) // TypeError: cannot use 'bytearray' as a set element (unhashable type: 'bytearray')
 * ```
 *
 * CPython: Objects/setobject.c
 */
export class BytesSet implements Iterable<Bytes> {
  /** @internal */
  get [SET](): true {
    return true;
  }

  readonly #table = new BytesTable<undefined>();

  /**
   * @param elements the elements
   * @throws PyTypeError `cannot use 'bytearray' as a set element (unhashable type: 'bytearray')`
   */
  constructor(elements: Iterable<BytesKey> | null = null) {
    Object.defineProperty(this, 'contents', CONTENTS);
    if (elements !== null) this.update(elements);
  }

  /** The number of elements. CPython: Objects/setobject.c `set_len` */
  get size(): number {
    return this.#table.size;
  }

  /**
   * Adds an element.
   *
   * @throws PyTypeError `cannot use 'bytearray' as a set element (unhashable type: 'bytearray')`,
   *   `a bytes-like object is required, not 'str'`
   * @throws PyValueError `cannot hash writable memoryview object`
   *
   * CPython: Objects/setobject.c `set_add_impl`
   */
  add(element: BytesKey): this {
    this.#table.set(keyContent(element, ROLE), undefined, keptKey);
    return this;
  }

  /**
   * Returns whether the set has an element.
   *
   * @throws as {@link add}
   *
   * CPython: Objects/setobject.c `set___contains___impl`
   */
  has(element: BytesKey): boolean {
    return this.#table.find(keyContent(element, ROLE)) !== null;
  }

  /**
   * Removes an element and returns whether the set had it.
   *
   * @throws as {@link add}
   *
   * CPython: Objects/setobject.c `set_discard_impl`
   */
  delete(element: BytesKey): boolean {
    const entry = this.#table.find(keyContent(element, ROLE));
    if (entry === null) return false;
    this.#table.remove(entry);
    return true;
  }

  /**
   * Removes an element that must be in the set.
   *
   * @throws PyKeyError with its repr
   *
   * CPython: Objects/setobject.c `set_remove_impl`
   */
  remove(element: BytesKey): void {
    if (!this.delete(element)) throw new PyKeyError(reprValue(element));
  }

  /** Removes all elements. CPython: Objects/setobject.c `set_clear_impl` */
  clear(): void {
    this.#table.clear();
  }

  /**
   * Removes and returns the element that was added first; Python's order is arbitrary.
   *
   * @throws PyKeyError `pop from an empty set`, in quotes
   *
   * CPython: Objects/setobject.c `set_pop_impl`
   */
  pop(): Bytes {
    const first = this.#table.next(null);
    if (first === null) throw new PyKeyError(reprValue('pop from an empty set'));
    this.#table.remove(first);
    return first.key;
  }

  /**
   * Adds elements.
   *
   * @throws as {@link add}
   * @throws PyTypeError `'int' object is not iterable`
   *
   * CPython: Objects/setobject.c `set_update_impl`
   */
  update(...others: Iterable<BytesKey>[]): void {
    for (const other of others) {
      const elements = iterate(other);
      for (let item = elements.next(); !item.done; item = elements.next()) this.add(item.value as BytesKey);
    }
  }

  /** Returns a set with the same elements. CPython: Objects/setobject.c `set_copy_impl` */
  copy(): BytesSet {
    return new BytesSet(this);
  }

  /** Returns a set with these elements and those of others. CPython: Objects/setobject.c `set_union_impl` */
  union(...others: Iterable<BytesKey>[]): BytesSet {
    const result = this.copy();
    result.update(...others);
    return result;
  }

  /**
   * Returns a set with the elements that all of them have.
   *
   * CPython: Objects/setobject.c `set_intersection_multi_impl`
   */
  intersection(...others: Iterable<BytesKey>[]): BytesSet {
    return others
      .map(asSet)
      .reduce((result, other) => filtered(result, (element) => other.has(element)), this.copy());
  }

  /**
   * Returns a set with the elements that none of the others has.
   *
   * CPython: Objects/setobject.c `set_difference_multi_impl`
   */
  difference(...others: Iterable<BytesKey>[]): BytesSet {
    return others
      .map(asSet)
      .reduce((result, other) => filtered(result, (element) => !other.has(element)), this.copy());
  }

  /**
   * Returns a set with the elements that only one of the two has.
   *
   * CPython: Objects/setobject.c `set_symmetric_difference_impl`
   */
  symmetric_difference(other: Iterable<BytesKey>): BytesSet {
    const set = asSet(other);
    return this.difference(set).union(set.difference(this));
  }

  /** Returns whether others have all of these elements. CPython: Objects/setobject.c `set_issubset_impl` */
  issubset(other: Iterable<BytesKey>): boolean {
    const set = asSet(other);
    for (const element of this) if (!set.has(element)) return false;
    return true;
  }

  /**
   * Returns whether this set has all elements of others. CPython: Objects/setobject.c `set_issuperset_impl`
   */
  issuperset(other: Iterable<BytesKey>): boolean {
    return asSet(other).issubset(this);
  }

  /** Returns whether the two have no element in common. CPython: Objects/setobject.c `set_isdisjoint_impl` */
  isdisjoint(other: Iterable<BytesKey>): boolean {
    const elements = iterate(other);
    for (let item = elements.next(); !item.done; item = elements.next()) {
      if (this.has(item.value as BytesKey)) return false;
    }
    return true;
  }

  /**
   * `a == b`: returns whether a value is a set with the same elements.
   *
   * CPython: Objects/setobject.c `set_richcompare`
   */
  equals(other: unknown): boolean {
    return isBytesSet(other) && other.size === this.size && this.issubset(other);
  }

  /** The elements. Not Python, where the set itself is iterated over. */
  *values(): Generator<Bytes> {
    for (let entry = this.#table.next(null); entry !== null; entry = this.#table.next(entry)) yield entry.key;
  }

  /** The elements, as {@link values}. Not Python. */
  keys(): Generator<Bytes> {
    return this.values();
  }

  /** Pairs of an element and itself. Not Python. */
  *entries(): Generator<[Bytes, Bytes]> {
    for (const element of this) yield [element, element];
  }

  /** The elements. CPython: Objects/setobject.c `set_iter` */
  [Symbol.iterator](): Generator<Bytes> {
    return this.values();
  }

  /** Calls a function with each element, twice, and this set. Not Python. */
  forEach(run: (element: Bytes, same: Bytes, set: this) => void): void {
    for (const element of this) run(element, element, this);
  }

  /** `repr(s)`. CPython: Objects/setobject.c `set_repr` */
  repr(): string {
    return this.size === 0 ? 'set()' : `{${Array.from(this, (element) => element.repr()).join(', ')}}`;
  }

  /**
   * @internal The {@link repr}, for containers of this set.
   */
  __repr__(): string {
    return this.repr();
  }

  /** `str(s)`: its repr. */
  toString(): string {
    return this.repr();
  }

  /**
   * Makes `JSON.stringify` raise what Python's `json.dumps` raises. Without a key, as test runners call it,
   * it returns the repr.
   *
   * @throws PyTypeError
   *   `Object of type BytesSet is not JSON serializable: use Array.from(x, (element) => element.hex())`
   *
   * CPython: Lib/json/encoder.py `JSONEncoder.default`
   */
  toJSON(...key: readonly unknown[]): string {
    return toJSON(this, key, 'Array.from(x, (element) => element.hex())');
  }

  /**
   * The elements as text, for comparison helpers that ignore own properties of iterables (sinon).
   * @internal
   */
  get [Symbol.toStringTag](): string {
    return safely('BytesSet', () => tagOfItems('BytesSet', this.size, sortedReprs(this)));
  }

  /** What `console.log` shows in Node. @internal */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.repr();
  }
}

/** Whether a value is such a set, of this copy of the library or another one. */
function isBytesSet(value: unknown): value is BytesSet {
  return typeof value === 'object' && value !== null && (value as { [SET]?: unknown })[SET] === true;
}

function asSet(elements: Iterable<BytesKey>): BytesSet {
  return elements instanceof BytesSet ? elements : new BytesSet(elements);
}

function filtered(set: BytesSet, keep: (element: Bytes) => boolean): BytesSet {
  const result = new BytesSet();
  for (const element of set) if (keep(element)) result.add(element);
  return result;
}
