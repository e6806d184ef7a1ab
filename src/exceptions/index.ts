/** All exceptions. Every other room may import this one. */
export * from './exceptions.js';
export * from './unicode-errors.js';
export * from './warnings.js';
export * from './lacking.js';
