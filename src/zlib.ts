/**
 * The checksums of Python's module `zlib`. Compression is left to the platform, which takes the library's
 * values; tests check that.
 */
export { adler32_combine, crc32_combine } from './companions/binascii/combine.js';
export { adler32, crc32 } from './companions/binascii/crc.js';
