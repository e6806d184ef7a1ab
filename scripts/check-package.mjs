/**
 * `npm run package`: tests what users install. Packs the tarball, checks it with publint and
 * are-the-types-wrong, then installs it into an empty folder and uses it from an ES module, CommonJS and
 * TypeScript. Expects a build in dist/.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checkEditor } from './editor.mjs';
import { checkTests } from './tests-on-package.mjs';

const root = resolve(import.meta.dirname, '..');
const bin = (name) => join(root, 'node_modules/.bin', name);
const run = (command, args, cwd = root) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

/** A consumer's compiler: strict, and without the types of Node. */
const CONSUMER = {
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  module: 'NodeNext',
  target: 'ES2022',
  lib: ['ES2022', 'DOM', 'ESNext.Disposable'],
  types: [],
};

/** Checks the command's three uses, and its message where Pyodide is not installed. */
function checkCommand(user) {
  const program = join(user, 'node_modules/.bin/pybuffer');
  const check = (args, expected, input = '') => {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: user, input, encoding: 'utf8' });
    const met = JSON.stringify([status, stdout, stderr]);
    if (met !== JSON.stringify(expected))
      throw new Error(`pybuffer ${args.join(' ')}: ${met}, expected ${JSON.stringify(expected)}`);
  };
  const missing =
    'pybuffer: this needs Pyodide, which is not installed: npm install --save-dev pyodide@~315.0.0-0\n';
  check(['python', '-c', 'pass'], [2, '', missing]);
  check(['-i'], [2, '', missing]);

  for (const name of ['shapes.py', 'shapes.mjs', 'facts.generated.json'])
    cpSync(join(root, 'tests/cli', name), join(user, name));
  const { python } = JSON.parse(readFileSync(join(user, 'facts.generated.json'), 'utf8'));
  const agree = (version) => `ok: 12 calls, shapes.py on Python ${version} and shapes.mjs agree\n`;
  check(['check', 'facts.generated.json', 'shapes.mjs'], [0, agree(python), '']);
  const found = ['python3.15', 'python3'].find((name) => spawnSync(name, ['--version']).status === 0);
  if (found === undefined)
    console.log('left out: pybuffer check on CPython, because there is no Python here');
  else {
    const version = spawnSync(found, ['--version'], { encoding: 'utf8' }).stdout.trim().split(' ')[1];
    check(['check', 'shapes.py', 'shapes.mjs', '--python', found], [0, agree(version), '']);
  }

  symlinkSync(join(root, 'node_modules/pyodide'), join(user, 'node_modules/pyodide'));
  writeFileSync(join(user, 'program.py'), "import sys\nprint(memoryview(b'ab')[1], sys.argv[1:])\n");
  check(['python', 'program.py', '-x'], [0, "98 ['-x']\n", '']);
  check(['python', '-c', 'import sys; sys.exit(3)'], [3, '', '']);
  check(['-i', '-q'], [0, ">>> b'ba'\n>>> \n", ''], "bytes(b'ab')[::-1]\n");
}

const work = mkdtempSync(join(tmpdir(), 'pybuffer-package-'));
try {
  const [{ filename, files }] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', work]),
  );
  const tarball = join(work, filename);
  const stray = files
    .map((file) => file.path)
    .filter(
      (path) =>
        !/^(dist\/|guide\/.*\.md$|package\.json|(README|CHANGELOG|SECURITY)\.md|llms(-full)?\.txt|LICENSE)/.test(
          path,
        ),
    );
  if (stray.length > 0) throw new Error(`the tarball holds files that it should not: ${stray.join(', ')}`);

  run(bin('publint'), ['--strict', tarball]);
  // Node 10's resolution does not support subpath exports; every other kind must work.
  run(bin('attw'), [tarball, '--format', 'ascii', '--profile', 'node16']);

  const user = join(work, 'user');
  mkdirSync(user);
  writeFileSync(join(user, 'package.json'), '{ "name": "user", "private": true }\n');
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', tarball], user);
  const installed = Object.keys(JSON.parse(readFileSync(join(user, 'package-lock.json'), 'utf8')).packages);
  if (installed.length !== 2)
    throw new Error(`installing it also installed other packages: ${installed.join(', ')}`);

  cpSync(join(root, 'tests/package'), user, { recursive: true });
  // The same program for the compiler, as a module of the other kind.
  cpSync(join(user, 'use.mts'), join(user, 'use.cts'));
  // The programs end with each step from ABC to AZC and its number of live exports.
  const steps = createRequire(import.meta.url)('../tests/package/abc-to-azc.cjs').EXPECTED;
  const expected = `AZC 65 b'AB' 3 bytearray(b'\\x01\\x02') b'\\xff\\xfe'\n${steps.join('\n')}\n`;
  for (const [how, args] of [
    ['ES module', ['use.mjs']],
    ['CommonJS', ['use.cjs']],
  ]) {
    const printed = run(process.execPath, args, user);
    if (printed !== expected)
      throw new Error(`${how}: printed ${JSON.stringify(printed)}, expected ${JSON.stringify(expected)}`);
  }
  checkCommand(user);
  const laws = run(process.execPath, ['both.mjs'], user);
  if (
    !/^(\d{3}) of \1 laws hold\n(\d{3}) of \2 laws hold\n(\d{5,}) of \3 calls treat both alike\n$/.test(laws)
  )
    throw new Error(`ES module and CommonJS in one process:\n${laws}`);
  checkTests(user);
  const probes = run(process.execPath, ['probes.mjs'], user);
  if (!/^(\d{3}) of \1 probes hold\n$/.test(probes)) throw new Error(`JavaScript's APIs:\n${probes}`);
  const compile = (module) => {
    const config = { compilerOptions: CONSUMER, files: [module] };
    writeFileSync(join(user, 'tsconfig.json'), JSON.stringify(config));
    return spawnSync(bin('tsc'), ['--project', '.'], { cwd: user, encoding: 'utf8' });
  };
  for (const module of ['use.mts', 'use.cts']) {
    const { status, stdout } = compile(module);
    if (status !== 0) throw new Error(`${module} does not compile:\n${stdout}`);
  }
  // The compiler must reject a wrong program, or the two runs above prove nothing.
  if (compile('wrong.mts').status === 0) throw new Error('the deliberately wrong program compiled');
  checkEditor(user);
  console.log(
    'package: publint, are-the-types-wrong, install, ES module, CommonJS, TypeScript, editors, the command: ok',
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
