/**
 * Sends calls of functions that refuse bytes to the library, which raises CPython's errors, and lets it
 * format text with bytes among its values. Caller: `install`.
 */
import { NUMBER_FUNCTIONS, typeError } from '../wording.js';
import { VALUE } from './border.js';
import type { Border } from './border.js';
import type { PyObject } from './skulpt.js';

type Call = (this: unknown, ...args: (PyObject | undefined)[]) => PyObject;

/** Sends them to the library if an argument is ours. */
export function extendOperators(border: Border): void {
  const { Sk, runtime } = border;
  const int = Sk.builtin['int_'];
  // Ints first: V8 would search all their prototypes for our key.
  const isOurs = (x: PyObject | undefined) => x?.ob$type !== int && x?.[VALUE] !== undefined;
  for (const name of NUMBER_FUNCTIONS) {
    // It asks the operand (`classes.ts`).
    if (name === 'abs') continue;
    const definition = Sk.builtins[name] as { $meth: Call; m$def: { $meth: Call } };
    // Not the bound function, which takes a call more.
    const before = definition.m$def.$meth;
    definition.$meth = (x, y, z) =>
      isOurs(x) || isOurs(y) || isOurs(z)
        ? runtime.builtins[name]([x, y, z].filter((each) => each !== undefined) as PyObject[], null)
        : before(x, y, z);
  }
  extendText(border);
  nameContainers(border);
}

/** `'%d' % b'x'`: the library formats text if bytes are among plain values. */
function extendText({ Sk, runtime }: Border): void {
  const { str, tuple, int_, float_, bool, none } = Sk.builtin;
  const { prototype } = str!;
  const before = prototype['nb$remainder'] as Call;
  const isPlain = (value: PyObject) => {
    const cls = value.ob$type;
    const isOwn = cls === int_ || cls === str || cls === float_ || value === none.none$;
    return isOwn || value === bool.true$ || value === bool.false$ || value[VALUE] !== undefined;
  };
  /** The text of a format whose conversions are all `%s`, one for each value; null for other formats. */
  const joined = (format: string, items: readonly PyObject[]): string | null => {
    const parts = format.split('%s');
    if (parts.length !== items.length + 1) return null;
    let text = parts[0]!;
    if (text.includes('%')) return null;
    for (let i = 1; i < parts.length; i++) {
      const part = parts[i]!;
      const item = items[i - 1]!;
      // A program's own class may define `__str__`.
      if (part.includes('%') || item.hp$type === true) return null;
      text += (item.tp$str().v as string) + part;
    }
    return text;
  };
  prototype['nb$remainder'] = function (this: PyObject, values: PyObject) {
    const items = values.ob$type === tuple ? (values.v as readonly PyObject[]) : [values];
    if (!items.some((each) => each[VALUE] !== undefined) || !items.every(isPlain))
      return before.call(this, values);
    const text = joined(this.v as string, items);
    return text === null ? runtime.builtins['operator.mod']([this, values], null) : new str!(text);
  };
}

/** `b'a' in 5`. */
function nameContainers({ Sk, host }: Border): void {
  type Contains = (container: PyObject, item: PyObject, canSuspend?: boolean) => unknown;
  const abstr = Sk.abstr as unknown as { sequenceContains: Contains };
  const before = abstr.sequenceContains;
  abstr.sequenceContains = (container, item, canSuspend) => {
    // What Skulpt asks first.
    const contains = container['sq$contains'] as ((...args: unknown[]) => unknown) | undefined;
    if (contains) return contains.call(container, item, canSuspend);
    const isContainer = container['tp$iter'] !== undefined || container['mp$subscript'] !== undefined;
    if (isContainer || item[VALUE] === undefined) return before(container, item, canSuspend);
    const type = host.nameOf(container.ob$type).full;
    throw typeError(host, `argument of type '${type}' is not a container or iterable`);
  };
}
