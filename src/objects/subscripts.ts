/**
 * `x[i]` and `x[i] = value` on the library's objects without a wrapper: a Proxy at the end of the prototype
 * chain answers the names that the classes do not have. It assumes that the objects have the methods below;
 * `Bytes`, `ByteArray`, `MemoryView` and `PyArray` derive from {@link Subscripts}.
 *
 * A subscript takes 90 to 170 ns. Nothing else becomes slower as long as no operation looks up a name that an
 * object does not have, so names that are looked up in arbitrary values are declared with `lookedUp`
 * (`looked-up.ts`).
 */
import { EXCEPTION_IDS, PyTypeError } from '../exceptions/index.js';
import { VALUE_BRAND, typeName } from '../python/index.js';
import { endLookUpsAt, lookedUp } from './looked-up.js';

/** `(index) => item`: returns the item for a subscript, or undefined for an index past the end. */
export const ITEM_AT: unique symbol = Symbol('pybuffer.itemAt');

/** What the Proxy calls on the object whose subscript was used. */
interface Indexed {
  [ITEM_AT]?(index: number | bigint): unknown;
  set?(index: number | bigint, value: unknown): void;
}

/**
 * Parses a name as an index, spelled as JavaScript spells ints: `'01'`, `'+1'` and `'-0'` are not indices.
 * Undefined for every other name; a bigint past 2**53. A regular expression would take as long as the rest of
 * a subscript.
 */
function indexOf(name: string | symbol): number | bigint | undefined {
  if (typeof name === 'symbol') return undefined;
  const { length } = name;
  const isNegative = name.charCodeAt(0) === 45;
  let at = isNegative ? 1 : 0;
  if (at === length) return undefined;
  if (name.charCodeAt(at) === 48) return length === 1 ? 0 : undefined;
  let value = 0;
  for (; at < length; at++) {
    const digit = name.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  if (value > Number.MAX_SAFE_INTEGER) return BigInt(name);
  return isNegative ? -value : value;
}

/**
 * Whether a name spells a number that is not an int, as JavaScript spells it. Python refuses it as an index.
 */
function isFraction(name: string | symbol): boolean {
  return typeof name === 'string' && String(Number(name)) === name;
}

function setItem(self: Indexed, index: number | bigint, value: unknown): true {
  if (typeof self.set !== 'function') {
    throw new PyTypeError(`'${typeName(self)}' object does not support item assignment`);
  }
  self.set(index, value);
  return true;
}

const traps: ProxyHandler<object> = {
  get(_target, name, receiver: Indexed) {
    const index = indexOf(name);
    if (index === undefined) return Reflect.get(Object.prototype, name, receiver) as unknown;
    return receiver[ITEM_AT]?.(index);
  },
  set(_target, name, value, receiver: Indexed) {
    const index = indexOf(name);
    if (index !== undefined) return setItem(receiver, index, value);
    if (isFraction(name)) return setItem(receiver, Number(name), value);
    return Reflect.set(Object.prototype, name, value, receiver);
  },
  // JavaScript does not say which object it asks about, and `Array.prototype.map` skips every index for which
  // this returns false.
  has(_target, name) {
    return indexOf(name) !== undefined || Reflect.has(Object.prototype, name);
  },
};

/** The base class of everything with subscripts. Not Python. */
export const Subscripts: new () => object = function () {} as never;

Object.defineProperty(Subscripts, 'prototype', {
  value: Object.create(new Proxy(Object.freeze({}), traps)) as object,
});

endLookUpsAt(Subscripts.prototype as object);
// The special methods by which Python, and so every room, tells what a value can do.
const SPECIAL =
  '__bytes__ __buffer__ __release_buffer__ __index__ __int__ __float__ __complex__ __bool__ __len__ ' +
  '__length_hint__ __iter__ __next__ __getitem__ __contains__ __eq__ __hash__ __repr__ __str__ __format__';
lookedUp(...SPECIAL.split(' '));
// The names behind `x instanceof PyException`, and those that identify slices and boxed numbers.
lookedUp(EXCEPTION_IDS, VALUE_BRAND);
// The names that engines look up in any object. `Symbol.isConcatSpreadable` must not be here: once any object has it as
// a property, V8 takes three to six times as long for every `concat` of arrays in the program.
lookedUp('then', Symbol.asyncIterator);

/**
 * The keys under which values hold their handles in the first runtimes. They are declared here: once the
 * library has made objects, V8 makes each further one three times as slowly after a property was added to
 * this prototype.
 */
export const HANDLE_KEYS = Array.from({ length: 4 }, () => Symbol('pybuffer.handle'));
lookedUp(...HANDLE_KEYS);
