/**
 * What a consumer of the buffer protocol is given, and who gives it. Its fields are a contract with exporters and consumers elsewhere:
 * see "The contract" in README.md of this room.
 */
import { PROTOCOL } from '../python/index.js';
import type { Exports } from './lifetime.js';

/** `PyBUF_MAX_NDIM`: no view has more dimensions. */
export const MAX_NDIM = 64;

/**
 * An object whose memory others may view. `getBuffer` counts one export and fills in what `flags` ask for;
 * `releaseBuffer` gives that export back. While exports are out, the exporter must not move or resize its memory.
 *
 * CPython: Include/cpython/object.h `PyBufferProcs`
 */
export interface BufferExporter {
  /**
   * @param flags one of the requests in `BufferFlags`
   * @throws PyBufferError when the request cannot be met; nothing is counted then
   */
  getBuffer(flags: number): BufferView;
  /** @param view what `getBuffer` returned, exactly once */
  releaseBuffer(view: BufferView): void;
}

/**
 * A window on an exporter's memory, given by `getBuffer` and given back by `releaseBuffer`.
 *
 * An item's address is `offset + sum(index[k] * strides[k])` in `memory`. With a suboffset >= 0 in dimension k, the
 * pointer found at that point (an unsigned little-endian integer of the ABI's pointer size, itself an index into
 * `memory`) is followed and the suboffset added: memory is one address space.
 *
 * Fields a request did not ask for are null, as CPython leaves them NULL. All are to be read only.
 *
 * CPython: Include/pybuffer.h `Py_buffer`
 */
export class BufferView {
  /** The record in which the exporter counts this view; null where nothing is counted. Set by `Exports.add`. */
  exports: Exports | null = null;

  /** Version of the protocol that these fields follow. Not Python. */
  get protocol(): number {
    return PROTOCOL;
  }

  constructor(
    /** Who has to be given this view back; what `memoryview.obj` shows. Null for bare memory. */
    readonly obj: unknown,
    /** The memory, shared with the exporter, never a copy. */
    readonly memory: Uint8Array,
    /** Index in `memory` of the item at index (0, ..., 0). */
    readonly offset: number,
    /** Bytes of a contiguous copy: product(shape) * itemsize. CPython: `len`. */
    readonly length: number,
    /** Whether a consumer must not write. */
    readonly readonly: boolean,
    /** Bytes of one item; that of the format even where `format` was not asked for. */
    readonly itemsize: number,
    /** Format of one item as in `struct`, `'B'` when null. */
    readonly format: string | null,
    /** Number of dimensions, 0 to {@link MAX_NDIM}. */
    readonly ndim: number,
    /** Extents of the dimensions, in items. */
    readonly shape: readonly number[] | null,
    /** Bytes from one item to the next in each dimension. */
    readonly strides: readonly number[] | null,
    /** What is added to a followed pointer in each dimension, in bytes; negative where there is none. */
    readonly suboffsets: readonly number[] | null,
    /** For the exporter's own use. CPython: `internal`. */
    readonly internal: unknown = null,
    /** Who answers `releaseBuffer`; differs from `obj` only where a chain redirects to its root. */
    readonly exporter: BufferExporter | null = null,
  ) {}
}
