/** Needles at the ends of pieces, the bytes by which a search recognizes them, and how far it reads. */
import { NEEDLE_LIMIT, PIECE } from '../../src/accelerate/layout.js';
import { GIVE_UP } from '../../src/accelerate/limits.js';
import type { Kernels } from '../../src/accelerate/load.js';
import { Offsets } from '../../src/memory/index.js';
import { ascii, edges, glue, k, pieces, windowOf } from './support.js';

const LONG = 2 * PIECE + 1100;
type Search = (m: Uint8Array, s: number, e: number, nm: Uint8Array, ns: number, ne: number) => number;

const SEARCHES: Record<string, Search> = {
  find: (...a) => glue.find(k, ...a),
  rfind: (...a) => glue.rfind(k, ...a),
  count: (...a) => glue.count(k, ...a, Infinity),
};

test.each([2, 3, 17, 300, NEEDLE_LIMIT])('a needle of %d bytes is found wherever it is', (length) => {
  const needle = new Uint8Array(length).fill(7);
  needle[0] = 1;
  needle[length - 1] = 2;
  const [nm, ns, ne] = windowOf(needle);
  const [m, s, e] = windowOf(new Uint8Array(LONG));
  const found = new Offsets();
  const starts = edges(LONG).flatMap((at) => [at, at - length, at - (length >> 1)]);
  for (const at of [...new Set(starts)].filter((start) => start >= 0 && start + length <= LONG)) {
    m.set(needle, s + at);
    found.clear();
    const wanted = { find: s + at, rfind: s + at, count: 1 };
    for (const [name, search] of Object.entries(SEARCHES)) {
      expect([name, at, search(m, s, e, nm, ns, ne)]).toEqual([name, at, wanted[name as 'find']]);
      // A window that ends within the needle, and one that begins within it.
      const none = name === 'count' ? 0 : -1;
      expect([name, at, search(m, s, s + at + length - 1, nm, ns, ne)]).toEqual([name, at, none]);
      expect([name, at, search(m, s + at + 1, e, nm, ns, ne)]).toEqual([name, at, none]);
    }
    expect(glue.places(k, m, s, e, nm, ns, ne, 9, found)).toBe(1);
    expect(found.toArray()).toEqual([s + at]);
    m.fill(0, s + at, s + at + length);
  }
});

test('the first and the last needle are told apart, in whichever piece they are', () => {
  const m = new Uint8Array(LONG);
  const needle = ascii('ab');
  for (const first of [0, 1000, PIECE - 1, PIECE + 500]) {
    for (const last of [1020, PIECE, 2 * PIECE - 1, LONG - 2].filter((at) => at > first + 1)) {
      m.fill(0);
      m.set(needle, first);
      m.set(needle, last);
      expect(SEARCHES['find']!(m, 0, LONG, needle, 0, 2)).toBe(first);
      expect(SEARCHES['rfind']!(m, 0, LONG, needle, 0, 2)).toBe(last);
      expect(SEARCHES['count']!(m, 0, LONG, needle, 0, 2)).toBe(2);
      expect(glue.count(k, m, 0, LONG, needle, 0, 2, 1)).toBe(1);
    }
  }
});

test('needles that overlap the end of a piece are counted once', () => {
  const m = new Uint8Array(LONG).fill(0x61);
  const needle = ascii('aaa');
  const found = new Offsets();
  expect(glue.count(k, m, 0, LONG, needle, 0, 3, Infinity)).toBe(Math.floor(LONG / 3));
  expect(glue.places(k, m, 0, LONG, needle, 0, 3, Infinity, found)).toBe(Math.floor(LONG / 3));
  expect(found.toArray()).toEqual(Array.from({ length: Math.floor(LONG / 3) }, (_, i) => 3 * i));
  for (const limit of [1, 5461, 5462, 10_000]) {
    expect([limit, glue.count(k, m, 0, LONG, needle, 0, 3, limit)]).toEqual([limit, limit]);
  }
});

