/**
 * Fast paths of Skulpt's slots for plain bytes and bytearrays with plain ints and bytes. No code of the program can run in
 * them, and none of them raises. All other calls go through the table of the type. Caller: `classes.ts`.
 */
import { ByteArray, Bytes, bytesOf } from '../../bytes/index.js';
import { VALUE } from './border.js';
import type { Border } from './border.js';
import type { ClassOptions, Keywords, MethodDefinition, PyObject } from './skulpt.js';

type Slots = NonNullable<ClassOptions['slots']>;
type Content = Bytes | ByteArray;

/** Under this key a handle of bytes keeps its hash. */
const SKULPT_HASH = Symbol('pybuffer.skulptHash');

/** A result of `*` that no setting makes too long. */
const MOST_REPEATED = 1 << 20;

/** Puts short ways before the slots of `bytes` and `bytearray`. */
export function quicken(border: Border, type: 'bytes' | 'bytearray', slots: Slots): void {
  const { Sk } = border;
  const { int_, slice } = Sk.builtin;
  const none = Sk.builtin.none.none$;
  const Base: unknown = type === 'bytes' ? Bytes : ByteArray;
  const long = slots as unknown as {
    mp$subscript(this: PyObject, key: PyObject): PyObject;
    mp$ass_subscript(this: PyObject, key: PyObject, item: PyObject | undefined): void;
    sq$length(this: PyObject): number;
    sq$contains(this: PyObject, item: PyObject): boolean;
    tp$hash(this: PyObject): number;
    tp$richcompare(this: PyObject, other: PyObject, op: string): unknown;
    tp$new(this: PyObject, args: PyObject[], kwargs: Keywords): PyObject;
    sq$concat(this: PyObject, other: PyObject): PyObject;
    sq$repeat(this: PyObject, count: PyObject): PyObject;
  };
  const { mp$subscript, sq$length, sq$contains, tp$richcompare, tp$hash, tp$new, sq$concat, sq$repeat } =
    long;
  const bytes = Array.from({ length: 256 }, (_, i) => new int_!(i));
  /** The content of a plain object. */
  const contentOf = (object: PyObject): Content | null => {
    const value = object[VALUE] as Content | undefined;
    return value !== undefined && (value.constructor === Bytes || value.constructor === ByteArray)
      ? value
      : null;
  };
  /** A part of a slice: a number, `undefined` for None, null for everything else. */
  const partOf = (part: PyObject): number | undefined | null => {
    if (part === none) return undefined;
    const value = part.v;
    return part.ob$type === int_ && typeof value === 'number' ? value : null;
  };
  const sliced = (value: Content, index: PyObject): Content | null => {
    const start = partOf(index['start'] as PyObject);
    const stop = partOf(index['stop'] as PyObject);
    if (start === null || stop === null) return null;
    if (index['step'] === none) return value.slice(start, stop);
    const step = partOf(index['step'] as PyObject);
    return step === null || step === 0 ? null : value.slice(start, stop, step);
  };
  const { runtime } = border;
  const quick = {
    mp$subscript(this: PyObject, index: PyObject) {
      const value = this[VALUE] as Content;
      if (value.constructor === Base) {
        if (index.ob$type === int_) {
          const i = index.v;
          if (typeof i === 'number') {
            const at = i < 0 ? i + value.length : i;
            if (at >= 0 && at < value.length) {
              return bytes[value.get(at)]!;
            }
          }
        } else if (index.ob$type === slice) {
          const part = sliced(value, index);
          if (part !== null) return runtime.toHost(part);
        }
      }
      return mp$subscript.call(this, index);
    },
    sq$concat(this: PyObject, other: PyObject) {
      const left = contentOf(this);
      const right = left === null ? null : contentOf(other);
      if (left === null || right === null) return sq$concat.call(this, other);
      return runtime.toHost(left.concat(right));
    },
    sq$repeat(this: PyObject, count: PyObject) {
      const value = this[VALUE] as Content;
      const times = count.v;
      const isSmall =
        count.ob$type === int_ && typeof times === 'number' && times * value.length < MOST_REPEATED;
      if (!isSmall || value.constructor !== Base) return sq$repeat.call(this, count);
      return runtime.toHost(value.repeat(times));
    },
    sq$length(this: PyObject) {
      const value = this[VALUE] as Content;
      return value.constructor === Base ? value.length : sq$length.call(this);
    },
    sq$contains(this: PyObject, item: PyObject) {
      const value = this[VALUE] as Content;
      if (value.constructor === Base) {
        const byte = item.v;
        if (item.ob$type === int_ && typeof byte === 'number' && byte >= 0 && byte < 256)
          return value.includes(byte);
        const content = contentOf(item);
        if (content !== null) return value.includes(content);
      }
      return sq$contains.call(this, item);
    },
    tp$richcompare(this: PyObject, other: PyObject, op: string) {
      const left = contentOf(this);
      const right = left === null ? null : contentOf(other);
      if (left === null || right === null) return tp$richcompare.call(this, other, op);
      switch (op) {
        case 'Eq':
          return left.equals(right);
        case 'NotEq':
          return !left.equals(right);
        case 'Lt':
          return left.compare(right) < 0;
        case 'LtE':
          return left.compare(right) <= 0;
        case 'Gt':
          return left.compare(right) > 0;
        default:
          return left.compare(right) >= 0;
      }
    },
  };
  Object.assign(slots, quick);
  if (type === 'bytearray') return quickenItems(border, slots, long.mp$ass_subscript);
  slots['tp$hash'] = function (this: PyObject) {
    return (this[SKULPT_HASH] ??= tp$hash.call(this)) as number;
  };
  slots['tp$new'] = function (this: PyObject, args: PyObject[], kwargs: Keywords) {
    const [first] = args;
    const isExact = args.length === 1 && (kwargs === undefined || kwargs.length === 0);
    if (isExact && this === border.bytes.prototype) {
      if (first!.ob$type === border.bytes) return first!;
      const size = first!.v;
      if (first!.ob$type === int_ && typeof size === 'number' && size > 1 && size < 4096)
        return runtime.toHost(bytesOf(new Uint8Array(size), 0, size));
    }
    return tp$new.call(this, args, kwargs);
  };
}

