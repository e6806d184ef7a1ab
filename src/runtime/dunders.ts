import { ByteArray, Bytes } from '../bytes/index.js';
import { PyArray } from '../companions/array/index.js';
import { BytesIO } from '../companions/io/index.js';
import { PyStopIteration, PyTypeError } from '../exceptions/index.js';
import { MemoryView, bufferOf, releaseBufferOf } from '../memoryview/index.js';
import type { BufferExporter } from '../protocol/index.js';
import { NotImplemented, Slice, abi, asCInt, asSsize, isIntLike, tuple, typeName } from '../python/index.js';
import type { IntLike } from '../python/index.js';
import { dir } from './dir.js';
import { reprOf, strOf } from './display.js';
import type { Arithmetic } from './numbers.js';
import type { Comparison, Slots } from './slots/slots.js';
import { CLASSES, classTypeName, recordOf } from './records.js';
import { slotsOf } from './values.js';

/** A special method as CPython's types have it: one side of an operation, without the other side's say. */
export type Dunder = (self: unknown, args: readonly unknown[]) => unknown;

/** The slot behind a method that the record has promised. */
function slot<K extends keyof Slots>(self: unknown, name: K): NonNullable<Slots[K]> {
  return slotsOf(self)[name] as NonNullable<Slots[K]>;
}

function comparison(operation: Comparison): Dunder {
  return (self, [other]) => {
    const compare = slotsOf(self).compare;
    if (compare !== undefined) return compare(operation, self, other);
    if (operation !== 'eq' && operation !== 'ne') return NotImplemented;
    // As `object` compares: one and the same, or no answer.
    if (self !== other) return NotImplemented;
    return operation === 'eq';
  };
}

function repeat(self: unknown, [count]: readonly unknown[]): unknown {
  return slot(self, 'repeat')(self, asSsize(count));
}

function binary(operation: Arithmetic, reflected: boolean): Dunder {
  return (self, [other]) => {
    const [left, right] = reflected ? [other, self] : [self, other];
    const own = slotsOf(left).binary;
    if (own === undefined || (reflected && slotsOf(left) !== slotsOf(self))) return NotImplemented;
    return own(operation, left, right);
  };
}

/** Only what a type's own `__sizeof__` counts, in C. */
function sizeOf(self: unknown): number {
  const wide = abi().pointer === 8;
  if (self instanceof Bytes) return (wide ? 33 : 17) + self.length;
  if (self instanceof ByteArray) return (wide ? 64 : 32) + self.__alloc__();
  if (self instanceof MemoryView) return (wide ? 160 : 76) + (wide ? 24 : 12) * self.ndim;
  if (self instanceof PyArray) return (wide ? 64 : 32) + self.length * self.itemsize;
  return wide ? 48 : 24;
}

/** The instance's own attributes, where its class adds any. CPython: `object_getstate_default` */
function stateOf(self: object): unknown {
  if (self instanceof BytesIO) return tuple(self.getvalue(), self.tell(), null);
  const type = recordOf(self);
  if (type !== null && self.constructor === CLASSES[type]) return null;
  // Not by spreading, which would take along the content under its symbols.
  return Object.keys(self).length === 0 ? null : Object.fromEntries(Object.entries(self));
}

/** CPython: Objects/bytearrayobject.c `_common_reduce` */
function reduceByteArray(self: ByteArray, protocol: number): unknown {
  const cls = self.constructor;
  const state = stateOf(self);
  if (self.length === 0) return tuple(cls, tuple(), state);
  const content = protocol < 3 ? tuple(self.decode('latin-1'), 'latin-1') : tuple(new Bytes(self));
  return tuple(cls, content, state);
}

/** What a copy of an immutable object is made by: `cls.__new__(cls, *args)`. CPython: Lib/copyreg.py `__newobj__` */
export function __newobj__(cls: new (...args: unknown[]) => unknown, ...args: unknown[]): unknown {
  return new cls(...args);
}

function reduceEx(self: unknown, [given]: readonly unknown[]): unknown {
  if (self instanceof PyArray) {
    if (!isIntLike(given)) throw new PyTypeError('__reduce_ex__ argument should be an integer');
    // Not Python from protocol 3 on: there the bytes go with a code for the machine's format.
    return tuple(self.constructor, tuple(self.typecode, self.tolist()), stateOf(self));
  }
  if (self instanceof ByteArray) return reduceByteArray(self, given === undefined ? 0 : asCInt(given));
  const protocol = asCInt(given);
  if (protocol < 2) return reduce(self);
  if (self instanceof Bytes) {
    return tuple(__newobj__, tuple(self.constructor, new Bytes(self)), stateOf(self), null, null);
  }
  const name = shortName(self);
  throw new PyTypeError(`cannot pickle ${name === 'memoryview' ? 'memoryview objects' : `'${name}' object`}`);
}

