import { MEMORY, START, allocate, copyBytes } from '../memory/index.js';
import type { Range } from '../memory/index.js';

/** The bytes at `first + i * step` for `0 <= i < count`, in new memory. CPython: `bytes_subscript`. */
export function copyStrided(m: Uint8Array, first: number, step: number, count: number): Range {
  const result = allocate(count);
  const target = result[MEMORY];
  const at = result[START];
  for (let i = 0, from = first; i < count; i++, from += step) target[at + i] = m[from]!;
  return result;
}

/** Reverses the bytes where they are. CPython: Objects/bytearrayobject.c `bytearray_reverse`. */
export function reverse(m: Uint8Array, s: number, e: number): void {
  for (let i = s, j = e - 1; i < j; i++, j--) {
    const byte = m[i]!;
    m[i] = m[j]!;
    m[j] = byte;
  }
}

/** `m[first + i * step] = vm[vs + i]` for `0 <= i < count`. The value must not overlap the target. */
export function assignStrided(
  m: Uint8Array,
  first: number,
  step: number,
  count: number,
  vm: Uint8Array,
  vs: number,
): void {
  for (let i = 0, to = first; i < count; i++, to += step) m[to] = vm[vs + i]!;
}

/**
 * Removes the bytes at `first + i * step` for `0 <= i < count` from `m[s .. e)` and closes the gaps.
 *
 * @returns the new end; the bytes from there on are left over
 */
export function deleteStrided(m: Uint8Array, e: number, first: number, step: number, count: number): number {
  if (count <= 0) return e;
  if (step < 0) {
    first += step * (count - 1);
    step = -step;
  }
  let to = first;
  for (let i = 0; i < count; i++) {
    const from = first + i * step + 1;
    const end = i + 1 < count ? from + step - 1 : e;
    copyBytes(m, from, end, m, to);
    to += end - from;
  }
  return to;
}
