/**
 * What a view answers to each kind of request, with the exact text of each refusal, and what an export of a
 * view counts.
 */
import { ByteArray, Bytes, MemoryView } from 'pybuffer';
import { BufferFlags, NDExporter } from 'pybuffer/protocol';
import { bufferOf, releaseBufferOf } from '../../src/memoryview/buffer-methods.js';
import { EXPORTS, OUT } from '../../src/memoryview/state.js';
import type { ViewState } from '../../src/memoryview/state.js';
import { BRAND } from '../../src/python/index.js';
import { pythonOf } from '../python-of.js';

const { WRITABLE, FORMAT, ND, STRIDES, C_CONTIGUOUS, F_CONTIGUOUS, ANY_CONTIGUOUS, INDIRECT } = BufferFlags;
const REQUESTS = [
  0,
  WRITABLE,
  FORMAT,
  ND,
  STRIDES,
  C_CONTIGUOUS,
  F_CONTIGUOUS,
  ANY_CONTIGUOUS,
  INDIRECT,
  ND | FORMAT,
];

/** Two rows behind pointers, as `_testbuffer` makes them with ND_PIL. */
function pointers(): MemoryView<unknown> {
  const memory = new Uint8Array(22);
  memory.set([16, 0, 0, 0, 0, 0, 0, 0, 19], 0);
  memory.set([0, 1, 2, 3, 4, 5], 16);
  return new MemoryView(new NDExporter(memory, { shape: [2, 3], strides: [8, 1], suboffsets: [0, -1] }));
}

const refused = (what: string) => `BufferError: memoryview: underlying buffer ${what}`;
const NOT_WRITABLE = refused('is not writable');
const NOT_C = refused('is not C-contiguous');
const NOT_F = refused('is not Fortran contiguous');
const NOT_ANY = refused('is not contiguous');
const SUBOFFSETS = refused('requires suboffsets');
const ALONE = 'BufferError: memoryview: cannot cast to unsigned bytes if the format flag is present';
const LINE = "('B', (6,), (1,), ())";
const BACK = "('B', (6,), (-1,), ())";
const ROWS = "('B', (2, 3), (3, 1), ())";
const COLUMNS = "('B', (2, 3), (1, 2), ())";
const NUMBER = "('B', (), (), ())";

// CPython 3.15.2: `m = view.__buffer__(flags); (m.format, m.shape, m.strides, m.suboffsets)`.
test.each<[name: string, make: () => MemoryView<unknown>, answers: string[]]>([
  [
    'read-only',
    () => new MemoryView(new Bytes(6)),
    [LINE, NOT_WRITABLE, ALONE, LINE, LINE, LINE, LINE, LINE, LINE, LINE],
  ],
  [
    'writable',
    () => new MemoryView(new ByteArray(6)),
    [LINE, LINE, ALONE, LINE, LINE, LINE, LINE, LINE, LINE, LINE],
  ],
  [
    'backwards',
    () => new MemoryView(new ByteArray(6)).slice(null, null, -1),
    [NOT_C, NOT_C, NOT_C, NOT_C, BACK, NOT_C, NOT_F, NOT_ANY, BACK, NOT_C],
  ],
  [
    'rows',
    () => new MemoryView(new ByteArray(6)).cast('B', [2, 3]),
    [LINE, LINE, ALONE, ROWS, ROWS, ROWS, NOT_F, ROWS, ROWS, ROWS],
  ],
  [
    'columns',
    () => new MemoryView(new NDExporter(new Uint8Array(6), { shape: [2, 3], strides: [1, 2] })),
    [NOT_C, NOT_C, NOT_C, NOT_C, COLUMNS, NOT_C, COLUMNS, COLUMNS, COLUMNS, NOT_C],
  ],
  [
    'pointers',
    pointers,
    [
      SUBOFFSETS,
      SUBOFFSETS,
      SUBOFFSETS,
      SUBOFFSETS,
      SUBOFFSETS,
      NOT_C,
      NOT_F,
      NOT_ANY,
      "('B', (2, 3), (8, 1), (0, -1))",
      SUBOFFSETS,
    ],
  ],
  [
    'a number',
    () => new MemoryView(new ByteArray(1)).cast('B', []),
    ["('B', (1,), (1,), ())", "('B', (1,), (1,), ())", ALONE, ...Array<string>(7).fill(NUMBER)],
  ],
])('requests to a view: %s', (_, make, answers) => {
  const view = make();
  const tuple = (items: readonly number[]) => `(${items.join(', ')}${items.length === 1 ? ',' : ''})`;
  const asked = REQUESTS.map((flags) =>
    pythonOf(() => {
      const { format, shape, strides, suboffsets } = view.__buffer__(flags);
      return `('${format}', ${[shape, strides, suboffsets].map(tuple).join(', ')})`;
    }),
  );
  expect(asked).toEqual(answers);
});

