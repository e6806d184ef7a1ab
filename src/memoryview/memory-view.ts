import { copyStrided, countByte, findByte, hex as hexText, hashBytes } from '../algorithms/index.js';
import { asHexSeparator } from '../bytes/arguments.js';
import { Bytes, liveArray } from '../bytes/index.js';
import type { LiveUint8Array } from '../bytes/index.js';
import type { HexOptions } from '../bytes/types.js';
import {
  PyBufferError,
  PyNotImplementedError,
  PyOverflowError,
  PyTypeError,
  PyValueError,
} from '../exceptions/index.js';
import { Kind, isByteKind } from '../formats/index.js';
import { LENGTH, MEMORY, START, copyRange, shareRange } from '../memory/index.js';
import type { Range } from '../memory/index.js';
import {
  BufferFlags,
  BufferView,
  DISPOSE,
  TO_BYTES,
  acquireView,
  answerRequest,
  isBytesLike,
  releaseView,
  isContent,
  restrictViewsBy,
  toContiguous,
} from '../protocol/index.js';
import type { BufferExporter, BytesLike, Exports, Order } from '../protocol/index.js';
import {
  Ellipsis,
  Slice,
  TYPE_NAME,
  asCInt,
  asIndex,
  asSsize,
  asSsizeArgument,
  bindOptions,
  falseIfRevoked,
  adjustSlice,
  asSliceIndex,
  isIntLike,
  isOptions,
  tuple,
  typeName,
  unpackSlice,
  comparedByItems,
} from '../python/index.js';
import type { BRAND } from '../python/index.js';
import type { IntLike, SlicePart } from '../python/index.js';
import { assignBytes, assignView } from './assign.js';
import { checkCast, itemOfCast, shapeOfCast } from './cast.js';
import { coerceItem } from './coerce.js';
import { equalForms, equalViews } from './compare.js';
import { equalsItem } from './equality.js';
import { complete, describe, hasOrder, lookupDimension, lookupTuple, sliceView } from './geometry.js';
import type { Changes } from './geometry.js';
import { hashExporter } from './hash.js';
import { ItemIterator } from './iterator.js';
import type { Assignable, Item, ItemOf, NestedList, NumberArray, TypedArray } from './item-types.js';
import { BYTE, Form, UNSUPPORTED, formOf } from './form.js';
import { readItem, toNestedList, unsupportedFormat, writeItem } from './items.js';
import { ManagedBuffer, managed } from './managed-buffer.js';
import { addressText } from './address.js';
import { bytesOfRange } from './results.js';
import { typedArrayOf } from './typed-array.js';

// Internal state is keyed by symbols: such fields read as fast as named ones, and test runners that compare own
// string keys see none. All but FORM, COUNT, OUT and HASH are written by BareView and never again: V8
// takes such fields for constants, and does not read them in each turn of a loop.
/** Equality with NotImplemented as a third answer, for the layer above. */
export const EQUALS: unique symbol = Symbol('pybuffer.equals');
const BUFFER: unique symbol = Symbol('buffer');
const EXPORTS: unique symbol = Symbol('exports');
/** What the view shows; RELEASED at its end. */
const FORM: unique symbol = Symbol('form');
/** Items of a live view of one dimension that can be read by `get(i)`; otherwise -1. */
const COUNT: unique symbol = Symbol('count');
/** The typed array through which items are read and written, ... */
const ITEMS: unique symbol = Symbol('items');
/** ... which kind it is of (the `Kind` of the items, or OTHER where none has them), ... */
const WAY: unique symbol = Symbol('way');
/** ... and the index in it of the first item. */
const FIRST: unique symbol = Symbol('first');
/** Exports of this view that are out. */
const OUT: unique symbol = Symbol('out');
const HASH: unique symbol = Symbol('hash');

const COPY: unique symbol = Symbol('copy');
const CHECK: unique symbol = Symbol('check');
const OPEN: unique symbol = Symbol('open');
const LIVE: unique symbol = Symbol('live');
const GONE: unique symbol = Symbol('gone');
const READABLE: unique symbol = Symbol('readable');
const CELL: unique symbol = Symbol('cell');
const READ: unique symbol = Symbol('read');
const WRITE: unique symbol = Symbol('write');
const ASSIGN_CELL: unique symbol = Symbol('assignCell');
const SUBSCRIPT: unique symbol = Symbol('subscript');
const ITEM_AT: unique symbol = Symbol('itemAt');
const ASSIGN: unique symbol = Symbol('assign');
const ASSIGN_SLICE: unique symbol = Symbol('assignSlice');
const STORE: unique symbol = Symbol('store');
const HEX_SEPARATOR: unique symbol = Symbol('hexSeparator');
const SEARCHABLE: unique symbol = Symbol('searchable');

/** What every released view shows. */
const RELEASED = new Form(BYTE, true, 0, -1, 1, null, null);

const REFUSALS = {
  notWritable: 'memoryview: underlying buffer is not writable',
  notC: 'memoryview: underlying buffer is not C-contiguous',
  notFortran: 'memoryview: underlying buffer is not Fortran contiguous',
  notContiguous: 'memoryview: underlying buffer is not contiguous',
  needsSuboffsets: 'memoryview: underlying buffer requires suboffsets',
  formatAlone: 'memoryview: cannot cast to unsigned bytes if the format flag is present',
};

const OTHER = -1;
// Literals, as in formats/item.ts.
const U8 = 0 satisfies typeof Kind.U8;

const HEX = ['sep', 'bytes_per_sep'] as const;
/** `console.log` in Node, Deno and Bun. */
const INSPECT: unique symbol = Symbol.for('nodejs.util.inspect.custom') as never;

/** Whether a slice's part is what it is: no code of a caller's runs for it. */
function isPlainPart(part: SlicePart): part is number | null {
  return part === null || (typeof part === 'number' && Number.isSafeInteger(part));
}

/** A slice's start or stop, for a step of 1. */
function clampPart(part: number, count: number): number {
  if (part < 0) return part + count < 0 ? 0 : part + count;
  return part > count ? count : part;
}

/** A plain index from the start. Those past 2^32 go the long way. */
function isIndex(value: unknown, extent: number): value is number {
  return typeof value === 'number' && value >>> 0 === value && value < extent;
}

function isMemoryView(value: unknown): value is MemoryView<unknown> {
  try {
    return value instanceof MemoryView;
  } catch (error) {
    return falseIfRevoked(value, error);
  }
}

/** Exactly bytes: what a subclass gives as its buffer is its own matter. */
function isPlainBytes(value: unknown): value is Bytes {
  return isContent(value) && Object.getPrototypeOf(value) === Bytes.prototype;
}

function isByte(value: number): boolean {
  return (value & 255) === value;
}

function notABaseType(): PyTypeError {
  return new PyTypeError("type 'memoryview' is not an acceptable base type");
}

function notAMultiple(): PyTypeError {
  return new PyTypeError('memoryview: length is not a multiple of itemsize');
}

function released(): PyValueError {
  return new PyValueError('operation forbidden on released memoryview object');
}

