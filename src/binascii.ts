/** Python's module `binascii`. Importing it has no effect. */
import { bytesOf } from './bytes/index.js';
import type { Bytes } from './bytes/index.js';
import * as alphabets from './companions/binascii/alphabets.js';

export {
  BinasciiError as Error,
  BinasciiIncomplete as Incomplete,
  a2b_ascii85,
  a2b_base32,
  a2b_base64,
  a2b_base85,
  a2b_hex,
  a2b_qp,
  a2b_uu,
  b2a_ascii85,
  b2a_base32,
  b2a_base64,
  b2a_base85,
  b2a_hex,
  b2a_qp,
  b2a_uu,
  crc32,
  crc_hqx,
  hexlify,
  unhexlify,
} from './companions/binascii/index.js';
export type {
  AsciiLike,
  Ascii85DecodeOptions,
  Ascii85EncodeOptions,
  Base32DecodeOptions,
  Base32EncodeOptions,
  Base64DecodeOptions,
  Base64EncodeOptions,
  Base85DecodeOptions,
  Base85EncodeOptions,
  HexlifyOptions,
  QuotedPrintableOptions,
  UnhexlifyOptions,
} from './companions/binascii/index.js';

const bytes = (alphabet: Uint8Array): Bytes => bytesOf(alphabet, 0, alphabet.length);

/** The digits of Ascii85. CPython: `binascii.ASCII85_ALPHABET` */
export const ASCII85_ALPHABET: Bytes = /* @__PURE__ */ bytes(alphabets.ASCII85);
/** The digits of base32 (RFC 4648). CPython: `binascii.BASE32_ALPHABET` */
export const BASE32_ALPHABET: Bytes = /* @__PURE__ */ bytes(alphabets.BASE32);
/** The digits of base32hex (RFC 4648). CPython: `binascii.BASE32HEX_ALPHABET` */
export const BASE32HEX_ALPHABET: Bytes = /* @__PURE__ */ bytes(alphabets.BASE32HEX);
/** The digits of base64 (RFC 4648). CPython: `binascii.BASE64_ALPHABET` */
export const BASE64_ALPHABET: Bytes = /* @__PURE__ */ bytes(alphabets.BASE64);
/** The digits of base85 as in `git`. CPython: `binascii.BASE85_ALPHABET` */
export const BASE85_ALPHABET: Bytes = /* @__PURE__ */ bytes(alphabets.BASE85);
/** The digits of binhex4. CPython: `binascii.BINHEX_ALPHABET` */
export const BINHEX_ALPHABET: Bytes = /* @__PURE__ */ bytes(alphabets.BINHEX);
/** The digits of `crypt`. CPython: `binascii.CRYPT_ALPHABET` */
export const CRYPT_ALPHABET: Bytes = /* @__PURE__ */ bytes(alphabets.CRYPT);
/** The digits of base64 that are safe in URLs and file names. CPython: `binascii.URLSAFE_BASE64_ALPHABET` */
export const URLSAFE_BASE64_ALPHABET: Bytes = /* @__PURE__ */ bytes(alphabets.URLSAFE_BASE64);
/** The digits of uuencode. CPython: `binascii.UU_ALPHABET` */
export const UU_ALPHABET: Bytes = /* @__PURE__ */ bytes(alphabets.UU);
/** The digits of Z85 (ZeroMQ). CPython: `binascii.Z85_ALPHABET` */
export const Z85_ALPHABET: Bytes = /* @__PURE__ */ bytes(alphabets.Z85);
