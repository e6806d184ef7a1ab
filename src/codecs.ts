/**
 * All text codecs and the error handler `namereplace`, for users of `pybuffer/core`: importing this registers them for
 * the whole process.
 */
import './codecs/all.js';

export { lookupError, registerError } from './codecs/index.js';
export type { ErrorHandler } from './codecs/index.js';
