/**
 * Memory that JavaScript detaches before a call or in the middle of it: the call raises the library's own
 * error, never the platform's, and never returns bytes that nobody wrote.
 */
import { ByteArray, Bytes, MemoryView, PyException, Slice } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import { pack_into, unpack_from } from 'pybuffer/struct';

const detach = (buffer: ArrayBufferLike) => structuredClone(buffer, { transfer: [buffer as ArrayBuffer] });
const LOST = 'the underlying ArrayBuffer was detached or has shrunk';

/** A bytearray whose memory was transferred. */
function lost(): ByteArray {
  const data = new ByteArray(new Uint8Array(100).fill(65));
  const live = data.asUint8Array();
  detach(live.buffer);
  live.release();
  return data;
}

const CALLS: Record<string, (data: ByteArray) => unknown> = {
  get: (data) => data.get(0),
  set: (data) => data.set(0, 1),
  'set from the end': (data) => data.set(-1, 1),
  'set a slice': (data) => data.set(new Slice(0, 2), new Bytes(2)),
  'set a longer slice': (data) => data.set(new Slice(0, 2), new Bytes(9)),
  delete: (data) => data.delete(0),
  'delete a slice': (data) => data.delete(new Slice(null, null, 2)),
  slice: (data) => data.slice(1, 3),
  append: (data) => data.append(1),
  extend: (data) => data.extend([1]),
  insert: (data) => data.insert(0, 1),
  pop: (data) => data.pop(),
  remove: (data) => data.remove(65),
  reverse: (data) => data.reverse(),
  copy: (data) => data.copy(),
  resize: (data) => data.resize(3),
  'resize to more': (data) => data.resize(3000),
  take_bytes: (data) => data.take_bytes(),
  'take_bytes of a part': (data) => data.take_bytes(2),
  iadd: (data) => data.iadd(new Bytes(2)),
  imul: (data) => data.imul(2),
  repr: (data) => data.repr(),
  hex: (data) => data.hex(),
  decode: (data) => data.decode(),
  upper: (data) => data.upper(),
  find: (data) => data.find(new Bytes([65])),
  'find in bytes': (data) => new Bytes(200).find(data),
  count: (data) => data.count(65),
  replace: (data) => data.replace(new Bytes([65]), new Bytes([66])),
  split: (data) => data.split(new Bytes([65])),
  splitlines: (data) => data.splitlines(),
  strip: (data) => data.strip(),
  partition: (data) => data.partition(new Bytes([65])),
  startswith: (data) => data.startswith(new Bytes([65])),
  center: (data) => data.center(200),
  zfill: (data) => data.zfill(200),
  expandtabs: (data) => data.expandtabs(),
  translate: (data) => data.translate(new Bytes(256)),
  isalpha: (data) => data.isalpha(),
  concat: (data) => data.concat(new Bytes(2)),
  repeat: (data) => data.repeat(2),
  join: (data) => data.join([new Bytes(1), new Bytes(1)]),
  'join of it': (data) => new Bytes(1).join([data, data]),
  equals: (data) => data.equals(new Bytes(100)),
  compare: (data) => data.compare(new Bytes(100)),
  iterate: (data) => [...data],
  reversed: (data) => [...data.reversed()],
  tolist: (data) => data.tolist(),
  toUint8Array: (data) => data.toUint8Array(),
  asUint8Array: (data) => data.asUint8Array(),
  'bytes()': (data) => new Bytes(data),
  'bytearray()': (data) => new ByteArray(data),
  'memoryview()': (data) => new MemoryView(data),
  'BytesIO.write': (data) => new BytesIO().write(data),
  'array.frombytes': (data) => new PyArray('B').frombytes(data),
  unpack_from: (data) => unpack_from('<H', data),
  pack_into: (data) => pack_into('<H', data, 0, 1),
};

test.each(Object.keys(CALLS))('a bytearray that lost its memory: %s', (name) => {
  const data = lost();
  expect(() => CALLS[name]!(data)).toThrow(LOST);
  // The content stays lost, but an emptied bytearray continues with new memory.
  data.clear();
  data.extend([1, 2, 3]);
  expect([...data]).toEqual([1, 2, 3]);
});

