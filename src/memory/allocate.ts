/**
 * Allocates memory for results, small ones from slabs. Every room that makes contents calls it. The
 * platform's refusals become MemoryErrors here.
 */
import { PyMemoryError } from '../exceptions/index.js';
import { EMPTY, MEMORY, Range } from './content.js';
import { bufferFunction, ofPlatform } from './platform.js';

/**
 * Results of up to SLAB_LIMIT bytes are cut from a slab that many results share, because V8 takes as long for
 * a slab as for a hundred results. A value that stays alive keeps its slab alive: 4 KiB for at most
 * TINY_LIMIT bytes, 16 KiB for at most SMALL_LIMIT, 64 KiB for larger ones. Each class has its own slabs, so
 * small results that stay alive among larger ones share theirs.
 */
export const TINY_LIMIT = 16;
export const TINY_SLAB_SIZE = 4096;
export const SLAB_SIZE = 16384;
export const SMALL_LIMIT = 512;
/** A size that hardly any other memory has, by which `mayShare` recognizes a slab. */
export const LARGE_SLAB_SIZE = 65536 - 8;
export const SLAB_LIMIT = 4096;
/**
 * From this many bytes on, the platform's uninitialized memory is faster. Below, clearing brings the memory
 * into the cache, and a copy of 64 KiB takes 3.8 us after it instead of 4.5.
 */
const UNSAFE_FROM = 524288;

let tinySlab: Uint8Array = new Uint8Array(TINY_SLAB_SIZE);
let tinyUsed = 0;
let slab: Uint8Array = new Uint8Array(SLAB_SIZE);
let used = 0;
let largeSlab: Uint8Array | null = null;
let largeUsed = 0;
/** The memory that `allocateSpacious` made last, until the end of the turn, and how much of it is in use. */
let spacious: Uint8Array | null = null;
let spaciousUsed = 0;

/** The platform's allocation without zeroing, because most results overwrite all of it. */
const allocateUnsafe: ((size: number) => Uint8Array) | null = (() => {
  const host = ofPlatform(() => (globalThis as { Buffer?: object }).Buffer);
  const unsafe = bufferFunction<(size: number) => Uint8Array>('allocUnsafeSlow', 'static')?.bind(host);
  if (unsafe === undefined) return null;
  return (size) => new Uint8Array(unsafe(size).buffer, 0, size);
})();

/**
 * Returns memory of its own: zeros, or a copy of bytes, which V8 does not zero first. Raises PyMemoryError when
 * the platform refuses.
 */
export function allocateFilled(lengthOrBytes: number | Uint8Array): Uint8Array {
  try {
    return new Uint8Array(lengthOrBytes as number);
  } catch {
    throw new PyMemoryError();
  }
}

/**
 * Returns memory of its own with arbitrary content, for callers that write every byte. Raises PyMemoryError
 * when the platform refuses.
 */
export function allocateOwn(length: number): Uint8Array {
  if (allocateUnsafe === null || length < UNSAFE_FROM) return allocateFilled(length);
  try {
    return allocateUnsafe(length);
  } catch {
    throw new PyMemoryError();
  }
}

/**
 * Returns room for a result that the caller writes completely: part of a slab for a small result, memory of
 * its own for a large one. The content is arbitrary until it is written.
 *
 * @throws PyMemoryError when that much memory cannot exist
 */
export function allocate(length: number): Range {
  // Makes the range in one place, at the end: V8 then creates none for callers that only read it.
  let memory: Uint8Array;
  let start = 0;
  if (length === 0) memory = EMPTY[MEMORY];
  else if (length <= TINY_LIMIT) {
    if (tinyUsed + length > TINY_SLAB_SIZE) renewTiny();
    memory = tinySlab;
    start = tinyUsed;
    tinyUsed += length;
  } else if (length <= SMALL_LIMIT) {
    if (used + length > SLAB_SIZE) renew();
    memory = slab;
    start = used;
    used += length;
  } else if (length <= SLAB_LIMIT) {
    memory = largeSlabFor(length);
    start = largeUsed;
    largeUsed += length;
  } else memory = allocateOwn(length);
  return new Range(memory, start, length);
}

function renewTiny(): void {
  tinySlab = allocateFilled(TINY_SLAB_SIZE);
  tinyUsed = 0;
}

function renew(): void {
  slab = allocateFilled(SLAB_SIZE);
  used = 0;
}

function largeSlabFor(length: number): Uint8Array {
  if (largeSlab === null || largeUsed + length > LARGE_SLAB_SIZE) {
    largeSlab = allocateFilled(LARGE_SLAB_SIZE);
    largeUsed = 0;
  }
  return largeSlab;
}

/**
 * Results from this size on have nothing spare, because their own size may be all that the platform can
 * allocate.
 */
const SPARE_LIMIT = 2 ** 30;

/**
 * Returns memory of its own for a large result that never changes once it is written, and `spare` bytes
 * behind it, which {@link extended} can take. Only the last such result of a turn can be extended, because
 * nothing may stay alive for this file only.
 *
 * @throws PyMemoryError when that much memory cannot exist
 */
export function allocateSpacious(length: number, spare: number): Range {
  const memory = allocateOwn(length < SPARE_LIMIT ? length + spare : length);
  if (spacious === null) void Promise.resolve().then(forget);
  spacious = memory;
  spaciousUsed = length;
  return new Range(memory, 0, length);
}

function forget(): void {
  spacious = null;
}

/** A large sum keeps an eighth of its length spare, so that repeated additions take linear time. */
const SPARE_SHIFT = 3;

/**
 * Returns memory for the immutable bytes `memory[start .. start + length)` and `more` bytes behind them:
 * their own memory if nobody uses the bytes behind them, otherwise new spacious memory, to which the caller
 * copies them.
 *
 * @throws PyMemoryError when that much memory cannot exist
 */
export function extended(memory: Uint8Array, start: number, length: number, more: number): Range {
  const total = length + more;
  if (memory !== spacious || start + length !== spaciousUsed || start + total > memory.length) {
    return allocateSpacious(total, total >>> SPARE_SHIFT);
  }
  spaciousUsed += more;
  return new Range(memory, start, total);
}
