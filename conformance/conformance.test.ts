import { spawnSync } from 'node:child_process';

/** A representative part of `npm run conformance`: what takes seconds. All of it takes minutes, and runs by itself. */
const SUITES = [
  '--suite',
  'docs',
  '--suite',
  'mutation',
  '--suite',
  'cpython',
  '--module',
  'test_memoryview',
];
const PART = [...SUITES, '--if-present'];

test('CPython 3.15 agrees: the documents, test_memoryview, and a broken library is found out', () => {
  const { status, stdout } = spawnSync('node', ['conformance/run.mjs', ...PART], { encoding: 'utf8' });
  expect(stdout).toMatch(/, 0 failed, \d+ excused\n$/);
  expect(status).toBe(0);
}, 180_000);
