/**
 * Makes objects of our types with Python's arguments: `cls(...)` and `cls.__new__(cls, ...)`. Callers are
 * `call` and the special methods that every object has.
 */
import { ByteArray, Bytes } from '../bytes/index.js';
import { PyTypeError } from '../exceptions/index.js';
import { MemoryView } from '../memoryview/index.js';
import { typeName } from '../python/index.js';
import { dictsApart, isTakenAsItIs, trimmed } from './arguments.js';
import { bind } from './bind.js';
import type { Kwargs } from './bind.js';
import { CLASSES, classTypeName, isRecordedClass, recordOfClass } from './records.js';
import { signatureOf } from './signatures.js';

/** A class whose constructor is called with Python's arguments. */
export type Constructor = new (...args: readonly unknown[]) => object;

/** Binds the arguments of a recorded constructor and converts them for our classes. */
export function constructorArguments(type: string, args: readonly unknown[], kwargs: Kwargs): unknown[] {
  return trimmed(dictsApart(bind(signatureOf(type, '')!, args, kwargs)));
}

/**
 * `cls(*args, **kwargs)`. A derived class is called in JavaScript's way, with keywords in an object at the
 * end. Our constructors accept that object if the class passes it on.
 */
export function construct(cls: Constructor, type: string, args: readonly unknown[], kwargs: Kwargs): object {
  if (cls === (CLASSES[type] as unknown) || isRecordedClass(cls)) {
    // Most calls pass one argument that needs no conversion.
    if (kwargs === undefined || kwargs === null) {
      if (args.length === 1 && isTakenAsItIs(args[0])) return new cls(args[0]);
      if (args.length === 0 && (type === 'bytes' || type === 'bytearray')) return new cls();
    }
    return new cls(...constructorArguments(type, args, kwargs));
  }
  return hasKeywords(kwargs) ? new cls(...args, kwargs) : new cls(...args);
}

/**
 * The object that a class makes of one argument without conversion; null for other classes and arguments. A
 * class that is named here is constructed in a third of the time.
 */
export function madeOf(cls: unknown, source: unknown): object | null {
  if (!isTakenAsItIs(source)) return null;
  if (cls === Bytes) return new Bytes(source as Bytes);
  if (cls === ByteArray) return new ByteArray(source as Bytes);
  return cls === MemoryView ? new MemoryView(source as Bytes) : null;
}

/** Whether a call has keywords. */
export function hasKeywords(kwargs: Kwargs): boolean {
  return kwargs !== null && kwargs !== undefined && Object.keys(kwargs).length > 0;
}

/** `type.__new__(cls, *args)`. CPython: Objects/typeobject.c `tp_new_wrapper` */
export function create(type: string, args: readonly unknown[], kwargs: Kwargs): object {
  const [cls, ...rest] = args;
  const base = classTypeName(CLASSES[type]);
  const method = `${base}.__new__`;
  if (args.length === 0) throw new PyTypeError(`${method}(): not enough arguments`);
  if (typeof cls !== 'function') {
    throw new PyTypeError(`${method}(X): X is not a type object (${typeName(cls)})`);
  }
  if (recordOfClass(cls) !== type) {
    const name = classTypeName(cls);
    throw new PyTypeError(`${method}(${name}): ${name} is not a subtype of ${base}`);
  }
  // `__init__` fills a bytearray, so `__new__` ignores its arguments.
  if (type === 'bytearray') return new (cls as Constructor)();
  return construct(cls as Constructor, type, rest, kwargs);
}
