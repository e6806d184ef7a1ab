// Runs one test module, on our types or (baseline) on CPython's own, and writes the outcomes as JSON.
//   node conformance/cpython/run-module.mjs MODULE --mode bridge|baseline|companions [--bridge FILE] [--out FILE] [-k TEXT] [-v]
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildBridge } from '../bridge/build.mjs';
import { startBridge, startPython } from '../bridge/start.mjs';
import { findTestLibrary } from './test-library.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mode: { type: 'string', default: 'bridge' },
    bridge: { type: 'string' },
    out: { type: 'string' },
    k: { type: 'string', short: 'k', multiple: true, default: [] },
    verbose: { type: 'boolean', short: 'v', default: false },
  },
});
const [module] = positionals;
const began = Date.now();

// The helpers of the test package run as they are, everything else of it on our types.
const underTest = 'lambda name: name.startswith("test.") and not name.startswith("test.support")';
let python;
let host = null;
if (values.mode === 'baseline') python = await startPython();
else {
  const bridge = values.bridge ?? (await buildBridge());
  ({ python, host } = await startBridge(bridge, { underTest }));
  if (values.mode === 'companions')
    python.runPython('import pybridge.companions; pybridge.companions.install()');
}
const library = findTestLibrary();
python.FS.mkdirTree('/tests/test');
python.mountNodeFS('/tests/test', library.directory);
if (library.helpers !== library.directory) {
  python.FS.mkdirTree('/helpers/test');
  python.mountNodeFS('/helpers/test', library.helpers);
}
python.FS.mkdirTree('/suite');
python.FS.writeFile('/suite/run_module.py', fs.readFileSync(path.join(here, 'run_module.py')));
// What the library lacks of the package `test` is looked for among the helpers.
python.runPython(
  'import sys; sys.path += ["/suite", "/tests"]; import test; test.__path__ = [*test.__path__, "/helpers/test"]',
);
python.globals.set('_arguments', JSON.stringify([module, values.k, values.verbose]));
const outcomes = JSON.parse(
  python.runPython('import json, run_module; run_module.run(*json.loads(_arguments))'),
);
const report = {
  module,
  mode: values.mode,
  seconds: (Date.now() - began) / 1000,
  calls: host?.calls ?? 0,
  outcomes,
};
if (values.out) fs.writeFileSync(values.out, JSON.stringify(report));
else {
  const counts = {};
  for (const { outcome } of Object.values(outcomes)) counts[outcome] = (counts[outcome] ?? 0) + 1;
  console.log(module, values.mode, counts, `${report.seconds} s`, `${report.calls} calls`);
  for (const [name, { outcome, detail }] of Object.entries(outcomes)) {
    if (outcome === 'failed')
      console.log('FAILED', name, values.verbose ? '' : detail.trim().split('\n').slice(-1)[0]);
  }
}
process.exit(0);
