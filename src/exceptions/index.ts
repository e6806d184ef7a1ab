export * from './exceptions.js';
export * from './unicode-errors.js';
