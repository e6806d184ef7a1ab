/**
 * The methods of `bytes` and `bytearray` that search, split, join, strip and replace. They are a part, as
 * those of `text-methods.ts` are: `register-methods.ts` puts them on the prototype of `BytesBase`, and
 * `bytes-base.ts` imports only their types.
 */
import { PyValueError } from '../exceptions/index.js';
import { EMPTY, LENGTH, MEMORY, START, intact } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import { equal } from '../algorithms/index.js';
import { endLease, lease, lendsItself } from '../protocol/index.js';
import type { BytesLike } from '../protocol/index.js';
import { asSsizeArgument, bindOptions, isOptions } from '../python/index.js';
import type { IntLike, SlicePart } from '../python/index.js';
import { isExactBytes } from './arguments.js';
import { replaced, stripped } from './change.js';
import { hold, letGo } from './hold.js';
import { MAKE, PART, Part, SAME } from './hooks.js';
import { joinItems, joinLeased } from './join.js';
import { COUNT, FIND, RFIND, contains, search, tailMatch } from './search.js';
import { partitionAt, splitBy } from './split.js';
import type { Middle } from './split.js';
import type { Needle, SplitOptions } from './types.js';

const REPLACE = ['old', 'new', 'count'] as const;

/** Nobody constructs it: `BytesBase` inherits the types, and the code is copied to its prototype. */
export abstract class PartMethods<Self extends PartMethods<Self>> extends Part<Self> {
  // ---- searching ------------------------------------------------------------------------------------------

  /**
   * Returns the lowest index in `[start, end)` at which `sub` begins, or -1. An empty `sub` is found at
   * `start`.
   *
   * @param sub bytes-like, or an int from 0 to 255 for one byte
   * @param start first index to search; negative counts from the end; null or omitted: the beginning
   * @param end one past the last index to search; negative counts from the end; null or omitted: the end
   * @throws PyTypeError `argument should be integer or bytes-like object, not 'str'`
   * @throws PyTypeError `slice indices must be integers or have an __index__ method`
   * @throws PyValueError `byte must be in range(0, 256)`
   * @throws PyBufferError `memoryview: underlying buffer is not C-contiguous`
   *
   * @example
   * ```ts
   * b`hello`.find(b`l`) // 2
   * b`hello`.find(108, -2) // 3
   * b`hello`.find(b`z`) // -1
   * b`hello`.find('l') // PyTypeError: argument should be integer or bytes-like object, not 'str'
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytes_methods.c `_Py_bytes_find`
   */
  find(sub: Needle, start?: SlicePart, end?: SlicePart): number {
    return search(this, sub, start, end, FIND);
  }

  /**
   * Returns the highest index in `[start, end)` at which `sub` begins, or -1. An empty `sub` is found at the
   * end.
   *
   * @param sub bytes-like, or an int from 0 to 255 for one byte
   * @param start first index to search; negative counts from the end; null or omitted: the beginning
   * @param end one past the last index to search; negative counts from the end; null or omitted: the end
   * @throws PyTypeError `argument should be integer or bytes-like object, not 'str'`
   * @throws PyTypeError `slice indices must be integers or have an __index__ method`
   * @throws PyValueError `byte must be in range(0, 256)`
   * @throws PyBufferError `memoryview: underlying buffer is not C-contiguous`
   *
   * @example
   * ```ts
   * b`hello`.rfind(b`l`) // 3
   * b`hello`.rfind(b``) // 5
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytes_methods.c `_Py_bytes_rfind`
   */
  rfind(sub: Needle, start?: SlicePart, end?: SlicePart): number {
    return search(this, sub, start, end, RFIND);
  }

  /**
   * The same as {@link find}, but raises instead of returning -1.
   *
   * @param sub bytes-like, or an int from 0 to 255 for one byte
   * @param start first index to search; negative counts from the end; null or omitted: the beginning
   * @param end one past the last index to search; negative counts from the end; null or omitted: the end
   * @throws PyValueError `subsection not found`
   * @throws PyTypeError `argument should be integer or bytes-like object, not 'str'`
   * @throws PyTypeError `slice indices must be integers or have an __index__ method`
   * @throws PyValueError `byte must be in range(0, 256)`
   * @throws PyBufferError `memoryview: underlying buffer is not C-contiguous`
   *
   * @example
   * ```ts
   * b`hello`.index(b`lo`) // 3
   * b`hello`.index(b`z`) // PyValueError: subsection not found
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytes_methods.c `_Py_bytes_index`
   */
  index(sub: Needle, start?: SlicePart, end?: SlicePart): number {
    const at = search(this, sub, start, end, FIND);
    if (at < 0) throw new PyValueError('subsection not found');
    return at;
  }

