/**
 * Which way a view answers: all return the same, so only these tests show that common calls take the fast
 * one. They need no full description, run no iterator, and read items through a typed array.
 */
import { ByteArray, Bytes, MemoryView } from 'pybuffer';
import { NDExporter } from 'pybuffer/protocol';
import { setTiers } from '../../src/accelerate/tiers.js';
import { Kind } from '../../src/formats/index.js';
import { BYTES, DESCRIPTION, FIRST, ITEMS, NO_WAY, WAY } from '../../src/memoryview/state.js';
import type { ViewState } from '../../src/memoryview/state.js';

type View = MemoryView & ViewState;
const line = (format = 'B', size = 48, shift = 0) =>
  new MemoryView(new ByteArray(size + shift)).slice(shift).cast(format) as unknown as View;

/** Calls that read or make something without a description of the view. */
const WITHOUT: Record<string, (view: View) => unknown> = {
  length: (view) => view.length,
  get: (view) => [view.get(1), view.get(-1 + view.length)],
  'tobytes in C order': (view) => view.tobytes(),
  'bytes(view)': (view) => new Bytes(view),
  count: (view) => view.count(view.get(0)),
  equals: (view) => view.equals(new MemoryView(view)),
  'slice with a step': (view) => view.slice(0, 4, 2),
  'slice backwards': (view) => view.slice(null, null, -1),
  slice: (view) => view.slice(1, 3),
  cast: (view) => view.cast('B'),
  toreadonly: (view) => view.toreadonly(),
  'memoryview(view)': (view) => new MemoryView(view),
  format: (view) => [view.format, view.itemsize, view.readonly, view.obj],
};

test.each(Object.keys(WITHOUT))('%s needs no description', (name) => {
  for (const format of ['B', 'H', 'i', 'q', 'd']) {
    if (name === 'count' && format !== 'B') continue;
    const view = line(format);
    const result = WITHOUT[name]!(view);
    expect([format, view[DESCRIPTION]]).toEqual([format, null]);
    if (result instanceof MemoryView) {
      const part = result as View;
      expect([part.length, part[DESCRIPTION]]).toEqual([expect.any(Number), null]);
    }
  }
});

test('strided bytes are copied without a description', () => {
  const view = line().slice(null, null, 3) as View;
  expect([view.tobytes().length, view[DESCRIPTION]]).toEqual([16, null]);
});

test('rows and columns are made, read and shared without a description', () => {
  for (const view of [
    new MemoryView(new ByteArray(48)).cast('B', [6, 8]),
    new MemoryView(new ByteArray(48)).cast('d', [2, 3]),
  ] as unknown as (View & { get(row: number, column: number): number })[]) {
    expect([view.get(1, 2), view[DESCRIPTION]]).toEqual([0, null]);
    for (const other of [new MemoryView(view), view.toreadonly(), view.slice(0, 1)] as View[]) {
      expect([other[WAY], other[DESCRIPTION]]).toEqual([view[WAY], null]);
    }
  }
});

test('searches and comparisons run no iterator over bytes', () => {
  const iterate = jest.spyOn(MemoryView.prototype, Symbol.iterator);
  try {
    const view = line();
    expect([view.count(0), view.count(300), view.includes(0), view.includes(1), view.index(0, 5)]).toEqual([
      48,
      0,
      true,
      false,
      5,
    ]);
    expect(iterate).not.toHaveBeenCalled();
    expect([line('H').count(0), line('H').includes(1)]).toEqual([24, false]);
    expect(iterate).toHaveBeenCalledTimes(2);
  } finally {
    iterate.mockRestore();
  }
});

/** The typed array of a view, or null if its items have none; and the index of its first item. */
function place(view: unknown): [array: string | null, first: number] {
  const { [WAY]: way, [ITEMS]: items, [FIRST]: first, [BYTES]: bytes } = view as View;
  if (way === NO_WAY) expect(items).toBe(bytes);
  return [way === NO_WAY ? null : items.constructor.name, first];
}