/** CPython: the checks of Objects/memoryobject.c `PyMemoryView_FromObjectAndFlags`. */
function acquire(object: unknown, flags: number): ManagedBuffer {
  // Bytes count no exports and never change: nothing has to be asked, and nothing given back.
  if (isPlainBytes(object) && flags === BufferFlags.FULL_RO) {
    const form = new Form(BYTE, true, object[START], object[LENGTH], 1, null, null);
    return new ManagedBuffer(null, object, object[MEMORY], form);
  }
  if (!isBytesLike(object)) {
    throw new PyTypeError(`memoryview: a bytes-like object is required, not '${typeName(object)}'`);
  }
  return managed(acquireView(object, flags));
}

/** A position as `index` takes it: unlike in a slice, None is none. CPython: `_PyEval_SliceIndexNotNone`. */
function asPosition(value: IntLike): number {
  if (value === null) throw new PyTypeError('slice indices must be integers or have an __index__ method');
  return asSliceIndex(value, 0);
}

/** What selects in a view: an index, one index for each dimension, a slice, `Ellipsis` for a 0-dimensional view. */
export type ViewKey = IntLike | Slice | readonly IntLike[] | typeof Ellipsis;

/**
 * Python's `memoryview`: a window on the memory of another object, which is read and written in place.
 *
 * Items have the type of the view's format: numbers, except that 64-bit integers (`q Q l L n N P`) are bigints,
 * `?` booleans, `c` a `Bytes` of length 1, and `Zf Zd` complex numbers.
 *
 * While a view lives, its exporter cannot be resized: give it back with {@link release} or `using`.
 *
 * CPython: Objects/memoryobject.c `PyMemoryView_Type`
 */
export class MemoryView<out T = number> implements BufferExporter {
  /** What tools know the type by: the ESLint plugin does. Not Python. */
  declare readonly [BRAND]: 'memoryview';

  /** @internal */
  declare [BUFFER]: ManagedBuffer;
  /** @internal */
  declare [EXPORTS]: Exports;
  /** @internal */
  declare [FORM]: Form;
  /** @internal */
  declare [COUNT]: number;
  /** @internal */
  declare [ITEMS]: NumberArray;
  /** @internal */
  declare [WAY]: number;
  /** @internal */
  declare [FIRST]: number;
  /** @internal */
  declare [OUT]: number;
  /** @internal */
  declare [HASH]: bigint | null;

  /**
   * A view of an object's memory; nothing is copied, and writes go through where the object can be written. A view
   * of a view has the same root: its `obj` is the first exporter, and each of them holds the export.
   *
   * @param object anything bytes-like: `Bytes`, `ByteArray`, a view, a typed array, `DataView`, `ArrayBuffer`,
   *   `SharedArrayBuffer` or `WebAssembly.Memory`, any `BufferExporter`, an object with `__buffer__`
   * @throws PyTypeError `memoryview: a bytes-like object is required, not 'str'`
   * @throws PyValueError `operation forbidden on released memoryview object`
   * @throws PyTypeError `type 'memoryview' is not an acceptable base type`, from a subclass
   *
   * @example
   * ```ts
   * const data = new ByteArray('abc', 'ascii');
   * using view = new MemoryView(data);
   * view.set(0, 122);
   * data // bytearray(b'zbc')
   * ```
   *
   * CPython: Objects/memoryobject.c `memoryview_impl`, `PyMemoryView_FromObject`
   */
  constructor(object: MemoryView<T>);
  constructor(object: ArrayBufferView & ArrayLike<T>);
  constructor(object: BytesLike);
  constructor(object: unknown) {
    if (new.target !== MemoryView) throw notABaseType();
    if (isMemoryView(object)) {
      const { [ITEMS]: items, [WAY]: way, [FIRST]: first } = object;
      return new BareView(object[OPEN](), object[FORM], items, way, first) as this;
    }
    const buffer = acquire(object, BufferFlags.FULL_RO);
    return viewOf(buffer, buffer.form) as this;
  }

  /**
   * A view made with a request of the caller's own; a request other than FULL_RO hides what was not asked for. For a
   * memoryview the request is not looked at, as in CPython.
   *
   * @param flags one of `BufferFlags`
   * @throws PyTypeError `memoryview: a bytes-like object is required, not 'str'`
   * @throws PyBufferError when the exporter cannot meet the request
   *
   * @example
   * ```ts
   * MemoryView.fromFlags(new Bytes('abc', 'ascii'), BufferFlags.SIMPLE).format // 'B'
   * ```
   *
   * CPython: Objects/memoryobject.c `memoryview__from_flags_impl`
   */
  static fromFlags(object: BytesLike, flags: IntLike): MemoryView<Item> {
    const request = asCInt(flags);
    if (isMemoryView(object)) return new MemoryView<Item>(object as MemoryView<Item>);
    const buffer = acquire(object, request);
    return viewOf<Item>(buffer, buffer.form);
  }

  /**
   * Every operation starts here. CPython: `CHECK_RELEASED`.
   *
   * @internal
   */
  [CHECK](): void {
    if (this[FORM] === RELEASED || this[EXPORTS].detached) throw released();
    this[BUFFER].check();
  }

  /**
   * The buffer of a live view of which another may be made. CPython: `CHECK_RESTRICTED`.
   *
   * @throws PyValueError `cannot create new view on restricted memoryview`
   *
   * @internal
   */
  [OPEN](): ManagedBuffer {
    this[CHECK]();
    const buffer = this[BUFFER];
    if (buffer.restricted) throw new PyValueError('cannot create new view on restricted memoryview');
    return buffer;
  }

  /**
   * The description of a live view.
   *
   * @internal
   */
  [LIVE](): BufferView {
    this[CHECK]();
    return this[FORM].describe(this[BUFFER]);
  }

  /**
   * The kind of the items. @throws PyNotImplementedError `memoryview: unsupported format 2H`
   *
   * @internal
   */
  [READABLE](view: BufferView): Kind {
    const { kind } = this[FORM].item;
    if (kind === UNSUPPORTED) throw unsupportedFormat(view.format!);
    return kind;
  }

  /**
   * One item, or a subview.
   *
   * @param key an index, counted from the end when negative; a `Slice` of the first dimension, which gives a view of
   *   the same memory; a list with one index for each dimension, or two plain indices, row and column; `[]` or `Ellipsis`
   *   for a 0-dimensional view
   * @throws PyIndexError `index out of bounds on dimension 1`
   * @throws PyTypeError `memoryview: invalid slice key`, `invalid indexing of 0-dim memory`,
   *   `cannot index 1-dimension view with 2-element tuple`
   * @throws PyNotImplementedError `multi-dimensional sub-views are not implemented`, `sub-views are not implemented`,
   *   `multi-dimensional slicing is not implemented`, `memoryview: unsupported format 2H`
   *
   * @example
   * ```ts
   * const view = new MemoryView(new Bytes('abcefg', 'ascii'));
   * view.get(-1) // 103
   * view.get(new Slice(1, 4)).tobytes() // b'bce'
   * view.cast('B', [2, 3]).get(1, 2) // 103
   * ```
   *
   * CPython: Objects/memoryobject.c `memory_subscript`
   */
  get(key: Slice | typeof Ellipsis): MemoryView<T>;
  get(key: IntLike | readonly IntLike[]): T;
  get(row: IntLike, column: IntLike): T;
  get(key: ViewKey): T | MemoryView<T>;
  get(key: ViewKey, column?: IntLike): T | MemoryView<T> {
    if (column !== undefined) return this[CELL](key, column) as T;
    if (typeof key === 'number' && key >= 0 && key < this[COUNT] && !this[EXPORTS].detached) {
      return this[READ](this[FIRST] + key, key) as T;
    }
    return this[SUBSCRIPT](key) as T | MemoryView<T>;
  }

