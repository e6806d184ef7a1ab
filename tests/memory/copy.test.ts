/** Copies between and within memories, with lengths around the limits between loops and views. */
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
