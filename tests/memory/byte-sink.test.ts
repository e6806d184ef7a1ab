/** Collecting bytes piece by piece, against a list. */
import fc from 'fast-check';
import { ByteSink, LENGTH, MEMORY, Range, START } from '../../src/memory/index.js';

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
