/**
 * Pieces cut from large memory in order share slabs; they always have the right bytes and keep only their
 * slab alive.
 */
import fc from 'fast-check';
import { Bytes } from '../../src/bytes/index.js';
import { LENGTH, MEMORY, SLAB_SIZE, START, cutRange } from '../../src/memory/index.js';
import type { Range } from '../../src/memory/index.js';

const SIZE = 100_000;
const text = (seed: number) => Uint8Array.from({ length: SIZE }, (_, i) => (i * 7 + (i >> 8) + seed) & 255);
const bytesOf = (range: Range) =>
  range[MEMORY].subarray(range[START], range[START] + range[LENGTH]).join(' ');

test('pieces in any order, of several memories, have the bytes at their position', () => {
  const memories = [text(0), text(1), text(2)];
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
          expect(bytesOf(piece)).toBe(memory.subarray(start, end).join(' '));
          expect(piece[MEMORY]).not.toBe(memory);
          if (length <= 512) expect(piece[MEMORY].length).toBeLessThanOrEqual(SLAB_SIZE);
          at[which] = end;
        }
      }
    }),
  );
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
