import { ByteArray, bytesOfRange } from '../bytes/index.js';
import { encode } from '../codecs/index.js';
import { PyArray } from '../companions/array/index.js';
import { intFromBytes, intToBytes } from '../companions/int/index.js';
import * as struct from '../companions/struct/index.js';
import { PyAttributeError, PyTypeError } from '../exceptions/index.js';
import { MemoryView } from '../memoryview/index.js';
import { TYPE_NAME, isOptions, isTuple, specialMethod, typeName } from '../python/index.js';
import { bind } from './bind.js';
import type { Kwargs } from './bind.js';
import { DUNDERS } from './dunders.js';
import { boxFloats, boxesFloats } from './floats.js';
import { boxStruct } from './struct-floats.js';
import { intValue, makeInt } from './numbers.js';
import { CLASSES, IntType, classOf, classTypeName, recordOf, recordOfClass } from './records.js';
import { attributes } from './signatures.data.js';
import { signatureOf } from './signatures.js';
import type { Signature } from './signatures.js';
import { boxedItem, holdsFloats } from './slots/ours.js';
import type { Method } from './values.js';

type Args = readonly unknown[];
type Constructor = new (...args: Args) => object;
type Methods = Readonly<Record<string, Method>>;

/**
 * Calls a method with Python's arguments: any public name and any special method of our types, on an instance or, as
 * Python does, on the class with the instance as first argument. Special methods answer for one side only and give
 * NotImplemented where CPython's do. Other objects are asked for a method of that name.
 *
 * @param self the receiver, or a class
 * @param name Python's name of the method
 * @param args the positional arguments; a frozen array is a tuple, any other a list, null is None
 * @param kwargs the keyword arguments
 * @returns what the method gives, None as null
 * @throws PyTypeError in CPython's words where the arguments do not fit
 * @throws PyAttributeError `'bytes' object has no attribute 'foo'`
 *
 * CPython: Objects/call.c `PyObject_VectorcallMethod`
 *
 * @example
 * ```ts
 * callMethod(new Bytes('a,b', 'ascii'), 'split', [], { sep: new Bytes(',', 'ascii') }) // [b'a', b'b']
 * callMethod(new Bytes('a,b', 'ascii'), 'split', [1, 2, 3]) // TypeError: split() takes at most 2 arguments (3 given)
 * callMethod(Bytes, 'fromhex', ['6162']) // b'ab'
 * ```
 */
export function callMethod(self: unknown, name: string, args: Args = [], kwargs?: Kwargs): unknown {
  const type = recordOf(self);
  if (type !== null) {
    const own = ownMethod(self, name, type);
    return own === null ? invoke(self, type, name, args, kwargs) : none(apply(own, self, args, kwargs));
  }
  const cls = classOf(self);
  const classType = recordOfClass(cls);
  if (classType !== null) return callOnClass(cls as Constructor, classType, name, args, kwargs);
  return callHost(self, name, args, kwargs);
}

/**
 * Calls a class or a function with Python's arguments.
 *
 * @throws PyTypeError `memoryview() missing required argument 'object' (pos 1)`, `'int' object is not callable`
 *
 * CPython: Objects/call.c `PyObject_Call`
 *
 * @example
 * ```ts
 * call(Bytes, ['é'], { encoding: 'utf-8' }) // b'\xc3\xa9'
 * call(MemoryView, []) // TypeError: memoryview() missing required argument 'object' (pos 1)
 * ```
 */
export function call(callable: unknown, args: Args = [], kwargs?: Kwargs): unknown {
  const cls = classOf(callable);
  const classType = recordOfClass(cls);
  if (classType !== null) return construct(cls as Constructor, classType, args, kwargs);
  if (typeof callable !== 'function') {
    const method = specialMethod(callable, '__call__');
    if (method === null) throw new PyTypeError(`'${typeName(callable)}' object is not callable`);
    return none(apply(method, callable, args, kwargs));
  }
  const bound = callable as unknown as { self?: unknown; method?: string };
  if (typeof bound.method === 'string') return callMethod(bound.self, bound.method, args, kwargs);
  if (typeName(callable) === 'type') return new (callable as Constructor)(...args);
  return none(apply(callable as Method, null, args, kwargs));
}

