/**
 * The `object` of a decoder's error: a value is used as it is, and a function makes it from the faulty
 * content, only for an error.
 */
import { decode, decodeShort } from '../../src/codecs/index.js';
import { PyUnicodeDecodeError } from '../../src/exceptions/index.js';
import { LENGTH, Range } from '../../src/memory/index.js';
import type { Content } from '../../src/memory/index.js';
import 'pybuffer/codecs';
import 'pybuffer/codecs-cjk';

const contentOf = (text: string) =>
  new Range(
    Uint8Array.from(text, (c) => c.charCodeAt(0)),
    0,
    text.length,
  );

test.each([
  ['ascii', 'a\xff', 'ab'],
  ['utf-8', 'a\xff', 'ab'],
  ['utf-8-sig', 'a\xff', 'ab'],
  ['utf-16', 'a\0\0\xdc', 'a\0'],
  ['utf-16-be', '\0a\xdc\0', '\0a'],
  ['utf-32-le', 'a\0\0', 'a\0\0\0'],
  ['utf-7', 'a\xff', 'ab'],
  ['cp1252', 'a\x81', 'ab'],
  ['unicode_escape', 'a\\x', 'ab'],
  ['raw_unicode_escape', 'a\\u', 'ab'],
  ['punycode', 'ab-\xff', 'ab-'],
  ['punycode', 'a\xff-b', 'ab-'],
  ['idna', 'ab.\xff', 'ab.c'],
  ['idna', 'ab.xn--0', 'ab.c'],
  ['hz', 'a\xff', 'ab'],
  ['gbk', 'a\xff', 'ab'],
  ['gb18030', 'a\x81', 'ab'],
  ['euc_kr', 'a\xa4', 'ab'],
  ['iso2022_jp', 'a\x1b', 'ab'],
])('%s', (codec, faulty, valid) => {
  const made = { made: true };
  let calls: Content[] = [];
  const make = (content: Content) => {
    calls.push(content);
    return made;
  };
  expect(decode(contentOf(valid), codec, 'strict', make)).toEqual(expect.any(String));
  expect(calls).toEqual([]);
  const objectOf = (object: unknown): unknown => {
    try {
      decode(contentOf(faulty), codec, 'strict', object);
    } catch (error) {
      if (error instanceof PyUnicodeDecodeError) return error.object;
      throw error;
    }
    return 'no error';
  };
  expect(objectOf(make)).toBe(made);
  expect(calls.map((content) => content[LENGTH])).toEqual([faulty.length]);
  calls = [];
  expect(objectOf(made)).toBe(made);
  expect(objectOf(null)).toBe(null);
});

test('up to 65,536 bytes are decoded as UTF-8 without throwing: the error of a fault is returned', () => {
  const made = { made: true };
  const of = (text: string) => decodeShort(contentOf(text), made);
  expect([of(''), of('ab'), of('\xe2\x82\xac'), of('x'.repeat(65536))]).toEqual([
    '',
    'ab',
    '\u20ac',
    'x'.repeat(65536),
  ]);
  expect(of('x'.repeat(65537))).toBeNull();
  const error = of('a\xff') as PyUnicodeDecodeError;
  expect(error).toBeInstanceOf(PyUnicodeDecodeError);
  expect([error.encoding, error.object, error.start, error.end, error.reason, error.message]).toEqual([
    'utf-8',
    made,
    1,
    2,
    'invalid start byte',
    "'utf-8' codec can't decode bytes in position 1-1: invalid start byte",
  ]);
});

test('memory that is lost is refused', () => {
  const { buffer } = new Uint8Array(4);
  const content = new Range(new Uint8Array(buffer), 0, 4);
  structuredClone(buffer, { transfer: [buffer] });
  expect(() => decodeShort(content, null)).toThrow('the underlying ArrayBuffer was detached or has shrunk');
});
