/**
 * Calls that fail halfway: a bytearray then holds what CPython 3.15 leaves in it, and values that arrive late
 * go to the same place.
 */
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { MemoryView } from '../../src/memoryview/index.js';
import { Slice, tuple } from '../../src/python/index.js';
import { pythonOf } from '../python-of.js';

const RANGE = 'ValueError: byte must be in range(0, 256)';
const raises = (error: Error) => ({
  __index__(): never {
    throw error;
  },
});
function* items(...values: unknown[]) {
  yield* values;
}

test.each<[string, () => unknown, string, string]>([
  ['a list out of range', () => new Array(100).fill(256), RANGE, ''],
  ['a list that ends out of range', () => [1, 2, 256], RANGE, ''],
  ['a list with a negative int', () => [1, -1], RANGE, ''],
  ['a list with a large int', () => [1, 2n ** 70n], RANGE, ''],
  ['a tuple out of range', () => tuple(1, 2, 256), RANGE, ''],
  [
    'a list with a str',
    () => [1, 'a'],
    "TypeError: 'str' object cannot be interpreted as an integer",
    '\x01',
  ],
  ['an iterator out of range', () => items(1, 2, 256), RANGE, '\x01\x02'],
  ['items of __getitem__', () => ({ __getitem__: (i: number) => [1, 2, 300][i] }), RANGE, '\x01\x02'],
  ['a negative count', () => -1, 'ValueError: negative count', ''],
  ['a float', () => 1.5, "TypeError: cannot convert 'float' object to bytearray", ''],
  ['a str', () => 'a', 'TypeError: string argument without an encoding', ''],
  ['an __index__ that raises', () => raises(new RangeError('mine')), '', ''],
])('__init__ of %s', (_, source, error, left) => {
  const data = new ByteArray('abc', 'ascii');
  if (error === '') expect(() => data.__init__(source())).toThrow('mine');
  else expect(pythonOf(() => data.__init__(source()))).toBe(error);
  expect(data.decode('latin-1')).toBe(left);
});

test('__init__ refuses wrong names and live views before it changes anything', () => {
  const data = new ByteArray('abc', 'ascii');
  expect(() => data.__init__('a', 5)).toThrow("bytearray() argument 'encoding' must be str, not int");
  expect(() => data.__init__('a', 'a\0')).toThrow('embedded null character');
  using view = new MemoryView(data);
  expect(() => data.__init__([1])).toThrow('Existing exports of data: object cannot be re-sized');
  expect(view.tobytes().equals(new Bytes('abc', 'ascii'))).toBe(true);
});

const CHANGES: Readonly<Record<string, (data: ByteArray) => void>> = {
  clear: (data) => data.clear(),
  shrink: (data) => data.delete(new Slice(30, null)),
  grow: (data) => data.extend(new Bytes('Z'.repeat(10), 'ascii')),
};

test.each([
  ['clear', 'ABCDEFGH'],
  ['shrink', `${'x'.repeat(30)}ABCDEFGH`],
  ['grow', `${'x'.repeat(100)}ABCDEFGH${'Z'.repeat(10)}`],
])('extend by a buffer that makes the bytearray %s', (change, expected) => {
  const data = new ByteArray('x'.repeat(100), 'ascii');
  data.extend({
    __buffer__() {
      CHANGES[change]!(data);
      return new MemoryView(new Bytes('ABCDEFGH', 'ascii'));
    },
  });
  expect(data.decode()).toBe(expected);
});
