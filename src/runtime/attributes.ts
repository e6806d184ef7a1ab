/**
 * Attributes of our types and of the host's objects: reading, setting and deleting them. The caller binds
 * methods, because calling them is the task of files above this one.
 */
import { PyAttributeError, PyException, PyUnicodeError } from '../exceptions/index.js';
import { BLOCKED, asSpecial, isSlice, tuple, typeName } from '../python/index.js';
import { missing } from './functions.js';
import { intValue } from './numbers.js';
import {
  CLASSES,
  classOf,
  classTypeName,
  isIntType,
  isRecordedClass,
  iteratorRecordOf,
  prototypeFor,
  recordOf,
  recordOfClass,
} from './records.js';
import { attributes } from './signatures.data.js';
import { signatureOf } from './signatures.js';
import type { Method } from './dispatch.js';

/** A bound method, the result of `self.name`. `call` passes keywords to it. */
export interface BoundMethod {
  (...args: unknown[]): unknown;
  /** The receiver. */
  readonly self: unknown;
  /** The name of the method. */
  readonly method: string;
}

/** The modules of the types that are not built in. */
export const MODULES: Readonly<Record<string, string>> = {
  Struct: '_struct',
  array: 'array',
  BytesIO: '_io',
  arrayiterator: 'array',
  unpack_iterator: '_struct',
};

/** Names of a type's data attributes. */
const DATA: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries(attributes).map(([type, names]) => [
    type,
    new Set(names.split(' ').filter((name) => !name.startsWith('_'))),
  ]),
);

/** Binds a method, found by its name, to its receiver. */
export type BindMethod = (self: unknown, name: string) => BoundMethod;

/**
 * Returns the method that a derived class defines or overrides, `BLOCKED` if it sets the name to None, and
 * null if the built-in method applies.
 */
export function ownMethod(self: unknown, name: string, type: string): Method | null {
  const cls = CLASSES[type];
  if (cls === undefined || (self as object).constructor === cls) return null;
  const base = prototypeFor(self, type);
  let at = self as object | null;
  while (at !== null && at !== base) {
    if (Object.hasOwn(at, name)) {
      const value = (at as Record<string, unknown>)[name];
      return name.startsWith('__')
        ? asSpecial(value)
        : typeof value === 'function'
          ? (value as Method)
          : null;
    }
    // A class that defines `__eq__` without `__hash__` sets `__hash__` to None.
    if (name === '__hash__' && Object.hasOwn(at, '__eq__')) return BLOCKED;
    at = Object.getPrototypeOf(at) as object | null;
  }
  return null;
}

/** `self.name`; `bindMethod` makes bound methods. CPython: Objects/object.c `PyObject_GenericGetAttr` */
export function attributeOf(self: unknown, name: string, bindMethod: BindMethod): unknown {
  const classType = recordOfClass(classOf(self));
  const type = classType ?? recordOf(self) ?? iteratorRecordOf(self);
  if (type === null) return hostAttribute(self, name, bindMethod);
  if (classType === null) {
    if (name === '__class__') return (self as object).constructor;
    if (name === '__dict__' && extended(self as object, type))
      return Object.fromEntries(Object.entries(self as object));
    const own = ownMethod(self, name, type);
    if (own === BLOCKED) return null;
    if (own === null && Object.hasOwn(self as object, name)) {
      return (self as Record<string, unknown>)[name];
    }
    if (DATA[type]!.has(name)) return (self as Record<string, unknown>)[name];
    if (name === '__module__' && attributes[type as 'bytes'].includes(name)) return MODULES[type];
  }
  if (name === '__doc__' || (name === '__hash__' && attributes[type as 'bytes'].includes(name))) return null;
  if (classType !== null && name === '__name__') return nameOfClass(self);
  if (!isRecorded(type, name) && ownMethod(self, name, type) === null) {
    if (classType === null) missing(self, name);
    throw new PyAttributeError(`type object '${classTypeName(self)}' has no attribute '${name}'`);
  }
  return bindMethod(self, name);
}

/** `type.__name__`, without the module. CPython: Objects/typeobject.c `type_name` */
function nameOfClass(cls: unknown): string {
  return classTypeName(cls).replace(/.*\./, '');
}

