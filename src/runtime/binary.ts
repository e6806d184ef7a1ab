/**
 * Arithmetic operators between values of any type: reflected methods, in-place methods, sequences. The slots
 * of each type do the arithmetic. Callers are the module `operator` and the built-in functions.
 */
import { ByteArray } from '../bytes/index.js';
import type { Bytes } from '../bytes/index.js';
import { PyTypeError } from '../exceptions/index.js';
import {
  brandOf,
  NotImplemented,
  asSsize,
  isComplex,
  isFloat,
  isIntLike,
  isSlice,
  isTuple,
  typeName,
} from '../python/index.js';
import { makeFloat } from './floats.js';
import { arithmetic } from './numbers.js';
import type { Arithmetic } from './numbers.js';
import { isSubclassInstance, methodOf, slotsOf } from './dispatch.js';
import type { Method } from './dispatch.js';
import { exactRecordOf, isOwn, isRecordedClass } from './records.js';
import { percent } from './slots/ours.js';
import type { Slots } from './slots/slots.js';
import { percentText } from './text-format.js';

/** An arithmetic operator: its name, its methods, and its symbol in errors. */
interface Operator {
  readonly slot: Arithmetic | 'matmul';
  readonly forward: string;
  readonly reflected: string;
  readonly inPlace: string;
  readonly symbol: string;
}

function operator(slot: Operator['slot'], symbol: string): Operator {
  const name = slot.replace('_', '');
  return { slot, forward: `__${name}__`, reflected: `__r${name}__`, inPlace: `__i${name}__`, symbol };
}

const ADD = operator('add', '+');
const MUL = operator('mul', '*');
const OTHERS = {
  sub: operator('sub', '-'),
  matmul: operator('matmul', '@'),
  truediv: operator('truediv', '/'),
  floordiv: operator('floordiv', '//'),
  mod: operator('mod', '%'),
  pow: operator('pow', '**'),
  lshift: operator('lshift', '<<'),
  rshift: operator('rshift', '>>'),
  and_: operator('and_', '&'),
  or_: operator('or_', '|'),
  xor: operator('xor', '^'),
} as const;

function unsupported(symbol: string, left: unknown, right: unknown): never {
  throw new PyTypeError(
    `unsupported operand type(s) for ${symbol}: '${typeName(left)}' and '${typeName(right)}'`,
  );
}

/**
 * Tries the methods and number slots of both sides; NotImplemented if none applies.
 *
 * CPython: `binary_op1`
 */
function numeric(operation: Operator, left: unknown, right: unknown): unknown {
  const own = methodOf(right, operation.reflected);
  const reflected = own ?? inherited(right, operation, operation.forward, false);
  const rightFirst =
    reflected !== null &&
    own !== null &&
    isSubclassInstance(right, left) &&
    own !== methodOf(left, operation.reflected);
  if (rightFirst) {
    const result = reflected.call(right, left);
    if (result !== NotImplemented) return result;
  }
  const forward = methodOf(left, operation.forward) ?? inherited(left, operation, operation.reflected, true);
  const slot = slotsOf(left).binary;
  let result: unknown = NotImplemented;
  if (forward !== null) result = forward.call(left, right);
  else if (slot !== undefined && operation.slot !== 'matmul') result = slot(operation.slot, left, right);
  if (result !== NotImplemented || rightFirst) return result;
  if (reflected !== null) return sameClass(left, right) ? result : reflected.call(right, left);
  // If the method of a derived class returned NotImplemented, the right side's type may still answer, if it
  // is also the left side's.
  const isShared = forward !== null && operation.slot !== 'matmul' && slotsOf(right) === slotsOf(left);
  if (!isShared || slot === undefined || sameClass(left, right)) return result;
  return slot(operation.slot as Arithmetic, left, right);
}

/**
 * The inherited half of an operator's two methods, if a class derived from ours overrides only the other
 * half. CPython then calls both as methods before it tries the type as a sequence.
 *
 * CPython: Objects/typeobject.c `SLOT1BINFULL`
 */
function inherited(value: unknown, { slot }: Operator, other: string, isForward: boolean): Method | null {
  if ((slot !== 'add' && slot !== 'mul') || methodOf(value, other) === null) return null;
  const { repeat, concat } = slotsOf(value);
  if (slot === 'mul') return repeat === undefined ? null : (count) => repeat(value, asSsize(count));
  return concat === undefined || !isForward ? null : (right) => concat(value, right);
}

