/**
 * How `bytes()` and `bytearray()` read their source: text, a size, a buffer, an iterable. Both constructors,
 * `extend` and slice assignment call it.
 */
import { asName, encode } from '../codecs/index.js';
import { PyMemoryError, PyOverflowError, PyTypeError, PyValueError } from '../exceptions/index.js';
import {
  ByteSink,
  EMPTY,
  LENGTH,
  MEMORY,
  Range,
  START,
  allocate,
  allocateFilled,
  copyContent,
  copyRange,
  mayShare,
  shareRange,
  sharedZeros,
  upTo,
} from '../memory/index.js';
import type { Content } from '../memory/index.js';
import {
  BufferFlags,
  acquireView,
  contentOfBytes,
  hostBytes,
  isBytesLike,
  isContent,
  isPlainContent,
  isCContiguous,
  isHostBuffer,
  returnView,
  toCOrder,
} from '../protocol/index.js';
import {
  asByte,
  asSsize,
  fullTypeName,
  isArray,
  isIntLike,
  lengthHint,
  specialMethod,
  tryIterate,
  typeName,
  pastMaxsize,
  pastMostBytes,
} from '../python/index.js';
import { SHARED_FROM, handOver, share } from '../storage/index.js';
import type { Storage } from '../storage/index.js';

/** The differences between the two constructors. */
export interface Constructor {
  readonly name: 'bytes' | 'bytearray';
  /** Converts one item of an iterable to a byte. */
  readonly byte: (item: unknown) => number;
  /** Raises what CPython raises for a length that no such object can have. */
  readonly checkSize: (size: number) => void;
}

/** CPython: Objects/bytesobject.c `_PyBytes_FromList` */
export const BYTES: Constructor = {
  name: 'bytes',
  byte(item) {
    const value = asSsize(item, null);
    if (value < 0 || value > 255) throw new PyValueError('bytes must be in range(0, 256)');
    return value;
  },
  checkSize(size) {
    if (pastMostBytes(size)) throw new PyOverflowError('byte string is too large');
  },
};

/** CPython: Objects/bytearrayobject.c `bytearray___init___impl` */
export const BYTEARRAY: Constructor = {
  name: 'bytearray',
  byte: asByte,
  checkSize(size) {
    if (pastMaxsize(size, 1, 1)) throw new PyMemoryError();
  },
};

/**
 * Checks `encoding` and `errors` against the source, and encodes text.
 *
 * @returns the encoded text; null if the source is not text
 * @throws PyTypeError `string argument without an encoding`, `encoding without a string argument`,
 *   `errors without a string argument`
 */
export function encodeSource(
  kind: Constructor,
  source: unknown,
  encoding: unknown,
  errors: unknown,
): Range | null {
  if (encoding === undefined && errors === undefined && typeof source !== 'string') return null;
  checkNames(kind, encoding, errors);
  if (typeof source !== 'string') {
    throw new PyTypeError(`${encoding !== undefined ? 'encoding' : 'errors'} without a string argument`);
  }
  if (encoding === undefined) throw new PyTypeError('string argument without an encoding');
  return encode(source, encoding as string, (errors as string | undefined) ?? 'strict');
}

/** @throws PyTypeError `bytes() argument 'encoding' must be str, not int` */
export function checkNames(kind: Constructor, encoding: unknown, errors: unknown): void {
  if (encoding !== undefined) asName(kind.name, 'encoding', encoding);
  if (errors !== undefined) asName(kind.name, 'errors', errors);
}

/**
 * The length for an int as the source; -1 when the source is not an int.
 *
 * @throws PyValueError `negative count`
 * @throws PyOverflowError `cannot fit 'int' into an index-sized integer`
 */
export function sizeOfSource(source: unknown): number {
  if (!isIntLike(source)) return -1;
  let size: number;
  try {
    size = asSsize(source);
  } catch (error) {
    // CPython tries the other protocols after a TypeError from `__index__`.
    if (error instanceof PyTypeError) return -1;
    throw error;
  }
  if (size < 0) throw new PyValueError('negative count');
  return size;
}

/**
 * Whether the content of our own value may be kept without a copy. It may for bytes, and for a bytearray that
 * takes other memory before its next write.
 */
export function isKeepable(source: Content): boolean {
  const length = source[LENGTH];
  if (length < SHARED_FROM) return false;
  if ((source as { kind?: unknown }).kind === 'bytearray') return share(source as unknown as Storage, length);
  return mayShare(source[MEMORY], length);
}

/** Returns the raw bytes of any bytes-like object, in C order, in memory that nobody else writes. */
export function copyOfBuffer(source: unknown): Range {
  if (isPlainContent(source)) return copyContent(source);
  if (isHostBuffer(source)) {
    const bytes = hostBytes(source);
    return copyRange(bytes, 0, bytes.length);
  }
  const view = acquireView(source, BufferFlags.FULL_RO);
  try {
    return toCOrder(view);
  } finally {
    returnView(view);
  }
}

/** Returns the content of our own value for a `Bytes`. */
function contentOfOurs(source: Content): Range {
  const start = source[START];
  const length = source[LENGTH];
  if ((source as { kind?: unknown }).kind === 'bytearray') {
    return handOver(source as unknown as Storage, start, length);
  }
  return isKeepable(source) ? new Range(source[MEMORY], start, length) : copyContent(source);
}

