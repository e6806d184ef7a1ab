/**
 * Fast paths for `bytes(x)` and `iter(b)` with arguments that run no code of the program. Everything else,
 * and everything that raises, goes through the table of the type. Caller: `classes.ts`.
 */
import { ByteArray, Bytes, bytesOf } from '../../bytes/index.js';
import { VALUE } from './border.js';
import type { Border } from './border.js';
import { quickOf } from './quick-values.js';
import type { Content } from './quick-values.js';
import type { ClassOptions, Keywords, PyObject } from './skulpt.js';

type Slots = NonNullable<ClassOptions['slots']>;

/**
 * Puts a fast path before `bytes.__new__` for no argument, bytes, a small size, a generator, and a list, tuple or
 * range of ints.
 */
export function quickenConstructor(border: Border, slots: Slots): void {
  const { int_, list, tuple, range_, generator } = border.Sk.builtin;
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
    if (cls === generator) return border.runtime.toHost(new Bytes(bytesOfGenerator(border, source)));
    if (cls !== list && cls !== tuple && cls !== range_) return null;
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
 * Reads the bytes of a generator, which has no special methods of the program's. Items that are not plain
 * ints go through the library, which raises as Python does.
 */
function bytesOfGenerator(border: Border, generator: PyObject): number[] {
  const { host, runtime } = border;
  const int_ = border.Sk.builtin['int_']!;
  const numbers: number[] = [];
  for (let item = host.next!(generator); item !== undefined; item = host.next!(generator)) {
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

/** Puts a fast path before `iter` of bytes and bytearrays. */
export function quickenIter(border: Border, type: 'bytes' | 'bytearray', slots: Slots): void {
  const Base: unknown = type === 'bytes' ? Bytes : ByteArray;
  const long = slots['tp$iter'] as (this: PyObject) => PyObject;
  slots['tp$iter'] = function (this: PyObject) {
    const value = this[VALUE] as Content;
    if (value.constructor !== Base) return long.call(this);
    const iterator = value[Symbol.iterator]();
    const handle = new (border.classes.get(`${type}_iterator`)!)(undefined, iterator);
    border.runtime.adopt(handle, iterator);
    return handle;
  };
}

/** Puts a fast path before `__next__` of iterators over bytes. It returns ints that Skulpt already has. */
export function quickenIterator(border: Border, slots: Slots): void {
  const { bytes } = quickOf(border);
  const long = slots['tp$iternext'] as (this: PyObject) => PyObject | undefined;
  slots['tp$iternext'] = function (this: PyObject) {
    let step: IteratorResult<number, undefined>;
    try {
      step = (this[VALUE] as Iterator<number, undefined>).next();
    } catch {
      // The slow path raises it again, as a Python exception.
      return long.call(this);
    }
    return step.done === true ? undefined : bytes[step.value];
  };
}