/** The indices of the two bytes by which the kernel recognizes a needle. */
function pairOf(needle: Uint8Array): readonly unknown[] {
  const [nm, ns, ne] = windowOf(needle);
  let pair: readonly unknown[] = [];
  const find = (...args: number[]) => {
    pair = args.slice(2, 4);
    return -1;
  };
  const kernels = { ...k, run: { ...k.run, find } } as unknown as Kernels;
  glue.find(kernels, new Uint8Array(100), 0, 100, nm, ns, ne);
  return pair;
}

test.each<[needle: string, first: number, second: number]>([
  ['ab', 0, 1],
  ['aa', 0, 1],
  ['aaaa', 0, 3],
  // Rare bytes come before common ones, and the rarer of two letters before the other.
  ['e\x01a\x02', 1, 3],
  ['eka', 1, 2],
  ['kea', 0, 2],
  ['aek', 0, 2],
  ['ekv', 1, 2],
  ['the oqer', 1, 5],
  // Capital letters and digits are rarer than every small letter, and rarer than a space.
  ['k1', 0, 1],
  ['ek1 A', 2, 4],
  ['e ,', 0, 2],
  // Zeros and 255 are the most common.
  ['\0\xffe.', 2, 3],
  ['\0e\xff', 0, 1],
  // Two equal bytes are one.
  ['\x01\x01\x01e', 0, 3],
  ['ee\x01\x01', 0, 2],
  ['ekkv', 1, 3],
])('the rarest bytes of %j are at %d and %d', (needle, first, second) => {
  const bytes = Uint8Array.from(needle, (character) => character.charCodeAt(0));
  expect(pairOf(bytes)).toEqual([first, second]);
});

test('bytes by how common they are: letters in the order of their frequency', () => {
  const order = 'kvbygpfwmucdlhrsnioate ';
  for (let i = 1; i < order.length; i++) {
    // Of three letters the rarest and the next are chosen, so that the most common one is not.
    const [rare, next] = [order[i - 1]!, order[i]!];
    const others = order.slice(i + 1);
    for (const common of others) {
      expect([rare, next, common, pairOf(ascii(common + next + rare))]).toEqual([rare, next, common, [1, 2]]);
      expect([rare, next, common, pairOf(ascii(rare + common + next))]).toEqual([rare, next, common, [0, 2]]);
    }
  }
  // All of these are as rare as each other: the first two stay.
  const even = '.,\n\t"\'-_=()<>/0123456789ABCDEFST';
  for (let i = 2; i < even.length; i++)
    expect(pairOf(ascii(even[i]! + even[i - 1]! + even[i - 2]!))).toEqual([0, 1]);
  for (const character of even) {
    expect([character, pairOf(ascii(`ke${character}`))]).toEqual([character, [0, 2]]);
    expect([character, pairOf(ascii(`${character}\x01\x02`))]).toEqual([character, [1, 2]]);
  }
});

test('the bytes of a needle are chosen anew when any of its memory, start and end is another', () => {
  const one = ascii('\x01eee\x02eee');
  const other = ascii('e\x01e\x02eeee');
  const chosen: unknown[] = [];
  const find = (...args: number[]) => {
    chosen.push(args.slice(2, 4));
    return -1;
  };
  const kernels = { ...k, run: { ...k.run, find } } as unknown as Kernels;
  const search = (nm: Uint8Array, ns: number, ne: number) =>
    glue.find(kernels, new Uint8Array(100), 0, 100, nm, ns, ne);
  search(one, 0, 8);
  search(other, 0, 8);
  search(other, 1, 8);
  search(other, 1, 3);
  search(one, 1, 3);
  expect(chosen).toEqual([
    [0, 4],
    [1, 3],
    [0, 2],
    [0, 1],
    [0, 1],
  ]);
  // The same needle again, of which other bytes are the rarest by now: they are chosen once.
  chosen.length = 0;
  search(other, 0, 8);
  other.set(ascii('eeee\x01e\x02e'));
  search(other, 0, 8);
  expect(chosen).toEqual([
    [1, 3],
    [1, 3],
  ]);
});

