/** Translation by tables and deletion, on every tier. */
import * as algorithms from '../../src/algorithms/index.js';
import { agreed, everywhere, noise, placed, textIn, textOf } from './support.js';

test('translate maps each byte, or returns null for unchanged', () => {
  const same = Uint8Array.from({ length: 256 }, (_, i) => i);
  const reverse = same.slice().reverse();
  const [tm, ts] = placed(reverse, 3, 0);
  everywhere((bytes, lead) => {
    const [m, s, e] = placed(bytes, lead, 1);
    expect(agreed(() => algorithms.translate(m, s, e, same, 0))).toBeNull();
    const text = agreed(() => {
      const result = algorithms.translate(m, s, e, tm, ts);
      return result === null ? '' : textOf(result);
    });
    expect(text).toBe(
      textIn(
        bytes.map((c) => 255 - c),
        0,
        bytes.length,
      ),
    );
  });
});

test('translateDelete omits the deleted bytes', () => {
  const swapped = Uint8Array.from({ length: 256 }, (_, i) => i ^ 1);
  everywhere((bytes, lead) => {
    const [m, s, e] = placed(bytes, lead, 1);
    const deleted = noise(50, 256, 5);
    const kept = bytes.filter((c) => !deleted.includes(c));
    const without = (table: Uint8Array | null): string | null =>
      agreed(() => {
        const result = algorithms.translateDelete(m, s, e, table, 0, deleted, 0, 50);
        return result === null ? null : textOf(result);
      });
    const unchanged = kept.length === bytes.length;
    expect(without(null)).toBe(unchanged ? null : textIn(kept, 0, kept.length));
    if (bytes.length > 0)
      expect(without(swapped)).toBe(
        textIn(
          kept.map((c) => c ^ 1),
          0,
          kept.length,
        ),
      );
    expect(algorithms.translateDelete(m, s, e, null, 0, deleted, 3, 3)).toBeNull();
  });
});