/** A type's name without its module. CPython: `_PyType_Name` */
function shortName(self: unknown): string {
  return typeName(self).replace(/^.*\./, '');
}

function reduce(self: unknown): unknown {
  if (self instanceof ByteArray) return reduceByteArray(self, 2);
  throw new PyTypeError(`cannot pickle '${shortName(self)}' object`);
}

const buffer: Dunder = (self, [flags]) => bufferOf(self as BufferExporter, flags as IntLike);

function releaseBuffer(self: unknown, [view]: readonly unknown[]): null {
  releaseBufferOf(self, view);
  return null;
}

function format(self: unknown, [specification]: readonly unknown[]): string {
  if (typeof specification !== 'string') {
    throw new PyTypeError(`__format__() argument must be str, not ${noneOr(specification)}`);
  }
  if (specification === '') return strOf(self);
  throw new PyTypeError(`unsupported format string passed to ${typeName(self)}.__format__`);
}

const noneOr = (value: unknown) => (value === null ? 'None' : typeName(value));

/** `memoryview[int]`: a type with its argument. CPython: Objects/genericaliasobject.c `Py_GenericAlias` */
export class GenericAlias {
  readonly __args__: readonly unknown[];
  constructor(
    readonly __origin__: unknown,
    argument: unknown,
  ) {
    this.__args__ = Array.isArray(argument) && Object.isFrozen(argument) ? argument : tuple(argument);
  }
  __repr__(): string {
    return `${nameOf(this.__origin__)}[${this.__args__.map(nameOf).join(', ')}]`;
  }
}

function nameOf(value: unknown): string {
  return typeof value === 'function' ? classTypeName(value) : reprOf(value);
}

function next(self: unknown): unknown {
  const step = (self as Iterator<unknown>).next();
  if (step.done === true) throw new PyStopIteration();
  return step.value;
}

/** The special methods, by name; the record of signatures says which type has which. */
export const DUNDERS: Readonly<Record<string, Dunder>> = {
  __add__: (self, [other]) => slot(self, 'concat')(self, other),
  __iadd__: (self, [other]) => slot(self, 'inPlaceConcat')(self, other),
  __mul__: repeat,
  __rmul__: repeat,
  __imul__: (self, [count]) => slot(self, 'inPlaceRepeat')(self, asSsize(count)),
  __mod__: binary('mod', false),
  __rmod__: binary('mod', true),
  __len__: (self) => slot(self, 'length')(self),
  __getitem__: (self, [key]) => slot(self, 'getItem')(self, key),
  __setitem__: (self, [key, value]) => slot(self, 'setItem')(self, key, value) ?? null,
  __delitem__: (self, [key]) => slot(self, 'deleteItem')(self, key) ?? null,
  __contains__: (self, [item]) => slot(self, 'contains')(self, item),
  __iter__: (self) => slotsOf(self).iterate?.(self) ?? self,
  __next__: next,
  __eq__: comparison('eq'),
  __ne__: comparison('ne'),
  __lt__: comparison('lt'),
  __le__: comparison('le'),
  __gt__: comparison('gt'),
  __ge__: comparison('ge'),
  __hash__: (self) => slot(self, 'hash')(self),
  __repr__: (self) => slotsOf(self).repr?.(self) ?? reprOf(self),
  __str__: (self) => slotsOf(self).repr?.(self) ?? strOf(self),
  __format__: format,
  __bytes__: (self) => ((self as Bytes).constructor === Bytes ? self : new Bytes(self as Bytes)),
  __buffer__: buffer,
  __release_buffer__: releaseBuffer,
  __enter__: (self) => (self as { enter(): unknown }).enter(),
  __exit__: (self, args) => (self as { exit(...args: unknown[]): unknown }).exit(...args) ?? null,
  __getnewargs__: (self) => tuple(new Bytes(self as Bytes)),
  __getstate__: (self) => stateOf(self as object),
  __reduce__: reduce,
  __reduce_ex__: reduceEx,
  __dir__: (self) => dir(self),
  __sizeof__: sizeOf,
  __alloc__: (self) => (self as ByteArray).__alloc__(),
  __class_getitem__: (self, [item]) =>
    new GenericAlias(typeof self === 'function' ? self : (self as object).constructor, item),
  __copy__: (self) => slot(self, 'getItem')(self, new Slice()),
  __deepcopy__: (self) => slot(self, 'getItem')(self, new Slice()),
};
