/**
 * Puts the text methods on the prototype of `BytesBase`, for `bytes` and `bytearray` alike, and registers the algorithm of `hash()`.
 * Imported for its effect by the entries that have them: `pybuffer`, `pybuffer/runtime`, `pybuffer/methods`.
 */
import { hashBytes, registerHash } from '../algorithms/index.js';
import { BytesBase } from './bytes-base.js';
import { TextMethods } from './text-methods.js';

const { constructor: _, ...methods } = Object.getOwnPropertyDescriptors(TextMethods.prototype);
Object.defineProperties(BytesBase.prototype, methods);
registerHash(hashBytes);
