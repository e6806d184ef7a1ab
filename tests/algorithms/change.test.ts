import fc from 'fast-check';
import * as algorithms from '../../src/algorithms/index.js';
import { MEMORY, START } from '../../src/memory/index.js';
import { agreed, latin1, noise, placed, textIn, textOf } from './support.js';

/** Sizes around each threshold of these algorithms and of the kernels' pieces. */
const sizes = [
  0, 1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129, 255, 256, 257, 1024, 1025, 16385,
];

/** Each size at each alignment; large ones at one. */
function everywhere(check: (bytes: Uint8Array, lead: number) => void): void {
  for (const size of sizes) {
    for (const lead of size > 256 ? [1] : [0, 1, 2, 3, 8]) check(noise(size, 256, size + lead), lead);
  }
}

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

const classes = {
  isalnum: /^[0-9A-Za-z]+$/,
  isalpha: /^[A-Za-z]+$/,
  isdigit: /^[0-9]+$/,
  isspace: /^[ \t\n\v\f\r]+$/,
  isascii: /^[\0-\x7f]*$/,
  islower: /^[^A-Z]*[a-z][^A-Z]*$/,
  isupper: /^[^a-z]*[A-Z][^a-z]*$/,
  istitle: /^(?=[^]*[A-Za-z])([^A-Za-z]|(?<![A-Za-z])[A-Z]|(?<=[A-Za-z])[a-z])*$/,
};
const alphabets = ['aZ', 'a', 'Z', '09', 'a0', ' \t\n\v\f\r', 'a1 \x7f', 'Ab', 'A1'];

test.each(Object.entries(classes))('%s asks every byte', (name, pattern) => {
  const ask = algorithms[name as keyof typeof classes];
  for (const alphabet of alphabets) {
    for (const size of sizes) {
      if (size > 1025) continue;
      for (const [at, other] of [
        [-1, ''],
        [0, '\xe9'],
        [size - 1, '\x80'],
        [size >> 1, 'Q'],
        [size - 1, 'q'],
        [size >> 1, ' '],
      ] as const) {
        const bytes = latin1(alphabet.repeat(size).slice(0, size));
        if (at >= 0 && at < size) bytes[at] = other.charCodeAt(0);
        const [m, s, e] = placed(bytes, size % 4, 0xe9);
        expect(agreed(() => ask(m, s, e))).toBe(pattern.test(textIn(m, s, e)));
      }
    }
  }
});

test('translate maps each byte, or says unchanged', () => {
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

test('translateDelete leaves out what it should', () => {
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

test('sets of every size, more of them than the table has numbers for', () => {
  const m = noise(40, 6, 1);
  const wrong: unknown[] = [];
  for (let round = 0; round < 600; round++) {
    const set = noise(round % 21, 2 + (round % 7), round);
    const others = [...m.keys()].filter((i) => !set.includes(m[i]!));
    const from = algorithms.skipSet(m, 0, 40, set, 0, set.length);
    const to = algorithms.skipSetBack(m, 0, 40, set, 0, set.length);
    if (from !== (others[0] ?? 40) || to !== (others.at(-1) ?? -1) + 1) wrong.push([round, from, to]);
  }
  expect(wrong).toEqual([]);
});
