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
  if (source.buffer === target.buffer) {
    if (length > 0) moveWithin(source, start, end, target, at);
  } else if (length <= LOOP_LIMIT) {
    for (let i = 0; i < length; i++) target[at + i] = source[start + i]!;
  } else if (length === source.length) {
    target.set(source, at);
  } else {
    target.set(source.subarray(start, end), at);
  }
}

function moveWithin(source: Uint8Array, start: number, end: number, target: Uint8Array, at: number): void {
  if (source === target) target.copyWithin(at, start, end);
  else target.set(source.subarray(start, end), at);
}

/** A copy of a range, in memory nobody else writes. */
export function copyRange(memory: Uint8Array, start: number, end: number): Range {
  const copy = allocate(end - start);
  copyBytes(memory, start, end, copy[MEMORY], copy[START]);
  return copy;
}

/** A copy of any content. */
export function copyContent(content: Content): Range {
  const start = content[START];
  return copyRange(content[MEMORY], start, start + content[LENGTH]);
}
