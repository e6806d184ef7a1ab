/** Slices of ints of any size: Python's `slice.indices`, and the slices of a range. */
import { PyTypeError, PyValueError } from '../exceptions/index.js';
import { asInt, isIntLike } from '../python/index.js';
import type { Slice } from '../python/index.js';

function partOf(part: unknown): bigint | null {
  if (part === null || part === undefined) return null;
  if (isIntLike(part)) return BigInt(asInt(part));
  throw new PyTypeError('slice indices must be integers or None or have an __index__ method');
}

/**
 * The parts of a slice of so many items, between the ends of its direction.
 *
 * @throws PyValueError `slice step cannot be zero`
 *
 * CPython: Objects/sliceobject.c `_PySlice_GetLongIndices`
 */
export function sliceIndices(slice: Slice, length: bigint): { start: bigint; stop: bigint; step: bigint } {
  const step = partOf(slice.step) ?? 1n;
  if (step === 0n) throw new PyValueError('slice step cannot be zero');
  const least = step < 0n ? -1n : 0n;
  const most = length + least;
  const clipped = (index: bigint | null, omitted: bigint) => {
    if (index === null) return omitted;
    if (index < 0n) return index + length < least ? least : index + length;
    return index > most ? most : index;
  };
  const [first, last] = step < 0n ? [most, least] : [least, most];
  return { start: clipped(partOf(slice.start), first), stop: clipped(partOf(slice.stop), last), step };
}