test.each<[format: string, array: string | null, kind: number]>([
  ['B', 'Uint8Array', Kind.U8],
  ['b', 'Int8Array', Kind.I8],
  ['H', 'Uint16Array', Kind.U16],
  ['h', 'Int16Array', Kind.I16],
  ['I', 'Uint32Array', Kind.U32],
  ['i', 'Int32Array', Kind.I32],
  ['f', 'Float32Array', Kind.F32],
  ['d', 'Float64Array', Kind.F64],
  ['q', null, NO_WAY],
  ['Q', null, NO_WAY],
  ['e', null, NO_WAY],
  ['c', null, NO_WAY],
  ['?', null, NO_WAY],
  ['Zd', null, NO_WAY],
])('%s: which views read items through a typed array', (format, array, kind) => {
  const whole = line(format);
  const { itemsize } = whole;
  const bytes = array === 'Uint8Array';
  expect([place(whole), whole[WAY]]).toEqual([[array, 0], kind]);
  // Slices keep the array, those with a step do not, and those that run forwards again find it again.
  expect(place(whole.slice(2))).toEqual([array, array === null ? expect.any(Number) : 2]);
  expect(place(whole.slice(2, null, 1))[0]).toBe(array);
  expect(place(whole.slice(null, null, 2))[0]).toBe(null);
  expect(place(whole.slice(null, null, -1))[0]).toBe(null);
  expect(place(whole.slice(null, null, -1).slice(null, null, -1))).toEqual([array, 0]);
  expect(place(whole.toreadonly())).toEqual([array, 0]);
  expect(place(new MemoryView(whole))).toEqual([array, 0]);
  // Memory that begins between items.
  const shifted = line(format, 48, 1);
  expect(place(shifted)[0]).toBe(itemsize === 1 ? array : null);
  const exporter = (memory: Uint8Array) => new MemoryView(new NDExporter(memory, { format }));
  expect(place(exporter(new Uint8Array(64).subarray(itemsize)))[0]).toBe(array);
  expect(place(exporter(new Uint8Array(65).subarray(1)))[0]).toBe(itemsize === 1 ? array : null);
  const odd = new MemoryView(new Uint8Array(65).subarray(1)).slice(itemsize - 1, 3 * itemsize - 1);
  expect(place(odd.cast(format as 'B'))).toEqual([array, array === null ? expect.any(Number) : 0]);
  // Rows: with gaps, all the same, backwards, and columns with gaps.
  const rows = (strides: readonly number[], offset = 0) =>
    place(
      new MemoryView(
        new NDExporter(new Uint8Array(320), {
          format,
          shape: [2, 3],
          strides: strides.map((step) => step * itemsize),
          offset: offset * itemsize,
        }),
      ),
    )[0];
  const way = bytes ? 'Uint8Array' : array;
  expect([rows([3, 1]), rows([5, 1]), rows([0, 1])]).toEqual([way, way, way]);
  expect([rows([-3, 1], 6), rows([6, 2]), rows([1, 2]), rows([3, -1], 4)]).toEqual([null, null, null, null]);
  // Items larger than their format.
  const wide = new NDExporter(new Uint8Array(64), { format, itemsize: 2 * itemsize, shape: [2] });
  expect(place(new MemoryView(wide))[0]).toBe(null);
});

test('doubles are compared as bytes first from a number on, and exact items always', () => {
  const natives = jest.requireActual<Record<string, () => unknown>>('../../src/accelerate/natives.js');
  const called = jest.spyOn(natives, 'compareNative');
  const before = setTiers({ natives: true, wasm: false });
  try {
    const comparesBytes = (make: () => MemoryView<unknown>): boolean => {
      called.mockClear();
      expect(make().equals(make())).toBe(true);
      return called.mock.calls.length > 0;
    };
    const doubles = (count: number) => () => new MemoryView(new Float64Array(count)) as MemoryView<unknown>;
    expect([255, 256].map((count) => comparesBytes(doubles(count)))).toEqual([false, true]);
    for (const format of ['B', 'h', 'q', 'c'] as const) {
      expect(comparesBytes(() => new MemoryView(new Uint8Array(4000)).cast(format))).toBe(true);
      expect(
        comparesBytes(() => new MemoryView(new Uint8Array(4000)).cast(format, [2, 2, 1000 / sizes[format]])),
      ).toBe(true);
    }
    for (const format of ['?', 'f', 'e', 'Zd'] as const) {
      expect(comparesBytes(() => new MemoryView(new Uint8Array(4000)).cast(format))).toBe(false);
    }
  } finally {
    setTiers(before);
    called.mockRestore();
  }
});
const sizes = { B: 1, h: 2, q: 8, c: 1 };
