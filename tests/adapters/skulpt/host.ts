/**
 * Skulpt with the adapter in this process, so that spies and `npm run mutate` reach the adapter; the runs of
 * conformance/hosts start processes. Callers: the tests of this folder.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { install } from 'pybuffer/skulpt';
import { answered, programOf, readSession, wholeParts } from '../sessions.js';

/** The part of `Sk` that the tests touch. */
export interface Sk {
  builtin: Record<string, (new (...args: never[]) => unknown) & { prototype: object }>;
  builtins: Record<string, unknown>;
  builtinFiles: { files: Record<string, string | undefined> };
  python3: unknown;
  configure(options: object): void;
  importMainWithBody(name: string, dump: boolean, source: string, canSuspend: boolean): unknown;
  misceval: { retryOptionalSuspensionOrThrow(result: unknown): unknown };
}

/** Skulpt's two scripts as one function, which sees this realm's globals, as the tests do. */
const code = ['skulpt.min.js', 'skulpt-stdlib.js']
  .map((name) => readFileSync(createRequire(__filename).resolve(`skulpt/dist/${name}`), 'utf8'))
  .join('\n');

/** Loads a separate Skulpt, without the adapter. */
export function freshSkulpt(): Sk {
  // The scripts define a global, as in a page.
  new Function(code).call(globalThis);
  return (globalThis as unknown as { Sk: Sk }).Sk;
}

/**
 * Runs programs. `run(source)` returns the program's output, ending with the exception if one ended it;
 * failures of Skulpt itself are JavaScript errors.
 */
export function runnerOf(Sk: Sk): (source: string) => string {
  let printed = '';
  Sk.configure({
    output: (text: string) => (printed += text),
    read(path: string) {
      const text = Sk.builtinFiles.files[path];
      if (text === undefined) throw new Error(`no file ${path}`);
      return text;
    },
    __future__: Sk.python3,
  });
  return (source) => {
    printed = '';
    // Skulpt reads its own global, and another test may have loaded a second one.
    (globalThis as unknown as { Sk: Sk }).Sk = Sk;
    try {
      Sk.misceval.retryOptionalSuspensionOrThrow(Sk.importMainWithBody('<stdin>', false, source, true));
    } catch (error) {
      const python = error as { tp$name: string; tp$str(): { v: string } };
      printed +=
        error instanceof Sk.builtin['BaseException']!
          ? `${python.tp$name}: ${python.tp$str().v}\n`
          : `JavaScript: ${String(error)}\n`;
    }
    return printed;
  };
}

/** Puts the adapter into a Skulpt. */
export function withAdapter(Sk: Sk, options: Parameters<typeof install>[1] = {}): Sk {
  install(Sk, options);
  return Sk;
}

/** A Skulpt with the adapter, as a function that runs programs. */
export function skulptWithAdapter(options: Parameters<typeof install>[1] = {}): (source: string) => string {
  return runnerOf(withAdapter(freshSkulpt(), options));
}

/**
 * Declares a test for each part of a session (`NAME.session.txt`). Its Skulpt starts in the test: `npm run mutate`
 * loads the library anew for each mutant that a file reaches while it loads.
 */
export function testSession(name: string, options: Parameters<typeof install>[1] = {}): void {
  const parts = readSession(readFileSync(join(__dirname, `${name}.session.txt`), 'utf8'));
  test.each(wholeParts(parts))('$title', ({ steps }) => {
    const run = skulptWithAdapter(options);
    expect(answered(steps, run(programOf(steps)))).toEqual(steps);
  });
}
