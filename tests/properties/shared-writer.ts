/**
 * Memory that a worker writes while a test reads it, with the same bytes in quiet memory. The worker stops
 * after a number of writes, so that a loop that never ended while the memory changes would end too. Callers:
 * the tests shared-*.test.ts.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Text of long and short sequences, digits, white space and line ends. */
export const SAMPLE = Buffer.from('aé 1b\u20ac\r\nFf\u{1f600}+AGE- "%d=20\\x41');

/** Writes into `bytes` until `control[0]` stops it, or it has written enough. */
const WRITER = `
const { parentPort, workerData: { bytes, control, sample } } = require('node:worker_threads');
const memory = new Uint8Array(bytes);
const stop = new Int32Array(control);
parentPort.postMessage('ready');
let state = 1;
for (let rounds = 0; rounds < 2e6 && Atomics.load(stop, 0) === 0; rounds++) {
  for (let i = 0; i < 1000; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const at = state % memory.length;
    // Most writes keep the text valid, so that readers get far; the others break a sequence in two.
    memory[at] = (state >>> 24) < 200 ? sample[at % sample.length] : state >>> 16;
  }
}
`;

/**
 * Runs `work` while a worker writes the shared memory `bytes`.
 *
 * @param sample the text that most writes keep in it
 */
export async function whileWritten(
  bytes: Uint8Array,
  work: () => void,
  sample: Uint8Array = SAMPLE,
): Promise<void> {
  const control = new SharedArrayBuffer(4);
  const worker = new Worker(WRITER, {
    eval: true,
    workerData: { bytes: bytes.buffer, control, sample: Uint8Array.from(sample) },
  });
  try {
    await once(worker, 'message');
    work();
  } finally {
    Atomics.store(new Int32Array(control), 0, 1);
    await once(worker, 'exit');
  }
}

/** The same text twice: in memory that nobody writes, and in memory for the worker. */
export function memories(size: number, sample: Uint8Array = SAMPLE): [quiet: Uint8Array, shared: Uint8Array] {
  const filled = (memory: Uint8Array) => memory.map((_, i) => sample[i % sample.length]!);
  const shared = new Uint8Array(new SharedArrayBuffer(size));
  shared.set(filled(shared));
  return [filled(new Uint8Array(size)), shared];
}
