/**
 * Searches for one needle around the lengths where one algorithm hands over to the next, in windows that have
 * the needle beside them too; and how much they read.
 */
import type * as Natives from '../../src/accelerate/natives.js';
import { setTiers } from '../../src/accelerate/tiers.js';
import { BackSearcher, NEAR, Searcher, findNear, findNearBack } from '../../src/algorithms/searcher.js';
import { counted, latin1, noise, textIn } from './support.js';

/** Letters that are in no needle. */
const OTHER = 7;
const BEHIND = 8;

/** A window of `size` bytes between two copies of the needle, with parts of it across both edges. */
function surrounded(needle: Uint8Array, size: number, seed: number): [m: Uint8Array, s: number, e: number] {
  const { length } = needle;
  const m = new Uint8Array(2 * length + 2 + size);
  const s = length + 1;
  const e = s + size;
  m.set(noise(size, 2, seed), s);
  for (let at = s + (seed % 7); at < e; at += 41) m[at] = OTHER;
  m.set(needle.subarray(0, Math.min(length, size)), e - Math.min(length, size) + 1);
  m.set(needle.subarray(1, size), s);
  m.set(needle, e + 1);
  m.set(needle, 0);
  m[s - 1] = needle[0]!;
  m[e] = needle[length - 1]!;
  return [m, s, e];
}

/** A needle that fills its memory, and one inside a larger memory. */
function memories(needle: Uint8Array): [nm: Uint8Array, ns: number, ne: number][] {
  const { length } = needle;
  return [0, 3].map((around) => {
    const nm = new Uint8Array(around + length + around).fill(OTHER);
    nm.set(needle, around);
    if (around > 0) nm.fill(BEHIND, around + length + 1);
    return [nm, around, around + length];
  });
}

const LENGTHS = [2, 3, 8, NEAR, NEAR + 1];

test.each([false, true])('every match is found, and nothing else (natives: %s)', (on) => {
  const before = setTiers({ natives: on, wasm: false });
  const wrong: string[] = [];
  try {
    for (const length of LENGTHS) {
      const needle = noise(length, 2, length);
      for (const extra of [-1, 0, 1, 64, 65, 66, 300]) {
        const [m, s, e] = surrounded(needle, length + extra, extra + 9);
        for (const at of [-1, 0, 1, 64, 65, 66, extra - 1, extra]) {
          if (at > extra) continue;
          const memory = m.slice();
          if (at >= 0) memory.set(needle, s + at);
          // The bytes after the needle in its memory also follow the match.
          if (at >= 0 && at < extra) memory[s + at + length] = BEHIND;
          const text = textIn(memory, s, e);
          const sought = textIn(needle, 0, length);
          for (const [nm, ns, ne] of memories(needle)) {
            const searcher = new Searcher(memory, s, e, nm, ns, ne);
            for (let from = 0; ;) {
              const found = text.indexOf(sought, from);
              const ours = searcher.next(s + from);
              if (ours !== (found < 0 ? -1 : s + found))
                wrong.push(`${length} bytes in ${extra} more, one at ${at}: from ${from} ${ours}`);
              if (found < 0) break;
              from = found + 1;
            }
            const back = new BackSearcher(memory, s, e, nm, ns, ne);
            for (let to = text.length; ;) {
              const found = text.slice(0, to).lastIndexOf(sought);
              const ours = back.next(s + to);
              if (ours !== (found < 0 ? -1 : s + found))
                wrong.push(`${length} bytes in ${extra} more, one at ${at}: up to ${to} ${ours}`);
              if (found < 0) break;
              to = found + length - 1;
            }
          }
        }
      }
    }
  } finally {
    setTiers(before);
  }
  expect(wrong).toEqual([]);
});

test('a needle that is a part of the memory that is searched is found, at its very end too', () => {
  const m = latin1('abcabc');
  expect(findNear(m, 1, 3, m, 3, 6)).toBe(3);
  expect(findNearBack(m, 0, 3, m, 3, 6)).toBe(3);
  expect(findNearBack(m, 0, 2, m, 3, 6)).toBe(0);
  expect(new Searcher(m, 1, 6, m, 3, 6).next(1)).toBe(3);
  expect(new BackSearcher(m, 0, 6, m, 3, 6).next(6)).toBe(3);
});

/** The module that the searches call, so that a test can spy on its functions. */
const natives = () =>
  jest.requireActual<{ findNative: NonNullable<typeof Natives.findNative> }>(
    '../../src/accelerate/natives.js',
  );

/**
 * A needle of 100 different letters. The rows say how far a search may skip after it reads one of them, or
 * another byte.
 */
const alphabet = Uint8Array.from({ length: 100 }, (_, i) => i + 1);

