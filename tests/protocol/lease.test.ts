/** Leases: exporters that grant them, export counts, and releases. */
import { ByteArray, Bytes, MemoryView, PyTypeError, debugExports } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { LENGTH, MEMORY, START } from '../../src/memory/index.js';
import {
  endLease,
  isBufferExporter,
  isBytesLike,
  isContent,
  isHostBuffer,
  isPlainArray,
  isPlainContent,
  lease,
  leaseWritable,
  lenderOf,
  lendsItself,
} from '../../src/protocol/index.js';

class Lending {
  released = 0;
  readonly data = new ByteArray([1, 2]);
  __buffer__() {
    return new MemoryView(this.data);
  }
  __release_buffer__(view: MemoryView) {
    this.released++;
    view.release();
  }
}

test('leases of plain content are not counted; all others are until they end', () => {
  const data = new ByteArray([1, 2, 3]);
  const own = lease(data);
  expect(own).toBe(data);
  data.append(4);
  endLease(own);
  const view = new MemoryView(data);
  const lent = lease(view);
  expect(() => view.release()).toThrow('memoryview has 1 exported buffer');
  endLease(lent);
  view.release();
  data.append(5);
  const written = leaseWritable(data, 'readinto() argument');
  expect(() => data.append(6)).toThrow('Existing exports of data: object cannot be re-sized');
  endLease(written);
  data.append(6);
  const array = new PyArray('B', [1]);
  const items = lease(array);
  expect(() => array.append(2)).toThrow('cannot resize an array that is exporting buffers');
  endLease(items);
  array.append(2);
});

test('the lender is the value, or what stands between a class with __buffer__ and its memory', () => {
  const bytes = new Bytes([1]);
  const memory = Uint8Array.of(1);
  const array = new PyArray('B', [1]);
  for (const value of [bytes, memory, array]) {
    const content = lease(value);
    expect(lenderOf(content, value)).toBe(value);
    endLease(content);
  }
  const lending = new Lending();
  const content = lease(lending);
  const lender = lenderOf(content, lending);
  expect(lender).not.toBe(lending);
  expect(lender).toMatchObject({});
  expect([...content[MEMORY].slice(0, 2)]).toEqual([1, 2]);
  expect(() => lending.data.append(1)).toThrow('Existing exports of data: object cannot be re-sized');
  endLease(content);
  expect(lending.released).toBe(1);
  lending.data.append(1);
});

