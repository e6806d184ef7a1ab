/** Fills the description of a simple buffer: bytes in one dimension. CPython: `PyBuffer_FillInfo` */
import { PyBufferError, PySystemError } from '../exceptions/index.js';
import { BufferView } from './buffer-view.js';
import { BufferFlags, requests } from './flags.js';

/** The strides of contiguous bytes. */
const UNIT_STRIDES: readonly number[] = [1];

/**
 * Describes a range of bytes as one dimension of format `'B'`, with the fields that the request asks for. It
 * counts no export; the exporter does.
 *
 * @param flags one of `BufferFlags`
 * @throws PyBufferError `Object is not writable.`
 * @throws PySystemError when `flags` is exactly READ or WRITE
 *
 * CPython: Objects/abstract.c `PyBuffer_FillInfo`
 */
export function fillInfo(
  obj: unknown,
  memory: Uint8Array,
  offset: number,
  length: number,
  readonly: boolean,
  flags: number,
): BufferView {
  if (flags === BufferFlags.READ || flags === BufferFlags.WRITE) {
    throw new PySystemError('bad argument to internal function');
  }
  if (readonly && requests(flags, BufferFlags.WRITABLE)) throw new PyBufferError('Object is not writable.');
  return new BufferView(
    obj,
    memory,
    offset,
    length,
    readonly,
    1,
    requests(flags, BufferFlags.FORMAT) ? 'B' : null,
    1,
    requests(flags, BufferFlags.ND) ? [length] : null,
    requests(flags, BufferFlags.STRIDES) ? UNIT_STRIDES : null,
    null,
  );
}
