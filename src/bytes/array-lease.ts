import { PyValueError } from '../exceptions/index.js';
import { BufferFlags, DISPOSE } from '../protocol/index.js';
import type { BufferExporter, BufferView } from '../protocol/index.js';

/**
 * A live `Uint8Array` over an exporter's memory, under an export that lasts until `release()` or the end of a
 * `using` block. Not Python: there `memoryview` is the only live view.
 */
export class ArrayLease implements Disposable {
  #exporter: BufferExporter;
  #view: BufferView | null;
  #array: Uint8Array | null;

  constructor(exporter: BufferExporter) {
    this.#exporter = exporter;
    this.#view = exporter.getBuffer(BufferFlags.CONTIG);
    const { memory, offset, length } = this.#view;
    this.#array = memory.subarray(offset, offset + length);
  }

  /**
   * The live array: reads and writes go to the exporter's memory. JavaScript cannot take it away, so do not keep it
   * past the lease: it would go on showing memory that may have moved.
   *
   * @throws PyValueError `operation forbidden on released array`
   */
  get array(): Uint8Array {
    if (this.#array === null) throw new PyValueError('operation forbidden on released array');
    return this.#array;
  }

  /** Ends the export; a second call does nothing. */
  release(): void {
    const view = this.#view;
    if (view === null) return;
    this.#view = null;
    this.#array = null;
    this.#exporter.releaseBuffer(view);
  }

  [DISPOSE](): void {
    this.release();
  }
}
