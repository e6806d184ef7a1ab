/** `BytesMap`: a map whose keys are contents of bytes. It is built on `bytes-table.ts`. */
import { Bytes } from '../bytes/index.js';
import { PyKeyError, PyTypeError, PyValueError } from '../exceptions/index.js';
import { nested, reprValue } from '../formats/repr-value.js';
import { safely, tagOfItems, toJSON } from '../objects/index.js';
import { iterate, tryIterate, tuple } from '../python/index.js';
import { keptKey, keyContent } from './bytes-key.js';
import type { BytesKey } from './bytes-key.js';
import { BytesTable } from './bytes-table.js';
import type { Entry } from './bytes-table.js';

const ROLE = 'dict key';

/**
 * The own property `contents`, which shows comparison helpers the keys and values of the private table. It is
 * sorted, because the order of a dict does not count.
 */
const CONTENTS: PropertyDescriptor & ThisType<BytesMap<unknown>> = {
  get() {
    return Array.from(this, ([key, value]) => [key.repr(), value] as const).sort(([a], [b]) =>
      a < b ? -1 : 1,
    );
  },
  enumerable: true,
};

/**
 * A dict keyed by bytes, with the methods of JavaScript's `Map`: equal contents are one key. It keeps
 * insertion order.
 *
 * Keys are values that Python can hash: `Bytes`, and one-dimensional views of format `'B'` over read-only
 * memory, of which a copy is kept. A bytearray is not a key. Setting a key that equals an existing one keeps
 * the existing key. As in a `Map`, entries may be added and removed during iteration.
 *
 * @example
 * ```ts
 * const counts = new BytesMap([[b`GET`, 1]]);
 * counts.set(b`GET`, counts.get(b`GET`)! + 1);
 * counts.get(new MemoryView(b`GET /`).slice(0, 3)) // 2
 * counts.get(b`PUT`) // undefined
 * counts.get(new ByteArray(b`GET`) as never) // TypeError: cannot use 'bytearray' as a dict key (unhashable type: 'bytearray')
 * ```
 *
 * CPython: Objects/dictobject.c
 */
export class BytesMap<V> implements Iterable<[Bytes, V]> {
  readonly #table = new BytesTable<V>();

  /**
   * @param entries pairs of a key and a value
   * @throws PyTypeError `cannot use 'bytearray' as a dict key (unhashable type: 'bytearray')`
   */
  constructor(entries: Iterable<readonly [BytesKey, V]> | null = null) {
    Object.defineProperty(this, 'contents', CONTENTS);
    if (entries !== null) this.update(entries);
  }

  /** The number of keys. CPython: Objects/dictobject.c `dict_length` */
  get size(): number {
    return this.#table.size;
  }

  /**
   * Returns the value of a key; for a missing key `fallback`, which is undefined by default.
   *
   * @throws PyTypeError `cannot use 'bytearray' as a dict key (unhashable type: 'bytearray')`,
   *   `a bytes-like object is required, not 'str'`
   * @throws PyValueError `cannot hash writable memoryview object`
   *
   * CPython: Objects/dictobject.c `dict_get_impl`
   */
  get(key: BytesKey): V | undefined;
  get<F>(key: BytesKey, fallback: F): V | F;
  get(key: BytesKey, fallback?: unknown): unknown {
    const entry = this.#table.find(keyContent(key, ROLE));
    return entry === null ? fallback : entry.value;
  }

  /** Sets the value of a key. @throws as {@link get}. CPython: Objects/dictobject.c `PyDict_SetItem` */
  set(key: BytesKey, value: V): this {
    this.#table.set(keyContent(key, ROLE), value, keptKey);
    return this;
  }

  /**
   * `key in d`: returns whether the map has a key.
   *
   * @throws as {@link get}
   *
   * CPython: Objects/dictobject.c `PyDict_Contains`
   */
  has(key: BytesKey): boolean {
    return this.#table.find(keyContent(key, ROLE)) !== null;
  }

  /**
   * Removes a key and returns whether the map had it.
   *
   * @throws as {@link get}. Not Python: `del d[key]` raises a KeyError.
   */
  delete(key: BytesKey): boolean {
    const entry = this.#table.find(keyContent(key, ROLE));
    if (entry === null) return false;
    this.#table.remove(entry);
    return true;
  }

  /** Removes all keys. CPython: Objects/dictobject.c `PyDict_Clear` */
  clear(): void {
    this.#table.clear();
  }

  /**
   * Removes a key and returns its value; for a missing key it returns `fallback`, and raises without one.
   *
   * @throws PyKeyError with the key's repr; otherwise as {@link get}
   *
   * @example
   * ```ts
   * new BytesMap([[b`a`, 1]]).pop(b`b`) // KeyError: b'b'
   * ```
   *
   * CPython: Objects/dictobject.c `dict_pop_impl`
   */
  pop(key: BytesKey): V;
  pop<F>(key: BytesKey, fallback: F): V | F;
  pop(key: BytesKey, ...fallback: unknown[]): unknown {
    const entry = this.#table.find(keyContent(key, ROLE));
    if (entry !== null) {
      this.#table.remove(entry);
      return entry.value;
    }
    if (fallback.length > 0) return fallback[0];
    throw new PyKeyError(reprValue(key));
  }

