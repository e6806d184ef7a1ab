/**
 * The methods that bytes and bytearray share. Each converts its arguments first, because that may run user
 * code, and reads its bytes afterwards.
 */
import { hex, repeat, repr, sameContent } from '../algorithms/index.js';
import { asName, decode } from '../codecs/index.js';
import { PyMemoryError, PyTypeError } from '../exceptions/index.js';
import type { PercentArguments } from '../formats/percent-arguments.js';
import { formatPercent } from '../formats/percent-registry.js';
import {
  LENGTH,
  MEMORY,
  Range,
  SLAB_LIMIT,
  START,
  allocate,
  copyContent,
  copyToNew,
  extended,
  intact,
} from '../memory/index.js';
import type { Content, OwnUint8Array } from '../memory/index.js';
import {
  ITEM_AT,
  Subscripts,
  lackMethods,
  listed,
  refuseArguments,
  tagged,
  tagOfBytes,
  toJSON,
  toPrimitive,
} from '../objects/index.js';
import {
  LENDS_ITSELF,
  contentOf,
  endLease,
  isContent,
  isHostBuffer,
  isPlainContent,
  lease,
} from '../protocol/index.js';
import type { BufferExporter, BufferView, BytesLike } from '../protocol/index.js';
import {
  NotImplemented,
  asSsizeArgument,
  bindOptions,
  brandOf,
  isArray,
  isOptions,
  typeName,
  comparedByItems,
  pastMaxsize,
} from '../python/index.js';
import type { IntLike, Slice, SlicePart } from '../python/index.js';
import { asHexSeparator, asRepeatCount, holdOperand, isOfThisCopy, leaseForText } from './arguments.js';
import { orderOf, richCompare } from './compare.js';
import { PIN, UNPIN, letGo } from './hold.js';
import { JOIN_TWO, MAKE, MAKE_BYTES, PART, SAME } from './hooks.js';
import { ReverseIterator } from './iterate.js';
import { readonlyArray } from './readonly-array.js';
import type { LiveReadonlyUint8Array } from './readonly-array.js';
import type { PartMethods } from './part-methods.js';
import { getSlice, getSlowly, isOmittedOrSafeInt } from './subscript.js';
import type { TextMethods } from './text-methods.js';
import type { DecodeOptions, HexOptions } from './types.js';

const HEX_SEPARATOR: unique symbol = Symbol('hexSeparator');
/** The method that `console.log` calls in Node, Deno and Bun. */
const INSPECT: unique symbol = Symbol.for('nodejs.util.inspect.custom') as never;

/** The most items that a JavaScript array can hold. */
const MAX_LIST = 2 ** 32 - 1;
const DECODE = ['encoding', 'errors'] as const;
const HEX = ['sep', 'bytes_per_sep'] as const;

/** The methods of the part `pybuffer/methods`, with their documentation. */
export interface BytesBase<Self extends BytesBase<Self>> extends PartMethods<Self>, TextMethods<Self> {}

