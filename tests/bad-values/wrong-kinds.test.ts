/**
 * Values of wrong types that once caused a JavaScript error, with the exceptions that CPython raises. If
 * Python has no such function, the text is ours.
 */
import {
  ByteArray,
  Bytes,
  BytesMap,
  BytesSet,
  b,
  hexdump,
  indexable,
  scope,
  sizeFromFormat,
  viewOfMemory,
} from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { decode, encode } from 'pybuffer/base64';
import { CodecInfo, StreamReaderWriter, StreamRecoder, getreader, getwriter } from 'pybuffer/codecs';
import { registerCompressor } from 'pybuffer/codecs-binary';
import { intToBytes } from 'pybuffer/int';
import { BytesIO } from 'pybuffer/io';
import { bits, record, release, toObject } from 'pybuffer/record';
import { iter_unpack } from 'pybuffer/struct';
import { codePointOfName } from 'pybuffer/unicode-names';
import { answer } from './values.js';
import { withoutStacks } from '../stacks.js';

withoutStacks();

const wrong = (value: unknown) => value as never;
const read = () => new BytesIO(b`YQ==`);
const detached = (): Uint8Array => {
  const array = new Uint8Array(4);
  structuredClone(array, { transfer: [array.buffer] });
  return array;
};

test.each<[string, () => unknown, string]>([
  [
    'bytes',
    () => new Bytes(wrong({}), wrong(null)),
    "TypeError: bytes() argument 'encoding' must be str, not None",
  ],
  ['bytes', () => new Bytes(wrong({}), 'ascii'), 'TypeError: encoding without a string argument'],
  [
    'bytearray',
    () => new ByteArray(wrong({}), wrong(null)),
    "TypeError: bytearray() argument 'encoding' must be str, not None",
  ],
  ['dict', () => new BytesMap(wrong(0)), "TypeError: 'int' object is not iterable"],
  ['dict', () => new BytesMap(wrong([0])), 'TypeError: object is not iterable'],
  [
    'dict',
    () => new BytesMap(wrong([[b`a`, 1], [b`a`]])),
    'ValueError: dictionary update sequence element #1 has length 1; 2 is required',
  ],
  [
    'dict',
    () => new BytesMap(wrong([b`abc`])),
    'ValueError: dictionary update sequence element #0 has length 3; 2 is required',
  ],
  ['set', () => new BytesSet(wrong(0)), "TypeError: 'int' object is not iterable"],
  ['set', () => new BytesSet().isdisjoint(wrong(3)), "TypeError: 'int' object is not iterable"],
  ['set', () => new BytesSet().issubset(wrong(3)), "TypeError: 'int' object is not iterable"],
  [
    'array',
    () => new PyArray('q', wrong(detached())),
    'BufferError: the underlying ArrayBuffer was detached or has shrunk',
  ],
  ['base64', () => decode(wrong(0), wrong(null)), "AttributeError: 'int' object has no attribute 'readline'"],
  ['base64', () => decode(read(), wrong(0)), "AttributeError: 'int' object has no attribute 'write'"],
  [
    'base64',
    () => encode(wrong(null), wrong(null)),
    "AttributeError: 'NoneType' object has no attribute 'read'",
  ],
  ['base64', () => encode(read(), wrong(0)), "AttributeError: 'int' object has no attribute 'write'"],
  [
    'codecs',
    () => new StreamReaderWriter(wrong(0), wrong(1), wrong(2)),
    "TypeError: 'int' object is not callable",
  ],
  [
    'codecs',
    () => new StreamReaderWriter(read(), getreader('ascii'), wrong(null)),
    "TypeError: 'NoneType' object is not callable",
  ],
  [
    'codecs',
    () => new StreamRecoder(read(), wrong(1), wrong(2), wrong(3), wrong(4)),
    "TypeError: 'int' object is not callable",
  ],
  [
    'codecs',
    () => new CodecInfo(wrong(null)),
    "TypeError: CodecInfo() takes an object with the codec's parts, not NoneType",
  ],
  [
    'codecs',
    () => registerCompressor(wrong(Symbol('x')), wrong({})),
    'LookupError: no codec of this name compresses: symbol',
  ],
  ['int', () => intToBytes(2n ** 70n, 2 ** 53), 'MemoryError'],
  [
    'struct',
    () => new (iter_unpack('B', b`a`).constructor as new (x: unknown) => unknown)(1),
    "TypeError: cannot create '_struct.unpack_iterator' instances",
  ],
  [
    'struct',
    () => sizeFromFormat(wrong(0)),
    'TypeError: Struct() argument 1 must be a str or bytes object, not int',
  ],
  ['names', () => codePointOfName(wrong(0)), 'TypeError: codePointOfName() takes a str, not int'],
  [
    'b',
    () => (b as unknown as (text: string) => unknown)('abc'),
    'TypeError: b and rb are tags of templates: write b`...`',
  ],
  ['hexdump', () => hexdump(b`a`, wrong(null)), 'TypeError: hexdump() takes options, not NoneType'],
  ['hexdump', () => hexdump(b`a`, { width: 2 ** 50 }), 'MemoryError'],
  ['indexable', () => indexable(wrong(1)), "TypeError: 'int' object is not subscriptable"],
  ['scope', () => scope(wrong(1)), "TypeError: 'int' object is not callable"],
  ['memory', () => viewOfMemory(wrong(null), 256), 'SystemError: bad argument to internal function'],
  ['record', () => record(wrong(null)), 'TypeError: fields have to be an object, not NoneType'],
  ['record', () => record({}, wrong(1)), 'TypeError: options have to be an object, not int'],
  ['record', () => toObject(wrong(1)), 'TypeError: a record in place is required, not int'],
  ['record', () => release(wrong(1)), 'TypeError: a record in place is required, not int'],
  ['record', () => bits(wrong(Object.create(null)), 1), "TypeError: bit fields not allowed for type 'dict'"],
])('%s: %s', (_where, run, expected) => {
  expect(answer(run)).toBe(`!${expected}`);
});

test('functions that return readers and writers serve as well as classes', () => {
  const target = new BytesIO();
  const both = new StreamReaderWriter(
    target,
    wrong((stream: BytesIO, errors: string) => new (getreader('utf-8'))(stream, errors)),
    wrong((stream: BytesIO, errors: string) => new (getwriter('utf-8'))(stream, errors)),
  );
  both.write('\xe9');
  both.seek(0);
  expect(both.read()).toBe('\xe9');
});
