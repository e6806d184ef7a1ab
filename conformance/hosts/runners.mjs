// Functions that run programs on a loaded runtime and return what they printed, in Node and in a page.
// Callers: brython.mjs, skulpt.mjs, page.mjs.

import { PRINTED } from './printed.mjs';

/**
 * Runs programs: `run(source)` returns what one printed, and the exception that ended it as the last line.
 */
export function brythonRunner($B) {
  const module = $B.runPythonSource(RUNNER, 'program_runner');
  const run = $B.module_getattr(module, 'run');
  return (source) => String($B.$call(run, source));
}

const RUNNER = `${PRINTED}
import types

def run(source):
    before, sys.stdout = sys.stdout, Printed()
    main = sys.modules['__main__'] = types.ModuleType('__main__')
    try:
        exec(source, main.__dict__)
    except BaseException as error:
        print(f'{type(error).__name__}: {error}')
    finally:
        printed, sys.stdout = sys.stdout, before
    return printed.text()
`;

/**
 * Runs programs: `run(source)` returns what one printed, and the exception that ended it as the last line.
 */
export function skulptRunner(Sk) {
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
