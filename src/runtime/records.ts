/**
 * Tells which of CPython's recorded types a value or a class belongs to, and its Python name. It reads
 * brands, which all copies of the library in a process share; only fast paths compare classes. Callers:
 * everything in this room that calls methods by name.
 */
import { ByteArray, Bytes } from '../bytes/index.js';
import { PyArray } from '../companions/array/index.js';
import { BytesIO } from '../companions/io/index.js';
import { Struct } from '../companions/struct/index.js';
import { MemoryView } from '../memoryview/index.js';
import { BRAND, TYPE_NAME, VALUE_BRAND, brandOf, falseIfRevoked, valueBrandOf } from '../python/index.js';
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

const INT = Symbol.for('pybuffer.int');

/** Represents Python's `int`, whose values are the host's. */
export abstract class IntType {
  static readonly [INT] = true;
}

/** Whether a class represents `int`, in any copy of the library. */
export function isIntType(cls: unknown): boolean {
  return typeof cls === 'function' && (cls as { [INT]?: unknown })[INT] === true;
}

/** Under this key a builtin of any copy of the library holds the class it stands for. */
export const CLASS: unique symbol = Symbol.for('pybuffer.class') as never;

/** The class behind a builtin such as `bytes`; returns everything else unchanged. */
export function classOf(value: unknown): unknown {
  return typeof value === 'function' ? ((value as { [CLASS]?: Class })[CLASS] ?? value) : value;
}

const NAMES = Object.keys(CLASSES);

/**
 * The recorded type of a value whose class is one of our own branded ones, not a derived one; null for all
 * other values. No method of such a value can be overridden.
 */
export function exactRecordOf(value: unknown): Brand | null {
  if (typeof value !== 'object' || value === null) return null;
  let brand: Brand | undefined;
  try {
    if (Array.isArray(value)) return null;
    // As brandOf does, but read here: for each place that reads a property V8 keeps up to four classes, and
    // this place sees few.
    brand = (value as { [BRAND]?: Brand })[BRAND];
  } catch (error) {
    falseIfRevoked(value, error);
    return null;
  }
  if (brand === undefined) return null;
  // The class is compared, not the prototype: V8 calls a function to read a prototype. A look-up by name in
  // CLASSES would cost as much.
  const cls: unknown = value.constructor;
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

/**
 * The recorded type that a value belongs to, in whichever copy of the library it was made, subclasses
 * included; null for all other values.
 */
export function recordOf(value: unknown): string | null {
  const brand = brandOf(value);
  if (brand !== undefined) return brand;
  const kind = valueBrandOf(value);
  return kind === 'Struct' || kind === 'BytesIO' ? kind : null;
}

/**
 * The recorded type that a class of any copy of the library is or derives from; null for all other values.
 */
export function recordOfClass(value: unknown): string | null {
  if (typeof value !== 'function') return null;
  let known = recordsOfClasses.get(value);
  if (known === undefined) {
    known = NAMES.find((name) => value === CLASSES[name]) ?? recordOf(value.prototype);
    recordsOfClasses.set(value, known);
  }
  return known;
}

/** Whether a class is that of a recorded type itself, in any copy of the library, and not derived from it. */
export function isRecordedClass(cls: unknown): boolean {
  const prototype = typeof cls === 'function' ? (cls.prototype as unknown) : null;
  return typeof prototype === 'object' && prototype !== null && isMarked(prototype);
}

/** Whether a prototype is the one that a copy of the library has marked. */
function isMarked(prototype: object): boolean {
  return Object.hasOwn(prototype, BRAND) || Object.hasOwn(prototype, VALUE_BRAND);
}

/**
 * Whether a value of a recorded type was made by another copy of the library, which has methods of its own
 * for it.
 */
export function isForeign(value: unknown, type: string): boolean {
  const cls = CLASSES[type];
  return cls !== undefined && typeof value === 'object' && value !== null && !(value instanceof cls);
}

/**
 * The prototype that has the methods of a recorded type for a value, in the copy of the library that made the
 * value.
 */
export function prototypeFor(value: unknown, type: string): object {
  if (isForeign(value, type)) {
    for (
      let at: object | null = value as object;
      at !== null;
      at = Object.getPrototypeOf(at) as object | null
    ) {
      if (isMarked(at)) return at;
    }
  }
  return CLASSES[type]!.prototype as object;
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
  if (record !== null && isRecordedClass(actual)) return FULL[record] ?? record;
  return isIntType(actual) ? 'int' : (actual as { name: string }).name;
}
