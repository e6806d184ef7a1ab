/** Python's module `struct` with `Uint8Array` instead of `bytes`. */
export { StructError as error } from './formats/struct-error.js';
export type { UnpackFromOptions } from './companions/struct/struct-base.js';
export * from './companions/struct/uint8array-struct.js';
export type { UnpackIterator } from './companions/struct/unpack-iterator.js';
