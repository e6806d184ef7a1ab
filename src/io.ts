/** Python's `io.BytesIO`. */
export * from './companions/io/index.js';