  /**
   * An item of a view of two dimensions. Apart from `get`, so that V8 inlines both.
   *
   * @internal
   */
  [CELL](row: unknown, column: unknown): unknown {
    const { grid } = this[FORM];
    return grid !== null &&
      isIndex(row, grid.rows) &&
      isIndex(column, grid.columns) &&
      !this[EXPORTS].detached
      ? this[READ](this[FIRST] + row * grid.step + column, row, column)
      : this[SUBSCRIPT]([row, column]);
  }

  /**
   * The item at an index in ITEMS, or where that does not give it, what the subscript gives the long way: there is no
   * typed array, the index is fractional, JavaScript took the memory away.
   *
   * Each kind of array has its own access, which V8 then knows to see that kind alone; one after the other, which is
   * 0.3 ns faster than a switch. Signed bytes, the rarest, have none: `get` and all this are as much as V8 inlines.
   *
   * @internal
   */
  [READ](at: number, key: unknown, column?: unknown): unknown {
    const items = this[ITEMS];
    const way = this[WAY];
    let item: number | undefined;
    if (way === 0 /* U8 */) {
      item = items[at];
      if (item !== undefined) return item;
    } else if (way === 12 /* F64 */) {
      item = items[at];
      if (item !== undefined) return item;
    } else if (way === 6 /* I32 */) {
      item = items[at];
      if (item !== undefined) return item;
    } else if (way === 5 /* U16 */) {
      item = items[at];
      if (item !== undefined) return item;
    } else if (way === 11 /* F32 */) {
      item = items[at];
      if (item !== undefined) return item;
    } else if (way === 4 /* I16 */) {
      item = items[at];
      if (item !== undefined) return item;
    } else if (way === 7 /* U32 */) {
      item = items[at];
      if (item !== undefined) return item;
    }
    return this[SUBSCRIPT](column === undefined ? key : [key, column]);
  }

  /** @internal */
  [SUBSCRIPT](key: unknown): unknown {
    this[CHECK]();
    if (typeof key === 'number' && key >= 0 && key < this[COUNT] && Number.isInteger(key)) {
      const form = this[FORM];
      return readItem(this[FORM].item.kind, this[BUFFER], form.offset + key * form.stride);
    }
    const view = this[LIVE]();
    if (view.ndim === 0) {
      if (Array.isArray(key) && key.length === 0) {
        return readItem(this[READABLE](view), this[BUFFER], view.offset);
      }
      if (key === Ellipsis) return this;
      throw new PyTypeError('invalid indexing of 0-dim memory');
    }
    if (isIntLike(key)) return this[ITEM_AT](asIndex(key));
    if (key instanceof Slice) return this.slice(key.start, key.stop, key.step);
    if (Array.isArray(key)) {
      if (key.every(isIntLike)) {
        const kind = this[READABLE](view);
        if (key.length < view.ndim) throw new PyNotImplementedError('sub-views are not implemented');
        const address = lookupTuple(view, key);
        this[LIVE]();
        return readItem(kind, this[BUFFER], address);
      }
      if (key.every((part) => part instanceof Slice)) {
        throw new PyNotImplementedError('multi-dimensional slicing is not implemented');
      }
    }
    throw new PyTypeError('memoryview: invalid slice key');
  }

  /**
   * CPython: Objects/memoryobject.c `memory_item`.
   *
   * @internal
   */
  [ITEM_AT](index: number): Item {
    const view = this[LIVE]();
    const kind = this[READABLE](view);
    if (view.ndim === 0) throw new PyTypeError('invalid indexing of 0-dim memory');
    if (view.ndim > 1) {
      throw new PyNotImplementedError('multi-dimensional sub-views are not implemented');
    }
    return readItem(kind, this[BUFFER], lookupDimension(view, view.offset, 0, index));
  }

  /**
   * Writes one item, or copies a bytes-like object of the same structure into a slice. Ranges of one memory may
   * overlap.
   *
   * @param key as for {@link get}; with two plain indices before the value, row and column
   * @param value what the format's items can be made of; for a slice a 1-dimensional bytes-like object with the same
   *   format and the same number of items
   * @throws PyTypeError `cannot modify read-only memory`, `memoryview: invalid type for format 'B'`
   * @throws PyValueError `memoryview: invalid value for format 'B'`,
   *   `memoryview assignment: lvalue and rvalue have different structures`
   * @throws PyIndexError `index out of bounds on dimension 1`
   * @throws PyNotImplementedError `sub-views are not implemented`,
   *   `memoryview slice assignments are currently restricted to ndim = 1`
   *
   * @example
   * ```ts
   * const data = new ByteArray('abcefg', 'ascii');
   * const view = new MemoryView(data);
   * view.set(0, 122);
   * view.set(new Slice(1, 4), new Bytes('123', 'ascii'));
   * data // bytearray(b'z123fg')
   * ```
   *
   * CPython: Objects/memoryobject.c `memory_ass_sub`
   */
  set(key: Slice, value: BytesLike): void;
  set(key: IntLike | readonly IntLike[] | typeof Ellipsis, value: Assignable<T>): void;
  set(row: IntLike, column: IntLike, value: Assignable<T>): void;
  /** @internal */
  set(key: ViewKey, value: unknown, last?: unknown): void {
    if (last !== undefined) this[ASSIGN_CELL](key, value, last);
    else if (typeof key === 'number' && key >= 0 && key < this[COUNT] && typeof value === 'number') {
      this[WRITE](this[FIRST] + key, value, key);
    } else this[ASSIGN](key, value);
  }

  /** @internal */
  [ASSIGN_CELL](row: unknown, column: unknown, value: unknown): void {
    const { grid } = this[FORM];
    const within = grid !== null && isIndex(row, grid.rows) && isIndex(column, grid.columns);
    if (within && typeof value === 'number') {
      this[WRITE](this[FIRST] + row * grid.step + column, value, row, column);
    } else this[ASSIGN]([row, column], value);
  }

  /**
   * As READ; what an item cannot hold goes the long way as well, and NaNs, of which typed arrays may change the payload.
   *
   * @internal
   */
  [WRITE](at: number, item: number, key: unknown, column?: unknown): void {
    const items = this[ITEMS];
    const way = this[FORM].readonly || this[EXPORTS].detached ? OTHER : this[WAY];
    if (way === 0 /* U8 */) {
      if ((item & 255) === item && items[at] !== undefined) {
        items[at] = item;
        return;
      }
    } else if (way === 12 /* F64 */) {
      if (item === item && items[at] !== undefined) {
        items[at] = item;
        return;
      }
    } else if (way === 6 /* I32 */) {
      if ((item | 0) === item && items[at] !== undefined) {
        items[at] = item;
        return;
      }
    } else if (way === 5 /* U16 */) {
      if ((item & 65535) === item && items[at] !== undefined) {
        items[at] = item;
        return;
      }
    } else if (way === 11 /* F32 */) {
      if (item === item && items[at] !== undefined) {
        items[at] = item;
        return;
      }
    }
    this[ASSIGN](column === undefined ? key : [key, column], item);
  }