test.each([
  ['a byte that the needle has not', 0, 100, 100],
  ['its first byte', 1, 99, 100],
  ['its second byte', 2, 98, 1],
  ['a byte of its middle', 50, 50, 49],
  ['its last byte but one', 99, 1, 98],
  ['its last byte', 100, 100, 99],
])('at %s a search skips as far as possible', (_, byte, steps, stepsBack) => {
  const size = 9000;
  const lead = 5000;
  const haystack = new Uint8Array(lead + size + lead).fill(byte);
  const before = setTiers({ natives: false, wasm: false });
  try {
    for (const [back, step] of [
      [false, steps],
      [true, stepsBack],
    ] as const) {
      const { memory, reads } = counted(haystack);
      const searcher = new (back ? BackSearcher : Searcher)(memory, lead, lead + size, alphabet, 0, 100);
      expect(searcher.next(back ? lead + size : lead)).toBe(-1);
      // A step reads one byte, and a second one if the first agreed.
      expect(reads()).toBeLessThanOrEqual(2 + (size / step) * (step === 100 && byte !== 0 ? 2 : 1));
      expect(reads()).toBeGreaterThanOrEqual(Math.floor(size / step) - 100);
    }
  } finally {
    setTiers(before);
  }
});

test('a series of searches prepares its needle once', () => {
  const haystack = new Uint8Array(5000);
  for (let at = 0; at < 5000; at += 100) haystack.set(alphabet, at);
  const needle = counted(alphabet);
  const searcher = new Searcher(haystack, 0, 5000, needle.memory, 0, 100);
  for (let i = 0; i < 50; i++) expect(searcher.next(100 * i)).toBe(100 * i);
  expect(needle.reads()).toBeLessThan(51 * 100 + 10);
  const again = counted(alphabet);
  const back = new BackSearcher(haystack, 0, 5000, again.memory, 0, 100);
  for (let i = 50; i > 0; i--) expect(back.next(100 * i)).toBe(100 * i - 100);
  expect(again.reads()).toBeLessThan(51 * 100 + 10);
});

test('wasted work is measured by the size of the window, wherever it is in memory', () => {
  // At every position all letters of the needle agree but one, which is compared last.
  for (const back of [false, true]) {
    for (const [size, lead] of [
      [3000, 0],
      [3000, 100_000],
      [30_000, 0],
    ] as const) {
      const needle = new Uint8Array(200).fill(97);
      needle[back ? 1 : 198] = 98;
      const { memory, reads } = counted(new Uint8Array(lead + size).fill(97));
      const searcher = new (back ? BackSearcher : Searcher)(memory, lead, lead + size, needle, 0, 200);
      expect(searcher.next(back ? lead + size : lead)).toBe(-1);
      // Reads in vain, at most half as many as there are bytes, and then those of the linear search.
      expect(reads()).toBeLessThan(1.8 * size + 1600);
    }
  }
});

test('a few almost-matches do not make a search linear, which would cost more', () => {
  for (const back of [false, true]) {
    const needle = new Uint8Array(100).fill(97);
    needle[back ? 1 : 98] = 98;
    const haystack = new Uint8Array(2000);
    for (let i = 0; i < 10; i++) haystack.fill(97, 100 + 150 * i, 200 + 150 * i);
    const { memory, reads } = counted(needle);
    const searcher = new (back ? BackSearcher : Searcher)(haystack, 0, 2000, memory, 0, 100);
    expect(searcher.next(back ? 2000 : 0)).toBe(-1);
    // The linear search would read it some 400 times more.
    expect(reads()).toBeLessThan(1340);
  }
});

test('short needles go to the platform if enough bytes are left, and longer ones never do', () => {
  const called = jest.spyOn(natives(), 'findNative');
  const asked = (length: number, size: number, on = true): number => {
    const before = setTiers({ natives: on, wasm: false });
    try {
      called.mockClear();
      const needle = new Uint8Array(length).fill(98);
      const m = new Uint8Array(1000 + size);
      expect(new Searcher(m, 1000, 1000 + size, needle, 0, length).next(1000)).toBe(-1);
      return called.mock.calls.length;
    } finally {
      setTiers(before);
    }
  };
  try {
    // The loop tries 65 positions first; with 128 bytes more a call pays.
    expect([asked(2, 300), asked(7, 300), asked(8, 300), asked(64, 1000), asked(65, 1000)]).toEqual([
      1, 1, 0, 0, 0,
    ]);
    expect([asked(2, 2 + 64 + 128), asked(2, 2 + 65 + 128), asked(2, 300, false)]).toEqual([0, 1, 0]);
  } finally {
    called.mockRestore();
  }
});

