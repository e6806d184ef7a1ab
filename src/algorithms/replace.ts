/**
 * Replaces needles in a range of bytes. It counts first, allocates exactly, and writes within that result
 * even if another thread changes the memory in between.
 */
import { REPLACED_LIMIT, REPLACEMENT_LIMIT } from '../accelerate/limits.js';
import { kernels } from '../accelerate/load.js';
import { PyOverflowError } from '../exceptions/index.js';
import { MEMORY, Range, START, allocate, copyToNew, copyRange, isWorthWords } from '../memory/index.js';
import type { Offsets } from '../memory/index.js';
import { pastMaxsize } from '../python/index.js';
import { locate } from './places.js';
import { count as countNeedle, findByte } from './search.js';
import { replaceByteInWords } from './words.js';

/** Up to this many bytes, one loop is faster than a search and copies. */
const NEAR = 64;
/** From this many bytes on, the kernels are faster than words for single bytes. */
const KERNEL = 256;
/** From this many bytes on, kernels are faster for needles, for which they search twice. */
const NEEDLE_KERNEL = 128;
/**
 * The kernels pay off if at least one in this many bytes begins a needle, because they copy all others twice.
 */
const KERNEL_GAP = 512;

/**
 * Replaces the first `count` occurrences of `om[os .. oe)` by `nm[ns .. ne)`, in new memory; null if nothing
 * changes. An empty needle occurs before each byte and at the end. A negative or infinite count means all.
 *
 * @throws PyOverflowError `replace bytes is too long` past `sys.maxsize`
 *
 * CPython: Objects/stringlib/transmogrify.h `replace`
 */
export function replace(
  m: Uint8Array,
  s: number,
  e: number,
  om: Uint8Array,
  os: number,
  oe: number,
  nm: Uint8Array,
  ns: number,
  ne: number,
  count: number,
): Range | null {
  if (count < 0) count = Infinity;
  const from = oe - os;
  const to = ne - ns;
  if (count === 0 || e - s < from) return null;
  if (from === 0) return to === 0 ? null : interleave(m, s, e, nm, ns, ne, count);
  if (from === 1) {
    if (to === 1) return replaceByte(m, s, e, om[os]!, nm[ns]!, count);
    if (to === 0 && e - s < NEAR && count >= e - s) return deleteNear(m, s, e, om[os]!);
  }
  if (e - s >= NEEDLE_KERNEL && from <= REPLACED_LIMIT && to <= REPLACEMENT_LIMIT) {
    const k = kernels(e - s);
    if (k !== null) {
      const times = countNeedle(m, s, e, om, os, oe, count);
      if (times === 0) return null;
      if (times * KERNEL_GAP >= e - s) {
        const result = allocateResult(e - s + times * (to - from));
        if (k.glue.replace(k, m, s, e, om, os, oe, nm, ns, ne, times, result[MEMORY], result[START]))
          return result;
        // A worker changes the memory, so continue with a fixed list of positions.
      }
    }
  }
  const found = locate(m, s, e, om, os, oe, count);
  return found.count === 0 ? null : fill(m, s, e, from, nm, ns, ne, found);
}

/** Allocates a result. */
function allocateResult(length: number): Range {
  if (pastMaxsize(length)) throw new PyOverflowError('replace bytes is too long');
  return allocate(length);
}

function interleave(
  m: Uint8Array,
  s: number,
  e: number,
  nm: Uint8Array,
  ns: number,
  ne: number,
  count: number,
): Range {
  const to = ne - ns;
  const times = Math.min(count, e - s + 1);
  const result = allocateResult(e - s + times * to);
  const target = result[MEMORY];
  let at = result[START];
  for (let i = 0; i < times; i++) {
    if (i > 0) target[at++] = m[s++]!;
    copyToNew(nm, ns, ne, target, at);
    at += to;
  }
  copyToNew(m, s, e, target, at);
  return result;
}

function replaceByte(
  m: Uint8Array,
  s: number,
  e: number,
  old: number,
  replacement: number,
  count: number,
): Range | null {
  let at = findByte(m, s, e, old);
  if (at < 0) return null;
  if (count >= e - at) {
    const k = e - at < KERNEL ? null : kernels(e - at);
    if (k !== null || isWorthWords(m, e - at)) {
      const result = allocate(e - s);
      const target = result[MEMORY];
      const shift = result[START] - s;
      if (k !== null) {
        k.glue.exchange(k, m, s, e, old, replacement, target, s + shift);
        return result;
      }
      copyToNew(m, s, at, target, s + shift);
      at = replaceByteInWords(m, at, e, target, at + shift, old, replacement);
      for (; at < e; at++) target[at + shift] = m[at] === old ? replacement : m[at]!;
      return result;
    }
  }
  if (e - s < NEAR && count >= e - at) return replaceNear(m, s, e, old, replacement);
  const result = copyRange(m, s, e);
  const target = result[MEMORY];
  const shift = result[START] - s;
  for (; count > 0 && at < e; at++) {
    if (m[at] !== old) continue;
    target[at + shift] = replacement;
    count--;
  }
  return result;
}

/** Replaces single bytes in a short range, copying in one loop. */
function replaceNear(m: Uint8Array, s: number, e: number, old: number, replacement: number): Range {
  const result = allocate(e - s);
  const target = result[MEMORY];
  let at = result[START];
  for (; s < e - 3; s += 4, at += 4) {
    const a = m[s]!;
    const b = m[s + 1]!;
    const c = m[s + 2]!;
    const d = m[s + 3]!;
    target[at] = a === old ? replacement : a;
    target[at + 1] = b === old ? replacement : b;
    target[at + 2] = c === old ? replacement : c;
    target[at + 3] = d === old ? replacement : d;
  }
  for (; s < e; s++, at++) {
    const byte = m[s]!;
    target[at] = byte === old ? replacement : byte;
  }
  return result;
}

/** Copies a few bytes without those that equal one; null if there is none. */
function deleteNear(m: Uint8Array, s: number, e: number, old: number): Range | null {
  if (findByte(m, s, e, old) < 0) return null;
  const result = allocate(e - s);
  const target = result[MEMORY];
  const start = result[START];
  let at = start;
  for (; s < e; s++) {
    // Without a branch: a deleted byte is written too, and overwritten by the next.
    const byte = m[s]!;
    target[at] = byte;
    at += Number(byte !== old);
  }
  return new Range(target, start, at - start);
}

/** Copies the bytes between the positions, and the replacement to each position. */
function fill(
  m: Uint8Array,
  s: number,
  e: number,
  from: number,
  nm: Uint8Array,
  ns: number,
  ne: number,
  found: Offsets,
): Range {
  const to = ne - ns;
  const times = found.count;
  const { list } = found;
  const result = allocateResult(e - s + times * (to - from));
  const target = result[MEMORY];
  let at = result[START];
  for (let i = 0; i < times; i++) {
    const place = list[i]!;
    // Often the needle is the first byte, or the next.
    if (place > s) copyToNew(m, s, place, target, at);
    at += place - s;
    copyToNew(nm, ns, ne, target, at);
    at += to;
    s = place + from;
  }
  copyToNew(m, s, e, target, at);
  return result;
}
