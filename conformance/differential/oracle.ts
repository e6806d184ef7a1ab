import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadPyodide } from 'pyodide';
import type { Program } from './program.js';

/** Starts CPython; gives a function from programs to their results. */
export async function startOracle(): Promise<(program: Program) => string[]> {
  const python = await loadPyodide({ env: { PYTHONHASHSEED: '0', HOME: '/home/pyodide' } });
  python.runPython(readFileSync(fileURLToPath(new URL('oracle.py', import.meta.url)), 'utf8'));
  const runJson = python.globals.get('run_json') as (text: string) => string;
  return (program) => JSON.parse(runJson(JSON.stringify(program))) as string[];
}
