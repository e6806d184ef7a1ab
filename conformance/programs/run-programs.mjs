// Runs the programs of a file and prints their output.
//   node conformance/programs/run-programs.mjs [FILE] [--mode bridge|cpython] [--bridge FILE] [--out FILE]
// expected.txt is recorded with `--mode cpython --out conformance/programs/expected.txt`: Pyodide answers,
// except for programs whose titles end in [final], which rc1 gets wrong: for those the native final release
// does.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MISSING, cpythonPath } from '../../scripts/cpython.mjs';
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
const file = positionals[0] ?? path.join(here, 'programs.py');
python.globals.set('_text', fs.readFileSync(file, 'utf8'));
let text = python.runPython(`import run_programs; run_programs.run(_text, ${ours ? 'True' : 'False'})`);
if (!ours) text = withFinal(text);
if (values.out) fs.writeFileSync(values.out, text);
else process.stdout.write(text);
process.exit(0);

/** Replaces rc1's answers by those of the final release. */
function withFinal(recorded) {
  if (cpythonPath() === null) throw new Error(MISSING);
  const { status, stdout, stderr } = spawnSync(cpythonPath(), [path.join(here, 'run_programs.py'), file], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONHASHSEED: '0' },
  });
  if (status !== 0) throw new Error(stderr);
  const blocks = (text) => text.split(/^(?=# == )/m);
  const title = (block) => block.slice(0, block.indexOf('\n'));
  const answers = new Map(blocks(stdout).map((block) => [title(block), block.trimEnd()]));
  return blocks(recorded)
    .map((block) => (answers.has(title(block)) ? `${answers.get(title(block))}\n\n` : block))
    .join('')
    .trimEnd()
    .concat('\n');
}
