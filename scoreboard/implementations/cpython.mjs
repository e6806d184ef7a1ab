// Native CPythons. 3.15 is the judge (scripts/cpython.mjs finds it); older ones answer too if they are on the
// PATH or among pyenv's versions.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { cpythonPath } from '../../scripts/cpython.mjs';

const PROGRAM = join(import.meta.dirname, 'cpython.py');

function versionOf(python) {
  const { status, stdout } = spawnSync(python, ['-c', 'import platform; print(platform.python_version())'], {
    encoding: 'utf8',
  });
  return status === 0 ? stdout.trim() : null;
}

/**
 * Where a Python of a minor version may be. pyenv's command on the PATH fails for versions that are not
 * chosen, so the interpreters in pyenv's folders are tried as well.
 */
function placesOf(minor) {
  const versions = join(process.env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions');
  const here = existsSync(versions)
    ? readdirSync(versions).filter((each) => each.startsWith(`${minor}.`))
    : [];
  return [`python${minor}`, ...here.map((each) => join(versions, each, 'bin', `python${minor}`))];
}

const cpython = (minor, places) => ({
  name: `CPython ${minor}`,
  async open() {
    const python = places.find((each) => versionOf(each)?.startsWith(minor));
    if (python === undefined) return null;
    const version = versionOf(python);
    const child = spawn(python, [PROGRAM], {
      env: { ...process.env, PYTHONHASHSEED: '0' },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return {
      version,
      async run(program) {
        child.stdin.write(`${JSON.stringify(program)}\n`);
        const { value, done } = await lines.next();
        if (done) throw new Error('the interpreter has ended');
        return JSON.parse(value);
      },
      close: () => child.stdin.end(),
    };
  },
});

const final = cpythonPath();
export const judge = cpython('3.15', final === null ? [] : [final]);
export const older = ['3.14', '3.13', '3.12', '3.11'].map((minor) => cpython(minor, placesOf(minor)));
