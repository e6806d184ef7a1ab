/** Changes of the case of ASCII letters, on every tier, against JavaScript's strings. */
import * as algorithms from '../../src/algorithms/index.js';
import { agreed, everywhere, placed, textIn } from './support.js';

function mapped(text: string, map: (c: string) => string): string {
  return [...text].map((c) => (c < '\x80' ? map(c) : c)).join('');
}

const swap = (c: string): string => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase());

const cases = {
  lower: (text: string) => mapped(text, (c) => c.toLowerCase()),
  upper: (text: string) => mapped(text, (c) => c.toUpperCase()),
  swapcase: (text: string) => mapped(text, swap),
  capitalize: (text: string) =>
    mapped(text.slice(0, 1), (c) => c.toUpperCase()) + mapped(text.slice(1), (c) => c.toLowerCase()),
  title: (text: string) =>
    text.replace(/[A-Za-z]+/g, (word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase()),
};

test.each(Object.entries(cases))('%s changes ASCII letters and nothing else', (name, model) => {
  const change = algorithms[name as keyof typeof cases];
  everywhere((bytes, lead) => {
    const [m, s, e] = placed(bytes, lead, 0x61);
    for (const at of [0, 3]) {
      const text = agreed(() => {
        const target = new Uint8Array(bytes.length + 7).fill(0x51);
        change(m, s, e, target, at);
        return textIn(target, 0, target.length);
      });
      const expected = model(textIn(m, s, e));
      expect(text).toBe('Q'.repeat(at) + expected + 'Q'.repeat(7 - at));
    }
    const inPlace = m.slice();
    change(inPlace, s, e, inPlace, s);
    expect(textIn(inPlace, s, e)).toBe(model(textIn(m, s, e)));
    expect(textIn(inPlace, 0, s)).toBe(textIn(m, 0, s));
  });
});
