/** Python's module `array`. */
export * from './companions/array/index.js';
