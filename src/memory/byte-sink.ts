import { allocateOwn } from './allocate.js';
import { LENGTH, MEMORY, Range, START } from './content.js';
import type { Content } from './content.js';
import { copyBytes, copyRange } from './copy.js';

/** Bytes that are collected without knowing how many there will be. */
export class ByteSink {
  #memory: Uint8Array;
  #length = 0;

  constructor(expected: number) {
    this.#memory = allocateOwn(Math.max(16, expected));
  }

  byte(value: number): void {
    if (this.#length === this.#memory.length) this.#grow(1);
    this.#memory[this.#length++] = value;
  }

  /** An integer of `width` bytes. */
  unit(value: number, width: number, bigEndian: boolean): void {
    for (let i = 0; i < width; i++) {
      this.byte((value >>> (8 * (bigEndian ? width - 1 - i : i))) & 0xff);
    }
  }

  /**
   * A text of characters below `limit`, each an integer of `width` bytes.
   *
   * @returns false when one is not below it; then nothing was appended
   */
  text(text: string, limit: number, width: number, bigEndian: boolean): boolean {
    for (let i = 0; i < text.length; i++) {
      if (text.charCodeAt(i) >= limit) return false;
    }
    for (let i = 0; i < text.length; i++) this.unit(text.charCodeAt(i), width, bigEndian);
    return true;
  }

  /** The same byte many times. */
  fill(value: number, count: number): void {
    if (count <= 0) return;
    if (this.#length + count > this.#memory.length) this.#grow(count);
    this.#memory.fill(value, this.#length, this.#length + count);
    this.#length += count;
  }

  content(content: Content): void {
    const start = content[START];
    this.range(content[MEMORY], start, start + content[LENGTH]);
  }

  /** `memory[start .. end)`. */
  range(memory: Uint8Array, start: number, end: number): void {
    const length = end - start;
    if (this.#length + length > this.#memory.length) this.#grow(length);
    copyBytes(memory, start, end, this.#memory, this.#length);
    this.#length += length;
  }

  /** Everything collected, in memory that fits it. */
  finish(): Range {
    if (this.#length === this.#memory.length) return new Range(this.#memory, 0, this.#length);
    return copyRange(this.#memory, 0, this.#length);
  }

  #grow(needed: number): void {
    const larger = allocateOwn(Math.max(this.#length + needed, Math.ceil(this.#length * 1.5)));
    larger.set(this.#memory.subarray(0, this.#length));
    this.#memory = larger;
  }
}
