// The vocabulary of programs: contents, names of encodings and formats. Callers: ../generate.

/** Short contents in which methods find something to do. */
export const CONTENTS = [
  '',
  'a',
  'abc',
  'a b\tc\nd',
  'abcabcabc',
  'Hello World',
  '  spaced  ',
  'a,b,,c',
  '-007',
  'line\r\nline\rline\n',
  'zz\x00\xff\x80',
  '%d %s',
  'aaaaaaaaaaaaaaaa',
  '0123456789abcdef',
  'TiTle CaSe',
  '\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80',
  '\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17',
  '\x00\x00\xc0\x7f\x00\x00\x80\x3f',
  '616263',
  '\\x41\\u20ac\\N{DIGIT ONE}\\777\\',
  '+AGE-+2AHcAA-&',
  'xn--bcher-kva.ab',
  '\x1b$B4A\x1b(Ba\x0e!\x0f',
  '\xb4\xc1\x8f\xa2\xaf\x81\x30\x81\x30\xa4\xa2',
];
export const PIECES = ['a', 'b', 'ab', 'bc', ',', ' ', '\n', '', 'abc', 'l', 'aa', '\x00', '\xff'];

/** Lengths of long contents: around the limits of vectors, slabs and blocks of text, up to 70,000. */
export const LENGTHS = [15, 16, 17, 31, 33, 63, 64, 65, 255, 256, 257, 1023, 4097, 8192, 65536, 70000];

export const TEXTS = [
  '',
  'abc',
  'h\u00e9',
  '\u20ac\u{1f600}',
  '\ud800',
  'a\udc80b',
  '\u0410\u0411\u05d0\u0645',
  '\u6f22\u5b57\uac00\u3042',
  '\uff71\u00a5\u203e~\\',
  '\x00\x7f\x80\xff\u0100',
  'a'.repeat(30) + '\u0142',
  '\ufeffa',
  '\u{10ffff}\udbff',
  '+-&/ \r\n\t\\u1234\\N{DIGIT ONE}',
];

const NAMES = `
ascii latin-1 utf-8 UTF8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be
cp037 cp1006 cp1026 cp1125 cp1140 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp273 cp424 cp437 cp500 cp720
cp737 cp775 cp850 cp852 cp855 cp856 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874 cp875 hp_roman8
iso8859_10 iso8859_11 iso8859_13 iso8859_14 iso8859_15 iso8859_16 iso8859_2 iso8859_3 iso8859_4 iso8859_5 iso8859_6 iso8859_7
iso8859_8 iso8859_9 koi8_r koi8_t koi8_u kz1048 mac_arabic mac_croatian mac_cyrillic mac_farsi mac_greek mac_iceland mac_latin2
mac_roman mac_romanian mac_turkish palmos ptcp154 tis_620 windows-1252 Latin1 646 nope utf-7x
unicode_escape raw_unicode_escape utf-7 idna punycode undefined charmap
big5 big5hkscs cp932 cp949 cp950 euc_jis_2004 euc_jisx0213 euc_jp euc_kr gb18030 gb2312 gbk hz iso2022_jp iso2022_jp_1 iso2022_jp_2
iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext iso2022_kr johab shift_jis shift_jis_2004 shift_jisx0213
`;
/** Every codec of the library, some by an alias, and unknown names. */
export const ENCODINGS: readonly string[] = NAMES.split(/\s+/).filter(Boolean);
/** Those that most programs use. */
export const COMMON_ENCODINGS = ['utf-8', 'ascii', 'latin-1', 'utf-16', 'utf-16-le', 'utf-32-be', 'cp1252'];

export const ERRORS = [
  'strict',
  'ignore',
  'replace',
  'backslashreplace',
  'surrogateescape',
  'surrogatepass',
  'xmlcharrefreplace',
  'namereplace',
  'nope',
];

export const FORMATS = '? c b B h H i I l L q Q n N e f d P @B @i Zf Zd <i x w BB'.split(' ');
export const CASTS = 'B b c H h I i q d f ? l e Q N'.split(' ');
/** Codes of struct, some with a count. */
export const STRUCT_CODES = 'B b H h I i L l Q q n P ? c e f d x 3s s 0s 4p p 2B 0i w N F D'.split(' ');
export const BYTE_ORDERS = ['<', '>', '', '@', '=', '!', '< '];
/**
 * Without `e`: a number too large for it leaves CPython's array with one more item of uninitialized memory.
 */
export const TYPE_CODES = 'B b H h I i L l Q q f d u w Zf Zd B i d'.split(' ');

/** A table for translate: rot13 on letters. */
export const TABLE = Array.from({ length: 256 }, (_, byte) => {
  const letter = String.fromCharCode(byte);
  const base = /[a-z]/.test(letter) ? 97 : /[A-Z]/.test(letter) ? 65 : -1;
  return (base < 0 ? byte : base + ((byte - base + 13) % 26)).toString(16).padStart(2, '0');
}).join('');