test('instances are exporters; classes and functions with such a method are not', () => {
  class Static {
    static __buffer__() {
      return new MemoryView(new Bytes([1]));
    }
  }
  expect([isBytesLike(new Lending()), isBytesLike(Lending), isBytesLike(Static)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(() => new Bytes(Static as never)).toThrow("cannot convert 'type' object to bytes");
});

test("JavaScript's memory is distinguished from objects that only look like it, even without bytes", () => {
  const none = new ArrayBuffer(0);
  for (const value of [none, new DataView(none), new Uint8Array(none), new Float64Array(none)]) {
    expect(isHostBuffer(value)).toBe(true);
    expect(new Bytes(value)).toEqual(new Bytes());
    expect(new MemoryView(value).nbytes).toBe(0);
  }
  for (const tag of [
    'ArrayBuffer',
    'SharedArrayBuffer',
    'WebAssembly.Memory',
    'Uint8Array',
    'DataView',
    'Object',
  ]) {
    for (const name of ['byteLength', 'buffer']) {
      expect(isHostBuffer({ [name]: 1, [Symbol.toStringTag]: tag })).toBe(false);
    }
  }
  expect([isHostBuffer(new ByteArray(1)), isHostBuffer(null), isHostBuffer('buffer')]).toEqual([
    false,
    false,
    false,
  ]);
});

test('an error about live views lists those of the object that is resized (Not Python)', () => {
  const before = debugExports(true);
  try {
    const [one, other] = [new ByteArray(2), new ByteArray(2)];
    function viewOfOne() {
      return new MemoryView(one);
    }
    function viewOfOther() {
      return new MemoryView(other);
    }
    const views = [viewOfOne(), viewOfOther(), viewOfOne()];
    const message = (): string => {
      try {
        one.append(1);
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect([message().match(/viewOfOne/g)?.length, message().includes('viewOfOther')]).toEqual([2, false]);
    expect(message().match(/live views, by where they were made/g)).toHaveLength(1);
    for (const view of views) view.release();
    one.append(1);
  } finally {
    debugExports(before);
  }
});

test('the format of each typed array', () => {
  const formats: [new (length: number) => ArrayBufferView, string, number][] = [
    [Int8Array, 'b', 1],
    [Uint8Array, 'B', 1],
    [Uint8ClampedArray, 'B', 1],
    [Int16Array, 'h', 2],
    [Uint16Array, 'H', 2],
    [Int32Array, 'i', 4],
    [Uint32Array, 'I', 4],
    [BigInt64Array, 'q', 8],
    [BigUint64Array, 'Q', 8],
    [Float32Array, 'f', 4],
    [Float64Array, 'd', 8],
  ];
  for (const [type, format, size] of formats) {
    const view = new MemoryView(new type(3));
    expect([view.format, view.itemsize, view.nbytes, view.shape]).toEqual([format, size, 3 * size, [3]]);
  }
});

test('a class that exports something else, or defines __release_buffer__, is not plain content', () => {
  class Other extends Bytes {
    __buffer__() {
      return new MemoryView(new Bytes([7]));
    }
  }
  class Told extends Bytes {
    __release_buffer__() {}
  }
  expect([new Bytes(), new ByteArray(), new (class extends Bytes {})()].map(isPlainContent)).toEqual([
    true,
    true,
    true,
  ]);
  expect([new Other(), new Told(), new MemoryView(new Bytes()), null, {}].map(isPlainContent)).toEqual(
    new Array<boolean>(5).fill(false),
  );
  // An object of a derived class never lends itself.
  const values = [
    new Bytes(),
    new ByteArray(),
    new (class extends Bytes {})(),
    new Other(),
    new Uint8Array(1),
    5,
    undefined,
  ];
  expect(values.map(lendsItself)).toEqual([true, true, false, false, false, false, false]);
  const held = lease(new Other([1, 2]));
  expect([held[LENGTH], held[MEMORY][held[START]]]).toEqual([1, 7]);
  endLease(held);
});

test('a revoked Proxy has no bytes', () => {
  const { proxy, revoke } = Proxy.revocable<object>({}, {});
  revoke();
  expect([
    isContent(proxy),
    lendsItself(proxy),
    isBufferExporter(proxy),
    isBytesLike(proxy),
    isHostBuffer(proxy),
    isPlainArray(proxy),
  ]).toEqual(new Array<boolean>(6).fill(false));
  expect([
    isPlainArray(Uint8Array.of(1)),
    isPlainArray(new Uint8Array()),
    isPlainArray(Int8Array.of(1)),
    isPlainArray(null),
  ]).toEqual([true, false, false, false]);
});

test('an argument that cannot be written is refused with one text, and an error of another kind stays', () => {
  const refused = 'readinto() argument must be read-write bytes-like object, not ';
  for (const [value, type] of [
    [new Bytes(1), 'bytes'],
    [new MemoryView(new Bytes(1)), 'memoryview'],
    ['abc', 'str'],
    [null, 'None'],
    [undefined, 'None'],
  ] as const) {
    expect(() => leaseWritable(value, 'readinto() argument')).toThrow(new PyTypeError(`${refused}${type}`));
  }
  class Failing {
    __buffer__() {
      throw new RangeError('mine');
    }
  }
  expect(() => leaseWritable(new Failing(), 'readinto() argument')).toThrow(new RangeError('mine'));
  const gone = new Uint8Array(4);
  structuredClone(gone, { transfer: [gone.buffer] });
  expect(() => leaseWritable(gone, 'readinto() argument')).toThrow(
    'cannot view a detached or shrunk ArrayBuffer',
  );
});
