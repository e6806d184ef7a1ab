// The text codecs, and the kinds of questions for each: punycode and idna do not work character by character.
const CJK =
  'big5 big5hkscs cp932 cp949 cp950 euc_jis_2004 euc_jisx0213 euc_jp euc_kr gb18030 gb2312 gbk hz iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext iso2022_kr johab shift_jis shift_jis_2004 shift_jisx0213';
const SMALL = 'charmap raw_unicode_escape unicode_escape utf_7';

/** Single-byte codecs, defined by tables. */
const ONE_BYTE =
  'cp037 cp1006 cp1026 cp1125 cp1140 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp273 cp424 cp437 cp500 cp720 cp737 cp775 cp850 cp852 cp855 cp856 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874 cp875 hp_roman8 iso8859_10 iso8859_11 iso8859_13 iso8859_14 iso8859_15 iso8859_16 iso8859_2 iso8859_3 iso8859_4 iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_9 koi8_r koi8_t koi8_u kz1048 mac_arabic mac_croatian mac_cyrillic mac_farsi mac_greek mac_iceland mac_latin2 mac_roman mac_romanian mac_turkish palmos ptcp154 tis_620';

const all = ['points', 'pairs', 'handlers', 'sequences', 'steps'];

/** The kinds of questions by codec. */
export const CODECS_AND_KINDS: Readonly<Record<string, readonly string[]>> = Object.fromEntries([
  ...`${CJK} ${SMALL}`
    .split(' ')
    .map((codec) => [
      codec,
      /^(hz|iso2022)/.test(codec) ? [...all, 'sets'] : codec === 'gb18030' ? [...all, 'numbers'] : all,
    ]),
  ...['punycode', 'undefined'].map((codec) => [codec, ['handlers', 'sequences', 'steps']]),
  ...'utf_8 utf_8_sig utf_16 utf_16_le utf_16_be utf_32 utf_32_le utf_32_be'
    .split(' ')
    .map((codec) => [codec, ['points', 'handlers', 'sequences', 'steps']]),
  ...['ascii', 'latin_1', 'cp1252'].map((codec) => [
    codec,
    ['points', 'bytes', 'handlers', 'sequences', 'steps'],
  ]),
  ...ONE_BYTE.split(' ').map((codec) => [codec, ['points', 'bytes', 'handlers']]),
  ['idna', ['handlers', 'sequences', 'labels', 'steps']],
]);

/** The codecs that CPython implements in Python, which refuse all handlers except their own. */
const STRICT = ['idna', 'punycode', 'undefined'];

/** Every kind of question that fits a codec, for the full run, which takes minutes. */
export const WHOLE: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(CODECS_AND_KINDS).map(([codec, kinds]) => [
    codec,
    STRICT.includes(codec)
      ? [...kinds, 'alone']
      : [...new Set([...kinds, ...all, 'back', ...(codec.startsWith('euc_') ? ['triples'] : [])])],
  ]),
);

/** Codecs from bytes to bytes, or from text to text. */
export const BINARY_CODECS = [
  'base64_codec',
  'bz2_codec',
  'hex_codec',
  'quopri_codec',
  'rot_13',
  'uu_codec',
  'zlib_codec',
];
