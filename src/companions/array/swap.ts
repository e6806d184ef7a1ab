/**
 * Reverses an array in place: the order of its items, or the bytes of each. `array.ts` calls these functions.
 */
import { reverse } from '../../algorithms/index.js';
import { dataView } from '../../formats/index.js';
import { STORAGE, TYPE } from './state.js';
import type { ArrayState } from './state.js';

/** CPython: Modules/arraymodule.c `array_array_reverse_impl` */
export function reverseItems(array: ArrayState): void {
  const { memory, start, length } = array[STORAGE];
  reverse(memory, start, start + length);
  // This reverses all bytes, so the bytes of each item too; swapping restores the items but not their order.
  swapBytes(memory, start, start + length, array[TYPE].size);
}

/** CPython: Modules/arraymodule.c `array_array_byteswap_impl` */
export function swapItems(array: ArrayState): void {
  const { memory, start, length } = array[STORAGE];
  const { size, itemClass } = array[TYPE];
  swapBytes(memory, start, start + length, itemClass === 'complex' ? size / 2 : size);
}

/** Reverses the bytes of each item of `size` bytes (1, 2, 4, 8 or 16) in `memory[start .. end)`. */
function swapBytes(memory: Uint8Array, start: number, end: number, size: number): void {
  const data = dataView(memory);
  switch (size) {
    case 2:
      for (let i = start; i < end; i += 2) data.setUint16(i, data.getUint16(i, true), false);
      return;
    case 4:
      for (let i = start; i < end; i += 4) data.setUint32(i, data.getUint32(i, true), false);
      return;
    case 8:
    case 16:
      // Swaps two words per step, from the ends of the item inwards.
      for (let i = start; i < end; i += size) {
        for (let low = i, high = i + size - 4; low < high; low += 4, high -= 4) {
          const word = data.getUint32(low, true);
          data.setUint32(low, data.getUint32(high, true), false);
          data.setUint32(high, word, false);
        }
      }
  }
}
