import { LENGTH, MEMORY, START } from './content.js';
import type { Content } from './content.js';
import { Range } from './content.js';
import { allocate } from './allocate.js';

/** Below this many bytes a loop beats the ~100 ns that `subarray` and `set` cost in V8. */
const LOOP_LIMIT = 48;

/** Copies `source[start .. end)` to `target[at ..)`. Ranges of one memory may overlap, as for `memmove`. */
export function copyBytes(
  source: Uint8Array,
  start: number,
  end: number,
  target: Uint8Array,
  at: number,
): void {
  const length = end - start;
  if (source === target) {
    if (length <= LOOP_LIMIT && (at <= start || at >= end)) copyLoop(source, start, length, target, at);
    else if (length > 0) target.copyWithin(at, start, end);
  } else if (length <= LOOP_LIMIT && source.buffer !== target.buffer) {
    copyLoop(source, start, length, target, at);
  } else if (length > 0) {
    target.set(source.subarray(start, end), at);
  }
}

/**
 * As {@link copyBytes}, to memory that nobody has seen yet: a result being filled, which overlaps nothing. Asking for
 * the buffers of both costs 25 ns, and 250 the first time for small arrays, which V8 keeps without one until then.
 */
export function copyToNew(
  source: Uint8Array,
  start: number,
  end: number,
  target: Uint8Array,
  at: number,
): void {
  const length = end - start;
  if (length <= LOOP_LIMIT) copyLoop(source, start, length, target, at);
  else if (source === target) target.copyWithin(at, start, end);
  else if (length === source.length) target.set(source, at);
  else target.set(source.subarray(start, end), at);
}

function copyLoop(source: Uint8Array, start: number, length: number, target: Uint8Array, at: number): void {
  for (let i = 0; i < length; i++) target[at + i] = source[start + i]!;
}

/** A copy of a range, in memory nobody else writes. */
export function copyRange(memory: Uint8Array, start: number, end: number): Range {
  const copy = allocate(end - start);
  copyToNew(memory, start, end, copy[MEMORY], copy[START]);
  return copy;
}

/** A copy of any content. */
export function copyContent(content: Content): Range {
  const start = content[START];
  return copyRange(content[MEMORY], start, start + content[LENGTH]);
}
