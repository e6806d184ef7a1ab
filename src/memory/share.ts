import { LARGE_SLAB_SIZE, SLAB_SIZE } from './allocate.js';
import { Range } from './content.js';
import { copyRange } from './copy.js';

/** A share retains at most this many times what it uses ... */
const SHARE_FACTOR = 4;
/** ... or this many bytes, which every slab has anyway (and what is in a large slab keeps no more by being cut). */
const SHARE_ALWAYS = SLAB_SIZE;

/**
 * Whether `length` bytes may keep `memory` alive: the bound on retention, in one place. Immutable memory is always
 * a whole `ArrayBuffer`, so its own length is what it keeps alive (asking for `.buffer` would move small arrays off
 * V8's heap).
 */
export function mayShare(memory: Uint8Array, length: number): boolean {
  const size = memory.length;
  return size <= SHARE_ALWAYS || length * SHARE_FACTOR >= size || size === LARGE_SLAB_SIZE;
}

/** Part of immutable memory: shared where that cannot retain much more than it uses, copied otherwise. */
export function shareRange(memory: Uint8Array, start: number, end: number): Range {
  const length = end - start;
  return mayShare(memory, length) ? new Range(memory, start, length) : copyRange(memory, start, end);
}
