/**
 * Calls with Python's arguments. `callMethod` and `call` look at the receiver and leave the rest to the file
 * for its kind: an instance of our types, one of our classes, or a value of the host.
 */
import type { ByteArray } from '../bytes/index.js';
import { PyAttributeError, PyTypeError } from '../exceptions/index.js';
import { TYPE_NAME, specialMethod, typeName } from '../python/index.js';
import { attributeOf, ownMethod } from './attributes.js';
import type { BoundMethod } from './attributes.js';
import type { Kwargs } from './bind.js';
import { callOnClass } from './class-methods.js';
import { construct, hasKeywords, madeOf } from './construct.js';
import type { Constructor } from './construct.js';
import { applied } from './functions.js';
import { callHost } from './host-methods.js';
import {
  callDirectly,
  checkedHandle,
  exactDirectOf,
  exactHandleOf,
  handleOf,
  invoke,
  isDirect,
  structResult,
} from './instance-methods.js';
import type { MethodHandle } from './instance-methods.js';
import { callQuickly, callStructQuickly } from './quick-calls.js';
import {
  CLASSES,
  POSITIONAL,
  classOf,
  exactRecordOf,
  iteratorRecordOf,
  recordOf,
  recordOfClass,
} from './records.js';
import { signatureOf } from './signatures.js';
import { boxingName, callStruct } from './struct-module.js';
import type { Method } from './dispatch.js';

type Args = readonly unknown[];

const NONE: Args = [];

/**
 * Calls a method with Python's arguments: any public or special method of our types, on an instance or, as in
 * Python, on the class with the instance as first argument. Special methods answer for one side only and
 * return NotImplemented where CPython's do. On other objects it calls the method of that name.
 *
 * @param self the receiver, or a class
 * @param name Python's name of the method
 * @param args the positional arguments; a frozen array is a tuple, any other a list, null is None
 * @param kwargs the keyword arguments
 * @returns the method's result, None as null
 * @throws PyTypeError with CPython's message if the arguments do not fit
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
export function callMethod(self: unknown, name: string, args: Args = NONE, kwargs?: Kwargs): unknown {
  const type = exactRecordOf(self);
  // Loops append byte by byte.
  if (name === 'append' && type === 'bytearray' && args.length === 1) {
    const item = args[0];
    if (typeof item === 'number' && (kwargs === undefined || kwargs === null)) {
      (self as ByteArray).append(item);
      return null;
    }
  }
  if (kwargs === undefined || kwargs === null) {
    const result =
      type === null ? callStructQuickly(self, name, args) : callQuickly(self as object, type, name, args);
    if (result !== undefined) return result;
  }
  const direct = type === null || typeof name !== 'string' ? undefined : exactDirectOf(type, name);
  if (direct !== undefined && isDirect(direct, args, kwargs)) return callDirectly(direct.method, self, args);
  return callAny(self, name, args, kwargs);
}

// A separate function, so that V8 inlines {@link callMethod}.
function callAny(self: unknown, name: string, args: Args, kwargs: Kwargs): unknown {
  const handle = exactHandleOf(self, name);
  if (handle !== null) return handle(self, args, kwargs, bound);
  const result = structResult(self, name, args, kwargs);
  if (result !== undefined) return result;
  const type = recordOf(self);
  if (type !== null) {
    const own = ownMethod(self, name, type);
    if (own !== null) return applied(own, self, args, kwargs);
    // An object's own attributes hide the methods of its type, though not from operators and builtins.
    if (Object.hasOwn(self as object, name)) {
      return call((self as Record<string, unknown>)[name], args, kwargs);
    }
    return invoke(self, type, name, args, kwargs, bound);
  }
  const cls = classOf(self);
  const classType = recordOfClass(cls);
  if (classType !== null) return callOnClass(cls as Constructor, classType, name, args, kwargs, bound);
  const iteratorType = iteratorRecordOf(self);
  if (iteratorType !== null) return invoke(self, iteratorType, name, args, kwargs, bound);
  return callHost(self, name, args, kwargs);
}

/**
 * Returns a method of one of our types, as `bytes.find` is in Python. It looks the method and its signature
 * up once, so a compiler that knows the receiver's type can call it at a third of the cost of
 * {@link callMethod}. As in Python, overrides in derived classes are ignored.
 *
 * @param type a type of the record: `'bytes'`, `'bytearray'`, `'memoryview'`, `'array'`, `'Struct'`,
 *   `'BytesIO'`
 * @param name Python's name of the method
 * @returns `(self, args, kwargs) => value`; for a class method `self` is the class, for a static method
 *   anything
 * @throws PyAttributeError `type object 'bytes' has no attribute 'foo'`; the returned function raises
 *   PyTypeError `descriptor 'find' for 'bytes' objects doesn't apply to a 'str' object`, and the method's own
 *   exceptions
 *
 * CPython: Objects/descrobject.c `PyMethodDescrObject`
 *
 * @example
 * ```ts
 * const append = methodOf('bytearray', 'append');
 * append(new ByteArray(), [65]) // null
 * methodOf('bytes', 'split')(new Bytes('a,b', 'ascii'), [], { sep: new Bytes(',', 'ascii') }) // [b'a', b'b']
 * ```
 */
