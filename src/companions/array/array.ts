/**
 * Python's `array.array`, over a growing memory that counts its exports. Converting a value runs user code, so every method
 * that writes reads lengths and memory again after it has converted its values.
 */
import { equal, reverse } from '../../algorithms/index.js';
import { ByteArray, Bytes, bytesOfRange, liveArray, readonlyArray, satisfies } from '../../bytes/index.js';
import { MemoryView } from '../../memoryview/index.js';
import { equalsItem } from '../../memoryview/equality.js';
import type { Comparison, LiveReadonlyUint8Array, LiveUint8Array } from '../../bytes/index.js';
import { checkName, decode } from '../../codecs/index.js';
import {
  PyEOFError,
  PyIndexError,
  PyMemoryError,
  PyRuntimeError,
  PyTypeError,
  PyValueError,
  warn,
} from '../../exceptions/index.js';
import { Kind } from '../../formats/index.js';
import { reprValue } from '../../formats/repr-value.js';
import { LENGTH, MEMORY, START, copyBytes, copyRange, copyToNew } from '../../memory/index.js';
import type { OwnUint8Array } from '../../memory/index.js';
import {
  ITEM_AT,
  Subscripts,
  itemText,
  listed,
  refuseArguments,
  safely,
  tagOfItems,
  toJSON,
  toPrimitive,
} from '../../objects/index.js';
import {
  BufferFlags,
  BufferView,
  Exports,
  acquireView,
  contentOfBytes,
  kindOf,
  returnView,
  requests,
} from '../../protocol/index.js';
import type { BufferExporter, BytesLike } from '../../protocol/index.js';
import {
  NotImplemented,
  PyFloat,
  Slice,
  TYPE_NAME,
  abi,
  adjustSlice,
  asIndex,
  asSliceIndex,
  asSsize,
  asSsizeArgument,
  brand,
  brandOf,
  isIntLike,
  holdsFloats,
  isArray,
  isRevoked,
  iterate,
  iterateAgain,
  typeName,
  unpackSlice,
  comparedByItems,
  isSlice,
} from '../../python/index.js';
import type { BRAND } from '../../python/index.js';
import type { IntLike, SliceIndices, SlicePart } from '../../python/index.js';
import { methodOf } from '../io/direct.js';
import type { Reader, Writer } from '../io/direct.js';
import { ArrayIterator, ReversedArrayIterator } from './array-iterator.js';
import { checkResizable, LOCK, takeOwnMemory } from '../../storage/index.js';
import { coerceItem, readItem, writeItem } from './coerce.js';
import { orderOfItems } from './order.js';
import { ArrayStorage } from './storage.js';
import { swapBytes } from './swap.js';
import { CHARACTER, itemType, typecodes } from './type-codes.js';
import type { ArrayInput, ArrayItem, ItemType, TypeCode } from './type-codes.js';

/** The sources of an array: items, text for `u` and `w`, or the machine values in a `Bytes` or `ByteArray`. */
export type ArraySource<C extends TypeCode> =
  | Iterable<ArrayInput<C>>
  | { __iter__(): unknown }
  | Bytes
  | ByteArray
  | (C extends 'u' | 'w' ? string : never);

/** `tofile` writes pieces of this many bytes. */
const BLOCK = 65536;

const NOT_AN_INDEX = 'array indices must be integers';

const WITNESS: unique symbol = Symbol('pybuffer.storage');

/**
 * Python's `array.array`: a sequence of numbers or characters of one C type, stored as in C, and an exporter of a writable
 * buffer.
 *
 * | type codes | items |
 * |---|---|
 * | `b B` (1 byte), `h H` (2), `i I` (4), `l L` (of the ABI) | int as number, 8-byte `l L` as bigint |
 * | `q Q` (8) | int as bigint; numbers and bigints go in |
 * | `e f d` (2, 4, 8) | float |
 * | `Zf Zd` (8, 16) | complex |
 * | `u w` (4) | a string of one character |
 *
 * Its length cannot change while views of it exist.
 *
 * @example
 * ```ts
 * const a = new PyArray('H', [1, 2, 3]);
 * a.append(65535);
 * a.get(-1) // 65535
 * a.get(new Slice(0, 2)) // array('H', [1, 2])
 * a.append(65536) // OverflowError: unsigned short is greater than maximum
 * ```
 *
 * CPython: Modules/arraymodule.c `array_spec`
 */
export class PyArray<C extends TypeCode = TypeCode> extends Subscripts implements BufferExporter {
  /** The mark by which tools, such as the ESLint plugin, know the type. Not Python. */
  declare readonly [BRAND]: 'array';

  /**
   * `a[i]` and `a[i] = value`; a negative index counts from the end. Reading past the ends returns undefined; writing there
   * raises as `set` does. A hundred times slower than `get` and `set`.
   */
  [index: number]: ArrayItem<C>;

  readonly #type: ItemType;
  readonly #storage = new ArrayStorage();
  /** Bun's `expect` compares only own properties, and would accept any two arrays that have none. */
  readonly [WITNESS]: unknown = this.#storage;

  /**
   * @param typecode one of {@link typecodes}
   * @param initializer omitted for an empty array; a `Bytes` or `ByteArray` is read as machine values, a string as characters,
   *   and everything else is iterated, views included
   * @throws PyTypeError `array() argument 1 must be str, not int`, `'int' object is not iterable`,
   *   `cannot use a str to initialize an array with typecode 'b'`, and as {@link append}
   * @throws PyValueError `bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, e, f, d, Zf or Zd)`,
   *   `bytes length not a multiple of item size`
   *
   * @example
   * ```ts
   * new PyArray('H', b`\x01\x00\x02\x00`) // array('H', [1, 2])
   * new PyArray('b', 'ab') // TypeError: cannot use a str to initialize an array with typecode 'b'
   * ```
   *
   * CPython: Modules/arraymodule.c `array_new`
   */
  constructor(typecode: C, initializer?: ArraySource<C>) {
    super();
    if (typeof typecode !== 'string') {
      const given = typecode === null ? 'None' : typeName(typecode);
      throw new PyTypeError(`array() argument 1 must be str, not ${given}`);
    }
    checkName(typecode);
    const type = itemType(typecode);
    if (typecode === 'u') {
      warn('DeprecationWarning', "The 'u' type code is deprecated and will be removed in Python 3.16");
    }
    if (initializer !== undefined) checkInitializer(typecode, initializer);
    if (type === undefined) {
      const all = `${typecodes.slice(0, -1).join(', ')} or ${typecodes[typecodes.length - 1]}`;
      throw new PyValueError(`bad typecode (must be ${all})`);
    }
    this.#type = type;
    if (initializer === undefined) return;
    const kind = brandOf(initializer);
    if (typeof initializer === 'string') this.fromunicode(initializer);
    else if (isRevoked(initializer)) this.#appendItems(initializer);
    else if (kindOf(initializer) !== undefined) this.frombytes(initializer as Bytes | ByteArray);
    else if (kind === 'array' && sameType(initializer, typecode))
      this.#appendArray(PyArray.#own(initializer)!);
    else if (Array.isArray(initializer)) this.#takeList(initializer);
    else this.#appendAll(iterateAgain(iterate(initializer)), holdsFloats(initializer));
  }