/**
 * Whether two objects are of one class. Its reflected method is not tried after its forward method has
 * refused.
 */
function sameClass(left: unknown, right: unknown): boolean {
  return (
    typeof left === 'object' &&
    left !== null &&
    (left as { constructor?: unknown }).constructor === (right as { constructor?: unknown }).constructor
  );
}

/**
 * `left + right`.
 *
 * @throws PyTypeError `unsupported operand type(s) for +: 'int' and 'bytes'`, `can't concat int to bytes`, or
 *   `can only concatenate str (not "bytes") to str`
 *
 * CPython: Objects/abstract.c `PyNumber_Add`
 */
export function add(left: unknown, right: unknown): unknown {
  if (typeof left === 'number' && typeof right === 'number') {
    // Most ints have 32 bits. V8 adds these without converting them to doubles.
    if ((left | 0) === left && (right | 0) === right) return left + right;
    const sum = left + right;
    if (Number.isSafeInteger(sum) && Number.isSafeInteger(left) && Number.isSafeInteger(right)) return sum;
    // No class can override numbers.
    return arithmetic('add', left, right);
  }
  return addOthers(left, right);
}

/** {@link add} of other values; separate, so that V8 inlines that. */
function addOthers(left: unknown, right: unknown): unknown {
  if (isOwn(left) && isExact(right)) {
    // Neither side's methods can be overridden, and neither has a number slot.
    return left.concat(right as Bytes);
  }
  const result = numeric(ADD, left, right);
  if (result !== NotImplemented) return result;
  const concat = concatOf(left);
  return concat === undefined ? unsupported('+', left, right) : concat(left, right);
}

/** Whether a right operand is exactly of one of our types, so that it overrides nothing. */
function isExact(value: unknown): boolean {
  return isOwn(value) || exactRecordOf(value) !== null;
}

/** `+` of a sequence, which a derived class replaces by overriding the method. CPython: `sq_concat` */
function concatOf(value: unknown): Slots['concat'] {
  return methodOf(value, ADD.forward) === null ? slotsOf(value).concat : undefined;
}

/** `*` of a sequence, like {@link concatOf}. CPython: `sq_repeat` */
function repeatOf(value: unknown): Slots['repeat'] {
  const overridden = methodOf(value, MUL.forward) !== null || methodOf(value, MUL.reflected) !== null;
  return overridden ? undefined : slotsOf(value).repeat;
}

/**
 * `left + right` of sequences, with the errors of `operator.concat`.
 *
 * @throws PyTypeError `'F' object can't be concatenated`
 *
 * CPython: Objects/abstract.c `PySequence_Concat`
 */
export function concatSequences(left: unknown, right: unknown): unknown {
  const { concat } = slotsOf(left);
  if (concat !== undefined && methodOf(left, '__add__') === null) return concat(left, right);
  const isSequence = hasItems(left) && hasItems(right);
  const result = isSequence ? numeric(ADD, left, right) : NotImplemented;
  if (result !== NotImplemented) return result;
  throw new PyTypeError(`'${typeName(left)}' object can't be concatenated`);
}

/**
 * `left += right` of sequences, with the errors of `operator.iconcat`.
 *
 * CPython: Objects/abstract.c `PySequence_InPlaceConcat`
 */
export function iconcatSequences(left: unknown, right: unknown): unknown {
  const { inPlaceConcat, concat } = slotsOf(left);
  const slot = methodOf(left, '__iadd__') === null ? (inPlaceConcat ?? concat) : undefined;
  if (slot !== undefined && (inPlaceConcat !== undefined || methodOf(left, '__add__') === null)) {
    return slot(left, right);
  }
  const result = hasItems(left) && hasItems(right) ? inPlaceNumeric(ADD, left, right) : NotImplemented;
  if (result !== NotImplemented) return result;
  throw new PyTypeError(`'${typeName(left)}' object can't be concatenated`);
}

/** Whether a value's items are accessed by index. CPython: `PySequence_Check` */
function hasItems(value: unknown): boolean {
  return slotsOf(value).sequence === true || methodOf(value, '__getitem__') !== null;
}

