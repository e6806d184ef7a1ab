// Native CPythons. 3.15 is the judge (scripts/cpython.mjs finds it); older ones are asked where they are on the PATH.
import { spawn, spawnSync } from 'node:child_process';
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

const cpython = (minor, python) => ({
  name: `CPython ${minor}`,
  async open() {
    const version = python === null ? null : versionOf(python);
    if (version === null) return null;
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

export const judge = cpython('3.15', cpythonPath());
export const older = ['3.14', '3.13', '3.12', '3.11'].map((minor) => cpython(minor, `python${minor}`));
