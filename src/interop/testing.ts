/**
 * Teaches test helpers that compare own fields, or reject unknown objects, to compare the library's values.
 * It recognizes values by the symbol that all copies share, without importing a class. The entry
 * `pybuffer/testing` exports it.
 */
import { brandOf } from '../python/brand.js';

/** The properties that every value of the library has. */
interface Comparable {
  readonly contents: string;
  equals(other: unknown): boolean;
}

/**
 * Whether two values have the same type and contents; undefined if one of them is not the library's, so that
 * the helper decides. As in Python, values of a subclass equal those of its base. Not Python.
 *
 * | helper | how it is taught |
 * |---|---|
 * | Deno's `expect` | `expect.addEqualityTesters([equalityTester])` |
 * | lodash | `isEqualWith(a, b, equalityTester)` |
 *
 * @example
 * ```ts
 * equalityTester(b`abc`, b`xabc`.slice(1)) // true
 * equalityTester(b`abc`, new ByteArray(b`abc`)) // false
 * equalityTester(1, 1) // undefined
 * ```
 */
export function equalityTester(a: unknown, b: unknown): boolean | undefined {
  const kind = brandOf(a);
  const other = brandOf(b);
  if (kind === undefined || other === undefined) return undefined;
  return kind === other && (a as Comparable).equals(b);
}

/**
 * Returns a copy of a value in which each of the library's values, at any depth of arrays, plain objects,
 * `Map`s and `Set`s, is replaced by a text with its type and contents. Use it with helpers that cannot be
 * taught: Bun's `expect(comparable(a)).toEqual(comparable(b))`, Deno's
 * `assertEquals(comparable(a), comparable(b))`, and fast-deep-equal for views. For more than 64 bytes or
 * items the text contains two 64-bit hashes instead. Not Python.
 *
 * @example
 * ```ts
 * comparable({ x: [b`abc`] }) // { x: [ "bytes:b'abc'" ] }
 * comparable(new ByteArray(b`abc`)) // "bytearray:b'abc'"
 * ```
 */
export function comparable(value: unknown): unknown {
  return copy(value, new Map());
}

function copy(value: unknown, seen: Map<object, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (brandOf(value) !== undefined) return (value as Comparable).contents;
  const known = seen.get(value);
  if (known !== undefined) return known;
  const keep = <T extends object>(made: T): T => {
    seen.set(value, made);
    return made;
  };
  if (Array.isArray(value)) {
    const list = keep<unknown[]>([]);
    for (const item of value) list.push(copy(item, seen));
    return list;
  }
  if (value instanceof Map) {
    const map = keep(new Map<unknown, unknown>());
    for (const [key, item] of value) map.set(copy(key, seen), copy(item, seen));
    return map;
  }
  if (value instanceof Set) {
    const set = keep(new Set<unknown>());
    for (const item of value) set.add(copy(item, seen));
    return set;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  const made = keep(Object.create(prototype as object | null) as Record<string, unknown>);
  for (const [name, item] of Object.entries(value)) made[name] = copy(item, seen);
  return made;
}
