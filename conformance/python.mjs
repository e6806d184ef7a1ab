// npm run python -- FILE.py [args]: runs a Python file with pybuffer in the place of bytes, bytearray and memoryview.
import fs from 'node:fs';
import path from 'node:path';
import { buildBridge } from './bridge/build.mjs';
import { startBridge } from './bridge/start.mjs';

const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('usage: npm run python -- FILE.py [args]\n');
  process.exit(2);
}
// npm goes to the root of the package; whoever calls it stands elsewhere.
const cwd = process.env.INIT_CWD ?? process.cwd();
const full = path.resolve(cwd, file);
if (!fs.existsSync(full)) {
  process.stderr.write(`python: can't open file '${full}': [Errno 2] No such file or directory\n`);
  process.exit(2);
}
const { python, host } = await startBridge(await buildBridge(), {
  // The modules that lie beside the file are run on our types too.
  underTest:
    'lambda name: __import__("os").path.exists(__import__("sys").path[0] + "/" + name.replace(".", "/") + ".py")',
});
/** Bytes as they come: a line may lack its end. A pipe whose reader is slow is tried again. */
const writer = (descriptor) => ({
  write(bytes) {
    for (;;) {
      try {
        return fs.writeSync(descriptor, bytes);
      } catch (error) {
        if (error.code !== 'EAGAIN') throw error;
      }
    }
  },
});
python.setStdout(writer(1));
python.setStderr(writer(2));

/** Folders of the host, and where Python sees them: where they lie, so that tracebacks name them, if nothing is there. */
const places = new Map();
const folder = path.dirname(full);
for (const [shown, otherwise] of [
  [cwd, '/cwd'],
  [folder, '/program'],
].sort(([a], [b]) => a.length - b.length)) {
  if (placeOf(shown) !== undefined) continue;
  const isFree = /^\/(?!(lib|dev|proc|bridge|home\/pyodide)(\/|$)|home$)./.test(shown);
  places.set(shown, isFree ? shown : otherwise);
  python.FS.mkdirTree(places.get(shown));
  python.mountNodeFS(places.get(shown), shown);
}

function placeOf(shown) {
  for (const [outer, place] of places) {
    if (shown === outer || shown.startsWith(`${outer}/`)) return place + shown.slice(outer.length);
  }
}

python.FS.chdir(placeOf(cwd));
python.globals.set('_program', [`${placeOf(folder)}/${path.basename(full)}`, ...args]);
python.runPython('import sys; sys.path.insert(0, _program[0].rpartition("/")[0])');
const status = python.runPython(`
import pybridge.run
_list = list(_program)
pybridge.run.run_file(_list[0], _list[1:])
`);
if (process.env.PYBUFFER_CALLS) process.stderr.write(`calls that reached pybuffer: ${host.calls}\n`);
process.exit(status);
