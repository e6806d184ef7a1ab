/**
 * `compare_digest` of Python's modules `hmac` and `secrets`. Hashes are the platform's. Importing it has no
 * effect.
 */
export { compare_digest } from './companions/hmac/compare-digest.js';
