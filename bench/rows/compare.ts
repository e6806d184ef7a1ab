// Rows of comparisons and hashes, and of conversions between the types.
import { mixed, text } from '../data.js';
import { ALL, BULK } from '../row.js';
import type { Group } from '../row.js';

const TWO = (n: number): string => `b = text(${n})\nc = bytes(bytearray(b))`;

export const compare: Group = {
  name: 'compare and hash',
  rows: [
    {
      name: 'b == c, equal',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => ({ setup: TWO(n), run: 'b == c' }),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(text(n));
        const c = new Bytes(text(n));
        return () => b.equals(c);
      },
      raw: (n) => {
        const b = text(n);
        const c = text(n);
        return () => {
          for (let i = 0; i < n; i++) if (b[i] !== c[i]) return false;
          return true;
        };
      },
      buffer: (n) => {
        const b = Buffer.from(text(n));
        const c = Buffer.from(text(n));
        return () => b.equals(c);
      },
    },
    {
      name: 'b == c, last byte differs',
      kind: 'bulk',
      sizes: BULK,
      python: (n) => ({ setup: `b = text(${n})\nc = b[:-1] + b'~'`, run: 'b == c' }),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(text(n));
        const u = text(n);
        u[n - 1] = 126;
        const c = new Bytes(u);
        return () => b.equals(c);
      },
      buffer: (n) => {
        const b = Buffer.from(text(n));
        const c = Buffer.from(text(n));
        c[n - 1] = 126;
        return () => b.equals(c);
      },
    },
    {
      name: 'b < c, equal',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => ({ setup: TWO(n), run: 'b < c' }),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(text(n));
        const c = new Bytes(text(n));
        return () => b.compare(c) < 0;
      },
      buffer: (n) => {
        const b = Buffer.from(text(n));
        const c = Buffer.from(text(n));
        return () => b.compare(c) < 0;
      },
    },
    {
      name: 'mv == mv2, B',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => ({ setup: `${TWO(n)}\nb = memoryview(b)\nc = memoryview(c)`, run: 'b == c' }),
      ours: ({ Bytes, MemoryView }, n) => {
        const b = new MemoryView(new Bytes(text(n)));
        const c = new MemoryView(new Bytes(text(n)));
        return () => b.equals(c);
      },
    },
    {
      name: 'mv == mv2, d',
      kind: 'bulk',
      sizes: BULK,
      python: (n) => ({
        setup: `b = memoryview(bytes(${n})).cast('d')\nc = memoryview(bytearray(${n})).cast('d')`,
        run: 'b == c',
      }),
      ours: ({ Bytes, ByteArray, MemoryView }, n) => {
        const b = new MemoryView(new Bytes(n)).cast('d');
        const c = new MemoryView(new ByteArray(n)).cast('d');
        return () => b.equals(c);
      },
    },
    {
      name: 'hash(memoryview(b))',
      kind: 'bulk',
      sizes: ALL,
      // A new view each time, because views cache their hashes. CPython's hash is seeded, so only its type is
      // compared.
      python: (n) => ({ setup: `b = mixed(${n})`, run: 'hash(memoryview(b)) != 0' }),
      ours: ({ Bytes, MemoryView }, n) => {
        const b = new Bytes(mixed(n));
        return () => new MemoryView(b).hash() !== 0n;
      },
    },
  ],
};

export const convert: Group = {
  name: 'convert',
  rows: [
    {
      name: "mv('d').tolist()",
      kind: 'bulk',
      sizes: [8192, 8_000_000],
      per: (n) => n / 8,
      python: (n) => ({ setup: `m = memoryview(bytes(${n})).cast('d')`, run: 'm.tolist()' }),
      ours: ({ Bytes, MemoryView }, n) => {
        const m = new MemoryView(new Bytes(n)).cast('d');
        return () => m.tolist();
      },
      raw: (n) => {
        const u = new Float64Array(n / 8);
        return () => Array.from(u);
      },
    },
    {
      name: "mv('q').tolist()",
      kind: 'bulk',
      sizes: [8192, 8_000_000],
      per: (n) => n / 8,
      python: (n) => ({ setup: `m = memoryview(bytes(${n})).cast('q')`, run: 'm.tolist()' }),
      ours: ({ Bytes, MemoryView }, n) => {
        const m = new MemoryView(new Bytes(n)).cast('q');
        return () => m.tolist();
      },
      raw: (n) => {
        const u = new BigInt64Array(n / 8);
        return () => Array.from(u);
      },
    },
    {
      name: "mv('B').tolist()",
      kind: 'bulk',
      sizes: [1024, 65536],
      per: (n) => n,
      python: (n) => ({ setup: `m = memoryview(text(${n}))`, run: 'm.tolist()' }),
      ours: ({ Bytes, MemoryView }, n) => {
        const m = new MemoryView(new Bytes(text(n)));
        return () => m.tolist();
      },
      raw: (n) => {
        const u = text(n);
        return () => Array.from(u);
      },
    },
    {
      name: "struct.iter_unpack('<IHd')",
      kind: 'bulk',
      sizes: [57_344],
      per: (n) => n / 14,
      python: (n) => ({
        setup: `import struct\nb = bytes(${n})\ndef loop():\n    s = 0\n    for i, h, d in struct.iter_unpack('<IHd', b):\n        s += i\n    return s`,
        run: 'loop()',
      }),
      ours: ({ Bytes, struct }, n) => {
        const b = new Bytes(n);
        return () => {
          let s = 0;
          for (const item of struct.iter_unpack('<IHd', b)) s += item[0] as number;
          return s;
        };
      },
      raw: (n) => {
        const view = new DataView(new ArrayBuffer(n));
        return () => {
          let s = 0;
          for (let at = 0; at < n; at += 14) {
            const item = [
              view.getUint32(at, true),
              view.getUint16(at + 4, true),
              view.getFloat64(at + 6, true),
            ];
            s += item[0]!;
          }
          return s;
        };
      },
    },
    {
      name: "struct.unpack('<IHd')",
      kind: 'bulk',
      sizes: [14],
      python: (n) => ({ setup: `import struct\nb = bytes(${n})`, run: "struct.unpack('<IHd', b)" }),
      ours: ({ Bytes, struct }, n) => {
        const b = new Bytes(n);
        return () => struct.unpack('<IHd', b);
      },
    },
    {
      name: "struct.pack('<IHd')",
      kind: 'bulk',
      sizes: [14],
      python: () => ({ setup: 'import struct', run: "struct.pack('<IHd', 1, 2, 3.0)" }),
      ours:
        ({ struct }) =>
        () =>
          struct.pack('<IHd', 1, 2, 3),
    },
  ],
};
