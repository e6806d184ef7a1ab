// Python values as the JSON that record.py writes: converts them to values for a port, and a port's values
// back.
//
// null, booleans, strings and ints up to 2**53 stand for themselves; an array starts with a tag: `i` an int
// by its digits, `f` a float, `c` a complex, `b` bytes and `B` bytearray in hexadecimal, `m` a memoryview
// (content, format, shape, readonly), `a` an array.array, `l` a list, `t` a tuple, `g` what an iterator
// yielded, `s` a set, `d` a dict, `n` a dataclass or named tuple, `o` an object of a class of the module, by
// its number. `?` is a value without a counterpart in Python.
import type * as pybuffer from '../src/index.js';
import type { PyArray, TypeCode } from '../src/array.js';
import { brandOf } from '../src/python/brand.js';
import { typeName } from '../src/python/types.js';
import { Bytes } from '../src/core.js';
import { floatRepr } from '../src/formats/repr-number.js';

/** A Python value as JSON. */
export type Value = null | boolean | string | number | readonly [string, ...Value[]] | readonly Value[];

/** The classes of the pybuffer that the port imports. */
export interface Library {
  readonly main: Pick<
    typeof pybuffer,
    'Bytes' | 'ByteArray' | 'BytesMap' | 'BytesSet' | 'MemoryView' | 'PyComplex' | 'PyFloat'
  >;
  readonly PyArray: typeof PyArray;
}

/** A port: the exports of its module, and the pybuffer whose classes its arguments must be of. */
export interface Port {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly library: Library;
}

/** How values are passed to a port, and the port's objects by the numbers of Python's. */
export interface Side {
  readonly library: Library;
  /** The port itself, whose classes are found by name. */
  readonly port: Readonly<Record<string, unknown>>;
  readonly objects: Map<number, object>;
  /** Whether dicts with string keys are plain objects. */
  readonly plainObjects: boolean;
  /** Whether floats without a fraction are passed as PyFloat, so that a port can tell them from ints. */
  readonly boxFloats: boolean;
}

const FLOATS: Readonly<Record<string, number>> = { inf: Infinity, '-inf': -Infinity, nan: NaN };

/** Parses the repr of a float. */
export const floatOf = (text: string): number => FLOATS[text] ?? Number(text);

/** Converts a recorded value to a port's value. */
export function toPort(value: Value, side: Side): unknown {
  if (!Array.isArray(value)) return value;
  const [tag, ...rest] = value as [string, ...Value[]];
  const { main, PyArray } = side.library;
  const text = rest[0] as string;
  const items = () => rest.map((item) => toPort(item, side));
  const pairs = () =>
    (rest as [Value, Value][]).map(([key, item]) => [toPort(key, side), toPort(item, side)] as const);
  switch (tag) {
    case 'i':
      return BigInt(text);
    case 'f': {
      const value = floatOf(text);
      return side.boxFloats && Number.isInteger(value) ? new main.PyFloat(value) : value;
    }
    case 'c':
      return new main.PyComplex(floatOf(text), floatOf(rest[1] as string));
    case 'b':
      return main.Bytes.fromhex(text);
    case 'B':
      return main.ByteArray.fromhex(text);
    case 'm': {
      const [content, format, shape, readonly] = rest as [string, string, number[], boolean];
      const memory = readonly ? main.Bytes.fromhex(content) : main.ByteArray.fromhex(content);
      const view = new main.MemoryView(memory);
      return format === 'B' && shape.length === 1 ? view : view.cast(format, shape);
    }
    case 'a':
      return new PyArray(text as TypeCode, rest.slice(1).map((item) => toPort(item, side)) as number[]);
    case 'l':
      return items();
    case 't':
      return Object.freeze(items());
    case 'g':
      return items();
    case 's':
      return isKeyedByBytes(rest) ? new main.BytesSet(items() as pybuffer.Bytes[]) : new Set(items());
    case 'd': {
      const entries = pairs();
      if (side.plainObjects && entries.every(([key]) => typeof key === 'string'))
        return Object.fromEntries(entries as [string, unknown][]);
      return isKeyedByBytes(rest.map((entry) => (entry as Value[])[0]!))
        ? new main.BytesMap(entries as [pybuffer.Bytes, unknown][])
        : new Map(entries);
    }
    case 'n': {
      const cls = side.port[text];
      const made: object = typeof cls === 'function' ? Object.create(cls.prototype as object) : {};
      for (const [name, item] of rest.slice(1) as [string, Value][])
        Object.defineProperty(made, name, {
          value: toPort(item, side),
          enumerable: true,
          writable: true,
          configurable: true,
        });
      return made;
    }
    case 'o':
      return side.objects.get(rest[0] as unknown as number);
    default:
      throw new Error(`unknown tag ${tag}`);
  }
}

/** Whether a dict or set has only bytes as keys, so that a Map or Set would not find them again. */
const isKeyedByBytes = (keys: readonly Value[]): boolean =>
  keys.length > 0 && keys.every((key) => Array.isArray(key) && key[0] === 'b');

/**
 * Converts a port's value to JSON. JavaScript has fewer kinds of values than Python; where one stands for
 * several, `expected` decides: an array for a list or tuple, a number for an int or float, a Uint8Array for
 * bytes or bytearray, an object for a dict or record.
 */
export function fromPort(value: unknown, expected: Value, side: Side): Value {
  const tag = Array.isArray(expected) ? (expected[0] as string) : null;
  switch (typeof value) {
    case 'undefined':
      return null;
    case 'boolean':
    case 'string':
      return value;
    case 'bigint':
      return intOf(value);
    case 'number':
      return tag !== 'f' && Number.isInteger(value) ? intOf(BigInt(value)) : ['f', floatRepr(value)];
    case 'object':
      return value === null ? null : fromObject(value, expected, tag, side);
    default:
      return ['?', String(value)];
  }
}

