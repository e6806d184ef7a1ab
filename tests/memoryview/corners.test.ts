/**
 * Corner cases of views that involve several files: odd offsets in memory, values that no item can have,
 * shared memory.
 */
import { BufferFlags, ByteArray, Bytes, MemoryView, PyValueError, b } from 'pybuffer';
import { NDExporter } from 'pybuffer/protocol';
import { MEMORY } from '../../src/memory/index.js';
import { viewOfMemory } from '../../src/memoryview/index.js';
import { dimensionsOf } from '../../src/memoryview/state.js';

const CODES: readonly [
  code: string,
  size: number,
  at: (data: DataView, address: number) => number | bigint,
][] = [
  ['B', 1, (d, i) => d.getUint8(i)],
  ['b', 1, (d, i) => d.getInt8(i)],
  ['H', 2, (d, i) => d.getUint16(i, true)],
  ['h', 2, (d, i) => d.getInt16(i, true)],
  ['I', 4, (d, i) => d.getUint32(i, true)],
  ['i', 4, (d, i) => d.getInt32(i, true)],
  ['q', 8, (d, i) => d.getBigInt64(i, true)],
  ['Q', 8, (d, i) => d.getBigUint64(i, true)],
  ['f', 4, (d, i) => d.getFloat32(i, true)],
  ['d', 8, (d, i) => d.getFloat64(i, true)],
];

test.each(CODES)('%s: items of typed arrays that begin anywhere in their buffer', (code, size, at) => {
  for (let offset = 0; offset < 9; offset++) {
    const memory = new Uint8Array(64).map((_, i) => (i * 37) & 63);
    const part = memory.subarray(offset, offset + 5 * size);
    const data = new DataView(memory.buffer, offset);
    const view = new MemoryView(part).cast(code) as unknown as MemoryView<number | bigint>;
    const expected = [0, 1, 2, 3, 4].map((i) => at(data, i * size));
    const asNumbers = (values: Iterable<number | bigint>) => Array.from(values, Number);
    expect(asNumbers([0, 1, 2, 3, 4].map((i) => view.get(i)))).toEqual(expected.map(Number));
    expect(asNumbers(view.tolist() as (number | bigint)[])).toEqual(expected.map(Number));
    expect(asNumbers(view)).toEqual(expected.map(Number));
    view.set(2, view.get(4) as never);
    expect(Number(at(data, 2 * size))).toBe(Number(expected[4]));
  }
});

// CPython 3.15.2: `m = memoryview(b',' * 40)`.
test('a number that is not a byte is not found, even if its low bits are there', () => {
  const view = new MemoryView(b`,`.repeat(40));
  for (const value of [300, -212, 44.5, NaN, null, undefined, 'a', [44]]) {
    expect(view.count(value as never)).toBe(0);
    expect(() => view.index(value as never)).toThrow(new PyValueError('memoryview.index(x): x not found'));
  }
  expect([view.count(44), view.index(44), view.index(44, 30), view.index(44, -1)]).toEqual([40, 0, 30, 39]);
  expect(() => view.index(44, 5, 5)).toThrow(new PyValueError('memoryview.index(x): x not found'));
  expect(() => view.index(44, 6, 5)).toThrow(new PyValueError('memoryview.index(x): x not found'));
});

test('the __eq__ of a value decides which items it equals', () => {
  const view = new MemoryView(b`abcb`);
  const asked: unknown[] = [];
  const value = {
    __eq__(item: unknown) {
      asked.push(item);
      return item === 98;
    },
  };
  expect([view.count(value as never), view.index(value as never), view.index(value as never, 2)]).toEqual([
    2, 1, 3,
  ]);
  expect(asked).toEqual([97, 98, 99, 98, 97, 98, 99, 98]);
});

test('bytes of a view of bytes share their memory, all others are copies', () => {
  const bytes = new Bytes(new Uint8Array(100_000).fill(1));
  expect(new MemoryView(bytes).tobytes()[MEMORY]).toBe(bytes[MEMORY]);
  expect(new MemoryView(bytes).slice(1000, 90_000).tobytes()[MEMORY]).toBe(bytes[MEMORY]);
  const data = new ByteArray(bytes);
  expect(new MemoryView(data).tobytes()[MEMORY]).not.toBe(data[MEMORY]);
  const own = Uint8Array.of(1, 2);
  const view = viewOfMemory(own, BufferFlags.WRITE);
  expect([view.obj, view.tobytes().repr()]).toEqual([null, "b'\\x01\\x02'"]);
});

test('a released view still knows its number of dimensions', () => {
  const memory = new Uint8Array(24);
  for (const [shape, ndim] of [
    [[], 0],
    [[24], 1],
    [[4, 6], 2],
    [[2, 3, 4], 3],
  ] as const) {
    const view = new MemoryView(new NDExporter(memory, { shape }));
    expect(dimensionsOf(view as never)).toBe(ndim);
    view.release();
    expect(dimensionsOf(view as never)).toBe(ndim);
  }
});

test('a row of pointers is the list of the items behind them', () => {
  const memory = new Uint8Array(64);
  for (const [i, address] of [40, 50, 60].entries()) {
    memory[8 * i] = address;
    memory[address + 1] = 7 + i;
  }
  const view = new MemoryView(new NDExporter(memory, { shape: [3], strides: [8], suboffsets: [1] }));
  expect([view.tolist(), [...view], view.get(-1), view.tobytes().repr()]).toEqual([
    [7, 8, 9],
    [7, 8, 9],
    9,
    "b'\\x07\\x08\\t'",
  ]);
});

test('properties of a view that JavaScript reads', () => {
  const view = new MemoryView(b`ab`);
  expect([view.contents, Object.prototype.toString.call(MemoryView.prototype)]).toEqual([
    'memoryview(2,):97,98',
    '[object memoryview]',
  ]);
  expect(() => JSON.stringify([view])).toThrow(
    'Object of type memoryview is not JSON serializable: use x.tolist()',
  );
});

// CPython 3.15.2: `r = reversed(memoryview(b'abcd')); r.__setstate__(state); r.__length_hint__(), list(r)`.
test.each([
  [2, 3, [99, 98, 97]],
  [-5, 0, []],
  [99, 4, [100, 99, 98, 97]],
  [0, 1, [97]],
  [-1, 0, []],
])('reversed at state %d', (state, left, items) => {
  const iterator = new MemoryView(b`abcd`).reversed() as IterableIterator<number> & {
    __setstate__(state: number): void;
    __length_hint__(): number;
  };
  iterator.__setstate__(state);
  expect([iterator.__length_hint__(), [...iterator]]).toEqual([left, items]);
  iterator.__setstate__(2);
  expect([...iterator]).toEqual([]);
});
