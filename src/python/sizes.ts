/**
 * What sizes CPython's objects can have, for whoever makes a result: they depend on the ABI in force.
 */
import { abi } from './abi.js';

/** No machine's `sys.maxsize` is smaller: spares the comparison with a bigint. */
const SMALLEST = 2 ** 31 - 1;

/**
 * Whether a length is past `sys.maxsize` of the ABI, to the byte: 2**63 is, though as a number it is the same.
 *
 * CPython: `PY_SSIZE_T_MAX`
 */
export function pastMaxsize(length: number): boolean {
  return length > SMALLEST && length > abi().maxsize;
}

/**
 * Bytes of memory that CPython's `bytes` takes beside its content.
 *
 * CPython: Objects/bytesobject.c `PyBytesObject_SIZE`
 */
export function headerSize(): number {
  return abi().pointer === 8 ? 33 : 17;
}
