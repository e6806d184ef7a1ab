/** What other rooms use of the item formats. */
export * from './float16.js';
export * from './item.js';
export { floatRepr } from './repr-number.js';
