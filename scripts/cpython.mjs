// Finds a native CPython 3.15 on this machine: the final release, 64-bit. It judges what Pyodide (a release
// candidate, 32-bit) cannot. Callers: the conformance suites and the recording scripts. Only
// bring-cpython.mjs installs an interpreter.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that `npm run cpython` fills. */
export const CACHE = fileURLToPath(new URL('../.cache/cpython315', import.meta.url));

/** The interpreter in it. */
export const CACHED = path.join(CACHE, 'usr/bin/python3.15');

/** The message of suites that leave something out because findCPython() returned null. */
export const MISSING = 'no native CPython 3.15 (npm run cpython brings one, PYBUFFER_CPYTHON names one)';

const DESCRIBE = `
import json, os, sys
try:
    import test.test_bytes
    tests = os.path.dirname(test.__file__)
except ImportError:
    tests = None
v = sys.version_info
print(json.dumps([f"{v.major}.{v.minor}.{v.micro}", v.releaselevel, v[:2] == (3, 15), sys.maxsize == 2**63 - 1, tests]))
`;

let found;

/**
 * The interpreter that PYBUFFER_CPYTHON names, or else the one in the cache folder, or else `python3.15` on
 * the PATH. PYBUFFER_CPYTHON=none simulates a machine without one.
 *
 * @returns {{ python: string, version: string, tests: string | null } | null} the program, its full version,
 *   and the folder of its `test` package, or null
 * @throws {Error} when PYBUFFER_CPYTHON names anything but a final 64-bit CPython 3.15
 */
export function findCPython() {
  if (found === undefined) {
    const named = process.env.PYBUFFER_CPYTHON;
    if (named === 'none') found = null;
    else if (named) found = describe(named);
    else found = [CACHED, 'python3.15'].map(tryDescribe).find(Boolean) ?? null;
  }
  return found;
}

/**
 * The path of that interpreter, or null.
 *
 * @returns {string | null}
 */
export function cpythonPath() {
  return findCPython()?.python ?? null;
}

function tryDescribe(python) {
  if (path.isAbsolute(python) && !fs.existsSync(python)) return null;
  try {
    return describe(python);
  } catch {
    return null;
  }
}

/**
 * Asks an interpreter for its version and kind.
 *
 * @param {string} python path or name of a program
 * @returns {{ python: string, version: string, tests: string | null }}
 * @throws {Error} when it does not run or is not a final 64-bit CPython 3.15
 */
export function describe(python) {
  const { status, stdout, stderr, error } = spawnSync(python, ['-I', '-c', DESCRIBE], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${python} does not run: ${error?.message ?? stderr.trim()}`);
  const [version, level, is315, is64bit, tests] = JSON.parse(stdout);
  if (!is315 || level !== 'final' || !is64bit) {
    throw new Error(
      `${python} is ${version} ${level}, ${is64bit ? 64 : 32}-bit; a final 64-bit 3.15 is needed`,
    );
  }
  return { python, version, tests };
}
