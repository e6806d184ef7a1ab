/**
 * Gives Skulpt's dicts and sets CPython's message for an unhashable object:
 * `cannot use 'bytearray' as a dict key (unhashable type: 'bytearray')`. Caller: `install`.
 */
import { keyComplaint, typeError } from '../wording.js';
import { VALUE } from './border.js';
import type { Border } from './border.js';
import type { PyObject, SkulptClass } from './skulpt.js';

type Call = (this: PyObject, key: PyObject, item?: unknown) => unknown;

/** The functions that methods of dicts and sets call, with the key as their first argument. */
const DICT = ['mp$lookup', 'set$item', 'pop$item'] as const;
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
  const forKey = (before: Call): Call =>
    function (key, item) {
      try {
        return before.call(this, key, item);
      } catch (raised) {
        // A set keeps its elements in a dict whose values are JavaScript's `true`.
        const place = item === true ? 'set element' : 'dict key';
        const message = messageOf(raised) ?? '';
        const isOurs = key[VALUE] !== undefined || types.has(UNHASHABLE.exec(message)?.[1] ?? '');
        const complaint = isOurs ? keyComplaint(message, host.nameOf(key.ob$type).full, place) : null;
        throw complaint === null ? raised : typeError(host, complaint);
      }
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
  const lookup = dict!.prototype['mp$lookup'] as Call;
  for (const name of DICT) over(dict!.prototype, name, forKey);
  overMethod(dict!, 'setdefault', forKey);
  for (const cls of [set!, frozenset!]) for (const name of SET) over(cls.prototype, name, forElement);
  overMethod(set!, 'remove', forElement);
  // Ints and text are hashable: a set looks them up without both wrappers.
  const isPlain = ({ ob$type: cls }: PyObject) => cls === int_ || cls === str;
  const inSet = (before: Call): Call =>
    function (key) {
      return isPlain(key) ? lookup.call(this.v as PyObject, key) !== undefined : before.call(this, key);
    };
  for (const cls of [set!, frozenset!]) over(cls.prototype, 'sq$contains', inSet);
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