  /**
   * Removes the entry that was added last and returns it.
   *
   * @throws PyKeyError `popitem(): dictionary is empty`, in quotes
   *
   * CPython: Objects/dictobject.c `dict_popitem_impl`
   */
  popitem(): readonly [Bytes, V] {
    const { last } = this.#table;
    if (last === null) throw new PyKeyError(reprValue('popitem(): dictionary is empty'));
    this.#table.remove(last);
    return tuple(last.key, last.value);
  }

  /**
   * Returns the value of a key. A missing key is first set to `value`.
   *
   * CPython: Objects/dictobject.c `dict_setdefault_impl`
   */
  setdefault(key: BytesKey, value: V): V {
    const content = keyContent(key, ROLE);
    const entry = this.#table.find(content);
    if (entry !== null) return entry.value;
    this.#table.set(content, value, keptKey);
    return value;
  }

  /**
   * Sets the values of pairs of a key and a value.
   *
   * @throws as {@link get}
   * @throws PyTypeError `'int' object is not iterable`
   * @throws PyValueError `dictionary update sequence element #0 has length 3; 2 is required`
   *
   * CPython: Objects/dictobject.c `dict_update`
   */
  update(entries: Iterable<readonly [BytesKey, V]>): void {
    const items = iterate(entries);
    let count = 0;
    for (let item = items.next(); !item.done; item = items.next()) {
      const [key, value] = pairOf(item.value, count++);
      this.set(key as BytesKey, value as V);
    }
  }

  /** Returns a map with the same keys and values. CPython: Objects/dictobject.c `PyDict_Copy` */
  copy(): BytesMap<V> {
    return new BytesMap(this);
  }

  /** The keys. CPython: Objects/dictobject.c `PyDict_Keys` */
  *keys(): Generator<Bytes> {
    for (const entry of this.#entries()) yield entry.key;
  }

  /** The values. CPython: Objects/dictobject.c `PyDict_Values` */
  *values(): Generator<V> {
    for (const entry of this.#entries()) yield entry.value;
  }

  /** Pairs of a key and its value: Python's `items()`. CPython: Objects/dictobject.c `PyDict_Items` */
  *entries(): Generator<[Bytes, V]> {
    for (const { key, value } of this.#entries()) yield [key, value];
  }

  /**
   * Iterates over the {@link entries}, as a `Map` does. Not Python: iterating over a dict returns its keys.
   */
  [Symbol.iterator](): Generator<[Bytes, V]> {
    return this.entries();
  }

  *#entries(): Generator<Entry<V>> {
    for (let entry = this.#table.next(null); entry !== null; entry = this.#table.next(entry)) yield entry;
  }

  /** Calls a function with each value, its key and this map. Not Python. */
  forEach(run: (value: V, key: Bytes, map: this) => void): void {
    for (const { key, value } of this.#entries()) run(value, key, this);
  }

  /** `repr(d)`. CPython: Objects/dictobject.c `dict_repr` */
  repr(): string {
    return nested(this, '{...}', () => {
      const items = Array.from(this.#entries(), ({ key, value }) => `${key.repr()}: ${reprValue(value)}`);
      return `{${items.join(', ')}}`;
    });
  }

  /**
   * @internal The {@link repr}, for containers of this map.
   */
  __repr__(): string {
    return this.repr();
  }

  /** `str(d)`: its repr. */
  toString(): string {
    return this.repr();
  }

  /**
   * Makes `JSON.stringify` raise what Python's `json.dumps` raises. Without a key, as test runners call it,
   * it returns the repr.
   *
   * @throws PyTypeError
   *   `Object of type BytesMap is not JSON serializable: use Array.from(x, ([key, value]) => [key.hex(), value])`
   *
   * CPython: Lib/json/encoder.py `JSONEncoder.default`
   */
  toJSON(...key: readonly unknown[]): string {
    return toJSON(this, key, 'Array.from(x, ([key, value]) => [key.hex(), value])');
  }

  /**
   * The keys and values as text, for comparison helpers that ignore own properties of iterables (sinon).
   * @internal
   */
  get [Symbol.toStringTag](): string {
    return safely('BytesMap', () => {
      const texts = Array.from(this, ([key, value]) => `${key.repr()}: ${reprValue(value)}`);
      return tagOfItems('BytesMap', this.size, texts.sort());
    });
  }

  /** What `console.log` shows in Node. @internal */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.repr();
  }

  /**
   * @internal `d[key]`, for `%`.
   *
   * @throws PyKeyError with the key's repr
   *
   * CPython: Objects/dictobject.c `dict_subscript`
   */
  __getitem__(key: BytesKey): V {
    const entry = this.#table.find(keyContent(key, ROLE));
    if (entry === null) throw new PyKeyError(reprValue(key));
    return entry.value;
  }
}

/** The two items of an entry. CPython: Objects/dictobject.c `merge_from_seq2` */
function pairOf(entry: unknown, index: number): readonly unknown[] {
  if (Array.isArray(entry) && entry.length === 2) return entry;
  const iterator = tryIterate(entry);
  if (iterator === null) throw new PyTypeError('object is not iterable');
  const items = Array.from({ [Symbol.iterator]: () => iterator });
  if (items.length === 2) return items;
  throw new PyValueError(
    `dictionary update sequence element #${index} has length ${items.length}; 2 is required`,
  );
}
