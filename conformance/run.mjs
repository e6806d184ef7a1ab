// npm run conformance: compares the library with CPython. Prints one line per suite; see README.md.
//   npm run conformance -- [--suite NAME]... [--module NAME]... [--part NAME] [--runs N] [--seed N]
//     [--budget SECONDS] [--update]
// --budget runs a sample: each of CPython's modules stops after that many seconds, in an order that --seed
// shuffles; generated programs stop after that many seconds of CPU time for each size of memory.
// PYBUFFER_TIERS=plain (or natives, or wasm) runs only that tier of the algorithms; the code that starts the
// library reads it.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MISSING, findCPython } from '../scripts/cpython.mjs';
import { buildBridge } from './bridge/build.mjs';
import { SUITES, title } from './cpython/suites.mjs';
import { findTestLibrary, holds } from './cpython/test-library.mjs';
import { judge, lastWords } from './judge.ts';
import { readLedgers } from './ledger.mjs';
import { brokenFind, withoutReleases } from './mutation.mjs';
import { node, report, sideBySide } from './processes.mjs';
import { writeTable } from './table.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
// Each run has its own folder, so that two runs do not disturb each other.
const cache = path.join(path.dirname(here), '.cache', `conformance-${process.pid}`);

const { values } = parseArgs({
  options: {
    suite: { type: 'string', multiple: true, default: [] },
    module: { type: 'string', multiple: true, default: [] },
    part: { type: 'string' },
    runs: { type: 'string', default: '5000' },
    seed: { type: 'string' },
    budget: { type: 'string' },
    update: { type: 'boolean', default: false },
    jobs: { type: 'string', default: String(Math.max(1, Math.min(4, os.cpus().length))) },
  },
});
const jobs = Number(values.jobs);
if (values.module.length > 0 && values.suite.length === 0) values.suite.push('cpython');
const wanted = (suite) => values.suite.length === 0 || values.suite.includes(suite);

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
const count = ({ calls, seconds }) =>
  `${calls.toLocaleString('en')} calls reached pybuffer, ${Math.round(seconds)} s`;

const MODULE_PROGRAM = path.join('conformance', 'cpython', 'run-module.mjs');

async function cpython(library, bridge) {
  console.log(`CPython ${library.version} judges, with the tests in ${library.directory}`);
  const suites = SUITES.filter(
    ({ module, part }) =>
      (values.module.length === 0 || values.module.includes(module)) &&
      (values.part === undefined || values.part === part),
  );
  for (const name of values.module) {
    if (!suites.some(({ module }) => module === name)) throw new Error(`there is no module ${name}`);
  }
  // One of these tests alone takes minutes.
  const tooLong = (suite) =>
    values.budget !== undefined && suite.isLong === true && values.part === undefined;
  for (const suite of suites.filter(tooLong)) console.log(`left out of a sample: ${title(suite)}`);
  const present = suites.filter((suite) => holds(library, suite.module) && !tooLong(suite));
  for (const suite of suites)
    if (!holds(library, suite.module)) console.log(`${suite.module} is not among the tests`);
  const seed = values.seed ?? '0';
  const sample = values.budget === undefined ? [] : ['--budget', values.budget, '--seed', seed];
  if (sample.length > 0) console.log(`a sample: ${values.budget} s for each module, seed ${seed}`);
  const reports = new Map();
  const key = ({ module, only = [] }, mode) => [module, mode, ...only].join(' ');
  const choice = ({ only = [], except = [] }) => [
    ...only.flatMap((part) => ['-k', part]),
    ...except.flatMap((part) => ['-x', part]),
  ];
  const job = (suite, mode) => async () => {
    const programs = [
      ...(suite.programs ?? []).flatMap((name) => ['--program', name]),
      ...(suite.hidden ?? []).flatMap((name) => ['--hidden', name]),
    ];
    // For a sample, CPython's own types must run all tests that ours may reach.
    const ours = mode === suite.mode ? ['--bridge', bridge, ...programs, ...sample] : [];
    const name = `${suite.module}-${mode}-${reports.size}`;
    reports.set(key(suite, mode), null);
    reports.set(
      key(suite, mode),
      await report(cache, name, [MODULE_PROGRAM, suite.module, '--mode', mode, ...choice(suite), ...ours]),
    );
  };
  // CPython's own types run once for suites that differ only in which of our modules they use.
  const once = [...new Map(present.map((suite) => [key(suite, ''), suite])).values()];
  await sideBySide(
    [
      ...present.map((suite) => job(suite, suite.mode)),
      ...once.map((suite) => job(suite, 'host')),
      ...once.map((suite) => job(suite, 'final')),
    ],
    jobs,
  );
  const ledgers = readLedgers(path.join(here, 'cpython', 'ledger'));
  for (const suite of present) {
    const [ours, host, final] = [suite.mode, 'host', 'final'].map((mode) => reports.get(key(suite, mode)));
    if (!ours || !host || !final) line('cpython', title(suite), DIED);
    else line('cpython', title(suite), judgeModule(suite, ledgers, { ours, host, final }), count(ours));
  }
}

