/**
 * `npm run bundlers [-- --update]`: bundles the packed package with esbuild, rollup and webpack, for browsers
 * and for Node, and with the tools of ../frameworks and their default settings. Each program must print the
 * same as without a bundler: modules that register something on import are kept, and unused ones are left
 * out. Expects a build in dist/ and `npm ci --prefix matrix`; it skips tools that are not installed (`npm ci
 * --prefix matrix/frameworks`), and says so. `--update` writes the table into ../README.md.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import resolvePackages from '@rollup/plugin-node-resolve';
import * as esbuild from 'esbuild';
import { VERSION as ROLLUP_VERSION, rollup } from 'rollup';
import webpack from 'webpack';
import { pack, unpack } from '../../scripts/packed.mjs';
import { TOOLS, runTool, versionOf } from '../frameworks/tools.mjs';
import { updateTable } from '../table.mjs';

const root = resolve(import.meta.dirname, '../..');

/** Each program prints one line. `without` lists texts of unused parts, which must not be in its bundle. */
const PROGRAMS = {
  whole: {
    source: `import { Bytes, b } from 'pybuffer';
      console.log(new Bytes('\\u20ac', 'cp1252').repr(), b\`%d\`.mod(5).repr());`,
    prints: `b'\\x80' b'5'`,
    without: ['LATIN SMALL LETTER'],
  },
  core: {
    source: `import { Bytes } from 'pybuffer/core';
      let text = '';
      for (const work of [() => new Bytes('a', 'cp1252'), () => new Bytes([37, 100]).mod(5), () => new Bytes(1).upper()]) {
        try { work(); } catch (error) { text += /import '[^']+'/.exec(error.message)[0] + ' '; }
      }
      console.log(text + new Bytes('\\u20ac', 'utf-8').repr());`,
    prints: `import 'pybuffer/codecs' import 'pybuffer/percent' import 'pybuffer/methods' b'\\xe2\\x82\\xac'`,
    without: ['(#.#@#:)', 'not enough arguments for format string', 'cswindows1252', '_struct.Struct'],
  },
  parts: {
    source: `import { Bytes } from 'pybuffer/core';
      import 'pybuffer/codecs';
      import 'pybuffer/percent';
      import 'pybuffer/methods';
      import { compileKernels } from 'pybuffer/kernels';
      console.log(new Bytes('\\u20ac', 'cp1252').repr(), new Bytes('%x', 'ascii').mod(10).upper().repr(), compileKernels());`,
    prints: `b'\\x80' b'A' true`,
    without: ['_struct.Struct'],
  },
  names: {
    source: `import { Bytes } from 'pybuffer';
      import 'pybuffer/unicode-names';
      console.log(new Bytes('\\u20ac', 'ascii', 'namereplace').repr());`,
    prints: `b'\\\\N{EURO SIGN}'`,
    without: [],
  },
  struct: {
    source: `import { pack, unpack } from 'pybuffer/struct';
      console.log(pack('<2sH', pack('2B', 65, 66), 3).repr(), unpack('<I', new Uint8Array([1, 0, 0, 0]))[0]);`,
    prints: `b'AB\\x03\\x00' 1`,
    without: ['(#.#@#:)', 'not enough arguments for format string', 'cswindows1252'],
  },
  'struct-uint8array': {
    source: `import { pack, unpack } from 'pybuffer/struct-uint8array';
      console.log(pack('<2sH', new Uint8Array([65, 66]), 3).join(), unpack('<I', new Uint8Array([1, 0, 0, 0]))[0]);`,
    prints: '65,66,3,0 1',
    without: ['(#.#@#:)', 'removeprefix', 'cswindows1252'],
  },
  runtime: {
    source: `import { builtins } from 'pybuffer/runtime';
      console.log(builtins.str(builtins.bytes('\\u20ac', 'cp1252'), 'cp1252') === '\\u20ac');`,
    prints: 'true',
    without: ['LATIN SMALL LETTER'],
  },
};

/** Each bundles `entry` into `file` for a platform, minified if the bundler can do that itself. */
const BUNDLERS = {
  esbuild: { version: esbuild.version, bundle: withEsbuild },
  rollup: { version: ROLLUP_VERSION, bundle: withRollup },
  webpack: { version: webpack.version, bundle: withWebpack },
};

async function withEsbuild(entry, file, platform) {
  await esbuild.build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    minify: true,
    format: 'esm',
    platform,
  });
}

async function withRollup(entry, file, platform) {
  const warnings = [];
  const bundle = await rollup({
    input: entry,
    plugins: [
      resolvePackages(
        platform === 'browser'
          ? { browser: true, exportConditions: ['browser'] }
          : { exportConditions: ['node'] },
      ),
    ],
    onwarn: (warning) => warnings.push(warning.message),
  });
  await bundle.write({ file, format: 'es' });
  await bundle.close();
  if (warnings.length > 0) throw new Error(warnings.join('; '));
}

