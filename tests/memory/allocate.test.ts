/**
 * The memory of results: which sizes share a slab, which have separate memory, who allocates it, and which
 * zeros are shared. Fresh memory has arbitrary content, so only these tests tell one kind of allocation from
 * another.
 */
import { PyBufferError, PyValueError } from '../../src/exceptions/index.js';
import type * as Memory from '../../src/memory/index.js';

/** A fresh copy of the room `memory`, which has allocated nothing yet, with ranges as plain objects. */
function fresh() {
  let room!: typeof Memory;
  jest.isolateModules(() => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    room = require('../../src/memory/index.js') as typeof Memory;
  });
  const looked = (range: Memory.Range) => ({
    memory: range[room.MEMORY],
    start: range[room.START],
    length: range[room.LENGTH],
  });
  return {
    ...room,
    allocate: (length: number) => looked(room.allocate(length)),
    allocateSpacious: (length: number, spare: number) => looked(room.allocateSpacious(length, spare)),
    extended: (...given: Parameters<typeof room.extended>) => looked(room.extended(...given)),
    sharedZeros: (length: number) => looked(room.sharedZeros(length)),
    EMPTY: looked(room.EMPTY),
  };
}

/** Runs with a global replaced or removed. */
function withGlobal<T>(name: 'Buffer' | 'process' | 'console' | 'WeakRef', value: unknown, work: () => T): T {
  const before = Object.getOwnPropertyDescriptor(globalThis, name)!;
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  try {
    return work();
  } finally {
    Object.defineProperty(globalThis, name, before);
  }
}

/** The least and largest sizes of a class, its slab, and the first size beyond it. */
const CLASSES = [
  [1, 16, 4096, 17],
  [17, 512, 16_384, 513],
  [513, 4096, 65_528, 4097],
] as const;

test.each(CLASSES)('results of %i to %i bytes are adjacent', (least, most, slab, other) => {
  const { allocate } = fresh();
  const first = allocate(least);
  const second = allocate(most);
  const third = allocate(least);
  expect([first, second, third].map((range) => [range.start, range.length])).toEqual([
    [0, least],
    [least, most],
    [least + most, least],
  ]);
  for (const range of [first, second, third]) {
    expect(range.memory).toBe(first.memory);
    expect(range.memory).toHaveLength(slab);
  }
  expect(allocate(other).memory).not.toBe(first.memory);
});

test.each(CLASSES)('a slab for %i to %i bytes is used to its end, and then another', (least, most, slab) => {
  const { allocate } = fresh();
  const [first] = [allocate(most)];
  let used: number = most;
  for (; used + most <= slab; used += most) expect(allocate(most).start).toBe(used);
  const last = slab - used;
  if (last >= least) {
    const range = allocate(last);
    expect([range.memory === first.memory, range.start]).toEqual([true, used]);
  }
  const next = allocate(least);
  expect([next.memory === first.memory, next.start, next.memory.length]).toEqual([false, 0, slab]);
  expect(allocate(least).start).toBe(least);
  // The largest size of the class starts a slab like any other.
  for (let used = 2 * least; used + most <= slab; used += most) allocate(most);
  const largest = allocate(most);
  expect([largest.memory === next.memory, largest.start, largest.memory.length]).toEqual([false, 0, slab]);
});

test('empty contents share one memory; large ones have separate memory', () => {
  const { allocate, EMPTY } = fresh();
  expect(allocate(0).memory).toBe(EMPTY.memory);
  const large = allocate(4097);
  expect([large.start, large.memory.length]).toEqual([0, 4097]);
});

test('from 512 KiB the platform provides memory that it does not clear', () => {
  const asked: number[] = [];
  const host = {
    allocUnsafeSlow(size: number) {
      if (this !== host) throw new TypeError('a function without its object');
      asked.push(size);
      return new Uint8Array(size + 8);
    },
  };
  const { allocateOwn } = withGlobal('Buffer', host, fresh);
  expect([524_287, 524_288, 600_000].map((size) => allocateOwn(size).length)).toEqual([
    524_287, 524_288, 600_000,
  ]);
  expect(asked).toEqual([524_288, 600_000]);
  const without = withGlobal('Buffer', undefined, fresh);
  // `toEqual` takes a second.
  const cleared = without.allocateOwn(600_000);
  expect([cleared.length, cleared.every((byte) => byte === 0)]).toEqual([600_000, true]);
  expect(asked).toHaveLength(2);
});

test('a size that nobody can allocate raises a MemoryError, whoever refuses it', () => {
  const refusing = () => {
    throw new RangeError('no');
  };
  const { allocateOwn, allocateFilled } = withGlobal('Buffer', { allocUnsafeSlow: refusing }, fresh);
  for (const allocate of [
    () => allocateOwn(600_000),
    () => allocateFilled(2 ** 53),
    () => allocateFilled({ length: 2 ** 53 } as never),
  ]) {
    expect(allocate).toThrow(expect.objectContaining({ name: 'MemoryError' }));
  }
});

