/**
 * Padding: `center`, `ljust`, `rjust`, `zfill` and `expandtabs`. The methods of bytes call these functions.
 */
import { TAB_LIMIT } from '../accelerate/limits.js';
import { kernels } from '../accelerate/load.js';
import { PyOverflowError } from '../exceptions/index.js';
import { MEMORY, START, allocate, copyToNew } from '../memory/index.js';
import type { Range } from '../memory/index.js';
import { pastMaxsize, pastMostBytes } from '../python/index.js';

/** Allocates a padded result. CPython: Objects/bytesobject.c `PyBytes_FromStringAndSize`. */
function allocatePadded(length: number): Range {
  if (pastMostBytes(length)) throw new PyOverflowError('byte string is too large');
  return allocate(length);
}

/**
 * Returns the bytes between `left` and `right` fill bytes, in new memory.
 *
 * @throws PyOverflowError `byte string is too large` at `sys.maxsize`
 *
 * CPython: Objects/stringlib/transmogrify.h `pad`
 */
export function pad(m: Uint8Array, s: number, e: number, left: number, right: number, fill: number): Range {
  const length = e - s;
  const result = allocatePadded(left + length + right);
  const target = result[MEMORY];
  const at = result[START];
  fillBytes(target, at, at + left, fill);
  copyToNew(m, s, e, target, at + left);
  fillBytes(target, at + left + length, at + left + length + right, fill);
  return result;
}

/** Up to this many bytes, a loop is faster than the 35 ns of a call. */
const SHORT_FILL = 32;

function fillBytes(m: Uint8Array, s: number, e: number, byte: number): void {
  if (e - s > SHORT_FILL) m.fill(byte, s, e);
  else for (; s < e; s++) m[s] = byte;
}

/**
 * Adds zeros on the left up to `width`, after a sign; null if there is nothing to add.
 *
 * CPython: Objects/stringlib/transmogrify.h `zfill`
 */
export function zfill(m: Uint8Array, s: number, e: number, width: number): Range | null {
  if (width <= e - s) return null;
  const left = width - (e - s);
  const result = pad(m, s, e, left, 0, 0x30);
  const sign = m[s];
  if (e > s && (sign === 0x2b || sign === 0x2d)) {
    const target = result[MEMORY];
    const at = result[START];
    target[at] = sign;
    target[at + left] = 0x30;
  }
  return result;
}

/** From this many bytes on, the kernels are faster, including the copying. */
const KERNEL = 64;

function allocateExpanded(length: number): Range {
  if (pastMaxsize(length)) throw new PyOverflowError('result too long');
  return allocatePadded(length);
}

/**
 * Replaces tabs by spaces up to the next column that `tabsize` divides, in new memory. Columns start again
 * after `\n` and `\r`. Removes tabs if `tabsize <= 0`.
 *
 * @throws PyOverflowError `result too long` past `sys.maxsize`
 *
 * CPython: Objects/stringlib/transmogrify.h `expandtabs`
 */
export function expandtabs(m: Uint8Array, s: number, e: number, tabsize: number): Range {
  if (e - s >= KERNEL && tabsize > 0 && tabsize <= TAB_LIMIT) {
    const k = kernels(e - s);
    if (k !== null) {
      const length = k.glue.expandedLength(k, m, s, e, tabsize);
      const expanded = allocateExpanded(length);
      const start = expanded[START];
      k.glue.expandtabs(k, m, s, e, tabsize, expanded[MEMORY], start, start + length);
      return expanded;
    }
  }
  // The positions in the result of the line's start and of the next byte: their difference is the column.
  let line = 0;
  let length = 0;
  for (let i = s; i < e; i++) {
    const c = m[i]!;
    if (c > 0x0d) {
      length++;
    } else if (c === 0x09) {
      if (tabsize > 0) length += tabsize - ((length - line) % tabsize);
    } else {
      length++;
      if (c === 0x0a || c === 0x0d) line = length;
    }
  }
  const result = allocateExpanded(length);
  const target = result[MEMORY];
  let at = result[START];
  // A worker may have changed the memory since. Nothing is written past the result, and no part of it stays
  // unwritten.
  const end = at + length;
  line = at;
  for (let i = s; i < e && at < end; i++) {
    const c = m[i]!;
    if (c > 0x0d) {
      target[at++] = c;
    } else if (c === 0x09) {
      if (tabsize > 0) {
        const next = Math.min(at + tabsize - ((at - line) % tabsize), end);
        fillBytes(target, at, next, 0x20);
        at = next;
      }
    } else {
      target[at++] = c;
      if (c === 0x0a || c === 0x0d) line = at;
    }
  }
  if (at < end) fillBytes(target, at, end, 0x20);
  return result;
}
