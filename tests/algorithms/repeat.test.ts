/** Repetitions against JavaScript's strings. */
import type * as Copy from '../../src/memory/copy.js';
import { LENGTH, MEMORY, Range } from '../../src/memory/index.js';
import { repeat } from '../../src/algorithms/index.js';
import { latin1, placed, textOf } from './support.js';

function range(text: string): Range {
  const [m, s, e] = placed(latin1(text), text.length % 3, 0x7a);
  return new Range(m, s, e - s);
}

test('repeat', () => {
  for (const text of ['', 'a', 'abc', 'x'.repeat(100)]) {
    const { [MEMORY]: m, [LENGTH]: length } = range(text);
    const s = text.length % 3;
    for (const count of [-1, 0, 1, 2, 3, 7, 8, 1000]) {
      expect(textOf(repeat(m, s, s + length, count))).toBe(text.repeat(Math.max(0, count)));
    }
  }
});

test('many repetitions take few copies, each twice as long as the one before', () => {
  const copy = jest.requireActual<typeof Copy>('../../src/memory/copy.js');
  const [copied, looped] = [jest.spyOn(copy, 'copyToNew'), jest.spyOn(copy, 'copyLoop')];
  const lengths = (length: number, count: number) => {
    copied.mockClear();
    repeat(new Uint8Array(length), 0, length, count);
    return copied.mock.calls.map(([, start, end]) => end - start);
  };
  try {
    expect([lengths(70, 1), lengths(70, 2), lengths(70, 8), lengths(70, 11)]).toEqual([
      [70],
      [70, 70],
      [70, 70, 140, 280],
      [70, 70, 140, 280, 210],
    ]);
    // Bytes are filled in.
    expect([lengths(1, 1000), lengths(70, 0)]).toEqual([[1], []]);
    // A short result takes two loops, the second of which reads what it has written.
    looped.mockClear();
    expect([lengths(3, 8), lengths(0, 5), lengths(3, 1)]).toEqual([[], [], []]);
    expect(looped.mock.calls.map(([, start, end]) => end - start)).toEqual([3, 21, 0, 0, 3, 0]);
  } finally {
    copied.mockRestore();
    looped.mockRestore();
  }
});
