/** Slices whose parts are converted, and what happens meanwhile. What CPython 3.15 returns for the same slices. */
import { ByteArray, Bytes, MemoryView } from '../../src/index.js';

const index = (value: number | bigint, run: () => void = () => {}) => ({
  __index__: () => (run(), value),
  valueOf: () => {
    throw new Error('valueOf is not Python');
  },
});

test.each([
  [1n, 3n, null, 'bc'],
  [-3n, 2n ** 70n, null, 'def'],
  [-(2n ** 70n), 2n, 1n, 'ab'],
  [0n, 6n, 2n, 'ace'],
  [null, null, -1n, 'fedcba'],
  [2 ** 40, 2 ** 41, null, ''],
  [-(2 ** 40), 2 ** 40, 3, 'ad'],
  [true as never, index(4) as never, null, 'bcd'],
  [index(1n) as never, null, index(2) as never, 'bdf'],
])('view[%p:%p:%p]', (start, stop, step, expected) => {
  const view = new MemoryView(new Bytes('abcdef', 'ascii'));
  expect(view.slice(start, stop, step).tobytes().repr()).toBe(`b'${expected}'`);
});

test.each([[0.5], ['1'], [{}], [Symbol.iterator]])('%p is no part of a slice', (part) => {
  const view = new MemoryView(new Bytes('abcdef', 'ascii'));
  const message = 'slice indices must be integers or have an __index__ method';
  for (const args of [[part], [null, part], [null, null, part], [1, 2, part], [part, 2, 2]]) {
    expect(() => view.slice(...(args as [number]))).toThrow(message);
  }
});

test('a conversion may release the view, and the slice lives on', () => {
  const data = new ByteArray('abcdef', 'ascii');
  const view = new MemoryView(data);
  const part = view.slice(index(1, () => view.release()) as never, 3);
  expect(part.tobytes().repr()).toBe("b'bc'");
  expect(() => data.append(1)).toThrow('Existing exports of data: object cannot be re-sized');
  part.release();
  data.append(1);
});
