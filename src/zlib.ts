/**
 * The checksums of Python's module `zlib`. For compression use the platform's functions, which accept the
 * library's values.
 */
export { adler32_combine, crc32_combine } from './companions/binascii/combine.js';
export { adler32, crc32 } from './companions/binascii/crc.js';
