/**
 * Memory that growing storages leave behind, for the next one that grows in the same turn of the event loop.
 * New memory costs V8 and the system several times as much as the copy that growth needs.
 */

/** Larger memory is not kept. So at most twice as much stays until the end of the turn. */
const LARGEST = 2 ** 24;

/** One memory of each magnitude, by the zeros in front of its length; null when the turn has left none. */
let left: (Uint8Array | undefined)[] | null = null;

/** Keeps whole memory of which nobody has an array or a view any more. */
export function leave(memory: Uint8Array): void {
  const { length } = memory;
  if (length > LARGEST) return;
  if (left === null) {
    left = [];
    // Nothing may stay alive for this file only.
    void Promise.resolve().then(forget);
  }
  left[Math.clz32(length)] = memory;
}

/**
 * Memory of at least `length` bytes and less than twice as many, with arbitrary content. It belongs to the
 * caller; null if none is left.
 */
export function takeLeft(length: number): Uint8Array | null {
  if (left === null) return null;
  const magnitude = Math.clz32(length);
  const memory = left[magnitude];
  if (memory === undefined || memory.length < length) return null;
  left[magnitude] = undefined;
  return memory;
}

function forget(): void {
  left = null;
}
