// The text codecs, and the kinds of questions for each: punycode and idna do not work character by character.
const CJK =
  'big5 big5hkscs cp932 cp949 cp950 euc_jis_2004 euc_jisx0213 euc_jp euc_kr gb18030 gb2312 gbk hz iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext iso2022_kr johab shift_jis shift_jis_2004 shift_jisx0213';
const SMALL = 'charmap raw_unicode_escape unicode_escape utf_7';

/** Single-byte codecs, defined by tables. */
const ONE_BYTE =
  'cp037 cp1006 cp1026 cp1125 cp1140 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp273 cp424 cp437 cp500 cp720 cp737 cp775 cp850 cp852 cp855 cp856 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874 cp875 hp_roman8 iso8859_10 iso8859_11 iso8859_13 iso8859_14 iso8859_15 iso8859_16 iso8859_2 iso8859_3 iso8859_4 iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_9 koi8_r koi8_t koi8_u kz1048 mac_arabic mac_croatian mac_cyrillic mac_farsi mac_greek mac_iceland mac_latin2 mac_roman mac_romanian mac_turkish palmos ptcp154 tis_620';

const all = ['points', 'pairs', 'handlers', 'sequences', 'steps'];

/** The bytes, in hexadecimal, and the texts of which {@link PIECES_OF} makes sequences. */
type Pieces = readonly [bytes: readonly string[], texts: readonly string[]];

const pieces = (bytes: string, texts: string): Pieces => [bytes.split(' '), texts.split('|')];
const hex = (...texts: readonly string[]): string =>
  texts.map((text) => Buffer.from(text, 'latin1').toString('hex')).join(' ');

const ONE_BYTE_TEXTS = 'a|\x7f|\x80|\xe9|\xff|\u0100|\u20ac|\ud800|\udc80|\udcff|\u{1f600}';
const UNICODE_TEXTS =
  'a|\x7f|\x80|\u07ff|\u0800|\ud7ff|\ue000|\uffff|\ud800|\udc80|\udbff|\u{10000}|\u{10ffff}|\ufeff';
const UTF_16 = '6100 0061 fffe feff 00d8 d800 ffdb 00dc dc00 ffdf ff';
const UTF_32 = '61000000 00000061 fffe0000 0000feff 00d80000 0000d800 00001100 00110000 ffff1000 ff 0000';
const JAPANESE_TEXTS =
  'a|\\|~|\xa5|\u203e|\u4e9c|\u4e02|\uff71|\u304b|\u309a|\u02e9|\u02e5|\xe9|\u{2000b}|\u{20089}|\u{1f600}|\uff5e';
const DOUBLE_BYTE = pieces('61 80 81 8e 8f a0 a1 a2 af b0 fd fe ff 40 7e 7f', JAPANESE_TEXTS);
const HANGUL_TEXTS = 'a|\uac00|\uac02|\ud7a3|\ud7a4|\uabff|\u3131|\u4e00|\xe9|\ud800|\u{1f600}|\u20ac';
const CHINESE_TEXTS =
  'a|~|\u4e00|\u4e04|\xe9|\xea|\xca|\u0304|\u030c|\u20ac|\u2014|\xb7|\u{2000b}|\u{1f600}|\ud800|\ue000|\uf8f0';
const ISO_2022 = '1b2442 1b2842 1b284a 0e 0f 3021 0a 1b 61 80 1b4e 21 1b5a';
const ISO_2022_TEXTS =
  'a|\n|\xa5|\u203e|\u4e9c|\u4e02|\uff71|\uac00|\u304b|\u309a|\xe9|\u6c49|\u{1f600}|\u{2000b}';
const iso2022 = (own: string): Pieces => pieces(`${ISO_2022} ${own}`, ISO_2022_TEXTS);

