/** Joined contents against strings. */
import fc from 'fast-check';
import { EMPTY, Range } from '../../src/memory/index.js';
import { join } from '../../src/algorithms/index.js';
import { latin1, placed, textOf } from './support.js';

function range(text: string): Range {
  const [m, s, e] = placed(latin1(text), text.length % 3, 0x7a);
  return new Range(m, s, e - s);
}

test('join puts the separator between the items', () => {
  const piece = fc.string({ unit: 'binary-ascii', maxLength: 120 });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), piece, (items, separator) => {
      expect(textOf(join(range(separator), items.map(range)))).toBe(items.join(separator));
      // Items that share one memory, as the pieces of a split do.
      const m = latin1(items.join(''));
      let at = 0;
      const shared = items.map((item) => new Range(m, (at += item.length) - item.length, item.length));
      expect(textOf(join(range(separator), shared))).toBe(items.join(separator));
    }),
  );
  expect(join(range(','), [])).toBe(EMPTY);
});
