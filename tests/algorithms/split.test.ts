// Splits against plain models, on every tier.
import fc from 'fast-check';
import { rsplit, rsplitWhitespace, split, splitWhitespace, splitlines } from '../../src/algorithms/split.js';
import { agreed, latin1, noise, placed, textIn } from './support.js';

const few = (maxLength: number): fc.Arbitrary<Uint8Array> =>
  fc.array(fc.constantFrom(97, 98, 32, 10, 13), { maxLength }).map((bytes) => Uint8Array.from(bytes));

function pieces(m: Uint8Array, flat: number[]): string[] {
  const texts: string[] = [];
  for (let i = 0; i < flat.length; i += 2) texts.push(textIn(m, flat[i]!, flat[i + 1]!));
  return texts;
}

/** `toEqual` takes milliseconds for long lists; lists joined by a letter that no piece contains compare fast. */
function expectPieces(found: string[], expected: string[]): void {
  expect(found.length).toBe(expected.length);
  expect(found.join('\xff')).toBe(expected.join('\xff'));
}

function checkSeparator(h: Uint8Array, separator: Uint8Array, maxsplit: number, lead: number): void {
  const [m, s, e] = placed(h, lead, 97);
  const [sm, ss, se] = placed(separator, lead % 3, 98);
  const text = textIn(h, 0, h.length);
  const gap = textIn(separator, 0, separator.length);
  const all = text.split(gap);
  const limit = maxsplit < 0 ? Infinity : maxsplit;
  const expected = all.length <= limit ? all : [...all.slice(0, limit), all.slice(limit).join(gap)];
  const found = agreed(() => split(m, s, e, sm, ss, se, maxsplit));
  expectPieces(pieces(m, found), expected);

  const mirror = (t: string): string => [...t].reverse().join('');
  const back = mirror(text).split(mirror(gap));
  const kept = back.length <= limit ? back : [...back.slice(0, limit), back.slice(limit).join(mirror(gap))];
  const foundBack = agreed(() => rsplit(m, s, e, sm, ss, se, maxsplit));
  expectPieces(pieces(m, foundBack), kept.map(mirror).reverse());
  expect(pieces(m, foundBack).join(gap)).toBe(text);
}

test('pieces between separators', () => {
  fc.assert(
    fc.property(
      few(60),
      few(3),
      fc.integer({ min: -1, max: 6 }),
      fc.nat(5),
      (h, separator, maxsplit, lead) => {
        fc.pre(separator.length > 0);
        checkSeparator(h, separator, maxsplit, lead);
      },
    ),
    { numRuns: 500 },
  );
});

test('around each threshold and over the edges of the kernels pieces', () => {
  for (const size of [31, 32, 33, 63, 64, 65, 127, 255, 256, 1025, 16383, 16384, 16385, 33000]) {
    for (const alphabet of [4, 40]) {
      const h = noise(size, alphabet, size);
      for (const separator of ['\x01', '\x01\x02', '\x01\x01', '\x01\x02\x03\x00']) {
        for (const maxsplit of [-1, 2]) checkSeparator(h, latin1(separator), maxsplit, size % 4);
      }
    }
  }
});

test('white space', () => {
  const space = /[ \t\n\v\f\r]+/;
  for (const size of [0, 1, 2, 31, 32, 33, 63, 64, 65, 200, 1025, 16383, 16384, 16385, 33000]) {
    for (const alphabet of [2, 5, 60]) {
      const [m, s, e] = placed(
        noise(size, alphabet, size).map((c) => (c === 0 ? 32 : c === 1 ? 9 : c + 30)),
        1,
        97,
      );
      const words = textIn(m, s, e)
        .split(space)
        .filter((word) => word !== '');
      expectPieces(
        pieces(
          m,
          agreed(() => splitWhitespace(m, s, e, -1)),
        ),
        words,
      );
      expectPieces(
        pieces(
          m,
          agreed(() => rsplitWhitespace(m, s, e, -1)),
        ),
        words,
      );
      expectPieces(
        pieces(
          m,
          agreed(() => splitWhitespace(m, s, e, 2)),
        ).slice(0, 2),
        words.slice(0, 2),
      );
      expectPieces(
        pieces(
          m,
          agreed(() => rsplitWhitespace(m, s, e, 2)),
        ).slice(-2),
        words.slice(-2),
      );
    }
  }
});

test('lines', () => {
  for (const size of [0, 1, 2, 31, 33, 64, 65, 1025, 16383, 16384, 16385, 33000]) {
    for (const alphabet of [2, 3, 30]) {
      const bytes = noise(size, alphabet, size + 1).map((c) => (c === 0 ? 10 : c === 1 ? 13 : c + 9));
      const [m, s, e] = placed(bytes, size % 4, 10);
      const lines = textIn(m, s, e).match(/[^\n\r]*(?:\r\n|\n|\r)|[^\n\r]+$/g) ?? [];
      expectPieces(
        pieces(
          m,
          agreed(() => splitlines(m, s, e, true)),
        ),
        [...lines],
      );
      const bare = lines.map((line) => line.replace(/(?:\r\n|\n|\r)$/, ''));
      expectPieces(
        pieces(
          m,
          agreed(() => splitlines(m, s, e, false)),
        ),
        bare,
      );
    }
  }
});

test('the byte behind a window does not belong to its last line', () => {
  const m = latin1('a\r\nb\n\r');
  const lines = (s: number, e: number) =>
    [false, true].map((keepends) => agreed(() => pieces(m, splitlines(m, s, e, keepends))));
  expect([lines(0, 2), lines(2, 4), lines(0, 3)]).toEqual([
    [['a'], ['a\r']],
    [
      ['', 'b'],
      ['\n', 'b'],
    ],
    [['a'], ['a\r\n']],
  ]);
});
