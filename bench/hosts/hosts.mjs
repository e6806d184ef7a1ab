// Measures single operations on a host with the adapter, as a ratio to the host's own bytes: `node --import
// tsx bench/hosts/hosts.mjs`. The sides run in separate processes, in turn; the least of many short rounds
// counts.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { LP64 } from 'pybuffer';
import { HOSTS } from '../../conformance/hosts/hosts.mjs';

/**
 * Operations: the setup, and what is measured. Those that the host without the adapter lacks are measured
 * too.
 */
const ROWS = [
  ['b == c', "b = b'abcdefgh' * 2; c = b'abcdefgh' * 2", 'b == c'],
  ['b[3]', "b = b'abcdefgh'", 'b[3]'],
  ['b[2:5]', "b = b'abcdefgh'", 'b[2:5]'],
  ['b + b', "b = b'abcdefgh'", 'b + b'],
  ['b.find(c)', "b = b'abcdefgh' * 8; c = b'gha'", 'b.find(c)'],
  ["b.split(b',')", "b = b'a,b,c,d'", "b.split(b',')"],
  ['b.decode()', "b = b'abcdefgh'", 'b.decode()'],
  ['for x in b', "b = b'abcdefgh' * 8", 'for x in b: pass'],
  ['len(b)', "b = b'abcdefgh'", 'len(b)'],
  ['97 in b', "b = b'bcdefgha'", '97 in b'],
  ["b''.join(list)", "b = [b'ab'] * 20", "b''.join(b)"],
  ["literal b'abc'", 'pass', "b'abc'"],
  ['hash(b)', "b = b'abcdefgh'", 'hash(b)'],
  ['ba.append(1)', 'ba = bytearray()', 'ba.append(1)'],
  ['ba[3]', "ba = bytearray(b'abcdefgh')", 'ba[3]'],
  ['ba[3] = 1', "ba = bytearray(b'abcdefgh')", 'ba[3] = 1'],
  ['ba[2:5]', "ba = bytearray(b'abcdefgh')", 'ba[2:5]'],
  ['memoryview(ba)[3]', "m = memoryview(bytearray(b'abcdefgh'))", 'm[3]'],
  ['struct.unpack', "import struct; b = b'abcdefgh'", "struct.unpack('<HHI', b)"],
];
const ROUNDS = 5;

function programOf([, prepare, line]) {
  const body = Array.from({ length: 10 }, () => `        ${line}`).join('\n');
  return `${prepare}\ndef run(n):\n    for _ in range(n):\n${body}\n`;
}

if (process.argv[2] === 'side') {
  const [, , , host, adapter] = process.argv;
  const run = HOSTS[host](adapter === 'with', LP64);
  for (const name of ['log', 'warn', 'error', 'debug', 'info']) console[name] = () => undefined;
  const times = ROWS.map((row) => {
    // The host's clock counts milliseconds, so increase the number of turns until a round takes several.
    const printed = run(`${programOf(row)}
import time
n = 20
best = 0
while best < 0.03:
    n = n * 2
    start = time.time()
    run(n)
    best = time.time() - start
for _ in range(${ROUNDS}):
    start = time.time()
    run(n)
    best = min(best, time.time() - start)
print(best / n)
`);
    const least = Number(printed.trim());
    return Number.isFinite(least) ? least : null;
  });
  process.stdout.write(JSON.stringify(times), () => process.exit(0));
} else {
  const side = (host, adapter) =>
    JSON.parse(
      spawnSync('node', ['--import', 'tsx', fileURLToPath(import.meta.url), 'side', host, adapter], {
        encoding: 'utf8',
      }).stdout,
    );
  for (const host of process.argv[2] === undefined ? ['brython', 'skulpt'] : [process.argv[2]]) {
    const least = { with: [], without: [] };
    for (let round = 0; round < 2; round++)
      for (const adapter of ['without', 'with'])
        side(host, adapter).forEach((time, i) => {
          least[adapter][i] = Math.min(least[adapter][i] ?? Infinity, time ?? Infinity);
        });
    console.log(`${host}: µs alone, µs with the adapter, alone / with`);
    ROWS.forEach(([name], i) => {
      const [alone, withIt] = [least.without[i] * 1e5, least.with[i] * 1e5];
      console.log(
        `${name.padEnd(20)} ${alone.toFixed(2).padStart(8)} ${withIt.toFixed(2).padStart(8)} ${(alone / withIt).toFixed(2).padStart(7)}`,
      );
    });
  }
}
