/** Views of any layout against a naive model: a list of items and index arithmetic. */
import fc from 'fast-check';
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { MemoryView, getContiguous } from '../../src/memoryview/index.js';
import {
  BufferFlags,
  NDExporter,
  acquireView,
  fillContiguousStrides,
  fromContiguous,
  isContiguous,
  itemAddress,
  releaseView,
  toContiguous,
} from '../../src/protocol/index.js';
import { LENGTH, MEMORY, START } from '../../src/memory/index.js';
import type { Range } from '../../src/memory/index.js';
import { Slice } from '../../src/python/index.js';

interface Layout {
  shape: number[];
  /** Strides in items. */
  steps: number[];
  itemsize: 1 | 2 | 4;
  /** Whether the first dimension is made of pointers. */
  pointers: boolean;
}

const layout: fc.Arbitrary<Layout> = fc
  .record({
    shape: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 0, maxLength: 4 }),
    itemsize: fc.constantFrom<1 | 2 | 4>(1, 2, 4),
    pointers: fc.boolean(),
    steps: fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 4, maxLength: 4 }),
  })
  .map(({ shape, itemsize, pointers, steps }) => ({
    shape,
    itemsize,
    pointers: pointers && shape.length > 0,
    steps: steps.slice(0, shape.length),
  }));

const FORMATS = { 1: 'B', 2: 'H', 4: 'I' } as const;

/** Every index of a shape, the last one varying fastest. */
function indicesOf(shape: readonly number[]): number[][] {
  return shape.reduce<number[][]>(
    (all, extent) => all.flatMap((index) => [...Array(extent).keys()].map((i) => [...index, i])),
    [[]],
  );
}

/** The exporter of a layout, its filled memory, and the address of each item in the model. */
function build({ shape, steps, itemsize, pointers }: Layout) {
  const strides = steps.map((step) => step * itemsize);
  // The space that the dimensions of one block need on both sides of its first item.
  const reach = (from: number) => {
    let low = 0;
    let high = 0;
    for (let i = from; i < shape.length; i++) {
      const span = strides[i]! * Math.max(shape[i]! - 1, 0);
      if (span < 0) low += span;
      else high += span;
    }
    return { low, high: high + itemsize };
  };
  const block = reach(pointers ? 1 : 0);
  const size = block.high - block.low;
  if (!pointers) {
    const memory = Uint8Array.from({ length: size + itemsize }, (_, i) => (i * 37 + 11) & 255);
    const offset = 0 - block.low;
    const address = (index: number[]) => offset + index.reduce((at, i, k) => at + i * strides[k]!, 0);
    return {
      memory,
      address,
      exporter: new NDExporter(memory, { format: FORMATS[itemsize], shape, strides, offset }),
    };
  }
  // Pointers, eight bytes each, then one block for each of them; the suboffset leads to its first item.
  const count = shape[0]!;
  const suboffset = 0 - block.low;
  const memory = Uint8Array.from(
    { length: count * 8 + count * size + itemsize },
    (_, i) => (i * 37 + 11) & 255,
  );
  const data = new DataView(memory.buffer);
  for (let i = 0; i < count; i++) data.setBigUint64(i * 8, BigInt(count * 8 + i * size), true);
  const address = (index: number[]) =>
    count * 8 +
    index[0]! * size +
    suboffset +
    index.slice(1).reduce((at, i, k) => at + i * strides[k + 1]!, 0);
  return {
    memory,
    address,
    exporter: new NDExporter(memory, {
      format: FORMATS[itemsize],
      itemsize,
      shape,
      strides: [8, ...strides.slice(1)],
      suboffsets: [suboffset, ...shape.slice(1).map(() => -1)],
    }),
  };
}

function itemAt(memory: Uint8Array, address: number, itemsize: number): number {
  let value = 0;
  for (let k = itemsize - 1; k >= 0; k--) value = value * 256 + memory[address + k]!;
  return value;
}

function nested(shape: readonly number[], item: (index: number[]) => number, index: number[] = []): unknown {
  if (index.length === shape.length) return item(index);
  return [...Array(shape[index.length]!).keys()].map((i) => nested(shape, item, [...index, i]));
}

const same = (range: Range, bytes: number[]) =>
  expect([...range[MEMORY].subarray(range[START], range[START] + range[LENGTH])]).toEqual(bytes);

