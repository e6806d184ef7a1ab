/** Copies between and within memories, with lengths around the limits between loops and views. */
import type * as Allocate from '../../src/memory/allocate.js';
import {
  LENGTH,
  MEMORY,
  Range,
  START,
  copyBytes,
  copyContent,
  copyRange,
  copyToNew,
} from '../../src/memory/index.js';

const LENGTHS = [0, 1, 7, 8, 9, 16, 19, 20, 21, 43, 44, 45, 46, 100, 3000];
const counting = (length: number) => Uint8Array.from({ length }, (_, i) => i % 251);

/** The expected result of a copy: `before`, overwritten with a part of `source`. */
function over(before: Uint8Array, source: Uint8Array, start: number, end: number, at: number): number[] {
  const after = [...before];
  after.splice(at, end - start, ...source.slice(start, end));
  return after;
}

test.each([
  ['copyBytes', copyBytes],
  ['copyToNew', copyToNew],
])('%s writes the range and nothing around it', (_, copy) => {
  for (const length of LENGTHS) {
    for (const [lead, more] of [
      [0, 0],
      [3, 0],
      [5, 4],
      [4, 4],
    ] as const) {
      const source = counting(lead + length + more);
      for (const at of [0, 2]) {
        const target = new Uint8Array(length + 5).fill(255);
        const expected = over(target, source, lead, lead + length, at);
        copy(source, lead, lead + length, target, at);
        expect([...target]).toEqual(expected);
      }
    }
  }
});

test('ranges may overlap, in one array and in two over one buffer', () => {
  for (const length of LENGTHS) {
    for (const shift of [-9, -1, 0, 1, 9]) {
      const [start, at] = [10, 10 + shift];
      const one = counting(length + 30);
      const expected = over(one, one, start, start + length, at);
      copyBytes(one, start, start + length, one, at);
      expect([...one]).toEqual(expected);
      const two = counting(length + 30);
      copyBytes(new Uint8Array(two.buffer), start, start + length, two, at);
      expect([...two]).toEqual(expected);
    }
  }
  const empty = counting(3);
  copyBytes(empty, 2, 1, new Uint8Array(empty.buffer), 0);
  expect([...empty]).toEqual([0, 1, 2]);
});

test('a copy of up to 4096 bytes is part of a slab, and a larger one has memory of its own', () => {
  const source = counting(5000);
  const roomOf = (length: number) => copyRange(source, 3, 3 + length)[MEMORY].length;
  expect([10, 100, 4096, 4097].map(roomOf)).toEqual([4096, 16_384, 65_528, 4097]);
  // V8 copies it without clearing the memory first.
  const atOnce = jest.spyOn(
    jest.requireActual<typeof Allocate>('../../src/memory/allocate.js'),
    'allocateFilled',
  );
  try {
    const copies = () => atOnce.mock.calls.filter(([from]) => typeof from !== 'number').length;
    expect([4096, 4097].map((length) => (roomOf(length), copies()))).toEqual([0, 1]);
  } finally {
    atOnce.mockRestore();
  }
  expect(() => copyContent(new Range(new Uint8Array(5), 3, 3))).toThrow(
    'the underlying ArrayBuffer was detached or has shrunk',
  );
});

test('a copy has the bytes and shares no memory', () => {
  for (const length of [...LENGTHS, 5000, 70_000]) {
    const source = counting(length + 7);
    for (const copy of [copyRange(source, 3, 3 + length), copyContent(new Range(source, 3, length))]) {
      expect([copy[LENGTH], copy[MEMORY].buffer === source.buffer]).toEqual([length, false]);
      const bytes = copy[MEMORY].subarray(copy[START], copy[START] + length);
      expect(Buffer.compare(bytes, source.subarray(3, 3 + length))).toBe(0);
    }
  }
});

/** The functions of the platform that a copy calls, in order; none if a loop copies. */
function calledBy(source: Uint8Array, target: Uint8Array, copy: () => void): string[] {
  const names: string[] = [];
  for (const memory of new Set([source, target])) {
    for (const name of ['set', 'subarray', 'copyWithin'] as const) {
      const original = (memory[name] as (...args: unknown[]) => unknown).bind(memory);
      Object.defineProperty(memory, name, {
        value: (...args: unknown[]): unknown => {
          names.push(name);
          return original(...args);
        },
      });
    }
  }
  copy();
  return names;
}

describe('a loop copies a few bytes, and the platform more', () => {
  /** The platform's functions for copies of 0, 1, ... bytes, and from how many on they are these. */
  function waysOf(copy: (length: number) => string[]): [from: number, ways: string][] {
    const found: [number, string][] = [];
    for (let length = 0; length <= 64; length++) {
      const ways = copy(length).join();
      if (found.at(-1)?.[1] !== ways) found.push([length, ways]);
    }
    return found;
  }

  const within =
    (copy: typeof copyBytes, to: (start: number, end: number) => number) =>
    (length: number): string[] => {
      const memory = counting(300);
      const start = 100;
      const at = to(start, start + length);
      return calledBy(memory, memory, () => copy(memory, start, start + length, memory, at));
    };
  const between =
    (copy: typeof copyBytes, lead: number) =>
    (length: number): string[] => {
      const [source, target] = [counting(lead + length), new Uint8Array(length + 1)];
      return calledBy(source, target, () => copy(source, lead, lead + length, target, 1));
    };

  test('to new memory', () => {
    expect(waysOf(between(copyToNew, 0))).toEqual([
      [0, ''],
      [45, 'set'],
    ]);
    expect(waysOf(between(copyToNew, 5))).toEqual([
      [0, ''],
      [45, 'subarray,set'],
    ]);
    expect(waysOf(within(copyToNew, (_, end) => end))).toEqual([
      [0, ''],
      [21, 'copyWithin'],
    ]);
  });

  test('to other memory, which may be the same buffer, the platform copies everything', () => {
    expect(waysOf(between(copyBytes, 5))).toEqual([
      [0, ''],
      [1, 'subarray,set'],
    ]);
  });

  test('within one memory, unless a loop would overwrite what it reads next', () => {
    const inLoop = [
      [0, ''],
      [21, 'copyWithin'],
    ];
    for (const to of [
      (start: number) => start,
      (start: number) => start - 3,
      (_: number, end: number) => end,
      (_: number, end: number) => end + 1,
    ]) {
      expect(waysOf(within(copyBytes, to))).toEqual(inLoop);
    }
    expect(waysOf(within(copyBytes, (_, end) => end - 1)).at(-1)).toEqual([2, 'copyWithin']);
    expect(waysOf(within(copyBytes, (start) => start + 1)).at(-1)).toEqual([2, 'copyWithin']);
  });
});
