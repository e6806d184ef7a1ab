/** The public names of `pybuffer/array`. */
export { PyArray } from './array.js';
export type { ArraySource } from './array.js';
export type { Reader, Writer } from '../io/direct.js';
export { ArrayIterator } from './array-iterator.js';
export { typecodes } from './type-codes.js';
export type { ArrayInput, ArrayItem, TypeCode } from './type-codes.js';