/** `left += right`: the new value of `left`. CPython: Objects/abstract.c `PyNumber_InPlaceAdd` */
export function iadd(left: unknown, right: unknown): unknown {
  if (typeof left === 'number' && typeof right === 'number') return add(left, right);
  if (isOwn(left) && left.constructor === ByteArray && isExact(right)) {
    return (left as ByteArray).iadd(right as Bytes);
  }
  if (extendsInPlace(left)) return slotsOf(left).inPlaceConcat!(left, right);
  const result = inPlaceNumeric(ADD, left, right);
  if (result !== NotImplemented) return result;
  const inPlace = methodOf(left, ADD.inPlace) === null ? slotsOf(left).inPlaceConcat : undefined;
  const slot = inPlace ?? concatOf(left);
  return slot === undefined ? unsupported('+=', left, right) : slot(left, right);
}

/**
 * Whether a value's class derives from a type with `+=`. CPython then calls `__iadd__` as a method before it
 * tries the right side.
 */
function extendsInPlace(value: unknown): boolean {
  const kind = brandOf(value);
  if (kind !== 'bytearray' && kind !== 'array') return false;
  return !isRecordedClass((value as object).constructor) && methodOf(value, '__iadd__') === null;
}

function inPlaceNumeric(operation: Operator, left: unknown, right: unknown): unknown {
  const method = methodOf(left, operation.inPlace);
  const result = method === null ? NotImplemented : method.call(left, right);
  return result === NotImplemented ? numeric(operation, left, right) : result;
}

/** @throws PyTypeError `can't multiply sequence by non-int of type 'float'` */
function repeatCount(count: unknown): number {
  if (!isIntLike(count)) {
    throw new PyTypeError(`can't multiply sequence by non-int of type '${typeName(count)}'`);
  }
  return asSsize(count);
}

/**
 * `left * right`.
 *
 * @throws PyTypeError `can't multiply sequence by non-int of type 'float'`
 *
 * CPython: Objects/abstract.c `PyNumber_Multiply`
 */
export function mul(left: unknown, right: unknown): unknown {
  if (typeof left === 'number' && typeof right === 'number') {
    const product = left * right;
    // A zero product may be negative zero, which is not an int.
    if (
      product !== 0 &&
      Number.isSafeInteger(product) &&
      Number.isSafeInteger(left) &&
      Number.isSafeInteger(right)
    )
      return product;
    // If one side is a float, the product is too.
    if (!Number.isInteger(left) || !Number.isInteger(right)) return makeFloat(product);
    return arithmetic('mul', left, right);
  }
  const result = numeric(MUL, left, right);
  if (result !== NotImplemented) return result;
  const repeat = repeatOf(left);
  if (repeat !== undefined) return repeat(left, repeatCount(right));
  return repeatRight('*', left, right);
}

function repeatRight(symbol: string, left: unknown, right: unknown): unknown {
  const repeat = repeatOf(right);
  return repeat === undefined ? unsupported(symbol, left, right) : repeat(right, repeatCount(left));
}

/** `left *= right`: the new value of `left`. CPython: Objects/abstract.c `PyNumber_InPlaceMultiply` */
export function imul(left: unknown, right: unknown): unknown {
  const result = inPlaceNumeric(MUL, left, right);
  if (result !== NotImplemented) return result;
  const { inPlaceRepeat, length } = slotsOf(left);
  const inPlace = methodOf(left, MUL.inPlace) === null ? inPlaceRepeat : undefined;
  const slot = inPlace ?? repeatOf(left);
  if (slot !== undefined) return slot(left, repeatCount(right));
  // The right side is tried only if the left one cannot be a sequence, as any instance of a class can.
  const isSequence = length !== undefined || isInstance(left);
  return isSequence ? unsupported('*=', left, right) : repeatRight('*=', left, right);
}

/** Whether a value is an instance of a class, the program's or ours. */
function isInstance(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return !isFloat(value) && !isSlice(value) && !isComplex(value);
}

/** Whether a value is an int on which JavaScript's bitwise operators agree with Python's. */
function isInt32(value: unknown): value is number {
  return typeof value === 'number' && (value | 0) === value;
}

/** Whether a value is an int from 0 to 2**31 - 1. Negative zero is a float here. */
function isNatural(value: unknown): value is number {
  return isInt32(value) && value >= 0 && !Object.is(value, -0);
}

function plain(operation: Operator, left: unknown, right: unknown): unknown {
  if (typeof left === 'number' && typeof right === 'number' && operation.slot !== 'matmul') {
    const number = arithmetic(operation.slot, left, right);
    if (number !== NotImplemented) return number;
  }
  const result = numeric(operation, left, right);
  if (result !== NotImplemented) return result;
  return unsupported(operation === OTHERS.pow ? '** or pow()' : operation.symbol, left, right);
}

