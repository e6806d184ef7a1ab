// Codecs that compress with the platform's zlib or with what a user registers, and CPython's warnings.
import { Bytes, b, rb, setWarningHandler } from 'pybuffer';
import type { PyWarning } from 'pybuffer';
import { b64decode, urlsafe_b64decode } from 'pybuffer/base64';
import {
  StreamReader,
  StreamReaderWriter,
  StreamWriter,
  decode,
  encode,
  getincrementaldecoder,
  getincrementalencoder,
  getreader,
  getwriter,
  lookup,
} from 'pybuffer/codecs';
import { registerCompressor } from 'pybuffer/codecs-binary';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import { Struct } from 'pybuffer/struct';

test('zlib is the platform’s', () => {
  const data = b`spam `.repeat(100);
  const packed = encode(data, 'zlib') as Bytes;
  expect(packed.length).toBeLessThan(30);
  expect(decode(packed, 'zip')).toEqual(data);
  const encoder = new (getincrementalencoder('zlib'))();
  const pieces = [encoder.encode(b`spam ` as never), encoder.encode(b`eggs` as never, true)];
  expect(pieces[0]!.length).toBe(0);
  const decoder = new (getincrementaldecoder('zlib'))();
  expect(decoder.decode(pieces[1]!.slice(0, 4))).toEqual(new Bytes());
  expect(decoder.decode(pieces[1]!.slice(4), true)).toEqual(b`spam eggs`);
  expect(() => new (getincrementalencoder('zlib'))('ignore')).toThrow(
    expect.objectContaining({ name: 'AssertionError' }),
  );
});

test('bz2 needs a registered compressor', () => {
  expect(() => lookup('bz2')).toThrow(
    expect.objectContaining({
      name: 'LookupError',
      message: "unknown encoding: bz2 (no compressor: give a library's to registerCompressor('bz2', ...))",
    }),
  );
  expect(() => b`x`.decode('bz2')).toThrow("'bz2' is not a text encoding; use codecs.decode()");
  expect(() => registerCompressor('hex' as never, {} as never)).toThrow(
    'no codec of this name compresses: hex',
  );
  expect(() => registerCompressor('bz2', {} as never)).toThrow(
    'a compressor has the functions compress and decompress',
  );
  const seen: number[] = [];
  registerCompressor('bz2', {
    compress: (data) => Uint8Array.from(data, (byte) => byte ^ 1),
    decompress(data) {
      seen.push(data.length);
      return data.map((byte) => byte ^ 1);
    },
  });
  expect(encode(b`abc`, 'bz2')).toEqual(b`\`cb`);
  expect(decode(b`\`cb`, 'bz2_codec')).toEqual(b`abc`);
  expect(seen).toEqual([3]);
});

test('classes for streams of one’s own, and both ways at once', () => {
  class Reader extends StreamReader {
    override decode(input: Bytes): readonly [string, number] {
      return [input.hex(), input.length];
    }
  }
  expect(new Reader(new BytesIO(b`ab`)).read()).toBe('6162');
  expect(() => new StreamReader(new BytesIO(b`a`)).read()).toThrow(
    expect.objectContaining({ name: 'NotImplementedError' }),
  );
  expect(() => new StreamWriter(new BytesIO()).write('a')).toThrow(
    expect.objectContaining({ name: 'NotImplementedError' }),
  );
  const stream = new BytesIO();
  {
    using both = new StreamReaderWriter(stream, getreader('utf-16'), getwriter('utf-16'));
    both.writelines(['a\n', 'b']);
    both.write('c');
    both.seek(0);
    expect([...both]).toEqual(['a\n', 'bc']);
    both.reset();
  }
  expect(stream.closed).toBe(true);
  expect([...new (getreader('utf-8'))(new BytesIO(b`a\xe2\x82\xac\nb`))]).toEqual(['a€\n', 'b']);
});

describe('warnings', () => {
  const seen: string[] = [];
  beforeEach(() => {
    seen.length = 0;
    setWarningHandler((warning) => void seen.push(String(warning)));
  });
  afterEach(() => void setWarningHandler(null));

  // Each text was copied from CPython 3.15.2 run with `-W always`.
  test.each<[string, () => unknown, unknown, string[]]>([
    [
      'an escape that is none',
      () => rb`a\d\e`.decode('unicode_escape'),
      'a\\d\\e',
      [
        'DeprecationWarning: "\\d" is an invalid escape sequence. Such sequences will not work in the future. ',
      ],
    ],
    [
      'an octal escape that is too large',
      () => rb`\777\d`.decode('unicode_escape'),
      '\u01ff\\d',
      [
        'DeprecationWarning: "\\777" is an invalid octal escape sequence. Such sequences will not work in the future. ',
      ],
    ],
    ['raw escapes', () => rb`\d`.decode('raw_unicode_escape'), '\\d', []],
    [
      'plus in an alphabet without it',
      () => b64decode('ab+/', '-_'),
      b`i\xbf\xbf`,
      [
        "FutureWarning: invalid character '+' in Base64 data with altchars=b'-_' and validate=False will be discarded in future Python versions",
      ],
    ],
    [
      'slash in strict data',
      () => b64decode('abc/', '-_', { validate: true }),
      b`i\xb7?`,
      [
        "DeprecationWarning: invalid character '/' in Base64 data with altchars=b'-_' and validate=True will be an error in future Python versions",
      ],
    ],
    [
      'plus in URL-safe data',
      () => urlsafe_b64decode('ab+/'),
      b`i\xbf\xbf`,
      [
        "FutureWarning: invalid character '+' in URL-safe Base64 data will be discarded in future Python versions",
      ],
    ],
    [
      'the type code u',
      () => new PyArray('u', 'a').tounicode(),
      'a',
      ["DeprecationWarning: The 'u' type code is deprecated and will be removed in Python 3.16"],
    ],
    [
      'another format for a Struct',
      () => {
        const struct = new Struct('<I' as string);
        struct.__init__('<H');
        return struct.size;
      },
      2,
      [
        'FutureWarning: Re-initialization of Struct by calling the __init__() method will not work in future Python versions',
      ],
    ],
    ['data of its alphabet', () => b64decode('ab-_', '-_'), b`i\xbf\xbf`, []],
  ])('%s', (_name, run, value, warnings) => {
    expect(run()).toEqual(value);
    expect(seen).toEqual(warnings);
  });

  test('a handler may throw the warning', () => {
    const before = setWarningHandler((warning: PyWarning) => {
      throw warning;
    });
    expect(typeof before).toBe('function');
    expect(() => rb`\d`.decode('unicode_escape')).toThrow(
      expect.objectContaining({ name: 'DeprecationWarning' }),
    );
  });
});