test('a needle in memory that is longer than a slab is not remembered', () => {
  const chosen: unknown[] = [];
  const find = (...args: number[]) => {
    chosen.push(args.slice(2, 4));
    return -1;
  };
  const kernels = { ...k, run: { ...k.run, find } } as unknown as Kernels;
  for (const size of [65536, 65537]) {
    const nm = new Uint8Array(size);
    for (const text of ['\x01e\x02e', 'e\x01e\x02']) {
      nm.set(ascii(text));
      glue.find(kernels, new Uint8Array(100), 0, 100, nm, 0, 4);
    }
  }
  expect(chosen).toEqual([
    [0, 2],
    [0, 2],
    [0, 2],
    [1, 3],
  ]);
});

test.each<[string, (k: Kernels, m: Uint8Array, size: number, needle: Uint8Array) => unknown]>([
  ['find', (kernels, m, size, needle) => glue.find(kernels, m, 0, size, needle, 0, needle.length)],
  ['rfind', (kernels, m, size, needle) => glue.rfind(kernels, m, 0, size, needle, 0, needle.length)],
])('%s glances at 1,024 bytes or four needles, then searches whole pieces', (name, search) => {
  const m = new Uint8Array(LONG);
  const made = (length: number) =>
    pieces((kernels) => search(kernels, m, LONG, new Uint8Array(length).fill(1))).map(([, n]) => n);
  // Pieces overlap by one byte less than the needle.
  expect(made(2)).toEqual([1024, PIECE, PIECE, LONG - 1023 - 2 * (PIECE - 1)]);
  expect(made(256)).toEqual([1024, PIECE, PIECE, LONG - 769 - 2 * (PIECE - 255)]);
  expect(made(257)).toEqual([1028, PIECE, PIECE, LONG - 772 - 2 * (PIECE - 256)]);
  expect(made(NEEDLE_LIMIT)).toEqual([PIECE, PIECE, LONG - 2 * (PIECE - NEEDLE_LIMIT + 1)]);
  expect(made(NEEDLE_LIMIT + 1)).toEqual([]);
  const short = (size: number) =>
    pieces((kernels) => search(kernels, m, size, new Uint8Array(3).fill(1))).map(([, n]) => n);
  expect([2, 3, 1024, 1025].map(short)).toEqual([[], [3], [1024], [1024, 3]]);
  expect(pieces((kernels) => search(kernels, m, 9, ascii('ab')))).toEqual([[name, 9]]);
});

test('counting searches whole pieces', () => {
  const m = new Uint8Array(LONG);
  const call = (size: number, limit: number) =>
    pieces((kernels) => glue.count(kernels, m, 0, size, ascii('ab'), 0, 2, limit)).length;
  expect([1, 2, PIECE, PIECE + 1, LONG].map((size) => call(size, Infinity))).toEqual([0, 1, 1, 2, 3]);
  expect(call(LONG, 0)).toBe(0);
  // A limit that is reached ends the search.
  m.set(ascii('ab'), 5);
  expect(call(LONG, 1)).toBe(1);
});

/** What the kernels are told that a search may cost, in bytes compared. */
function budgets(name: 'find' | 'rfind' | 'matches', size: number): number[] {
  const told: number[] = [];
  const asked = (...args: number[]) => {
    told.push(args[name === 'matches' ? 5 : 4]!);
    return GIVE_UP;
  };
  const kernels = { ...k, run: { ...k.run, [name]: asked } } as unknown as Kernels;
  const search = name === 'matches' ? glue.count : glue[name];
  expect(search(kernels, new Uint8Array(size), 0, size, ascii('ab'), 0, 2, 9)).toBe(GIVE_UP);
  return told;
}

test('a search gives up after 16 comparisons for each byte', () => {
  expect((['find', 'rfind', 'matches'] as const).map((name) => budgets(name, 100))).toEqual([
    [1600],
    [1600],
    [1600],
  ]);
  expect(budgets('find', LONG)).toEqual([16_384]);
});