  /**
   * The same as {@link rfind}, but raises instead of returning -1.
   *
   * @param sub bytes-like, or an int from 0 to 255 for one byte
   * @param start first index to search; negative counts from the end; null or omitted: the beginning
   * @param end one past the last index to search; negative counts from the end; null or omitted: the end
   * @throws PyValueError `subsection not found`
   * @throws PyTypeError `argument should be integer or bytes-like object, not 'str'`
   * @throws PyTypeError `slice indices must be integers or have an __index__ method`
   * @throws PyValueError `byte must be in range(0, 256)`
   * @throws PyBufferError `memoryview: underlying buffer is not C-contiguous`
   *
   * @example
   * ```ts
   * b`hello`.rindex(b`l`) // 3
   * b`hello`.rindex(b`z`) // PyValueError: subsection not found
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytes_methods.c `_Py_bytes_rindex`
   */
  rindex(sub: Needle, start?: SlicePart, end?: SlicePart): number {
    const at = search(this, sub, start, end, RFIND);
    if (at < 0) throw new PyValueError('subsection not found');
    return at;
  }

  /**
   * Counts the occurrences of `sub` in `[start, end)` that do not overlap. An empty `sub` occurs between all
   * bytes and at both ends.
   *
   * @param sub bytes-like, or an int from 0 to 255 for one byte
   * @param start first index to search; negative counts from the end; null or omitted: the beginning
   * @param end one past the last index to search; negative counts from the end; null or omitted: the end
   * @throws PyTypeError `argument should be integer or bytes-like object, not 'str'`
   * @throws PyTypeError `slice indices must be integers or have an __index__ method`
   * @throws PyValueError `byte must be in range(0, 256)`
   * @throws PyBufferError `memoryview: underlying buffer is not C-contiguous`
   *
   * @example
   * ```ts
   * b`aaaa`.count(b`aa`) // 2
   * b`abc`.count(b``) // 4
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytes_methods.c `_Py_bytes_count`
   */
  count(sub: Needle, start?: SlicePart, end?: SlicePart): number {
    return search(this, sub, start, end, COUNT);
  }

  /**
   * Returns whether the bytes in `[start, end)` start with a prefix, or with one of several.
   *
   * @param prefix bytes-like, or an array of bytes-like values, which are tried in order
   * @param start first index of the window; negative counts from the end; null or omitted: the beginning
   * @param end one past the last index of the window; null or omitted: the end
   * @throws PyTypeError `startswith first arg must be bytes or a tuple of bytes, not str`
   * @throws PyTypeError `a bytes-like object is required, not 'str'` for an item of the array
   * @throws PyTypeError `slice indices must be integers or have an __index__ method`
   * @throws PyBufferError `memoryview: underlying buffer is not C-contiguous`
   *
   * @example
   * ```ts
   * b`hello`.startswith(b`he`) // true
   * b`hello`.startswith([b`x`, b`h`]) // true
   * b`hello`.startswith(b`l`, 2) // true
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytes_methods.c `_Py_bytes_startswith`
   */
  startswith(prefix: BytesLike | readonly BytesLike[], start?: SlicePart, end?: SlicePart): boolean {
    return tailMatch(this, 'startswith', prefix, start, end);
  }

  /**
   * Returns whether the bytes in `[start, end)` end with a suffix, or with one of several.
   *
   * @param suffix bytes-like, or an array of bytes-like values, which are tried in order
   * @param start first index of the window; negative counts from the end; null or omitted: the beginning
   * @param end one past the last index of the window; null or omitted: the end
   * @throws PyTypeError `endswith first arg must be bytes or a tuple of bytes, not str`
   * @throws PyTypeError `a bytes-like object is required, not 'str'` for an item of the array
   * @throws PyTypeError `slice indices must be integers or have an __index__ method`
   * @throws PyBufferError `memoryview: underlying buffer is not C-contiguous`
   *
   * @example
   * ```ts
   * b`hello`.endswith(b`lo`) // true
   * b`hello`.endswith(b`l`, 0, 4) // true
   * b`hello`.endswith('o') // PyTypeError: endswith first arg must be bytes or a tuple of bytes, not str
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytes_methods.c `_Py_bytes_endswith`
   */
  endswith(suffix: BytesLike | readonly BytesLike[], start?: SlicePart, end?: SlicePart): boolean {
    return tailMatch(this, 'endswith', suffix, start, end);
  }

