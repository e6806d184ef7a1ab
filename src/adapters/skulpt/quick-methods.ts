/**
 * Fast paths for the methods of exact `bytes` and `bytearray` objects with plain ints, text, None and exact
 * bytes as arguments. Such a call runs no code of the program. One that raises has changed nothing, so the
 * slow path makes it again and raises as Python does. Caller: `classes.ts`.
 */
import { ByteArray, Bytes } from '../../bytes/index.js';
import { PyValueError, recordStacks } from '../../exceptions/index.js';
import { isSmallInt } from '../../runtime/host/quick.js';
import { beginShort, endShort } from '../../runtime/host/settings.js';
import type { HostMethod } from '../../runtime/index.js';
import { VALUE } from './border.js';
import type { Border } from './border.js';
import { quickOf } from './quick-values.js';
import type { Content, HandleOf } from './quick-values.js';
import type { Keywords, MethodDefinition, PyObject } from './skulpt.js';

type Method = MethodDefinition['$meth'];
type Own = (...args: unknown[]) => unknown;

/** An argument that the fast path does not handle. */
const OTHER = Symbol('other');

/** Methods whose result can be an argument, an item of one, or hold one. */
const GIVEN: ReadonlySet<string> = new Set(['join', 'partition', 'replace', 'rpartition']);

/** Methods that pad to a width. */
const PADDING: ReadonlySet<string> = new Set(['center', 'ljust', 'rjust', 'zfill']);
/** The largest width of their fast path, with all bits of those below it. */
const MOST_PADDED = 0xfff;

/** Methods that search and do not raise if they find nothing. */
const SEARCHES: ReadonlySet<string> = new Set(['count', 'find', 'rfind']);

/** Methods whose result is a list or a tuple. */
const SEVERAL: Readonly<Record<string, 'list' | 'tuple'>> = {
  partition: 'tuple',
  rpartition: 'tuple',
  rsplit: 'list',
  split: 'list',
  splitlines: 'list',
};

type ResultOf = (result: unknown, self: PyObject) => PyObject;

/** A function that makes the Skulpt object for any result of a method. */
function resultsOf(border: Border, name: string, handleOf: HandleOf): ResultOf {
  const { Sk, runtime } = border;
  const { bool, none } = Sk.builtin;
  const { bytes } = quickOf(border);
  const several = SEVERAL[name];
  if (several !== undefined) {
    const Several = Sk.builtin[several]!;
    return (results, self) => {
      const items: PyObject[] = [];
      for (const each of results as Content[]) items.push(handleOf(each, self));
      return new Several(items);
    };
  }
  return (result, self) => {
    switch (typeof result) {
      case 'boolean':
        return result ? bool.true$ : bool.false$;
      case 'number':
        return bytes[result] ?? runtime.toHost(result);
      case 'undefined':
        return none.none$;
    }
    const cls = (result as object).constructor;
    return cls === Bytes || cls === ByteArray ? handleOf(result as Content, self) : runtime.toHost(result);
  };
}

