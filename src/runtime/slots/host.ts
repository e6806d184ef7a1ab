/**
 * The slots of the host's own values: numbers, strings, lists, tuples, dicts, sets and all others. Containers
 * receive the operations on their items as `ValueRules`, because files above define them. Caller:
 * `dispatch.ts`.
 */
import { EXCEPTION_IDS, PyException, PyKeyError, PyTypeError } from '../../exceptions/index.js';
import {
  NotImplemented,
  TYPE_NAME,
  isComplex,
  isSlice,
  isTuple,
  specialMethod,
  typeName,
} from '../../python/index.js';
import type { Complex, Slice } from '../../python/index.js';
import { hashComplex, hashHost, hashSlice } from '../hash.js';
import { concatLists, deleteListItem, listItem, repeatList, setListItem, tupleItem } from '../lists.js';
import { arithmetic, compareNumbers } from '../numbers.js';
import { characters, compareText, textItem, textLength } from '../text.js';
import { keyIterator, textIterator, tupleIterator } from './iterators.js';
import { satisfies } from './slots.js';
import type { Comparison, Slots } from './slots.js';

/** The operations that containers need on their items, whatever their types. */
export interface ValueRules {
  /** Identical or equal. CPython: `PyObject_RichCompareBool` */
  equal(left: unknown, right: unknown): boolean;
  /** CPython: `PyObject_RichCompare` */
  compare(operation: Comparison, left: unknown, right: unknown): unknown;
  hash(value: unknown): bigint;
  repr(value: unknown): string;
  /** @throws PyTypeError `'int' object is not iterable` */
  iterate(value: unknown): Iterator<unknown>;
}

/** The slots of the host's own values. */
export interface HostSlots {
  readonly number: Slots;
  readonly complex: Slots;
  readonly text: Slots;
  readonly tuple: Slots;
  readonly list: Slots;
  readonly slice: Slots;
  readonly map: Slots;
  readonly set: Slots;
  readonly plain: Slots;
  /** Instances of classes. */
  readonly object: Slots;
  /** None, functions and symbols. */
  readonly other: Slots;
}

type Items = readonly unknown[];

/** Types of objects that CPython defines without a table of sequence slots. */
const WITHOUT_TABLE: ReadonlySet<string> = new Set([
  ...['bytes_iterator', 'bytearray_iterator', 'memory_iterator', 'reversed', 'generator', 'iterator'],
  ...['list_iterator', 'list_reverseiterator', 'tuple_iterator', 'str_iterator', 'str_ascii_iterator'],
  ...['set_iterator', 'dict_keyiterator', 'range_iterator', 'longrange_iterator'],
  ...['callable_iterator', 'zip', 'map', 'filter'],
  ...['enumerate', 'types.GenericAlias', 'function', 'builtin_function_or_method', 'type', 'object', 'code'],
]);

/**
 * Whether CPython's type of an object has a table of sequence slots: all classes have one that a program or a module
 * defines with `PyType_FromSpec`, such as `_struct.Struct`.
 */
function hasSequenceTable(self: unknown): boolean {
  if (!(self instanceof PyException)) return !WITHOUT_TABLE.has(typeName(self));
  const prototype = Object.getPrototypeOf(self) as { readonly [EXCEPTION_IDS]?: readonly string[] };
  // Exceptions of modules, such as `struct.error`, are such classes, too.
  return !Object.hasOwn(prototype, EXCEPTION_IDS) || prototype[EXCEPTION_IDS]![0]!.includes('.');
}

/** Makes the slots of `int`, `float`, `str`, `tuple`, `list`, `dict`, `set` and all other values. */
export function hostSlots(rules: ValueRules): HostSlots {
  const hash = (self: unknown) => hashHost(self, rules.hash);
  const tuple: Slots = { ...itemSlots(rules), hash, getItem: tupleItem, iterate: tupleIterator };
  const list: Slots = { ...itemSlots(rules), ...listSlots(rules) };
  return {
    number: { ...NUMBER, hash },
    complex: COMPLEX,
    text: { ...TEXT, hash },
    tuple,
    list,
    slice: sliceSlots(rules),
    ...dictSlots(rules),
    object: { hash, hasSequenceTable },
    other: { hash },
  };
}

const NUMBER: Slots = {
  binary: arithmetic,
  compare(operation, self, other) {
    const order = compareNumbers(self, other);
    return order === null ? NotImplemented : satisfies(operation, order);
  },
};

