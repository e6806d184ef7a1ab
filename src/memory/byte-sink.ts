/**
 * A growing sink of bytes whose final length is not known. Encoders and writers use it and take the result
 * once.
 */
import { allocate } from './allocate.js';
import { LENGTH, MEMORY, Range, START } from './content.js';
import type { Content } from './content.js';
import { SPARE, copyToNew, upTo } from './copy.js';
import { intact } from './lost.js';

/** Collects bytes whose number is not known in advance. */
export class ByteSink {
  #memory: Uint8Array;
  #start: number;
  /** The index of the next byte. */
  #at: number;
  /** The end of the room. */
  #end: number;

  constructor(expected: number) {
    const room = allocate(Math.max(16, expected));
    this.#memory = room[MEMORY];
    this.#start = this.#at = room[START];
    this.#end = this.#start + room[LENGTH];
  }

  /** Where the bytes are, until the next call that adds some. */
  get memory(): Uint8Array {
    return this.#memory;
  }

  /** The number of bytes collected so far. */
  get length(): number {
    return this.#at - this.#start;
  }

  byte(value: number): void {
    if (this.#at === this.#end) this.#grow(1);
    this.#memory[this.#at++] = value;
  }

  /**
   * Adds a text of characters below `limit`, which is at most 256.
   *
   * @returns false if a character is not below the limit; nothing is added in that case
   */
  text(text: string, limit: number): boolean {
    for (let i = 0; i < text.length; i++) {
      if (text.charCodeAt(i) >= limit) return false;
    }
    this.ascii(text);
    return true;
  }

  /** Adds a text that is known to be ASCII, or Latin-1. */
  ascii(text: string): void {
    const { length } = text;
    const at = this.take(length);
    const memory = this.#memory;
    for (let i = 0; i < length; i++) memory[at + i] = text.charCodeAt(i);
  }

  /** Adds a content. @throws PyBufferError if its memory is lost */
  content(content: Content): void {
    const start = content[START];
    const end = start + content[LENGTH];
    this.range(intact(content[MEMORY], end), start, end);
  }

  /** Adds `memory[start .. end)`. */
  range(memory: Uint8Array, start: number, end: number): void {
    const at = this.take(end - start);
    copyToNew(memory, start, end, this.#memory, at);
  }

  /**
   * Returns everything collected, in memory of which at most half, or a few bytes, is unused. The sink must
   * not be used afterwards.
   */
  finish(): Range {
    return upTo(new Range(this.#memory, this.#start, this.#end - this.#start), this.length);
  }

  /**
   * Marks the next `count` bytes of the room as used and returns the index of the first, for a caller who
   * writes them.
   */
  take(count: number): number {
    if (this.#at + count > this.#end) this.#grow(count);
    const at = this.#at;
    this.#at += count;
    return at;
  }

  #grow(needed: number): void {
    const length = this.#at - this.#start;
    // What usually follows a long piece is short: the room left over saves a second copy.
    const larger = allocate(Math.max(length + needed + SPARE, Math.ceil(length * 1.5)));
    const start = larger[START];
    copyToNew(this.#memory, this.#start, this.#at, larger[MEMORY], start);
    this.#memory = larger[MEMORY];
    this.#start = start;
    this.#at = start + length;
    this.#end = start + larger[LENGTH];
  }
}
