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

test('a bytearray moves to a worker and back, and leaves nothing behind', async () => {
  const data = new ByteArray(100_000);
  const back = await thereAndBack(data);
  expect(data.length).toBe(0);
  expect(back).toBeInstanceOf(ByteArray);
  expect([back.length, back.get(0)]).toEqual([100_000, 1]);
  (back as ByteArray).append(7);
  expect(back.get(-1)).toBe(7);
});

test('a bytes travels in shared memory: one copy at first, none later', async () => {
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

test('what is viewed cannot move, and is left as it was', () => {
  const data = new ByteArray([1, 2, 3]);
  using view = new MemoryView(data);
  expect(() => packMessage(data)).toThrow(PyBufferError);
  expect([data.length, view.length]).toEqual([3, 3]);
  expect(() => packMessage('abc' as never)).toThrow(PyTypeError);
});

test('what is no message is refused', () => {
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
