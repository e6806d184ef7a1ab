/**
 * Objects that only look like JavaScript's own memory: Proxies, revoked ones, classes with the same names,
 * objects with a typed array as their prototype. Also typed arrays that lie about themselves, whose internal
 * slots decide.
 */
import { Bytes, ByteArray, MemoryView, PyException, PyTypeError } from 'pybuffer';
import type { BytesLike } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { intFromBytes } from 'pybuffer/int';
import { BytesIO } from 'pybuffer/io';
import { iter_unpack, pack, pack_into, unpack, unpack_from } from 'pybuffer/struct';

class LyingLength extends Uint8Array {
  override get length(): 2 {
    return 100 as 2;
  }
}
class LyingWindow extends Uint8Array {
  override get byteLength(): number {
    return 100;
  }
  override get byteOffset(): number {
    return 0;
  }
  override get buffer(): ArrayBuffer {
    return new Uint8Array(100).fill(7).buffer;
  }
  override readonly BYTES_PER_ELEMENT = 4;
}
class Disguised extends LyingLength {}
Object.defineProperty(Disguised.prototype, 'constructor', { value: Uint8Array });

const window = () => new Uint8Array([9, 9, 1, 2, 9, 9]).buffer;

/** Typed arrays over the bytes 1 and 2 whose properties say something else. */
const LIARS: Record<string, () => BytesLike> = {
  'a length that lies': () => new LyingLength(window(), 2, 2),
  'a window that lies': () => new LyingWindow(window(), 2, 2),
  'a subclass that says it is Uint8Array': () => new Disguised(window(), 2, 2),
  'a property length': () => Object.defineProperty(new Uint8Array(window(), 2, 2), 'length', { value: 100 }),
  'a property byteOffset': () =>
    Object.defineProperty(new Int8Array(window(), 2, 2), 'byteOffset', { value: 100 }),
  'a property buffer': () => Object.defineProperty(new DataView(window(), 2, 2), 'buffer', { value: null }),
  'no prototype': () => Object.setPrototypeOf(new Uint8Array(window(), 2, 2), null) as BytesLike,
  'another prototype': () =>
    Object.setPrototypeOf(new Uint8Array(window(), 2, 2), Float64Array.prototype) as BytesLike,
};

test.each(Object.keys(LIARS))('the window of a typed array with %s is its own', (name) => {
  const make = LIARS[name]!;
  const content = new Bytes([1, 2]);
  expect(new Bytes(make())).toEqual(content);
  expect(new ByteArray(make())).toEqual(new ByteArray(content));
  expect(new MemoryView(make()).nbytes).toBe(2);
  expect(new MemoryView(make()).itemsize).toBe(1);
  expect(new MemoryView(make()).tobytes()).toEqual(content);
  expect(new Bytes([0, 1, 2, 0]).find(make())).toBe(1);
  expect(new Bytes().concat(make())).toEqual(content);
  const target = make();
  expect(new BytesIO(new Bytes([5, 6, 7])).readinto(target)).toBe(2);
  expect(new Bytes(target)).toEqual(new Bytes([5, 6]));
});

const revoked = (value: object): object => {
  const { proxy, revoke } = Proxy.revocable(value, {});
  revoke();
  return proxy;
};

/** Objects without bytes to view. */
const IMPOSTORS: Record<string, () => object> = {
  'a Proxy of a Uint8Array': () => new Proxy(new Uint8Array(2), {}),
  'a Proxy of an ArrayBuffer': () => new Proxy(new ArrayBuffer(2), {}),
  'a Proxy of a DataView': () => new Proxy(new DataView(new ArrayBuffer(2)), {}),
  'a Proxy of a Float64Array': () => new Proxy(new Float64Array(2), {}),
  'a revoked Proxy of a Uint8Array': () => revoked(new Uint8Array(2)),
  'a revoked Proxy of an object': () => revoked({}),
  'a revoked Proxy of an array': () => revoked([]),
  'a revoked Proxy of bytes': () => revoked(new Bytes([1, 2])),
  'an object made with a Uint8Array as its prototype': () => Object.create(new Uint8Array(2)) as object,
  'a namesake of ArrayBuffer': () =>
    new (class ArrayBuffer {
      readonly byteLength = 2;
      readonly [Symbol.toStringTag] = 'ArrayBuffer';
    })(),
  'a namesake of WebAssembly.Memory': () =>
    new (class Memory {
      readonly buffer = new ArrayBuffer(2);
      readonly [Symbol.toStringTag] = 'WebAssembly.Memory';
    })(),
};

