/**
 * Fast paths for `bytes(x)` and `iter(b)` with arguments that run no code of the program. Everything else,
 * and everything that raises, goes through the table of the type. Caller: `classes.ts`.
 */
import { ByteArray, Bytes, bytesOf } from '../../bytes/index.js';
import { VALUE } from './border.js';
import type { Border } from './border.js';
import { quickOf } from './quick-values.js';
import type { Content } from './quick-values.js';
import type { ClassOptions, Keywords, PyObject, SkulptClass } from './skulpt.js';

type Slots = NonNullable<ClassOptions['slots']>;

/**
 * Puts a fast path before `bytes.__new__` for no argument, bytes, a small size, one of Skulpt's iterators, and a list,
 * tuple or range of ints.
 */
export function quickenConstructor(border: Border, slots: Slots): void {
  const { int_, list, tuple, range_ } = border.Sk.builtin;
  const { bytesOf: bytesOfItems } = quickOf(border);
  const long = slots['tp$new'] as (this: PyObject, args: PyObject[], kwargs: Keywords) => PyObject;
  const empty = new Bytes();
  const made = (source: PyObject): PyObject | null => {
    const { ob$type: cls, v } = source;
    if (cls === border.bytes) return source;
    if (cls === int_)
      return typeof v === 'number' && v > 1 && v < 4096
        ? border.runtime.toHost(bytesOf(new Uint8Array(v), 0, v))
        : null;
    if (cls !== list && cls !== tuple && cls !== range_) {
      if (source['tp$iternext'] === undefined || source.hp$type === true) return null;
      return border.runtime.toHost(new Bytes(bytesOfIterator(border, source)));
    }
    const items = bytesOfItems(v as PyObject[]);
    return items === null ? null : border.runtime.toHost(new Bytes(items));
  };
  slots['tp$new'] = function (this: PyObject, args: PyObject[], kwargs: Keywords) {
    const isExact = args.length < 2 && (kwargs === undefined || kwargs.length === 0);
    if (!isExact || this !== border.bytes.prototype) return long.call(this, args, kwargs);
    return (
      (args.length === 0 ? border.runtime.toHost(empty) : made(args[0]!)) ?? long.call(this, args, kwargs)
    );
  };
}

/**
 * Reads the bytes of a generator, a `map` or another of Skulpt's own iterators, which have no special methods of the
 * program's. Items that are not plain ints go through the library, which raises as Python does.
 */
function bytesOfIterator(border: Border, iterator: PyObject): number[] {
  const { host, runtime } = border;
  const int_ = border.Sk.builtin['int_']!;
  const numbers: number[] = [];
  for (let item = host.next!(iterator); item !== undefined; item = host.next!(iterator)) {
    const { v } = item;
    if (item.ob$type === int_ && typeof v === 'number' && (v & 255) === v) numbers.push(v);
    else {
      const value = item;
      const made = runtime.run(() => new Bytes([host.fromHost(value) as number]));
      numbers.push((made[VALUE] as Bytes).get(0));
    }
  }
  return numbers;
}

/** What an iterator over bytes that nothing but `next` has read yet goes over; null at its end. */
const SOURCE: unique symbol = Symbol('pybuffer.source');
/** The index of its next byte. */
const AT: unique symbol = Symbol('pybuffer.at');

/** Puts a fast path before `iter` of bytes and bytearrays, which makes no iterator of the library. */
export function quickenIter(border: Border, type: 'bytes' | 'bytearray', slots: Slots): void {
  const Base: unknown = type === 'bytes' ? Bytes : ByteArray;
  const long = slots['tp$iter'] as (this: PyObject) => PyObject;
  let Iterator: SkulptClass | undefined;
  slots['tp$iter'] = function (this: PyObject) {
    const value = this[VALUE] as Content;
    if (value.constructor !== Base) return long.call(this);
    Iterator ??= border.classes.get(`${type}_iterator`)!;
    return new Iterator(value);
  };
}

/** A constructor of iterators over bytes: Skulpt's objects for those of the library, or own ones over a source. */
export function iteratorConstructor(): ClassOptions['constructor'] {
  return function (this: PyObject, source: Content | undefined, value?: object) {
    this[SOURCE] = source;
    this[AT] = 0;
    if (value !== undefined) setValue(this, value);
  };
}

const setValue = (iterator: PyObject, value: object) =>
  Object.defineProperty(iterator, VALUE, { value, writable: true });

/** Lets the library see such an iterator: it gets one of its own, at the same place. */
export function showIterators(border: Border, { prototype }: SkulptClass, type: 'bytes' | 'bytearray'): void {
  const Base = type === 'bytes' ? Bytes : ByteArray;
  Object.defineProperty(prototype, VALUE, {
    get(this: PyObject) {
      const source = this[SOURCE] as Content | null | undefined;
      // The class itself has no value.
      if (source === undefined) return undefined;
      const made = (source ?? new Base())[Symbol.iterator]() as IterableIterator<number> & State;
      if (source === null) made.next();
      else made.__setstate__(this[AT]);
      this[SOURCE] = undefined;
      setValue(this, made);
      border.runtime.adopt(this, made);
      return made;
    },
  });
}

interface State {
  __setstate__(index: unknown): void;
}

/** Puts a fast path before `__next__` of iterators over bytes. It returns ints that Skulpt already has. */
export function quickenIterator(border: Border, slots: Slots): void {
  const { bytes } = quickOf(border);
  const long = slots['tp$iternext'] as (this: PyObject) => PyObject | undefined;
  slots['tp$iternext'] = function (this: PyObject) {
    const source = this[SOURCE] as Content | null | undefined;
    if (source === null) return undefined;
    try {
      if (source === undefined) {
        const step = (this[VALUE] as Iterator<number, undefined>).next();
        return step.done === true ? undefined : bytes[step.value];
      }
      const at = this[AT] as number;
      if (at < source.length) {
        const item = bytes[source.get(at)]!;
        this[AT] = at + 1;
        return item;
      }
      this[SOURCE] = null;
      return undefined;
    } catch {
      // The slow path raises it again, as a Python exception.
      return long.call(this);
    }
  };
}
