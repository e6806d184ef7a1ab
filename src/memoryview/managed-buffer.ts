import type { PyBufferError } from '../exceptions/index.js';
import { dataView } from '../formats/index.js';
import { Exports, lostMemory, releaseView } from '../protocol/index.js';
import type { BufferView } from '../protocol/index.js';

/** Stands for the record of exporters that count nothing: JavaScript's own buffers. */
const UNCOUNTED = new Exports();

/**
 * One acquired buffer, shared by all views derived from it; it goes back to the exporter with the last of them.
 *
 * CPython: Objects/memoryobject.c `_PyManagedBuffer_Type`
 */
export class ManagedBuffer {
  /** Live views of this buffer. */
  views = 0;
  /** Where the exporter counts; `detached` there releases every view at once. */
  readonly exports: Exports;
  /** Bytes the memory had when it was acquired: less means that JavaScript took it away. */
  readonly size: number;
  /** What wide items are read through; made when the first one is. */
  data: DataView | null = null;

  constructor(
    readonly master: BufferView,
    /** Whether no further view may be made. CPython: `_Py_MEMORYVIEW_RESTRICTED` */
    readonly restricted = false,
  ) {
    this.size = master.memory.length;
    this.exports = master.exports ?? UNCOUNTED;
    this.exports.unpin(master);
  }

  /** The `DataView` of the memory. @throws PyBufferError when the memory is gone (Not Python) */
  openData(): DataView {
    if (this.master.memory.length < this.size) throw memoryLost();
    return (this.data = dataView(this.master.memory));
  }

  /** Counts one view out; the last one gives the buffer back. CPython: `mbuf_release`. */
  dropView(): void {
    if (--this.views > 0 || this.exports.detached) return;
    this.exports.pin();
    releaseView(this.master);
  }
}

/**
 * The memory of a view is gone: its `ArrayBuffer` was transferred, its `WebAssembly.Memory` grew, a resizable
 * buffer shrank. Not Python: no exporter there can lose memory that is exported.
 */
export function memoryLost(): PyBufferError {
  return lostMemory('memoryview: the underlying ArrayBuffer was detached or has shrunk');
}
