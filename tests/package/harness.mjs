/**
 * What a test file needs of Jest, and no more: `describe`, `test` and `expect` as globals. Imported before
 * test files that run on the packed package; `run` then runs them. Caller: `scripts/tests-on-package.mjs`.
 */
import { createRequire } from 'node:module';

const tests = [];
let prefix = '';

function describe(name, body) {
  const before = prefix;
  prefix += `${name} `;
  body();
  prefix = before;
}
const test = (name, body) => tests.push([prefix + name, body]);

/** For each row the function, under a name with the row in place of what stands for it. */
const each = (make) => (rows) => (name, body) => {
  for (const row of rows) {
    const values = Array.isArray(row) ? row : [row];
    make(name.replace(/%\w/, values[0]), () => body(...values));
  }
};
describe.each = each(describe);
test.each = each(test);
// The folder of the project, whose `expect` this is.
Object.assign(globalThis, {
  describe,
  test,
  expect: createRequire(`${process.argv[2]}/package.json`)('expect').expect,
});

/** Runs all tests, prints how many passed, and ends with status 1 if one failed. */
export async function run() {
  let passed = 0;
  for (const [name, body] of tests) {
    try {
      await body();
      passed++;
    } catch (error) {
      console.log(`${name}: ${error.stack}`);
      process.exitCode = 1;
    }
  }
  console.log(`${passed} of ${tests.length} tests pass`);
}
