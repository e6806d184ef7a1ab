/**
 * `npm run equality`: tests how comparison helpers judge our values. Builds the package, prints a table, and
 * exits with 1 if a helper accepts different contents, or judges otherwise than the table below.
 *
 *     npm run equality -- [--update] [--built]
 *
 * `--update` writes the table into tests/objects/README.md, `--built` takes dist/ as it is.
 */
import assert from 'node:assert';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';

const matrix = path.resolve(import.meta.dirname, '..');
const root = path.resolve(matrix, '..');
if (!fs.existsSync(path.join(matrix, 'node_modules/dequal'))) {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--prefix', matrix], { stdio: 'inherit' });
}
if (!process.argv.includes('--built'))
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });

const chai = await import('chai');
const { compare } = (await import('concordance')).default;
const { dequal } = await import('dequal');
const { dequal: dequalLite } = await import('dequal/lite');
const { default: fastDeepEqual } = await import('fast-deep-equal');
const { default: lodash } = await import('lodash');
const { default: sinon } = await import('sinon');
const uvu = await import('uvu/assert');
const vitest = await import('@vitest/expect');
const { judge, verdict } = await import('./values.mjs');
const { equalityTester } = await import(path.join(root, 'dist/testing.js'));
/**
 * Each helper, and whether it can be right: lodash rejects objects with an unknown tag, and fast-deep-equal
 * compares reprs.
 */
const HELPERS = [
  ['`node:assert` deepEqual', true, (a, b) => assert.deepEqual(a, b)],
  ['`node:assert` deepStrictEqual', true, (a, b) => assert.deepStrictEqual(a, b)],
  ['`util.isDeepStrictEqual`', true, isDeepStrictEqual],
  ['Vitest equals (toEqual)', true, (a, b) => vitest.equals(a, b, [vitest.iterableEquality])],
  [
    'Vitest equals, strict (toStrictEqual)',
    true,
    (a, b) => vitest.equals(a, b, [vitest.iterableEquality, vitest.typeEquality], true),
  ],
  ['Vitest equals without iterables (toContainEqual)', true, (a, b) => vitest.equals(a, b)],
  ['chai deep.equal', true, (a, b) => chai.expect(a).to.deep.equal(b)],
  ['lodash isEqual', false, lodash.isEqual],
  ['dequal', true, dequal],
  ['dequal/lite', true, dequalLite],
  ['fast-deep-equal', false, fastDeepEqual],
  ['uvu equal', true, (a, b) => uvu.equal(a, b)],
  ['ava deepEqual (concordance)', true, (a, b) => compare(a, b).pass],
  ['sinon assert.match', true, (a, b) => sinon.assert.match(a, b)],
  [
    'sinon calledWith',
    true,
    (a, b) => {
      const spy = sinon.spy();
      spy(a);
      return spy.calledWith(b);
    },
  ],
];

/** Helpers that `pybuffer/testing` extends. */
const TAUGHT = [
  [
    'Vitest equals without iterables (toContainEqual)',
    '`equalityTester`',
    (a, b) => vitest.equals(a, b, [equalityTester]),
  ],
  ['lodash isEqualWith', '`equalityTester`', (a, b) => lodash.isEqualWith(a, b, equalityTester)],
];

let failed = 0;
const rows = [];

function report(name, canBeRight, judged, means = '') {
  const isExpected = judged.wrong.length === 0 && (judged.loud.length === 0) === canBeRight;
  if (!isExpected) failed++;
  console.log(`${isExpected ? ' ' : '!'} ${name} ${means}: ${verdict(judged)}; ${judged.message}`);
  rows.push([name, means, verdict(judged), judged.message]);
}

for (const [name, canBeRight, equals] of HELPERS) report(name, canBeRight, judge(equals));
for (const [name, means, equals] of TAUGHT) report(name, true, judge(equals), means);

/**
 * Helpers that need a separate process: Jest's shares a global symbol with Vitest's, and Bun's and Deno's run
 * in their engines.
 */
const ALONE = [
  ['jest.mjs', process.execPath, []],
  ['bun.mjs', path.join(matrix, 'node_modules/.bin/bun'), []],
  ['deno.mjs', path.join(matrix, 'node_modules/.bin/deno'), ['run', '--allow-all', '--no-code-cache']],
];
for (const [file, engine, args] of ALONE) {
  const program = path.join(import.meta.dirname, file);
  const shown = execFileSync(engine, [...args, program], { encoding: 'utf8' });
  for (const { name, canBeRight, judged, means } of JSON.parse(shown))
    report(name, canBeRight, judged, means);
}

if (process.argv.includes('--update')) {
  const file = path.join(root, 'tests/objects/README.md');
  const head = ['| helper | with | | its message on different contents |', '|---|---|---|---|'];
  const table = [...head, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
  const marks = /<!-- equality -->[^]*<!-- end of equality -->/;
  const text = fs
    .readFileSync(file, 'utf8')
    .replace(
      marks,
      `<!-- equality -->\n\n${new Date().toISOString().slice(0, 10)}:\n\n${table}\n\n<!-- end of equality -->`,
    );
  fs.writeFileSync(file, text);
  execFileSync('npx', ['prettier', '--write', '--log-level', 'warn', file], { cwd: root, stdio: 'inherit' });
}
console.log(`${rows.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
