/**
 * Converts the arguments of methods: fill bytes, separators, counts, operands. Conversions may run user code,
 * so every method calls them before it reads its own bytes.
 */
import { PyTypeError, PyValueError } from '../exceptions/index.js';
import { MEMORY, LENGTH, START, isRefusal, intact } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import { contentOf, contentOfBytes, isContent, kindOf, lease } from '../protocol/index.js';
import {
  asLength,
  asSsize,
  givenName,
  isDisguised,
  isIntLike,
  isMap,
  isRevoked,
  isSet,
  specialMethod,
  typeName,
} from '../python/index.js';
import { pinned } from './hold.js';
import { SAME } from './hooks.js';

/**
 * Checks a parameter of C type `char`: the fill byte of `center`, `ljust`, `rjust`.
 *
 * CPython: Python/getargs.c, format `c`
 */
export function asFill(method: string, value: unknown): number {
  const kind = kindOf(value);
  const content = contentOf(value);
  if (kind === undefined || content === null) {
    throw new PyTypeError(
      `${method}() argument 2 must be a byte string of length 1, not ${givenName(value)}`,
    );
  }
  if (content[LENGTH] !== 1) {
    throw new PyTypeError(
      `${method}(): argument 2 must be a byte string of length 1, ` +
        `not a ${kind} object of length ${content[LENGTH]}`,
    );
  }
  return intact(content[MEMORY], content[START] + content[LENGTH])[content[START]]!;
}

/** `len(value)`. CPython: Objects/abstract.c `PyObject_Size`. */
export function lengthOf(value: unknown): number {
  if (typeof value === 'string') return [...value].length;
  if (typeof value === 'object' && value !== null && !isRevoked(value) && !isDisguised(value)) {
    const method = specialMethod(value, '__len__');
    if (method !== null) return asLength(method.call(value));
    const size = isMap(value) || isSet(value) ? value.size : (value as { length?: unknown }).length;
    if (typeof size === 'number') return size;
  }
  throw new PyTypeError(`object of type '${typeName(value)}' has no len()`);
}

/**
 * The separator of `hex` as a byte; -1 for no separator.
 *
 * @param most the largest byte allowed: `hexlify` returns bytes, so its separator need not be ASCII
 *
 * CPython: Python/pystrhex.c `_Py_strhex_impl`
 */
export function asHexSeparator(sep: unknown, most = 127): number {
  if (sep === undefined) return -1;
  // Counting the code points of a string by spreading it takes longer than the rest of a short `hex`.
  if (!(typeof sep === 'string' && sep.length === 1) && lengthOf(sep) !== 1)
    throw new PyValueError('sep must be length 1.');
  let byte: number;
  if (typeof sep === 'string') {
    byte = sep.codePointAt(0)!;
  } else {
    const content = contentOfBytes(sep);
    if (content === null) throw new PyTypeError('sep must be str or bytes.');
    const { [MEMORY]: memory, [START]: start, [LENGTH]: length } = content;
    // A class may define its own length. C reads the terminating zero of an empty separator.
    byte = length === 0 ? 0 : intact(memory, start + length)[start]!;
  }
  if (byte > most) throw new PyValueError('sep must be ASCII.');
  return byte;
}

/** An operand of `+`, by default the right one. Every failure to read it becomes one TypeError. */
export function leaseOperand(self: unknown, other: unknown, operand = other): Content {
  try {
    return lease(operand);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new PyTypeError(`can't concat ${typeName(other)} to ${typeName(self)}`);
  }
}

/** The same, held until {@link letGo} because user code runs meanwhile. */
export function holdOperand(self: unknown, other: unknown, operand = other): Content {
  return pinned(leaseOperand(self, other, operand));
}

/**
 * The memory that a bytearray lends to a codec; a derived class may lend something other than its content.
 *
 * CPython: Objects/unicodeobject.c `PyUnicode_FromEncodedObject`
 */
export function leaseForText(self: unknown): Content {
  try {
    return lease(self);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new PyTypeError(`decoding to str: need a bytes-like object, ${typeName(self)} found`);
  }
}

/** The right operand of `*`. CPython: Objects/abstract.c `sequence_repeat` */
export function asRepeatCount(count: unknown): number {
  // Most counts, without the calls below.
  if (typeof count === 'number' && count >= 0 && (count | 0) === count) return count;
  if (!isIntLike(count)) {
    throw new PyTypeError(`can't multiply sequence by non-int of type '${typeName(count)}'`);
  }
  const times = asSsize(count);
  return times < 0 ? 0 : times;
}

/** Whether a value is exactly a `Bytes` of this copy of the library. CPython: `PyBytes_CheckExact` */
export function isExactBytes(value: unknown): boolean {
  return isContent(value) && isOfThisCopy(value) && typeName(value) === 'bytes';
}

/**
 * Whether our own content can be returned as it is. Objects of another copy of the library are not instances
 * of our classes.
 */
export function isOfThisCopy(content: Content): boolean {
  return (content as { [SAME]?: unknown })[SAME] !== undefined;
}