function judgeModule(suite, ledgers, { ours, host, final }) {
  const { module, mode } = suite;
  const unloaded = final.outcomes[module];
  if (unloaded?.outcome === 'failed') {
    return { ...DIED, complaints: [`the final release itself cannot import it: ${lastWords(unloaded)}`] };
  }
  const runs = { ours: ours.outcomes, host: host.outcomes, final: final.outcomes };
  const sampled = values.budget !== undefined;
  if (sampled) {
    runs.host = Object.fromEntries(Object.entries(runs.host).filter(([name]) => name in runs.ours));
  }
  const concerns = ([name]) =>
    name.startsWith(`${module}.`) && (!suite.only || suite.only.some((part) => name.includes(part)));
  const ledger = new Map([...ledgers[mode]].filter(concerns));
  return judge(runs, ledger, !sampled);
}

function judgeRules(ours, host, ledger) {
  const outcomes = (report) =>
    Object.fromEntries(
      Object.values(report.outcomes).map(({ rule, text, wrong }) => [
        `${rule} ${text}`,
        { outcome: wrong === null ? 'passed' : 'failed', detail: wrong ?? '' },
      ]),
    );
  const runs = { ours: outcomes(ours), host: outcomes(host), final: null };
  const verdict = judge(runs, ledger);
  // Each line is a claim about CPython. If CPython's own types contradict it, the line is wrong, even if ours
  // agree.
  for (const [name, own] of Object.entries(runs.host)) {
    if (own.outcome === 'passed' || runs.ours[name]?.outcome !== 'passed') continue;
    verdict.passed--;
    verdict.failed++;
    verdict.complaints.push(`${name} does not hold on CPython's own types: ${lastWords(own)}`);
  }
  return verdict;
}

async function docs(bridge) {
  const ledger = readLedgers(path.join(here, 'docs', 'ledger'));
  const program = path.join('conformance', 'docs', 'run-rules.mjs');
  const reports = {};
  await sideBySide(
    ['bridge', 'companions', 'host'].map((mode) => async () => {
      reports[mode] = await report(cache, `rules-${mode}`, [program, '--mode', mode, '--bridge', bridge]);
    }),
    jobs,
  );
  for (const mode of ['bridge', 'companions']) {
    const part = mode === 'bridge' ? 'rules' : 'rules with our struct and array';
    if (!reports[mode] || !reports.host) line('docs', part, DIED);
    else line('docs', part, judgeRules(reports[mode], reports.host, ledger[mode]), count(reports[mode]));
  }
}

/**
 * The suite must detect a library whose find is off by one; otherwise its answers do not come from the
 * library.
 */
async function mutation() {
  const bridge = await buildBridge(`${path.basename(cache)}/bridge-broken`, [brokenFind]);
  const args = [MODULE_PROGRAM, 'test_bytes', '--bridge', bridge, '-k', 'test_find', '-k', 'test_index'];
  const broken = await report(cache, 'broken', args);
  const red = broken && Object.values(broken.outcomes).some(({ outcome }) => outcome === 'failed');
  const result = red ? { passed: 1, failed: 0, excused: 0 } : DIED;
  line(
    'mutation',
    'a find that is off by one',
    result,
    red ? 'turned the run red, as it must' : 'went unnoticed',
  );
}

/**
 * Runs generated programs on both CPythons: the final release on 64-bit memory, and Pyodide's on 32-bit
 * memory.
 */
async function differential() {
  for (const [oracle, part] of [
    ['native', 'programs on 64-bit memory'],
    ['pyodide', 'programs on 32-bit memory'],
  ]) {
    const args = [
      '--import',
      'tsx',
      'conformance/differential/run.ts',
      '--oracle',
      oracle,
      '--runs',
      values.runs,
    ];
    for (const name of ['seed', 'budget'])
      if (values[name] !== undefined) args.push(`--${name}`, values[name]);
    const { status, text } = await node(args);
    const last = text.trim().split('\n').at(-1);
    if (last.startsWith('left out')) {
      console.log(`differential ${part} ${last}`);
      continue;
    }
    if (status !== 0) console.log(text);
    const programs = Number(/(\d+) programs/.exec(last)?.[1] ?? 0);
    line(
      'differential',
      part,
      { ...DIED, passed: status === 0 ? programs : 0, failed: status === 0 ? 0 : 1 },
      last,
    );
  }
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
if (wanted('releases'))
  line('releases', 'left out, one at a time', await withoutReleases(path.dirname(here)));
const library = findTestLibrary();
if (library !== null) {
  if (wanted('mutation')) await mutation();
  if (wanted('cpython')) await cpython(library, bridge);
} else if (wanted('mutation') || wanted('cpython')) {
  console.log(`left out: mutation and cpython; there is ${MISSING}`);
}
if (values.update) writeTable(path.join(here, 'README.md'), rows, findCPython()?.version ?? null);

fs.rmSync(cache, { recursive: true, force: true });

const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('excused')} excused`);
process.exit(sum('failed') > 0 ? 1 : 0);
