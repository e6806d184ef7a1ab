/** The public names of `pybuffer/struct`. */
export { StructError as error } from '../../formats/struct-error.js';
export * from './functions.js';
export { Struct } from './struct.js';
export type { UnpackFromOptions } from './unpack-from.js';
export type { Reader, Writer } from '../io/direct.js';
export type { Packable, StructValue, Unpacked } from './types.js';
export { UnpackIterator } from './unpack-iterator.js';
