/**
 * The character sets that ISO 2022 switches between. Codes are of one or of two bytes below 0x80. Only
 * `iso-2022.ts` uses it.
 */
import { isPlane2 } from './sets.js';
import { encodeTableOf, tableOf } from './tables.js';

export interface Charset {
  readonly width: 1 | 2;
  /** The text of a code; '' for none. */
  decode(code: number): string;
  /** The code of a character; 0 for none. */
  encode(point: number): number;
  /** For a character that may begin a pair: the codes of the pairs, by their second character. */
  pairs?(point: number): ReadonlyMap<number, number> | undefined;
}

const HIGH = 0x8080;
/** Whether a code is in the set of 94 x 94 characters on which an EUC encoding is built. */
const isEuc = (code: number): boolean => code >= 0xa1a1 && (code & 0xff) >= 0xa1;
/** Whether a code follows 0x8f. */
const isLong = (code: number): boolean => code > 0xff && (code & 0x80) === 0;

/** The two-byte set of a codec, whose bytes have the high bit there. */
function eucSet(codec: string): Charset {
  return {
    width: 2,
    decode: (code) => (isEuc(code | HIGH) ? tableOf(codec).get(code | HIGH) : ''),
    encode(point) {
      const code = encodeTableOf(codec).codeOf(point);
      return isEuc(code) ? code & ~HIGH : 0;
    },
  };
}

export const gb2312 = eucSet('gb2312');
export const jisx0208 = eucSet('euc_jp');
/** Taken from cp949, because EUC-KR lacks one of the codes: composed syllables begin with it. */
export const ksx1001 = eucSet('cp949');

export const jisx0212: Charset = {
  width: 2,
  decode: (code) => tableOf('euc_jp_3').get(code | HIGH),
  encode(point) {
    const code = encodeTableOf('euc_jp').codeOf(point);
    return isLong(code) ? code & ~HIGH : 0;
  },
};

const FULLWIDTH_TILDE = 0xff5e;
const TILDE_CODE = 0x2232;

/**
 * The first plane of JIS X 0213, in which pairs of characters have their own codes. As in CPython, the code
 * that EUC decodes to the full-width tilde is ASCII's tilde here, and neither tilde is encoded.
 */
export function jisx0213Plane1(codec: string): Charset {
  const set = eucSet(codec);
  return {
    ...set,
    decode: (code) => (code === TILDE_CODE ? '~' : set.decode(code)),
    encode: (point) => (point === FULLWIDTH_TILDE ? 0 : set.encode(point)),
    pairs: (point) => {
      const seconds = encodeTableOf(codec).pairs.get(point);
      return seconds && new Map([...seconds].map(([second, code]) => [second, code & ~HIGH]));
    },
  };
}

/** Only the pairs of a set. */
export function onlyPairs(charset: Charset): Charset {
  return { ...charset, encode: () => 0 };
}

/** The second plane. Both years use the decoder of 2004. */
export function jisx0213Plane2(codec: string): Charset {
  return {
    width: 2,
    decode: (code) => (isPlane2(code | HIGH) ? tableOf('euc_jis_2004_3').get(code | HIGH) : ''),
    encode(point) {
      const code = encodeTableOf(codec).codeOf(point);
      return isLong(code) && isPlane2(code) ? code & ~HIGH : 0;
    },
  };
}

const YEN = 0xa5;
const OVERLINE = 0x203e;

/** The left half of JIS X 0201, which differs from ASCII in two characters. */
export const jisx0201Roman: Charset = {
  width: 1,
  decode: (code) => String.fromCharCode(code === 0x5c ? YEN : code === 0x7e ? OVERLINE : code),
  encode(point) {
    if (point === YEN) return 0x5c;
    if (point === OVERLINE) return 0x7e;
    return point < 0x80 && point !== 0x5c && point !== 0x7e ? point : 0;
  },
};

/** Half-width katakana. */
export const jisx0201Katakana: Charset = {
  width: 1,
  decode: (code) => (code >= 0x21 && code <= 0x5f ? String.fromCharCode(0xff61 - 0x21 + code) : ''),
  encode: (point) => (point >= 0xff61 && point <= 0xff9f ? point - 0xff61 + 0x21 : 0),
};

/** A set for the third position only, so nothing is encoded in it. */
const unwritten: Pick<Charset, 'width' | 'encode'> = { width: 1, encode: () => 0 };

/** The upper half of ISO 8859-1. @see decodeUpper */
export const latin1Upper: Charset = { ...unwritten, decode: () => '' };
/** The upper half of ISO 8859-7. @see decodeUpper */
export const greekUpper: Charset = { ...unwritten, decode: () => '' };

const GREEK_SAME = new Set([
  0xa0, 0xa3, 0xa6, 0xa7, 0xa8, 0xa9, 0xab, 0xac, 0xad, 0xb0, 0xb1, 0xb2, 0xb3, 0xb7, 0xbb, 0xbd,
]);
const GREEK_OTHER = new Map([
  [0xa1, 0x2018],
  [0xa2, 0x2019],
  [0xaf, 0x2015],
]);

/** The character of a byte after a single shift to the set in the third position; '' for none. */
export function decodeUpper(charset: Charset | undefined, byte: number): string {
  if (charset === undefined) return byte < 0x80 ? String.fromCharCode(byte) : '';
  if (charset === latin1Upper) return byte < 0x80 ? String.fromCharCode(byte + 0x80) : '';
  const code = byte ^ 0x80;
  if (code < 0xa0 || GREEK_SAME.has(code)) return String.fromCharCode(code);
  if (code >= 0xb4 && code <= 0xfe && code !== 0xd2) return String.fromCharCode(0x2d0 + code);
  const other = GREEK_OTHER.get(code);
  return other === undefined ? '' : String.fromCharCode(other);
}
