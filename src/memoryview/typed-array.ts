import { PyBufferError } from '../exceptions/index.js';
import { Kind } from '../formats/index.js';
import { LITTLE_ENDIAN } from '../algorithms/words.js';
import type { NumberArray, TypedArray } from './item-types.js';

type Constructor = new (buffer: ArrayBufferLike, offset: number, length: number) => TypedArray;

/** The typed array of each kind that has one. */
const CONSTRUCTORS: readonly (Constructor | null)[] = (() => {
  const table = new Array<Constructor | null>(15).fill(null);
  table[Kind.U8] = Uint8Array;
  table[Kind.I8] = Int8Array;
  table[Kind.I16] = Int16Array;
  table[Kind.U16] = Uint16Array;
  table[Kind.I32] = Int32Array;
  table[Kind.U32] = Uint32Array;
  table[Kind.I64] = BigInt64Array;
  table[Kind.U64] = BigUint64Array;
  table[Kind.F32] = Float32Array;
  table[Kind.F64] = Float64Array;
  return table;
})();

/** Bytes as items of a typed array over the same memory. */
export function typedArrayOf(
  kind: number,
  format: string,
  memory: Uint8Array,
  offset: number,
  length: number,
): TypedArray {
  const constructor = CONSTRUCTORS[kind] ?? null;
  if (constructor === null)
    throw new PyBufferError(`memoryview: no typed array has items of format '${format}'`);
  const size = (constructor as unknown as { BYTES_PER_ELEMENT: number }).BYTES_PER_ELEMENT;
  const start = memory.byteOffset + offset;
  if (start % size !== 0) {
    throw new PyBufferError(`memoryview: items of format '${format}' are not aligned for a typed array`);
  }
  return new constructor(memory.buffer, start, length / size);
}

/** Index in memory of the first item at a multiple of its size, a power of two. */
export function startOfItems(memory: Uint8Array, size: number): number {
  return -memory.byteOffset & (size - 1);
}

/**
 * All items of a kind that memory has at multiples of their size; null where no typed array has just the values of such
 * items, numbers. Items are little-endian, the arrays as the machine is.
 */
export function itemsOver(kind: number, size: number, memory: Uint8Array): NumberArray | null {
  const constructor = CONSTRUCTORS[kind] ?? null;
  if (constructor === null || !LITTLE_ENDIAN || kind === Kind.I64 || kind === Kind.U64) return null;
  const start = startOfItems(memory, size);
  const count = Math.floor((memory.length - start) / size);
  return count > 0 ? (new constructor(memory.buffer, memory.byteOffset + start, count) as NumberArray) : null;
}
