/**
 * The view that an exporter hands to a consumer, and the interface of exporters. The fields are a contract
 * with exporters and consumers elsewhere: "The contract" in this room's README.md describes it.
 */
import { PROTOCOL } from '../python/index.js';
import type { Exports } from './lifetime.js';

/** `PyBUF_MAX_NDIM`: the most dimensions a view can have. */
export const MAX_NDIM = 64;

/**
 * An object whose memory others may view. `getBuffer` counts one export and fills in the fields that `flags`
 * request; `releaseBuffer` releases that export. While there are exports, the exporter must not move or
 * resize its memory.
 *
 * CPython: Include/cpython/object.h `PyBufferProcs`
 */
export interface BufferExporter {
  /**
   * @param flags one of the requests in `BufferFlags`
   * @throws PyBufferError if the request cannot be met; then no export is counted
   */
  getBuffer(flags: number): BufferView;
  /** @param view what `getBuffer` returned; release it exactly once */
  releaseBuffer(view: BufferView): void;
}

/**
 * A window on an exporter's memory, returned by `getBuffer` and released by `releaseBuffer`.
 *
 * The address of an item is `offset + sum(index[k] * strides[k])` in `memory`. If the suboffset of dimension
 * k is >= 0, the pointer found there (an unsigned little-endian integer of the ABI's pointer size, which is
 * itself an index into `memory`) is followed and the suboffset added: memory is one address space.
 *
 * Fields that a request did not ask for are null, as CPython leaves them NULL. All fields are read-only.
 *
 * CPython: Include/pybuffer.h `Py_buffer`
 */
export class BufferView {
  /** The record in which the exporter counts this view; null if it counts nothing. `Exports.add` sets it. */
  exports: Exports | null = null;

  /** The version of the protocol that these fields follow. Not Python. */
  get protocol(): number {
    return PROTOCOL;
  }

  constructor(
    /** The object that must release this view, which `memoryview.obj` shows. Null for bare memory. */
    readonly obj: unknown,
    /** The memory itself, never a copy. */
    readonly memory: Uint8Array,
    /** The index in `memory` of the item at index (0, ..., 0). */
    readonly offset: number,
    /** The bytes of a contiguous copy: product(shape) * itemsize. CPython: `len`. */
    readonly length: number,
    /** Whether a consumer must not write. */
    readonly readonly: boolean,
    /** The bytes of one item, also if `format` was not requested. */
    readonly itemsize: number,
    /** The format of one item as in `struct`; null stands for `'B'`. */
    readonly format: string | null,
    /** The number of dimensions, 0 to {@link MAX_NDIM}. */
    readonly ndim: number,
    /** The extents of the dimensions, in items. */
    readonly shape: readonly number[] | null,
    /** The bytes from one item to the next in each dimension. */
    readonly strides: readonly number[] | null,
    /** The bytes to add to a followed pointer in each dimension; negative if there is no pointer. */
    readonly suboffsets: readonly number[] | null,
    /** For the exporter's own use. CPython: `internal`. */
    readonly internal: unknown = null,
    /**
     * The object that handles `releaseBuffer`; it differs from `obj` only if a chain of exporters redirects
     * to its root.
     */
    readonly exporter: BufferExporter | null = null,
  ) {}
}