export function methodOf(type: string, name: string): MethodHandle {
  const signature = Object.hasOwn(CLASSES, type) && name !== '' ? signatureOf(type, name) : null;
  if (signature === null) throw new PyAttributeError(`type object '${type}' has no attribute '${name}'`);
  const handle = handleOf(type, name);
  const cls = CLASSES[type] as unknown as Constructor;
  const checked: MethodHandle = (self, args = NONE, kwargs) =>
    signature.binding !== 'instance' || recordOf(self) === type
      ? handle(self, args, kwargs, bound)
      : callOnClass(cls, type, name, [self, ...args], kwargs, bound);
  return checkedHandle(type, signature, checked);
}

/**
 * Calls a class or a function with Python's arguments.
 *
 * @throws PyTypeError `memoryview() missing required argument 'object' (pos 1)`,
 *   `'int' object is not callable`
 *
 * CPython: Objects/call.c `PyObject_Call`
 *
 * @example
 * ```ts
 * call(Bytes, ['é'], { encoding: 'utf-8' }) // b'\xc3\xa9'
 * call(MemoryView, []) // TypeError: memoryview() missing required argument 'object' (pos 1)
 * ```
 */
export function call(callable: unknown, args: Args = NONE, kwargs?: Kwargs): unknown {
  const cls = classOf(callable);
  if (args.length === 1 && (kwargs === undefined || kwargs === null)) {
    const made = madeOf(cls, args[0]);
    if (made !== null) return made;
  }
  const classType = recordOfClass(cls);
  if (classType !== null) return construct(cls as Constructor, classType, args, kwargs);
  if (typeof callable !== 'function') {
    const method = specialMethod(callable, '__call__');
    if (method === null) throw new PyTypeError(`'${typeName(callable)}' object is not callable`);
    return applied(method, callable, args, kwargs);
  }
  const method = callable as unknown as Partial<BoundMethod>;
  if (typeof method.method === 'string') return callMethod(method.self, method.method, args, kwargs);
  const unpacking = boxingName(callable);
  if (unpacking !== undefined) return callStruct(unpacking, args, kwargs);
  if (hasKeywords(kwargs) && (callable as { [POSITIONAL]?: true })[POSITIONAL] === true)
    throw new PyTypeError(`${callable.name}() takes no keyword arguments`);
  // A function that represents a type may return None or a number, which `new` would replace by an object.
  if (typeName(callable) === 'type' && !Object.hasOwn(callable, TYPE_NAME)) {
    return new (callable as Constructor)(...args);
  }
  return applied(callable as Method, null, args, kwargs);
}

/**
 * `self.name`: a data attribute, or a method bound to its receiver.
 *
 * @throws PyAttributeError `'bytes' object has no attribute 'foo'`,
 *   `type object 'bytes' has no attribute 'foo'`
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
  return attributeOf(self, name, bound);
}

function bound(self: unknown, name: string): BoundMethod {
  const method = (...args: unknown[]) => callMethod(self, name, args);
  return Object.assign(method, { self, method: name });
}
