export * from './abi.js';
export * from './float.js';
export * from './int.js';
export * from './iterate.js';
export * from './options.js';
export * from './slice.js';
export * from './types.js';
export * from './window.js';
