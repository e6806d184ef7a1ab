/**
 * The acquired buffers under memoryviews, one for all views that are derived from each other. It assumes that
 * every view is counted in once when it is made, and counted out once. The rest of this room calls it.
 */
import type { PyBufferError } from '../exceptions/index.js';
import { dataView } from '../formats/index.js';
import type { ItemFormat, Kind } from '../formats/index.js';
import { isLost, lostMemory } from '../memory/index.js';
import { Exports, releaseView, returnView, track } from '../protocol/index.js';
import type { BufferView, Releasable } from '../protocol/index.js';
import { complete } from './geometry.js';
import type { NumberArray } from './item-types.js';
import { alignedItems } from './typed-array.js';

/** One more than the largest `Kind`. */
const KINDS = 15;

/** Stands for the record of exporters that count nothing: `Bytes` and JavaScript's own buffers. */
const UNCOUNTED = new Exports();

/**
 * One acquired buffer, shared by all views derived from it. The last of them releases it.
 *
 * CPython: Objects/memoryobject.c `_PyManagedBuffer_Type`
 */
export class ManagedBuffer {
  /** The number of live views of this buffer. */
  views = 0;
  /**
   * The size of the memory in bytes when it was acquired. If it is smaller now, JavaScript took the memory
   * away.
   */
  readonly size: number;
  /** Reads items that have no typed array; created for the first of them. */
  data: DataView | null = null;
  /** By kind; see {@link itemsFor}. */
  private items: (NumberArray | null | undefined)[] | null = null;
  /** The position of the memory in its `ArrayBuffer`, modulo the largest item; known once `items` is. */
  private skew = 0;

  constructor(
    /** The acquired view that has to be released; null if there is none. */
    readonly master: BufferView | null,
    /** The exporter of the memory; null for bare memory. */
    readonly obj: unknown,
    /** The memory, shared with the exporter. */
    readonly memory: Uint8Array,
    /** The exporter's record; its `detached` releases every view at once. */
    readonly exports: Exports = UNCOUNTED,
    /** Whether no further view may be made. CPython: `_Py_MEMORYVIEW_RESTRICTED` */
    readonly restricted = false,
  ) {
    this.size = memory.length;
  }

  /** Whether another view may be made: the memory is there, and views are not restricted. */
  isOpen(): boolean {
    const { size } = this;
    return !this.restricted && (size === 0 || this.memory[size - 1] !== undefined);
  }

  /** @throws PyBufferError when the memory is gone (Not Python) */
  check(): void {
    if (isLost(this.memory, this.size)) throw memoryLost();
  }

  /** The `DataView` of the memory. @throws PyBufferError when the memory is gone (Not Python) */
  openData(): DataView {
    this.check();
    return (this.data = dataView(this.memory));
  }

  /** The typed array of items of a kind; null if no typed array has them. */
  itemsFor({ kind, size }: ItemFormat): NumberArray | null {
    const known = this.items === null ? undefined : this.items[kind];
    return known === undefined ? this.openItems(kind, size) : known;
  }

  private openItems(kind: Kind, size: number): NumberArray | null {
    const { memory } = this;
    this.skew = memory.byteOffset & 7;
    this.items ??= new Array<NumberArray | null | undefined>(KINDS).fill(undefined);
    return (this.items[kind] = alignedItems(memory, kind, size));
  }

  /**
   * The index in such a typed array of the item at an address; -1 if no item begins there. Sizes are powers
   * of two: a division takes 5 ns, a shift less than one.
   */
  indexOf(address: number, size: number): number {
    const mask = size - 1;
    const distance = address - (-this.skew & mask);
    if ((distance & mask) !== 0) return -1;
    return (distance | 0) === distance ? distance >> (31 - Math.clz32(size)) : distance / size;
  }

  /** Tells watchers that a view was made. */
  tell(view: Releasable): void {
    this.exports.note(view);
    track(view);
  }

  /** Counts one view out; the last one releases the buffer. CPython: `mbuf_release`. */
  dropView(): void {
    if (--this.views > 0 || this.master === null || this.exports.detached) return;
    this.exports.pin();
    releaseView(this.master);
  }
}

/** A managed buffer and the complete description of what was acquired. */
export interface Acquired {
  readonly buffer: ManagedBuffer;
  readonly whole: BufferView;
}

/**
 * Takes over an acquired buffer. One that cannot be viewed is released again.
 *
 * @param obj the exporter of the memory; it differs from the buffer's own exporter if that is a view of
 *   another copy of the library
 * @throws PyValueError `memoryview: number of dimensions must not exceed 64`
 *
 * CPython: Objects/memoryobject.c `_PyManagedBuffer_FromObject`
 */
export function managed(master: BufferView, restricted = false, obj = master.obj): Acquired {
  const whole = completeOrRelease(master);
  const exports = master.exports ?? UNCOUNTED;
  exports.unpin(master);
  return { buffer: new ManagedBuffer(master, obj, master.memory, exports, restricted), whole };
}

function completeOrRelease(master: BufferView): BufferView {
  try {
    return complete(master);
  } catch (error) {
    returnView(master);
    throw error;
  }
}

/**
 * The error for a view whose memory is lost: its `ArrayBuffer` was transferred, its `WebAssembly.Memory`
 * grew, or a resizable buffer shrank. Python has no such error, because exporters there never lose exported
 * memory.
 */
export function memoryLost(): PyBufferError {
  return lostMemory('memoryview: the underlying ArrayBuffer was detached or has shrunk');
}
