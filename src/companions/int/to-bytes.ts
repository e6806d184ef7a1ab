/** `int.to_bytes`. Callers are users of `pybuffer/int` and the runtime. */
import { fromHexText, reverse } from '../../algorithms/index.js';
import { bytesOf } from '../../bytes/index.js';
import type { Bytes } from '../../bytes/index.js';
import { PyMemoryError, PyOverflowError, PyTypeError, PyValueError } from '../../exceptions/index.js';
import { dataView } from '../../formats/index.js';
import { EMPTY, MEMORY, START, allocate, copyRange } from '../../memory/index.js';
import type { Range } from '../../memory/index.js';
import { asInt, asSsizeArgument, isOptions, isTrue, typeName } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import { boundArguments } from './arguments.js';
import { byteOrderText, isLittle } from './byte-order.js';
import type { ByteOrder } from './byte-order.js';

/** Keywords of {@link intToBytes}. */
export interface IntToBytesOptions {
  /** Bytes of the result, 1 by default. */
  length?: IntLike;
  /** `'big'` by default. */
  byteorder?: ByteOrder;
  /** Whether to use two's complement, which negative ints need; false by default. */
  signed?: unknown;
}

const NAMES = ['length', 'byteorder', 'signed'];

/**
 * Returns an int as bytes.
 *
 * @param value a number, bigint or boolean
 * @param length how many bytes, 1 by default; also by name
 * @param byteorder `'big'` by default; also by name
 * @param options `signed`
 * @returns new `Bytes`
 * @throws PyOverflowError `int too big to convert`, `can't convert negative int to unsigned`
 * @throws PyValueError `length cannot be negative`, `byteorder must be either 'little' or 'big'`
 * @throws PyTypeError `'str' object cannot be interpreted as an integer`,
 *   `to_bytes() argument 'byteorder' must be str, not int`,
 *   `descriptor 'to_bytes' for 'int' objects doesn't apply to a 'str' object`
 *
 * @example
 * ```ts
 * intToBytes(1024, 2) // b'\x04\x00'
 * intToBytes(-1024, 4, 'little', { signed: true }) // b'\x00\xfc\xff\xff'
 * intToBytes(2n ** 64n, { length: 9 }) // b'\x01\x00\x00\x00\x00\x00\x00\x00\x00'
 * intToBytes(256) // OverflowError: int too big to convert
 * ```
 *
 * CPython: Objects/longobject.c `int_to_bytes_impl`
 */
export function intToBytes(
  value: number | bigint | boolean,
  length?: IntLike | IntToBytesOptions,
  byteorder?: ByteOrder | Omit<IntToBytesOptions, 'length'>,
  options?: Pick<IntToBytesOptions, 'signed'>,
): Bytes;
export function intToBytes(value: unknown, length?: unknown, byteorder?: unknown, ...rest: unknown[]): Bytes {
  if (typeof value !== 'bigint' && typeof value !== 'boolean' && !Number.isInteger(value)) {
    throw new PyTypeError(
      `descriptor 'to_bytes' for 'int' objects doesn't apply to a '${typeName(value)}' object`,
    );
  }
  const int = asInt(value);
  let signed: unknown;
  if (rest.length > 0 || isOptions(byteorder) || isOptions(length)) {
    [length, byteorder, signed] = boundArguments('to_bytes', NAMES, [length, byteorder, ...rest]);
  }
  const size = length === undefined ? 1 : asSsizeArgument(length);
  if (size < 0) throw new PyValueError('length cannot be negative');
  const order = byteOrderText('to_bytes', byteorder);
  const isSigned = isTrue(signed);
  const little = isLittle(order);
  if (int < 0 && !isSigned) throw new PyOverflowError("can't convert negative int to unsigned");
  const pack = typeof int === 'number' ? packNumber : packBigint;
  const range = pack(int as never, size, little, isSigned);
  return bytesOf(range[MEMORY], range[START], size);
}

/**
 * The number of values for each number of bytes. A table, because raising 2 to a power takes longer than
 * everything else. Every safe integer fits more bytes.
 */
const SPANS = [1, 2 ** 8, 2 ** 16, 2 ** 24, 2 ** 32, 2 ** 40, 2 ** 48];

function packNumber(int: number, size: number, little: boolean, signed: boolean): Range {
  const span = SPANS[size] ?? Infinity;
  const limit = signed ? span / 2 : span;
  if (size === 0 ? int !== 0 : int >= limit || int < -limit) throw tooBig();
  if (size === 0) return EMPTY;
  const range = allocate(size);
  const memory = range[MEMORY];
  const start = range[START];
  let rest = int;
  for (let i = 0; i < size; i++) {
    const next = Math.floor(rest / 256);
    memory[little ? start + i : start + size - 1 - i] = rest - next * 256;
    rest = next;
  }
  return range;
}

function packBigint(int: bigint, size: number, little: boolean, signed: boolean): Range {
  // Its hexadecimal text would be longer than any, or its bits more than BigInt.asUintN counts.
  if (size > LONGEST) throw new PyMemoryError();
  const bits = 8 * size;
  const unsigned = BigInt.asUintN(bits, int);
  if ((signed ? BigInt.asIntN(bits, int) : unsigned) !== int) throw tooBig();
  if (size <= WORDS_LIMIT) return packWords(unsigned, size, little);
  const range = fromHexText(unsigned.toString(16).padStart(2 * size, '0'));
  const start = range[START];
  if (little) reverse(range[MEMORY], start, start + size);
  return range;
}

/** Strings of V8 have at most 2**29 - 24 characters, and two stand for a byte. */
const LONGEST = 2 ** 28 - 12;

/**
 * Up to this many bytes are written in words of eight bytes, which takes 20 ns a word, and quadratic time in
 * total.
 */
const WORDS_LIMIT = 64;
const words = new Uint8Array(WORDS_LIMIT);
const wordData = dataView(words);

/** Writes a non-negative int that fits. */
function packWords(int: bigint, size: number, little: boolean): Range {
  let rest = int;
  for (let done = 0; done < size; done += 8) {
    if (done > 0) rest >>= 64n;
    wordData.setBigUint64(little ? done : WORDS_LIMIT - 8 - done, rest, little);
  }
  return little ? copyRange(words, 0, size) : copyRange(words, WORDS_LIMIT - size, WORDS_LIMIT);
}

function tooBig(): PyOverflowError {
  return new PyOverflowError('int too big to convert');
}