/** CPython does not order complex numbers. */
const COMPLEX: Slots = {
  binary: arithmetic,
  compare(operation, self: Complex, other) {
    if (operation !== 'eq' && operation !== 'ne') return NotImplemented;
    const { re, im } = isComplex(other) ? other : { re: other, im: 0 };
    const real = compareNumbers(self.re, re);
    if (real === null) return NotImplemented;
    return (real === 0 && self.im === im) === (operation === 'eq');
  },
  hash: (self) => hashComplex(self as Complex),
};

const TEXT: Slots = {
  concat(self: string, other) {
    if (typeof other === 'string') return self + other;
    throw new PyTypeError(`can only concatenate str (not "${typeName(other)}") to str`);
  },
  repeat: (self: string, count) => self.repeat(Math.max(count, 0)),
  length: textLength,
  getItem: textItem,
  contains(self: string, item) {
    if (typeof item === 'string') return self.includes(item);
    throw new PyTypeError(`'in <string>' requires string as left operand, not ${typeName(item)}`);
  },
  iterate: textIterator,
  reversed: (self: string) => reversedItems(Object.freeze(Array.from(characters(self)))),
  sequence: true,
  compare(operation, self: string, other) {
    return typeof other === 'string' ? satisfies(operation, compareText(self, other)) : NotImplemented;
  },
};

function itemSlots(rules: ValueRules): Slots {
  return {
    concat: concatLists,
    repeat: repeatList,
    length: (self: Items) => self.length,
    getItem: listItem,
    contains: (self: Items, item) => self.some((each) => rules.equal(each, item)),
    iterate: (self: Items) => self[Symbol.iterator](),
    reversed: reversedItems,
    sequence: true,
    compare(operation, self: Items, other) {
      if (!Array.isArray(other) || isTuple(other) !== isTuple(self)) return NotImplemented;
      return compareItems(rules, operation, self, other);
    },
  };
}

/**
 * Compares lexicographically by the items' own `==` and `<`. CPython: Objects/listobject.c `list_richcompare`
 */
function compareItems(rules: ValueRules, operation: Comparison, self: Items, other: Items): unknown {
  const equality = operation === 'eq' || operation === 'ne';
  if (equality && self.length !== other.length) return operation === 'ne';
  for (let i = 0; i < self.length && i < other.length; i++) {
    if (rules.equal(self[i], other[i])) continue;
    return equality ? operation === 'ne' : rules.compare(operation, self[i], other[i]);
  }
  return satisfies(operation, self.length - other.length);
}

/** Slices compare like tuples of their parts. CPython: Objects/sliceobject.c `slice_richcompare` */
function sliceSlots(rules: ValueRules): Slots {
  const parts = ({ start, stop, step }: Slice) => [start ?? null, stop ?? null, step ?? null];
  return {
    compare(operation, self: Slice, other) {
      if (!isSlice(other)) return NotImplemented;
      return compareItems(rules, operation, parts(self), parts(other));
    },
    hash: (self) => hashSlice(parts(self as Slice), rules.hash),
  };
}

/**
 * By index from the end, so that the iterator ends if the list shrinks meanwhile.
 *
 * CPython: `PyReversed_Type`, `PyListRevIter_Type`
 */
class ReversedItems implements IterableIterator<unknown> {
  #at: number;

  constructor(private readonly items: Items) {
    this.#at = items.length;
  }

  get [TYPE_NAME](): string {
    return Array.isArray(this.items) && !isTuple(this.items) ? 'list_reverseiterator' : 'reversed';
  }

  next(): IteratorResult<unknown> {
    const at = --this.#at;
    if (at >= 0 && at < this.items.length) return { done: false, value: this.items[at] };
    return { done: true, value: undefined };
  }

  [Symbol.iterator](): this {
    return this;
  }
}

const reversedItems = (items: Items): Iterator<unknown> => new ReversedItems(items);

function listSlots(rules: ValueRules): Slots {
  return {
    hash: null,
    inPlaceConcat(self: unknown[], other) {
      for (const item of listOf(rules, other)) self.push(item);
      return self;
    },
    inPlaceRepeat(self: unknown[], count) {
      const repeated = repeatList(self, count);
      self.length = 0;
      for (const item of repeated) self.push(item);
      return self;
    },
    setItem(self: unknown[], key, value) {
      setListItem(self, key, value, (items) => assignable(rules, items));
    },
    deleteItem: deleteListItem,
  };
}

