/** The public class `Struct`, which represents bytes as `Bytes`. `functions.ts` compiles formats to it. */
import type { Bytes } from '../../bytes/index.js';
import { TYPE_NAME, VALUE_BRAND } from '../../python/index.js';
import { BYTES } from './bytes-type.js';
import { StructBase } from './struct-base.js';

/**
 * A compiled format: reads and writes structures of binary data.
 *
 * A format is an optional prefix (`@` native sizes and alignment, the default; `=` or `<` little-endian, `>`
 * or `!` big-endian, both with standard sizes and no alignment) and codes, each with an optional count:
 *
 * | codes | value |
 * |---|---|
 * | `b B h H i I` (1, 2, 4 bytes), `l L` (4; native: of the ABI) | int as number, native `l L` as bigint |
 * | `q Q` (8 bytes), `n N P` (native only) | int as bigint; numbers and bigints go in |
 * | `e f d` (2, 4, 8 bytes) | float |
 * | `Zf Zd` (two floats, two doubles), also `F D` | complex |
 * | `?` | bool |
 * | `c` | `Bytes` of length 1 |
 * | `s p` | `Bytes`; the count is the length |
 * | `x` | no value: a padding byte |
 *
 * If the format is a literal, it determines the types of the results.
 *
 * @example
 * ```ts
 * const point = new Struct('<Hd');
 * point.size // 10
 * point.pack(1, 2.5) // b'\x01\x00\x00\x00\x00\x00\x00\x00\x04@'
 * point.unpack(point.pack(1, 2.5)) // (1, 2.5)
 * new Struct('T') // error: bad char in struct format
 * ```
 *
 * CPython: Modules/_struct.c `PyStructType`
 */
export class Struct<F extends string = string> extends StructBase<F, Bytes> {
  /**
   * @param format text or `Bytes`; the ABI in force decides about native sizes
   * @throws StructError `bad char in struct format`, `repeat count given without format specifier`,
   *   `total struct size too long`, `embedded null character`
   * @throws PyTypeError `Struct() argument 1 must be a str or bytes object, not int`
   * @throws PyValueError `non-ASCII character in struct format`
   */
  constructor(format: F | Bytes) {
    super(format, BYTES);
  }
}

// The repr of instances shows the name, which minifiers drop.
Object.defineProperty(Struct, 'name', { value: 'Struct' });
Object.defineProperty(Struct.prototype, VALUE_BRAND, { value: 'Struct' });
Object.defineProperty(Struct.prototype, TYPE_NAME, {
  get(this: { constructor: { name: string } }) {
    return this.constructor === Struct ? '_struct.Struct' : this.constructor.name;
  },
});
