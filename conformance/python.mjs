// npm run python -- FILE.py [args]: runs a Python file with pybuffer in the place of bytes, bytearray and memoryview.
import path from 'node:path';
import { buildBridge } from './bridge/build.mjs';
import { startBridge } from './bridge/start.mjs';

const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('usage: npm run python -- FILE.py [args]\n');
  process.exit(2);
}
const full = path.resolve(file);
const { python, host } = await startBridge(await buildBridge(), {
  // The modules that lie beside the file are run on our types too.
  underTest: 'lambda name: __import__("os").path.exists("/program/" + name.replace(".", "/") + ".py")',
});
python.FS.mkdirTree('/program');
python.mountNodeFS('/program', path.dirname(full));
python.globals.set('_program', [`/program/${path.basename(full)}`, ...args]);
python.runPython('import sys; sys.path.insert(0, "/program")');
const status = python.runPython(`
import pybridge.run
_list = list(_program)
pybridge.run.run_file(_list[0], _list[1:])
`);
if (process.env.PYBUFFER_CALLS) process.stderr.write(`calls that reached pybuffer: ${host.calls}\n`);
process.exit(status);
