// Rows of loops that read or write one item at a time. Their times are per item.
import { halves, mixed, text } from '../data.js';
import { MIDDLE } from '../row.js';
import type { Group, Program } from '../row.js';

const each = (n: number): number => n;

/** A Python loop as an expression. */
function loop(setup: string, body: string): Program {
  return {
    setup: `${setup}\ndef loop():\n    s = 0\n${body.replace(/^/gm, '    ')}\n    return s`,
    run: 'loop()',
  };
}
const SUM = (subject: string): string => `for i in range(len(${subject})):\n    s += ${subject}[i]`;
const ITERATE = (subject: string): string => `for x in ${subject}:\n    s += x`;
const STORE = (subject: string): string => `for i in range(len(${subject})):\n    ${subject}[i] = i & 127`;

function rawSum(n: number): () => number {
  const u = mixed(n);
  return () => {
    let s = 0;
    for (let i = 0, end = u.length; i < end; i++) s += u[i]!;
    return s;
  };
}

function rawStore(n: number): () => number {
  const u = mixed(n);
  return () => {
    for (let i = 0, end = u.length; i < end; i++) u[i] = i & 127;
    return 0;
  };
}

function rawIterate(n: number): () => number {
  const u = mixed(n);
  return () => {
    let s = 0;
    for (const x of u) s += x;
    return s;
  };
}

