/** `NDExporter`: the structures that it accepts, its item sizes, and the orders in which its views are contiguous. */
import { BufferFlags, Bytes, ILP32, LP64, MemoryView, useABI } from 'pybuffer';
import {
  NDExporter,
  fillContiguousStrides,
  fillInfo,
  fromContiguous,
  isContiguous,
  itemAddress,
} from 'pybuffer/protocol';
import type { NDOptions } from 'pybuffer/protocol';

const memory = new Uint8Array(24).map((_, i) => i);

test.each<[options: NDOptions, error: string]>([
  [{ itemsize: 0 }, 'itemsize must not be zero'],
  [{ itemsize: -1 }, 'itemsize must not be zero'],
  [{ format: 'T{B:x:}' }, "itemsize is needed for format 'T{B:x:}'"],
  [{ format: 'H<' }, "itemsize is needed for format 'H<'"],
  [{ shape: new Array<number>(65).fill(1) }, 'memoryview: number of dimensions must not exceed 64'],
  [{ shape: [-1] }, 'elements of shape must be integers >= 0'],
  [{ shape: [1.5] }, 'elements of shape must be integers >= 0'],
  [{ shape: [2], strides: [1, 1] }, 'len(shape) != len(strides)'],
  [{ shape: [2], suboffsets: [0, 0] }, 'len(shape) != len(suboffsets)'],
  [{ shape: [2], offset: -1 }, 'offset must be non-negative'],
  [{ shape: [2], format: 'H', offset: 1 }, 'offset must be a multiple of itemsize'],
  [{ shape: [2], format: 'H', strides: [3] }, 'strides must be a multiple of itemsize'],
  [{ shape: [25] }, 'invalid combination of buffer, shape and strides'],
  [{ shape: [24], offset: 1 }, 'invalid combination of buffer, shape and strides'],
  [{ shape: [2], strides: [-1] }, 'invalid combination of buffer, shape and strides'],
  [{ shape: [3, 3], strides: [12, 1] }, 'invalid combination of buffer, shape and strides'],
])('%j is refused', (options, error) => {
  expect(() => new NDExporter(memory, options)).toThrow(error);
});

test.each<[options: NDOptions, shape: number[], strides: number[]]>([
  [{}, [24], [1]],
  [{ offset: 1 }, [23], [1]],
  [{ format: 'H' }, [12], [2]],
  [{ format: 'H', offset: 2 }, [11], [2]],
  [{ shape: [24] }, [24], [1]],
  [{ shape: [2, 3, 4] }, [2, 3, 4], [12, 4, 1]],
  [{ shape: [0, 99] }, [0, 99], [99, 1]],
  [{ shape: [2], strides: [-1], offset: 1 }, [2], [-1]],
  [{ shape: [3, 4], strides: [8, 2] }, [3, 4], [8, 2]],
  [{ shape: [] }, [], []],
])('%j is accepted', (options, shape, strides) => {
  const view = new MemoryView(new NDExporter(memory, options));
  expect([view.shape, view.strides, view.suboffsets]).toEqual([shape, strides, []]);
});

test('sizes of items are those of the ABI', () => {
  const sizes = (...formats: string[]) =>
    formats.map((format) => new MemoryView(new NDExporter(memory, { format, shape: [1] })).itemsize);
  const formats = ['l', 'L', '@l', '=l', '<L', 'n', 'N', 'P', '@n', 'q', 'Zd', '>Zf'];
  const before = useABI(LP64);
  try {
    expect(sizes(...formats)).toEqual([8, 8, 8, 4, 4, 8, 8, 8, 8, 8, 16, 8]);
    useABI(ILP32);
    expect(sizes(...formats)).toEqual([4, 4, 4, 4, 4, 4, 4, 4, 4, 8, 16, 8]);
  } finally {
    useABI(before);
  }
});

test('suboffsets that lead nowhere are none', () => {
  const view = (suboffsets: number[]) =>
    new NDExporter(memory, { shape: [2, 2], suboffsets }).getBuffer(0x11c);
  expect(view([-1, -1]).suboffsets).toBe(null);
  expect(view([0, -1]).suboffsets).toEqual([0, -1]);
});

