/**
 * Memory that JavaScript took away: its `ArrayBuffer` was transferred, its `WebAssembly.Memory` grew, a resizable buffer
 * shrank. Not Python: no exporter there can lose memory that is exported.
 *
 * A caller's code can do that whenever it runs, so whoever reads or writes bytes asks for their memory with
 * {@link intact}, after the last of the caller's code has run.
 */
import { PyBufferError, PyException, nameException } from '../exceptions/index.js';

class LostMemory extends PyBufferError {}
nameException(LostMemory, 'LostMemory');

/** The error of whatever lost its memory. Not Python. */
export function lostMemory(message = 'the underlying ArrayBuffer was detached or has shrunk'): PyBufferError {
  return new LostMemory(message);
}

/**
 * Whether an exporter said no, as opposed to having lost its memory or to a mistake of another kind. Where CPython turns
 * each refusal into one TypeError, lost memory stays what it is. Not Python.
 */
export function isRefusal(error: unknown): boolean {
  return error instanceof PyException && !(error instanceof LostMemory);
}

/**
 * The memory of a content that ends at `end`, with all of its bytes. It takes the fields and not the content, because one
 * function that reads fields of every kind of content is slow everywhere.
 *
 * @throws PyBufferError `the underlying ArrayBuffer was detached or has shrunk`
 */
export function intact(memory: Uint8Array, end: number): Uint8Array {
  if (memory.length < end) throw lostMemory();
  return memory;
}
