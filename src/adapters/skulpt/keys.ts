/**
 * Gives Skulpt's dicts and sets CPython's message for an unhashable object:
 * `cannot use 'bytearray' as a dict key (unhashable type: 'bytearray')`. Caller: `install`.
 */
import { keyComplaint, typeError } from '../wording.js';
import { VALUE } from './border.js';
import type { Border } from './border.js';
import type { PyObject, SkulptClass } from './skulpt.js';

type Call = (this: PyObject, key: PyObject, item?: unknown) => unknown;

/** The functions that methods of dicts call, with the key as their first argument. */
interface Dict {
  mp$lookup(key: PyObject): unknown;
  set$item(key: PyObject, item: unknown): unknown;
  pop$item(key: PyObject): unknown;
  /** Looks up text. */
  quick$lookup(key: PyObject): unknown;
  /** The pair of a key that is not text. */
  get$bucket_item(key: PyObject, hash: number): readonly [key: PyObject, item: unknown] | undefined;
}

/** The functions that methods of sets call. */
const SET = ['sq$contains', 'set$discard'] as const;

const UNHASHABLE = /^unhashable type: '(.*)'$/;

/**
 * Makes errors about keys of our types, and about tuples that hold them, say whether the key was for a dict
 * or a set.
 */
export function nameKeys({ Sk, host, names }: Border): void {
  const types = new Set([...names.keys()].map((cls) => host.nameOf(cls).full));
  const { dict, set, frozenset, int_, str, TypeError: error } = Sk.builtin;
  const messageOf = (raised: unknown): string | null =>
    raised instanceof error! ? String((raised as unknown as PyObject).tp$str().v) : null;
  /** The error to raise instead of one that Skulpt raised for a key. */
  const named = (raised: unknown, key: PyObject, item: unknown): unknown => {
    // A set keeps its elements in a dict whose values are JavaScript's `true`.
    const place = item === true ? 'set element' : 'dict key';
    const message = messageOf(raised) ?? '';
    const isOurs = key[VALUE] !== undefined || types.has(UNHASHABLE.exec(message)?.[1] ?? '');
    const complaint = isOurs ? keyComplaint(message, host.nameOf(key.ob$type).full, place) : null;
    return complaint === null ? raised : typeError(host, complaint);
  };
  const forElement = (before: Call): Call =>
    function (key) {
      try {
        return before.call(this, key);
      } catch (raised) {
        const message = messageOf(raised);
        if (message === null || !message.startsWith('cannot use ')) throw raised;
        throw typeError(host, message.replace(' as a dict key ', ' as a set element '));
      }
    };
  const [lookup, setItem] = nameInDicts(dict!, str!, int_!, named);
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
    over(
      cls.prototype,
      'set$add',
      (before) =>
        function (key) {
          return isPlain(key) ? setItem.call(this.v as PyObject, key, true) : before.call(this, key);
        },
    );
  }
}

/**
 * Puts the names of types into the errors of a dict's own functions.
 *
 * Each function is written out: V8 keeps what it has seen for each function of the source, so one function for all
 * of them would be slower than Skulpt's.
 *
 * @returns Skulpt's functions that look up and set
 */
function nameInDicts(
  dict: SkulptClass,
  str: SkulptClass,
  int_: SkulptClass,
  named: (raised: unknown, key: PyObject, item: unknown) => unknown,
): readonly [lookup: Call, setItem: Call] {
  const own = dict.prototype as unknown as Dict;
  const { mp$lookup, set$item, pop$item } = own;
  own.mp$lookup = function (key) {
    const cls = key.ob$type;
    // The same as Skulpt's way for these two, without its calls.
    if (cls === str) return this.quick$lookup(key);
    if (cls === int_) return this.get$bucket_item(key, (key['tp$hash'] as () => number)())?.[1];
    try {
      return mp$lookup.call(this, key);
    } catch (raised) {
      throw named(raised, key, undefined);
    }
  };
  own.set$item = function (key, item) {
    try {
      return set$item.call(this, key, item);
    } catch (raised) {
      throw named(raised, key, item);
    }
  };
  own.pop$item = function (key) {
    try {
      return pop$item.call(this, key);
    } catch (raised) {
      throw named(raised, key, undefined);
    }
  };
  overMethod(
    dict,
    'setdefault',
    (before) =>
      function (key, item) {
        try {
          return before.call(this, key, item);
        } catch (raised) {
          throw named(raised, key, undefined);
        }
      },
  );
  return [mp$lookup as unknown as Call, set$item as unknown as Call];
}

type Wrap = (before: Call) => Call;

function over(holder: Record<string, unknown>, name: string, wrap: Wrap): void {
  if (typeof holder[name] === 'function') holder[name] = wrap(holder[name] as Call);
}

function overMethod({ prototype }: SkulptClass, name: string, wrap: Wrap): void {
  const descriptor = prototype[name] as
    (Record<string, unknown> & { d$def?: Record<string, unknown> }) | undefined;
  if (descriptor?.d$def === undefined) return;
  over(descriptor.d$def, '$meth', wrap);
  descriptor['$meth'] = descriptor.d$def['$meth'];
}
