// Runs part of the conformance suites, so that `npm test` notices when they break.
import { spawnSync } from 'node:child_process';

// A representative part of `npm run conformance` that takes seconds; the whole takes minutes.
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
test('the rules of the documentation and test_memoryview pass, and a broken library is noticed', () => {
  const { status, stdout } = spawnSync('node', ['--import', 'tsx', 'conformance/run.mjs', ...SUITES], {
    encoding: 'utf8',
  });
  // Without a native CPython 3.15 the run reports what it leaves out, and so does the test.
  const leftOut = /^left out: .*$/m.exec(stdout)?.[0];
  if (leftOut !== undefined) console.log(leftOut);
  expect(stdout).toMatch(/, 0 failed, \d+ excused\n$/);
  expect(status).toBe(0);
}, 600_000);
