export { decode, encode } from './codec.js';
export { lookupError, registerError } from './error-registry.js';
export type { ErrorHandler } from './error-registry.js';
export { normalizeEncoding } from './names.js';
