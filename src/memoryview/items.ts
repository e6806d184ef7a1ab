/**
 * Reads and writes items at an address, and turns whole views into lists. It assumes that the address belongs
 * to the view and that the kind can be read. `access.ts` and `tolist` call it.
 */
import { Kind, packItem, unpackItem } from '../formats/index.js';
import { isLost } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import { PyBufferError, PyException, PyMemoryError } from '../exceptions/index.js';
import type { BufferView } from '../protocol/index.js';
import { adjustPointer } from '../protocol/index.js';
import type { Complex } from '../python/index.js';
import type { Item, NestedList } from './item-types.js';
import { memoryLost } from './managed-buffer.js';
import type { ManagedBuffer } from './managed-buffer.js';
import { byteItem } from './results.js';
import { BUFFER, itemKind, live, readableKind } from './state.js';
import type { ViewState } from './state.js';

// Literals, because `get` and everything it calls have to stay small enough for V8 to inline.
const CHAR = 2 satisfies typeof Kind.CHAR;
const F64 = 12 satisfies typeof Kind.F64;

/**
 * The error for a `DataView` that raised: its memory is gone, or an exporter's items are smaller than their format, so
 * that the last ones end past the memory.
 */
function outside(error: unknown, { memory, size }: ManagedBuffer): unknown {
  if (error instanceof PyException) return error;
  return isLost(memory, size)
    ? memoryLost()
    : new PyBufferError("memoryview: an item of this format ends past the exporter's memory");
}

/**
 * Reads one item.
 *
 * @throws PyBufferError when the memory is gone, or the item ends past it (Not Python)
 */
export function readItem(kind: Kind, buffer: ManagedBuffer, address: number): Item {
  try {
    const data = buffer.data ?? buffer.openData();
    if (kind === F64) return data.getFloat64(address, true);
    return kind === CHAR ? byteItem(data.getUint8(address)) : (unpackItem(kind, data, address) as Item);
  } catch (error) {
    throw outside(error, buffer);
  }
}

/** Writes one converted item. */
export function writeItem(
  kind: Kind,
  buffer: ManagedBuffer,
  address: number,
  value: number | bigint | boolean | Content | Complex,
): void {
  try {
    packItem(kind, buffer.data ?? buffer.openData(), address, value);
  } catch (error) {
    throw outside(error, buffer);
  }
}

/** Bigints that are made once: 2 ns instead of 7. CPython: `_PY_NSMALLPOSINTS` */
const MOST_SMALL = 256;
const SMALL: readonly bigint[] = Array.from({ length: MOST_SMALL + 1 }, (_, i) => BigInt(i));

/** The most items that a JavaScript array can hold. */
const MAX_LIST = 2 ** 32 - 1;

/** @throws PyMemoryError for more items than a list can hold. Not Python, where only memory limits a list. */
function newList<T>(count: number): T[] {
  if (count > MAX_LIST) throw new PyMemoryError();
  return new Array<T>(count);
}

/**
 * Returns the items of one row as a list.
 *
 * CPython: Objects/memoryobject.c `tolist_base`
 */
function readRow(
  kind: Kind,
  buffer: ManagedBuffer,
  address: number,
  stride: number,
  suboffset: number,
  count: number,
): Item[] {
  const { memory } = buffer;
  if (count > MAX_LIST) throw new PyMemoryError();
  // Each loop makes its own list, because V8 learns for each place in the code what its lists hold.
  if (suboffset >= 0) {
    const list = new Array<Item>(count);
    for (let i = 0; i < count; i++) {
      list[i] = readItem(kind, buffer, adjustPointer(memory, address + i * stride, suboffset));
    }
    return list;
  }
  switch (kind) {
    case Kind.U8: {
      const list = new Array<Item>(count);
      for (let i = 0, at = address; i < count; i++, at += stride) list[i] = memory[at]!;
      return list;
    }
    case Kind.CHAR: {
      const list = new Array<Item>(count);
      for (let i = 0, at = address; i < count; i++, at += stride) list[i] = byteItem(memory[at]!);
      return list;
    }
    case Kind.F64: {
      const data = buffer.data ?? buffer.openData();
      const list = new Array<Item>(count);
      for (let i = 0, at = address; i < count; i++, at += stride) list[i] = data.getFloat64(at, true);
      return list;
    }
    case Kind.I64:
    case Kind.U64: {
      const data = buffer.data ?? buffer.openData();
      const list = new Array<Item>(count);
      for (let i = 0, at = address; i < count; i++, at += stride) {
        const low = data.getUint32(at, true);
        if (low <= MOST_SMALL && data.getInt32(at + 4, true) === 0) list[i] = SMALL[low]!;
        else list[i] = unpackItem(kind, data, at) as Item;
      }
      return list;
    }
    default: {
      const data = buffer.data ?? buffer.openData();
      const list = new Array<Item>(count);
      for (let i = 0, at = address; i < count; i++, at += stride)
        list[i] = unpackItem(kind, data, at) as Item;
      return list;
    }
  }
}

/** Returns all items of a view as nested lists. CPython: Objects/memoryobject.c `memoryview_tolist_impl` */
export function listOf(view: ViewState): NestedList<Item> {
  const all = live(view);
  readableKind(view);
  // A view without items does not check their kind.
  const kind = all.length === 0 ? Kind.U8 : itemKind(view);
  try {
    return toNestedList(kind, view[BUFFER], all);
  } catch (error) {
    throw outside(error, view[BUFFER]);
  }
}

/** Returns all items as nested lists. CPython: Objects/memoryobject.c `tolist_rec`. */
function toNestedList(kind: Kind, buffer: ManagedBuffer, view: BufferView): NestedList<Item> {
  if (view.ndim === 0) return readItem(kind, buffer, view.offset);
  return listDimension(kind, buffer, view, 0, view.offset);
}

function listDimension(
  kind: Kind,
  buffer: ManagedBuffer,
  view: BufferView,
  dimension: number,
  address: number,
): NestedList<Item>[] {
  const count = view.shape![dimension]!;
  const stride = view.strides![dimension]!;
  const suboffset = view.suboffsets?.[dimension] ?? -1;
  if (dimension === view.ndim - 1) return readRow(kind, buffer, address, stride, suboffset, count);
  const list = newList<NestedList<Item>>(count);
  for (let i = 0; i < count; i++) {
    const at = adjustPointer(view.memory, address + i * stride, suboffset);
    list[i] = listDimension(kind, buffer, view, dimension + 1, at);
  }
  return list;
}
