// The notes that CPython adds to the exceptions of codecs, and the codecs and methods that add none.
import '../../src/codecs-binary.js';
import '../../src/codecs-cjk.js';
import { Bytes, PyException, PyLookupError, PyValueError, b } from '../../src/index.js';
import { CodecInfo, decode, encode, getincrementaldecoder, lookup, registerCodec } from '../../src/codecs.js';

/** The notes of a call's exception, to compare with CPython 3.15.2's. */
function notesOf(run: () => unknown): readonly string[] | undefined {
  try {
    run();
  } catch (error) {
    return (error as PyException).__notes__;
  }
  throw new Error('nothing was raised');
}

const TEXT = 'é\ud800€';
const BYTES = b`\xff\xff\xff+\xff`;
const decoding = (name: string): string[] => [`decoding with '${name}' codec failed`];
const encoding = (name: string): string[] => [`encoding with '${name}' codec failed`];

test('methods add none for the encodings that CPython converts itself, however they are spelled', () => {
  for (const name of 'utf8 utf_8 UTF-8 utf--8 utf16 UTF-16 utf32 utf-32 us-ascii US_ASCII ascii ascii-'.split(
    ' ',
  )) {
    expect([name, notesOf(() => BYTES.decode(name)), notesOf(() => new Bytes(TEXT, name))]).toEqual([
      name,
      undefined,
      undefined,
    ]);
  }
  for (const name of ['Latin1', 'latin_1', 'latin 1', 'iso-8859-1', 'ISO8859-1', 'iso8859_1'])
    expect(notesOf(() => new Bytes(TEXT, name))).toBeUndefined();
});

test('methods add one for every other name, as it was spelled', () => {
  for (const name of 'Shift-JIS cp367 646 utf u8 UTF utf-16-le utf_16_be utf-32-le utf-8-sig cp65001 GBK'.split(
    ' ',
  )) {
    expect(notesOf(() => BYTES.decode(name))).toEqual(decoding(name));
    expect(notesOf(() => new Bytes(TEXT, name))).toEqual(encoding(name));
  }
  for (const name of ['l1', '8859', 'CP932', 'cp437'])
    expect(notesOf(() => new Bytes(TEXT, name))).toEqual(encoding(name));
  expect(notesOf(() => b`\\x`.decode('unicode_escape'))).toEqual(decoding('unicode_escape'));
  expect(notesOf(() => b`\xff`.decode('idna'))).toEqual(decoding('idna'));
  expect(notesOf(() => b`\xff`.decode('punycode'))).toEqual(decoding('punycode'));
  expect(notesOf(() => new Bytes('a', 'undefined'))).toEqual(encoding('undefined'));
  expect(notesOf(() => new Bytes('é€', 'cp437', 'nope'))).toEqual(encoding('cp437'));
});

test('encode and decode of the module add one always', () => {
  expect(notesOf(() => encode('é', 'ascii'))).toEqual(encoding('ascii'));
  expect(notesOf(() => decode(b`\xff`, 'UTF8'))).toEqual(decoding('UTF8'));
  expect(notesOf(() => decode(b`zz`, 'hex'))).toEqual(decoding('hex'));
  expect(notesOf(() => encode(b`zz`, 'hex', 'ignore'))).toEqual(encoding('hex'));
  expect(notesOf(() => encode('zz', 'hex'))).toEqual(encoding('hex'));
  expect(notesOf(() => decode(b`a`, 'base64'))).toEqual(decoding('base64'));
  expect(notesOf(() => decode(b`a`, 'zlib'))).toEqual(decoding('zlib'));
  expect(notesOf(() => decode(b`a`, 'uu'))).toEqual(decoding('uu'));
  expect(notesOf(() => encode(5, 'rot13'))).toEqual(encoding('rot13'));
  expect(notesOf(() => encode(5, 'utf-8'))).toEqual(encoding('utf-8'));
  expect(notesOf(() => decode('a', 'gbk'))).toEqual(decoding('gbk'));
});

test('the functions and classes of a codec add none, nor does the lookup', () => {
  expect(notesOf(() => lookup('hex').decode(b`zz`))).toBeUndefined();
  expect(notesOf(() => lookup('cp437').encode(TEXT))).toBeUndefined();
  expect(notesOf(() => new (getincrementaldecoder('gbk'))().decode(b`\xff`, true))).toBeUndefined();
  expect(notesOf(() => b`a`.decode('nope'))).toBeUndefined();
  expect(notesOf(() => b`a`.decode('hex'))).toBeUndefined();
  expect(notesOf(() => encode('a', 'nope'))).toBeUndefined();
});

test('a codec of the user: each call adds its own note; a wrong result has none; errors have the spelling of the caller', () => {
  const raised = new PyValueError('x');
  const fail = (): never => {
    throw raised;
  };
  registerCodec((name) => {
    if (name === 'notes_raise') return new CodecInfo({ name, encode: fail, decode: fail });
    if (name === 'notes_type')
      return new CodecInfo({ name, encode: () => [5, 1] as never, decode: () => [5, 1] as never });
    return name === 'notes_tuple'
      ? new CodecInfo({ name, encode: () => 5 as never, decode: () => [1, 2, 3] as never })
      : null;
  });
  notesOf(() => new Bytes('a', 'NOTES_raise'));
  notesOf(() => b`a`.decode('notes_RAISE'));
  notesOf(() => encode('a', 'Notes_Raise'));
  expect(notesOf(() => decode('a', 'notes_raise'))).toEqual([
    "encoding with 'NOTES_raise' codec failed",
    "decoding with 'notes_RAISE' codec failed",
    "encoding with 'Notes_Raise' codec failed",
    "decoding with 'notes_raise' codec failed",
  ]);
  expect(() => new Bytes('a', 'NOTES_TYPE')).toThrow(
    "'NOTES_TYPE' encoder returned 'int' instead of 'bytes'; use codecs.encode() to encode to arbitrary types",
  );
  expect(() => b`a`.decode('Notes_Type')).toThrow(
    "'Notes_Type' decoder returned 'int' instead of 'str'; use codecs.decode() to decode to arbitrary types",
  );
  for (const name of ['notes_tuple', 'notes_type']) {
    expect(notesOf(() => new Bytes('a', name))).toBeUndefined();
    expect(notesOf(() => b`a`.decode(name))).toBeUndefined();
  }
  expect(notesOf(() => encode('a', 'notes_tuple'))).toBeUndefined();
});

test('errors that are not Python exceptions pass unchanged', () => {
  const error = new RangeError('mine');
  registerCodec((name) => {
    const fail = (): never => {
      throw error;
    };
    return name === 'notes_mine' ? new CodecInfo({ name, encode: fail, decode: fail }) : null;
  });
  expect(() => b`a`.decode('notes_mine')).toThrow(error);
  expect(Object.keys(error)).toEqual([]);
});

test('add_note', () => {
  const error = new PyLookupError('x');
  for (const [value, kind] of [
    [5, 'int'],
    [5n, 'int'],
    [0.5, 'float'],
    [true, 'bool'],
    [null, 'None'],
    [[], 'list'],
  ])
    expect(() => error.add_note(value as never)).toThrow(
      `add_note() argument must be str, not ${String(kind)}`,
    );
  expect(error.__notes__).toBeUndefined();
  error.add_note('one');
  error.add_note('two');
  expect(error.__notes__).toEqual(['one', 'two']);
  error.__notes__ = 5 as never;
  expect(() => error.add_note('three')).toThrow('Cannot add note: __notes__ is not a list');
});
