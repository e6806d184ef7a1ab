/**
 * The only way by which memory that can be written becomes content that never changes. It assumes that whoever gets the
 * content only reads it. Its callers are `bytes(...)` of a bytearray, `take_bytes`, and what `BytesIO` returns.
 */
import { MEMORY, LENGTH, Range, START, copyRange, intact } from '../memory/index.js';
import { forget, isExposed, share } from './storage.js';
import type { Storage } from './storage.js';

/**
 * A part of the content that never changes: shared until the storage's next write where that is allowed, else a copy.
 *
 * @param start index in the memory
 * @throws PyBufferError `the underlying ArrayBuffer was detached or has shrunk`
 */
export function handOver(storage: Storage, start: number, length: number): Range {
  const memory = intact(storage[MEMORY], storage[START] + storage[LENGTH]);
  return share(storage, length) ? new Range(memory, start, length) : copyRange(memory, start, start + length);
}

/**
 * All of the content, which the storage gives up: its own memory, or a copy where anything that was given out could still
 * write to that.
 *
 * @throws PyBufferError `the underlying ArrayBuffer was detached or has shrunk`
 */
export function handOverAll(storage: Storage): Range {
  const memory = intact(storage[MEMORY], storage[START] + storage[LENGTH]);
  const start = storage[START];
  const length = storage[LENGTH];
  const content = isExposed(storage)
    ? copyRange(memory, start, start + length)
    : new Range(memory, start, length);
  forget(storage);
  return content;
}
