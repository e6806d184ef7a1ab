/** Repetitions against JavaScript's strings. */
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
