// Loads an unmodified Brython in Node. Callers: the runs of programs on hosts, and the tests of the adapter.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInThisContext } from 'node:vm';
import { inEmptyPage } from './empty-page.cjs';

/**
 * Runs Brython's two scripts in this realm.
 *
 * @param folder where `brython.js` and `brython_stdlib.js` are; those of the dependency when absent
 * @returns `__BRYTHON__`
 */
export function loadBrython(folder) {
  const require = createRequire(import.meta.url);
  const script = (name) =>
    readFileSync(folder === undefined ? require.resolve(`brython/${name}`) : `${folder}/${name}`, 'utf8');
  inEmptyPage(() => {
    runInThisContext(script('brython.js'));
    runInThisContext(script('brython_stdlib.js'));
  });
  return globalThis.__BRYTHON__;
}

export { brythonRunner as runnerOf } from './runners.mjs';
