/** The public list of this room. Algorithms know only ranges of memory: no class, no lock, no user code. */
export * from './case.js';
export * from './classify.js';
export * from './compare.js';
export * from './hash.js';
export * from './hash-registry.js';
export * from './hex.js';
export * from './join.js';
export * from './pad.js';
export { places } from './places.js';
export * from './repeat.js';
export * from './replace.js';
export * from './repr.js';
export * from './search.js';
export * from './split.js';
export * from './strip.js';
export * from './subscript.js';
export * from './translate.js';
