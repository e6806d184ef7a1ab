export * from './array/index.js';
export * from './int/index.js';
export * from './io/index.js';
export * from './struct/index.js';