  /** @internal */
  [ASSIGN](key: unknown, value: unknown): void {
    const view = this[LIVE]();
    const kind = this[READABLE](view);
    if (view.readonly) throw new PyTypeError('cannot modify read-only memory');
    if (view.ndim === 0) {
      if (key === Ellipsis || (Array.isArray(key) && key.length === 0)) {
        this[STORE](view, kind, view.offset, value);
        return;
      }
      throw new PyTypeError('invalid indexing of 0-dim memory');
    }
    if (isIntLike(key)) {
      if (view.ndim > 1) throw new PyNotImplementedError('sub-views are not implemented');
      this[STORE](view, kind, lookupDimension(view, view.offset, 0, asIndex(key)), value);
      return;
    }
    if (key instanceof Slice && view.ndim === 1) {
      this[ASSIGN_SLICE](view, key, value);
      return;
    }
    if (Array.isArray(key) && key.every(isIntLike)) {
      if (key.length < view.ndim) throw new PyNotImplementedError('sub-views are not implemented');
      this[STORE](view, kind, lookupTuple(view, key), value);
      return;
    }
    if (key instanceof Slice || (Array.isArray(key) && key.every((part) => part instanceof Slice))) {
      throw new PyNotImplementedError('memoryview slice assignments are currently restricted to ndim = 1');
    }
    throw new PyTypeError('memoryview: invalid slice key');
  }

  /**
   * The caller's conversions run first: they may release this view.
   *
   * @internal
   */
  [STORE](view: BufferView, kind: Kind, address: number, value: unknown): void {
    const format = view.format!;
    const item = coerceItem(kind, format.charCodeAt(0) === 64 ? format.slice(1) : format, value);
    this[LIVE]();
    writeItem(kind, this[BUFFER], address, item);
  }

  /** @internal */
  [ASSIGN_SLICE](view: BufferView, key: Slice, value: unknown): void {
    if (this[WAY] === U8 && isPlainBytes(value) && (key.step === null || key.step === 1)) {
      // Bytes side by side, of which nobody needs a view: they neither move nor change.
      const { start, stop, step } = unpackSlice(key);
      this[CHECK]();
      const indices = adjustSlice(this[COUNT], start, stop, step);
      assignBytes(view.memory, this[FORM].offset + indices.start, indices.count, value);
      return;
    }
    const source = acquireView(value, BufferFlags.FULL_RO);
    try {
      const { start, stop, step } = unpackSlice(key);
      this[LIVE]();
      assignView(sliceView(view, start, stop, step), source);
    } finally {
      releaseView(source);
    }
  }

  /**
   * Items of a view cannot be deleted: always raises.
   *
   * @throws PyTypeError `cannot delete memory`, `cannot modify read-only memory`
   *
   * @example
   * ```ts
   * new MemoryView(new ByteArray(4)).delete(0) // TypeError: cannot delete memory
   * ```
   *
   * CPython: Objects/memoryobject.c `memory_ass_sub`
   */
  delete(_key: ViewKey): never {
    const view = this[LIVE]();
    this[READABLE](view);
    throw new PyTypeError(view.readonly ? 'cannot modify read-only memory' : 'cannot delete memory');
  }

  /**
   * A view of some items of the first dimension: `view[start:stop:step]`. Nothing is copied, whatever the size.
   *
   * @param start first index, counted from the end when negative; default and null: the first item in the step's
   *   direction
   * @param stop one past the last index; default and null: all that follow
   * @param step distance of two items, negative to go backwards; default and null: 1
   * @throws PyValueError `slice step cannot be zero`
   * @throws PyTypeError `slice indices must be integers or have an __index__ method`,
   *   `invalid indexing of 0-dim memory`
   *
   * @example
   * ```ts
   * const view = new MemoryView(new Bytes('abcefg', 'ascii'));
   * view.slice(1, 4).tobytes() // b'bce'
   * view.slice(null, null, -2).tobytes() // b'geb'
   * ```
   *
   * CPython: Objects/memoryobject.c `memory_subscript`, `init_slice`
   */
  slice(start: SlicePart = null, stop: SlicePart = null, step: SlicePart = null): MemoryView<T> {
    const buffer = this[OPEN]();
    const form = this[FORM];
    const count = this[COUNT];
    if (count >= 0 && isPlainPart(start) && isPlainPart(stop) && isPlainPart(step)) {
      const from = start ?? 0;
      const to = stop ?? count;
      if (step === null || step === 1) {
        const first = clampPart(from, count);
        const part = form.part(first, clampPart(to, count));
        const way = this[WAY];
        if (way === OTHER) return viewOf<T>(buffer, part);
        return new BareView<T>(buffer, part, this[ITEMS], way, this[FIRST] + first);
      }
      if (step > 1) return viewOf<T>(buffer, form.slice(from, to, step));
    }
    if (form.isScalar()) throw new PyTypeError('invalid indexing of 0-dim memory');
    // The caller's __index__ may release this view: the new one is to keep the buffer all the same.
    buffer.views++;
    let part: Form;
    try {
      if (step === null) {
        part = form.slice(asSliceIndex(start, 0), asSliceIndex(stop, Infinity), 1);
      } else {
        const parts = unpackSlice(new Slice(start, stop, step));
        part = form.slice(parts.start, parts.stop, parts.step);
      }
    } catch (error) {
      buffer.dropView();
      throw error;
    }
    buffer.views--;
    return viewOf<T>(buffer, part);
  }

