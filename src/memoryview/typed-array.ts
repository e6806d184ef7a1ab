/**
 * The typed array that shows a view's items without a copy, and where its items lie. `as-typed-array.ts` and
 * `managed-buffer.ts` call it.
 */
import { PyBufferError } from '../exceptions/index.js';
import { Kind, kindSize } from '../formats/index.js';
import type { ItemFormat } from '../formats/index.js';
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

/** Shows bytes as items of a typed array over the same memory. */
export function typedArrayOf(
  { kind, format, size }: ItemFormat,
  memory: Uint8Array,
  offset: number,
  length: number,
): TypedArray {
  const constructor = CONSTRUCTORS[kind] ?? null;
  // An exporter may claim that its items are larger than their format.
  if (constructor === null || size !== kindSize(kind)) {
    throw new PyBufferError(`memoryview: no typed array has items of format '${format}'`);
  }
  const start = memory.byteOffset + offset;
  if (start % size !== 0) {
    throw new PyBufferError(`memoryview: items of format '${format}' are not aligned for a typed array`);
  }
  return new constructor(memory.buffer, start, length / size);
}

/**
 * All items of a kind that lie in memory at multiples of their size, as a typed array. It is null if no typed
 * array has exactly the values of such items, or they are not numbers. Items are little-endian; the arrays
 * have the machine's byte order.
 */
export function alignedItems(memory: Uint8Array, kind: Kind, size: number): NumberArray | null {
  const constructor = CONSTRUCTORS[kind] ?? null;
  if (constructor === null || !LITTLE_ENDIAN || kind === Kind.I64 || kind === Kind.U64) return null;
  const start = -memory.byteOffset & (size - 1);
  const count = Math.floor((memory.length - start) / size);
  if (count <= 0) return null;
  return new constructor(memory.buffer, memory.byteOffset + start, count) as NumberArray;
}
