/** Packs the library as npm would, installs it into an empty app, and bundles the suite for each kind of engine. Caller: everywhere.mjs. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
const root = path.resolve(here, '../..');

/** Files of Node's that the shared code imports for its own commands only. */
const withoutFiles = {
  name: 'without-files',
  setup(build) {
    build.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'none' }));
    build.onLoad({ filter: /.*/, namespace: 'none' }, () => ({
      contents: 'export const readFileSync = null;',
    }));
  },
};

/** The library is the installed one, wherever the importing file lies. */
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

/**
 * @param folder where the app goes; emptied first
 * @param bundles whether the suite is bundled as well
 * @returns the app's folder: `file.mjs` for engines with files and modules, `next.mjs`
 *     for an app of Next.js, `bare.js` and `page.js` with everything in them
 */
export async function packedApp(folder, { bundles = true } = {}) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const npm = (args, cwd) =>
    execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  npm(['run', '--silent', 'build'], root);
  const [{ filename }] = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
  );
  fs.writeFileSync(
    path.join(folder, 'package.json'),
    '{ "name": "app", "private": true, "type": "module" }\n',
  );
  npm(['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', `./${filename}`], folder);
  if (!bundles) return folder;
  fs.cpSync(path.join(root, 'conformance/vectors'), path.join(folder, 'vectors'), { recursive: true });

  const bundle = (entry, options) =>
    build({
      entryPoints: [path.join(here, entry)],
      bundle: true,
      loader: { '.jsonl': 'text' },
      // The paths of the root's tsconfig would lead to the sources.
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
  });
  await bundle('entry-next.ts', {
    outfile: path.join(folder, 'next.mjs'),
    format: 'esm',
    platform: 'browser',
    external: ['pybuffer', 'pybuffer/*'],
    plugins: [withoutFiles],
  });
  for (const [entry, outfile] of [
    ['entry-bare.ts', 'bare.js'],
    ['entry-page.ts', 'page.js'],
  ]) {
    await bundle(entry, {
      outfile: path.join(folder, outfile),
      format: 'iife',
      platform: 'browser',
      plugins: [withoutFiles, installed(folder)],
    });
  }
  return folder;
}
