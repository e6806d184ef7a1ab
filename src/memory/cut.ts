/**
 * Cuts pieces from immutable memory that is too large for them to keep alive. Parsers cut one piece after the
 * other, so pieces in order share copies of up to a slab. It assumes that the range of a content never
 * changes. `bytes` calls it for slices.
 */
import { SLAB_SIZE, SMALL_LIMIT } from './allocate.js';
import { Range } from './content.js';
import { copyRange } from './copy.js';

/** Pieces are in order if at most this many bytes lie between them. */
const GAP = 256;

/** The memory of the last piece that was copied. */
let source: Uint8Array | null = null;
/** Where that piece ended, and how many bytes the pieces in order have covered. */
let last = 0;
let sum = 0;
/** A copy of `source[from .. to)`. */
let span: Uint8Array | null = null;
let from = 0;
let to = 0;

/**
 * Returns `memory[start .. end)` in memory that keeps no more than a slab alive.
 *
 * @param limit the end of the content from which the piece is cut; bytes behind it may still change
 */
export function cutRange(memory: Uint8Array, start: number, end: number, limit: number): Range {
  // For a larger piece, a copy of its own takes no longer than its share of a common copy.
  if (end - start > SMALL_LIMIT) return copyRange(memory, start, end);
  if (memory === source) {
    if (start >= from && end <= to) return new Range(span!, start - from, end - start);
  } else {
    // The last source must not stay alive for this file only.
    if (source === null) void Promise.resolve().then(forget);
    source = memory;
    sum = 0;
    to = 0;
    last = start;
  }
  return cutNext(memory, start, end, limit);
}

function cutNext(memory: Uint8Array, start: number, end: number, limit: number): Range {
  const length = end - start;
  const isNext = start >= last && start <= Math.max(last, to) + GAP;
  sum = isNext ? sum + end - last : length;
  last = end;
  // The copy wastes at most as much as was covered before.
  const stop = Math.min(limit, start + Math.min(SLAB_SIZE, sum));
  // The first piece, or one that leaves no room for another, is copied separately.
  if (!isNext || stop - start < 2 * length) return copyRange(memory, start, end);
  span = memory.slice(start, stop);
  from = start;
  to = stop;
  return new Range(span, 0, length);
}

function forget(): void {
  source = null;
  span = null;
  to = 0;
}
