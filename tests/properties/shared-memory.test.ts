/**
 * Shared memory that a worker writes while it is read: every function, every method, every codec, and the algorithms that read it twice. What comes is
 * what some memory could have given, or an error of the library; no result changes later. The worker stops after a number of
 * writes, so that a loop that waits for the memory would end as well.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Bytes, ByteArray, MemoryView, PyException } from 'pybuffer';
import * as algorithms from 'pybuffer/algorithms';
import { decode } from 'pybuffer/codecs';
import { setTiers } from '../../src/accelerate/tiers.js';
import { ALIASES_OF, BINARY_CODECS } from '../../src/codecs/aliases.generated.js';
import { TIERS } from '../algorithms/support.js';
import { FUNCTIONS, methodsOf } from './callables.js';

const SIZE = 3000;
/** Tests that wait for a worker have no limit of time: a slow machine is no fault. */
const NO_LIMIT = 2 ** 31 - 1;
jest.setTimeout(NO_LIMIT);
/** Text of long and short sequences, digits, white space and line ends. */
const SAMPLE = Buffer.from('aé 1b\u20ac\r\nFf\u{1f600}+AGE- "%d=20\\x41');

/** Writes into `bytes` until `control[0]` says so, or it has written enough. */
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
    // Most writes keep the text whole, so that readers come far; the others break a sequence in two.
    memory[at] = (state >>> 24) < 200 ? sample[at % sample.length] : state >>> 16;
  }
}
`;

async function whileWritten(bytes: Uint8Array, work: () => void): Promise<void> {
  const control = new SharedArrayBuffer(4);
  const worker = new Worker(WRITER, {
    eval: true,
    workerData: { bytes: bytes.buffer, control, sample: Uint8Array.from(SAMPLE) },
  });
  try {
    await once(worker, 'message');
    work();
  } finally {
    Atomics.store(new Int32Array(control), 0, 1);
    await once(worker, 'exit');
  }
}

function filled(memory: Uint8Array): Uint8Array {
  for (let i = 0; i < memory.length; i++) memory[i] = SAMPLE[i % SAMPLE.length]!;
  return memory;
}

type Run = (memory: Uint8Array) => unknown;

/** Iterators by their first items; everything else as it is. */
function whole(result: unknown): unknown {
  const { next } = (result ?? {}) as { next?: () => IteratorResult<unknown> };
  if (typeof next !== 'function') return result;
  for (let i = 0; i < 50 && next.call(result).done !== true; i++);
  return null;
}

const kindOf = (value: unknown): string =>
  value === null || typeof value !== 'object' ? typeof value : value.constructor.name;

class Law {
  readonly wrong: string[] = [];
  calls = 0;
  /** Results that must not change, each with what it was. */
  readonly #kept: [name: string, value: Bytes, copy: Uint8Array][] = [];

  /** Runs a call over memory that is being written, if it is one at all: over quiet memory it is no mistake of the caller. */
  check(name: string, quiet: Uint8Array, shared: Uint8Array, run: Run, rounds = 2): void {
    let kind: string;
    try {
      kind = kindOf(whole(run(quiet)));
    } catch (error) {
      if (!(error instanceof PyException)) return;
      kind = 'error';
    }
    for (let i = 0; i < rounds; i++) {
      this.calls++;
      let result: unknown;
      try {
        result = whole(run(shared));
      } catch (error) {
        if (!(error instanceof PyException)) this.wrong.push(`${name}: ${String(error)}`);
        continue;
      }
      if (kind !== 'error' && kindOf(result) !== kind)
        this.wrong.push(`${name}: ${kindOf(result)}, not ${kind}`);
      if (typeof result === 'number' && Number.isNaN(result)) this.wrong.push(`${name}: NaN`);
      if (result instanceof Bytes && this.#kept.length < 4000) {
        this.#kept.push([name, result, Uint8Array.from(result.toUint8Array())]);
      }
    }
  }

  finish(): void {
    for (const [name, value, copy] of this.#kept) {
      if (Buffer.compare(value.toUint8Array(), copy) !== 0) this.wrong.push(`${name}: the result changed`);
    }
    expect(this.wrong.slice(0, 20)).toEqual([]);
  }
}

/** The same memory twice: one that nobody writes, and one that the worker does. */
function memories(size: number): [quiet: Uint8Array, shared: Uint8Array] {
  return [filled(new Uint8Array(size)), filled(new Uint8Array(new SharedArrayBuffer(size)))];
}

type AnyFunction = (...args: unknown[]) => unknown;
const text = (value: string) => new Bytes(value, 'ascii');

const LISTS: readonly ((memory: Uint8Array) => unknown[])[] = [
  (memory) => [memory],
  (memory) => [new MemoryView(memory)],
  (memory) => [memory, memory],
  (memory) => [text('a'), memory],
  (memory) => [memory, text('a')],
  (memory) => [memory, 1],
  (memory) => [0, memory],
  (memory) => [[memory, memory]],
];

test('every function', async () => {
  const law = new Law();
  const [quiet, shared] = memories(SIZE);
  await whileWritten(shared, () => {
    for (const [name, call] of Object.entries(FUNCTIONS)) {
      for (const [i, list] of LISTS.entries()) {
        law.check(`${name} ${i}`, quiet, shared, (memory) => call(list(memory)));
      }
    }
    law.finish();
  });
  expect(law.calls).toBeGreaterThan(1000);
});

const RECEIVERS: Readonly<Record<string, (memory: Uint8Array) => object>> = {
  bytes: () => new Bytes(SAMPLE).repeat(20),
  bytearray: () => new ByteArray(new Bytes(SAMPLE).repeat(20)),
  memoryview: (memory) => new MemoryView(memory),
  'memoryview of floats': (memory) => new MemoryView(memory).cast('d'),
  'memoryview of two dimensions': (memory) => new MemoryView(memory).cast('B', [30, memory.length / 30]),
  'strided memoryview': (memory) => new MemoryView(memory).slice(null, null, -7),
};

test.each(Object.keys(RECEIVERS))('every method: %s', async (type) => {
  const law = new Law();
  const [quiet, shared] = memories(SIZE);
  await whileWritten(shared, () => {
    for (const name of methodsOf(RECEIVERS[type]!(quiet))) {
      for (const [i, list] of [() => [], ...LISTS].entries()) {
        law.check(`${String(name)} ${i}`, quiet, shared, (memory) =>
          (RECEIVERS[type]!(memory) as Record<string | symbol, AnyFunction>)[name]!(...list(memory)),
        );
      }
    }
    law.finish();
  });
  expect(law.calls).toBeGreaterThan(50);
});

test('every codec, with every handler', async () => {
  const law = new Law();
  const encodings = new Set(['utf-8', ...Object.keys(ALIASES_OF), ...BINARY_CODECS.split(' ')]);
  const handlers = ['strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape'];
  const [quiet, shared] = memories(SIZE);
  await whileWritten(shared, () => {
    for (const encoding of encodings) {
      // The platform decodes long text of these itself; of others a little tells as much.
      const size = /^utf/.test(encoding) ? SIZE : 400;
      for (const errors of handlers) {
        law.check(`${encoding}, ${errors}`, quiet, shared, (memory) =>
          decode(memory.subarray(0, size), encoding, errors),
        );
      }
    }
    law.finish();
  });
  expect(law.calls).toBeGreaterThan(900);
});

test('text of more bytes than the platform decodes at once', async () => {
  const law = new Law();
  const [quiet, shared] = memories(9 * 2 ** 20);
  await whileWritten(shared, () => {
    for (const errors of ['replace', 'ignore']) {
      law.check(errors, quiet, shared, (memory) => decode(memory, 'utf-8', errors), 1);
    }
    law.finish();
  });
  expect(law.calls).toBe(2);
});

test('what is measured first and written then stays within its result, on each tier', async () => {
  const { count, expandtabs, find, places, replace, rfind, rsplit, split } = algorithms;
  const [quiet, shared] = memories(2 ** 16);
  const data = new Bytes(quiet.subarray(0, 1000));
  const before = setTiers({});
  // Small values lie beside the results, in the same slabs.
  const kept: Bytes[] = [];
  let rounds = 0;
  let outside = 0;
  try {
    await whileWritten(shared, () => {
      for (const tiers of TIERS) {
        setTiers(tiers);
        for (let i = 0; i < 500; i++, rounds++) {
          const end = i % 2 === 0 ? 2 : 40;
          kept.push(text(`kept ${i}`));
          replace(shared, 100, 1100, shared, 0, end, shared, 50, 53, -1);
          expandtabs(shared, 100, 1100, 8);
          data.replace(new MemoryView(shared.subarray(0, end)), text('xyz'));
          const found = [
            ...places(shared, 100, 1100, shared, 0, end, Infinity),
            ...split(shared, 100, 1100, shared, 0, end, -1),
            ...rsplit(shared, 100, 1100, shared, 0, end, -1),
          ];
          for (const at of [find, rfind].map((search) => search(shared, 100, 1100, shared, 0, end))) {
            if (at !== -1) found.push(at);
          }
          if (found.some((at) => at < 100 || at > 1100)) outside++;
          if (count(shared, 100, 1100, shared, 0, end, Infinity) > 1000 / end) outside++;
        }
      }
    });
  } finally {
    setTiers(before);
  }
  expect(rounds).toBe(500 * TIERS.length);
  expect(outside).toBe(0);
  expect(kept.every((value, i) => value.equals(text(`kept ${i % 500}`)))).toBe(true);
});
