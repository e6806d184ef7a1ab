/**
 * The exporter of a stream's memory, which is not the stream itself. `BytesIO.getbuffer` makes one for each
 * view.
 */
import { LENGTH, MEMORY, START } from '../../memory/index.js';
import { BufferFlags, Exports, fillInfo } from '../../protocol/index.js';
import type { BufferExporter, BufferView } from '../../protocol/index.js';
import { TYPE_NAME } from '../../python/index.js';
import { LOCK, takeOwnMemory } from '../../storage/index.js';
import type { Storage } from '../../storage/index.js';

/**
 * The `obj` of a view of a `BytesIO`.
 *
 * CPython: Modules/_io/bytesio.c `bytesiobuf_spec`
 */
export class StreamBuffer implements BufferExporter {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  getBuffer(flags: number = BufferFlags.SIMPLE): BufferView {
    const storage = this.#storage;
    takeOwnMemory(storage);
    const view = fillInfo(this, storage[MEMORY], storage[START], storage[LENGTH], false, flags);
    return (storage[LOCK] ??= new Exports()).add(view);
  }

  releaseBuffer(view: BufferView): void {
    view.exports?.remove(view);
  }
}

Object.defineProperty(StreamBuffer.prototype, TYPE_NAME, { value: '_io._BytesIOBuffer' });
