// The verdicts of the benchmarks on made-up results, and that the rows fit the limits.
import { canon, mixed, text } from '../../bench/data.js';
import { limits } from '../../bench/limits.js';
import { groups } from '../../bench/rows/index.js';
import { geometricMean, judge } from '../../bench/verdict.js';
import type { Result } from '../../bench/verdict.js';

const result = (kind: Result['kind'], size: number, times: Result['times']): Result => ({
  group: 'g',
  row: 'r',
  kind,
  size,
  times,
});

test('a target is met within the noise of measuring, and missed past it', () => {
  expect(judge(result('bulk', 1024, { ours: 104, CPython: 100 })).met).toBe(true);
  expect(judge(result('bulk', 1024, { ours: 110, CPython: 100 })).misses).toEqual(['1.10 of CPython, not 1']);
  expect(judge(result('bulk', 16, { ours: 150, CPython: 100 })).met).toBe(true);
  expect(judge(result('view', 16, { ours: 60, CPython: 100 })).met).toBe(false);
  expect(judge(result('bulk', 1024, { ours: 50, CPython: 100, Skulpt: 40 })).met).toBe(false);
  expect(judge(result('bulk', 1024, { ours: 50, CPython: 100, Skulpt: 'slow' })).met).toBe(true);
});

test('loops over items are judged by the raw loop', () => {
  expect(judge(result('item', 1024, { ours: 1.2, raw: 1, CPython: 100 })).met).toBe(true);
  expect(judge(result('item', 1024, { ours: 1.5, raw: 1, CPython: 100 })).met).toBe(false);
  // The raw loop itself takes more than 0.05 of CPython's time.
  expect(judge(result('item', 1024, { ours: 4, raw: 4, CPython: 14 })).met).toBe(true);
});

test('text is judged by the best native call, unless it is faster than CPython anyway', () => {
  expect(judge(result('text', 1024, { ours: 115, CPython: 20, raw: 120, Buffer: 100 })).met).toBe(true);
  expect(judge(result('text', 1024, { ours: 130, CPython: 20, raw: 120, Buffer: 100 })).met).toBe(false);
  expect(judge(result('text', 1024, { ours: 130, CPython: 140, Buffer: 100 })).met).toBe(true);
});

test('no result misses', () => {
  expect(judge(result('bulk', 16, { ours: 'failed', CPython: 1 })).met).toBe(false);
  expect(geometricMean([1, 4])).toBeCloseTo(2);
});

test('answers have one form', () => {
  expect(canon(null)).toBe('none');
  expect(canon([1, 'ab', true])).toBe('[3:1;s2:97,97,97,97,97,97,97,97,98,98,98,98,98,98,98,98;true]');
  expect(canon(mixed(16))).toBe(`b16:${mixed(16).join(',')}`);
  expect(canon(text(0))).toBe('b0:');
});

test('row names are unique, and each limit has a row', () => {
  const names = groups.flatMap((group) => group.rows.map((row) => row.name));
  expect(new Set(names).size).toBe(names.length);
  expect(Object.keys(limits).filter((name) => !names.includes(name))).toEqual([]);
  expect(names.length).toBeGreaterThan(90);
});
