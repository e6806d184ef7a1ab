/**
 * The class `MemoryView`: Python's methods with their documentation, over functions on its state
 * (`state.ts`), one file for each kind of method.
 */
import { asHexSeparator } from '../bytes/arguments.js';
import { liveArray, readonlyArray } from '../bytes/index.js';
import type { Bytes, LiveReadonlyUint8Array, LiveUint8Array } from '../bytes/index.js';
import type { HexOptions } from '../bytes/types.js';
import { PyTypeError } from '../exceptions/index.js';
import { addressText } from '../formats/address.js';
import type { OwnUint8Array, Range } from '../memory/index.js';
import { ITEM_AT, listed, refuseArguments, safely, tagged, toJSON, toPrimitive } from '../objects/index.js';
import { BufferFlags, DISPOSE, IN_PLACE, TO_BYTES, shownExporter } from '../protocol/index.js';
import type { BufferExporter, BufferView, BytesLike, Order } from '../protocol/index.js';
import {
  TYPE_NAME,
  asCInt,
  asSsizeArgument,
  bindOptions,
  brand,
  comparedByItems,
  isOptions,
  layoutSymbol,
  tuple,
} from '../python/index.js';
import type { BRAND, Ellipsis, IntLike, Slice, SlicePart } from '../python/index.js';
import {
  ASSIGN,
  SUBSCRIPT,
  assign,
  cellAt,
  itemAt,
  itemOrUndefined,
  refuseDeletion,
  setCellAt,
  setItemAt,
  subscript,
} from './access.js';
import { copyToTypedArray, openTypedArray } from './as-typed-array.js';
import { bufferOf, exportView, releaseBufferOf, unexportView } from './buffer-methods.js';
import { castView } from './cast.js';
import { equalsAny } from './compare.js';
import { asOrder, copyOf, hashOf, hexOf, rangeInPlace } from './copy.js';
import { hasOrder } from './geometry.js';
import type { Assignable, CastFormat, Item, ItemOf, NumberArray, TypedArray } from './item-types.js';
import { listOf } from './items.js';
import { ItemIterator, ReversedItemIterator } from './iterator.js';
import { makeObjectsOf, readonlyView } from './make.js';
import { viewOfObject } from './of-object.js';
import { bytesOfRange } from './results.js';
import { containsItem, countItems, indexOfItem } from './search.js';
import { sliced } from './slice.js';
import {
  BUFFER,
  ITEM_COUNT,
  EXPORTS,
  FIRST,
  ITEM,
  READONLY,
  ViewState,
  check,
  isReleased,
  iterableLength,
  lengthOf,
  live,
  open,
  pinned,
  release,
} from './state.js';
import { inspected, tagOf } from './tag.js';

/** Equality with NotImplemented as a third result, for the layer above. */
export const EQUALS: unique symbol = /* @__PURE__ */ layoutSymbol('equals') as never;

const HEX = ['sep', 'bytes_per_sep'] as const;
/** The method that `console.log` calls in Node, Deno and Bun. */
const INSPECT: unique symbol = Symbol.for('nodejs.util.inspect.custom') as never;

/**
 * A key of a view: an index, one index for each dimension, a slice, or `Ellipsis` for a 0-dimensional view.
 */
export type ViewKey = IntLike | Slice | readonly IntLike[] | typeof Ellipsis;

/**
 * Python's `memoryview`: a window on the memory of another object, which it reads and writes in place.
 *
 * Items have the type of the view's format. They are numbers, except that 64-bit integers (`q Q l L n N P`)
 * are bigints, `?` is a boolean, `c` a `Bytes` of length 1, and `Zf Zd` are complex numbers.
 *
 * While a view lives, its exporter cannot be resized: release it with {@link release} or `using`.
 *
 * CPython: Objects/memoryobject.c `PyMemoryView_Type`
 */
export class MemoryView<out T = number> extends ViewState implements BufferExporter {
  /** The mark by which tools, such as the ESLint plugin, know the type. Not Python. */
  declare readonly [BRAND]: 'memoryview';

  /**
   * `m[i]` and `m[i] = value`; a negative index counts from the end. Reading past the ends returns undefined;
   * everything else raises as `get` and `set` do. A hundred times slower than those.
   *
   * @throws PyValueError `operation forbidden on released memoryview object`
   * @throws PyTypeError `invalid indexing of 0-dim memory`
   * @throws PyNotImplementedError `multi-dimensional sub-views are not implemented`
   */
  [index: number]: T;

