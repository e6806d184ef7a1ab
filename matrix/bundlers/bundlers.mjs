/**
 * `npm run bundlers`: the packed package through esbuild, rollup and webpack, for browsers and for Node. Each program must
 * print what it prints without a bundler: what registers when it is imported is kept, and what nobody imports is left out.
 * Expects a build in dist/ and `npm ci --prefix matrix`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import resolvePackages from '@rollup/plugin-node-resolve';
import * as esbuild from 'esbuild';
import { rollup } from 'rollup';
import webpack from 'webpack';
import { pack, unpack } from '../../scripts/packed.mjs';

/** Each program prints one line. `without` names what must not be in its bundle: texts that only that part has. */
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
      for (const work of [() => new Bytes('a', 'cp1252'), () => new Bytes([37, 100]).mod(5)]) {
        try { work(); } catch (error) { text += /import '[^']+'/.exec(error.message)[0] + ' '; }
      }
      console.log(text + new Bytes('\\u20ac', 'utf-8').repr());`,
    prints: `import 'pybuffer/codecs' import 'pybuffer/percent' b'\\xe2\\x82\\xac'`,
    without: ['AGFzbQ', 'not enough arguments for format string', 'cswindows1252', '_struct.Struct'],
  },
  parts: {
    source: `import { Bytes } from 'pybuffer/core';
      import 'pybuffer/codecs';
      import 'pybuffer/percent';
      import { compileKernels } from 'pybuffer/kernels';
      console.log(new Bytes('\\u20ac', 'cp1252').repr(), new Bytes('%d', 'ascii').mod(5).repr(), compileKernels());`,
    prints: `b'\\x80' b'5' true`,
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
    without: ['AGFzbQ', 'not enough arguments for format string', 'cswindows1252'],
  },
  'struct-uint8array': {
    source: `import { pack, unpack } from 'pybuffer/struct-uint8array';
      console.log(pack('<2sH', new Uint8Array([65, 66]), 3).join(), unpack('<I', new Uint8Array([1, 0, 0, 0]))[0]);`,
    prints: '65,66,3,0 1',
    without: ['AGFzbQ', 'removeprefix', 'cswindows1252'],
  },
  runtime: {
    source: `import { builtins } from 'pybuffer/runtime';
      console.log(builtins.str(builtins.bytes('\\u20ac', 'cp1252'), 'cp1252') === '\\u20ac');`,
    prints: 'true',
    without: ['LATIN SMALL LETTER'],
  },
};

/** Bundles `entry` into `file` for a platform, minified where the bundler does so itself. */
const BUNDLERS = {
  async esbuild(entry, file, platform) {
    await esbuild.build({
      entryPoints: [entry],
      outfile: file,
      bundle: true,
      minify: true,
      format: 'esm',
      platform,
    });
  },
  async rollup(entry, file, platform) {
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
  },
  async webpack(entry, file, platform) {
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
  },
};

const folder = mkdtempSync(join(tmpdir(), 'pybuffer-bundlers-'));
let failed = 0;
try {
  unpack(pack(folder).tarball, folder);
  writeFileSync(join(folder, 'package.json'), '{ "name": "user", "private": true, "type": "module" }\n');
  mkdirSync(join(folder, 'out'));
  for (const [name, { source, prints, without }] of Object.entries(PROGRAMS)) {
    const entry = join(folder, `${name}.mjs`);
    writeFileSync(entry, source);
    const run = (file) =>
      execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8', stdio: 'pipe' }).trimEnd();
    const outcomes = [['no bundler', '', () => run(entry)]];
    for (const [bundler, bundle] of Object.entries(BUNDLERS)) {
      for (const platform of ['browser', 'node']) {
        outcomes.push([
          bundler,
          platform,
          async () => {
            const file = join(folder, 'out', `${name}.${bundler}.${platform}.mjs`);
            await bundle(entry, file, platform);
            const text = readFileSync(file, 'utf8');
            const stray = without.filter((part) => text.includes(part));
            return stray.length > 0 ? `holds ${stray.join(', ')}` : run(file);
          },
        ]);
      }
    }
    for (const [bundler, platform, outcome] of outcomes) {
      let got;
      try {
        got = await outcome();
      } catch (error) {
        got = String(error.stderr ?? error.message).slice(-600);
      }
      if (got === prints) continue;
      failed++;
      console.error(
        `${name}, ${bundler} ${platform}: ${JSON.stringify(got)}, expected ${JSON.stringify(prints)}`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const total = Object.keys(PROGRAMS).length * (1 + 2 * Object.keys(BUNDLERS).length);
console.log(`${total - failed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
