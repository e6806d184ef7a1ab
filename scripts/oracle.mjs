// Runs CPython 3.15 inside Node, for the recording scripts.
import fs from 'node:fs';
import { loadPyodide } from 'pyodide';

/**
 * Runs a Python file in CPython and returns the value of its global `result`, which must be JSON text.
 *
 * @param {URL} file the Python source
 * @param {Record<string, string>} globals texts that the source finds as globals
 * @returns {Promise<unknown>}
 */
export async function record(file, globals = {}) {
  const python = await loadPyodide({
    stderr: (line) => process.stderr.write(line + '\n'),
    env: { PYTHONHASHSEED: '0' },
  });
  for (const [name, text] of Object.entries(globals)) python.globals.set(name, text);
  python.runPython(fs.readFileSync(file, 'utf8'));
  return JSON.parse(python.globals.get('result'));
}
