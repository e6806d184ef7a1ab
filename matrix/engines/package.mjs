/**
 * Packs the library as npm does, installs it into an empty app, and bundles the suite for each kind of
 * engine. Callers: everywhere.mjs, and ../typescript/typescript.mjs.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
const root = path.resolve(here, '../..');

/** Node modules that the shared code imports only for its commands. */
const withoutFiles = {
  name: 'without-files',
  setup(build) {
    build.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'none' }));
    build.onLoad({ filter: /.*/, namespace: 'none' }, () => ({
      contents: 'export const readFileSync = null;',
    }));
  },
};

/** The entries that replace the bridge's imports from each room of `src`. */
const ROOMS = {
  bytes: 'pybuffer',
  'codecs-binary': 'pybuffer/codecs-binary',
  'companions/array': 'pybuffer/array',
  'companions/io': 'pybuffer/io',
  'companions/struct': 'pybuffer/struct',
  core: 'pybuffer',
  memory: 'pybuffer/protocol',
  memoryview: 'pybuffer',
  protocol: 'pybuffer/protocol',
  runtime: 'pybuffer/runtime',
};

/** Redirects the bridge's imports from `src` to the entries of the installed library. */
const bridgeOnEntries = {
  name: 'bridge-on-entries',
  setup(build) {
    build.onResolve({ filter: /^\.\.\/src\// }, ({ path: imported, kind, importer, resolveDir }) => {
      if (path.dirname(importer) !== path.join(root, 'bridge')) return null;
      const room = imported.replace(/^\.\.\/src\/|(\/index)?\.js$/g, '');
      if (room === 'python' || room === 'exceptions') return { path: path.join(here, `${room}.ts`) };
      return build.resolve(ROOMS[room] ?? `pybuffer/${room}`, { kind, resolveDir });
    });
  },
};

/** Resolves the library to the installed one, wherever the importing file is. */
const installed = (app) => ({
  name: 'installed',
  setup(build) {
    build.onResolve({ filter: /^pybuffer/ }, ({ path, kind, pluginData }) =>
      pluginData === 'installed'
        ? null
        : build.resolve(path, { kind, resolveDir: app, pluginData: 'installed' }),
    );
  },
});

/** Writes the suite's data as JSON, and as a script for engines without files. */
function writeData(folder) {
  const recorded = path.join(folder, 'calls.jsonl');
  // In a separate process, because Pyodide does not free its memory.
  execFileSync(process.execPath, [path.join(root, 'conformance/programs/record-calls.mjs'), recorded], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const lines = (file) => fs.readFileSync(file, 'utf8').trimEnd().split('\n');
  const vectors = ['sample', 'found'].flatMap((name) =>
    lines(path.join(root, `conformance/vectors/${name}.jsonl`)),
  );
  const data = JSON.stringify({ vectors, calls: lines(recorded) });
  fs.writeFileSync(path.join(folder, 'data.json'), data);
  fs.writeFileSync(path.join(folder, 'data.js'), `var DATA = JSON.parse(${JSON.stringify(data)});\n`);
}

/**
 * @param folder the app's folder, emptied first
 * @param built whether to take dist/ as it is: commands that run side by side must, because a build empties it
 * @param bundles whether to bundle the suite as well
 * @returns the app's folder: `file.mjs` for engines with files and modules, `next.mjs` for an app of Next.js,
 *     `bare.js` and `page.js` with the library in them, and their data in `data.json` and `data.js`
 */
export async function packedApp(folder, { built, bundles = true }) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const npm = (args, cwd) =>
    execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (!built) npm(['run', '--silent', 'build'], root);
  const [{ filename }] = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
  );
  fs.writeFileSync(
    path.join(folder, 'package.json'),
    '{ "name": "app", "private": true, "type": "module" }\n',
  );
  npm(['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', `./${filename}`], folder);
  if (!bundles) return folder;
  writeData(folder);
  await bundleSuite(folder);
  return folder;
}

/** Bundles the suite for each kind of engine. */
export async function bundleSuite(folder) {
  const bundle = (entry, options) =>
    build({
      entryPoints: [path.join(here, entry)],
      bundle: true,
      // The paths of the root's tsconfig lead to the sources.
      tsconfigRaw: '{}',
      target: 'es2022',
      logLevel: 'error',
      ...options,
    });
  await bundle('entry-file.ts', {
    outfile: path.join(folder, 'file.mjs'),
    format: 'esm',
    platform: 'node',
    external: ['pybuffer', 'pybuffer/*'],
    plugins: [bridgeOnEntries],
  });
  await bundle('entry-next.ts', {
    outfile: path.join(folder, 'next.mjs'),
    format: 'esm',
    platform: 'browser',
    external: ['pybuffer', 'pybuffer/*'],
    plugins: [withoutFiles, bridgeOnEntries],
  });
  for (const [entry, outfile, minify] of [
    ['entry-bare.ts', 'bare.js', false],
    ['entry-bare.ts', 'minified.js', true],
    ['entry-page.ts', 'page.js', false],
  ]) {
    await bundle(entry, {
      outfile: path.join(folder, outfile),
      format: 'iife',
      minify,
      platform: 'browser',
      plugins: [withoutFiles, bridgeOnEntries, installed(folder)],
    });
  }
}
