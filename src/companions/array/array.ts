/**
 * The class `PyArray`, Python's `array.array`: documented methods over functions on its state (`state.ts`),
 * one file for each kind of method.
 */
import { bytesOfRange, liveArray, readonlyArray } from '../../bytes/index.js';
import type {
  ByteArray,
  Bytes,
  Comparison,
  LiveReadonlyUint8Array,
  LiveUint8Array,
} from '../../bytes/index.js';
import { LENGTH, MEMORY } from '../../memory/index.js';
import type { OwnUint8Array } from '../../memory/index.js';
import type { MemoryView } from '../../memoryview/index.js';
import {
  ITEM_AT,
  itemText,
  listed,
  refuseArguments,
  tagOfItems,
  tagged,
  toJSON,
  toPrimitive,
} from '../../objects/index.js';
import { BufferView } from '../../protocol/index.js';
import type { BufferExporter, BytesLike } from '../../protocol/index.js';
import {
  NotImplemented,
  Slice,
  TYPE_NAME,
  brand,
  brandOf,
  comparedByItems,
  typeName,
} from '../../python/index.js';
import type { BRAND, IntLike, SlicePart } from '../../python/index.js';
import type { Reader, Writer } from '../io/direct.js';
import { ArrayIterator, ReversedArrayIterator } from './array-iterator.js';
import { appendBuffer, appendFile, bytesOfItems, writeToFile } from './bytes.js';
import { coerceItem, writeItem } from './coerce.js';
import { compareArrays, richCompareArrays } from './compare.js';
import { fillWith, typeFor } from './construct.js';
import { exportItems } from './export.js';
import {
  appendList,
  appendOperand,
  concatenated,
  copyOf,
  extend,
  insertBefore,
  insertObject,
  repeatItems,
  repeated,
} from './grow.js';
import { listOf } from './list.js';
import { countItems, findItem, indexOfItem } from './search.js';
import {
  ArrayState,
  BareArray,
  STORAGE,
  TYPE,
  hasIndex,
  lengthOf,
  makeArraysOf,
  ownArray,
  readAt,
  writeAt,
} from './state.js';
import { assign, popAt, remove, removeItem, sliceOf, subscript } from './subscript.js';
import { reverseItems, swapItems } from './swap.js';
import { appendText, reprOf, textOf } from './text.js';
import type { ArrayInput, ArrayItem, TypeCode } from './type-codes.js';

/**
 * The sources of an array: items, text for `u` and `w`, or the machine values in a `Bytes` or `ByteArray`.
 */
export type ArraySource<C extends TypeCode> =
  | Iterable<ArrayInput<C>>
  | { __iter__(): unknown }
  | Bytes
  | ByteArray
  | (C extends 'u' | 'w' ? string : never);

