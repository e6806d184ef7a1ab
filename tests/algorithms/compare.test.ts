// Comparisons against a plain model, on every tier.
import fc from 'fast-check';
import { compare, equal, sameContent } from '../../src/algorithms/compare.js';
import { Range } from '../../src/memory/index.js';
import { agreed, noise, placed } from './support.js';

function model(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
  }
  return Math.sign(a.length - b.length);
}

test('one difference anywhere around each threshold, at every alignment', () => {
  for (const size of [0, 1, 3, 4, 5, 8, 31, 63, 64, 65, 127, 255, 256, 257, 319, 320, 321, 1024, 8193]) {
    for (const lead of [0, 1, 2, 3]) {
      const bytes = noise(size, 256, size);
      for (const at of [-1, 0, 1, 62, 64, size >> 1, size - 2, size - 1]) {
        if (at >= size) continue;
        const [am, as, ae] = placed(bytes, lead, 1);
        const [bm, bs, be] = placed(bytes, 3 * lead + 1, 2);
        if (at >= 0) bm[bs + at]! ^= 0x90;
        const order = at < 0 ? 0 : am[as + at]! < bm[bs + at]! ? -1 : 1;
        expect(agreed(() => equal(am, as, bm, bs, size))).toBe(order === 0);
        expect(agreed(() => compare(am, as, ae, bm, bs, be))).toBe(order);
        expect(agreed(() => compare(bm, bs, be, am, as, ae))).toBe(order === 0 ? 0 : -order);
        if (size > 0)
          expect(agreed(() => compare(am, as, ae - 1, bm, bs, be))).toBe(
            at >= 0 && at < size - 1 ? order : -1,
          );
      }
    }
  }
});

test('order is that of the bytes, then of the lengths', () => {
  const few = fc.array(fc.constantFrom(0, 97, 255), { maxLength: 90 }).map((b) => Uint8Array.from(b));
  fc.assert(
    fc.property(few, few, few, (a, b, common) => {
      const left = Uint8Array.from([...common, ...a]);
      const right = Uint8Array.from([...common, ...b]);
      expect(agreed(() => compare(left, 0, left.length, right, 0, right.length))).toBe(model(left, right));
    }),
  );
});

test('bytes beside the two ranges do not count', () => {
  for (const length of [0, 1, 3, 4, 63, 64, 65, 66, 67, 68, 255, 256, 257, 258, 259, 260, 300]) {
    for (const around of [0, 1, 4, 9]) {
      const [m, s] = placed(noise(length, 256, 3), around, 7);
      const [n, t] = placed(noise(length, 256, 3), around, 7);
      expect(agreed(() => equal(m, s, n, t, length))).toBe(true);
      expect(agreed(() => compare(m, s, s + length, n, t, t + length))).toBe(0);
      n[t + length] = 8;
      if (around > 0) n[t - 1] = 8;
      expect(agreed(() => equal(m, s, n, t, length))).toBe(true);
      expect(agreed(() => compare(m, s, s + length, n, t, t + length))).toBe(0);
    }
  }
});

test('contents are the same if they have the same bytes, and either may be lost', () => {
  const whole = new Range(noise(20), 5, 10);
  const [same, other, shorter] = [
    new Range(noise(20), 5, 10),
    new Range(noise(20), 6, 10),
    new Range(noise(20), 5, 9),
  ];
  expect([sameContent(whole, same), sameContent(whole, other), sameContent(whole, shorter)]).toEqual([
    true,
    false,
    false,
  ]);
  const lost = new Range(noise(12), 5, 10);
  for (const [a, b] of [
    [lost, whole],
    [whole, lost],
    [lost, lost],
  ] as const) {
    expect(() => sameContent(a, b)).toThrow('the underlying ArrayBuffer was detached or has shrunk');
  }
  // The lengths are known without the memory.
  expect(sameContent(lost, shorter)).toBe(false);
});
