/**
 * Items of every native format, read and written one by one and compared with a DataView, in views of one and
 * two dimensions; and which of these accesses take the slow path, which accepts any key.
 */
import { ByteArray, MemoryView, PyException } from 'pybuffer';
import { NDExporter } from 'pybuffer/protocol';
import { ASSIGN, SUBSCRIPT } from '../../src/memoryview/access.js';

interface Format {
  readonly code: string;
  readonly size: number;
  /** Whether items of aligned memory are read, or written, without the slow path. */
  readonly reads: boolean;
  readonly writes: boolean;
  readonly values: readonly number[];
  /** Values that the item cannot hold, or that need the slow path. */
  readonly others: readonly number[];
  readonly at: (data: DataView, address: number) => number;
}

const FORMATS: readonly Format[] = [
  {
    code: 'B',
    size: 1,
    reads: true,
    writes: true,
    values: [0, 1, 255],
    others: [-1, 256, 0.5, NaN],
    at: (d, i) => d.getUint8(i),
  },
  {
    code: 'b',
    size: 1,
    reads: false,
    writes: false,
    values: [0, -128, 127],
    others: [128, -129, 0.5],
    at: (d, i) => d.getInt8(i),
  },
  {
    code: 'H',
    size: 2,
    reads: true,
    writes: true,
    values: [0, 258, 65535],
    others: [-1, 65536, 0.5],
    at: (d, i) => d.getUint16(i, true),
  },
  {
    code: 'h',
    size: 2,
    reads: true,
    writes: false,
    values: [0, -32768, 32767],
    others: [32768, 0.5],
    at: (d, i) => d.getInt16(i, true),
  },
  {
    code: 'I',
    size: 4,
    reads: true,
    writes: false,
    values: [0, 66051, 2 ** 32 - 1],
    others: [-1, 2 ** 32],
    at: (d, i) => d.getUint32(i, true),
  },
  {
    code: 'i',
    size: 4,
    reads: true,
    writes: true,
    values: [0, -(2 ** 31), 2 ** 31 - 1],
    others: [2 ** 31, 0.5],
    at: (d, i) => d.getInt32(i, true),
  },
  {
    code: 'f',
    size: 4,
    reads: true,
    writes: true,
    values: [0.5, -0, Infinity],
    others: [NaN],
    at: (d, i) => d.getFloat32(i, true),
  },
  {
    code: 'd',
    size: 8,
    reads: true,
    writes: true,
    values: [0.1, -0, -Infinity, 5e-324],
    others: [NaN],
    at: (d, i) => d.getFloat64(i, true),
  },
];

type View = MemoryView<number>;

/** Counts the slow reads and writes. */
function slow(run: () => void): [reads: number, writes: number] {
  const reads = jest.spyOn(MemoryView.prototype as never, SUBSCRIPT as never);
  const writes = jest.spyOn(MemoryView.prototype as never, ASSIGN as never);
  try {
    run();
    return [reads.mock.calls.length, writes.mock.calls.length];
  } finally {
    reads.mockRestore();
    writes.mockRestore();
  }
}

const quietly = (run: () => void): void => {
  try {
    run();
  } catch (error) {
    if (!(error instanceof PyException)) throw error;
  }
};

test.each(FORMATS)('$code: items of one dimension', ({ code, size, reads, writes, values, others, at }) => {
  const memory = new Uint8Array(16 * size).map((_, i) => 3 * i + 1);
  const data = new DataView(memory.buffer);
  const whole = new MemoryView(memory).cast(code) as unknown as View;
  for (const [view, first] of [
    [whole, 0],
    [whole.slice(3, 9) as View, 3],
  ] as const) {
    const list: number[] = [];
    const [asked] = slow(() => {
      for (let i = 0; i < view.length; i++) list.push(view.get(i));
    });
    expect([asked, list]).toEqual([
      reads ? 0 : view.length,
      list.map((_, i) => at(data, (first + i) * size)),
    ]);
    const [, told] = slow(() => values.forEach((value, i) => view.set(i, value)));
    expect(told).toBe(writes ? 0 : values.length);
    expect(values.map((_, i) => view.get(i))).toEqual([...values]);
    expect(values.map((_, i) => at(data, (first + i) * size))).toEqual([...values]);
    // Values that an item cannot hold, indices from the end, and those past it take the slow path.
    for (const other of others) expect(slow(() => quietly(() => view.set(1, other)))[1]).toBe(1);
    for (const index of [-1, view.length, 0.5]) {
      expect(slow(() => quietly(() => view.get(index)))[0]).toBe(1);
      expect(slow(() => quietly(() => view.set(index, values[0]!)))[1]).toBe(1);
    }
  }
});

