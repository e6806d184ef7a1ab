/**
 * Python's module `codecs`. Importing it also registers, for the whole process, all text codecs except those
 * of East Asia, the error handlers `namereplace` and `surrogatepass`, and the methods of `pybuffer/methods`,
 * which streams call.
 */
import './bytes/register-methods.js';
import './codecs/all.js';

export * from './companions/codecs/index.js';
export { lookupError } from './bytes/index.js';
export { registerError } from './codecs/index.js';
export type { ErrorHandler } from './codecs/index.js';