/** Every call that takes a bytes-like object. */
const CALLS: Record<string, (value: BytesLike) => unknown> = {
  bytes: (value) => new Bytes(value),
  bytearray: (value) => new ByteArray(value),
  memoryview: (value) => new MemoryView(value),
  'memoryview from flags': (value) => MemoryView.fromFlags(value, 0),
  find: (value) => new Bytes([1, 2]).find(value),
  count: (value) => new ByteArray([1, 2]).count(value),
  in: (value) => new Bytes([1, 2]).includes(value),
  startswith: (value) => new Bytes([1, 2]).startswith(value),
  'startswith of a tuple': (value) => new Bytes([1, 2]).startswith([value]),
  concat: (value) => new Bytes([1, 2]).concat(value),
  join: (value) => new Bytes([1, 2]).join([value]),
  'join of a value': (value) => new Bytes([1, 2]).join(value as never),
  replace: (value) => new Bytes([1, 2]).replace(value, value),
  translate: (value) => new Bytes([1, 2]).translate(value),
  maketrans: (value) => Bytes.maketrans(value, value),
  split: (value) => new Bytes([1, 2]).split(value),
  rsplit: (value) => new ByteArray([1, 2]).rsplit(value),
  partition: (value) => new Bytes([1, 2]).partition(value),
  rpartition: (value) => new ByteArray([1, 2]).rpartition(value),
  strip: (value) => new Bytes([1, 2]).strip(value),
  removeprefix: (value) => new Bytes([1, 2]).removeprefix(value),
  center: (value) => new Bytes([1, 2]).center(9, value as never),
  compare: (value) => new Bytes([1, 2]).compare(value),
  '%b': (value) => new Bytes('%b', 'ascii').mod(value),
  hex: (value) => new Bytes([1, 2]).hex(value as Bytes),
  fromhex: (value) => Bytes.fromhex(value),
  append: (value) => new ByteArray().append(value as never),
  extend: (value) => new ByteArray().extend(value),
  iadd: (value) => new ByteArray().iadd(value),
  'set an item': (value) => new ByteArray(2).set(0, value as never),
  'set an item of a view': (value) => new MemoryView(new ByteArray(2)).set(0, value as never),
  readinto: (value) => new BytesIO(new Bytes(2)).readinto(value),
  write: (value) => new BytesIO().write(value),
  'BytesIO()': (value) => new BytesIO(value),
  writelines: (value) => new BytesIO().writelines(value as never),
  unpack: (value) => unpack('<H', value),
  unpack_from: (value) => unpack_from('<H', value),
  iter_unpack: (value) => iter_unpack('<H', value),
  pack_into: (value) => pack_into('<H', value, 0, 1),
  'pack of bytes': (value) => pack('2s', value as Bytes),
  'array()': (value) => new PyArray('B', value as never),
  frombytes: (value) => new PyArray('B').frombytes(value),
  from_bytes: (value) => intFromBytes(value as Bytes, 'big'),
};

test.each(Object.keys(IMPOSTORS))('%s is not a buffer', (name) => {
  const wrong: string[] = [];
  for (const [call, use] of Object.entries(CALLS)) {
    try {
      use(IMPOSTORS[name]!() as BytesLike);
      wrong.push(`${call} accepted it`);
    } catch (error) {
      // `struct` raises struct.error for an argument that it cannot pack.
      if (!(error instanceof (call === 'pack of bytes' ? PyException : PyTypeError)))
        wrong.push(`${call}: ${error}`);
    }
  }
  expect(wrong).toEqual([]);
});

test.each(Object.keys(IMPOSTORS))('%s equals nothing', (name) => {
  const value = IMPOSTORS[name]!();
  expect(new Bytes([0, 0]).equals(value)).toBe(false);
  expect(new ByteArray([0, 0]).equals(value)).toBe(false);
  expect(new MemoryView(new ByteArray(2)).equals(value)).toBe(false);
});