  /**
   * The same memory with items of another format or in another shape. Nothing is copied. One of the two formats has
   * to be `B`, `b` or `c`, and one of the two shapes 1-dimensional.
   *
   * @param format a native format of one item, `@` allowed in front; it decides the item type of the result
   * @param shape extents of each dimension, ints > 0, as a list or as `{ shape }`; default: one dimension
   * @throws PyTypeError `memoryview: casts are restricted to C-contiguous views`,
   *   `memoryview: cannot cast between two non-byte formats`, `memoryview: length is not a multiple of itemsize`,
   *   `memoryview: product(shape) * itemsize != buffer size`, `memoryview: cast must be 1D -> ND or ND -> 1D`,
   *   `memoryview: cannot cast view with zeros in shape or strides`, `shape must be a list or a tuple`,
   *   `memoryview.cast(): elements of shape must be integers`
   * @throws PyValueError `memoryview: destination format must be a native format prefixed with an optional '@'`,
   *   `memoryview.cast(): elements of shape must be integers > 0`,
   *   `memoryview: number of dimensions must not exceed 64`, `memoryview.cast(): product(shape) > SSIZE_MAX`
   *
   * @example
   * ```ts
   * const view = new MemoryView(new ByteArray(8)).cast('H', [2, 2]);
   * view.set(1, 1, 258);
   * view.tolist() // [[0, 0], [0, 258]]
   * view.cast('B').tolist() // [0, 0, 0, 0, 0, 0, 2, 1]
   * ```
   *
   * CPython: Objects/memoryobject.c `memoryview_cast_impl`
   */
  cast<const F extends string>(
    format: F,
    shape?: readonly IntLike[] | { shape?: readonly IntLike[] },
  ): MemoryView<ItemOf<F>> {
    if (typeof format !== 'string') {
      throw new PyTypeError(
        `cast() argument 'format' must be str, not ${format === null ? 'None' : typeName(format)}`,
      );
    }
    const extents = shape === undefined || Array.isArray(shape) || !isOptions(shape) ? shape : shape['shape'];
    const buffer = this[OPEN]();
    const form = this[FORM];
    const { item, count, stride } = form;
    const contiguous = count > 0 && stride === item.size;
    if (!contiguous || extents !== undefined) checkCast(this[LIVE](), extents);
    const length = contiguous ? count * item.size : this[LIVE]().length;
    const next = itemOfCast(format, isByteKind(item.kind));
    const items = length / next.size;
    if (!Number.isInteger(items)) throw notAMultiple();
    const dimensions = extents === undefined ? null : shapeOfCast(extents, next.size, length);
    return viewOf<ItemOf<F>>(buffer, form.cast(buffer, next, items, dimensions));
  }

  /**
   * A view of the same memory that cannot be written; this one stays as it is.
   *
   * @example
   * ```ts
   * new MemoryView(new ByteArray(1)).toreadonly().readonly // true
   * ```
   *
   * CPython: Objects/memoryobject.c `memoryview_toreadonly_impl`
   */
  toreadonly(): MemoryView<T> {
    const form = this[FORM];
    return new BareView<T>(this[OPEN](), form.toReadonly(), this[ITEMS], this[WAY], this[FIRST]);
  }

  /**
   * A copy of the items' bytes, one item after the other.
   *
   * @param order `'C'`, and null, let the last index vary fastest, `'F'` the first one; `'A'` keeps the order of a view
   *   that is contiguous in either, and is C otherwise
   * @throws PyValueError `order must be 'C', 'F' or 'A'`
   * @throws PyTypeError `tobytes() argument 'order' must be str or None, not int`
   *
   * @example
   * ```ts
   * const view = new MemoryView(new Bytes('abcdef', 'ascii')).cast('B', [2, 3]);
   * view.tobytes() // b'abcdef'
   * view.tobytes('F') // b'adbecf'
   * ```
   *
   * CPython: Objects/memoryobject.c `memoryview_tobytes_impl`
   */
  tobytes(order: Order | null = 'C'): Bytes {
    let wanted: Order = 'C';
    if (order !== null && order !== 'C') {
      if (typeof order !== 'string') {
        throw new PyTypeError(`tobytes() argument 'order' must be str or None, not ${typeName(order)}`);
      }
      if (new Bytes(order as string, 'utf-8').includes(0)) throw new PyValueError('embedded null character');
      this[LIVE]();
      if (order !== 'F' && order !== 'A') throw new PyValueError("order must be 'C', 'F' or 'A'");
      wanted = order;
    }
    this[CHECK]();
    return bytesOfRange(this[COPY](wanted));
  }

  /** @internal What `bytes(view)` asks for. */
  [TO_BYTES](): Range {
    this[OPEN]();
    return this[COPY]('C');
  }

  /** @internal */
  [COPY](order: Order): Range {
    const form = this[FORM];
    const { obj, memory } = this[BUFFER];
    const { count, stride, offset } = form;
    const { size } = form.item;
    const line = count >= 0 && stride === size;
    if (!line) {
      if (count >= 0 && size === 1) return copyStrided(memory, offset, stride, count);
      if (!hasOrder(this[LIVE](), order)) return toContiguous(this[LIVE](), order);
    }
    const end = offset + (line ? count * size : this[LIVE]().length);
    // What nobody can change need not be copied.
    const frozen = obj instanceof Bytes && obj[MEMORY] === memory;
    return frozen ? shareRange(memory, offset, end) : copyRange(memory, offset, end);
  }

  /**
   * The items as a list, nested for several dimensions; the item itself for a 0-dimensional view. The compiler does
   * not know the number of dimensions: `tolist<number[][]>()` says it.
   *
   * @throws PyNotImplementedError `memoryview: unsupported format 2H`
   *
   * @example
   * ```ts
   * new MemoryView(new Bytes('abc', 'ascii')).tolist() // [97, 98, 99]
   * new MemoryView(new Bytes('abcd', 'ascii')).cast('B', [2, 2]).tolist() // [[97, 98], [99, 100]]
   * ```
   *
   * CPython: Objects/memoryobject.c `memoryview_tolist_impl`
   */
  tolist<R = T[]>(): R {
    const view = this[LIVE]();
    const list: NestedList<Item> = toNestedList(this[READABLE](view), this[BUFFER], view);
    return list as R;
  }

  /**
   * Two hexadecimal digits for each byte, in C order, of views of any layout.
   *
   * @param sep one ASCII character to put between groups, as a string or bytes
   * @param bytes_per_sep bytes in a group, counted from the right, from the left when negative; default 1
   * @throws PyValueError `sep must be length 1.`, `sep must be ASCII.`
   *
   * @example
   * ```ts
   * new MemoryView(new Bytes('abc', 'ascii')).hex() // '616263'
   * new MemoryView(new Bytes('abcdef', 'ascii')).slice(null, null, 2).hex(':') // '61:63:65'
   * ```
   *
   * CPython: Objects/memoryobject.c `memoryview_hex_impl`
   */
  hex(sep?: string | BytesLike, bytes_per_sep?: IntLike): string;
  hex(sep: string | BytesLike | undefined, options: Pick<HexOptions, 'bytes_per_sep'>): string;
  hex(options: HexOptions): string;
  hex(sep?: string | BytesLike | HexOptions, bytes_per_sep?: IntLike | HexOptions): string {
    let mark: unknown = sep;
    let group: unknown = bytes_per_sep;
    if (isOptions(mark) || isOptions(group)) [mark, group] = bindOptions('hex', HEX, [mark, group]);
    const size = group === undefined ? 1 : asSsizeArgument(group);
    const view = this[LIVE]();
    const byte = this[HEX_SEPARATOR](mark);
    if (hasOrder(view, 'C')) return hexText(view.memory, view.offset, view.offset + view.length, byte, size);
    const copy = toContiguous(view, 'C');
    return hexText(copy[MEMORY], copy[START], copy[START] + copy[LENGTH], byte, size);
  }

  /** @internal Holds the memory while the separator is asked for its length. */
  [HEX_SEPARATOR](mark: unknown): number {
    if (typeof mark !== 'object') return asHexSeparator(mark);
    this[OUT]++;
    try {
      return asHexSeparator(mark);
    } finally {
      this[OUT]--;
    }
  }

