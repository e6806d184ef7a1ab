/**
 * Finds the slots and special methods of a value, and does the operations that use both: comparison, hash,
 * iteration. The rest of this room calls it.
 */
import { ByteArray, Bytes } from '../bytes/index.js';
import { PyTypeError } from '../exceptions/index.js';
import { reprValue } from '../formats/repr-value.js';
import { MemoryView } from '../memoryview/index.js';
import {
  brandOf,
  BLOCKED,
  NotImplemented,
  asInt,
  isComplex,
  isFloat,
  isIntLike,
  isPlainObject,
  isTrue,
  isMap,
  isSet,
  isSlice,
  isTuple,
  iterate,
  tryIterate,
  typeName,
} from '../python/index.js';
import type { SpecialMethod } from '../python/index.js';
import { hashIdentity } from './hash.js';
import { classOf, isOwn, isRecordedClass } from './records.js';
import { hostSlots } from './slots/host.js';
import { ARRAY, BYTEARRAY, BYTES, MEMORYVIEW } from './slots/ours.js';
import { SYMBOLS, satisfies } from './slots/slots.js';
import type { Comparison, Slots } from './slots/slots.js';

/** A method of the source language. */
export type Method = SpecialMethod;

const host = hostSlots({ equal, compare, hash, repr: reprValue, iterate: iteratorOf });

/** The slots of a value's type. CPython: `Py_TYPE(o)` */
export function slotsOf(value: unknown): Slots {
  switch (typeof value) {
    case 'number':
    case 'bigint':
    case 'boolean':
      return host.number;
    case 'string':
      return host.text;
    case 'object':
      return value === null ? host.other : objectSlots(value);
    default:
      return host.other;
  }
}

function objectSlots(value: object): Slots {
  switch (brandOf(value)) {
    case 'bytes':
      return BYTES;
    case 'bytearray':
      return BYTEARRAY;
    case 'memoryview':
      return MEMORYVIEW;
    case 'array':
      return ARRAY;
  }
  return hostObjectSlots(value);
}

// A separate function, so that V8 inlines its caller, which answers most calls itself.
function hostObjectSlots(value: object): Slots {
  if (Array.isArray(value)) return isTuple(value) ? host.tuple : host.list;
  if (isFloat(value)) return host.number;
  if (isSlice(value)) return host.slice;
  if (isMap(value)) return host.map;
  if (isSet(value)) return host.set;
  if (isComplex(value)) return host.complex;
  return isPlainObject(value) ? host.plain : host.object;
}

/**
 * A special method that a value's class in the source language defines; `BLOCKED` if the class sets it to
 * None, and null if there is no class or it leaves the operation to the built-in type.
 */
export function methodOf(value: unknown, name: string): Method | null {
  if (typeof value !== 'object' || value === null) return null;
  // Most values are of a built-in type. Failing to find a name on a whole prototype chain costs more than
  // this check.
  const cls: unknown = value.constructor;
  if (cls === Bytes || cls === ByteArray || cls === MemoryView || cls === Array) return null;
  const method = (value as Readonly<Record<string, unknown>>)[name];
  if (typeof method === 'function') return method as Method;
  return method === null ? BLOCKED : null;
}

/**
 * Whether the class of `value` is a proper subclass of the class of `other`, so that its reflected methods go
 * first.
 */
export function isSubclassInstance(value: unknown, other: unknown): boolean {
  if (typeof value !== 'object' || value === null || typeof other !== 'object' || other === null)
    return false;
  const parent = (other as { constructor?: unknown }).constructor;
  const cls = (value as { constructor?: unknown }).constructor;
  if (typeof parent !== 'function' || cls === parent) return false;
  // An arrow function has no prototype, and `instanceof` throws then.
  const { prototype } = parent as { prototype?: unknown };
  if (typeof prototype === 'object' && prototype !== null && value instanceof (parent as new () => object))
    return true;
  // Each copy of the library has its own class for a type.
  const brand = brandOf(value);
  return brand !== undefined && brand === brandOf(other) && isRecordedClass(parent) && !isRecordedClass(cls);
}

/** `left is right`; equal strings and numbers of the host are one object. CPython: `Py_Is` */
export function identical(left: unknown, right: unknown): boolean {
  if (left === right || ((left ?? null) === null && (right ?? null) === null)) return true;
  // A builtin such as `bytes` and the class behind it are one type.
  return typeof left === 'function' && typeof right === 'function' && classOf(left) === classOf(right);
}

const METHODS: Readonly<Record<Comparison, string>> = {
  lt: '__lt__',
  le: '__le__',
  eq: '__eq__',
  ne: '__ne__',
  gt: '__gt__',
  ge: '__ge__',
};
const SWAPPED: Readonly<Record<Comparison, Comparison>> = {
  lt: 'gt',
  le: 'ge',
  eq: 'eq',
  ne: 'ne',
  gt: 'lt',
  ge: 'le',
};

