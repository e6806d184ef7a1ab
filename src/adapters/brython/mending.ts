/**
 * Fixes faults of Brython that keep bytes from behaving as in CPython: `iter(lambda: f.read(4), b'')`,
 * `re.sub` of bytes, bytes literals, `dir(b'')`, exceptions that hold bytes, and error messages (methods
 * called through the class, `-b''`, unpacking, attributes). Values of other types behave as before, except
 * that `next(iter(function, x))` works. Caller: `install`.
 */
import { typeError } from '../wording.js';
import { VALUE } from './border.js';
import type { Border } from './border.js';
import type { Brython, BrythonClass, BrythonFunction, Instance, Place } from './brython.js';

type Call = (...args: unknown[]) => unknown;

/** The prefix of a bytes literal with a capital letter. */
const CAPITALS = /^(?=[a-z]*[A-Z])(?:[rR]?[bB]|[bB][rR])(?=['"])/;

/** The start of a bytes literal that is not raw. */
const BYTES = /^[bB]['"]/;

/** An escape. Bytes have no escapes for characters by number or name. */
const ESCAPE = /\\([^])/g;

/** A bytes literal with a character that is not allowed in it. */
const PAST_ASCII = /^[rR]?[bB][rR]?['"][^]*[^\x00-\x7f]/;

/** Applies the fixes. Those that wrap an internal function do nothing if Brython lacks it. */
export function mendBrython(border: Border): void {
  mendSentinels(border);
  mendEncode(border);
  mendLiterals(border);
  mendUnbound(border);
  mendUnary(border);
  mendExceptions(border);
  mendUnpacking(border);
  mendMembers(border);
  mendNames(border);
  mendDir(border);
  mendEmpty(border);
  mendOrder(border);
  mendMethods(border);
}

function methodOf($B: Brython, call: unknown): BrythonFunction {
  return Object.assign(call as BrythonFunction, { ob_type: $B.function });
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
  $B.set_to_dict(cls, '__next__', methodOf($B, next));
}

/** Brython's `re` encodes text with a function of `str` that no longer exists. */
function mendEncode({ $B, runtime }: Border): void {
  const str = $B.builtins['str']!;
  str['encode'] ??= (text: unknown, encoding: unknown) =>
    runtime.builtins['str.encode']([text, encoding], null);
}

/**
 * Brython's compiler knows only lower-case prefixes of literals. It accepts Latin letters past ASCII and
 * `\u0041` in bytes, and fails if text and bytes are adjacent.
 */
function mendLiterals({ $B, bytes }: Border): void {
  const prepare = $B.prepare_string as Call | undefined;
  const grammar = $B._PyPegen;
  if (prepare === undefined || grammar === undefined) return;
  const refuse = (parser: unknown, first: Place, last: Place, message: string) => {
    const place = [first.lineno, first.col_offset, last.end_lineno, last.end_col_offset];
    grammar.raise_error_known_location(parser, $B.builtins['SyntaxError'], ...place, message);
  };
  const concatenate = grammar.concatenate_strings;
  grammar.concatenate_strings = (parser, nodes) => {
    const count = nodes.filter(({ value }) => (value as Instance | undefined)?.ob_type === bytes).length;
    // Brython itself fails when it makes this error.
    if (count > 0 && count < nodes.length)
      refuse(parser, nodes[0]!, nodes[nodes.length - 1]!, 'cannot mix bytes and nonbytes literals');
    return concatenate(parser, nodes);
  };
  $B.prepare_string = (parser: unknown, token: Place & { readonly string: string }) => {
    if (PAST_ASCII.test(token.string))
      refuse(parser, token, token, 'bytes can only contain ASCII literal characters');
    const isBytes = BYTES.test(token.string);
    const prefix = CAPITALS.exec(token.string)?.[0];
    if (prefix === undefined && !isBytes) return prepare(parser, token);
    const small = (prefix ?? '').toLowerCase() + token.string.slice(prefix?.length ?? 0);
    const string = isBytes
      ? small.replace(ESCAPE, (all, letter) => (/[uUN]/.test(letter) ? `\\${all}` : all))
      : small;
    return prepare(parser, Object.assign(Object.create(token) as object, { string }));
  };
}

/** The errors of `bytes.upper()` and `bytes.__new__()`, whose first argument is missing. */
function mendUnbound(border: Border): void {
  const { $B, host, names } = border;
  const call = $B.method_descriptor['tp_call'] as Call;
  $B.method_descriptor['tp_call'] = Object.assign((self: Instance, ...args: unknown[]) => {
    if (args.length === 0 && names.has(self['d_type'] as BrythonClass)) {
      const type = host.nameOf(self['d_type'] as BrythonClass).name;
      throw typeError(host, `unbound method ${type}.${String(self['d_name'])}() needs an argument`);
    }
    return call(self, ...args);
  }, call);
  for (const cls of names.keys()) {
    const make = $B.get_from_dict(cls, '__new__', null) as (Call & BrythonFunction) | null;
    if (typeof make !== 'function') continue;
    const made = (...args: unknown[]) => {
      if (args.length === 0) throw typeError(host, `${border.typeName(cls)}.__new__(): not enough arguments`);
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
    if (border.baseOf(cls) === undefined) return $B.$getattr(cls, name);
    const method = $B.$getattr(cls, name, $B.NULL);
    if (method !== $B.NULL) return method;
    throw typeError(host, `bad operand type for unary ${signs.get(name)!}: '${border.typeName(cls)}'`);
  };
}

/** Brython shows only the first argument of an exception. With bytes among them, all are shown. */
function mendExceptions(border: Border): void {
  const { $B } = border;
  const { BaseException, repr, str } = $B.builtins;
  for (const name of ['tp_str', 'tp_repr']) {
    const before = BaseException![name] as Call;
    const show = (self: Instance) => {
      const args = self['args'] as readonly unknown[];
      if (!Array.isArray(args) || !args.some((each) => border.isOurs(each))) return before(self);
      if (name === 'tp_repr') {
        const text =
          args.length === 1 ? `(${String($B.$call(repr, args[0]))})` : String($B.$call(repr, args));
        return `${$B.get_name(self.ob_type)}${text}`;
      }
      return args.length === 1 ? str!.$factory(args[0] as never) : $B.$call(repr, args);
    };
    BaseException![name] = show;
    $B.set_to_dict(BaseException, name === 'tp_str' ? '__str__' : '__repr__', methodOf($B, show));
  }
}

/**
 * `a, b = b'x'`: Brython's error counts the items of any value, CPython's only those of lists, tuples and
 * dicts.
 */
function mendUnpacking(border: Border): void {
  const { $B } = border;
  const unpack = $B.unpacker as Call | undefined;
  if (unpack === undefined) return;
  // It reads up to five arguments. Rest parameters would make an array for each call.
  $B.unpacker = (object: unknown, count: number, isStarred: unknown, a: unknown, b: unknown) => {
    try {
      return unpack(object, count, isStarred, a, b);
    } catch (error) {
      const args = (error as { args?: unknown[] } | null)?.args;
      if (!border.isOurs(object) || args === undefined || !$B.is_exc(error, [$B.builtins['ValueError']!]))
        throw error;
      args[0] = String(args[0])
        .replace(/ +at least +\d+/, ` at least ${count - 1}`)
        .replace(/^not enough values to unpack \(expected +/, 'not enough values to unpack (expected ')
        .replace(/^(too many .*), got \d+\)$/, '$1)');
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

/**
 * `'array' object has no attribute 'x'`: CPython also names the module. Also fixes the class of that error.
 */
function mendNames(border: Border): void {
  const { $B } = border;
  const make = $B.attr_error as Call | undefined;
  if (make === undefined) return;
  const { AttributeError } = $B.builtins;
  const ours = new WeakSet<object>();
  $B.attr_error = (name: unknown, object: unknown) => {
    const error = make(name, object) as object & { args: unknown };
    if (!border.isOurs(object)) return error;
    const type = border.typeName($B.get_class(object));
    // Brython passes an empty list as a second argument.
    error.args = $B.fast_tuple([`'${type}' object has no attribute '${String(name)}'`]);
    ours.add(error);
    return error;
  };
  // Brython's own method shows only the message.
  const before = AttributeError!['tp_repr'] as Call;
  const show = (self: Instance) =>
    ours.has(self)
      ? `AttributeError(${String($B.$call($B.builtins['repr'], (self['args'] as unknown[])[0]))})`
      : before(self);
  AttributeError!['tp_repr'] = show;
  $B.set_to_dict(AttributeError, '__repr__', methodOf($B, show));
}

/** Brython's `dir` does not sort the names of a value or a type. */
function mendDir(border: Border): void {
  const { $B } = border;
  const dir = $B.builtins['dir'] as unknown as Call;
  const sorted = (...args: unknown[]) => {
    const names = dir(...args);
    const isOurs =
      border.isOurs(args[0]) ||
      (Array.isArray((args[0] as Partial<BrythonClass> | null)?.tp_mro) &&
        border.baseOf(args[0] as BrythonClass) !== undefined);
    return isOurs && Array.isArray(names) ? names.sort() : names;
  };
  $B.builtins['dir'] = Object.assign(sorted, dir) as unknown as BrythonClass;
}

/** The error of `min(b'')`. */
function mendEmpty(border: Border): void {
  const { $B } = border;
  for (const name of ['min', 'max']) {
    const before = $B.builtins[name] as unknown as Call;
    const call = (...args: unknown[]) => {
      try {
        // Most calls pass one argument, for which V8 need not make an array.
        return args.length === 1 ? before(args[0]) : before(...args);
      } catch (error) {
        const raised = error as { args?: unknown } | null;
        const message = (raised?.args as readonly unknown[] | undefined)?.[0];
        if (border.isOurs(args[0]) && typeof message === 'string')
          raised!.args = $B.fast_tuple([
            message.replace('arg is an empty sequence', 'iterable argument is empty'),
          ]);
        throw error;
      }
    };
    $B.builtins[name] = Object.assign(call, before) as unknown as BrythonClass;
  }
}

/**
 * Brython compares two objects of one class, `x < y`, with `y > x`, which a class derived from ours need not
 * define. If both refuse, its error names classes without their module, and no object equals itself.
 */
function mendOrder(border: Border): void {
  const { $B, host, names, bytes } = border;
  const nameOf = (object: unknown) => border.typeName($B.get_class(object));
  const isPlain = (object: unknown) => typeof object === 'number' || typeof object === 'string';
  const compare: typeof $B.rich_comp = (name, left, right) => {
    try {
      return before(name, left, right);
    } catch (error) {
      const [message] = (error as { args?: readonly unknown[] } | null)?.args ?? [];
      const words = /^('[<>]=?' not supported between instances of ')\w+' and '\w+'$/.exec(
        String(message),
      )?.[1];
      throw words === undefined ? error : typeError(host, `${words}${nameOf(left)}' and '${nameOf(right)}'`);
    }
  };
  const before = $B.rich_comp;
  const { NotImplemented } = $B.builtins;
  $B.rich_comp = (name, left, right) => {
    // What Brython does in the end with two ints or texts, without its calls.
    if (typeof left === 'number' && typeof right === 'number') return compared(name, left, right);
    if (typeof left === 'string' && typeof right === 'string') return compared(name, left, right);
    if (typeof left !== 'object' && typeof right !== 'object') return before(name, left, right);
    const cls = (left as Instance | null | undefined)?.ob_type;
    const isEquality = name === '__eq__' || name === '__ne__';
    // No int and no text equals bytes.
    if (
      isEquality &&
      (isPlain(right) ? cls === bytes : isPlain(left) && (right as Instance | null)?.ob_type === bytes)
    )
      return name === '__ne__';
    const isDerived = cls !== undefined && (left as Instance)[VALUE] !== undefined && !names.has(cls);
    if (isDerived && (right as Instance | null | undefined)?.ob_type === cls) {
      const method = $B.search_in_mro(cls, name, $B.NULL);
      const result = host.callSpecial(method, left, [right]);
      if (result !== NotImplemented) return result;
      if (isEquality) {
        const reflected = host.callSpecial(method, right, [left]);
        // Brython finds no object equal to itself whose class does not say so.
        return reflected === NotImplemented ? (left === right) === (name === '__eq__') : reflected;
      }
    }
    // Equality is never refused.
    if (isEquality) return before(name, left, right);
    return border.isOurs(left) || border.isOurs(right)
      ? compare(name, left, right)
      : before(name, left, right);
  };
}

function compared<T extends number | string>(name: string, left: T, right: T): boolean {
  switch (name) {
    case '__eq__':
      return left === right;
    case '__ne__':
      return left !== right;
    case '__lt__':
      return left < right;
    case '__le__':
      return left <= right;
    case '__gt__':
      return left > right;
    default:
      return left >= right;
  }
}

/**
 * `b.upper.__self__`, `b.__add__.__name__`, `bytes.upper.__qualname__`: in Brython the first is the module
 * `builtins`, bound operators have no names, and the names of unbound methods lack the class.
 */
function mendMethods(border: Border): void {
  const { $B, names } = border;
  const over = (cls: BrythonClass, name: string, get: (method: Instance) => unknown) => {
    const descriptor = $B.get_from_dict(cls, name, null) as { getter: Call } | null;
    if (descriptor === null) return;
    const before = descriptor.getter;
    descriptor.getter = (method) => get(method as Instance) ?? before(method);
  };
  const qualified = (type: string | undefined, name: unknown) =>
    type === undefined ? undefined : `${type}.${String(name)}`;
  over($B.builtin_function_or_method, '__self__', ({ m_self }) =>
    border.isOurs(m_self) ? m_self : undefined,
  );
  over($B.method_wrapper, '__name__', ({ self, d_name }) => (border.isOurs(self) ? d_name : undefined));
  over($B.method_wrapper, '__qualname__', ({ self, d_name }) =>
    qualified(border.baseOf($B.get_class(self)), d_name),
  );
  for (const cls of [$B.method_descriptor, $B.wrapper_descriptor])
    over(cls, '__qualname__', ({ d_type, d_name }) => qualified(names.get(d_type as BrythonClass), d_name));
}
