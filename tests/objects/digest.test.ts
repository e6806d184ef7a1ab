/**
 * The hashes of contents in tags: each of their bits depends on every value, its position, and the number of
 * values.
 */
import { Digest } from '../../src/objects/digest.js';

const digestOf = (values: readonly number[]): string => {
  const digest = new Digest();
  for (const value of values) digest.add(value);
  return digest.text();
};
const bitsOf = (text: string): number[] =>
  [...text].flatMap((digit) => [3, 2, 1, 0].map((i) => (parseInt(digit, 16) >> i) & 1));
const sequences = Array.from({ length: 600 }, (_, i) =>
  Array.from({ length: 1 + (i % 9) }, (_, k) => (i * (k + 1) * 37 + k * 11) & 255),
);

test('a digest is two hashes of 16 digits each, and a value read twice is the same', () => {
  const digest = new Digest();
  expect(digest.text()).toMatch(/^[0-9a-f]{32}$/);
  for (const value of [97, 0x20ac]) digest.add(value);
  expect(digest.text()).toBe(digestOf([97, 0x20ac]));
  expect(digest.text()).toBe(digest.text());
});

test('each bit is set in about half of all digests, independently of its neighbours and of the other lane', () => {
  const all = [...new Set(sequences.map((values) => values.join()))].map((text) =>
    bitsOf(digestOf(text.split(',').map(Number))),
  );
  const wrong: string[] = [];
  for (let i = 0; i < 128; i++) {
    const share = all.reduce((sum, bits) => sum + bits[i]!, 0) / all.length;
    if (share < 0.4 || share > 0.6) wrong.push(`bit ${i} is set in ${share}`);
    for (const j of [i - 1, i - 32, i - 64, i - 96].filter((j) => j >= 0)) {
      const alike = all.reduce((sum, bits) => sum + Number(bits[i] === bits[j]), 0) / all.length;
      if (alike < 0.35 || alike > 0.65) wrong.push(`bits ${i} and ${j} agree in ${alike}`);
    }
  }
  expect(wrong).toEqual([]);
});

test.each<[string, (values: readonly number[], i: number) => number[]]>([
  ['a bit of the last value', (values, i) => [...values.slice(0, -1), values.at(-1)! ^ (1 << (i % 8))]],
  ['a bit of the first value', (values, i) => [values[0]! ^ (1 << (i % 8)), ...values.slice(1)]],
  ['a high bit of a character', (values, i) => [values[0]! ^ (256 << (i % 8)), ...values.slice(1)]],
  ['the order', (values) => [values.at(-1)! ^ 1, ...values]],
  ['a zero more', (values) => [...values, 0]],
  ['a zero before', (values) => [0, ...values]],
])('%s changes about half of the bits of each hash', (_, change) => {
  const flips = new Array<number>(4).fill(0);
  for (const [i, values] of sequences.entries()) {
    const before = bitsOf(digestOf(values));
    const after = bitsOf(digestOf(change(values, i)));
    before.forEach((bit, at) => (flips[at >> 5]! += Number(bit !== after[at])));
  }
  for (const flipped of flips) {
    expect(flipped / (32 * sequences.length)).toBeGreaterThan(0.4);
    expect(flipped / (32 * sequences.length)).toBeLessThan(0.6);
  }
});

test('no two of many contents have a lane in common', () => {
  const lanes = [0, 1, 2, 3].map(() => new Set<string>());
  for (let i = 0; i < 4000; i++) {
    const text = digestOf([i & 255, i >> 8, 7]);
    lanes.forEach((lane, k) => lane.add(text.slice(8 * k, 8 * k + 8)));
  }
  for (const lane of lanes) expect(lane.size).toBeGreaterThan(3990);
});
