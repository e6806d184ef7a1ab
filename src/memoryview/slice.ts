/**
 * Slices a view along its first dimension. It assumes nothing about the parts: converting them may run user
 * code that releases the view. `MemoryView.slice` calls it.
 *
 * CPython: Objects/memoryobject.c `memory_subscript`, `init_slice`
 */
import { PyTypeError } from '../exceptions/index.js';
import { Slice, adjustSlice, asSliceIndex, clip, unpackSlice } from '../python/index.js';
import type { Bound, SlicePart } from '../python/index.js';
import { sliceView } from './geometry.js';
import { BareView, gridView, lineView, viewOf } from './make.js';
import {
  BUFFER,
  ITEM_COUNT,
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

/**
 * In 32-bit memory this step is clipped to the next larger one.
 *
 * CPython: Objects/sliceobject.c `PySlice_Unpack`
 */
const CLIPPED_STEP = -(2 ** 31);

/**
 * Whether a part of a slice is None or a number of 32 bits, with which V8 calculates fastest. Converting any
 * other part could run user code.
 */
const isNoneOrInt32 = function (part: SlicePart): part is number | null {
  return part === null || (typeof part === 'number' && (part | 0) === part);
};

/**
 * Makes the view `view[start:stop:step]`. Only the commonest slice is made here: V8 inlines this function
 * together with the maker while it is this small.
 */
export const sliced = function (
  view: ViewState,
  start: SlicePart,
  stop: SlicePart,
  step: SlicePart,
): ViewState {
  const buffer = open(view);
  const count = view[ITEM_COUNT];
  if (count < 0 || step !== null || !isNoneOrInt32(start) || !isNoneOrInt32(stop)) {
    return slicedOtherwise(view, start, stop, step);
  }
  // Clipped inline: `clipIndex` in src/python/slice.ts says why.
  let first = start ?? 0;
  if (first < 0) first = first + count < 0 ? 0 : first + count;
  else if (first > count) first = count;
  let end = stop ?? count;
  if (end < 0) end += count;
  else if (end > count) end = count;
  const stride = view[STRIDE];
  return new BareView(
    buffer,
    view[ITEM],
    view[ITEMS],
    view[WAY],
    view[FIRST] + first,
    view[OFFSET] + stride * first,
    end > first ? end - first : 0,
    stride,
    null,
    view[READONLY],
    null,
  );
};

/**
 * Makes the slices of an open view that have a step or parts of other types. Ints of 32 bits are divided
 * here, which takes a third of the time of `adjustSlice`. This function stays above 460 bytes of bytecode: V8
 * then inlines it nowhere, and has room for the maker here and in {@link sliced}.
 */
export function slicedOtherwise(
  view: ViewState,
  start: SlicePart,
  stop: SlicePart,
  step: SlicePart,
): ViewState {
  // Not destructured: V8 would convert each symbol to a property name, 4 ns for two.
  const buffer = view[BUFFER];
  const count = view[ITEM_COUNT];
  if (
    count >= 0 &&
    (count | 0) === count &&
    isNoneOrInt32(start) &&
    isNoneOrInt32(stop) &&
    isNoneOrInt32(step) &&
    step !== null &&
    step !== 0 &&
    step !== CLIPPED_STEP
  ) {
    const isBackwards = step < 0;
    const least = isBackwards ? -1 : 0;
    const most = isBackwards ? count - 1 : count;
    const first = start === null ? (isBackwards ? most : least) : clip(start, count, least, most);
    const end = stop === null ? (isBackwards ? least : most) : clip(stop, count, least, most);
    const span = isBackwards ? first - end : end - first;
    const items = span > 0 ? (((span - 1) / (isBackwards ? -step : step)) | 0) + 1 : 0;
    const stride = view[STRIDE];
    const place = view[OFFSET] + stride * first;
    // The sum turns -0 into 0.
    const nextStride = stride * step + 0;
    const item = view[ITEM];
    const readonly = view[READONLY];
    const isSame = step === 1;
    if (nextStride === item.size && !isSame) {
      return lineView(buffer, item, place, items, nextStride, readonly);
    }
    return new BareView(
      buffer,
      item,
      isSame ? view[ITEMS] : buffer.memory,
      isSame ? view[WAY] : NO_WAY,
      isSame ? view[FIRST] + first : place,
      place,
      items,
      nextStride,
      null,
      readonly,
      null,
    );
  }
  if (view[DESCRIPTION]?.ndim === 0) throw new PyTypeError('invalid indexing of 0-dim memory');
  // User code that converts the parts may release this view. The new view keeps the buffer anyway.
  buffer.views++;
  let parts: ReturnType<typeof unpackSlice>;
  try {
    parts =
      step === null
        ? { start: asSliceIndex(start, null), stop: asSliceIndex(stop, null), step: 1 }
        : unpackSlice(new Slice(start, stop, step));
  } catch (error) {
    buffer.dropView();
    throw error;
  }
  buffer.views--;
  return slicedBy(view, count, parts.start, parts.stop, parts.step);
}

/**
 * Slices the first dimension by ints. `count` is the value of ITEM_COUNT before user code could release the
 * view.
 */
function slicedBy(view: ViewState, count: number, start: Bound, stop: Bound, step: number): ViewState {
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
