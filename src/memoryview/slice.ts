/**
 * Slices a view along its first dimension. It assumes nothing about the parts: converting them may run user code that releases
 * the view. `MemoryView.slice` calls it.
 *
 * CPython: Objects/memoryobject.c `memory_subscript`, `init_slice`
 */
import { PyTypeError } from '../exceptions/index.js';
import { Slice, adjustSlice, asSliceIndex, unpackSlice } from '../python/index.js';
import type { SlicePart } from '../python/index.js';
import { sliceView } from './geometry.js';
import { BareView, gridView, lineView, viewOf } from './make.js';
import {
  BUFFER,
  COUNT,
  DESCRIPTION,
  FIRST,
  GRID,
  ITEM,
  ITEMS,
  NO_WAY,
  OFFSET,
  READONLY,
  STRIDE,
  WAY,
  open,
} from './state.js';
import type { ViewState } from './state.js';

/** The largest step of a slice on every machine; a larger step is clamped to the machine's largest. */
const LARGEST_STEP = 2 ** 31 - 1;

/** Whether a part of a slice needs no conversion. A conversion could run user code. */
const isPlainPart = function (part: SlicePart): part is number | null {
  return part === null || (typeof part === 'number' && Number.isSafeInteger(part));
};

/** A slice's start or stop as an index from 0 to `count`, for a step of 1. */
const clampPart = function (part: number, count: number): number {
  if (part < 0) return part + count < 0 ? 0 : part + count;
  return part > count ? count : part;
};

/** Makes the view `view[start:stop:step]`. */
export const sliced = function (
  view: ViewState,
  start: SlicePart,
  stop: SlicePart,
  step: SlicePart,
): ViewState {
  const buffer = open(view);
  const count = view[COUNT];
  if (count < 0 || !isPlainPart(start) || !isPlainPart(stop) || !isPlainPart(step)) {
    return slicedSlowly(view, start, stop, step);
  }
  if (step !== null && step !== 1) {
    return step > 1 && step <= LARGEST_STEP
      ? slicedBy(view, count, start ?? 0, stop ?? count, step)
      : slicedSlowly(view, start, stop, step);
  }
  const first = start === null ? 0 : clampPart(start, count);
  const end = stop === null ? count : clampPart(stop, count);
  const stride = view[STRIDE];
  const left = end > first ? end - first : 0;
  const offset = view[OFFSET] + stride * first;
  const way = view[WAY];
  const item = view[ITEM];
  const readonly = view[READONLY];
  return way === NO_WAY
    ? lineView(buffer, item, offset, left, stride, readonly)
    : new BareView(
        buffer,
        item,
        view[ITEMS],
        way,
        view[FIRST] + first,
        offset,
        left,
        stride,
        null,
        readonly,
        null,
      );
};

/** Makes a slice of any kind. */
function slicedSlowly(view: ViewState, start: SlicePart, stop: SlicePart, step: SlicePart): ViewState {
  const { [BUFFER]: buffer, [DESCRIPTION]: whole } = view;
  if (whole?.ndim === 0) throw new PyTypeError('invalid indexing of 0-dim memory');
  const count = view[COUNT];
  // User code that converts the parts may release this view. The new view keeps the buffer anyway.
  buffer.views++;
  let parts: { start: number; stop: number; step: number };
  try {
    parts =
      step === null
        ? { start: asSliceIndex(start, 0), stop: asSliceIndex(stop, Infinity), step: 1 }
        : unpackSlice(new Slice(start, stop, step));
  } catch (error) {
    buffer.dropView();
    throw error;
  }
  buffer.views--;
  return slicedBy(view, count, parts.start, parts.stop, parts.step);
}

/** Slices the first dimension by ints. `count` is the value of COUNT before user code could release the view. */
function slicedBy(view: ViewState, count: number, start: number, stop: number, step: number): ViewState {
  const { [BUFFER]: buffer, [ITEM]: item, [STRIDE]: stride, [GRID]: grid, [READONLY]: readonly } = view;
  if (count < 0 && grid === null) return viewOf(buffer, sliceView(view[DESCRIPTION]!, start, stop, step));
  const indices = adjustSlice(grid === null ? count : grid.rows, start, stop, step);
  const offset = view[OFFSET] + stride * indices.start;
  // The sum turns -0 into 0.
  const nextStride = stride * step + 0;
  if (grid === null) return lineView(buffer, item, offset, indices.count, nextStride, readonly);
  const nextGrid = { ...grid, rows: indices.count, step: grid.step * step };
  return gridView(buffer, item, offset, nextStride, nextGrid, readonly);
}
