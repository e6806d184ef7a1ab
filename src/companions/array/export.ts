/**
 * The buffer that an array exports: its items, writable, with one count in the lock of its storage.
 * `PyArray.getBuffer` calls `exportItems`.
 */
import { BufferFlags, BufferView, Exports, requests } from '../../protocol/index.js';
import type { BufferExporter } from '../../protocol/index.js';
import { LOCK, takeOwnMemory } from '../../storage/index.js';
import { STORAGE, TYPE } from './state.js';
import type { ArrayState } from './state.js';

/** Returns a view of the items and counts one export. CPython: Modules/arraymodule.c `array_buffer_getbuf` */
export function exportItems(array: ArrayState & BufferExporter, flags: number): BufferView {
  const storage = array[STORAGE];
  takeOwnMemory(storage);
  const { memory, start, length } = storage;
  const { size, format } = array[TYPE];
  const view = new BufferView(
    array,
    memory,
    start,
    length,
    false,
    size,
    requests(flags, BufferFlags.FORMAT) ? format : null,
    1,
    requests(flags, BufferFlags.ND) ? [length / size] : null,
    requests(flags, BufferFlags.STRIDES) ? [size] : null,
    null,
  );
  return (storage[LOCK] ??= new Exports()).add(view);
}