  /**
   * Views an object's memory. Nothing is copied, and writes reach the object if it is writable. A view of a
   * view has the same root: its `obj` is the first exporter, and each of the two holds the export.
   *
   * @param object anything bytes-like: `Bytes`, `ByteArray`, a view, a typed array, `DataView`,
   *   `ArrayBuffer`, `SharedArrayBuffer` or `WebAssembly.Memory`, any `BufferExporter`, an object with
   *   `__buffer__`
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
    if (new.target === MemoryView) return viewOfObject(object, BufferFlags.FULL_RO) as MemoryView<T>;
    super();
    throw new PyTypeError("type 'memoryview' is not an acceptable base type");
  }

  /**
   * Views an object with the caller's flags. A request other than FULL_RO hides what it does not ask for. If
   * the object is a memoryview, the request is ignored, as in CPython.
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
    return viewOfObject(object, asCInt(flags)) as MemoryView<Item>;
  }

  /**
   * Returns one item or a subview.
   *
   * @param key an index (negative: from the end); a `Slice` of the first dimension, which returns a view of
   *   the same memory; a list with one index for each dimension, or two plain indices, row and column; `[]`
   *   or `Ellipsis` for a 0-dimensional view
   * @throws PyIndexError `index out of bounds on dimension 1`
   * @throws PyTypeError `memoryview: invalid slice key`, `invalid indexing of 0-dim memory`,
   *   `cannot index 1-dimension view with 2-element tuple`
   * @throws PyNotImplementedError `multi-dimensional sub-views are not implemented`,
   *   `sub-views are not implemented`, `multi-dimensional slicing is not implemented`,
   *   `memoryview: unsupported format 2H`
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
    if (column !== undefined) return cellAt(this, key, column) as T;
    if (typeof key === 'number' && key >= 0 && key < this[ITEM_COUNT] && !this[EXPORTS].detached) {
      return itemAt(this, this[FIRST] + key, key) as T;
    }
    return this[SUBSCRIPT](key) as T | MemoryView<T>;
  }

  /** @internal `m[i]`. */
  [ITEM_AT](index: number | bigint): T | undefined {
    return itemOrUndefined(this, index) as T | undefined;
  }

  /** @internal Off the fast path of `get`. */
  [SUBSCRIPT](key: unknown): unknown {
    return subscript(this, key);
  }

  /**
   * Writes one item, or copies a bytes-like object with the same structure into a slice. Ranges of one memory
   * may overlap.
   *
   * @param key the same as for {@link get}; two plain indices before the value are row and column
   * @param value a value that the format can hold; for a slice, a 1-dimensional bytes-like object with the
   *   same format and the same number of items
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
    if (last !== undefined) setCellAt(this, key, value, last);
    else if (typeof key === 'number' && key >= 0 && key < this[ITEM_COUNT] && typeof value === 'number') {
      setItemAt(this, this[FIRST] + key, value, key);
    } else this[ASSIGN](key, value);
  }

  /** @internal Off the fast path of `set`. */
  [ASSIGN](key: unknown, value: unknown): void {
    assign(this, key, value);
  }

  /**
   * Always raises: items of a view cannot be deleted.
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
    refuseDeletion(this);
  }

  /**
   * Returns a view of some items of the first dimension: `view[start:stop:step]`. It copies nothing, whatever
   * the size.
   *
   * @param start first index; negative counts from the end; null or omitted: the first item in the direction
   *   of the step
   * @param stop one past the last index; null or omitted: all items that follow
   * @param step distance between two items, negative to go backwards; null or omitted: 1
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
    return sliced(this, start, stop, step) as MemoryView<T>;
  }

  /**
   * Views the same memory with items of another format or in another shape. Nothing is copied. One of the two
   * formats has to be `B`, `b` or `c`, and one of the two shapes has to have one dimension.
   *
   * @param format a native format of one item, with an optional `@`. The compiler checks a literal, which
   *   also decides the item type of the result
   * @param shape the extents of the dimensions, ints > 0, as a list or as `{ shape }`; one dimension when
   *   omitted
   * @throws PyTypeError `memoryview: casts are restricted to C-contiguous views`,
   *   `memoryview: cannot cast between two non-byte formats`,
   *   `memoryview: length is not a multiple of itemsize`,
   *   `memoryview: product(shape) * itemsize != buffer size`,
   *   `memoryview: cast must be 1D -> ND or ND -> 1D`,
   *   `memoryview: cannot cast view with zeros in shape or strides`, `shape must be a list or a tuple`,
   *   `memoryview.cast(): elements of shape must be integers`
   * @throws PyValueError
   *   `memoryview: destination format must be a native format prefixed with an optional '@'`,
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
    format: F & CastFormat<F>,
    shape?: readonly IntLike[] | { shape?: readonly IntLike[] },
  ): MemoryView<ItemOf<F>> {
    return castView(this, format, shape) as MemoryView<ItemOf<F>>;
  }

  /**
   * Returns a read-only view of the same memory. This view stays writable.
   *
   * @example
   * ```ts
   * new MemoryView(new ByteArray(1)).toreadonly().readonly // true
   * ```
   *
   * CPython: Objects/memoryobject.c `memoryview_toreadonly_impl`
   */
  toreadonly(): MemoryView<T> {
    return readonlyView(this) as MemoryView<T>;
  }

