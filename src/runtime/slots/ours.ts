/**
 * The slots of our types. They assume that the caller has looked for overriding methods. Caller:
 * `dispatch.ts`.
 */
import { ByteArray, Bytes, richCompare } from '../../bytes/index.js';
import { PIN, UNPIN } from '../../bytes/hold.js';
import { MAKE, MAKE_BYTES } from '../../bytes/hooks.js';
import type { PyArray } from '../../companions/array/index.js';
import { formatPercent } from '../../formats/percent-registry.js';
import { EQUALS } from '../../memoryview/index.js';
import type { MemoryView } from '../../memoryview/index.js';
import { MEMORY } from '../../memory/index.js';
import {
  ITERATION,
  NotImplemented,
  TYPE_NAME,
  isPositioned,
  isTuple,
  typeName,
  boxesFloats,
} from '../../python/index.js';
import type { Iteration, Positioned, Slice } from '../../python/index.js';
import { boxFloats } from '../floats.js';
import type { Arithmetic } from '../numbers.js';
import { SYMBOLS } from './slots.js';
import type { Comparison, Slots } from './slots.js';

type Own = Bytes | ByteArray;
type Key = number | Slice;

/** The slots that `bytes` and `bytearray` share. */
const SHARED: Slots = {
  binary(operation: Arithmetic, left: Own, right: unknown) {
    return operation === 'mod' ? percent(left, right) : NotImplemented;
  },
  concat: (self: Own, other) => self.concat(other as Bytes),
  repeat: (self: Own, count) => self.repeat(count),
  length: (self: Own) => self.length,
  contains: (self: Own, item) => self.includes(item as number),
  iterate: (self: Own) => self[Symbol.iterator]() as Iterator<unknown>,
  reversed: (self: Own) => self.reversed() as Iterator<unknown>,
  sequence: true,
  repr: (self: Own) => self.repr(),
};

/**
 * `self % args`; a list is a single value, and a mapping is read with its own keys.
 *
 * CPython: Objects/bytesobject.c `_PyBytes_FormatEx`
 */
export function percent(self: Own, args: unknown): Own {
  if (isTuple(args)) return self.mod(args);
  // Only values of this copy of the library have the hooks below.
  if ((self[MAKE] as unknown) === undefined) return percent(copied(self), args);
  self[PIN]();
  try {
    const operand = { kind: 'single', value: args, exactKeys: true } as const;
    const result = formatPercent(self, operand, (key) => self[MAKE_BYTES](key));
    return self[MAKE](result);
  } finally {
    self[UNPIN]();
  }
}

/** Copies a value of another copy of the library into one of this copy. */
function copied(value: Own): Own {
  return value.kind === 'bytes' ? new Bytes(value) : new ByteArray(value);
}

/** Compares contents; another copy of the library may keep them in other fields. */
function compareBytes(operation: Comparison, self: Own, other: unknown): unknown {
  return richCompare(
    (self[MEMORY] as unknown) === undefined ? copied(self) : self,
    other,
    SYMBOLS[operation],
  );
}

/** `bytes`: compares only with its own kind. */
export const BYTES: Slots = {
  ...SHARED,
  getItem: (self: Bytes, key) => self.get(key as Key),
  compare: compareBytes,
  hash: (self) => (self as Bytes).hash(),
};

/** `bytearray`: compares with anything that exports a buffer. */
export const BYTEARRAY: Slots = {
  ...SHARED,
  getItem: (self: ByteArray, key) => self.get(key as Key),
  setItem: (self: ByteArray, key, value) => self.set(key as Key, value as number),
  deleteItem: (self: ByteArray, key) => self.delete(key as Key),
  inPlaceConcat: (self: ByteArray, other) => self.iadd(other as Bytes),
  inPlaceRepeat: (self: ByteArray, count) => self.imul(count),
  compare: compareBytes,
  hash: null,
};

/** Whether the items of a view are floats. */
export function holdsFloats(view: MemoryView): boolean {
  const format = view.format;
  const code = format[format.length - 1];
  return (code === 'f' || code === 'd' || code === 'e') && !format.includes('Z');
}

function boxed(self: MemoryView, value: unknown): unknown {
  // A sub-view is not a float, and code that the subscript ran may have released its parent.
  return typeof value === 'number' && boxesFloats() && holdsFloats(self) ? boxFloats(value) : value;
}

/** An invalid key, which the view refuses in the order of its own checks. */
const NO_KEY: unknown = Object.freeze({});

