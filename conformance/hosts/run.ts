/**
 * Runs the programs on hosts, with the adapter and without it: `npm run hosts`. With the adapter each line
 * that differs from CPython's must be in the ledger, with its reason; `--update` writes the table of
 * README.md, `--record` CPython's output for the everyday programs.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { MISSING, cpythonPath } from '../../scripts/cpython.mjs';
import { ledgerOf, unusedEntries } from './ledger.js';
import type { Difference } from './ledger.js';
import { findChromium, runInChromium } from './chromium.mjs';
import { runPrograms } from './process.js';
import type { Setting } from './process.js';
import { Results } from './results.js';
import {
  EVERYDAY,
  differenceOf,
  everydayPrograms,
  printedLines,
  recordedPrograms,
  shortPrograms,
} from './programs.js';
import type { HostProgram } from './programs.js';

const SUITES = { everyday: everydayPrograms, programs: shortPrograms, recorded: recordedPrograms } as const;

const { values: options } = parseArgs({
  options: {
    host: { type: 'string', multiple: true, default: ['brython', 'skulpt'] },
    adapter: { type: 'string', multiple: true, default: ['with', 'without'] },
    suite: { type: 'string', multiple: true, default: Object.keys(SUITES) },
    in: { type: 'string', multiple: true, default: ['node'] },
    every: { type: 'string', default: '1' },
    folder: { type: 'string' },
    update: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    show: { type: 'string', default: '20' },
    results: { type: 'string' },
    minutes: { type: 'string', default: 'Infinity' },
  },
});

/** The numbers of programs and of lines that match CPython's. */
interface Score {
  programs: number;
  of: number;
  lines: number;
  ofLines: number;
}

function chosen(suite: string): HostProgram[] {
  return SUITES[suite as keyof typeof SUITES]().filter((_, i) => i % Number(options.every) === 0);
}

const results = new Results(options.results);
/** When the run stops, to go on with the same file of results another time; in ms since 1970. */
const deadline = Date.now() + Number(options.minutes) * 60_000;
/** Programs that run before the clock is looked at. */
const BATCH = 60;

/** Runs those programs that have no result yet; false when time is over. */
async function runMissing(
  setting: Omit<Setting, 'memory'>,
  where: string,
  programs: readonly HostProgram[],
): Promise<boolean> {
  const key = keyOf(setting, where);
  const run = where === 'chromium' ? runInChromium : runPrograms;
  for (const memory of ['ILP32', 'LP64'] as const) {
    const missing = programs.filter(
      (program) => program.memory === memory && results.get(key, program.title) === undefined,
    );
    for (let at = 0; at < missing.length; at += BATCH) {
      if (Date.now() > deadline) return false;
      const batch = missing.slice(at, at + BATCH);
      const printed = await run(
        { ...setting, memory },
        batch.map((program) => program.source),
      );
      batch.forEach(({ title, wanted }, i) => {
        const lines = printedLines(printed[i]!);
        results.set(key, title, {
          lines: wanted.filter((line, j) => line === lines[j]).length,
          ofLines: wanted.length,
          difference: differenceOf(title, wanted, printed[i]!),
        });
      });
    }
  }
  return true;
}

const keyOf = (setting: Omit<Setting, 'memory'>, where: string) =>
  `${setting.host} in ${where} ${setting.adapter} the adapter`;

function scoreOf(key: string, programs: readonly HostProgram[]): [Score, Difference[]] {
  const all = programs.map(({ title }) => results.get(key, title)!);
  const differences = all.flatMap(({ difference }) => difference ?? []);
  const sum = (of: 'lines' | 'ofLines') => all.reduce((total, result) => total + result[of], 0);
  const whole = all.length - differences.length;
  return [{ programs: whole, of: all.length, lines: sum('lines'), ofLines: sum('ofLines') }, differences];
}

