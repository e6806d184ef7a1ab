// Loads an unmodified Skulpt in Node. Callers: the runs of programs on hosts, and the tests of the adapter.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInThisContext } from 'node:vm';

/**
 * Runs Skulpt's two scripts in this realm.
 *
 * @param folder where `skulpt.min.js` and `skulpt-stdlib.js` are; those of the dependency when absent
 * @returns `Sk`
 */
export function loadSkulpt(folder) {
  const require = createRequire(import.meta.url);
  for (const name of ['skulpt.min.js', 'skulpt-stdlib.js']) {
    const path = folder === undefined ? require.resolve(`skulpt/dist/${name}`) : `${folder}/${name}`;
    runInThisContext(readFileSync(path, 'utf8'), path);
  }
  return globalThis.Sk;
}

export { skulptRunner as runnerOf } from './runners.mjs';