test('an array and a stream that lost their memory', () => {
  const array = new PyArray('H', [1, 2, 3]);
  detach(new MemoryView(array).asTypedArray().buffer);
  for (const use of [
    () => array.get(0),
    () => array.tolist(),
    () => array.tobytes(),
    () => array.toString(),
    () => array.index(1),
    () => array.reverse(),
    () => array.slice(1),
  ]) {
    expect(use).toThrow(LOST);
  }
  const stream = new BytesIO();
  stream.write(new Bytes([1, 2, 3]));
  const view = stream.getbuffer();
  detach(view.asTypedArray().buffer);
  view.release();
  stream.seek(0);
  for (const use of [
    () => stream.read(),
    () => stream.getvalue(),
    () => stream.readline(),
    () => stream.readinto(new ByteArray(2)),
    () => stream.write(new Bytes([9])),
    () => stream.getbuffer(),
  ]) {
    expect(use).toThrow(LOST);
  }
});

interface Resizable extends ArrayBuffer {
  resize(size: number): void;
}
const resizable = () =>
  new (ArrayBuffer as unknown as new (size: number, options: object) => Resizable)(64, {
    maxByteLength: 128,
  });

/** Ways in which the memory under a call is lost or grows. */
const LOSSES: Record<string, () => [buffer: ArrayBuffer, take: () => void]> = {
  detached: () => {
    const buffer = new ArrayBuffer(64);
    return [buffer, () => void detach(buffer)];
  },
  shrunk: () => {
    const buffer = resizable();
    return [buffer, () => buffer.resize(1)];
  },
  grown: () => {
    const buffer = resizable();
    return [buffer, () => buffer.resize(128)];
  },
};

/** Calls that run a callback while they hold the memory. */
const MIDDLES: Record<string, (memory: Uint8Array, take: () => number) => unknown> = {
  pack_into: (memory, take) => pack_into('<II', memory, 0, 1, { __index__: take } as never),
  'pack_into text': (memory, take) =>
    pack_into('<I8s', memory, 0, { __index__: take } as never, new Bytes(8)),
  'pack_into offset': (memory, take) => pack_into('<I', memory, { __index__: take }, 1),
  unpack_from: (memory, take) => unpack_from('<II', memory, { __index__: take }),
  'replace count': (memory, take) => new Bytes(9).replace(memory, memory, { __index__: take }),
  'find start': (memory, take) => new Bytes(99).find(memory, { __index__: take } as never),
  'set an item': (memory, take) => new MemoryView(memory).set(1, { __index__: take } as never),
  'set an item by an index': (memory, take) => new MemoryView(memory).set({ __index__: take } as never, 1),
  'get an item': (memory, take) => new MemoryView(memory).get({ __index__: take } as never),
  'set a slice': (memory, take) =>
    new MemoryView(memory).set(new Slice({ __index__: take }, { __index__: () => 2 }), new Bytes(2)),
  hex: (memory, take) => new MemoryView(memory).hex(':', { __index__: take }),
  join: (memory, take) =>
    new Bytes(1).join([
      memory,
      {
        __buffer__: () => {
          take();
          return new MemoryView(new Bytes(3));
        },
      },
    ]),
  translate: (memory, take) =>
    new Bytes(9).translate(new Bytes(256), {
      __buffer__: () => {
        take();
        return new MemoryView(memory);
      },
    }),
};

test.each(Object.keys(LOSSES))('memory that is %s in the middle of a call', (loss) => {
  const wrong: string[] = [];
  for (const [name, use] of Object.entries(MIDDLES)) {
    const [buffer, take] = LOSSES[loss]!();
    try {
      use(new Uint8Array(buffer), () => {
        take();
        return 0;
      });
    } catch (error) {
      if (!(error instanceof PyException)) wrong.push(`${name}: ${String(error)}`);
    }
  }
  expect(wrong).toEqual([]);
});

const ADDITIONS: Record<string, (lost: ByteArray) => [Iterable<number>, () => unknown]> = {
  '+=': (lost) => {
    const data = new ByteArray([1]);
    return [data, () => data.iadd(lost)];
  },
  extend: (lost) => {
    const data = new ByteArray([1]);
    return [data, () => data.extend(lost)];
  },
  'the assignment of a slice': (lost) => {
    const data = new ByteArray([1]);
    return [data, () => data.set(new Slice(1, null), lost)];
  },
  'array.frombytes': (lost) => {
    const array = new PyArray('B', [1]);
    return [array, () => array.frombytes(lost)];
  },
  'BytesIO.write': (lost) => {
    const stream = new BytesIO(new Bytes([1]));
    stream.seek(0, 2);
    return [{ [Symbol.iterator]: () => stream.getvalue()[Symbol.iterator]() }, () => stream.write(lost)];
  },
};

test.each(Object.keys(ADDITIONS))('%s of a bytearray that lost its memory changes nothing', (name) => {
  const [target, add] = ADDITIONS[name]!(lost());
  expect(add).toThrow(LOST);
  expect([...target]).toEqual([1]);
});
