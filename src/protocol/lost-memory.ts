import { PyBufferError, PyException } from '../exceptions/index.js';

/**
 * Memory that JavaScript took away: its `ArrayBuffer` was transferred, its `WebAssembly.Memory` grew, a resizable buffer
 * shrank. Not Python: no exporter there can lose memory that is exported.
 */
class LostMemory extends PyBufferError {}

/** The error of a view or a host buffer that lost its memory. Not Python. */
export function lostMemory(message: string): PyBufferError {
  return new LostMemory(message);
}

/**
 * Whether an exporter said no, as opposed to having lost its memory or to a mistake of another kind. Where CPython turns
 * each refusal into one TypeError, lost memory stays what it is. Not Python.
 */
export function isRefusal(error: unknown): boolean {
  return error instanceof PyException && !(error instanceof LostMemory);
}
