// Runs the lines of rules.md on our types or (host) on CPython's own, and writes the outcomes as JSON.
//   node conformance/docs/run-rules.mjs [--mode bridge|host|companions] [--bridge FILE] [--out FILE] [-k TEXT]
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildBridge } from '../bridge/build.mjs';
import { startBridge, startPython } from '../bridge/start.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    mode: { type: 'string', default: 'bridge' },
    bridge: { type: 'string' },
    out: { type: 'string' },
    k: { type: 'string', short: 'k' },
  },
});
const began = Date.now();
let python;
let host = null;
if (values.mode === 'host') python = await startPython();
else {
  const underTest = 'lambda name: False';
  ({ python, host } = await startBridge(values.bridge ?? (await buildBridge()), { underTest }));
  if (values.mode === 'companions') python.runPython('import pybridge.companions; pybridge.companions.install()');
}
python.FS.mkdirTree('/suite');
python.FS.writeFile('/suite/run_rules.py', fs.readFileSync(path.join(here, 'run_rules.py')));
python.runPython('import sys; sys.path.append("/suite")');
python.globals.set('_text', fs.readFileSync(path.join(here, 'rules.md'), 'utf8'));
const ours = values.mode === 'host' ? 'False' : 'True';
const outcomes = JSON.parse(python.runPython(`import run_rules; run_rules.run_json(_text, ${ours})`));
const report = { mode: values.mode, seconds: (Date.now() - began) / 1000, calls: host?.calls ?? 0, outcomes };
if (values.out) fs.writeFileSync(values.out, JSON.stringify(report));
else {
  const all = Object.entries(outcomes);
  const wrong = all.filter(([, { wrong }]) => wrong !== null);
  console.log(values.mode, all.length - wrong.length, 'passed', wrong.length, 'failed', report.seconds, 's', report.calls, 'calls');
  for (const [number, { rule, text, wrong: what }] of wrong) {
    if (values.k === undefined || rule.includes(values.k)) console.log(`${rule} (${number}) ${text}\n    ${what}`);
  }
}
process.exit(0);
