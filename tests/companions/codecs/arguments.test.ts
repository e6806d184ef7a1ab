// Values of other types as arguments of the codecs that CPython implements in Python: CPython 3.15's answers.
import { ByteArray, Bytes, MemoryView, b } from 'pybuffer';
import { lookup } from 'pybuffer/codecs';
import { BytesIO } from 'pybuffer/io';
import { PyException, PyUnicodeError } from '../../../src/exceptions/index.js';
import { reprValue } from '../../../src/formats/repr-value.js';

function answer(run: () => readonly [unknown, unknown]): string {
  try {
    const [value, count] = run();
    return `${value instanceof Bytes ? value.repr() : reprValue(value)} ${String(count)}`;
  } catch (error) {
    if (error instanceof PyException || error instanceof PyUnicodeError)
      return `${error.name}: ${error.message}`;
    throw error;
  }
}

const view = new MemoryView(b`ab`);
const NO_ENCODE = "object has no attribute 'encode'";
const NO_RFIND = "object has no attribute 'rfind'";

test.each([
  ['idna', 5, `AttributeError: 'int' ${NO_ENCODE}`, "'\\x00\\x00\\x00\\x00\\x00' 5"],
  ['idna', null, "b'' 0", "'' 0"],
  ['idna', [1], `AttributeError: 'list' ${NO_ENCODE}`, "'\\x01' 1"],
  ['idna', b`a`, `AttributeError: 'bytes' ${NO_ENCODE}`, "'a' 1"],
  ['idna', new ByteArray(b`a`), `AttributeError: 'bytearray' ${NO_ENCODE}`, "'a' 1"],
  ['idna', [], "b'' 0", "'' 0"],
  ['idna', 'a', "b'a' 1", 'TypeError: string argument without an encoding'],
  ['idna', view, `AttributeError: 'memoryview' ${NO_ENCODE}`, "'ab' 2"],
  ['idna', 1.5, `AttributeError: 'float' ${NO_ENCODE}`, "TypeError: cannot convert 'float' object to bytes"],
  ['punycode', 5, "TypeError: 'int' object is not iterable", `AttributeError: 'int' ${NO_RFIND}`],
  [
    'punycode',
    null,
    "TypeError: 'NoneType' object is not iterable",
    `AttributeError: 'NoneType' ${NO_RFIND}`,
  ],
  [
    'punycode',
    [1],
    'TypeError: ord() expected string of length 1, but int found',
    `AttributeError: 'list' ${NO_RFIND}`,
  ],
  ['punycode', b`a`, 'TypeError: ord() expected string of length 1, but int found', "'\\x80' 1"],
  [
    'punycode',
    new ByteArray(b`a`),
    'TypeError: ord() expected string of length 1, but int found',
    "'\\x80' 1",
  ],
  ['punycode', new Map([['a', 1]]), "b'a-' 1", `AttributeError: 'dict' ${NO_RFIND}`],
  ['punycode', new Set(['x']), "b'x-' 1", `AttributeError: 'set' ${NO_RFIND}`],
  ['punycode', [], "b'' 0", `AttributeError: 'list' ${NO_RFIND}`],
  ['punycode', ['a', 'b'], "b'ab-' 2", `AttributeError: 'list' ${NO_RFIND}`],
  ['punycode', ['\xe9', 'a'], "b'a-9fa' 2", `AttributeError: 'list' ${NO_RFIND}`],
  [
    'punycode',
    ['ab'],
    'TypeError: ord() expected a character, but string of length 2 found',
    `AttributeError: 'list' ${NO_RFIND}`,
  ],
  [
    'punycode',
    [''],
    'TypeError: ord() expected a character, but string of length 0 found',
    `AttributeError: 'list' ${NO_RFIND}`,
  ],
  [
    'punycode',
    [null],
    'TypeError: ord() expected string of length 1, but NoneType found',
    `AttributeError: 'list' ${NO_RFIND}`,
  ],
  ['punycode', 'a', "b'a-' 1", "'\\x80' 1"],
  ['punycode', view, 'TypeError: ord() expected string of length 1, but int found', "'\\x81\\x80' 2"],
  ['punycode', 1.5, "TypeError: 'float' object is not iterable", `AttributeError: 'float' ${NO_RFIND}`],
  ['undefined', 5, 'UnicodeError: undefined encoding', 'UnicodeError: undefined encoding'],
  ['undefined', 'a', 'UnicodeError: undefined encoding', 'UnicodeError: undefined encoding'],
  ['undefined', b`a`, 'UnicodeError: undefined encoding', 'UnicodeError: undefined encoding'],
  ['punycode', [b`a`, new ByteArray(b`b`)], "b'ab-' 2", `AttributeError: 'list' ${NO_RFIND}`],
  [
    'punycode',
    [b`ab`],
    'TypeError: ord() expected a character, but string of length 2 found',
    `AttributeError: 'list' ${NO_RFIND}`,
  ],
  [
    'punycode',
    [view],
    'TypeError: ord() expected string of length 1, but memoryview found',
    `AttributeError: 'list' ${NO_RFIND}`,
  ],
  [
    'utf_8_sig',
    null,
    'TypeError: utf_8_encode() argument 1 must be str, not None',
    "TypeError: 'NoneType' object is not subscriptable",
  ],
  [
    'utf_8_sig',
    1,
    'TypeError: utf_8_encode() argument 1 must be str, not int',
    "TypeError: 'int' object is not subscriptable",
  ],
  [
    'utf_8_sig',
    true,
    'TypeError: utf_8_encode() argument 1 must be str, not bool',
    "TypeError: 'bool' object is not subscriptable",
  ],
  [
    'utf_8_sig',
    1.5,
    'TypeError: utf_8_encode() argument 1 must be str, not float',
    "TypeError: 'float' object is not subscriptable",
  ],
  [
    'utf_8_sig',
    [],
    'TypeError: utf_8_encode() argument 1 must be str, not list',
    "TypeError: a bytes-like object is required, not 'list'",
  ],
  ['utf_8_sig', '', "b'\\xef\\xbb\\xbf' 0", "TypeError: a bytes-like object is required, not 'str'"],
] as const)('%s, %#', (codec, value, encoded, decoded) => {
  const { encode, decode } = lookup(codec);
  expect(answer(() => encode(value as never))).toBe(encoded);
  expect(answer(() => decode(value as never))).toBe(decoded);
});

