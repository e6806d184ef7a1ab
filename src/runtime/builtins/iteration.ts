/** Built-in functions that iterate: `iter`, `next`, `range`, `zip`, `sum`, `sorted` and similar ones. */
import {
  PyIndexError,
  PyOverflowError,
  PyStopIteration,
  PyTypeError,
  PyValueError,
} from '../../exceptions/index.js';
import {
  NotImplemented,
  PyComplex,
  Slice,
  TYPE_NAME,
  abi,
  asInt,
  brandOf,
  isComplex,
  isIntLike,
  isOptions,
  isSlice,
  isTrue,
  miscounted,
  nearestDouble,
  takes,
  takesOne,
  tuple,
  typeName,
} from '../../python/index.js';
import { add } from '../binary.js';
import { floatValue, makeFloat } from '../floats.js';
import { lengthOf } from '../items.js';
import { intValue, makeInt } from '../numbers.js';
import { call } from '../call.js';
import { compare, equal, hash as hashOf, iteratorOf, methodOf } from '../dispatch.js';
import type { Comparison } from '../slots/slots.js';
import { reversedOf } from '../reversed.js';
import { sliceIndices } from '../slices.js';
import { bindBuiltin, checkKeywords, nameBuiltins, separate } from './keywords.js';
import { sortInPlace } from './sort.js';
import { listOf } from './types.js';

/** `len(value)`. CPython: Python/bltinmodule.c `builtin_len` */
export function len(value: unknown): number {
  takesOne('len', arguments.length);
  return lengthOf(value);
}

/** `hash(value)`, as under `PYTHONHASHSEED=0`. CPython: Python/bltinmodule.c `builtin_hash` */
export function hash(value: unknown): bigint {
  takesOne('hash', arguments.length);
  return hashOf(value);
}

/**
 * `iter(value)`, or `iter(callable, sentinel)`: a JavaScript iterator.
 *
 * @throws PyTypeError `'int' object is not iterable`
 *
 * CPython: Python/bltinmodule.c `builtin_iter`
 */
export function iter(value: unknown, ...sentinel: readonly unknown[]): Iterator<unknown> {
  takes('iter', arguments.length, 1, 2);
  if (sentinel.length === 0) return iteratorOf(value);
  if (typeof value !== 'function') throw new PyTypeError('iter(v, w): v must be callable');
  return until(value, sentinel[0]);
}

function* until(callable: unknown, sentinel: unknown): Iterator<unknown> {
  for (;;) {
    const value = call(callable);
    if (isTrue(compare('eq', value, sentinel))) return;
    yield value;
  }
}

/**
 * `next(iterator)`, or `next(iterator, fallback)`.
 *
 * @throws PyStopIteration at the end, when there is no fallback
 * @throws PyTypeError `'int' object is not an iterator`
 *
 * CPython: Python/bltinmodule.c `builtin_next`
 */
export function next(iterator: unknown, ...fallback: readonly unknown[]): unknown {
  takes('next', arguments.length, 1, 2);
  const method = methodOf(iterator, 'next');
  if (method === null) {
    const python = methodOf(iterator, '__next__');
    if (python === null) throw new PyTypeError(`'${typeName(iterator)}' object is not an iterator`);
    try {
      return python.call(iterator);
    } catch (error) {
      if (fallback.length === 0 || !(error instanceof PyStopIteration)) throw error;
      return fallback[0];
    }
  }
  const step = method.call(iterator) as IteratorResult<unknown>;
  if (step.done !== true) return step.value;
  if (fallback.length > 0) return fallback[0];
  throw new PyStopIteration();
}

/**
 * `reversed(value)`: an iterator from the last item to the first.
 *
 * @throws PyTypeError `'set' object is not reversible`
 *
 * CPython: Objects/enumobject.c `reversed_new_impl`
 */
export function reversed(value: unknown): unknown {
  takes('reversed', arguments.length, 1);
  return reversedOf(value);
}
type Int = number | bigint;

/** Whether doubles are exact for a part of a range and for the sum of two. */
const isShort = (int: Int) => typeof int === 'number' && Math.abs(int) <= 2 ** 52;

