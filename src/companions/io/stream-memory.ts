import { PyMemoryError } from '../../exceptions/index.js';
import {
  LENGTH,
  MEMORY,
  Range,
  START,
  allocateOwn,
  copyBytes,
  copyRange,
  mayShare,
} from '../../memory/index.js';
import type { Content } from '../../memory/index.js';
import { Exports } from '../../protocol/index.js';

const NOTHING = new Uint8Array(0);

/**
 * The memory of a stream. It may be shared with `Bytes`, in and out; then the next write moves into memory of its own.
 *
 * CPython: Modules/_io/bytesio.c `unshare_buffer`, `resize_buffer_lock_held`
 */
export class StreamMemory {
  memory: Uint8Array = NOTHING;
  start = 0;
  length = 0;
  exports: Exports | null = null;
  #shared = false;

  /** Takes over immutable content without a copy. */
  share(content: Content): void {
    this.memory = content[MEMORY];
    this.start = content[START];
    this.length = content[LENGTH];
    this.#shared = true;
  }

  /** Whether views are out, which may write at any time. */
  get isViewed(): boolean {
    return this.exports !== null && this.exports.count > 0;
  }

  /** Raises BufferError while views are out. */
  checkExports(): void {
    if (this.exports === null) return;
    if (this.exports.checkResize('Existing exports of data: object cannot be re-sized')) this.exports = null;
  }

  /**
   * Part of the content for a `Bytes`. All of it is shared, where that cannot keep much more alive than it uses and no
   * view could write to it.
   */
  take(from: number, to: number): Range {
    const { memory, start } = this;
    const length = to - from;
    const isAll = length === this.length && !this.isViewed;
    if (length <= 1024 || !(this.#shared || isAll) || !mayShare(memory, length)) {
      return copyRange(memory, start + from, start + to);
    }
    this.#shared = true;
    return new Range(memory, start + from, length);
  }

  /** Memory that may be written, with room for `size` bytes; what comes after the length is arbitrary. */
  reserve(size: number): void {
    const { memory, start, length } = this;
    const room = memory.length - start;
    if (!this.#shared && size <= room) return;
    if (size > Number.MAX_SAFE_INTEGER) throw new PyMemoryError();
    // A stream that grows grows by half.
    const target = allocateOwn(size <= room ? size : Math.max(size, Math.ceil(room * 1.5)));
    copyBytes(memory, start, start + length, target, 0);
    this.memory = target;
    this.start = 0;
    this.#shared = false;
  }

  /** Cuts to `size` bytes, which are no more than there are. */
  cut(size: number): void {
    this.length = size;
    if (size === 0) this.clear();
  }

  clear(): void {
    this.memory = NOTHING;
    this.start = 0;
    this.length = 0;
    this.#shared = false;
  }
}
