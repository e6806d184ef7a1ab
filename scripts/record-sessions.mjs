/**
 * Writes what CPython 3.15 answers into the sessions of tests/adapters: `npx tsx scripts/record-sessions.mjs`, which
 * `npm run record` runs. Names of files, if any, limit it to these.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { answered, programOf, readSession, writtenSession } from '../tests/adapters/sessions.ts';
import { cpythonPath } from './cpython.mjs';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../tests/adapters');
const wanted = process.argv.slice(2);

/** The answers to steps that run after others. */
function ask(before, steps) {
  const env = { ...process.env, PYTHONIOENCODING: 'utf-8', PYTHONWARNINGS: 'ignore' };
  const all = [...before, ...steps];
  const { stdout, stderr } = spawnSync(cpythonPath(), ['-'], {
    input: programOf(all),
    env,
    encoding: 'utf8',
  });
  if (stderr !== '') throw new Error(stderr);
  return answered(all, stdout).slice(before.length);
}

for (const name of fs.readdirSync(folder, { recursive: true }).map(String).sort()) {
  if (!name.endsWith('.session.txt') || (wanted.length > 0 && !wanted.includes(path.basename(name))))
    continue;
  const file = path.join(folder, name);
  const parts = readSession(fs.readFileSync(file, 'utf8'));
  const recorded = parts.map((part, i) => ({
    ...part,
    steps: ask(i === 0 ? [] : parts[0].steps, part.steps),
  }));
  fs.writeFileSync(file, writtenSession(recorded));
}
