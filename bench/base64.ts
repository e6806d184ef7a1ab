/**
 * `npm run bench:base64`: base64 of four sizes beside the limit of memory (only the copies into and out of
 * WebAssembly's memory, into a fresh result), the limit of the kernels (the same copies with only the kernel
 * between them), `Buffer`, the engine's own functions, npm's base64-js and, if `PYBUFFER_CPYTHON` names one,
 * CPython. Prints a row of the table in README.md for each. Contenders take turns, and the least time counts.
 */
import { execFileSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fromByteArray, toByteArray } from 'base64-js';
import { INPUT, OUTPUT, PIECE } from '../src/accelerate/layout.js';
import { compileKernels } from '../src/accelerate/load.js';
import '../src/accelerate/register-simd.js';
import { MEMORY, START, allocate } from '../src/memory/index.js';
import { bundleOf } from './bundle.js';
import { mixed } from './data.js';
import type { Api } from './row.js';

type Call = () => unknown;
interface Engine {
  toBase64?: (this: Uint8Array) => string;
  fromBase64?: (text: string) => Uint8Array;
}
const { toBase64 } = Uint8Array.prototype as Engine;
const { fromBase64 } = Uint8Array as Engine;
const SIZES = [
  [16, '16 B'],
  [1024, '1 KiB'],
  [65536, '64 KiB'],
  [2 ** 24, '16 MiB'],
] as const;
const { Bytes, base64 } = (await import(await bundleOf(null))) as Api;
const k = compileKernels()!;
{
  // Loads the tables of the alphabet into the kernels' memory.
  const text = new Uint8Array(64);
  k.glue.toBase64(k, new Uint8Array(48), 0, 48, text, 0, 0x2b, 0x2f);
  k.glue.fromBase64(k, text, 0, 64, new Uint8Array(48), 0, 0x2b, 0x2f);
}
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/**
 * Copies `from` to the kernels' memory, runs a kernel, and copies `size` bytes in all to a fresh result,
 * piece by piece.
 */
function copies(from: Uint8Array, size: number, run: (n: number) => void): Call {
  const { memory } = k;
  const pieces = Math.max(1, Math.ceil(from.length / PIECE));
  const share = Math.ceil(size / pieces);
  return () => {
    const target = allocate(size);
    let at = target[START];
    for (let i = 0; i < from.length; i += PIECE) {
      const part = i === 0 && from.length <= PIECE ? from : from.subarray(i, i + PIECE);
      memory.set(part, INPUT);
      run(part.length);
      const n = Math.min(share, size - (at - target[START]));
      target[MEMORY].set(memory.subarray(OUTPUT, OUTPUT + n), at);
      at += n;
    }
    return target;
  };
}

/** The least time of a call of each, in ns. */
function least(calls: Readonly<Record<string, Call>>, size: number): Record<string, number> {
  const count = Math.max(1, Math.ceil(200_000 / Math.max(size, 100)));
  const names = Object.keys(calls);
  const best: Record<string, number> = {};
  for (const name of names) {
    const call = calls[name]!;
    for (let i = 0; i < (size > 2 ** 20 ? 3 : 20_000_000 / (size + 1000)); i++) call();
    best[name] = Infinity;
  }
  for (let turn = 0; turn < (size > 2 ** 20 ? 12 : 60); turn++) {
    for (const name of names) {
      const call = calls[name]!;
      const start = performance.now();
      for (let i = 0; i < count; i++) call();
      best[name] = Math.min(best[name]!, ((performance.now() - start) / count) * 1e6);
    }
  }
  return best;
}

/** CPython's expression for each task. */
const CALLS: Readonly<Record<string, string>> = {
  'encode, bytes to bytes': 'b64encode(b)',
  'decode, bytes to bytes': 'b64decode(e)',
  'decode, text to bytes': 'b64decode(text)',
  'encode, lines of 76': 'encodebytes(b)',
  'decode, lines of 76': 'decodebytes(lines)',
};

/** CPython's least time, by `timeit`. */
function cpython(function_: string, size: number): number | null {
  const python = process.env['PYBUFFER_CPYTHON'];
  if (python === undefined) return null;
  const program = `
import base64, timeit
b = bytes((i * 2654435761 >> 13) & 255 for i in range(${Math.min(size, 65536)})) * ${Math.max(1, size >> 16)}
e = base64.b64encode(b)
lines = base64.encodebytes(b)
text = e.decode()
n = max(1, 200000 // max(${size}, 100))
print(min(timeit.repeat('base64.${function_}', globals=globals(), number=n, repeat=${size > 2 ** 20 ? 12 : 60})) / n * 1e9)`;
  return Number(execFileSync(python, ['-c', program], { encoding: 'utf8' }));
}

function written(nanoseconds: number | null | undefined): string {
  if (nanoseconds === null || nanoseconds === undefined) return '–';
  const [value, unit] =
    nanoseconds >= 1e6
      ? [nanoseconds / 1e6, 'ms']
      : nanoseconds >= 1000
        ? [nanoseconds / 1000, 'µs']
        : [nanoseconds, 'ns'];
  return `${value.toPrecision(value >= 100 ? 3 : 2)} ${unit}`;
}

console.log(`Node ${process.versions.node}`);
console.log('| | size | ours | memory | kernels | Buffer | engine | base64-js | CPython |');
console.log('|---|---|---:|---:|---:|---:|---:|---:|---:|');
for (const [size, name] of SIZES) {
  const raw = mixed(size);
  const host = Buffer.from(raw);
  const text = host.toString('base64');
  /** The digits as bytes, which the platform's functions first convert to a string. */
  const digits = Buffer.from(text, 'latin1');
  const bytes = new Bytes(raw);
  const encoded = new Bytes(text, 'ascii');
  const lines = base64.encodebytes(bytes);
  const lineText = Buffer.from(lines.toUint8Array());
  const groups = {
    'encode, bytes to bytes': {
      ours: () => base64.b64encode(bytes),
      memory: copies(raw, text.length, () => {}),
      kernels: copies(raw, text.length, (n) => k.run.toBase64(n - (n % 12))),
      buffer: () => latin1(host.toString('base64')),
      ...(toBase64 !== undefined && { engine: () => latin1(toBase64.call(raw)) }),
      npm: () => latin1(fromByteArray(raw)),
    },
    'decode, bytes to bytes': {
      ours: () => base64.b64decode(encoded),
      memory: copies(digits, size, () => {}),
      kernels: copies(digits, size, (n) => k.run.fromBase64(n)),
      buffer: () => Buffer.from(digits.toString('latin1'), 'base64'),
      ...(fromBase64 !== undefined && { engine: () => fromBase64(digits.toString('latin1')) }),
    },
    'decode, text to bytes': {
      ours: () => base64.b64decode(text),
      buffer: () => Buffer.from(text, 'base64'),
      ...(fromBase64 !== undefined && { engine: () => fromBase64(text) }),
      npm: () => toByteArray(text),
    },
    'encode, lines of 76': { ours: () => base64.encodebytes(bytes) },
    'decode, lines of 76': {
      ours: () => base64.decodebytes(lines),
      buffer: () => Buffer.from(lineText.toString('latin1'), 'base64'),
    },
  };
  for (const [task, calls] of Object.entries(groups)) {
    const best = least(calls, size);
    const python = cpython(CALLS[task]!, size);
    const cells = ['ours', 'memory', 'kernels', 'buffer', 'engine', 'npm'].map((contender) =>
      written(best[contender]),
    );
    console.log(`| ${task} | ${name} | ${cells.join(' | ')} | ${written(python)} |`);
  }
}
