/**
 * Makes views: of one dimension, of two, and of any description. It assumes that the geometry is right and
 * that the buffer is acquired. `MemoryView` passes its prototype (`makeObjectsOf`); nothing else in this room
 * makes an object of that class.
 */
import { Kind, kindSize } from '../formats/index.js';
import type { ItemFormat } from '../formats/index.js';
import { lateMakerOf } from '../objects/index.js';
import { watchers } from '../protocol/index.js';
import type { BufferView, Releasable } from '../protocol/index.js';
import { BYTE, UNSUPPORTED, describe, itemOfDescription } from './geometry.js';
import type { NumberArray } from './item-types.js';
import { ManagedBuffer } from './managed-buffer.js';
import {
  BUFFER,
  BYTES,
  ITEM_COUNT,
  DESCRIPTION,
  EXPORTS,
  FIRST,
  GRID,
  VIEW_HASH,
  ITEM,
  ITEMS,
  NO_WAY,
  OFFSET,
  OUT,
  READONLY,
  STRIDE,
  WAY,
  live,
  open,
} from './state.js';
import type { Grid, ViewState } from './state.js';

type ViewArguments = [
  buffer: ManagedBuffer,
  item: ItemFormat,
  items: NumberArray,
  way: number,
  first: number,
  offset: number,
  count: number,
  stride: number,
  grid: Grid | null,
  readonly: boolean,
  description: BufferView | null,
];

/** Makes all views, also for the public constructor. {@link makerOf} says why it has to be short. */
export const [BareView, setClass] = lateMakerOf<ViewArguments, ViewState & Releasable>(
  class {
    [BUFFER] = undefined;
    [EXPORTS] = undefined;
    [ITEM] = undefined;
    [BYTES] = undefined;
    [ITEMS] = undefined;
    [WAY] = undefined;
    [FIRST] = undefined;
    [OFFSET] = undefined;
    [ITEM_COUNT] = undefined;
    [STRIDE] = undefined;
    [GRID] = undefined;
    [READONLY] = undefined;
    [DESCRIPTION] = undefined;
    [OUT] = undefined;
    [VIEW_HASH] = undefined;
  },
  function (buffer, item, items, way, first, offset, count, stride, grid, readonly, description) {
    this[BUFFER] = buffer;
    this[EXPORTS] = buffer.exports;
    this[ITEM] = item;
    this[BYTES] = buffer.memory;
    this[ITEMS] = items;
    this[WAY] = way;
    this[FIRST] = first;
    this[OFFSET] = offset;
    this[ITEM_COUNT] = count;
    this[STRIDE] = stride;
    this[GRID] = grid;
    this[READONLY] = readonly;
    this[DESCRIPTION] = description;
    this[OUT] = 0;
    this[VIEW_HASH] = null;
    buffer.views++;
    if (watchers.count > 0) buffer.tell(this);
  },
);

/** V8 forgets what it knows of the fields of a class when it collects the last object. These stay. */
const kept: ViewState[] = [];

/**
 * Names the class of all views.
 *
 * The two views that it makes tell V8 that the fields hold objects of several classes. {@link lateMakerOf}
 * says what happens if V8 finds that out later. BYTES only ever holds a `Uint8Array`, and V8 reads an item
 * faster because it knows that.
 */
export function makeObjectsOf(type: Parameters<typeof setClass>[0]): void {
  setClass(type);
  const buffer = new ManagedBuffer(null, null, new Uint8Array(0));
  const other = { memory: buffer.memory, exports: {} } as ManagedBuffer;
  kept.push(
    new BareView(buffer, BYTE, buffer.memory, NO_WAY, 0, 0, 0, 1, null, true, null),
    new BareView(other, { ...BYTE }, new Int32Array(0), NO_WAY, 0, 0, 0, 1, null, true, null),
  );
}

/** Makes a view of one dimension whose items can be read. */
export const lineView = function (
  buffer: ManagedBuffer,
  item: ItemFormat,
  offset: number,
  count: number,
  stride: number,
  readonly: boolean,
  whole: BufferView | null = null,
): ViewState {
  let items: NumberArray = buffer.memory;
  let way: number = NO_WAY;
  let first = offset;
  const { kind, size } = item;
  // An exporter may claim that its items are larger than their format.
  if (stride === size && size === kindSize(kind)) {
    if (kind === Kind.U8) way = Kind.U8;
    else {
      const array = buffer.itemsFor(item);
      const index = array === null ? -1 : buffer.indexOf(offset, size);
      if (index >= 0) {
        items = array!;
        way = kind;
        first = index;
      }
    }
  }
  return new BareView(buffer, item, items, way, first, offset, count, stride, null, readonly, whole);
};

/** Makes a view of two dimensions whose items can be read. */
export const gridView = function (
  buffer: ManagedBuffer,
  item: ItemFormat,
  offset: number,
  stride: number,
  grid: Grid,
  readonly: boolean,
  whole: BufferView | null = null,
): ViewState {
  let items: NumberArray = buffer.memory;
  let way: number = NO_WAY;
  let first = offset;
  const { kind, size } = item;
  // Sizes are powers of two, and a mask takes a tenth of the time of a remainder.
  if (size === kindSize(kind) && grid.columnStride === size && stride >= 0 && (stride & (size - 1)) === 0) {
    const array = buffer.itemsFor(item);
    const index = array === null ? -1 : buffer.indexOf(offset, size);
    if (index >= 0) {
      items = array!;
      way = kind;
      first = index;
    }
  }
  return new BareView(buffer, item, items, way, first, offset, -1, stride, grid, readonly, whole);
};

/** Makes a view of a buffer with any complete description. */
export function viewOf(buffer: ManagedBuffer, whole: BufferView): ViewState {
  const { readonly, offset, shape, strides, ndim } = whole;
  const item = itemOfDescription(whole);
  if (whole.suboffsets === null && item.kind !== UNSUPPORTED) {
    if (ndim === 1) return lineView(buffer, item, offset, shape![0]!, strides![0]!, readonly, whole);
    if (ndim === 2) {
      const stride = strides![0]!;
      const [rows, columns] = shape as [number, number];
      const grid = { rows, columns, columnStride: strides![1]!, step: stride / item.size };
      return gridView(buffer, item, offset, stride, grid, readonly, whole);
    }
  }
  return new BareView(buffer, item, buffer.memory, NO_WAY, offset, offset, -1, 0, null, readonly, whole);
}

/** Makes a read-only view of what another view shows. */
export function readonlyView(view: ViewState): ViewState {
  const whole = view[ITEM_COUNT] < 0 && view[GRID] === null ? describe(live(view), { readonly: true }) : null;
  return new BareView(
    open(view),
    view[ITEM],
    view[ITEMS],
    view[WAY],
    view[FIRST],
    view[OFFSET],
    view[ITEM_COUNT],
    view[STRIDE],
    view[GRID],
    true,
    whole,
  );
}
