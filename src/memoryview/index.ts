/** The public list of this room. */
export * from './from-memory.js';
export * from './get-contiguous.js';
export * from './item-types.js';
export { bufferOf, releaseBufferOf } from './buffer-methods.js';
export { EQUALS, MemoryView } from './memory-view.js';
export { dimensionsOf } from './state.js';
export type { ViewKey } from './memory-view.js';
