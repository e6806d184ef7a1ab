// Stores the counts of mutants by room, and writes them into tests/README.md. Caller: main.mjs.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const BEGIN = '<!-- mutants: written by npm run mutate -- ROOM --record -->';
const END = '<!-- end of mutants -->';

/** The table as Markdown, for between the marks of tests/README.md. */
export function tableOf(results) {
  const rows = Object.entries(results).map(([room, result]) => {
    const { mutants, tried, killed, equivalent, seed, date, near, effort } = result;
    const which = tried === mutants ? 'all' : `${tried}, seed ${seed ?? 'none: a part of a run'}`;
    const share = Math.round((100 * killed) / Math.max(1, tried - equivalent));
    const tests = `${near ? 'own' : 'all'}, ${effort} s`;
    return `| ${room} | ${mutants} | ${which} | ${tests} | ${killed} | ${tried - killed - equivalent} | ${equivalent} | ${share} % | ${date} |`;
  });
  return [
    '| room | mutants | tried | tests | killed | survived | equivalent | killed of those that are not equivalent | when |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** Records the result of one room. */
export function record(root, room, counts) {
  const store = path.join(root, 'tests/mutation/results.json');
  const results = JSON.parse(fs.readFileSync(store, 'utf8'));
  const [date, revision] = [
    new Date().toISOString().slice(0, 10),
    execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim(),
  ];
  results[room] = { date, revision, ...counts };
  const sorted = Object.fromEntries(Object.entries(results).sort(([a], [b]) => (a < b ? -1 : 1)));
  fs.writeFileSync(store, `${JSON.stringify(sorted, null, 2)}\n`);
  const readme = path.join(root, 'tests/README.md');
  const text = fs.readFileSync(readme, 'utf8');
  const [before, rest] = text.split(BEGIN);
  const after = rest.split(END)[1];
  fs.writeFileSync(readme, `${before}${BEGIN}\n\n${tableOf(sorted)}\n\n${END}${after}`);
}
