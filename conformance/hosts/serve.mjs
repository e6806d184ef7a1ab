// Runs programs on one host, in a separate process: `node --import tsx serve.mjs HOST with|without LP64|ILP32
// [FOLDER]` reads a JSON array of programs and writes the output of each, one JSON string per line. Caller:
// process.ts.
import { readFileSync, writeSync } from 'node:fs';
import { ILP32, LP64 } from 'pybuffer';
import { HOSTS } from './hosts.mjs';

const [host, adapter, memory, folder] = process.argv.slice(2);
const run = HOSTS[host](adapter === 'with', memory === 'LP64' ? LP64 : ILP32, folder);
const programs = JSON.parse(readFileSync(0, 'utf8'));

/** Writes a line at once, so that a program that never ends does not withhold the output of others. */
function tell(line) {
  const bytes = Buffer.from(`${line}\n`);
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
    }
  }
}

// Ignores what the hosts print to the console.
for (const name of ['log', 'warn', 'error', 'debug', 'info']) console[name] = () => undefined;
for (const program of programs) tell(JSON.stringify(run(program)));
// Timers of the host's page would keep the process alive.
process.exit(0);
