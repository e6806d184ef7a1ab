/**
 * Sends the operators and functions that bytes lack to the library, which refuses them as CPython does.
 * Brython's own errors leave some operators unnamed and confuse others. Caller: `install`.
 */
import type { BuiltinName } from '../../runtime/index.js';
import { NUMBER_FUNCTIONS } from '../wording.js';
import type { Border } from './border.js';
import type { BrythonClass, Instance } from './brython.js';

type Call = (...args: unknown[]) => unknown;

/** An operator of Python. */
interface Operator {
  /** The special method, by whose name Brython calls the operator. */
  readonly method: string;
  readonly reflected: string;
  readonly plain: BuiltinName;
  readonly inPlace: BuiltinName;
}

/** Operators by their signs. */
const operators = (names: Readonly<Record<string, string>>): readonly (readonly [string, Operator])[] =>
  Object.entries(names).map(([sign, name]) => {
    const bare = name.replace('_', '');
    const plain = `operator.${name}` as BuiltinName;
    const inPlace = `operator.i${bare}` as BuiltinName;
    return [sign, { method: `__${bare}__`, reflected: `__r${bare}__`, plain, inPlace }];
  });

/** Operators that no type of ours has. */
const REFUSED = operators({
  ...{ '-': 'sub', '/': 'truediv', '//': 'floordiv', '**': 'pow', '<<': 'lshift', '>>': 'rshift' },
  ...{ '&': 'and_', '|': 'or_', '^': 'xor', '@': 'matmul' },
});

/** Operators that some types of ours have. */
const SHARED = operators({ '+': 'add', '*': 'mul', '%': 'mod' });

const BY_METHOD = new Map([...REFUSED, ...SHARED].map(([, operator]) => [operator.method, operator]));
const BY_ASSIGNMENT = new Map([...REFUSED, ...SHARED].map(([sign, operator]) => [`${sign}=`, operator]));
const REFUSED_OPERATORS = new Set(REFUSED.map(([, operator]) => operator));

/** Sends them to the library if an operand is ours and Brython has no method for the left one. */
export function extendOperators(border: Border): void {
  const { $B, runtime } = border;
  const { rich_op1: binary, augm_assign: assign } = $B;
  const isOurs = (object: unknown) => border.isOurs(object);
  const lacks = (object: unknown, method: string) =>
    $B.search_in_mro($B.get_class(object), method, $B.NULL) === $B.NULL;
  const isSent = (operator: Operator, left: unknown): boolean => {
    if (isOurs(left)) return REFUSED_OPERATORS.has(operator) || lacks(left, operator.method);
    return typeof left !== 'object' || lacks(left, operator.method);
  };
  const { float } = $B.builtins;
  const isFloat = (x: unknown) => (x as Instance | null | undefined)?.ob_type === float;
  $B.rich_op1 = (method, left, right) => {
    if (isFloat(left) && isFloat(right)) return binary(method, left, right);
    const operator = isOurs(left) || isOurs(right) ? BY_METHOD.get(method) : undefined;
    if (operator === undefined || !isSent(operator, left)) return binary(method, left, right);
    // What the right side's own method answers, Brython finds as fast.
    const isAnswered = !isOurs(left) && !REFUSED_OPERATORS.has(operator) && !lacks(right, operator.reflected);
    return isAnswered ? binary(method, left, right) : runtime.builtins[operator.plain]([left, right], null);
  };
  $B.augm_assign = (left, sign, right) => {
    // Loops count: what Brython does with two ints, without its object for their types.
    if (typeof left === 'number' && typeof right === 'number' && (sign === '+=' || sign === '-=')) {
      const result = sign === '+=' ? left + right : left - right;
      // Brython takes its general way for 0.
      if (result !== 0 && Number.isSafeInteger(result)) return result;
    }
    const operator = isOurs(left) || isOurs(right) ? BY_ASSIGNMENT.get(sign) : undefined;
    return operator !== undefined && isSent(operator, left)
      ? runtime.builtins[operator.inPlace]([left, right], null)
      : assign(left, sign, right);
  };
  for (const name of NUMBER_FUNCTIONS) {
    const before = $B.builtins[name] as unknown as Call;
    const ours = (...args: unknown[]) => {
      // Most calls: V8 passes one argument on without a list.
      if (args.length === 1 && typeof args[0] !== 'object') return before(args[0]);
      return args.some(isOurs) || Object.values(border.separate(name, args)[1] ?? {}).some(isOurs)
        ? border.call(runtime.builtins[name], name, args)
        : before(...args);
    };
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