function bytesInOrder(
  shape: readonly number[],
  order: 'C' | 'F',
  byteOf: (index: number[]) => number[],
): number[] {
  const all = order === 'C' ? indicesOf(shape) : indicesOf([...shape].reverse()).map((i) => i.reverse());
  return all.flatMap(byteOf);
}

const law = (property: (l: Layout) => void) => fc.assert(fc.property(layout, property), { numRuns: 300 });

test('items, lists and copies of any layout', () => {
  law((l) => {
    const { memory, exporter, address } = build(l);
    const view = new MemoryView(exporter);
    const item = (index: number[]) => itemAt(memory, address(index), l.itemsize);
    const bytes = (index: number[]) => [...memory.subarray(address(index), address(index) + l.itemsize)];
    expect(view.tolist()).toEqual(nested(l.shape, item));
    for (const index of indicesOf(l.shape)) {
      expect(view.get(index)).toBe(item(index));
      const negative = index.map((i, k) => i - l.shape[k]!);
      expect(view.get(negative)).toBe(item(index));
    }
    const c = bytesInOrder(l.shape, 'C', bytes);
    const f = bytesInOrder(l.shape, 'F', bytes);
    expect([...view.tobytes()]).toEqual(c);
    expect([...view.tobytes('F')]).toEqual(f);
    expect([...view.tobytes('A')]).toEqual(view.f_contiguous && !view.c_contiguous ? f : c);
    expect(view.hex()).toBe(new Bytes(c).hex());
    expect(view.nbytes).toBe(c.length);
    const raw = acquireView(exporter, BufferFlags.FULL_RO);
    same(toContiguous(raw, 'C'), c);
    same(toContiguous(raw, 'F'), f);
    for (const index of indicesOf(l.shape)) expect(itemAddress(raw, index)).toBe(address(index));
    releaseView(raw);
    for (const order of ['C', 'F'] as const) {
      const contiguous = getContiguous(exporter, BufferFlags.READ, order);
      expect(contiguous.tolist()).toEqual(view.tolist());
      expect([...contiguous.tobytes(order)]).toEqual(order === 'C' ? c : f);
      expect(contiguous.equals(view)).toBe(true);
    }
  });
});

test('writes go to the address in the model', () => {
  law((l) => {
    const { memory, exporter, address } = build(l);
    const view = new MemoryView(exporter);
    for (const [n, index] of indicesOf(l.shape).entries()) {
      view.set(index, n);
      expect(itemAt(memory, address(index), l.itemsize)).toBe(n);
    }
  });
});

test('contiguity agrees with the addresses', () => {
  law((l) => {
    if (l.pointers) return;
    const { exporter, address } = build(l);
    const view = acquireView(exporter, BufferFlags.FULL_RO);
    for (const order of ['C', 'F'] as const) {
      const all = indicesOf(order === 'C' ? l.shape : [...l.shape].reverse());
      const addresses = all.map((index) => address(order === 'C' ? index : index.reverse()));
      const expected = addresses.every((at, n) => at === view.offset + n * l.itemsize);
      expect(isContiguous(view, order)).toBe(expected);
    }
    expect(isContiguous(view, 'A')).toBe(isContiguous(view, 'C') || isContiguous(view, 'F'));
  });
});

test('fromContiguous is the reverse of toContiguous', () => {
  law((l) => {
    // Items that share an address cannot all keep their values.
    if (l.steps.includes(0) && !l.shape.includes(0)) return;
    const { exporter, address } = build(l);
    const addresses = indicesOf(l.shape).map(address);
    const view = acquireView(exporter, BufferFlags.FULL);
    const distinct = [...addresses]
      .sort((a, b) => a - b)
      .every((a, i, all) => i === 0 || a - all[i - 1]! >= l.itemsize);
    if (!distinct) return;
    for (const order of ['C', 'F'] as const) {
      const source = new Bytes(Array.from({ length: view.length }, (_, i) => (i * 7 + 1) & 255));
      fromContiguous(view, source, order);
      same(toContiguous(view, order), [...source]);
    }
  });
  const view = acquireView(new ByteArray(4), BufferFlags.FULL);
  expect(() => fromContiguous(view, new Bytes(3), 'C')).toThrow('the content is shorter than the view');
});

