/**
 * Python's module `codecs`. Importing this also registers all text codecs but those of East Asia, and the
 * error handler `namereplace`, for the whole process, and the methods of `pybuffer/methods`, which streams
 * call.
 */
import './bytes/register-methods.js';
import './codecs/all.js';

export * from './companions/codecs/index.js';
export { lookupError } from './bytes/index.js';
export { registerError } from './codecs/index.js';
export type { ErrorHandler } from './codecs/index.js';
