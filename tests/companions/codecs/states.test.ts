/**
 * Odd states of incremental decoders, the calls that stream readers make on their stream, names of codecs,
 * and results of registered codecs: CPython 3.15's answers.
 */
import { ByteArray, Bytes, MemoryView, PyBufferError, b } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import * as codecs from 'pybuffer/codecs';
import 'pybuffer/codecs-binary';
import 'pybuffer/codecs-cjk';
import { BytesIO } from 'pybuffer/io';
import { NDExporter } from 'pybuffer/protocol';
import { tuple } from 'pybuffer/runtime';
import { pythonOf } from '../../python-of.js';

const joined = (type: string) => `TypeError: can only concatenate ${type} (not "bytes") to ${type}`;
const unsupported = (type: string) => `TypeError: unsupported operand type(s) for +: '${type}' and 'bytes'`;

/** For utf-8: a state, the error of `setstate`, and the result of `decode(b'\xa9', True)` after it. */
const STATES: readonly [title: string, state: unknown, raises: string, decoded: string][] = [
  ["'ab'", 'ab', 'None', joined('str')],
  ["''", '', 'IndexError: string index out of range', 'fails'],
  ["['x', 0]", ['x', 0], 'None', joined('str')],
  ["('', 0)", tuple('', 0), 'None', joined('str')],
  ["(b'\\xc3', 0)", tuple(b`\xc3`, 0), 'None', '\xe9'],
  ["(b'\\xc3',)", tuple(b`\xc3`), 'None', '\xe9'],
  ["(bytearray(b'\\xc3'), 0)", tuple(new ByteArray(b`\xc3`), 0), 'None', '\xe9'],
  [
    "{0: b'\\xc3', 1: 0}",
    new Map<number, unknown>([
      [0, b`\xc3`],
      [1, 0],
    ]),
    'None',
    '\xe9',
  ],
  ['{}', new Map(), 'KeyError: 0', 'fails'],
  ['()', tuple(), 'IndexError: tuple index out of range', 'fails'],
  ["b'ab'", b`ab`, 'None', unsupported('int')],
  ["b''", b``, 'IndexError: index out of range', 'fails'],
  ["memoryview(b'ab')", new MemoryView(b`ab`), 'None', unsupported('int')],
  ['5', 5, "TypeError: 'int' object is not subscriptable", 'fails'],
  ['None', null, "TypeError: 'NoneType' object is not subscriptable", 'fails'],
  ["(memoryview(b'\\xc3'), 0)", tuple(new MemoryView(b`\xc3`), 0), 'None', unsupported('memoryview')],
  ['([1], 0)', tuple([1], 0), 'None', joined('list')],
  ['((1,), 0)', tuple(tuple(1), 0), 'None', joined('tuple')],
  [
    "(array('B'), 0)",
    tuple(new PyArray('B'), 0),
    'None',
    'TypeError: can only append array (not "bytes") to array',
  ],
  ['(None, 0)', tuple(null, 0), 'None', unsupported('NoneType')],
  ['({}, 0)', tuple(new Map(), 0), 'None', unsupported('dict')],
  ['(1.5, 0)', tuple(1.5, 0), 'None', unsupported('float')],
];

test.each(STATES)('setstate(%s)', (_, state, raises, decoded) => {
  const decoder = new (codecs.getincrementaldecoder('utf-8'))();
  expect(pythonOf(() => decoder.setstate(state as never) ?? null)).toBe(raises);
  const fails = "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xa9 in position 0: invalid start byte";
  expect(pythonOf(() => decoder.decode(b`\xa9`, true))).toBe(decoded === 'fails' ? fails : decoded);
  decoder.reset();
  expect(decoder.decode(b`a`, true)).toBe('a');
});

test.each([
  ["'ab'", 'ab', 'setstate() argument must be tuple, not str'],
  ['None', null, 'setstate() argument must be tuple, not None'],
  ['()', tuple(), 'setstate(): illegal state argument'],
  ["(b'\\xc3',)", tuple(b`\xc3`), 'setstate(): illegal state argument'],
  ["('x', 0)", tuple('x', 0), 'setstate(): illegal state argument'],
])('setstate(%s) of a codec in C', (_, state, message) => {
  const decoder = new (codecs.getincrementaldecoder('gbk'))();
  expect(() => decoder.setstate(state as never)).toThrow(message);
  expect(decoder.decode(b`a`, true)).toBe('a');
});

/** A stream that logs the calls it gets. */
class Asked {
  readonly sizes: (number | undefined)[] = [];
  readonly #stream = new BytesIO(new Bytes('x'.repeat(20_000) + '\ny\n', 'ascii'));
  read(size?: number): Bytes {
    this.sizes.push(size);
    return this.#stream.read(size);
  }
}

test('a long line is read in pieces of twice the size each, up to 9,216 bytes', () => {
  const stream = new Asked();
  const reader = new (codecs.getreader('utf-8'))(stream as never);
  expect(reader.readline()).toHaveLength(20_001);
  expect(stream.sizes).toEqual([72, 144, 288, 576, 1152, 2304, 4608, 9216, 9216, 9216]);
  expect(reader.readline()).toBe('y\n');
  expect(stream.sizes.slice(10)).toEqual([72]);
});

test('a line of a given size is read at once, and the rest of it later', () => {
  const stream = new Asked();
  const reader = new (codecs.getreader('utf-8'))(stream as never);
  expect(reader.readline(10)).toHaveLength(10);
  expect(stream.sizes).toEqual([10]);
  expect(reader.readline()).toHaveLength(19_991);
  expect(stream.sizes.slice(1)).toEqual([72, 144, 288, 576, 1152, 2304, 4608, 9216, 9216, 9216]);
});