  /**
   * `value in b`: returns whether the bytes contain a byte or a run of bytes.
   *
   * @param value bytes-like (every value contains the empty one), or an int from 0 to 255
   * @throws PyTypeError `a bytes-like object is required, not 'str'`
   * @throws PyValueError `byte must be in range(0, 256)`
   * @throws PyBufferError `memoryview: underlying buffer is not C-contiguous`
   *
   * @example
   * ```ts
   * b`eggs`.includes(b`gg`) // true
   * b`eggs`.includes(101) // true
   * b`eggs`.includes(256) // PyValueError: byte must be in range(0, 256)
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytes_methods.c `_Py_bytes_contains`
   */
  includes(value: Needle): boolean {
    return contains(this, value);
  }

  // ---- splitting and joining ------------------------------------------------------------------------------

  /**
   * Splits at separators, from the left, and returns a new array. Parts of bytes share memory as slices do.
   *
   * @param sep bytes-like; null or omitted: split at runs of ASCII whitespace and drop empty parts
   * @param maxsplit the most cuts to make; -1 (the default): no limit. The last part holds the rest
   * @throws PyValueError `empty separator`
   * @throws PyTypeError `a bytes-like object is required, not 'str'`
   * @throws PyTypeError `'str' object cannot be interpreted as an integer`
   * @throws PyOverflowError `Python int too large to convert to C ssize_t`
   * @throws PyBufferError `memoryview: underlying buffer is not C-contiguous`
   *
   * @example
   * ```ts
   * b`a,b,,c`.split(b`,`) // [ b'a', b'b', b'', b'c' ]
   * b` a  b c`.split() // [ b'a', b'b', b'c' ]
   * b`a,b,c`.split(b`,`, { maxsplit: 1 }) // [ b'a', b'b,c' ]
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/stringlib/split.h `split`
   */
  split(sep?: BytesLike | null, maxsplit?: IntLike): Self[];
  split(sep: BytesLike | null | undefined, options: Pick<SplitOptions, 'maxsplit'>): Self[];
  split(options: SplitOptions): Self[];
  split(sep?: BytesLike | null | SplitOptions, maxsplit?: IntLike | SplitOptions): Self[] {
    return splitBy<Self>(this, 'split', sep, maxsplit);
  }

  /**
   * The same as {@link split}, but cuts from the right when `maxsplit` limits the number of cuts.
   *
   * @param sep bytes-like; null or omitted: split at runs of ASCII whitespace and drop empty parts
   * @param maxsplit the most cuts to make; -1 (the default): no limit. The first part holds the rest
   * @throws PyValueError `empty separator`
   * @throws PyTypeError `a bytes-like object is required, not 'str'`
   * @throws PyTypeError `'str' object cannot be interpreted as an integer`
   * @throws PyOverflowError `Python int too large to convert to C ssize_t`
   * @throws PyBufferError `memoryview: underlying buffer is not C-contiguous`
   *
   * @example
   * ```ts
   * b`a,b,c`.rsplit(b`,`, 1) // [ b'a,b', b'c' ]
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/stringlib/split.h `rsplit`
   */
  rsplit(sep?: BytesLike | null, maxsplit?: IntLike): Self[];
  rsplit(sep: BytesLike | null | undefined, options: Pick<SplitOptions, 'maxsplit'>): Self[];
  rsplit(options: SplitOptions): Self[];
  rsplit(sep?: BytesLike | null | SplitOptions, maxsplit?: IntLike | SplitOptions): Self[] {
    return splitBy<Self>(this, 'rsplit', sep, maxsplit);
  }

