/** `int.from_bytes`. Callers are users of `pybuffer/int` and the runtime. */
import { hex, reverse } from '../../algorithms/index.js';
import { bytesOfObject } from '../../bytes/index.js';
import { PyMemoryError, PyOverflowError, PyTypeError } from '../../exceptions/index.js';
import { dataView } from '../../formats/index.js';
import { LENGTH, MEMORY, START, copyContent, intact } from '../../memory/index.js';
import type { Content } from '../../memory/index.js';
import { endLease, isBytesLike, isPlainContent, lease } from '../../protocol/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { isOptions, isOptionsNotOurs, isTrue } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import { boundArguments } from './arguments.js';
import { byteOrderText, isLittle } from './byte-order.js';
import type { ByteOrder } from './byte-order.js';

/** Bytes, or an iterable from which `bytes(x)` makes bytes. */
export type IntSource = BytesLike | Iterable<IntLike> | { __bytes__(): unknown } | { __iter__(): unknown };

/** Keywords of {@link intFromBytes}. */
export interface IntFromBytesOptions {
  /** `'big'` by default. */
  byteorder?: ByteOrder;
  /** Whether the most significant bit is a sign (two's complement); false by default. */
  signed?: unknown;
}

/** The same, with the request for a number. */
export interface NumberFromBytesOptions extends IntFromBytesOptions {
  /** Requests a number instead of a bigint. */
  as: 'number';
}

const NAMES = ['bytes', 'byteorder', 'signed'];

/** The most bytes in a bigint on any platform. */
const MOST_BYTES = 2 ** 27;

/** Ints of up to this many bytes (2**48) fit a number with room for the arithmetic. */
const NUMBER_BYTES = 6;

/**
 * Returns the int that the bytes represent.
 *
 * @param bytes any contiguous bytes-like object, or an iterable of ints from 0 to 255
 * @param options `signed`, `byteorder` (`'big'` by default; also by position, before the others), and
 *   Not Python: `as: 'number'`
 * @returns a bigint, whatever the magnitude; with `as: 'number'` a number
 * @throws PyTypeError `cannot convert 'str' object to bytes`,
 *   `from_bytes() argument 'byteorder' must be str, not int`
 * @throws PyValueError `byteorder must be either 'little' or 'big'`, `bytes must be in range(0, 256)`
 * @throws PyMemoryError for more bytes than the platform's bigints have: 2**27 in V8
 * @throws PyOverflowError `int too large for a number` with `as: 'number'`, past 2**53 - 1 either way
 *
 * @example
 * ```ts
 * intFromBytes(b`\x00\x10`) // 16n
 * intFromBytes(b`\x00\x10`, 'little') // 4096n
 * intFromBytes(b`\xfc\x00`, { signed: true, as: 'number' }) // -1024
 * intFromBytes([255, 0, 0]) // 16711680n
 * intFromBytes('a' as never) // TypeError: cannot convert 'str' object to bytes
 * ```
 *
 * CPython: Objects/longobject.c `int_from_bytes_impl`
 */
export function intFromBytes(bytes: IntSource, options: NumberFromBytesOptions): number;
export function intFromBytes(
  bytes: IntSource,
  byteorder: ByteOrder,
  options: Omit<NumberFromBytesOptions, 'byteorder'>,
): number;
export function intFromBytes(
  bytes: IntSource,
  byteorder?: ByteOrder | IntFromBytesOptions,
  options?: Omit<IntFromBytesOptions, 'byteorder'>,
): bigint;
export function intFromBytes(bytes: unknown, byteorder?: unknown): bigint | number {
  let signed: unknown;
  let as: unknown;
  if (arguments.length > 2 || isOptions(byteorder) || isOptionsNotOurs(bytes)) {
    // C misses the bytes before it looks at the names, but after it has counted them.
    if (arguments.length === 1 && isOptions(bytes) && bytes['bytes'] === undefined) {
      if (Object.keys(bytes).length <= NAMES.length) throw noBytes();
    }
    [bytes, byteorder, signed, as] = boundArguments('from_bytes', NAMES, arguments, 'as');
  }
  if (bytes === undefined) throw noBytes();
  const order = byteOrderText('from_bytes', byteorder);
  const isSigned = isTrue(signed);
  const little = isLittle(order);
  if (isPlainContent(bytes)) return intOf(bytes, little, isSigned, as);
  const content = isBytesLike(bytes) ? lease(bytes) : bytesOfObject(bytes);
  try {
    return intOf(content, little, isSigned, as);
  } finally {
    endLease(content);
  }
}