/** Puts a fast path before a method. */
export function quickMethod(
  border: Border,
  type: 'bytes' | 'bytearray',
  definition: HostMethod<PyObject>,
  long: Method,
): Method {
  const { name, signature } = definition;
  if (type === 'bytes' && name === 'fromhex') return quickFromhex(border, long);
  if (name === '__format__') return quickFormat(border, long);
  // Special methods have no fast path here, and class methods are not on the prototype.
  if (name.startsWith('_')) return long;
  if (type === 'bytes' && name === 'partition') return quickPartition(border, long);
  const Base: unknown = type === 'bytes' ? Bytes : ByteArray;
  const method = (Base as typeof Bytes).prototype[name as 'find'] as unknown as Own;
  if (typeof method !== 'function') return long;
  if (signature.maxPositional === 0) return quickBare(border, Base, name, method, long);
  const least = signature.parameters.filter((each) => each.required).length;
  const most = signature.maxPositional;
  const { contentOf, handleOf, newHandleOf } = quickOf(border);
  const toHandle = GIVEN.has(name) ? handleOf : newHandleOf;
  const resultOf = resultsOf(border, name, toHandle);
  const { int_, str, list, tuple, none } = border.Sk.builtin;
  const none$ = none.none$;
  const isPlain = (value: Content | undefined, kwargs: Keywords): value is Content =>
    value !== undefined && value.constructor === Base && (kwargs === undefined || kwargs.length === 0);

  const plainOf = (object: PyObject): unknown => {
    const cls = object.ob$type;
    // Skulpt's own first: V8 would search all their prototypes for our key.
    if (cls === int_) return typeof object.v === 'number' && isSmallInt(object.v) ? object.v : OTHER;
    if (cls === str) return object.v;
    return object === none$ ? null : (contentOf(object) ?? OTHER);
  };

  /** The contents of the items of a list or tuple; null unless all are bytes or bytearrays. */
  const contentsOf = (items: readonly PyObject[]): Content[] | null => {
    const contents: Content[] = [];
    for (const item of items) {
      const content = contentOf(item);
      if (content === null) return null;
      contents.push(content);
    }
    return contents;
  };

  const few = (value: Content, args: PyObject[]): unknown => {
    const count = args.length;
    if (count === 0) return method.call(value);
    const first = plainOf(args[0]!);
    if (first === OTHER) return OTHER;
    if (count === 1) return method.call(value, first);
    const second = plainOf(args[1]!);
    if (second === OTHER) return OTHER;
    if (count === 2) return method.call(value, first, second);
    const third = plainOf(args[2]!);
    return third === OTHER ? OTHER : method.call(value, first, second, third);
  };

  /** `join` of a list or a tuple, `startswith` and `endswith` of a tuple. */
  const many = (value: Content, argument: PyObject): unknown => {
    const { ob$type: cls, v } = argument;
    const isSequence = name === 'join' ? cls === list || cls === tuple : cls === tuple;
    const contents = isSequence ? contentsOf(v as PyObject[]) : null;
    if (contents === null) return OTHER;
    if (name === 'join') return method.call(value, contents);
    for (const each of contents) if (method.call(value, each) === true) return true;
    return false;
  };
  const isMany = name === 'join' || name === 'startswith' || name === 'endswith';

  const quick: Method = function (args, kwargs) {
    const value = this[VALUE] as Content | undefined;
    const count = args.length;
    if (isPlain(value, kwargs) && count >= least && count <= most && count <= 3) {
      const outer = beginShort(border.host.abi);
      const stacks = recordStacks(false);
      let raised: PyValueError | null = null;
      try {
        let result = few(value, args);
        if (result === OTHER && isMany && count === 1) result = many(value, args[0]!);
        if (result !== OTHER) return resultOf(result, this);
      } catch (error) {
        // A value that does not fit is the same error on the slow path, which raises all others again.
        if (error instanceof PyValueError) raised = error;
      } finally {
        recordStacks(stacks);
        endShort(outer);
      }
      // Not in the `try`, whose `finally` would throw it once more.
      if (raised !== null) throw border.runtime.toHost(raised);
    }
    return long.call(this, args, kwargs);
  };
  if (SEARCHES.has(name)) return quickSearch(border, Base, method, quick);
  if (PADDING.has(name)) return quickPadding(border, Base, most, method, quick);
  return type === 'bytes' && name === 'decode' ? quickDecode(border, quick) : quick;
}

/** Puts a fast path before a method that searches, for a byte or bytes as its only argument. It runs no settings. */
function quickSearch(border: Border, Base: unknown, method: Own, long: Method): Method {
  const { int_ } = border.Sk.builtin;
  const { bytes, contentOf } = quickOf(border);
  return function (this: PyObject, args: PyObject[], kwargs: Keywords) {
    const value = this[VALUE] as Content | undefined;
    if (args.length === 1 && (kwargs === undefined || kwargs.length === 0) && value?.constructor === Base) {
      const { ob$type: cls, v: byte } = args[0]!;
      const isByte = cls === int_ && typeof byte === 'number' && (byte & 255) === byte;
      const needle = isByte ? byte : contentOf(args[0]!);
      if (needle !== null) {
        try {
          const at = method.call(value, needle) as number;
          return bytes[at] ?? border.runtime.toHost(at);
        } catch {
          // The slow path raises it again.
        }
      }
    }
    return long.call(this, args, kwargs);
  };
}