/** Whether one of our types has an attribute. In the record, the empty name stands for the constructor. */
function isRecorded(type: string, name: string): boolean {
  if (name === '') return false;
  return signatureOf(type, name) !== null || attributes[type as 'bytes'].split(' ').includes(name);
}

/** Whether a value of the host has one of the methods that `host-methods.ts` adds. */
function hasAddedMethod(self: unknown, name: string): boolean {
  if (name === 'encode') return typeof self === 'string';
  if (name === 'indices') return isSlice(self);
  if (name !== 'to_bytes' && name !== 'from_bytes') return false;
  return intValue(self) !== null || isIntType(classOf(self));
}

/** What an exception was made with. CPython: Objects/exceptions.c `BaseException.args` */
function argumentsOf(error: PyException): readonly unknown[] {
  if (error instanceof PyUnicodeError)
    return tuple(error.encoding, error.object, error.start, error.end, error.reason);
  return error.message === '' ? tuple() : tuple(error.message);
}

function hostAttribute(self: unknown, name: string, bindMethod: BindMethod): unknown {
  if (name === '__name__' && typeof self === 'function') return nameOfClass(self);
  if (self instanceof PyException && !Object.hasOwn(self, name)) {
    if (name === '__class__') return self.constructor;
    if (name === 'args') return argumentsOf(self);
  }
  if (typeof self === 'object' && self !== null && !Array.isArray(self)) {
    const value = (self as Record<string, unknown>)[name];
    // Functions of the class are methods, those that an object holds itself are values.
    if (typeof value === 'function' && !Object.hasOwn(self, name)) return bindMethod(self, name);
    if (value !== undefined || name in self) return value;
  }
  return hasAddedMethod(self, name) ? bindMethod(self, name) : missing(self, name);
}

/** Whether an object can have attributes of its own: only streams and instances of derived classes can. */
function extended(self: object, type: string): boolean {
  return type === 'BytesIO' || (CLASSES[type] !== undefined && !isRecordedClass(self.constructor));
}

function refuse(self: unknown, name: string, type: string): never {
  if (DATA[type]!.has(name)) {
    // A Struct's attributes are members of a C structure, those of other types are properties.
    if (type === 'Struct') throw new PyAttributeError('readonly attribute');
    const owner = classTypeName(CLASSES[type]!);
    throw new PyAttributeError(`attribute '${name}' of '${owner}' objects is not writable`);
  }
  if (isRecorded(type, name))
    throw new PyAttributeError(`'${typeName(self)}' object attribute '${name}' is read-only`);
  return missing(self, name, ' and no __dict__ for setting new attributes');
}

/**
 * `self.name = value`. Only streams and objects of derived classes take new attributes.
 *
 * @throws PyAttributeError `attribute 'format' of 'memoryview' objects is not writable`,
 *   `'bytes' object attribute 'find' is read-only`,
 *   `'bytes' object has no attribute 'x' and no __dict__ for setting new attributes`
 *
 * CPython: Objects/object.c `PyObject_GenericSetAttr`
 */
export function setAttribute(self: unknown, name: string, value: unknown): void {
  const type = recordOf(self) ?? iteratorRecordOf(self);
  if (type !== null && (!extended(self as object, type) || DATA[type]!.has(name))) refuse(self, name, type);
  if (typeof self !== 'object' || self === null || Array.isArray(self)) {
    missing(self, name, ' and no __dict__ for setting new attributes');
  }
  (self as Record<string, unknown>)[name] = value;
}

/**
 * `del self.name`, refused like {@link setAttribute}.
 *
 * CPython: Objects/object.c `PyObject_GenericSetAttr`
 */
export function deleteAttribute(self: unknown, name: string): void {
  const type = recordOf(self) ?? iteratorRecordOf(self);
  if (type !== null && (!extended(self as object, type) || DATA[type]!.has(name))) refuse(self, name, type);
  if (typeof self !== 'object' || self === null || !Object.hasOwn(self, name)) missing(self, name);
  delete (self as Record<string, unknown>)[name];
}
