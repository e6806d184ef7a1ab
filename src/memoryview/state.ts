/**
 * The state of a memoryview: one flat object that holds its geometry itself. Its full description, a
 * `BufferView`, is made on request. Everything else in this room reads the fields defined here; `make.ts`
 * makes the objects.
 */
import { PyBufferError, PyNotImplementedError, PyTypeError, PyValueError } from '../exceptions/index.js';
import { Kind } from '../formats/index.js';
import type { ItemFormat } from '../formats/index.js';
import { Subscripts } from '../objects/index.js';
import { BufferView } from '../protocol/index.js';
import type { Exports } from '../protocol/index.js';
import { UNSUPPORTED } from './geometry.js';
import type { NumberArray } from './item-types.js';
import type { ManagedBuffer } from './managed-buffer.js';

// Fields are keyed by symbols: "How fields are kept" in src/README.md says why. All except ITEM_COUNT,
// DESCRIPTION, OUT and VIEW_HASH are written once, when the view is made: V8 treats such fields as constants
// and does not read them in each iteration of a loop.
export const BUFFER: unique symbol = Symbol('pybuffer.buffer');
export const EXPORTS: unique symbol = Symbol('pybuffer.viewExports');
export const ITEM: unique symbol = Symbol('pybuffer.item');
export const BYTES: unique symbol = Symbol('pybuffer.bytes');
export const ITEMS: unique symbol = Symbol('pybuffer.items');
export const WAY: unique symbol = Symbol('pybuffer.way');
export const FIRST: unique symbol = Symbol('pybuffer.first');
export const OFFSET: unique symbol = Symbol('pybuffer.offset');
export const ITEM_COUNT: unique symbol = Symbol('pybuffer.itemCount');
export const STRIDE: unique symbol = Symbol('pybuffer.stride');
export const GRID: unique symbol = Symbol('pybuffer.grid');
export const READONLY: unique symbol = Symbol('pybuffer.readonly');
export const DESCRIPTION: unique symbol = Symbol('pybuffer.description');
export const OUT: unique symbol = Symbol('pybuffer.out');
export const VIEW_HASH: unique symbol = Symbol('pybuffer.viewHash');

/** The value of WAY if no typed array has the items. */
export const NO_WAY = -1;

/** The value of OUT after a release. */
const RELEASED = -1;

/** What ITEM_COUNT and STRIDE do not say about two dimensions. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  /** The bytes from one column to the next. */
  readonly columnStride: number;
  /** The items from one row to the next. */
  readonly step: number;
}

/** The fields of a view. */
export class ViewState extends Subscripts {
  declare [BUFFER]: ManagedBuffer;
  /** The record of the buffer's exporter. */
  declare [EXPORTS]: Exports;
  /** The items; of kind UNSUPPORTED if they cannot be read. */
  declare [ITEM]: ItemFormat;
  /**
   * The buffer's memory, through which bytes are read: always a `Uint8Array`, which V8 then need not check.
   */
  declare [BYTES]: Uint8Array;
  /**
   * The typed array through which items are written, and read unless they are bytes. Writing bytes through
   * BYTES takes twice as long in Node 26.
   */
  declare [ITEMS]: NumberArray;
  /** The kind of that array's items; NO_WAY if no typed array has them. */
  declare [WAY]: number;
  /** The index in that array of the first item. */
  declare [FIRST]: number;
  /** The address of the first item, in bytes. */
  declare [OFFSET]: number;
  /** The number of items of a live view of one dimension whose items can be read, otherwise -1. */
  declare [ITEM_COUNT]: number;
  /** The bytes from one item of the first dimension to the next. */
  declare [STRIDE]: number;
  /** The second dimension of a view with two whose items can be read, otherwise null. */
  declare [GRID]: Grid | null;
  declare [READONLY]: boolean;
  /** The full description; null until it is requested. */
  declare [DESCRIPTION]: BufferView | null;
  /** The number of exports of this view; RELEASED after its release. */
  declare [OUT]: number;
  /** The cached hash; like that of bytes, a bigint for 64-bit memory and a number for 32-bit memory. */
  declare [VIEW_HASH]: bigint | number | null;
}

const released = function (): PyValueError {
  return new PyValueError('operation forbidden on released memoryview object');
};

/**
 * Whether a view was released, or lost its memory to a resize. CPython: `BASE_INACCESSIBLE`.
 */
export const isReleased = function (view: ViewState): boolean {
  return view[OUT] < 0 || view[EXPORTS].detached;
};

/**
 * Every operation starts here.
 *
 * @throws PyValueError `operation forbidden on released memoryview object`
 *
 * CPython: `CHECK_RELEASED`
 */
export const check = function (view: ViewState): void {
  if (view[OUT] < 0 || view[EXPORTS].detached) throw released();
  view[BUFFER].check();
};

/**
 * The buffer of a live view from which another view may be made.
 *
 * @throws PyValueError `cannot create new view on restricted memoryview`
 *
 * CPython: `CHECK_RESTRICTED`
 */