  /**
   * Returns the items with this value between them, as a new value of this type. A `Bytes` that is the only
   * item is returned itself.
   *
   * @param iterable of bytes-like objects
   * @throws PyTypeError `can only join an iterable`
   * @throws PyTypeError `sequence item 0: expected a bytes-like object, int found`, also for buffers that are
   *   not contiguous
   * @throws PyRuntimeError `sequence changed size during iteration`
   * @throws PyOverflowError `join() result is too long`
   * @throws PyMemoryError when the result is too large
   *
   * @example
   * ```ts
   * b`, `.join([b`a`, new ByteArray(b`b`)]) // b'a, b'
   * b`, `.join([b`a`, 5]) // PyTypeError: sequence item 1: expected a bytes-like object, int found
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/stringlib/join.h `bytes_join`
   */
  join(iterable: Iterable<BytesLike> | { __iter__(): unknown }): Self {
    const items = joinItems<Self>(this, iterable);
    if (items.length === 0) return this[MAKE](EMPTY);
    if (items.length === 1 && this.kind === 'bytes' && isExactBytes(items[0])) return items[0] as Self;
    return joinLeased<Self>(this, items, items === iterable);
  }

  /**
   * Splits at the first separator and returns a tuple `[before, separator, after]`, or `[all, empty, empty]`
   * if there is none. Bytes return the separator that was passed and, as `all`, this value itself; a
   * bytearray returns three new parts.
   *
   * @param sep bytes-like, not empty
   * @throws PyValueError `empty separator`
   * @throws PyTypeError `a bytes-like object is required, not 'str'`
   * @throws PyBufferError `memoryview: underlying buffer is not C-contiguous` (bytes only; a bytearray copies
   *   any buffer)
   *
   * @example
   * ```ts
   * b`key=value=x`.partition(b`=`) // [ b'key', b'=', b'value=x' ]
   * b`key`.partition(b`=`) // [ b'key', b'', b'' ]
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/stringlib/partition.h `partition`
   */
  partition<S extends BytesLike>(sep: S): readonly [Self, Middle<Self, S>, Self] {
    return partitionAt<Self, S>(this, sep, false);
  }

  /**
   * Splits at the last separator and returns a tuple `[before, separator, after]`, or `[empty, empty, all]`
   * if there is none. {@link partition} says which parts are new.
   *
   * @param sep bytes-like, not empty
   * @throws PyValueError `empty separator`
   * @throws PyTypeError `a bytes-like object is required, not 'str'`
   * @throws PyBufferError `memoryview: underlying buffer is not C-contiguous` (bytes only; a bytearray copies
   *   any buffer)
   *
   * @example
   * ```ts
   * b`key=value=x`.rpartition(b`=`) // [ b'key=value', b'=', b'x' ]
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/stringlib/partition.h `rpartition`
   */
  rpartition<S extends BytesLike>(sep: S): readonly [Self, Middle<Self, S>, Self] {
    return partitionAt<Self, S>(this, sep, true);
  }

  // ---- stripping ------------------------------------------------------------------------------------------

  /**
   * Removes the bytes of a set from both ends. The result is a slice of this value, or this value itself if
   * there is nothing to remove (always new for a bytearray).
   *
   * @param bytes the set, bytes-like; null or omitted: ASCII whitespace
   * @throws PyTypeError `a bytes-like object is required, not 'str'`
   * @throws PyBufferError `memoryview: underlying buffer is not C-contiguous`
   *
   * @example
   * ```ts
   * b`  a b `.strip() // b'a b'
   * b`xyax`.strip(b`xy`) // b'a'
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytesobject.c `do_argstrip`
   */
  strip(bytes?: BytesLike | null): Self {
    return stripped<Self>(this, bytes, true, true);
  }

  /**
   * Removes the bytes of a set from the beginning. The result is a slice of this value, or this value itself
   * if there is nothing to remove (always new for a bytearray).
   *
   * @param bytes the set, bytes-like; null or omitted: ASCII whitespace
   * @throws PyTypeError `a bytes-like object is required, not 'str'`
   * @throws PyBufferError `memoryview: underlying buffer is not C-contiguous`
   *
   * @example
   * ```ts
   * b`  a `.lstrip() // b'a '
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytesobject.c `do_argstrip`
   */
  lstrip(bytes?: BytesLike | null): Self {
    return stripped<Self>(this, bytes, true, false);
  }