/** Pieces of bytes and texts on which a codec decides, by codec. */
export const PIECES_OF: Readonly<Record<string, Pieces>> = {
  ascii: pieces('61 7f 80 c3a9 ff', ONE_BYTE_TEXTS),
  latin_1: pieces('61 7f 80 c3a9 ff', ONE_BYTE_TEXTS),
  cp1252: pieces('61 7f 80 81 ff', ONE_BYTE_TEXTS),
  charmap: pieces('61 7f 80 81 ff', ONE_BYTE_TEXTS),
  utf_8: pieces('61 80 8f 90 9f a0 c1 c2 e0 ed ef f0 f4 f5 ff f090 f48f e282 eda0', UNICODE_TEXTS),
  utf_8_sig: pieces('efbbbf ef bb bf efbb 61 c3 ed a0', UNICODE_TEXTS),
  utf_16: pieces(UTF_16, UNICODE_TEXTS),
  utf_16_le: pieces(UTF_16, UNICODE_TEXTS),
  utf_16_be: pieces(UTF_16, UNICODE_TEXTS),
  utf_32: pieces(UTF_32, UNICODE_TEXTS),
  utf_32_le: pieces(UTF_32, UNICODE_TEXTS),
  utf_32_be: pieces(UTF_32, UNICODE_TEXTS),
  utf_7: pieces(
    hex(
      '+',
      '-',
      'A',
      'AG',
      'AGE',
      '2D',
      '2D3',
      'eAA',
      '3gA',
      '2D3YPQ',
      '2D3eAA',
      '/',
      '!',
      '\x80',
      'a',
      '~',
      '\\',
    ),
    'a|+|-|/|~|\\|!|\n|\0|\x7f|\xe9|\u20ac|\ud800|\udc80|\u{1f600}',
  ),
  unicode_escape: pieces(
    hex(
      ...[
        '\\',
        'x',
        'u',
        'U',
        'N',
        '{',
        '}',
        'LF',
        '4',
        '8',
        '0041',
        '0010ffff',
        '00110000',
        'g',
        '\n',
        '"',
        '\xe9',
      ],
    ),
    "a|\\|\n|\t|\r|\0|\x1f| |~|\x7f|\xff|\u0100|\uffff|\u{10000}|\ud800|'",
  ),
  raw_unicode_escape: pieces(
    hex(...['\\', 'x', 'u', 'U', 'N', 'A', '0041', '0010ffff', '00110000', 'g', '\n', '\xe9']),
    'a|\\|u|\n|\xff|\u0100|\uffff|\u{10000}|\ud800',
  ),
  punycode: pieces(
    hex('a', '-', 'b', '9', 'Z', '\x80', '!', 'zzzzz', '0'),
    'a|-|Z|\x7f|\x80|\xe9|\u20ac|\u{1f600}|\ud800',
  ),
  idna: pieces(
    hex('a', '.', 'xn--', 'XN--', 'bcher-kva', '-', '\xe9', 'x'.repeat(63), 'x', 'mgba'),
    `a|.|\u3002|\xfc|xn--|\xdf|\u0627|\u0300|\u3000|\u2ff0|\xad|A|${'x'.repeat(62)}|\u{1d7d8}|\ud800|-`,
  ),
  undefined: pieces('61', 'a'),
  hz: pieces('7e7b 7e7d 7e7e 7e0a 7e 3c3a 21 61 80 a1 0a', 'a|~|{|\n|\u4e00|\u4e9c|\xe9|\u{1f600}'),
  iso2022_kr: iso2022('1b242943 1b242843'),
  iso2022_jp: iso2022('1b2440 1b26401b2442'),
  iso2022_jp_1: iso2022('1b242844 1b2640'),
  iso2022_jp_2: iso2022('1b2e41 1b2e46 1b242843 1b2441'),
  iso2022_jp_2004: iso2022('1b242851 1b242850'),
  iso2022_jp_3: iso2022('1b24284f 1b242850'),
  iso2022_jp_ext: iso2022('1b2849 1b242844'),
  gb18030: pieces(
    '61 80 81 30 39 fe ff a1a1 8431a439 8431a530 90308130 e3329a35 e3329a36 81308130 7f',
    `${CHINESE_TEXTS}|\uffff|\u{10000}|\u{10ffff}|\ue5e5|\u0452`,
  ),
  ...Object.fromEntries(
    'gb2312 gbk big5 cp950 big5hkscs'
      .split(' ')
      .map((codec) => [codec, [DOUBLE_BYTE[0], CHINESE_TEXTS.split('|')]]),
  ),
  ...Object.fromEntries(
    'euc_kr cp949 johab'
      .split(' ')
      .map((codec) => [
        codec,
        pieces(
          '61 80 81 a1 b0a1 fe ff 84 a4 a4d4 a4a1 a4bf a4d4a4a1a4bfa4d4 a4d4a4bea4d3a4be a4d4a4a1a4a1a4d4',
          HANGUL_TEXTS,
        ),
      ]),
  ),
  ...Object.fromEntries(
    'euc_jp shift_jis cp932 euc_jis_2004 euc_jisx0213 shift_jis_2004 shift_jisx0213'
      .split(' ')
      .map((codec) => [codec, DOUBLE_BYTE]),
  ),
};

/** The kinds of questions by codec. */
export const CODECS_AND_KINDS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [
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
  ].map(([codec, kinds]) => [
    codec,
    [...kinds!, ...((codec as string) in PIECES_OF ? ['combinations'] : [])],
  ]),
);

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
