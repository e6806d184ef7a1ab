// Finds a CPython on this machine and runs record.py on it, which records what a Python module does.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recorder } from './assets.js';
import { Failure } from './failure.js';
import type { Facts } from './facts.js';
import { checkFile } from './files.js';
import { progress } from './terminal.js';

/** The oldest Python that record.py runs on. */
const OLDEST = [3, 8] as const;

const isPython = (program: string) =>
  spawnSync(program, ['-c', `import sys; sys.exit(sys.version_info < ${`(${OLDEST.join(', ')})`})`])
    .status === 0;

/** The Python to run: the named one, or else the first one found. */
export function findPython(named: string | undefined): string {
  const program = named ?? process.env['PYBUFFER_CPYTHON'];
  if (program) {
    if (!isPython(program)) throw new Failure(`${program} is not Python ${OLDEST.join('.')} or later`);
    return program;
  }
  const found = ['python3.15', 'python3', 'python'].find(isPython);
  if (found === undefined)
    throw new Failure('check needs CPython: none is on the PATH; name one with --python or PYBUFFER_CPYTHON');
  return found;
}

/** Runs the module on CPython and records its calls. Its output goes to stderr. */
export function record(file: string, cases: string | undefined, named: string | undefined): Facts {
  if (cases !== undefined) checkFile(cases);
  const python = findPython(named);
  const folder = mkdtempSync(join(tmpdir(), 'pybuffer-check-'));
  const done = progress(`running ${file} on ${python} ...`);
  try {
    const out = join(folder, 'facts.json');
    const args = ['-X', 'utf8', '-B', recorder(), file, out, ...(cases === undefined ? [] : [cases])];
    const env = { ...process.env, PYTHONHASHSEED: '0' };
    const { status } = spawnSync(python, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
    done();
    if (status !== 0) throw new Failure(`${file} did not run to its end on ${python}`);
    return JSON.parse(readFileSync(out, 'utf8')) as Facts;
  } finally {
    done();
    rmSync(folder, { recursive: true, force: true });
  }
}