  /**
   * Whether a search for a value may look at the bytes themselves: no code of a caller's runs then.
   *
   * @internal
   */
  [SEARCHABLE](value: unknown): value is number {
    if (typeof value !== 'number' || !this[FORM].isNear()) return false;
    this[CHECK]();
    return true;
  }

  /**
   * How many items equal a value, by Python's `==`.
   *
   * @throws PyTypeError `invalid indexing of 0-dim memory`
   * @throws PyNotImplementedError `multi-dimensional sub-views are not implemented`
   *
   * @example
   * ```ts
   * new MemoryView(new Bytes('abcab', 'ascii')).count(97) // 2
   * ```
   *
   * CPython: Objects/memoryobject.c `memoryview_count_impl`
   */
  count(value: unknown): number {
    if (this[SEARCHABLE](value)) {
      const from = this[FORM].offset;
      return isByte(value) ? countByte(this[BUFFER].memory, from, from + this[COUNT], value) : 0;
    }
    let count = 0;
    const iterator = this[Symbol.iterator]();
    for (let step = iterator.next(); step.done !== true; step = iterator.next()) {
      if (equalsItem(step.value, value)) count++;
    }
    return count;
  }

  /**
   * Position of the first item that equals a value, by Python's `==`.
   *
   * @param start first position to look at, counted from the end when negative; default 0
   * @param stop one past the last; default: the end
   * @throws PyValueError `memoryview.index(x): x not found`
   * @throws PyTypeError `invalid lookup on 0-dim memory`, `slice indices must be integers or have an __index__ method`
   * @throws PyNotImplementedError `multi-dimensional lookup is not implemented`
   *
   * @example
   * ```ts
   * new MemoryView(new Bytes('abcab', 'ascii')).index(97, 1) // 3
   * ```
   *
   * CPython: Objects/memoryobject.c `memoryview_index_impl`
   */
  index(value: unknown, start: IntLike = 0, stop: IntLike = Infinity): number {
    let from = asPosition(start);
    let to = stop === Infinity ? Infinity : asPosition(stop);
    const view = this[LIVE]();
    if (view.ndim === 0) throw new PyTypeError('invalid lookup on 0-dim memory');
    if (view.ndim > 1) throw new PyNotImplementedError('multi-dimensional lookup is not implemented');
    const count = view.shape![0]!;
    if (from < 0) from = Math.max(from + count, 0);
    if (to < 0) to = Math.max(to + count, 0);
    if (to > count) to = count;
    if (this[SEARCHABLE](value)) {
      const first = this[FORM].offset;
      const found =
        isByte(value) && from < to ? findByte(this[BUFFER].memory, first + from, first + to, value) : -1;
      if (found >= 0) return found - first;
      from = to;
    }
    for (let i = from; i < to; i++) {
      if (equalsItem(this[ITEM_AT](i), value)) return i;
    }
    throw new PyValueError('memoryview.index(x): x not found');
  }

  /**
   * Whether an item equals a value: `value in view`.
   *
   * @throws PyTypeError `argument of type 'memoryview' is not a container or iterable`, for a 0-dimensional view
   * @throws PyNotImplementedError `multi-dimensional sub-views are not implemented`
   *
   * @example
   * ```ts
   * new MemoryView(new Bytes('ab', 'ascii')).includes(98) // true
   * ```
   *
   * CPython: Objects/abstract.c `_PySequence_IterSearch`
   */
  includes(value: unknown): boolean {
    if (this[LIVE]().ndim === 0) {
      throw new PyTypeError("argument of type 'memoryview' is not a container or iterable");
    }
    if (this[SEARCHABLE](value)) {
      const from = this[FORM].offset;
      return isByte(value) && findByte(this[BUFFER].memory, from, from + this[COUNT], value) >= 0;
    }
    const iterator = this[Symbol.iterator]();
    for (let step = iterator.next(); step.done !== true; step = iterator.next()) {
      if (equalsItem(step.value, value)) return true;
    }
    return false;
  }

  /**
   * The items one after the other. The length is taken now, the items when they are asked for.
   *
   * @throws PyTypeError `invalid indexing of 0-dim memory`
   * @throws PyNotImplementedError `multi-dimensional sub-views are not implemented`
   *
   * @example
   * ```ts
   * [...new MemoryView(new Bytes('ab', 'ascii'))] // [97, 98]
   * ```
   *
   * CPython: Objects/memoryobject.c `memory_iter`
   */
  [Symbol.iterator](): IterableIterator<T> {
    const view = this[LIVE]();
    if (view.ndim === 0) throw new PyTypeError('invalid indexing of 0-dim memory');
    if (view.ndim > 1) {
      throw new PyNotImplementedError('multi-dimensional sub-views are not implemented');
    }
    this[READABLE](view);
    return new ItemIterator<T>(this, 0, 1, view.shape![0]!);
  }

  /**
   * The items from the last to the first: `reversed(view)`.
   *
   * @throws PyTypeError `0-dim memory has no length`
   *
   * @example
   * ```ts
   * [...new MemoryView(new Bytes('ab', 'ascii')).reversed()] // [98, 97]
   * ```
   *
   * CPython: Objects/enumobject.c `reversed_new_impl`
   */
  reversed(): IterableIterator<T> {
    const { length } = this;
    return new ItemIterator<T>(this, length - 1, -1, length);
  }

  /**
   * `view == other`: same shape and equal items, whatever the two formats are. False for what is not bytes-like, for
   * a format that `struct` does not know, and where there are NaNs. A released view equals only itself.
   *
   * @example
   * ```ts
   * const floats = new MemoryView(new Float64Array([1, 2, 3]));
   * floats.equals(new Uint8Array([1, 2, 3])) // true
   * ```
   *
   * CPython: Objects/memoryobject.c `memory_richcompare`
   */
  equals(other: unknown): boolean {
    return this[EQUALS](other) ?? false;
  }

  /** @internal As {@link equals}; null where `__eq__` says NotImplemented: `other` cannot be viewed. */
  [EQUALS](other: unknown): boolean | null {
    if (this[GONE]()) return this === other;
    this[CHECK]();
    if (isMemoryView(other)) {
      const view = other;
      if (view[GONE]()) return false;
      view[CHECK]();
      return equalForms(this[FORM], this[BUFFER], view[FORM], view[BUFFER]);
    }
    const view = this[LIVE]();
    let theirs: BufferView;
    try {
      theirs = acquireView(other, BufferFlags.FULL_RO);
    } catch {
      // Whatever it raised. CPython: PyErr_Clear().
      return null;
    }
    try {
      return equalViews(view, theirs);
    } finally {
      releaseView(theirs);
    }
  }

