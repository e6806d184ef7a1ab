/**
 * The way out of immutable memory without a copy: a `Uint8Array` whose name and type say that nobody may
 * write to it, and a debug mode that notices when somebody did. It assumes that every operation of a `Bytes`
 * reads its field MEMORY. `asReadonlyUint8Array` of every type calls it.
 */
import { equal } from '../algorithms/index.js';
import { PyRuntimeError } from '../exceptions/index.js';
import { MEMORY, SLAB_LIMIT, memoryGivenOut } from '../memory/index.js';
import type { Content, OwnUint8Array } from '../memory/index.js';
import { BufferFlags, DISPOSE, kindOf } from '../protocol/index.js';
import type { BufferExporter } from '../protocol/index.js';

/**
 * A `Uint8Array` that must not be written. Functions that take a `Uint8Array` accept it without a cast; the
 * compiler refuses `array[i] = value` and the methods that write. JavaScript cannot forbid the writing
 * itself, so pass it only to functions that read; `debugReadonlyArrays` finds those that write.
 */
export interface ReadonlyUint8Array extends OwnUint8Array {
  /** One byte, read-only. */
  readonly [index: number]: number;
  /** Not callable: it writes. */
  readonly copyWithin: never;
  /** Not callable: it writes. */
  readonly fill: never;
  /** Not callable: it writes. */
  readonly reverse: never;
  /** Not callable: it writes. */
  readonly set: never;
  /** Not callable: it writes. */
  readonly setFromBase64: never;
  /** Not callable: it writes. */
  readonly setFromHex: never;
  /** Not callable: it writes. */
  readonly sort: never;
  /** A part over the same memory, read-only too. */
  subarray(begin?: number, end?: number): ReadonlyUint8Array;
}

/**
 * A {@link ReadonlyUint8Array} that holds an export until its `release()` or the end of its `using` block.
 */
export type LiveReadonlyUint8Array = ReadonlyUint8Array & Disposable & { release(): void };

/** An array that was returned while debugging, with what it showed then. */
interface Given {
  readonly array: Uint8Array;
  readonly before: Uint8Array;
  readonly stack: string;
}

/**
 * Watches an array and returns a function that ends the watch. Null while the debug mode is off, so that
 * bundlers drop the watching from programs that never use it.
 */
let watch: ((value: Content, array: Uint8Array) => () => void) | null = null;
/** The arrays that are watched, by the value whose bytes they show. */
const watched = new Map<object, Set<Given>>();

/**
 * Switches the check of read-only arrays on or off, and returns the former state. While it is on,
 * `asReadonlyUint8Array()` of a `Bytes`, and of a view of one, keeps a copy of the bytes. Every later
 * operation that reads that `Bytes`, the array's `release()` and {@link checkReadonlyArrays} compare the
 * array with the copy, and raise a RuntimeError that shows where the array was returned if they differ. When
 * it is off, it costs nothing. Switching it off forgets all arrays.
 *
 * Not Python, where a read-only buffer is read-only for C code by agreement only.
 *
 * @example
 * ```ts
 * const before = debugReadonlyArrays(true);
 * const data = new Bytes([1, 2, 3]);
 * data.asReadonlyUint8Array().length // 3
 * // After a function has written 9 to the second byte, data.repr() raises
 * // RuntimeError: byte 1 of immutable bytes was 2 and is 9: ...
 * debugReadonlyArrays(before);
 * ```
 */
export function debugReadonlyArrays(on: boolean): boolean {
  const before = watch !== null;
  watch = on ? watchArray : null;
  if (!on) watched.clear();
  return before;
}

/**
 * Checks all arrays that {@link debugReadonlyArrays} watches, for the end of a test or of a request. Does
 * nothing while it is off.
 *
 * Not Python: see {@link debugReadonlyArrays}.
 *
 * @throws PyRuntimeError `byte 1 of immutable bytes was 2 and is 9: ...`
 */
export function checkReadonlyArrays(): void {
  for (const arrays of watched.values()) for (const given of arrays) check(given);
}

/**
 * Returns a read-only array over an exporter's memory. Of immutable bytes, at most 4 KiB are copied: many
 * values share one small `ArrayBuffer`, and functions that take an `ArrayBuffer` away from its owner would
 * take all of them. Not Python.
 *
 * @param owner the object whose bytes the exporter shows: for a memoryview, the object that it views
 * @throws PyBufferError if the memory is not C-contiguous
 */
export function readonlyArray(exporter: BufferExporter, owner: unknown = exporter): LiveReadonlyUint8Array {
  const view = exporter.getBuffer(BufferFlags.CONTIG_RO);
  const { memory, offset, length } = view;
  const isImmutable = kindOf(owner) === 'bytes';
  const end = offset + length;
  memoryGivenOut();
  const array =
    isImmutable && length <= SLAB_LIMIT ? memory.slice(offset, end) : memory.subarray(offset, end);
  const endWatch = isImmutable ? watch?.(owner as Content, array) : undefined;
  let live = true;
  const release = () => {
    if (!live) return;
    live = false;
    exporter.releaseBuffer(view);
    endWatch?.();
  };
  return Object.defineProperties(array, {
    release: { value: release },
    [DISPOSE]: { value: release },
  }) as unknown as LiveReadonlyUint8Array;
}

/**
 * Watches an array. The value's field becomes an accessor that checks, so values that are not watched pay
 * nothing.
 */
function watchArray(value: Content, array: Uint8Array): () => void {
  const given = { array, before: array.slice(), stack: new Error('asReadonlyUint8Array()').stack ?? '' };
  const arrays = watched.get(value);
  if (arrays !== undefined) arrays.add(given);
  else {
    watched.set(value, new Set([given]));
    const memory = value[MEMORY];
    const get = () => {
      watched.get(value)?.forEach(check);
      return memory;
    };
    // A frozen value keeps its field: checkReadonlyArrays() and release() check its arrays.
    Reflect.defineProperty(value, MEMORY, { get, configurable: true });
  }
  return () => {
    watched.get(value)?.delete(given);
    check(given);
  };
}

function check({ array, before, stack }: Given): void {
  // Lost memory raises a different error.
  if (array.length < before.length || equal(array, 0, before, 0, before.length)) return;
  const at = before.findIndex((byte, i) => byte !== array[i]);
  throw new PyRuntimeError(
    `byte ${at} of immutable bytes was ${before[at]} and is ${array[at]}: it was written through the array that was returned here\n${stack}`,
  );
}