  /**
   * Returns a copy of the items' bytes, one item after the other.
   *
   * @param order `'C'` or null: the last index varies fastest; `'F'`: the first index does; `'A'`: keeps the
   *   order of a view that is contiguous in either, otherwise C
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
    const wanted = asOrder(this, order);
    check(this);
    return bytesOfRange(copyOf(this, wanted));
  }

  /** @internal What `bytes(view)` calls. */
  [TO_BYTES](): Range {
    open(this);
    return copyOf(this, 'C');
  }

  /** @internal */
  [IN_PLACE](): Range | null {
    return rangeInPlace(this);
  }

  /**
   * Returns the items as a list, nested for several dimensions, or the item itself for a 0-dimensional view.
   * The compiler does not know the number of dimensions; `tolist<number[][]>()` tells it.
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
    return listOf(this) as R;
  }

  /**
   * Returns two hexadecimal digits for each byte, in C order, for views of any layout.
   *
   * @param sep one ASCII character between groups, as a string or bytes
   * @param bytes_per_sep bytes in a group, counted from the right, or from the left if negative; 1 when
   *   omitted
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
    check(this);
    // Asking the separator for its length may run user code.
    const byte = typeof mark === 'object' ? pinned(this, () => asHexSeparator(mark)) : asHexSeparator(mark);
    return hexOf(this, byte, size);
  }

  /**
   * Counts the items that equal a value by Python's `==`.
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
    return countItems(this, value);
  }

  /**
   * Returns the index of the first item that equals a value by Python's `==`.
   *
   * @param start first index to search; negative counts from the end; 0 when omitted
   * @param stop one past the last index to search; the end when omitted
   * @throws PyValueError `memoryview.index(x): x not found`
   * @throws PyTypeError `invalid lookup on 0-dim memory`,
   *   `slice indices must be integers or have an __index__ method`
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
    return indexOfItem(this, value, start, stop);
  }

  /**
   * `value in view`: returns whether an item equals a value.
   *
   * @throws PyTypeError `argument of type 'memoryview' is not a container or iterable`, for a 0-dimensional
   *   view
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
    return containsItem(this, value);
  }

  /**
   * Iterates over the items. The length is read now, each item when it is requested.
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
    return new ItemIterator<T>(this, iterableLength(this));
  }

  /**
   * `reversed(view)`: iterates over the items from the last to the first.
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
    return new ReversedItemIterator<T>(this, length);
  }

  /**
   * `view == other`: whether both have the same shape and equal items, whatever their formats are. A view is
   * unequal to everything that is not bytes-like, and to every view if its format is unknown to `struct` or
   * it holds NaNs. A released view equals only itself.
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

  /**
   * @internal The same as {@link equals}, but null where `__eq__` returns NotImplemented because `other`
   *   cannot be viewed.
   */
  [EQUALS](other: unknown): boolean | null {
    return equalsAny(this, other);
  }

  /**
   * The hash of the bytes, equal to that of `bytes`, for read-only views of formats `B`, `b` and `c` whose
   * exporter is hashable. It is cached and stays valid after a release.
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
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/memoryobject.c `memory_hash`
   */
  hash(): bigint {
    return hashOf(this);
  }

  /**
   * Releases the memory. Afterwards everything raises except `release`, `exit`, `equals`, `repr` and a cached
   * hash. It may be called again.
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
    release(this);
  }

  /**
   * Begins a `with` block and returns this view.
   *
   * CPython: Objects/memoryobject.c `memory_enter`
   */
  enter(): this {
    check(this);
    return this;
  }

