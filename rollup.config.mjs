// How `npm run build` makes the package: the entries as ES modules and CommonJS, their types, and
// the command.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { transform } from 'esbuild';
import * as terser from 'terser';
import { defineConfig } from 'rollup';
import dts from 'rollup-plugin-dts';
import esbuild, { minify } from 'rollup-plugin-esbuild';
import { shorterComments } from './scripts/build/comments.mjs';
import { commonJS, isCommonJS, shorterNamesOfFile } from './scripts/build/commonjs.mjs';
import { constants } from './scripts/build/constants.mjs';
import { fields } from './scripts/build/fields.mjs';
import { pure } from './scripts/build/pure.mjs';

/**
 * The public entries are those that package.json exports. Each has one source file, in `src` or in the room
 * of its name.
 */
const packageJson = JSON.parse(readFileSync('package.json', 'utf8'));
const sourceOf = (name) => [`src/${name}.ts`, `src/${name}/index.ts`].find(existsSync);
const input = Object.fromEntries(
  Object.keys(packageJson.exports)
    .filter((path) => path !== './package.json')
    .map((path) => (path === '.' ? 'index' : path.slice(2)))
    .map((name) => [name, sourceOf(name)]),
);

/**
 * The command `pybuffer` shares the chunks of the entries, and exists only as an ES module. It loads the
 * chunk of each subcommand when it is called; its Python files are beside it.
 */
const command = {
  name: 'command',
  generateBundle(options, bundle) {
    if (isCommonJS(options)) {
      for (const [name, chunk] of Object.entries(bundle)) if (isOfCommand(chunk)) delete bundle[name];
      return;
    }
    const emit = (fileName, path) =>
      this.emitFile({ type: 'asset', fileName, source: shorterPython(readFileSync(path, 'utf8')) });
    emit('record.py', 'cli/record.py');
    for (const name of readdirSync('bridge/pybridge'))
      if (name.endsWith('.py')) emit(`pybridge/${name}`, `bridge/pybridge/${name}`);
  },
};
/**
 * Python without docstrings (a body may consist of nothing else), comments and empty lines, indented by one
 * space. These files have no other multi-line strings.
 */
