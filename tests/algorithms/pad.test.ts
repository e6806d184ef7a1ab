/** `expandtabs` over memory that another thread writes between its two passes. */
import { setTiers } from '../../src/accelerate/tiers.js';
import { expandtabs } from '../../src/algorithms/index.js';
import { latin1, textOf } from './support.js';

/** A memory in which the first read of each byte returns one text, and later reads another. */
function changing(first: string, then: string): Uint8Array {
  const read = new Set<string | symbol>();
  const later = latin1(then);
  return new Proxy(latin1(first), {
    get(target, key) {
      if (read.has(key)) return Reflect.get(later, key, later) as unknown;
      read.add(key);
      return Reflect.get(target, key, target) as unknown;
    },
  });
}

test.each([
  ['nothing', 'a\tb', 'a\tb', 'a   b'],
  ['tabs to letters', '\t\t', 'ab', 'ab      '],
  ['letters to tabs', 'abc', '\tbc', '   '],
  ['letters to a line', 'ab\tc', 'a\n\tc', 'a\n   '],
  ['a line to letters', '\n\tc', 'abc', 'abc   '],
])(
  'what changed meanwhile: %s; the result is as long as planned, with nothing else in it',
  (_, first, then, text) => {
    const before = setTiers({ natives: false, wasm: false });
    try {
      expect(
        textOf(expandtabs(changing(`Z${first}ZZZZZZZZZ`, `Z${then}ZZZZZZZZZ`), 1, 1 + first.length, 4)),
      ).toBe(text);
    } finally {
      setTiers(before);
    }
  },
);
