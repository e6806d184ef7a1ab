// Runs a Python file in native CPython, for scripts whose answers must come from the final release.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { MISSING, findCPython } from './cpython.mjs';

/** Rows as JSON, a line each. */
export const linesOf = (rows) => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`;

/**
 * Runs a Python file and returns the value of its global `result`, which must be JSON text. The file can import
 * the modules of this folder.
 *
 * @param {URL} file the Python source
 * @param {Record<string, unknown>} [globals] JSON values that the source finds as globals
 * @returns {unknown}
 * @throws {Error} when there is no interpreter, or the file raises
 */
export function askNative(file, globals = {}) {
  const cpython = findCPython();
  if (cpython === null) throw new Error(MISSING);
  const path = fileURLToPath(file);
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const program = `
import json, sys
sys.path.insert(0, ${JSON.stringify(folder)})
space = json.load(sys.stdin)
exec(compile(open(${JSON.stringify(path)}, encoding='utf-8').read(), ${JSON.stringify(path)}, 'exec'), space)
print(space['result'])
`;
  const { status, stdout, stderr } = spawnSync(cpython.python, ['-B', '-W', 'ignore', '-c', program], {
    input: JSON.stringify(globals),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, PYTHONHASHSEED: '0' },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