/** The orders in which a shape with these strides is contiguous. */
const ordersOf = (shape: number[], strides: number[]) => {
  const view = new NDExporter(memory, { shape, strides }).getBuffer(0x11c);
  return (['C', 'F', 'A'] as const).filter((order) => isContiguous(view, order)).join('');
};

test('the orders in which a view is contiguous; extents of 1 do not count', () => {
  expect(ordersOf([2, 3], [3, 1])).toBe('CA');
  expect(ordersOf([2, 3], [1, 2])).toBe('FA');
  expect(ordersOf([2, 3], [6, 2])).toBe('');
  expect(ordersOf([1, 3], [9, 1])).toBe('CFA');
  expect(ordersOf([3, 1], [1, 7])).toBe('CFA');
  expect(ordersOf([2, 1, 3], [3, 8, 1])).toBe('CA');
  expect(ordersOf([0, 3], [9, 9])).toBe('CFA');
  expect(ordersOf([], [])).toBe('CFA');
});

test('a view without strides is in C order, and in both while one extent counts', () => {
  const orders = (shape: number[]) => {
    // PyBUF_ND: a shape but no strides.
    const view = new NDExporter(memory, { shape }).getBuffer(0x8);
    expect(view.strides).toBe(null);
    return (['C', 'F', 'A'] as const).filter((order) => isContiguous(view, order)).join('');
  };
  expect([orders([24]), orders([2, 3]), orders([1, 3]), orders([3, 1]), orders([2, 0])]).toEqual([
    'CFA',
    'CA',
    'CFA',
    'CFA',
    'CFA',
  ]);
});

test('copies in an order: A keeps Fortran order, and is C order otherwise', () => {
  const bytes = (shape: number[], strides: number[], order: 'C' | 'F' | 'A') => [
    ...new MemoryView(new NDExporter(memory, { shape, strides })).tobytes(order),
  ];
  expect(bytes([2, 3], [1, 2], 'C')).toEqual([0, 2, 4, 1, 3, 5]);
  expect(bytes([2, 3], [1, 2], 'F')).toEqual([0, 1, 2, 3, 4, 5]);
  expect(bytes([2, 3], [1, 2], 'A')).toEqual([0, 1, 2, 3, 4, 5]);
  expect(bytes([2, 3], [3, 1], 'F')).toEqual([0, 3, 1, 4, 2, 5]);
  expect(bytes([2, 3], [3, 1], 'A')).toEqual([0, 1, 2, 3, 4, 5]);
  expect(bytes([2, 3], [6, 2], 'A')).toEqual([0, 2, 4, 6, 8, 10]);
  expect(fillContiguousStrides([2, 3, 4], 2, 'C')).toEqual([24, 8, 2]);
  expect(fillContiguousStrides([2, 3, 4], 2, 'F')).toEqual([2, 4, 12]);
});

test.each<[shape: number[], strides: number[], order: 'C' | 'F' | 'A', filled: number[]]>([
  [[2, 3], [3, 1], 'C', [0, 1, 2, 3, 4, 5]],
  [[2, 3], [3, 1], 'F', [0, 2, 4, 1, 3, 5]],
  [[2, 3], [3, 1], 'A', [0, 1, 2, 3, 4, 5]],
  [[2, 3], [1, 2], 'C', [0, 3, 1, 4, 2, 5]],
  [[2, 3], [1, 2], 'F', [0, 1, 2, 3, 4, 5]],
  [[2, 3], [1, 2], 'A', [0, 1, 2, 3, 4, 5]],
  [[1, 6], [1, 1], 'A', [0, 1, 2, 3, 4, 5]],
  [[2, 1], [3, 1], 'A', [0, 9, 9, 1, 9, 9]],
])('a view of %j with strides %j is filled in order %s', (shape, strides, order, filled) => {
  const target = new Uint8Array(6).fill(9);
  const exporter = new NDExporter(target, { shape, strides });
  const view = exporter.getBuffer(BufferFlags.FULL);
  fromContiguous(view, new Bytes([0, 1, 2, 3, 4, 5]), order);
  exporter.releaseBuffer(view);
  expect([...target]).toEqual(filled);
});

