/** 32-bit memory changes the steps of slices and hashes, even of values that were hashed before. */
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { MemoryView } from '../../src/memoryview/index.js';
import { ILP32, LP64, Slice, unpackSlice, useABI } from '../../src/python/index.js';

afterEach(() => useABI(LP64));

test('a step is clamped so that it can be negated', () => {
  useABI(ILP32);
  const strides = (step: number | bigint) =>
    (new MemoryView(new Bytes('abc', 'ascii')).get(new Slice(null, null, step)) as MemoryView).strides;
  expect([-(2 ** 31), -(2n ** 70n), -(2 ** 31) + 1, 2n ** 70n, 2 ** 40, -2].map(strides)).toEqual([
    [-2147483647],
    [-2147483647],
    [-2147483647],
    [2147483647],
    [2147483647],
    [-2],
  ]);
  useABI(LP64);
  expect(unpackSlice(new Slice(null, null, -(2n ** 63n))).step).toBe(-Number(LP64.maxsize));
});

test('a hash follows the ABI, whenever it was computed first', () => {
  const view = new MemoryView(new Bytes('abc', 'ascii'));
  const wideView = view.hash();
  useABI(ILP32);
  expect(view.hash()).toBe(new Bytes('abc', 'ascii').hash());
  useABI(LP64);
  expect(view.hash()).toBe(wideView);
  for (const text of ['a', 'abc', 'x'.repeat(50)]) {
    const value = new Bytes(text, 'ascii');
    const wide = value.hash();
    useABI(ILP32);
    const narrow = value.hash();
    expect(narrow).toBe(new ByteArray(text, 'ascii').copy().take_bytes().hash());
    expect(BigInt.asIntN(32, narrow)).toBe(narrow);
    expect(value.hash()).toBe(narrow);
    useABI(LP64);
    expect(value.hash()).toBe(wide);
    expect(narrow).not.toBe(wide);
  }
});
