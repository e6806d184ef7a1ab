/** Byte order marks. `pybuffer/codecs` exports them. */
import { bytesOf } from '../../bytes/index.js';
import type { Bytes } from '../../bytes/index.js';

const mark = (...bytes: number[]): Bytes => bytesOf(Uint8Array.from(bytes), 0, bytes.length);

/** The mark of UTF-8. CPython: `codecs.BOM_UTF8` */
export const BOM_UTF8: Bytes = /* @__PURE__ */ mark(0xef, 0xbb, 0xbf);
/** The mark of UTF-16 in little-endian order. CPython: `codecs.BOM_UTF16_LE` */
export const BOM_UTF16_LE: Bytes = /* @__PURE__ */ mark(0xff, 0xfe);
/** The mark of UTF-16 in big-endian order. CPython: `codecs.BOM_UTF16_BE` */
export const BOM_UTF16_BE: Bytes = /* @__PURE__ */ mark(0xfe, 0xff);
/** The mark of UTF-32 in little-endian order. CPython: `codecs.BOM_UTF32_LE` */
export const BOM_UTF32_LE: Bytes = /* @__PURE__ */ mark(0xff, 0xfe, 0, 0);
/** The mark of UTF-32 in big-endian order. CPython: `codecs.BOM_UTF32_BE` */
export const BOM_UTF32_BE: Bytes = /* @__PURE__ */ mark(0, 0, 0xfe, 0xff);

export {
  /** The mark of UTF-16 in native order. CPython: `codecs.BOM` */
  BOM_UTF16_LE as BOM,
  /** CPython: `codecs.BOM_LE` */
  BOM_UTF16_LE as BOM_LE,
  /** CPython: `codecs.BOM_BE` */
  BOM_UTF16_BE as BOM_BE,
  /** The mark of UTF-16 in native order. CPython: `codecs.BOM_UTF16` */
  BOM_UTF16_LE as BOM_UTF16,
  /** The mark of UTF-32 in native order. CPython: `codecs.BOM_UTF32` */
  BOM_UTF32_LE as BOM_UTF32,
};
