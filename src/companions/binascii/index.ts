/** The public names of `pybuffer/binascii`. */
export { a2b_base32, b2a_base32 } from './base32.js';
export type { Base32DecodeOptions, Base32EncodeOptions } from './base32.js';
export { a2b_base64, b2a_base64 } from './base64.js';
export type { Base64DecodeOptions, Base64EncodeOptions } from './base64.js';
export { a2b_ascii85, a2b_base85, b2a_ascii85, b2a_base85 } from './base85.js';
export type {
  Ascii85DecodeOptions,
  Ascii85EncodeOptions,
  Base85DecodeOptions,
  Base85EncodeOptions,
} from './base85.js';
export { crc32, crc_hqx } from './crc.js';
export { BinasciiError, BinasciiIncomplete } from './error.js';
export { a2b_hex, b2a_hex, hexlify, unhexlify } from './hex.js';
export type { HexlifyOptions, UnhexlifyOptions } from './hex.js';
export { a2b_qp, b2a_qp } from './qp.js';
export type { QuotedPrintableOptions } from './qp.js';
export { a2b_uu, b2a_uu } from './uu.js';
export type { AsciiLike } from './arguments.js';
