/**
 * Answers a buffer request from an exporter's full description, with CPython's checks of flags. Users'
 * exporters may call it too.
 *
 * CPython: `PyBuffer_FillInfo`, `memory_getbuf`
 */
import { PyBufferError } from '../exceptions/index.js';
import { BufferView } from './buffer-view.js';
import type { Order } from './contiguous.js';
import { BufferFlags, requests } from './flags.js';

/** An exporter's messages for requests that it cannot meet. */
export interface Refusals {
  /** For a request for writable memory if it is read-only. */
  readonly notWritable: string;
  /** For C_CONTIGUOUS. */
  readonly notC: string;
  /** For F_CONTIGUOUS. */
  readonly notFortran: string;
  /** For ANY_CONTIGUOUS. */
  readonly notContiguous: string;
  /** For a request without INDIRECT if there are suboffsets. */
  readonly needsSuboffsets: string;
  /** For FORMAT without ND. */
  readonly formatAlone: string;
}

/**
 * Returns the view that an exporter of any shape returns for a request.
 *
 * @param all the complete description
 * @param obj the exporter that must release the view
 * @param hasOrder whether the description is contiguous in either order
 * @throws PyBufferError when the request cannot be met
 *
 * CPython: Objects/memoryobject.c `memory_getbuf`, Modules/_testbuffer.c `ndarray_getbuf`
 */
export function answerRequest(
  all: BufferView,
  flags: number,
  obj: unknown,
  refusals: Refusals,
  hasOrder: (view: BufferView, order: Order) => boolean,
): BufferView {
  if (requests(flags, BufferFlags.WRITABLE) && all.readonly) throw new PyBufferError(refusals.notWritable);
  if (requests(flags, BufferFlags.C_CONTIGUOUS) && !hasOrder(all, 'C')) {
    throw new PyBufferError(refusals.notC);
  }
  if (requests(flags, BufferFlags.F_CONTIGUOUS) && !hasOrder(all, 'F')) {
    throw new PyBufferError(refusals.notFortran);
  }
  if (requests(flags, BufferFlags.ANY_CONTIGUOUS) && !hasOrder(all, 'A')) {
    throw new PyBufferError(refusals.notContiguous);
  }
  if (!requests(flags, BufferFlags.INDIRECT) && all.suboffsets !== null) {
    throw new PyBufferError(refusals.needsSuboffsets);
  }
  const wantsStrides = requests(flags, BufferFlags.STRIDES);
  if (!wantsStrides && !hasOrder(all, 'C')) throw new PyBufferError(refusals.notC);
  const wantsShape = requests(flags, BufferFlags.ND);
  const wantsFormat = requests(flags, BufferFlags.FORMAT);
  if (!wantsShape && wantsFormat) throw new PyBufferError(refusals.formatAlone);
  // A 0-dimensional view has neither shape nor strides.
  const scalar = all.ndim === 0;
  return new BufferView(
    obj,
    all.memory,
    all.offset,
    all.length,
    all.readonly,
    all.itemsize,
    wantsFormat ? all.format : null,
    wantsShape ? all.ndim : 1,
    wantsShape && !scalar ? all.shape : null,
    wantsStrides && !scalar ? all.strides : null,
    all.suboffsets,
  );
}
