/**
 * The memory of an array: a storage of its own, and the `DataView` through which its items are read and written. Its only
 * caller is array.ts. Whoever takes `memory` or `data` from it runs none of user code before he is done with them.
 */
import { dataView } from '../../formats/index.js';
import { EMPTY, LENGTH, MEMORY, START, intact } from '../../memory/index.js';
import type { Exports } from '../../protocol/index.js';
import { LIMIT, LOCK, OwnStorage, WRITABLE, openGap, removePart, resize } from '../../storage/index.js';

const EMPTY_DATA = dataView(EMPTY[MEMORY]);

function isLocked(lock: Exports | null): boolean {
  return lock !== null && lock.count > 0;
}

/** CPython: Modules/arraymodule.c `array_resize` */
export class ArrayStorage extends OwnStorage {
  /** A view of `viewed`, which was the memory when somebody last asked. Private fields would take twice as long to read. */
  private view = EMPTY_DATA;
  private viewed = EMPTY[MEMORY];

  constructor() {
    super('cannot resize an array that is exporting buffers');
  }

  /** @throws PyBufferError when the memory is gone (Not Python) */
  get memory(): Uint8Array {
    return intact(this[MEMORY], this[START] + this[LENGTH]);
  }

  /** @throws PyBufferError when the memory is gone (Not Python) */
  get data(): DataView {
    const memory = intact(this[MEMORY], this[START] + this[LENGTH]);
    return memory === this.viewed ? this.view : this.#viewOf(memory);
  }

  #viewOf(memory: Uint8Array): DataView {
    this.viewed = memory;
    return (this.view = memory === EMPTY[MEMORY] ? EMPTY_DATA : dataView(memory));
  }

  /** Index of the first byte in the memory. */
  get start(): number {
    return this[START];
  }

  /** Bytes in use. */
  get length(): number {
    return this[LENGTH];
  }

  /**
   * Opens a gap of `size` bytes at `at`, which is relative to the start; its content is arbitrary. Nothing happens for
   * a size of 0.
   *
   * @returns the index of the gap in the memory
   */
  insert(at: number, size: number): number {
    const length = this[LENGTH];
    const start = this[START] + at;
    const end = start + size;
    if (at === length && end <= this[LIMIT] && end <= this[MEMORY].length && !isLocked(this[LOCK])) {
      this[LENGTH] = length + size;
      this[WRITABLE] = length + size;
      return start;
    }
    return size === 0 ? start : openGap(this, at, size);
  }

  /** Removes `size` bytes at `at`. Nothing happens for a size of 0. */
  remove(at: number, size: number): void {
    if (size > 0) removePart(this, at, size);
  }

  /** Drops everything. */
  clear(): void {
    resize(this, 0);
  }
}
