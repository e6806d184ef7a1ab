import { existsSync, readFileSync } from 'node:fs';
import { transform } from 'esbuild';
import { defineConfig } from 'rollup';
import dts from 'rollup-plugin-dts';
import esbuild, { minify } from 'rollup-plugin-esbuild';

/** The public entries are what package.json exports; each has one source file, in `src` or in a room of its name. */
const packageJson = JSON.parse(readFileSync('package.json', 'utf8'));
const sourceOf = (name) => [`src/${name}.ts`, `src/${name}/index.ts`].find(existsSync);
const input = Object.fromEntries(
  Object.keys(packageJson.exports)
    .filter((path) => path !== './package.json')
    .map((path) => (path === '.' ? 'index' : path.slice(2)))
    .map((name) => [name, sourceOf(name)]),
);

/** How character names are loaded depends on the platform: package.json's `imports` chooses a file beside the entries. */
const nameLoader = {
  name: 'name-loader',
  resolveId(id) {
    return id.endsWith('/name-loader.js') ? { id: '#name-loader', external: true } : null;
  },
};

/**
 * The table of names, 270 kB, is there once for both kinds of modules: as an ES module with one constant in JSON a line, which
 * the CommonJS file reads as text.
 */
const nameTable = {
  name: 'name-table',
  resolveId(id) {
    return id.endsWith('/unicode-names.generated.js') ? { id: '#name-table', external: true } : null;
  },
  async generateBundle({ format }) {
    if (format !== 'es') {
      this.emitFile({ type: 'asset', fileName: 'name-table.cjs', source: READ_NAME_TABLE });
      return;
    }
    const source = readFileSync('src/codecs/unicode-names.generated.ts', 'utf8');
    const { code } = await transform(source, { loader: 'ts', format: 'esm' });
    const table = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    const lines = Object.entries(table).map(
      ([name, value]) => `export const ${name}=${JSON.stringify(value)};\n`,
    );
    this.emitFile({ type: 'asset', fileName: 'name-table.js', source: lines.join('') });
  },
};
const READ_NAME_TABLE = `'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const text = readFileSync(join(__dirname, 'name-table.js'), 'utf8');
for (const [, name, json] of text.matchAll(/^export const (\\w+)=(.*);$/gm)) exports[name] = JSON.parse(json);
`;

/**
 * The chunks. What registers something has a chunk of its own, which package.json's `sideEffects` names; so have classes that
 * bundlers cannot drop once they are in a file that is used. The rest goes by room, as arrows between rooms point one way.
 */
const CHUNKS = [
  ['part-cjk', /codecs\/cjk\//],
  [
    'part-codecs',
    /codecs\/((all|charmap|idna|name-source|namereplace|plain-error|punycode|stringprep|undefined|unicode-escape|utf-(7|16|32|8-sig))|(aliases|charmaps|stringprep)\.generated)\.ts$/,
  ],
  [
    'part-percent',
    /formats\/(register-percent|percent|percent-(arguments|number|specifier)|float-digits)\.ts$/,
  ],
  ['part-simd', /accelerate\/(register-simd|glue|simd-\w+|pieces|kernels\.generated)\.ts$/],
  ['byte-array', /bytes\/(byte-array|assign|live-array)\.ts$/],
  ['scope', /protocol\/scope\.ts$/],
  ['base', /src\/(exceptions|python|memory|objects|accelerate)\//],
  ['algorithms', /src\/algorithms\/(?!index)/],
  ['protocol', /src\/protocol\/(?!index)/],
  ['codecs', /src\/codecs\/(?!unicode-names)/],
  ['formats', /src\/formats\//],
  ['bytes', /src\/bytes\//],
  ['memoryview', /src\/memoryview\//],
];
const chunkOf = (id) => CHUNKS.find(([, files]) => files.test(id))?.[0];

/**
 * Comments and white space go. Names stay, because error messages and inspectors show those of classes; lines are broken,
 * because Node prints the line in which an error was thrown.
 */
const smaller = minify({
  minify: false,
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 120,
  target: 'es2022',
});

const output = (extension) => ({
  dir: 'dist',
  // No bare imports of what a chunk's chunks import: bundlers warn of them.
  hoistTransitiveImports: false,
  onlyExplicitManualChunks: true,
  manualChunks: chunkOf,
  entryFileNames: `[name].${extension}`,
  chunkFileNames: `chunks/[name].${extension}`,
});
const modules = { ...output('js'), format: 'es' };
const commonjs = { ...output('cjs'), format: 'cjs', exports: 'named' };

/** Files with an effect, which package.json lists: no other is imported without a name. */
const { sideEffects } = packageJson;
const treeshake = {
  moduleSideEffects: (id) => sideEffects.some((path) => id.endsWith(path.slice(1))),
};

export default defineConfig([
  {
    input,
    treeshake,
    plugins: [nameLoader, nameTable, esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }), smaller],
    output: [modules, commonjs],
  },
  {
    input: {
      'name-loader-node': 'src/codecs/name-loader-node.ts',
      'name-loader-web': 'src/codecs/name-loader-web.ts',
    },
    plugins: [esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }), smaller],
    output: [
      { ...modules, manualChunks: undefined },
      { ...commonjs, manualChunks: undefined },
    ],
  },
  {
    input,
    plugins: [nameLoader, dts({ tsconfig: 'tsconfig.json', compilerOptions: { stripInternal: true } })],
    output: [
      { ...output('d.ts'), format: 'es' },
      { ...output('d.cts'), format: 'es' },
    ],
  },
]);
