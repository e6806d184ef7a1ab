/**
 * Mends faults of Brython that programs about bytes meet every day: `iter(lambda: f.read(4), b'')`, loops
 * over objects that have only `__getitem__`, `re.sub` of bytes, literals with prefixes in capitals, and the
 * errors of methods that are called through the class. Caller: `install`.
 */
import { typeError } from '../wording.js';
import type { Border } from './border.js';
import type { BrythonClass, BrythonFunction, Instance } from './brython.js';

type Call = (...args: unknown[]) => unknown;

/** A prefix of a literal that has a capital letter. */
const CAPITALS = /^(?=[a-z]*[A-Z])[a-zA-Z]+(?=['"])/;

/** Mends them, each only where Brython has the part. */
export function mendBrython(border: Border): void {
  mendSentinels(border);
  mendSequences(border);
  mendEncode(border);
  mendPrefixes(border);
  mendUnbound(border);
}

/** Brython's `__next__` of `iter(callable, sentinel)` takes what the callable returned for an iterator. */
function mendSentinels({ $B }: Border): void {
  const cls = $B.callable_iterator;
  const step = cls?.['tp_iternext'] as Call | undefined;
  if (cls === undefined || step === undefined) return;
  const next = (self: unknown) => {
    const value = step(self);
    // A later version may have made it a generator, as those of the other iterators are.
    if (typeof (value as { next?: unknown } | null | undefined)?.next !== 'function') return value;
    const { done, value: item } = (value as Iterator<unknown>).next();
    if (done === true) throw $B.$call($B.builtins['StopIteration']);
    return item;
  };
  $B.set_to_dict(cls, '__next__', Object.assign(next, { ob_type: $B.function }));
}

/** Brython iterates over an object that has `__getitem__` only if it has `__len__`, too. */
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

/** Brython's `re` makes bytes of text by a function of `str` that is no longer there. */
function mendEncode({ $B, runtime }: Border): void {
  const str = $B.builtins['str']!;
  str['encode'] ??= (text: unknown, encoding: unknown) =>
    runtime.builtins['str.encode']([text, encoding], null);
}

/** Brython's compiler knows the prefixes of literals in small letters only. */
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

/** `bytes.upper()` and `bytes.__new__()`, which lack their first argument. */
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
