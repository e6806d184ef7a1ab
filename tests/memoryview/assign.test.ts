/** Assignment of one view to another: which structures agree, and memory that overlaps, as in CPython 3.15. */
import { ByteArray, Bytes, MemoryView, Slice } from 'pybuffer';
import { NDExporter } from 'pybuffer/protocol';
import { sameShape } from '../../src/memoryview/assign.js';
import type * as Contiguous from '../../src/protocol/contiguous.js';
import type { BufferView } from '../../src/protocol/index.js';

const DIFFERENT = 'memoryview assignment: lvalue and rvalue have different structures';
const all = new Slice();

test('formats agree without their @, and no others do', () => {
  const data = new ByteArray(4);
  const source = new MemoryView(new Bytes('abcd', 'ascii'));
  new MemoryView(data).cast('@B' as 'B').set(new Slice(0, 2), source.slice(0, 2));
  expect(data).toEqual(new ByteArray('ab\0\0', 'ascii'));
  for (const [left, right] of [
    ['B', 'b'],
    ['h', 'H'],
    ['i', 'f'],
  ] as const) {
    const target = new MemoryView(data).cast(left as 'B');
    expect(() => target.set(all, source.cast(right as 'B'))).toThrow(DIFFERENT);
  }
  expect(data).toEqual(new ByteArray('ab\0\0', 'ascii'));
});

test('items of the same format and another size are different', () => {
  const target = new MemoryView(new ByteArray(8)).cast('H');
  expect(() => target.set(all, new MemoryView(new Bytes(8)).cast('I'))).toThrow(DIFFERENT);
  expect(() => target.set(new Slice(0, 2), new MemoryView(new Bytes(6)).cast('H'))).toThrow(DIFFERENT);
});

test('an exporter without a format has bytes', () => {
  const data = new ByteArray(4);
  const plain = new NDExporter(Uint8Array.of(1, 2, 3, 4), { shape: [4] });
  const nameless = {
    getBuffer: (flags: number) => {
      const view = plain.getBuffer(flags);
      return Object.assign(Object.create(Object.getPrototypeOf(view) as object) as object, view, {
        format: null,
        obj: nameless,
      });
    },
    releaseBuffer: () => undefined,
  };
  new MemoryView(data).set(all, nameless as never);
  expect([...data]).toEqual([1, 2, 3, 4]);
});

/** A view of an empty or small array with a given shape. */
const shaped = (...shape: number[]) => new MemoryView(new NDExporter(new Uint8Array(16), { shape }));

test('extents after a zero do not count, and all others do', () => {
  expect(shaped(0, 3).equals(shaped(0, 5))).toBe(true);
  expect(shaped(3, 0).equals(shaped(5, 0))).toBe(false);
  expect(shaped(2, 2).equals(shaped(2, 1))).toBe(false);
  expect(shaped(2, 2).equals(shaped(2, 2))).toBe(true);
  expect(shaped().equals(shaped())).toBe(true);
  expect(shaped(1).equals(shaped())).toBe(false);
});

test.each([
  [1, 3],
  [2, 3],
  [-1, 1],
  [1, -1],
  [-2, 2],
])('views of the same memory, with steps %i and %i', (to, from) => {
  const content = Array.from({ length: 24 }, (_, i) => i);
  for (const format of ['B', 'H'] as const) {
    const data = new ByteArray(content);
    const view = new MemoryView(data).cast(format);
    const items = view.tolist();
    const pick = (step: number) => new Slice(step < 0 ? 7 : 1, step < 0 ? null : 8, step);
    const count = Math.min(view.get(pick(to)).length, view.get(pick(from)).length);
    const [target, source] = [view.get(pick(to)).slice(0, count), view.get(pick(from)).slice(0, count)];
    const expected = [...items];
    const indices = [...items.keys()];
    const places = (step: number) => {
      const found = indices.filter((i) =>
        step < 0 ? i <= 7 && (7 - i) % -step === 0 : i >= 1 && i < 8 && (i - 1) % step === 0,
      );
      return (step < 0 ? found.reverse() : found).slice(0, count);
    };
    places(to).forEach((place, i) => (expected[place] = items[places(from)[i]!]!));
    target.set(all, source);
    expect(view.tolist()).toEqual(expected);
  }
});

