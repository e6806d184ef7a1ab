/** Slices against lists of indices. */
import {
  ILP32,
  LP64,
  Slice,
  adjustSlice,
  asSliceIndex,
  unpackSlice,
  useABI,
} from '../../src/python/index.js';
import { outcome } from '../algorithms/support.js';

/** The positions that a slice selects, one by one. */
function naive(length: number, start: number | null, stop: number | null, step: number): number[] {
  const least = step < 0 ? -1 : 0;
  const most = step < 0 ? length - 1 : length;
  const clamped = (value: number) => Math.max(least, Math.min(most, value < 0 ? value + length : value));
  const places: number[] = [];
  const end = stop === null ? (step < 0 ? -1 : length) : clamped(stop);
  for (
    let at = start === null ? (step < 0 ? length - 1 : 0) : clamped(start);
    step < 0 ? at > end : at < end;
    at += step
  )
    places.push(at);
  return places;
}

test('every short slice selects the positions that Python selects', () => {
  const parts = [null, ...Array.from({ length: 15 }, (_, i) => i - 7)];
  const wrong: unknown[] = [];
  for (const length of [0, 1, 2, 5]) {
    for (const first of parts) {
      for (const last of parts) {
        for (const by of [1, 2, 3, -1, -2, -3, null]) {
          const { start, stop, step } = unpackSlice(new Slice(first, last, by));
          const found = adjustSlice(length, start, stop, step);
          const places = Array.from({ length: found.count }, (_, i) => found.start + i * found.step);
          const ends = [found.start, found.stop].every((at) => at >= -1 && at <= length);
          if (
            places.join() !== naive(length, first, last, by ?? 1).join() ||
            !ends ||
            found.step !== (by ?? 1)
          )
            wrong.push([length, first, last, by, found]);
        }
      }
    }
  }
  expect(wrong.slice(0, 5)).toEqual([]);
});

test('the ends are those of slice.indices', () => {
  // CPython: slice(*parts).indices(5)
  const indices = (...parts: (number | null)[]) => {
    const { start, stop, step } = unpackSlice(new Slice(...parts));
    const found = adjustSlice(5, start, stop, step);
    return [found.start, found.stop, found.step];
  };
  expect(indices(null, null)).toEqual([0, 5, 1]);
  expect(indices(null, null, -1)).toEqual([4, -1, -1]);
  expect(indices(9, -9, -2)).toEqual([4, -1, -2]);
  expect(indices(-9, 9, 2)).toEqual([0, 5, 2]);
  expect(indices(9, 9, -1)).toEqual([4, 4, -1]);
  expect(indices(5, 5, -1)).toEqual([4, 4, -1]);
  expect(indices(-5, -6, 1)).toEqual([0, 0, 1]);
  expect(indices(3, 1)).toEqual([3, 1, 1]);
});

test('parts are converted in order: step, start, stop', () => {
  const order: string[] = [];
  const part = (name: string, value: number) => ({
    __index__() {
      order.push(name);
      return value;
    },
  });
  expect(unpackSlice(new Slice(part('start', 1), part('stop', 2), part('step', 3)))).toEqual({
    start: 1,
    stop: 2,
    step: 3,
  });
  expect(order).toEqual(['step', 'start', 'stop']);
  expect(outcome(() => unpackSlice(new Slice(part('start', 1), null, 0)))).toEqual({
    error: 'ValueError: slice step cannot be zero',
  });
  expect(order).toHaveLength(3);
});

test('a part may be absent or huge', () => {
  expect([null, undefined].map((value) => asSliceIndex(value, 9))).toEqual([9, 9]);
  expect([2 ** 40, -(2 ** 40), true].map((value) => asSliceIndex(value, 9))).toEqual([
    2 ** 40,
    -(2 ** 40),
    1,
  ]);
  expect([2n ** 70n, -(2n ** 70n)].map((value) => asSliceIndex(value, 9))).toEqual([
    2 ** 63 - 1024,
    -(2 ** 63),
  ]);
  useABI(ILP32);
  try {
    expect([2n ** 40n, -(2n ** 40n)].map((value) => asSliceIndex(value, 9))).toEqual([
      2 ** 31 - 1,
      -(2 ** 31),
    ]);
  } finally {
    useABI(LP64);
  }
  for (const value of [1.5, 'a', {}, []]) {
    expect(outcome(() => asSliceIndex(value as never, 9))).toEqual({
      error: 'TypeError: slice indices must be integers or have an __index__ method',
    });
  }
});
