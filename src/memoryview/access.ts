/**
 * Reads and writes the items of a view: what `get` and `set` do. It assumes nothing about keys and values,
 * and every function checks the view itself. `MemoryView` and the searches call it.
 *
 * The first functions are the fast paths. V8 inlines all of `get` and of `set` into a caller's loop while
 * they stay small: an item then takes 0.6 to 1.4 ns, otherwise ten times as long. So they handle only numbers
 * and leave everything else to the functions after them.
 */
import { Bytes } from '../bytes/index.js';
import { PyNotImplementedError, PyTypeError } from '../exceptions/index.js';
import type { Kind } from '../formats/index.js';
import { BufferFlags, acquireView, isContent, returnView } from '../protocol/index.js';
import type { BufferView } from '../protocol/index.js';
import { Ellipsis, Slice, adjustSlice, asIndex, isIntLike, unpackSlice, isSlice } from '../python/index.js';
import { assignBytes, assignView } from './assign.js';
import { coerceItem } from './coerce.js';
import { lookupDimension, lookupTuple, sliceView } from './geometry.js';
import type { Item } from './item-types.js';
import { readItem, writeItem } from './items.js';
import {
  BUFFER,
  BYTES,
  ITEM_COUNT,
  EXPORTS,
  FIRST,
  GRID,
  ITEM,
  ITEMS,
  NO_WAY,
  OFFSET,
  READONLY,
  STRIDE,
  WAY,
  check,
  isReleased,
  itemKind,
  live,
  readableKind,
} from './state.js';
import type { ViewState } from './state.js';

/**
 * The kinds that have a fast path, as numbers that cost a function no more than a literal. Each `Kind.U8`
 * would be a property to load, and would make the functions too large for V8 to inline.
 */
const enum Way {
  U8 = 0,
  I16 = 4,
  U16 = 5,
  I32 = 6,
  U32 = 7,
  F32 = 11,
  F64 = 12,
}
/** Compiles only while each number is that of its `Kind`. */
type Checked<Names extends { [Name in keyof typeof Way]: `${(typeof Kind)[Name]}` }> = Names;
export type WaysAreKinds = Checked<{ [Name in keyof typeof Way]: `${(typeof Way)[Name]}` }>;

/** `(key) => item`: {@link subscript} as a method. */
export const SUBSCRIPT: unique symbol = Symbol('pybuffer.subscript');
/** `(key, value) => void`: {@link assign} as a method. */
export const ASSIGN: unique symbol = Symbol('pybuffer.assign');

/**
 * A view with the methods that leave the fast paths. They are methods because V8 leaves a loop at a property
 * look-up that has never run. A plain call stays in the loop, and because it could change any field, every
 * iteration reads all fields again: 2.4 ns an item in Node 26 instead of 1.1.
 */
interface Accessible extends ViewState {
  [SUBSCRIPT](key: unknown): unknown;
  [ASSIGN](key: unknown, value: unknown): void;
}
type Sliceable = ViewState & { slice(start: unknown, stop: unknown, step: unknown): unknown };

/** A plain non-negative index. Indices past 2^32 take the slow path. */
const isIndex = function (value: unknown, extent: number): value is number {
  return typeof value === 'number' && value >>> 0 === value && value < extent;
};

/**
 * Reads the item at an index in ITEMS. {@link subscript} handles everything that ITEMS does not have: there
 * is no typed array, the index is fractional, or JavaScript took the memory away.
 *
 * Each kind of array has its own access, so V8 knows that it sees only that kind. Trying them one after the
 * other is 0.3 ns faster than a switch. Signed bytes, the rarest kind, have none, because `get` and this
 * function are already as much as V8 inlines.
 */
export const itemAt = function (view: Accessible, at: number, key: unknown, column?: unknown): unknown {
  const items = view[ITEMS];
  const way = view[WAY];
  let item: number | undefined;
  if (way === Way.U8) {
    item = view[BYTES][at];
    if (item !== undefined) return item;
  } else if (way === Way.F64) {
    item = items[at];
    if (item !== undefined) return item;
  } else if (way === Way.I32) {
    item = items[at];
    if (item !== undefined) return item;
  } else if (way === Way.U16) {
    item = items[at];
    if (item !== undefined) return item;
  } else if (way === Way.F32) {
    item = items[at];
    if (item !== undefined) return item;
  } else if (way === Way.I16) {
    item = items[at];
    if (item !== undefined) return item;
  } else if (way === Way.U32) {
    item = items[at];
    if (item !== undefined) return item;
  }
  return view[SUBSCRIPT](column === undefined ? key : [key, column]);
};

