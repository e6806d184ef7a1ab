// npm run conformance: CPython judges the library. One line a suite; see README.md.
//   npm run conformance -- [--suite NAME]... [--module NAME]... [--runs N] [--seed N] [--update]
// PYBUFFER_TIERS=plain (or natives, or wasm) runs it on that tier of the algorithms only; whoever starts the library reads it.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildBridge } from './bridge/build.mjs';
import { findTestLibrary, hasTestLibrary, modulesOf } from './cpython/test-library.mjs';
import { readLedgers } from './ledger.mjs';
import { brokenFind } from './mutation.mjs';
import { writeTable } from './table.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(here);
// A directory of this run's own: two runs do not disturb each other.
const cache = path.join(root, '.cache', `conformance-${process.pid}`);

const { values } = parseArgs({
  options: {
    suite: { type: 'string', multiple: true, default: [] },
    module: { type: 'string', multiple: true, default: [] },
    runs: { type: 'string', default: '5000' },
    seed: { type: 'string' },
    update: { type: 'boolean', default: false },
    'if-present': { type: 'boolean', default: false },
    jobs: { type: 'string', default: String(Math.max(1, Math.min(4, os.cpus().length))) },
  },
});
const wanted = (suite) => values.suite.length === 0 || values.suite.includes(suite);

/** The modules of CPython's tests; the longest first, so that the processes end together. */
const MODULES = ['test_buffer', 'test_bytes', 'test_memoryview', 'test_array', 'test_struct'];
/** Those that exercise `struct` and `array`: run once more with ours in the place of CPython's. */
const COMPANIONS = ['test_struct', 'test_array'];

/** Runs a Node program; its exit status and what it printed. */
function node(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    child.stdout.on('data', (part) => (text += part));
    child.stderr.on('data', (part) => (text += part));
    child.on('close', (status) => resolve({ status, text }));
  });
}

/** Runs jobs side by side, as many at a time as there are processors. */
async function sideBySide(jobs) {
  const queue = [...jobs];
  const worker = async () => {
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) await job();
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, worker));
}

/** Runs one program that writes a report; null when it died before it could. */
async function report(name, args) {
  const out = path.join(cache, `${name}.json`);
  fs.rmSync(out, { force: true });
  const { status, text } = await node([...args, '--out', out]);
  if (status !== 0 || !fs.existsSync(out)) {
    console.log(`${name} died with status ${status}:\n${text.slice(-3000)}`);
    return null;
  }
  return JSON.parse(fs.readFileSync(out, 'utf8'));
}

/**
 * Holds outcomes on our types against those on CPython's own (the baseline) and the ledgers.
 *
 * @returns counts, and what has to be said
 */
export function judge(outcomes, baseline, ledger) {
  const result = { passed: 0, failed: 0, excused: 0, reasons: {}, complaints: [] };
  const excuse = (reason) => {
    result.excused++;
    result.reasons[reason] = (result.reasons[reason] ?? 0) + 1;
  };
  for (const [name, own] of Object.entries(baseline)) {
    const ours = outcomes[name] ?? { outcome: 'failed', detail: 'did not run' };
    const reason = ledger.get(name);
    if (own.outcome === 'skipped') excuse('skipped by the suite itself');
    else if (own.outcome === 'failed') excuse('behaviour of another version: CPython 3.15 itself fails');
    else if (ours.outcome === 'passed') {
      if (reason === undefined) result.passed++;
      else {
        result.failed++;
        result.complaints.push(`${name} stands in the ledger «${reason}», and passes`);
      }
    } else if (reason !== undefined) excuse(reason);
    else {
      result.failed++;
      result.complaints.push(`${name} ${ours.outcome}: ${lastWords(ours.detail ?? '')}`);
    }
  }
  for (const [name, { outcome }] of Object.entries(outcomes)) {
    if (baseline[name] === undefined && outcome !== 'skipped') {
      result.failed++;
      result.complaints.push(`${name} ran on our types only, and ${outcome}`);
    }
  }
  return result;
}

/** The exception at the end of a traceback, without the JavaScript stack that may follow. */
function lastWords(detail) {
  const lines = detail.split('\n').filter((line) => /^\S/.test(line));
  return lines.at(-1) ?? detail.trim();
}

const rows = [];

function line(suite, part, result, more = '') {
  const { passed, failed, excused } = result;
  rows.push({ suite, part, passed, failed, excused, reasons: result.reasons ?? {}, more });
  for (const complaint of result.complaints ?? []) console.log(`  ${complaint}`);
  console.log(
    `${suite} ${part}: ${passed} passed, ${failed} failed, ${excused} excused${more && `; ${more}`}`,
  );
}

const DIED = { passed: 0, failed: 1, excused: 0, complaints: [] };
const count = (report) =>
  `${report.calls.toLocaleString('en')} calls reached pybuffer, ${Math.round(report.seconds)} s`;

