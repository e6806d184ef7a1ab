// The entry point of the bridge: puts both its halves into a Pyodide. Callers are the command `pybuffer` and
// the conformance suites, which start Pyodide themselves. Node only: the Python half is read from files.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Host } from './host.js';
import type { Pyodide } from './pyodide.js';

/** The folder of the Python half in Pyodide's file system. */
const PLACE = '/bridge';

/**
 * Makes Python modules under test see our types instead of `bytes`, `bytearray` and `memoryview`.
 *
 * @param pyodide a Pyodide with Python 3.15
 * @param folder the folder `pybridge`, which holds the Python half
 * @param underTest a Python expression: a function of a module's name that says whether the module runs on our types
 * @returns the JavaScript half, which counts the calls that reach the library
 */
export function installBridge(pyodide: Pyodide, folder: string, underTest = 'lambda name: False'): Host {
  const host = new Host(pyodide);
  pyodide.registerJsModule('_pybuffer', host.wire());
  pyodide.FS.mkdirTree(`${PLACE}/pybridge`);
  for (const file of readdirSync(folder)) {
    if (file.endsWith('.py'))
      pyodide.FS.writeFile(`${PLACE}/pybridge/${file}`, readFileSync(join(folder, file)));
  }
  pyodide.runPython(`import sys; sys.path.append("${PLACE}")`);
  pyodide.runPython(`import pybridge.run; pybridge.run.install(${underTest})`);
  return host;
}
