/**
 * Sends the operators and functions that bytes do not have to the library, which refuses them as CPython does: Brython has no name for some
 * operators in its errors, and mixes up others. Caller: `install`.
 */
import type { BuiltinName } from '../../runtime/index.js';
import { VALUE } from './border.js';
import type { Border } from './border.js';
import type { BrythonClass, Instance } from './brython.js';

type Call = (...args: unknown[]) => unknown;

/** By Brython's names of special methods. */
const BINARY: Readonly<Record<string, BuiltinName>> = {
  ...{ __sub__: 'operator.sub', __truediv__: 'operator.truediv', __floordiv__: 'operator.floordiv' },
  ...{ __pow__: 'operator.pow', __lshift__: 'operator.lshift', __rshift__: 'operator.rshift' },
  ...{ __and__: 'operator.and_', __or__: 'operator.or_', __xor__: 'operator.xor' },
  __matmul__: 'operator.matmul',
};

/** Operators that bytes have and views do not. */
const SEQUENCE: Readonly<Record<string, BuiltinName>> = {
  ...{ __add__: 'operator.add', __mul__: 'operator.mul', __mod__: 'operator.mod' },
};

const IN_PLACE: Readonly<Record<string, BuiltinName>> = {
  ...{ '-=': 'operator.isub', '/=': 'operator.itruediv', '//=': 'operator.ifloordiv' },
  ...{ '**=': 'operator.ipow', '<<=': 'operator.ilshift', '>>=': 'operator.irshift' },
  ...{ '&=': 'operator.iand', '|=': 'operator.ior', '^=': 'operator.ixor', '@=': 'operator.imatmul' },
};

/** Functions that take numbers. */
const FUNCTIONS = ['abs', 'bin', 'divmod', 'hex', 'oct', 'pow', 'round'] as const satisfies BuiltinName[];

const isOurs = (object: unknown): object is Instance =>
  typeof object === 'object' && object !== null && (object as Instance)[VALUE] !== undefined;

/** Sends them where an operand is ours. */
export function extendOperators(border: Border): void {
  const { $B, runtime } = border;
  const { rich_op1: binary, augm_assign: assign } = $B;
  $B.rich_op1 = (method, left, right) => {
    if (isOurs(left)) {
      const name =
        BINARY[method] ??
        ($B.search_in_mro(left.ob_type, method, $B.NULL) === $B.NULL ? SEQUENCE[method] : undefined);
      if (name !== undefined) return runtime.builtins[name]([left, right], null);
    } else if (isOurs(right) && BINARY[method] !== undefined && typeof left !== 'object')
      return runtime.builtins[BINARY[method]]([left, right], null);
    return binary(method, left, right);
  };
  $B.augm_assign = (left, operator, right) => {
    const name = isOurs(left) ? IN_PLACE[operator] : undefined;
    return name === undefined ? assign(left, operator, right) : runtime.builtins[name]([left, right], null);
  };
  for (const name of FUNCTIONS) {
    const before = $B.builtins[name] as unknown as Call;
    const ours = (...args: unknown[]) =>
      args.some(isOurs) ? border.call(runtime.builtins[name], name, args) : before(...args);
    $B.builtins[name] = Object.assign(ours, before) as unknown as BrythonClass;
  }
  extendText(border);
}

/** `'%d' % b'x'`: the library formats text where bytes are among plain values. */
function extendText({ $B, runtime }: Border): void {
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