function intOf(value: bigint): Value {
  const isSafe = value > -(2n ** 53n) && value < 2n ** 53n;
  return isSafe ? Number(value) : ['i', String(value)];
}

function hexOf(value: ArrayBufferView): string {
  const { buffer, byteOffset, byteLength } = value;
  return new Bytes(new Uint8Array(buffer, byteOffset, byteLength)).hex();
}

function fromObject(value: object, expected: Value, tag: string | null, side: Side): Value {
  if (tag === 'o') {
    side.objects.set((expected as Value[])[1] as number, value);
    return expected;
  }
  const hint = (index: number): Value =>
    Array.isArray(expected) ? ((expected[index] ?? null) as Value) : null;
  switch (brandOf(value)) {
    case 'bytes':
      return ['b', (value as pybuffer.Bytes).hex()];
    case 'bytearray':
      return ['B', (value as pybuffer.ByteArray).hex()];
    case 'memoryview': {
      const view = value as pybuffer.MemoryView;
      return ['m', view.tobytes().hex(), view.format, [...view.shape], view.readonly];
    }
    case 'array': {
      const array = value as PyArray;
      return ['a', array.typecode, ...array.tolist().map((item, i) => fromPort(item, hint(i + 2), side))];
    }
  }
  if (value instanceof Uint8Array) return [tag === 'B' ? 'B' : 'b', hexOf(value)];
  const isIterator = typeof (value as Partial<Iterator<unknown>>).next === 'function';
  if (tag === 'g' && (isIterator || Array.isArray(value)))
    return ['g', ...[...(value as Iterable<unknown>)].map((item, i) => fromPort(item, hint(i + 1), side))];
  if (tag === 'n') return fromRecord(value, expected as Value[], side);
  if (Array.isArray(value)) {
    const kind = tag === 'l' || tag === 't' ? tag : Object.isFrozen(value) ? 't' : 'l';
    return [kind, ...value.map((item, i) => fromPort(item, hint(i + 1), side))];
  }
  const { BytesMap, BytesSet } = side.library.main;
  if (value instanceof Set || value instanceof BytesSet) {
    const wanted = tag === 's' ? (expected as Value[]).slice(1) : [];
    const find = finder(wanted);
    const found = [...(value as Iterable<unknown>)].map((item) => find(item, side));
    return ['s', ...found.sort(byPlace).map(({ key }) => key)];
  }
  if (value instanceof Map || value instanceof BytesMap)
    return fromEntries([...(value as Iterable<[unknown, unknown]>)], expected, side);
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype === null || prototype === Object.prototype)
    return fromEntries(Object.entries(value), expected, side);
  switch (typeName(value)) {
    case 'float':
      return ['f', floatRepr(Number(value))];
    case 'complex': {
      const { re, im } = value as pybuffer.Complex;
      return ['c', floatRepr(re), floatRepr(im)];
    }
  }
  return ['?', `a ${value.constructor.name} object`];
}

/** Not a subtraction, because Infinity minus Infinity is NaN. */
const byPlace = (a: { place: number }, b: { place: number }): number =>
  a.place === b.place ? 0 : a.place - b.place;

/**
 * Matches a port's items or keys with the expected ones: returns their JSON and place, Infinity for
 * unexpected ones. Where one JavaScript value stands for several Python values, the expected ones decide.
 */
function finder(wanted: readonly Value[]): (item: unknown, side: Side) => { key: Value; place: number } {
  const places = new Map(wanted.map((key, place) => [JSON.stringify(key), place]));
  const ambiguous = wanted.filter((key) => Array.isArray(key) && /^[ftn]$/.test(key[0] as string));
  return (item, side) => {
    const plain = fromPort(item, null, side);
    const place = places.get(JSON.stringify(plain));
    if (place !== undefined) return { key: plain, place };
    for (const key of ambiguous) {
      const name = JSON.stringify(key);
      if (JSON.stringify(fromPort(item, key, side)) === name) return { key, place: places.get(name)! };
    }
    return { key: plain, place: Infinity };
  };
}

/** A dict. Dicts compare equal in any order, so the result takes the order of the expected one. */
function fromEntries(entries: (readonly [unknown, unknown])[], expected: Value, side: Side): Value {
  const wanted =
    Array.isArray(expected) && expected[0] === 'd' ? (expected.slice(1) as [Value, Value][]) : [];
  const find = finder(wanted.map(([key]) => key));
  const keyed = entries.map(([name, item]) => {
    const { key, place } = find(name, side);
    return { place, entry: [key, fromPort(item, wanted[place]?.[1] ?? null, side)] as const };
  });
  keyed.sort(byPlace);
  return ['d', ...keyed.map(({ entry }) => entry as Value)];
}

/** A dataclass or named tuple: the fields of the expected one, or the items of an array. */
function fromRecord(value: object, expected: Value[], side: Side): Value {
  const [, name, ...fields] = expected as [string, string, ...[string, Value][]];
  return [
    'n',
    name,
    ...fields.map(([field, hint], i): Value => {
      const item = Array.isArray(value) ? (value[i] as unknown) : read(value, field);
      return [field, fromPort(item, hint, side)];
    }),
  ];
}

/** Reads a property by its Python name or its camel-case spelling. */
export function read(value: object, name: string): unknown {
  const key = name in value ? name : camelCase(name);
  return (value as Record<string, unknown>)[key];
}

/** `max_size` as `maxSize`. */
export function camelCase(name: string): string {
  return name.replace(/(?<=[^_])_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
