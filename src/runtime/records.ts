/**
 * Which of CPython's recorded types a value or a class belongs to, and what Python calls it. Everything here that calls methods
 * by name asks.
 */
import { ByteArray, Bytes } from '../bytes/index.js';
import { PyArray } from '../companions/array/index.js';
import { BytesIO } from '../companions/io/index.js';
import { Struct } from '../companions/struct/index.js';
import { MemoryView } from '../memoryview/index.js';
import { TYPE_NAME, brandOf } from '../python/index.js';
import type { Brand } from '../python/index.js';

/** A class of ours, by Python's name of its type. */
export type Class = abstract new (...args: never[]) => object;

/** The types whose methods are recorded, by their names in the record. */
export const CLASSES: Readonly<Record<string, Class>> = {
  bytes: Bytes,
  bytearray: ByteArray,
  memoryview: MemoryView,
  array: PyArray,
  Struct,
  BytesIO,
};

/** Stands for Python's `int`, whose values are the host's. */
export abstract class IntType {}

/** Under this key a builtin holds the class it stands for. */
export const CLASS: unique symbol = Symbol('class');

/** The class behind a builtin like `bytes`; everything else as it is. */
export function classOf(value: unknown): unknown {
  return typeof value === 'function' ? ((value as { [CLASS]?: Class })[CLASS] ?? value) : value;
}

const NAMES = Object.keys(CLASSES);

/**
 * The recorded type of a value whose class is one of our own branded ones, not a derived one; null for all other values. No method
 * of such a value can be overridden.
 */
export function exactRecordOf(value: unknown): Brand | null {
  const brand = brandOf(value);
  if (brand === undefined) return null;
  // The class is compared, not the prototype: V8 calls a function to read a prototype. A look-up by name in CLASSES would cost as much.
  const cls: unknown = (value as object).constructor;
  switch (brand) {
    case 'bytes':
      return cls === Bytes ? brand : null;
    case 'bytearray':
      return cls === ByteArray ? brand : null;
    case 'memoryview':
      return cls === MemoryView ? brand : null;
    case 'array':
      return cls === PyArray ? brand : null;
  }
}

/** The recorded type a value belongs to, subclasses included; null for all other values. */
export function recordOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  // The brand first: an `instanceof` that is false walks the whole prototype chain of our own objects.
  const brand = brandOf(value);
  if (brand !== undefined) return value instanceof CLASSES[brand]! ? brand : null;
  return value instanceof Struct ? 'Struct' : value instanceof BytesIO ? 'BytesIO' : null;
}

/** The recorded type that a class is or derives from; null for all other values. */
export function recordOfClass(value: unknown): string | null {
  if (typeof value !== 'function') return null;
  let known = recordsOfClasses.get(value);
  if (known === undefined) {
    known =
      NAMES.find((name) => value === CLASSES[name]) ??
      NAMES.find((name) => value.prototype instanceof CLASSES[name]!) ??
      null;
    recordsOfClasses.set(value, known);
  }
  return known;
}

/** What {@link recordOfClass} has found. */
const recordsOfClasses = new WeakMap<object, string | null>();

/** The records of our iterators, by the names of their types. */
const ITERATORS: Readonly<Record<string, string>> = {
  bytes_iterator: 'bytes_iterator',
  bytearray_iterator: 'bytearray_iterator',
  'array.arrayiterator': 'arrayiterator',
  memory_iterator: 'memory_iterator',
  '_struct.unpack_iterator': 'unpack_iterator',
  reversed: 'reversed',
};

/** The recorded type of one of our iterators; null for all other values. */
export function iteratorRecordOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const name = (value as { [TYPE_NAME]?: unknown })[TYPE_NAME];
  return typeof name === 'string' ? (ITERATORS[name] ?? null) : null;
}

/** What Python calls the types that it keeps in modules. */
const FULL: Readonly<Record<string, string>> = {
  array: 'array.array',
  Struct: '_struct.Struct',
  BytesIO: '_io.BytesIO',
};

/** Python's name of a class as errors print it. CPython: `tp_name` */
export function classTypeName(cls: unknown): string {
  const actual = classOf(cls);
  const record = recordOfClass(actual);
  if (record !== null && actual === CLASSES[record]) return FULL[record] ?? record;
  return actual === IntType ? 'int' : (actual as { name: string }).name;
}
