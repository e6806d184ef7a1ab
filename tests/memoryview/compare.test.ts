/**
 * Equality of views of every format in every layout, changed at every position: the fast paths compare bytes
 * or doubles, and must agree with the items.
 */
import { ByteArray, Bytes, MemoryView, PyComplex } from 'pybuffer';
import { BufferView, NDExporter } from 'pybuffer/protocol';
import { calcsize, pack_into } from 'pybuffer/struct';
import { EQUALS } from '../../src/memoryview/index.js';

const LAYOUTS = ['C', 'F', 'backwards', 'spread', 'pointers', 'pointers to items'] as const;
type Layout = (typeof LAYOUTS)[number];

/** Every index of a shape in C order. */
function indicesOf(shape: readonly number[]): number[][] {
  return shape.reduce<number[][]>(
    (all, extent) => all.flatMap((index) => Array.from({ length: extent }, (_, i) => [...index, i])),
    [[]],
  );
}

/** The bytes from one item to the next in each dimension, if the given dimension varies fastest. */
function strides(shape: readonly number[], size: number, order: 'C' | 'F'): number[] {
  return shape.map((_, k) =>
    (order === 'C' ? shape.slice(k + 1) : shape.slice(0, k)).reduce((product, n) => product * n, size),
  );
}

/** A view of values in a layout. What lies between the items differs from view to view. */
function laidOut(format: string, values: readonly unknown[], shape: readonly number[], layout: Layout) {
  const size = calcsize(format);
  const count = values.length;
  const memory = new Uint8Array(16 + 40 * (count + 1) * size).fill(++noise);
  let options: object;
  let address: (index: readonly number[]) => number;
  const sum = (steps: readonly number[], index: readonly number[]) =>
    index.reduce((at, i, k) => at + i * steps[k]!, 0);
  if (layout === 'pointers' || layout === 'pointers to items') {
    // Each pointer leads three bytes before what it shows.
    const depth = layout === 'pointers' ? 1 : shape.length;
    const pointers = indicesOf(shape.slice(0, depth));
    const inner = strides(shape.slice(depth), size, 'C');
    const block = shape.slice(depth).reduce((product, n) => product * n, size) + 3;
    const outer = strides(shape.slice(0, depth), 8, 'C');
    const data = new DataView(memory.buffer);
    const blockOf = (index: readonly number[]) => 8 * pointers.length + (sum(outer, index) / 8) * block;
    for (const index of pointers) data.setBigUint64(sum(outer, index), BigInt(blockOf(index)), true);
    address = (index) => blockOf(index.slice(0, depth)) + 3 + sum(inner, index.slice(depth));
    const suboffsets = shape.map((_, k) => (k === depth - 1 ? 3 : -1));
    options = { strides: [...outer, ...inner], suboffsets, itemsize: size };
  } else {
    const steps = strides(shape, layout === 'spread' ? 2 * size : size, layout === 'F' ? 'F' : 'C');
    const direction = layout === 'backwards' ? -1 : 1;
    const offset = layout === 'backwards' ? (count - 1) * size : 0;
    address = (index) => offset + direction * sum(steps, index);
    options = { strides: steps.map((step) => direction * step), offset, itemsize: size };
  }
  for (const [n, index] of indicesOf(shape).entries()) pack_into(format, memory, address(index), values[n]);
  const exporter = new NDExporter(memory, { format, shape, ...options });
  return new MemoryView(exporter) as MemoryView<unknown>;
}
let noise = 0;

const SHAPES = [[], [1], [4], [2, 3], [3, 1, 2]] as const;
const INTS = ['B', 'b', 'H', 'h', 'I', 'i', 'q', 'Q', 'l', 'L', 'n', 'N'];
const FORMATS = [...INTS, 'f', 'd', 'e', '@i', '<h', '>H', '=q', '>d', '<e'];
const sizeOf = (shape: readonly number[]) => shape.reduce((product, n) => product * n, 1);
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

/** The layouts that a shape can have: items without a dimension have no pointers. */
const layoutsOf = (shape: readonly number[]): readonly Layout[] =>
  shape.length === 0 ? ['C'] : shape.length === 1 ? LAYOUTS.filter((name) => name !== 'F') : LAYOUTS;

