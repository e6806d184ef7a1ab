/**
 * The limits of CPython's objects, for code that makes a result. They depend on the ABI in force.
 */
import { abi } from './abi.js';
import { exactSize } from './int.js';

/** No machine's `sys.maxsize` is smaller, which spares the comparison with a bigint. */
const SMALLEST = 2 ** 31 - 1;

/**
 * Returns whether `length * times + more` is past the ABI's `sys.maxsize`, to the byte: 2**63 is, although as
 * a number it is the same.
 *
 * CPython: `PY_SSIZE_T_MAX`
 */
export function pastMaxsize(length: number, times = 1, more = 0): boolean {
  if (length * times + more <= SMALLEST) return false;
  return BigInt(exactSize(length)) * BigInt(exactSize(times)) + BigInt(more) > abi().maxsize;
}

/**
 * Whether `bytes` of this length are larger than `sys.maxsize`, with what CPython keeps beside the content.
 *
 * CPython: Objects/bytesobject.c `PyBytes_FromStringAndSize`
 */
export function pastMostBytes(length: number): boolean {
  // The usual length is compared at once, because asking for the size of the header takes as long as writing it.
  return length > SMALLEST / 2 && pastMaxsize(length, 1, headerSize());
}

/**
 * The bytes of memory that CPython's `bytes` takes beside its content.
 *
 * CPython: Objects/bytesobject.c `PyBytesObject_SIZE`
 */
export function headerSize(): number {
  return abi().pointer === 8 ? 33 : 17;
}