async function cpython(bridge) {
  const chosen = (modules) =>
    modules.filter((name) => values.module.length === 0 || values.module.includes(name));
  const library = findTestLibrary();
  console.log(`CPython's tests of ${library.version}, in ${library.directory}`);
  const modules = modulesOf(library, chosen(MODULES));
  const companions = modulesOf(library, chosen(COMPANIONS));
  for (const name of chosen(MODULES)) if (!modules.includes(name)) console.log(`${name} is not among them`);
  const ledger = readLedgers(path.join(here, 'cpython', 'ledger'));
  const program = path.join('conformance', 'cpython', 'run-module.mjs');
  const reports = new Map();
  const job = (module, mode) => async () => {
    const args = [program, module, '--mode', mode, '--bridge', bridge];
    reports.set(`${module} ${mode}`, await report(`${module}-${mode}`, args));
  };
  await sideBySide([
    ...modules.map((module) => job(module, 'bridge')),
    ...companions.map((module) => job(module, 'companions')),
    ...modules.map((module) => job(module, 'baseline')),
  ]);
  for (const mode of ['bridge', 'companions']) {
    for (const module of mode === 'bridge' ? modules : companions) {
      const ours = reports.get(`${module} ${mode}`);
      const baseline = reports.get(`${module} baseline`);
      const part = mode === 'bridge' ? module : `${module} with our struct and array`;
      const unloaded = baseline?.outcomes[module];
      if (!ours || !baseline) line('cpython', part, DIED);
      else if (unloaded?.outcome === 'failed') {
        const why = `CPython 3.15 itself cannot import it: ${lastWords(unloaded.detail)}`;
        line('cpython', part, { ...DIED, complaints: [why] });
      } else line('cpython', part, judge(ours.outcomes, baseline.outcomes, ledger[mode]), count(ours));
    }
  }
}

function judgeRules(ours, baseline, ledger) {
  const outcomes = (report) =>
    Object.fromEntries(
      Object.values(report.outcomes).map(({ rule, text, wrong }) => [
        `${rule} ${text}`,
        { outcome: wrong === null ? 'passed' : 'failed', detail: wrong ?? '' },
      ]),
    );
  return judge(outcomes(ours), outcomes(baseline), ledger);
}

async function docs(bridge) {
  const ledger = readLedgers(path.join(here, 'docs', 'ledger'));
  const program = path.join('conformance', 'docs', 'run-rules.mjs');
  const reports = {};
  await sideBySide(
    ['bridge', 'companions', 'baseline'].map((mode) => async () => {
      reports[mode] = await report(`rules-${mode}`, [program, '--mode', mode, '--bridge', bridge]);
    }),
  );
  for (const mode of ['bridge', 'companions']) {
    const part = mode === 'bridge' ? 'rules' : 'rules with our struct and array';
    if (!reports[mode] || !reports.baseline) line('docs', part, DIED);
    else line('docs', part, judgeRules(reports[mode], reports.baseline, ledger[mode]), count(reports[mode]));
  }
}

/** A library whose find is off by one must be found out: else the bridge answers from somewhere else. */
async function mutation() {
  const bridge = await buildBridge(`${path.basename(cache)}/bridge-broken`, [brokenFind]);
  const program = path.join('conformance', 'cpython', 'run-module.mjs');
  const args = [program, 'test_bytes', '--bridge', bridge, '-k', 'test_find', '-k', 'test_index'];
  const broken = await report('broken', args);
  const red = broken && Object.values(broken.outcomes).some(({ outcome }) => outcome === 'failed');
  const result = red ? { passed: 1, failed: 0, excused: 0 } : DIED;
  line(
    'mutation',
    'a find that is off by one',
    result,
    red ? 'turned the run red, as it must' : 'went unnoticed',
  );
}

async function differential() {
  const args = ['--import', 'tsx', 'conformance/differential/run.ts', '--runs', values.runs];
  if (values.seed !== undefined) args.push('--seed', values.seed);
  const { status, text } = await node(args);
  const last = text.trim().split('\n').slice(-1)[0];
  if (status !== 0) console.log(text);
  const runs = Number(values.runs);
  line(
    'differential',
    'programs',
    { ...DIED, passed: status === 0 ? runs : 0, failed: status === 0 ? 0 : 1 },
    last,
  );
}

async function vectors() {
  const { status, text } = await node(['--import', 'tsx', 'conformance/vectors/replay.ts']);
  const [passed, failed] = (/(\d+) passed, (\d+) failed/.exec(text) ?? [0, 0, 1]).slice(1).map(Number);
  if (status !== 0) console.log(text);
  line('vectors', 'recorded programs', { passed, failed, excused: 0 });
}

fs.mkdirSync(cache, { recursive: true });
const bridge = await buildBridge(`${path.basename(cache)}/bridge`);
if (wanted('vectors')) await vectors();
if (wanted('docs')) await docs(bridge);
if (wanted('differential')) await differential();
if (values['if-present'] && !hasTestLibrary()) {
  console.log("CPython's tests are not on this machine: mutation and cpython do not run");
} else {
  if (wanted('mutation')) await mutation();
  if (wanted('cpython')) await cpython(bridge);
}
const tier = process.env.PYBUFFER_TIERS;
if (values.update) {
  const tests = `With the tests of ${findTestLibrary().version}`;
  writeTable(path.join(here, 'README.md'), rows, tier ? `${tests}, on the tier ${tier} only` : tests);
}

fs.rmSync(cache, { recursive: true, force: true });

const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('excused')} excused`);
process.exit(sum('failed') > 0 ? 1 : 0);
