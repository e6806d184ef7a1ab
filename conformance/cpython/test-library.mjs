// Finds CPython's test modules: those that PYTHON_TEST_LIB names, or else those of the native CPython 3.15. It
// finds none without a native CPython 3.15, because then there is no judge. Callers: the suites `cpython` and
// `mutation`.
import fs from 'node:fs';
import path from 'node:path';
import { findCPython } from '../../scripts/cpython.mjs';

/**
 * @returns {{ directory: string, helpers: string, python: string, version: string } | null} the folder of the
 *   test modules, the folder of `test.support`, and the final release that judges; null if this machine has
 *   no final release with its tests
 */
export function findTestLibrary() {
  const cpython = findCPython();
  if (cpython === null || cpython.tests === null) return null;
  const { python, version, tests } = cpython;
  const given = process.env.PYTHON_TEST_LIB;
  const candidates = given ? [given, path.join(given, 'test'), path.join(given, 'Lib', 'test')] : [tests];
  const directory = candidates.find((candidate) => fs.existsSync(path.join(candidate, 'test_bytes.py')));
  if (directory === undefined) throw new Error(`PYTHON_TEST_LIB=${given} holds no test_bytes.py`);
  const helpers = [directory, tests].find((place) => fs.existsSync(path.join(place, 'support/__init__.py')));
  return { directory, helpers, python, version };
}

/** Whether a test library has a module, by its dotted name. */
export function holds({ directory }, module) {
  const file = path.join(directory, ...module.split('.'));
  return fs.existsSync(`${file}.py`) || fs.existsSync(path.join(file, '__init__.py'));
}
