/**
 * Makes the first view of an object: acquires its buffer and describes it as the exporter does. The
 * constructor of `MemoryView`, `__buffer__` and the functions of the C API call it.
 */
import type { Bytes } from '../bytes/index.js';
import { PyTypeError } from '../exceptions/index.js';
import { Kind } from '../formats/index.js';
import { LENGTH, MEMORY, START } from '../memory/index.js';
import { BufferFlags, acquireView, isBytesLike, restrictViewsBy } from '../protocol/index.js';
import type { BufferView } from '../protocol/index.js';
import { brandOf, typeName } from '../python/index.js';
import { isPlainBytes } from './access.js';
import { BYTE, complete, describe } from './geometry.js';
import type { Changes } from './geometry.js';
import { BareView, viewOf } from './make.js';
import { ManagedBuffer, managed } from './managed-buffer.js';
import { slicedOtherwise } from './slice.js';
import {
  BUFFER,
  DESCRIPTION,
  FIRST,
  GRID,
  ITEM,
  ITEMS,
  ITEM_COUNT,
  OFFSET,
  READONLY,
  STRIDE,
  WAY,
  open,
} from './state.js';
import type { ViewState } from './state.js';

/** Views of other copies of the library keep their fields under symbols of their own. */
function isOurView(view: ViewState): boolean {
  return (view as Partial<ViewState>)[BUFFER] !== undefined;
}

/** Whether a value is a view that this copy of the library made. */
export function isMemoryView(value: unknown): value is ViewState & { release(): void } {
  return brandOf(value) === 'memoryview' && isOurView(value as ViewState);
}

/** CPython: the checks of Objects/memoryobject.c `PyMemoryView_FromObjectAndFlags`. */
export function viewOfObject(object: unknown, flags: number): ViewState {
  if (isPlainBytes(object) && flags === BufferFlags.FULL_RO) return viewOfBytes(object);
  return isMemoryView(object) ? sameView(object) : viewOfExporter(object, flags);
}

/**
 * Makes a view of what another view shows. A view of one dimension is sliced as a whole: V8 never inlines
 * that function, but always inlines the maker into it, whereas it seldom inlines two makers into a caller of
 * {@link viewOfObject}.
 */
function sameView(view: ViewState): ViewState {
  const buffer = open(view);
  if (view[ITEM_COUNT] >= 0) return slicedOtherwise(view, null, null, 1);
  return new BareView(
    buffer,
    view[ITEM],
    view[ITEMS],
    view[WAY],
    view[FIRST],
    view[OFFSET],
    -1,
    view[STRIDE],
    view[GRID],
    view[READONLY],
    view[DESCRIPTION],
  );
}

/** Bytes count no exports and never change, so there is nothing to acquire or to release. */
const viewOfBytes = function (bytes: Bytes): ViewState {
  const memory = bytes[MEMORY];
  const start = bytes[START];
  const buffer = new ManagedBuffer(null, bytes, memory);
  return new BareView(buffer, BYTE, memory, Kind.U8, start, start, bytes[LENGTH], 1, null, true, null);
};

function viewOfExporter(object: unknown, flags: number): ViewState {
  const brand = brandOf(object);
  if (!isBytesLike(object)) {
    throw new PyTypeError(`memoryview: a bytes-like object is required, not '${typeName(object)}'`);
  }
  const view = acquireView(object, flags);
  // A view of another copy of the library represents its root, like one of this copy.
  const root = brand === 'memoryview' ? (object as BufferView).obj : view.obj;
  const { buffer, whole } = managed(view, false, root);
  return viewOf(buffer, whole);
}

/** Makes a view of an acquired buffer with another geometry, and takes the buffer over. */
export function fromView(source: BufferView, changes: Changes): ViewState {
  return viewOf(managed(source).buffer, describe(source, changes));
}

/**
 * Makes a view for the duration of a `__release_buffer__`. It belongs to nobody, and no view can be made of
 * it.
 */
restrictViewsBy((view) => {
  const { buffer, whole } = managed(describe(complete(view), { obj: null }), true);
  return viewOf(buffer, whole) as ViewState & { release(): void };
});
