// Judges results: the target of each kind of row, and whether a result meets it. Callers: main.ts, report.ts,
// picture.ts and profile.ts.
import type { Kind, Row } from './row.js';

/** The measurements of one row at one size: ns of one operation, or the reason why there are none. */
export interface Result {
  group: string;
  row: string;
  kind: Kind;
  size: number;
  times: Readonly<Record<string, number | string>>;
}

/** One target of a row, and whether it was met. */
export interface Verdict {
  met: boolean;
  /** The targets that were missed, in words. */
  misses: string[];
  /** Time relative to CPython, where both ran. */
  ratio: number | null;
}

const OURS = 'ours';
export const CPYTHON = 'CPython';
/** The least that the engine must do for a row (see limits.ts): timed like a contender, but not one. */
export const LIMIT = 'limit';
/** The same on the newest Node, whose engine may need more. */
export const LIMIT_NEWEST = 'limit26';
/** The prefix of the names of contenders that are npm packages. */
export const PEER = 'peer';
/** Measured ratios vary by a few percent from run to run. */
const NOISE = 1.05;

function time(result: Result, contender: string): number | null {
  const value = result.times[contender];
  return typeof value === 'number' ? value : null;
}

/** The target of a row against CPython. */
export function target(kind: Kind, size: number): number {
  if (kind === 'item') return 0.05;
  if (kind === 'view' || kind === 'share') return 0.5;
  if (kind === 'error') return 3;
  if (kind === 'program') return 1;
  return size < 1024 ? 1.5 : 1;
}

/** Judges one result by the targets. */
export function judge(result: Result): Verdict {
  const ours = time(result, OURS);
  const cpython = time(result, CPYTHON);
  const raw = time(result, 'raw');
  const buffer = time(result, 'Buffer');
  const misses: string[] = [];
  if (ours === null) return { met: false, misses: [`no result: ${result.times[OURS]}`], ratio: null };
  const limit = (name: string, other: number | null, factor: number): boolean => {
    if (other === null || ours <= other * factor * NOISE) return true;
    misses.push(`${(ours / other).toFixed(2)} of ${name}, not ${factor}`);
    return false;
  };
  if (result.kind === 'text') {
    const natives = [raw, buffer].filter((value) => value !== null);
    // Rows limited by strings: the platform's own time counts, or CPython's if that is longer.
    const best = natives.length === 0 ? null : Math.min(...natives);
    if (best === null) limit(CPYTHON, cpython, target(result.kind, result.size));
    else if (cpython === null || ours > cpython) limit('the best native call', best, 1.2);
  } else if (result.kind === 'item') {
    // The target is 1.3 times the raw loop, and 0.05 of CPython only if JavaScript's own loop is that fast.
    limit('raw', raw, 1.3);
    const possible = raw === null || cpython === null || raw * 1.3 <= cpython * 0.05;
    if (possible) limit(CPYTHON, cpython, 0.05);
  } else {
    limit(CPYTHON, cpython, target(result.kind, result.size));
  }
  for (const peer of ['Pyodide', 'Skulpt', 'Brython']) limit(peer, time(result, peer), 1);
  return { met: misses.length === 0, misses, ratio: cpython === null ? null : ours / cpython };
}

/** The geometric mean; NaN for an empty list. */
export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/** Smaller ratios count as this one: they show that one side is lazy, not that the other is slow. */
const CLAMP = 0.1;

/** The geometric mean of ratios, none of them counted below 0.1. */
export function clampedMean(ratios: readonly number[]): number {
  return geometricMean(ratios.map((ratio) => Math.max(CLAMP, ratio)));
}

/** The median; NaN for an empty list. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** The number of operations in one call of a row. */
export function operations(row: Row, n: number): number {
  return row.per?.(n) ?? 1;
}
