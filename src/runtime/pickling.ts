/**
 * Python's pickling protocol for our types: the results of `__reduce__`, `__reduce_ex__` and `__getstate__`,
 * and the functions that make a copy. Callers are the special methods in `dunders.ts`.
 */
import { bytesOfRange } from '../bytes/index.js';
import type { ByteArray, Bytes } from '../bytes/index.js';
import type { PyArray } from '../companions/array/index.js';
import { arrayReconstructor, machineFormat } from '../companions/array/pickle.js';
import type { BytesIO } from '../companions/io/index.js';
import { PyTypeError, PyValueError } from '../exceptions/index.js';
import { copyContent } from '../memory/index.js';
import {
  ITERATION,
  asPython,
  asCInt,
  asCLong,
  isIntLike,
  isMap,
  isPlainObject,
  isPositioned,
  isTrue,
  isTuple,
  tuple,
  typeName,
  boxesFloats,
} from '../python/index.js';
import type { Iteration } from '../python/index.js';
import { CLASSES, isRecordedClass, iteratorRecordOf, recordOf } from './records.js';
import { boxedItem } from './slots/ours.js';
import { reversedOf } from './reversed.js';
import { iteratorOf, methodOf } from './dispatch.js';

type Make = new (...args: unknown[]) => object;

/** Makes a copy of an immutable object: `cls.__new__(cls, *args)`. CPython: Lib/copyreg.py `__newobj__` */
export function __newobj__(cls: Make, ...args: unknown[]): unknown {
  return new cls(...args);
}

/** The same with keywords: `cls.__new__(cls, *args, **kwargs)`. CPython: Lib/copyreg.py `__newobj_ex__` */
export function __newobj_ex__(cls: Make, args: readonly unknown[], kwargs: unknown): unknown {
  return new cls(...args, isMap(kwargs) ? Object.fromEntries(kwargs) : kwargs);
}

/** Makes an object of a derived class from one of its base. CPython: Lib/copyreg.py `_reconstructor` */
export function _reconstructor(cls: Make, _base: unknown, state: unknown): unknown {
  return state === null ? new cls() : new cls(state);
}

// The repr of functions shows their names, which minifiers drop.
Object.defineProperty(__newobj__, 'name', { value: '__newobj__' });
Object.defineProperty(__newobj_ex__, 'name', { value: '__newobj_ex__' });
Object.defineProperty(_reconstructor, 'name', { value: '_reconstructor' });

const STRUCT_FIELDS: ReadonlySet<string> = new Set(['format', 'size']);

/**
 * The attributes of an instance, which only streams and instances of derived classes have; null if there are
 * none.
 */
function attributesOf(self: object): object | null {
  // Objects of a runtime's classes keep their attributes in the runtime.
  if ('__dict__' in self) return self.__dict__ as object | null;
  // Spreading would also copy the fields under symbols. A struct's format and size are properties only in
  // JavaScript.
  const own = Object.entries(self).filter(
    ([name]) => recordOf(self) !== 'Struct' || !STRUCT_FIELDS.has(name),
  );
  return own.length === 0 ? null : Object.fromEntries(own);
}

function isDerived(self: object): boolean {
  const type = recordOf(self);
  return type !== null && !isRecordedClass(self.constructor);
}

/**
 * CPython: Objects/typeobject.c `object_getstate_default`, Modules/_io/bytesio.c
 * `_io_BytesIO___getstate___impl`
 */
export function stateOf(self: object): unknown {
  if (recordOf(self) === 'BytesIO') {
    const stream = self as BytesIO;
    return tuple(stream.getvalue(), stream.tell(), attributesOf(stream));
  }
  return isDerived(self) ? attributesOf(self) : null;
}

/** The state of an object whose class may define `__getstate__`. CPython: Objects/typeobject.c `object_getstate` */
function givenState(self: object): unknown {
  const own = methodOf(self, '__getstate__');
  return own === null ? stateOf(self) : own.call(self);
}

/** Refuses what is not a tuple. `what` returned it. */
function asTupleOf(what: string, value: unknown): readonly unknown[] {
  if (isTuple(value)) return value;
  throw new PyTypeError(`${what} a tuple, not '${typeName(value)}'`);
}

/** The number of keys of a dict; null for anything else. */
function sizeOfDict(value: unknown): number | null {
  if (isMap(value)) return value.size;
  return typeof value === 'object' && value !== null && isPlainObject(value)
    ? Object.keys(value).length
    : null;
}

/**
 * The arguments with which `__new__` makes an object again; null if its type has no methods that say so.
 *
 * @throws PyTypeError `__getnewargs__ should return a tuple, not 'list'`
 * @throws PyValueError `__getnewargs_ex__ should return a tuple of length 2, not 1`
 *
 * CPython: Objects/typeobject.c `_PyObject_GetNewArguments`
 */
function newArguments(self: object): { args: readonly unknown[]; kwargs: unknown } | null {
  const extended = methodOf(self, '__getnewargs_ex__');
  if (extended !== null) {
    const both = asTupleOf('__getnewargs_ex__ should return', extended.call(self));
    if (both.length !== 2) {
      throw new PyValueError(`__getnewargs_ex__ should return a tuple of length 2, not ${both.length}`);
    }
    const returned = 'item of the tuple returned by __getnewargs_ex__ must be';
    const args = asTupleOf(`first ${returned}`, both[0]);
    const kwargs = both[1];
    const size = sizeOfDict(kwargs);
    if (size === null) throw new PyTypeError(`second ${returned} a dict, not '${typeName(kwargs)}'`);
    return { args, kwargs: size === 0 ? null : kwargs };
  }
  const own = methodOf(self, '__getnewargs__');
  if (own !== null) return { args: asTupleOf('__getnewargs__ should return', own.call(self)), kwargs: null };
  if (recordOf(self) !== 'bytes') return null;
  return { args: tuple(bytesOfRange(copyContent(self as Bytes))), kwargs: null };
}

