/**
 * Methods of our types, called on an instance with Python's arguments by the record of CPython's signatures.
 * It assumes that the caller has looked for overriding methods. Callers: `callMethod` and the calls on
 * classes.
 */
import type { PyArray } from '../companions/array/index.js';
import { Struct } from '../companions/struct/index.js';
import { PyTypeError } from '../exceptions/index.js';
import type { MemoryView } from '../memoryview/index.js';
import { boxesFloats, brandOf, typeName, valueBrandOf } from '../python/index.js';
import type { Brand } from '../python/index.js';
import { dictsApart, isTakenAsItIs, listApart, trimmed } from './arguments.js';
import { attributeOf, deleteAttribute, setAttribute } from './attributes.js';
import type { BindMethod } from './attributes.js';
import { bind, requiredCount } from './bind.js';
import type { Kwargs } from './bind.js';
import { construct, constructorArguments, create, createObject } from './construct.js';
import type { Constructor } from './construct.js';
import { DUNDERS } from './dunders.js';
import { boxFloats } from './floats.js';
import { missing, none } from './functions.js';
import {
  CLASSES,
  classTypeName,
  exactRecordOf,
  isForeign,
  isRecordedClass,
  prototypeFor,
} from './records.js';
import { attributes, signatures } from './signatures.data.js';
import { signatureOf } from './signatures.js';
import type { Signature } from './signatures.js';
import { boxedItem, holdsFloats } from './slots/ours.js';
import { boxStruct } from './struct-floats.js';
import type { Method } from './dispatch.js';

type Args = readonly unknown[];

const NONE: Args = [];

/** A method of a type. Call it with Python's arguments on any instance. */
export type MethodHandle = (self: unknown, args?: Args, kwargs?: Kwargs) => unknown;

/**
 * A method of one of our types, with its signature already looked up.
 *
 * @param self the instance, or the class for class methods
 * @param bindMethod makes the bound methods that `__getattribute__` returns
 */
export type Handle = (self: unknown, args: Args, kwargs: Kwargs, bindMethod: BindMethod) => unknown;

/** The handles requested so far, by type and name. */
const handles: Readonly<Record<string, Map<string, Handle>>> = Object.fromEntries(
  Object.keys(signatures).map((type) => [type, new Map<string, Handle>()]),
);
const BYTES = handles['bytes']!;
const BYTEARRAY = handles['bytearray']!;
const MEMORYVIEW = handles['memoryview']!;

/** The direct calls of the handles requested so far. */
const BYTES_DIRECT = new Map<string, Direct>();
const BYTEARRAY_DIRECT = new Map<string, Direct>();
const MEMORYVIEW_DIRECT = new Map<string, Direct>();
const DIRECT: Readonly<Record<string, Map<string, Direct>>> = {
  bytes: BYTES_DIRECT,
  bytearray: BYTEARRAY_DIRECT,
  memoryview: MEMORYVIEW_DIRECT,
};

/**
 * Returns the data for a direct call of a method of an object that is exactly of one of our types; `undefined`
 * for methods that were never requested before. A call through a handle would be one more call that V8 cannot
 * inline.
 */
export function exactDirectOf(type: Brand, name: string): Direct | undefined {
  if (last.name === name && last.type === type) return last.direct;
  // A program calls few methods. This table finds one in a third of the time of a Map.
  const place = (name.length * 8 + name.charCodeAt(0) * 3 + name.charCodeAt(name.length - 1)) & (PLACES - 1);
  const recent = RECENT[place]!;
  if (recent.name === name && recent.type === type) {
    last = recent;
    return recent.direct;
  }
  const direct = DIRECT[type]?.get(name);
  if (direct !== undefined) RECENT[place] = { type, name, direct };
  return direct;
}

/** An entry of a hash table of direct calls. Of entries with the same place, the last one stays. */
interface Recent {
  readonly type: string;
  readonly name: string;
  readonly direct: Direct | undefined;
}

const PLACES = 128;
const NOTHING: Recent = { type: '', name: '', direct: undefined };
const RECENT: Recent[] = Array.from({ length: PLACES }, () => NOTHING);
/** The last entry found, because loops call one method many times. */
let last: Recent = NOTHING;

/**
 * The handle of a method of an exact `Bytes`, `ByteArray` or `MemoryView`, whose methods cannot be
 * overridden; null for other objects, also those of derived classes.
 */
export function exactHandleOf(self: unknown, name: string): Handle | null {
  let known: Handle | undefined;
  const type = exactRecordOf(self);
  // Looking the Map up by the type's name would cost as much as the call.
  if (type === 'bytes') known = BYTES.get(name);
  else if (type === 'bytearray') known = BYTEARRAY.get(name);
  else if (type === 'memoryview') known = MEMORYVIEW.get(name);
  else return null;
  return known ?? handleOf(type, name);
}

/**
 * The handle of a method of one of our types. For a name that is not a recorded method, the handle raises.
 *
 * @param type the name of the type in the record
 */
