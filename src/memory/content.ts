/**
 * The representation under everything: content is a range of a plain `Uint8Array`. Its three fields are part
 * of the layout that copies of the library share (python/copies.ts). Every room above reads them.
 *
 * Why a value is not a typed array itself: V8 takes 600 to 900 ns to create one of more than 64 bytes, and 20
 * ns for a small object. Why the keys are symbols: several rooms read these fields, which private fields
 * would not allow, and users see only Python's names. "How fields are kept" in src/README.md has the
 * measurements.
 *
 * The memory is always a plain `Uint8Array`, never Node's `Buffer` or another subclass, because one hidden
 * class keeps V8's element access monomorphic. It usually starts at the beginning of its `ArrayBuffer`, but
 * need not.
 */
import { layoutSymbol } from '../python/index.js';

/** The memory. */
export const MEMORY: unique symbol = /* @__PURE__ */ layoutSymbol('memory') as never;
/** Index of the first byte in the memory. */
export const START: unique symbol = /* @__PURE__ */ layoutSymbol('start') as never;
/** Number of bytes. */
export const LENGTH: unique symbol = /* @__PURE__ */ layoutSymbol('length') as never;

/**
 * A range of bytes, `memory[start .. start + length)`. `Bytes` and `ByteArray` are such ranges themselves.
 */
export interface Content {
  readonly [MEMORY]: Uint8Array;
  readonly [START]: number;
  readonly [LENGTH]: number;
}

/** A bare range, as algorithms return it. */
export class Range implements Content {
  // Declared only: defining each field before it is assigned takes V8 as long as the rest.
  declare readonly [MEMORY]: Uint8Array;
  declare readonly [START]: number;
  declare readonly [LENGTH]: number;
  constructor(memory: Uint8Array, start: number, length: number) {
    this[MEMORY] = memory;
    this[START] = start;
    this[LENGTH] = length;
  }
}

/** The empty content, which all values share. */
export const EMPTY: Range = new Range(new Uint8Array(0), 0, 0);

/**
 * `Uint8Array<ArrayBuffer>`, which `Blob`, `fetch` and the like accept: a typed array with memory of its own.
 * It is written so that compilers before TypeScript 5.7, whose `Uint8Array` has no type parameter, can read
 * it.
 */
export type OwnUint8Array = ReturnType<Uint8ArrayConstructor['of']>;

/** Every byte in order. Never written: single bytes are windows of it, and it is the table that translates nothing. */
export const ALL_BYTES: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => byte);
