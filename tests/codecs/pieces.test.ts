/**
 * Decoding a text in pieces returns the text, wherever it is cut, even if another decoder continues from the
 * state. Also the results of error handlers and octal escapes, as in CPython 3.15.
 */
import { Bytes, PyWarning, setWarningHandler } from 'pybuffer';
import * as codecs from 'pybuffer/codecs';
import 'pybuffer/codecs-cjk';
import { pythonOf } from '../python-of.js';

const TEXTS = [
  '',
  'a',
  'ab\xe9',
  '\ufeffab',
  '\ufeff',
  'a\u20acb',
  'a\u{1f600}b\u{1f600}',
  '+-a+',
  '\u3042\u4e9c\u30a2',
  'x'.repeat(70),
];
const CODECS = [
  'utf-8',
  'utf-8-sig',
  'utf-16',
  'utf-16-le',
  'utf-16-be',
  'utf-32',
  'utf-32-be',
  'utf-7',
  'latin-1',
  'cp1252',
  'gbk',
  'gb18030',
  'big5',
  'shift_jis',
  'euc_jp',
  'iso2022_jp',
  'iso2022_kr',
  'hz',
  'unicode_escape',
  'raw_unicode_escape',
  'idna',
];

function encoded(text: string, codec: string): Bytes | null {
  try {
    return new Bytes(text, codec);
  } catch {
    return null;
  }
}

test.each(CODECS)('%s: bytes in two pieces', (codec) => {
  const wrong: string[] = [];
  let tried = 0;
  const Decoder = codecs.getincrementaldecoder(codec);
  for (const text of TEXTS) {
    const bytes = encoded(text, codec);
    if (bytes === null) continue;
    const whole = bytes.decode(codec);
    for (let at = 0; at <= bytes.length; at++) {
      tried++;
      const [first, second] = [new Decoder(), new Decoder()];
      const before = first.decode(bytes.slice(0, at));
      const state = first.getstate();
      const after = first.decode(bytes.slice(at), true);
      second.setstate(state);
      const other = second.decode(bytes.slice(at), true);
      // The state is complete: pending bytes and a number.
      if (before + after !== whole || other !== after)
        wrong.push(pythonOf(() => [text, at, before, after, other]));
      first.reset();
      if (first.decode(bytes, true) !== whole) wrong.push(pythonOf(() => [text, 'after a reset']));
    }
  }
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(20);
});

test.each(CODECS)('%s: a text in two pieces', (codec) => {
  const wrong: string[] = [];
  const Encoder = codecs.getincrementalencoder(codec);
  for (const text of TEXTS) {
    const whole = encoded(text, codec);
    // Pieces of an empty text write no byte order mark, and with idna the end of a text is one more label.
    if (whole === null || codec === 'idna') continue;
    // UTF-7 ends its base64 after each piece, as in CPython.
    const isWhole = (bytes: Bytes) =>
      codec === 'utf-7' ? bytes.decode(codec) === text : bytes.equals(whole);
    const points = Array.from(text);
    for (let at = 0; at <= points.length; at++) {
      const parts = [points.slice(0, at).join(''), points.slice(at).join('')] as const;
      const [first, second] = [new Encoder(), new Encoder()];
      const before = first.encode(parts[0]);
      second.setstate(first.getstate());
      const after = first.encode(parts[1], true);
      const other = second.encode(parts[1], true);
      if (!isWhole(before.concat(after)) && text !== '')
        wrong.push(pythonOf(() => [text, at, before, after]));
      if (!other.equals(after)) wrong.push(pythonOf(() => [text, at, other, after, 'with the state']));
    }
  }
  expect(wrong).toEqual([]);
});

const OCTAL = 'is an invalid octal escape sequence. Such sequences will not work in the future. ';
test.each([
  ['\\1', '\x01', []],
  ['\\12', '\n', []],
  ['\\123', 'S', []],
  ['\\1234', 'S4', []],
  ['\\377', '\xff', []],
  ['\\400', '\u0100', [`"\\400" ${OCTAL}`]],
  ['\\777', '\u01ff', [`"\\777" ${OCTAL}`]],
  ['\\400\\777', '\u0100\u01ff', [`"\\400" ${OCTAL}`]],
  ['\\400\\q', '\u0100\\q', [`"\\400" ${OCTAL}`]],
  [
    '\\q\\400',
    '\\q\u0100',
    ['"\\q" is an invalid escape sequence. Such sequences will not work in the future. '],
  ],
  ['\\8', '\\8', ['"\\8" is an invalid escape sequence. Such sequences will not work in the future. ']],
  ['\\19', '\x019', []],
  ['\\09', '\x009', []],
])('the escape %s', (escape, text, warnings) => {
  const seen: string[] = [];
  setWarningHandler((warning: PyWarning) => void seen.push(warning.message));
  try {
    expect(new Bytes(escape, 'ascii').decode('unicode_escape')).toBe(text);
  } finally {
    setWarningHandler(null);
  }
  expect(seen).toEqual(warnings);
});