function listOf(rules: ValueRules, iterable: unknown): unknown[] {
  const items: unknown[] = [];
  const iterator = rules.iterate(iterable);
  for (let step = iterator.next(); step.done !== true; step = iterator.next()) items.push(step.value);
  return items;
}

function assignable(rules: ValueRules, value: unknown): unknown[] {
  try {
    return listOf(rules, value);
  } catch (error) {
    throw error instanceof PyTypeError ? new PyTypeError('must assign iterable to extended slice') : error;
  }
}

const MISSING = Symbol('missing');

function dictSlots(rules: ValueRules): Pick<HostSlots, 'map' | 'set' | 'plain'> {
  /** @throws PyTypeError `cannot use 'list' as a dict key (unhashable type: 'list')` */
  function hashOf(key: unknown, use: string): bigint {
    try {
      return rules.hash(key);
    } catch (error) {
      if (!(error instanceof PyTypeError)) throw error;
      throw new PyTypeError(`cannot use '${typeName(key)}' as a ${use} (${error.message})`);
    }
  }

  /**
   * Finds the stored key that equals a key. Numbers, bigints, bytes and tuples compare by value, not by
   * identity.
   */
  function find(
    self: ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>,
    key: unknown,
    use: string,
  ): unknown {
    if (self.has(key)) return key;
    const hash = hashOf(key, use);
    if (typeof key === 'string') return MISSING;
    // Only the program's own classes can see the keys that they are compared with. Python compares them only
    // with keys of the same hash.
    const isSeen = specialMethod(key, '__eq__') !== null;
    for (const each of self.keys()) {
      if ((!isSeen || mayHaveHash(each, hash)) && rules.equal(each, key)) return each;
    }
    return MISSING;
  }

  /**
   * Whether a stored key may have a hash. True for the program's own classes, because Python does not ask a
   * stored key for its hash again.
   */
  function mayHaveHash(value: unknown, hash: bigint): boolean {
    if (specialMethod(value, '__hash__') !== null) return true;
    try {
      return rules.hash(value) === hash;
    } catch (error) {
      // Only a JavaScript Map can have lists as keys.
      if (!(error instanceof PyTypeError)) throw error;
      return true;
    }
  }

  const map: Slots = {
    length: (self: Map<unknown, unknown>) => self.size,
    getItem(self: Map<unknown, unknown>, key) {
      const found = find(self, key, 'dict key');
      if (found === MISSING) throw new PyKeyError(rules.repr(key));
      return self.get(found);
    },
    setItem(self: Map<unknown, unknown>, key, value) {
      const found = find(self, key, 'dict key');
      self.set(found === MISSING ? key : found, value);
    },
    deleteItem(self: Map<unknown, unknown>, key) {
      if (!self.delete(find(self, key, 'dict key'))) throw new PyKeyError(rules.repr(key));
    },
    contains: (self: Map<unknown, unknown>, item) => find(self, item, 'dict key') !== MISSING,
    iterate: (self: Map<unknown, unknown>) => self.keys(),
    hash: null,
  };

  const set: Slots = {
    hasSequenceTable: () => true,
    length: (self: Set<unknown>) => self.size,
    contains: (self: Set<unknown>, item) => find(self, item, 'set element') !== MISSING,
    iterate: (self: Set<unknown>) => self.values(),
    hash: null,
  };

  const has = (self: object, key: unknown): key is string => {
    if (typeof key === 'string') return Object.hasOwn(self, key);
    hashOf(key, 'dict key');
    return false;
  };
  const plain: Slots = {
    length: (self: object) => Object.keys(self).length,
    getItem(self: Record<string, unknown>, key) {
      if (!has(self, key)) throw new PyKeyError(rules.repr(key));
      return self[key];
    },
    setItem(self: Record<string, unknown>, key, value) {
      if (!has(self, key) && typeof key !== 'string')
        throw new PyTypeError('the keys of a plain object are strings: use a Map');
      self[key] = value;
    },
    deleteItem(self: Record<string, unknown>, key) {
      if (!has(self, key)) throw new PyKeyError(rules.repr(key));
      delete self[key];
    },
    contains: has,
    iterate: keyIterator,
    hash: null,
  };
  return { map, set, plain };
}
