/**
 * Combines the checksums of two pieces into that of both, given the length of the second. `zlib` exports
 * these functions.
 */
import { PyTypeError, PyValueError } from '../../exceptions/index.js';
import { asInt, asSsizeArgument, givenName, takes } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import { ADLER_BASE, CRC_POLYNOMIAL, low32 } from './crc.js';

/** A length, which must be a real int: `__index__` does not count. */
function lengthOf(method: string, value: unknown): bigint {
  if (typeof value !== 'boolean' && typeof value !== 'bigint' && !Number.isInteger(value)) {
    throw new PyTypeError(`${method}() argument 3 must be int, not ${givenName(value)}`);
  }
  // A number past 2**53 has been rounded.
  const length = asSsizeArgument(value) < 0 ? -1n : BigInt(asInt(value));
  if (length < 0n) throw new PyValueError('len2 must be non-negative');
  return length;
}

/** The product of two polynomials modulo CRC-32's; the highest bit is the constant term. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 31; bit >= 0; bit--) {
    if ((a >>> bit) & 1) product ^= b;
    b = b & 1 ? (b >>> 1) ^ CRC_POLYNOMIAL : b >>> 1;
  }
  return product >>> 0;
}

/** x to the power of n, modulo CRC-32's polynomial. */
function power(n: bigint): number {
  let result = 0x80000000;
  let square = 0x40000000;
  for (; n > 0n; n >>= 1n) {
    if (n & 1n) result = multiply(square, result);
    square = multiply(square, square);
  }
  return result;
}

/**
 * The CRC-32 of two pieces, one after the other.
 *
 * @param crc1 the CRC-32 of the first; its low 32 bits count
 * @param crc2 the CRC-32 of the second
 * @param len2 the length of the second, in bytes
 * @returns an int from 0 to 2**32 - 1
 * @throws PyValueError `len2 must be non-negative`
 * @throws PyTypeError `crc32_combine() argument 3 must be int, not float`
 * @throws PyOverflowError `Python int too large to convert to C ssize_t`
 *
 * @example
 * ```ts
 * crc32_combine(crc32(b`hello`), crc32(b` world`), 6) // 222957957
 * ```
 *
 * CPython: Modules/zlibmodule.c `zlib_crc32_combine_impl`
 */
export function crc32_combine(crc1: IntLike, crc2: IntLike, len2: number | bigint): number {
  takes('crc32_combine', arguments.length, 3);
  const [first, second] = [low32(crc1), low32(crc2)];
  const length = lengthOf('crc32_combine', len2);
  return (multiply(power(length * 8n), first) ^ second) >>> 0;
}

/**
 * The Adler-32 checksum of two pieces, one after the other.
 *
 * @param adler1 the checksum of the first; its low 32 bits count
 * @param adler2 the checksum of the second
 * @param len2 the length of the second, in bytes
 * @returns an int from 0 to 2**32 - 1
 * @throws PyValueError `len2 must be non-negative`
 * @throws PyTypeError `adler32_combine() argument 3 must be int, not float`
 * @throws PyOverflowError `Python int too large to convert to C ssize_t`
 *
 * @example
 * ```ts
 * adler32_combine(adler32(b`hello`), adler32(b` world`), 6) // 436929629
 * ```
 *
 * CPython: Modules/zlibmodule.c `zlib_adler32_combine_impl`
 */
export function adler32_combine(adler1: IntLike, adler2: IntLike, len2: number | bigint): number {
  takes('adler32_combine', arguments.length, 3);
  const [first, second] = [low32(adler1), low32(adler2)];
  const length = Number(lengthOf('adler32_combine', len2) % BigInt(ADLER_BASE));
  // Sums that no bytes can have are reduced as in zlib, by subtraction instead of a remainder.
  let a = (first & 0xffff) + (second & 0xffff) + ADLER_BASE - 1;
  let b = ((length * (first & 0xffff)) % ADLER_BASE) + (first >>> 16) + (second >>> 16) + ADLER_BASE - length;
  if (a >= ADLER_BASE) a -= ADLER_BASE;
  if (a >= ADLER_BASE) a -= ADLER_BASE;
  if (b >= 2 * ADLER_BASE) b -= 2 * ADLER_BASE;
  if (b >= ADLER_BASE) b -= ADLER_BASE;
  return (a | (b << 16)) >>> 0;
}
