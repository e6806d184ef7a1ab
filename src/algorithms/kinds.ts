/** The bits of {@link kinds}, one for each class. Bytes from 0x80 on have none. */
export const IS_LOWER = 1;
export const IS_UPPER = 2;
export const IS_ALPHA = 4;
export const IS_DIGIT = 8;
export const IS_ALNUM = 16;
export const IS_SPACE = 32;

function kindsOf(c: number): number {
  if (c >= 0x30 && c <= 0x39) return IS_DIGIT | IS_ALNUM;
  if (c >= 0x41 && c <= 0x5a) return IS_UPPER | IS_ALPHA | IS_ALNUM;
  if (c >= 0x61 && c <= 0x7a) return IS_LOWER | IS_ALPHA | IS_ALNUM;
  // space, and \t \n \v \f \r
  return c === 0x20 || (c >= 0x09 && c <= 0x0d) ? IS_SPACE : 0;
}

/** The classes of each byte: CPython's `_Py_ctype_table`. */
export const kinds: Uint8Array = Uint8Array.from({ length: 256 }, (_, c) => kindsOf(c));
