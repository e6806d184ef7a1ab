/**
 * Python's module `operator`. The operations themselves are in `binary.ts`, `items.ts` and `dispatch.ts`.
 *
 * Functions that stand for syntax (`add` for `+`, `getitem` for `[]`) do not count their arguments: compilers
 * write these calls, and counting makes a program of operators 8 % slower.
 */
import { PyTypeError, PyValueError } from '../exceptions/index.js';
import { BLOCKED, NotImplemented, asInt, lengthHint, takes, takesOne, typeName } from '../python/index.js';
import { concatSequences, iconcatSequences } from './binary.js';
import { iteratorForSearch, truthOf } from './items.js';
import { unaryArithmetic } from './numbers.js';
import { compare, equal, identical, methodOf, slotsOf } from './dispatch.js';

export {
  add,
  and_,
  floordiv,
  iadd,
  iand,
  ifloordiv,
  ilshift,
  imatmul,
  imod,
  imul,
  ior,
  ipow,
  irshift,
  isub,
  itruediv,
  ixor,
  lshift,
  matmul,
  mod,
  mul,
  or_,
  pow,
  rshift,
  sub,
  truediv,
  xor,
} from './binary.js';
export {
  containsItem as contains,
  deleteItem as delitem,
  getItem as getitem,
  setItem as setitem,
} from './items.js';

/** `left == right` */
export const eq = (left: unknown, right: unknown): unknown =>
  typeof left === 'number' && typeof right === 'number' ? left === right : compare('eq', left, right);
/** `left != right` */
export const ne = (left: unknown, right: unknown): unknown =>
  typeof left === 'number' && typeof right === 'number' ? left !== right : compare('ne', left, right);
/** `left < right` */
export const lt = (left: unknown, right: unknown): unknown =>
  typeof left === 'number' && typeof right === 'number' ? left < right : compare('lt', left, right);
/** `left <= right` */
export const le = (left: unknown, right: unknown): unknown =>
  typeof left === 'number' && typeof right === 'number' ? left <= right : compare('le', left, right);
/** `left > right` */
export const gt = (left: unknown, right: unknown): unknown =>
  typeof left === 'number' && typeof right === 'number' ? left > right : compare('gt', left, right);
/** `left >= right` */
export const ge = (left: unknown, right: unknown): unknown =>
  typeof left === 'number' && typeof right === 'number' ? left >= right : compare('ge', left, right);

/** `left is right`; equal strings and numbers of the host are always one object. */
export const is_ = (left: unknown, right: unknown): boolean => identical(left, right);
/** `left is not right` */
export const is_not = (left: unknown, right: unknown): boolean => !identical(left, right);
/** `bool(value)` */
export const truth = (value: unknown): boolean => truthOf(value);
/** `not value` */
export const not_ = (value: unknown): boolean => !truthOf(value);

/**
 * The int a value stands for.
 *
 * @throws PyTypeError `'str' object cannot be interpreted as an integer`
 *
 * CPython: Objects/abstract.c `PyNumber_Index`
 */
export function index(value: unknown): number | bigint {
  takesOne('_operator.index', arguments.length);
  return asInt(value);
}

function unary(name: 'neg' | 'pos' | 'abs' | 'invert', symbol: string, value: unknown): unknown {
  const method = methodOf(value, `__${name}__`);
  const result = method === null ? unaryArithmetic(name, value) : method.call(value);
  if (method === null && result === NotImplemented) {
    throw new PyTypeError(`bad operand type for ${symbol}: '${typeName(value)}'`);
  }
  return result;
}

/** `-value` */
export const neg = (value: unknown): unknown => unary('neg', 'unary -', value);
/** `+value` */
export const pos = (value: unknown): unknown => unary('pos', 'unary +', value);
/** `~value` */
export const invert = (value: unknown): unknown => unary('invert', 'unary ~', value);
/** `abs(value)` */
export const abs = (value: unknown): unknown => unary('abs', 'abs()', value);

/**
 * `concat(left, right)`: `left + right` of sequences.
 *
 * @throws PyTypeError `'int' object can't be concatenated`
 *
 * CPython: Objects/abstract.c `PySequence_Concat`
 */
export function concat(left: unknown, right: unknown): unknown {
  takes('concat', arguments.length, 2);
  return concatSequences(left, right);
}

/**
 * `iconcat(left, right)`: `left += right` of sequences.
 *
 * CPython: Modules/_operator.c `_operator_iconcat_impl`
 */
export function iconcat(left: unknown, right: unknown): unknown {
  takes('iconcat', arguments.length, 2);
  return iconcatSequences(left, right);
}

/** @throws PyTypeError `argument of type 'int' is not iterable` */
function searched(iterable: unknown): Iterator<unknown> {
  const iterator = methodOf(iterable, '__iter__') === BLOCKED ? null : iteratorForSearch(iterable);
  if (iterator !== null) return iterator;
  throw new PyTypeError(`argument of type '${typeName(iterable)}' is not iterable`);
}

/** The number of items of an iterable that are identical or equal to a value. CPython: `PySequence_Count` */
export function countOf(iterable: unknown, item: unknown): number {
  takes('countOf', arguments.length, 2);
  const iterator = searched(iterable);
  let count = 0;
  for (let step = iterator.next(); step.done !== true; step = iterator.next()) {
    if (equal(step.value, item)) count++;
  }
  return count;
}

/**
 * The position of the first item of an iterable that is identical or equal to a value.
 *
 * @throws PyValueError `sequence.index(x): x not in sequence`
 *
 * CPython: Modules/_operator.c `_operator_indexOf`
 */
export function indexOf(iterable: unknown, item: unknown): number {
  takes('indexOf', arguments.length, 2);
  const iterator = searched(iterable);
  let at = 0;
  for (let step = iterator.next(); step.done !== true; step = iterator.next()) {
    if (equal(step.value, item)) return at;
    at++;
  }
  throw new PyValueError('sequence.index(x): x not in sequence');
}

/**
 * `len(value)` if the value has a length, otherwise its length hint, otherwise `fallback`.
 *
 * CPython: `PyObject_LengthHint`
 */
export function length_hint(value: unknown, fallback = 0): number {
  takes('length_hint', arguments.length, 1, 2);
  const slot = methodOf(value, '__len__') === null ? slotsOf(value).length : undefined;
  return slot === undefined ? lengthHint(value, fallback) : slot(value);
}