  /**
   * Removes the bytes of a set from the end. The result is a slice of this value, or this value itself if
   * there is nothing to remove (always new for a bytearray).
   *
   * @param bytes the set, bytes-like; null or omitted: ASCII whitespace
   * @throws PyTypeError `a bytes-like object is required, not 'str'`
   * @throws PyBufferError `memoryview: underlying buffer is not C-contiguous`
   *
   * @example
   * ```ts
   * b` a  `.rstrip() // b' a'
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytesobject.c `do_argstrip`
   */
  rstrip(bytes?: BytesLike | null): Self {
    return stripped<Self>(this, bytes, false, true);
  }

  /**
   * Removes a prefix once. Returns this value itself if it does not start with the prefix (always new for a
   * bytearray).
   *
   * @param prefix bytes-like
   * @throws PyTypeError `a bytes-like object is required, not 'str'`
   * @throws PyBufferError `memoryview: underlying buffer is not C-contiguous`
   *
   * @example
   * ```ts
   * b`TestHook`.removeprefix(b`Test`) // b'Hook'
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytesobject.c `bytes_removeprefix_impl`
   */
  removeprefix(prefix: BytesLike): Self {
    const affix = lendsItself(prefix) ? prefix : lease(prefix);
    try {
      const start = this[START];
      const size = affix[LENGTH];
      const length = this[LENGTH];
      return size > 0 &&
        size <= length &&
        equal(
          intact(this[MEMORY], this[START] + this[LENGTH]),
          start,
          intact(affix[MEMORY], affix[START] + affix[LENGTH]),
          affix[START],
          size,
        )
        ? this[PART](start + size, start + length)
        : this[SAME]();
    } finally {
      endLease(affix);
    }
  }

  /**
   * Removes a suffix once. Returns this value itself if it does not end with the suffix (always new for a
   * bytearray).
   *
   * @param suffix bytes-like
   * @throws PyTypeError `a bytes-like object is required, not 'str'`
   * @throws PyBufferError `memoryview: underlying buffer is not C-contiguous`
   *
   * @example
   * ```ts
   * b`MiscTests`.removesuffix(b`Tests`) // b'Misc'
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytesobject.c `bytes_removesuffix_impl`
   */
  removesuffix(suffix: BytesLike): Self {
    const affix = lendsItself(suffix) ? suffix : lease(suffix);
    try {
      const start = this[START];
      const size = affix[LENGTH];
      const end = start + this[LENGTH] - size;
      return size > 0 &&
        end >= start &&
        equal(
          intact(this[MEMORY], this[START] + this[LENGTH]),
          end,
          intact(affix[MEMORY], affix[START] + affix[LENGTH]),
          affix[START],
          size,
        )
        ? this[PART](start, end)
        : this[SAME]();
    } finally {
      endLease(affix);
    }
  }

  // ---- replacing ------------------------------------------------------------------------------------------

  /**
   * Replaces every `old` by `replacement`, from the left. Returns this value itself if there is nothing to
   * replace (always new for a bytearray).
   *
   * @param old bytes-like; an empty one matches before each byte and at the end
   * @param replacement bytes-like; Python's parameter `new`
   * @param count the most replacements to make; -1 (the default): no limit
   * @throws PyTypeError `a bytes-like object is required, not 'str'`
   * @throws PyTypeError `'str' object cannot be interpreted as an integer`
   * @throws PyOverflowError `Python int too large to convert to C ssize_t`, `replace bytes is too long`
   * @throws PyBufferError `memoryview: underlying buffer is not C-contiguous`
   *
   * @example
   * ```ts
   * b`aXbXc`.replace(b`X`, b`--`) // b'a--b--c'
   * b`aXbXc`.replace(b`X`, b``, { count: 1 }) // b'abXc'
   * b`ab`.replace(b``, b`.`) // b'.a.b.'
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/stringlib/transmogrify.h `stringlib_replace`
   */
  replace(old: BytesLike, replacement: BytesLike, count?: IntLike | { count?: IntLike }): Self {
    let limit: unknown = count;
    if (limit === undefined && lendsItself(old) && lendsItself(replacement)) {
      return replaced<Self>(this, old, replacement, -1);
    }
    if (isOptions(limit)) [, , limit] = bindOptions('replace', REPLACE, [old, replacement, limit], 2);
    const from = hold(old);
    let to: Content | null = null;
    try {
      to = hold(replacement);
      return replaced<Self>(this, from, to, limit === undefined ? -1 : asSsizeArgument(limit));
    } finally {
      letGo(from);
      if (to !== null) letGo(to);
    }
  }
}
