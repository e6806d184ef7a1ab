/** `viewOfMemory`: a memoryview over memory that JavaScript owns. CPython: `PyMemoryView_FromMemory` */
import { PySystemError } from '../exceptions/index.js';
import { BufferFlags, fillInfo } from '../protocol/index.js';
import type { MemoryView } from './memory-view.js';
import { fromView } from './of-object.js';

/**
 * Returns a view of bare memory that nobody exports: its `obj` is null and no export is counted. The memory
 * is shared.
 *
 * @param mode `BufferFlags.READ` for a read-only view, `BufferFlags.WRITE` for a writable one
 * @throws PySystemError `bad argument to internal function` for any other mode, or another memory
 *
 * @example
 * ```ts
 * const memory = new Uint8Array(4);
 * viewOfMemory(memory, BufferFlags.WRITE).set(1, 7);
 * memory // Uint8Array(4) [ 0, 7, 0, 0 ]
 * ```
 *
 * CPython: Objects/memoryobject.c `PyMemoryView_FromMemory`
 */
export function viewOfMemory(
  memory: Uint8Array,
  mode: typeof BufferFlags.READ | typeof BufferFlags.WRITE,
): MemoryView {
  const isMemory = ArrayBuffer.isView(memory) && memory.BYTES_PER_ELEMENT === 1;
  if (!isMemory || (mode !== BufferFlags.READ && mode !== BufferFlags.WRITE)) {
    throw new PySystemError('bad argument to internal function');
  }
  const readonly = mode === BufferFlags.READ;
  const view = fillInfo(null, memory, 0, memory.length, readonly, BufferFlags.FULL_RO);
  return fromView(view, {}) as MemoryView;
}