/** `view[row, column]`, separate from `get` so that V8 inlines both. */
export const cellAt = function (view: Accessible, row: unknown, column: unknown): unknown {
  const grid = view[GRID];
  return grid !== null && isIndex(row, grid.rows) && isIndex(column, grid.columns) && !isReleased(view)
    ? itemAt(view, view[FIRST] + row * grid.step + column, row, column)
    : view[SUBSCRIPT]([row, column]);
};

/**
 * Writes the item at an index in ITEMS. {@link assign} handles values that the item cannot hold, and NaNs,
 * whose payload typed arrays may change.
 */
export const setItemAt = function (
  view: Accessible,
  at: number,
  item: number,
  key: unknown,
  column?: unknown,
): void {
  const items = view[ITEMS];
  const way = view[READONLY] || view[EXPORTS].detached ? NO_WAY : view[WAY];
  if (way === Way.U8) {
    if ((item & 255) === item && items[at] !== undefined) {
      items[at] = item;
      return;
    }
  } else if (way === Way.F64) {
    if (item === item && items[at] !== undefined) {
      items[at] = item;
      return;
    }
  } else if (way === Way.I32) {
    if ((item | 0) === item && items[at] !== undefined) {
      items[at] = item;
      return;
    }
  } else if (way === Way.U16) {
    if ((item & 65535) === item && items[at] !== undefined) {
      items[at] = item;
      return;
    }
  } else if (way === Way.F32) {
    if (item === item && items[at] !== undefined) {
      items[at] = item;
      return;
    }
  }
  view[ASSIGN](column === undefined ? key : [key, column], item);
};

/** `view[row, column] = value`. */
export const setCellAt = function (view: Accessible, row: unknown, column: unknown, value: unknown): void {
  const grid = view[GRID];
  const within = grid !== null && isIndex(row, grid.rows) && isIndex(column, grid.columns);
  if (within && typeof value === 'number' && !isReleased(view)) {
    setItemAt(view, view[FIRST] + row * grid.step + column, value, row, column);
  } else view[ASSIGN]([row, column], value);
};

/**
 * `view[key]` for any key.
 *
 * CPython: Objects/memoryobject.c `memory_subscript`
 */
export function subscript(view: Sliceable, key: unknown): unknown {
  check(view);
  if (typeof key === 'number' && key >= 0 && key < view[ITEM_COUNT] && Number.isInteger(key)) {
    return readItem(view[ITEM].kind, view[BUFFER], view[OFFSET] + key * view[STRIDE]);
  }
  const all = live(view);
  if (all.ndim === 0) {
    if (Array.isArray(key) && key.length === 0) {
      return readItem(itemKind(view), view[BUFFER], all.offset);
    }
    if (key === Ellipsis) return view;
    throw new PyTypeError('invalid indexing of 0-dim memory');
  }
  if (isIntLike(key)) return itemOf(view, asIndex(key));
  if (isSlice(key)) return view.slice(key.start, key.stop, key.step);
  if (Array.isArray(key)) {
    if (key.every(isIntLike)) {
      readableKind(view);
      if (key.length < all.ndim) throw new PyNotImplementedError('sub-views are not implemented');
      const address = lookupTuple(all, key);
      check(view);
      return readItem(itemKind(view), view[BUFFER], address);
    }
    if (key.every((part) => isSlice(part))) {
      throw new PyNotImplementedError('multi-dimensional slicing is not implemented');
    }
  }
  throw new PyTypeError('memoryview: invalid slice key');
}

/**
 * Reads one item of a view of one dimension.
 *
 * CPython: Objects/memoryobject.c `memory_item`
 */
export function itemOf(view: ViewState, index: number): Item {
  const all = live(view);
  readableKind(view);
  if (all.ndim === 0) throw new PyTypeError('invalid indexing of 0-dim memory');
  if (all.ndim > 1) throw new PyNotImplementedError('multi-dimensional sub-views are not implemented');
  const address = lookupDimension(all, all.offset, 0, index);
  return readItem(itemKind(view), view[BUFFER], address);
}