async function withWebpack(entry, file, platform) {
  const stats = await new Promise((done, fail) => {
    webpack(
      {
        mode: 'production',
        target: platform === 'browser' ? ['web', 'es2022'] : 'node20',
        entry,
        context: join(entry, '..'),
        experiments: { outputModule: true },
        output: { path: join(file, '..'), filename: file.slice(file.lastIndexOf('/') + 1), module: true },
        performance: false,
      },
      (error, result) => (error ? fail(error) : done(result)),
    );
  });
  const { errors, warnings } = stats.toJson();
  if (errors.length + warnings.length > 0) {
    throw new Error([...errors, ...warnings].map(({ message }) => message).join('; '));
  }
}

/** Programs for tools with default settings: imports, and the line that they print. */
const SUBPATHS = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).exports)
  .filter((path) => path !== './package.json')
  .map((path) => `pybuffer${path.slice(1)}`);
const SIMPLE = {
  'two lines': {
    imports: `import { Bytes } from 'pybuffer'; import { pack } from 'pybuffer/struct';`,
    line: `new Bytes('\\u20ac', 'cp1252').repr() + pack('<H', 258).repr()`,
  },
  'each subpath': {
    imports: SUBPATHS.map((path, i) => `import * as entry${i} from '${path}';`).join('\n'),
    // Interoperability of the two module formats may add names to the exports of a CommonJS file.
    line: `[${SUBPATHS.map((_, i) => `entry${i}`).join(', ')}]
      .map((entry) => Object.keys(entry).filter((name) => !['default', '__esModule', 'module.exports'].includes(name)).length).join()`,
  },
};

const folder = mkdtempSync(join(tmpdir(), 'pybuffer-bundlers-'));
const rows = [];
const missing = [];
let passed = 0;
let failed = 0;

/** Compares the output of a program with the expected line. */
async function attempt(name, prints, outcome) {
  let got;
  try {
    got = await outcome();
  } catch (error) {
    got = String(error.stderr ?? error.message).slice(-1200);
  }
  if (got === prints) {
    passed++;
    return true;
  }
  failed++;
  console.error(`${name}: ${JSON.stringify(got)}, expected ${JSON.stringify(prints)}`);
  return false;
}

const run = (file) =>
  execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8', stdio: 'pipe' }).trimEnd();

/** A row of the table, with the number of attempts that passed. */
function row(name, version, how, held) {
  rows.push([name, version, how, held.filter(Boolean).length, held.filter((each) => !each).length]);
  console.log(rows.at(-1).join(' '));
}

try {
  const { tarball } = pack(folder);
  unpack(tarball, folder);
  writeFileSync(join(folder, 'package.json'), '{ "name": "user", "private": true, "type": "module" }\n');
  mkdirSync(join(folder, 'out'));
  for (const [name, { source, prints }] of Object.entries(PROGRAMS)) {
    writeFileSync(join(folder, `${name}.mjs`), source);
    await attempt(`${name}, no bundler`, prints, () => run(join(folder, `${name}.mjs`)));
  }
  for (const [bundler, { version, bundle }] of Object.entries(BUNDLERS)) {
    for (const platform of ['browser', 'node']) {
      const held = [];
      for (const [name, { prints, without }] of Object.entries(PROGRAMS)) {
        held.push(
          await attempt(`${name}, ${bundler} ${platform}`, prints, async () => {
            const file = join(folder, 'out', `${name}.${bundler}.${platform}.mjs`);
            await bundle(join(folder, `${name}.mjs`), file, platform);
            const text = readFileSync(file, 'utf8');
            const stray = without.filter((part) => text.includes(part));
            return stray.length > 0 ? `holds ${stray.join(', ')}` : run(file);
          }),
        );
      }
      row(bundler, version, platform, held);
    }
  }
  for (const tool of TOOLS) {
    const version = versionOf(tool);
    if (version === null) {
      missing.push(tool.name);
      continue;
    }
    const held = [];
    for (const [name, { imports, line }] of Object.entries(SIMPLE)) {
      const plain = join(folder, 'plain.mjs');
      writeFileSync(plain, `${imports}\nconsole.log(${line});\n`);
      const prints = run(plain);
      held.push(
        await attempt(`${name}, ${tool.name}`, prints, () =>
          runTool(tool, name, { imports, line }, prints, (app) => unpack(tarball, app)),
        ),
      );
    }
    row(tool.name, version, 'default settings', held);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const HEAD = ['tool', 'version', 'how', 'passed', 'failed'];
updateTable('bundlers', [HEAD, ...rows], process.argv.includes('--update'));
if (missing.length > 0) console.log(`not on this machine, left out: ${missing.join(', ')}`);
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
