/**
 * Brython with the adapter in this process, so that spies and `npm run mutate` reach the adapter; the runs of
 * conformance/hosts start processes. Callers: the tests of this folder.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { install } from 'pybuffer/brython';
import { inEmptyPage } from '../../../conformance/hosts/empty-page.cjs';
import { answered, programOf, readSession, wholeParts } from '../sessions.js';

/** The part of `__BRYTHON__` that the tests touch. */
export interface Brython {
  builtins: Record<string, unknown>;
  runPythonSource(source: string, name: string): unknown;
  module_getattr(module: unknown, name: string): unknown;
  $call(callee: unknown, ...args: unknown[]): unknown;
  $getattr(object: unknown, name: string): unknown;
}

/** Brython's two scripts as one function, which sees this realm's globals, as the tests do. */
const load = new Function(
  ['brython.js', 'brython_stdlib.js']
    .map((name) => readFileSync(createRequire(__filename).resolve(`brython/${name}`), 'utf8'))
    .join('\n'),
);

/** Brython's scripts define the first name, and the code that it makes from programs reads the second. */
const page = globalThis as unknown as { __BRYTHON__?: Brython; $B?: Brython };

/** Loads a separate Brython, without the adapter. */
export function freshBrython(): Brython {
  // A second Brython would go on with the first.
  delete page.__BRYTHON__;
  inEmptyPage(() => load.call(globalThis));
  page.$B = page.__BRYTHON__!;
  return page.$B;
}

/**
 * The program of conformance/hosts/runners.mjs, which pages load too: an ES module, and Jest loads none. It has no
 * `import sys` and no `import types`, which take ten times as long as everything else that starts a Brython.
 */
const RUNNER = `
import _sys

class Printed:
    def __init__(self):
        self.parts = []
    def write(self, text):
        self.parts.append(text)
    def flush(self):
        pass

def run(source):
    sys = _sys.modules.get('sys', _sys)
    before, sys.stdout = sys.stdout, Printed()
    main = _sys.modules['__main__'] = type(_sys)('__main__')
    try:
        exec(source, main.__dict__)
    except BaseException as error:
        print(f'{type(error).__name__}: {error}')
    finally:
        printed, sys.stdout = sys.stdout, before
    return ''.join(printed.parts)
`;

/**
 * Runs programs. `run(source)` returns the program's output, ending with the exception if one ended it.
 */
export function runnerOf($B: Brython): (source: string) => string {
  const run = $B.module_getattr($B.runPythonSource(RUNNER, 'program_runner'), 'run');
  return (source) => {
    // Another test may have loaded a second Brython.
    page.__BRYTHON__ = page.$B = $B;
    // Brython prints its own traces and warnings there.
    const { log, error } = console;
    console.log = console.error = () => undefined;
    try {
      return String($B.$call(run, source));
    } finally {
      Object.assign(console, { log, error });
    }
  };
}

/** A Brython with the adapter, as a function that runs programs. */
export function brythonWithAdapter(options: Parameters<typeof install>[1] = {}): (source: string) => string {
  const $B = freshBrython();
  install($B, options);
  return runnerOf($B);
}

/** Declares a test for each part of a session, `NAME.session.txt`, on a Brython with the adapter. */
export function testSession(run: (source: string) => string, name: string): void {
  const parts = readSession(readFileSync(join(__dirname, `${name}.session.txt`), 'utf8'));
  test.each(wholeParts(parts))('$title', ({ steps }) => {
    expect(answered(steps, run(programOf(steps)))).toEqual(steps);
  });
}
