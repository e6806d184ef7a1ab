// The functions that find codecs, for codecs that lack a part, and the base classes of codecs: CPython 3.15's
// answers.
import { MemoryView, b } from 'pybuffer';
import type { Bytes } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import * as codecs from 'pybuffer/codecs';
import { BytesIO } from 'pybuffer/io';
import { builtins, tuple } from 'pybuffer/runtime';

const outcome = (run: () => unknown): string => {
  try {
    return builtins.repr(run() ?? null);
  } catch (error) {
    return String(error);
  }
};

const search: codecs.SearchFunction = (name) => {
  if (name !== 'bare') return null;
  const { encode, decode } = codecs.lookup('ascii');
  return new codecs.CodecInfo({ name: 'bare', encode, decode });
};

beforeAll(() => codecs.registerCodec(search));
afterAll(() => codecs.unregisterCodec(search));

test.each<[string, () => unknown, string]>([
  ['getincrementaldecoder', () => codecs.getincrementaldecoder('bare'), 'LookupError: bare'],
  ['getincrementalencoder', () => codecs.getincrementalencoder('bare'), 'LookupError: bare'],
  ['iterdecode', () => [...codecs.iterdecode([b`a`], 'bare')], 'LookupError: bare'],
  ['iterencode', () => [...codecs.iterencode(['a'], 'bare')], 'LookupError: bare'],
  ['getencoder', () => codecs.getencoder('bare')('a'), "(b'a', 1)"],
  ['getdecoder', () => codecs.getdecoder('bare')(b`a`), "('a', 1)"],
  ['lookup', () => codecs.lookup('bare').name, "'bare'"],
])('%s of a codec that only converts whole texts', (_name, run, expected) => {
  expect(outcome(run)).toBe(expected);
});

test.each<[string, () => unknown, string]>([
  [
    'getincrementaldecoder',
    () => codecs.getincrementaldecoder('nope'),
    'LookupError: unknown encoding: nope',
  ],
  [
    'getincrementalencoder',
    () => codecs.getincrementalencoder('nope'),
    'LookupError: unknown encoding: nope',
  ],
  ['getreader', () => codecs.getreader('nope'), 'LookupError: unknown encoding: nope'],
  ['getwriter', () => codecs.getwriter('nope'), 'LookupError: unknown encoding: nope'],
  ['getencoder', () => codecs.getencoder('nope'), 'LookupError: unknown encoding: nope'],
  ['getdecoder', () => codecs.getdecoder('nope'), 'LookupError: unknown encoding: nope'],
])('%s of no codec', (_name, run, expected) => {
  expect(outcome(run)).toBe(expected);
});

test.each<[string[], string, string]>([
  [['a', '', 'b'], 'utf-16-le', "[b'a\\x00', b'b\\x00']"],
  [['a'], 'utf-7', "[b'a']"],
  [['€', '€'], 'utf-7', "[b'+IKw-', b'+IKw-']"],
  [['xn', '--a.'], 'idna', "[b'xn--a.']"],
])('iterencode(%p, %p)', (texts, encoding, expected) => {
  expect(outcome(() => [...codecs.iterencode(texts, encoding)])).toBe(expected);
});

test.each<[Bytes[], string, string]>([
  [[b`\xe2`, b`\x82`, b`\xac`, b``], 'strict', "['€']"],
  [
    [b`\xe2`],
    'strict',
    "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe2 in position 0: unexpected end of data",
  ],
  [[b`\xe2`], 'replace', "['�']"],
  [[b`\xe2`], 'ignore', '[]'],
])('iterdecode(%p) with the handler %p', (pieces, errors, expected) => {
  expect(outcome(() => [...codecs.iterdecode(pieces, 'utf-8', errors)])).toBe(expected);
});

test('the base classes of codecs convert nothing and have no state', () => {
  const [decoder, encoder] = [new codecs.IncrementalDecoder('x'), new codecs.IncrementalEncoder()];
  expect([decoder.errors, encoder.errors]).toEqual(['x', 'strict']);
  expect(outcome(() => decoder.decode(b`a`))).toBe('NotImplementedError');
  expect(outcome(() => encoder.encode('a'))).toBe('NotImplementedError');
  expect(outcome(() => tuple(decoder.getstate(), encoder.getstate()))).toBe("((b'', 0), 0)");
  expect([decoder.reset(), encoder.reset(), encoder.setstate(5n), decoder.setstate([b``, 0n])]).toEqual(
    Array(4).fill(undefined),
  );
});

test('readers count the bytes that they decode, whatever lends them', () => {
  const bytes = b`abcd`.toUint8Array();
  const values = [
    new PyArray('H', b`abcd`),
    new MemoryView(b`abcd`).cast('B', [2, 2]),
    new DataView(bytes.slice().buffer),
    bytes.slice().buffer,
    new Uint16Array(bytes.slice().buffer),
    { __buffer__: () => new MemoryView(b`abcd`) },
  ];
  for (const encoding of ['utf-8', 'latin-1', 'utf-7']) {
    const reader = new (codecs.getreader(encoding))(new BytesIO() as never);
    for (const value of values) expect(reader.decode(value as never)).toEqual(['abcd', 4]);
    expect(reader.decode(new MemoryView(b`a`).cast('B', []) as never)).toEqual(['a', 1]);
  }
});

test.each([
  [
    new MemoryView(b`abcd`).slice(null, null, 2),
    'BufferError: memoryview: underlying buffer is not C-contiguous',
  ],
  ['x', "TypeError: a bytes-like object is required, not 'str'"],
  [5, "TypeError: a bytes-like object is required, not 'int'"],
  [null, "TypeError: a bytes-like object is required, not 'NoneType'"],
])('readers refuse %p in the words of the functions', (value, message) => {
  const reader = new (codecs.getreader('utf-8'))(new BytesIO() as never);
  expect(outcome(() => reader.decode(value as never))).toBe(message);
});
