// `pybuffer python`: runs a Python program on our types. The folders of the host that it needs are mounted
// where they lie, so that tracebacks name them.
import { existsSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure } from './failure.js';
import { startPython } from './python.js';
import type { Python } from './python.js';

/** A program: a file of the host, a text, the name of a module, or the standard input. */
export type Program =
  | { readonly how: 'file' | 'code' | 'module'; readonly what: string }
  | { readonly how: 'input'; readonly what: null };

/** The value of `sys.argv[0]`. */
const SHOWN = { code: '-c', module: '-m', input: '-' } as const;

/** Folders of Python's file system that are already in use. */
const TAKEN = /^\/(?:lib|dev|proc|bridge|home\/pyodide)(?:\/|$)|^\/home$|^\/$/;

/**
 * Runs a program as `python FILE args` would.
 *
 * @param countCalls whether to print on stderr how many calls reached the library
 * @returns the program's exit status
 */
export async function runProgram(program: Program, args: string[], countCalls: boolean): Promise<number> {
  const file = program.how === 'file' ? mainFile(program.what) : null;
  const { python, host } = await startPython();
  const place = enterFolders(python, file === null ? [] : [dirname(file)]);
  const how =
    program.how === 'file'
      ? { how: 'file', what: `${place(dirname(file!))}/${basename(file!)}`, shown: program.what }
      : { ...program, shown: SHOWN[program.how] };
  python.globals.set('_program', JSON.stringify({ ...how, args, environment: environment() }));
  const status = runToEnd(
    () =>
      python.runPython(
        'import json, pybridge.run; pybridge.run.run_program(**json.loads(_program))',
      ) as number,
  );
  if (countCalls) process.stderr.write(`calls that reached pybuffer: ${host.calls}\n`);
  return status;
}

/** The file of a program; for a folder, its `__main__.py`. */
function mainFile(path: string): string {
  const file = resolve(path);
  if (path === '' || !existsSync(file))
    throw new Failure(`can't open file '${file}': [Errno 2] No such file or directory`);
  if (!statSync(file).isDirectory()) return file;
  const inside = join(file, '__main__.py');
  if (!existsSync(inside)) throw new Failure(`can't find '__main__' module in '${file}'`, 1);
  return inside;
}

/** The environment variables that a program sees: all except those for the interpreter. */
export function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PYTHON')));
}

/** Runs Python code and returns its result, or the exit status if it ends the interpreter. */
export function runToEnd<Result>(python: () => Result): Result | number {
  try {
    return python();
  } catch (error) {
    const { name, status } = error as { name?: string; status?: number };
    // os._exit()
    if (name === 'Exit' && typeof status === 'number') return status & 0xff;
    if (error instanceof WebAssembly.RuntimeError) throw new Failure(`Python crashed: ${error.message}`, 134);
    throw error;
  }
}

/** Reads from the standard input, for Python. */
function readInput(buffer: Uint8Array): number {
  try {
    return readSync(0, buffer, 0, buffer.length, null);
  } catch (error) {
    // Windows reports the end of input as an error.
    if ((error as NodeJS.ErrnoException).code === 'EOF') return 0;
    throw error;
  }
}

/**
 * Gives Python the standard input, the current folder and others; returns a function that maps a host path to
 * Python's.
 */
export function enterFolders(python: Python, others: readonly string[] = []): (folder: string) => string {
  python.setStdin({ read: readInput });
  const place = mount(python, [process.cwd(), ...others]);
  python.FS.chdir(place(process.cwd()));
  return place;
}

/** Mounts folders of the host; returns a function that maps a path in them to Python's. */
function mount(python: Python, folders: readonly string[]): (folder: string) => string {
  const places = new Map<string, string>();
  const place = (folder: string) => {
    for (const [outer, at] of places) {
      if (folder === outer || folder.startsWith(`${outer}/`)) return at + folder.slice(outer.length);
    }
    return undefined;
  };
  for (const folder of [...folders].sort((a, b) => a.length - b.length)) {
    if (place(folder) !== undefined) continue;
    const isFree = folder.startsWith('/') && !TAKEN.test(folder);
    const at = isFree ? folder : `/host${places.size}`;
    python.FS.mkdirTree(at);
    python.mountNodeFS(at, folder);
    places.set(folder, at);
  }
  return (folder) => place(folder)!;
}
