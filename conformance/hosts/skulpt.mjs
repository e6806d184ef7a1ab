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

/** Runs programs: `run(source)` returns what one printed, and the exception that ended it as the last line. */
export function runnerOf(Sk) {
  let printed = '';
  Sk.configure({
    output: (text) => (printed += text),
    read(path) {
      const text = Sk.builtinFiles.files[path];
      if (text === undefined) throw new Error(`no file ${path}`);
      return text;
    },
    __future__: Sk.python3,
  });
  return (source) => {
    printed = '';
    try {
      Sk.misceval.retryOptionalSuspensionOrThrow(Sk.importMainWithBody('<stdin>', false, source, true));
    } catch (error) {
      const isPython = error instanceof Sk.builtin.BaseException;
      printed += isPython ? `${error.tp$name}: ${error.tp$str().v}\n` : `JavaScript: ${error}\n`;
    }
    return printed;
  };
}
