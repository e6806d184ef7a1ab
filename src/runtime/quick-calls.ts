/**
 * Calls of the methods that programs call most, each written out. V8 inlines a call of a known function; a call of a
 * function that a table holds takes 20 to 30 ns more. Callers have seen that nothing overrides the methods.
 */
import { ByteArray, Bytes } from '../bytes/index.js';
import { Struct } from '../companions/struct/index.js';
import { MemoryView } from '../memoryview/index.js';
import { boxesFloats } from '../python/index.js';
import type { Brand } from '../python/index.js';
import { isTakenAsItIs } from './arguments.js';

type Args = readonly unknown[];
type Methods<Type> = { readonly [Name in keyof Type]: Method };
type Method = (...args: unknown[]) => unknown;

/** The methods that `bytes` and `bytearray` share. An attribute of an object would hide its method from `self.find`. */
const SHARED = Object.getPrototypeOf(Bytes.prototype) as Methods<Bytes>;
const CLEAR = ByteArray.prototype.clear;
const RELEASE = MemoryView.prototype.release;

/**
 * Calls a method of an object that is exactly of one of our types, without keywords; `undefined` for methods and
 * arguments that are not here.
 */
export function callQuickly(self: object, type: Brand, name: string, args: Args): unknown {
  if (type === 'bytes' || type === 'bytearray') {
    const count = args.length;
    if (count === 0) return withNone(self, type, name);
    if (count === 1) return withOne(self, name, args[0]);
    return count === 2 ? withTwo(self, name, args[0], args[1]) : undefined;
  }
  if (type !== 'memoryview' || name !== 'release' || args.length !== 0) return undefined;
  RELEASE.call(self as MemoryView);
  return null;
}

function withNone(self: object, type: Brand, name: string): unknown {
  switch (name) {
    case 'strip':
      return SHARED.strip.call(self);
    case 'split':
      return SHARED.split.call(self);
    case 'decode':
      return SHARED.decode.call(self);
    case 'upper':
      return SHARED.upper.call(self);
    case 'clear':
      if (type !== 'bytearray') return undefined;
      CLEAR.call(self as ByteArray);
      return null;
    default:
      return undefined;
  }
}

function withOne(self: object, name: string, first: unknown): unknown {
  // Our `join` reads every list as Python does.
  if (name === 'join' && Array.isArray(first)) return SHARED.join.call(self, first);
  if (!isTakenAsItIs(first)) return undefined;
  switch (name) {
    case 'startswith':
      return SHARED.startswith.call(self, first);
    case 'split':
      return SHARED.split.call(self, first);
    case 'find':
      return SHARED.find.call(self, first);
    default:
      return undefined;
  }
}

function withTwo(self: object, name: string, first: unknown, second: unknown): unknown {
  if (!isTakenAsItIs(first) || !isTakenAsItIs(second)) return undefined;
  switch (name) {
    case 'find':
      return SHARED.find.call(self, first, second);
    case 'replace':
      return SHARED.replace.call(self, first, second);
    default:
      return undefined;
  }
}

const PACK = Struct.prototype.pack as Method;
const UNPACK_FROM = Struct.prototype.unpack_from as Method;

/** The same for a `Struct` itself; `undefined` also for all other values. */
export function callStructQuickly(self: unknown, name: string, args: Args): unknown {
  // The class first: where V8 knows it, it knows the prototypes too.
  if ((self as object | null | undefined)?.constructor !== Struct || !(self instanceof Struct))
    return undefined;
  // An own attribute would hide the method.
  if (name === 'pack') return self.pack === PACK ? packedBy(self, args) : undefined;
  if (args.length !== 1 || !isTakenAsItIs(args[0]) || boxesFloats()) return undefined;
  return name === 'unpack_from' && self.unpack_from === UNPACK_FROM
    ? UNPACK_FROM.call(self, args[0])
    : undefined;
}

function packedBy(self: Struct, args: Args): unknown {
  // An omitted argument is not a value.
  if (args[args.length - 1] === undefined) return undefined;
  switch (args.length) {
    case 1:
      return PACK.call(self, args[0]);
    case 2:
      return PACK.call(self, args[0], args[1]);
    case 3:
      return PACK.call(self, args[0], args[1], args[2]);
    default:
      return PACK.apply(self, args as unknown[]);
  }
}