test('zeros are shared, as many as a slab for ever and more while they are used', () => {
  const { sharedZeros, EMPTY } = fresh();
  expect(sharedZeros(0).memory).toBe(EMPTY.memory);
  const few = sharedZeros(1);
  const slab = sharedZeros(16_384);
  expect(slab.memory).toBe(few.memory);
  expect([few.length, slab.length, slab.memory.length]).toEqual([1, 16_384, 16_384]);
  const many = sharedZeros(16_385);
  expect([many.memory.length, many.length]).toEqual([16_385, 16_385]);
  const large = sharedZeros(200_000);
  expect(large.memory).toHaveLength(200_000);
  const part = sharedZeros(50_000);
  expect([part.memory === large.memory, part.length]).toEqual([true, 50_000]);
  expect(sharedZeros(200_000).memory === large.memory).toBe(true);
  // A small part must not keep the whole memory alive.
  expect(sharedZeros(49_999).memory).toHaveLength(49_999);
  const without = withGlobal('WeakRef', undefined, () => {
    const room = fresh();
    return [room.sharedZeros(20_000), room.sharedZeros(20_000)] as const;
  });
  expect(without[0]!.memory).not.toBe(without[1]!.memory);
});

test('how much memory a share may keep alive', () => {
  const { mayShare } = fresh();
  const answers = [
    [16_384, 1],
    [16_385, 1],
    [200_000, 50_000],
    [200_000, 49_999],
    [65_528, 1],
    [65_529, 1],
    [65_536, 513],
    [65_536, 512],
    [20_000, 512],
    [65_537, 513],
  ].map(([size, length]) => mayShare(new Uint8Array(size!), length!));
  expect(answers).toEqual([true, false, true, false, true, false, true, false, false, false]);
});

test('a spacious result is extended in place once, at its end, and only until the end of the turn', async () => {
  const { allocateSpacious, extended } = fresh();
  const { memory } = allocateSpacious(5000, 10);
  expect(memory.length).toBe(5010);
  const sums = [
    [memory, 100, 4900, 4],
    [memory, 0, 5004, 6],
  ] as const;
  for (const [at, start, length, more] of sums) {
    const sum = extended(at, start, length, more);
    expect([sum.memory === memory, sum.start, sum.length]).toEqual([true, start, length + more]);
  }
  const others = [
    [0, 4999, 1],
    [0, 5000, 4],
    [0, 5010, 1],
  ] as const;
  for (const [start, length, more] of others) {
    const room = fresh();
    const full = room.allocateSpacious(5000, 10).memory;
    expect(room.extended(full, 0, 5000, 10).memory).toBe(full);
    const sum = room.extended(full, start, length, more);
    expect([sum.memory === full, sum.start, sum.length]).toEqual([false, 0, length + more]);
    expect(sum.memory.length).toBe(length + more + ((length + more) >>> 3));
  }
  const room = fresh();
  expect(room.allocateSpacious(2 ** 30, 10).memory.length).toBe(2 ** 30);
  const next = room.allocateSpacious(5000, 10);
  await Promise.resolve();
  expect(room.extended(next.memory, 0, 5000, 1).memory).not.toBe(next.memory);
});

test('what is kept until the end of the turn is forgotten by one promise', async () => {
  const { allocateSpacious, cutRange, extended, leave } = fresh();
  const promised = jest.spyOn(Promise, 'resolve');
  try {
    for (const work of [
      () => allocateSpacious(5000, 10),
      () => cutRange(new Uint8Array(20_000), 0, 10, 20_000),
      () => leave(new Uint8Array(5000)),
    ]) {
      promised.mockClear();
      for (let i = 0; i < 3; i++) work();
      expect(promised).toHaveBeenCalledTimes(1);
      await null;
    }
    // Also if it was kept only once.
    const { memory } = allocateSpacious(5000, 10);
    await null;
    expect(extended(memory, 0, 5000, 1).memory).not.toBe(memory);
  } finally {
    promised.mockRestore();
  }
});

test('a share is a range of the memory itself, or a copy if it would keep too much alive', () => {
  const room = fresh();
  const memory = Uint8Array.from({ length: 100_000 }, (_, i) => i % 251);
  const [shared, copied] = [room.shareRange(memory, 10, 30_010), room.shareRange(memory, 10, 20_010)];
  const look = (range: Memory.Range) => [range[room.MEMORY] === memory, range[room.LENGTH]];
  expect([look(shared), shared[room.START], look(copied)]).toEqual([[true, 30_000], 10, [false, 20_000]]);
  const at = copied[room.START];
  expect(Buffer.compare(copied[room.MEMORY].subarray(at, at + 20_000), memory.subarray(10, 20_010))).toBe(0);
});

