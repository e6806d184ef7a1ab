/**
 * Special methods of our types, called by name. Each answers for its own side only, and assumes that its
 * arguments are bound. Caller: `instance-methods.ts`.
 */
import { Bytes, bytesOfRange } from '../bytes/index.js';
import type { ByteArray } from '../bytes/index.js';
import type { PyArray } from '../companions/array/index.js';
import type { BytesIO } from '../companions/io/index.js';
import { PyStopIteration, PyTypeError } from '../exceptions/index.js';
import type { Struct } from '../companions/struct/index.js';
import { objectText } from '../formats/repr-value.js';
import { parseLayout } from '../formats/layout.js';
import { copyContent, printError } from '../memory/index.js';
import type { MemoryView } from '../memoryview/index.js';
import { bufferOf, dimensionsOf, releaseBufferOf } from '../memoryview/index.js';
import type { BufferExporter } from '../protocol/index.js';
import {
  NotImplemented,
  Slice,
  abi,
  asSsize,
  brandOf,
  givenName,
  isTrue,
  tuple,
  typeName,
} from '../python/index.js';
import type { IntLike } from '../python/index.js';
import { dir } from './dir.js';
import { reprOf } from './display.js';
import { GenericAlias } from './generic-alias.js';
import type { Arithmetic } from './numbers.js';
import type { Comparison, Slots } from './slots/slots.js';
import { listApart } from './arguments.js';
import { reduce, reduceEx, stateOf } from './pickling.js';
import { isForeign, isRecordedClass, prototypeFor, recordOf } from './records.js';
import { methodOf, slotsOf } from './dispatch.js';
import { formatOf } from './text-format.js';

/**
 * A special method as in CPython's types: it answers for one side of an operation and never asks the other.
 */
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
    if (operation === 'ne') return differs(self, other);
    // Compares as `object` does, by identity only.
    return self === other ? true : NotImplemented;
  };
}

/**
 * `object.__ne__`: asks the `__eq__` of a derived class. CPython: Objects/typeobject.c `object_richcompare`
 */
function differs(self: unknown, other: unknown): unknown {
  const equals = methodOf(self, '__eq__');
  if (equals === null) return self === other ? false : NotImplemented;
  const answer = equals.call(self, other);
  return answer === NotImplemented ? answer : !isTrue(answer);
}

/**
 * `__str__`: `bytes` and `bytearray` write their own repr. For the other types `object.__str__` calls the
 * `__repr__` of a derived class.
 */
function str(self: unknown): unknown {
  const type = brandOf(self);
  if (type === 'bytes' || type === 'bytearray') return slot(self, 'repr')(self);
  const repr = methodOf(self, '__repr__');
  return repr === null ? reprOf(self) : repr.call(self);
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

/** The size of each iterator in bytes on 64-bit machines. All fields are as wide as a pointer. */
const ITERATOR_SIZES: Readonly<Record<string, number>> = {
  bytes_iterator: 32,
  bytearray_iterator: 32,
  'array.arrayiterator': 40,
  memory_iterator: 48,
  '_struct.unpack_iterator': 112,
  reversed: 32,
};

/** A stream keeps its content in a bytes object. */
function sizeOfContent(self: BytesIO, wide: boolean): number {
  const length = self.closed ? 0 : self.getvalue().length;
  return length === 0 ? 0 : (wide ? 33 : 17) + length;
}

/** The dimensions of a view. Another copy of the library keeps them elsewhere. */
function dimensionsIn(view: MemoryView): number {
  return isForeign(view, 'memoryview') ? view.ndim : dimensionsOf(view);
}

/** The size that a type's own `__sizeof__` reports. CPython: `tp_basicsize` and the methods of the types */
function sizeOf(self: unknown): number {
  const wide = abi().pointer === 8;
  switch (recordOf(self)) {
    case 'bytes':
      return (wide ? 33 : 17) + (self as Bytes).length;
    case 'bytearray':
      return (wide ? 64 : 32) + (self as ByteArray).__alloc__();
    case 'memoryview':
      return (wide ? 144 : 76) + (wide ? 24 : 12) * Math.max(dimensionsIn(self as MemoryView), 1);
    case 'array':
      return (wide ? 64 : 32) + (self as PyArray).length * (self as PyArray).itemsize;
    case 'Struct':
      return (wide ? 96 : 48) + (wide ? 32 : 16) * parseLayout((self as Struct).format).codes.length;
    case 'BytesIO':
      return (wide ? 64 : 32) + sizeOfContent(self as BytesIO, wide);
    default:
      return (ITERATOR_SIZES[typeName(self)] ?? 16) / (wide ? 1 : 2);
  }
}

const buffer: Dunder = (self, [flags]) => bufferOf(self as BufferExporter, flags as IntLike);

function releaseBuffer(self: unknown, [view]: readonly unknown[]): null {
  releaseBufferOf(self, view);
  return null;
}

function format(self: unknown, [specification]: readonly unknown[]): string {
  if (typeof specification !== 'string') {
    throw new PyTypeError(`__format__() argument must be str, not ${givenName(specification)}`);
  }
  return formatOf(self, specification);
}

/**
 * What the garbage collector does with a stream. Exceptions cannot leave it, so they are printed.
 *
 * CPython: `iobase_finalize`
 */
function closeQuietly(self: BytesIO): void {
  try {
    self.close();
  } catch (error) {
    printError(`Exception ignored while finalizing file ${reprOf(self)}:`, error);
  }
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
  __repr__: (self) =>
    recordOf(self) === 'Struct'
      ? String(prototypeFor(self, 'Struct').toString.call(self))
      : (slotsOf(self).repr?.(self) ?? objectText(self as object)),
  __str__: str,
  __format__: format,
  __bytes__: (self) => (isRecordedClass((self as Bytes).constructor) ? self : new Bytes(self as Bytes)),
  __buffer__: buffer,
  __release_buffer__: releaseBuffer,
  __enter__: (self) => (self as { enter(): unknown }).enter(),
  __exit__: (self, args) => (self as { exit(...args: unknown[]): unknown }).exit(...args) ?? null,
  __getnewargs__: (self) => tuple(bytesOfRange(copyContent(self as Bytes))),
  __getstate__: (self) => stateOf(self as object),
  __setstate__: (self, [state]) => {
    (self as { __setstate__(state: unknown): void }).__setstate__(listApart(state));
    return null;
  },
  __length_hint__: (self) => (self as { __length_hint__(): number }).__length_hint__(),
  __reduce__: (self) => reduce(self as object),
  __reduce_ex__: (self, [protocol]) => reduceEx(self as object, protocol),
  __init_subclass__: () => null,
  __subclasshook__: () => NotImplemented,
  __del__: (self) => {
    closeQuietly(self as BytesIO);
    return null;
  },
  _checkClosed: (self) => {
    (self as BytesIO).enter();
    return null;
  },
  _checkReadable: (self) => (self as BytesIO).readable(),
  _checkSeekable: (self) => (self as BytesIO).seekable(),
  _checkWritable: (self) => (self as BytesIO).writable(),
  __dir__: (self) => dir(self),
  __sizeof__: sizeOf,
  __alloc__: (self) => (self as ByteArray).__alloc__(),
  __class_getitem__: (self, [item]) =>
    new GenericAlias(typeof self === 'function' ? self : (self as object).constructor, item),
  __copy__: (self) => slot(self, 'getItem')(self, new Slice()),
  __deepcopy__: (self) => slot(self, 'getItem')(self, new Slice()),
};
