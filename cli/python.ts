// Python on our types: finds Pyodide, starts it and puts the bridge into it. Callers are the commands
// `python` and the prompt.
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

/** What the command needs of Pyodide beside the bridge. */
export interface Python extends Pyodide {
  readonly FS: Pyodide['FS'] & { chdir(path: string): void };
  readonly version: string;
  setStdin(options: { stdin?: () => string | null; read?: (buffer: Uint8Array) => number }): void;
  setStdout(options: { write(bytes: Uint8Array): number }): void;
  setStderr(options: { write(bytes: Uint8Array): number }): void;
}

/**
 * The release of Python 3.15, before it is final as well: a range without `-0` would leave those out, and
 * `latest` is older.
 */
const INSTALL = 'npm install --save-dev pyodide@~315.0.0-0';
const MISSING = `this needs Pyodide, which is not installed: ${INSTALL}`;

/** The module of the Pyodide that the user's project has, else of the one beside this package. */
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

/** Which modules run on our types beside the main program: those in its folder, and none of Python's own. */
const BESIDE_THE_PROGRAM = `lambda name: any(
    __import__("os").path.exists(__import__("os").path.join(__import__("sys").path[0], name.replace(".", "/") + end))
    for end in (".py", "/__init__.py"))`;

/**
 * Starts Python with our types in the place of its own, `struct`, `array` and `io.BytesIO` among them.
 *
 * @throws {Failure} when there is no Pyodide, or one of another Python than 3.15
 */
export async function startPython(): Promise<{ python: Python; host: Host }> {
  const done = progress('starting Python in Pyodide ...');
  try {
    const { loadPyodide } = await findPyodide();
    // Hashes are those of PYTHONHASHSEED=0, which the library has.
    const python = await loadPyodide({ env: { PYTHONHASHSEED: '0', HOME: '/home/pyodide' } });
    const version = python.runPython('import sys; sys.version_info >= (3, 15) or sys.version.split()[0]');
    if (version !== true)
      throw new Failure(`Pyodide ${python.version} is Python ${String(version)}; 3.15 is needed: ${INSTALL}`);
    // What the bridge imports may be deprecated; that is not the program's matter.
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
