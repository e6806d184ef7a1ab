// Codecs that compress with the platform's zlib or with functions that a user registers, and streams of
// users' codecs.
import { Bytes, b } from 'pybuffer';
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
import { BytesIO } from 'pybuffer/io';

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
