/**
 * `npm run everywhere`: tests the packed package in every engine on this machine. Prints a table; exits with
 * 1 if anything failed.
 *
 *     npm run everywhere -- [--only NAME]... [--update] [--built]
 *
 * `--update` writes the table into matrix/README.md, `--built` takes dist/ as it is.
 *
 * Engines from npm are installed into matrix/node_modules, Next.js into matrix/frameworks/node_modules (npm
 * ci --ignore-scripts --prefix matrix/frameworks); browsers are Debian's (apt-get install chromium
 * firefox-esr).
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { updateTable } from '../table.mjs';

const matrix = path.resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    update: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
  },
});

if (!fs.existsSync(path.join(matrix, 'node_modules'))) {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: matrix, stdio: 'inherit' });
}
const { BROWSERS } = await import('./browsers.mjs');
const { ENGINES } = await import('./engines.mjs');
const { packedApp } = await import('./package.mjs');
const { NEXT } = await import('../frameworks/next.mjs');

const HEAD = ['engine', 'version', 'where', 'tier', 'passed', 'failed', 'left out'];
const rows = [];
const missing = [];
const app = await packedApp(path.resolve(matrix, '../.cache/everywhere'), { built: values.built });
for (const engine of [...ENGINES, ...BROWSERS, NEXT]) {
  if (values.only.length > 0 && !values.only.includes(engine.name)) continue;
  const version = engine.find();
  if (version === null) {
    missing.push(engine.name);
    continue;
  }
  let reports;
  try {
    reports = await engine.run(app);
  } catch (error) {
    reports = [['', { tier: '', passed: 0, failed: 1, leftOut: [], complaints: [error.message] }]];
  }
  for (const [where, report] of reports) {
    const { tier, passed, failed, leftOut, complaints } = report;
    rows.push([engine.name, version, where, tier, passed, failed, leftOut.join('; ')]);
    console.log(`${[engine.name, version, where].join(' ').trim()}: ${passed} passed, ${failed} failed`);
    for (const complaint of complaints) console.log(`  ${complaint.replaceAll('\n', '\n  ')}`);
  }
}

console.log(`\n${updateTable('engines', [HEAD, ...rows], values.update)}\n`);
if (missing.length > 0) console.log(`not on this machine, left out: ${missing.join(', ')}`);
const sum = (column) => rows.reduce((total, row) => total + row[column], 0);
console.log(`${sum(4)} passed, ${sum(5)} failed`);
process.exit(sum(5) > 0 || rows.length === 0 ? 1 : 0);