test.each([
  ['ascii', 'ascii'],
  ['latin-1', 'latin_1'],
  ['cp1252', 'charmap'],
  ['koi8-r', 'charmap'],
  ['mac_roman', 'charmap'],
  ['iso8859-15', 'charmap'],
  ['utf-8', 'utf_8'],
  ['utf-8-sig', 'utf_8'],
  ['utf-7', 'utf_7'],
  ['utf-16', 'utf_16'],
  ['utf-32-be', 'utf_32_be'],
  ['unicode_escape', 'unicode_escape'],
  ['raw_unicode_escape', 'raw_unicode_escape'],
])('the encoder of %s calls itself %s', (codec, name) => {
  expect(() => lookup(codec).encode(5 as never)).toThrow(`${name}_encode() argument 1 must be str, not int`);
});

test.each([
  ['idna', 'replace'],
  ['punycode', 'nope'],
])('the decoder of %s looks at the handler before the bytes', (codec, errors) => {
  expect(() => lookup(codec).decode(1.5 as never, errors)).toThrow(`Unsupported error handling: ${errors}`);
});

test.each([
  ['utf-16', 'fffe610062003dd800de'],
  ['utf-8-sig', 'efbbbf6162f09f9880'],
])('the writer of %s counts characters', (codec, hex) => {
  const [bytes, count] = new (lookup(codec).streamwriter!)(new BytesIO()).encode('ab\u{1f600}');
  expect([bytes.hex(), count]).toEqual([hex, 3]);
});