/**
 * What `bytes` and `bytearray` have in common: 42 methods, subscripts and operators. `Self` is the type of
 * the results: `Bytes` or `ByteArray`, even when the receiver is of a subclass, as in Python. 38 of the
 * methods are in `text-methods.ts` and `part-methods.ts`.
 *
 * Every method converts its arguments first, because that can run user code, and reads its bytes only
 * afterwards.
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- the prototype has all methods of the interface: see the end of the file
export abstract class BytesBase<Self extends BytesBase<Self>>
  extends Subscripts
  implements BufferExporter, Iterable<number>
{
  /** @internal */
  [MEMORY]: Uint8Array;
  /** @internal */
  [START]: number;
  /** @internal */
  [LENGTH]: number;
  /** @internal */
  declare [LENDS_ITSELF]: boolean;

  /** @internal Makes an object of a subclass; a maker (objects/fields.ts) makes all others. */
  constructor(memory: Uint8Array, start: number, length: number) {
    super();
    this[LENDS_ITSELF] = false;
    this[MEMORY] = memory;
    this[START] = start;
    this[LENGTH] = length;
  }

  /** The name of the type, which subclasses share. Not Python: `isinstance(b, bytes)`. */
  abstract get kind(): 'bytes' | 'bytearray';

  /** @internal */
  abstract [MAKE](range: Range): Self;
  /** @internal */
  abstract [PART](start: number, end: number): Self;
  /** @internal */
  abstract [SAME](): Self;
  /** @internal */
  abstract [MAKE_BYTES](content: Content): unknown;
  /** @internal */
  abstract [PIN](): void;
  /** @internal */
  abstract [UNPIN](): void;

  abstract getBuffer(flags: number): BufferView;
  abstract releaseBuffer(view: BufferView): void;
  abstract [Symbol.iterator](): IterableIterator<number>;

  // ---- subscripts and size --------------------------------------------------------------------------------

  /**
   * The number of bytes: `len(b)`. It is a getter, so it is also right for a bytearray whose length changes.
   *
   * ```ts
   * b`abc`.length // 3
   * ```
   *
   * CPython: Objects/bytesobject.c `bytes_length`
   */
  get length(): number {
    return this[LENGTH];
  }

  /**
   * Returns one byte or a slice: `b[key]`.
   *
   * @param key an int (negative: from the end) returns a number from 0 to 255; a `Slice` returns a new value.
   *   A slice of bytes shares memory unless that would keep more than four times the needed memory alive (or
   *   a slab); a slice of a bytearray is a copy
   * @throws PyIndexError `index out of range` for bytes, `bytearray index out of range` for bytearrays
   * @throws PyIndexError `cannot fit 'int' into an index-sized integer`
   * @throws PyTypeError `byte indices must be integers or slices, not str`, `bytearray indices must be ...`
   * @throws PyTypeError `slice indices must be integers or have an __index__ method`
   * @throws PyValueError `slice step cannot be zero`
   *
   * @example
   * ```ts
   * b`abc`.get(0) // 97
   * b`abc`.get(-1) // 99
   * b`abc`.get(new Slice(null, null, -1)) // b'cba'
   * b`abc`.get(3) // PyIndexError: index out of range
   * ```
   *
   * CPython: Objects/bytesobject.c `bytes_subscript`, Objects/bytearrayobject.c `bytearray_subscript`
   */
  get(key: IntLike): number;
  get(key: Slice): Self;
  get(key: IntLike | Slice): number | Self;
  get(key: IntLike | Slice): number | Self {
    if (typeof key === 'number' && key >= 0 && key < this[LENGTH]) {
      const byte = this[MEMORY][this[START] + key];
      // A key such as 0.5 reads undefined here and is refused below.
      if (byte !== undefined) return byte;
    }
    return getSlowly<Self>(this, key);
  }

  /**
   * `b[start:stop:step]`: the same as `get(new Slice(start, stop, step))`, but makes no `Slice`. Ends past
   * the content are clamped.
   *
   * @param start first index; negative counts from the end; null or omitted: the beginning (the end when
   *   `step` < 0)
   * @param stop one past the last index; negative counts from the end; null or omitted: the end
   * @param step distance between two bytes, not 0; 1 when omitted
   * @throws PyTypeError `slice indices must be integers or have an __index__ method`
   * @throws PyValueError `slice step cannot be zero`
   *
   * @example
   * ```ts
   * b`abcdef`.slice(1, -1) // b'bcde'
   * b`abcdef`.slice(null, null, 2) // b'ace'
   * b`abc`.slice(10) // b''
   * ```
   *
   * CPython: Objects/bytesobject.c `bytes_subscript`
   */
  slice(start?: SlicePart, stop?: SlicePart, step?: SlicePart): Self {
    if (step === undefined && isOmittedOrSafeInt(start) && isOmittedOrSafeInt(stop)) {
      const length = this[LENGTH];
      let from = start === undefined ? 0 : start;
      let to = stop === undefined ? length : stop;
      // Clipped inline: `clipIndex` in src/python/slice.ts says why.
      if (from < 0) from = from + length < 0 ? 0 : from + length;
      else if (from > length) from = length;
      if (to < 0) to += length;
      else if (to > length) to = length;
      const base = this[START];
      return this[PART](base + from, base + (to < from ? from : to));
    }
    return getSlice<Self>(this, start, stop, step);
  }

  /**
   * `reversed(b)`: returns an iterator over the bytes from the last to the first. It keeps an index, so it
   * sees later changes of a bytearray, and it stops as soon as that index is past the end.
   *
   * @example
   * ```ts
   * [...b`abc`.reversed()] // [99,98,97]
   * ```
   *
   * CPython: Objects/enumobject.c `PyReversed_Type`
   */
  reversed(): IterableIterator<number> {
    return new ReverseIterator(this);
  }

  /**
   * `list(b)`: returns the bytes as a new array of numbers, five to eight times as fast as `[...b]`. The name
   * is not Python's, which calls the constructor of `list`.
   *
   * @throws PyMemoryError for more bytes than an array can hold, 2**32 - 1
   *
   * @example
   * ```ts
   * b`abc`.tolist() // [97,98,99]
   * ```
   *
   * CPython: Objects/listobject.c `list___init___impl`
   */
  tolist(): number[] {
    const length = this[LENGTH];
    if (length > MAX_LIST) throw new PyMemoryError();
    const memory = intact(this[MEMORY], this[START] + this[LENGTH]);
    const start = this[START];
    const list = new Array<number>(length);
    for (let i = 0; i < length; i++) list[i] = memory[start + i]!;
    return list;
  }

  // ---- operators ------------------------------------------------------------------------------------------

  /**
   * `b + other`: returns a new value of this type with the bytes of both in memory of its own. If one operand
   * is empty, bytes return the other one itself.
   *
   * @param other bytes-like; strings and lists are refused
   * @throws PyTypeError `can't concat str to bytes`, also for a buffer that is not contiguous
   * @throws PyMemoryError when the result is too large
   *
   * @example
   * ```ts
   * b`ab`.concat(new ByteArray(b`cd`)) // b'abcd'
   * new ByteArray(b`ab`).concat(b`cd`) // bytearray(b'abcd')
   * b`ab`.concat([99]) // PyTypeError: can't concat list to bytes
   * ```
   *
   * CPython: Objects/bytesobject.c `PyBytes_Concat`, Objects/bytearrayobject.c `PyByteArray_Concat`
   */
  concat(other: BytesLike): Self {
    if (isPlainContent(other) && isPlainContent(this)) return this[JOIN_TWO](other);
    // A derived class may override what it exports, even as the left operand.
    let own: Content | null = null;
    let content: Content | null = null;
    try {
      own = holdOperand(this, other, this);
      content = holdOperand(this, other);
      const left: BytesBase<Self> = own === (this as Content) ? this : this[MAKE](copyContent(own));
      return left[JOIN_TWO](content);
    } finally {
      // Released in the order of acquisition, because releasing may run code of a derived class.
      if (own !== null) letGo(own);
      if (content !== null) letGo(content);
    }
  }

  /**
   * `b * count`: returns a new value that repeats the content `count` times.
   *
   * @param count an int; the result is empty when it is 0 or negative
   * @throws PyTypeError `can't multiply sequence by non-int of type 'str'`
   * @throws PyOverflowError `cannot fit 'int' into an index-sized integer`, and for bytes
   *   `repeated bytes are too long`
   * @throws PyMemoryError when the result is too large
   *
   * @example
   * ```ts
   * b`ab`.repeat(3) // b'ababab'
   * b`ab`.repeat(-1) // b''
   * ```
   *
   * CPython: Objects/bytesobject.c `bytes_repeat`, Objects/bytearrayobject.c `bytearray_repeat`
   */
  repeat(count: IntLike): Self {
    const times = asRepeatCount(count);
    if (times === 1) return this[SAME]();
    // CPython's bytes raise OverflowError here, as the algorithm does; its bytearray raises MemoryError.
    if (pastMaxsize(this[LENGTH], times) && this.kind === 'bytearray') throw new PyMemoryError();
    const start = this[START];
    return this[MAKE](
      repeat(intact(this[MEMORY], this[START] + this[LENGTH]), start, start + this[LENGTH], times),
    );
  }

  /**
   * `b % args`: formats as PEP 461 describes, and returns a new value of this type.
   *
   * @param args an array is a tuple of values; a `Map`, or any other value, is a single argument
   * @throws PyTypeError `not enough arguments for format string` and its many siblings
   * @throws PyValueError for a format that cannot be read
   *
   * @example
   * ```ts
   * b`%s has %d`.mod([b`x`, 5]) // b'x has 5'
   * b`%04x`.mod(255) // b'00ff'
   * b`%(n)d%%`.mod(new Map([['n', 50]])) // b'50%'
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/percent`.
   *
   * CPython: Objects/bytesobject.c `_PyBytes_FormatEx`
   */
  mod(args: unknown): Self {
    this[PIN]();
    try {
      const values: PercentArguments = isArray(args)
        ? { kind: 'tuple', items: args }
        : { kind: 'single', value: args };
      return this[MAKE](formatPercent(this, values, (key) => this[MAKE_BYTES](key)));
    } finally {
      this[UNPIN]();
    }
  }

  /**
   * `b == other` by Python's rules. Bytes equal bytes and bytearrays with the same content. A bytearray
   * equals every contiguous buffer with the same raw bytes. A memoryview compares items. Everything else is
   * unequal; nothing raises.
   *
   * Not Python: JavaScript's own buffers are compared by their raw bytes, with `Bytes` as well.
   *
   * @example
   * ```ts
   * b`ab`.equals(new ByteArray(b`ab`)) // true
   * b`ab`.equals(new Uint8Array([97, 98])) // true
   * b`ab`.equals('ab') // false
   * ```
   *
   * CPython: Objects/bytesobject.c `bytes_richcompare`, Objects/bytearrayobject.c `bytearray_richcompare`
   */
  equals(other: unknown): boolean {
    if (isContent(other)) return sameContent(this, other);
    const result = richCompare(this, other, '==');
    if (result !== NotImplemented) return result;
    if (typeName(other) === 'memoryview') return (other as { equals(b: unknown): boolean }).equals(this);
    const content = contentBeside(other);
    return content !== null && sameContent(this, content);
  }

  /**
   * Orders two values by unsigned bytes, then by length: -1 if `b < other`, 0 if they are equal, 1 if
   * `b > other`. `Array.prototype.sort` accepts it as a comparison.
   *
   * @param other bytes or a bytearray; if the left operand is a bytearray, any contiguous buffer
   * @throws PyTypeError `'<' not supported between instances of 'bytes' and 'str'`
   *
   * @example
   * ```ts
   * b`ab`.compare(b`b`) // -1
   * b`ab`.compare(b`a`) // 1
   * [b`b`, b`ab`].sort((x, y) => x.compare(y)) // [ b'ab', b'b' ]
   * ```
   *
   * CPython: Objects/bytesobject.c `bytes_richcompare`
   */
  compare(other: BytesLike): -1 | 0 | 1 {
    if (isContent(other)) return orderOf(this, other);
    const before = richCompare(this, other, '<');
    if (before !== NotImplemented) return before ? -1 : richCompare(this, other, '==') === true ? 0 : 1;
    const content = contentBeside(other);
    if (content !== null) return orderOf(this, content);
    throw new PyTypeError(
      `'<' not supported between instances of '${typeName(this)}' and '${typeName(other)}'`,
    );
  }

  // ---- to text --------------------------------------------------------------------------------------------

  /**
   * Decodes the bytes to text.
   *
   * @param encoding name of a codec in any of Python's spellings; `'utf-8'` when omitted
   * @param errors name of an error handler: `'strict'` (the default), `'ignore'`, `'replace'`,
   *   `'backslashreplace'`, `'surrogateescape'`, `'surrogatepass'`, or a registered one
   * @throws PyUnicodeDecodeError with its five fields; `object` is a `Bytes`
   * @throws PyLookupError `unknown encoding: x`, `unknown error handler name 'x'`
   * @throws PyTypeError `decode() argument 'encoding' must be str, not int`
   * @throws PyValueError `embedded null character`
   *
   * @example
   * ```ts
   * new Bytes([0xe2, 0x82, 0xac]).decode() // '€'
   * new Bytes([97, 255]).decode({ errors: 'replace' }) // 'a�'
   * ```
   *
   * CPython: Objects/bytesobject.c `bytes_decode_impl`
   */
  decode(encoding?: string, errors?: string): string;
  decode(encoding: string, options: Pick<DecodeOptions, 'errors'>): string;
  decode(options: DecodeOptions): string;
  decode(encoding?: string | DecodeOptions, errors?: string | DecodeOptions): string {
    let codec: unknown = encoding;
    let handler: unknown = errors;
    if (isOptions(codec) || isOptions(handler)) {
      [codec, handler] = bindOptions('decode', DECODE, [codec, handler]);
    }
    const codecName = codec === undefined ? 'utf-8' : asName('decode', 'encoding', codec);
    const handlerName = handler === undefined ? 'strict' : asName('decode', 'errors', handler);
    intact(this[MEMORY], this[START] + this[LENGTH]);
    const object = (content: Content) => this[MAKE_BYTES](content);
    // Every `finally` that an exception passes costs as much as the exception.
    if (this.kind === 'bytes') return decode(this, codecName, handlerName, object);
    const own = leaseForText(this);
    this[PIN]();
    try {
      return decode(own, codecName, handlerName, object);
    } finally {
      endLease(own);
      this[UNPIN]();
    }
  }

  /**
   * Returns two lower-case hexadecimal digits for each byte.
   *
   * @param sep one ASCII character (a string or a `Bytes`) between groups; no separator when omitted
   * @param bytes_per_sep bytes in a group, counted from the right, or from the left if negative; 1 when
   *   omitted, 0 for no groups
   * @throws PyValueError `sep must be length 1.`, `sep must be ASCII.`
   * @throws PyTypeError `sep must be str or bytes.`, `object of type 'int' has no len()`
   * @throws PyTypeError `'str' object cannot be interpreted as an integer`
   * @throws PyOverflowError `Python int too large to convert to C ssize_t`
   *
   * @example
   * ```ts
   * b`\xf0\xf1\xf2`.hex() // 'f0f1f2'
   * b`\xf0\xf1\xf2`.hex('_', 2) // 'f0_f1f2'
   * b`\xf0\xf1\xf2`.hex({ sep: ':', bytes_per_sep: -2 }) // 'f0f1:f2'
   * ```
   *
   * CPython: Python/pystrhex.c `_Py_strhex_with_sep`
   */
  hex(sep?: string | BytesLike, bytes_per_sep?: IntLike): string;
  hex(sep: string | BytesLike | undefined, options: Pick<HexOptions, 'bytes_per_sep'>): string;
  hex(options: HexOptions): string;
  hex(sep?: string | BytesLike | HexOptions, bytes_per_sep?: IntLike | HexOptions): string {
    let mark: unknown = sep;
    let group: unknown = bytes_per_sep;
    if (isOptions(mark) || isOptions(group)) [mark, group] = bindOptions('hex', HEX, [mark, group]);
    const size = group === undefined ? 1 : asSsizeArgument(group);
    const byte = this[HEX_SEPARATOR](mark);
    const start = this[START];
    return hex(intact(this[MEMORY], this[START] + this[LENGTH]), start, start + this[LENGTH], byte, size);
  }

  /** @internal Keeps the content in place while the separator is asked for its length. */
  [HEX_SEPARATOR](mark: unknown): number {
    if (typeof mark !== 'object') return asHexSeparator(mark);
    this[PIN]();
    try {
      return asHexSeparator(mark);
    } finally {
      this[UNPIN]();
    }
  }

  /**
   * `repr(b)`: returns the value as a Python literal, `b'...'` or `bytearray(b'...')`; a subclass of
   * bytearray shows its own name.
   *
   * @example
   * ```ts
   * b`it's \x00`.repr() // "b\"it's \\x00\""
   * new ByteArray(b`x`).repr() // "bytearray(b'x')"
   * ```
   *
   * CPython: Objects/bytesobject.c `PyBytes_Repr`, Objects/bytearrayobject.c `bytearray_repr`
   */
  repr(): string {
    const start = this[START];
    return repr(intact(this[MEMORY], this[START] + this[LENGTH]), start, start + this[LENGTH]);
  }

  /**
   * `str(b)`: the same as the repr.
   *
   * @example
   * ```ts
   * `${b`ab`}` // "b'ab'"
   * ```
   *
   * CPython: Objects/bytesobject.c `bytes_str`
   */
  override toString(): string;
  override toString(...given: readonly unknown[]): string {
    refuseArguments(given);
    return this.repr();
  }

  /**
   * Returns the repr for templates and `String(b)`, and raises for JavaScript's operators (`b + x`, `b < x`,
   * `b == 'text'`). Not Python.
   *
   * @throws PyTypeError
   *   `bytes cannot be an operand of JavaScript's operators: use a.concat(b) for +, a.equals(b) for ==, ...`
   */
  [Symbol.toPrimitive](hint: string): string {
    return toPrimitive(this, hint);
  }

  /**
   * Makes `JSON.stringify` raise what Python's `json.dumps` raises, because no JSON would be read back as
   * bytes: write `b.hex()` and read `Bytes.fromhex(text)`. Without a key, as test runners call it to show
   * contents, it returns the repr.
   *
   * @throws PyTypeError `Object of type bytes is not JSON serializable: use x.hex() and Bytes.fromhex(text)`
   *
   * @example
   * ```ts
   * JSON.stringify({ id: b`ab` }) // PyTypeError: Object of type bytes is not JSON serializable: use x.hex() and Bytes.fromhex(text)
   * JSON.stringify({ id: b`ab`.hex() }) // '{"id":"6162"}'
   * ```
   *
   * CPython: Lib/json/encoder.py `JSONEncoder.default`
   */
  toJSON(...key: readonly unknown[]): string {
    const name = this.kind === 'bytes' ? 'Bytes' : 'ByteArray';
    return toJSON(this, key, `x.hex() and ${name}.fromhex(text)`);
  }

  /**
   * The type and content as text: the repr of up to 64 bytes, two 64-bit hashes of a longer content. The text
   * is equal only for equal values of one type, so comparison helpers tell different contents apart.
   * Not Python.
   */
  get [Symbol.toStringTag](): string {
    const type = this.kind;
    return tagged(this, type, () => {
      const { [START]: start, [LENGTH]: length } = this;
      const memory = intact(this[MEMORY], start + length);
      return tagOfBytes(type, memory, start, length, () => repr(memory, start, start + length));
    });
  }

  /**
   * The same text under the only name that a `for...in` lists, for helpers that compare what it lists.
   * Not Python.
   */
  get contents(): string {
    return this[Symbol.toStringTag];
  }

  [INSPECT](): string {
    return this.repr();
  }

  /**
   * Returns a read-only `Uint8Array` over the bytes, for platform functions that read: hashing, compressing,
   * writing, sending. Of `bytes` it may share the memory for ever, and only values of at most 4 KiB are
   * copied. Of a `bytearray` it is live: it holds an export, so the length cannot change until its
   * `release()` or the end of its `using` block. `debugReadonlyArrays(true)` notices functions that write to
   * immutable bytes. Not Python.
   *
   * @example
   * ```ts
   * new TextDecoder().decode(b`abc`.asReadonlyUint8Array()) // 'abc'
   * ```
   */
  asReadonlyUint8Array(): LiveReadonlyUint8Array {
    return readonlyArray(this);
  }

  /**
   * Returns a copy of the bytes as a plain `Uint8Array`, which the caller may change. Not Python.
   *
   * @example
   * ```ts
   * b`ab`.toUint8Array() // Uint8Array(2) [ 97, 98 ]
   * ```
   */
  toUint8Array(): OwnUint8Array {
    const start = this[START];
    const end = start + this[LENGTH];
    return intact(this[MEMORY], end).slice(start, end) as OwnUint8Array;
  }

  /** @internal `x[i]`. */
  [ITEM_AT](index: number | bigint): number | undefined {
    const length = this[LENGTH];
    return index < length && index >= -length ? this.get(index) : undefined;
  }

  /** @internal Concatenates two contents. */
  [JOIN_TWO](other: Content): Self {
    const length = this[LENGTH];
    const more = other[LENGTH];
    if (more === 0) return this[SAME]();
    // As in CPython, adding nothing returns the other operand itself if it is of this type.
    if (length === 0 && brandOf(other) === this.kind && isOfThisCopy(other)) return (other as Self)[SAME]();
    if (pastMaxsize(length, 1, more)) throw new PyMemoryError();
    const memory = intact(this[MEMORY], this[START] + length);
    const start = this[START];
    // Two results that were made one after the other often lie side by side in one slab.
    if (other[MEMORY] === memory && other[START] === start + length && isBytes(this) && isBytes(other)) {
      return this[MAKE](new Range(memory, start, length + more));
    }
    const from = other[START];
    const added = intact(other[MEMORY], from + more);
    const result =
      length > SLAB_LIMIT && isBytes(this) ? extended(memory, start, length, more) : allocate(length + more);
    const target = result[MEMORY];
    const at = result[START];
    if (target !== memory || at !== start) copyToNew(memory, start, start + length, target, at);
    copyToNew(added, from, from + more, target, at + length);
    return this[MAKE](result);
  }
}

/**
 * The content of what Python's comparisons do not know: JavaScript's own buffers, and bytes of another copy of the
 * library. Null for everything else.
 */
function contentBeside(other: unknown): Content | null {
  return isHostBuffer(other) ? lease(other) : contentOf(other);
}

/** Whether a content never changes: bytes do not, but a bytearray in the same slab may. */
function isBytes(content: Content): boolean {
  return brandOf(content) === 'bytes';
}

Object.defineProperty(BytesBase.prototype, LENDS_ITSELF, { value: true, writable: true });
comparedByItems(BytesBase.prototype);
listed(BytesBase.prototype);
lackMethods(
  BytesBase.prototype,
  'capitalize center count endswith expandtabs find includes index isalnum isalpha isascii isdigit islower isspace istitle isupper join ljust lower ' +
    'lstrip partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill',
  'methods',
);
