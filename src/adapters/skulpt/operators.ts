/**
 * Sends calls of functions that refuse bytes to the library, which raises CPython's errors, and lets it
 * format text with bytes among its values. Caller: `install`.
 */
import { NUMBER_FUNCTIONS, typeError } from '../wording.js';
import { VALUE } from './border.js';
import type { Border } from './border.js';
import type { PyObject } from './skulpt.js';

type Call = (this: unknown, ...args: PyObject[]) => PyObject;

/** Sends them to the library if an argument is ours. */
export function extendOperators(border: Border): void {
  const { Sk, runtime } = border;
  for (const name of NUMBER_FUNCTIONS) {
    const definition = Sk.builtins[name] as { $meth: Call };
    const before = definition.$meth;
    definition.$meth = function (...args) {
      if (!args.some((each) => each[VALUE] !== undefined)) return before.apply(this, args);
      return runtime.builtins[name](args, null);
    };
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
  prototype['nb$remainder'] = function (this: PyObject, values: PyObject) {
    const items = values.ob$type === tuple ? (values.v as readonly PyObject[]) : [values];
    return items.some((each) => each[VALUE] !== undefined) && items.every(isPlain)
      ? runtime.builtins['operator.mod']([this, values], null)
      : before.call(this, values);
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
