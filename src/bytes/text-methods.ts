/**
 * The methods of `bytes` and `bytearray` that treat bytes as text: case, kinds of characters, padding, lines,
 * translation tables. They are a part, which `register-methods.ts` puts on the prototype of `BytesBase`.
 * `bytes-base.ts` imports only their types, so programs that use `pybuffer/core` and never call them do not
 * carry them.
 */
import { cutLines } from '../algorithms/cut.js';
import {
  capitalize,
  expandtabs,
  isalnum,
  isalpha,
  isascii,
  isdigit,
  islower,
  isspace,
  istitle,
  isupper,
  lower,
  swapcase,
  title,
  upper,
  zfill,
} from '../algorithms/index.js';
import { PyValueError } from '../exceptions/index.js';
import { LENGTH, MEMORY, START, intact } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import { contentOfBytes } from '../protocol/index.js';
import type { BytesLike } from '../protocol/index.js';
import { asCInt, asSsizeArgument, bindOptions, isOptions, isTrue } from '../python/index.js';
import type { IntLike } from '../python/index.js';
import { asFill } from './arguments.js';
import { changed, is, padded, translated } from './change-text.js';
import { hold, letGo } from './hold.js';
import { MAKE, PARTS, Part, SAME } from './hooks.js';
import type { FillByte } from './types.js';

const SPACE = 0x20;
const TRANSLATE = ['table', 'delete'] as const;

/** Nobody constructs it: `BytesBase` inherits the types, and the code is copied to its prototype. */
export abstract class TextMethods<Self extends TextMethods<Self>> extends Part<Self> {
  // ---- case -----------------------------------------------------------------------------------------------

  /**
   * Turns ASCII letters into lower case. Always returns a new value.
   *
   * @example
   * ```ts
   * b`Hello`.lower() // b'hello'
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytes_methods.c `_Py_bytes_lower`
   */
  lower(): Self {
    return changed<Self>(this, lower);
  }

  /**
   * Turns ASCII letters into upper case. Always returns a new value.
   *
   * @example
   * ```ts
   * b`Hello`.upper() // b'HELLO'
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytes_methods.c `_Py_bytes_upper`
   */
  upper(): Self {
    return changed<Self>(this, upper);
  }

  /**
   * Swaps the case of ASCII letters. Always returns a new value.
   *
   * @example
   * ```ts
   * b`Hello`.swapcase() // b'hELLO'
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytes_methods.c `_Py_bytes_swapcase`
   */
  swapcase(): Self {
    return changed<Self>(this, swapcase);
  }

  /**
   * Turns the first byte into upper case and the rest into lower case. ASCII only. Always returns a new
   * value.
   *
   * @example
   * ```ts
   * b`hELLO wORLD`.capitalize() // b'Hello world'
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytes_methods.c `_Py_bytes_capitalize`
   */
  capitalize(): Self {
    return changed<Self>(this, capitalize);
  }

  /**
   * Turns the first letter of each run of letters into upper case and the rest into lower case. ASCII only.
   * Always returns a new value.
   *
   * @example
   * ```ts
   * b`hello world's`.title() // b"Hello World'S"
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytes_methods.c `_Py_bytes_title`
   */
  title(): Self {
    return changed<Self>(this, title);
  }

  // ---- kinds of bytes -------------------------------------------------------------------------------------

  /**
   * Returns whether there is at least one byte and all bytes are ASCII letters or digits.
   *
   * @example
   * ```ts
   * b`abc1`.isalnum() // true
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytes_methods.c `_Py_bytes_isalnum`
   */
  isalnum(): boolean {
    return is(this, isalnum);
  }

  /**
   * Returns whether there is at least one byte and all bytes are ASCII letters.
   *
   * @example
   * ```ts
   * b`abc1`.isalpha() // false
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytes_methods.c `_Py_bytes_isalpha`
   */
  isalpha(): boolean {
    return is(this, isalpha);
  }

  /**
   * Returns whether all bytes are below 128; true for an empty value.
   *
   * @example
   * ```ts
   * b`abc`.isascii() // true
   * b``.isascii() // true
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytes_methods.c `_Py_bytes_isascii`
   */
  isascii(): boolean {
    return is(this, isascii);
  }

  /**
   * Returns whether there is at least one byte and all bytes are ASCII digits.
   *
   * @example
   * ```ts
   * b`123`.isdigit() // true
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytes_methods.c `_Py_bytes_isdigit`
   */
  isdigit(): boolean {
    return is(this, isdigit);
  }

  /**
   * Returns whether there is at least one lower-case ASCII letter and no upper-case one.
   *
   * @example
   * ```ts
   * b`hello 1`.islower() // true
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytes_methods.c `_Py_bytes_islower`
   */
  islower(): boolean {
    return is(this, islower);
  }

