// `compare_digest` against CPython 3.15.2's answers to the same calls.
import { ByteArray, Bytes, MemoryView, b } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { compare_digest } from 'pybuffer/hmac';
import { PyException } from '../../../src/exceptions/index.js';

const view = (): MemoryView => new MemoryView(b`abcd`);
const NOT_ASCII = 'TypeError: comparing strings with non-ASCII characters is not supported';

test.each<[a: unknown, b: unknown, answer: unknown]>([
  ['a', 'a', true],
  ['a', 'b', false],
  ['', '', true],
  ['a', '', false],
  ['é', 'é', NOT_ASCII],
  ['é', 'a', NOT_ASCII],
  ['a', 'é', NOT_ASCII],
  ['\ud800', 'a', NOT_ASCII],
  ['a', b`a`, "TypeError: a bytes-like object is required, not 'str'"],
  [b`a`, 'a', "TypeError: a bytes-like object is required, not 'str'"],
  [b`a`, b`a`, true],
  [b`a`, new ByteArray(b`a`), true],
  [b`a`, 1, "TypeError: a bytes-like object is required, not 'int'"],
  [null, b``, "TypeError: a bytes-like object is required, not 'NoneType'"],
  [1, 2, "TypeError: unsupported operand types(s) or combination of types: 'int' and 'int'"],
  [view().cast('B', [2, 2]), b`abcd`, true],
  [view().cast('I'), b`abcd`, true],
  [view().slice(null, null, 2), b`ac`, 'BufferError: memoryview: underlying buffer is not C-contiguous'],
  [new PyArray('I', [1]), b`\x01\x00\x00\x00`, true],
])('compare_digest(%p, %p)', (a, c, answer) => {
  let got: unknown;
  try {
    got = compare_digest(a as Bytes, c as Bytes);
  } catch (error) {
    if (!(error instanceof PyException)) throw error;
    got = String(error);
  }
  expect(got).toBe(answer);
});

test.each([0, 1, 3])('compare_digest of %i values', (count) => {
  const values = Array<Bytes>(count).fill(b`a`);
  expect(() => (compare_digest as (...values: Bytes[]) => boolean)(...values)).toThrow(
    `compare_digest expected 2 arguments, got ${count}`,
  );
});

test('each single byte that differs, each length', () => {
  const digest = Uint8Array.from({ length: 64 }, (_, i) => i * 5);
  for (let i = 0; i < digest.length; i++) {
    const other = Uint8Array.from(digest);
    other[i]! ^= 1 << (i % 8);
    expect(compare_digest(digest, other)).toBe(false);
    expect(compare_digest(digest, digest.subarray(0, i))).toBe(false);
    expect(compare_digest(digest.subarray(0, i), digest)).toBe(false);
  }
  expect(compare_digest(digest, Buffer.from(digest))).toBe(true);
});

test('no export is left', () => {
  const data = new ByteArray(b`ab`);
  compare_digest(data, data);
  expect(() => compare_digest(new MemoryView(data), 5 as never)).toThrow('a bytes-like object is required');
  new MemoryView(data).release();
  expect(() => compare_digest(data, 'x' as never)).toThrow('a bytes-like object is required');
});

test('the first value cannot be resized while the second one is asked for its memory', () => {
  const data = new ByteArray(b`ab`);
  const clearing = {
    __buffer__: () => {
      data.clear();
      return new MemoryView(b`ab`);
    },
  };
  expect(() => compare_digest(data, clearing as never)).toThrow(
    'Existing exports of data: object cannot be re-sized',
  );
  data.append(99);
  expect(String(data)).toBe("bytearray(b'abc')");
  expect(compare_digest(clearing as never, data)).toBe(false);
  data.append(1);
  expect(data.length).toBe(1);
});
