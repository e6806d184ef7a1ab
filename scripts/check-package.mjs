/**
 * `npm run package`: what users install is what was tested. Packs the tarball, lets publint and are-the-types-wrong read
 * it, then installs it into an empty folder and uses it from an ES module, from CommonJS and from TypeScript.
 * Expects a build in dist/.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const bin = (name) => join(root, 'node_modules/.bin', name);
const run = (command, args, cwd = root) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

const work = mkdtempSync(join(tmpdir(), 'pybuffer-package-'));
try {
  const [{ filename, files }] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', work]),
  );
  const tarball = join(work, filename);
  const stray = files
    .map((file) => file.path)
    .filter((path) => !/^(dist\/|package\.json|README\.md|CHANGELOG\.md|LICENSE)/.test(path));
  if (stray.length > 0) throw new Error(`the tarball holds more than it should: ${stray.join(', ')}`);

  run(bin('publint'), ['--strict', tarball]);
  run(bin('attw'), [tarball, '--format', 'ascii']);

  const user = join(work, 'user');
  mkdirSync(user);
  writeFileSync(join(user, 'package.json'), '{ "name": "user", "private": true }\n');
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', tarball], user);
  const installed = Object.keys(JSON.parse(readFileSync(join(user, 'package-lock.json'), 'utf8')).packages);
  if (installed.length !== 2)
    throw new Error(`installing it brought more than itself: ${installed.join(', ')}`);

  cpSync(join(root, 'tests/package'), user, { recursive: true });
  const expected = "AZC 65 b'AB' 3 bytearray(b'\\x01\\x02') b'\\xff\\xfe'\n";
  for (const [how, args] of [
    ['ES module', ['use.mjs']],
    ['CommonJS', ['use.cjs']],
  ]) {
    const printed = run(process.execPath, args, user);
    if (printed !== expected)
      throw new Error(`${how}: printed ${JSON.stringify(printed)}, expected ${JSON.stringify(expected)}`);
  }
  for (const [how, module] of [
    ['as an ES module', 'use.mts'],
    ['as CommonJS', 'use.cts'],
  ]) {
    run(
      bin('tsc'),
      [
        '--noEmit',
        '--strict',
        '--exactOptionalPropertyTypes',
        '--module',
        'NodeNext',
        '--target',
        'ES2022',
        '--lib',
        'ES2022,DOM,ESNext.Disposable',
        '--types',
        '',
        module,
      ],
      user,
    );
    console.log(`package: types ${how}: ok`);
  }
  // The compiler has to be able to say no, or the two runs above prove nothing.
  let refused = false;
  try {
    execFileSync(
      bin('tsc'),
      [
        '--noEmit',
        '--strict',
        '--module',
        'NodeNext',
        '--target',
        'ES2022',
        '--lib',
        'ES2022,DOM,ESNext.Disposable',
        '--types',
        '',
        'wrong.mts',
      ],
      { cwd: user, stdio: 'ignore' },
    );
  } catch {
    refused = true;
  }
  if (!refused) throw new Error('the deliberately wrong program compiled');
  console.log('package: publint, are-the-types-wrong, install, ES module, CommonJS, TypeScript: ok');
} finally {
  rmSync(work, { recursive: true, force: true });
}
