// `packMessage` and `unpackMessage`: values travel to a real worker and back.
import { Worker } from 'node:worker_threads';
import {
  ByteArray,
  Bytes,
  MemoryView,
  PyBufferError,
  PyTypeError,
  packMessage,
  unpackMessage,
} from 'pybuffer';
import type { BytesMessage } from 'pybuffer';

/** A worker that adds one to the first byte it is sent, in place, and sends the message back. */
const ECHO = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', (message) => {
    new Uint8Array(message.buffer)[message.start]++;
    const owned = message.buffer instanceof ArrayBuffer;
    parentPort.postMessage(message, owned ? [message.buffer] : []);
  });`;

async function thereAndBack(value: Bytes | ByteArray): Promise<Bytes | ByteArray> {
  const worker = new Worker(ECHO, { eval: true });
  try {
    const { message, transfer } = packMessage(value);
    const answer = new Promise<BytesMessage>((resolve) => worker.once('message', resolve));
    worker.postMessage(message, transfer);
    return unpackMessage(await answer);
  } finally {
    await worker.terminate();
  }
}

test('a bytearray moves to a worker and back, and is empty afterwards', async () => {
  const data = new ByteArray(100_000);
  const back = await thereAndBack(data);
  expect(data.length).toBe(0);
  expect(back).toBeInstanceOf(ByteArray);
  expect([back.length, back.get(0)]).toEqual([100_000, 1]);
  (back as ByteArray).append(7);
  expect(back.get(-1)).toBe(7);
});

test('bytes travel in shared memory: one copy at first, none later', async () => {
  const value = new Bytes(100_000);
  const first = packMessage(value).message;
  const second = packMessage(unpackMessage(structuredClone(first)) as Bytes).message;
  expect(first.buffer).toBeInstanceOf(SharedArrayBuffer);
  const shared = new Uint8Array(first.buffer);
  shared[0] = 9;
  expect(new Uint8Array(second.buffer)[second.start]).toBe(9);
  expect(value.get(0)).toBe(0);
  const back = await thereAndBack(value);
  expect(back).toBeInstanceOf(Bytes);
  expect(back.length).toBe(100_000);
});

test('small and empty values', () => {
  for (const value of [new Bytes(), new Bytes('abc', 'ascii'), new ByteArray(), new ByteArray([1, 2])]) {
    const text = value.repr();
    const { message, transfer } = packMessage(value);
    expect(unpackMessage(structuredClone(message, { transfer })).repr()).toBe(text);
  }
});

test('a bytearray with views cannot move, and does not change', () => {
  const data = new ByteArray([1, 2, 3]);
  using view = new MemoryView(data);
  expect(() => packMessage(data)).toThrow(PyBufferError);
  expect([data.length, view.length]).toEqual([3, 3]);
  expect(() => packMessage('abc' as never)).toThrow(PyTypeError);
});

test('a value that is not a message is refused', () => {
  const { message } = packMessage(new ByteArray([1, 2, 3]));
  const wrong: unknown[] = [
    null,
    'abc',
    {},
    { message },
    { ...message, kind: 'memoryview' },
    { ...message, buffer: new Uint8Array(3) },
    { ...message, start: -1 },
    { ...message, start: 1 },
    { ...message, length: 4 },
    { ...message, length: 1.5 },
    new ByteArray([1, 2, 3]),
  ];
  for (const value of wrong) expect(() => unpackMessage(value as BytesMessage)).toThrow(PyTypeError);
  expect(() => unpackMessage('abc' as never)).toThrow("the message of packMessage() is required, not 'str'");
});

test('a message describes its content; separate memory is as long as the content', () => {
  const large = new Uint8Array(100_000).map((_, i) => i);
  for (const [kind, make] of [
    ['bytes', (source: Uint8Array) => new Bytes(source)],
    ['bytearray', (source: Uint8Array) => new ByteArray(source)],
  ] as const) {
    for (const length of [0, 1, 3, 100, 4096, 5000, 100_000]) {
      const value = make(large.subarray(0, length));
      const { message, transfer } = packMessage(value);
      const isShared = kind === 'bytes';
      expect([message.kind, message.length]).toEqual([kind, length]);
      expect(message.buffer).toBeInstanceOf(isShared ? SharedArrayBuffer : ArrayBuffer);
      expect(transfer).toEqual(isShared ? [] : [message.buffer]);
      if (length < 5000) expect([message.start, message.buffer.byteLength]).toEqual([0, length]);
      const content = new Uint8Array(message.buffer, message.start, length);
      expect(Buffer.compare(content, large.subarray(0, length))).toBe(0);
      expect(value.length).toBe(isShared ? length : 0);
      const unpacked = unpackMessage(message);
      expect([unpacked instanceof Bytes, unpacked.length]).toEqual([isShared, length]);
    }
  }
});

test('a part of a value is sent without the rest, and from where it starts', () => {
  const whole = new Bytes(packed(100_000));
  const { message } = packMessage(whole.slice(10, 20));
  expect([message.start, message.length, message.buffer.byteLength]).toEqual([0, 10, 10]);
  const shared = unpackMessage(packMessage(whole).message) as Bytes;
  const again = packMessage(shared.slice(5000, 50_000)).message;
  expect([again.start, again.length, again.buffer.byteLength]).toEqual([5000, 45_000, 100_000]);
  expect((unpackMessage(again) as Bytes).equals(whole.slice(5000, 50_000))).toBe(true);
});

const packed = (length: number) => new Uint8Array(length).map((_, i) => i * 7);

test('a platform without shared memory gets a copy', () => {
  const { SharedArrayBuffer: shared } = globalThis;
  Reflect.deleteProperty(globalThis, 'SharedArrayBuffer');
  try {
    const { message, transfer } = packMessage(new Bytes('abc', 'ascii'));
    expect(message.buffer).toBeInstanceOf(ArrayBuffer);
    expect(transfer).toEqual([message.buffer]);
    expect(unpackMessage(message).repr()).toBe("b'abc'");
  } finally {
    globalThis.SharedArrayBuffer = shared;
  }
});

test('memory that a live array also views stays here', () => {
  const data = new ByteArray(packed(5000));
  const live = data.asUint8Array();
  expect(() => packMessage(data)).toThrow(PyBufferError);
  live.release();
  const { message } = packMessage(data);
  expect([data.length, message.length, message.buffer === live.buffer]).toEqual([0, 5000, false]);
});

test('only the two types are sent', () => {
  for (const [value, type] of [
    ['abc', 'str'],
    [new MemoryView(new Bytes(1)), 'memoryview'],
    [null, 'NoneType'],
    [Uint8Array.of(1), 'Uint8Array'],
  ] as const) {
    expect(() => packMessage(value as never)).toThrow(
      new PyTypeError(`Bytes or ByteArray is required, not '${type}'`),
    );
  }
});

test('a message is as long as its memory or shorter, and its memory is a buffer', () => {
  const { message } = packMessage(new ByteArray([1, 2, 3]));
  for (const [start, length, text] of [
    [0, 3, "bytearray(b'\\x01\\x02\\x03')"],
    [1, 2, "bytearray(b'\\x02\\x03')"],
    [3, 0, "bytearray(b'')"],
  ] as const) {
    expect(unpackMessage({ ...message, start, length }).repr()).toBe(text);
  }
  for (const wrong of [
    { start: 2, length: 2 },
    { start: 4, length: 0 },
    { start: '0' },
    { length: NaN },
    { kind: 'array' },
    { buffer: { [Symbol.toStringTag]: 'An ArrayBuffer', byteLength: 9 } },
    { buffer: { [Symbol.toStringTag]: 'ArrayBuffers', byteLength: 9 } },
    { buffer: null },
  ]) {
    expect(() => unpackMessage({ ...message, ...wrong } as never)).toThrow(PyTypeError);
  }
});

test('memory that a bytes object shares is not transferred, and its own memory is, from its start', () => {
  const whole = new Bytes(packed(100_000));
  const sharing = packMessage(new ByteArray(whole));
  structuredClone(sharing.message, { transfer: sharing.transfer });
  expect([whole.length, whole.get(-1), whole.count(7) > 0]).toEqual([100_000, whole.get(99_999), true]);
  const data = new ByteArray(packed(100_000));
  for (let i = 0; i < 3; i++) data.delete(0);
  const { message } = packMessage(data);
  expect([message.start, message.length]).toEqual([3, 99_997]);
  expect((unpackMessage(message) as ByteArray).equals(whole.slice(3))).toBe(true);
});