  /** Ends a `with` block and releases the view. CPython: Objects/memoryobject.c `memory_exit`. */
  exit(): void {
    this.release();
  }

  /** Releases the view at the end of a `using` block. Not Python, which has `with`. */
  [DISPOSE](): void {
    this.release();
  }

  /**
   * Exports the memory as this view shows it. The view cannot be released until the export is.
   *
   * @param flags one of `BufferFlags`
   * @throws PyBufferError `memoryview: underlying buffer is not writable`,
   *   `memoryview: underlying buffer is not C-contiguous`,
   *   `memoryview: underlying buffer is not Fortran contiguous`,
   *   `memoryview: underlying buffer is not contiguous`, `memoryview: underlying buffer requires suboffsets`,
   *   `memoryview: cannot cast to unsigned bytes if the format flag is present`
   *
   * CPython: Objects/memoryobject.c `memory_getbuf`
   */
  getBuffer(flags: number): BufferView {
    return exportView(this, flags);
  }

  /** Releases one export. CPython: Objects/memoryobject.c `memory_releasebuf`. */
  releaseBuffer(_view: BufferView): void {
    unexportView(this);
  }

  /**
   * Returns a view of this view, made with the caller's flags (PEP 688).
   *
   * @throws PyBufferError as {@link getBuffer}
   *
   * CPython: Objects/typeobject.c `wrap_buffer`
   *
   * @internal
   */
  __buffer__(flags: IntLike): MemoryView<Item> {
    return bufferOf(this, flags) as MemoryView<Item>;
  }

  /**
   * Releases a view that {@link __buffer__} made.
   *
   * @throws PyTypeError `expected a memoryview object`
   * @throws PyValueError `memoryview's buffer is not this object`,
   *   `memoryview's buffer has already been released`
   *
   * CPython: Objects/typeobject.c `wrap_releasebuffer`
   *
   * @internal
   */
  __release_buffer__(view: unknown): void {
    releaseBufferOf(this, view);
  }

  /**
   * The number of items of the first dimension: `len(view)`.
   *
   * @throws PyTypeError `0-dim memory has no length`
   *
   * CPython: Objects/memoryobject.c `memory_length`
   */
  get length(): number {
    return lengthOf(this);
  }

  /** The exporter of the memory; null for bare memory. CPython: `memory_obj_get`. */
  get obj(): unknown {
    check(this);
    return shownExporter(this[BUFFER].obj);
  }

  /** The bytes of a contiguous copy: product(shape) * itemsize. CPython: `memory_nbytes_get`. */
  get nbytes(): number {
    return live(this).length;
  }

  /** The format of one item, as in `struct`. CPython: `memory_format_get`. */
  get format(): string {
    check(this);
    return this[ITEM].format;
  }

  /** The bytes of one item. CPython: `memory_itemsize_get`. */
  get itemsize(): number {
    check(this);
    return this[ITEM].size;
  }

  /** The number of dimensions, at most 64. CPython: `memory_ndim_get`. */
  get ndim(): number {
    return live(this).ndim;
  }

  /** The extents of the dimensions, as a tuple. CPython: `memory_shape_get`. */
  get shape(): readonly number[] {
    return tuple(...live(this).shape!);
  }

  /** The bytes from one item to the next in each dimension, as a tuple. CPython: `memory_strides_get`. */
  get strides(): readonly number[] {
    return tuple(...live(this).strides!);
  }

  /**
   * The offset to add after following a pointer in each dimension, as a tuple; `()` if there are no pointers.
   *
   * CPython: `memory_suboffsets_get`.
   */
  get suboffsets(): readonly number[] {
    return tuple(...(live(this).suboffsets ?? []));
  }

  /** Whether the memory cannot be written through this view. CPython: `memory_readonly_get`. */
  get readonly(): boolean {
    check(this);
    return this[READONLY];
  }

  /**
   * Whether the items lie one after the other and the last index varies fastest.
   *
   * CPython: `memory_c_contiguous`.
   */
  get c_contiguous(): boolean {
    return hasOrder(live(this), 'C');
  }

  /**
   * Whether the items lie one after the other and the first index varies fastest.
   *
   * CPython: `memory_f_contiguous`.
   */
  get f_contiguous(): boolean {
    return hasOrder(live(this), 'F');
  }

