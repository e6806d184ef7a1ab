/**
 * The checksums of Python's module `zlib`. Compression is the platform's: conformance of our values with it
 * is tested.
 */
export { adler32_combine, crc32_combine } from './companions/binascii/combine.js';
export { adler32, crc32 } from './companions/binascii/crc.js';
