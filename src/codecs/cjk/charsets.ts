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
  /** The codes of two characters together, by the second, for a character that may begin a pair. */
  pairs?(point: number): ReadonlyMap<number, number> | undefined;
}

const HIGH = 0x8080;
/** Codes of the set of 94 x 94 that an EUC encoding is made of. */
const isEuc = (code: number): boolean => code >= 0xa1a1 && (code & 0xff) >= 0xa1;
/** Codes that stand behind 0x8f. */
const isLong = (code: number): boolean => code > 0xff && (code & 0x80) === 0;

/** The set of two bytes of a codec, where they have the high bit. */
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
/** EUC-KR lacks one of its codes, because composed syllables begin with it. */
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
 * The first plane of JIS X 0213, whose pairs of characters have codes of their own. What EUC decodes to the
 * full-width tilde is ASCII's here, and neither is encoded: so CPython has it.
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

/** The second plane. Its decoder is that of 2004 for both years. */
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

/** The left half of JIS X 0201: ASCII but for two characters. */
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

/** A set that only the third position holds: nothing is written in it. */
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

/** The character of a byte behind a single shift to the set in the third position; '' for none. */
export function decodeUpper(charset: Charset | undefined, byte: number): string {
  if (charset === undefined) return byte < 0x80 ? String.fromCharCode(byte) : '';
  if (charset === latin1Upper) return byte < 0x80 ? String.fromCharCode(byte + 0x80) : '';
  const code = byte ^ 0x80;
  if (code < 0xa0 || GREEK_SAME.has(code)) return String.fromCharCode(code);
  if (code >= 0xb4 && code <= 0xfe && code !== 0xd2) return String.fromCharCode(0x2d0 + code);
  const other = GREEK_OTHER.get(code);
  return other === undefined ? '' : String.fromCharCode(other);
}