test.each([
  ['xmlcharrefreplace', 'ascii', "b'a&#128512;&#128512;&#55296;&#233;b'"],
  ['xmlcharrefreplace', 'latin-1', "b'a&#128512;&#128512;&#55296;\\xe9b'"],
  ['xmlcharrefreplace', 'cp1252', "b'a&#128512;&#128512;&#55296;\\xe9b'"],
  ['xmlcharrefreplace', 'gbk', "b'a&#128512;&#128512;&#55296;\\xa8\\xa6b'"],
  [
    'xmlcharrefreplace',
    'utf-16-le',
    "b'a\\x00=\\xd8\\x00\\xde=\\xd8\\x00\\xde&\\x00#\\x005\\x005\\x002\\x009\\x006\\x00;\\x00\\xe9\\x00b\\x00'",
  ],
  ['backslashreplace', 'ascii', "b'a\\\\U0001f600\\\\U0001f600\\\\ud800\\\\xe9b'"],
  ['backslashreplace', 'latin-1', "b'a\\\\U0001f600\\\\U0001f600\\\\ud800\\xe9b'"],
  ['backslashreplace', 'cp1252', "b'a\\\\U0001f600\\\\U0001f600\\\\ud800\\xe9b'"],
  ['backslashreplace', 'gbk', "b'a\\\\U0001f600\\\\U0001f600\\\\ud800\\xa8\\xa6b'"],
  [
    'backslashreplace',
    'utf-16-le',
    "b'a\\x00=\\xd8\\x00\\xde=\\xd8\\x00\\xde\\\\\\x00u\\x00d\\x008\\x000\\x000\\x00\\xe9\\x00b\\x00'",
  ],
  [
    'namereplace',
    'ascii',
    "b'a\\\\N{GRINNING FACE}\\\\N{GRINNING FACE}\\\\ud800\\\\N{LATIN SMALL LETTER E WITH ACUTE}b'",
  ],
  ['namereplace', 'latin-1', "b'a\\\\N{GRINNING FACE}\\\\N{GRINNING FACE}\\\\ud800\\xe9b'"],
  ['namereplace', 'cp1252', "b'a\\\\N{GRINNING FACE}\\\\N{GRINNING FACE}\\\\ud800\\xe9b'"],
  ['namereplace', 'gbk', "b'a\\\\N{GRINNING FACE}\\\\N{GRINNING FACE}\\\\ud800\\xa8\\xa6b'"],
  [
    'namereplace',
    'utf-16-le',
    "b'a\\x00=\\xd8\\x00\\xde=\\xd8\\x00\\xde\\\\\\x00u\\x00d\\x008\\x000\\x000\\x00\\xe9\\x00b\\x00'",
  ],
  ['replace', 'ascii', "b'a????b'"],
  ['replace', 'latin-1', "b'a???\\xe9b'"],
  ['replace', 'cp1252', "b'a???\\xe9b'"],
  ['replace', 'gbk', "b'a???\\xa8\\xa6b'"],
  ['replace', 'utf-16-le', "b'a\\x00=\\xd8\\x00\\xde=\\xd8\\x00\\xde?\\x00\\xe9\\x00b\\x00'"],
  ['ignore', 'ascii', "b'ab'"],
  ['ignore', 'latin-1', "b'a\\xe9b'"],
  ['ignore', 'cp1252', "b'a\\xe9b'"],
  ['ignore', 'gbk', "b'a\\xa8\\xa6b'"],
  ['ignore', 'utf-16-le', "b'a\\x00=\\xd8\\x00\\xde=\\xd8\\x00\\xde\\xe9\\x00b\\x00'"],
  [
    'surrogateescape',
    'ascii',
    "UnicodeEncodeError: 'ascii' codec can't encode characters in position 1-4: ordinal not in range(128)",
  ],
  [
    'surrogateescape',
    'latin-1',
    "UnicodeEncodeError: 'latin-1' codec can't encode characters in position 1-3: ordinal not in range(256)",
  ],
  [
    'surrogateescape',
    'cp1252',
    "UnicodeEncodeError: 'charmap' codec can't encode characters in position 1-3: character maps to <undefined>",
  ],
  [
    'surrogateescape',
    'gbk',
    "UnicodeEncodeError: 'gbk' codec can't encode character '\\U0001f600' in position 1: illegal multibyte sequence",
  ],
  [
    'surrogateescape',
    'utf-16-le',
    "UnicodeEncodeError: 'utf-16-le' codec can't encode character '\\ud800' in position 3: surrogates not allowed",
  ],
  [
    'surrogatepass',
    'ascii',
    "UnicodeEncodeError: 'ascii' codec can't encode characters in position 1-4: ordinal not in range(128)",
  ],
  [
    'surrogatepass',
    'latin-1',
    "UnicodeEncodeError: 'latin-1' codec can't encode characters in position 1-3: ordinal not in range(256)",
  ],
  [
    'surrogatepass',
    'cp1252',
    "UnicodeEncodeError: 'charmap' codec can't encode characters in position 1-3: character maps to <undefined>",
  ],
  [
    'surrogatepass',
    'gbk',
    "UnicodeEncodeError: 'gbk' codec can't encode character '\\U0001f600' in position 1: illegal multibyte sequence",
  ],
  ['surrogatepass', 'utf-16-le', "b'a\\x00=\\xd8\\x00\\xde=\\xd8\\x00\\xde\\x00\\xd8\\xe9\\x00b\\x00'"],
  [
    'strict',
    'ascii',
    "UnicodeEncodeError: 'ascii' codec can't encode characters in position 1-4: ordinal not in range(128)",
  ],
  [
    'strict',
    'latin-1',
    "UnicodeEncodeError: 'latin-1' codec can't encode characters in position 1-3: ordinal not in range(256)",
  ],
  [
    'strict',
    'cp1252',
    "UnicodeEncodeError: 'charmap' codec can't encode characters in position 1-3: character maps to <undefined>",
  ],
  [
    'strict',
    'gbk',
    "UnicodeEncodeError: 'gbk' codec can't encode character '\\U0001f600' in position 1: illegal multibyte sequence",
  ],
  [
    'strict',
    'utf-16-le',
    "UnicodeEncodeError: 'utf-16-le' codec can't encode character '\\ud800' in position 3: surrogates not allowed",
  ],
])('the handler %s of %s', (handler, codec, expected) => {
  expect(pythonOf(() => new Bytes('a\u{1f600}\u{1f600}\ud800\xe9b', codec, handler))).toBe(expected);
});
