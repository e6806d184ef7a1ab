// The interface of the oracles, and the one from npm: CPython 3.15.0rc1 in WebAssembly, on 32-bit memory. The
// other one is in native.ts. Callers: run.ts, the recorder of vectors.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadPyodide } from 'pyodide';
import type { Program } from './program.js';

/** A CPython that runs programs. */
export interface Oracle {
  /** Its full version, such as 3.15.2. */
  readonly version: string;
  /** The results of each program. */
  ask(programs: readonly Program[]): Promise<string[][]>;
  close(): void;
}

/** Starts CPython in WebAssembly. */
export async function startOracle(): Promise<Oracle> {
  const python = await loadPyodide({ env: { PYTHONHASHSEED: '0', HOME: '/home/pyodide' } });
  python.runPython(readFileSync(fileURLToPath(new URL('oracle.py', import.meta.url)), 'utf8'));
  const runMany = python.globals.get('run_many') as (text: string) => string;
  return {
    version: python.runPython('sys.version.split()[0]') as string,
    ask: (programs) => Promise.resolve(JSON.parse(runMany(JSON.stringify(programs))) as string[][]),
    close: () => undefined,
  };
}
