/**
 * Registers Python's codecs from bytes to bytes for the whole process: hex, base64, quopri, uu, zlib and bz2.
 * The functions of `pybuffer/codecs` use them.
 */
import './companions/codecs/register-binary.js';

export { ZlibError, registerCompressor } from './companions/codecs/compress.js';
export type { Compressor } from './companions/codecs/compress.js';