  /**
   * The hash of the bytes, as `bytes` has it, for read-only views of formats `B`, `b` and `c` whose exporter can be
   * hashed. It is computed once and stays after a release.
   *
   * @throws PyValueError `cannot hash writable memoryview object`,
   *   `memoryview: hashing is restricted to formats 'B', 'b' or 'c'`
   * @throws PyTypeError `unhashable type: 'bytearray'`
   *
   * @example
   * ```ts
   * const data = new Bytes('abc', 'ascii');
   * new MemoryView(data).hash() === data.hash() // true
   * ```
   *
   * CPython: Objects/memoryobject.c `memory_hash`
   */
  hash(): bigint {
    if (this[HASH] !== null) return this[HASH];
    const view = this[LIVE]();
    if (!view.readonly) throw new PyValueError('cannot hash writable memoryview object');
    if (!isByteKind(this[FORM].item.kind)) {
      throw new PyValueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    }
    // Pinned: the exporter's own __hash__ is foreign code.
    this[OUT]++;
    try {
      hashExporter(view.obj);
    } finally {
      this[OUT]--;
    }
    const live = this[LIVE]();
    if (hasOrder(live, 'C')) {
      return (this[HASH] = hashBytes(live.memory, live.offset, live.offset + live.length));
    }
    const copy = toContiguous(live, 'C');
    return (this[HASH] = hashBytes(copy[MEMORY], copy[START], copy[START] + copy[LENGTH]));
  }

  /**
   * CPython: `BASE_INACCESSIBLE`.
   *
   * @internal
   */
  [GONE](): boolean {
    return this[FORM] === RELEASED || this[EXPORTS].detached;
  }

  /**
   * Gives the memory back. Everything but `release`, `exit`, `equals`, `repr` and a hash that is known raises
   * afterwards. May be repeated.
   *
   * @throws PyBufferError `memoryview has 1 exported buffer`, while someone views this view
   *
   * @example
   * ```ts
   * const data = new ByteArray('abc', 'ascii');
   * const view = new MemoryView(data);
   * view.release();
   * data.append(33);
   * ```
   *
   * CPython: Objects/memoryobject.c `memoryview_release_impl`
   */
  release(): void {
    if (this[FORM] === RELEASED) return;
    const out = this[OUT];
    const held = this[EXPORTS];
    if (out > 0 && !held.detached) {
      throw new PyBufferError(`memoryview has ${out} exported buffer${out === 1 ? '' : 's'}`);
    }
    this[FORM] = RELEASED;
    this[COUNT] = -1;
    held.forget(this);
    this[BUFFER].dropView();
  }

  /**
   * Begins a `with` block: this view itself.
   *
   * CPython: Objects/memoryobject.c `memory_enter`
   */
  enter(): this {
    this[CHECK]();
    return this;
  }

  /** Ends a `with` block: releases. CPython: Objects/memoryobject.c `memory_exit`. */
  exit(): void {
    this.release();
  }

  /** Releases at the end of a `using` block. Not Python: there it is `with`. */
  [DISPOSE](): void {
    this.release();
  }

  /**
   * Exports the memory as this view shows it; while exports are out, the view cannot be released.
   *
   * @param flags one of `BufferFlags`
   * @throws PyBufferError `memoryview: underlying buffer is not writable`,
   *   `memoryview: underlying buffer is not C-contiguous`, `memoryview: underlying buffer is not Fortran contiguous`,
   *   `memoryview: underlying buffer is not contiguous`, `memoryview: underlying buffer requires suboffsets`,
   *   `memoryview: cannot cast to unsigned bytes if the format flag is present`
   *
   * CPython: Objects/memoryobject.c `memory_getbuf`
   */
  getBuffer(flags: number): BufferView {
    this[OPEN]();
    const answer = answerRequest(this[LIVE](), flags, this, REFUSALS, hasOrder);
    this[OUT]++;
    // Whoever holds this pins the root as well, until it says that it looks at `detached`.
    answer.exports = this[EXPORTS];
    answer.exports.pin();
    return answer;
  }

  /** Takes an export back. CPython: Objects/memoryobject.c `memory_releasebuf`. */
  releaseBuffer(_view: BufferView): void {
    this[OUT]--;
    this[EXPORTS].pins--;
  }

  /**
   * A view of this view, made with a request of the caller's own (PEP 688).
   *
   * @throws PyBufferError as {@link getBuffer}
   *
   * CPython: Objects/typeobject.c `wrap_buffer`
   */
  __buffer__(flags: IntLike): MemoryView<Item> {
    return bufferOf(this, flags);
  }

  /**
   * Releases a view that {@link __buffer__} made.
   *
   * @throws PyTypeError `expected a memoryview object`
   * @throws PyValueError `memoryview's buffer is not this object`,
   *   `memoryview's buffer has already been released`
   *
   * CPython: Objects/typeobject.c `wrap_releasebuffer`
   */
  __release_buffer__(view: unknown): void {
    releaseBufferOf(this, view);
  }

  /**
   * Number of items of the first dimension: `len(view)`.
   *
   * @throws PyTypeError `0-dim memory has no length`
   *
   * CPython: Objects/memoryobject.c `memory_length`
   */
  get length(): number {
    const count = this[COUNT];
    if (count >= 0) {
      this[CHECK]();
      return count;
    }
    const view = this[LIVE]();
    if (view.ndim === 0) throw new PyTypeError('0-dim memory has no length');
    return view.shape![0]!;
  }

  /** Who exports the memory, null for bare memory. CPython: `memory_obj_get`. */
  get obj(): unknown {
    this[CHECK]();
    return this[BUFFER].obj;
  }

  /** Bytes of a contiguous copy: product(shape) * itemsize. CPython: `memory_nbytes_get`. */
  get nbytes(): number {
    return this[LIVE]().length;
  }

  /** Format of one item as in `struct`. CPython: `memory_format_get`. */
  get format(): string {
    this[CHECK]();
    return this[FORM].item.format;
  }

  /** Bytes of one item. CPython: `memory_itemsize_get`. */
  get itemsize(): number {
    this[CHECK]();
    return this[FORM].item.size;
  }

  /** Number of dimensions, at most 64. CPython: `memory_ndim_get`. */
  get ndim(): number {
    return this[LIVE]().ndim;
  }

  /** Extents of each dimension, as a tuple. CPython: `memory_shape_get`. */
  get shape(): readonly number[] {
    return tuple(...this[LIVE]().shape!);
  }

  /** Bytes from one item to the next in each dimension, as a tuple. CPython: `memory_strides_get`. */
  get strides(): readonly number[] {
    return tuple(...this[LIVE]().strides!);
  }

  /** Offsets after following a pointer in each dimension, as a tuple; `()` without. CPython: `memory_suboffsets_get`. */
  get suboffsets(): readonly number[] {
    return tuple(...(this[LIVE]().suboffsets ?? []));
  }

  /** Whether the memory cannot be written through this view. CPython: `memory_readonly_get`. */
  get readonly(): boolean {
    this[CHECK]();
    return this[FORM].readonly;
  }

  /** Whether the items lie one after the other, the last index varying fastest. CPython: `memory_c_contiguous`. */
  get c_contiguous(): boolean {
    return hasOrder(this[LIVE](), 'C');
  }

  /** Whether they do with the first index varying fastest. CPython: `memory_f_contiguous`. */
  get f_contiguous(): boolean {
    return hasOrder(this[LIVE](), 'F');
  }

  /** Whether they do in either order. CPython: `memory_contiguous`. */
  get contiguous(): boolean {
    return hasOrder(this[LIVE](), 'A');
  }

