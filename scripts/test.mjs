/**
 * `npm test`: runs every check, those before Jest in two rows, even after one has failed. The last line is "N passed, N
 * failed", which counts each test of Jest, and each other check as one.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

const report = '.cache/jest.json';
mkdirSync('.cache', { recursive: true });
rmSync(report, { force: true });

let passed = 0;
let failed = 0;

/** Runs a command and says how it ended. Its output is shown as it comes, or all at once if others run beside it. */
async function check(name, command, args, beside = false) {
  const started = Date.now();
  const child = spawn(command, args, { stdio: beside ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
  const output = [];
  child.stdout?.on('data', (data) => output.push(data));
  child.stderr?.on('data', (data) => output.push(data));
  const [status] = await once(child, 'close');
  process.stdout.write(Buffer.concat(output));
  console.log(
    `== ${name}: ${status === 0 ? 'ok' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  );
  return status === 0;
}

/** Checks that keep one core busy each: two rows of them run side by side. The package needs the build. */
const ROWS = [
  [
    ['types', 'types'],
    ['lint', 'lint'],
    ['format', 'format'],
  ],
  [
    ['build', 'build'],
    ['package', 'package'],
    ['bundle sizes', 'size'],
  ],
];
await Promise.all(
  ROWS.map(async (row) => {
    for (const [name, script] of row) {
      if (await check(name, 'npm', ['run', '--silent', script], true)) passed++;
      else failed++;
    }
  }),
);

// Jest leaves one core free by itself, which doubles the time on two.
const jestOk = await check('jest', 'npx', [
  ...['jest', '--maxWorkers=100%', '--json', `--outputFile=${report}`],
  ...process.argv.slice(2),
]);
try {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  passed += numPassedTests;
  // A suite that does not load fails without a failed test.
  failed += Math.max(numFailedTests, numFailedTestSuites);
} catch {
  failed++;
}
/** Checks that need a browser, and packages that `npm ci` does not install. */
const IN_CHROMIUM = [
  ['pages in Chromium', 'site/node_modules', 'site -- --test'],
  [
    'programs on Brython and Skulpt in Chromium',
    'matrix/node_modules',
    'hosts -- --in chromium --adapter with --suite everyday --every 10',
  ],
];
for (const [name, packages, command] of IN_CHROMIUM) {
  const missing = ['/usr/bin/chromium', packages].filter((each) => !existsSync(each));
  if (missing.length > 0) console.log(`== ${name}: left out, there is no ${missing.join(' and no ')}`);
  else if (await check(name, 'npm', ['run', '--silent', ...command.split(' ')])) passed++;
  else failed++;
}

if (!jestOk && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
