/**
 * Searching methods over their leases: needles may be bytes-like objects or ints. `part-methods.ts` and
 * `compare.ts` call these functions.
 */
import { PyTypeError, PyValueError } from '../exceptions/index.js';
import { count, countByte, equal, find, findByte, rfind, rfindByte } from '../algorithms/index.js';
import { MEMORY, LENGTH, START, intact } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import {
  contentOfBytes,
  endLease,
  isBytesLike,
  isPlainContent,
  lease,
  lendsItself,
} from '../protocol/index.js';
import { asByte, asInt, asSliceIndex, clipIndex, isArray, isIntLike, typeName } from '../python/index.js';
import type { Bound, SlicePart } from '../python/index.js';
import { PIN, UNPIN } from './hold.js';

/** A receiver that is pinned while user code runs. */
export interface Receiver extends Content {
  [PIN](): void;
  [UNPIN](): void;
}

export const FIND = 0;
export const RFIND = 1;
export const COUNT = 2;

/**
 * One search: returns the index of `needle` (or -1), or the number of its occurrences.
 *
 * @param needle a byte, or content
 * @param from start as the caller passed it
 * @param to end as the caller passed it; null if it was omitted
 */
function run(receiver: Content, needle: number | Content, from: number, to: Bound, mode: number): number {
  const length = receiver[LENGTH];
  // Clipped inline: `clipIndex` in src/python/slice.ts says why.
  if (to === null || to > length) to = length;
  else if (to < 0) to = to + length < 0 ? 0 : to + length;
  if (from < 0) from = from + length < 0 ? 0 : from + length;
  if (from > to) return mode === COUNT ? 0 : -1;
  const memory = intact(receiver[MEMORY], receiver[START] + receiver[LENGTH]);
  const base = receiver[START];
  const s = base + from;
  const e = base + to;
  let at: number;
  if (typeof needle === 'number') {
    if (mode === COUNT) return countByte(memory, s, e, needle, Infinity);
    at = mode === FIND ? findByte(memory, s, e, needle) : rfindByte(memory, s, e, needle);
  } else {
    const ns = needle[START];
    const ne = ns + needle[LENGTH];
    if (mode === COUNT)
      return count(memory, s, e, intact(needle[MEMORY], needle[START] + needle[LENGTH]), ns, ne, Infinity);
    at =
      mode === FIND
        ? find(memory, s, e, intact(needle[MEMORY], needle[START] + needle[LENGTH]), ns, ne)
        : rfind(memory, s, e, intact(needle[MEMORY], needle[START] + needle[LENGTH]), ns, ne);
  }
  return at < 0 ? -1 : at - base;
}

/**
 * `find`, `rfind` and `count`: convert start and end first, then the needle, and pin the receiver meanwhile.
 *
 * @throws PyTypeError `argument should be integer or bytes-like object, not 'str'`
 * @throws PyValueError `byte must be in range(0, 256)`
 *
 * CPython: Objects/bytes_methods.c `parse_args_finds_byte`, `_Py_bytes_find`, `_Py_bytes_count`
 */
export function search(
  receiver: Receiver,
  sub: unknown,
  start: SlicePart,
  end: SlicePart,
  mode: number,
): number {
  const from = asSliceIndex(start, 0);
  const to = asSliceIndex(end, null);
  if (typeof sub === 'number' && (sub & 255) === sub) return run(receiver, sub, from, to, mode);
  if (lendsItself(sub) || isPlainContent(sub)) return run(receiver, sub, from, to, mode);
  const isByte = !isBytesLike(sub);
  if (isByte && !isIntLike(sub)) {
    throw new PyTypeError(`argument should be integer or bytes-like object, not '${typeName(sub)}'`);
  }
  receiver[PIN]();
  try {
    if (isByte) return run(receiver, asByte(sub), from, to, mode);
    const needle = lease(sub);
    try {
      return run(receiver, needle, from, to, mode);
    } finally {
      endLease(needle);
    }
  } finally {
    receiver[UNPIN]();
  }
}

/**
 * `value in receiver`: an int is one byte, every other value is a run of bytes.
 *
 * @throws PyTypeError `a bytes-like object is required, not 'str'`, also if `__index__` raises
 * @throws PyValueError `byte must be in range(0, 256)`
 *
 * CPython: Objects/bytes_methods.c `_Py_bytes_contains`
 */
export function contains(receiver: Receiver, value: unknown): boolean {
  if (isPlainContent(value) && (value as { __index__?: unknown }).__index__ === undefined)
    return run(receiver, value, 0, null, FIND) >= 0;
  if (typeof value === 'number' && (value & 255) === value) return run(receiver, value, 0, null, FIND) >= 0;
  receiver[PIN]();
  try {
    // Bytes of a derived class with `__index__` count as an int.
    const byte = byteOrNull(value);
    if (byte !== null) {
      if (byte < 0 || byte > 255) throw new PyValueError('byte must be in range(0, 256)');
      return run(receiver, Number(byte), 0, null, FIND) >= 0;
    }
    const needle = lease(value);
    try {
      return run(receiver, needle, 0, null, FIND) >= 0;
    } finally {
      endLease(needle);
    }
  } finally {
    receiver[UNPIN]();
  }
}

/** The value as an int; null if it is not one or if the conversion failed. */
function byteOrNull(value: unknown): number | bigint | null {
  if (!isIntLike(value)) return null;
  try {
    return asInt(value);
  } catch {
    return null;
  }
}

/** Returns whether a window of the receiver starts (or ends) with a needle. */
function matches(receiver: Content, needle: Content, from: number, to: Bound, atEnd: boolean): boolean {
  const length = receiver[LENGTH];
  to = to === null ? length : clipIndex(to, length);
  if (from < 0) from = clipIndex(from, length);
  const size = needle[LENGTH];
  if (to - from < size) return false;
  const at = receiver[START] + (atEnd ? to - size : from);
  return equal(
    intact(receiver[MEMORY], receiver[START] + receiver[LENGTH]),
    at,
    intact(needle[MEMORY], needle[START] + needle[LENGTH]),
    needle[START],
    size,
  );
}

/**
 * `startswith` and `endswith`.
 *
 * @throws PyTypeError `startswith first arg must be bytes or a tuple of bytes, not str`
 *
 * CPython: Objects/bytes_methods.c `_Py_bytes_tailmatch`
 */
export function tailMatch(
  receiver: Receiver,
  method: 'startswith' | 'endswith',
  affix: unknown,
  start: SlicePart,
  end: SlicePart,
): boolean {
  const from = asSliceIndex(start, 0);
  const to = asSliceIndex(end, null);
  const atEnd = method === 'endswith';
  if (lendsItself(affix) || isPlainContent(affix)) return matches(receiver, affix, from, to, atEnd);
  receiver[PIN]();
  try {
    if (isArray(affix)) {
      for (const one of affix) if (leaseMatches(receiver, one, from, to, atEnd)) return true;
      return false;
    }
    try {
      return leaseMatches(receiver, affix, from, to, atEnd);
    } catch (error) {
      if (!(error instanceof PyTypeError)) throw error;
      throw new PyTypeError(`${method} first arg must be bytes or a tuple of bytes, not ${typeName(affix)}`);
    }
  } finally {
    receiver[UNPIN]();
  }
}

function leaseMatches(receiver: Content, affix: unknown, from: number, to: Bound, atEnd: boolean): boolean {
  // Bytes of a derived class are searched for by their own content, whatever `__buffer__` exports.
  const needle = contentOfBytes(affix) ?? lease(affix);
  try {
    return matches(receiver, needle, from, to, atEnd);
  } finally {
    endLease(needle);
  }
}
