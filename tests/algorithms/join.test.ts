/** Joins against JavaScript's strings. */
import fc from 'fast-check';
import { EMPTY, LARGE_SLAB_SIZE, LENGTH, MEMORY, Range } from '../../src/memory/index.js';
import { join } from '../../src/algorithms/index.js';
import { PyBufferError, PyRuntimeError } from '../../src/exceptions/index.js';
import { latin1, noise, placed, textIn, textOf } from './support.js';

function range(text: string): Range {
  const [m, s, e] = placed(latin1(text), text.length % 3, 0x7a);
  return new Range(m, s, e - s);
}

test('join puts the separator between the items', () => {
  const piece = fc.string({ unit: 'binary-ascii', maxLength: 120 });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), piece, (items, separator) => {
      expect(textOf(join(range(separator), items.map(range)))).toBe(items.join(separator));
      // Items that share one memory, like the pieces of a split.
      const m = latin1(items.join(''));
      let at = 0;
      const shared = items.map((item) => new Range(m, (at += item.length) - item.length, item.length));
      expect(textOf(join(range(separator), shared))).toBe(items.join(separator));
    }),
  );
  expect(join(range(','), [])).toBe(EMPTY);
});

test.each([1, 2, 3, 7, 8, 9, 40])('%d items with separators and items of each length', (count) => {
  for (const gap of [0, 1, 3, 4, 5, 15, 16, 17, 31, 32, 33, 64, 65]) {
    for (const length of [0, 1, 3, 4, 5, 16, 17, 32, 33, 64, 65]) {
      const separator = noise(gap, 20, 1 + gap);
      const items = Array.from({ length: count }, (_, i) => noise(length, 20, 50 + i));
      const model = items.map((item) => textIn(item, 0, length)).join(textIn(separator, 0, gap));
      const ranges = items.map((item) => {
        const [m, s] = placed(item, 2, 0x7a);
        return new Range(m, s, length);
      });
      const [m, s] = placed(separator, 3, 0x79);
      if (textOf(join(new Range(m, s, gap), ranges)) !== model) expect([gap, length]).toBe(model);
      const shared = Uint8Array.from(items.flatMap((item) => [...item]));
      const pieces = items.map((_, i) => new Range(shared, i * length, length));
      expect(textOf(join(new Range(m, s, gap), pieces))).toBe(model);
    }
  }
});

test('an item or a separator whose memory was cut short raises, however many items there are', () => {
  for (const count of [2, 40]) {
    const whole = Array.from({ length: count }, () => range('abcdef'));
    const cut = new Range(latin1('abcdef'), 3, 4);
    for (const [separator, items] of [
      [range(', '), [...whole, cut]],
      [range(', '), [cut, ...whole]],
      [cut, whole],
    ] as const) {
      expect(() => join(separator, items)).toThrow(
        new PyBufferError('the underlying ArrayBuffer was detached or has shrunk'),
      );
    }
  }
});

test('items that are not as long as they were when they were measured are refused', () => {
  for (const count of [2, 40]) {
    const items = Array.from({ length: count }, (_, i) => range(`item ${i}`));
    const length = items.reduce((sum, item) => sum + item[LENGTH], 0);
    expect(textOf(join(range(', '), items, length))).toHaveLength(length + 2 * (count - 1));
    for (const wrong of [length - 1, length + 1, length - 30, length + 30]) {
      if (wrong < 0) continue;
      expect(() => join(range(', '), items, wrong)).toThrow(
        new PyRuntimeError('sequence changed size during iteration'),
      );
    }
  }
});

test('items that grew reach over the end of no result, not even of one with memory of its own', () => {
  const items = Array.from({ length: 60 }, () => range('x'.repeat(100)));
  for (const missing of [1, 7, 99, 101]) {
    expect(() => join(range(', '), items, 6000 - missing)).toThrow(PyRuntimeError);
  }
});

test('a result has spare memory behind it only if the caller wants some and the result is large', () => {
  const m = new Uint8Array(5000);
  const room = (length: number, spare: number) =>
    join(new Range(m, 0, 0), [new Range(m, 0, length)], length, spare)[MEMORY].length;
  expect([room(5000, 0), room(5000, 9), room(4097, 9)]).toEqual([5000, 5009, 4106]);
  expect([room(4096, 0), room(4096, 9)]).toEqual(Array(2).fill(LARGE_SLAB_SIZE));
});

test('what lies in one memory as in the result is copied at once', () => {
  const copiesOf = (between: string, gap: string) => {
    const words = Array(5).fill('x'.repeat(60));
    const m = latin1(`${words.join(between)}.`);
    const items = words.map((word: string, i) => new Range(m, i * (60 + between.length), word.length));
    // The memory of the separator begins with other bytes.
    const separator = new Range(latin1(`__${gap}`), 2, gap.length);
    const copied = jest.spyOn(Uint8Array.prototype, 'set');
    try {
      const result = join(separator, items);
      const copies = copied.mock.calls.length;
      expect(textOf(result)).toBe(words.join(gap));
      return copies;
    } finally {
      copied.mockRestore();
    }
  };
  expect([copiesOf('', ''), copiesOf(',', ','), copiesOf('and', 'and')]).toEqual([1, 1, 1]);
  // Where a byte between them differs, each item is copied by itself.
  expect([copiesOf(',', ';'), copiesOf('and', 'any'), copiesOf('', ','), copiesOf(',', '')]).toEqual([
    5, 5, 5, 5,
  ]);
});

test('from 16 items on, those of 8 to 96 bytes are copied in words, into a result of any size', () => {
  const written = jest.spyOn(DataView.prototype, 'setInt32');
  try {
    const isInWords = (length: number, count: number, size: number) => {
      const items = Array.from({ length: count }, () => new Range(noise(size), 50, length));
      written.mockClear();
      expect(join(range('-'), items)[LENGTH]).toBe(count * (length + 1) - 1);
      return written.mock.calls.length > 0;
    };
    expect([7, 8, 96, 97].map((length) => isInWords(length, 1000, 5000))).toEqual([false, true, true, false]);
    expect([15, 16].map((count) => isInWords(12, count, 5000))).toEqual([false, true]);
    expect(isInWords(12, 16, 4095)).toBe(false);
  } finally {
    written.mockRestore();
  }
});

test('items at the same places of different memories are not taken for one run', () => {
  const items = ['abc,xyz', '___,def'].map(latin1);
  const ranges = [new Range(items[0]!, 0, 3), new Range(items[1]!, 4, 3)];
  expect(textOf(join(range(','), ranges))).toBe('abc,def');
});

test('pieces that lie one separator apart are joined by theirs, whatever lies between them', () => {
  for (const gap of [',', ', ', ', and ']) {
    const words = Array.from({ length: 40 }, (_, i) => `word ${i}${gap.slice(1, 2)}`);
    for (const other of [gap, gap.toUpperCase(), 'x'.repeat(gap.length), `${gap.slice(0, -1)}x`]) {
      const m = latin1(words.join(other));
      let at = 0;
      const pieces = words.map((word) => {
        const piece = new Range(m, at, word.length);
        at += word.length + gap.length;
        return piece;
      });
      expect(textOf(join(range(gap), pieces))).toBe(words.join(gap));
    }
  }
});
