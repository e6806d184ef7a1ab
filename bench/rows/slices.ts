// Rows of slices, and of memoryviews and their slices.
import { mixed, text } from '../data.js';
import { ALL, BULK, NOT_HUGE, onText } from '../row.js';
import type { Group, Program } from '../row.js';

const onView = (n: number, run: string): Program => ({ setup: `m = memoryview(text(${n}))`, run });

/** Copies every second byte. */
function everySecond(u: Uint8Array): Uint8Array {
  const result = new Uint8Array(Math.ceil(u.length / 2));
  for (let i = 0, j = 0; i < u.length; i += 2) result[j++] = u[i]!;
  return result;
}

export const slices: Group = {
  name: 'slices and views',
  rows: [
    {
      name: 'b[i:i+8] of 1000',
      kind: 'share',
      sizes: [64 * 1024],
      per: () => 1000,
      python: (n) => ({
        setup: `b = text(${n})\ndef loop():\n    for i in range(1000):\n        s = b[i:i + 8]\n    return s`,
        run: 'loop()',
      }),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(text(n));
        return () => {
          let s = b;
          for (let i = 0; i < 1000; i++) s = b.slice(i, i + 8);
          return s;
        };
      },
      raw: (n) => {
        const u = text(n);
        return () => {
          let s = u;
          for (let i = 0; i < 1000; i++) s = u.slice(i, i + 8);
          return s;
        };
      },
      buffer: (n) => {
        const u = Buffer.from(text(n));
        return () => {
          let s = u;
          for (let i = 0; i < 1000; i++) s = u.subarray(i, i + 8);
          return s;
        };
      },
    },
    {
      name: 'b[1:-1]',
      kind: 'share',
      sizes: ALL,
      python: (n) => onText(n, 'b[1:-1]'),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(text(n));
        return () => b.slice(1, -1);
      },
      raw: (n) => {
        const u = text(n);
        return () => u.slice(1, -1);
      },
      buffer: (n) => {
        const u = Buffer.from(text(n));
        return () => Buffer.from(u.subarray(1, -1));
      },
    },
    {
      name: 'ba[1:-1]',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => ({ setup: `a = bytearray(text(${n}))`, run: 'a[1:-1]' }),
      ours: ({ ByteArray }, n) => {
        const a = new ByteArray(text(n));
        return () => a.slice(1, -1);
      },
      raw: (n) => {
        const u = text(n);
        return () => u.slice(1, -1);
      },
    },
    {
      name: 'b[::-1]',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => onText(n, 'b[::-1]'),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(text(n));
        return () => b.slice(null, null, -1);
      },
      raw: (n) => {
        const u = text(n);
        return () => u.slice().reverse();
      },
      buffer: (n) => {
        const u = Buffer.from(text(n));
        return () => Buffer.from(u).reverse();
      },
    },
    {
      name: 'b[::2]',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => onText(n, 'b[::2]'),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(text(n));
        return () => b.slice(null, null, 2);
      },
      raw: (n) => {
        const u = text(n);
        return () => everySecond(u);
      },
    },
    {
      name: 'b[::3]',
      kind: 'bulk',
      sizes: BULK,
      python: (n) => onText(n, 'b[::3]'),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(text(n));
        return () => b.slice(null, null, 3);
      },
    },
    {
      name: 'memoryview(b)',
      kind: 'view',
      sizes: [64 * 1024],
      python: (n) => onText(n, 'memoryview(b)'),
      ours: ({ Bytes, MemoryView }, n) => {
        const b = new Bytes(text(n));
        return () => new MemoryView(b);
      },
      raw: (n) => {
        const u = text(n);
        return () => u.subarray();
      },
      buffer: (n) => {
        const u = Buffer.from(text(n));
        return () => u.subarray();
      },
    },
    {
      name: 'mv[1:-1]',
      kind: 'view',
      sizes: [16, 64 * 1024],
      python: (n) => onView(n, 'm[1:-1]'),
      ours: ({ Bytes, MemoryView }, n) => {
        const m = new MemoryView(new Bytes(text(n)));
        return () => m.slice(1, -1);
      },
      raw: (n) => {
        const u = text(n);
        return () => u.subarray(1, -1);
      },
      buffer: (n) => {
        const u = Buffer.from(text(n));
        return () => u.subarray(1, -1);
      },
    },
    {
      name: 'mv[::2]',
      kind: 'view',
      sizes: [64 * 1024],
      python: (n) => onView(n, 'm[::2]'),
      ours: ({ Bytes, MemoryView }, n) => {
        const m = new MemoryView(new Bytes(text(n)));
        return () => m.slice(null, null, 2);
      },
    },
    {
      name: "mv.cast('I')",
      kind: 'view',
      sizes: [64 * 1024],
      python: (n) => onView(n, "m.cast('I')"),
      ours: ({ Bytes, MemoryView }, n) => {
        const m = new MemoryView(new Bytes(text(n)));
        return () => m.cast('I');
      },
      raw: (n) => {
        const u = text(n);
        return () => new Uint8Array(new Uint32Array(u.buffer, u.byteOffset, u.length / 4).buffer);
      },
    },
    {
      name: "mv.cast('B', 2-D)",
      kind: 'view',
      sizes: [64 * 1024],
      python: (n) => onView(n, `m.cast('B', (64, ${n / 64}))`),
      ours: ({ Bytes, MemoryView }, n) => {
        const m = new MemoryView(new Bytes(text(n)));
        const shape = [64, n / 64];
        return () => m.cast('B', shape);
      },
    },
    {
      name: 'mv.toreadonly()',
      kind: 'view',
      sizes: [64 * 1024],
      python: (n) => ({ setup: `m = memoryview(bytearray(text(${n})))`, run: 'm.toreadonly()' }),
      ours: ({ ByteArray, MemoryView }, n) => {
        const m = new MemoryView(new ByteArray(text(n)));
        return () => m.toreadonly();
      },
    },
    {
      name: 'mv.tobytes()',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => onView(n, 'm.tobytes()'),
      ours: ({ Bytes, MemoryView }, n) => {
        const m = new MemoryView(new Bytes(text(n)));
        return () => m.tobytes();
      },
      raw: (n) => {
        const u = text(n);
        return () => u.slice();
      },
      buffer: (n) => {
        const u = Buffer.from(text(n));
        return () => Buffer.from(u);
      },
    },
    {
      name: 'mv(bytearray).tobytes()',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => ({ setup: `m = memoryview(bytearray(text(${n})))`, run: 'm.tobytes()' }),
      ours: ({ ByteArray, MemoryView }, n) => {
        const m = new MemoryView(new ByteArray(text(n)));
        return () => m.tobytes();
      },
      raw: (n) => {
        const u = text(n);
        return () => u.slice();
      },
    },
    {
      name: 'mv[::2].tobytes()',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => onView(n, 'm[::2].tobytes()'),
      ours: ({ Bytes, MemoryView }, n) => {
        const m = new MemoryView(new Bytes(text(n)));
        return () => m.slice(null, null, 2).tobytes();
      },
      raw: (n) => {
        const u = text(n);
        return () => everySecond(u);
      },
    },
    {
      name: 'mv[:] = b',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => ({
        setup: `b = text(${n})\nm = memoryview(bytearray(${n}))\ndef put():\n    m[:] = b`,
        run: 'put()',
      }),
      ours: ({ Bytes, ByteArray, MemoryView, Slice }, n) => {
        const b = new Bytes(text(n));
        const m = new MemoryView(new ByteArray(n));
        const whole = new Slice();
        return () => {
          m.set(whole, b);
        };
      },
      raw: (n) => {
        const b = text(n);
        const u = new Uint8Array(n);
        return () => {
          u.set(b);
        };
      },
    },
    {
      name: 'ba[::2] = b',
      kind: 'bulk',
      sizes: NOT_HUGE,
      python: (n) => ({
        setup: `b = text(${n / 2})\na = bytearray(${n})\ndef put():\n    a[::2] = b`,
        run: 'put()',
      }),
      ours: ({ Bytes, ByteArray, Slice }, n) => {
        const b = new Bytes(text(n / 2));
        const a = new ByteArray(n);
        const even = new Slice(null, null, 2);
        return () => {
          a.set(even, b);
        };
      },
      raw: (n) => {
        const b = text(n / 2);
        const u = new Uint8Array(n);
        return () => {
          for (let i = 0, j = 0; j < b.length; i += 2) u[i] = b[j++]!;
        };
      },
    },
    {
      name: 'ba.reverse()',
      kind: 'bulk',
      sizes: NOT_HUGE,
      // Reverse twice, so that every answer is the same.
      python: (n) => ({ setup: `a = bytearray(mixed(${n}))`, run: '[a.reverse(), a.reverse()]' }),
      ours: ({ ByteArray }, n) => {
        const a = new ByteArray(mixed(n));
        return () => [a.reverse(), a.reverse()];
      },
      raw: (n) => {
        const u = mixed(n);
        return () => [u.reverse() && null, u.reverse() && null];
      },
    },
  ],
};