  /** Whether the items lie one after the other in either order. CPython: `memory_contiguous`. */
  get contiguous(): boolean {
    return hasOrder(live(this), 'A');
  }

  /**
   * `<memory at 0x7f0000000040>`, or `<released memory at ...>` after a release. Not Python: the address is
   * invented, and stays the same for each view.
   *
   * CPython: Objects/memoryobject.c `memory_repr`
   */
  repr(): string {
    return `<${isReleased(this) ? 'released memory' : 'memory'} at ${addressText(this)}>`;
  }

  /** `str(view)`: the same as {@link repr}. */
  override toString(): string;
  override toString(...given: readonly unknown[]): string {
    refuseArguments(given);
    return this.repr();
  }

  /**
   * Returns the repr for templates and `String(m)`, and raises for JavaScript's operators (`m + x`, `m < x`,
   * `m == 'text'`). Not Python.
   *
   * @throws PyTypeError `memoryview cannot be an operand of JavaScript's operators: use m.equals(other) for ==, ...`
   */
  [Symbol.toPrimitive](hint: string): string {
    return toPrimitive(this, hint);
  }

  /**
   * Makes `JSON.stringify` raise what Python's `json.dumps` raises. Without a key, as test runners call it,
   * it returns the repr.
   *
   * @throws PyTypeError `Object of type memoryview is not JSON serializable: use x.tolist()`
   *
   * CPython: Lib/json/encoder.py `JSONEncoder.default`
   */
  toJSON(...key: readonly unknown[]): string {
    return toJSON(this, key, 'x.tolist()');
  }

  /**
   * The type, shape and items as text: up to 64 items, and two 64-bit hashes of more. The text is equal for
   * equal views, so comparison helpers tell different contents apart. A released view says that it is
   * released. Not Python.
   */
  get [Symbol.toStringTag](): string {
    return tagged(this, 'memoryview', () => tagOf(this));
  }

  /**
   * The same text under the only name that a `for...in` lists, for helpers that compare what it lists.
   * Not Python.
   */
  get contents(): string {
    return this[Symbol.toStringTag];
  }

  /**
   * What `console.log` shows in Node, Deno and Bun: format, shape and the first items. Not Python, which
   * shows the repr.
   */
  [INSPECT](): string {
    return isReleased(this) ? this.repr() : safely(this.repr(), () => inspected(this));
  }

  /**
   * Returns a live `Uint8Array` over the bytes of a contiguous, writable view, without a copy. It holds an
   * export, so this view cannot be released until its `release()` or the end of its `using` block.
   * Not Python.
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

  /**
   * Returns a read-only `Uint8Array` over the bytes of a contiguous view, for platform functions that read.
   * Of a view of `bytes`, at most 4 KiB are copied, and more are shared; of every other view it is live and
   * holds an export, so this view cannot be released until its `release()` or the end of its `using` block.
   * Not Python.
   *
   * @throws PyBufferError `memoryview: underlying buffer is not C-contiguous`
   *
   * @example
   * ```ts
   * using array = new MemoryView(b`abc`).slice(1).asReadonlyUint8Array();
   * [...array] // [98,99]
   * ```
   */
  asReadonlyUint8Array(): LiveReadonlyUint8Array {
    return readonlyArray(this, this.obj);
  }

  /**
   * Returns a copy of the items' bytes in C order as a plain `Uint8Array`, which the caller may change.
   * Not Python.
   */
  toUint8Array(): OwnUint8Array {
    return this.tobytes().toUint8Array();
  }

  /**
   * Returns the items as a typed array over the same memory, without a copy. It is valid until this view is
   * released; nothing reports a later use. Not Python.
   *
   * @throws PyBufferError if no typed array can show the items: for formats `c`, `?`, `e` and complex, and
   *   for a view that is not C-contiguous, not aligned, or read-only
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
    return openTypedArray(this);
  }

  /**
   * Returns a copy of the items in C order as a typed array. Not Python.
   *
   * @throws PyBufferError if there is no typed array of such items: formats `c`, `?`, `e` and complex
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
    return copyToTypedArray(this);
  }
}

brand(MemoryView.prototype, 'memoryview');
Object.defineProperty(MemoryView.prototype, TYPE_NAME, { value: 'memoryview' });
makeObjectsOf(MemoryView);
comparedByItems(MemoryView.prototype);
listed(MemoryView.prototype);
