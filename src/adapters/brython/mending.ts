/**
 * Fixes faults of Brython that programs with bytes often meet: `iter(lambda: f.read(4), b'')`, loops over
 * objects that have only `__getitem__`, `re.sub` of bytes, literals with capital prefixes, `dir()`, and error
 * messages (methods called through the class, `-x`, unpacking, attributes). Caller: `install`.
 */
import { asciiValue } from '../../formats/repr-value.js';
import { typeError } from '../wording.js';
import { VALUE } from './border.js';
import type { Border } from './border.js';
import type { BrythonClass, BrythonFunction, Instance } from './brython.js';

type Call = (...args: unknown[]) => unknown;

/** The prefix of a literal, with a capital letter in it. */
const CAPITALS = /^(?=[a-z]*[A-Z])[a-zA-Z]+(?=['"])/;

/** Applies the fixes. Those that wrap an internal function do nothing if Brython lacks it. */
export function mendBrython(border: Border): void {
  mendSentinels(border);
  mendSequences(border);
  mendEncode(border);
  mendPrefixes(border);
  mendUnbound(border);
  mendUnary(border);
  mendExceptions(border);
  mendUnpacking(border);
  mendMembers(border);
  mendNames(border);
  mendDir(border);
  mendMessages(border);
  mendOrder(border);
  mendMethods(border);
  mendAscii(border);
}

/** Brython's `__next__` of `iter(callable, sentinel)` treats the callable's result as an iterator. */
function mendSentinels({ $B }: Border): void {
  const cls = $B.callable_iterator;
  const step = cls?.['tp_iternext'] as Call | undefined;
  if (cls === undefined || step === undefined) return;
  const next = (self: unknown) => {
    const value = step(self);
    // A later version may return a generator here, as it does for its other iterators.
    if (typeof (value as { next?: unknown } | null | undefined)?.next !== 'function') return value;
    const { done, value: item } = (value as Iterator<unknown>).next();
    if (done === true) throw $B.$call($B.builtins['StopIteration']);
    return item;
  };
  $B.set_to_dict(cls, '__next__', Object.assign(next, { ob_type: $B.function }));
}

/** Brython iterates over an object with `__getitem__` only if it also has `__len__`. */
function mendSequences(border: Border): void {
  const { $B, runtime } = border;
  const iter = $B.$iter as Call | undefined;
  if (iter === undefined) return;
  const { NULL } = $B;
  const { IndexError, StopIteration } = $B.builtins as Record<string, BrythonClass>;
  function* items(object: unknown, get: unknown): Generator {
    for (let i = 0; ; i++) {
      let item: unknown;
      try {
        item = $B.$call(get, object, i);
      } catch (error) {
        if ($B.is_exc(error, [IndexError!, StopIteration!])) return;
        throw error;
      }
      yield runtime.fromHost(item);
    }
  }
  $B.$iter = (object: unknown, ...sentinel: unknown[]) => {
    try {
      return iter(object, ...sentinel);
    } catch (error) {
      const cls = $B.get_class(object);
      const find = (name: string) => $B.search_in_mro(cls, name, NULL);
      const get = find('__getitem__');
      if (get === NULL || find('__iter__') !== NULL || find('__len__') !== NULL) throw error;
      return runtime.toHost(items(object, get));
    }
  };
}

/** Brython's `re` encodes text with a function of `str` that no longer exists. */
function mendEncode({ $B, runtime }: Border): void {
  const str = $B.builtins['str']!;
  str['encode'] ??= (text: unknown, encoding: unknown) =>
    runtime.builtins['str.encode']([text, encoding], null);
}

/** Brython's compiler knows only lower-case prefixes of literals. */
function mendPrefixes({ $B }: Border): void {
  const prepare = $B.prepare_string as Call | undefined;
  if (prepare === undefined) return;
  $B.prepare_string = (parser: unknown, token: { string: string }) => {
    const prefix = CAPITALS.exec(token.string)?.[0];
    if (prefix === undefined) return prepare(parser, token);
    const string = prefix.toLowerCase() + token.string.slice(prefix.length);
    return prepare(parser, Object.assign(Object.create(token) as object, { string }));
  };
}

/** The errors of `bytes.upper()` and `bytes.__new__()`, whose first argument is missing. */
function mendUnbound(border: Border): void {
  const { $B, host, names } = border;
  const call = $B.method_descriptor['tp_call'] as Call;
  $B.method_descriptor['tp_call'] = Object.assign((self: Instance, ...args: unknown[]) => {
    if (args.length === 0 && names.has(self['d_type'] as BrythonClass)) {
      const type = host.nameOf(self['d_type'] as BrythonClass).full;
      throw typeError(host, `unbound method ${type}.${String(self['d_name'])}() needs an argument`);
    }
    return call(self, ...args);
  }, call);
  for (const cls of names.keys()) {
    const make = $B.get_from_dict(cls, '__new__', null) as (Call & BrythonFunction) | null;
    if (typeof make !== 'function') continue;
    const made = (...args: unknown[]) => {
      if (args.length === 0)
        throw typeError(host, `${host.nameOf(cls).full}.__new__(): not enough arguments`);
      return make(...args);
    };
    $B.set_to_dict(cls, '__new__', Object.assign(made, make));
  }
}

const UNARY = '$B.$getattr($B.get_class(';

/**
 * Brython compiles `-x` to a look-up of `__neg__` on the class, and complains that there is no such
 * attribute.
 */
function mendUnary(border: Border): void {
  const { $B, host } = border;
  const node = $B.ast?.UnaryOp?.prototype;
  if (node === undefined) return;
  const compile = node.to_js;
  node.to_js = function (scopes: unknown) {
    return compile.call(this, scopes).replace(UNARY, '$B.unary_method($B.get_class(');
  };
  const signs = new Map(Object.entries({ __neg__: '-', __pos__: '+', __invert__: '~' }));
  $B.unary_method = (cls: BrythonClass, name: string) => {
    const method = $B.$getattr(cls, name, $B.NULL);
    if (method !== $B.NULL) return method;
    throw typeError(host, `bad operand type for unary ${signs.get(name)!}: '${host.nameOf(cls).full}'`);
  };
}

/** Brython shows only the first argument of an exception, and none of an AttributeError. */
function mendExceptions({ $B }: Border): void {
  const { BaseException, AttributeError, UnboundLocalError, repr, str } = $B.builtins;
  const argsOf = (self: Instance) => self['args'] as readonly unknown[];
  const slots = {
    tp_str(self: Instance) {
      const args = argsOf(self);
      if (args.length === 0) return '';
      return args.length === 1 ? str!.$factory(args[0] as never) : $B.$call(repr, args);
    },
    tp_repr(self: Instance) {
      const args = argsOf(self);
      const text = args.length === 1 ? `(${String($B.$call(repr, args[0]))})` : String($B.$call(repr, args));
      return `${$B.get_name(self.ob_type)}${text}`;
    },
  };
  Object.assign(BaseException!, slots);
  const method = (call: unknown) => Object.assign(call as BrythonFunction, { ob_type: $B.function });
  $B.set_to_dict(BaseException, '__str__', method(slots.tp_str));
  $B.set_to_dict(BaseException, '__repr__', method(slots.tp_repr));
  for (const cls of [AttributeError!, UnboundLocalError!]) {
    cls['tp_repr'] = slots.tp_repr;
    $B.set_to_dict(cls, '__repr__', method(slots.tp_repr));
  }
}

/**
 * `a, b = b'x'`: Brython's error counts the items of any value, CPython's only those of lists, tuples and
 * dicts.
 */
function mendUnpacking({ $B }: Border): void {
  const unpack = $B.unpacker as Call | undefined;
  if (unpack === undefined) return;
  const { ValueError, list, tuple, dict } = $B.builtins;
  $B.unpacker = (object: unknown, ...rest: unknown[]) => {
    try {
      return unpack(object, ...rest);
    } catch (error) {
      const args = (error as { args?: unknown[] } | null)?.args;
      if (args === undefined || !$B.is_exc(error, [ValueError!])) throw error;
      const isCounted = [list, tuple, dict].includes($B.get_class(object) as never);
      const text = String(args[0]).replace(/  +/g, ' ');
      const message = isCounted ? text : text.replace(/^(too many .*), got \d+\)$/, '$1)');
      if (/^(not enough|too many) values to unpack/.test(message)) args[0] = message;
      throw error;
    }
  };
}

/** `x in view`: Brython hides exceptions of the iteration. */
function mendMembers(border: Border): void {
  const { $B, names } = border;
  const isMember = $B.$is_member as Call | undefined;
  if (isMember === undefined) return;
  $B.$is_member = (item: unknown, container: unknown) => {
    const cls = (container as Instance | null | undefined)?.ob_type;
    if (cls !== undefined && names.has(cls) && $B.search_in_mro(cls, '__contains__', $B.NULL) === $B.NULL)
      $B.make_js_iterator(container);
    return isMember(item, container);
  };
}

/** `'array' object has no attribute 'x'`: CPython also names the module. */
function mendNames({ $B, host, names }: Border): void {
  const make = $B.attr_error as Call | undefined;
  if (make === undefined) return;
  $B.attr_error = (name: unknown, object: unknown) => {
    const error = make(name, object) as { args: unknown };
    const [message] = error.args as readonly unknown[];
    const cls = (object as Instance | null | undefined)?.ob_type;
    const isOurs = cls !== undefined && names.has(cls);
    const text = isOurs
      ? `'${host.nameOf(cls).full}' object has no attribute '${String(name)}'`
      : String(message);
    // Brython passes an empty list as a second argument.
    error.args = $B.fast_tuple([text]);
    return error;
  };
}

/** Brython's `dir(x)` does not sort the names. */
function mendDir({ $B }: Border): void {
  const dir = $B.builtins['dir'] as unknown as Call;
  const sorted = (...args: unknown[]) => {
    const names = dir(...args);
    return Array.isArray(names) ? names.sort() : names;
  };
  $B.builtins['dir'] = Object.assign(sorted, dir) as unknown as BrythonClass;
}

/** Messages of Brython's functions that differ from CPython's. */
const MESSAGES: readonly (readonly [name: string, words: RegExp, instead: string])[] = [
  ['len', / VVV$/, ''],
  ['min', /arg is an empty sequence/, 'iterable argument is empty'],
  ['max', /arg is an empty sequence/, 'iterable argument is empty'],
];

function mendMessages({ $B }: Border): void {
  for (const [name, words, instead] of MESSAGES) {
    const before = $B.builtins[name] as unknown as Call;
    const call = (...args: unknown[]) => {
      try {
        // Most calls pass one argument, for which V8 need not make an array.
        return args.length === 1 ? before(args[0]) : before(...args);
      } catch (error) {
        const raised = error as { args?: unknown } | null;
        const message = (raised?.args as readonly unknown[] | undefined)?.[0];
        if (typeof message === 'string' && words.test(message))
          raised!.args = $B.fast_tuple([message.replace(words, instead)]);
        throw error;
      }
    };
    $B.builtins[name] = Object.assign(call, before) as unknown as BrythonClass;
  }
}

/**
 * Brython compares two objects of one class, `x < y`, with `y > x`, which a class derived from ours need not
 * define.
 */
function mendOrder({ $B, host, names }: Border): void {
  const compare = $B.rich_comp;
  const { NotImplemented } = $B.builtins;
  $B.rich_comp = (name, left, right) => {
    const cls = (left as Instance | null | undefined)?.ob_type;
    const isDerived = cls !== undefined && (left as Instance)[VALUE] !== undefined && !names.has(cls);
    if (isDerived && (right as Instance | null | undefined)?.ob_type === cls) {
      const result = host.callSpecial($B.search_in_mro(cls, name, $B.NULL), left, [right]);
      if (result !== NotImplemented) return result;
    }
    return compare(name, left, right);
  };
}

/** `b.upper.__self__` is the module `builtins` in Brython. */
function mendMethods({ $B }: Border): void {
  const descriptor = $B.get_from_dict($B.builtin_function_or_method, '__self__', null) as {
    getter: Call;
  } | null;
  if (descriptor === null) return;
  const before = descriptor.getter;
  descriptor.getter = (self) => (self as { m_self?: unknown }).m_self ?? before(self);
}

/** Brython's `ascii` escapes the two surrogates of a character past U+FFFF separately. */
function mendAscii({ $B }: Border): void {
  const { ascii, str } = $B.builtins;
  const before = ascii as unknown as Call;
  const call = (...args: unknown[]) => {
    const [value] = args;
    const isText = typeof value === 'string' || $B.get_class(value) === str;
    return args.length === 1 && isText ? asciiValue(String(value)) : before(...args);
  };
  $B.builtins['ascii'] = Object.assign(call, before) as unknown as BrythonClass;
}
