/**
 * A value whose conversion releases the view. Python converts it to a C `long`, or to 64 bits, looks at the
 * view again, and checks the range of the item last; the conversion's own error comes first. Checked in
 * CPython 3.15.2 for 64-bit memory; in 32-bit memory a `long` has 32 bits.
 */
import { ByteArray, ILP32, LP64, MemoryView, useABI } from 'pybuffer';
import { pythonOf } from '../python-of.js';

const RELEASED = 'ValueError: operation forbidden on released memoryview object';
const VALUES = [
  0n,
  -1n,
  ...[7n, 8n, 15n, 16n, 31n, 32n, 63n, 64n].flatMap((bits) => [2n ** bits - 1n, 2n ** bits]),
  ...[7n, 15n, 31n, 63n].flatMap((bits) => [-(2n ** bits), -(2n ** bits) - 1n]),
];

test.each([
  ['LP64', LP64, 'bhilqnBHILQN', ''],
  ['ILP32', ILP32, 'qQ', 'bhilnBHILN'],
])('%s', (_, abi, wide, narrow) => {
  const before = useABI(abi);
  try {
    const wrong: unknown[] = [];
    for (const [formats, bits] of [
      [wide, 64n],
      [narrow, 32n],
    ] as const) {
      for (const format of formats) {
        const isSigned = format === format.toLowerCase();
        const low = isSigned ? -(2n ** (bits - 1n)) : 0n;
        const high = isSigned ? 2n ** (bits - 1n) - 1n : 2n ** bits - 1n;
        for (const value of VALUES) {
          const data = new ByteArray(8);
          const view = new MemoryView(data).cast(format);
          const releases = {
            __index__() {
              view.release();
              return value;
            },
          };
          const answer = pythonOf(() => view.set(0, releases as never) ?? null);
          const expected =
            value < low || value > high
              ? `ValueError: memoryview: invalid value for format '${format}'`
              : RELEASED;
          if (answer !== expected || !data.equals(new ByteArray(8))) wrong.push([format, value, answer]);
        }
      }
    }
    expect(wrong).toEqual([]);
  } finally {
    useABI(before);
  }
});

test.each<[format: string, method: string, result: unknown]>([
  ['?', '__bool__', true],
  ['f', '__float__', 1.5],
  ['d', '__float__', 1.5],
  ['e', '__float__', 1.5],
  ['e', '__float__', 70000.5],
  ['Zd', '__complex__', { re: 1, im: 2 }],
])('%s, converted by %s', (format, method, result) => {
  const data = new ByteArray(16);
  const view = new MemoryView(data).cast(format);
  const releases = {
    [method]() {
      view.release();
      return result;
    },
  };
  expect(pythonOf(() => view.set(0, releases as never) ?? null)).toBe(RELEASED);
  expect(data.equals(new ByteArray(16))).toBe(true);
});

test('an address is a real int', () => {
  const view = new MemoryView(new ByteArray(8)).cast('P');
  const wrong = "TypeError: memoryview: invalid type for format 'P'";
  expect(pythonOf(() => view.set(0, { __index__: () => 1 } as never) ?? null)).toBe(wrong);
  expect(pythonOf(() => view.set(0, 1.5 as never) ?? null)).toBe(wrong);
  view.set(0, 2n ** 64n - 1n);
  view.set(0, -(2n ** 63n));
  const value = "ValueError: memoryview: invalid value for format 'P'";
  expect(pythonOf(() => view.set(0, 2n ** 64n) ?? null)).toBe(value);
  expect(pythonOf(() => view.set(0, -(2n ** 63n) - 1n) ?? null)).toBe(value);
  expect(view.get(0)).toBe(2n ** 63n);
});
