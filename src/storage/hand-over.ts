/**
 * The only way in which writable memory becomes content that never changes. It assumes that its callers only
 * read the content: `bytes(...)` of a bytearray, `take_bytes`, and the results of `BytesIO`.
 */
import { MEMORY, LENGTH, Range, START, copyRange, intact } from '../memory/index.js';
import { forget, isExposed, share } from './storage.js';
import type { Storage } from './storage.js';

/**
 * Returns a part of the content that never changes: shared until the storage's next write if that is allowed,
 * otherwise copied.
 *
 * @param start index in the memory
 * @throws PyBufferError `the underlying ArrayBuffer was detached or has shrunk`
 */
export function handOver(storage: Storage, start: number, length: number): Range {
  const memory = intact(storage[MEMORY], storage[START] + storage[LENGTH]);
  return share(storage, length) ? new Range(memory, start, length) : copyRange(memory, start, start + length);
}

/**
 * Returns all of the content and empties the storage. Hands over the memory itself, or a copy if somebody
 * outside could still write to it.
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