  /**
   * Returns whether there is at least one byte and all bytes are ASCII whitespace.
   *
   * @example
   * ```ts
   * b` \t\n`.isspace() // true
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytes_methods.c `_Py_bytes_isspace`
   */
  isspace(): boolean {
    return is(this, isspace);
  }

  /**
   * Returns whether there is at least one ASCII letter and each run of letters has its first in upper case
   * and the rest in lower case.
   *
   * @example
   * ```ts
   * b`Hello World`.istitle() // true
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytes_methods.c `_Py_bytes_istitle`
   */
  istitle(): boolean {
    return is(this, istitle);
  }

  /**
   * Returns whether there is at least one upper-case ASCII letter and no lower-case one.
   *
   * @example
   * ```ts
   * b`HELLO 1`.isupper() // true
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytes_methods.c `_Py_bytes_isupper`
   */
  isupper(): boolean {
    return is(this, isupper);
  }

  // ---- padding --------------------------------------------------------------------------------------------

  /**
   * Pads on both sides, as evenly as possible. Returns this value itself if it is long enough (always new for
   * a bytearray).
   *
   * @param width length of the result in bytes; a smaller one changes nothing
   * @param fillchar a `Bytes` or `ByteArray` of length 1; a space when omitted
   * @throws PyTypeError `'str' object cannot be interpreted as an integer`
   * @throws PyTypeError `center() argument 2 must be a byte string of length 1, not str`
   * @throws PyTypeError
   *   `center(): argument 2 must be a byte string of length 1, not a bytes object of length 2`
   * @throws PyOverflowError `Python int too large to convert to C ssize_t`, `byte string is too large`
   * @throws PyMemoryError when the result is too large
   *
   * @example
   * ```ts
   * b`ab`.center(6, b`*`) // b'**ab**'
   * b`ab`.center(5) // b'  ab '
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/stringlib/transmogrify.h `stringlib_center_impl`
   */
  center(width: IntLike, fillchar?: FillByte): Self {
    const size = asSsizeArgument(width);
    const fill = fillchar === undefined ? SPACE : asFill('center', fillchar);
    const room = size - this[LENGTH];
    // CPython puts the odd byte on the left if the width is odd.
    const left = Math.floor(room / 2) + (room % 2 === 1 && size % 2 === 1 ? 1 : 0);
    return padded<Self>(this, left, room - left, fill);
  }

  /**
   * Pads on the right. Returns this value itself if it is long enough (always new for a bytearray).
   *
   * @param width length of the result in bytes; a smaller one changes nothing
   * @param fillchar a `Bytes` or `ByteArray` of length 1; a space when omitted
   * @throws PyTypeError `'str' object cannot be interpreted as an integer`
   * @throws PyTypeError `ljust() argument 2 must be a byte string of length 1, not str`
   * @throws PyTypeError
   *   `ljust(): argument 2 must be a byte string of length 1, not a bytes object of length 2`
   * @throws PyOverflowError `Python int too large to convert to C ssize_t`, `byte string is too large`
   * @throws PyMemoryError when the result is too large
   *
   * @example
   * ```ts
   * b`ab`.ljust(4, b`.`) // b'ab..'
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/stringlib/transmogrify.h `stringlib_ljust_impl`
   */
  ljust(width: IntLike, fillchar?: FillByte): Self {
    const size = asSsizeArgument(width);
    const fill = fillchar === undefined ? SPACE : asFill('ljust', fillchar);
    return padded<Self>(this, 0, size - this[LENGTH], fill);
  }

  /**
   * Pads on the left. Returns this value itself if it is long enough (always new for a bytearray).
   *
   * @param width length of the result in bytes; a smaller one changes nothing
   * @param fillchar a `Bytes` or `ByteArray` of length 1; a space when omitted
   * @throws PyTypeError `'str' object cannot be interpreted as an integer`
   * @throws PyTypeError `rjust() argument 2 must be a byte string of length 1, not str`
   * @throws PyTypeError
   *   `rjust(): argument 2 must be a byte string of length 1, not a bytes object of length 2`
   * @throws PyOverflowError `Python int too large to convert to C ssize_t`, `byte string is too large`
   * @throws PyMemoryError when the result is too large
   *
   * @example
   * ```ts
   * b`ab`.rjust(4) // b'  ab'
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/stringlib/transmogrify.h `stringlib_rjust_impl`
   */
  rjust(width: IntLike, fillchar?: FillByte): Self {
    const size = asSsizeArgument(width);
    const fill = fillchar === undefined ? SPACE : asFill('rjust', fillchar);
    return padded<Self>(this, size - this[LENGTH], 0, fill);
  }

