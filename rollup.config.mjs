import { existsSync, readFileSync } from 'node:fs';
import { defineConfig } from 'rollup';
import dts from 'rollup-plugin-dts';
import esbuild from 'rollup-plugin-esbuild';

/** The public entries are what package.json exports; each has one source file, in `src` or in a room of its name. */
const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const sourceOf = (name) => [`src/${name}.ts`, `src/${name}/index.ts`].find(existsSync);
const input = Object.fromEntries(
  Object.keys(exports)
    .filter((path) => path !== './package.json')
    .map((path) => (path === '.' ? 'index' : path.slice(2)))
    .map((name) => [name, sourceOf(name)]),
);

/**
 * The table of Unicode names is a file of its own behind package.json's `imports`, so that a bundler for the web can
 * leave it out.
 */
const nameSource = {
  name: 'name-source',
  resolveId(id) {
    return id.endsWith('/name-source.js') ? { id: '#name-source', external: true } : null;
  },
};

/** Chunks that are set by hand: first those that register something, which package.json's `sideEffects` names. */
const CHUNKS = [
  [
    'part-codecs',
    /codecs\/((all|charmap|idna|namereplace|plain-error|punycode|stringprep|undefined|unicode-escape|utf-(7|16|32|8-sig))|(aliases|charmaps|stringprep)\.generated)\.ts$/,
  ],
  [
    'part-percent',
    /formats\/(register-percent|percent|percent-(arguments|number|specifier)|float-digits)\.ts$/,
  ],
  ['part-simd', /accelerate\/(register-simd|glue|simd-\w+|pieces|kernels\.generated)\.ts$/],
];
const chunkOf = (id) => CHUNKS.find(([, files]) => files.test(id))?.[0];

const chunks = (extension) => ({
  // No bare imports of what a chunk's chunks import: bundlers warn of them, as nothing here has side effects.
  hoistTransitiveImports: false,
  onlyExplicitManualChunks: true,
  entryFileNames: `[name].${extension}`,
  chunkFileNames: `chunks/[name].${extension}`,
});

export default defineConfig([
  {
    input,
    plugins: [nameSource, esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' })],
    output: [
      { dir: 'dist', format: 'es', sourcemap: true, manualChunks: chunkOf, ...chunks('js') },
      {
        dir: 'dist',
        format: 'cjs',
        sourcemap: true,
        exports: 'named',
        manualChunks: chunkOf,
        ...chunks('cjs'),
      },
    ],
  },
  {
    input: {
      'name-source': 'src/codecs/name-source.ts',
      'name-source-lite': 'src/codecs/name-source-lite.ts',
    },
    plugins: [esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' })],
    output: [
      { dir: 'dist', format: 'es', ...chunks('js') },
      { dir: 'dist', format: 'cjs', exports: 'named', ...chunks('cjs') },
    ],
  },
  {
    input,
    plugins: [nameSource, dts({ tsconfig: 'tsconfig.json', compilerOptions: { stripInternal: true } })],
    output: [
      { dir: 'dist', format: 'es', ...chunks('d.ts') },
      { dir: 'dist', format: 'es', ...chunks('d.cts') },
    ],
  },
]);