/**
 * Python's `array.array`: a sequence of numbers or characters of one C type, stored as in C, and an exporter
 * of a writable buffer.
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
export class PyArray<C extends TypeCode = TypeCode> extends ArrayState implements BufferExporter {
  /** The mark by which tools, such as the ESLint plugin, recognize the type. Not Python. */
  declare readonly [BRAND]: 'array';

  /**
   * `a[i]` and `a[i] = value`; a negative index counts from the end. Reading past the ends returns undefined;
   * writing there raises as `set` does. A hundred times slower than `get` and `set`.
   */
  [index: number]: ArrayItem<C>;

  /**
   * @param typecode one of {@link typecodes}
   * @param initializer omitted for an empty array; a `Bytes` or `ByteArray` is read as machine values, a
   *   string as characters, and everything else is iterated, views included
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
    const type = typeFor(typecode, initializer);
    if (new.target === PyArray) {
      const array = new BareArray(type) as PyArray<C>;
      if (initializer !== undefined) fillWith(array, initializer);
      return array;
    }
    super(type);
    if (initializer !== undefined) fillWith(this, initializer);
  }

  /** The type code. CPython: `array_get_typecode` */
  get typecode(): C {
    return this[TYPE].code as C;
  }

  /** The bytes of one item. CPython: `array_get_itemsize` */
  get itemsize(): number {
    return this[TYPE].size;
  }

  /** The number of items: `len(a)`. CPython: `array_length` */
  get length(): number {
    return lengthOf(this);
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
    if (typeof key === 'number' && hasIndex(this, key)) return readAt(this, key) as ArrayItem<C>;
    return subscript(this, key) as ArrayItem<C> | PyArray<C>;
  }

  /**
   * Replaces one item, or the items of a slice.
   *
   * @param key an int or a `Slice`
   * @param value an item; for a slice, an array of the same type code, which may have another length if the
   *   step is 1
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
    if (typeof key === 'number' && typeof value === 'number' && hasIndex(this, key)) {
      writeAt(this, key, coerceItem(this[TYPE], value));
    } else assign(this, key, value);
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
    remove(this, key);
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
    return sliceOf(this, new Slice(start, stop, step)) as PyArray<C>;
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
      insertObject(this, lengthOf(this), value);
      return;
    }
    const item = coerceItem(this[TYPE], value);
    const { kind, size } = this[TYPE];
    const storage = this[STORAGE];
    const at = storage.insert(storage[LENGTH], size);
    if (size === 1) storage[MEMORY][at] = item as number;
    else writeItem(kind, storage.data, at, item);
  }

  /**
   * Appends items. Items before one that does not fit stay appended.
   *
   * @param items an array of the same type code, or an iterable of items
   * @throws PyTypeError `can only extend with array of same kind`, `'int' object is not iterable`, and as
   *   {@link append}
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
    extend(this, items);
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
    insertBefore(this, index, value);
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
    return popAt(this, index) as ArrayItem<C>;
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
    removeItem(this, value);
  }

  /**
   * Removes all items.
   *
   * @throws PyBufferError `cannot resize an array that is exporting buffers`
   *
   * CPython: Modules/arraymodule.c `array_array_clear`
   */
  clear(): void {
    this[STORAGE].clear();
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
    return countItems(this, value);
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
    return indexOfItem(this, value, start, stop);
  }

  /** `value in a`: returns whether an item equals a value. CPython: Modules/arraymodule.c `array_contains` */
  includes(value: unknown): boolean {
    return findItem(this, value, 0, Infinity) >= 0;
  }

  // In place

  /**
   * Reverses the order of the items.
   *
   * CPython: Modules/arraymodule.c `array_array_reverse`
   */
  reverse(): void {
    reverseItems(this);
  }

  /**
   * Reverses the bytes of every item: from this machine's byte order to the other. Real and imaginary parts
   * keep their places.
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
    swapItems(this);
  }

  // From and to other representations

  /**
   * Appends the machine values in a buffer.
   *
   * @param buffer any contiguous bytes-like object of one-byte items
   * @throws PyValueError `bytes length not a multiple of item size`
   * @throws PyTypeError `a bytes-like object is required, not 'str'`; without the type for items of several
   *   bytes
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
    appendBuffer(this, buffer);
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
    return bytesOfRange(bytesOfItems(this, 0, this[STORAGE][LENGTH]));
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
    appendFile(this, f, n);
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
    writeToFile(this, f);
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
    appendList(this, list);
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
    return listOf(this) as ArrayItem<C>[];
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
    appendText(this, text);
  }

  /**
   * Returns the characters as a string; only for `u` and `w`.
   *
   * @throws PyValueError `tounicode() may only be called on unicode type arrays ('u' or 'w')`,
   *   `character U+110000 is not in range [U+0000; U+10ffff]` for `u`
   * @throws PyUnicodeDecodeError for `w`, if an item is not a character
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
    return textOf(this);
  }

  /**
   * Returns the position of the items and their number, as a tuple. JavaScript has no addresses: the position
   * is the index in the memory that `getBuffer` shows.
   *
   * CPython: Modules/arraymodule.c `array_array_buffer_info`
   */
  buffer_info(): readonly [number, number] {
    return Object.freeze([this[STORAGE].start, lengthOf(this)] as const);
  }

  /**
   * @internal Returns a copy, a plain array even for a subclass. CPython: Modules/arraymodule.c
   *   `array_array___copy__`
   */
  __copy__(): PyArray<C> {
    return copyOf(this) as PyArray<C>;
  }

  /** @internal A copy. CPython: Modules/arraymodule.c `array_array___deepcopy__` */
  __deepcopy__(_memo?: unknown): PyArray<C> {
    return copyOf(this) as PyArray<C>;
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
    return concatenated(this, other) as PyArray<C>;
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
    return repeated(this, count) as PyArray<C>;
  }

  /**
   * `a += other`: appends the items of another array.
   *
   * @returns this array
   * @throws PyTypeError `can only extend array with array (not "list")`,
   *   `can only extend with array of same kind`
   * @throws PyBufferError `cannot resize an array that is exporting buffers`
   *
   * CPython: Modules/arraymodule.c `array_inplace_concat`
   */
  iadd(other: PyArray<C>): this {
    appendOperand(this, other);
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
    repeatItems(this, count);
    return this;
  }

  /**
   * `a == other`: returns whether another value is an array of equal items, of any type code. If arrays do
   * not know the other value (a view, a bytearray), its own `__eq__` decides, as in Python.
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
   * Orders two arrays item by item: negative, zero or positive; NaN if the first items that differ have no
   * order.
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
    return compareArrays(this, other);
  }

  /**
   * Compares as one of Python's six operators. The name is not Python's.
   *
   * @returns NotImplemented if the other value is not an array
   * @throws PyTypeError `'<' not supported between instances of 'complex' and 'complex'`
   *
   * CPython: Modules/arraymodule.c `array_richcompare`
   */
  richCompare(other: unknown, comparison: Comparison): boolean | typeof NotImplemented {
    const array = ownArray(other);
    return array === null ? NotImplemented : richCompareArrays(this, array, comparison);
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
   * Returns a live `Uint8Array` over the items' bytes, without a copy. It holds an export, so the length
   * cannot change until its `release()` or the end of its `using` block. Not Python.
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
   * Returns a live read-only `Uint8Array` over the items' bytes, for platform functions that read. It holds
   * an export, as {@link asUint8Array} does. Not Python.
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
    return exportItems(this, flags);
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
    return reprOf(this, Object.getPrototypeOf(this) === PyArray.prototype ? 'array' : typeName(this));
  }

  /**
   * Returns the repr for templates and `String(a)`, and raises for JavaScript's operators (`a + x`, `a < x`,
   * `a == 'text'`). Not Python.
   *
   * @throws PyTypeError
   *   `array.array cannot be an operand of JavaScript's operators: use a.concat(b) for +, a.equals(b) for ==, ...`
   */
  [Symbol.toPrimitive](hint: string): string {
    return toPrimitive(this, hint);
  }

  /**
   * Makes `JSON.stringify` raise what Python's `json.dumps` raises: write `a.tolist()`. Without a key, as
   * test runners call it, it returns the repr.
   *
   * @throws PyTypeError
   *   `Object of type array is not JSON serializable: use x.tolist() and new PyArray(typecode, list)`
   *
   * CPython: Lib/json/encoder.py `JSONEncoder.default`
   */
  toJSON(...key: readonly unknown[]): string {
    return toJSON(this, key, 'x.tolist() and new PyArray(typecode, list)');
  }

  /**
   * The type and items as text: up to 64 items, and two 64-bit hashes of more. The text is equal for equal
   * arrays, so comparison helpers tell different contents apart. Not Python.
   */
  get [Symbol.toStringTag](): string {
    return tagged(this, 'array', () => tagOfItems('array', this.length, this.tolist().map(itemText)));
  }

  /**
   * The same text under the only name that a `for...in` lists, for helpers that compare what it lists.
   * Not Python.
   */
  get contents(): string {
    return this[Symbol.toStringTag];
  }

  /** @internal `a[i]`. */
  [ITEM_AT](index: number | bigint): ArrayItem<C> | undefined {
    // The prototype itself has no items.
    if ((this as Partial<ArrayState>)[TYPE] === undefined) return undefined;
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
   * Arrays are unhashable, and so are views of them.
   *
   * CPython: Modules/arraymodule.c `array_slots`
   *
   * @internal
   */
  get __hash__(): null {
    return null;
  }
}

makeArraysOf(PyArray);
comparedByItems(PyArray.prototype);
listed(PyArray.prototype);
brand(PyArray.prototype, 'array');
