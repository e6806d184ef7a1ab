/** Bits of {@link kinds}. Only ASCII has kinds; bytes from 0x80 on have none. */
export const IS_LOWER = 1;
export const IS_UPPER = 2;
export const IS_ALPHA = IS_LOWER | IS_UPPER;
export const IS_DIGIT = 4;
export const IS_ALNUM = IS_ALPHA | IS_DIGIT;
export const IS_SPACE = 8;

/** What each byte is: CPython's `_Py_ctype_table`. */
export const kinds: Uint8Array = new Uint8Array(256);
for (let c = 0x30; c <= 0x39; c++) kinds[c] = IS_DIGIT;
for (let c = 0x41; c <= 0x5a; c++) kinds[c] = IS_UPPER;
for (let c = 0x61; c <= 0x7a; c++) kinds[c] = IS_LOWER;
// space \t \n \v \f \r
for (const c of [0x20, 0x09, 0x0a, 0x0b, 0x0c, 0x0d]) kinds[c] = IS_SPACE;
