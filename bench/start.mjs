/**
 * `npm run bench:start`: the CPU time of importing the library, of the first call, and of compiling the
 * kernels, beside packages for the same work. Measures the packed tarball; expects a build in dist/ and `npm
 * ci --prefix matrix`. Every program runs in a separate process; rounds are interleaved, and the table shows
 * the least time of each beyond an empty program.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pack, unpack } from '../scripts/packed.mjs';

const ROUNDS = Number(process.argv[2] ?? 15);
const MODULES = resolve(import.meta.dirname, '../matrix/node_modules');

/** Imports, and the first call after them; `budget` is in ms beyond an empty program. */
const PROGRAMS = [
  { name: 'an empty program', source: '', call: '' },
  {
    name: 'pybuffer',
    source: `import { Bytes } from 'pybuffer';`,
    call: `new Bytes([1, 2, 3]).hex()`,
    budget: 35,
  },
  {
    name: 'pybuffer/core',
    source: `import { Bytes } from 'pybuffer/core';`,
    call: `new Bytes([1, 2, 3]).hex()`,
  },
  {
    name: 'pybuffer/struct',
    source: `import { pack } from 'pybuffer/struct';`,
    call: `pack('<IHd', 7, 2, 0.5)`,
    budget: 18,
  },
  {
    name: 'pybuffer/struct-uint8array',
    source: `import { pack } from 'pybuffer/struct-uint8array';`,
    call: `pack('<IHd', 7, 2, 0.5)`,
  },
  {
    name: 'python-struct',
    source: `import struct from 'python-struct';`,
    call: `struct.pack('<IHd', [7, 2, 0.5])`,
  },
  {
    name: 'iobuffer',
    source: `import { IOBuffer } from 'iobuffer';`,
    call: `new IOBuffer().writeUint32(7).writeUint16(2).writeFloat64(0.5).toArray()`,
  },
  {
    name: 'buffer',
    source: `import { Buffer } from 'buffer/index.js';`,
    call: `Buffer.alloc(14).writeUInt32LE(7, 0)`,
  },
  {
    name: 'uint8arrays',
    source: `import { fromString } from 'uint8arrays';`,
    call: `fromString('010203', 'base16')`,
  },
];

/** Sizes of the work, in bytes, with and without the kernels, to find from where they pay off. */
const WORK = [2 ** 15, 2 ** 16, 2 ** 17, 2 ** 19, 2 ** 21];
const work = (bytes, kernels) => `
  import { Bytes } from 'pybuffer/core';
  import 'pybuffer/methods';
  ${kernels ? `import { compileKernels } from 'pybuffer/kernels';` : ''}
  const b = new Bytes(1024);
  const before = process.cpuUsage();
  ${kernels ? 'compileKernels();' : ''}
  for (let i = 0; i < ${bytes / 1024}; i++) b.upper();
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({ call: (user + system) / 1000 }));`;

const measured = ({ source, call }) => `${source}
  const { user, system } = process.cpuUsage();
  const before = process.cpuUsage();
  ${call};
  const after = process.cpuUsage(before);
  console.log(JSON.stringify({ all: (user + system) / 1000, call: (after.user + after.system) / 1000 }));`;

const folder = mkdtempSync(join(tmpdir(), 'pybuffer-start-'));
try {
  unpack(pack(folder).tarball, folder);
  for (const name of [
    'python-struct',
    'iobuffer',
    'buffer',
    'uint8arrays',
    'multiformats',
    'base64-js',
    'ieee754',
    'long',
  ]) {
    if (existsSync(join(MODULES, name))) {
      cpSync(join(MODULES, name), join(folder, 'node_modules', name), { recursive: true, dereference: true });
    }
  }
  const files = new Map();
  const add = (name, text) => {
    const file = join(folder, `${files.size}.mjs`);
    writeFileSync(file, text);
    files.set(name, { file, all: Infinity, call: Infinity });
  };
  for (const program of PROGRAMS) add(program.name, measured(program));
  for (const bytes of WORK) {
    for (const kernels of [false, true]) add(`${bytes} ${kernels}`, work(bytes, kernels));
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const least of files.values()) {
      if (least.failed) continue;
      try {
        const { all, call } = JSON.parse(
          execFileSync(process.execPath, [least.file], { cwd: folder, stdio: 'pipe' }),
        );
        least.all = Math.min(least.all, all ?? Infinity);
        least.call = Math.min(least.call, call);
      } catch {
        least.failed = true;
      }
    }
  }
  const empty = files.get(PROGRAMS[0].name).all;
  const beside = files.get('python-struct');
  console.log(`CPU, ms, least of ${ROUNDS}; an empty program takes ${empty.toFixed(1)}`);
  console.log(`${''.padEnd(28)}import  of python-struct  first call  budget`);
  for (const { name, budget } of PROGRAMS.slice(1)) {
    const { all, call, failed } = files.get(name);
    if (failed) {
      console.log(`${name.padEnd(28)}not installed, or failed: npm ci --prefix matrix`);
      continue;
    }
    const ratio = beside.failed ? '' : ((all - empty) / (beside.all - empty)).toFixed(2);
    console.log(
      name.padEnd(28) +
        (all - empty).toFixed(1).padStart(6) +
        ratio.padStart(18) +
        call.toFixed(2).padStart(12) +
        String(budget ?? '').padStart(8),
    );
  }
  console.log(`\nupper() of 1 KiB, again and again${''.padEnd(11)}plain  kernels compiled at once`);
  for (const bytes of WORK) {
    const [plain, kernels] = [false, true].map((on) => files.get(`${bytes} ${on}`).call.toFixed(1));
    console.log(`${`${bytes / 1024} KiB in all`.padEnd(38)}${plain.padStart(11)}${kernels.padStart(9)}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
