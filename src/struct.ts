/** The entry `pybuffer/struct`: Python's module `struct`. */
export * from './companions/struct/index.js';
