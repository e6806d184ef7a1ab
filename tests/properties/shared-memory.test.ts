/**
 * Shared memory that a worker writes while it is read: every function, every method and every codec. The
 * result is of the same kind as for quiet memory, or an error of the library, and it does not change later.
 * The algorithms, and what their results may be, are in shared-kernels.test.ts.
 */
import { Bytes, ByteArray, MemoryView, PyException } from 'pybuffer';
import { decode } from 'pybuffer/codecs';
import { ALIASES_OF, BINARY_CODECS } from '../../src/codecs/aliases.generated.js';
import { FUNCTIONS, RECEIVERS as QUIET, methodsOf } from './callables.js';
import { SAMPLE, memories, whileWritten } from './shared-writer.js';
import { World } from './world.js';

const SIZE = 3000;
/** Tests that wait for a worker have no time limit, which a slow machine could exceed. */
const NO_LIMIT = 2 ** 31 - 1;
jest.setTimeout(NO_LIMIT);
type Run = (memory: Uint8Array) => unknown;

/** Replaces iterators by their first items, and returns everything else unchanged. */
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
  /** Results that must not change, each with its first content. */
  readonly #kept: [name: string, value: Bytes, copy: Uint8Array][] = [];

  /**
   * Runs a call over memory that is being written, unless it fails over quiet memory with an error that is
   * not the library's.
   */
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
  // The other receivers are not in shared memory, but their arguments are. (CodecInfo and NDExporter take none.)
  ...Object.fromEntries(
    Object.keys(QUIET)
      .filter((type) => !/^(bytes|bytearray|memoryview|CodecInfo|NDExporter)/.test(type))
      .map((type) => [type, () => QUIET[type]!(new World())]),
  ),
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
  expect(law.calls).toBeGreaterThan(20);
});

test('every codec, with every handler', async () => {
  const law = new Law();
  const encodings = new Set(['utf-8', ...Object.keys(ALIASES_OF), ...BINARY_CODECS.split(' ')]);
  const handlers = ['strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape'];
  const [quiet, shared] = memories(SIZE);
  await whileWritten(shared, () => {
    for (const encoding of encodings) {
      // The platform decodes long text in these; for the others a short one is enough.
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
