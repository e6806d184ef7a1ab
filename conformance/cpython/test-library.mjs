// Where CPython's own test package is found on this machine.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/**
 * The directory that holds test_bytes.py, the version of Python it belongs to, and where its helpers (`test.support`) are:
 * a few modules that were copied somewhere without them get those of this machine's Python.
 */
export function findTestLibrary() {
  const given = process.env.PYTHON_TEST_LIB;
  const installed = [packageOf('python3'), '/usr/lib/python3.11/test'];
  const candidates = given ? [given, path.join(given, 'test'), path.join(given, 'Lib', 'test')] : installed;
  const directory = candidates.find((candidate) => holds(candidate, 'test_bytes.py'));
  if (directory === undefined) {
    throw new Error(
      `CPython's tests are not ${given ? `in ${given}` : 'on this machine'}: set PYTHON_TEST_LIB to the directory of ` +
        'test_bytes.py, or install libpython3.11-testsuite',
    );
  }
  const helpers = [directory, ...installed].find((candidate) => holds(candidate, 'support/__init__.py'));
  if (helpers === undefined)
    throw new Error(`there is no test.support, neither in ${directory} nor on this machine`);
  return { directory, helpers, version: versionOf(fs.realpathSync(directory)) };
}

/** Which of some modules a test library has. */
export function modulesOf({ directory }, names) {
  return names.filter((name) => holds(directory, `${name}.py`));
}

function holds(directory, file) {
  return directory !== null && fs.existsSync(path.join(directory, file));
}

/** From the path of an installation, or what a checkout says of itself. */
function versionOf(directory) {
  const named = /python-?(3\.\d+)/i.exec(directory)?.[1];
  if (named !== undefined) return named;
  try {
    const header = fs.readFileSync(path.join(directory, '../../Include/patchlevel.h'), 'utf8');
    return /PY_VERSION\s+"(3\.\d+)/.exec(header)?.[1] ?? 'unknown version';
  } catch {
    return 'unknown version';
  }
}

/** Whether this machine has it. */
export function hasTestLibrary() {
  try {
    findTestLibrary();
    return true;
  } catch {
    return false;
  }
}

function packageOf(python) {
  try {
    const code = 'import os, test; print(os.path.dirname(test.__file__))';
    return execFileSync(python, ['-c', code], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}
