/** Copies bytes between memories, by a loop or by the platform, whichever is faster for the size. */
import { LENGTH, MEMORY, START } from './content.js';
import type { Content } from './content.js';
import { Range } from './content.js';
import { intact } from './lost.js';
import { SLAB_LIMIT, allocate, allocateFilled } from './allocate.js';
import { copyInWords, isViewed, viewOf } from './view.js';

/** A loop of eight bytes per step beats the views of the two memories up to this many bytes. */
const LOOP_LIMIT = 20;
/** The same without views. */
const LONG_LOOP_LIMIT = 44;
/** Words beat the 60 ns of `subarray` and `set` in V8 up to this many bytes. */
const WORDS_LIMIT = 128;

/**
 * Copies `source[start .. end)` to `target[at ..)`. The ranges may overlap in one memory, as for `memmove`.
 */
export function copyBytes(
  source: Uint8Array,
  start: number,
  end: number,
  target: Uint8Array,
  at: number,
): void {
  if (source === target) {
    if (at <= start || at >= end) copyToNew(source, start, end, target, at);
    else target.copyWithin(at, start, end);
  } else if (end > start) {
    // Two arrays may share a buffer. Comparing their buffers costs as much as `set`, which handles overlap.
    target.set(source.subarray(start, end), at);
  }
}

/**
 * The same as {@link copyBytes}, into a result that is still being filled and so overlaps nothing. Reading
 * the buffers of both arrays costs 25 ns, and 250 ns the first time for small arrays, for which V8 creates
 * the buffer only then.
 */
export function copyToNew(
  source: Uint8Array,
  start: number,
  end: number,
  target: Uint8Array,
  at: number,
): void {
  if (end - start <= LOOP_LIMIT) copyLoop(source, start, end, target, at);
  else copyLonger(source, start, end, target, at);
}

function copyLonger(source: Uint8Array, start: number, end: number, target: Uint8Array, at: number): void {
  const length = end - start;
  if (length <= WORDS_LIMIT && isViewed(source) && isViewed(target)) {
    copyInWords(viewOf(source), start, viewOf(target), at, length);
  } else if (source === target) target.copyWithin(at, start, end);
  else if (length <= LONG_LOOP_LIMIT) copyLoop(source, start, end, target, at);
  else if (end - start === source.length) target.set(source, at);
  else target.set(source.subarray(start, end), at);
}

/** The loop itself, forwards: a target behind the start of its own source repeats what lies between. */
export function copyLoop(
  source: Uint8Array,
  start: number,
  end: number,
  target: Uint8Array,
  at: number,
): void {
  for (const stop = end - 7; start < stop; start += 8, at += 8) {
    target[at] = source[start]!;
    target[at + 1] = source[start + 1]!;
    target[at + 2] = source[start + 2]!;
    target[at + 3] = source[start + 3]!;
    target[at + 4] = source[start + 4]!;
    target[at + 5] = source[start + 5]!;
    target[at + 6] = source[start + 6]!;
    target[at + 7] = source[start + 7]!;
  }
  while (start < end) target[at++] = source[start++]!;
}

/** A result keeps this much room unused instead of being copied. */
export const SPARE = 64;

/** Returns a copy of a range, in memory that nobody else writes. */
export function copyRange(memory: Uint8Array, start: number, end: number): Range {
  const length = end - start;
  if (length > SLAB_LIMIT) {
    const part = length === memory.length ? memory : memory.subarray(start, end);
    return new Range(allocateFilled(part), 0, length);
  }
  const copy = allocate(length);
  copyToNew(memory, start, end, copy[MEMORY], copy[START]);
  return copy;
}

/** The first bytes of a result that nobody else uses, copied if most of it would be left over. */
export function upTo(result: Range, length: number): Range {
  const unused = result[LENGTH] - length;
  if (unused === 0) return result;
  const part = new Range(result[MEMORY], result[START], length);
  return unused > SPARE && unused > length ? copyContent(part) : part;
}

/** Returns a copy of any content. */
export function copyContent(content: Content): Range {
  const start = content[START];
  return copyRange(intact(content[MEMORY], content[START] + content[LENGTH]), start, start + content[LENGTH]);
}
