/**
 * Decides when a slice may share its content's memory: never if it would keep much more memory alive than it
 * holds.
 */
import { LARGE_SLAB_SIZE, SLAB_SIZE, SMALL_LIMIT } from './allocate.js';
import { Range } from './content.js';
import { copyRange } from './copy.js';

/** A share keeps alive at most this many times the memory that it uses. */
const SHARE_FACTOR = 4;
/**
 * Memory up to this size may always be shared: a slab keeps as much alive, and cutting a part of a slab adds
 * nothing.
 */
const SHARE_ALWAYS = SLAB_SIZE;
/** The same for a length above {@link SMALL_LIMIT}, whose copy would be part of a large slab. */
const SHARE_MEDIUM = 65536;

/**
 * Whether `length` bytes may keep `memory` alive. This is the only place that limits retention. Immutable
 * memory is always a whole `ArrayBuffer`, so its own length is what stays alive (reading `.buffer` would move
 * small arrays off V8's heap).
 */
export function mayShare(memory: Uint8Array, length: number): boolean {
  const size = memory.length;
  return size <= SHARE_ALWAYS || mayShareLarge(size, length);
}

/** Separate from {@link mayShare}, so that V8 inlines that. */
function mayShareLarge(size: number, length: number): boolean {
  return (
    length * SHARE_FACTOR >= size ||
    size === LARGE_SLAB_SIZE ||
    (length > SMALL_LIMIT && size <= SHARE_MEDIUM)
  );
}

/**
 * Returns part of immutable memory: shared if that keeps little more alive than it uses, otherwise copied.
 */
export function shareRange(memory: Uint8Array, start: number, end: number): Range {
  const length = end - start;
  return mayShare(memory, length) ? new Range(memory, start, length) : copyRange(memory, start, end);
}
