/** Positions and ints at the ends of C's types, in streams and structs: CPython 3.15's answers; memory that is lost. */
import { ByteArray, b } from 'pybuffer';
import { intToBytes } from 'pybuffer/int';
import { BytesIO } from 'pybuffer/io';
import { pack } from 'pybuffer/struct';
import { shown } from '../../written.js';

test('a stream far behind its end reads nothing and writes nothing', () => {
  const stream = new BytesIO(b`ab`);
  stream.seek(2n ** 63n - 1n);
  expect(shown(() => stream.write(b`x`))).toBe('OverflowError: new buffer size too large');
  expect(stream.write(b``)).toBe(0);
  expect(shown(() => [stream.read(), stream.readline(), stream.readlines()])).toBe("[b'', b'', []]");
  stream.seek(0);
  expect(stream.read().equals(b`ab`)).toBe(true);
});

test.each([1, 2])('seeking beyond any position, whence %i', (whence) => {
  const stream = new BytesIO(b`ab`);
  stream.seek(2);
  expect(shown(() => stream.seek(2n ** 63n - 1n, whence))).toBe('OverflowError: new position too large');
  expect(stream.tell()).toBe(2);
  expect(stream.seek(2 ** 52, whence)).toBe(2 ** 52 + 2);
});

class Index {
  constructor(readonly value: bigint) {}
  __index__(): bigint {
    return this.value;
  }
}

test.each([
  [-(2n ** 70n), 'OverflowError: Python int too large to convert to C long'],
  [-(2n ** 63n) - 1n, 'OverflowError: Python int too large to convert to C long'],
  [2n ** 70n, 'OverflowError: Python int too large to convert to C unsigned long'],
  [2n ** 64n, 'OverflowError: Python int too large to convert to C unsigned long'],
  [-(2n ** 63n), "b'\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x80'"],
  [2n ** 64n - 1n, "b'\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff'"],
  [-1n, "b'\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff'"],
])('the pointer %p', (value, answer) => {
  expect(shown(() => pack('P', new Index(value) as never))).toBe(answer);
});

test('an int of more bytes than its text could have digits', () => {
  expect(shown(() => intToBytes(2n ** 64n, 2 ** 28))).toBe('MemoryError: ');
});

test.each<[string, (stream: BytesIO) => unknown]>([
  ['read', (stream) => stream.read()],
  ['readinto', (stream) => stream.readinto(new ByteArray(3))],
  ['readline', (stream) => stream.readline()],
  ['readlines', (stream) => stream.readlines()],
  ['getvalue', (stream) => stream.getvalue()],
])('%s of a stream whose memory JavaScript took raises', (_, run) => {
  const stream = new BytesIO(b`abcdef`);
  const { buffer } = stream.getbuffer().asUint8Array();
  structuredClone(buffer, { transfer: [buffer as ArrayBuffer] });
  expect(shown(() => run(stream))).toBe('LostMemory: the underlying ArrayBuffer was detached or has shrunk');
});
