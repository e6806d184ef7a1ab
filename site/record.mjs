// Records CPython's output for each program: programs/NAME.out has it, including the last line of a final
// traceback. Usage: PYBUFFER_CPYTHON=python3.15 node site/record.mjs
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, 'programs');
const python = process.env.PYBUFFER_CPYTHON ?? 'python3.15';
for (const name of fs.readdirSync(folder).filter((each) => each.endsWith('.py'))) {
  const { stdout, stderr, error } = spawnSync(python, [name], { cwd: folder, encoding: 'utf8' });
  if (error) throw error;
  const lines = stderr.trimEnd().split('\n');
  const ending = stderr === '' ? '' : `${lines.at(-1)}\n`;
  fs.writeFileSync(path.join(folder, name.replace(/\.py$/, '.out')), stdout + ending);
}
