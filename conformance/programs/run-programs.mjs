// Runs the programs of a file and prints what they print.
//   node conformance/programs/run-programs.mjs [FILE] [--mode bridge|cpython] [--bridge FILE] [--out FILE]
// expected.txt is recorded with `--mode cpython --out conformance/programs/expected.txt`.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildBridge } from '../bridge/build.mjs';
import { startBridge, startPython } from '../bridge/start.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mode: { type: 'string', default: 'bridge' },
    bridge: { type: 'string' },
    out: { type: 'string' },
  },
});
const ours = values.mode === 'bridge';
const python = ours
  ? (await startBridge(values.bridge ?? (await buildBridge('bridge-programs')))).python
  : await startPython();
python.FS.mkdirTree('/suite');
python.FS.writeFile('/suite/run_programs.py', fs.readFileSync(path.join(here, 'run_programs.py')));
python.runPython('import sys; sys.path.append("/suite")');
python.globals.set('_text', fs.readFileSync(positionals[0] ?? path.join(here, 'programs.py'), 'utf8'));
const text = python.runPython(`import run_programs; run_programs.run(_text, ${ours ? 'True' : 'False'})`);
if (values.out) fs.writeFileSync(values.out, text);
else process.stdout.write(text);
process.exit(0);
