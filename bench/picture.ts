// Draws results.svg: every row relative to CPython, by group. Caller: main.ts.
import { sizeName } from './row.js';
import { geometricMean, judge } from './verdict.js';
import type { Result } from './verdict.js';

const WIDTH = 960;
const LEFT = 190;
const RIGHT = 30;
const LINE = 34;
const TOP = 78;
/** The lower end of the scale, as a power of ten of the time relative to CPython. */
const LOW = -2.5;
const HIGH = 2.5;

const place = (ratio: number): number => {
  const exponent = Math.min(HIGH, Math.max(LOW, Math.log10(ratio)));
  return LEFT + ((exponent - LOW) / (HIGH - LOW)) * (WIDTH - LEFT - RIGHT);
};
const escape = (text: string): string => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);

const PEERS = [
  ['raw', '#999999'],
  ['Buffer', '#6a8f3c'],
  ['Pyodide', '#c78a1b'],
  ['Skulpt', '#a05bb5'],
  ['Brython', '#b8433a'],
] as const;

/** One line for each group: a dot for each row of ours, a tick for each contender's geometric mean. */
export function picture(results: readonly Result[]): string {
  const groups = [...new Set(results.map((result) => result.group))];
  const height = TOP + groups.length * LINE + 40;
  const parts: string[] = [];
  for (const [exponent, label] of [
    [-2, '1/100'],
    [-1, '1/10'],
    [0, "CPython's time"],
    [1, '10 times'],
    [2, '100 times'],
  ] as const) {
    const x = place(10 ** exponent);
    parts.push(
      `<line x1="${x}" y1="${TOP - 8}" x2="${x}" y2="${height - 34}" stroke="${exponent === 0 ? '#444' : '#ddd'}"/>`,
      `<text x="${x}" y="${height - 16}" text-anchor="middle" fill="#555">${label}</text>`,
    );
  }
  groups.forEach((group, index) => {
    const y = TOP + index * LINE + LINE / 2;
    const some = results.filter((result) => result.group === group);
    parts.push(`<text x="${LEFT - 12}" y="${y + 4}" text-anchor="end" fill="#222">${escape(group)}</text>`);
    for (const result of some) {
      const { ratio, met } = judge(result);
      if (ratio === null) continue;
      parts.push(
        `<circle cx="${place(ratio).toFixed(1)}" cy="${y}" r="4" fill="${met ? '#2463b0' : 'none'}" fill-opacity="0.45" stroke="#2463b0"><title>${escape(result.row)}, ${sizeName(result.size)}: ${ratio.toPrecision(2)}</title></circle>`,
      );
    }
    for (const [name, colour] of PEERS) {
      const ratios = some.flatMap(({ times }) => {
        const peer = times[name];
        const cpython = times.CPython;
        return typeof peer === 'number' && typeof cpython === 'number' ? [peer / cpython] : [];
      });
      if (ratios.length === 0) continue;
      const x = place(geometricMean(ratios)).toFixed(1);
      parts.push(
        `<line x1="${x}" y1="${y - 11}" x2="${x}" y2="${y + 11}" stroke="${colour}" stroke-width="3"/>`,
      );
    }
  });
  const legend = PEERS.map(
    ([name, colour], index) =>
      `<rect x="${LEFT + 330 + index * 84}" y="45" width="4" height="14" fill="${colour}"/><text x="${LEFT + 340 + index * 84}" y="56" fill="#333">${name}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    `<text x="20" y="26" font-size="16" fill="#111">Time relative to CPython in the same run (left is faster)</text>`,
    `<text x="20" y="56" fill="#333">Dots: rows of pybuffer (hollow: a target missed). Ticks: geometric means of</text>`,
    ...legend,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}
