// Views of JavaScript's own memory: typed arrays, buffers, shared and WebAssembly memory.
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { MemoryView, viewOfMemory } from '../../src/memoryview/index.js';
import { BufferFlags, NDExporter } from '../../src/protocol/index.js';
import { PyComplex } from '../../src/python/index.js';

const words = (action: () => unknown) => {
  try {
    return action();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
};

test('every holder of bytes is viewed in place, with its own format', () => {
  const cases: [ArrayBufferView | ArrayBuffer | SharedArrayBuffer | WebAssembly.Memory, string, number][] = [
    [new Int8Array(8), 'b', 8],
    [new Uint8Array(8), 'B', 8],
    [new Uint8ClampedArray(8), 'B', 8],
    [new Int16Array(4), 'h', 4],
    [new Uint16Array(4), 'H', 4],
    [new Int32Array(2), 'i', 2],
    [new Uint32Array(2), 'I', 2],
    [new BigInt64Array(1), 'q', 1],
    [new BigUint64Array(1), 'Q', 1],
    [new Float32Array(2), 'f', 2],
    [new Float64Array(1), 'd', 1],
    [new DataView(new ArrayBuffer(10), 2), 'B', 8],
    [new ArrayBuffer(8), 'B', 8],
    [new SharedArrayBuffer(8), 'B', 8],
    [Buffer.alloc(8), 'B', 8],
    [new WebAssembly.Memory({ initial: 1 }), 'B', 65536],
  ];
  for (const [holder, format, length] of cases) {
    const view = new MemoryView(holder as Uint8Array);
    expect([view.format, view.length, view.readonly, view.obj === holder]).toEqual([
      format,
      length,
      false,
      true,
    ]);
    view.cast('B').set(0, 7);
    expect(new MemoryView(holder as Uint8Array).tobytes().get(0)).toBe(7);
  }
});

test('typed arrays over a view share its memory; copies do not', () => {
  const data = new ByteArray(16);
  const view = new MemoryView(data);
  for (const format of ['b', 'B', 'h', 'H', 'i', 'I', 'l', 'L', 'q', 'Q', 'n', 'N', 'P', 'f', 'd'] as const) {
    const items = view.cast(format) as never as MemoryView;
    items.set(1, 5);
    const shared = items.asTypedArray();
    expect([...shared]).toEqual(items.tolist());
    const copy = items.toTypedArray();
    shared[1] = (items.itemsize === 8 && format !== 'd' ? 0n : 0) as never;
    expect(items.count(0)).toBe(items.length);
    expect(Number(copy[1])).toBe(5);
    expect(copy.constructor).toBe(shared.constructor);
  }
});

test('views that have no typed array', () => {
  const view = new MemoryView(new ByteArray(32));
  expect([
    words(() => view.cast('?').asTypedArray()),
    words(() => view.cast('e').toTypedArray()),
    words(() => view.slice(1).slice(null, 28).cast('i').asTypedArray()),
    words(() => view.slice(null, null, 2).asTypedArray()),
    words(() => new MemoryView(new Bytes(4)).asTypedArray()),
    words(() => [...new MemoryView(new Bytes([1, 2, 3, 4])).slice(null, null, -1).toTypedArray()]),
  ]).toEqual([
    "BufferError: memoryview: no typed array has items of format '?'",
    "BufferError: memoryview: no typed array has items of format 'e'",
    expect.stringMatching(/length is not a multiple|not aligned/),
    'BufferError: memoryview: underlying buffer is not C-contiguous',
    'BufferError: memoryview: underlying buffer is not writable',
    [4, 3, 2, 1],
  ]);
  expect(words(() => view.slice(1, 5).cast('i').asTypedArray())).toBe(
    "BufferError: memoryview: items of format 'i' are not aligned for a typed array",
  );
});

test('items larger than their format have no typed array', () => {
  const memory = Uint8Array.of(1, 0, 9, 9, 2, 0, 9, 9);
  const view = new MemoryView(new NDExporter(memory, { format: 'H', itemsize: 4, shape: [2] }));
  const refusal = "BufferError: memoryview: no typed array has items of format 'H'";
  expect([view.tolist(), words(() => view.asTypedArray()), words(() => view.toTypedArray())]).toEqual([
    [1, 2],
    refusal,
    refusal,
  ]);
});

test('bare memory', () => {
  const memory = new Uint8Array([1, 2, 3]);
  const view = viewOfMemory(memory, BufferFlags.WRITE);
  view.set(0, 9);
  expect([memory[0], view.obj, view.readonly, view.format]).toEqual([9, null, false, 'B']);
  const fixed = viewOfMemory(memory, BufferFlags.READ);
  expect(words(() => fixed.set(0, 1))).toBe('TypeError: cannot modify read-only memory');
  expect(fixed.hash()).toBe(new Bytes(memory).hash());
  expect(words(() => viewOfMemory(memory, 0 as never))).toBe(
    'SystemError: bad argument to internal function',
  );
});

test('sizes past 2**32: one byte shown 2**40 times', () => {
  const view = new MemoryView(new NDExporter(new Uint8Array([7]), { shape: [2 ** 40], strides: [0] }));
  expect(view.length).toBe(2 ** 40);
  expect(view.nbytes).toBe(2 ** 40);
  expect(view.get(2 ** 39 + 1)).toBe(7);
  expect(view.get(-1)).toBe(7);
  expect(words(() => view.get(2 ** 40))).toBe('IndexError: index out of bounds on dimension 1');
  const half = view.slice(2 ** 33, null, 2);
  expect(half.length).toBe((2 ** 40 - 2 ** 33) / 2);
  expect(words(() => view.tobytes())).toBe('MemoryError: ');
  expect(words(() => view.tolist())).toBe('MemoryError: ');
  expect(view.index(7, 2 ** 35)).toBe(2 ** 35);
});

test('a test runner compares views by their items', () => {
  expect(new MemoryView(new Uint8Array([1, 2]))).toEqual(new MemoryView(new ByteArray([1, 2])));
  expect(new MemoryView(new Uint8Array([1, 2]))).not.toEqual(new MemoryView(new ByteArray([1, 3])));
  expect(Object.keys(new MemoryView(new Bytes(1)))).toEqual([]);
});

test('complex items', () => {
  const view = new MemoryView(new Float64Array(4)).cast('B').cast('Zd');
  view.set(1, { re: 1.5, im: -2 });
  expect(view.get(1)).toEqual(new PyComplex(1.5, -2));
  expect(view.tolist()).toEqual([new PyComplex(0, 0), new PyComplex(1.5, -2)]);
  expect(view.count(0)).toBe(1);
});
