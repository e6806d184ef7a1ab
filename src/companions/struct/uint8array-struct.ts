/**
 * The class `Struct` for programs that use only typed arrays: `Uint8Array` represents `bytes`. Formats,
 * checks and errors are the same as in `struct.ts`. In a separate file from the functions, which programs may
 * import without it.
 */
import { TYPE_NAME } from '../../python/index.js';
import { StructBase } from './struct-base.js';
import type { ByteResult } from './uint8array-functions.js';
import { UINT8ARRAY } from './uint8array-type.js';

/**
 * A compiled format: reads and writes structures of binary data. Formats are those of `Struct` in
 * `pybuffer/struct`; `c`, `s` and `p` unpack to a `Uint8Array`, `s` and `p` take every contiguous buffer.
 *
 * @example
 * ```ts
 * const point = new Struct('<Hd');
 * point.size // 10
 * point.unpack(point.pack(1, 2.5)) // (1, 2.5)
 * ```
 *
 * CPython: Modules/_struct.c `PyStructType`
 */
export class Struct<F extends string = string> extends StructBase<F, ByteResult> {
  /**
   * @param format text, or its bytes
   * @throws StructError `bad char in struct format`, and as `Struct` in `pybuffer/struct`
   * @throws PyTypeError `Struct() argument 1 must be a str or bytes object, not int`
   */
  constructor(format: F | Uint8Array) {
    super(format, UINT8ARRAY);
  }
}

// The repr of instances shows the name, which minifiers drop.
Object.defineProperty(Struct, 'name', { value: 'Struct' });

Object.defineProperty(Struct.prototype, TYPE_NAME, { value: '_struct.Struct' });
