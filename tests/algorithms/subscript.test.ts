/** Strided copies, assignments and deletions against lists. */
import * as algorithms from '../../src/algorithms/index.js';
import { agreed, everywhere, noise, placed, textIn, textOf } from './support.js';

test('strided copies, assignments and deletions', () => {
  everywhere((bytes, lead) => {
    const [m, s] = placed(bytes, lead, 1);
    const list = [...bytes];
    for (const step of [1, 2, 3, 4, 5, 8, 60, -1, -2, -3, -4, -60]) {
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
        expect(textIn(rest, s + list.length, m.length)).toBe('\x01'.repeat(9));
      }
    }
    const turned = m.slice();
    algorithms.reverse(turned, s, s + list.length);
    expect(textIn(turned, s, s + list.length)).toBe(String.fromCharCode(...list.reverse()));
  });
});
