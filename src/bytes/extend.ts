/**
 * Adds content at the end of a bytearray: `extend` and `+=`. Values are converted before the bytearray is
 * changed. `byte-array.ts` calls these functions.
 */
import { PyBufferError, PyTypeError } from '../exceptions/index.js';
import {
  LENGTH,
  MEMORY,
  SLAB_LIMIT,
  START,
  copyContent,
  copyToNew,
  intact,
  isRefusal,
} from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import { endLease, isBytesLike, isPlainContent, lease, lendsItself } from '../protocol/index.js';
import { brandOf, isArray, lengthHint, tryIterate, typeName } from '../python/index.js';
import { LIMIT, REFUSAL, SHARED_FROM, adopt, checkResizable, resize, splice } from '../storage/index.js';
import type { Storage } from '../storage/index.js';
import { leaseOperand } from './arguments.js';
import { BYTEARRAY, collect, freshContent, isKeepable } from './construct.js';

/** `extend(values)`. CPython: Objects/bytearrayobject.c `bytearray_extend_impl` */
export function extend(self: Storage, values: unknown): void {
  // CPython compares with itself before it asks for a buffer, which would lock the bytearray.
  if (values === self || lendsItself(values) || isPlainContent(values))
    return extendBy(self, values as Content, self[LENGTH]);
  if (isBytesLike(values)) {
    const length = self[LENGTH];
    const content = leaseValues(values);
    try {
      extendBy(self, content, length);
    } finally {
      endLease(content);
    }
    return;
  }
  extendBy(self, itemsToExtend(values), self[LENGTH]);
}

/** The bytes-like argument of `extend`. Every failure to read it becomes one TypeError. */
function leaseValues(values: unknown): Content {
  try {
    return lease(values);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new PyTypeError(`can't set bytearray slice from ${typeName(values)}`);
  }
}

/**
 * @param at the length before the values were read: they go there, or at the end of a bytearray that has
 *   become shorter
 */
function extendBy(self: Storage, content: Content, at: number): void {
  const length = self[LENGTH];
  const values = (content as unknown) === self ? copyContent(content) : content;
  if (length === 0 && beginWith(self, values)) return;
  if (at >= length) return appendContent(self, values);
  const start = values[START];
  const place = Math.min(at, length);
  splice(
    self,
    place,
    place,
    intact(values[MEMORY], values[START] + values[LENGTH]),
    start,
    start + values[LENGTH],
  );
}

/**
 * The first content of an empty bytearray that has no room for it: shared, or part of a slab, if that is
 * allowed.
 */
function beginWith(self: Storage, content: Content): boolean {
  const length = content[LENGTH];
  if (length === 0 || length <= self[LIMIT]) return false;
  const shared = length >= SHARED_FROM && brandOf(content) !== undefined && isKeepable(content);
  if (!shared && length > SLAB_LIMIT) return false;
  checkResizable(self);
  adopt(self, shared ? content : copyContent(content), shared);
  return true;
}

function itemsToExtend(iterable: unknown): Range {
  if (isArray(iterable)) return freshContent(BYTEARRAY, iterable);
  let iterator: Iterator<unknown> | null = null;
  try {
    iterator = tryIterate(iterable);
  } catch (error) {
    if (!(error instanceof PyTypeError)) throw error;
  }
  if (iterator === null) throw new PyTypeError(`can't extend bytearray with ${typeName(iterable)}`);
  lengthHint(iterable, 0);
  try {
    return collect(BYTEARRAY, iterator);
  } catch (error) {
    if (typeof iterable === 'string' && error instanceof PyTypeError) {
      throw new PyTypeError("expected iterable of integers; got: 'str'");
    }
    throw error;
  }
}

/** `self += other`. CPython: Objects/bytearrayobject.c `bytearray_iconcat` */
export function appendOperand(self: Storage, other: unknown): void {
  if (lendsItself(other) || isPlainContent(other)) {
    // CPython reads the bytearray itself through a view, which locks its length.
    if ((other as unknown) === self && self[LENGTH] > 0) throw new PyBufferError(self[REFUSAL]);
    appendContent(self, other);
    return;
  }
  const content = leaseOperand(self, other);
  try {
    appendContent(self, content);
  } finally {
    endLease(content);
  }
}

/** `+=` of content that does not belong to the bytearray. */
function appendContent(self: Storage, content: Content): void {
  const length = self[LENGTH];
  if (length === 0 && beginWith(self, content)) return;
  const more = content[LENGTH];
  const start = content[START];
  const end = start + more;
  const memory = intact(content[MEMORY], end);
  resize(self, length + more);
  copyToNew(memory, start, end, self[MEMORY], self[START] + length);
}
