/**
 * `npm run bench:growth`: measures operations at 2^10 ... 2^26 bytes and fits the exponent of their growth: 0
 * is constant, 1 linear, 2 quadratic. Exits with an error if one is larger than expected.
 *
 * --quick   up to 2^20 only
 */
import { bundleOf } from './bundle.js';
import { mixed, text } from './data.js';
import { copy, pieces } from './least.js';
import { timeName } from './report.js';
import type { Api, Task } from './row.js';

interface Growth {
  name: string;
  /** The expected exponent. */
  exponent: 0 | 1;
  /** The largest power of two, if 26 takes too much memory or time. */
  to?: number;
  /** The smallest power of two, if smaller sizes use another algorithm. */
  from?: number;
  make: (api: Api, n: number) => Task;
  /**
   * The least work that the machine or the engine must do for it, if that work does not grow smoothly: growth
   * is measured relative to it.
   */
  limit?: (n: number) => Task;
}

const a = (n: number): Uint8Array => new Uint8Array(n).fill(97);
const of = (s: string): Uint8Array => Buffer.from(s);

/** A needle in a haystack of equal bytes, both growing, which only a linear search does in linear time. */
function pathological(
  name: string,
  method: 'find' | 'rfind' | 'count',
  needle: (k: number) => Uint8Array,
  haystack: (n: number) => Uint8Array = a,
): Growth {
  return {
    name,
    exponent: 1,
    from: 18,
    to: 24,
    make: ({ Bytes }, n) => {
      const b = new Bytes(haystack(n));
      const x = new Bytes(needle(n >> 5));
      return () => b[method](x);
    },
  };
}

const rows: Growth[] = [
  {
    name: 'b[1:-1]',
    exponent: 0,
    make: ({ Bytes }, n) => {
      const b = new Bytes(text(n));
      return () => b.slice(1, -1);
    },
  },
  {
    name: 'mv[1:-1]',
    exponent: 0,
    make: ({ Bytes, MemoryView }, n) => {
      const m = new MemoryView(new Bytes(n));
      return () => m.slice(1, -1);
    },
  },
  {
    name: 'strip()',
    exponent: 0,
    make: ({ Bytes }, n) => {
      const b = new Bytes(text(n));
      return () => b.strip();
    },
  },
  {
    name: 'find byte',
    exponent: 1,
    limit: (n) => copy(n),
    make: ({ Bytes }, n) => {
      const b = new Bytes(text(n));
      return () => b.find(126);
    },
  },
  {
    name: 'find 8 B',
    exponent: 1,
    make: ({ Bytes }, n) => {
      const b = new Bytes(text(n));
      const x = new Bytes(of('over tha'));
      return () => b.find(x);
    },
  },
  {
    name: 'count',
    exponent: 1,
    make: ({ Bytes }, n) => {
      const b = new Bytes(text(n));
      return () => b.count(101);
    },
  },
  {
    name: 'replace 1 by 3',
    exponent: 1,
    to: 24,
    make: ({ Bytes }, n) => {
      const b = new Bytes(text(n));
      const x = new Bytes(of('e'));
      const y = new Bytes(of('xyz'));
      return () => b.replace(x, y);
    },
  },
  {
    name: 'split, n/10 pieces',
    exponent: 1,
    limit: (n) => pieces(Math.ceil(n / 10)),
    to: 23,
    make: ({ Bytes }, n) => {
      const b = new Bytes(text(n));
      const x = new Bytes(of('e'));
      return () => b.split(x);
    },
  },
  {
    name: 'join, n/10 pieces',
    exponent: 1,
    to: 23,
    make: ({ Bytes }, n) => {
      const v = Array.from({ length: n / 10 }, () => new Bytes(text(10)));
      const x = new Bytes();
      return () => x.join(v);
    },
  },
  {
    name: 'upper',
    exponent: 1,
    make: ({ Bytes }, n) => {
      const b = new Bytes(text(n));
      return () => b.upper();
    },
  },
  {
    name: 'translate',
    exponent: 1,
    make: ({ Bytes }, n) => {
      const b = new Bytes(text(n));
      const t = new Bytes(mixed(256));
      return () => b.translate(t);
    },
  },
  {
    name: 'hex',
    exponent: 1,
    to: 24,
    make: ({ Bytes }, n) => {
      const b = new Bytes(text(n));
      return () => b.hex().length;
    },
  },
  {
    name: 'decode',
    exponent: 1,
    to: 24,
    make: ({ Bytes }, n) => {
      const b = new Bytes(text(n));
      return () => b.decode();
    },
  },
  {
    name: 'equals',
    exponent: 1,
    limit: (n) => copy(n),
    make: ({ Bytes }, n) => {
      const b = new Bytes(text(n));
      const c = new Bytes(text(n));
      return () => b.equals(c);
    },
  },
  {
    name: 'hash',
    exponent: 1,
    make: ({ Bytes, MemoryView }, n) => {
      const b = new Bytes(text(n));
      return () => new MemoryView(b).hash();
    },
  },
  {
    name: 'b[::3]',
    exponent: 1,
    make: ({ Bytes }, n) => {
      const b = new Bytes(text(n));
      return () => b.slice(null, null, 3);
    },
  },
  {
    name: 'append, each',
    exponent: 1,
    to: 24,
    make:
      ({ ByteArray }, n) =>
      () => {
        const x = new ByteArray();
        for (let i = 0; i < n; i++) x.append(7);
        return x;
      },
  },
  {
    name: 'FIFO of n bytes, one turn',
    exponent: 0,
    make: ({ ByteArray, Bytes, Slice }, n) => {
      const x = new ByteArray(n);
      const piece = new Bytes(64);
      const front = new Slice(null, 64);
      return () => {
        for (let i = 0; i < 1000; i++) {
          x.iadd(piece);
          x.delete(front);
        }
      };
    },
  },
  {
    name: 'drain by del [:16]',
    exponent: 1,
    to: 23,
    make: ({ ByteArray, Slice }, n) => {
      const front = new Slice(null, 16);
      return () => {
        const x = new ByteArray(n);
        while (x.length > 0) x.delete(front);
      };
    },
  },
  {
    name: 'slice assignment of n bytes',
    exponent: 1,
    limit: (n) => copy(n),
    make: ({ ByteArray, Bytes, Slice }, n) => {
      const x = new ByteArray(8);
      const v = new Bytes(n);
      const middle = new Slice(4, -4);
      return () => x.set(middle, v);
    },
  },
  {
    name: 'slice assignment of a list',
    exponent: 1,
    to: 23,
    make: ({ ByteArray, Slice }, n) => {
      const x = new ByteArray(8);
      const v = Array.from(a(n));
      const middle = new Slice(4, -4);
      return () => x.set(middle, v as never);
    },
  },
  pathological('find a^k b in a^n', 'find', (k) => Buffer.concat([a(k), of('b')])),
  pathological('find b a^k in a^n', 'find', (k) => Buffer.concat([of('b'), a(k)])),
  pathological('find a^k b a^k in a^n', 'find', (k) => Buffer.concat([a(k), of('b'), a(k)])),
  pathological(
    'find (ab)^k b in (ab)^n',
    'find',
    (k) => Buffer.concat([Buffer.alloc(k, 'ab'), of('b')]),
    (n) => Buffer.alloc(n, 'ab'),
  ),
  pathological(
    'rfind b (ab)^k in (ab)^n',
    'rfind',
    (k) => Buffer.concat([of('b'), Buffer.alloc(k, 'ba')]),
    (n) => Buffer.alloc(n, 'ab'),
  ),
  pathological(
    'count (ab)^k a a in (ab)^n',
    'count',
    (k) => Buffer.concat([Buffer.alloc(k, 'ab'), of('aa')]),
    (n) => Buffer.alloc(n, 'ab'),
  ),
  pathological('rfind b a^k in a^n', 'rfind', (k) => Buffer.concat([of('b'), a(k)])),
  pathological('count a^k in a^n', 'count', a),
];