  /**
   * Pads with ASCII zeros on the left, after a sign. Returns this value itself if it is long enough (always
   * new for a bytearray).
   *
   * @param width length of the result in bytes; a smaller one changes nothing
   * @throws PyTypeError `'str' object cannot be interpreted as an integer`
   * @throws PyOverflowError `Python int too large to convert to C ssize_t`, `byte string is too large`
   * @throws PyMemoryError when the result is too large
   *
   * @example
   * ```ts
   * b`-42`.zfill(6) // b'-00042'
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/stringlib/transmogrify.h `stringlib_zfill_impl`
   */
  zfill(width: IntLike): Self {
    const size = asSsizeArgument(width);
    const start = this[START];
    const result = zfill(intact(this[MEMORY], this[START] + this[LENGTH]), start, start + this[LENGTH], size);
    return result === null ? this[SAME]() : this[MAKE](result);
  }

  /**
   * Replaces each tab by spaces up to the next column that is a multiple of `tabsize`. Columns start again
   * after `\n` and `\r`. Always returns a new value.
   *
   * @param tabsize columns between two tab stops, 8 when omitted; 0 or a negative number removes the tabs
   * @throws PyTypeError `'str' object cannot be interpreted as an integer`
   * @throws PyOverflowError `Python int too large to convert to C int`, `result too long`
   *
   * @example
   * ```ts
   * b`a\tb`.expandtabs(4) // b'a   b'
   * b`a\tb`.expandtabs({ tabsize: 2 }) // b'a b'
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/stringlib/transmogrify.h `stringlib_expandtabs_impl`
   */
  expandtabs(tabsize?: IntLike | { tabsize?: IntLike }): Self {
    let size: unknown = tabsize;
    if (isOptions(size)) [size] = bindOptions('expandtabs', ['tabsize'], [size]);
    const columns = size === undefined ? 8 : asCInt(size);
    const start = this[START];
    return this[MAKE](
      expandtabs(intact(this[MEMORY], this[START] + this[LENGTH]), start, start + this[LENGTH], columns),
    );
  }

  // ---- lines and tables -----------------------------------------------------------------------------------

  /**
   * Splits at `\n`, `\r` and `\r\n`, and returns the lines as a new array. A line end at the very end starts
   * no empty line.
   *
   * @param keepends whether the lines keep their ends; tested by Python's truth, so an empty array is false
   * @throws PyTypeError `splitlines() got an unexpected keyword argument 'x'`
   *
   * @example
   * ```ts
   * b`a\nb\r\nc`.splitlines() // [ b'a', b'b', b'c' ]
   * b`a\nb`.splitlines({ keepends: true }) // [ b'a\n', b'b' ]
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/stringlib/split.h `splitlines`
   */
  splitlines(keepends?: unknown): Self[] {
    if (isOptions(keepends)) [keepends] = bindOptions('splitlines', ['keepends'], [keepends]);
    const keep = keepends === undefined ? false : isTrue(keepends);
    const start = this[START];
    return this[PARTS](
      cutLines(intact(this[MEMORY], this[START] + this[LENGTH]), start, start + this[LENGTH], keep),
    );
  }

  /**
   * Removes the bytes of a set and maps each other byte through a table. Returns this value itself if that
   * changes nothing (always new for a bytearray).
   *
   * @param table bytes-like of length 256, as `Bytes.maketrans` returns; null changes no byte
   * @param del the set, bytes-like; Python's parameter `delete`
   * @throws PyValueError `translation table must be 256 characters long`
   * @throws PyTypeError `a bytes-like object is required, not 'str'`
   * @throws PyBufferError `memoryview: underlying buffer is not C-contiguous`
   *
   * @example
   * ```ts
   * b`read this`.translate(null, b`aeiou`) // b'rd ths'
   * b`abc`.translate(Bytes.maketrans(b`ab`, b`xy`), { delete: b`c` }) // b'xy'
   * ```
   *
   * With `pybuffer/core`: import `pybuffer/methods`.
   *
   * CPython: Objects/bytesobject.c `bytes_translate_impl`
   */
  translate(table: BytesLike | null, del?: BytesLike | { delete?: BytesLike }): Self {
    let deleted: unknown = del;
    if (isOptions(deleted)) [, deleted] = bindOptions('translate', TRANSLATE, [table, deleted], 1);
    // Bytes read the content of derived bytes directly; a bytearray acquires their buffer.
    const take = (value: unknown) => (this.kind === 'bytes' ? contentOfBytes(value) : null) ?? hold(value);
    const map = table === null || table === undefined ? null : take(table);
    let set: Content | null = null;
    try {
      if (map !== null && map[LENGTH] !== 256) {
        throw new PyValueError('translation table must be 256 characters long');
      }
      if (deleted !== undefined) set = take(deleted);
      return translated<Self>(this, map, set);
    } finally {
      if (map !== null) letGo(map);
      if (set !== null) letGo(set);
    }
  }
}
