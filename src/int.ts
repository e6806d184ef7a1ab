/** Python's `int.from_bytes` and `int.to_bytes`. */
export * from './companions/int/index.js';