test.each([
  ['hex', 'hex'],
  ['base64', 'base64'],
  ['quopri', 'quopri'],
  ['uu', 'uu'],
  ['rot13', 'rot-13'],
  ['U8', 'utf-8'],
  ['latin-1', 'iso8859-1'],
  ['utf_16', 'utf-16'],
  ['utf-32-le', 'utf-32-le'],
  ['ascii', 'ascii'],
  ['gbk', 'gbk'],
  ['shift_jis', 'shift_jis'],
  ['idna', 'idna'],
  ['punycode', 'punycode'],
  ['unicode_escape', 'unicode-escape'],
  ['cp1252', 'cp1252'],
  ['utf-8-sig', 'utf-8-sig'],
  ['charmap', 'charmap'],
])('the codec %s is called %s', (encoding, name) => {
  expect(codecs.lookup(encoding).name).toBe(name);
});

const search: codecs.SearchFunction = (name) => {
  const odd = (encode: unknown, decode: unknown, isTextEncoding?: boolean) =>
    new codecs.CodecInfo({
      name: 'odd',
      encode: (() => encode) as never,
      decode: (() => decode) as never,
      ...(isTextEncoding !== undefined && { isTextEncoding }),
    });
  if (name === 'odd_pair') return odd(b`x`, 'x');
  if (name === 'odd_no_text') return odd(tuple(b`x`, 1), tuple('x', 1), false);
  if (name === 'odd_text') return odd(tuple(b`x`, 1), tuple('x', 1));
  return name === 'odd_types' ? odd(tuple('x', 1), tuple(b`x`, 1)) : null;
};

beforeAll(() => codecs.registerCodec(search));
afterAll(() => codecs.unregisterCodec(search));

const NO_TEXT = "LookupError: 'odd_no_text' is not a text encoding; use";
test.each([
  [
    'odd_pair',
    'TypeError: encoder must return a tuple (object, integer)',
    'TypeError: decoder must return a tuple (object,integer)',
    'TypeError: encoder must return a tuple (object, integer)',
    'TypeError: decoder must return a tuple (object,integer)',
  ],
  [
    'odd_no_text',
    `${NO_TEXT} codecs.encode() to handle arbitrary codecs`,
    `${NO_TEXT} codecs.decode() to handle arbitrary codecs`,
    "b'x'",
    'x',
  ],
  ['odd_text', "b'x'", 'x', "b'x'", 'x'],
  [
    'odd_types',
    "TypeError: 'odd_types' encoder returned 'str' instead of 'bytes'; use codecs.encode() to encode to arbitrary types",
    "TypeError: 'odd_types' decoder returned 'bytes' instead of 'str'; use codecs.decode() to decode to arbitrary types",
    'x',
    "b'x'",
  ],
])('the results of the registered codec %s', (name, made, decoded, encodedAnyhow, decodedAnyhow) => {
  expect([
    pythonOf(() => new Bytes('a', name)),
    pythonOf(() => b`a`.decode(name)),
    pythonOf(() => codecs.encode('a', name)),
    pythonOf(() => codecs.decode(b`a`, name)),
  ]).toEqual([made, decoded, encodedAnyhow, decodedAnyhow]);
});

test('a decoder releases its input: the buffer can be resized', () => {
  for (const name of ['utf-8', 'utf-8-sig', 'utf-16', 'gbk', 'idna', 'punycode', 'cp1252', 'hex', 'quopri']) {
    for (const content of [b`61`, b`\xef\xbb\xbf61`, b`\xff\xfe6161`, b`\xff`]) {
      const data = new ByteArray(content);
      const view = new MemoryView(data);
      pythonOf(() => codecs.decode(view, name));
      pythonOf(() => new (codecs.getincrementaldecoder(name))().decode(view, true));
      view.release();
      data.append(1);
      expect(data).toHaveLength(content.length + 1);
    }
  }
});

test('a state whose class lends its buffer is released, whether it was taken or not', () => {
  let held = 0;
  class Lent extends Bytes {
    __buffer__() {
      held++;
      return new MemoryView(new Bytes(this.toUint8Array()));
    }
    __release_buffer__() {
      held--;
    }
  }
  for (const name of ['utf-8', 'utf-16', 'gbk']) {
    const decoder = new (codecs.getincrementaldecoder(name))();
    decoder.setstate(tuple(new Lent(b`a`), 0) as never);
    expect([name, held, ...decoder.getstate()[0]]).toEqual([name, 0, 0x61]);
  }
  const tooLong = tuple(new Lent(b`a`.repeat(20)), 0) as never;
  expect(() => new (codecs.getincrementaldecoder('gbk'))().setstate(tooLong)).toThrow(
    'pending buffer too large',
  );
  expect(held).toBe(0);
});

test.each(['utf-8', 'ascii', 'gbk'])('%s: input whose memory is lost is released', (name) => {
  const exporter = new NDExporter(new Uint8Array(8), { shape: [8] });
  const acquire = exporter.getBuffer.bind(exporter);
  const acquired = jest.spyOn(exporter, 'getBuffer').mockImplementation((flags) => {
    const view = acquire(flags);
    // JavaScript takes the memory while the buffer is acquired.
    const { buffer } = view.memory;
    structuredClone(buffer, { transfer: [buffer as ArrayBuffer] });
    return view;
  });
  const released = jest.spyOn(exporter, 'releaseBuffer');
  const decoder = new (codecs.getincrementaldecoder(name))();
  expect(() => decoder.decode(exporter as never)).toThrow(PyBufferError);
  expect([acquired.mock.calls.length, released.mock.calls.length]).toEqual([1, 1]);
});