test('memory beyond 32-bit offsets is searched here, and so is all memory if the platform has no search', () => {
  const m = new Uint8Array(1000);
  m[900] = m[901] = 1;
  const needle = Uint8Array.of(1, 1);
  const search = () => new Searcher(m, 0, 990, needle, 0, 2).next(0);
  const before = setTiers({ natives: true, wasm: false });
  const called = jest.spyOn(natives(), 'findNative');
  try {
    for (const [length, calls] of [
      [0x7fffffff, 1],
      [0x80000000, 0],
    ] as const) {
      called.mockClear();
      Object.defineProperty(m, 'length', { value: length, configurable: true });
      expect([search(), called.mock.calls.length]).toEqual([900, calls]);
    }
    Reflect.deleteProperty(m, 'length');
    called.mockRestore();
    const own = Object.getOwnPropertyDescriptor(natives(), 'findNative')!;
    Object.defineProperty(natives(), 'findNative', { value: null, configurable: true, writable: true });
    try {
      expect(search()).toBe(900);
    } finally {
      Object.defineProperty(natives(), 'findNative', own);
    }
  } finally {
    setTiers(before);
    called.mockRestore();
  }
});

test('a search passes the platform the same view and needle in every call', () => {
  const before = setTiers({ natives: true, wasm: false });
  const m = new Uint8Array(5000);
  for (let at = 500; at < 4000; at += 500) m.set([1, 2], at);
  const needle = Uint8Array.of(0, 1, 2, 0);
  const slice = jest.spyOn(needle, 'slice');
  const called = jest.spyOn(natives(), 'findNative');
  try {
    for (const [e, whole] of [
      [4500, false],
      [5000, true],
    ] as const) {
      called.mockClear();
      const searcher = new Searcher(m, 0, e, needle, 1, 3);
      const places = [];
      for (let at = searcher.next(0); at >= 0; at = searcher.next(at + 2)) places.push(at);
      expect(places).toEqual([500, 1000, 1500, 2000, 2500, 3000, 3500]);
      const windows = new Set(called.mock.calls.map(([window]) => window));
      expect([windows.size, windows.has(m)]).toEqual([1, whole]);
    }
    expect(slice).toHaveBeenCalledTimes(2);
    expect(new Searcher(m, 0, 5000, Uint8Array.of(9, 1, 2), 1, 3).next(0)).toBe(500);
    expect(new Searcher(m, 0, 5000, Uint8Array.of(1, 2, 9), 0, 2).next(0)).toBe(500);
    called.mockClear();
    const own = Uint8Array.of(1, 2);
    expect(new Searcher(m, 0, 5000, own, 0, 2).next(0)).toBe(500);
    expect(called.mock.calls[0]![1]).toBe(own);
  } finally {
    setTiers(before);
    called.mockRestore();
    slice.mockRestore();
  }
});

test('matches after almost-matches are found in order once the search has become linear', () => {
  for (const [size, lead] of [
    [6000, 0],
    [6000, 777],
  ] as const) {
    const needle = new Uint8Array(300).fill(97);
    const m = new Uint8Array(lead + size + 10).fill(97);
    needle[298] = 98;
    for (const at of [2000, 2400, 2700, 5700]) m[lead + at + 298] = 98;
    const searcher = new Searcher(m, lead, lead + size, needle, 0, 300);
    const places = [];
    for (let at = searcher.next(lead); at >= 0; at = searcher.next(at + 300)) places.push(at - lead);
    expect(places).toEqual([2000, 2400, 2700, 5700]);
    needle.reverse();
    m.reverse();
    const start = m.length - lead - size;
    const back = new BackSearcher(m, start, start + size, needle, 0, 300);
    const backwards = [];
    for (let at = back.next(start + size); at >= 0; at = back.next(at)) backwards.push(at - start);
    expect(backwards).toEqual([2000, 2400, 2700, 5700].map((at) => size - at - 300));
  }
});

test('a short needle is not prepared if few positions are left or a match is near', () => {
  for (const length of [2, 20, 60, NEAR]) {
    const bytes = alphabet.slice(0, length);
    for (const [size, at] of [
      [length + 64, -1],
      [length + 64, 64],
      [1000, 0],
    ] as const) {
      const m = new Uint8Array(size);
      if (at >= 0) m.set(bytes, at);
      const needle = counted(bytes);
      expect(new Searcher(m, 0, size, needle.memory, 0, length).next(0)).toBe(at);
      m.fill(0);
      const fromEnd = at < 0 ? -1 : size - length - at;
      if (at >= 0) m.set(bytes, fromEnd);
      expect(new BackSearcher(m, 0, size, needle.memory, 0, length).next(size)).toBe(fromEnd);
      // One comparison each; preparing a needle would read all of it.
      expect(needle.reads()).toBeLessThanOrEqual(4 + (at < 0 ? 0 : 2 * length));
    }
  }
});
