/**
 * Memory that JavaScript took away: its `ArrayBuffer` was transferred, its `WebAssembly.Memory` grew, or a
 * resizable buffer shrank. Python has nothing like it, because exporters there never lose exported memory.
 *
 * User code can do that whenever it runs. So code that reads or writes bytes first calls {@link intact},
 * after the last user code has run.
 */
import { PyBufferError, PyException, nameException } from '../exceptions/index.js';

class LostMemory extends PyBufferError {}
nameException(LostMemory, 'LostMemory');

/** The error of an object whose memory is lost. Not Python. */
export function lostMemory(message = 'the underlying ArrayBuffer was detached or has shrunk'): PyBufferError {
  return new LostMemory(message);
}

/**
 * Whether an error is an exporter's refusal, rather than lost memory or another mistake. Where CPython turns
 * every refusal into one TypeError, lost memory keeps its own error. Not Python.
 */
export function isRefusal(error: unknown): boolean {
  return error instanceof PyException && !(error instanceof LostMemory);
}

/**
 * Whether a memory no longer reaches to `end`. It reads the last byte, because the optimized code of Node.js
 * 20 and 22 returns the old `length` of a detached array once the same function has seen an array over a
 * resizable buffer. (Node.js 24 does not.)
 */
export function isLost(memory: Uint8Array, end: number): boolean {
  return end > 0 && memory[end - 1] === undefined;
}

/**
 * Whether JavaScript code ever received an array over memory that the library uses, and so can take that
 * memory away. Before that, {@link reaches} trusts the length: reading the last byte makes a short `find` a
 * third slower. A field of an object, because V8 treats a field that was never written as a constant.
 */
const memoryIs = { givenOut: false };

/** Declares that JavaScript code holds an array over memory that the library uses. */
export function memoryGivenOut(): void {
  memoryIs.givenOut = true;
}

/** Whether a memory still reaches to `end`. */
export function reaches(memory: Uint8Array, end: number): boolean {
  return memory.length >= end && !(memoryIs.givenOut && isLost(memory, end));
}

/**
 * Returns the memory of a content that ends at `end` after checking that it has all its bytes. It takes the
 * fields instead of the content, because a function that reads the fields of all kinds of content is slow
 * everywhere.
 *
 * @throws PyBufferError `the underlying ArrayBuffer was detached or has shrunk`
 */
export function intact(memory: Uint8Array, end: number): Uint8Array {
  if (memory.length < end || (memoryIs.givenOut && memory[end - 1] === undefined)) refuseLost(memory, end);
  return memory;
}

/** Separate from {@link intact}, which is inlined everywhere. An `end` of 0 also comes here. */
function refuseLost(memory: Uint8Array, end: number): void {
  if (isLost(memory, end)) throw lostMemory();
}