export function handleOf(type: string, name: string): Handle {
  const known = handles[type]!.get(name);
  if (known !== undefined) return known;
  const signature = name === '' ? null : signatureOf(type, name);
  // Not kept, because a program may ask for any number of such names.
  if (signature === null) {
    return (self, args, kwargs, bindMethod) => invokeUnrecorded(self, type, name, args, kwargs, bindMethod);
  }
  const handle = resolve(type, name, signature);
  handles[type]!.set(name, handle);
  return handle;
}

/** Calls a method of one of our types through its {@link Handle}. */
export function invoke(
  self: unknown,
  type: string,
  name: string,
  args: Args,
  kwargs: Kwargs,
  bindMethod: BindMethod,
): unknown {
  const handle = isForeign(self, type) ? foreignHandleOf(type, name) : handleOf(type, name);
  return handle(self, args, kwargs, bindMethod);
}

/**
 * Like {@link handleOf}, for values of other copies of the library. They have their own methods, so there are
 * no direct calls.
 */
function foreignHandleOf(type: string, name: string): Handle {
  const signature = name === '' ? null : signatureOf(type, name);
  return signature === null ? handleOf(type, name) : resolveBound(type, name, signature);
}

function resolve(type: string, name: string, signature: Signature): Handle {
  const bound = resolveBound(type, name, signature);
  const direct = directOf(type, signature);
  if (direct === null) return bound;
  DIRECT[type]?.set(name, direct);
  const { method } = direct;
  return (self, args, kwargs, bindMethod) =>
    isDirect(direct, args, kwargs) ? callDirectly(method, self, args) : bound(self, args, kwargs, bindMethod);
}

/** The handle that binds the arguments by the signature. */
function resolveBound(type: string, name: string, signature: Signature): Handle {
  if (Object.hasOwn(DUNDERS, name)) {
    const dunder = DUNDERS[name]!;
    return (self, args, kwargs) => dunder(self, bind(named(signature, self), args, kwargs));
  }
  if (name.endsWith('attr__') || name === '__getattribute__') {
    return (self, args, kwargs, bindMethod) =>
      invokeAttribute(self, name, bind(named(signature, self), args, kwargs), bindMethod);
  }
  return (self, args, kwargs) => {
    const prepared = prepare(name, type, bind(named(signature, self), args, kwargs));
    const result = none(target(self, type, signature).apply(receiver(self, type, signature), prepared));
    return boxesFloats() ? boxResult(self, type, name, result) : result;
  };
}

/** A method that can be called directly, and the numbers of arguments that allow it. */
export interface Direct {
  readonly method: Method;
  readonly least: number;
  readonly most: number;
}

/** What direct calls of a method need; null if it has none. */
export function directOf(
  type: string,
  { name, binding, maxPositional, ...signature }: Signature,
): Direct | null {
  const method = (CLASSES[type]?.prototype as Readonly<Record<string, Method>> | undefined)?.[name];
  if (method === undefined || binding !== 'instance' || Object.hasOwn(DUNDERS, name)) return null;
  return { method, least: requiredCount(signature), most: Math.min(maxPositional, 2) };
}

/**
 * Whether a call, like most, can go directly to our class: the right number of positional arguments, none of
 * which needs conversion. Such a call binds and copies nothing.
 */
export function isDirect({ least, most }: Direct, args: Args, kwargs: Kwargs): boolean {
  const count = args.length;
  return (
    count >= least &&
    count <= most &&
    (kwargs === undefined || kwargs === null) &&
    (count === 0 || isTakenAsItIs(args[0])) &&
    (count < 2 || isTakenAsItIs(args[1])) &&
    !boxesFloats()
  );
}

/** The methods of `Struct` requested so far. */
const STRUCT_DIRECT = new Map<string, Direct | null>();

/**
 * Calls a method of an exact `Struct` with arguments that need no conversion, of which `pack` takes any
 * number; `undefined` for other receivers and arguments.
 */
export function structResult(self: unknown, name: string, args: Args, kwargs: Kwargs): unknown {
  if (valueBrandOf(self) !== 'Struct' || (self as object).constructor !== Struct) return undefined;
  if (kwargs !== undefined && kwargs !== null) return undefined;
  if (boxesFloats() || Object.hasOwn(self as object, name)) return undefined;
  let direct = STRUCT_DIRECT.get(name);
  if (direct === undefined) {
    const signature = name === '' ? null : signatureOf('Struct', name);
    if (signature === null) return undefined;
    const made = directOf('Struct', signature);
    direct = made === null ? null : { ...made, most: signature.maxPositional };
    STRUCT_DIRECT.set(name, direct);
  }
  if (direct === null || args.length < direct.least || args.length > direct.most) return undefined;
  for (let i = 0; i < args.length; i++) if (!isTakenAsItIs(args[i])) return undefined;
  return none(direct.method.apply(self, args as unknown[]));
}

/** Calls a method with arguments for which {@link isDirect} holds. */
export function callDirectly(method: Method, self: unknown, args: Args): unknown {
  if (args.length === 0) return none(method.call(self));
  return none(args.length === 1 ? method.call(self, args[0]) : method.call(self, args[0], args[1]));
}

/**
 * The handle of a method for any receiver. It calls the method directly on objects of the exact type, and
 * leaves all others to `otherwise`.
 */
