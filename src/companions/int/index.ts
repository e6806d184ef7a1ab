/** The public names of `pybuffer/int`. */
export type { ByteOrder } from './byte-order.js';
export { intFromBytes } from './from-bytes.js';
export type { IntFromBytesOptions, IntSource, NumberFromBytesOptions } from './from-bytes.js';
export { intToBytes } from './to-bytes.js';
export type { IntToBytesOptions } from './to-bytes.js';
