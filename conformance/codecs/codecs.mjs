// The text codecs that are asked, and which kinds of questions fit each: punycode and idna write and read nothing character by character.
const CJK =
  'big5 big5hkscs cp932 cp949 cp950 euc_jis_2004 euc_jisx0213 euc_jp euc_kr gb18030 gb2312 gbk hz iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext iso2022_kr johab shift_jis shift_jis_2004 shift_jisx0213';
const SMALL = 'charmap raw_unicode_escape unicode_escape utf_7';

const all = ['points', 'pairs', 'handlers', 'sequences', 'steps'];

/** @type {Record<string, string[]>} the kinds of questions by codec */
export const CODECS_AND_KINDS = Object.fromEntries([
  ...`${CJK} ${SMALL}`
    .split(' ')
    .map((codec) => [
      codec,
      /^(hz|iso2022)/.test(codec) ? [...all, 'sets'] : codec === 'gb18030' ? [...all, 'numbers'] : all,
    ]),
  ...['punycode', 'undefined'].map((codec) => [codec, ['handlers', 'sequences', 'steps']]),
  ...'ascii latin_1 utf_8 utf_8_sig utf_16 utf_16_le utf_16_be utf_32 utf_32_le utf_32_be cp1252'
    .split(' ')
    .map((codec) => [codec, ['handlers', 'sequences', 'steps']]),
  ['idna', ['handlers', 'sequences', 'labels', 'steps']],
]);