/** The same as {@link copyOfBuffer} for immutable content, which need not be copied. */
function contentOfBuffer(source: unknown): Range {
  if (isPlainContent(source)) return contentOfOurs(source);
  if (isHostBuffer(source)) return copyOfBuffer(source);
  const view = acquireView(source, BufferFlags.FULL_RO);
  try {
    const { obj, memory, offset, length } = view;
    // The exporter of a view of a view is that view; its `obj` is the root.
    const root = isContent(obj) ? obj : (obj as { obj?: unknown } | null)?.obj;
    const frozen =
      isContent(root) && root[MEMORY] === memory && (root as { kind?: unknown }).kind === 'bytes';
    if (frozen && isCContiguous(view)) {
      return shareRange(memory, offset, offset + length);
    }
    return toCOrder(view);
  } finally {
    returnView(view);
  }
}

/**
 * Converts the items of an array to bytes. Items are read as CPython does, because user code may shrink the
 * array meanwhile.
 */
function fromArray(kind: Constructor, items: readonly unknown[]): Range {
  const count = items.length;
  const range = allocate(count);
  const memory = range[MEMORY];
  const start = range[START];
  for (let i = 0; i < count; i++) {
    const item = items[i];
    // The type is tested first because `&` throws for a bigint.
    if (typeof item === 'number' && (item & 255) === item) memory[start + i] = item;
    else return fromArraySlow(kind, items, range, i);
  }
  return range;
}

/** The rest of {@link fromArray}, from the first item that is not a plain byte. */
function fromArraySlow(kind: Constructor, items: readonly unknown[], range: Range, from: number): Range {
  const sink = new ByteSink(items.length);
  sink.content(upTo(range, from));
  for (let i = from; i < items.length; i++) sink.byte(kind.byte(items[i]));
  return sink.finish();
}

/** Room for the first items of an iterator. What is not half full is copied in the end. */
const FEW_ITEMS = 32;

/** Reads the items of an iterator as bytes. It closes a generator that has not finished. */
export function collect(kind: Constructor, iterator: Iterator<unknown>): Range {
  const sink = new ByteSink(FEW_ITEMS);
  for (let step = iterator.next(); step.done !== true; step = iterator.next()) {
    const item = step.value;
    sink.byte(typeof item === 'number' && (item & 255) === item ? item : asItem(kind, iterator, item));
  }
  return sink.finish();
}

/** Converts an item that is not a plain byte, and closes the iterator if that fails. */
function asItem(kind: Constructor, iterator: Iterator<unknown>, item: unknown): number {
  try {
    return kind.byte(item);
  } catch (error) {
    iterator.return?.();
    throw error;
  }
}

/**
 * `iter(source)` of a constructor.
 *
 * @throws PyTypeError `cannot convert 'X' object to bytes`, also for a TypeError that `__iter__` raises
 */
export function iterateSource(kind: Constructor, source: unknown): Iterator<unknown> {
  let iterator: Iterator<unknown> | null = null;
  try {
    iterator = tryIterate(source);
  } catch (error) {
    if (!(error instanceof PyTypeError)) throw error;
  }
  if (iterator !== null) return iterator;
  throw new PyTypeError(`cannot convert '${typeName(source)}' object to ${kind.name}`);
}

/**
 * Converts a source to bytes in memory that nobody else writes: an int is a count of zeros, a bytes-like
 * object is copied, an iterable is read item by item.
 *
 * CPython: Objects/bytesobject.c `PyBytes_FromObject`, Objects/bytearrayobject.c `bytearray___init___impl`
 */
export function freshContent(kind: Constructor, source: unknown): Range {
  if (source === undefined) return EMPTY;
  if (isArray(source)) return fromArray(kind, source);
  const size = sizeOfSource(source);
  if (size >= 0) return zeros(kind, size);
  if (isBytesLike(source)) return kind === BYTES ? contentOfBuffer(source) : copyOfBuffer(source);
  const iterator = iterateSource(kind, source);
  // Only for bytes; a bytearray grows while the items arrive.
  if (kind === BYTES) lengthHint(source, 0);
  return collect(kind, iterator);
}

/** @internal */
export function zeros(kind: Constructor, size: number): Range {
  kind.checkSize(size);
  if (kind === BYTES) return sharedZeros(size);
  if (size <= 64) {
    const range = allocate(size);
    range[MEMORY].fill(0, range[START], range[START] + size);
    return range;
  }
  return new Range(allocateFilled(size), 0, size);
}

/**
 * The result of `bytes(source)`: the object that `__bytes__` returns if the source has that method, otherwise
 * new content.
 *
 * @throws PyTypeError `X.__bytes__() must return a bytes, not int`
 *
 * CPython: Objects/bytesobject.c `bytes_new_impl`
 */
export function bytesContent(source: unknown): Content {
  return specialContent(source) ?? freshContent(BYTES, source);
}

/**
 * The same for C code that does not take an int as a count: it treats an int like any other object.
 *
 * CPython: Objects/object.c `PyObject_Bytes`
 */
export function bytesOfObject(source: unknown): Content {
  const special = specialContent(source);
  if (special !== null) return special;
  if (isArray(source)) return fromArray(BYTES, source);
  if (isBytesLike(source)) return contentOfBuffer(source);
  if (typeof source === 'string') throw new PyTypeError("cannot convert 'str' object to bytes");
  const iterator = iterateSource(BYTES, source);
  lengthHint(source, 0);
  return collect(BYTES, iterator);
}

/** The result of `__bytes__`; null if there is no such method. */
function specialContent(source: unknown): Content | null {
  // An array represents a tuple or a list, whose class may have the method.
  const isPlain = isArray(source) && (source as { readonly __bytes__?: unknown }).__bytes__ === undefined;
  const special = isPlain ? null : specialMethod(source, '__bytes__');
  if (special !== null) {
    const result: unknown = special.call(source);
    const content = contentOfBytes(result);
    if (content === null) {
      throw new PyTypeError(
        `${fullTypeName(source)}.__bytes__() must return a bytes, not ${fullTypeName(result)}`,
      );
    }
    return content;
  }
  return null;
}
