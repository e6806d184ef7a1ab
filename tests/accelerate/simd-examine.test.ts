/** One byte that decides, at every position where a vector, the first glance or a piece ends. */
import { PIECE } from '../../src/accelerate/layout.js';
import { LOWER, SPACE, UPPER } from '../../src/accelerate/limits.js';
import { ascii, edges, glue, k, pieces, windowOf } from './support.js';
import type { Kernels } from '../../src/accelerate/load.js';

type Examines = (k: Kernels, m: Uint8Array, s: number, e: number) => boolean;

/** Functions with a byte that leaves them true, one that makes them false, and what a longer window is then. */
const FALSE: Record<string, [Examines, usual: number, deciding: number]> = {
  isAscii: [glue.isAscii, 0x7f, 0x80],
  every: [(...a) => glue.every(...a, SPACE), 0x20, 0x61],
  someWithout: [(...a) => glue.someWithout(...a, LOWER, UPPER), 0x61, 0x41],
};
const LONG = 2 * PIECE + 1030;

test.each(Object.keys(FALSE))('%s is false because of one byte, wherever it is', (name) => {
  const [examine, usual, deciding] = FALSE[name]!;
  const [m, s, e] = windowOf(new Uint8Array(LONG).fill(usual));
  // The bytes beside the window would decide as well.
  m.fill(deciding, 0, s).fill(deciding, e);
  for (const size of [16, 1024, 1025, PIECE + 1024, PIECE + 1025, LONG]) {
    expect([size, examine(k, m, s, s + size)]).toEqual([size, true]);
    for (const at of edges(size)) {
      m[s + at] = deciding;
      expect([size, at, examine(k, m, s, s + size)]).toEqual([size, at, false]);
      m[s + at] = usual;
    }
  }
});

test('someWithout is true because of one byte, wherever it is', () => {
  const [m, s, e] = windowOf(new Uint8Array(LONG).fill(0x20));
  m.fill(0x61, 0, s).fill(0x61, e);
  expect(glue.someWithout(k, m, s, e, LOWER, UPPER)).toBe(false);
  for (const at of edges(LONG)) {
    m[s + at] = 0x61;
    expect([at, glue.someWithout(k, m, s, e, LOWER, UPPER)]).toEqual([at, true]);
    m[s + at] = 0x20;
  }
});

test('isTitle knows at the beginning of a piece whether it is within a word', () => {
  const [m, s, e] = windowOf(new Uint8Array(LONG).fill(0x20));
  m.fill(0x61, 0, s).fill(0x61, e);
  expect(glue.isTitle(k, m, s, e)).toBe(false);
  const words: [word: string, isTitle: boolean][] = [
    ['A', true],
    ['Ab', true],
    ['AB', false],
    ['a', false],
    [' b', false],
    ['A b', false],
    ['A B', true],
  ];
  for (const [word, isTitle] of words) {
    for (const at of edges(LONG - word.length)) {
      m.set(ascii(word), s + at);
      expect([word, at, glue.isTitle(k, m, s, e)]).toEqual([word, at, isTitle]);
      m.fill(0x20, s + at, s + at + word.length);
    }
  }
});

test.each<[string, Examines, number]>([
  ['isAscii', glue.isAscii, 0x7f],
  ['every', FALSE['every']![0], 0x20],
  ['union', FALSE['someWithout']![0], 0x61],
  ['isTitle', glue.isTitle, 0x20],
])('%s glances at 1,024 bytes, then examines whole pieces', (name, examine, usual) => {
  const m = new Uint8Array(LONG).fill(usual);
  expect(pieces((kernels) => examine(kernels, m, 0, LONG))).toEqual([
    [name, 1024],
    [name, PIECE],
    [name, PIECE],
    [name, 6],
  ]);
  expect(pieces((kernels) => examine(kernels, m, 0, 0))).toEqual([]);
});
