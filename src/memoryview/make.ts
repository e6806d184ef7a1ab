/**
 * Makes views: of one dimension, of two, and of any description. It assumes that the geometry is right and that the buffer is
 * acquired. `MemoryView` hands its prototype over (`makeObjectsOf`) and nothing else in this room makes an object of that class.
 */
import { Kind, kindSize } from '../formats/index.js';
import type { ItemFormat } from '../formats/index.js';
import { lateMakerOf } from '../objects/index.js';
import type { BufferView, Releasable } from '../protocol/index.js';
import { UNSUPPORTED, describe, itemOfDescription } from './geometry.js';
import type { NumberArray } from './item-types.js';
import type { ManagedBuffer } from './managed-buffer.js';
import {
  BUFFER,
  COUNT,
  DESCRIPTION,
  EXPORTS,
  FIRST,
  GRID,
  HASH,
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
export const [BareView, makeObjectsOf] = lateMakerOf<ViewArguments, ViewState & Releasable>(
  class {
    [BUFFER] = undefined;
    [EXPORTS] = undefined;
    [ITEM] = undefined;
    [ITEMS] = undefined;
    [WAY] = undefined;
    [FIRST] = undefined;
    [OFFSET] = undefined;
    [COUNT] = undefined;
    [STRIDE] = undefined;
    [GRID] = undefined;
    [READONLY] = undefined;
    [DESCRIPTION] = undefined;
    [OUT] = undefined;
    [HASH] = undefined;
  },
  function (buffer, item, items, way, first, offset, count, stride, grid, readonly, description) {
    this[BUFFER] = buffer;
    this[EXPORTS] = buffer.exports;
    this[ITEM] = item;
    this[ITEMS] = items;
    this[WAY] = way;
    this[FIRST] = first;
    this[OFFSET] = offset;
    this[COUNT] = count;
    this[STRIDE] = stride;
    this[GRID] = grid;
    this[READONLY] = readonly;
    this[DESCRIPTION] = description;
    this[OUT] = 0;
    this[HASH] = null;
    buffer.addView(this);
  },
);

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
  const { memory } = buffer;
  if (stride === item.size) {
    // An exporter may claim that its items are larger than their format.
    if (item.kind === Kind.U8 && stride === 1) {
      return new BareView(
        buffer,
        item,
        memory,
        Kind.U8,
        offset,
        offset,
        count,
        stride,
        null,
        readonly,
        whole,
      );
    }
    const places = stride === kindSize(item.kind) ? buffer.placesFor(item, offset) : null;
    if (places !== null) {
      const first = places.indexOf(offset);
      return new BareView(
        buffer,
        item,
        places.items,
        item.kind,
        first,
        offset,
        count,
        stride,
        null,
        readonly,
        whole,
      );
    }
  }
  return new BareView(buffer, item, memory, NO_WAY, offset, offset, count, stride, null, readonly, whole);
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
  const { size } = item;
  // Sizes are powers of two, and a mask takes a tenth of the time of a remainder.
  const isRegular =
    size === kindSize(item.kind) && grid.columnStride === size && stride >= 0 && (stride & (size - 1)) === 0;
  const places = isRegular ? buffer.placesFor(item, offset) : null;
  return places === null
    ? new BareView(buffer, item, buffer.memory, NO_WAY, offset, offset, -1, stride, grid, readonly, whole)
    : new BareView(
        buffer,
        item,
        places.items,
        item.kind,
        places.indexOf(offset),
        offset,
        -1,
        stride,
        grid,
        readonly,
        whole,
      );
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

/** Makes a view of what another view shows. */
export function sameView(view: ViewState): ViewState {
  return new BareView(
    open(view),
    view[ITEM],
    view[ITEMS],
    view[WAY],
    view[FIRST],
    view[OFFSET],
    view[COUNT],
    view[STRIDE],
    view[GRID],
    view[READONLY],
    view[DESCRIPTION],
  );
}

/** Makes a read-only view of what another view shows. */
export function readonlyView(view: ViewState): ViewState {
  const buffer = open(view);
  const whole = view[COUNT] < 0 && view[GRID] === null ? describe(live(view), { readonly: true }) : null;
  return new BareView(
    buffer,
    view[ITEM],
    view[ITEMS],
    view[WAY],
    view[FIRST],
    view[OFFSET],
    view[COUNT],
    view[STRIDE],
    view[GRID],
    true,
    whole,
  );
}
