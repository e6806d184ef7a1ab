/**
 * The parts of Jest that a test file needs: `describe`, `test` and `expect` as globals. Import it before test
 * files that run on the packed package; `run` then runs them. Caller: `scripts/tests-on-package.mjs`.
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

/** Registers the function for each row, with the row's first value in place of the placeholder in its name. */
const each = (make) => (rows) => (name, body) => {
  for (const row of rows) {
    const values = Array.isArray(row) ? row : [row];
    make(name.replace(/%\w/, values[0]), () => body(...values));
  }
};
describe.each = each(describe);
test.each = each(test);
// The project's folder, from which `expect` is loaded.
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
