/**
 * Python's module `codecs`. Importing this also registers all text codecs but those of East Asia, and the error handler `namereplace`,
 * for the whole process.
 */
import './codecs/all.js';

export * from './companions/codecs/index.js';
export { lookupError, registerError } from './codecs/index.js';
export type { ErrorHandler } from './codecs/index.js';
