// Pyodide: CPython compiled to WebAssembly, with its own types, and with ours in their place through the
// bridge of the conformance suites. Where there is no native CPython 3.14, the matrix's older Pyodide
// (`npm ci --prefix matrix`) is CPython 3.14.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildBridge } from '../../conformance/bridge/build.mjs';
import { startBridge, startPython } from '../../conformance/bridge/start.mjs';

const RUN = `
import contextlib as _contextlib, io as _io, sys as _sys
_sys.unraisablehook = lambda unraisable: None
def _run(program):
    out = _io.StringIO()
    with _contextlib.redirect_stdout(out):
        try:
            exec(_compiled(program), {'__name__': '__main__', '__builtins__': _names})
        except Exception as error:
            print(type(error).__name__ + ': ' + str(error))
    return out.getvalue()
_run
`;
const OWN = `
import builtins as _names
_compiled = lambda program: compile(program, '<program>', 'exec')
`;
const OURS = `
from pybridge.syntax import namespace as _names, transform as _transform
_compiled = lambda program: _transform(program.encode(), '<program>')
`;

const silent = { stdout() {}, stderr() {} };

function opened(python, version, prepare) {
  python.runPython(prepare);
  const run = python.runPython(RUN);
  return { version, run: (program) => run(program) };
}

export const pyodide = {
  name: 'Pyodide',
  async open() {
    const python = await startPython(silent);
    const cpython = python.runPython('import platform; platform.python_version()');
    return opened(python, `${python.version}, CPython ${cpython}`, OWN);
  },
};

export const pyodide314 = {
  async open() {
    let main;
    try {
      main = createRequire(join(import.meta.dirname, '../../matrix/package.json')).resolve(
        'pyodide314/pyodide.mjs',
      );
    } catch {
      return null;
    }
    const { loadPyodide, version } = await import(pathToFileURL(main).href);
    const python = await loadPyodide({ ...silent, env: { PYTHONHASHSEED: '0' } });
    const cpython = python.runPython('import platform; platform.python_version()');
    return opened(python, `${cpython}, in Pyodide ${version}`, OWN);
  },
};

/** The bridge runs Python on our types. */
export const pybuffer = {
  name: 'pybuffer',
  async open() {
    const { python } = await startBridge(await buildBridge('scoreboard'), silent);
    return opened(python, 'this revision', OURS);
  },
};
