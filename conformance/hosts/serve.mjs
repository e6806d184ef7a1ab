// Runs programs in one host: `node --import tsx serve.mjs HOST with|without [FOLDER]` reads a JSON array of programs and
// writes one of what they printed.
import { readFileSync } from 'node:fs';
import { HOSTS } from './hosts.mjs';

const [host, adapter, folder] = process.argv.slice(2);
const run = HOSTS[host](adapter === 'with', folder);
const programs = JSON.parse(readFileSync(0, 'utf8'));
const { log, warn, error, debug } = console;
Object.assign(console, { log() {}, warn() {}, error() {}, debug() {} });
const printed = programs.map((program) => run(program));
Object.assign(console, { log, warn, error, debug });
// Timers of the host's page would keep the process alive.
process.stdout.write(JSON.stringify(printed), () => process.exit(0));
