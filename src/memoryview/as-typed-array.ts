/**
 * `asTypedArray` and `toTypedArray`: the items of a view as a typed array of JavaScript. `MemoryView` calls
 * these functions.
 */
import { PyBufferError } from '../exceptions/index.js';
import { LENGTH, MEMORY, START, memoryGivenOut } from '../memory/index.js';
import { toCOrder } from '../protocol/index.js';
import { hasOrder } from './geometry.js';
import type { TypedArray } from './item-types.js';
import { EXPORTS, ITEM, live } from './state.js';
import type { ViewState } from './state.js';
import { typedArrayOf } from './typed-array.js';

/**
 * Returns a typed array over the memory of a view. Nothing reports a use of it after the view was released,
 * so from now on the exporter never hands this memory to a `Bytes`.
 */
export function openTypedArray(view: ViewState): TypedArray {
  const all = live(view);
  if (all.readonly) throw new PyBufferError('memoryview: underlying buffer is not writable');
  if (!hasOrder(all, 'C')) {
    throw new PyBufferError('memoryview: underlying buffer is not C-contiguous');
  }
  const items = typedArrayOf(view[ITEM], all.memory, all.offset, all.length);
  view[EXPORTS].escaped++;
  memoryGivenOut();
  return items;
}

/** Returns a typed array over a copy of the items in C order. */
export function copyToTypedArray(view: ViewState): TypedArray {
  const all = live(view);
  const memory = new Uint8Array(all.length);
  const copy = toCOrder(all);
  memory.set(copy[MEMORY].subarray(copy[START], copy[START] + copy[LENGTH]));
  return typedArrayOf(view[ITEM], memory, 0, memory.length);
}
