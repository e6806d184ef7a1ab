/** Value rules that JavaScript lacks. Every room but `exceptions` may import this one. */
export * from './abi.js';
export * from './brand.js';
export * from './complex.js';
export * from './float.js';
export * from './int.js';
export * from './iterate.js';
export * from './iteration.js';
export * from './length-hint.js';
export * from './options.js';
export * from './real.js';
export * from './sizes.js';
export * from './slice.js';
export * from './special.js';
export * from './suggest.js';
export * from './truth.js';
export * from './test-runners.js';
export * from './types.js';
