/**
 * Tells which of CPython's recorded types a value or a class belongs to, and its Python name. It reads
 * brands, which all copies of the library in a process share; only fast paths compare classes. Callers:
 * everything in this room that calls methods by name.
 */
import { ByteArray, Bytes } from '../bytes/index.js';
import { PyArray } from '../companions/array/index.js';
import { BytesIO } from '../companions/io/index.js';
import { Struct } from '../companions/struct/index.js';
import { PyException } from '../exceptions/index.js';
import { MemoryView } from '../memoryview/index.js';
import { BRAND, TYPE_NAME, VALUE_BRAND, brandOf, falseIfRevoked, valueBrandOf } from '../python/index.js';
import type { Brand } from '../python/index.js';

/** One of our classes. */
export type Class = abstract new (...args: never[]) => object;

/** The classes of the recorded types, by their names in the record. */
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

/** The key under which a builtin of any copy of the library holds the class that it represents. */
export const CLASS: unique symbol = Symbol.for('pybuffer.class') as never;

/** The key under which a builtin says that it takes no keywords. */
export const POSITIONAL: unique symbol = Symbol.for('pybuffer.positional') as never;

/** The class behind a builtin such as `bytes`; returns everything else unchanged. */
export function classOf(value: unknown): unknown {
  return typeof value === 'function' ? ((value as { [CLASS]?: Class })[CLASS] ?? value) : value;
}

const NAMES = Object.keys(CLASSES);

/**
 * The recorded type of a value whose class is exactly one of this copy's branded classes; null for all other
 * values. No method of such a value can be overridden.
 */
export function exactRecordOf(value: unknown): Brand | null {
  if (typeof value !== 'object' || value === null) return null;
  let brand: Brand | undefined;
  try {
    if (Array.isArray(value)) return null;
    // The same as `brandOf`, but read here: V8 remembers up to four classes for each place that reads a
    // property, and this place sees few.
    brand = (value as { [BRAND]?: Brand })[BRAND];
  } catch (error) {
    falseIfRevoked(value, error);
    return null;
  }
  if (brand === undefined) return null;
  // Compares the class, because V8 calls a function to read a prototype. Looking CLASSES up by name would
  // cost as much.
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
 * Whether an object has our brand. If its class is also ours, nothing is overridden. Callers compare the class
 * first, in their own code: V8 remembers up to four classes for each place that reads a property.
 */
export const isBranded = (value: object): boolean => (value as { [BRAND]?: Brand })[BRAND] !== undefined;

/** Whether a value is exactly a `Bytes` or `ByteArray`, read here so that V8 sees few classes at this place. */
export function isOwn(value: unknown): value is Bytes | ByteArray {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const cls: unknown = value.constructor;
  return (cls === Bytes || cls === ByteArray) && isBranded(value);
}

/**
 * The recorded type of a value from any copy of the library, also of a derived class; null for all other
 * values.
 */
export function recordOf(value: unknown): string | null {
  const brand = brandOf(value);
  if (brand !== undefined) return brand;
  const kind = valueBrandOf(value);
  return kind === 'Struct' || kind === 'BytesIO' ? kind : null;
}

/**
 * The recorded type that a class, of any copy of the library, is or derives from; null for all other values.
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

/** Whether a class is exactly a recorded type, in any copy of the library, not derived from one. */
export function isRecordedClass(cls: unknown): boolean {
  const prototype = typeof cls === 'function' ? (cls.prototype as unknown) : null;
  return typeof prototype === 'object' && prototype !== null && isMarked(prototype);
}

/** Whether a copy of the library has marked this prototype as that of a type. */
function isMarked(prototype: object): boolean {
  return Object.hasOwn(prototype, BRAND) || Object.hasOwn(prototype, VALUE_BRAND);
}

/** Whether another copy of the library, with its own methods, made a value of a recorded type. */
export function isForeign(value: unknown, type: string): boolean {
  const cls = CLASSES[type];
  return cls !== undefined && typeof value === 'object' && value !== null && !(value instanceof cls);
}

/** The prototype with a value's methods, in the copy of the library that made the value. */
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

/** The results of {@link recordOfClass}. */
const recordsOfClasses = new WeakMap<object, string | null>();

/** The names of our iterators in the record, by the names of their types. */
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

/** Python's full names of the types that are in modules. */
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
  if (isIntType(actual)) return 'int';
  const { prototype, name } = actual as { readonly prototype?: unknown; readonly name: string };
  return prototype instanceof PyException ? prototype.name : name;
}
