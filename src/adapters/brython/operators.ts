/**
 * Sends the operators and functions that bytes lack to the library, which refuses them as CPython does.
 * Brython's own errors leave some operators unnamed and confuse others. Caller: `install`.
 */
import type { BuiltinName } from '../../runtime/index.js';
import { NUMBER_FUNCTIONS } from '../wording.js';
import type { Border } from './border.js';
import type { BrythonClass, Instance } from './brython.js';

type Call = (...args: unknown[]) => unknown;

/** Operators by the names of their special methods, by which Brython calls them. */
const byMethod = (names: readonly string[]): ReadonlyMap<string, BuiltinName> =>
  new Map(names.map((name) => [`__${name.replace('_', '')}__`, `operator.${name}` as BuiltinName]));

const BINARY = byMethod('sub truediv floordiv pow lshift rshift and_ or_ xor matmul'.split(' '));

/** Operators that bytes have and views do not. */
const SEQUENCE = byMethod(['add', 'mul', 'mod']);

const IN_PLACE: Readonly<Record<string, BuiltinName>> = {
  '-=': 'operator.isub',
  '/=': 'operator.itruediv',
  '//=': 'operator.ifloordiv',
  '**=': 'operator.ipow',
  '<<=': 'operator.ilshift',
  '>>=': 'operator.irshift',
  '&=': 'operator.iand',
  '|=': 'operator.ior',
  '^=': 'operator.ixor',
  '@=': 'operator.imatmul',
};

/** Sends them to the library if an operand is ours. */
export function extendOperators(border: Border): void {
  const { $B, runtime } = border;
  const { rich_op1: binary, augm_assign: assign } = $B;
  const isOurs = (object: unknown) => border.isOurs(object);
  $B.rich_op1 = (method, left, right) => {
    if (isOurs(left)) {
      const name =
        BINARY.get(method) ??
        ($B.search_in_mro(left.ob_type, method, $B.NULL) === $B.NULL ? SEQUENCE.get(method) : undefined);
      if (name !== undefined) return runtime.builtins[name]([left, right], null);
    } else if (isOurs(right) && typeof left !== 'object') {
      const name = BINARY.get(method);
      if (name !== undefined) return runtime.builtins[name]([left, right], null);
    }
    return binary(method, left, right);
  };
  $B.augm_assign = (left, operator, right) => {
    const name = isOurs(left) ? IN_PLACE[operator] : undefined;
    return name === undefined ? assign(left, operator, right) : runtime.builtins[name]([left, right], null);
  };
  for (const name of NUMBER_FUNCTIONS) {
    const before = $B.builtins[name] as unknown as Call;
    const ours = (...args: unknown[]) =>
      args.some(isOurs) ? border.call(runtime.builtins[name], name, args) : before(...args);
    $B.builtins[name] = Object.assign(ours, before) as unknown as BrythonClass;
  }
  extendText(border);
}

/** `'%d' % b'x'`: the library formats text if bytes are among plain values. */
function extendText(border: Border): void {
  const { $B, runtime } = border;
  const isOurs = (object: unknown) => border.isOurs(object);
  const { str, tuple, float, None } = $B.builtins;
  const wrapper = $B.get_from_dict(str!, '__mod__', null) as { wrapped: Call } | null;
  if (wrapper === null) return;
  const before = wrapper.wrapped;
  const isPlain = (value: unknown) =>
    typeof value !== 'object' || value === None || (value as Instance).ob_type === float || isOurs(value);
  wrapper.wrapped = (text, values) => {
    const items = (values as Instance | null)?.ob_type === tuple ? (values as readonly unknown[]) : [values];
    return items.some(isOurs) && items.every(isPlain)
      ? runtime.builtins['operator.mod']([text, values], null)
      : before(text, values);
  };
}
