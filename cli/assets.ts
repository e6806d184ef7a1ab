// Locates the Python files of this command: beside the built command, or in the folders of the sources.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

function place(built: string, source: string): string {
  const found = [built, source].map((path) => fileURLToPath(new URL(path, import.meta.url))).find(existsSync);
  if (found === undefined) throw new Error(`${built} is missing`);
  return found;
}

/** The folder of the bridge's Python half. */
export const pythonHalf = (): string => place('./pybridge', '../bridge/pybridge');

/** The program that records calls on CPython. */
export const recorder = (): string => place('./record.py', './record.py');

/** The package's version. */
export const packageJson = (): string => place('../package.json', '../../package.json');
