/**
 * Length, truth and subscripts of any value, Python's or the host's. A method of the source language takes
 * precedence over the type's slot. Operators and builtins call these functions.
 */
import { ByteArray, Bytes } from '../bytes/index.js';
import { PyAttributeError, PyTypeError } from '../exceptions/index.js';
import { MemoryView } from '../memoryview/index.js';
import { BLOCKED, Slice, asIndex, asLength, isIntLike, isTrue, typeName } from '../python/index.js';
import { typeItem } from './generic-alias.js';
import { exactRecordOf, isBranded } from './records.js';
import { equal, identical, methodOf, slotsOf, tryIterator } from './dispatch.js';

/**
 * `len(value)`.
 *
 * @throws PyTypeError `object of type 'int' has no len()`
 *
 * CPython: Objects/abstract.c `PyObject_Size`
 */
export function lengthOf(value: unknown): number {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const cls: unknown = value.constructor;
    if ((cls === Bytes || cls === ByteArray) && isBranded(value)) return (value as Bytes).length;
  }
  return lengthOfAny(value);
}

/** {@link lengthOf} for other values; separate, so that V8 inlines that. */
function lengthOfAny(value: unknown): number {
  const method = methodOf(value, '__len__');
  if (method !== null) return asLength(method.call(value));
  const slot = slotsOf(value).length;
  if (slot === undefined) throw new PyTypeError(`object of type '${typeName(value)}' has no len()`);
  return slot(value);
}

/** `bool(value)`, by Python's rules. CPython: Objects/object.c `PyObject_IsTrue` */
export function truthOf(value: unknown): boolean {
  const kind = exactRecordOf(value);
  // Looking for `__bool__` on our objects would walk their whole prototype chain.
  return kind === 'bytes' || kind === 'bytearray' ? (value as Bytes | ByteArray).length > 0 : isTrue(value);
}

/**
 * `container[key]`.
 *
 * @throws PyTypeError `'int' object is not subscriptable`, `type 'bytes' is not subscriptable`
 *
 * CPython: Objects/abstract.c `PyObject_GetItem`
 */
export function getItem(container: unknown, key: unknown): unknown {
  // This function reads the container's properties itself, so that V8 sees few classes at each of these
  // places.
  if (typeof key === 'number' && typeof container === 'object' && container !== null) {
    if (Array.isArray(container)) {
      if (container.constructor === Array && isPlace(key, container.length)) return container[key] as unknown;
    } else {
      const cls: unknown = container.constructor;
      if ((cls === Bytes || cls === ByteArray) && isBranded(container)) return (container as Bytes).get(key);
    }
  }
  return getItemOf(container, key);
}

/** {@link getItem} for other keys and containers; separate, so that V8 inlines that. */
function getItemOf(container: unknown, key: unknown): unknown {
  if (
    key instanceof Slice &&
    typeof container === 'object' &&
    container !== null &&
    !Array.isArray(container)
  ) {
    const cls: unknown = container.constructor;
    // Nothing is overridden here. Passing a slice's parts one by one saves a check of the key.
    if ((cls === Bytes || cls === ByteArray) && isBranded(container)) {
      const { start, stop, step } = key;
      return (container as Bytes | ByteArray).slice(start ?? undefined, stop ?? undefined, step ?? undefined);
    }
    if (cls === MemoryView && isBranded(container))
      return (container as MemoryView).slice(key.start, key.stop, key.step);
  }
  const method = methodOf(container, '__getitem__');
  if (method !== null) return method.call(container, key);
  const slot = slotsOf(container).getItem;
  if (slot !== undefined) return slot(container, key);
  const type = typeName(container);
  if (type === 'type') return typeItem(container, key);
  throw new PyTypeError(`'${type}' object is not subscriptable`);
}

/** Whether a key is a non-negative index of a list. Negative zero is a float. */
function isPlace(key: unknown, length: number): key is number {
  return Number.isInteger(key) && (key as number) < length && ((key as number) > 0 || Object.is(key, 0));
}

