// Where CPython's own test package is found on this machine.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** The directory that holds test_bytes.py, and the version of Python it belongs to. */
export function findTestLibrary() {
  const candidates = [];
  const given = process.env.PYTHON_TEST_LIB;
  if (given) candidates.push(given, path.join(given, 'test'));
  else {
    candidates.push(packageOf('python3'), '/usr/lib/python3.11/test');
  }
  const found = candidates.find((dir) => dir !== null && fs.existsSync(path.join(dir, 'test_bytes.py')));
  if (found === undefined) {
    throw new Error(
      "CPython's tests are not on this machine: set PYTHON_TEST_LIB to the directory of test_bytes.py, " +
        'or install libpython3.11-testsuite',
    );
  }
  return { directory: found, version: /python(3\.\d+)/.exec(found)?.[1] ?? 'unknown version' };
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