export function checkedHandle(type: string, signature: Signature, otherwise: MethodHandle): MethodHandle {
  const direct = directOf(type, signature);
  if (direct === null) return otherwise;
  const { method, least, most } = direct;
  const cls: unknown = CLASSES[type];
  // Written out, because in a shared function `method` would be many different methods, and V8 would inline
  // none.
  return (self, args = NONE, kwargs) => {
    const count = args.length;
    const isFew = count >= least && count <= most && count < 3 && (kwargs === undefined || kwargs === null);
    if (isFew && brandOf(self) === type && (self as object).constructor === cls && !boxesFloats()) {
      if (count === 0) return none(method.call(self));
      const first = args[0];
      if (typeof first === 'number' || isTakenAsItIs(first)) {
        if (count === 1) return none(method.call(self, first));
        if (isTakenAsItIs(args[1])) return none(method.call(self, first, args[1]));
      }
    }
    return otherwise(self, args, kwargs);
  };
}

/**
 * `__getattribute__`, `__setattr__` and `__delattr__`. CPython: Objects/object.c `PyObject_GenericGetAttr`
 */
function invokeAttribute(self: unknown, method: string, args: Args, bindMethod: BindMethod): unknown {
  const [name, value] = args;
  if (typeof name !== 'string') {
    throw new PyTypeError(`attribute name must be string, not '${typeName(name)}'`);
  }
  if (method === '__getattribute__') return attributeOf(self, name, bindMethod);
  if (method === '__setattr__') setAttribute(self, name, value);
  else deleteAttribute(self, name);
  return null;
}

/** Errors of a class method name the class on which it was called. */
function named(signature: Signature, self: unknown): Signature {
  if (signature.binding !== 'class' || !(signature.convention === 'one' || signature.convention === 'none')) {
    return signature;
  }
  const cls = typeof self === 'function' ? self : (self as object).constructor;
  if (isRecordedClass(cls) || CLASSES[signature.type] === undefined) return signature;
  return { ...signature, qualifiedName: `${classTypeName(cls)}.${signature.name}` };
}

function receiver(self: unknown, type: string, signature: Signature): unknown {
  if (signature.binding === 'instance') return self;
  if (signature.binding === 'static') return CLASSES[type];
  return typeof self === 'function' ? self : (self as object).constructor;
}

function target(self: unknown, type: string, signature: Signature): Method {
  // The type's own method, because overriding methods were looked for already.
  const owner = (
    signature.binding === 'instance' ? prototypeFor(self, type) : receiver(self, type, signature)
  ) as Readonly<Record<string, Method>>;
  const method = owner[signature.name === '_from_flags' ? 'fromFlags' : signature.name];
  return method ?? missing(self, signature.name);
}

/** Converts bound arguments for our classes. */
function prepare(name: string, type: string, bound: unknown[]): unknown[] {
  if (name === 'startswith' || name === 'endswith') bound[0] = listApart(bound[0]);
  return trimmed(type === 'bytes' || type === 'bytearray' ? dictsApart(bound) : bound);
}

/** The methods that make and fill objects, and names that are not methods. */
function invokeUnrecorded(
  self: unknown,
  type: string,
  name: string,
  args: Args,
  kwargs: Kwargs,
  bindMethod: BindMethod,
): unknown {
  switch (name) {
    case '__init__':
      initialize(self, type, args, kwargs);
      return null;
    case '__new__':
      return CLASSES[type] === undefined ? createObject(type, args) : create(type, args, kwargs);
    case '__class__':
      if (type === 'reversed') break;
      if (CLASSES[type] === undefined) throw new PyTypeError(`cannot create '${typeName(self)}' instances`);
      return construct((self as object).constructor as Constructor, type, args, kwargs);
    default:
  }
  if (!attributes[type as 'bytes'].split(' ').includes(name)) missing(self, name);
  // The texts are not recorded; iterators have none.
  const isText = name === '__doc__' && CLASSES[type] !== undefined;
  const value = isText ? '' : attributeOf(self, name, bindMethod);
  throw new PyTypeError(`'${typeName(value)}' object is not callable`);
}

/**
 * `self.__init__(...)` fills the types that it fills in Python again; for the others it ignores its
 * arguments.
 */
function initialize(self: unknown, type: string, args: Args, kwargs: Kwargs): void {
  if (type !== 'bytearray' && type !== 'BytesIO' && type !== 'Struct') return;
  const init = prototypeFor(self, type) as { __init__(...all: unknown[]): void };
  init.__init__.apply(self, constructorArguments(type, args, kwargs));
}

/** Boxes the floats of a result if the format says that they are floats. */
function boxResult(self: unknown, type: string, name: string, result: unknown): unknown {
  const kind = brandOf(self);
  if (kind === 'memoryview')
    return name === 'tolist' && holdsFloats(self as MemoryView) ? boxFloats(result) : result;
  if (kind === 'array')
    return name === 'tolist' || name === 'pop' ? boxedItem(self as PyArray, result) : result;
  return type === 'Struct' ? boxStruct((self as Struct).format, result) : result;
}
