// What `pybuffer/codecs` adds to the codecs: registration, lookup, and incremental conversion (which
// conformance/codecs compares with CPython's).
import { Bytes } from 'pybuffer';
import {
  CodecInfo,
  IncrementalDecoder,
  decode,
  encode,
  getincrementaldecoder,
  getincrementalencoder,
  iterdecode,
  iterencode,
  lookup,
  registerCodec,
  unregisterCodec,
} from 'pybuffer/codecs';
import { PyLookupError, PyNotImplementedError, PyTypeError } from '../../src/exceptions/index.js';

const bytes = (text: string): Bytes => new Bytes(text, 'latin-1');

describe('registerCodec', () => {
  const asked: string[] = [];
  const search = (name: string): CodecInfo | null => {
    asked.push(name);
    if (name === 'five') return new CodecInfo({ name, encode: () => 5 as never, decode: () => 5 as never });
    if (name === 'six')
      return new CodecInfo({ name, encode: () => [5, 1] as never, decode: () => [bytes('x'), 1] as never });
    if (name === 'binary')
      return new CodecInfo({
        name,
        encode: () => [bytes('q'), 1],
        decode: () => ['x', 1],
        isTextEncoding: false,
      });
    if (name === 'bad') return [1, 2] as never;
    if (name !== 'own-codec') return null;
    return new CodecInfo({
      name,
      encode: (text, errors) => [bytes(`<${text} ${errors}>`), text.length],
      decode: (data, errors) => [`<${data.repr()} ${errors}>`, data.length],
    });
  };
  beforeAll(() => registerCodec(search));
  afterAll(() => unregisterCodec(search));

  test('serves bytes.decode and str.encode, and is asked once', () => {
    asked.length = 0;
    expect(bytes('a').decode('Own Codec', 'nope')).toBe("<b'a' nope>");
    expect(new Bytes('b', 'OWN-CODEC').repr()).toBe("b'<b strict>'");
    expect(lookup('own codec').name).toBe('own-codec');
    expect(asked).toEqual(['own-codec']);
  });

  test.each([
    ['five', 'encoder must return a tuple (object, integer)', 'decoder must return a tuple (object,integer)'],
    [
      'six',
      "'six' encoder returned 'int' instead of 'bytes'; use codecs.encode() to encode to arbitrary types",
      "'six' decoder returned 'bytes' instead of 'str'; use codecs.decode() to decode to arbitrary types",
    ],
    ['bad', 'codec search functions must return 4-tuples', 'codec search functions must return 4-tuples'],
  ])('%s', (name, encoding, decoding) => {
    expect(() => new Bytes('a', name)).toThrow(new PyTypeError(encoding));
    expect(() => bytes('a').decode(name)).toThrow(new PyTypeError(decoding));
    expect(bytes('').decode(name)).toBe('');
  });

  test('a codec that is not a text encoding works only with encode and decode', () => {
    expect(() => new Bytes('a', 'binary')).toThrow(
      new PyLookupError("'binary' is not a text encoding; use codecs.encode() to handle arbitrary codecs"),
    );
    expect(() => bytes('a').decode('binary')).toThrow(
      new PyLookupError("'binary' is not a text encoding; use codecs.decode() to handle arbitrary codecs"),
    );
    expect((encode('a', 'binary') as Bytes).repr()).toBe("b'q'");
    expect(decode(bytes('a'), 'binary')).toBe('x');
    expect(encode('Hello', 'rot13')).toBe('Uryyb');
  });

  test('a codec without incremental classes has none', () => {
    expect(() => getincrementaldecoder('five')).toThrow(new PyLookupError('five'));
    expect(() => getincrementalencoder('five')).toThrow(new PyLookupError('five'));
  });

  test('unregisterCodec forgets the codecs that were found', () => {
    const other = (name: string): CodecInfo | null => (name === 'other' ? lookup('utf-8') : null);
    registerCodec(other);
    expect(bytes('a').decode('other')).toBe('a');
    unregisterCodec(other);
    unregisterCodec(other);
    expect(() => bytes('a').decode('other')).toThrow(new PyLookupError('unknown encoding: other'));
    expect(() => registerCodec(5 as never)).toThrow(new PyTypeError('argument must be callable'));
  });
});

test('lookup returns the canonical names of built-in codecs', () => {
  expect(
    ['UTF8', 'latin1', 'ascii', 'cp1252', 'mac-roman', 'utf_16_le', 'unicode_escape', 'tis620'].map(
      (n) => lookup(n).name,
    ),
  ).toEqual(['utf-8', 'iso8859-1', 'ascii', 'cp1252', 'mac-roman', 'utf-16-le', 'unicode-escape', 'tis-620']);
  expect(lookup('utf-8')).toBe(lookup('U8'));
  expect(lookup('utf-8').encode('\u{1f600}')).toEqual([new Bytes([0xf0, 0x9f, 0x98, 0x80]), 1]);
  expect(lookup('utf-8').decode(new Uint8Array([0xc3, 0xa9]) as never)).toEqual(['\xe9', 2]);
  expect(() => lookup('nope')).toThrow(new PyLookupError('unknown encoding: nope'));
  expect(() => lookup(5 as never)).toThrow(new PyTypeError('lookup() argument must be str, not int'));
  expect(() => lookup('utf-8').encode(bytes('a') as never)).toThrow(
    new PyTypeError('utf_8_encode() argument 1 must be str, not bytes'),
  );
  expect(() => lookup('cp1252').encode(5 as never)).toThrow(
    new PyTypeError('charmap_encode() argument 1 must be str, not int'),
  );
});

test('values that incremental decoders and encoders refuse', () => {
  const decoder = new (getincrementaldecoder('utf-8'))();
  expect(() => decoder.decode(5 as never)).toThrow(new PyTypeError("can't concat int to bytes"));
  expect(() => new (getincrementaldecoder('cp1252'))().decode('a' as never)).toThrow(
    new PyTypeError("a bytes-like object is required, not 'str'"),
  );
  expect(() => new (getincrementalencoder('utf-8'))().encode(5 as never)).toThrow(
    new PyTypeError('utf_8_encode() argument 1 must be str, not int'),
  );
  expect(() => new IncrementalDecoder().decode(bytes('a'))).toThrow(PyNotImplementedError);
});

test('iterdecode and iterencode', () => {
  expect([...iterdecode([bytes('\xe2'), bytes('\x82\xac'), bytes('')], 'utf-8')]).toEqual(['\u20ac']);
  expect([...iterencode(['a', '', 'b'], 'utf-16')].map((piece) => piece.hex())).toEqual(['fffe6100', '6200']);
  expect(() => [...iterdecode([bytes('\xe2')], 'utf-8')]).toThrow('unexpected end of data');
});

test('codecs from bytes to bytes need a separate import; rot13 is always there', () => {
  expect(() => lookup('hex')).toThrow(
    new PyLookupError("encoding hex is not loaded: import 'pybuffer/codecs-binary' to register it"),
  );
  expect(() => bytes('a').decode('hex')).toThrow(
    new PyLookupError("'hex' is not a text encoding; use codecs.decode() to handle arbitrary codecs"),
  );
  expect(encode('Hello', 'rot13')).toBe('Uryyb');
});
