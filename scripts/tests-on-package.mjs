/**
 * Runs tests of the sources on the packed package, as an ES module and as CommonJS: each input that was once
 * wrong, and the programs recorded on CPython. Caller: check-package.mjs.
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

const root = resolve(import.meta.dirname, '..');

/** Test files that need nothing but what the package exports. */
const TESTS = ['tests/properties/once-wrong.test.ts', 'conformance/vectors/vectors.test.ts'];

/**
 * @param {string} user a folder in which the package is installed
 * @throws {Error} with the tests that fail
 */
export function checkTests(user) {
  const imports = ['tests/package/harness.mjs', ...TESTS].map((file) => `import './${file}';`);
  for (const [format, ending] of [
    ['esm', 'mjs'],
    ['cjs', 'cjs'],
  ]) {
    const outfile = join(user, `tests.${ending}`);
    buildSync({
      stdin: {
        contents: `${imports.join('\n')}\nimport { run } from './tests/package/harness.mjs';\nvoid run();`,
        resolveDir: root,
      },
      bundle: true,
      // The `sideEffects` of the sources do not list tests.
      ignoreAnnotations: true,
      outfile,
      format,
      platform: 'node',
      // Use the package installed in the user's folder, not the sources that tsconfig.json names.
      packages: 'external',
      tsconfigRaw: {},
      logLevel: 'error',
    });
    const { stdout, stderr } = spawnSync(process.execPath, [outfile, root], { cwd: root, encoding: 'utf8' });
    if (!/^(\d{2,}) of \1 tests pass\n$/.test(stdout))
      throw new Error(`tests on the package, ${format}:\n${stdout}${stderr}`);
  }
}
