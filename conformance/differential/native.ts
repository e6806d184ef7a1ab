// The judge on 64-bit memory: the final release of CPython 3.15, in a separate process that answers line by
// line. It assumes that scripts/cpython.mjs finds one. Caller: run.ts.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { findCPython } from '../../scripts/cpython.mjs';
import type { Oracle } from './oracle.js';

/**
 * Starts the native CPython; null if the machine has none.
 *
 * @throws Error from `ask` when the process dies in the middle, with what it printed
 */
export async function startNativeOracle(): Promise<Oracle | null> {
  const python = findCPython()?.python;
  if (python === undefined) return null;
  const child = spawn(
    python,
    ['-B', '-X', 'faulthandler', fileURLToPath(new URL('serve.py', import.meta.url))],
    {
      env: { ...process.env, PYTHONHASHSEED: '0' },
    },
  );
  let complaints = '';
  child.stderr.on('data', (part) => (complaints += String(part)));
  const lines = createInterface({ input: child.stdout });
  const waiting: { resolve(line: string): void; reject(error: Error): void }[] = [];
  lines.on('line', (line) => waiting.shift()!.resolve(line));
  child.on('close', (status, signal) => {
    for (const { reject } of waiting) {
      reject(new Error(`CPython ended with ${signal ?? `status ${status}`}:\n${complaints.slice(-3000)}`));
    }
  });
  const answer = () => new Promise<string>((resolve, reject) => waiting.push({ resolve, reject }));
  const version = await answer();
  return {
    version,
    async ask(programs) {
      const line = answer();
      child.stdin.write(`${JSON.stringify(programs)}\n`);
      return JSON.parse(await line) as string[][];
    },
    close: () => child.stdin.end(),
  };
}