test.each(FORMATS)(
  '$code: rows and columns, with and without gaps between rows',
  ({ code, size, reads, writes, values, at }) => {
    for (const gap of [0, 2]) {
      const memory = new Uint8Array(3 * (4 + gap) * size).map((_, i) => 5 * i + 1);
      const data = new DataView(memory.buffer);
      const exporter = new NDExporter(memory, {
        format: code,
        shape: [3, 4],
        strides: [(4 + gap) * size, size],
      });
      const view = new MemoryView(exporter) as unknown as View & {
        get(key: [number, number]): number;
        get(row: number, column: number): number;
        set(row: number, column: number, value: number): void;
      };
      const cells = [0, 1, 2].flatMap((row) => [0, 1, 2, 3].map((column) => [row, column] as const));
      const address = (row: number, column: number) => (row * (4 + gap) + column) * size;
      for (const [row, column] of cells) {
        expect(view.get([row, column])).toBe(at(data, address(row, column)));
      }
      const list: number[] = [];
      const [asked] = slow(() => cells.forEach(([row, column]) => list.push(view.get(row, column))));
      expect([asked, list]).toEqual([
        reads ? 0 : 12,
        cells.map(([row, column]) => at(data, address(row, column))),
      ]);
      const [, told] = slow(() =>
        cells.forEach(([row, column], i) => view.set(row, column, values[i % values.length]!)),
      );
      expect(told).toBe(writes ? 0 : 12);
      expect(cells.map(([row, column]) => at(data, address(row, column)))).toEqual(
        cells.map((_, i) => values[i % values.length]),
      );
      for (const [row, column] of [
        [3, 0],
        [0, 4],
        [-1, 0],
        [0, 0.5],
      ] as const) {
        expect(slow(() => quietly(() => view.get(row, column)))[0]).toBe(1);
        expect(slow(() => quietly(() => view.set(row, column, values[0]!)))[1]).toBe(1);
      }
    }
  },
);

// CPython 3.15.2: `m = memoryview(bytearray(8)).cast('f'); m[0] = 1e300; m[1] = -1e39; m.tolist()`.
test('a double that no float holds is an infinity', () => {
  const view = new MemoryView(new ByteArray(8)).cast('f');
  view.set(0, 1e300);
  view.set(1, -1e39);
  expect(view.tolist()).toEqual([Infinity, -Infinity]);
});

test('items that are not aligned, have gaps, or are read-only take the slow path, with the same results', () => {
  const memory = new Uint8Array(40).map((_, i) => 7 * i);
  const data = new DataView(memory.buffer);
  const odd = new MemoryView(memory).slice(1, 33).cast('H') as unknown as View;
  expect(
    slow(() =>
      expect([odd.get(0), odd.get(15)]).toEqual([data.getUint16(1, true), data.getUint16(31, true)]),
    ),
  ).toEqual([2, 0]);
  expect(slow(() => odd.set(2, 515))[1]).toBe(1);
  expect(data.getUint16(5, true)).toBe(515);
  const spread = new MemoryView(memory).slice(null, null, 3);
  expect(slow(() => expect(spread.get(5)).toBe(memory[15]))).toEqual([1, 0]);
  const frozen = new MemoryView(memory).toreadonly();
  expect(slow(() => expect(frozen.get(5)).toBe(memory[5]))).toEqual([0, 0]);
  expect(() => frozen.set(5, 1)).toThrow('cannot modify read-only memory');
  const gone = new MemoryView(new ByteArray(4));
  gone.release();
  expect(() => gone.get(0)).toThrow('operation forbidden on released memoryview object');
  expect(() => gone.set(0, 1)).toThrow('operation forbidden on released memoryview object');
});
