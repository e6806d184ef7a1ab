/**
 * Gives Skulpt's dicts and sets CPython's message for an unhashable object:
 * `cannot use 'bytearray' as a dict key (unhashable type: 'bytearray')`. Caller: `install`.
 */
import { keyComplaint, typeError } from '../wording.js';
import { KEY_HASH, VALUE } from './border.js';
import type { Border } from './border.js';
import type { PyObject, SkulptClass } from './skulpt.js';

type Call = (this: PyObject, key: PyObject, item?: unknown) => unknown;

/** The functions of a dict that sets call, with the key as their first argument. */
interface Dict {
  mp$lookup(key: PyObject): unknown;
  set$item(key: PyObject, item: unknown): unknown;
  /** The items of text keys, by the hash of the text. */
  readonly entries: Record<string, [key: PyObject, item: unknown] | undefined>;
  size: number;
  $version: number;
}

/** The functions that methods of sets call. */
const SET = ['sq$contains', 'set$discard'] as const;

/** Skulpt's error, or the one that it has already become for an item of a tuple. */
const UNHASHABLE = /unhashable type: '.*?'/;

/**
 * Makes errors about keys of our types, and about tuples that hold them, say whether the key was for a dict
 * or a set.
 *
 * Dicts themselves stay Skulpt's, because every program reads and writes them: what they call to hash a key that is
 * not text names the key, `hash` and tuples take the name away again, and sets replace it.
 */
export function nameKeys(border: Border): void {
  const { Sk, host } = border;
  /** Errors that began with an object of ours. */
  const ours = new WeakSet<object>();
  const { set, frozenset, int_, str, TypeError: error } = Sk.builtin;
  const none = Sk.builtin.none.none$;
  const messageOf = (raised: unknown): string | null =>
    raised instanceof error! ? String((raised as unknown as PyObject).tp$str().v) : null;
  /** The error to raise instead of one that Skulpt raised for a key. */
  const named = (raised: unknown, key: PyObject): unknown => {
    const bare = UNHASHABLE.exec(messageOf(raised) ?? '')?.[0];
    if (bare === undefined || (key[VALUE] === undefined && !ours.has(raised as object))) return raised;
    return kept(keyComplaint(bare, host.nameOf(key.ob$type).full, 'dict key')!);
  };
  const kept = (message: string): unknown => {
    const error = typeError(host, message) as object;
    ours.add(error);
    return error;
  };
  const { abstr } = Sk as unknown as { abstr: { objectHash(key: PyObject): unknown } };
  const { objectHash } = abstr;
  abstr.objectHash = (key) => {
    const hash = key['tp$hash'];
    try {
      // The same as Skulpt's way, without its calls.
      return hash === none || hash === undefined ? objectHash(key) : (key['tp$hash'] as () => unknown)();
    } catch (raised) {
      throw named(raised, key);
    }
  };
  /** The error of a hash that is for no key. */
  const unnamed = (raised: unknown, key: PyObject): unknown => {
    const message = messageOf(raised);
    if (message === null) return raised;
    if (key[VALUE] !== undefined) ours.add(raised as object);
    return message.startsWith('cannot use ') ? kept(UNHASHABLE.exec(message)![0]) : raised;
  };
  quickenHash(border, objectHash, unnamed);
  const forElement = (before: Call): Call =>
    function (key) {
      try {
        return before.call(this, key);
      } catch (raised) {
        throw element(raised);
      }
    };
  const element = (raised: unknown): unknown => {
    const message = messageOf(raised);
    if (message === null || !message.startsWith('cannot use ')) return raised;
    return typeError(host, message.replace(' as a dict key ', ' as a set element '));
  };
  const { prototype } = Sk.builtin['dict']! as unknown as { prototype: Dict };
  const lookup = prototype.mp$lookup as Call;
  const setItem = prototype.set$item as Call;
  // A set keeps its elements in a dict whose values are JavaScript's `true`.
  prototype.set$item = function (this: PyObject & Dict, key: PyObject, item: unknown) {
    const hash = key[KEY_HASH];
    // The same as Skulpt's way, without its calls.
    if (typeof hash === 'string') {
      const known = this.entries[hash];
      if (known === undefined) {
        this.entries[hash] = [key, item];
        this.size++;
        this.$version++;
      } else known[1] = item;
      return undefined;
    }
    if (item !== true) return setItem.call(this, key, item);
    try {
      return setItem.call(this, key, true);
    } catch (raised) {
      throw element(raised);
    }
  };
  for (const cls of [set!, frozenset!]) for (const name of SET) over(cls.prototype, name, forElement);
  overMethod(set!, 'remove', forElement);
  // Ints and text are hashable: a set finds and keeps them without both wrappers.
  const isPlain = ({ ob$type: cls }: PyObject) => cls === int_ || cls === str;
  for (const cls of [set!, frozenset!]) {
    over(
      cls.prototype,
      'sq$contains',
      (before) =>
        function (key) {
          return isPlain(key) ? lookup.call(this.v as PyObject, key) !== undefined : before.call(this, key);
        },
    );
    cls.prototype['set$add'] = function (this: PyObject, key: PyObject) {
      (this.v as Dict).set$item(key, true);
    };
  }
}

/** `hash(x)`, and the hash of a tuple that the program itself asks for. */
function quickenHash(
  { Sk }: Border,
  objectHash: (key: PyObject) => unknown,
  unnamed: (raised: unknown, key: PyObject) => unknown,
): void {
  const { int_, tuple } = Sk.builtin;
  const definition = Sk.builtins['hash'] as { $meth(x: PyObject): PyObject };
  definition.$meth = (x) => {
    try {
      return new int_!(objectHash(x));
    } catch (raised) {
      throw unnamed(raised, x);
    }
  };
  const wrapper = tuple!.prototype['__hash__'] as { d$wrapped(this: PyObject): unknown };
  const { d$wrapped } = wrapper;
  wrapper.d$wrapped = function () {
    try {
      return d$wrapped.call(this);
    } catch (raised) {
      throw unnamed(raised, this);
    }
  };
}

type Wrap = (before: Call) => Call;

function over(holder: Record<string, unknown>, name: string, wrap: Wrap): void {
  holder[name] = wrap(holder[name] as Call);
}

function overMethod({ prototype }: SkulptClass, name: string, wrap: Wrap): void {
  const descriptor = prototype[name] as Record<string, unknown> & { d$def: Record<string, unknown> };
  over(descriptor.d$def, '$meth', wrap);
  descriptor['$meth'] = descriptor.d$def['$meth'];
}
