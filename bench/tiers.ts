/**
 * `npm run bench:tiers`: measures each algorithm on each tier at many sizes, and reports from which size the
 * kernels win, copying included. The thresholds in src/algorithms come from here.
 */
import { LOWER, UPPER } from '../src/accelerate/limits.js';
import { compileKernels } from '../src/accelerate/load.js';
import type { Kernels } from '../src/accelerate/load.js';
import '../src/accelerate/register-simd.js';
import * as change from '../src/accelerate/simd-change.js';
import * as examine from '../src/accelerate/simd-examine.js';
import * as hash from '../src/accelerate/simd-hash.js';
import * as search from '../src/accelerate/simd-search.js';
import * as split from '../src/accelerate/simd-split.js';
import * as texts from '../src/accelerate/simd-text.js';
import { setTiers } from '../src/accelerate/tiers.js';
import * as algorithms from '../src/algorithms/index.js';
import { MEMORY, START, Offsets, allocate } from '../src/memory/index.js';
import { mixed, text } from './data.js';
import { Measurer } from './measure.js';
import { timeName } from './report.js';
import type { Task } from './row.js';

const SIZES = [8, 16, 32, 64, 128, 256, 512, 1024, 4096, 65536];
const found = compileKernels();
if (found === null) throw new Error('no kernels here');
const k: Kernels = found;

/** One algorithm, without kernels (plain or native, as it chooses), and by its kernel. */
interface Entry {
  name: string;
  algorithm: (m: Uint8Array, n: number) => Task;
  kernel: (m: Uint8Array, n: number) => Task;
  data?: (n: number) => Uint8Array;
}

const bytes = (s: string): Uint8Array => new TextEncoder().encode(s);
const needle8 = bytes('oqer the');
const common2 = bytes('et');
const vowels = bytes('aeiou');
const table = mixed(256);

