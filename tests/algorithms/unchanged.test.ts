/** A law of all algorithms that make new content. */
import fc from 'fast-check';
import * as algorithms from '../../src/algorithms/index.js';
import { MEMORY, START } from '../../src/memory/index.js';
import { noise, placed, textIn } from './support.js';

test('a result is unchanged (null) or shares no memory with its input', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(4), (bytes, lead) => {
      const [m, s, e] = placed(bytes, lead, 0x61);
      const before = textIn(m, 0, m.length);
      const table = noise(256);
      const results = [
        algorithms.translate(m, s, e, table, 0),
        algorithms.translateDelete(m, s, e, table, 0, m, s, s + Math.min(2, e - s)),
        algorithms.replace(m, s, e, m, s, Math.min(e, s + 1), table, 0, 3, -1),
        algorithms.zfill(m, s, e, 400),
        algorithms.pad(m, s, e, 3, 4, 0x20),
        algorithms.pad(m, s, e, 0, 0, 0x20),
        algorithms.expandtabs(m, s, e, 4),
        algorithms.repeat(m, s, e, 1),
        algorithms.repeat(m, s, e, 3),
        algorithms.copyStrided(m, s, 1, e - s),
      ];
      for (const result of results) {
        if (result === null || result[MEMORY].length === 0) continue;
        expect(result[MEMORY].buffer).not.toBe(m.buffer);
        result[MEMORY].fill(0, result[START], result[START] + 1);
      }
      expect(textIn(m, 0, m.length)).toBe(before);
    }),
  );
});
