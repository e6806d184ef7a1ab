/**
 * Copies and assigns every n-th byte. It assumes that indices are clipped to the range. Slices of bytes and
 * their assignment call these functions.
 */
import { GATHER_LIMIT } from '../accelerate/limits.js';
import { kernels } from '../accelerate/load.js';
import { MEMORY, START, allocate, copyToNew } from '../memory/index.js';
import type { Range } from '../memory/index.js';
import { LITTLE_ENDIAN } from './words.js';

/** From this many bytes on, the platform's conversions and reversals are worth the views that they need. */
const NATIVE = 128;
/** Gaps of up to this many bytes between deleted bytes are closed byte by byte. */
const SHORT_GAP = 48;

/** Copies the bytes at `first + i * step` for `0 <= i < count` to new memory. CPython: `bytes_subscript`. */
export function copyStrided(m: Uint8Array, first: number, step: number, count: number): Range {
  const result = allocate(count);
  const target = result[MEMORY];
  const start = result[START];
  if (count >= NATIVE) {
    const k = kernels(count);
    if (step === -1 && k !== null) {
      k.glue.reverse(k, m, first - count + 1, first + 1, target, start);
      return result;
    }
    if (step === -1) {
      copyToNew(m, first - count + 1, first + 1, target, start);
      target.subarray(start, start + count).reverse();
      return result;
    }
    if ((step === 2 || step === 4) && LITTLE_ENDIAN && (m.byteOffset + first) % step === 0) {
      // Converting 16- or 32-bit items to bytes keeps the low byte of each, at 0.1 ns an item. The last item
      // may reach past the end.
      const Items = step === 2 ? Uint16Array : Uint32Array;
      target.set(new Items(m.buffer as ArrayBuffer, m.byteOffset + first, count - 1), start);
      target[start + count - 1] = m[first + (count - 1) * step]!;
      return result;
    }
    if (k !== null && step > 1 && step <= GATHER_LIMIT) {
      k.glue.gather(k, m, first, step, count, target, start);
      return result;
    }
  }
  let at = start;
  let from = first;
  for (const stop = start + count - 3; at < stop; at += 4) {
    target[at] = m[from]!;
    target[at + 1] = m[from + step]!;
    target[at + 2] = m[from + 2 * step]!;
    target[at + 3] = m[from + 3 * step]!;
    from += 4 * step;
  }
  for (const end = start + count; at < end; at++, from += step) target[at] = m[from]!;
  return result;
}

/** Reverses the bytes in place. CPython: Objects/bytearrayobject.c `bytearray_reverse`. */
export function reverse(m: Uint8Array, s: number, e: number): void {
  if (e - s >= NATIVE) {
    m.subarray(s, e).reverse();
    return;
  }
  for (let i = s, j = e - 1; i < j; i++, j--) {
    const byte = m[i]!;
    m[i] = m[j]!;
    m[j] = byte;
  }
}

/**
 * Assigns `m[first + i * step] = vm[vs + i]` for `0 <= i < count`. The value must not overlap the
 * target.
 *
 * CPython: Objects/bytearrayobject.c `bytearray_ass_subscript`
 */
export function assignStrided(
  m: Uint8Array,
  first: number,
  step: number,
  count: number,
  vm: Uint8Array,
  vs: number,
): void {
  let i = 0;
  if (count >= NATIVE && step > 1 && step <= GATHER_LIMIT) {
    const k = kernels(count);
    if (k !== null) i = k.glue.scatter(k, m, first, step, count, vm, vs);
  }
  for (let to = first + i * step; i < count; i++, to += step) m[to] = vm[vs + i]!;
}

/**
 * Removes the bytes at `first + i * step` for `0 <= i < count` from memory that ends at `e`, and closes the
 * gaps.
 *
 * @returns the new end; the bytes from there on are unused
 *
 * CPython: Objects/bytearrayobject.c `bytearray_ass_subscript`
 */
export function deleteStrided(m: Uint8Array, e: number, first: number, step: number, count: number): number {
  if (count <= 0) return e;
  if (step < 0) {
    first += step * (count - 1);
    step = -step;
  }
  let to = first;
  let from = first + 1;
  for (let i = 1; i < count; i++) {
    const end = from + step - 1;
    if (step <= SHORT_GAP) while (from < end) m[to++] = m[from++]!;
    else {
      m.copyWithin(to, from, end);
      to += end - from;
    }
    from = end + 1;
  }
  m.copyWithin(to, from, e);
  return to + e - from;
}