test('exports are counted', () => {
  const exporter = new NDExporter(memory);
  const views = [exporter.getBuffer(0), exporter.getBuffer(0)];
  expect(exporter.exports.count).toBe(2);
  for (const view of views) exporter.releaseBuffer(view);
  expect(exporter.exports.count).toBe(0);
  expect(() => new NDExporter(new Uint8Array(4), { readonly: true }).getBuffer(1)).toThrow(
    'ndarray is not writable',
  );
  expect(new Bytes(new NDExporter(memory, { shape: [3], strides: [2] }))).toEqual(new Bytes([0, 2, 4]));
});

test('memory behind pointers is not checked, and negative suboffsets are not pointers', () => {
  expect(() => new NDExporter(memory, { shape: [2], strides: [999], suboffsets: [0] })).not.toThrow();
  expect(() => new NDExporter(memory, { shape: [2], strides: [999], suboffsets: [-1] })).toThrow(
    'invalid combination of buffer, shape and strides',
  );
  expect(() => new NDExporter(memory, { shape: [2], format: 'H', strides: [3], suboffsets: [-1] })).toThrow(
    'strides must be a multiple of itemsize',
  );
});

test('an address goes through each pointer; a content that is too short fills nothing', () => {
  // Two rows of three bytes each, at 10 and at 20, behind pointers of eight bytes at 0 and 8.
  const before = useABI(LP64);
  try {
    const bytes = new Uint8Array(64);
    const words = new DataView(bytes.buffer);
    words.setBigUint64(0, 30n, true);
    words.setBigUint64(8, 40n, true);
    for (let i = 0; i < 3; i++) [bytes[32 + i], bytes[42 + i]] = [i + 1, i + 11];
    const exporter = new NDExporter(bytes, { shape: [2, 3], strides: [8, 1], suboffsets: [2, -1] });
    const view = exporter.getBuffer(BufferFlags.FULL_RO);
    const addresses = [0, 1].map((row) => [0, 1, 2].map((column) => itemAddress(view, [row, column])));
    expect(addresses).toEqual([
      [32, 33, 34],
      [42, 43, 44],
    ]);
    expect([...new MemoryView(exporter).tobytes()]).toEqual([1, 2, 3, 11, 12, 13]);
    const target = new NDExporter(new Uint8Array(6), { shape: [2, 3] });
    const filled = target.getBuffer(BufferFlags.FULL);
    expect(() => fromContiguous(filled, new Bytes(5), 'C')).toThrow(
      'fromContiguous: the content is shorter than the view',
    );
    fromContiguous(filled, new Bytes([1, 2, 3, 4, 5, 6, 7]), 'C');
    expect([...filled.memory]).toEqual([1, 2, 3, 4, 5, 6]);
  } finally {
    useABI(before);
  }
});

test('items of several bytes with gaps, both ways', () => {
  const words = new NDExporter(memory, { shape: [3], format: 'H', strides: [8] });
  expect([...new MemoryView(words).tobytes()]).toEqual([0, 1, 8, 9, 16, 17]);
  const target = new Uint8Array(24);
  const spread = new NDExporter(target, { shape: [3], format: 'H', strides: [8] });
  fromContiguous(spread.getBuffer(BufferFlags.FULL), new Bytes([1, 2, 3, 4, 5, 6]), 'C');
  expect([...target]).toEqual([1, 2, 0, 0, 0, 0, 0, 0, 3, 4, 0, 0, 0, 0, 0, 0, 5, 6, 0, 0, 0, 0, 0, 0]);
});

test('READ and WRITE are not requests by themselves', () => {
  for (const flags of [BufferFlags.READ, BufferFlags.WRITE]) {
    expect(() => fillInfo(null, new Uint8Array(1), 0, 1, false, flags)).toThrow(
      'bad argument to internal function',
    );
  }
  expect(() => fillInfo(null, new Uint8Array(1), 0, 1, true, BufferFlags.WRITABLE)).toThrow(
    'Object is not writable.',
  );
});
