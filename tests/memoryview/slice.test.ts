/**
 * Slices whose parts run user code when they are converted. The expected values are CPython 3.15's for the
 * same slices.
 */
import { ByteArray, Bytes, MemoryView } from '../../src/index.js';
import { NDExporter } from '../../src/protocol/index.js';

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

test.each([[0.5], ['1'], [{}], [Symbol.iterator]])('%p cannot be a part of a slice', (part) => {
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

/** The items of a list that `items[start:stop:step]` selects by Python's rules, one position at a time. */
function selected(
  items: readonly number[],
  start: number | null,
  stop: number | null,
  step: number,
): number[] {
  const { length } = items;
  const clipped = (index: number) => {
    const place = index < 0 ? index + length : index;
    return step < 0 ? Math.min(Math.max(place, -1), length - 1) : Math.min(Math.max(place, 0), length);
  };
  const first = start === null ? (step < 0 ? length - 1 : 0) : clipped(start);
  const end = stop === null ? (step < 0 ? -1 : length) : clipped(stop);
  const result: number[] = [];
  for (let i = first; step < 0 ? i > end : i < end; i += step) result.push(items[i]!);
  return result;
}

test('every slice by small and by the largest ints of 32 bits, of views of either direction', () => {
  const LARGEST = 2 ** 31 - 1;
  const ends = [null, -LARGEST - 1, -6, -5, -2, -1, 0, 1, 4, 5, 6, LARGEST];
  const steps = [-LARGEST - 1, -LARGEST, -3, -2, -1, 1, 2, 3, LARGEST];
  const source = new MemoryView(new ByteArray(new Bytes('abcdef', 'ascii')));
  const views = [source.slice(1), source.slice(null, null, -1), source.slice(3, 3), source.slice(0, 1, 5)];
  const different: unknown[] = [];
  for (const view of views) {
    const items = view.tolist() as number[];
    for (const start of ends) {
      for (const stop of ends) {
        for (const step of steps) {
          const part = view.slice(start, stop, step);
          const expected = selected(items, start, stop, step);
          if (String(part.tolist()) !== String(expected)) different.push([items, start, stop, step]);
          part.release();
        }
      }
    }
  }
  expect(different).toEqual([]);
});

test('a slice of a view that runs backwards runs forwards again, and its items can be written', () => {
  const data = new ByteArray(new Bytes('abcdef', 'ascii'));
  const part = new MemoryView(data).slice(4, 0, -1).slice(null, null, -1);
  part.set(0, 66);
  expect([part.strides, part.c_contiguous, part.tobytes().repr()]).toEqual([[1], true, "b'Bcde'"]);
  expect(data.repr()).toBe("bytearray(b'aBcdef')");
});

test('every begin and every end around a view of three bytes', () => {
  const view = new MemoryView(new Bytes('abc', 'ascii'));
  const parts = [null, -4, -3, -2, -1, 0, 1, 2, 3, 4];
  // CPython: ','.join('abc'[i:j] for i in parts for j in parts)
  const expected =
    'abc,,,a,ab,,a,ab,abc,abc,abc,,,a,ab,,a,ab,abc,abc,abc,,,a,ab,,a,ab,abc,abc,bc,,,,b,,,b,bc,bc,c,,,,,,,,c,c,' +
    'abc,,,a,ab,,a,ab,abc,abc,bc,,,,b,,,b,bc,bc,c,,,,,,,,c,c,,,,,,,,,,,,,,,,,,,,';
  const texts = parts.flatMap((start) =>
    parts.map((stop) => new Bytes(view.slice(start, stop)).decode('ascii')),
  );
  expect(texts.join(',')).toBe(expected);
});

test('a stride of zero stays zero in either direction', () => {
  const same = new MemoryView(new NDExporter(new Uint8Array([7]), { shape: [4], strides: [0] }));
  const rows = new MemoryView(new NDExporter(new Uint8Array(3), { shape: [2, 3], strides: [0, 1] }));
  const blocks = new MemoryView(new NDExporter(new Uint8Array(6), { shape: [2, 3, 2], strides: [0, 2, 1] }));
  for (const view of [same, rows, blocks]) {
    const back = view.slice(null, null, -1);
    expect(Object.is(back.strides[0], 0)).toBe(true);
    expect(back.tolist()).toEqual(view.tolist());
    expect(Object.is(view.slice(null, null, -(2n ** 40n)).strides[0], 0)).toBe(true);
  }
});

test('more items than 32 bits count', () => {
  const view = new MemoryView(new NDExporter(new Uint8Array([7]), { shape: [2 ** 33], strides: [0] }));
  expect(
    [view.slice(0, null, 2), view.slice(5), view.slice(null, 7, 3), view.slice(-3)].map((m) => m.length),
  ).toEqual([2 ** 32, 2 ** 33 - 5, 3, 3]);
});
