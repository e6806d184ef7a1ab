/**
 * Makes objects of our types with Python's arguments: `cls(...)` and `cls.__new__(cls, ...)`. Callers are
 * `call` and the special methods that every object has.
 */
import { ByteArray, Bytes } from '../bytes/index.js';
import { PyException, PyTypeError } from '../exceptions/index.js';
import { MemoryView } from '../memoryview/index.js';
import { TYPE_NAME, typeName } from '../python/index.js';
import { dictsApart, isTakenAsItIs, trimmed } from './arguments.js';
import { bind } from './bind.js';
import type { Kwargs } from './bind.js';
import { CLASSES, classOf, classTypeName, isRecordedClass, recordOfClass } from './records.js';
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
  const base = classTypeName(CLASSES[type]);
  const [given, ...rest] = args;
  const cls = classOf(given);
  if (args.length === 0 || recordOfClass(cls) !== type) throw notOfType(base, args);
  // `__init__` fills a bytearray, so `__new__` ignores its arguments.
  if (type === 'bytearray') return new (cls as Constructor)();
  return construct(cls as Constructor, type, rest, kwargs);
}

/**
 * The error of `__new__` for a first argument that is no class of the type.
 *
 * CPython: Objects/typeobject.c `tp_new_wrapper`
 */
function notOfType(base: string, args: readonly unknown[]): Error {
  const [cls] = args;
  const method = `${base}.__new__`;
  if (args.length === 0) return new PyTypeError(`${method}(): not enough arguments`);
  const type = typeName(cls);
  if (type !== 'type') return new PyTypeError(`${method}(X): X is not a type object (${type})`);
  const name = classTypeName(cls);
  return new PyTypeError(`${method}(${name}): ${name} is not a subtype of ${base}`);
}

/** Python's names of the types whose objects only functions make. */
const ITERATOR = /_iterator$|\barrayiterator$/;

/**
 * `iterator.__new__(cls)`, which iterators inherit from `object`; `reversed` has its own.
 *
 * CPython: Objects/typeobject.c `object_new`, `tp_new_wrapper`
 */
export function createObject(type: string, args: readonly unknown[]): object {
  const cls = classOf(args[0]);
  if (args.length === 0 || typeName(args[0]) !== 'type' || type === 'reversed')
    throw notOfType(type === 'reversed' ? type : 'object', args);
  const { prototype } = cls as { prototype?: object };
  // A builtin that represents a type of the host has no prototype of its instances.
  const isBuiltin = args[0] !== cls || Object.hasOwn(cls as object, TYPE_NAME);
  const made = isBuiltin ? null : (Object.create(prototype!) as { readonly [TYPE_NAME]?: unknown });
  const own = made?.[TYPE_NAME];
  if (typeof own === 'string' && ITERATOR.test(own))
    throw new PyTypeError(`cannot create '${own}' instances`);
  if (made !== null && own === undefined && !(prototype instanceof PyException)) return made;
  const name = classTypeName(cls);
  throw new PyTypeError(`object.__new__(${name}) is not safe, use ${name}.__new__()`);
}
