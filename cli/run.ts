// `pybuffer python`: runs a Python program on our types. The folders of the host that it needs are mounted
// where they lie, so that tracebacks name them.
import { existsSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure } from './failure.js';
import { startPython } from './python.js';
import type { Python } from './python.js';

/** A program: a file of the host, or a text with the name that tracebacks show. */
export type Program = { readonly file: string } | { readonly source: string; readonly name: string };

/** Places of Python's file system that hold something already. */
const TAKEN = /^\/(?:lib|dev|proc|bridge|home\/pyodide)(?:\/|$)|^\/home$|^\/$/;

/**
 * Runs a program as `python FILE args` would.
 *
 * @param countCalls whether to print on stderr how many calls reached the library
 * @returns the program's exit status
 */
export async function runProgram(program: Program, args: string[], countCalls: boolean): Promise<number> {
  const file = 'file' in program ? mainFile(program.file) : null;
  const { python, host } = await startPython();
  python.setStdin({ read: readInput });
  const place = mount(python, file === null ? [process.cwd()] : [process.cwd(), dirname(file)]);
  python.FS.chdir(place(process.cwd()));
  const shown = file === null ? null : `${place(dirname(file))}/${basename(file)}`;
  const how =
    'file' in program
      ? { source: null, name: shown, shown: program.file }
      : { ...program, shown: program.name === '<stdin>' ? '-' : '-c' };
  python.globals.set('_program', JSON.stringify({ ...how, args, environment: environment() }));
  const status = runToEnd(
    python,
    'import json, pybridge.run; pybridge.run.run_program(**json.loads(_program))',
  );
  if (countCalls) process.stderr.write(`calls that reached pybuffer: ${host.calls}\n`);
  return status;
}

/** The file of a program: of a folder, `__main__.py` in it. */
function mainFile(path: string): string {
  const file = resolve(path);
  if (path === '' || !existsSync(file))
    throw new Failure(`can't open file '${file}': [Errno 2] No such file or directory`);
  if (!statSync(file).isDirectory()) return file;
  const inside = join(file, '__main__.py');
  if (!existsSync(inside)) throw new Failure(`can't find '__main__' module in '${file}'`, 1);
  return inside;
}

/** The variables of the environment that a program sees: all but those that are for an interpreter. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PYTHON')));
}

/** Runs Python that ends with an exit status, also where it ends the interpreter. */
export function runToEnd(python: Python, source: string): number {
  try {
    return python.runPython(source) as number;
  } catch (error) {
    const { name, status } = error as { name?: string; status?: number };
    // os._exit()
    if (name === 'Exit' && typeof status === 'number') return status & 0xff;
    if (error instanceof WebAssembly.RuntimeError) throw new Failure(`Python crashed: ${error.message}`, 134);
    throw error;
  }
}

/** All of the standard input, as text. */
export function wholeInput(): string {
  return readFileSync(0, 'utf8');
}

/** Reads from the standard input, for Python. */
export function readInput(buffer: Uint8Array): number {
  try {
    return readSync(0, buffer, 0, buffer.length, null);
  } catch (error) {
    // The end of input, as Windows says it.
    if ((error as NodeJS.ErrnoException).code === 'EOF') return 0;
    throw error;
  }
}

/** Mounts folders of the host; returns where Python sees a folder in them. */
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
