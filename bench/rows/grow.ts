// Rows that join bytes, or grow and shrink a bytearray.
import { numbers, text } from '../data.js';
import { ALL, NOT_HUGE } from '../row.js';
import type { Group } from '../row.js';

/** A growing array in raw JavaScript. */
class Growing {
  memory = new Uint8Array(16);
  length = 0;
  private reserve(length: number): void {
    if (length <= this.memory.length) return;
    const next = new Uint8Array(Math.max(length, Math.ceil(this.memory.length * 1.5)));
    next.set(this.memory.subarray(0, this.length));
    this.memory = next;
  }
  push(byte: number): void {
    this.reserve(this.length + 1);
    this.memory[this.length++] = byte;
  }
  extend(bytes: Uint8Array): void {
    this.reserve(this.length + bytes.length);
    this.memory.set(bytes, this.length);
    this.length += bytes.length;
  }
}

const KIB = 1024;
const MIB = 1024 * KIB;
const PIECE = 64;

export const grow: Group = {
  name: 'grow',
  rows: [
    {
      name: 'b + b',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => ({ setup: `b = text(${n})\nc = text(${n})`, run: 'b + c' }),
      ours: ({ Bytes }, n) => {
        // Not two neighbours of one slab, which are joined without a copy.
        const [b, , c] = [new Bytes(text(n)), new Bytes(text(n)), new Bytes(text(n))] as const;
        return () => b.concat(c);
      },
      raw: (n) => {
        const b = text(n);
        return () => {
          const r = new Uint8Array(2 * n);
          r.set(b);
          r.set(b, n);
          return r;
        };
      },
      buffer: (n) => {
        const b = Buffer.from(text(n));
        return () => Buffer.concat([b, b]);
      },
    },
    {
      name: 'b * 100',
      kind: 'bulk',
      sizes: [16, KIB],
      python: (n) => ({ setup: `b = text(${n})`, run: 'b * 100' }),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(text(n));
        return () => b.repeat(100);
      },
      raw: (n) => {
        const b = text(n);
        return () => {
          const r = new Uint8Array(100 * n);
          for (let i = 0; i < 100; i++) r.set(b, i * n);
          return r;
        };
      },
    },
    {
      name: 'ba.append to 1 Mi',
      kind: 'item',
      sizes: [MIB],
      per: (n) => n,
      python: (n) => ({
        setup: `def fill():\n    a = bytearray()\n    for i in range(${n}):\n        a.append(i & 255)\n    return a`,
        run: 'fill()',
      }),
      ours:
        ({ ByteArray }, n) =>
        () => {
          const a = new ByteArray();
          for (let i = 0; i < n; i++) a.append(i & 255);
          return a;
        },
      raw: (n) => () => {
        const a = new Growing();
        for (let i = 0; i < n; i++) a.push(i & 255);
        return a.memory.subarray(0, a.length);
      },
    },
    {
      name: 'ba.pop() from 64 Ki',
      kind: 'view',
      sizes: [64 * KIB],
      per: (n) => n,
      python: (n) => ({
        setup: `t = text(${n})\ndef drain():\n    a = bytearray(t)\n    n = 0\n    while a:\n        a.pop()\n        n += 1\n    return n`,
        run: 'drain()',
      }),
      ours: ({ ByteArray }, n) => {
        const t = text(n);
        return () => {
          const a = new ByteArray(t);
          let n = 0;
          for (; a.length > 0; n++) a.pop();
          return n;
        };
      },
    },
    {
      name: 'ba.extend(bytes)',
      kind: 'bulk',
      sizes: NOT_HUGE,
      python: (n) => ({
        setup: `t = text(${n})\ndef fill():\n    a = bytearray()\n    a.extend(t)\n    a.extend(t)\n    return a`,
        run: 'fill()',
      }),
      ours: ({ ByteArray, Bytes }, n) => {
        const t = new Bytes(text(n));
        return () => {
          const a = new ByteArray();
          a.extend(t);
          a.extend(t);
          return a;
        };
      },
      raw: (n) => {
        const t = text(n);
        return () => {
          const a = new Growing();
          a.extend(t);
          a.extend(t);
          return a.memory.subarray(0, a.length);
        };
      },
    },
    {
      name: 'ba.extend(list)',
      kind: 'bulk',
      sizes: NOT_HUGE,
      python: (n) => ({
        setup: `v = numbers(${n})\ndef fill():\n    a = bytearray()\n    a.extend(v)\n    return a`,
        run: 'fill()',
      }),
      ours: ({ ByteArray }, n) => {
        const v = numbers(n);
        return () => {
          const a = new ByteArray();
          a.extend(v);
          return a;
        };
      },
      raw: (n) => {
        const v = numbers(n);
        return () => {
          const a = new Growing();
          for (const x of v) a.push(x);
          return a.memory.subarray(0, a.length);
        };
      },
    },
    ...[
      { piece: 16, to: MIB, name: 'ba += 16 B to 1 MiB' },
      { piece: KIB, to: 16 * MIB, name: 'ba += 1 KiB to 16 MiB' },
    ].map(({ piece, to, name }) => ({
      name,
      kind: 'bulk' as const,
      sizes: [to],
      per: (n: number) => n / piece,
      python: (n: number) => ({
        setup: `t = text(${piece})\ndef fill():\n    a = bytearray()\n    for i in range(${n / piece}):\n        a += t\n    return a`,
        run: 'fill()',
      }),
      ours: ({ ByteArray, Bytes }: import('../row.js').Api, n: number) => {
        const t = new Bytes(text(piece));
        return () => {
          const a = new ByteArray();
          for (let i = 0; i < n / piece; i++) a.iadd(t);
          return a;
        };
      },
      raw: (n: number) => {
        const t = text(piece);
        return () => {
          const a = new Growing();
          for (let i = 0; i < n / piece; i++) a.extend(t);
          return a.memory.subarray(0, a.length);
        };
      },
    })),
    {
      name: 'FIFO: += 64 B, del [:64]',
      kind: 'bulk',
      sizes: [KIB, 64 * KIB, MIB],
      per: () => 1000,
      python: (n) => ({
        setup: `t = text(${PIECE})\na = bytearray(text(${n}))\ndef turn():\n    nonlocal a\n    for i in range(1000):\n        a += t\n        del a[:${PIECE}]\n    return len(a)`,
        run: 'turn()',
      }),
      ours: ({ ByteArray, Bytes, Slice }, n) => {
        const t = new Bytes(text(PIECE));
        const a = new ByteArray(text(n));
        const front = new Slice(null, PIECE);
        return () => {
          for (let i = 0; i < 1000; i++) {
            a.iadd(t);
            a.delete(front);
          }
          return a.length;
        };
      },
    },
    {
      name: 'drain: del ba[:16]',
      kind: 'bulk',
      sizes: [64 * KIB, MIB],
      per: (n) => n / 16,
      python: (n) => ({
        setup: `t = text(${n})\ndef drain():\n    a = bytearray(t)\n    n = 0\n    while a:\n        del a[:16]\n        n += 1\n    return n`,
        run: 'drain()',
      }),
      ours: ({ ByteArray, Bytes, Slice }, n) => {
        const t = new Bytes(text(n));
        const front = new Slice(null, 16);
        return () => {
          const a = new ByteArray(t);
          let n = 0;
          for (; a.length > 0; n++) a.delete(front);
          return n;
        };
      },
    },
    {
      name: 'ba.insert(0, x), pop(0)',
      kind: 'bulk',
      sizes: [KIB, 64 * KIB],
      python: (n) => ({
        setup: `a = bytearray(text(${n}))\ndef turn():\n    a.insert(0, 7)\n    return a.pop(0)`,
        run: 'turn()',
      }),
      ours: ({ ByteArray }, n) => {
        const a = new ByteArray(text(n));
        return () => {
          a.insert(0, 7);
          return a.pop(0);
        };
      },
    },
    {
      name: 'ba.insert(n/2, x), pop(n/2)',
      kind: 'bulk',
      sizes: [KIB, 64 * KIB],
      python: (n) => ({
        setup: `a = bytearray(text(${n}))\ndef turn():\n    a.insert(${n / 2}, 7)\n    return a.pop(${n / 2})`,
        run: 'turn()',
      }),
      ours: ({ ByteArray }, n) => {
        const a = new ByteArray(text(n));
        return () => {
          a.insert(n / 2, 7);
          return a.pop(n / 2);
        };
      },
    },
    {
      name: 'ba[4:8] = 8 bytes, and back',
      kind: 'bulk',
      sizes: NOT_HUGE,
      python: (n) => ({
        setup: `a = bytearray(text(${n}))\ndef turn():\n    a[4:8] = b'abcdefgh'\n    a[4:12] = b'wxyz'\n    return len(a)`,
        run: 'turn()',
      }),
      ours: ({ ByteArray, Bytes, Slice }, n) => {
        const a = new ByteArray(text(n));
        const eight = new Bytes(Buffer.from('abcdefgh'));
        const four = new Bytes(Buffer.from('wxyz'));
        const narrow = new Slice(4, 8);
        const wide = new Slice(4, 12);
        return () => {
          a.set(narrow, eight);
          a.set(wide, four);
          return a.length;
        };
      },
    },
    {
      name: "b''.join of 1e5 x 10 B",
      kind: 'bulk',
      sizes: [1_000_000],
      python: (n) => ({ setup: `v = [text(10) for i in range(${n / 10})]`, run: "b''.join(v)" }),
      ours: ({ Bytes }, n) => {
        const v = Array.from({ length: n / 10 }, () => new Bytes(text(10)));
        const nothing = new Bytes();
        return () => nothing.join(v);
      },
      raw: (n) => {
        const v = Array.from({ length: n / 10 }, () => text(10));
        return () => {
          const r = new Uint8Array(n);
          let at = 0;
          for (const x of v) {
            r.set(x, at);
            at += x.length;
          }
          return r;
        };
      },
      buffer: (n) => {
        const v = Array.from({ length: n / 10 }, () => Buffer.from(text(10)));
        return () => Buffer.concat(v);
      },
    },
    {
      name: "b', '.join of 10 x 8 B",
      kind: 'bulk',
      sizes: [98],
      python: () => ({ setup: 'v = [text(8) for i in range(10)]\ng = b", "', run: 'g.join(v)' }),
      ours: ({ Bytes }) => {
        const v = Array.from({ length: 10 }, () => new Bytes(text(8)));
        const gap = new Bytes(Buffer.from(', '));
        return () => gap.join(v);
      },
    },
  ],
};