test('slices of the first dimension are the slices of the list', () => {
  const part = fc.option(fc.integer({ min: -6, max: 6 }));
  const step = fc.option(fc.integer({ min: -3, max: 3 }).filter((n) => n !== 0));
  fc.assert(
    fc.property(layout, part, part, step, (l, start, stop, by) => {
      if (l.shape.length === 0) return;
      const { exporter } = build(l);
      const view = new MemoryView(exporter);
      const slice = view.slice(start, stop, by);
      const list = view.tolist<unknown[]>();
      const { start: from, stop: to, step: stride } = reference(list.length, start, stop, by);
      const expected: unknown[] = [];
      for (let i = from; stride > 0 ? i < to : i > to; i += stride) expected.push(list[i]);
      expect(slice.tolist()).toEqual(expected);
      expect(slice.length).toBe(expected.length);
      expect(slice.slice(null, null, -1).tolist()).toEqual([...expected].reverse());
      expect(slice.nbytes).toBe(slice.tobytes().length);
      expect(slice.get(new Slice()).equals(slice)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

/** `slice.indices`, computed differently from the library. */
function reference(length: number, start: number | null, stop: number | null, step: number | null) {
  const stride = step ?? 1;
  const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
  const at = (value: number) => (value < 0 ? value + length : value);
  if (stride > 0) {
    return {
      start: start === null ? 0 : clamp(at(start), 0, length),
      stop: stop === null ? length : clamp(at(stop), 0, length),
      step: stride,
    };
  }
  return {
    start: start === null ? length - 1 : clamp(at(start), -1, length - 1),
    stop: stop === null ? -1 : clamp(at(stop), -1, length - 1),
    step: stride,
  };
}

test('slice assignment copies as if through a temporary, whatever overlaps', () => {
  const steps = fc.constantFrom(-3, -2, -1, 1, 2, 3);
  fc.assert(
    fc.property(
      fc.constantFrom('B', 'H', 'I'),
      fc.nat(40),
      fc.nat(40),
      steps,
      steps,
      fc.nat(8),
      (format, a, b, stepA, stepB, count) => {
        const data = new ByteArray(Array.from({ length: 160 }, (_, i) => i));
        const view = new MemoryView(data).cast(format) as never as MemoryView;
        const before = view.tolist();
        const last = view.length - 1;
        const indices = (first: number, step: number) =>
          Array.from({ length: count }, (_, i) => Math.min(first, last) + i * step).filter(
            (i) => i >= 0 && i <= last,
          );
        const to = indices(a, stepA);
        const from = indices(b, stepB);
        if (to.length === 0 || to.length !== from.length) return;
        const key = (list: number[], step: number) => {
          const stop = list[list.length - 1]! + step;
          return new Slice(list[0]!, stop < 0 ? null : stop, step);
        };
        const expected = [...before];
        to.forEach((target, i) => (expected[target] = before[from[i]!]!));
        view.set(key(to, stepA), view.get(key(from, stepB)));
        expect(view.tolist()).toEqual(expected);
      },
    ),
    { numRuns: 500 },
  );
});

test('a view is equal to every other layout of its items, and to none that differs', () => {
  law((l) => {
    const { exporter } = build(l);
    const view = new MemoryView(exporter);
    const copy = view.tobytes();
    const flat = new NDExporter(new Uint8Array([...copy, 0, 0, 0, 0]), {
      format: FORMATS[l.itemsize],
      shape: l.shape,
    });
    expect(view.equals(flat)).toBe(true);
    expect(new MemoryView(flat).equals(view)).toBe(true);
    const big = Uint8Array.from({ length: copy.length + 4 }, (_, i) => {
      const item = Math.floor(i / l.itemsize) * l.itemsize;
      return copy.length > item ? copy.get(item + l.itemsize - 1 - (i - item)) : 0;
    });
    const swapped = new NDExporter(big, {
      format: `>${FORMATS[l.itemsize]}`,
      shape: l.shape,
    });
    expect(view.equals(swapped)).toBe(true);
    if (copy.length > 0) {
      big[big.length - 5]! ^= 1;
      expect(view.equals(swapped)).toBe(false);
      expect(
        view.equals(new NDExporter(new Uint8Array(copy.length), { shape: [copy.length, 1, 1, 1, 1] })),
      ).toBe(false);
    }
  });
});

test('strides of contiguous arrays', () => {
  expect(fillContiguousStrides([2, 2, 3], 2, 'C')).toEqual([12, 6, 2]);
  expect(fillContiguousStrides([2, 2, 3], 2, 'F')).toEqual([2, 4, 8]);
  expect(fillContiguousStrides([], 8, 'C')).toEqual([]);
});
