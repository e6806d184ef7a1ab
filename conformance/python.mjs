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
const folder = path.dirname(full);
// The file lies where it lies on the host, so that tracebacks name it; unless Pyodide has something of its own there.
const place = /^\/(?!(lib|dev|proc|bridge|home)(\/|$))./.test(folder) ? folder : '/program';
const { python, host } = await startBridge(await buildBridge(), {
  // The modules that lie beside the file are run on our types too.
  underTest:
    'lambda name: __import__("os").path.exists(__import__("sys").path[0] + "/" + name.replace(".", "/") + ".py")',
});
python.FS.mkdirTree(place);
python.mountNodeFS(place, folder);
python.globals.set('_program', [`${place}/${path.basename(full)}`, ...args]);
python.runPython('import sys; sys.path.insert(0, _program[0].rpartition("/")[0])');
const status = python.runPython(`
import pybridge.run
_list = list(_program)
pybridge.run.run_file(_list[0], _list[1:])
`);
if (process.env.PYBUFFER_CALLS) process.stderr.write(`calls that reached pybuffer: ${host.calls}\n`);
process.exit(status);