test.each(FORMATS)('%s: equal items in any two layouts, and one item that differs', (format) => {
  const wrong: unknown[] = [];
  for (const shape of SHAPES) {
    const values = numbers(sizeOf(shape));
    for (const one of layoutsOf(shape)) {
      const a = laidOut(format, values, shape, one);
      if (!a.equals(a)) wrong.push([shape, one, 'itself']);
      for (const other of layoutsOf(shape)) {
        if (!a.equals(laidOut(format, values, shape, other))) wrong.push([shape, one, other]);
        for (const place of values.keys()) {
          const changed = values.map((value, i) => (i === place ? value + 1 : value));
          const b = laidOut(format, changed, shape, other);
          if (a.equals(b) || b.equals(a)) wrong.push([shape, one, other, place]);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
});

test.each(FORMATS)('%s: equal numbers of another format', (format) => {
  const wrong: unknown[] = [];
  for (const other of FORMATS) {
    for (const shape of SHAPES) {
      const values = numbers(sizeOf(shape));
      const changed = values.map((value, i) => (i === values.length - 1 ? value + 1 : value));
      for (const layout of layoutsOf(shape)) {
        const a = laidOut(format, values, shape, 'C');
        if (!a.equals(laidOut(other, values, shape, layout))) wrong.push([other, shape, layout, 'equal']);
        if (a.equals(laidOut(other, changed, shape, layout))) wrong.push([other, shape, layout, 'changed']);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test.each(['B', 'h', 'q', 'f', 'd', '?', 'c', '<h'])(
  '%s: a view never equals its own beginning',
  (format) => {
    const values = [1, 2, 3].map((n) => (format === 'c' ? new Bytes([n]) : format === '?' ? true : n));
    const whole = laidOut(format, values, [3], 'C');
    for (const length of [0, 1, 2]) {
      const part = whole.slice(0, length);
      const end = whole.slice(3 - length);
      expect([part, end].map((view) => [view.equals(whole), whole.equals(view)])).toEqual([
        [false, false],
        [false, false],
      ]);
    }
    expect(whole.equals(laidOut(format, values, [3, 1], 'C'))).toBe(false);
    expect(whole.equals(laidOut(format, values, [1, 3], 'C'))).toBe(false);
  },
);

// CPython 3.15.2 says the same of `ndarray`s in these layouts.
test.each<[format: string, other: string, value: unknown, than: unknown, isEqual: boolean]>([
  ['d', 'd', NaN, NaN, false],
  ['f', 'f', NaN, NaN, false],
  ['e', 'e', NaN, NaN, false],
  ['>d', '>d', NaN, NaN, false],
  ['d', 'f', NaN, NaN, false],
  ['d', 'd', -0, 0, true],
  ['f', 'f', -0, 0, true],
  ['e', 'e', -0, 0, true],
  ['d', 'i', -0, 0, true],
  ['d', 'd', Infinity, Infinity, true],
  ['d', 'd', Infinity, -Infinity, false],
  ['b', 'B', -1, 255, false],
  ['b', 'h', -1, -1, true],
  ['q', 'Q', -1, 2n ** 64n - 1n, false],
  ['d', 'q', 2 ** 53, 2n ** 53n + 1n, false],
  ['d', 'q', 2 ** 53, 2n ** 53n, true],
  ['?', '?', true, true, true],
  ['?', '?', true, false, false],
  ['?', 'B', true, 1, true],
  ['?', 'B', true, 2, false],
  ['c', 'c', new Bytes([97]), new Bytes([97]), true],
  ['c', 'c', new Bytes([97]), new Bytes([98]), false],
  ['c', 'B', new Bytes([97]), 97, false],
  ['c', '1s', new Bytes([97]), new Bytes([97]), true],
  ['2s', '2s', new Bytes([97, 98]), new Bytes([97, 98]), true],
  ['2s', '2s', new Bytes([97, 98]), new Bytes([97, 99]), false],
  ['2s', '3p', new Bytes([97, 98]), new Bytes([97, 98]), true],
  ['2s', '4p', new Bytes([97, 98]), new Bytes([97, 98]), true],
  ['2s', '2p', new Bytes([97, 98]), new Bytes([97, 98]), false],
  ['Zd', 'Zd', new PyComplex(1, 2), new PyComplex(1, 2), true],
  ['Zd', 'Zd', new PyComplex(1, 2), new PyComplex(1, 3), false],
  ['Zd', 'Zd', new PyComplex(1, 2), new PyComplex(2, 2), false],
  ['Zd', 'Zf', new PyComplex(1, 2), new PyComplex(1, 2), true],
  ['Zd', 'Zd', new PyComplex(0, -0), new PyComplex(-0, 0), true],
  ['Zd', 'Zd', new PyComplex(NaN, 0), new PyComplex(NaN, 0), false],
  ['Zd', 'd', new PyComplex(1, 0), 1, true],
  ['Zd', 'd', new PyComplex(1, 2), 1, false],
])('%s and %s: %p and %p', (format, other, value, than, isEqual) => {
  const wrong: unknown[] = [];
  for (const shape of [[], [1], [3], [2, 2]]) {
    const count = sizeOf(shape);
    for (const one of layoutsOf(shape)) {
      for (const layout of layoutsOf(shape)) {
        const a = laidOut(format, Array<unknown>(count).fill(value), shape, one);
        const b = laidOut(other, Array<unknown>(count).fill(than), shape, layout);
        if (a.equals(b) !== isEqual || b.equals(a) !== isEqual) wrong.push([shape, one, layout]);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('booleans are equal if both are true, whatever their bytes are', () => {
  const view = (...bytes: number[]) => new MemoryView(Uint8Array.from(bytes)).cast('?');
  expect(view(0, 1, 2).equals(view(0, 255, 1))).toBe(true);
  expect(view(0, 1, 2).equals(view(0, 255, 0))).toBe(false);
  expect(
    view(2, 1)
      .cast('B')
      .cast('?', [2, 1])
      .equals(view(1, 1).cast('B').cast('?', [2, 1])),
  ).toBe(true);
});

test('structs are equal field by field, without the padding between them', () => {
  const view = (format: string, itemsize: number, ...bytes: number[]) =>
    new MemoryView(
      new NDExporter(Uint8Array.from(bytes), { format, itemsize, shape: [bytes.length / itemsize] }),
    );
  const native = view('bh', 4, 1, 9, 2, 0, 3, 9, 4, 0);
  expect(native.equals(view('bh', 4, 1, 8, 2, 0, 3, 7, 4, 0))).toBe(true);
  expect(native.equals(view('<bh', 3, 1, 2, 0, 3, 4, 0))).toBe(true);
  expect(native.equals(view('>bh', 3, 1, 0, 2, 3, 0, 4))).toBe(true);
  expect(native.equals(view('<bh', 3, 1, 2, 0, 3, 5, 0))).toBe(false);
  expect(native.equals(view('<bh', 3, 2, 2, 0, 3, 4, 0))).toBe(false);
  expect(native.equals(view('<bhb', 4, 1, 2, 0, 0, 3, 4, 0, 0))).toBe(false);
  expect(view('2H', 4, 1, 0, 2, 0).equals(view('HH', 4, 1, 0, 2, 0))).toBe(true);
  // A format that needs more bytes than an item has cannot be unpacked.
  expect(view('I', 2, 1, 0).equals(view('I', 2, 1, 0))).toBe(false);
  expect(view('2H', 2, 1, 0).equals(view('2H', 2, 1, 0))).toBe(false);
});

// CPython 3.15.2: the same views, made by `PyMemoryView_FromBuffer`.
test('bytes that an item has besides its format do not count', () => {
  const wide = (filler: number) =>
    new MemoryView(
      new NDExporter(Uint8Array.of(1, 0, filler, 9, 2, 0, 9, filler), {
        format: 'H',
        itemsize: 4,
        shape: [2],
      }),
    );
  const [native, marked] = ['H', '@H'].map(
    (format) => new MemoryView(new NDExporter(Uint8Array.of(1, 0, 2, 0), { format, shape: [2] })),
  );
  const views = [wide(1), wide(2), native!, marked!];
  for (const one of views) for (const other of views) expect(one.equals(other)).toBe(true);
  expect(wide(1).equals(new MemoryView(new Uint16Array([1, 3])))).toBe(false);
  const half = new NDExporter(Uint8Array.of(0, 0, 0, 0, 0, 0, 0xe0, 0x3f, 7, 7, 7, 7, 7, 7, 7, 7), {
    format: 'd',
    itemsize: 16,
    shape: [1],
  });
  expect(new MemoryView(half).equals(new Float64Array([0.5]))).toBe(true);
});

test('what a view is compared with', () => {
  const data = new ByteArray([97, 98]);
  const view = new MemoryView(data);
  const compared = (other: unknown) =>
    (view as unknown as Record<symbol, (o: unknown) => unknown>)[EQUALS]!(other);
  const gone = new MemoryView(new Bytes([97, 98]));
  gone.release();
  expect(compared(gone)).toBe(false);
  expect(compared(new MemoryView(new Bytes([97, 98])))).toBe(true);
  expect(compared(data)).toBe(true);
  expect(compared(new Bytes([97]))).toBe(false);
  expect(['ab', 97, null, undefined, [97, 98], {}].map(compared)).toEqual(Array(6).fill(null));
  const refusing = {
    getBuffer() {
      throw new RangeError('no');
    },
    releaseBuffer() {},
  };
  expect(compared(refusing)).toBe(null);
  expect([view.equals('ab'), view.equals(gone), view.equals(view)]).toEqual([false, false, true]);
  // A comparison holds nothing.
  view.release();
  data.append(99);
  // A released view equals itself and nothing else.
  expect([compared(view), compared(gone), compared(data)]).toEqual([true, false, false]);
});

test('a view whose memory is lost is not compared', () => {
  for (const type of [Uint8Array, Float64Array]) {
    const kept = new MemoryView(new type(64));
    const memory = new type(64);
    const lost = new MemoryView(memory);
    expect(kept.equals(lost)).toBe(true);
    structuredClone(memory, { transfer: [memory.buffer] });
    const message = 'memoryview: the underlying ArrayBuffer was detached or has shrunk';
    expect(() => kept.equals(lost)).toThrow(message);
    expect(() => lost.equals(kept)).toThrow(message);
  }
});

test('an exporter without a format has bytes', () => {
  const memory = Uint8Array.of(1, 2);
  const bare = {
    getBuffer() {
      return new BufferView(bare, memory, 0, 2, false, 1, null, 1, [2], [1], null);
    },
    releaseBuffer() {},
  };
  const view = (format: string) =>
    new MemoryView(new NDExporter(memory, { format, itemsize: 1, shape: [2] }));
  expect(['B', 'b', '<B', '1s', 'c'].map((format) => view(format).equals(bare))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
