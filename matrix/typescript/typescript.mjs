/**
 * `npm run typescript`: compiles programs with the packed package, with old and new compilers, module
 * resolutions, targets and libraries, each with `skipLibCheck` off. Prints a table; exits with 1
 * if a right program does not compile, or a wrong one does. Caller: `.ci/run`, with the oldest and the newest
 * compiler.
 *
 *     npm run typescript -- [--only 5.4]... [--update] [--built]
 *
 * `--update` writes the rows into matrix/README.md, `--built` takes dist/ as it is.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { updateRows } from '../table.mjs';

const matrix = path.resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    update: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
  },
});

if (!fs.existsSync(path.join(matrix, 'node_modules'))) {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: matrix, stdio: 'inherit' });
}
const { packedApp } = await import('../engines/package.mjs');
const app = await packedApp(path.resolve(matrix, '../.cache/typescript'), {
  built: values.built,
  bundles: false,
});
fs.cpSync(path.join(import.meta.dirname, 'app'), app, { recursive: true });

const COMPILERS = ['5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '6.0', '7.0'];
/** Ways to resolve modules; TypeScript 7 has no `node10`. */
const RESOLUTIONS = {
  node10: { module: 'CommonJS', moduleResolution: 'node10', esModuleInterop: true },
  node16: { module: 'Node16', moduleResolution: 'node16' },
  nodenext: { module: 'NodeNext', moduleResolution: 'nodenext' },
  bundler: { module: 'ESNext', moduleResolution: 'bundler' },
};
const LIBRARIES = {
  es2020: { target: 'es2020', lib: ['es2020'] },
  'es2020, dom': { target: 'es2020', lib: ['es2020', 'dom'] },
  es2022: { target: 'es2022', lib: ['es2022'] },
  'esnext, dom': { target: 'esnext', lib: ['esnext', 'dom'] },
  'es2022, esnext.disposable': { target: 'es2022', lib: ['es2022', 'esnext.disposable'] },
};

/** The targets in between, tried with one module resolution. */
const BETWEEN = {
  es2021: { target: 'es2021', lib: ['es2021'] },
  'es2023, dom': { target: 'es2022', lib: ['es2023', 'dom'] },
};

/** The oldest and the newest types of Node with which app/node.ts must compile. */
const NODE_TYPES = ['types-node18', 'types-node26'];

/** Installs one of them into the app as `@types/node`. */
function useNodeTypes(name) {
  const target = path.join(app, 'node_modules/@types/node');
  fs.rmSync(target, { recursive: true, force: true });
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.symlinkSync(path.join(matrix, 'node_modules', name), target);
}

/** The errors that a compiler reports for one file. */
function errorsOf(compiler, file, options) {
  const compilerOptions = {
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    types: [],
    ...options,
  };
  fs.writeFileSync(path.join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }));
  const tsc = path.join(matrix, 'node_modules', `typescript${compiler.replace('.', '')}`, 'bin/tsc');
  const { stdout, stderr, status } = spawnSync(process.execPath, [tsc, '--project', '.'], {
    cwd: app,
    encoding: 'utf8',
  });
  return status === 0 ? [] : `${stdout}${stderr}`.split('\n').filter((line) => line.includes('error TS'));
}

let passed = 0;
let failed = 0;
function check(name, holds, errors) {
  if (holds) passed++;
  else failed++;
  if (!holds) console.log([`${name}:`, ...errors.slice(0, 6)].join('\n  '));
  return holds;
}

const HEAD = ['compiler', ...Object.keys(RESOLUTIONS), '`using`', 'unions', '`ReadonlyUint8Array`'];
const rows = [];
for (const compiler of COMPILERS) {
  if (values.only.length > 0 && !values.only.includes(compiler)) continue;
  const cells = [compiler];
  for (const [resolution, moduleOptions] of Object.entries(RESOLUTIONS)) {
    if (resolution === 'node10' && compiler >= '7') {
      cells.push('does not exist');
      continue;
    }
    // TypeScript 6 deprecates it but still supports it.
    const old = resolution === 'node10' && compiler >= '6' ? { ignoreDeprecations: '6.0' } : {};
    const options = { ...moduleOptions, ...old };
    const libraries = resolution === 'node16' ? { ...LIBRARIES, ...BETWEEN } : LIBRARIES;
    const results = Object.entries(libraries).map(([library, libraryOptions]) => {
      const name = `TypeScript ${compiler}, ${resolution}, ${library}`;
      const errors = errorsOf(compiler, 'use.ts', { ...options, ...libraryOptions });
      return check(name, errors.length === 0, errors);
    });
    const wrong = errorsOf(compiler, 'wrong.ts', { ...options, ...LIBRARIES.es2022 });
    const refused = wrong.length === 2 && wrong.every((line) => line.startsWith('wrong.ts'));
    results.push(check(`TypeScript ${compiler}, ${resolution}: the wrong program`, refused, wrong));
    cells.push(`${results.filter(Boolean).length} of ${results.length}`);
  }
  const errors = errorsOf(compiler, 'using.ts', {
    ...RESOLUTIONS.node16,
    ...LIBRARIES['es2022, esnext.disposable'],
  });
  cells.push(check(`TypeScript ${compiler}: using`, errors.length === 0, errors) ? 'yes' : 'no');
  const compiles = (file, title, options) => {
    const errors = errorsOf(compiler, file, { ...RESOLUTIONS.node16, ...options });
    return check(`TypeScript ${compiler}: ${title}`, errors.length === 0, errors);
  };
  cells.push(compiles('unions.ts', 'unions', LIBRARIES.es2020) ? 'yes' : 'no');
  const fits = [
    compiles('dom.ts', 'asReadonlyUint8Array, DOM', LIBRARIES['esnext, dom']),
    ...NODE_TYPES.map((types) => {
      useNodeTypes(types);
      // Types of Node newer than the compiler are not checked themselves.
      const options = { ...LIBRARIES.es2022, types: ['node'], skipLibCheck: true };
      return compiles('node.ts', `asReadonlyUint8Array, ${types}`, options);
    }),
  ];
  cells.push(`${fits.filter(Boolean).length} of ${fits.length}`);
  rows.push(cells);
  // Written at once, so that an interrupted run keeps its results.
  updateRows('typescript', [HEAD, cells], values.update);
}

console.log(`\n${updateRows('typescript', [HEAD, ...rows], false)}\n\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