/** Keywords go to functions of the source language as JavaScript has them: in an object at the end. */
function apply(method: Method, self: unknown, args: Args, kwargs: Kwargs): unknown {
  const named = kwargs !== null && kwargs !== undefined && Object.keys(kwargs).length > 0;
  return named ? method.call(self, ...args, kwargs) : method.apply(self, args as unknown[]);
}

/** Functions without a result give None. */
function none(value: unknown): unknown {
  return value === undefined ? null : value;
}

function construct(cls: Constructor, type: string, args: Args, kwargs: Kwargs): object {
  // The constructor of a derived class has parameters of its own.
  if (cls !== CLASSES[type] && Object.hasOwn(cls.prototype as object, 'constructor') && ownConstructor(cls)) {
    return apply((...all) => new cls(...all), null, args, kwargs) as object;
  }
  return new cls(...trimmed(listsApart(bind(signatureOf(type, '')!, args, kwargs))));
}

/** Whether a class is written with a constructor; one that takes nothing by name gets it as written. */
function ownConstructor(cls: Constructor): boolean {
  return /\bconstructor\s*\(/.test(Function.prototype.toString.call(cls));
}

/** A method that a derived class defines or overrides; null where ours is to be called. */
export function ownMethod(self: unknown, name: string, type: string): Method | null {
  const base = CLASSES[type]!.prototype as object;
  let at = self as object | null;
  if ((self as object).constructor === CLASSES[type]) return null;
  while (at !== null && at !== base) {
    if (Object.hasOwn(at, name)) {
      const value = (at as Record<string, unknown>)[name];
      return typeof value === 'function' ? (value as Method) : null;
    }
    at = Object.getPrototypeOf(at) as object | null;
  }
  return null;
}

/** @throws PyAttributeError */
function missing(self: unknown, name: string): never {
  throw new PyAttributeError(`'${typeName(self)}' object has no attribute '${name}'`);
}

/** Calls a method of one of our types, by the record. */
function invoke(self: unknown, type: string, name: string, args: Args, kwargs: Kwargs): unknown {
  const signature = name === '' ? null : signatureOf(type, name);
  if (signature === null) return invokeUnrecorded(self, type, name, args, kwargs);
  const bound = bind(named(signature, self), args, kwargs);
  const dunder = Object.hasOwn(DUNDERS, name) ? DUNDERS[name]! : null;
  if (dunder !== null) return dunder(self, bound);
  const result = none(
    target(self, type, signature).apply(receiver(self, type, signature), prepare(name, type, bound)),
  );
  return boxesFloats() ? boxResult(self, type, name, result) : result;
}

/** A class method's errors name the class it was called on. */
function named(signature: Signature, self: unknown): Signature {
  if (signature.binding !== 'class' || signature.convention !== 'one') return signature;
  const cls = typeof self === 'function' ? self : (self as object).constructor;
  if (cls === CLASSES[signature.type]) return signature;
  return { ...signature, qualifiedName: `${classTypeName(cls)}.${signature.name}` };
}

function receiver(self: unknown, type: string, signature: Signature): unknown {
  if (signature.binding === 'instance') return self;
  if (signature.binding === 'static') return CLASSES[type];
  return typeof self === 'function' ? self : (self as object).constructor;
}

function target(self: unknown, type: string, signature: Signature): Method {
  // The type's own, also where a derived class has another: that was looked for already.
  const owner = (
    signature.binding === 'instance' ? CLASSES[type]!.prototype : receiver(self, type, signature)
  ) as Methods;
  const method = owner[signature.name === '_from_flags' ? 'fromFlags' : signature.name];
  return method ?? missing(self, signature.name);
}

/** Arguments as our classes take them. */
function prepare(name: string, type: string, bound: unknown[]): unknown[] {
  if ((name === 'startswith' || name === 'endswith') && Array.isArray(bound[0]) && !isTuple(bound[0])) {
    bound[0] = new ListArgument(bound[0] as unknown[]);
  }
  return type === 'bytes' || type === 'bytearray' ? trimmed(listsApart(bound)) : trimmed(bound);
}

/** Omitted arguments at the end are not passed. */
function trimmed(args: unknown[]): unknown[] {
  while (args.length > 0 && args[args.length - 1] === undefined) args.pop();
  return args;
}

/** Dicts stand for their keys, and never for the trailing keywords of our classes' own calls. */
function listsApart(args: unknown[]): unknown[] {
  for (let i = 0; i < args.length; i++) {
    const value = args[i];
    if (value instanceof Map || isOptions(value)) args[i] = new DictArgument(value);
  }
  return args;
}

/** A list where our classes would take any array for a tuple. */
class ListArgument {
  constructor(readonly items: Args) {}
  get [TYPE_NAME](): string {
    return 'list';
  }
}

/** A dict: iterates over its keys. */
class DictArgument {
  constructor(readonly dict: Map<unknown, unknown> | Record<string, unknown>) {}
  get [TYPE_NAME](): string {
    return 'dict';
  }
  __len__(): number {
    return this.dict instanceof Map ? this.dict.size : Object.keys(this.dict).length;
  }
  [Symbol.iterator](): Iterator<unknown> {
    return this.dict instanceof Map ? this.dict.keys() : Object.keys(this.dict)[Symbol.iterator]();
  }
}

/** The methods that every object has, and names that are no methods. */
function invokeUnrecorded(self: unknown, type: string, name: string, args: Args, kwargs: Kwargs): unknown {
  switch (name) {
    case '__init__':
      if (self instanceof ByteArray) {
        self.__init__(...trimmed(listsApart(bind(signatureOf('bytearray', '')!, args, kwargs))));
      }
      return null;
    case '__new__':
      return create(type, args, kwargs);
    case '__subclasshook__':
      return null;
    default: {
      const known = attributes[type as 'bytes'].split(' ').includes(name);
      if (!known) missing(self, name);
      const value = name.startsWith('__') ? null : (self as Record<string, unknown>)[name];
      throw new PyTypeError(`'${typeName(value)}' object is not callable`);
    }
  }
}

/** CPython: Objects/typeobject.c `tp_new_wrapper` */
function create(type: string, args: Args, kwargs: Kwargs): object {
  const [cls, ...rest] = args;
  const method = `${classTypeName(CLASSES[type])}.__new__`;
  if (args.length === 0) throw new PyTypeError(`${method}(): not enough arguments`);
  if (typeof cls !== 'function') {
    throw new PyTypeError(`${method}(X): X is not a type object (${typeName(cls)})`);
  }
  if (recordOfClass(cls) !== type) {
    const name = classTypeName(cls);
    throw new PyTypeError(`${method}(${name}): ${name} is not a subtype of ${classTypeName(CLASSES[type])}`);
  }
  // A bytearray is filled by __init__, so __new__ looks at no arguments.
  if (type === 'bytearray') return new (cls as Constructor)();
  return construct(cls as Constructor, type, rest, kwargs);
}

/** `bytes.find(data, ...)`: the method of a class, with the receiver as its first argument. */
function callOnClass(cls: Constructor, type: string, name: string, args: Args, kwargs: Kwargs): unknown {
  const own = (cls as unknown as Methods)[name];
  if (cls !== CLASSES[type] && Object.hasOwn(cls, name) && own !== undefined)
    return apply(own, cls, args, kwargs);
  if (name === '__new__') return create(type, args, kwargs);
  const signature = signatureOf(type, name);
  if (signature !== null && name !== '' && signature.binding !== 'instance') {
    return invoke(cls, type, name, args, kwargs);
  }
  const typed = classTypeName(CLASSES[type]);
  if ((signature === null || name === '') && name !== '__init__') {
    if (!attributes[type as 'bytes'].split(' ').includes(name)) {
      throw new PyAttributeError(`type object '${classTypeName(cls)}' has no attribute '${name}'`);
    }
    throw new PyTypeError(
      `'${name === '__hash__' ? 'NoneType' : 'getset_descriptor'}' object is not callable`,
    );
  }
  const slot = signature === null || signature.convention.startsWith('slot');
  if (args.length === 0) {
    throw new PyTypeError(
      slot
        ? `descriptor '${name}' of '${typed}' object needs an argument`
        : `unbound method ${type}.${name}() needs an argument`,
    );
  }
  const [self, ...rest] = args;
  if (recordOf(self) !== type) {
    throw new PyTypeError(
      slot
        ? `descriptor '${name}' requires a '${typed}' object but received a '${typeName(self)}'`
        : `descriptor '${name}' for '${typed}' objects doesn't apply to a '${typeName(self)}' object`,
    );
  }
  return invoke(self, type, name, rest, kwargs);
}

/** The functions of the module `struct`, by name. */
const STRUCT = struct as unknown as Methods;

/**
 * Calls a function of Python's module `struct`, with Python's arguments.
 *
 * @throws PyTypeError `unpack expected 2 arguments, got 1`
 *
 * CPython: Modules/_struct.c `module_functions`
 */
export function callStruct(name: string, args: Args = [], kwargs?: Kwargs): unknown {
  const signature = signatureOf('struct', name);
  if (signature === null) throw new PyAttributeError(`module 'struct' has no attribute '${name}'`);
  const bound = trimmed(bind(signature, args, kwargs));
  const result = none(STRUCT[name]!(...bound));
  return boxesFloats() && name !== 'pack' ? boxStruct(bound[0], result) : result;
}

/** Methods of the host's own values: those of Python's int and str that deal with bytes, else JavaScript's. */
function callHost(self: unknown, name: string, args: Args, kwargs: Kwargs): unknown {
  if (typeof self === 'string' && name === 'encode') {
    const [encoding, errors] = bind(signatureOf('str', 'encode')!, args, kwargs);
    return bytesOfRange(encode(self, text('encoding', encoding, 'utf-8'), text('errors', errors, 'strict')));
  }
  if (name === 'to_bytes' || name === 'from_bytes') {
    const isType = classOf(self) === IntType;
    if (isType && name === 'to_bytes' && intValue(args[0]) !== null) {
      return callHost(args[0], name, args.slice(1), kwargs);
    }
    if (isType || intValue(self) !== null) return callInt(name, self, args, kwargs);
  }
  const method = (self as Partial<Methods> | null | undefined)?.[name];
  if (typeof method !== 'function') missing(self, name);
  return none(apply(method as Method, self, args, kwargs));
}

/** `int.to_bytes` and `int.from_bytes`. CPython: Objects/longobject.c */
function callInt(name: 'to_bytes' | 'from_bytes', self: unknown, args: Args, kwargs: Kwargs): unknown {
  const bound = bind(signatureOf('int', name)!, args, kwargs);
  if (name === 'to_bytes') return (intToBytes as Method)(self, ...bound);
  return makeInt((intFromBytes as Method)(...bound) as bigint);
}

/** @throws PyTypeError `encode() argument 'encoding' must be str, not int` */
function text(parameter: string, value: unknown, absent: string): string {
  if (value === undefined) return absent;
  if (typeof value === 'string') return value;
  const given = value === null ? 'None' : typeName(value);
  throw new PyTypeError(`encode() argument '${parameter}' must be str, not ${given}`);
}

/** Floats of a result in boxes, where the format says that they are floats. */
function boxResult(self: unknown, type: string, name: string, result: unknown): unknown {
  if (self instanceof MemoryView) return name === 'tolist' && holdsFloats(self) ? boxFloats(result) : result;
  if (self instanceof PyArray) return name === 'tolist' || name === 'pop' ? boxedItem(self, result) : result;
  return type === 'Struct' ? boxStruct((self as struct.Struct).format, result) : result;
}