/** Writes what CPython prints for the everyday programs. */
function record(): void {
  const python = cpythonPath();
  if (python === null) throw new Error(MISSING);
  for (const file of [...EVERYDAY, 'proofs']) {
    const script = [
      'import sys, run_programs',
      'print(run_programs.run(open(sys.argv[1]).read(), False), end="")',
    ];
    const { status, stdout, stderr } = spawnSync(
      python,
      ['-P', '-B', '-X', 'utf8', '-c', script.join('\n'), `conformance/hosts/programs/${file}.py`],
      { encoding: 'utf8', env: { ...process.env, PYTHONHASHSEED: '0', PYTHONPATH: 'conformance/programs' } },
    );
    if (status !== 0) throw new Error(stderr);
    writeFileSync(`conformance/hosts/programs/expected/${file}.txt`, stdout);
  }
}

if (options.record) {
  record();
  process.exit(0);
}

if (options.in.includes('chromium') && findChromium() === null)
  throw new Error('no Chromium on this machine (apt-get install chromium)');

/** Rows of the table by their first cells. */
const table = new Map<string, string>();
let unexplained = 0;

/** Runs one suite on one host in one place. */
async function runSuite(where: string, host: Setting['host'], suite: string): Promise<void> {
  const row: string[] = [];
  for (const adapter of ['without', 'with'] as const) {
    if (!options.adapter.includes(adapter)) continue;
    const setting = { host, adapter, folder: options.folder };
    const programs = chosen(suite);
    if (!(await runMissing(setting, where, programs))) {
      console.log(`${keyOf(setting, where)}, ${suite}: not finished; run the same command again`);
      process.exit(2);
    }
    const [result, differences] = scoreOf(keyOf(setting, where), programs);
    const text = `${result.programs} of ${result.of}`;
    row.push(text, `${((100 * result.lines) / result.ofLines).toFixed(1)} %`);
    console.log(
      `${host} in ${where} ${adapter} the adapter, ${suite}: ${text} programs, ${result.lines} of ${result.ofLines} lines`,
    );
    if (adapter === 'without') continue;
    const ledger = ledgerOf(host, where);
    const left = differences.filter((difference) => ledger.reasonOf(difference) === null);
    unexplained += left.length;
    for (const { title, wanted, printed } of left.slice(0, Number(options.show)))
      console.log(`  ${title}\n    CPython: ${wanted.slice(0, 300)}\n    printed: ${printed.slice(0, 300)}`);
    console.log(`  not in the ledger: ${left.length}; in it: ${differences.length - left.length}`);
  }
  const head = `| ${host} | ${where} | ${suite} |`;
  table.set(head, `${head} ${row.join(' | ')} |`);
}

for (const host of options.host as Setting['host'][])
  for (const where of options.in) for (const suite of options.suite) await runSuite(where, host, suite);

const isWhole =
  options.every === '1' && options.suite.length === Object.keys(SUITES).length && options.host.length === 2;
if (isWhole && options.adapter.includes('with')) {
  for (const reason of unusedEntries(options.in)) {
    console.log(`in the ledger, but no failure matches it: ${reason}`);
    unexplained++;
  }
}

if (options.update) {
  const path = 'conformance/hosts/README.md';
  const head = [
    '| host | in | programs | alone: programs | lines | with the adapter: programs | lines |',
    '|---|---|---|---|---|---|---|',
  ];
  const date = new Date().toISOString().slice(0, 10);
  const text = readFileSync(path, 'utf8').replace(
    /(<!-- table: [^>]*-->\n)([\s\S]*?)(<!-- end -->)/,
    (_all, begin: string, before: string, end: string) => {
      // Rows that did not run this time stay.
      const rows = new Map(
        before.match(/^\| (?:brython|skulpt) .*$/gm)?.map((row) => [/^(?:\|[^|]*){3}\|/.exec(row)![0], row]),
      );
      for (const [key, row] of table) rows.set(key, row);
      const lines = [...head, ...[...rows.keys()].sort().map((key) => rows.get(key)!)];
      return `${begin}\nNode ${process.version}, the latest run on ${date}.\n\n${lines.join('\n')}\n\n${end}`;
    },
  );
  writeFileSync(path, text);
}
process.exitCode = unexplained === 0 ? 0 : 1;
