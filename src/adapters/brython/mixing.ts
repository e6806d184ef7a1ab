/**
 * Makes Brython's `str`, `list`, `tuple` and `sum` refuse the library's bytes with CPython's messages. Some
 * of Brython's messages differ, and `'a,b'.split(b',')` raises nothing. Caller: `install`.
 */
import {
  SEQUENCE_COMPLAINTS,
  TEXT_METHODS,
  joinComplaint,
  sumComplaint,
  textComplaint,
  typeError,
} from '../wording.js';
import type { NameOf } from '../wording.js';
import type { Border } from './border.js';
import type { BrythonClass, BrythonFunction } from './brython.js';

type Call = (...args: unknown[]) => unknown;

/** Puts a check for bytes before Brython's own code. */
export function refuseBytes(border: Border): void {
  const { $B, host } = border;
  const { str, list, tuple } = $B.builtins as Record<string, BrythonClass>;
  const nameOf = (object: unknown): string | null =>
    border.isOurs(object) ? border.typeName($B.get_class(object)) : null;
  const refuse = (complaint: string | null) => {
    if (complaint !== null) throw typeError(host, complaint);
  };

  for (const name of TEXT_METHODS)
    overMethod(border, str!, name, (_self, first, second) => {
      if (typeof first !== 'string' || typeof second === 'object')
        refuse(textComplaint(name, first, second, nameOf));
    });
  const isText = (item: unknown) => typeof item === 'string' || $B.get_class(item) === str;
  overMethod(border, str!, 'join', (_self, items) => {
    if (Array.isArray(items)) refuse(joinComplaint(items, isText, nameOf));
  });

  for (const [name, cls] of Object.entries({ str: str!, list: list!, tuple: tuple! })) {
    overSlot(border, cls, '__add__', (other) => {
      const type = nameOf(other);
      // CPython tries the right side first.
      if (type !== null && $B.search_in_mro($B.get_class(other), '__radd__', $B.NULL) === $B.NULL)
        refuse(SEQUENCE_COMPLAINTS['+'](name, type));
    });
    overSlot(border, cls, '__mul__', (other) => {
      const type = nameOf(other);
      if (type !== null && $B.search_in_mro($B.get_class(other), '__index__', $B.NULL) === $B.NULL)
        refuse(SEQUENCE_COMPLAINTS['*'](name, type));
    });
  }

  refuseElsewhere(border, nameOf, (complaint) => {
    throw typeError(host, complaint);
  });
  const sum = $B.builtins['sum'] as unknown as Call;
  const ours = (...args: unknown[]) => {
    const start = args[1] as { $kw?: readonly { start?: unknown }[] } | undefined;
    const base =
      start === undefined ? undefined : border.baseOf($B.get_class(start.$kw?.[0]?.start ?? start));
    refuse(sumComplaint(base === 'bytes' || base === 'bytearray' ? base : null));
    return sum(...args);
  };
  $B.builtins['sum'] = Object.assign(ours, sum) as unknown as BrythonClass;
}

/** Keywords of `print` that must be text. */
const TEXTS = ['sep', 'end'] as const;

/** `print(x, sep=b'')`, and `complex(b'1')`. */
function refuseElsewhere({ $B, host }: Border, nameOf: NameOf, refuse: (complaint: string) => never): void {
  const print = $B.builtins['print'] as unknown as Call;
  const printed = (...args: unknown[]) => {
    const last = args[args.length - 1] as { $kw?: readonly Record<string, unknown>[] } | null | undefined;
    const named = last?.$kw?.[0];
    for (const name of named === undefined ? [] : TEXTS) {
      const type = nameOf(named![name]);
      if (type !== null) refuse(`${name} must be None or a string, not ${type}`);
    }
    return print(...args);
  };
  $B.builtins['print'] = Object.assign(printed, print) as unknown as BrythonClass;
  const complex = $B.builtins['complex']!;
  for (const slot of ['tp_new', '$factory']) {
    const make = complex[slot] as Call | undefined;
    if (typeof make !== 'function') continue;
    complex[slot] = Object.assign((...args: unknown[]) => {
      const first = slot === 'tp_new' ? (args[1] as readonly unknown[])[0] : args[0];
      const type = nameOf(first) === null ? null : host.nameOf($B.get_class(first)).full;
      if (type !== null) refuse(`complex() argument must be a string or a number, not ${type}`);
      return make(...args);
    }, make);
  }
}

/** Checks the arguments of a method before Brython's own code runs. */
function overMethod({ $B }: Border, cls: BrythonClass, name: string, check: Call): void {
  const descriptor = $B.get_from_dict(cls, name, null) as { method: BrythonFunction } | null;
  if (descriptor === null) return;
  const before = descriptor.method as Call;
  const method = (...args: unknown[]) => {
    // Text as the only argument is never refused.
    if (args.length === 2 && typeof args[1] === 'string') return before(args[0], args[1]);
    check(...args);
    return before(...args);
  };
  descriptor.method = cls.tp_funcs[name] = Object.assign(method, before);
}

/** Checks the right side of an operator before Brython's own code runs. */
function overSlot({ $B }: Border, cls: BrythonClass, name: string, check: (other: unknown) => void): void {
  const wrapper = $B.get_from_dict(cls, name, null) as { wrapped: Call } | null;
  if (wrapper === null) return;
  const before = wrapper.wrapped;
  wrapper.wrapped = (self: unknown, other: unknown) => {
    if (typeof other === 'object') check(other);
    return before(self, other);
  };
}