/**
 * JavaScript's `view[index]`: like Python's, but undefined past the ends.
 *
 * @throws PyValueError `operation forbidden on released memoryview object`
 * @throws PyTypeError `invalid indexing of 0-dim memory`
 * @throws PyNotImplementedError `multi-dimensional sub-views are not implemented`,
 *   `memoryview: unsupported format 2H`
 */
export function itemOrUndefined(view: ViewState, index: number | bigint): Item | undefined {
  // The prototype itself has no buffer.
  if ((view as Partial<ViewState>)[BUFFER] === undefined) return undefined;
  const { ndim, shape } = live(view);
  const isOutside = ndim === 1 && (index >= shape![0]! || index < -shape![0]!);
  if (!isOutside) return itemOf(view, Number(index));
  readableKind(view);
  return undefined;
}

/**
 * `view[key] = value` for any key and value.
 *
 * CPython: Objects/memoryobject.c `memory_ass_sub`
 */
export function assign(view: ViewState, key: unknown, value: unknown): void {
  const all = live(view);
  readableKind(view);
  if (all.readonly) throw new PyTypeError('cannot modify read-only memory');
  if (all.ndim === 0) {
    if (key === Ellipsis || (Array.isArray(key) && key.length === 0)) {
      return store(view, all.offset, value);
    }
    throw new PyTypeError('invalid indexing of 0-dim memory');
  }
  // Nothing else: asking whether a slice is an int takes a tenth of a short assignment.
  if (key instanceof Slice && all.ndim === 1) return assignSlice(view, all, key, value);
  if (isIntLike(key)) {
    if (all.ndim > 1) throw new PyNotImplementedError('sub-views are not implemented');
    return store(view, lookupDimension(all, all.offset, 0, asIndex(key)), value);
  }
  if (isSlice(key) && all.ndim === 1) return assignSlice(view, all, key, value);
  if (Array.isArray(key) && key.every(isIntLike)) {
    if (key.length < all.ndim) throw new PyNotImplementedError('sub-views are not implemented');
    return store(view, lookupTuple(all, key), value);
  }
  if (isSlice(key) || (Array.isArray(key) && key.every((part) => isSlice(part)))) {
    throw new PyNotImplementedError('memoryview slice assignments are currently restricted to ndim = 1');
  }
  throw new PyTypeError('memoryview: invalid slice key');
}

function store(view: ViewState, address: number, value: unknown): void {
  const kind = itemKind(view);
  const { format } = view[ITEM];
  const item = coerceItem(kind, format.charCodeAt(0) === 64 ? format.slice(1) : format, value, view);
  writeItem(kind, view[BUFFER], address, item);
}

/** Whether a value is exactly `bytes`; a subclass may override what it exports. */
export function isPlainBytes(value: unknown): value is Bytes {
  return isContent(value) && Object.getPrototypeOf(value) === Bytes.prototype;
}

function assignSlice(view: ViewState, all: BufferView, key: Slice, value: unknown): void {
  if (view[WAY] === Way.U8 && isPlainBytes(value) && (key.step === null || key.step === 1)) {
    // Contiguous bytes that need no view because they neither move nor change.
    const { start, stop, step } = unpackSlice(key);
    check(view);
    const indices = adjustSlice(view[ITEM_COUNT], start, stop, step);
    return assignBytes(all.memory, view[OFFSET] + indices.start, indices.count, value);
  }
  const source = acquireView(value, BufferFlags.FULL_RO);
  try {
    const { start, stop, step } = unpackSlice(key);
    check(view);
    assignView(sliceView(all, start, stop, step), source);
  } finally {
    returnView(source);
  }
}

/**
 * `del view[key]` always raises.
 *
 * @throws PyTypeError `cannot delete memory`, `cannot modify read-only memory`
 *
 * CPython: Objects/memoryobject.c `memory_ass_sub`
 */
export function refuseDeletion(view: ViewState): never {
  check(view);
  readableKind(view);
  throw new PyTypeError(view[READONLY] ? 'cannot modify read-only memory' : 'cannot delete memory');
}