test('flags are a C int', () => {
  const view = new MemoryView(new Bytes(6));
  const shape = (flags: number | bigint) => pythonOf(() => String(view.__buffer__(flags).shape));
  const outside = 'OverflowError: buffer flags out of range';
  const large = "OverflowError: cannot fit 'int' into an index-sized integer";
  expect([2 ** 31, -(2 ** 31) - 1, 2n ** 63n, 2n ** 70n].map(shape)).toEqual([
    outside,
    outside,
    large,
    large,
  ]);
  const writable = new MemoryView(new ByteArray(6));
  expect([2 ** 31 - 1, -(2 ** 31)].map((flags) => String(writable.__buffer__(flags).shape))).toEqual([
    '6',
    '6',
  ]);
});

test('an export of a view is counted by the view and pins the root, and its memory counts as given out', () => {
  const data = new ByteArray(6);
  const view = new MemoryView(data) as unknown as MemoryView & ViewState;
  const counts = () => [view[OUT], view[EXPORTS].count, view[EXPORTS].pins, view[EXPORTS].escaped];
  expect(counts()).toEqual([0, 1, 0, 0]);
  const [first, second] = [view.getBuffer(0), view.getBuffer(0)];
  expect(first.exports).toBe(view[EXPORTS]);
  expect(counts()).toEqual([2, 1, 2, 2]);
  expect(pythonOf(() => view.release() ?? null)).toBe('BufferError: memoryview has 2 exported buffers');
  view.releaseBuffer(first);
  expect(counts()).toEqual([1, 1, 1, 2]);
  expect(pythonOf(() => view.release() ?? null)).toBe('BufferError: memoryview has 1 exported buffer');
  view.releaseBuffer(second);
  expect(counts()).toEqual([0, 1, 0, 2]);
  view.release();
  data.append(1);
  expect(data).toHaveLength(7);
});

test('a writer that kept the memory of a view changes no bytes that are made later', () => {
  const data = new ByteArray(new Bytes('a', 'ascii').repeat(100_000));
  const view = new MemoryView(data);
  const { memory, offset } = view.getBuffer(0);
  view.releaseBuffer(null as never);
  view.release();
  const bytes = data.take_bytes();
  memory[offset] = 98;
  expect(bytes.get(0)).toBe(97);
});

// CPython 3.15.2: `m.__release_buffer__(x)`.
test('which views an object releases', () => {
  const data = new ByteArray(2);
  const view = new MemoryView(data);
  const own = bufferOf(data, 0);
  const told = (owner: unknown, other: unknown) => pythonOf(() => releaseBufferOf(owner, other) ?? null);
  const expected = 'TypeError: expected a memoryview object';
  expect([null, 1, data, new Bytes(1), {}].map((value) => told(view, value))).toEqual(
    Array(5).fill(expected),
  );
  expect(told(view, own)).toBe("ValueError: memoryview's buffer is not this object");
  expect(told(new ByteArray(2), own)).toBe("ValueError: memoryview's buffer is not this object");
  expect(told(data, own)).toBe('None');
  expect(told(data, own)).toBe("ValueError: memoryview's buffer has already been released");
  expect(told(view, own)).toBe("ValueError: memoryview's buffer is not this object");
});

test('a view of another copy of the library is released by its object', () => {
  const owner = new ByteArray(2);
  let released = 0;
  const foreign = (obj: () => unknown) =>
    Object.defineProperties(
      { release: () => released++ },
      { obj: { get: obj }, [BRAND]: { value: 'memoryview' } },
    );
  expect(
    releaseBufferOf(
      owner,
      foreign(() => owner),
    ),
  ).toBe(undefined);
  expect(released).toBe(1);
  const told = (obj: () => unknown) => pythonOf(() => releaseBufferOf(owner, foreign(obj)) ?? null);
  expect(told(() => null)).toBe("ValueError: memoryview's buffer is not this object");
  const gone = () => {
    throw new Error('released');
  };
  expect(told(gone)).toBe("ValueError: memoryview's buffer has already been released");
  expect(released).toBe(1);
});