/** Puts a fast path before a method that pads to a width, for widths that are allowed under every setting. */
function quickPadding(border: Border, Base: unknown, most: number, method: Own, long: Method): Method {
  const { int_ } = border.Sk.builtin;
  const { contentOf, newHandleOf } = quickOf(border);
  return function (this: PyObject, args: PyObject[], kwargs: Keywords) {
    const value = this[VALUE] as Content | undefined;
    const count = args.length;
    const isPlain = count > 0 && count <= most && (kwargs === undefined || kwargs.length === 0);
    if (isPlain && value?.constructor === Base) {
      const { ob$type: cls, v: width } = args[0]!;
      const fill = count === 1 ? undefined : contentOf(args[1]!);
      const isSmall = cls === int_ && typeof width === 'number' && (width & MOST_PADDED) === width;
      if (isSmall && fill !== null) {
        try {
          return newHandleOf(method.call(value, width, fill) as Content, this);
        } catch {
          // The slow path raises it again.
        }
      }
    }
    return long.call(this, args, kwargs);
  };
}

/** `b.decode()` and `b.decode('utf-8')`. */
function quickDecode(border: Border, long: Method): Method {
  const { str } = border.Sk.builtin;
  const { decoded } = quickOf(border);
  return function (this: PyObject, args: PyObject[], kwargs: Keywords) {
    const isUtf8 =
      args.length === 0 || (args.length === 1 && args[0]!.ob$type === str && args[0]!.v === 'utf-8');
    const isPlain = isUtf8 && (kwargs === undefined || kwargs.length === 0);
    return (isPlain ? decoded(this) : null) ?? long.call(this, args, kwargs);
  };
}

/** Puts a fast path before a method without arguments. */
function quickBare(border: Border, Base: unknown, name: string, method: Own, long: Method): Method {
  const { true$, false$ } = border.Sk.builtin.bool;
  const resultOf = resultsOf(border, name, quickOf(border).newHandleOf);
  return function (this: PyObject, args: PyObject[], kwargs: Keywords) {
    const value = this[VALUE] as Content | undefined;
    const isPlain = args.length === 0 && (kwargs === undefined || kwargs.length === 0);
    if (isPlain && value !== undefined && value.constructor === Base) {
      try {
        const result = method.call(value);
        if (result === true) return true$;
        return result === false ? false$ : resultOf(result, this);
      } catch {
        // The slow path raises it again.
      }
    }
    return long.call(this, args, kwargs);
  };
}

/** `bytes.partition(b',')` if it finds the separator, which goes into the tuple itself. */
function quickPartition(border: Border, long: Method): Method {
  const { newHandleOf } = quickOf(border);
  const { tuple } = border.Sk.builtin;
  return function (this: PyObject, args: PyObject[], kwargs: Keywords) {
    const value = this[VALUE] as Content | undefined;
    const [first] = args;
    if (args.length === 1 && (kwargs === undefined || kwargs.length === 0)) {
      const separator = first![VALUE] as Content | undefined;
      const isPlain = value?.constructor === Bytes && separator?.constructor === Bytes;
      const at = isPlain && separator.length > 0 ? value.find(separator) : -1;
      if (at >= 0) {
        const head = newHandleOf((value as Bytes).slice(0, at), this);
        return new tuple!([head, first!, newHandleOf((value as Bytes).slice(at + separator!.length), this)]);
      }
    }
    return long.call(this, args, kwargs);
  };
}

/** `format(b)` and `f'{b}'`: without a format it is the object's text. */
function quickFormat(border: Border, long: Method): Method {
  const { str } = border.Sk.builtin;
  return function (this: PyObject, args: PyObject[], kwargs: Keywords) {
    const isPlain = args.length === 1 && (kwargs === undefined || kwargs.length === 0);
    if (isPlain && args[0]!.ob$type === str && args[0]!.v === '') return this.tp$str();
    return long.call(this, args, kwargs);
  };
}

function quickFromhex(border: Border, long: Method): Method {
  const { str } = border.Sk.builtin;
  return function (this: PyObject, args: PyObject[], kwargs: Keywords) {
    const isPlain = args.length === 1 && (kwargs === undefined || kwargs.length === 0);
    if (isPlain && (this as unknown) === border.bytes && args[0]!.ob$type === str) {
      try {
        return border.runtime.toHost(Bytes.fromhex(args[0]!.v as string));
      } catch {
        // The slow path raises it again.
      }
    }
    return long.call(this, args, kwargs);
  };
}
