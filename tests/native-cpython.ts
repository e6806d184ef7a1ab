/**
 * The final CPython 3.15, for the tests that ask it. Without one they are skipped, and a line names what was
 * not tested. The scripts know where it is; we ask them in a process, because Jest cannot load their modules.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const FIND = "import('./scripts/cpython.mjs').then(({ cpythonPath }) => console.log(cpythonPath() ?? ''))";

/** The interpreter's path; empty if there is none. */
export const cpython: string = execFileSync(process.execPath, ['-e', FIND], {
  cwd: join(__dirname, '..'),
  encoding: 'utf8',
}).trim();

/**
 * Returns `test`; without an interpreter it names the tests in a line and returns `test.skip`.
 *
 * @param what the name of the tests in that line
 */
export function testOnCPython(what: string): jest.It {
  if (cpython !== '') return test;
  console.log(`left out: ${what}, because there is no native CPython 3.15`);
  return test.skip;
}