describe('rows of pointers, which lie as far apart as the items are long', () => {
  /** Two pointers to two separate items of eight bytes. */
  const row = () => {
    const memory = new Uint8Array(64);
    memory.set([32, 0, 0, 0, 0, 0, 0, 0, 48]);
    const exporter = new NDExporter(memory, { shape: [2], format: 'q', strides: [8], suboffsets: [0] });
    return { memory, view: new MemoryView(exporter) };
  };

  test('are assigned what they lead to', () => {
    const { memory, view } = row();
    view.set(
      all,
      new MemoryView(new Bytes([1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0])).cast('q') as never,
    );
    expect([view.tolist(), memory[32], memory[48], memory[0], memory[8]]).toEqual([[1n, 2n], 1, 2, 32, 48]);
  });

  test('are read through the pointers', () => {
    const { memory, view } = row();
    memory[32] = 3;
    memory[48] = 4;
    const target = new MemoryView(new ByteArray(16)).cast('q');
    target.set(all, view as never);
    expect(target.tolist()).toEqual([3n, 4n]);
    const other = row();
    other.view.set(all, view as never);
    expect(other.view.tolist()).toEqual([3n, 4n]);
  });
});

test('shapes are compared once, extent by extent, up to the first that differs or is zero', () => {
  const reads = (shape: number[], other: number[]): [boolean, string] => {
    const read: unknown[] = [];
    const watched = new Proxy(shape, {
      get(target, key) {
        if (key !== 'length') read.push(Number(key as string));
        return Reflect.get(target, key) as unknown;
      },
    });
    const [a, b] = [watched, other].map((it) => ({ ndim: it.length, shape: it }) as unknown as BufferView);
    const same = sameShape(a!, b!);
    return [same, [...new Set(read)].join()];
  };
  expect(reads([2, 3, 4], [2, 3, 4])).toEqual([true, '0,1,2']);
  expect(reads([2, 3, 4], [2, 5, 4])).toEqual([false, '0,1']);
  expect(reads([2, 0, 4], [2, 0, 5])).toEqual([true, '0,1']);
  expect(reads([2, 3], [2, 3, 4])).toEqual([false, '']);
  expect(reads([], [])).toEqual([true, '']);
});

test('a row of bytes is copied at once, items of other memory once, and items of the same memory twice', () => {
  const contiguous = jest.requireActual<typeof Contiguous>('../../src/protocol/contiguous.js');
  const copied = jest.spyOn(contiguous, 'copyItems');
  const rounds = (to: MemoryView, from: MemoryView): number => {
    copied.mockClear();
    to.set(all, from);
    return copied.mock.calls.length;
  };
  try {
    for (const format of ['B', 'H'] as const) {
      const [one, other] = [new ByteArray(40), new ByteArray(40)].map((data) =>
        new MemoryView(data).cast(format),
      );
      const row = (view: MemoryView, from: number, step: number) =>
        view.get(new Slice(from, from + 5 * step, step)) as MemoryView;
      expect([rounds(one!, other!), rounds(row(one!, 0, 1), row(one!, 2, 1))]).toEqual([0, 0]);
      expect([
        rounds(row(one!, 0, 2), row(other!, 0, 1)),
        rounds(row(one!, 0, 1), row(other!, 0, 2)),
      ]).toEqual([1, 1]);
      expect([rounds(row(one!, 0, 2), row(one!, 1, 1)), rounds(row(one!, 0, 1), row(one!, 0, 2))]).toEqual([
        2, 2,
      ]);
    }
  } finally {
    copied.mockRestore();
  }
});