export const open = function (view: ViewState): ManagedBuffer {
  const buffer = view[BUFFER];
  if (view[OUT] < 0 || view[EXPORTS].detached || !buffer.isOpen()) refuseView(view);
  return buffer;
};

/** A separate function, so that V8 inlines {@link open} and what calls it. */
function refuseView(view: ViewState): never {
  check(view);
  throw new PyValueError('cannot create new view on restricted memoryview');
}

/** Returns the full description of a live view. */
export const live = function (view: ViewState): BufferView {
  check(view);
  return view[DESCRIPTION] ?? describeView(view);
};

/**
 * The number of dimensions, also of a released view, because `__sizeof__` counts them.
 *
 * CPython: `Py_SIZE` of a `PyMemoryViewObject`
 */
export function dimensionsOf(view: ViewState): number {
  return view[GRID] === null ? (view[DESCRIPTION]?.ndim ?? 1) : 2;
}

/** Making the description takes longer than the rest of making a view, so it waits until it is requested. */
function describeView(view: ViewState): BufferView {
  const { [BUFFER]: buffer, [ITEM]: item, [ITEM_COUNT]: count, [STRIDE]: stride, [GRID]: grid } = view;
  const { size } = item;
  return (view[DESCRIPTION] = new BufferView(
    buffer.obj,
    buffer.memory,
    view[OFFSET],
    (grid === null ? count : grid.rows * grid.columns) * size,
    view[READONLY],
    size,
    item.format,
    grid === null ? 1 : 2,
    grid === null ? [count] : [grid.rows, grid.columns],
    grid === null ? [stride] : [stride, grid.columnStride],
    null,
  ));
}

/** The format without its `@`. */
function codeOf(format: string): string {
  return format.startsWith('@') ? format.slice(1) : format;
}

/**
 * The kind of the items. A format of one code that no item can have is refused only by {@link itemKind}, when
 * an item is read or written.
 *
 * @throws PyNotImplementedError `memoryview: unsupported format 2H`
 *
 * CPython: Objects/memoryobject.c `adjust_fmt`
 */
export function readableKind(view: ViewState): Kind {
  const { kind, format } = view[ITEM];
  if (kind === UNSUPPORTED && codeOf(format).length !== 1) {
    throw new PyNotImplementedError(`memoryview: unsupported format ${format}`);
  }
  return kind;
}

/**
 * The kind of an item that is about to be read or written.
 *
 * @throws PyNotImplementedError `memoryview: format w not supported`
 *
 * CPython: Objects/memoryobject.c `unpack_single`, `pack_single`
 */
export function itemKind(view: ViewState): Kind {
  const { kind, format } = view[ITEM];
  if (kind !== UNSUPPORTED) return kind;
  const code = codeOf(format);
  throw new PyNotImplementedError(
    code.length === 1
      ? `memoryview: format ${code} not supported`
      : `memoryview: unsupported format ${format}`,
  );
}

/**
 * The number of items of the first dimension.
 *
 * @throws PyTypeError `0-dim memory has no length`
 *
 * CPython: Objects/memoryobject.c `memory_length`
 */
export const lengthOf = function (view: ViewState): number {
  const count = view[ITEM_COUNT];
  if (count >= 0) {
    check(view);
    return count;
  }
  const { ndim, shape } = live(view);
  if (ndim === 0) throw new PyTypeError('0-dim memory has no length');
  return shape![0]!;
};

/**
 * The number of items of a view of one dimension that is about to be iterated over.
 *
 * CPython: Objects/memoryobject.c `memory_iter`
 */
export function iterableLength(view: ViewState): number {
  const { ndim, shape } = live(view);
  if (ndim === 0) throw new PyTypeError('invalid indexing of 0-dim memory');
  if (ndim > 1) throw new PyNotImplementedError('multi-dimensional sub-views are not implemented');
  readableKind(view);
  return shape![0]!;
}

/** Whether a view is one dimension of contiguous bytes. */
export function isNear(view: ViewState): boolean {
  return view[STRIDE] === 1 && view[ITEM_COUNT] >= 0 && view[ITEM].kind === Kind.U8;
}

/** Whether the items of one dimension lie side by side. */
export function isLine(view: ViewState): boolean {
  return view[ITEM_COUNT] >= 0 && view[STRIDE] === view[ITEM].size;
}

/**
 * Releases a view, and the buffer with the last view.
 *
 * @throws PyBufferError `memoryview has 1 exported buffer`, while someone views this view
 *
 * CPython: Objects/memoryobject.c `memoryview_release_impl`
 */
export function release(view: ViewState & { release(): void }): void {
  const out = view[OUT];
  if (out < 0) return;
  const held = view[EXPORTS];
  if (out > 0 && !held.detached) {
    throw new PyBufferError(`memoryview has ${out} exported buffer${out === 1 ? '' : 's'}`);
  }
  view[OUT] = RELEASED;
  view[ITEM_COUNT] = -1;
  held.forget(view);
  view[BUFFER].dropView();
}

/** Runs user code while the view cannot be released. */
export function pinned<R>(view: ViewState, run: () => R): R {
  view[OUT]++;
  try {
    return run();
  } finally {
    view[OUT]--;
  }
}