/** Asks one side: the method of its class, or else the slot of its type. */
function compareSide(operation: Comparison, self: unknown, other: unknown): unknown {
  const method = methodOf(self, METHODS[operation]);
  if (method !== null) return method.call(self, other);
  const slot = slotsOf(self).compare;
  if (operation === 'ne' && slot === undefined) {
    const equality = methodOf(self, '__eq__');
    if (equality !== null) {
      const result = equality.call(self, other);
      return result === NotImplemented ? NotImplemented : !isTrue(result);
    }
  }
  return slot === undefined ? NotImplemented : slot(operation, self, other);
}

/**
 * `left < right` and the other comparisons. Asks the left side, then the right side with the mirrored
 * operator; the right side goes first if its class derives from the left side's.
 *
 * @throws PyTypeError `'<' not supported between instances of 'bytes' and 'str'`
 *
 * CPython: Objects/object.c `PyObject_RichCompare`
 */
export function compare(operation: Comparison, left: unknown, right: unknown): unknown {
  if (typeof left === 'number' && typeof right === 'number') {
    return satisfies(operation, left < right ? -1 : left > right ? 1 : left === right ? 0 : NaN);
  }
  if (isOwn(left) && isOwn(right)) {
    // Neither side can override anything. Only a bytearray knows how to order the two types.
    if (operation === 'eq') return left.equals(right);
    if (right.constructor === Bytes) return BYTES.compare!(operation, left, right);
  }
  const rightFirst = isSubclassInstance(right, left);
  let result = rightFirst ? compareSide(SWAPPED[operation], right, left) : NotImplemented;
  if (result === NotImplemented) result = compareSide(operation, left, right);
  if (result === NotImplemented && !rightFirst) result = compareSide(SWAPPED[operation], right, left);
  if (result !== NotImplemented) return result;
  if (operation === 'eq') return identical(left, right);
  if (operation === 'ne') return !identical(left, right);
  throw new PyTypeError(
    `'${SYMBOLS[operation]}' not supported between instances of '${typeName(left)}' and '${typeName(right)}'`,
  );
}

/** Whether two values are identical or equal. CPython: Objects/object.c `PyObject_RichCompareBool` */
export function equal(left: unknown, right: unknown): boolean {
  return (left === right && left === left) || isTrue(compare('eq', left, right));
}

/**
 * `hash(value)` as a bigint of the ABI's width.
 *
 * @throws PyTypeError `unhashable type: 'bytearray'`
 *
 * CPython: Objects/object.c `PyObject_Hash`
 */
export function hash(value: unknown): bigint {
  const method = methodOf(value, '__hash__');
  if (method !== null && method !== BLOCKED) {
    const result = method.call(value);
    if (!isIntLike(result)) throw new PyTypeError('__hash__ method should return an integer');
    return BigInt(asInt(result));
  }
  const slot = slotsOf(value).hash;
  // A class that defines `__eq__` without `__hash__` is unhashable.
  if (slot === null || method === BLOCKED || methodOf(value, '__eq__') !== null) {
    throw new PyTypeError(`unhashable type: '${typeName(value)}'`);
  }
  const hashed = classOf(value);
  return slot === undefined ? hashIdentity(hashed as object) : slot(hashed);
}

/**
 * `iter(value)`; null if the value cannot be iterated over. CPython: Objects/abstract.c `PyObject_GetIter`
 */
export function tryIterator(value: unknown): Iterator<unknown> | null {
  if (methodOf(value, '__iter__') !== null) return iterate(value);
  const slot = slotsOf(value).iterate;
  return slot === undefined ? tryIterate(value) : slot(value);
}

/**
 * `iter(value)`.
 *
 * @throws PyTypeError `'int' object is not iterable`
 */
export function iteratorOf(value: unknown): Iterator<unknown> {
  const iterator = tryIterator(value);
  if (iterator === null) throw new PyTypeError(`'${typeName(value)}' object is not iterable`);
  return iterator;
}

/** Whether iterating over a value yields its bytes, because no subclass changed that. */
function isPlainContent(value: unknown): value is Bytes | ByteArray {
  if (methodOf(value, '__iter__') !== null) return false;
  return (
    (brandOf(value) === 'bytes' &&
      value instanceof Bytes &&
      value[Symbol.iterator] === Bytes.prototype[Symbol.iterator]) ||
    (brandOf(value) === 'bytearray' &&
      value instanceof ByteArray &&
      value[Symbol.iterator] === ByteArray.prototype[Symbol.iterator])
  );
}

/** The items of an iterable in a new array. */
export function itemsOf(value: unknown): unknown[] {
  if (isPlainContent(value)) return Bytes.prototype.tolist.call(value);
  const items: unknown[] = [];
  const iterator = iteratorOf(value);
  for (let step = iterator.next(); step.done !== true; step = iterator.next()) items.push(step.value);
  return items;
}
