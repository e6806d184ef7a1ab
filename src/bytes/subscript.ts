/**
 * Reading by index and by slice, off the fast paths of `get` and `slice`. `bytes-base.ts` calls these
 * functions.
 */
import { copyStrided } from '../algorithms/index.js';
import { PyIndexError, PyTypeError } from '../exceptions/index.js';
import { MEMORY, LENGTH, START, intact } from '../memory/index.js';
import { adjustSlice, asIndex, asSliceIndex, asStep, isIntLike, typeName, isSlice } from '../python/index.js';
import type { Bound, SlicePart } from '../python/index.js';
import { MAKE, PART } from './hooks.js';
import type { BytesSelf } from './hooks.js';

/** Whether a part of a slice is omitted or a number that needs no conversion. Null takes the slow path. */
export function isOmittedOrSafeInt(part: SlicePart): part is number | undefined {
  return part === undefined || (typeof part === 'number' && Number.isSafeInteger(part));
}

export function getSlowly<Self extends BytesSelf<Self>>(self: BytesSelf<Self>, key: unknown): number | Self {
  if (isIntLike(key)) {
    const byte = byteAt(self, key);
    if (typeof byte === 'object') throw byte;
    return byte;
  }
  if (isSlice(key)) return getSlice(self, key.start, key.stop, key.step);
  throw new PyTypeError(
    `${self.kind === 'bytes' ? 'byte' : 'bytearray'} indices must be integers or slices, not ${typeName(key)}`,
  );
}

/** The byte at an index, or the exception to raise: V8 compiles only functions that return. */
function byteAt<Self extends BytesSelf<Self>>(self: BytesSelf<Self>, key: unknown): number | PyIndexError {
  let index = asIndex(key);
  const length = self[LENGTH];
  if (index < 0) index += length;
  if (index < 0 || index >= length) {
    return new PyIndexError(self.kind === 'bytes' ? 'index out of range' : 'bytearray index out of range');
  }
  return intact(self[MEMORY], self[START] + self[LENGTH])[self[START] + index]!;
}

/** The slice of converted parts. */
function partOf<Self extends BytesSelf<Self>>(
  self: BytesSelf<Self>,
  from: Bound,
  to: Bound,
  by: number,
): Self {
  const { start, step, count } = adjustSlice(self[LENGTH], from, to, by);
  const first = self[START] + start;
  if (step === 1) return self[PART](first, first + count);
  return self[MAKE](copyStrided(intact(self[MEMORY], self[START] + self[LENGTH]), first, step, count));
}

/** The slice of parts that have to be converted, in the order of `unpackSlice`. */
export function getSlice<Self extends BytesSelf<Self>>(
  self: BytesSelf<Self>,
  start: SlicePart,
  stop: SlicePart,
  step: SlicePart,
): Self {
  const by = asStep(step);
  return partOf(self, asSliceIndex(start, null), asSliceIndex(stop, null), by);
}