  /** Adds the items of a list, as many as it has now. Each is converted once. */
  #takeList(items: readonly unknown[]): void {
    const { kind, size } = this.#type;
    const storage = this.#storage;
    const count = items.length;
    let at = storage.insert(0, count * size);
    for (let i = 0; i < count; i++, at += size) {
      if (i >= items.length) throw new PyIndexError('list index out of range');
      const item = coerceItem(this.#type, items[i]);
      writeItem(kind, storage.data, at, item);
    }
  }

  /** The type code. CPython: `array_get_typecode` */
  get typecode(): C {
    return this.#type.code as C;
  }

  /** The bytes of one item. CPython: `array_get_itemsize` */
  get itemsize(): number {
    return this.#type.size;
  }

  /** The number of items: `len(a)`. CPython: `array_length` */
  get length(): number {
    return this.#storage.length / this.#type.size;
  }

  // Items

  /**
   * Returns one item, or a new array with the items of a slice.
   *
   * @param key an int (negative: from the end) or a `Slice`
   * @throws PyIndexError `array index out of range`
   * @throws PyTypeError `array indices must be integers`
   *
   * @example
   * ```ts
   * const a = new PyArray('q', [10, 20, 30]);
   * a.get(-1) // 30
   * a.get(new Slice(null, null, -1)) // array('q', [30, 20, 10])
   * a.get(3) // IndexError: array index out of range
   * ```
   *
   * CPython: Modules/arraymodule.c `array_subscr`
   */
  get(key: IntLike): ArrayItem<C>;
  get(key: Slice): PyArray<C>;
  get(key: IntLike | Slice): ArrayItem<C> | PyArray<C>;
  get(key: IntLike | Slice): ArrayItem<C> | PyArray<C> {
    if (typeof key === 'number' && this.#has(key)) return this.#read(key);
    if (isSlice(key)) return this.#slice(key);
    return this.#read(this.#indexOf(key, 'array index out of range'));
  }

  /**
   * Replaces one item, or the items of a slice.
   *
   * @param key an int or a `Slice`
   * @param value an item; for a slice, an array of the same type code, which may have another length if the step is 1
   * @throws PyIndexError `array assignment index out of range`
   * @throws PyTypeError `can only assign array (not "list") to array slice`,
   *   `bad argument type for built-in operation` for another type code, and as {@link append}
   * @throws PyValueError `attempt to assign array of size 1 to extended slice of size 2`
   * @throws PyBufferError `cannot resize an array that is exporting buffers`
   *
   * @example
   * ```ts
   * const a = new PyArray('b', [1, 2, 3]);
   * a.set(0, 9);
   * a.set(new Slice(1, 3), new PyArray('b', [7]));
   * a // array('b', [9, 7])
   * a.set(new Slice(0, 1), [1] as never) // TypeError: can only assign array (not "list") to array slice
   * ```
   *
   * CPython: Modules/arraymodule.c `array_ass_subscr`
   */
  set(key: IntLike, value: ArrayInput<C>): void;
  set(key: Slice, value: PyArray<C>): void;
  set(key: IntLike | Slice, value: ArrayInput<C> | PyArray<C>): void {
    if (typeof key === 'number' && typeof value === 'number' && this.#has(key)) {
      this.#write(key, coerceItem(this.#type, value));
      return;
    }
    if (isSlice(key)) {
      this.#assign(key, value);
      return;
    }
    const message = 'array assignment index out of range';
    const index = this.#indexOf(key, message);
    // The conversion may run code that removes the item.
    const check = () => {
      if (index >= this.length) throw new PyIndexError(message);
    };
    const item = coerceItem(this.#type, value, check);
    check();
    this.#write(index, item);
  }

  /**
   * Removes one item, or the items of a slice.
   *
   * @param key an int or a `Slice`
   * @throws PyIndexError `array assignment index out of range`
   * @throws PyTypeError `array indices must be integers`
   * @throws PyBufferError `cannot resize an array that is exporting buffers`, even for an empty slice
   *
   * @example
   * ```ts
   * const a = new PyArray('b', [1, 2, 3, 4]);
   * a.delete(0);
   * a.delete(new Slice(null, null, 2));
   * a // array('b', [3])
   * ```
   *
   * CPython: Modules/arraymodule.c `array_ass_subscr`
   */
  delete(key: IntLike | Slice): void {
    if (isSlice(key)) {
      this.#deleteSlice(this.#bounds(key));
      return;
    }
    const index = this.#indexOf(key, 'array assignment index out of range');
    this.#storage.remove(index * this.itemsize, this.itemsize);
  }

  /**
   * Returns a new array with some of the items: `a[start:stop:step]`. Not Python, where it is a subscript.
   *
   * @example
   * ```ts
   * new PyArray('b', [1, 2, 3]).slice(1) // array('b', [2, 3])
   * ```
   */
  slice(start?: SlicePart, stop?: SlicePart, step?: SlicePart): PyArray<C> {
    return this.#slice(new Slice(start, stop, step));
  }

  // Growing and shrinking

  /**
   * Appends one item.
   *
   * @throws PyTypeError `'str' object cannot be interpreted as an integer`, `must be real number, not str`,
   *   `array item must be a unicode character, not int`
   * @throws PyOverflowError `signed char is greater than maximum` and the like, which name C's type
   * @throws PyBufferError `cannot resize an array that is exporting buffers`
   *
   * @example
   * ```ts
   * const a = new PyArray('b');
   * a.append(128) // OverflowError: signed char is greater than maximum
   * ```
   *
   * CPython: Modules/arraymodule.c `array_array_append`
   */
  append(value: ArrayInput<C>): void {
    if (typeof value === 'object') {
      this.#insertObject(this.length, value);
      return;
    }
    const item = coerceItem(this.#type, value);
    const { kind, size } = this.#type;
    const storage = this.#storage;
    const at = storage.insert(storage[LENGTH], size);
    if (size === 1) storage[MEMORY][at] = item as number;
    else writeItem(kind, storage.data, at, item);
  }

  /**
   * Appends items. Items before one that does not fit stay appended.
   *
   * @param items an array of the same type code, or an iterable of items
   * @throws PyTypeError `can only extend with array of same kind`, `'int' object is not iterable`, and as {@link append}
   * @throws PyBufferError `cannot resize an array that is exporting buffers`
   *
   * @example
   * ```ts
   * const a = new PyArray('b', [1]);
   * a.extend([2, 3]);
   * a.extend(new PyArray('B', [4]) as never) // TypeError: can only extend with array of same kind
   * a // array('b', [1, 2, 3])
   * ```
   *
   * CPython: Modules/arraymodule.c `array_array_extend`
   */
  extend(items: Iterable<ArrayInput<C>> | { __iter__(): unknown }): void {
    const array = PyArray.#own(items);
    if (array !== null) this.#appendArray(array);
    else this.#appendItems(items);
  }

  /**
   * Inserts one item before an index.
   *
   * @param index negative counts from the end; clamped to both ends
   * @throws PyTypeError, PyOverflowError, PyBufferError as {@link append}
   *
   * @example
   * ```ts
   * const a = new PyArray('b', [1, 2]);
   * a.insert(-1, 9);
   * a // array('b', [1, 9, 2])
   * ```
   *
   * CPython: Modules/arraymodule.c `array_array_insert`
   */
  insert(index: IntLike, value: ArrayInput<C>): void {
    let at = asSsizeArgument(index);
    const { length } = this;
    if (at < 0) at = Math.max(at + length, 0);
    this.#insertAt(Math.min(at, length), value);
  }

  /**
   * Removes one item and returns it.
   *
   * @param index the last item when omitted; negative counts from the end
   * @throws PyIndexError `pop from empty array`, `pop index out of range`
   * @throws PyBufferError `cannot resize an array that is exporting buffers`
   *
   * @example
   * ```ts
   * new PyArray('b', [1, 2, 3]).pop(0) // 1
   * new PyArray('b').pop() // IndexError: pop from empty array
   * ```
   *
   * CPython: Modules/arraymodule.c `array_array_pop`
   */
  pop(index: IntLike = -1): ArrayItem<C> {
    let at = asSsizeArgument(index);
    const { length } = this;
    if (length === 0) throw new PyIndexError('pop from empty array');
    if (at < 0) at += length;
    if (at < 0 || at >= length) throw new PyIndexError('pop index out of range');
    const item = this.#read(at);
    this.#storage.remove(at * this.itemsize, this.itemsize);
    return item;
  }

  /**
   * Removes the first item that equals a value.
   *
   * @throws PyValueError `array.remove(x): x not in array`
   * @throws PyBufferError `cannot resize an array that is exporting buffers`
   *
   * @example
   * ```ts
   * new PyArray('b', [1]).remove(5) // ValueError: array.remove(x): x not in array
   * ```
   *
   * CPython: Modules/arraymodule.c `array_array_remove`
   */
  remove(value: unknown): void {
    const index = this.#find(value, 0, Infinity);
    if (index < 0) throw new PyValueError('array.remove(x): x not in array');
    // The comparison may have run code that removed the item.
    if (index < this.length) this.#storage.remove(index * this.itemsize, this.itemsize);
  }

  /**
   * Removes all items.
   *
   * @throws PyBufferError `cannot resize an array that is exporting buffers`
   *
   * CPython: Modules/arraymodule.c `array_array_clear`
   */
  clear(): void {
    this.#storage.clear();
  }

  // Searching

  /**
   * Counts the items that equal a value.
   *
   * @param value of any type: `1`, `1n`, `true` and `1.0` are equal
   *
   * @example
   * ```ts
   * new PyArray('b', [1, 2, 1]).count(1) // 2
   * ```
   *
   * CPython: Modules/arraymodule.c `array_array_count`
   */
  count(value: unknown): number {
    let count = 0;
    for (let i = 0; i < this.length; i++) if (equalsItem(this.#read(i), value)) count++;
    return count;
  }

  /**
   * Returns the index of the first item that equals a value.
   *
   * @param start first index to search; negative counts from the end; 0 when omitted
   * @param stop one past the last index to search; negative counts from the end
   * @throws PyValueError `array.index(x): x not in array`
   * @throws PyTypeError `slice indices must be integers or have an __index__ method`
   *
   * @example
   * ```ts
   * new PyArray('b', [1, 2, 1]).index(1, 1) // 2
   * new PyArray('b', [1]).index(5) // ValueError: array.index(x): x not in array
   * ```
   *
   * CPython: Modules/arraymodule.c `array_array_index`
   */
  index(value: unknown, start: IntLike = 0, stop?: IntLike): number {
    let from = sliceIndex(start);
    let to = stop === undefined ? Infinity : sliceIndex(stop);
    const { length } = this;
    if (from < 0) from = Math.max(from + length, 0);
    if (to < 0) to += length;
    const index = this.#find(value, from, to);
    if (index < 0) throw new PyValueError('array.index(x): x not in array');
    return index;
  }

  /** `value in a`: returns whether an item equals a value. CPython: Modules/arraymodule.c `array_contains` */
  includes(value: unknown): boolean {
    return this.#find(value, 0, Infinity) >= 0;
  }

  // In place

  /**
   * Reverses the order of the items.
   *
   * CPython: Modules/arraymodule.c `array_array_reverse`
   */
  reverse(): void {
    const { memory, start, length } = this.#storage;
    const { itemsize } = this;
    reverse(memory, start, start + length);
    // This reverses all bytes, so the bytes of each item too; swapping restores the items but not their order.
    swapBytes(memory, start, start + length, itemsize);
  }

  /**
   * Reverses the bytes of every item: from this machine's byte order to the other. Real and imaginary parts keep their places.
   *
   * @example
   * ```ts
   * const a = new PyArray('H', [1]);
   * a.byteswap();
   * a // array('H', [256])
   * ```
   *
   * CPython: Modules/arraymodule.c `array_array_byteswap`
   */
  byteswap(): void {
    const { memory, start, length } = this.#storage;
    const { itemsize } = this;
    const isComplex = this.#type.itemClass === 'complex';
    swapBytes(memory, start, start + length, isComplex ? itemsize / 2 : itemsize);
  }

  // From and to other representations

  /**
   * Appends the machine values in a buffer.
   *
   * @param buffer any contiguous bytes-like object of one-byte items
   * @throws PyValueError `bytes length not a multiple of item size`
   * @throws PyTypeError `a bytes-like object is required, not 'str'`; without the type for items of several bytes
   * @throws PyBufferError `cannot resize an array that is exporting buffers`
   *
   * @example
   * ```ts
   * const a = new PyArray('H');
   * a.frombytes(b`\x01\x00\x02\x00`);
   * a // array('H', [1, 2])
   * a.frombytes(b`\x01`) // ValueError: bytes length not a multiple of item size
   * ```
   *
   * CPython: Modules/arraymodule.c `array_array_frombytes`
   */
  frombytes(buffer: BytesLike): void {
    const view = acquireView(buffer, BufferFlags.SIMPLE);
    try {
      if (view.itemsize !== 1) throw new PyTypeError('a bytes-like object is required');
      this.#appendItemBytes(view.memory, view.offset, view.length);
    } finally {
      returnView(view);
    }
  }

  /**
   * Returns a copy of the machine values as bytes.
   *
   * @example
   * ```ts
   * new PyArray('H', [1, 2]).tobytes() // b'\x01\x00\x02\x00'
   * ```
   *
   * CPython: Modules/arraymodule.c `array_array_tobytes`
   */
  tobytes(): Bytes {
    return this.#bytes(0, this.#storage.length);
  }

  /**
   * Reads machine values from a file. Those that were read are kept even if there are too few.
   *
   * @param f anything whose `read(size)` returns `Bytes`
   * @param n the number of items
   * @throws PyEOFError `read() didn't return enough bytes`
   * @throws PyValueError `n cannot be negative`, `bytes length not a multiple of item size`
   * @throws PyTypeError `read() didn't return bytes`
   * @throws PyAttributeError `'int' object has no attribute 'read'`
   *
   * @example
   * ```ts
   * const a = new PyArray('b');
   * a.fromfile(new BytesIO(b`ab`), 3) // EOFError: read() didn't return enough bytes
   * a // array('b', [97, 98])
   * ```
   *
   * CPython: Modules/arraymodule.c `array_array_fromfile_impl`
   */
  fromfile(f: Reader, n: IntLike): void {
    const count = asSsizeArgument(n);
    if (count < 0) throw new PyValueError('n cannot be negative');
    const size = count * this.itemsize;
    if (size > abi().maxsize) throw new PyMemoryError();
    const data = contentOfBytes(methodOf(f, 'read')(size));
    if (data === null) throw new PyTypeError("read() didn't return bytes");
    const isShort = data[LENGTH] !== size;
    this.#appendItemBytes(data[MEMORY], data[START], data[LENGTH]);
    if (isShort) throw new PyEOFError("read() didn't return enough bytes");
  }

  /**
   * Writes the machine values to a file, in pieces of 64 KiB.
   *
   * @param f anything with `write(bytes)`
   * @throws PyAttributeError `'int' object has no attribute 'write'`
   *
   * @example
   * ```ts
   * const f = new BytesIO();
   * new PyArray('H', [1, 2]).tofile(f);
   * f.getvalue() // b'\x01\x00\x02\x00'
   * ```
   *
   * CPython: Modules/arraymodule.c `array_array_tofile_impl`
   */
  tofile(f: Writer): void {
    for (let at = 0; at < this.#storage.length; at += BLOCK) {
      methodOf(f, 'write')(this.#bytes(at, Math.min(at + BLOCK, this.#storage.length)));
    }
  }

  /**
   * Appends the items of a list. After an error the array is unchanged.
   *
   * @param list an array; a frozen one is a tuple and is refused
   * @throws PyTypeError `arg must be list`, and as {@link append}
   * @throws PyRuntimeError `list changed size during iteration`
   * @throws PyBufferError `cannot resize an array that is exporting buffers`
   *
   * @example
   * ```ts
   * const a = new PyArray('b', [1]);
   * a.fromlist([2, 'x'] as never) // TypeError: 'str' object cannot be interpreted as an integer
   * a // array('b', [1])
   * ```
   *
   * CPython: Modules/arraymodule.c `array_array_fromlist`
   */
  fromlist(list: ArrayInput<C>[]): void {
    if (!Array.isArray(list) || Object.isFrozen(list)) throw new PyTypeError('arg must be list');
    const count = list.length;
    if (count === 0) return;
    const { kind, size } = this.#type;
    const storage = this.#storage;
    const before = storage.length;
    this.#resizeTo(before + count * size);
    try {
      for (let i = 0; i < count; i++) {
        const index = this.length - count + i;
        const item = coerceItem(this.#type, list[i]);
        if (index >= this.length) throw new PyIndexError('array assignment index out of range');
        if (index >= 0) writeItem(kind, storage.data, storage.start + index * size, item);
        if (list.length !== count) throw new PyRuntimeError('list changed size during iteration');
      }
    } catch (error) {
      this.#resizeTo(before);
      throw error;
    }
  }

  /**
   * Returns the items as a list.
   *
   * @throws PyValueError `chr() arg not in range(0x110000)`
   *
   * @example
   * ```ts
   * new PyArray('q', [1, 2]).tolist() // [ 1n, 2n ]
   * ```
   *
   * CPython: Modules/arraymodule.c `array_array_tolist`
   */
  tolist(): ArrayItem<C>[] {
    const { kind, size } = this.#type;
    const { data, start, length } = this.#storage;
    const items = new Array<ArrayItem<C>>(length / size);
    if (kind === Kind.F64) {
      // A separate loop, so that V8 keeps the list as plain doubles.
      for (let i = 0, at = start; i < items.length; i++, at += size) {
        items[i] = data.getFloat64(at, true) as ArrayItem<C>;
      }
      return items;
    }
    for (let i = 0, at = start; i < items.length; i++, at += size) {
      items[i] = readItem(kind, data, at) as ArrayItem<C>;
    }
    return items;
  }

  /**
   * Appends the characters of a string; only for `u` and `w`.
   *
   * @throws PyValueError `fromunicode() may only be called on unicode type arrays ('u' or 'w')`
   * @throws PyTypeError `fromunicode() argument must be str, not int`
   * @throws PyBufferError `cannot resize an array that is exporting buffers`
   *
   * @example
   * ```ts
   * const a = new PyArray('w', 'a');
   * a.fromunicode('b\u{1f600}');
   * a.tolist() // ['a', 'b', '😀']
   * ```
   *
   * CPython: Modules/arraymodule.c `array_array_fromunicode_impl`
   */
  fromunicode(text: string): void {
    if (typeof text !== 'string') {
      throw new PyTypeError(
        `fromunicode() argument must be str, not ${text === null ? 'None' : typeName(text)}`,
      );
    }
    this.#checkUnicode('fromunicode');
    let count = 0;
    for (const _ of text) count++;
    const storage = this.#storage;
    let at = storage.insert(storage.length, count * 4);
    for (let i = 0; i < text.length; at += 4) {
      const point = text.codePointAt(i)!;
      storage.data.setUint32(at, point, true);
      i += point > 0xffff ? 2 : 1;
    }
  }

  /**
   * Returns the characters as a string; only for `u` and `w`.
   *
   * @throws PyValueError `tounicode() may only be called on unicode type arrays ('u' or 'w')`,
   *   `character U+110000 is not in range [U+0000; U+10ffff]` for `u`
   * @throws PyUnicodeDecodeError for `w`, where an item is no character
   *
   * @example
   * ```ts
   * new PyArray('w', 'ab').tounicode() // ab
   * new PyArray('b').tounicode() // ValueError: tounicode() may only be called on unicode type arrays ('u' or 'w')
   * ```
   *
   * CPython: Modules/arraymodule.c `array_array_tounicode_impl`
   */
  tounicode(): string {
    this.#checkUnicode('tounicode');
    if (this.#type.code === 'w') {
      // A byte order mark at the beginning is no character, as CPython decodes it, and may turn the order round.
      const bytes = this.tobytes();
      return decode(bytes, 'utf-32', 'strict', bytes);
    }
    const { data, start, length } = this.#storage;
    let text = '';
    for (let at = start; at < start + length; at += 4) {
      const point = data.getUint32(at, true);
      if (point > 0x10ffff) {
        throw new PyValueError(`character U+${point.toString(16)} is not in range [U+0000; U+10ffff]`);
      }
      text += String.fromCodePoint(point);
    }
    return text;
  }

  /**
   * Returns the position of the items and their number, as a tuple. JavaScript has no addresses: the position is the index in
   * the memory that `getBuffer` shows.
   *
   * CPython: Modules/arraymodule.c `array_array_buffer_info`
   */
  buffer_info(): readonly [number, number] {
    return Object.freeze([this.#storage.start, this.length] as const);
  }

  /** @internal Returns a copy, a plain array even for a subclass. CPython: Modules/arraymodule.c `array_array___copy__` */
  __copy__(): PyArray<C> {
    const copy = this.#new();
    copy.#appendArray(this);
    return copy;
  }

  /** @internal A copy. CPython: Modules/arraymodule.c `array_array___deepcopy__` */
  __deepcopy__(_memo?: unknown): PyArray<C> {
    return this.__copy__();
  }

  // Operators

  /**
   * `a + other`: returns a new array with the items of both.
   *
   * @param other an array of the same type code
   * @throws PyTypeError `can only append array (not "list") to array`,
   *   `bad argument type for built-in operation` for another type code
   *
   * @example
   * ```ts
   * new PyArray('b', [1]).concat(new PyArray('b', [2])) // array('b', [1, 2])
   * new PyArray('b', [1]).concat([2] as never) // TypeError: can only append array (not "list") to array
   * ```
   *
   * CPython: Modules/arraymodule.c `array_concat`
   */
  concat(other: PyArray<C>): PyArray<C> {
    const array = PyArray.#own(other);
    if (array === null) throw new PyTypeError(`can only append array (not "${typeName(other)}") to array`);
    this.#checkSameType(array);
    const result = this.__copy__();
    result.#appendArray(array);
    return result;
  }

  /**
   * `a * count`: returns a new array that repeats the items `count` times.
   *
   * @param count a negative number counts as 0
   * @throws PyTypeError `can't multiply sequence by non-int of type 'float'`
   * @throws PyOverflowError `cannot fit 'int' into an index-sized integer`
   * @throws PyMemoryError
   *
   * CPython: Modules/arraymodule.c `array_repeat`
   */
  repeat(count: IntLike): PyArray<C> {
    const times = this.#times(count);
    const result = this.#new();
    if (times > 0) {
      result.#appendArray(this);
      result.#fill(times);
    }
    return result;
  }

  /**
   * `a += other`: appends the items of another array.
   *
   * @returns this array
   * @throws PyTypeError `can only extend array with array (not "list")`, `can only extend with array of same kind`
   * @throws PyBufferError `cannot resize an array that is exporting buffers`
   *
   * CPython: Modules/arraymodule.c `array_inplace_concat`
   */
  iadd(other: PyArray<C>): this {
    const array = PyArray.#own(other);
    if (array === null) throw new PyTypeError(`can only extend array with array (not "${typeName(other)}")`);
    this.#appendArray(array);
    return this;
  }

  /**
   * `a *= count`: repeats the items of this array in place.
   *
   * @returns this array
   * @throws as {@link repeat}, and PyBufferError `cannot resize an array that is exporting buffers`
   *
   * CPython: Modules/arraymodule.c `array_inplace_repeat`
   */
  imul(count: IntLike): this {
    const times = this.#times(count);
    if (times > 0) this.#fill(times);
    else this.#storage.clear();
    return this;
  }

  /**
   * `a == other`: returns whether another value is an array of equal items, of any type code. A value that arrays do not know
   * (a view, a bytearray) is asked in turn, as Python asks the reflected operand.
   *
   * @example
   * ```ts
   * new PyArray('b', [1, 2]).equals(new PyArray('d', [1, 2])) // true
   * ```
   *
   * CPython: Modules/arraymodule.c `array_richcompare`
   */
  equals(other: unknown): boolean {
    const result = this.richCompare(other, '==');
    if (result !== NotImplemented) return result;
    const brand = brandOf(other);
    const canCompare = brand === 'memoryview' || brand === 'bytearray';
    return canCompare && (other as MemoryView | ByteArray).equals(this);
  }

  /**
   * Orders two arrays item by item: negative, zero or positive; NaN if the first items that differ have no order.
   *
   * @param other an array, of any type code
   * @throws PyTypeError `'<' not supported between instances of 'array.array' and 'list'`
   *
   * @example
   * ```ts
   * new PyArray('b', [1, 2]).compare(new PyArray('d', [1, 2.5])) // -1
   * ```
   *
   * Not Python, which has `<` and the other operators. CPython: Modules/arraymodule.c `array_richcompare`
   */
  compare(other: PyArray): number {
    const array = PyArray.#own(other);
    if (array === null) {
      throw new PyTypeError(
        `'<' not supported between instances of '${typeName(this)}' and '${typeName(other)}'`,
      );
    }
    return this.#order(array, '<');
  }

  /**
   * A comparison as Python's operators make it. The name is not Python's, which has only the operators.
   *
   * @returns NotImplemented if the other value is not an array
   * @throws PyTypeError `'<' not supported between instances of 'complex' and 'complex'`
   *
   * CPython: Modules/arraymodule.c `array_richcompare`
   */
  richCompare(other: unknown, comparison: Comparison): boolean | typeof NotImplemented {
    const array = PyArray.#own(other);
    if (array === null) return NotImplemented;
    const { length } = array;
    if (comparison === '==' || comparison === '!=') {
      if (this.length !== length) return comparison === '!=';
      const { itemClass } = this.#type;
      // Equal ints and characters have equal bytes; floats need not.
      if (this.#type === array.#type && (itemClass === 'int' || itemClass === 'str')) {
        const mine = this.#storage;
        const same = equal(mine.memory, mine.start, array.#storage.memory, array.#storage.start, mine.length);
        return same === (comparison === '==');
      }
    }
    return satisfies(comparison, this.#order(array, comparison));
  }

  /** Iterates over the items and follows changes that are made meanwhile. CPython: `array_iter` */
  [Symbol.iterator](): ArrayIterator<ArrayItem<C>> {
    return new ArrayIterator(this);
  }

  /** Iterates over the items from the end. CPython: `reversed(a)` */
  reversed(): ArrayIterator<ArrayItem<C>> {
    return new ReversedArrayIterator(this);
  }

  // The buffer protocol

  /**
   * Returns a live `Uint8Array` over the items' bytes, without a copy. It holds an export, so the length cannot change until its
   * `release()` or the end of its `using` block. Not Python.
   *
   * @example
   * ```ts
   * const a = new PyArray('H', [1, 2]);
   * using live = a.asUint8Array();
   * live[1] = 1;
   * a // array('H', [257, 2])
   * ```
   */
  asUint8Array(): LiveUint8Array {
    return liveArray(this);
  }

  /**
   * Returns a live read-only `Uint8Array` over the items' bytes, for platform functions that read. It holds an export, as {@link
   * asUint8Array} does. Not Python.
   *
   * @example
   * ```ts
   * using live = new PyArray('H', [1, 2]).asReadonlyUint8Array();
   * [...live] // [1,0,2,0]
   * ```
   */
  asReadonlyUint8Array(): LiveReadonlyUint8Array {
    return readonlyArray(this);
  }

  /**
   * Returns a copy of the items' bytes as a plain `Uint8Array`, which the caller may change. Not Python.
   *
   * @example
   * ```ts
   * new PyArray('H', [1, 2]).toUint8Array() // Uint8Array(4) [ 1, 0, 2, 0 ]
   * ```
   */
  toUint8Array(): OwnUint8Array {
    return this.tobytes().toUint8Array();
  }

  /** Counts one export. CPython: Modules/arraymodule.c `array_buffer_getbuf` */
  getBuffer(flags: number): BufferView {
    takeOwnMemory(this.#storage);
    const { memory, start, length } = this.#storage;
    const { size, format } = this.#type;
    const view = new BufferView(
      this,
      memory,
      start,
      length,
      false,
      size,
      requests(flags, BufferFlags.FORMAT) ? format : null,
      1,
      requests(flags, BufferFlags.ND) ? [length / size] : null,
      requests(flags, BufferFlags.STRIDES) ? [size] : null,
      null,
    );
    return (this.#storage[LOCK] ??= new Exports()).add(view);
  }

  /** Releases one export. CPython: Modules/arraymodule.c `array_buffer_relbuf` */
  releaseBuffer(view: BufferView): void {
    view.exports?.remove(view);
  }

  // Text

  /**
   * The repr.
   *
   * @example
   * ```ts
   * new PyArray('d', [1, 2.5]).toString() // array('d', [1.0, 2.5])
   * new PyArray('w', 'ab').toString() // array('w', 'ab')
   * new PyArray('l').toString() // array('l')
   * ```
   *
   * CPython: Modules/arraymodule.c `array_repr`
   */
  override toString(): string;
  override toString(...given: readonly unknown[]): string {
    refuseArguments(given);
    const { code, itemClass } = this.#type;
    const name = Object.getPrototypeOf(this) === PyArray.prototype ? 'array' : typeName(this);
    if (this.length === 0) return `${name}('${code}')`;
    let items: unknown = itemClass === 'str' ? this.tounicode() : this.tolist();
    if (itemClass === 'float') items = (items as number[]).map((item) => new PyFloat(item));
    return `${name}('${code}', ${reprValue(items)})`;
  }

  /**
   * Returns the repr for templates and `String(a)`, and raises for JavaScript's operators (`a + x`, `a < x`, `a == 'text'`).
   * Not Python.
   *
   * @throws PyTypeError `array.array is no operand of JavaScript's operators: use a.concat(b) for +, a.equals(b) for ==, ...`
   */
  [Symbol.toPrimitive](hint: string): string {
    return toPrimitive(this, hint);
  }

  /**
   * Makes `JSON.stringify` raise what Python's `json.dumps` raises: write `a.tolist()`. Without a key, as test runners call it,
   * it returns the repr.
   *
   * @throws PyTypeError `Object of type array is not JSON serializable: use x.tolist() and new PyArray(typecode, list)`
   *
   * CPython: Lib/json/encoder.py `JSONEncoder.default`
   */
  toJSON(...key: readonly unknown[]): string {
    return toJSON(this, key, 'x.tolist() and new PyArray(typecode, list)');
  }

  /**
   * The type and items as text: up to 64 items, and two 64-bit hashes of more. The text is equal for equal arrays, so
   * comparison helpers tell different contents apart. Not Python.
   */
  get [Symbol.toStringTag](): string {
    return safely('array', () => tagOfItems('array', this.length, this.tolist().map(itemText)));
  }

  /** The same text under the only name that a `for...in` lists, for helpers that compare what it lists. Not Python. */
  get contents(): string {
    return this[Symbol.toStringTag];
  }

  /** @internal `a[i]`. */
  [ITEM_AT](index: number | bigint): ArrayItem<C> | undefined {
    // The prototype itself has no items.
    if (!(#type in this)) return undefined;
    const { length } = this;
    return index < length && index >= -length ? this.get(Number(index)) : undefined;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  /** Python's name of the type. */
  get [TYPE_NAME](): string {
    return this.constructor === PyArray ? 'array.array' : this.constructor.name;
  }

  /**
   * Arrays cannot be hashed, so views of them cannot either.
   *
   * CPython: Modules/arraymodule.c `array_slots`
   *
   * @internal
   */
  get __hash__(): null {
    return null;
  }

  #new(): PyArray<C> {
    return new PyArray(this.typecode);
  }

  /** Whether a number is the index of an item, counted from the front. */
  #has(index: number): boolean {
    return index >= 0 && index * this.#type.size < this.#storage[LENGTH] && Number.isInteger(index);
  }

  #read(index: number): ArrayItem<C> {
    const { kind, size } = this.#type;
    const { data, start } = this.#storage;
    return readItem(kind, data, start + index * size) as ArrayItem<C>;
  }

  #write(index: number, item: ReturnType<typeof coerceItem>): void {
    const { kind, size } = this.#type;
    const { data, start } = this.#storage;
    writeItem(kind, data, start + index * size, item);
  }

  /** The index for a key; the length is read after its `__index__` has run. */
  #indexOf(key: unknown, message: string): number {
    if (!isIntLike(key)) throw new PyTypeError(NOT_AN_INDEX);
    let index = asIndex(key);
    const { length } = this;
    if (index < 0) index += length;
    if (index < 0 || index >= length) throw new PyIndexError(message);
    return index;
  }

  #bounds(key: Slice): SliceIndices {
    const { start, stop, step } = unpackSlice(key);
    return adjustSlice(this.length, start, stop, step);
  }

  #bytes(from: number, to: number): Bytes {
    const { memory, start } = this.#storage;
    return bytesOfRange(copyRange(memory, start + from, start + to));
  }

  #insertAt(index: number, value: unknown): void {
    if (typeof value === 'object') {
      this.#insertObject(index, value);
      return;
    }
    const { kind, size } = this.#type;
    const storage = this.#storage;
    const item = coerceItem(this.#type, value);
    const at = storage.insert(index * size, size);
    writeItem(kind, storage.data, at, item);
  }

  /** CPython converts an object twice: first to check it, then once there is room for the item. */
  #insertObject(index: number, value: object | null): void {
    const { kind, size } = this.#type;
    const storage = this.#storage;
    const before = storage.length;
    coerceItem(this.#type, value);
    this.#resizeTo(before + size);
    const { memory, start } = storage;
    memory.copyWithin(start + (index + 1) * size, start + index * size, start + before);
    const item = coerceItem(this.#type, value);
    if (index >= this.length) throw new PyIndexError('array assignment index out of range');
    writeItem(kind, storage.data, storage.start + index * size, item);
  }

  /** Sets the length in bytes, whatever a conversion did to the array. Not Python: new bytes are zero. */
  #resizeTo(bytes: number): void {
    const storage = this.#storage;
    const { length } = storage;
    if (length > bytes) storage.remove(bytes, length - bytes);
    else {
      const start = storage.insert(length, bytes - length);
      storage.memory.fill(0, start, start + bytes - length);
    }
  }

  #appendItems(items: unknown): void {
    if (isArray(items)) {
      // Reads the list by index, so it sees what a conversion does to the list, as Python's iterator does.
      for (let i = 0; i < items.length; i++) this.#insertAt(this.length, items[i]);
      return;
    }
    this.#appendAll(iterate(items), holdsFloats(items));
  }

  /** @param areFloats whether numbers among the items are floats, which JavaScript cannot tell */
  #appendAll(iterator: Iterator<unknown>, areFloats: boolean): void {
    for (let step = iterator.next(); step.done !== true; step = iterator.next()) {
      const { value } = step;
      this.#insertAt(this.length, areFloats && typeof value === 'number' ? new PyFloat(value) : value);
    }
  }

  #appendArray(other: PyArray): void {
    if (other.#type !== this.#type) throw new PyTypeError('can only extend with array of same kind');
    const { memory, start, length } = other.#storage;
    this.#appendBytes(memory, start, length);
  }

  /** Appends the bytes of whole items. */
  #appendItemBytes(memory: Uint8Array, start: number, length: number): void {
    if (length % this.itemsize !== 0) throw new PyValueError('bytes length not a multiple of item size');
    this.#appendBytes(memory, start, length);
  }

  #appendBytes(memory: Uint8Array, start: number, length: number): void {
    const storage = this.#storage;
    const isOwn = memory === storage[MEMORY];
    const offset = start - storage.start;
    const at = storage.insert(storage.length, length);
    // The array's own items may have moved to make room.
    const source = isOwn ? storage.memory : memory;
    const from = isOwn ? storage.start + offset : start;
    if (source === storage.memory) source.copyWithin(at, from, from + length);
    else copyToNew(source, from, from + length, storage.memory, at);
  }

  /** Repeats the items in place. */
  #fill(times: number): void {
    const storage = this.#storage;
    const { length } = storage;
    if (times === 1 || length === 0) return;
    storage.insert(length, length * (times - 1));
    const { memory, start } = storage;
    const end = start + length * times;
    // Each step doubles what is done.
    for (let done = length; done < length * times; done *= 2) {
      memory.copyWithin(start + done, start, Math.min(start + done, end - done));
    }
  }

  #times(count: unknown): number {
    if (!isIntLike(count)) {
      throw new PyTypeError(`can't multiply sequence by non-int of type '${typeName(count)}'`);
    }
    const times = asSsize(count);
    if (times > 0 && this.#storage.length * times > abi().maxsize) throw new PyMemoryError();
    return times;
  }

  #slice(key: Slice): PyArray<C> {
    const { start, step, count } = this.#bounds(key);
    const result = this.#new();
    const { size } = this.#type;
    const source = this.#storage;
    const target = result.#storage;
    const at = target.insert(0, count * size);
    if (step === 1) {
      const from = source.start + start * size;
      copyBytes(source.memory, from, from + count * size, target.memory, at);
      return result;
    }
    for (let i = 0; i < count; i++) {
      const from = source.start + (start + i * step) * size;
      copyBytes(source.memory, from, from + size, target.memory, at + i * size);
    }
    return result;
  }

  #assign(key: Slice, value: unknown): void {
    const bounds = this.#bounds(key);
    const array = PyArray.#own(value);
    if (array === null) {
      throw new PyTypeError(`can only assign array (not "${typeName(value)}") to array slice`);
    }
    // Assigns a copy of the array to itself, by the same method.
    if (array.#storage === this.#storage) return this.#assign(key, array.#slice(new Slice()));
    this.#checkSameType(array);
    const { step, count } = bounds;
    const needed = array.length;
    if (needed === 0) {
      this.#deleteSlice(bounds);
      return;
    }
    const storage = this.#storage;
    if (needed !== count) checkResizable(storage);
    if (needed !== count && step !== 1) {
      throw new PyValueError(`attempt to assign array of size ${needed} to extended slice of size ${count}`);
    }
    const { size } = this.#type;
    const source = array.#storage;
    const at = bounds.start * size;
    if (needed > count) storage.insert(at + count * size, (needed - count) * size);
    else if (needed < count) storage.remove(at + needed * size, (count - needed) * size);
    for (let i = 0; i < needed; i += step === 1 ? needed : 1) {
      const from = source.start + i * size;
      const to = step === 1 ? from + needed * size : from + size;
      copyBytes(source.memory, from, to, storage.memory, storage.start + at + i * step * size);
    }
  }

  #deleteSlice({ start, step, count }: SliceIndices): void {
    const storage = this.#storage;
    // Even for no items, because CPython checks before it looks at the size.
    checkResizable(storage);
    if (count === 0) return;
    const { size } = this.#type;
    const stride = Math.abs(step);
    const first = step < 0 ? start + (count - 1) * step : start;
    if (stride === 1) {
      storage.remove(first * size, count * size);
      return;
    }
    const { memory, start: base, length } = storage;
    let target = base + first * size;
    for (let i = 0; i < count; i++) {
      const from = base + (first + i * stride + 1) * size;
      const to = i === count - 1 ? base + length : from + (stride - 1) * size;
      memory.copyWithin(target, from, to);
      target += to - from;
    }
    storage.remove(length - count * size, count * size);
  }

  /**
   * Returns an array as one of this copy of the library: itself, or a copy of another copy's array, whose private fields cannot
   * be read; null for everything else.
   */
  static #own(value: unknown): PyArray | null {
    if (value instanceof PyArray) return value;
    if (brandOf(value) !== 'array') return null;
    const array = new PyArray((value as PyArray).typecode);
    array.frombytes((value as PyArray).tobytes());
    return array;
  }

  #checkSameType(other: PyArray): void {
    if (other.#type !== this.#type) throw new PyTypeError('bad argument type for built-in operation');
  }

  #checkUnicode(name: string): void {
    if (this.#type.kind !== CHARACTER) {
      throw new PyValueError(`${name}() may only be called on unicode type arrays ('u' or 'w')`);
    }
  }