/** The time of one call in ns, the least of a few batches. */
function time(task: Task): number {
  let best = Infinity;
  let spent = 0;
  let batch = 1;
  for (let runs = 0; (spent < 2e7 && runs < 2000) || runs < 3; runs++) {
    const start = performance.now();
    for (let i = 0; i < batch; i++) task();
    const took = (performance.now() - start) * 1e6;
    best = Math.min(best, took / batch);
    spent += took;
    if (spent > 4e9) break;
    // The clock is coarser than the shortest calls.
    if (took < 2e4) batch *= 2;
  }
  return best;
}

/**
 * The exponent: the median of the slopes between any two points, in logarithms. Where data outgrows a cache,
 * or results outgrow V8's young generation, the time jumps: that changes only a few slopes, but would tilt a
 * line of least squares. Growth that is too fast changes all of them.
 */
function fit(points: readonly (readonly [size: number, ns: number])[]): number {
  const slopes = points
    .flatMap(([n, a], i) => points.slice(i + 1).map(([m, b]) => Math.log2(b / a) / Math.log2(m / n)))
    .sort((a, b) => a - b);
  const middle = slopes.length >> 1;
  return slopes.length % 2 === 1 ? slopes[middle]! : (slopes[middle - 1]! + slopes[middle]!) / 2;
}

const api = (await import(await bundleOf(null))) as Api;
const quick = process.argv.includes('--quick');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
let worse = 0;
for (const row of rows) {
  if (wanted.length > 0 && !wanted.some((part) => row.name.includes(part))) continue;
  const { from = 10, to = 26, limit } = row;
  // Subtracts the time for a few bytes, once V8 has compiled the code: that part of a call does not grow.
  const growing = (make: (n: number) => Task, n: number, startUp: number): number =>
    Math.max(1, time(make(n)) - startUp);
  const ours = (n: number): Task => row.make(api, n);
  for (const make of [ours, limit ?? ours]) time(make(2 ** from));
  const startUp = row.exponent === 1 ? time(ours(2 ** 5)) : 0;
  const startUpOfLimit = limit === undefined ? 0 : time(limit(2 ** 5));
  const points: [n: number, ns: number][] = [];
  const fitted: [n: number, ns: number][] = [];
  for (let power = from; power <= Math.min(to, quick ? 20 : 26); power += power < 18 ? 2 : 1) {
    const n = 2 ** power;
    const ns = growing(ours, n, startUp);
    points.push([n, ns + startUp]);
    fitted.push([n, limit === undefined ? ns : (ns * n) / growing(limit, n, startUpOfLimit)]);
  }
  const exponent = fit(fitted);
  const bad = exponent > row.exponent + 0.25;
  if (bad) worse++;
  const times = points.map(([n, ns]) => `2^${Math.log2(n)} ${timeName(ns)}`).join(', ');
  console.log(`${bad ? '!' : ' '} ${row.name}: exponent ${exponent.toFixed(2)} (${row.exponent}): ${times}`);
}
console.log(worse === 0 ? 'all as they should be' : `${worse} grow faster than they should`);
if (worse > 0) process.exitCode = 1;