const shorterPython = (source) =>
  source
    .replace(/^( *)"""(?:[^"]|"(?!""))*"""\n/gm, (_, indent) => `${indent}0\n`)
    .split('\n')
    .filter((line) => /^\s*[^#\s]/.test(line))
    .map((line) => line.replace(/^ +/, (indent) => ' '.repeat(Math.floor(indent.length / 4))))
    .join('\n')
    .concat('\n');
const isOfCommand = ({ moduleIds = [] }) => moduleIds.some((id) => /\/(?:cli|bridge)\/[\w-]+\.ts$/.test(id));

/** ESLint runs in Node and compatible hosts, so its plugin exists only as CommonJS, which `eslint.mjs` imports. */
const eslintPlugin = {
  name: 'eslint-plugin',
  generateBundle(options, bundle) {
    if (!isCommonJS(options)) delete bundle['eslint.js'];
  },
};

/**
 * The loader of character names depends on the platform: a file beside the entries, which package.json
 * chooses. CommonJS uses `imports`; ES modules import Node's file, which bundlers for browsers replace by the
 * other one (`browser`).
 */
const nameLoader = {
  name: 'name-loader',
  resolveId(id) {
    return id.endsWith('/name-loader.js') ? { id: '#name-loader', external: true } : null;
  },
};

/**
 * Both kinds of modules share the large tables: an ES module with one JSON constant a line, which the
 * CommonJS file reads as text. CommonJS chooses between the two with package.json's `imports`.
 */
const TABLES = {
  '#name-table': 'src/codecs/unicode-names.generated.ts',
  '#cjk-tables': 'src/codecs/cjk/tables.generated.ts',
  '#charmaps': 'src/codecs/charmaps.generated.ts',
  '#kernel-table': 'src/accelerate/kernels.generated.ts',
};
const tables = {
  name: 'tables',
  resolveId(id, importer) {
    if (importer === undefined) return null;
    const source = resolve(dirname(importer), id.replace(/\.js$/, '.ts'));
    const found = Object.entries(TABLES).find(([, file]) => resolve(file) === source);
    return found === undefined ? null : { id: found[0], external: true };
  },
  async generateBundle(options) {
    if (isCommonJS(options)) return;
    for (const [id, file] of Object.entries(TABLES)) {
      const name = id.slice(1);
      this.emitFile({ type: 'asset', fileName: `${name}.cjs`, source: readTable(name) });
      const { code } = await transform(readFileSync(file, 'utf8'), { loader: 'ts', format: 'esm' });
      const table = await import(`data:text/javascript,${encodeURIComponent(code)}`);
      const lines = Object.entries(table).map(
        ([constant, value]) => `export const ${constant}=${JSON.stringify(value)};\n`,
      );
      this.emitFile({ type: 'asset', fileName: `${name}.js`, source: lines.join('') });
    }
  },
};
/**
 * ES modules name files by their paths, because browsers without a bundler and Parcel do not know
 * package.json's `imports`. CommonJS names files that use them.
 */
const RELATIVE = {
  '#name-loader': 'name-loader-node.js',
  '#name-table': 'name-table.js',
  '#cjk-tables': 'cjk-tables.js',
  '#charmaps': 'charmaps.js',
  '#kernel-table': 'kernel-table.js',
};
const relativeImports = {
  name: 'relative-imports',
  renderChunk(code, { fileName }, options) {
    const inFolder = isCommonJS(options);
    const up = fileName.split('/').length - 1 + (inFolder ? 1 : 0);
    return code.replace(/(?<=\b(?:from|import)\s*)"(#[\w-]+)"/g, (_, id) => {
      if (!(id in RELATIVE)) throw new Error(`${fileName} imports ${id}`);
      const file = inFolder ? `imports/${id.slice(1)}.cjs` : RELATIVE[id];
      return `"${'../'.repeat(up) || './'}${file}"`;
    });
  },
};
const readTable = (name) => `'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const text = readFileSync(join(__dirname, '${name}.js'), 'utf8');
for (const [, name, json] of text.matchAll(/^export const (\\w+)=(.*);$/gm)) exports[name] = JSON.parse(json);
`;

/**
 * The chunks. Each file that registers something has its own chunk, which package.json's `sideEffects` names;
 * so do classes that bundlers cannot drop from a file that is used. The rest is one chunk for each room,
 * because arrows between rooms point one way. Rooms are cut where a chunk would have 32 kB: `gzip` looks no
 * further back for what an ES module and the CommonJS file after it share.
 */
const CHUNKS = [
  ['part-cjk', /codecs\/cjk\//],
  ['part-binary', /companions\/codecs\/(register-binary|binary|compress)\.ts$/],
  [
    'part-codecs',
    /codecs\/((all|charmap|name-source|namereplace|surrogatepass|undefined|unicode-escape|utf-(7|16|32|8-sig))|(aliases|charmaps)\.generated)\.ts$/,
  ],
  ['idna', /codecs\/(idna|punycode|stringprep|stringprep\.generated)\.ts$/],
  [
    'part-percent',
    /formats\/(register-percent|percent|percent-(arguments|convert|number|specifier)|float-digits)\.ts$/,
  ],
  ['text-format', /formats\/(percent-text|format-spec)\.ts$/],
  [
    'part-methods',
    /bytes\/(register-methods|text-methods|change-text|part-methods|change|join|maketrans|pieces|search|split)\.ts$/,
  ],
  ['part-simd', /accelerate\/(register-simd|glue|simd-\w+|pieces|kernels\.generated)\.ts$/],
  ['byte-array', /bytes\/(byte-array|assign)\.ts$/],
  ['live-array', /bytes\/(live|readonly)-array\.ts$/],
  ['bytes-map', /interop\/(bytes-(map|set|table|key)|hexdump)\.ts$/],
  ['uint8array-struct', /struct\/uint8array-struct\.ts$/],
  ['equality', /memoryview\/equality\.ts$/],
  ['scope', /protocol\/scope\.ts$/],
  ['natives', /accelerate\/natives\.ts$/],
  ['subscripts', /objects\/subscripts\.ts$/],
  ['codecs', /exceptions\/unicode-errors\.ts$/],
  ['iterate', /python\/(iterate|length-hint|slice)\.ts$/],
  ['base', /src\/(exceptions|python|objects|accelerate)\//],
  ['memory', /src\/memory\//],
  ['algorithms', /src\/algorithms\/(?!index)/],
  ['protocol', /src\/(protocol\/(?!index)|bytes\/hold)/],
  ['codecs', /src\/codecs\/(?!unicode-names)/],
  // The parts of `%` that bytes use, separate from the tables of formats, which bundlers cannot drop.
  ['bytes', /src\/(bytes\/|formats\/percent-registry)/],
  ['formats', /src\/formats\//],
  ['memoryview', /src\/memoryview\//],
  ['numbers', /runtime\/(complex-arithmetic|floats|hash|lists|numbers|text)\.ts$/],
  ['signatures', /runtime\/(bind|signatures(\.\w+)?)\.ts$/],
  ['builtins', /runtime\/builtins\/(?!index)/],
  ['brython-operators', /adapters\/brython\/(border|brython|builtins|keys|mending|mixing|operators)\.ts$/],
  ['skulpt-operators', /adapters\/skulpt\/(border|keys|literals|mending|mixing|operators|skulpt)\.ts$/],
];
const chunkOf = (id) => CHUNKS.find(([, files]) => files.test(id))?.[0];

/**
 * CommonJS files are usually not bundled, so modules that are nearly always loaded together are one file:
 * Node takes half a millisecond for each file, and V8 folds constants only within a file.
 */
const TOGETHER = [
  [
    'types',
    /^(natives|subscripts|iterate|base|memory|algorithms|protocol|codecs|formats|bytes|live-array|equality)$|\/storage\//,
  ],
  ['views', /^(byte-array|bytes-map|memoryview|scope)$|\/interop\//],
];
const fileOf = (id) => {
  // Only registering has an effect; apart from what it calls, `strip` takes twice as long.
  if (/bytes\/(part-methods|change|join|maketrans|pieces|search|split)\.ts$/.test(id)) return 'types';
  const chunk = chunkOf(id);
  return TOGETHER.find(([, chunks]) => chunks.test(chunk ?? id))?.[0] ?? chunk;
};

/**
 * The transformations that shorten every bundle, by 2.5 % of `pybuffer/core`. They do not turn functions that
 * are called once into expressions (`reduce_funcs`, `inline`), which makes esbuild's bundles larger and V8's
 * code slower.
 */
const COMPRESS = {
  ...{ defaults: false, module: true, passes: 3, keep_classnames: true, keep_fnames: true },
  ...{ collapse_vars: true, conditionals: true, dead_code: true, evaluate: true, hoist_props: true },
  ...{ if_return: true, reduce_vars: true, side_effects: true, unused: true },
};
/**
 * Removes comments, white space and the names of local variables. Names of functions and classes stay,
 * because stacks, error messages and inspectors show them. Lines are broken, because Node prints the line in
 * which an error was thrown.
 */
const shorterSyntax = minify({ minify: false, minifySyntax: true, target: 'es2022' });
const shorterNames = {
  name: 'shorter-names',
  renderChunk: (code) =>
    terser.minify(code, {
      ecma: 2022,
      compress: COMPRESS,
      mangle: { toplevel: false },
      format: { max_line_len: 120 },
    }),
};

/**
 * Node imports the CommonJS files through a module that names their exports. They load in three quarters of
 * the time (struct 18 ms, 24 as ES modules), and calls take 0.83 to 1.03 of the time, because V8 does not
 * fold constants that one module imports from another. `import` and `require` also get the same copy. The
 * condition `module` leads bundlers to the ES modules.
 */
const modulesForNode = {
  name: 'modules-for-node',
  generateBundle(options, bundle) {
    if (isCommonJS(options)) return;
    for (const { type, isEntry, name, exports } of Object.values(bundle)) {
      if (type !== 'chunk' || !isEntry || !(name in input)) continue;
      const names = exports.filter((each) => each !== 'default');
      const lines = [
        names.length === exports.length && names.length === 0
          ? `import './cjs/${name}.js';`
          : `import exported from './cjs/${name}.js';`,
        ...(names.length > 0 ? [`export const { ${names.join(', ')} } = exported;`] : []),
        ...(names.length < exports.length ? ['export default exported.default ?? exported;'] : []),
      ];
      this.emitFile({ type: 'asset', fileName: `${name}.mjs`, source: `${lines.join('\n')}\n` });
    }
  },
};

/**
 * CommonJS is a folder whose package.json makes `.js` CommonJS: npm orders the files of a tarball by their
 * extensions and names, so a file is beside the ES module of its name. Only files outside the folder can use
 * the `imports` of the package, so there is one for each.
 */
const folderOfCommonJS = {
  name: 'folder-of-commonjs',
  generateBundle(options) {
    const emit = (fileName, source) => this.emitFile({ type: 'asset', fileName, source });
    if (isCommonJS(options)) emit('package.json', '{"type":"commonjs"}\n');
    else {
      for (const id of Object.keys(RELATIVE))
        emit(`imports/${id.slice(1)}.cjs`, `module.exports = require('${id}');\n`);
    }
  },
};

/**
 * The types are written once, for CommonJS. The ES modules' types re-export them, which is the only direction
 * that TypeScript allows.
 */
const typesOfModules = {
  name: 'types-of-modules',
  generateBundle(_options, bundle) {
    for (const [fileName, chunk] of Object.entries(bundle)) {
      if (fileName.endsWith('.d.cts')) chunk.code = shorterComments(chunk.code);
      if (!fileName.endsWith('.d.ts')) continue;
      if (!chunk.isEntry) delete bundle[fileName];
      // A default export is the whole module to an ES module that imports CommonJS.
      else if (!chunk.exports.includes('default')) chunk.code = `export * from './${chunk.name}.cjs';\n`;
    }
  },
};
const output = (extension, dir = 'dist') => ({
  dir,
  // No bare imports of the imports of a chunk's chunks, because bundlers warn about them.
  hoistTransitiveImports: false,
  onlyExplicitManualChunks: true,
  manualChunks: chunkOf,
  entryFileNames: `[name].${extension}`,
  chunkFileNames: (chunk) =>
    isOfCommand(chunk) ? `command-[name].${extension}` : `chunks/[name].${extension}`,
});
const modules = { ...output('js'), format: 'es' };
/** Written as ES modules; `commonJS` makes CommonJS of them. */
const commonjs = { ...output('js', 'dist/cjs'), manualChunks: fileOf, format: 'es' };

/** The files with an effect, which package.json lists. No other file is imported without a name. */
const { sideEffects } = packageJson;
const treeshake = {
  moduleSideEffects: (id) => sideEffects.some((path) => id.endsWith(path.slice(1))),
};

export default defineConfig([
  {
    input: { ...input, command: 'cli/main.ts' },
    treeshake,
    plugins: [
      nameLoader,
      tables,
      command,
      modulesForNode,
      eslintPlugin,
      folderOfCommonJS,
      esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }),
      fields,
      constants(resolve('src')),
      shorterSyntax,
      shorterNames,
      relativeImports,
      pure,
      shorterNamesOfFile,
      commonJS,
    ],
    output: [modules, commonjs],
  },
  {
    input: {
      'name-loader-node': 'src/codecs/name-loader-node.ts',
      'name-loader-web': 'src/codecs/name-loader-web.ts',
    },
    plugins: [esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }), shorterSyntax, shorterNames],
    output: [
      { ...modules, manualChunks: undefined },
      { ...output('cjs'), manualChunks: undefined, format: 'cjs' },
    ],
  },
  {
    input,
    plugins: [
      nameLoader,
      dts({ tsconfig: 'tsconfig.json', compilerOptions: { stripInternal: true } }),
      typesOfModules,
    ],
    output: [
      { ...output('d.ts'), format: 'es' },
      { ...output('d.cts'), format: 'es' },
    ],
  },
]);