/** Python's `range`. It computes each number on request. */
export class Range implements Iterable<Int> {
  constructor(
    /** The first number. */
    readonly start: Int,
    /** The number where it ends, exclusive. */
    readonly stop: Int,
    /** The difference between two numbers, not 0. */
    readonly step: Int,
  ) {}
  get [TYPE_NAME](): string {
    return 'range';
  }
  #length(): bigint {
    const step = BigInt(this.step);
    const length = (BigInt(this.stop) - BigInt(this.start) + step - (step < 0n ? -1n : 1n)) / step;
    return length < 0n ? 0n : length;
  }
  #item(index: bigint): Int {
    return makeInt(BigInt(this.start) + index * BigInt(this.step));
  }
  /** The place of a value, or -1; `search` compares it with each number. */
  #place(value: unknown, search: boolean): bigint {
    const int = intValue(value);
    let place = 0n;
    if (int === null && search) {
      for (const each of this) {
        if (equal(each, value)) return place;
        place++;
      }
    } else if (int !== null) {
      const distance = BigInt(int) - BigInt(this.start);
      place = distance / BigInt(this.step);
      if (distance % BigInt(this.step) === 0n && place >= 0n && place < this.#length()) return place;
    }
    return -1n;
  }
  /**
   * How many numbers there are.
   *
   * @throws PyOverflowError `Python int too large to convert to C ssize_t`
   *
   * CPython: Objects/rangeobject.c `range_length`
   */
  __len__(): Int {
    const length = this.#length();
    if (length > abi().maxsize) throw new PyOverflowError('Python int too large to convert to C ssize_t');
    return makeInt(length);
  }
  /** Whether there are any. CPython: Objects/rangeobject.c `range_bool` */
  __bool__(): boolean {
    return this.#length() > 0n;
  }
  /**
   * The number at an index, or the range of the numbers in a slice.
   *
   * CPython: Objects/rangeobject.c `range_subscript`
   */
  __getitem__(key: unknown): unknown {
    const length = this.#length();
    if (isSlice(key)) {
      const { start, stop, step } = sliceIndices(key, length);
      return new Range(this.#item(start), this.#item(stop), makeInt(BigInt(this.step) * step));
    }
    if (!isIntLike(key)) {
      throw new PyTypeError(`range indices must be integers or slices, not ${typeName(key)}`);
    }
    const given = BigInt(asInt(key));
    const index = given < 0n ? given + length : given;
    if (index < 0n || index >= length) throw new PyIndexError('range object index out of range');
    return this.#item(index);
  }
  /** Whether a value is one of these. CPython: Objects/rangeobject.c `range_contains` */
  __contains__(value: unknown): boolean {
    const float = floatValue(value);
    if (float === null) return this.#place(value, true) >= 0n;
    return Number.isInteger(float) && this.#place(BigInt(float), false) >= 0n;
  }
  /** CPython: Objects/rangeobject.c `range_index` */
  index(value: unknown): Int {
    const place = this.#place(value, true);
    const name = intValue(value) === null ? 'sequence' : 'range';
    if (place < 0n) throw new PyValueError(`${name}.index(x): x not in ${name}`);
    return makeInt(place);
  }
  /** CPython: Objects/rangeobject.c `range_count` */
  count(value: unknown): number {
    return this.#place(value, true) < 0n ? 0 : 1;
  }
  /** What ranges of the same numbers have in common. CPython: Objects/rangeobject.c `range_equals`, `range_hash` */
  #essence(): readonly unknown[] {
    const length = this.#length();
    return tuple(length, length > 0n ? this.start : null, length > 1n ? this.step : null);
  }
  /** Ranges of the same numbers are equal. CPython: Objects/rangeobject.c `range_richcompare` */
  __eq__(other: unknown): unknown {
    return other instanceof Range ? equal(this.#essence(), other.#essence()) : NotImplemented;
  }
  /** CPython: Objects/rangeobject.c `range_hash` */
  __hash__(): bigint {
    return hashOf(this.#essence());
  }
  /** The numbers from the last to the first. CPython: Objects/rangeobject.c `range_reverse` */
  __reversed__(): Iterator<Int> {
    return (this.__getitem__(new Slice(null, null, -1)) as Range)[Symbol.iterator]();
  }
  /** `range(start, stop, step)`, without a step of 1. CPython: Objects/rangeobject.c `range_repr` */
  __repr__(): string {
    return `range(${this.start}, ${this.stop}${this.step === 1 ? '' : `, ${this.step}`})`;
  }
  [Symbol.iterator](): IterableIterator<Int> {
    const parts = [this.start, this.stop, this.step] as [number, number, number];
    return parts.every(isShort) ? new RangeIterator(...parts) : longRange(parts.map(BigInt) as never);
  }
}

class RangeIterator implements IterableIterator<number> {
  #at: number;
  constructor(
    start: number,
    readonly stop: number,
    readonly step: number,
  ) {
    this.#at = start;
  }
  get [TYPE_NAME](): string {
    return 'range_iterator';
  }
  next(): IteratorResult<number> {
    const value = this.#at;
    if (this.step > 0 ? value >= this.stop : value <= this.stop) return { done: true, value: undefined };
    this.#at += this.step;
    return { done: false, value };
  }
  [Symbol.iterator](): this {
    return this;
  }
}

/** CPython: Objects/rangeobject.c `PyLongRangeIter_Type` */
function* longRange([start, stop, step]: [bigint, bigint, bigint]): IterableIterator<Int> {
  for (let at = start; step > 0n ? at < stop : at > stop; at += step) yield makeInt(at);
}

/**
 * `range(stop)`, `range(start, stop, step=1)`
 *
 * @throws PyValueError `range() arg 3 must not be zero`
 *
 * CPython: Objects/rangeobject.c `range_from_array`
 */
export function range(...args: readonly unknown[]): Range {
  takes('range', args.length, 1, 3);
  const [first, second, third = 1] = args.map((part) => makeInt(BigInt(asInt(part))));
  if (third === 0) throw new PyValueError('range() arg 3 must not be zero');
  return second === undefined ? new Range(0, first!, 1) : new Range(first!, second, third);
}

/**
 * `enumerate(iterable, start=0)`: tuples of a number and an item; keywords in an options object at the end.
 * A plain object that is the only argument is a dict, unless it names a parameter.
 *
 * CPython: Objects/enumobject.c `enum_new_impl`
 */
export function enumerate(...args: readonly unknown[]): IterableIterator<readonly unknown[]> {
  const only = args.length === 1 ? args[0] : undefined;
  const isDict = isOptions(only) && !PARAMETERS[2]!.some((name) => name in only);
  const [positional, kwargs] = separate(isDict ? [only, {}] : args);
  const names = Object.keys(kwargs);
  const given = positional.length + names.length;
  if (given === 0 || (given > 2 && positional.length === 0))
    throw new PyTypeError("enumerate() missing required argument 'iterable'");
  if (given > 2) throw new PyTypeError(`enumerate() takes at most 2 arguments (${given} given)`);
  const wrong = names.find((name) => !PARAMETERS[given]!.slice(positional.length).includes(name));
  if (wrong !== undefined) throw new PyTypeError(`'${wrong}' is an invalid keyword argument for enumerate()`);
  const [iterable = kwargs['iterable'], start = kwargs['start']] = positional;
  return enumerated(start === undefined ? 0 : asInt(start), iteratorOf(iterable));
}

/** The parameters of `enumerate` in a call with so many arguments. */
const PARAMETERS: readonly (readonly string[])[] = [[], ['iterable'], ['iterable', 'start']];

function* enumerated(
  start: number | bigint,
  iterator: Iterator<unknown>,
): IterableIterator<readonly unknown[]> {
  let at = start;
  for (let step = iterator.next(); step.done !== true; step = iterator.next()) {
    yield tuple(at, step.value);
    at = typeof at === 'number' && at < Number.MAX_SAFE_INTEGER ? at + 1 : makeInt(BigInt(at) + 1n);
  }
}

/**
 * `zip(*iterables, strict=False)`: tuples of one item from each, until one iterable ends.
 *
 * @throws PyValueError `zip() argument 2 is longer than argument 1`, only with `{ strict: true }`
 *
 * CPython: Python/bltinmodule.c `zip_new`
 */
export function zip(...args: readonly unknown[]): IterableIterator<readonly unknown[]> {
  const [iterables, kwargs] = separate(args);
  checkKeywords('zip', kwargs, ['strict']);
  return zipOf('zip', iterables, kwargs);
}

function zipOf(
  name: 'zip' | 'map',
  iterables: readonly unknown[],
  kwargs: Readonly<Record<string, unknown>>,
): IterableIterator<readonly unknown[]> {
  const iterators = iterables.map((iterable) => iteratorOf(iterable));
  return zipped(name, iterators, isTrue(kwargs['strict']));
}

function* zipped(
  name: string,
  iterators: readonly Iterator<unknown>[],
  strict: boolean,
): IterableIterator<readonly unknown[]> {
  if (iterators.length === 0) return;
  const before = (count: number) => (count === 1 ? 'argument 1' : `arguments 1-${count}`);
  for (;;) {
    const items: unknown[] = [];
    for (const iterator of iterators) {
      const step = iterator.next();
      if (step.done === true) {
        if (strict) checkEnds(items.length);
        return;
      }
      items.push(step.value);
    }
    yield Object.freeze(items);
  }

  function checkEnds(ended: number): void {
    if (ended > 0) throw new PyValueError(`${name}() argument ${ended + 1} is shorter than ${before(ended)}`);
    for (let i = 1; i < iterators.length; i++) {
      if (iterators[i]!.next().done !== true) {
        throw new PyValueError(`${name}() argument ${i + 1} is longer than ${before(i)}`);
      }
    }
  }
}

/**
 * `map(function, *iterables, strict=False)`; keywords in an options object at the end.
 *
 * CPython: Python/bltinmodule.c `map_new`
 */
export function map(...args: readonly unknown[]): IterableIterator<unknown> {
  const [[callable, ...iterables], kwargs] = separate(args);
  checkKeywords('map', kwargs, ['strict']);
  if (iterables.length === 0) throw new PyTypeError('map() must have at least two arguments.');
  return mapped(callable, zipOf('map', iterables, kwargs));
}

function* mapped(callable: unknown, tuples: Iterable<readonly unknown[]>): IterableIterator<unknown> {
  for (const items of tuples) yield call(callable, items);
}

/**
 * `filter(function, iterable)`; None keeps the true items.
 *
 * CPython: Python/bltinmodule.c `filter_new`
 */
export function filter(callable: unknown, iterable: unknown): IterableIterator<unknown> {
  takes('filter', arguments.length, 2);
  return filtered(callable, iteratorOf(iterable));
}

function* filtered(callable: unknown, iterator: Iterator<unknown>): IterableIterator<unknown> {
  for (let step = iterator.next(); step.done !== true; step = iterator.next()) {
    if (isTrue(callable === null ? step.value : call(callable, [step.value]))) yield step.value;
  }
}

/**
 * `any(iterable)`
 *
 * CPython: Python/bltinmodule.c `builtin_any`
 */
export function any(iterable: unknown): boolean {
  takesOne('any', arguments.length);
  const iterator = iteratorOf(iterable);
  for (let step = iterator.next(); step.done !== true; step = iterator.next()) {
    if (isTrue(step.value)) return true;
  }
  return false;
}

/**
 * `all(iterable)`
 *
 * CPython: Python/bltinmodule.c `builtin_all`
 */
export function all(iterable: unknown): boolean {
  takesOne('all', arguments.length);
  const iterator = iteratorOf(iterable);
  for (let step = iterator.next(); step.done !== true; step = iterator.next()) {
    if (!isTrue(step.value)) return false;
  }
  return true;
}

/** A sum of floats with its rounding error. CPython: Python/bltinmodule.c `CompensatedSum` */
class CompensatedSum {
  private lost = 0;

  constructor(private sum: number) {}

  add(value: number): void {
    const next = this.sum + value;
    this.lost += Math.abs(this.sum) >= Math.abs(value) ? this.sum - next + value : value - next + this.sum;
    this.sum = next;
  }

  get value(): number {
    return this.lost !== 0 && Number.isFinite(this.lost) ? this.sum + this.lost : this.sum;
  }
}

/** A real number as a double; null for ints too large for one, and for other values. */
function doubleOf(value: unknown): number | null {
  const float = floatValue(value);
  if (float !== null) return float;
  const int = intValue(value);
  const double = int === null ? null : nearestDouble(int);
  return double === null || !Number.isFinite(double) ? null : double;
}

/**
 * `sum(iterable, start=0)`; floats and complex numbers are added with compensation, as CPython does.
 *
 * @throws PyTypeError `sum() can't sum bytes [use b''.join(seq) instead]`
 *
 * CPython: Python/bltinmodule.c `builtin_sum_impl`
 */
export function sum(iterable: unknown, start: unknown = 0): unknown {
  let total = start;
  if (arguments.length !== 1) {
    const [positional, kwargs] = separate(Array.from(arguments));
    const given = bindBuiltin('keywords sum(iterable, /, start=0)', positional, kwargs)[1];
    total = given === undefined ? 0 : given;
  }
  const iterator = iteratorOf(iterable);
  if (typeof total === 'string') throw new PyTypeError("sum() can't sum strings [use ''.join(seq) instead]");
  const type = brandOf(total);
  if (type === 'bytes' || type === 'bytearray') {
    throw new PyTypeError(`sum() can't sum ${type} [use b''.join(seq) instead]`);
  }
  let step = iterator.next();
  const advance = () => {
    total = add(total, step.value);
    step = iterator.next();
  };
  // Like CPython's loops: ints, then floats, then complex numbers, then anything, without going back.
  while (step.done !== true && isInt(total) && intValue(step.value) !== null) advance();
  if (step.done !== true && isInt(total)) advance();
  const float = floatValue(total);
  if (float !== null) {
    const real = new CompensatedSum(float);
    for (; step.done !== true; step = iterator.next()) {
      const value = doubleOf(step.value);
      if (value === null) break;
      real.add(value);
    }
    total = makeFloat(real.value);
    if (step.done !== true) advance();
  }
  if (isComplex(total)) {
    const real = new CompensatedSum(total.re);
    const imaginary = new CompensatedSum(total.im);
    for (; step.done !== true; step = iterator.next()) {
      const value = isComplex(step.value) ? step.value.re : doubleOf(step.value);
      if (value === null) break;
      real.add(value);
      if (isComplex(step.value)) imaginary.add(step.value.im);
    }
    total = new PyComplex(real.value, imaginary.value);
  }
  while (step.done !== true) advance();
  return total;
}

function isInt(value: unknown): boolean {
  return typeof value !== 'boolean' && intValue(value) !== null;
}

function extreme(name: 'min' | 'max', operation: Comparison, args: readonly unknown[]): unknown {
  const [first, second] = args;
  if (args.length === 2 && typeof first === 'number' && typeof second === 'number') {
    return (operation === 'lt' ? second < first : second > first) ? second : first;
  }
  const [positional, kwargs] = separate(args);
  takes(name, positional.length, 1, Infinity);
  checkKeywords(name, kwargs, ['key', 'default']);
  const { key, default: fallback } = kwargs;
  if (positional.length > 1 && fallback !== undefined) {
    throw new PyTypeError(`Cannot specify a default for ${name}() with multiple positional arguments`);
  }
  const iterator = iteratorOf(positional.length === 1 ? positional[0] : positional);
  const keyOf = (item: unknown) => (key === undefined || key === null ? item : call(key, [item]));
  let step = iterator.next();
  if (step.done === true) {
    if (fallback !== undefined) return fallback;
    throw new PyValueError(`${name}() iterable argument is empty`);
  }
  let best: unknown = step.value;
  let bestKey = keyOf(best);
  for (step = iterator.next(); step.done !== true; step = iterator.next()) {
    const itemKey = keyOf(step.value);
    if (!isTrue(compare(operation, itemKey, bestKey))) continue;
    best = step.value;
    bestKey = itemKey;
  }
  return best;
}

/** `min(iterable, *, key=None, default)`, `min(a, b, ...)`; keywords in an options object at the end. */
export const min = (...args: readonly unknown[]): unknown => extreme('min', 'lt', args);
/** `max(iterable, *, key=None, default)`, `max(a, b, ...)`; keywords in an options object at the end. */
export const max = (...args: readonly unknown[]): unknown => extreme('max', 'gt', args);

/**
 * `sorted(iterable, *, key=None, reverse=False)`: a new list, stable.
 *
 * CPython: Python/bltinmodule.c `builtin_sorted`
 */
export function sorted(iterable: unknown, options?: { key?: unknown; reverse?: unknown }): unknown[] {
  let kwargs: { readonly key?: unknown; readonly reverse?: unknown } = options ?? {};
  if (arguments.length !== 1) {
    const [positional, given] = separate(Array.from(arguments));
    if (positional.length !== 1) throw miscounted('sorted', positional.length, 1, 1);
    kwargs = given;
  }
  const items = listOf(iterable);
  checkKeywords('sort', kwargs, ['key', 'reverse']);
  const { key, reverse } = kwargs;
  const keyed = items.map((item) => ({
    item,
    key: key === undefined || key === null ? item : call(key, [item]),
  }));
  // Reversed before and after, so that equal items keep their order.
  const down = isTrue(reverse);
  if (down) keyed.reverse();
  sortInPlace(keyed, (x, y) => isTrue(compare('lt', x.key, y.key)));
  if (down) keyed.reverse();
  return keyed.map((each) => each.item);
}

// Generators inherit from the prototype of their function.
const ITERATORS = {
  callable_iterator: until,
  longrange_iterator: longRange,
  enumerate: enumerated,
  zip: zipped,
  map: mapped,
  filter: filtered,
};
for (const [type, generator] of Object.entries(ITERATORS)) {
  Object.defineProperty(generator.prototype, TYPE_NAME, { value: type });
}

nameBuiltins('type', { enumerate, zip, map }, { reversed, range, filter });
nameBuiltins('builtin_function_or_method', { sum, min, max, sorted }, { len, hash, iter, next, any, all });
