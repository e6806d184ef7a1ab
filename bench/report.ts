// Writes the results as text: the tables of README.md and the summary of a run. Callers: main.ts, and others
// for the names of times.
import { readFileSync, writeFileSync } from 'node:fs';
import { limits } from './limits.js';
import { peerNames } from './peers.js';
import { sizeName } from './row.js';
import { CPYTHON, LIMIT, clampedMean, judge, median, target } from './verdict.js';
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

/** The columns after ours and CPython. npm packages that do only a few rows have a separate table. */
function columnsOf(results: readonly Result[]): string[] {
  const names = new Set(results.flatMap((result) => Object.keys(result.times)));
  return [...names].filter((name) => name !== 'ours' && name !== CPYTHON && !peerNames.includes(name));
}

/** The table of npm packages, with the rows that they can do. */
function peerTable(results: readonly Result[]): string[] {
  const lines = results.flatMap(({ row, size, times }) =>
    peerNames
      .filter((name) => name in times)
      .map((name) => {
        const [ours, theirs] = [times.ours, times[name]];
        const known = typeof ours === 'number' && typeof theirs === 'number';
        const cells = [
          row,
          sizeName(size),
          name,
          typeof ours === 'number' ? timeName(ours) : ours,
          typeof theirs === 'number' ? timeName(theirs) : theirs,
          known ? ratioName(ours / theirs) : '–',
        ];
        return `| ${cells.join(' | ')} |`;
      }),
  );
  if (lines.length === 0) return [];
  return [
    '',
    'Packages that porters use, on the rows that they can do:',
    '',
    '| row | size | package | ours | theirs | ratio |',
    '|---|---|---|---:|---:|---:|',
    ...lines,
  ];
}

/** The means of the groups, and the number of targets met. */
export function summary(results: readonly Result[]): string[] {
  const lines = [
    '| group | rows | met | mean of CPython | median | rows above 1 | at 16 B | at 1 KiB and more |',
    '|---|---:|---:|---:|---:|---:|---:|---:|',
  ];
  const line = (name: string, some: readonly Result[]): string => {
    const verdicts = some.map((result) => ({ size: result.size, ...judge(result) }));
    const known = verdicts.filter(({ ratio }) => ratio !== null) as { size: number; ratio: number }[];
    const ratios = known.map(({ ratio }) => ratio);
    const of = (which: (size: number) => boolean): string => {
      const wanted = known.filter(({ size }) => which(size)).map(({ ratio }) => ratio);
      return wanted.length === 0 ? '–' : clampedMean(wanted).toFixed(2);
    };
    const met = verdicts.filter((verdict) => verdict.met).length;
    const middle = ratios.length === 0 ? '–' : median(ratios).toFixed(2);
    const above = ratios.filter((ratio) => ratio > 1).length;
    const mean = of(() => true);
    const cells = [
      name,
      some.length,
      met,
      mean,
      middle,
      above,
      of((size) => size < 100),
      of((size) => size >= 1024),
    ];
    return `| ${cells.join(' | ')} |`;
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

/** Whether the limit of a row misses the target by itself. */
function isProved(result: Result): boolean {
  const { [LIMIT]: least, [CPYTHON]: cpython } = result.times;
  if (typeof least !== 'number' || typeof cpython !== 'number') return false;
  return least / cpython > target(result.kind, result.size);
}

/** A limit explains a row that takes up to this many times as long. */
const NEAR_LIMIT = 1.5;

/** Whether the limit of a row leaves time to explain: the target may be met, or the row is far from the limit. */
export function needsProfile(result: Result): boolean {
  const { ours, [LIMIT]: least } = result.times;
  return !isProved(result) || (ours as number) > NEAR_LIMIT * (least as number);
}

/** The results of `bench:profile`, by row and size. */
const profiles = JSON.parse(
  readFileSync(new URL('profiles.generated.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>;

/**
 * Why a row misses its target. A reason counts only if the limit proves it: the least that the engine must do
 * for the row misses the target by itself. The profile shows where time goes that the limit does not explain.
 * `reasons` collects the reasons for below the table.
 */
function explanation(result: Result, reasons: string[]): string {
  const known = limits[result.row];
  const { [LIMIT]: least, [CPYTHON]: cpython, ours } = result.times;
  const profile = profiles[`${result.row}, ${result.size}`];
  const shares = profile === undefined ? 'not examined' : `profile: ${profile}`;
  if (known === undefined || typeof least !== 'number' || typeof cpython !== 'number') return shares;
  const room = typeof ours === 'number' ? `, ours ${ratioName(ours / least)} of it` : '';
  const measured = `limit (${known.what}): ${timeName(least)}, ${ratioName(least / cpython)} of CPython${room}`;
  if (!isProved(result)) return `${measured}; ${shares}`;
  if (!reasons.includes(known.why)) reasons.push(known.why);
  const reason = `${measured}; reason ${reasons.indexOf(known.why) + 1}`;
  return needsProfile(result) ? `${reason}; ${shares}` : reason;
}

/** The whole table in Markdown. */
export function table(results: readonly Result[]): string[] {
  const peers = columnsOf(results);
  const reasons: string[] = [];
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
    const why = met ? '' : `${misses.join('; ')}. ${explanation(result, reasons)}`;
    lines.push(
      `| ${result.row.replaceAll('|', '\\|')} | ${sizeName(result.size)} | ${cell(ours)} | ${cell(result.times.CPython)} | ${ratio === null ? '–' : ratioName(ratio)} | ${peers.map(peer).join(' | ')} | ${met ? 'met' : '**missed**'} | ${why} |`,
    );
  }
  if (reasons.length > 0) {
    lines.push(
      '',
      'Reasons, each proved by the limit beside it:',
      '',
      ...reasons.map((reason, i) => `${i + 1}. ${reason}.`),
    );
  }
  return [...lines, ...peerTable(results)];
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
