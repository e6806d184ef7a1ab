// Pyodide: CPython compiled to WebAssembly, with its own types, and with ours in their place through the bridge of the
// conformance suites.
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

/** The bridge runs Python on our types. */
export const pybuffer = {
  name: 'pybuffer',
  async open() {
    const { python } = await startBridge(await buildBridge('scoreboard'), silent);
    return opened(python, 'this revision', OURS);
  },
};
