/** The public list of this room. */
export * from './float16.js';
export * from './item.js';
export { floatRepr } from './repr-number.js';