/**
 * `container[key] = value`.
 *
 * @throws PyTypeError `'bytes' object does not support item assignment`
 *
 * CPython: Objects/abstract.c `PyObject_SetItem`
 */
export function setItem(container: unknown, key: unknown, value: unknown): void {
  if (typeof container === 'object' && container !== null && !Array.isArray(container)) {
    if (container.constructor === ByteArray && isBranded(container)) {
      (container as ByteArray).set(key as number, value as number);
      return;
    }
  }
  setItemOf(container, key, value);
}

/** {@link setItem} for other containers; separate, so that V8 inlines that. */
function setItemOf(container: unknown, key: unknown, value: unknown): void {
  const method = methodOf(container, '__setitem__');
  const slot = slotsOf(container).setItem;
  if (method !== null) method.call(container, key, value);
  else if (slot !== undefined) slot(container, key, value);
  else {
    if (methodOf(container, '__delitem__') !== null) throw new PyAttributeError('__setitem__');
    // CPython converts the index before it checks the type.
    if (indexes(container, key)) asIndex(key);
    throw new PyTypeError(`'${typeName(container)}' object does not support item assignment`);
  }
}

/**
 * `del container[key]`.
 *
 * @throws PyTypeError `'bytes' object doesn't support item deletion`
 *
 * CPython: Objects/abstract.c `PyObject_DelItem`
 */
export function deleteItem(container: unknown, key: unknown): void {
  const method = methodOf(container, '__delitem__');
  const slots = slotsOf(container);
  if (method !== null) method.call(container, key);
  else if (slots.deleteItem !== undefined) slots.deleteItem(container, key);
  else {
    // In CPython one slot serves both methods of a class, and looks the missing one up.
    if (methodOf(container, '__setitem__') !== null) throw new PyAttributeError('__delitem__');
    // Two functions of CPython refuse this, with different messages.
    const indexed = indexes(container, key);
    if (indexed) asIndex(key);
    throw new PyTypeError(
      `'${typeName(container)}' object ${indexed ? "doesn't" : 'does not'} support item deletion`,
    );
  }
}

/**
 * An iterator; null if there is none, or if `__iter__` raises a TypeError.
 *
 * CPython: Objects/abstract.c `_PySequence_IterSearch`
 */
export function iteratorForSearch(container: unknown): Iterator<unknown> | null {
  try {
    return tryIterator(container);
  } catch (error) {
    if (error instanceof PyTypeError) return null;
    throw error;
  }
}

/** Whether CPython converts a key to an index before it finds that the type has no item assignment. */
function indexes(container: unknown, key: unknown): boolean {
  const slots = slotsOf(container);
  return (slots.sequence === true || slots.hasSequenceTable?.(container) === true) && isIntLike(key);
}

/**
 * `item in container`.
 *
 * @throws PyTypeError `argument of type 'int' is not a container or iterable`
 *
 * CPython: Objects/abstract.c `PySequence_Contains`
 */
export function containsItem(container: unknown, item: unknown): boolean {
  const method = methodOf(container, '__contains__');
  if (method === BLOCKED) throw new PyTypeError(`'${typeName(container)}' object is not a container`);
  if (method !== null) return isTrue(method.call(container, item));
  const slots = slotsOf(container);
  const iter = methodOf(container, '__iter__');
  if (slots.contains !== undefined && (iter === null || slots.sequence === true)) {
    return slots.contains(container, item);
  }
  const iterator = iter === BLOCKED ? null : iteratorForSearch(container);
  if (iterator === null) {
    throw new PyTypeError(`argument of type '${typeName(container)}' is not a container or iterable`);
  }
  for (let step = iterator.next(); step.done !== true; step = iterator.next()) {
    if (identical(step.value, item) || equal(step.value, item)) return true;
  }
  return false;
}
