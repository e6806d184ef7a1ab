/**
 * Combinations of a codec's own pieces against the digests of CPython's answers. The tests of each source
 * call {@link testCombinations}; `npm run codecs -- NAME` shows where a codec differs.
 */
import { KINDS, digest } from '../../conformance/codecs/answers.js';
import { digests, prepareQuestions } from './digests.js';

/** The codecs of each source. */
export const CODECS_OF = {
  ascii: 'ascii',
  'latin-1': 'latin_1',
  charmap: 'charmap cp1252',
  'utf-8': 'utf_8',
  'utf-8-sig': 'utf_8_sig',
  'utf-16': 'utf_16 utf_16_le utf_16_be',
  'utf-32': 'utf_32 utf_32_le utf_32_be',
  'utf-7': 'utf_7',
  'unicode-escape': 'unicode_escape raw_unicode_escape',
  punycode: 'punycode',
  idna: 'idna',
  undefined: 'undefined',
  'cjk/hz': 'hz',
  'cjk/iso-2022':
    'iso2022_kr iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext',
  'cjk/gb18030': 'gb18030',
  'cjk/hangul': 'euc_kr cp949 johab',
  'cjk/double-byte':
    'gb2312 gbk big5 cp950 big5hkscs euc_jp shift_jis cp932 euc_jis_2004 euc_jisx0213 shift_jis_2004 shift_jisx0213',
} as const;

/** Declares the tests of a source. */
export function testCombinations(source: keyof typeof CODECS_OF): void {
  prepareQuestions();
  test.each(CODECS_OF[source].split(' '))('%s: combinations of its pieces', (codec) => {
    expect(digest(KINDS['combinations']!(codec))).toBe(digests[codec]!['combinations']);
  });
}