function quickenItems(
  { Sk }: Border,
  slots: Slots,
  long: (this: PyObject, key: PyObject, item: PyObject | undefined) => void,
): void {
  const { int_ } = Sk.builtin;
  slots['mp$ass_subscript'] = function (this: PyObject, index: PyObject, item: PyObject | undefined) {
    const value = this[VALUE] as ByteArray;
    const i = index.v;
    const byte = item?.v;
    if (
      index.ob$type === int_ &&
      item?.ob$type === int_ &&
      value.constructor === ByteArray &&
      typeof i === 'number' &&
      typeof byte === 'number' &&
      i >= 0 &&
      i < value.length &&
      byte >= 0 &&
      byte < 256
    )
      value.set(i, byte);
    else long.call(this, index, item);
  };
}

/** Methods that take nothing, cannot raise and run no code of a program. */
const SIMPLE: ReadonlySet<string> = new Set([
  ...['upper', 'lower', 'title', 'capitalize', 'swapcase', 'strip', 'lstrip', 'rstrip'],
  ...['isalpha', 'isdigit', 'isalnum', 'isspace', 'islower', 'isupper', 'istitle', 'isascii'],
]);

/** The short way of such a method, for calls without arguments. */
export function quickMethod(
  { runtime }: Border,
  type: 'bytes' | 'bytearray',
  name: string,
  long: MethodDefinition['$meth'],
): MethodDefinition['$meth'] {
  if (!SIMPLE.has(name)) return long;
  const Base = type === 'bytes' ? Bytes : ByteArray;
  const method = (Base.prototype as unknown as Record<string, () => unknown>)[name]!;
  return function (this: PyObject, args: PyObject[], kwargs: Keywords) {
    const value = this[VALUE] as Content | undefined;
    const isPlain = args.length === 0 && (kwargs === undefined || kwargs.length === 0);
    if (!isPlain || value?.constructor !== Base) return long.call(this, args, kwargs);
    return runtime.toHost(method.call(value));
  };
}

/** Puts a short way before the `__next__` of iterators over bytes, whose items are the ints that Skulpt has already. */
export function quickenIterator({ Sk }: Border, slots: Slots): void {
  const { int_ } = Sk.builtin;
  const bytes = Array.from({ length: 256 }, (_, i) => new int_!(i));
  const long = slots['tp$iternext'] as (this: PyObject) => PyObject | undefined;
  slots['tp$iternext'] = function (this: PyObject) {
    let step: IteratorResult<number, undefined>;
    try {
      step = (this[VALUE] as Iterator<number, undefined>).next();
    } catch {
      // It raises again, as Python's exception.
      return long.call(this);
    }
    return step.done === true ? undefined : bytes[step.value];
  };
}
