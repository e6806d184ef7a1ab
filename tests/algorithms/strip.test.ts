/** Whitespace and sets of bytes are skipped from either end of a window. */
import { skipSet, skipSetBack, skipSpace, skipSpaceBack } from '../../src/algorithms/index.js';
import { counted, latin1, noise, placed } from './support.js';

/** Both ends of a window, as offsets into it. */
const ends = (from: number, to: number, s: number) => [from - s, to - s];

test('sets of every size, and more sets than the table has numbers for', () => {
  const wrong: unknown[] = [];
  for (let round = 0; round < 600; round++) {
    const bytes = noise(40, 6, 1);
    const set = noise(round % 21, 2 + (round % 7), round);
    const others = [...bytes.keys()].filter((i) => !set.includes(bytes[i]!));
    // Bytes of the set, and others, surround both the window and the set.
    const [m, s, e] = placed(bytes, 5, set[0] ?? 0);
    const [cm, cs, ce] = placed(set, round % 3, round % 7);
    const from = skipSet(m, s, e, cm, cs, ce);
    const to = skipSetBack(m, s, e, cm, cs, ce);
    if (from - s !== (others[0] ?? 40) || to - s !== (others.at(-1) ?? -1) + 1) wrong.push([round, from, to]);
  }
  expect(wrong).toEqual([]);
});

test.each([0, 1, 3, 8, 9, 20])(
  'a window that is all of a set of %d, or white space, ends at its ends',
  (size) => {
    const set = Uint8Array.from({ length: size }, (_, i) => 97 + i);
    for (const length of size === 0 ? [0] : [0, 1, 5]) {
      const [m, s, e] = placed(new Uint8Array(length).fill(97), 4, 97);
      expect(ends(skipSet(m, s, e, set, 0, size), skipSetBack(m, s, e, set, 0, size), s)).toEqual([
        length,
        0,
      ]);
      const [w, ws, we] = placed(new Uint8Array(length).fill(32), 4, 32);
      expect(ends(skipSpace(w, ws, we), skipSpaceBack(w, ws, we), ws)).toEqual([length, 0]);
    }
    // A window that ends before it starts is not changed.
    const m = new Uint8Array(9).fill(97);
    expect([skipSet(m, 5, 3, set, 0, size), skipSetBack(m, 5, 3, set, 0, size)]).toEqual([5, 3]);
  },
);

test('an empty set skips nothing, whatever bytes surround it', () => {
  const m = new Uint8Array(9).fill(97);
  for (let at = 0; at <= 9; at++) {
    expect([skipSet(m, 2, 7, m, at, at), skipSetBack(m, 2, 7, m, at, at)]).toEqual([2, 7]);
  }
});

test('white space is six bytes', () => {
  const found = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => {
    const m = Uint8Array.of(byte);
    expect(skipSpace(m, 0, 1)).toBe(1 - skipSpaceBack(m, 0, 1));
    return skipSpace(m, 0, 1) === 1;
  });
  expect(Uint8Array.from(found)).toEqual(latin1('\t\n\v\f\r '));
});

test('a set is independent of the sets before it, however many there were', () => {
  const all = Uint8Array.from({ length: 256 }, (_, i) => i);
  const wrong: number[] = [];
  for (let round = 0; round < 1100; round++) {
    // The set of each round is a single byte, and most bytes have been in the set of an earlier round.
    const byte = round % 229;
    const content = Uint8Array.of(byte, (byte + 1 + (round % 200)) % 229, byte);
    if (skipSet(content, 0, 3, all, byte, byte + 1) !== 1) wrong.push(round);
    if (skipSetBack(content, 0, 3, all, byte, byte + 1) !== 2) wrong.push(round);
  }
  expect(wrong).toEqual([]);
});

test('a set of up to eight is compared with each byte, a larger one is read once, wherever it is in memory', () => {
  for (const lead of [0, 100]) {
    for (const size of [1, 8, 9, 20]) {
      const set = new Uint8Array(lead + size);
      for (let i = 0; i < size; i++) set[lead + i] = 97 + i;
      // All of its bytes are the first of the set, which a direct comparison reads once.
      const m = new Uint8Array(50).fill(97);
      for (const skip of [skipSet, skipSetBack]) {
        const { memory, reads } = counted(set);
        skip(m, 0, 50, memory, lead, lead + size);
        expect([size, reads()]).toEqual([size, size <= 8 ? 1 : size]);
      }
    }
  }
});
