// Searches against a plain model, on every tier, and limits on the work that they do.
import fc from 'fast-check';
import { GIVE_UP } from '../../src/accelerate/limits.js';
import { compileKernels } from '../../src/accelerate/load.js';
import * as simd from '../../src/accelerate/simd-search.js';
import { setTiers } from '../../src/accelerate/tiers.js';
import { count, countByte, find, findByte, rfind, rfindByte } from '../../src/algorithms/search.js';
import { TwoWay } from '../../src/algorithms/two-way.js';
import { agreed, counted, latin1, noise, placed, textIn } from './support.js';

/** Few letters, so that needles occur, almost occur and overlap. */
const few = (maxLength: number): fc.Arbitrary<Uint8Array> =>
  fc.array(fc.constantFrom(97, 98, 255), { maxLength }).map((bytes) => Uint8Array.from(bytes));

function naiveCount(haystack: string, needle: string, limit: number): number {
  if (needle === '') return Math.min(haystack.length + 1, limit);
  let total = 0;
  for (let at = haystack.indexOf(needle); at >= 0 && total < limit; total++) {
    at = haystack.indexOf(needle, at + needle.length);
  }
  return total;
}

/** All searches of one haystack for one needle, on every tier, against JavaScript's strings. */
function check(haystack: Uint8Array, needle: Uint8Array, lead: number): void {
  const [m, s, e] = placed(haystack, lead, 97);
  const [nm, ns, ne] = placed(needle, lead % 3, 98);
  const h = textIn(haystack, 0, haystack.length);
  const n = textIn(needle, 0, needle.length);
  const found = agreed(() => [find(m, s, e, nm, ns, ne), rfind(m, s, e, nm, ns, ne)]);
  expect(found.map((at) => (at < 0 ? at : at - s))).toEqual([h.indexOf(n), h.lastIndexOf(n)]);
  for (const limit of [Infinity, 0, 1, 3]) {
    expect(agreed(() => count(m, s, e, nm, ns, ne, limit))).toBe(naiveCount(h, n, limit));
  }
}

test('search and count as a naive model does, short', () => {
  fc.assert(
    fc.property(few(40), few(5), fc.nat(9), (haystack, needle, lead) => check(haystack, needle, lead)),
    { numRuns: 600 },
  );
});

test('search and count as a naive model does, long needles made of pieces of the haystack', () => {
  fc.assert(
    fc.property(few(30), few(30), fc.nat(12), fc.nat(12), fc.nat(9), (a, b, times, more, lead) => {
      const haystack = latin1(textIn(a, 0, a.length).repeat(times) + textIn(b, 0, b.length).repeat(more));
      const needle = latin1(textIn(a, 0, a.length).repeat(times >> 1) + textIn(b, 0, b.length).repeat(2));
      check(haystack, needle, lead);
    }),
    { numRuns: 300 },
  );
});

test('the two-way search finds what a naive one finds, both ways', () => {
  fc.assert(
    fc.property(few(60), few(12), (haystack, needle) => {
      fc.pre(needle.length > 0);
      const h = textIn(haystack, 0, haystack.length);
      const n = textIn(needle, 0, needle.length);
      const forward = new TwoWay(needle, 0, needle.length, 1);
      expect(forward.search(haystack, 0, haystack.length)).toBe(h.indexOf(n));
      const back = new TwoWay(needle, needle.length - 1, needle.length, -1);
      const before = back.search(haystack, haystack.length - 1, haystack.length);
      expect(before < 0 ? -1 : haystack.length - before - needle.length).toBe(h.lastIndexOf(n));
    }),
    { numRuns: 2000 },
  );
});

/** Sizes around which one search algorithm hands over to the next, and around the kernels' pieces. */
const sizes = [
  0, 1, 2, 31, 32, 33, 63, 64, 65, 66, 127, 128, 129, 191, 192, 193, 255, 256, 257, 1023, 16383, 16385,
];

test('bytes are found and counted at every alignment around each threshold', () => {
  for (const size of sizes) {
    for (const lead of size > 1024 ? [3] : [0, 1, 2, 3, 4]) {
      const bytes = noise(size, 250, size + 1);
      for (const at of [-1, 0, 1, size >> 1, size - 2, size - 1]) {
        if (at >= size) continue;
        const [m, s, e] = placed(bytes, lead, 251);
        if (at >= 0) m[s + at] = 251;
        const place = at < 0 ? -1 : s + at;
        expect(agreed(() => findByte(m, s, e, 251))).toBe(place);
        expect(agreed(() => rfindByte(m, s, e, 251))).toBe(place);
        expect(agreed(() => countByte(m, s, e, 251))).toBe(at < 0 ? 0 : 1);
      }
      const [m, s, e] = placed(noise(size, 3), lead, 1);
      const ones = textIn(m, s, e).split('\x01').length - 1;
      expect(agreed(() => countByte(m, s, e, 1))).toBe(ones);
      expect(agreed(() => countByte(m, s, e, 1, 7))).toBe(Math.min(ones, 7));
    }
  }
});

