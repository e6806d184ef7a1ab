/**
 * CPython's messages where text, a list or a tuple meets bytes: `'a' + b'b'`, `'a,b'.split(b',')`,
 * `sum([b'a'], b'')`. The hosts word these errors differently, or raise none. Nothing here depends on a host.
 * Callers: the adapters' `mixing.ts`, `operators.ts` and `keys.ts`.
 */
import type { BuiltinName, Host } from '../runtime/index.js';

type Raiser = Pick<Host<never, never>, 'makeError'>;

/**
 * Returns the name of an object's type if the type is one of ours or derives from one, and null for all other
 * objects.
 */
export type NameOf = (object: unknown) => string | null;

/** Methods of `str`, and the message for a first argument of the wrong type. */
const COMPLAINTS: readonly (readonly [names: string, complaint: (method: string, type: string) => string])[] =
  [
    [
      'find rfind index rindex count replace',
      (method, type) => `${method}() argument 1 must be str, not ${type}`,
    ],
    ['partition rpartition', (_method, type) => `must be str, not ${type}`],
    ['split rsplit', (_method, type) => `must be str or None, not ${type}`],
    ['strip lstrip rstrip', (method) => `${method} arg must be None or str`],
    ['removeprefix removesuffix', (method, type) => `${method}() argument must be str, not ${type}`],
    [
      'startswith endswith',
      (method, type) => `${method} first arg must be str or a tuple of str, not ${type}`,
    ],
  ];

const FIRST = new Map(
  COMPLAINTS.flatMap(([names, complaint]) => names.split(' ').map((name) => [name, complaint] as const)),
);

const SECOND = new Map([
  ['replace', (type: string) => `replace() argument 2 must be str, not ${type}`],
  ...['center', 'ljust', 'rjust'].map(
    (name) =>
      [name, (type: string) => `The fill character must be a unicode character, not ${type}`] as const,
  ),
]);

/** The methods of `str` that {@link textComplaint} knows. */
export const TEXT_METHODS: readonly string[] = [...new Set([...FIRST.keys(), ...SECOND.keys()])];

/** The message of a `str` method about its first two arguments; null if neither is of our types. */
export function textComplaint(
  method: string,
  first: unknown,
  second: unknown,
  nameOf: NameOf,
): string | null {
  const type = nameOf(first);
  const complaint = FIRST.get(method);
  if (type !== null && complaint !== undefined) return complaint(method, type);
  const other = nameOf(second);
  return other === null ? null : (SECOND.get(method)?.(other) ?? null);
}

/**
 * The message of `str.join` about the items of a list or tuple; null unless the first item that is not text
 * is of our types.
 */
export function joinComplaint(
  items: readonly unknown[],
  isText: (item: unknown) => boolean,
  nameOf: NameOf,
): string | null {
  const at = items.findIndex((item) => !isText(item));
  if (at < 0) return null;
  const type = nameOf(items[at]);
  return type === null ? null : `sequence item ${at}: expected str instance, ${type} found`;
}

/** Operators of `str`, `list` and `tuple`; `in` is only for `str`. */
export const SEQUENCE_COMPLAINTS = {
  '+': (left: string, right: string) => `can only concatenate ${left} (not "${right}") to ${left}`,
  '*': (_left: string, right: string) => `can't multiply sequence by non-int of type '${right}'`,
  in: (_left: string, right: string) => `'in <string>' requires string as left operand, not ${right}`,
};

/** The message of `sum` about its start value; null if that is neither bytes nor a bytearray. */
export function sumComplaint(base: 'bytes' | 'bytearray' | null): string | null {
  return base === null ? null : `sum() can't sum ${base} [use b''.join(seq) instead]`;
}

/** Built-in functions of numbers, which refuse bytes. */
export const NUMBER_FUNCTIONS = [
  'abs',
  'bin',
  'divmod',
  'hex',
  'oct',
  'pow',
  'round',
] as const satisfies BuiltinName[];

/** The host's TypeError with a message. */
export function typeError(host: Raiser, message: string): unknown {
  return host.makeError({
    name: 'TypeError',
    module: 'builtins',
    message,
    fields: {},
    notes: [],
    error: new Error(message),
  });
}

/**
 * CPython's message for an unhashable key or element, made from `unhashable type: 'list'`; null for other
 * messages.
 */
export function keyComplaint(
  message: string,
  type: string,
  place: 'dict key' | 'set element',
): string | null {
  return /^unhashable type: /.test(message) ? `cannot use '${type}' as a ${place} (${message})` : null;
}
