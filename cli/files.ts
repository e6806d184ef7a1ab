// Checks files that the user names. Every command does so before it starts anything slow.
import { statSync } from 'node:fs';
import { Failure } from './failure.js';

/**
 * Checks that a path is a file.
 *
 * @throws {Failure} `there is no file x.py`, `x is a folder`
 */
export function checkFile(path: string): void {
  const stats = path === '' ? undefined : statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new Failure(`there is no file ${path === '' ? "''" : path}`);
  if (stats.isDirectory()) throw new Failure(`${path} is a folder`);
}