describe("the platform's functions", () => {
  const { bufferFunction, bufferModuleFunction, ofPlatform, printError, textDecoder, textEncoder } = fresh();

  test('are those of Buffer', () => {
    expect(bufferFunction('allocUnsafeSlow', 'static')).toBe(Buffer.allocUnsafeSlow);
    expect(bufferFunction('utf8Slice')).toBe(
      (Buffer.prototype as unknown as Record<string, unknown>)['utf8Slice'],
    );
    expect([
      bufferFunction('poolSize', 'static'),
      bufferFunction('nothing'),
      bufferFunction('concat'),
    ]).toEqual([undefined, undefined, undefined]);
    for (const host of [undefined, null, {}, { prototype: null }]) {
      withGlobal('Buffer', host, () => {
        expect([bufferFunction('concat', 'static'), bufferFunction('fill')]).toEqual([undefined, undefined]);
      });
    }
  });

  test('are those of node:buffer', () => {
    const asked: string[] = [];
    const isUtf8 = () => true;
    const getBuiltinModule = (name: string) => {
      asked.push(name);
      return { isUtf8, constants: {} };
    };
    withGlobal('process', { getBuiltinModule }, () => {
      expect(bufferModuleFunction('isUtf8')).toBe(isUtf8);
      expect(bufferModuleFunction('constants')).toBe(undefined);
      expect(bufferModuleFunction('nothing')).toBe(undefined);
    });
    expect(new Set(asked)).toEqual(new Set(['node:buffer']));
    const refusing = { getBuiltinModule: () => undefined };
    for (const host of [undefined, {}, refusing]) {
      withGlobal('process', host, () => expect(bufferModuleFunction('isUtf8')).toBe(undefined));
    }
  });

  test('may be missing or throw', () => {
    expect(ofPlatform(() => 1)).toBe(1);
    expect(
      ofPlatform(() => {
        throw new Error('forbidden here');
      }),
    ).toBe(undefined);
    expect([textDecoder('no such label'), textDecoder('utf-8') === null]).toEqual([null, false]);
    expect(textEncoder()).toBeInstanceOf(TextEncoder);
  });

  test('print an error, where there is a console', () => {
    const printed: unknown[][] = [];
    const failure = new Error('failed');
    withGlobal('console', { error: (...args: unknown[]) => printed.push(args) }, () => {
      printError('ignored in:', failure);
    });
    withGlobal('console', undefined, () => printError('nowhere', failure));
    expect(printed).toEqual([['ignored in:', failure]]);
  });
});

test('lost memory raises its own error, which is not a refusal to allocate', () => {
  const { intact, isLost, isRefusal, lostMemory } = fresh();
  const memory = new Uint8Array(4);
  expect([isLost(memory, 4), isLost(memory, 0), isLost(memory, 5)]).toEqual([false, false, true]);
  expect(intact(memory, 4)).toBe(memory);
  expect(() => intact(memory, 5)).toThrow('the underlying ArrayBuffer was detached or has shrunk');
  structuredClone(memory.buffer, { transfer: [memory.buffer] });
  expect([isLost(memory, 4), isLost(memory, 1), isLost(memory, 0)]).toEqual([true, true, false]);
  expect([isRefusal(lostMemory()), isRefusal(new Error('other'))]).toEqual([false, false]);
  expect([isRefusal(new PyBufferError('no')), isRefusal(new PyValueError('no'))]).toEqual([true, true]);
  expect([lostMemory().name, lostMemory() instanceof PyBufferError]).toEqual(['LostMemory', true]);
});

test('a length is believed until JavaScript has had an array of our memory, and then the last byte is read', () => {
  const { intact, memoryGivenOut, reaches } = fresh();
  /** What a check reads of a memory, the length as -1; `isThere` is what its last byte says. */
  const reads = (check: (memory: Uint8Array, end: number) => unknown, isThere: boolean, end: number) => {
    const read: number[] = [];
    const memory = new Proxy(new Uint8Array(4), {
      get(target, key) {
        read.push(key === 'length' ? -1 : Number(key as string));
        return key === 'length' || isThere ? (Reflect.get(target, key, target) as unknown) : undefined;
      },
    });
    let answer: unknown;
    try {
      answer = check(memory, end);
      if (answer === memory) answer = 'the memory';
    } catch (error) {
      answer = (error as Error).name;
    }
    return [answer, ...read];
  };
  for (const isThere of [true, false]) {
    expect(reads(intact, isThere, 4)).toEqual(['the memory', -1]);
    expect(reads(reaches, isThere, 4)).toEqual([true, -1]);
  }
  expect([reads(intact, true, 5), reads(reaches, true, 5)]).toEqual([
    ['LostMemory', -1, 4],
    [false, -1],
  ]);
  memoryGivenOut();
  expect([reads(intact, true, 4), reads(reaches, true, 4)]).toEqual([
    ['the memory', -1, 3],
    [true, -1, 3],
  ]);
  expect([reads(intact, false, 4), reads(reaches, false, 4)]).toEqual([
    ['LostMemory', -1, 3, 3],
    [false, -1, 3],
  ]);
  expect([reads(intact, false, 0).slice(0, 2), reads(reaches, false, 0)]).toEqual([
    ['the memory', -1],
    [true, -1],
  ]);
});