const entries: Entry[] = [
  {
    name: 'countByte',
    algorithm: (m, n) => () => algorithms.countByte(m, 0, n, 101),
    kernel: (m, n) => () => search.countByte(k, m, 0, n, 101),
  },
  {
    name: 'find 8 B, absent',
    algorithm: (m, n) => () => algorithms.find(m, 0, n, needle8, 0, 8),
    kernel: (m, n) => () => search.find(k, m, 0, n, needle8, 0, 8),
  },
  {
    name: 'find 2 common B, absent',
    algorithm: (m, n) => () => algorithms.find(m, 0, n, common2, 0, 2),
    kernel: (m, n) => () => search.find(k, m, 0, n, common2, 0, 2),
  },
  {
    name: 'rfind 8 B, absent',
    algorithm: (m, n) => () => algorithms.rfind(m, 0, n, needle8, 0, 8),
    kernel: (m, n) => () => search.rfind(k, m, 0, n, needle8, 0, 8),
  },
  {
    name: 'count 2 B',
    algorithm: (m, n) => () => algorithms.count(m, 0, n, bytesTh, 0, 2),
    kernel: (m, n) => () => search.count(k, m, 0, n, bytesTh, 0, 2, Infinity),
  },
  {
    name: 'split on a byte',
    algorithm: (m, n) => () => algorithms.split(m, 0, n, common2, 0, 1, -1),
    kernel: (m, n) => () => {
      const places = new Offsets();
      split.positions(k, m, 0, n, 101, 101, places);
      return places.toArray();
    },
  },
  {
    name: 'split on whitespace',
    algorithm: (m, n) => () => algorithms.splitWhitespace(m, 0, n, -1),
    kernel: (m, n) => () => {
      const places = new Offsets();
      split.words(k, m, 0, n, places);
      return places.toArray();
    },
  },
  ...(['upper', 'swapcase', 'title'] as const).map((name): Entry => ({
    name,
    algorithm: (m, n) => {
      const target = new Uint8Array(n);
      return () => algorithms[name](m, 0, n, target, 0);
    },
    kernel: (m, n) => {
      const target = new Uint8Array(n);
      return () => change[name](k, m, 0, n, target, 0);
    },
  })),
  {
    name: 'translate',
    algorithm: (m, n) => () => algorithms.translate(m, 0, n, table, 0),
    kernel: (m, n) => () => {
      const result = allocate(n);
      change.translate(k, m, 0, n, table, 0, result[MEMORY], 0);
      return result;
    },
  },
  {
    name: 'translate without a set',
    algorithm: (m, n) => () => algorithms.translateDelete(m, 0, n, null, 0, vowels, 0, 5),
    kernel: (m, n) => () => {
      const result = allocate(n);
      change.squeeze(k, m, 0, n, null, 0, vowels, 0, 5, result[MEMORY], 0);
      return result;
    },
  },
  {
    name: 'expandtabs',
    data: (n) => text(n).map((byte) => (byte === 32 ? 9 : byte)),
    algorithm: (m, n) => () => algorithms.expandtabs(m, 0, n, 8),
    kernel: (m, n) => () => {
      const length = change.expandedLength(k, m, 0, n, 8);
      const result = allocate(length);
      change.expandtabs(k, m, 0, n, 8, result[MEMORY], result[START], result[START] + length);
      return result;
    },
  },
  {
    name: 'istitle',
    data: (n) => {
      const m = text(n);
      algorithms.title(m, 0, n, m, 0);
      return m;
    },
    algorithm: (m, n) => () => algorithms.istitle(m, 0, n),
    kernel: (m, n) => () => examine.isTitle(k, m, 0, n),
  },
  {
    name: 'reverse',
    algorithm: (m, n) => () => algorithms.copyStrided(m, n - 1, -1, n),
    kernel: (m, n) => () => {
      const result = allocate(n);
      change.reverse(k, m, 0, n, result[MEMORY], 0);
      return result;
    },
  },
  {
    name: 'isascii',
    algorithm: (m, n) => () => algorithms.isascii(m, 0, n),
    kernel: (m, n) => () => examine.isAscii(k, m, 0, n),
  },
  {
    name: 'isalpha',
    data: (n) => new Uint8Array(n).fill(120),
    algorithm: (m, n) => () => algorithms.isalpha(m, 0, n),
    kernel: (m, n) => () => examine.every(k, m, 0, n, LOWER | UPPER),
  },
  {
    name: 'islower',
    algorithm: (m, n) => () => algorithms.islower(m, 0, n),
    kernel: (m, n) => () => examine.someWithout(k, m, 0, n, LOWER, UPPER),
  },
  {
    name: 'hash',
    algorithm: (m, n) => () => algorithms.siphash13(m, 0, n),
    kernel: (m, n) => () => hash.siphash(k, m, 0, n),
  },
  {
    name: 'hex',
    algorithm: (m, n) => () => algorithms.hex(m, 0, n, -1, 0),
    kernel: (m, n) => () => texts.hex(k, m, 0, n),
  },
  {
    name: "hex(':')",
    algorithm: (m, n) => () => algorithms.hex(m, 0, n, 58, 1),
    kernel: (m, n) => () => texts.hexGroups(k, m, 0, n, 58, 1, 1),
  },
  {
    name: 'fromhex',
    algorithm: (m, n) => {
      const digits = Buffer.from(m).toString('hex');
      return () => algorithms.fromHexText(digits.slice(0, 2 * n));
    },
    kernel: (m, n) => {
      const digits = Buffer.from(m).toString('hex');
      return () => {
        const result = allocate(n);
        texts.fromHex(k, digits.slice(0, 2 * n), result[MEMORY], 0);
        return result;
      };
    },
  },
  {
    name: 'repr of text',
    algorithm: (m, n) => () => algorithms.repr(m, 0, n),
    kernel: (m, n) => () => texts.repr(k, m, 0, n, 39),
  },
  {
    name: 'repr of all values',
    data: mixed,
    algorithm: (m, n) => () => algorithms.repr(m, 0, n),
    kernel: (m, n) => () => texts.repr(k, m, 0, n, 39),
  },
];
const bytesTh = bytes('th');

const wanted = process.argv.slice(2);
for (const { name, algorithm, kernel, data } of entries) {
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
  const lines: string[][] = [];
  let from: number | null = null;
  for (const n of SIZES) {
    const m = (data ?? text)(n);
    const contenders: [string, Task, { natives: boolean; wasm: boolean }][] = [
      ['plain', algorithm(m, n), { natives: false, wasm: false }],
      ['native', algorithm(m, n), { natives: true, wasm: false }],
      ['wasm', kernel(m, n), { natives: true, wasm: true }],
      ['chosen', algorithm(m, n), { natives: true, wasm: true }],
    ];
    const measurers = contenders.map(([, task]) => new Measurer(task));
    const samples = contenders.map((): number[] => []);
    for (let round = 0; round < 5; round++) {
      measurers.forEach((measurer, i) => {
        const before = setTiers(contenders[i]![2]);
        samples[i]!.push(measurer.measure(0.01));
        setTiers(before);
      });
    }
    const times = samples.map((values) => values.sort((a, b) => a - b)[2]!);
    lines.push([String(n), ...times.map(timeName)]);
    const others = Math.min(times[0]!, times[1]!);
    if (times[2]! < others) from ??= n;
    else from = null;
  }
  console.log(`\n${name}: kernel ${from === null ? 'never wins to the end' : `wins from ${from} on`}`);
  console.log(['size', 'plain', 'native', 'wasm', 'chosen'].map((cell) => cell.padStart(10)).join(''));
  for (const line of lines) console.log(line.map((cell) => cell.padStart(10)).join(''));
}
