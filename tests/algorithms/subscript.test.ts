/** Strided copies, assignments and deletions against lists. */
import * as algorithms from '../../src/algorithms/index.js';
import { setTiers } from '../../src/accelerate/tiers.js';
import { agreed, counted, everywhere, noise, placed, textIn, textOf } from './support.js';

/** Checks copies, assignments and deletions of all of a step's bytes, whatever lies around them. */
function checkStep(step: number): void {
  everywhere((bytes, lead) => {
    const [m, s] = placed(bytes, lead, 1);
    const list = [...bytes];
    for (const skip of [0, 1]) {
      const first = step > 0 ? skip : bytes.length - 1 - skip;
      const picked: number[] = [];
      for (let i = first; i >= 0 && i < list.length; i += step) picked.push(i);
      const copy = agreed(() => textOf(algorithms.copyStrided(m, s + first, step, picked.length)));
      expect(copy).toBe(String.fromCharCode(...picked.map((i) => list[i]!)));

      const assigned = m.slice();
      algorithms.assignStrided(assigned, s + first, step, picked.length, noise(picked.length + 2), 2);
      const values = noise(picked.length + 2);
      const expected = list.slice();
      picked.forEach((at, i) => (expected[at] = values[i + 2]!));
      expect(textIn(assigned, s, s + list.length)).toBe(String.fromCharCode(...expected));

      const rest = m.slice();
      const end = algorithms.deleteStrided(rest, s + list.length, s + first, step, picked.length);
      const gone = new Set(picked);
      const left = list.filter((_, i) => !gone.has(i));
      expect(textIn(rest, s, end)).toBe(String.fromCharCode(...left));
      expect(textIn(rest, s + list.length, m.length)).toBe('\x01'.repeat(m.length - s - list.length));
    }
  });
}

test.each([1, 2, 3, 4, 5, 8, 60, -1, -2, -3, -4, -60])(
  'strided copies, assignments and deletions, with the step %d',
  (step) => checkStep(step),
);

test('the bytes are reversed in place, by the platform if there are many', () => {
  everywhere((bytes, lead) => {
    const [m, s, e] = placed(bytes, lead, 1);
    const cut = jest.spyOn(m, 'subarray');
    algorithms.reverse(m, s, e);
    expect(cut.mock.calls.length).toBe(bytes.length >= 128 ? 1 : 0);
    cut.mockRestore();
    expect(textIn(m, s, e)).toBe(String.fromCharCode(...[...bytes].reverse()));
    expect(textIn(m, e, m.length)).toBe('\x01'.repeat(m.length - e));
  });
});

test('every second or fourth byte of a long range is read as items, wherever items may begin', () => {
  const before = setTiers({ natives: true, wasm: false });
  try {
    const readsOf = (offset: number, first: number, step: number, count: number): number => {
      const { memory, reads } = counted(new Uint8Array(new ArrayBuffer(4000), offset));
      algorithms.copyStrided(memory, first, step, count);
      return reads();
    };
    for (const step of [2, 4]) {
      for (let offset = 0; offset < 8; offset++) {
        for (let first = 0; first < 8; first++) {
          // Otherwise each byte is read for itself.
          const isItem = (offset + first) % step === 0;
          expect([offset, first, readsOf(offset, first, step, 200) < 10]).toEqual([offset, first, isItem]);
        }
      }
      expect([readsOf(0, 8, step, 127), readsOf(0, 8, step, 128) < 10]).toEqual([127, true]);
    }
    expect(readsOf(0, 8, 3, 200)).toBe(200);
  } finally {
    setTiers(before);
  }
});
