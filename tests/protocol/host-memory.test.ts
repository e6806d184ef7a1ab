/** JavaScript's own memory, of any realm, which may detach, shrink or grow while it is viewed. */
import vm from 'node:vm';
import { Bytes, ByteArray, MemoryView, PyBufferError, Slice } from 'pybuffer';
import type { BytesLike } from 'pybuffer';
import { BytesIO } from 'pybuffer/io';
import { pack_into, unpack_from } from 'pybuffer/struct';

interface Resizable extends ArrayBuffer {
  resize(size: number): void;
}
const resizable = (size: number) =>
  new (ArrayBuffer as unknown as new (size: number, options: { maxByteLength: number }) => Resizable)(size, {
    maxByteLength: 32,
  });
const detach = (buffer: ArrayBuffer) => structuredClone(buffer, { transfer: [buffer] });

const TYPES: readonly (new (value: BytesLike) => unknown)[] = [Bytes, ByteArray, MemoryView];
const GONE = new PyBufferError('cannot view a detached or shrunk ArrayBuffer');
const LOST = new PyBufferError('memoryview: the underlying ArrayBuffer was detached or has shrunk');

/** Objects that share a buffer of 8 bytes, at any offset. */
const SHARERS: Record<string, (buffer: ArrayBuffer) => BytesLike> = {
  ArrayBuffer: (buffer) => buffer,
  Uint8Array: (buffer) => new Uint8Array(buffer, 4, 4),
  'empty Uint8Array': (buffer) => new Uint8Array(buffer, 4, 0),
  Uint16Array: (buffer) => new Uint16Array(buffer, 4, 2),
  DataView: (buffer) => new DataView(buffer, 4, 4),
  Buffer: (buffer) => Buffer.from(buffer, 4, 4),
};

test.each(Object.keys(SHARERS))('%s of a detached ArrayBuffer', (name) => {
  const buffer = new ArrayBuffer(8);
  const value = SHARERS[name]!(buffer);
  detach(buffer);
  for (const type of TYPES) expect(() => new type(value)).toThrow(GONE);
  const text = new Bytes('a', 'ascii');
  for (const use of [
    () => text.find(value),
    () => text.concat(value),
    () => text.join([value]),
    () => new ByteArray().extend(value),
    () => new ByteArray().iadd(value),
    () => new BytesIO(text).readinto(value),
  ]) {
    expect(use).toThrow(GONE);
  }
});

test.each(Object.keys(SHARERS).slice(1))('%s past the end of a shrunk ArrayBuffer', (name) => {
  const buffer = resizable(8);
  const value = SHARERS[name]!(buffer);
  buffer.resize(2);
  for (const type of TYPES) expect(() => new type(value)).toThrow(GONE);
});

const USES: Record<string, (view: MemoryView) => unknown> = {
  get: (view) => view.get(0),
  'get from the end': (view) => view.get(-1),
  set: (view) => view.set(0, 1),
  'set a slice': (view) => view.set(new Slice(), new Bytes(8)),
  slice: (view) => view.slice(1),
  tobytes: (view) => view.tobytes(),
  tolist: (view) => view.tolist(),
  iterate: (view) => [...view],
  reversed: (view) => [...view.reversed()],
  cast: (view) => view.cast('H'),
  hex: (view) => view.hex(),
  count: (view) => view.count(1),
  index: (view) => view.index(1),
  equals: (view) => view.equals(new Bytes(8)),
  length: (view) => view.length,
  asTypedArray: (view) => view.asTypedArray(),
  'another view': (view) => new MemoryView(view),
  copy: (view) => new Bytes(view),
  find: (view) => new Bytes(8).find(view),
  concat: (view) => new Bytes(8).concat(view),
  pack_into: (view) => pack_into('<H', view, 0, 1),
  unpack_from: (view) => unpack_from('<H', view),
};

test.each(Object.keys(USES))('a view whose memory is lost: %s', (name) => {
  const detached = new ArrayBuffer(8);
  const shrunk = resizable(8);
  const views = [new MemoryView(detached), new MemoryView(shrunk)];
  detach(detached);
  shrunk.resize(0);
  for (const view of views) {
    expect(() => USES[name]!(view)).toThrow(LOST);
    view.release();
  }
});

test('a view of a grown ArrayBuffer stays what it was', () => {
  const buffer = resizable(4);
  const view = new MemoryView(buffer);
  buffer.resize(16);
  expect(view.length).toBe(4);
  expect(view.tolist()).toEqual([0, 0, 0, 0]);
  expect(new MemoryView(buffer).length).toBe(16);
});

test('a grown WebAssembly.Memory', () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 2 });
  const view = new MemoryView(memory);
  memory.grow(1);
  expect(() => view.get(0)).toThrow(LOST);
  expect(new MemoryView(memory).length).toBe(2 * 65536);
});

test('objects of another realm', () => {
  const context = vm.createContext({});
  const make = <T>(source: string) => vm.runInContext(source, context) as T;
  const sources = [
    'new Uint8Array([1, 2, 3, 4]).subarray(1, 3)',
    'new Uint8Array([2, 3]).buffer',
    'new DataView(new Uint8Array([1, 2, 3]).buffer, 1)',
    '(() => { const shared = new Uint8Array(new SharedArrayBuffer(2)); shared.set([2, 3]); return shared; })()',
    'new Int16Array([0x302])',
  ];
  for (const source of sources) {
    expect(new Bytes(make<BytesLike>(source))).toEqual(new Bytes([2, 3]));
    expect(new MemoryView(make<BytesLike>(source)).tobytes()).toEqual(new Bytes([2, 3]));
  }
  expect(new Bytes(make<number[]>('[2, 3]'))).toEqual(new Bytes([2, 3]));
  const text = new Bytes('a,b,c', 'ascii');
  expect(
    text.split(make<BytesLike>('new Uint8Array([44])'), make<{ maxsplit: number }>('({ maxsplit: 1 })')),
  ).toHaveLength(2);
});

test("Node's pool and empty subarrays: offsets are respected", () => {
  const pooled = Buffer.from('hello world').subarray(6);
  const view = new MemoryView(pooled);
  expect(`${view.tobytes()}`).toBe("b'world'");
  view.set(0, 87);
  expect(pooled.toString()).toBe('World');
  expect(new MemoryView(new Uint8Array(8).subarray(3, 3)).length).toBe(0);
});

test("JavaScript's own holders of bytes have an order among bytes", () => {
  const answers = [
    Uint8Array.of(97),
    Uint8Array.of(97, 98),
    Uint8Array.of(98).buffer,
    new DataView(new ArrayBuffer(2)),
  ].map((other) => [new Bytes([97, 98]).compare(other), new ByteArray([97, 98]).compare(other)]);
  expect(answers).toEqual([
    [1, 1],
    [0, 0],
    [-1, -1],
    [1, 1],
  ]);
});
