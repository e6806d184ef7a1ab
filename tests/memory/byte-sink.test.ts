/** Collecting bytes piece by piece, against a list. */
import fc from 'fast-check';
import type * as Allocate from '../../src/memory/allocate.js';
import { ByteSink, LENGTH, MEMORY, Range, START, allocate } from '../../src/memory/index.js';

const bytesOf = ({ [MEMORY]: memory, [START]: start, [LENGTH]: length }: Range) => [
  ...memory.subarray(start, start + length),
];

const fill = (sink: ByteSink, byte: number, count: number) => {
  const at = sink.take(count);
  sink.memory.fill(byte, at, at + count);
};

type Step = (sink: ByteSink, model: number[]) => void;

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.nat(255).map((byte): Step => (sink, model) => {
    sink.byte(byte);
    model.push(byte);
  }),
  fc
    .tuple(fc.string({ maxLength: 30 }), fc.constantFrom(0x7f, 0x100))
    .map(([text, limit]): Step => (sink, model) => {
      const codes = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
      const fits = codes.every((code) => code < limit);
      expect(sink.text(text, limit)).toBe(fits);
      if (fits) model.push(...codes);
    }),
  fc.string({ maxLength: 40 }).map((text): Step => (sink, model) => {
    sink.ascii(text);
    for (const c of text) model.push(c.charCodeAt(0));
  }),
  fc.tuple(fc.nat(255), fc.nat(200)).map(([byte, count]): Step => (sink, model) => {
    fill(sink, byte, count);
    for (let i = 0; i < count; i++) model.push(byte);
  }),
  fc.uint8Array({ maxLength: 90 }).map((bytes): Step => (sink, model) => {
    const lead = Math.min(2, bytes.length);
    sink.range(bytes, lead, bytes.length);
    sink.content(new Range(bytes, 0, lead));
    model.push(...bytes.subarray(lead), ...bytes.subarray(0, lead));
  }),
);

test('a sink holds what was put into it, in order', () => {
  fc.assert(
    fc.property(fc.constantFrom(0, 1, 16, 500), fc.array(step, { maxLength: 25 }), (expected, steps) => {
      const sink = new ByteSink(expected);
      const model: number[] = [];
      for (const put of steps) {
        put(sink, model);
        expect(sink.length).toBe(model.length);
      }
      expect(bytesOf(sink.finish())).toEqual(model);
    }),
    { numRuns: 200 },
  );
});

test('the expected size needs no more room; unused room is released', () => {
  const full = new ByteSink(100_000);
  fill(full, 1, 100_000);
  expect(full.finish()[MEMORY].length).toBe(100_000);
  for (const [used, most] of [
    [10, 65_536],
    [50_000, 100_000],
    [49_999, 50_000],
  ] as const) {
    const sink = new ByteSink(100_000);
    fill(sink, 1, used);
    const range = sink.finish();
    expect(range[LENGTH]).toBe(used);
    expect(range[MEMORY].length).toBeLessThanOrEqual(most);
  }
});

test('a sink writes into nothing but its room, even if its neighbours in a slab would take it', () => {
  const puts: Record<string, (sink: ByteSink) => void> = {
    byte: (sink) => sink.byte(1),
    ascii: (sink) => sink.ascii('ab'),
    text: (sink) => void sink.text('abc', 128),
    range: (sink) => sink.range(Uint8Array.of(9, 1, 2, 3, 9), 1, 4),
    take: (sink) => fill(sink, 1, 7),
    'ascii, as long as the room': (sink) => sink.ascii('a'.repeat(16)),
  };
  for (const [name, put] of Object.entries(puts)) {
    for (const expected of [0, 17, 100, 600]) {
      const guards: Range[] = [];
      const guard = () => {
        for (const length of [1, 17, 513]) {
          const range = allocate(length);
          range[MEMORY].fill(0xee, range[START], range[START] + length);
          guards.push(range);
        }
      };
      const sink = new ByteSink(expected);
      guard();
      for (let i = 0; i < 150; i++) {
        const { memory } = sink;
        put(sink);
        if (sink.memory !== memory || i % 10 === 0) guard();
      }
      const touched = guards.filter((range) => bytesOf(range).some((byte) => byte !== 0xee));
      expect([name, expected, touched.length]).toEqual([name, expected, 0]);
    }
  }
});

test('a sink grows by half of its content, and by as much as is needed and 64 bytes at least', () => {
  const rooms = jest.spyOn(jest.requireActual<typeof Allocate>('../../src/memory/allocate.js'), 'allocate');
  try {
    const sink = new ByteSink(0);
    for (let i = 0; i < 1000; i++) sink.byte(i & 255);
    expect(rooms.mock.calls.map(([length]) => length)).toEqual([16, 81, 146, 219, 329, 494, 741, 1112]);
    rooms.mockClear();
    fill(sink, 1, 113);
    fill(sink, 1, 2000);
    expect(rooms.mock.calls.map(([length]) => length)).toEqual([1500, 3177]);
  } finally {
    rooms.mockRestore();
  }
});

test('a result is copied if more than 64 bytes of its room, and more than the result, are unused', () => {
  const isCopied = (expected: number, used: number) => {
    const sink = new ByteSink(expected);
    fill(sink, 1, used);
    const at = sink.take(0) - used;
    return sink.finish()[START] !== at;
  };
  expect([isCopied(200, 100), isCopied(200, 99)]).toEqual([false, true]);
  expect([isCopied(100, 36), isCopied(100, 35)]).toEqual([false, true]);
  expect([isCopied(1000, 900), isCopied(4000, 100)]).toEqual([false, true]);
});

test('a text with a character past the limit is refused, and nothing of it is added', () => {
  const sink = new ByteSink(0);
  expect([sink.text('a\x7f', 128), sink.text('\xff', 256), sink.text('', 1)]).toEqual([true, true, true]);
  expect([sink.text('a\x80', 128), sink.text('\u0100a', 256), sink.text('ab', 97)]).toEqual([
    false,
    false,
    false,
  ]);
  expect(bytesOf(sink.finish())).toEqual([97, 127, 255]);
});