function inPlace(operation: Operator, left: unknown, right: unknown): unknown {
  const result = inPlaceNumeric(operation, left, right);
  return result === NotImplemented ? unsupported(`${operation.symbol}=`, left, right) : result;
}

/** `left - right` */
export const sub = (left: unknown, right: unknown): unknown => {
  if (typeof left === 'number' && typeof right === 'number') {
    if ((left | 0) === left && (right | 0) === right) return left - right;
    const difference = left - right;
    if (Number.isSafeInteger(difference) && Number.isSafeInteger(left) && Number.isSafeInteger(right))
      return difference;
  }
  return plain(OTHERS.sub, left, right);
};
/** `left @ right` */
export const matmul = (left: unknown, right: unknown): unknown => plain(OTHERS.matmul, left, right);
/** `left / right` */
export const truediv = (left: unknown, right: unknown): unknown => plain(OTHERS.truediv, left, right);
/** `left // right` */
export const floordiv = (left: unknown, right: unknown): unknown => plain(OTHERS.floordiv, left, right);
/** `left % right`: a remainder, or `%`-formatting of bytes and text */
export const mod = (left: unknown, right: unknown): unknown =>
  // For non-negative ints JavaScript's remainder is Python's.
  isNatural(left) && isNatural(right) && right !== 0 ? left % right : modAny(left, right);
function modAny(left: unknown, right: unknown): unknown {
  if (typeof left === 'string') return percentText(left, right);
  // Neither side's class can override this.
  const kind = typeof right === 'number' || isTuple(right) ? exactRecordOf(left) : null;
  if (kind === 'bytes' || kind === 'bytearray') return percent(left as Bytes | ByteArray, right);
  return plain(OTHERS.mod, left, right);
}
/** `left ** right` */
export const pow = (left: unknown, right: unknown): unknown => plain(OTHERS.pow, left, right);
/** `left << right` */
export const lshift = (left: unknown, right: unknown): unknown => plain(OTHERS.lshift, left, right);
/** `left >> right` */
export const rshift = (left: unknown, right: unknown): unknown => plain(OTHERS.rshift, left, right);
/** `left & right` */
export const and_ = (left: unknown, right: unknown): unknown =>
  isInt32(left) && isInt32(right) ? left & right : plain(OTHERS.and_, left, right);
/** `left | right` */
export const or_ = (left: unknown, right: unknown): unknown =>
  isInt32(left) && isInt32(right) ? left | right : plain(OTHERS.or_, left, right);
/** `left ^ right` */
export const xor = (left: unknown, right: unknown): unknown =>
  isInt32(left) && isInt32(right) ? left ^ right : plain(OTHERS.xor, left, right);

/** `left -= right` */
export const isub = (left: unknown, right: unknown): unknown => inPlace(OTHERS.sub, left, right);
/** `left @= right` */
export const imatmul = (left: unknown, right: unknown): unknown => inPlace(OTHERS.matmul, left, right);
/** `left /= right` */
export const itruediv = (left: unknown, right: unknown): unknown => inPlace(OTHERS.truediv, left, right);
/** `left //= right` */
export const ifloordiv = (left: unknown, right: unknown): unknown => inPlace(OTHERS.floordiv, left, right);
/** `left %= right` */
export const imod = (left: unknown, right: unknown): unknown =>
  typeof left === 'string' ? percentText(left, right) : inPlace(OTHERS.mod, left, right);
/** `left **= right` */
export const ipow = (left: unknown, right: unknown): unknown => inPlace(OTHERS.pow, left, right);
/** `left <<= right` */
export const ilshift = (left: unknown, right: unknown): unknown => inPlace(OTHERS.lshift, left, right);
/** `left >>= right` */
export const irshift = (left: unknown, right: unknown): unknown => inPlace(OTHERS.rshift, left, right);
/** `left &= right` */
export const iand = (left: unknown, right: unknown): unknown => inPlace(OTHERS.and_, left, right);
/** `left |= right` */
export const ior = (left: unknown, right: unknown): unknown => inPlace(OTHERS.or_, left, right);
/** `left ^= right` */
export const ixor = (left: unknown, right: unknown): unknown => inPlace(OTHERS.xor, left, right);
