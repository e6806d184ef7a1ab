import { PyAttributeError } from '../exceptions/index.js';
import { typeName } from '../python/index.js';
import { callMethod, ownMethod } from './call.js';
import { CLASSES, classOf, classTypeName, recordOf, recordOfClass } from './records.js';
import { attributes } from './signatures.data.js';
import { signatureOf } from './signatures.js';

/** A method together with its receiver: what `self.name` gives. `call` passes keywords to it. */
export interface BoundMethod {
  (...args: unknown[]): unknown;
  /** The receiver. */
  readonly self: unknown;
  /** The name of the method. */
  readonly method: string;
}

/** Names of a type that are data, not methods. */
const DATA: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries(attributes).map(([type, names]) => [
    type,
    new Set(names.split(' ').filter((name) => !name.startsWith('_'))),
  ]),
);

function missing(self: unknown, name: string, more = ''): never {
  throw new PyAttributeError(`'${typeName(self)}' object has no attribute '${name}'${more}`);
}

/**
 * `self.name`: a data attribute, or a method bound to its receiver.
 *
 * @throws PyAttributeError `'bytes' object has no attribute 'foo'`, `type object 'bytes' has no attribute 'foo'`
 *
 * CPython: Objects/object.c `PyObject_GenericGetAttr`
 *
 * @example
 * ```ts
 * getAttribute(new MemoryView(new Bytes('abc', 'ascii')), 'nbytes') // 3
 * getAttribute(new Bytes(), 'foo') // AttributeError: 'bytes' object has no attribute 'foo'
 * ```
 */
export function getAttribute(self: unknown, name: string): unknown {
  const classType = recordOfClass(classOf(self));
  const type = classType ?? recordOf(self);
  if (type === null) return hostAttribute(self, name);
  if (classType === null) {
    if (name === '__class__') return (self as object).constructor;
    if (name === '__dict__' && extended(self as object, type))
      return Object.fromEntries(Object.entries(self as object));
    if (ownMethod(self, name, type) === null && Object.hasOwn(self as object, name)) {
      return (self as Record<string, unknown>)[name];
    }
    if (DATA[type]!.has(name)) return (self as Record<string, unknown>)[name];
  }
  if (name === '__doc__' || (name === '__hash__' && attributes[type as 'bytes'].includes(name))) return null;
  if (classType !== null && name === '__name__') return classTypeName(self).replace(/^.*\./, '');
  const known = signatureOf(type, name) !== null || attributes[type as 'bytes'].split(' ').includes(name);
  if (!known && ownMethod(self, name, type) === null) {
    if (classType === null) missing(self, name);
    throw new PyAttributeError(`type object '${classTypeName(self)}' has no attribute '${name}'`);
  }
  return bound(self, name);
}

function bound(self: unknown, name: string): BoundMethod {
  const method = (...args: unknown[]) => callMethod(self, name, args);
  return Object.assign(method, { self, method: name });
}

function hostAttribute(self: unknown, name: string): unknown {
  if (typeof self === 'object' && self !== null && !Array.isArray(self)) {
    const value = (self as Record<string, unknown>)[name];
    if (typeof value === 'function') return bound(self, name);
    if (value !== undefined || name in self) return value;
  }
  return missing(self, name);
}

/** Whether an object's class was derived from ours, and so can carry attributes of its own. */
function extended(self: object, type: string): boolean {
  return self.constructor !== CLASSES[type];
}

function refuse(self: unknown, name: string, type: string): never {
  if (DATA[type]!.has(name)) {
    throw new PyAttributeError(`attribute '${name}' of '${typeName(self)}' objects is not writable`);
  }
  const known = signatureOf(type, name) !== null || attributes[type as 'bytes'].split(' ').includes(name);
  if (known) throw new PyAttributeError(`'${typeName(self)}' object attribute '${name}' is read-only`);
  return missing(self, name, ' and no __dict__ for setting new attributes');
}

/**
 * `self.name = value`. Only objects of derived classes take attributes.
 *
 * @throws PyAttributeError `attribute 'format' of 'memoryview' objects is not writable`,
 *   `'bytes' object attribute 'find' is read-only`,
 *   `'bytes' object has no attribute 'x' and no __dict__ for setting new attributes`
 *
 * CPython: Objects/object.c `PyObject_GenericSetAttr`
 */
export function setAttribute(self: unknown, name: string, value: unknown): void {
  const type = recordOf(self);
  if (type !== null && (!extended(self as object, type) || DATA[type]!.has(name))) refuse(self, name, type);
  if (typeof self !== 'object' || self === null || Array.isArray(self)) {
    missing(self, name, ' and no __dict__ for setting new attributes');
  }
  (self as Record<string, unknown>)[name] = value;
}

/**
 * `del self.name`, refused as {@link setAttribute} is.
 *
 * CPython: Objects/object.c `PyObject_GenericSetAttr`
 */
export function deleteAttribute(self: unknown, name: string): void {
  const type = recordOf(self);
  if (type !== null && (!extended(self as object, type) || DATA[type]!.has(name))) refuse(self, name, type);
  if (typeof self !== 'object' || self === null || !Object.hasOwn(self, name)) missing(self, name);
  delete (self as Record<string, unknown>)[name];
}
