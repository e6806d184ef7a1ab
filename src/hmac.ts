/**
 * `compare_digest` of Python's modules `hmac` and `secrets`. For hashes use the platform. Importing it has no
 * effect.
 */
export { compare_digest } from './companions/hmac/compare-digest.js';