export const items: Group = {
  name: 'items',
  rows: [
    {
      name: 'b[i] loop',
      kind: 'item',
      sizes: MIDDLE,
      per: each,
      python: (n) => loop(`b = mixed(${n})`, SUM('b')),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(mixed(n));
        return () => {
          let s = 0;
          for (let i = 0, end = b.length; i < end; i++) s += b.get(i);
          return s;
        };
      },
      raw: rawSum,
    },
    {
      name: 'ba[i] loop',
      kind: 'item',
      sizes: MIDDLE,
      per: each,
      python: (n) => loop(`b = bytearray(mixed(${n}))`, SUM('b')),
      ours: ({ ByteArray }, n) => {
        const b = new ByteArray(mixed(n));
        return () => {
          let s = 0;
          for (let i = 0, end = b.length; i < end; i++) s += b.get(i);
          return s;
        };
      },
      raw: rawSum,
    },
    {
      name: 'ba[i] = v loop',
      kind: 'item',
      sizes: MIDDLE,
      per: each,
      python: (n) => loop(`b = bytearray(mixed(${n}))`, STORE('b')),
      ours: ({ ByteArray }, n) => {
        const b = new ByteArray(mixed(n));
        return () => {
          for (let i = 0, end = b.length; i < end; i++) b.set(i, i & 127);
          return 0;
        };
      },
      raw: rawStore,
    },
    {
      name: 'mv[i] loop',
      kind: 'item',
      sizes: MIDDLE,
      per: each,
      python: (n) => loop(`b = memoryview(mixed(${n}))`, SUM('b')),
      ours: ({ Bytes, MemoryView }, n) => {
        const m = new MemoryView(new Bytes(mixed(n)));
        return () => {
          let s = 0;
          for (let i = 0, end = m.length; i < end; i++) s += m.get(i) as number;
          return s;
        };
      },
      raw: rawSum,
    },
    {
      name: 'mv[i] = v loop',
      kind: 'item',
      sizes: MIDDLE,
      per: each,
      python: (n) => loop(`b = memoryview(bytearray(mixed(${n})))`, STORE('b')),
      ours: ({ ByteArray, MemoryView }, n) => {
        const m = new MemoryView(new ByteArray(mixed(n)));
        return () => {
          for (let i = 0, end = m.length; i < end; i++) m.set(i, i & 127);
          return 0;
        };
      },
      raw: rawStore,
    },
    {
      name: "mv('H')[i] loop",
      kind: 'item',
      sizes: MIDDLE,
      per: (n) => n / 2,
      python: (n) => loop(`b = memoryview(mixed(${n})).cast('H')`, SUM('b')),
      ours: ({ Bytes, MemoryView }, n) => {
        const m = new MemoryView(new Bytes(mixed(n))).cast('H');
        return () => {
          let s = 0;
          for (let i = 0, end = m.length; i < end; i++) s += m.get(i) as number;
          return s;
        };
      },
      raw: (n) => {
        const u = new Uint16Array(mixed(n).buffer);
        return () => {
          let s = 0;
          for (let i = 0, end = u.length; i < end; i++) s += u[i]!;
          return s;
        };
      },
    },
    {
      name: "mv('d')[i] loop",
      kind: 'item',
      sizes: MIDDLE,
      per: (n) => n / 8,
      python: (n) => loop(`b = memoryview(halves(${n / 8}))`, SUM('b')),
      ours: ({ Bytes, MemoryView }, n) => {
        const m = new MemoryView(new Bytes(new Uint8Array(halves(n / 8).buffer))).cast('d');
        return () => {
          let s = 0;
          for (let i = 0, end = m.length; i < end; i++) s += m.get(i) as number;
          return s;
        };
      },
      raw: (n) => {
        const u = halves(n / 8);
        return () => {
          let s = 0;
          for (let i = 0, end = u.length; i < end; i++) s += u[i]!;
          return s;
        };
      },
    },
    {
      name: "mv('d') 2-D m[i, j] loop",
      kind: 'item',
      sizes: [64 * 1024],
      per: (n) => n / 8,
      python: (n) =>
        loop(
          `m = memoryview(halves(${n / 8})).cast('B').cast('d', (64, ${n / 512}))`,
          `for i in range(64):\n    for j in range(${n / 512}):\n        s += m[i, j]`,
        ),
      ours: ({ Bytes, MemoryView }, n) => {
        const columns = n / 512;
        const m = new MemoryView(new Bytes(new Uint8Array(halves(n / 8).buffer))).cast('d', [64, columns]);
        return () => {
          let s = 0;
          for (let i = 0; i < 64; i++) for (let j = 0; j < columns; j++) s += m.get(i, j) as number;
          return s;
        };
      },
      raw: (n) => {
        const columns = n / 512;
        const u = halves(n / 8);
        return () => {
          let s = 0;
          for (let i = 0; i < 64; i++) for (let j = 0; j < columns; j++) s += u[i * columns + j]!;
          return s;
        };
      },
    },
    {
      name: 'for x in b',
      kind: 'item',
      sizes: MIDDLE,
      per: each,
      python: (n) => loop(`b = mixed(${n})`, ITERATE('b')),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(mixed(n));
        return () => {
          let s = 0;
          for (const x of b) s += x;
          return s;
        };
      },
      raw: rawIterate,
    },
    {
      name: 'for x in ba',
      kind: 'item',
      sizes: MIDDLE,
      per: each,
      python: (n) => loop(`b = bytearray(mixed(${n}))`, ITERATE('b')),
      ours: ({ ByteArray }, n) => {
        const b = new ByteArray(mixed(n));
        return () => {
          let s = 0;
          for (const x of b) s += x;
          return s;
        };
      },
      raw: rawIterate,
    },
    {
      name: 'for x in mv',
      kind: 'item',
      sizes: MIDDLE,
      per: each,
      python: (n) => loop(`b = memoryview(mixed(${n}))`, ITERATE('b')),
      ours: ({ Bytes, MemoryView }, n) => {
        const m = new MemoryView(new Bytes(mixed(n)));
        return () => {
          let s = 0;
          for (const x of m) s += x as number;
          return s;
        };
      },
      raw: rawIterate,
    },
    {
      name: 'list(b)',
      kind: 'bulk',
      sizes: [16, 1024, 64 * 1024],
      python: (n) => ({ setup: `b = text(${n})`, run: 'list(b)' }),
      ours: ({ Bytes, runtime }, n) => {
        const b = new Bytes(text(n));
        const { list } = runtime.builtins;
        return () => list(b);
      },
      raw: (n) => {
        const u = text(n);
        return () => Array.from(u);
      },
      buffer: (n) => {
        const u = Buffer.from(text(n));
        return () => [...u];
      },
    },
  ],
};
