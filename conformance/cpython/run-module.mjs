// Runs one of CPython's test modules in one way and writes the outcomes as JSON.
//   node conformance/cpython/run-module.mjs MODULE --mode final|host|bridge|companions [--bridge FILE]
//     [--program NAME]... [--hidden NAME]...
//     [-k TEXT]... [-x TEXT]... [-v] [--budget SECONDS] [--seed N] [--out FILE]
// `final` is the native release, `host` Pyodide with CPython's own types; the other two put our types there.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { MISSING } from '../../scripts/cpython.mjs';
import { buildBridge } from '../bridge/build.mjs';
import { startBridge, startPython } from '../bridge/start.mjs';
import { findTestLibrary } from './test-library.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mode: { type: 'string', default: 'bridge' },
    bridge: { type: 'string' },
    program: { type: 'string', multiple: true, default: [] },
    hidden: { type: 'string', multiple: true, default: [] },
    out: { type: 'string' },
    k: { type: 'string', short: 'k', multiple: true, default: [] },
    x: { type: 'string', short: 'x', multiple: true, default: [] },
    verbose: { type: 'boolean', short: 'v', default: false },
    budget: { type: 'string' },
    seed: { type: 'string', default: '0' },
  },
});
const [module] = positionals;
const library = findTestLibrary();
if (library === null) throw new Error(MISSING);
const runArguments = {
  module,
  patterns: values.k,
  unwanted: values.x,
  verbose: values.verbose,
  budget: values.budget === undefined ? null : Number(values.budget),
  seed: Number(values.seed),
};

const began = Date.now();
const { outcomes, calls } = values.mode === 'final' ? runNative() : await runInPyodide();
const report = { module, mode: values.mode, seconds: (Date.now() - began) / 1000, calls, outcomes };
if (values.out) fs.writeFileSync(values.out, JSON.stringify(report));
else print(report);
process.exit(0);

/** Runs on the native final release, in a separate folder, because tests write files into the current one. */
function runNative() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pybuffer-tests-'));
  try {
    const out = path.join(folder, 'outcomes.json');
    const program = path.join(here, 'run_module.py');
    const given = [library.directory, library.helpers, JSON.stringify(runArguments), out];
    const { status, stdout, stderr } = spawnSync(library.python, [program, ...given], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1' },
    });
    if (status !== 0) throw new Error(`${library.python} ended with ${status}: ${stderr}`);
    if (values.verbose) process.stdout.write(stdout);
    return { outcomes: JSON.parse(fs.readFileSync(out, 'utf8')), calls: 0 };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function runInPyodide() {
  let python;
  let host = null;
  if (values.mode === 'host') python = await startPython();
  else {
    // The test package runs on our types, except for its helpers.
    const underTest = 'lambda name: name.startswith("test.") and not name.startswith("test.support")';
    ({ python, host } = await startBridge(values.bridge ?? (await buildBridge()), { underTest }));
    if (values.mode === 'companions')
      python.runPython('import pybridge.companions; pybridge.companions.install()');
    python.globals.set('_modules', JSON.stringify([values.hidden, values.program]));
    python.runPython(`
import json, pybridge.imports as imports
hidden, programs = json.loads(_modules)
imports.hide(hidden)
imports.run_as_programs(programs)
`);
  }
  for (const [place, directory] of [
    ['/tests/test', library.directory],
    ['/helpers/test', library.helpers],
  ]) {
    python.FS.mkdirTree(place);
    python.mountNodeFS(place, directory);
  }
  // Pyodide lacks this module of the standard library, which a test imports.
  python.FS.mkdirTree('/lacking/dbm');
  python.mountNodeFS('/lacking/dbm', path.join(library.helpers, '../dbm'));
  python.FS.mkdirTree('/suite');
  python.FS.writeFile('/suite/run_module.py', fs.readFileSync(path.join(here, 'run_module.py')));
  python.globals.set('_arguments', JSON.stringify(runArguments));
  python.globals.set('_started', () => interruptAfter(python, 2 * runArguments.budget));
  const text = python.runPython(`
import json, sys
sys.path += ["/suite", "/tests", "/lacking"]
import run_module
run_module.find_tests("/tests/test", "/helpers/test")
run_module.run(**json.loads(_arguments), started=_started)
`);
  return { outcomes: JSON.parse(text), calls: host?.calls ?? 0 };
}

/**
 * Sends Python a SIGINT after some seconds, from a thread, because Python keeps this one busy: a single test can
 * take many times the budget.
 */
function interruptAfter(python, seconds) {
  const signal = new Uint8Array(new SharedArrayBuffer(1));
  python.setInterruptBuffer(signal);
  new Worker(
    `const { workerData } = require('node:worker_threads');
    setTimeout(() => { workerData.signal[0] = 2; }, workerData.seconds * 1000);`,
    { eval: true, workerData: { signal, seconds } },
  ).unref();
}

function print({ mode, seconds, calls, outcomes }) {
  const counts = {};
  for (const { outcome } of Object.values(outcomes)) counts[outcome] = (counts[outcome] ?? 0) + 1;
  console.log(module, mode, counts, `${seconds} s`, `${calls} calls`);
  for (const [name, { outcome, detail }] of Object.entries(outcomes)) {
    if (outcome === 'failed')
      console.log('FAILED', name, values.verbose ? '' : detail.trim().split('\n').at(-1));
  }
}
