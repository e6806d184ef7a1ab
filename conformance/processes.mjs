// Runs Node programs side by side for run.mjs. Each writes a JSON report into the folder of its run.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a Node program; resolves to its exit status and what it printed. */
export function node(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    child.stdout.on('data', (part) => (text += part));
    child.stderr.on('data', (part) => (text += part));
    child.on('close', (status) => resolve({ status, text }));
  });
}

/** Runs jobs, `count` of them at a time. */
export async function sideBySide(jobs, count) {
  const queue = [...jobs];
  const worker = async () => {
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) await job();
  };
  await Promise.all(Array.from({ length: count }, worker));
}

/**
 * Runs one program that takes `--out FILE`; resolves to its report, or null when it died before it wrote one.
 */
export async function report(folder, name, args) {
  const out = path.join(folder, `${name}.json`);
  fs.rmSync(out, { force: true });
  const { status, text } = await node([...args, '--out', out]);
  if (status !== 0 || !fs.existsSync(out)) {
    console.log(`${name} died with status ${status}:\n${text.slice(-3000)}`);
    return null;
  }
  return JSON.parse(fs.readFileSync(out, 'utf8'));
}
