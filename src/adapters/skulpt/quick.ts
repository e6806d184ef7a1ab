/**
 * Fast paths of Skulpt's slots for plain bytes and bytearrays with plain ints and bytes. No code of the
 * program can run in them, and only an index out of range raises. All other calls go through the table of the type.
 * Caller: `classes.ts`.
 */
import { ByteArray, Bytes, lengthOf, repeatedTiny } from '../../bytes/index.js';
import { KEY_HASH, VALUE } from './border.js';
import type { Border } from './border.js';
import { quickOf } from './quick-values.js';
import type { Content } from './quick-values.js';
import type { ClassOptions, PyObject } from './skulpt.js';

type Slots = NonNullable<ClassOptions['slots']>;

/** The key under which an instance of a derived class caches its hash: it may have a `__hash__` that calls this one. */
const SKULPT_HASH = Symbol('pybuffer.skulptHash');

/** Results up to this size are allowed under every setting. */
const MOST_MADE = 1 << 20;

/** Puts fast paths before the slots of `bytes` and `bytearray`. */
export function quicken(border: Border, type: 'bytes' | 'bytearray', slots: Slots): void {
  const { Sk } = border;
  const { int_, slice, str, float_, list, tuple, IndexError } = Sk.builtin;
  const none = Sk.builtin.none.none$;
  const notImplemented = Sk.builtin.NotImplemented.NotImplemented$;
  const { bytes, contentOf, handleOf, newHandleOf, handleOfNew } = quickOf(border);
  const Base: unknown = type === 'bytes' ? Bytes : ByteArray;
  const outOfRange = type === 'bytes' ? 'index out of range' : 'bytearray index out of range';
  const long = slots as unknown as {
    mp$subscript(this: PyObject, key: PyObject): PyObject;
    mp$ass_subscript(this: PyObject, key: PyObject, item: PyObject | undefined): void;
    sq$length(this: PyObject): number;
    sq$contains(this: PyObject, item: PyObject): boolean;
    tp$hash(this: PyObject): number;
    tp$richcompare(this: PyObject, other: PyObject, op: string): unknown;
    sq$concat(this: PyObject, other: PyObject): PyObject;
    sq$repeat(this: PyObject, count: PyObject): PyObject;
    $r(this: PyObject): PyObject;
    tp$str(this: PyObject): PyObject;
  };
  const { mp$subscript, sq$length, sq$contains, tp$richcompare, tp$hash, sq$concat, sq$repeat, $r, tp$str } =
    long;
  const textOr = (slow: (this: PyObject) => PyObject) =>
    function (this: PyObject): PyObject {
      const value = this[VALUE] as Content;
      if (value.constructor !== Base || value.length > MOST_MADE) return slow.call(this);
      try {
        return new str!(value.repr());
      } catch {
        // The slow path raises it again.
        return slow.call(this);
      }
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
  // A separate function, so that V8 inlines the slot.
  function subscript(this: PyObject, index: PyObject): PyObject {
    const value = this[VALUE] as Content;
    if (value.constructor === Base) {
      const part = index.ob$type === slice ? sliced(value, index) : null;
      if (part !== null) return newHandleOf(part, this);
    }
    return mp$subscript.call(this, index);
  }
  const quick = {
    $r: textOr($r),
    tp$str: textOr(tp$str),
    mp$subscript(this: PyObject, index: PyObject) {
      const value = this[VALUE] as Content;
      const i = index.v;
      // A slice has no `v`.
      if (index.ob$type === int_ && value.constructor === Base && typeof i === 'number') {
        const at = i < 0 ? i + value.length : i;
        if (at >= 0 && at < value.length) return bytes[value.get(at)]!;
        // An int of up to 32 bits is an index under every setting. Each function on the way to an exception costs.
        if ((i | 0) === i) throw new IndexError!(outOfRange);
      }
      return subscript.call(this, index);
    },
    sq$concat(this: PyObject, other: PyObject) {
      const left = contentOf(this);
      const right = left === null ? null : contentOf(other);
      if (left === null || right === null || left.length + right.length > MOST_MADE)
        return sq$concat.call(this, other);
      // If one of them is empty, the result is the other.
      const toHandle = left.length > 0 && right.length > 0 ? newHandleOf : handleOf;
      return toHandle(left.concat(right), this);
    },
    sq$repeat(this: PyObject, count: PyObject) {
      const value = this[VALUE] as Content;
      const times = count.v;
      const isInt = count.ob$type === int_ && typeof times === 'number';
      if (isInt && value.constructor === Bytes) {
        const tiny = repeatedTiny(value as Bytes, times);
        if (tiny !== null) return handleOfNew(tiny);
      }
      const isSmall = isInt && times * value.length < MOST_MADE;
      if (!isSmall || value.constructor !== Base) return sq$repeat.call(this, count);
      return newHandleOf(value.repeat(times), this);
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
      if (this === other && (op === 'Eq' || op === 'NotEq') && contentOf(this) !== null) return op === 'Eq';
      const left = contentOf(this);
      const right = left === null ? null : contentOf(other);
      if (left === null || right === null) {
        const cls = other.ob$type;
        const isForeign = cls === int_ || cls === str || cls === float_ || cls === list || cls === tuple;
        if (left !== null && (isForeign || other === none)) return notImplemented;
        return tp$richcompare.call(this, other, op);
      }
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
  // All that the table does, so short that V8 inlines it into every `if`. Only for bytes, because V8 keeps what it has
  // seen for each function of the source.
  slots['sq$length'] = function (this: PyObject) {
    return lengthOf(this[VALUE] as Bytes);
  };
  slots['tp$hash'] = function (this: PyObject) {
    if (this.ob$type !== border.bytes) return (this[SKULPT_HASH] ??= tp$hash.call(this)) as number;
    return (this[KEY_HASH] ??= tp$hash.call(this)) as number;
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
