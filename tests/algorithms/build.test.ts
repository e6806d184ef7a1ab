import fc from 'fast-check';
import { EMPTY, LENGTH, MEMORY, Range } from '../../src/memory/index.js';
import { expandtabs, hashBytes, join, pad, repeat, siphash13, zfill } from '../../src/algorithms/index.js';
import { ILP32, useABI } from '../../src/python/index.js';
import { agreed, latin1, noise, outcome, placed, textOf } from './support.js';

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

test('repeat', () => {
  for (const text of ['', 'a', 'abc', 'x'.repeat(100)]) {
    const { [MEMORY]: m, [LENGTH]: length } = range(text);
    const s = text.length % 3;
    for (const count of [-1, 0, 1, 2, 3, 7, 8, 1000]) {
      expect(textOf(repeat(m, s, s + length, count))).toBe(text.repeat(Math.max(0, count)));
    }
  }
});

test('what cannot exist', () => {
  const m = new Uint8Array(65536);
  const piece = new Range(m, 0, 65536);
  expect(outcome(() => repeat(m, 0, 2, 2 ** 62))).toEqual({
    error: 'OverflowError: repeated bytes are too long',
  });
  expect(outcome(() => repeat(m, 0, 1, 2 ** 62))).toEqual({ error: 'MemoryError: ' });
  expect(outcome(() => pad(m, 0, 1, 2 ** 63, 0, 32))).toEqual({
    error: 'OverflowError: byte string is too large',
  });
  expect(outcome(() => zfill(m, 0, 1, 2 ** 62))).toEqual({ error: 'MemoryError: ' });
  const before = useABI(ILP32);
  const items = new Array<Range>(32768).fill(piece);
  const answers = [
    outcome(() => join(EMPTY, items)),
    outcome(() => join(piece, new Array<Range>(65536).fill(EMPTY))),
    outcome(() => repeat(m, 0, 2, 2 ** 30)),
    outcome(() => pad(m, 0, 1, 0, 2 ** 31 - 17, 32)),
    outcome(() => expandtabs(latin1('\t'), 0, 1, 2 ** 31 - 1)),
    outcome(() => expandtabs(latin1('\t\t'), 0, 2, 2 ** 31 - 1)),
    outcome(() => expandtabs(latin1('\ta'), 0, 2, 2 ** 31 - 1)),
    outcome(() => expandtabs(latin1('a\t'), 0, 2, 2 ** 31 - 1)),
  ];
  useABI(before);
  expect(answers).toEqual(
    [
      'join() result is too long',
      'join() result is too long',
      'repeated bytes are too long',
      'byte string is too large',
      'byte string is too large',
      'result too long',
      'result too long',
      'byte string is too large',
    ].map((message) => ({ error: `OverflowError: ${message}` })),
  );
});

test('hash is the one of PYTHONHASHSEED=0', () => {
  // Recorded from CPython of 64 bits: hash(bytes(i * 7 & 255 for i in range(n))).
  const recorded: [number, bigint][] = [
    [0, 0n],
    [1, 7541581120933061747n],
    [2, -3720876285294767771n],
    [3, -1332803063771371970n],
    [4, 3832673834719728815n],
    [5, -3789860340065110665n],
    [6, 3743591308447091620n],
    [7, -7027475818172449325n],
    [8, 3446975903813582154n],
    [9, -292284824462998644n],
    [15, -5079894790918243590n],
    [16, -8661954790707444835n],
    [17, 6027164928490684863n],
    [63, 1522848222275849851n],
    [64, -3279660204947752115n],
    [65, -1816331159497030714n],
    [255, 3685085648493610532n],
    [256, -7079529741177642034n],
    [257, 6713704591238265820n],
    [1000, 2432718774320802998n],
    [4099, 6288327756007073855n],
    [70001, 8829051810388099066n],
  ];
  for (const [size, hash] of recorded) {
    const [m, s, e] = placed(
      Uint8Array.from({ length: size }, (_, i) => i * 7),
      size % 4,
      1,
    );
    expect(agreed(() => siphash13(m, s, e))).toBe(hash);
    expect(hashBytes(m, s, e)).toBe(hash);
  }
});

test('hash is the same on every tier', () => {
  for (let size = 0; size < 140; size++) {
    const [m, s, e] = placed(noise(size, 256, size), size % 7, 1);
    agreed(() => siphash13(m, s, e));
  }
});
