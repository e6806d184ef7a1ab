import { readFileSync, writeFileSync } from 'node:fs';
import { limits } from './limits.js';
import { sizeName } from './row.js';
import { CPYTHON, LIMIT, geometricMean, judge } from './verdict.js';
import type { Result } from './verdict.js';

const BEGIN = '<!-- results -->';
const END = '<!-- end of results -->';

/** A time in words. */
export function timeName(ns: number): string {
  for (const [unit, scale] of [
    ['ns', 1],
    ['µs', 1e3],
    ['ms', 1e6],
  ] as const) {
    if (ns < 1000 * scale) return `${(ns / scale).toPrecision(3)} ${unit}`;
  }
  return `${(ns / 1e9).toPrecision(3)} s`;
}

function ratioName(ratio: number): string {
  return ratio < 0.01 ? ratio.toExponential(0) : ratio.toPrecision(2);
}

/** The columns after ours and CPython. */
function peersOf(results: readonly Result[]): string[] {
  const names = new Set(results.flatMap((result) => Object.keys(result.times)));
  names.delete('ours');
  names.delete('CPython');
  return [...names];
}

/** The means of the groups, and how many targets were met. */
export function summary(results: readonly Result[]): string[] {
  const lines = [
    '| group | rows | met | mean of CPython | at 16 B | at 1 KiB and more |',
    '|---|---:|---:|---:|---:|---:|',
  ];
  const line = (name: string, some: readonly Result[]): string => {
    const verdicts = some.map((result) => ({ size: result.size, ...judge(result) }));
    const ratios = verdicts.filter(({ ratio }) => ratio !== null) as { size: number; ratio: number }[];
    const mean = (of: typeof ratios): string =>
      of.length === 0 ? '–' : geometricMean(of.map(({ ratio }) => ratio)).toFixed(2);
    const met = verdicts.filter((verdict) => verdict.met).length;
    return `| ${name} | ${some.length} | ${met} | ${mean(ratios)} | ${mean(ratios.filter(({ size }) => size < 100))} | ${mean(ratios.filter(({ size }) => size >= 1024))} |`;
  };
  for (const group of new Set(results.map((result) => result.group))) {
    lines.push(
      line(
        group,
        results.filter((result) => result.group === group),
      ),
    );
  }
  lines.push(line('**all**', results));
  return lines;
}

/** Why a row misses, and what the least that the engine must do for it takes. */
function explanation(result: Result): string {
  const known = limits[result.row];
  if (known === undefined) return '';
  const { [LIMIT]: least, [CPYTHON]: cpython } = result.times;
  if (typeof least !== 'number') return known.why;
  const ratio = typeof cpython === 'number' ? `, ${ratioName(least / cpython)} of CPython` : '';
  return `${known.why}. Limit (${known.what}): ${timeName(least)}${ratio}`;
}

/** The whole table in Markdown. */
export function table(results: readonly Result[]): string[] {
  const peers = peersOf(results);
  const lines = [
    `| row | size | ours | CPython | ratio | ${peers.join(' | ')} | target | why not |`,
    `|---|---|---:|---:|---:|${'---:|'.repeat(peers.length)}---|---|`,
  ];
  for (const result of results) {
    const ours = result.times.ours;
    const cell = (value: number | string | undefined): string =>
      typeof value === 'number' ? timeName(value) : (value ?? '–');
    const peer = (name: string): string => {
      const value = result.times[name];
      if (typeof value !== 'number' || typeof ours !== 'number') return cell(value);
      return `${cell(value)} (${ratioName(ours / value)})`;
    };
    const { met, misses, ratio } = judge(result);
    const why = met ? '' : `${misses.join('; ')}. ${explanation(result)}`;
    lines.push(
      `| ${result.row.replaceAll('|', '\\|')} | ${sizeName(result.size)} | ${cell(ours)} | ${cell(result.times.CPython)} | ${ratio === null ? '–' : ratioName(ratio)} | ${peers.map(peer).join(' | ')} | ${met ? 'met' : '**missed**'} | ${why} |`,
    );
  }
  return lines;
}

/** Puts text between the markers of the README. */
export function writeReadme(path: string, lines: readonly string[]): void {
  const before = readFileSync(path, 'utf8');
  const start = before.indexOf(BEGIN);
  const end = before.indexOf(END);
  if (start < 0 || end < 0) throw new Error(`${path} has no place for results`);
  writeFileSync(
    path,
    `${before.slice(0, start + BEGIN.length)}\n\n${lines.join('\n')}\n\n${before.slice(end)}`,
  );
}