test('needles are found at every alignment around each threshold', () => {
  for (const size of sizes) {
    for (const length of [2, 3, 7, 8, 9, 63, 64, 65, 66, 100]) {
      if (length > size) continue;
      const needle = noise(length, 4, 99);
      for (const at of [-1, 0, 1, size >> 1, size - length - 1, size - length]) {
        if (at < -1 || at + length > size) continue;
        const bytes = noise(size, 4, size);
        if (at >= 0) bytes.set(needle, at);
        check(bytes, needle, size % 4);
      }
    }
  }
});

test('a window that ends before it starts contains nothing', () => {
  const m = latin1('abc');
  expect([find(m, 3, 2, m, 0, 0), rfind(m, 3, 2, m, 0, 0), count(m, 3, 2, m, 0, 0)]).toEqual([-1, -1, 0]);
});

/**
 * Needles that almost match everywhere in a haystack of one letter: the odd letter is in the middle, at the
 * end, or at the start.
 */
function* almost(haystack: Uint8Array): Generator<Uint8Array> {
  for (const k of [3, 70, 500, 2000]) {
    const needle = new Uint8Array(2 * k + 1).fill(haystack[0]!);
    needle[k] = haystack[0]! + 1;
    yield needle;
    yield needle.slice(0, k + 1);
    yield needle.slice(k);
  }
}

test.each<[string, typeof find, number]>([
  ['find', find, -1],
  ['rfind', rfind, -1],
  ['count', count, 0],
])('%s reads each byte a few times, however often a needle almost matches', (_, search, missing) => {
  const haystack = new Uint8Array(1 << 13).fill(97);
  const { length } = haystack;
  for (const needle of almost(haystack)) {
    expect(agreed(() => search(haystack, 0, length, needle, 0, needle.length))).toBe(missing);
    const before = setTiers({ natives: false, wasm: false });
    try {
      const m = counted(haystack);
      const nm = counted(needle);
      expect(search(m.memory, 0, length, nm.memory, 0, needle.length)).toBe(missing);
      // A quadratic search would take the product of both lengths.
      expect(m.reads()).toBeLessThan(5 * length);
      expect(nm.reads()).toBeLessThan(5 * length + 20 * needle.length);
    } finally {
      setTiers(before);
    }
  }
});

test('the kernels give up on needles that almost match everywhere, before their work is quadratic', () => {
  const k = compileKernels()!;
  const haystack = latin1('ab'.repeat(1 << 12));
  const { length } = haystack;
  const searches = (needle: Uint8Array) => [
    simd.find(k, haystack, 0, length, needle, 0, needle.length),
    simd.rfind(k, haystack, 0, length, needle, 0, needle.length),
    simd.count(k, haystack, 0, length, needle, 0, needle.length, Infinity),
  ];
  // At every other position the needle agrees except for its last letter.
  expect(searches(latin1(`${'ab'.repeat(4)}b`))).toEqual([-1, -1, 0]);
  expect(searches(latin1(`${'ab'.repeat(40)}b`))).toEqual([GIVE_UP, GIVE_UP, GIVE_UP]);
});

test('a needle that almost matches everywhere is not found on any tier, even if the kernels give up', () => {
  for (const [needle, places] of [
    [`${'ab'.repeat(40)}b`, [-1, -1, 0]],
    [`${'ab'.repeat(40)}c`, [8192, 8192, 1]],
  ] as const) {
    const m = latin1(`${'ab'.repeat(1 << 12)}${needle.endsWith('c') ? needle : ''}`);
    const nm = latin1(needle);
    const all = () => [find, rfind, count].map((search) => search(m, 0, m.length, nm, 0, nm.length));
    expect(agreed(all)).toEqual(places);
  }
});

test('the two-way search finds every needle of up to four letters in every text of up to seven', () => {
  const words = (length: number) =>
    Array.from({ length: 2 ** length }, (_, bits) =>
      Uint8Array.from({ length }, (_, i) => 97 + ((bits >> i) & 1)),
    );
  const wrong: string[] = [];
  for (const length of [2, 3, 4]) {
    for (const needle of words(length)) {
      const sought = textIn(needle, 0, length);
      const forward = new TwoWay(needle, 0, length, 1);
      const back = new TwoWay(needle, length - 1, length, -1);
      for (const m of words(7)) {
        const text = textIn(m, 0, 7);
        const fromEnd = text.lastIndexOf(sought);
        const expected = [text.indexOf(sought), fromEnd < 0 ? -1 : 7 - length - fromEnd];
        const found = [forward.search(m, 0, 7), back.search(m, 6, 7)];
        if (found.join() !== expected.join()) wrong.push(`${sought} in ${text}: ${found.join()}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
