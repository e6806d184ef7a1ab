/**
 * Named, typed records over the formats of `struct`: what `ctypes.Structure` and `construct` are for.
 * Importing it has no effect.
 */
export * from './companions/record/index.js';
