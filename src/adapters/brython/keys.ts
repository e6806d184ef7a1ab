/**
 * Gives Brython's dicts and sets CPython's message for an unhashable object:
 * `cannot use 'bytearray' as a dict key (unhashable type: 'bytearray')`. Caller: `install`.
 */
import { keyComplaint, typeError } from '../wording.js';
import type { Border } from './border.js';
import type { BrythonClass, BrythonFunction, Instance } from './brython.js';

type Call = (...args: unknown[]) => unknown;
type Place = Parameters<typeof keyComplaint>[2];

/** Brython's dict functions, which take the key as their second argument. */
const DICT = ['$setitem', '$getitem', '$contains', '$delitem', '$lookup_by_key'] as const;

/** A part of `{1, x, *y}`: a constant with its hash, a value, or what a star takes apart. */
interface Part {
  readonly constant?: readonly [value: unknown, hash: unknown];
  readonly item?: unknown;
  readonly starred?: unknown;
}

/**
 * Makes errors about keys of our types, and about tuples that hold them, say whether the key was for a dict
 * or a set.
 */
export function nameKeys(border: Border): void {
  const { $B, host } = border;
  const { dict, set, frozenset, tuple, None, TypeError: error } = $B.builtins;
  nameUnhashable(border);
  const holders = nameHolders(border, tuple!);
  /**
   * Runs Brython's code for a key. The key is null if it is an item of an argument; the error then names its
   * type, or that of the tuple around it.
   */
  const reworded = (place: Place, run: () => unknown, key: unknown): unknown => {
    try {
      return run();
    } catch (raised) {
      const cls = (raised as Instance | null)?.ob_type;
      if (cls !== error) throw raised;
      const given = String((raised as { args: readonly unknown[] }).args[0]);
      const isOurs = border.isOurs(key);
      // For the keys of `dict.fromkeys`, Brython calls None.
      const isWrong = isOurs && $B.search_in_mro(key.ob_type, '__hash__', $B.NULL) === None;
      const isTold = isOurs && given.startsWith('unhashable type: ');
      if (!isWrong && !isTold && !border.refused.has(raised as object)) throw raised;
      const message = isWrong ? `unhashable type: '${border.typeName(key.ob_type)}'` : given;
      const holder = key === null ? holders.get(raised as object) : $B.get_class(key);
      const type = holder === undefined ? message.split("'")[1]! : host.nameOf(holder).full;
      throw typeError(host, keyComplaint(message, type, place)!);
    }
  };

  const functions = dict as unknown as Record<string, Call>;
  for (const name of DICT) {
    const before = functions[name]!;
    // Brython's functions have up to five parameters and read `undefined` as omitted. Rest parameters would
    // make an array for each call.
    const named: Call = (self, key, a, b, c) =>
      // Only objects can be unhashable.
      typeof key === 'object'
        ? reworded('dict key', () => before(self, key, a, b, c), key)
        : before(self, key, a, b, c);
    functions[name] = Object.assign(named, before);
  }
  $B.dict_delitem = functions['$delitem'];

  const add = $B.set_add as Call;
  $B.set_add = (self: unknown, item: unknown, hash: unknown) =>
    typeof item === 'object'
      ? reworded('set element', () => add(self, item, hash), item)
      : add(self, item, hash);
  const literal = set!['$literal'] as Call;
  set!['$literal'] = (parts: readonly Part[]) => {
    let isPlain = true;
    for (const { item, starred } of parts) isPlain &&= typeof item !== 'object' && starred === undefined;
    if (isPlain) return literal(parts);
    const checked = $B.set_add as Call;
    const made = literal([]);
    for (const { item, constant, starred } of parts) {
      if (starred !== undefined) for (const each of $B.make_js_iterator(starred)) checked(made, each);
      else if (constant !== undefined) checked(made, ...constant);
      else checked(made, item);
    }
    return made;
  };
  for (const name of ['add', 'update', 'union']) {
    const descriptor = $B.get_from_dict(set!, name, null) as { method: BrythonFunction } | null;
    if (descriptor === null) continue;
    const before = descriptor.method as Call;
    const isAdd = name === 'add';
    const named: Call = (...args) =>
      isAdd && args.length === 2 && typeof args[1] !== 'object'
        ? before(args[0], args[1])
        : reworded('set element', () => before(...args), isAdd ? args[1] : null);
    descriptor.method = set!.tp_funcs[name] = Object.assign(named, before);
  }
  for (const cls of [set!, frozenset!]) {
    for (const slot of ['tp_init', 'tp_new']) {
      const before = cls[slot] as Call | undefined;
      if (typeof before !== 'function') continue;
      cls[slot] = Object.assign(
        (...args: unknown[]) => reworded('set element', () => before(...args), null),
        before,
      );
    }
  }
}

/** Brython's message shows the object instead of its type. */
function nameUnhashable(border: Border): void {
  const { $B } = border;
  const hash = $B.$hash as Call;
  $B.$hash = (object: unknown) => {
    try {
      return hash(object);
    } catch (raised) {
      const cls = border.isOurs(object) ? object.ob_type : null;
      if (cls === null || $B.search_in_mro(cls, '__hash__', $B.NULL) !== $B.builtins.None) throw raised;
      throw border.unhashable(cls);
    }
  };
}

/** The outermost tuple's class for each error that says that an item of ours has no hash. */
function nameHolders(border: Border, tuple: BrythonClass): WeakMap<object, BrythonClass> {
  const holders = new WeakMap<object, BrythonClass>();
  const hash = tuple['tp_hash'] as Call;
  tuple['tp_hash'] = Object.assign((self: Instance) => {
    try {
      return hash(self);
    } catch (raised) {
      if (border.refused.has(raised as object)) holders.set(raised as object, self.ob_type);
      throw raised;
    }
  }, hash);
  return holders;
}
