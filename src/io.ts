/** The entry `pybuffer/io`: `BytesIO` of Python's module `io`. */
export * from './companions/io/index.js';
