/** The public list of this room. */
export { decode, decodeShort, encode } from './convert.js';
export { registerError } from './error-registry.js';
export type { ErrorHandler } from './error-registry.js';
export { isOwnHandler, lookupError } from './lookup-error.js';
export { asName, checkName, normalizeEncoding } from './names.js';
