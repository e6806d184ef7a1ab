// Runs Python on our types: finds Pyodide, starts it and installs the bridge. Callers: the command `python`
// and the prompt.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import '../src/parts.js';
import '../src/codecs-binary.js';
import '../src/codecs-cjk.js';
import { installBridge } from '../bridge/install.js';
import type { Host } from '../bridge/host.js';
import type { Pyodide } from '../bridge/pyodide.js';
import { pythonHalf } from './assets.js';
import { Failure } from './failure.js';
import { byteWriter, progress } from './terminal.js';

/** What the command needs from Pyodide besides the bridge. */
export interface Python extends Pyodide {
  readonly FS: Pyodide['FS'] & { chdir(path: string): void };
  readonly version: string;
  setStdin(options: { stdin?: () => string | null; read?: (buffer: Uint8Array) => number }): void;
  setStdout(options: { write(bytes: Uint8Array): number }): void;
  setStderr(options: { write(bytes: Uint8Array): number }): void;
}

/** Installs Pyodide for Python 3.15. The `-0` admits prereleases; `latest` is an older Python. */
const INSTALL = 'npm install --save-dev pyodide@~315.0.0-0';
const MISSING = `this needs Pyodide, which is not installed: ${INSTALL}`;

/** Imports Pyodide from the user's project, or else the one beside this package. */
async function findPyodide(): Promise<{ loadPyodide(options: object): Promise<Python> }> {
  for (const from of [join(process.cwd(), 'package.json'), import.meta.url]) {
    let found;
    try {
      found = createRequire(from).resolve('pyodide/package.json');
    } catch {
      continue;
    }
    return import(pathToFileURL(join(found, '../pyodide.mjs')).href) as never;
  }
  throw new Failure(MISSING);
}

/**
 * Selects the modules that run on our types besides the main program: those in its folder, not Python's own.
 */
const BESIDE_THE_PROGRAM = `lambda name: any(
    __import__("os").path.exists(__import__("os").path.join(__import__("sys").path[0], name.replace(".", "/") + end))
    for end in (".py", "/__init__.py"))`;

/**
 * Starts Python with our types instead of its own, including `struct`, `array` and `io.BytesIO`.
 *
 * @throws {Failure} when Pyodide is missing or its Python is not 3.15
 */
export async function startPython(): Promise<{ python: Python; host: Host }> {
  const done = progress('starting Python in Pyodide ...');
  try {
    const { loadPyodide } = await findPyodide();
    // The library computes the hashes of PYTHONHASHSEED=0.
    const python = await loadPyodide({ env: { PYTHONHASHSEED: '0', HOME: '/home/pyodide' } });
    const version = python.runPython('import sys; sys.version_info >= (3, 15) or sys.version.split()[0]');
    if (version !== true)
      throw new Failure(`Pyodide ${python.version} is Python ${String(version)}; 3.15 is needed: ${INSTALL}`);
    // The bridge may import deprecated modules, about which the program should not be warned.
    python.runPython('import warnings; _filters = warnings.filters[:]; warnings.simplefilter("ignore")');
    const host = installBridge(python, pythonHalf(), BESIDE_THE_PROGRAM);
    python.runPython('import pybridge.companions; pybridge.companions.install()');
    python.runPython('warnings.filters[:] = _filters; del warnings, _filters, pybridge, sys');
    python.setStdout(byteWriter(1));
    python.setStderr(byteWriter(2));
    return { python, host };
  } finally {
    done();
  }
}
