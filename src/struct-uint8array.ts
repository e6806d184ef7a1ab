/** Python's module `struct` with `Uint8Array` instead of `bytes`. */
export { StructError as error } from './formats/struct-error.js';
export type { UnpackFromOptions } from './companions/struct/unpack-from.js';
export * from './companions/struct/uint8array-functions.js';
export { Struct } from './companions/struct/uint8array-struct.js';
export type { UnpackIterator } from './companions/struct/unpack-iterator.js';