/** Replaces a list, which unlike a tuple is not a key. */
function viewKey(key: unknown): number {
  return (Array.isArray(key) && !isTuple(key) ? NO_KEY : key) as number;
}

/** One of our iterators, with its floats in boxes. */
class BoxedItems implements IterableIterator<unknown> {
  constructor(protected readonly items: Iterator<unknown>) {}

  get [TYPE_NAME](): string {
    return typeName(this.items);
  }

  next(): IteratorResult<unknown> {
    const step = this.items.next();
    return step.done === true ? step : { done: false, value: boxFloats(step.value) };
  }

  [Symbol.iterator](): this {
    return this;
  }
}

/** The same for an iterator that has a position, and perhaps `__setstate__`. */
class PositionedBoxedItems extends BoxedItems {
  get [ITERATION](): Iteration {
    return (this.items as unknown as Positioned)[ITERATION];
  }

  get __setstate__(): Positioned['__setstate__'] {
    return (this.items as unknown as Positioned).__setstate__?.bind(this.items);
  }

  get __length_hint__(): Positioned['__length_hint__'] {
    return (this.items as unknown as Positioned).__length_hint__?.bind(this.items);
  }
}

function boxedItems(items: Iterator<unknown>): Iterator<unknown> {
  return isPositioned(items) ? new PositionedBoxedItems(items as never) : new BoxedItems(items);
}

function viewIterator(self: MemoryView, items: Iterator<unknown>): Iterator<unknown> {
  return boxesFloats() && holdsFloats(self) ? boxedItems(items) : items;
}

/** `self == other`; null if the other side must answer. */
function equality(self: MemoryView, other: unknown): boolean | null {
  // A copy of the library with another layout has no EQUALS.
  return (self[EQUALS] as typeof self.equals | undefined) === undefined
    ? self.equals(other)
    : self[EQUALS](other);
}

/** `memoryview`. */
export const MEMORYVIEW: Slots = {
  length: (self: MemoryView) => self.length,
  getItem: (self: MemoryView, key) => boxed(self, self.get(viewKey(key))),
  setItem: (self: MemoryView, key, value) => self.set(viewKey(key), value as number),
  deleteItem: (self: MemoryView, key) => self.delete(key as number),
  contains: (self: MemoryView, item) => self.includes(item as number),
  iterate: (self: MemoryView) => viewIterator(self, self[Symbol.iterator]()),
  reversed: (self: MemoryView) => viewIterator(self, self.reversed()),
  sequence: true,
  compare(operation, self: MemoryView, other) {
    if (operation !== 'eq' && operation !== 'ne') return NotImplemented;
    const equal = equality(self, other);
    return equal === null ? NotImplemented : equal === (operation === 'eq');
  },
  hash: (self) => (self as MemoryView).hash(),
  repr: (self: MemoryView) => self.repr(),
};

const FLOAT_CODES: readonly unknown[] = ['e', 'f', 'd'];

/** Boxes an array's floats if the settings say so. */
export function boxedItem(self: PyArray, value: unknown): unknown {
  return boxesFloats() && FLOAT_CODES.includes(self.typecode) ? boxFloats(value) : value;
}

function arrayIterator(self: PyArray, items: Iterator<unknown>): Iterator<unknown> {
  return boxesFloats() && FLOAT_CODES.includes(self.typecode) ? boxedItems(items) : items;
}

/** `array.array`. */
export const ARRAY: Slots = {
  concat: (self: PyArray, other) => self.concat(other as PyArray),
  repeat: (self: PyArray, count) => self.repeat(count),
  inPlaceConcat: (self: PyArray, other) => self.iadd(other as PyArray),
  inPlaceRepeat: (self: PyArray, count) => self.imul(count),
  length: (self: PyArray) => self.length,
  getItem: (self: PyArray, key) => boxedItem(self, self.get(key as number)),
  setItem: (self: PyArray, key, value) => self.set(key as number, value as number),
  deleteItem: (self: PyArray, key) => self.delete(key as number),
  contains: (self: PyArray, item) => self.includes(item),
  iterate: (self: PyArray) => arrayIterator(self, self[Symbol.iterator]()),
  reversed: (self: PyArray) => arrayIterator(self, self.reversed()),
  sequence: true,
  compare: (operation, self: PyArray, other) => self.richCompare(other, SYMBOLS[operation]),
  hash: null,
  repr: (self: PyArray) => self.toString(),
};
