/** Finds the DataView of a memory, through which `struct` reads and writes items. */
import { dataView } from '../../formats/index.js';

/**
 * The last memory and its DataView, because programs read many small structures from one slab or one file.
 */
let lastMemory: Uint8Array | null = null;
let lastData: DataView | null = null;
/** Its length when the DataView was made. Reading that of a DataView is a call. */
let lastLength = 0;
/** Memory larger than this is not retained. */
const REMEMBERED = 65536;
/** The DataViews of larger memory. Finding one here takes a third of the time of making one. */
const views = new WeakMap<Uint8Array, DataView>();

/** The DataView of all bytes of a memory. */
export function dataOf(memory: Uint8Array): DataView {
  if (memory === lastMemory && lastLength === memory.length) return lastData!;
  return memory.length > REMEMBERED ? dataOfLarge(memory) : remember(memory);
}

function remember(memory: Uint8Array): DataView {
  lastMemory = memory;
  lastLength = memory.length;
  return (lastData = dataView(memory));
}

function dataOfLarge(memory: Uint8Array): DataView {
  const known = views.get(memory);
  if (known !== undefined && known.byteLength === memory.length) return known;
  const data = dataView(memory);
  views.set(memory, data);
  return data;
}
