import { BufferFlags, Exports, fillInfo } from '../../protocol/index.js';
import type { BufferExporter, BufferView } from '../../protocol/index.js';
import { TYPE_NAME } from '../../python/index.js';
import type { StreamMemory } from './stream-memory.js';

/**
 * What a view of a `BytesIO` has as its `obj`: the exporter of the stream's memory.
 *
 * CPython: Modules/_io/bytesio.c `bytesiobuf_spec`
 */
export class StreamBuffer implements BufferExporter {
  readonly #content: StreamMemory;

  constructor(content: StreamMemory) {
    this.#content = content;
  }

  getBuffer(flags: number = BufferFlags.SIMPLE): BufferView {
    const content = this.#content;
    content.reserve(content.length);
    const view = fillInfo(this, content.memory, content.start, content.length, false, flags);
    return (content.exports ??= new Exports()).add(view);
  }

  releaseBuffer(view: BufferView): void {
    view.exports?.remove(view);
  }
}

Object.defineProperty(StreamBuffer.prototype, TYPE_NAME, { value: '_io._BytesIOBuffer' });
