import { PyMemoryError } from '../exceptions/index.js';
import { EMPTY, Range } from './content.js';

/**
 * Results up to this many bytes are cut from a slab that many share. A value kept alive therefore retains at most
 * one slab more than it needs.
 */
export const SLAB_SIZE = 16384;
export const SLAB_LIMIT = 4096;

let slab: Uint8Array = new Uint8Array(SLAB_SIZE);
let used = 0;

/** The platform's uninitialised allocation: V8 takes 15 us to zero 64 KiB, and most results overwrite all of it. */
const allocateUnsafe: ((size: number) => Uint8Array) | null = (() => {
  const host = (globalThis as { Buffer?: { allocUnsafeSlow?: (size: number) => Uint8Array } }).Buffer;
  if (typeof host?.allocUnsafeSlow !== 'function') return null;
  const unsafe = host.allocUnsafeSlow.bind(host);
  return (size) => new Uint8Array(unsafe(size).buffer, 0, size);
})();

/** Memory of its own, zeroed. PyMemoryError when the platform refuses. */
export function allocateZeroed(length: number): Uint8Array {
  try {
    return new Uint8Array(length);
  } catch {
    throw new PyMemoryError();
  }
}

/** Memory of its own with arbitrary content, for callers that write every byte. PyMemoryError when refused. */
export function allocateOwn(length: number): Uint8Array {
  if (allocateUnsafe === null || length <= 64) return allocateZeroed(length);
  try {
    return allocateUnsafe(length);
  } catch {
    throw new PyMemoryError();
  }
}

/**
 * Room for a result that the caller writes completely: part of the slab when it is small, memory of its own
 * otherwise. The content is arbitrary until then.
 *
 * @throws PyMemoryError when no such amount can exist
 */
export function allocate(length: number): Range {
  if (length <= SLAB_LIMIT) {
    if (length === 0) return EMPTY;
    if (used + length > SLAB_SIZE) {
      slab = allocateOwn(SLAB_SIZE);
      used = 0;
    }
    const start = used;
    used += length;
    return new Range(slab, start, length);
  }
  return new Range(allocateOwn(length), 0, length);
}
