import { PyMemoryError } from '../../exceptions/index.js';
import { dataView } from '../../formats/index.js';
import { allocateOwn, copyBytes } from '../../memory/index.js';
import { Exports } from '../../protocol/index.js';

const EMPTY = new Uint8Array(0);
const EMPTY_DATA = dataView(EMPTY);
/** Memory smaller than this is not given back when items go. */
const KEEP = 1024;

/**
 * The memory of an array: bytes with room to grow behind them. The front may be free, too, so that taking items off the
 * front moves nothing.
 *
 * CPython: Modules/arraymodule.c `array_resize`
 */
export class ArrayStorage {
  memory: Uint8Array = EMPTY;
  data: DataView = EMPTY_DATA;
  /** Index of the first byte. */
  start = 0;
  /** Bytes in use. */
  length = 0;
  exports: Exports | null = null;

  /** Whether views are out. */
  get exported(): boolean {
    return this.exports !== null && this.exports.count > 0;
  }

  /** Raises BufferError while views are out. */
  checkResize(): void {
    if (this.exports === null) return;
    if (this.exports.checkResize('cannot resize an array that is exporting buffers')) this.exports = null;
  }

  /**
   * Opens a gap of `size` bytes at `at`, which is relative to the start; its content is arbitrary. Nothing happens for
   * a size of 0.
   *
   * @returns the index of the gap in the memory
   */
  insert(at: number, size: number): number {
    if (size === 0) return this.start + at;
    this.checkResize();
    const { memory, start, length } = this;
    if (at === 0 && start >= size) {
      this.start = start - size;
    } else if (start + length + size <= memory.length) {
      if (at < length) memory.copyWithin(start + at + size, start + at, start + length);
    } else {
      this.#move(at, size);
    }
    this.length = length + size;
    return this.start + at;
  }

  /** Into memory that is large enough, or to the front of this one when more than half of it is free there. */
  #move(at: number, size: number): void {
    const { memory, start, length } = this;
    const needed = length + size;
    let target = memory;
    if (needed * 2 > memory.length) {
      if (needed > Number.MAX_SAFE_INTEGER) throw new PyMemoryError();
      // Sixteen bytes, then half as much again: appending takes amortised constant time.
      target = allocateOwn(Math.max(needed, memory.length === 0 ? 16 : Math.ceil(memory.length * 1.5)));
    }
    copyBytes(memory, start, start + at, target, 0);
    copyBytes(memory, start + at, start + length, target, at + size);
    this.#use(target);
  }

  /** Removes `size` bytes at `at`. Nothing happens for a size of 0. */
  remove(at: number, size: number): void {
    if (size === 0) return;
    this.checkResize();
    const { memory, start, length } = this;
    const left = length - size;
    if (at === 0) this.start = start + size;
    else memory.copyWithin(start + at, start + at + size, start + length);
    this.length = left;
    if (memory.length > KEEP && left * 4 < memory.length) this.#shrink();
  }

  #shrink(): void {
    const { memory, start, length } = this;
    const target = allocateOwn(Math.ceil(length * 1.5));
    copyBytes(memory, start, start + length, target, 0);
    this.#use(target);
  }

  /** Drops everything. */
  clear(): void {
    if (this.length === 0) return;
    this.checkResize();
    this.length = 0;
    this.#use(EMPTY);
  }

  #use(memory: Uint8Array): void {
    this.memory = memory;
    this.data = memory === EMPTY ? EMPTY_DATA : dataView(memory);
    this.start = 0;
  }
}
