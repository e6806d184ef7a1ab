/** The entry `pybuffer/array`: Python's module `array`. */
export * from './companions/array/index.js';
