// Starts Pyodide without the bridge (CPython's own types: the oracle) or with it (our types).
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadPyodide } from 'pyodide';

// Node prints the source line of an uncaught error, and Pyodide's is a megabyte long.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${error?.message ?? error}\n`);
  process.exit(1);
});

const PYTHON_HALF = fileURLToPath(new URL('../../bridge/pybridge', import.meta.url));

/**
 * Starts a Pyodide without our types. Hashes are those of PYTHONHASHSEED=0.
 *
 * @param {{ stdout?: (line: string) => void, stderr?: (line: string) => void, args?: string[] }} options
 */
export async function startPython(options = {}) {
  return loadPyodide({
    stdout: options.stdout ?? ((line) => process.stdout.write(`${line}\n`)),
    stderr: options.stderr ?? ((line) => process.stderr.write(`${line}\n`)),
    env: { PYTHONHASHSEED: '0', HOME: '/home/pyodide' },
  });
}

/**
 * Starts a Pyodide in which the modules under test see our types.
 *
 * @param {string} bridgeModule the path that `buildBridge` returned
 * @param {object} options as for {@link startPython}; `underTest` is a Python expression, a function of a
 *   module's name
 * @returns the Pyodide and the host, which counts the calls
 */
export async function startBridge(bridgeModule, options = {}) {
  const python = await startPython(options);
  const { installBridge } = await import(pathToFileURL(path.resolve(bridgeModule)).href);
  const host = installBridge(python, PYTHON_HALF, options.underTest);
  return { python, host };
}