  /**
   * `<memory at 0x7f0000000040>`, `<released memory at ...>` afterwards. Not Python: the address is made up, and
   * stays the same for each view.
   *
   * CPython: Objects/memoryobject.c `memory_repr`
   */
  repr(): string {
    return `<${this[GONE]() ? 'released memory' : 'memory'} at ${addressText(this)}>`;
  }

  /** `str(view)`: the same as {@link repr}. */
  toString(): string {
    return this.repr();
  }

  /** The repr, for `JSON.stringify`. Not Python. */
  toJSON(): string {
    return this.repr();
  }

  /** What `console.log` shows in Node: the repr. Not Python. */
  [INSPECT](): string {
    return this.repr();
  }

  /**
   * A live `Uint8Array` over the bytes of a contiguous, writable view, under an export: until its `release()`, or the end
   * of its `using` block, this view cannot be released. Nothing is copied. Not Python.
   *
   * @throws PyBufferError `memoryview: underlying buffer is not writable`,
   *   `memoryview: underlying buffer is not C-contiguous`
   *
   * @example
   * ```ts
   * const view = new MemoryView(new ByteArray(2)).cast('H');
   * using live = view.asUint8Array();
   * live[1] = 1;
   * view.tolist() // [256]
   * ```
   */
  asUint8Array(): LiveUint8Array {
    return liveArray(this);
  }

  /** A copy of the items' bytes in C order as a plain `Uint8Array`, yours to change. Not Python. */
  toUint8Array(): Uint8Array<ArrayBuffer> {
    return this.tobytes().toUint8Array();
  }

  /**
   * The items as a typed array over the same memory: no copy. Not Python. It shows the memory as long as this view is
   * not released; nothing warns of its later use.
   *
   * @throws PyBufferError where no typed array can show the items: `c`, `?`, `e` and complex items, views that are not
   *   C-contiguous or not aligned, read-only views
   *
   * @example
   * ```ts
   * const view = new MemoryView(new ByteArray(8)).cast('i');
   * view.asTypedArray()[1] = 7;
   * view.tolist() // [0, 7]
   * ```
   */
  asTypedArray(this: MemoryView<bigint>): BigInt64Array | BigUint64Array;
  asTypedArray(this: MemoryView<number>): NumberArray;
  asTypedArray(): TypedArray;
  asTypedArray(): TypedArray {
    const view = this[LIVE]();
    if (view.readonly) throw new PyBufferError('memoryview: underlying buffer is not writable');
    if (!hasOrder(view, 'C')) {
      throw new PyBufferError('memoryview: underlying buffer is not C-contiguous');
    }
    return typedArrayOf(this[FORM].item.kind, view.format!, view.memory, view.offset, view.length);
  }

  /**
   * A copy of the items, in C order, as a typed array. Not Python.
   *
   * @throws PyBufferError where there is no typed array of such items: `c`, `?`, `e`, complex
   *
   * @example
   * ```ts
   * new MemoryView(new Uint8Array([1, 2, 3, 4])).cast('H').toTypedArray() // Uint16Array(2) [ 513, 1027 ]
   * ```
   */
  toTypedArray(this: MemoryView<bigint>): BigInt64Array | BigUint64Array;
  toTypedArray(this: MemoryView<number>): NumberArray;
  toTypedArray(): TypedArray;
  toTypedArray(): TypedArray {
    const view = this[LIVE]();
    const memory = new Uint8Array(view.length);
    const copy = toContiguous(view, 'C');
    memory.set(copy[MEMORY].subarray(copy[START], copy[START] + copy[LENGTH]));
    return typedArrayOf(this[FORM].item.kind, view.format!, memory, 0, memory.length);
  }
}

/**
 * Makes all views, those of the public constructor too: V8 inlines what makes an object while that is short and always
 * given the same kinds of arguments.
 */
const BareView = function (
  this: MemoryView<unknown>,
  buffer: ManagedBuffer,
  form: Form,
  items: NumberArray,
  way: number,
  first: number,
): void {
  this[BUFFER] = buffer;
  this[EXPORTS] = buffer.exports;
  this[FORM] = form;
  this[COUNT] = form.count;
  this[ITEMS] = items;
  this[WAY] = way;
  this[FIRST] = first;
  this[OUT] = 0;
  this[HASH] = null;
  buffer.addView(this);
} as unknown as {
  new <T>(buffer: ManagedBuffer, form: Form, items: NumberArray, way: number, first: number): MemoryView<T>;
  prototype: MemoryView<unknown>;
};
BareView.prototype = MemoryView.prototype;

/** A view of a buffer in a form of its own. */
function viewOf<T>(buffer: ManagedBuffer, form: Form): MemoryView<T> {
  if (form.isNear()) return new BareView<T>(buffer, form, buffer.memory, U8, form.offset);
  const places = buffer.placesFor(form);
  return places === null
    ? new BareView<T>(buffer, form, buffer.memory, OTHER, form.offset)
    : new BareView<T>(buffer, form, places.items, form.item.kind, places.indexOf(form.offset));
}

Object.defineProperty(MemoryView.prototype, TYPE_NAME, { value: 'memoryview' });

/**
 * A view of an acquired buffer with another geometry. Takes the buffer over.
 *
 * @internal
 */
export function fromView<T>(source: BufferView, changes: Changes): MemoryView<T> {
  return viewOf<T>(managed(source), formOf(describe(source, changes)));
}

/** CPython: Objects/typeobject.c `wrap_buffer`. */
function asBufferFlags(value: unknown): number {
  const flags = asSsize(value);
  if (flags > 2147483647 || flags < -2147483648) throw new PyOverflowError('buffer flags out of range');
  return flags;
}

/**
 * `owner.__release_buffer__(view)`: releases a view that `owner.__buffer__` made.
 *
 * @throws PyTypeError `expected a memoryview object`
 * @throws PyValueError `memoryview's buffer is not this object`, `memoryview's buffer has already been released`
 *
 * CPython: Objects/typeobject.c `wrap_releasebuffer`
 */
export function releaseBufferOf(owner: unknown, view: unknown): void {
  if (!(view instanceof MemoryView)) throw new PyTypeError('expected a memoryview object');
  if (view[BUFFER].restricted) return;
  if (view[GONE]()) throw new PyValueError("memoryview's buffer has already been released");
  if (view[BUFFER].obj !== owner) throw new PyValueError("memoryview's buffer is not this object");
  view.release();
}

/**
 * `object.__buffer__(flags)`: a view made with a request of the caller's own.
 *
 * @throws PyOverflowError `buffer flags out of range`
 *
 * CPython: Objects/typeobject.c `wrap_buffer`
 */
export function bufferOf(object: BufferExporter, flags: IntLike): MemoryView<Item> {
  const buffer = managed(object.getBuffer(asBufferFlags(flags)));
  return viewOf<Item>(buffer, buffer.form);
}

comparedByItems(MemoryView.prototype);

/** A view for the time of a `__release_buffer__`: of nobody, and none can be made of it. */
restrictViewsBy((view) => {
  const buffer = managed(describe(complete(view), { obj: null }), true);
  return viewOf(buffer, buffer.form);
});
