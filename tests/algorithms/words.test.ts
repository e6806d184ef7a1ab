/** How much the loops over words read and write, and where they stop. The tests of their callers compare results. */
import {
  flipCaseInWords,
  isAsciiInWords,
  mismatchInWords,
  replaceByteInWords,
} from '../../src/algorithms/words.js';
import { counted, noise } from './support.js';

/** What the way to the view of a memory reads: its length, then its buffer, offset and length in bytes. */
const VIEW = 4;

test('only the bytes behind the last whole words are read one by one', () => {
  for (let size = 60; size < 80; size++) {
    const { memory, reads } = counted(new Uint8Array(100).fill(97));
    expect(isAsciiInWords(memory, 5, 5 + size)).toBe(true);
    expect(reads()).toBe(VIEW + (size % 16));
    const [a, b] = [counted(noise(100)), counted(noise(100))];
    expect(mismatchInWords(a.memory, 5, b.memory, 5, size)).toBe(size);
    expect([a.reads(), b.reads()]).toEqual([VIEW + (size % 4), VIEW + (size % 4)]);
  }
});

test('what changes words stops fewer than four bytes before the end', () => {
  const target = new Uint8Array(100);
  for (let size = 0; size < 40; size++) {
    const stop = 7 + size - (size % 4);
    expect(flipCaseInWords(noise(100), 7, 7 + size, target, 3, 0x61, 0x7a, 0x20)).toBe(stop);
    expect(replaceByteInWords(noise(100), 7, 7 + size, target, 3, 1, 2)).toBe(stop);
  }
});