const noBytes = (): PyTypeError => new PyTypeError("from_bytes() missing required argument 'bytes' (pos 1)");

function intOf(content: Content, little: boolean, signed: boolean, as: unknown): bigint | number {
  intact(content[MEMORY], content[START] + content[LENGTH]);
  if (as !== 'number') return bigintOf(content, little, signed);
  if (content[LENGTH] <= NUMBER_BYTES) return numberOf(content, little, signed);
  const number = Number(bigintOf(content, little, signed));
  if (!Number.isSafeInteger(number)) throw new PyOverflowError('int too large for a number');
  return number;
}

/**
 * The number of values for each number of bytes. A table, because raising 2 to a power takes longer than
 * everything else. Zero bytes have no sign.
 */
const SPANS = [Infinity, 2 ** 8, 2 ** 16, 2 ** 24, 2 ** 32, 2 ** 40, 2 ** 48];

/** Reads a few bytes as a number. */
function numberOf(content: Content, little: boolean, signed: boolean): number {
  const memory = content[MEMORY];
  const start = content[START];
  const length = content[LENGTH];
  let value = 0;
  for (let i = 0; i < length; i++) value = value * 256 + memory[little ? start + length - 1 - i : start + i]!;
  const span = SPANS[length]!;
  return signed && 2 * value >= span ? value - span : value;
}

/**
 * Up to this many bytes are combined from words of eight bytes, which takes 30 ns a word, and quadratic time
 * in total.
 */
const WORDS_LIMIT = 64;
const words = new Uint8Array(WORDS_LIMIT);
const wordData = dataView(words);

/**
 * Copies the bytes, at least one, most significant first, and extends them with the sign to whole words of
 * eight.
 */
function fillWords(content: Content, little: boolean, signed: boolean): number {
  const memory = content[MEMORY];
  const start = content[START];
  const length = content[LENGTH];
  const last = start + length - 1;
  const size = (length + 7) & ~7;
  const from = size - length;
  for (let i = 0; i < length; i++) words[from + i] = memory[little ? last - i : start + i]!;
  const sign = signed && words[from]! >= 128 ? 255 : 0;
  for (let i = 0; i < from; i++) words[i] = sign;
  return size;
}

/** Reads 7 to {@link WORDS_LIMIT} bytes. */
function bigintOfWords(content: Content, little: boolean, signed: boolean): bigint {
  const size = fillWords(content, little, signed);
  let value = signed ? wordData.getBigInt64(0) : wordData.getBigUint64(0);
  for (let at = 8; at < size; at += 8) value = (value << 64n) | wordData.getBigUint64(at);
  return value;
}

/**
 * @throws PyMemoryError if the platform's bigints are too small: V8's have at most 2**30 bits, others 2**20
 */
function bigintOfDigits(digits: string): bigint {
  try {
    return BigInt(`0x${digits}`);
  } catch {
    throw new PyMemoryError();
  }
}

/** Reads any number of bytes through hexadecimal digits, the only linear way into a bigint. */
function bigintOf(content: Content, little: boolean, signed: boolean): bigint {
  const length = content[LENGTH];
  if (length <= NUMBER_BYTES) return BigInt(numberOf(content, little, signed));
  if (length <= WORDS_LIMIT) return bigintOfWords(content, little, signed);
  // Fails before it makes the digits.
  if (length > MOST_BYTES) throw new PyMemoryError();
  const big = little ? copyContent(content) : content;
  const memory = big[MEMORY];
  const start = big[START];
  if (little) reverse(memory, start, start + length);
  const value = bigintOfDigits(hex(memory, start, start + length, -1, 0));
  return signed ? BigInt.asIntN(8 * length, value) : value;
}
