/**
 * The memory of an array: a storage of its own, and the `DataView` through which its items are read and
 * written. The files beside it use it. Code that takes `memory` or `data` from it must not run user code
 * before it is done with them.
 */
import { dataView } from '../../formats/index.js';
import { EMPTY, LENGTH, MEMORY, START, intact, reaches } from '../../memory/index.js';
import type { Exports } from '../../protocol/index.js';
import { LIMIT, LOCK, OwnStorage, WRITABLE, openGap, removePart, resize } from '../../storage/index.js';

const EMPTY_DATA = dataView(EMPTY[MEMORY]);

function isLocked(lock: Exports | null): boolean {
  return lock !== null && lock.count > 0;
}

/** CPython: Modules/arraymodule.c `array_resize` */
export class ArrayStorage extends OwnStorage {
  /**
   * A view of `viewed`, which was the memory at the last request. Private fields would take twice as long to
   * read.
   */
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

  /** The number of bytes in use. */
  get length(): number {
    return this[LENGTH];
  }

  /**
   * Opens a gap of `size` bytes at `at`, relative to the start, with arbitrary content. A size of 0 does
   * nothing.
   *
   * @returns the index of the gap in the memory
   */
  insert(at: number, size: number): number {
    const length = this[LENGTH];
    const start = this[START] + at;
    const end = start + size;
    if (at === length && end <= this[LIMIT] && reaches(this[MEMORY], end) && !isLocked(this[LOCK])) {
      this[LENGTH] = length + size;
      this[WRITABLE] = length + size;
      return start;
    }
    return size === 0 ? start : openGap(this, at, size);
  }

  /** Removes `size` bytes at `at`. A size of 0 does nothing. */
  remove(at: number, size: number): void {
    if (size > 0) removePart(this, at, size);
  }

  /** Drops everything. */
  clear(): void {
    resize(this, 0);
  }
}
