/** The views for copies in words: which are kept, and what a copy reads and writes. */
import { copyInWords, copyToNew, isViewed, makeView, viewOf } from '../../src/memory/index.js';

const memory = (size = 5000) => new Uint8Array(size);

test('the views of the last three memories of at most 64 KiB are kept', () => {
  const memories = [memory(), memory(65536), memory(), memory()];
  const views = memories.map(viewOf);
  for (let i = 1; i < 4; i++) expect(viewOf(memories[i]!)).toBe(views[i]);
  const again = viewOf(memories[0]!);
  expect(again).not.toBe(views[0]);
  // The oldest made room for it.
  expect(viewOf(memories[0]!)).toBe(again);
  expect(viewOf(memories[3]!)).toBe(views[3]);
  expect(viewOf(memories[1]!)).not.toBe(views[1]);
});

test('a larger memory keeps its view, and takes no room from the last three', () => {
  const [small, large] = [memory(), Array.from({ length: 4 }, () => memory(65537))];
  const view = viewOf(small);
  const views = large.map(viewOf);
  expect(viewOf(small)).toBe(view);
  for (let i = 0; i < 4; i++) expect(viewOf(large[i]!)).toBe(views[i]);
});

test('a view has the bytes of its memory, and of no other in the same buffer', () => {
  const { buffer } = Uint8Array.from({ length: 6000 }, (_, i) => i % 251);
  const part = new Uint8Array(buffer, 700, 5000);
  for (const view of [makeView(part), viewOf(part), viewOf(part)]) {
    expect([view.buffer, view.byteOffset, view.byteLength]).toEqual([buffer, 700, 5000]);
    expect(view.getUint8(3)).toBe(part[3]);
  }
});

test('no view of memory whose size may change is kept', () => {
  const Resizable = ArrayBuffer as unknown as new (length: number, options: object) => ArrayBuffer;
  const Growable = SharedArrayBuffer as unknown as typeof Resizable;
  for (const [Kind, size] of [Resizable, Growable].flatMap((Kind) => [
    [Kind, 5000] as const,
    [Kind, 70_000] as const,
  ])) {
    const buffer = new Kind(size, { maxByteLength: 90_000 }) as ArrayBuffer &
      Record<string, (n: number) => void>;
    const tracking = new Uint8Array(buffer);
    expect(viewOf(tracking).byteLength).toBe(size);
    buffer[Kind === Resizable ? 'resize' : 'grow']!(80_000);
    expect(viewOf(tracking).byteLength).toBe(80_000);
  }
  const shared = new Uint8Array(new SharedArrayBuffer(5000));
  expect(viewOf(shared)).toBe(viewOf(shared));
});

test('memories of the size of slabs are worth a view', () => {
  expect([4095, 4096, 65536, 65537].map((size) => isViewed(memory(size)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('from 21 to 128 bytes are copied in words, if both memories are worth a view', () => {
  const written = jest.spyOn(DataView.prototype, 'setInt32');
  const lengths = (source: Uint8Array, target: Uint8Array) =>
    Array.from({ length: 200 }, (_, length) => length).filter((length) => {
      written.mockClear();
      copyToNew(source, 300, 300 + length, target, 5);
      return written.mock.calls.length > 0;
    });
  try {
    const all = Array.from({ length: 108 }, (_, i) => 21 + i);
    const large = memory();
    expect(lengths(memory(), memory())).toEqual(all);
    expect(lengths(large, large)).toEqual(all);
    expect(lengths(memory(4095), memory())).toEqual([]);
    expect(lengths(memory(65537), memory())).toEqual([]);
    expect(lengths(memory(), memory(4095))).toEqual([]);
  } finally {
    written.mockRestore();
  }
});

test('a copy writes its bytes and no others, also over its own beginning', () => {
  const before = Uint8Array.from({ length: 300 }, (_, i) => (i * 7 + 1) % 256);
  for (let length = 8; length < 60; length++) {
    for (const at of [0, 60, 92, 99, 100, 160, 200]) {
      const m = before.slice();
      const view = makeView(m);
      copyInWords(view, 100, view, at, length);
      const expected = before.slice();
      expected.copyWithin(at, 100, 100 + length);
      // The target may not begin within its source.
      if (at <= 100 || at >= 100 + length) expect([at, length, ...m]).toEqual([at, length, ...expected]);
    }
  }
});

test('each word is read and written once, and the last ones may overlap those before them', () => {
  for (let length = 8; length < 40; length++) {
    const [source, target] = [makeView(memory()), makeView(memory())];
    const calls = [jest.spyOn(source, 'getInt32'), jest.spyOn(target, 'setInt32')];
    copyInWords(source, 3, target, 5, length);
    expect(calls.map((spy) => spy.mock.calls.length)).toEqual(Array(2).fill(2 * Math.ceil(length / 8)));
  }
});
