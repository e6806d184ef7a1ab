// Replacement against a plain model, on every tier.
import fc from 'fast-check';
import { count, replace } from '../../src/algorithms/index.js';
import { LENGTH, MEMORY, START } from '../../src/memory/index.js';
import { ILP32, useABI } from '../../src/python/index.js';
import { agreed, latin1, noise, outcome, placed, same, textIn, textOf } from './support.js';

function naive(h: string, old: string, to: string, limit: number): string {
  let times = limit < 0 ? Infinity : limit;
  let text = '';
  if (old === '') {
    for (let i = 0; i < h.length; i++) text += (times-- > 0 ? to : '') + h[i]!;
    return text + (times > 0 ? to : '');
  }
  for (let at = h.indexOf(old); at >= 0 && times > 0; at = h.indexOf(old), times--) {
    text += h.slice(0, at) + to;
    h = h.slice(at + old.length);
  }
  return text + h;
}

function check(h: Uint8Array, old: Uint8Array, to: Uint8Array, limit: number, lead: number): void {
  const [m, s, e] = placed(h, lead, 97);
  const [om, os, oe] = placed(old, lead % 4, 97);
  const [nm, ns, ne] = placed(to, lead % 3, 98);
  const expected = naive(textIn(h, 0, h.length), textIn(old, 0, old.length), textIn(to, 0, to.length), limit);
  const before = m.slice();
  const answer = agreed(() => {
    const result = replace(m, s, e, om, os, oe, nm, ns, ne, limit);
    if (result !== null) expect(result[MEMORY]).not.toBe(m);
    return result === null ? null : textOf(result);
  });
  expect(answer ?? textIn(h, 0, h.length)).toBe(expected);
  expect(same(m, before)).toBe(true);
  // "Unchanged" means an equal result, and must be returned when nothing was found.
  if (count(m, s, e, om, os, oe) === 0) expect(answer).toBeNull();
}

const few = (maxLength: number): fc.Arbitrary<Uint8Array> =>
  fc.array(fc.constantFrom(97, 98, 99), { maxLength }).map((bytes) => Uint8Array.from(bytes));

test('replaces what a naive model replaces', () => {
  fc.assert(fc.property(few(60), few(4), few(6), fc.integer({ min: -1, max: 9 }), fc.nat(9), check), {
    numRuns: 800,
  });
});

test('the length of the result follows from the count', () => {
  fc.assert(
    fc.property(few(60), few(3), few(6), (h, old, to) => {
      const result = replace(h, 0, h.length, old, 0, old.length, to, 0, to.length, -1);
      const times = count(h, 0, h.length, old, 0, old.length);
      expect(result === null ? h.length : result[LENGTH]).toBe(h.length + times * (to.length - old.length));
    }),
  );
});

test('every shape around each threshold, at every alignment', () => {
  for (const size of [0, 1, 31, 32, 33, 63, 65, 255, 256, 257, 1025, 16385]) {
    for (const lead of size > 1024 ? [1] : [0, 1, 2, 3]) {
      const h = noise(size, 5, size + lead);
      for (const old of ['\x01', '\x01\x02', '\x01\x02\x03', '\x09', '']) {
        for (const to of ['', '\x07', '\x07\x08', '\x07\x08\x09\x0a\x0b', 'x'.repeat(97)]) {
          if (old === '' && to.length > 5) continue;
          for (const limit of [-1, 3]) check(h, latin1(old), latin1(to), limit, lead);
        }
      }
    }
  }
});

test('a result past sys.maxsize overflows before any memory is asked for', () => {
  const before = useABI(ILP32);
  const a = new Uint8Array(65536).fill(97);
  const b = new Uint8Array(65536).fill(98);
  const answers = [0, 1].map((length) => outcome(() => replace(a, 0, 65536, a, 0, length, b, 0, 65536, -1)));
  useABI(before);
  const error = { error: 'OverflowError: replace bytes is too long' };
  expect(answers).toEqual([error, error]);
});

test('the byte behind a window is not replaced, nor is anything written behind the result', () => {
  for (const size of [20, 100, 300]) {
    for (const count of [3, size - 1, Infinity]) {
      const m = new Uint8Array(400);
      m[50] = m[60] = m[50 + size] = 97;
      const found = replace(m, 50, 50 + size, m, 60, 61, Uint8Array.of(98), 0, 1, count)!;
      const end = found[START] + found[LENGTH];
      // A slab is cleared when it is new, and this result is the last part of it.
      expect([size, count, found[LENGTH], found[MEMORY][end] ?? 0]).toEqual([size, count, size, 0]);
    }
  }
});
