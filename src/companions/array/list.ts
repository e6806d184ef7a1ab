/** The items of an array as a list of JavaScript. `array.ts` and `text.ts` call it. */
import { Kind } from '../../formats/index.js';
import { readItem } from './coerce.js';
import { STORAGE, TYPE } from './state.js';
import type { ArrayState } from './state.js';

/** CPython: Modules/arraymodule.c `array_array_tolist_impl` */
export function listOf(array: ArrayState): unknown[] {
  const { kind, size } = array[TYPE];
  const { data, start, length } = array[STORAGE];
  const items = new Array<unknown>(length / size);
  if (kind === Kind.F64) {
    // A separate loop, so that V8 keeps the list as plain doubles.
    for (let i = 0, at = start; i < items.length; i++, at += size) items[i] = data.getFloat64(at, true);
    return items;
  }
  for (let i = 0, at = start; i < items.length; i++, at += size) items[i] = readItem(kind, data, at);
  return items;
}
