/** Searching a view for a value: the fast path over bytes against the plain one over items. */
import { MemoryView, PyValueError, Slice } from 'pybuffer';

const bytes = new Uint8Array([9, 1, 2, 3, 1, 255, 0, 1, 9]).subarray(1, -1);
const values = [1, 0, -0, 255, 256, -1, 2 ** 31 + 1, 2 ** 32 + 1, 1.5, NaN, Infinity, true, 1n, 'a', null];
const windows: [number, number][] = [
  [0, 7],
  [1, 3],
  [-3, -1],
  [4, 2],
  [-100, 100],
  [7, 7],
  [6, 2 ** 40],
];

function found(run: () => number): number {
  try {
    return run();
  } catch (error) {
    expect(error).toEqual(new PyValueError('memoryview.index(x): x not found'));
    return -1;
  }
}

test('bytes, bytes with a stride, and other formats have the same results', () => {
  const spread = new Uint8Array(14);
  bytes.forEach((byte, i) => (spread[2 * i] = byte));
  const views = [
    new MemoryView(bytes),
    new MemoryView(spread).get(new Slice(null, null, 2)),
    new MemoryView(new Uint16Array(bytes)),
    new MemoryView(bytes).cast('B', [7]).toreadonly(),
  ];
  for (const value of values) {
    const plain = [...bytes].flatMap((byte, i) => (byte === Number(value ?? NaN) ? [i] : []));
    for (const view of views) {
      expect(view.count(value)).toBe(plain.length);
      expect(view.includes(value)).toBe(plain.length > 0);
      for (const [start, stop] of windows) {
        const from = start < 0 ? Math.max(start + 7, 0) : start;
        const to = stop < 0 ? stop + 7 : stop;
        expect(found(() => view.index(value, start, stop))).toBe(
          plain.find((place) => place >= from && place < to) ?? -1,
        );
      }
    }
  }
});

test('a released view is not searched', () => {
  const view = new MemoryView(bytes);
  view.release();
  for (const search of [() => view.count(1), () => view.index(1), () => view.includes(1)]) {
    expect(search).toThrow(new PyValueError('operation forbidden on released memoryview object'));
  }
});
