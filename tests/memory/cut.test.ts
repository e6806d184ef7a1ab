/**
 * Pieces cut from large memory in order share slabs; they always have the right bytes and keep only their
 * slab alive.
 */
import fc from 'fast-check';
import { Bytes } from '../../src/bytes/index.js';
import { LARGE_SLAB_SIZE, LENGTH, MEMORY, SLAB_SIZE, START, cutRange } from '../../src/memory/index.js';
import type { Range } from '../../src/memory/index.js';

const SIZE = 100_000;
const text = (seed: number) => Uint8Array.from({ length: SIZE }, (_, i) => (i * 7 + (i >> 8) + seed) & 255);
const viewOf = (range: Range) => range[MEMORY].subarray(range[START], range[START] + range[LENGTH]);
const bytesOf = (range: Range) => viewOf(range).join(' ');

test('pieces in any order, of several memories, have the bytes at their position', () => {
  const memories = [text(0), text(1), text(2)];
  const wrong: string[] = [];
  const step = fc.record({
    memory: fc.nat(2),
    gap: fc.integer({ min: -40, max: 400 }),
    length: fc.integer({ min: 2, max: 600 }),
    times: fc.integer({ min: 1, max: 40 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const at = [0, 0, 0];
      for (const { memory: which, gap, length, times } of steps) {
        for (let i = 0; i < times; i++) {
          const memory = memories[which]!;
          const start = Math.max(0, at[which]! + gap);
          const end = Math.min(SIZE, start + length);
          if (end - start < 2) break;
          const piece = cutRange(memory, start, end, SIZE);
          // Not `toBe` and the like for each piece, which take longer than the pieces.
          const isRight =
            Buffer.compare(viewOf(piece), memory.subarray(start, end)) === 0 &&
            piece[MEMORY] !== memory &&
            (length > 512 || piece[MEMORY].length <= SLAB_SIZE);
          if (!isRight) wrong.push(`memory ${which}, ${start} to ${end}`);
          at[which] = end;
        }
      }
    }),
  );
  expect(wrong).toEqual([]);
});

test('a copy ends where the content ends: the bytes after it may still change', () => {
  const memory = text(3);
  const limit = 5000;
  for (let at = 0; at + 50 <= limit; at += 50) cutRange(memory, at, at + 50, limit);
  memory.fill(255, limit);
  expect(bytesOf(cutRange(memory, limit, limit + 50, SIZE))).toBe(Array(50).fill(255).join(' '));
});

test('pieces in order share copies, at most as much in vain as they cover', () => {
  const memory = text(4);
  const pieces: Range[] = [];
  for (let at = 0; at + 20 <= SIZE; at += 22) pieces.push(cutRange(memory, at, at + 20, SIZE));
  const kept = [...new Set(pieces.map((piece) => piece[MEMORY]))].reduce((sum, each) => sum + each.length, 0);
  expect(kept).toBeLessThan(SIZE + 3 * SLAB_SIZE);
  expect(new Set(pieces.map((piece) => piece[MEMORY])).size).toBeLessThan(25);
});

test('the last memory is forgotten when the turn is over', async () => {
  const memory = text(5);
  const cut = (at: number) => cutRange(memory, at, at + 100, SIZE)[MEMORY];
  cut(0);
  cut(100);
  cut(200);
  const shared = cut(300);
  expect(cut(400) === shared).toBe(true);
  await null;
  expect(cut(500) === shared).toBe(false);
});

test('slices of bytes in order have the right bytes', () => {
  const memory = text(6);
  const whole = new Bytes(memory);
  const slices = Array.from({ length: 1000 }, (_, i) => whole.slice(i * 90, i * 90 + 80));
  slices.forEach((slice, i) => {
    expect(slice.toUint8Array()).toEqual(memory.slice(i * 90, i * 90 + 80));
  });
});

describe('which pieces share a copy', () => {
  /**
   * For each piece of one new memory: the bytes of the copy that it begins, 0 if it is within the copy of a
   * piece before, or null if it has a copy of its own.
   */
  function copies(pieces: readonly (readonly [start: number, end: number])[], limit = SIZE) {
    const memory = text(7);
    const known = new Set<Uint8Array>();
    return pieces.map(([start, end]) => {
      const piece = cutRange(memory, start, end, limit);
      expect(bytesOf(piece)).toBe(memory.subarray(start, end).join(' '));
      const at = piece[MEMORY];
      if (known.has(at)) return 0;
      // Separate copies are parts of slabs.
      if ([4096, SLAB_SIZE, LARGE_SLAB_SIZE].includes(at.length)) return null;
      known.add(at);
      return at.length;
    });
  }
  const row = (from: number, step: number, length: number, count: number) =>
    Array.from({ length: count }, (_, i) => [from + i * step, from + i * step + length] as const);

  test('pieces in order: a copy is as long as what they have covered', () => {
    expect(copies(row(0, 100, 100, 8))).toEqual([null, 200, 0, 400, 0, 0, 0, 800]);
    // The gaps between them count.
    expect(copies(row(0, 150, 100, 8))).toEqual([null, 250, 0, 550, 0, 0, 0, 1150]);
  });

  test('a copy ends at the limit, and must have room for another such piece', () => {
    expect(copies(row(0, 100, 100, 4), 399)).toEqual([null, 200, 0, null]);
    expect(copies(row(0, 100, 100, 4), 400)).toEqual([null, 200, 0, null]);
    expect(copies(row(0, 100, 100, 4), 500)).toEqual([null, 200, 0, 200]);
    expect(copies(row(0, 100, 100, 4), 499)).toEqual([null, 200, 0, null]);
  });

  test('pieces up to 256 bytes apart are in order, and others are not', () => {
    const after = (gap: number) => copies([...row(0, 100, 100, 3), [300 + gap, 400 + gap]]).at(-1);
    expect([after(0), after(256), after(257), after(-1)]).toEqual([400, 656, null, 399]);
    // Before the piece that was copied last, pieces are not in order.
    expect(copies([...row(1000, 100, 100, 2), [999, 1099], [1099, 1199]])).toEqual([null, 200, null, 200]);
  });

  test('a piece within the copy shares it, from its first byte to its last', () => {
    const within = (start: number, end: number) => copies([...row(0, 100, 100, 2), [start, end]]).at(-1);
    expect([within(100, 300), within(101, 300), within(99, 300), within(100, 301)]).toEqual([
      0,
      0,
      null,
      null,
    ]);
  });

  test('a piece of more than 512 bytes is copied separately', () => {
    expect(copies(row(0, 512, 512, 3))).toEqual([null, 1024, 0]);
    expect(copies(row(0, 513, 513, 3))).toEqual([null, null, null]);
  });

  test('a copy is as long as a slab at most', () => {
    const memory = text(8);
    const pieces = row(0, 500, 500, 190).map(([start, end]) => cutRange(memory, start, end, SIZE));
    expect(bytesOf(pieces[189]!)).toBe(memory.subarray(94_500, 95_000).join(' '));
    const sharing = pieces.filter((piece) => piece[MEMORY] === pieces[150]![MEMORY]);
    expect([pieces[150]![MEMORY].length, sharing.length]).toEqual([SLAB_SIZE, 32]);
    expect(Math.max(...pieces.map((piece) => piece[MEMORY].length))).toBe(SLAB_SIZE);
  });
});
