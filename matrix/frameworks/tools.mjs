/**
 * Bundlers and test runners, run by their commands with default settings: each runs a program and returns its
 * output. Expects `npm ci --prefix matrix/frameworks`. Caller: ../bundlers/bundlers.mjs.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { firstLineInChromium, hasChromium } from './chromium.mjs';

const modules = join(import.meta.dirname, 'node_modules');
/** Some tools do not run on Node 20. */
const NODE_24 = join(import.meta.dirname, '../node_modules/node24/bin/node');

/** Runs the command of a tool in the folder of a program; if it fails, the error has its output. */
async function call(tool, folder, args, { node = process.execPath, env = {} } = {}) {
  const { bin } = JSON.parse(readFileSync(join(modules, tool, 'package.json'), 'utf8'));
  const command = join(modules, tool, typeof bin === 'string' ? bin : bin[tool]);
  try {
    const { stdout } = await promisify(execFile)(node, [command, ...args], {
      cwd: folder,
      timeout: 300_000,
      env: { ...process.env, CI: '1', NO_COLOR: '1', ...env },
    });
    return stdout;
  } catch (error) {
    throw new Error(`${error.stdout}${error.stderr}` || error.message);
  }
}

const run = async (file) =>
  (await promisify(execFile)(process.execPath, [file], { timeout: 60_000 })).stdout.trimEnd();

const PAGE = '<!doctype html><script type="module" src="./app.js"></script>\n';
const MODULE = '{ "name": "user", "private": true, "type": "module" }\n';
const COMMONJS = '{ "name": "user", "private": true }\n';

/** A test that expects a program's line; the runner's exit status tells whether it passes. */
const testOf = ({ imports, line }, prints, expectation = '') => `${expectation}${imports}
test('prints', () => expect(${line}).toBe(${JSON.stringify(prints)}));
`;
const required = (imports) =>
  imports
    .replace(/import \* as (\w+) from ('[^']+');/g, 'const $1 = require($2);')
    .replace(/import (\{[^}]+\}) from ('[^']+');/g, 'const $1 = require($2);');

/**
 * The tools. `files` are the app's files besides `package.json`, by name; `prints` runs the tool in the app's
 * folder and returns the program's output.
 */
export const TOOLS = [
  {
    name: 'Parcel',
    module: 'parcel',
    inBrowser: true,
    files: ({ imports, line }) => ({ 'index.html': PAGE, 'app.js': `${imports}\nconsole.log(${line});\n` }),
    async prints(folder) {
      await call('parcel', folder, ['build', 'index.html', '--dist-dir', 'out', '--cache-dir', '.parcel']);
      return firstLineInChromium(join(folder, 'out'));
    },
  },
  {
    name: 'Vite',
    module: 'vite',
    inBrowser: true,
    files: ({ imports, line }) => ({ 'index.html': PAGE, 'app.js': `${imports}\nconsole.log(${line});\n` }),
    async prints(folder) {
      await call('vite', folder, ['build']);
      return firstLineInChromium(join(folder, 'dist'));
    },
  },
  {
    name: 'Metro',
    module: 'metro',
    packageJson: COMMONJS,
    files: ({ imports, line }) => ({
      'app.js': `${imports}\nconsole.log(${line});\n`,
      // As in React Native's template. The tool itself is outside of the app here, so its folder must be
      // watched.
      'babel.config.js': "module.exports = { presets: ['module:@react-native/babel-preset'] };\n",
      'metro.config.js': `module.exports = { watchFolders: [${JSON.stringify(import.meta.dirname)}] };\n`,
    }),
    async prints(folder) {
      await call('metro', folder, ['build', 'app.js', '--out', 'out.js', '--reset-cache'], { node: NODE_24 });
      return run(join(folder, 'out.js'));
    },
  },
  {
    name: 'Jest, CommonJS',
    module: 'jest',
    packageJson: COMMONJS,
    files: ({ imports, line }, prints) => ({
      'app.test.js': testOf({ imports: required(imports), line }, prints),
    }),
    prints: (folder, prints) => call('jest', folder, ['--rootDir', folder]).then(() => prints),
  },
  {
    name: 'Jest, ES modules',
    module: 'jest',
    files: (program, prints) => ({ 'app.test.js': testOf(program, prints) }),
    prints: (folder, prints) =>
      call('jest', folder, ['--rootDir', folder], {
        env: { NODE_OPTIONS: '--experimental-vm-modules' },
      }).then(() => prints),
  },
  {
    name: 'Vitest',
    module: 'vitest',
    files: (program, prints) => ({
      'app.test.js': testOf(program, prints, "import { expect, test } from 'vitest';\n"),
    }),
    prints: (folder, prints) => call('vitest', folder, ['run'], { node: NODE_24 }).then(() => prints),
  },
];

/** The version of a tool; null if it is not installed, or if its programs need Chromium and that is not. */
export function versionOf({ module, inBrowser }) {
  const file = join(modules, module, 'package.json');
  if (!existsSync(file) || (inBrowser && !hasChromium())) return null;
  return JSON.parse(readFileSync(file, 'utf8')).version;
}

/**
 * Runs a program with a tool.
 *
 * @param program its imports, and an expression for the line that it prints
 * @param prints the expected line
 * @param install installs the package into the app's folder
 * @returns its output
 */
export async function runTool(tool, name, program, prints, install) {
  // Inside this folder, so that the tools find each other and React's packages.
  const folder = join(
    import.meta.dirname,
    '.cache',
    `${tool.name}-${name}`.replace(/\W+/g, '-').toLowerCase(),
  );
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  install(folder);
  const files = { 'package.json': tool.packageJson ?? MODULE, ...tool.files(program, prints) };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  try {
    return await tool.prints(folder, prints);
  } finally {
    // Otherwise the root's Jest would find the app's tests and packages.
    rmSync(folder, { recursive: true, force: true });
  }
}