/** A type's name without its module. CPython: `_PyType_Name` */
function shortName(self: unknown): string {
  return typeName(self).replace(/^.*\./, '');
}

/** `__reduce_ex__(protocol)`. CPython: Objects/typeobject.c `object___reduce_ex___impl` */
export function reduceEx(self: object, given: unknown): unknown {
  const type = recordOf(self);
  if (type === 'array') return reduceArray(self as PyArray, given);
  if (type === 'bytearray')
    return reduceByteArray(self as ByteArray, given === undefined ? 0 : asCInt(given));
  const protocol = asCInt(given);
  const own = methodOf(self, '__reduce__');
  if (own !== null) return own.call(self);
  if (protocol < 2 || hasOwnReduce(self)) return reduce(self);
  const made = newArguments(self);
  // A type that does not say how to make an object of it again has to say what its state is.
  if (made === null && type !== 'BytesIO' && methodOf(self, '__getstate__') === null) {
    throw new PyTypeError(
      type === 'memoryview' ? 'cannot pickle memoryview objects' : `cannot pickle '${typeName(self)}' object`,
    );
  }
  const { args, kwargs } = made ?? { args: tuple(), kwargs: null };
  const cls = self.constructor;
  return kwargs === null
    ? tuple(__newobj__, tuple(cls, ...args), givenState(self), null, null)
    : tuple(__newobj_ex__, tuple(cls, args, kwargs), givenState(self), null, null);
}

/** `__reduce__()`. CPython: Objects/typeobject.c `object___reduce___impl` */
export function reduce(self: object): unknown {
  if (recordOf(self) === 'bytearray') return reduceByteArray(self as ByteArray, 2);
  if (iteratorRecordOf(self) === 'unpack_iterator')
    return tuple(_reconstructor, tuple(self.constructor, Object, null));
  if (isPositioned(self) && hasOwnReduce(self)) return reduceIterator(self, self[ITERATION]);
  if (!isDerived(self)) throw new PyTypeError(`cannot pickle '${shortName(self)}' object`);
  // Like copyreg, passes an object of the base class made from this one.
  const base = CLASSES[recordOf(self)!] as unknown as Make;
  const content = tuple(_reconstructor, tuple(self.constructor, base, new base(self)));
  const state = givenState(self);
  return isTrue(state) ? tuple(...content, state) : content;
}

/** Whether an object is an iterator whose copy continues from the same position. */
function hasOwnReduce(self: object): boolean {
  return isPositioned(self) && typeName(self) !== 'memory_iterator';
}

/** CPython: Objects/bytesobject.c `striter_reduce`, Objects/enumobject.c `reversed_reduce` */
function reduceIterator(self: object, { source, index }: Iteration): unknown {
  const make = typeName(self) === 'reversed' ? reversedOf : iteratorOf;
  return source === null ? tuple(make, tuple(tuple())) : tuple(make, tuple(source), index);
}

/** CPython: Objects/bytearrayobject.c `_common_reduce` */
function reduceByteArray(self: ByteArray, protocol: number): unknown {
  const cls = self.constructor;
  const state = givenState(self);
  if (self.length === 0) return tuple(cls, tuple(), state);
  const content =
    protocol < 3
      ? tuple(bytesOfRange(copyContent(self)).decode('latin-1'), 'latin-1')
      : tuple(bytesOfRange(copyContent(self)));
  return tuple(cls, content, state);
}

/** CPython: Modules/arraymodule.c `array_array___reduce_ex___impl` */
function reduceArray(self: PyArray, given: unknown): unknown {
  // It must be a real int, not an object with `__index__`.
  if (typeof given === 'object' || !isIntLike(given))
    throw new PyTypeError('__reduce_ex__ argument should be an integer');
  const attributes = isDerived(self) ? (attributesOf(self) ?? {}) : null;
  const { typecode, constructor } = self;
  if (asCLong(given) < 3) {
    const items: unknown = boxesFloats() ? boxedItem(self, self.tolist()) : self.tolist();
    return tuple(constructor, tuple(typecode, items), attributes);
  }
  const content = tuple(constructor, typecode, machineFormat(typecode), self.tobytes());
  return tuple(arrayReconstructor, content, attributes);
}

/**
 * The functions in the results of `__reduce_ex__`, with the modules and names by which pickles refer to them.
 */
export const PICKLED: ReadonlyMap<unknown, readonly [module: string, name: string]> = new Map([
  [__newobj__, ['copyreg', '__newobj__']],
  [__newobj_ex__, ['copyreg', '__newobj_ex__']],
  [_reconstructor, ['copyreg', '_reconstructor']],
  [iteratorOf, ['builtins', 'iter']],
  [arrayReconstructor, ['array', '_array_reconstructor']],
]);

asPython(iteratorOf, 'iter');
asPython(reversedOf, 'reversed', 'type');