  /** The first index from `start` on and before `stop` whose item equals a value. The value's `__eq__` may change the array. */
  #find(value: unknown, start: number, stop: number): number {
    for (let i = start; i < stop && i < this.length; i++) if (equalsItem(this.#read(i), value)) return i;
    return -1;
  }

  /** Orders by the first items that differ, or by the lengths. */
  #order(other: PyArray, comparison: Comparison): number {
    if (other.#type === this.#type && this.#type.kind === CHARACTER) return this.#orderOfCharacters(other);
    for (let i = 0; i < this.length && i < other.length; i++) {
      const left = this.#read(i);
      const right = other.#read(i);
      if (equalsItem(left, right)) continue;
      if (comparison === '==' || comparison === '!=') return NaN;
      return orderOfItems(comparison, left, right, [this.#type.itemClass, other.#type.itemClass]);
    }
    return this.length - other.length;
  }

  /**
   * Orders arrays of characters by their numbers, which need not be code points: `wchar_t` is signed, `Py_UCS4` is not.
   *
   * CPython: Modules/arraymodule.c `u_compareitems`, `w_compareitems`
   */
  #orderOfCharacters(other: PyArray): number {
    const [mine, theirs] = [this.#storage, other.#storage];
    const signed = this.typecode === 'u';
    for (let i = 0; i < Math.min(mine.length, theirs.length); i += 4) {
      const left = mine.data.getUint32(mine.start + i, true);
      const right = theirs.data.getUint32(theirs.start + i, true);
      if (left !== right) return signed ? (left | 0) - (right | 0) : left - right;
    }
    return this.length - other.length;
  }
}

/** CPython: Modules/arraymodule.c `array_new`, its checks before the type code's */
function checkInitializer(typecode: string, initializer: unknown): void {
  if (typecode === 'u' || typecode === 'w') return;
  if (typeof initializer === 'string') {
    throw new PyTypeError(`cannot use a str to initialize an array with typecode '${typecode}'`);
  }
  if (isRevoked(initializer)) return;
  if (sameType(initializer, 'u') || sameType(initializer, 'w')) {
    throw new PyTypeError(`cannot use a unicode array to initialize an array with typecode '${typecode}'`);
  }
}

/** Whether a value is an array with this type code. */
function sameType(value: unknown, typecode: string): value is PyArray {
  return brandOf(value) === 'array' && (value as PyArray).typecode === typecode;
}

/** CPython: Python/ceval.c `_PyEval_SliceIndexNotNone` */
function sliceIndex(value: unknown): number {
  if (!isIntLike(value)) throw new PyTypeError('slice indices must be integers or have an __index__ method');
  return asSliceIndex(value as IntLike, 0);
}

comparedByItems(PyArray.prototype);
listed(PyArray.prototype);
brand(PyArray.prototype, 'array');
