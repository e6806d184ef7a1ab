// Rows of searches: for a byte, for a needle, at the start and at the end.
import { text } from '../data.js';
import { ALL, BULK, onText } from '../row.js';
import type { Group, Row } from '../row.js';

const KIB = 1024;
const MIB = 1024 * KIB;

/** The obvious search. */
function rawFind(u: Uint8Array, needle: Uint8Array): number {
  const last = u.length - needle.length;
  const first = needle[0]!;
  for (let i = u.indexOf(first); i >= 0 && i <= last; i = u.indexOf(first, i + 1)) {
    let k = 1;
    while (k < needle.length && u[i + k] === needle[k]) k++;
    if (k === needle.length) return i;
  }
  return -1;
}

function rawCount(u: Uint8Array, byte: number): number {
  let count = 0;
  for (let i = 0; i < u.length; i++) if (u[i] === byte) count++;
  return count;
}

/** A search for a needle by one method. */
function needleRow(
  name: string,
  method: 'find' | 'rfind' | 'count' | 'startswith' | 'endswith' | 'index',
  needle: string,
  sizes: readonly number[],
  before = '',
  after = '',
): Row {
  const bytes = Buffer.from(needle);
  const data = (n: number): Uint8Array => {
    const u = text(n);
    u.set(Buffer.from(before));
    if (after !== '') u.set(Buffer.from(after), n - after.length);
    return u;
  };
  return {
    name,
    kind: 'bulk',
    sizes,
    python: (n) => ({
      setup: `b = b'${before}' + text(${n})[${before.length}:${n - after.length}] + b'${after}'\nx = b'${needle}'`,
      run: `b.${method}(x)`,
    }),
    ours: ({ Bytes }, n) => {
      // The compiler cannot resolve the overloads of six methods at once.
      const b = new Bytes(data(n)) as Record<typeof method, (sub: unknown) => unknown>;
      const x = new Bytes(bytes);
      return () => b[method](x);
    },
    ...(method === 'find'
      ? {
          raw: (n: number) => {
            const u = data(n);
            return () => rawFind(u, bytes);
          },
        }
      : {}),
    ...(method === 'find' || method === 'rfind'
      ? {
          buffer: (n: number) => {
            const u = Buffer.from(data(n));
            return method === 'find' ? () => u.indexOf(bytes) : () => u.lastIndexOf(bytes);
          },
        }
      : {}),
  };
}

/** A search among equal bytes for a needle that makes naive searches slow. */
function pathologicalRow(
  name: string,
  method: 'find' | 'rfind' | 'count',
  needle: (k: number) => string,
): Row {
  const k = 1024;
  const python = needle(k).replace(/a{2,}/g, (run) => `' + b'a' * ${run.length} + b'`);
  return {
    name,
    kind: 'bulk',
    sizes: [64 * KIB, MIB],
    python: (n) => ({ setup: `b = b'a' * ${n}\nx = b'${python}'`, run: `b.${method}(x)` }),
    ours: ({ Bytes }, n) => {
      const b = new Bytes(new Uint8Array(n).fill(97));
      const x = new Bytes(Buffer.from(needle(k)));
      return () => b[method](x);
    },
  };
}

const a = (k: number): string => 'a'.repeat(k);

export const search: Group = {
  name: 'search',
  rows: [
    {
      name: 'find byte, absent',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => onText(n, 'b.find(126)'),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(text(n));
        return () => b.find(126);
      },
      raw: (n) => {
        const u = text(n);
        return () => u.indexOf(126);
      },
      buffer: (n) => {
        const u = Buffer.from(text(n));
        return () => u.indexOf(126);
      },
    },
    {
      name: 'rfind byte, absent',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => onText(n, 'b.rfind(126)'),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(text(n));
        return () => b.rfind(126);
      },
      raw: (n) => {
        const u = text(n);
        return () => u.lastIndexOf(126);
      },
      buffer: (n) => {
        const u = Buffer.from(text(n));
        return () => u.lastIndexOf(126);
      },
    },
    {
      name: 'byte in b, absent',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => onText(n, '126 in b'),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(text(n));
        return () => b.includes(126);
      },
      raw: (n) => {
        const u = text(n);
        return () => u.includes(126);
      },
      buffer: (n) => {
        const u = Buffer.from(text(n));
        return () => u.includes(126);
      },
    },
    ...[
      { name: 'count byte, absent', byte: 126 },
      { name: 'count byte, 8 %', byte: 101 },
    ].map(({ name, byte }): Row => ({
      name,
      kind: 'bulk',
      sizes: ALL,
      python: (n) => onText(n, `b.count(${byte})`),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(text(n));
        return () => b.count(byte);
      },
      raw: (n) => {
        const u = text(n);
        return () => rawCount(u, byte);
      },
    })),
    needleRow('find 2 B, absent', 'find', '~!', BULK),
    needleRow('find 2 common B, absent', 'find', 'et', BULK),
    needleRow('find 4 B, absent', 'find', 'then'.replace('n', 'q'), BULK),
    needleRow('find 8 B, absent', 'find', 'over the'.replace('v', 'q'), ALL),
    needleRow('find 32 B, absent', 'find', 'jumps over the lazy cat and then', BULK),
    needleRow('find 8 B at the end', 'find', 'over tha', BULK, '', 'over tha'),
    needleRow('rfind 8 B, absent', 'rfind', 'over tha', BULK),
    needleRow('rfind 8 B at the start', 'rfind', 'over tha', BULK, 'over tha'),
    needleRow('count 2 B', 'count', 'th', ALL),
    needleRow('count 4 B', 'count', 'the ', BULK),
    needleRow('index 4 B, near', 'index', 'fox ', [64 * KIB]),
    needleRow('startswith', 'startswith', 'the quick', [64 * KIB]),
    needleRow('endswith', 'endswith', 'lazy dog', [64 * KIB]),
    pathologicalRow('find a^k b in a^n', 'find', (k) => `${a(k)}b`),
    pathologicalRow('find b a^k in a^n', 'find', (k) => `b${a(k)}`),
    pathologicalRow('find a^k b a^k in a^n', 'find', (k) => `${a(k)}b${a(k)}`),
    pathologicalRow('rfind b a^k in a^n', 'rfind', (k) => `b${a(k)}`),
    pathologicalRow('count a^k in a^n', 'count', (k) => a(k)),
  ],
};
