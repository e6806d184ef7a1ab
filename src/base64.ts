/** Python's module `base64`. Importing it has no effect. */
export * from './companions/base64/index.js';
