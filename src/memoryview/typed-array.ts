import { PyBufferError } from '../exceptions/index.js';
import { Kind } from '../formats/index.js';
import type { TypedArray } from './item-types.js';

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
