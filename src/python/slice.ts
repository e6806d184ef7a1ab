/**
 * Python's slices: their parts as numbers, and the items that they select. Subscripts of all types use them.
 */
import { PyTypeError, PyValueError } from '../exceptions/index.js';
import { abi } from './abi.js';
import { VALUE_BRAND, isValue } from './brand.js';
import { asSsize, isIntLike } from './int.js';
import type { IntLike } from './int.js';
import { TYPE_NAME } from './types.js';

/** One part of a slice or window: an int, `null` for None, or omitted. */
export type SlicePart = IntLike | null | undefined;

/**
 * Python's `slice` object: what `b[start:stop:step]` passes to `get`, `set` and `delete`.
 *
 * CPython: Objects/sliceobject.c `PySlice_Type`
 */
export class Slice {
  constructor(
    /** First index. */
    readonly start: SlicePart = null,
    /** One past the last index. */
    readonly stop: SlicePart = null,
    /** The distance between two indices; null for 1. */
    readonly step: SlicePart = null,
  ) {}

  /** @internal */
  get [VALUE_BRAND](): 'slice' {
    return 'slice';
  }

  /** @internal */
  get [TYPE_NAME](): string {
    return 'slice';
  }
}

/** Returns whether a value is a {@link Slice} of any copy of the library. CPython: `PySlice_Check` */
export function isSlice(value: unknown): value is Slice {
  return value instanceof Slice || isValue(value, 'slice');
}

/** A slice applied to a length; the items are `start + i * step` for `0 <= i < count`. */
export interface SliceIndices {
  start: number;
  stop: number;
  step: number;
  count: number;
}

/**
 * Converts one part of a slice or window to a number, clamped to `ssize_t`.
 *
 * @throws PyTypeError `slice indices must be integers or have an __index__ method`
 *
 * CPython: Python/ceval.c `_PyEval_SliceIndex`
 */
export function asSliceIndex<Absent>(value: SlicePart, absent: Absent): number | Absent {
  if (value === null || value === undefined) return absent;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  if (!isIntLike(value)) {
    throw new PyTypeError('slice indices must be integers or have an __index__ method');
  }
  return asSsize(value, null);
}

const LARGE = 2 ** 31 - 1;

/** The converted part of a slice; null for the end at which it starts or stops when omitted. */
export type Bound = number | null;

/**
 * Converts the step, clamped so that it can be negated.
 *
 * @throws PyValueError `slice step cannot be zero`
 */
export function asStep(value: SlicePart): number {
  const step = asSliceIndex(value, 1);
  if (step >= -LARGE && step <= LARGE) {
    if (step === 0) throw new PyValueError('slice step cannot be zero');
    return step;
  }
  const most = Number(abi().maxsize);
  return Math.max(-most, Math.min(step, most));
}

/**
 * Converts the parts of a slice to numbers, and omitted ones to null, running `__index__` in CPython's order
 * (step, start, stop). A caller reads the length only afterwards, because that code may have changed it.
 *
 * Null and not Infinity: V8 would keep doubles in the properties and return even small indices as objects.
 * Once a field of a bytearray or a view was assigned such an index, each later assignment to it makes an
 * object.
 *
 * @throws PyValueError `slice step cannot be zero`
 *
 * CPython: Objects/sliceobject.c `PySlice_Unpack`
 */
export function unpackSlice(slice: Slice): { start: Bound; stop: Bound; step: number } {
  const step = asStep(slice.step);
  return { start: asSliceIndex(slice.start, null), stop: asSliceIndex(slice.stop, null), step };
}

/**
 * An index clipped to a sequence: a negative one counts from the end, and one outside becomes the nearer end.
 * Searches clip only the end of their window this way, because a start past the end finds nothing, not even
 * an empty needle.
 *
 * `find` and the slices of bytes and of views clip inline: through this function
 * a `find` in 64 bytes takes 1.5 times as long in Node.js 20, and a slice 1.03 times as long.
 */
export function clipIndex(index: number, length: number): number {
  if (index < 0) return index + length < 0 ? 0 : index + length;
  return index > length ? length : index;
}

/**
 * An index of a slice, between the ends of its direction, `least` and `most`. A negative one counts from the
 * end.
 */
export const clip = function (index: number, length: number, least: number, most: number): number {
  if (index < 0) return index + length < least ? least : index + length;
  return index > most ? most : index;
};

/** The whole part of a quotient. V8 divides ints of 32 bits in a third of the time. */
function quotient(a: number, b: number): number {
  return (a | 0) === a && (b | 0) === b ? (a / b) | 0 : Math.floor(a / b);
}

/** Clamps converted parts to a length. CPython: Objects/sliceobject.c `PySlice_AdjustIndices`. */
export function adjustSlice(length: number, start: Bound, stop: Bound, step: number): SliceIndices {
  const least = step < 0 ? -1 : 0;
  const most = length + least;
  start = start === null ? (step < 0 ? most : least) : clip(start, length, least, most);
  stop = stop === null ? (step < 0 ? least : most) : clip(stop, length, least, most);
  const span = step < 0 ? start - stop : stop - start;
  let count = span > 0 ? span : 0;
  // The usual step needs no division, which takes as long as the rest.
  if (span > 0 && step !== 1) count = quotient(span - 1, step < 0 ? -step : step) + 1;
  return { start, stop, step, count };
}
