// Rows of constructors.
import { mixed, numbers, text } from '../data.js';
import { ALL, NOT_HUGE } from '../row.js';
import type { Group } from '../row.js';

export const construct: Group = {
  name: 'construct',
  rows: [
    {
      name: 'bytes(list)',
      kind: 'bulk',
      sizes: NOT_HUGE,
      python: (n) => ({ setup: `v = numbers(${n})`, run: 'bytes(v)' }),
      ours: ({ Bytes }, n) => {
        const v = numbers(n);
        return () => new Bytes(v);
      },
      raw: (n) => {
        const v = numbers(n);
        return () => new Uint8Array(v);
      },
      buffer: (n) => {
        const v = numbers(n);
        return () => Buffer.from(v);
      },
    },
    {
      name: 'bytes(iterator)',
      kind: 'bulk',
      sizes: NOT_HUGE,
      python: (n) => ({ setup: `v = numbers(${n})`, run: 'bytes(iter(v))' }),
      ours: ({ Bytes }, n) => {
        const v = numbers(n);
        return () => new Bytes(v.values());
      },
      raw: (n) => {
        const v = numbers(n);
        return () => Uint8Array.from(v.values());
      },
    },
    {
      name: 'bytes(bytearray)',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => ({ setup: `a = bytearray(mixed(${n}))`, run: 'bytes(a)' }),
      ours: ({ Bytes, ByteArray }, n) => {
        const a = new ByteArray(mixed(n));
        return () => new Bytes(a);
      },
      raw: (n) => {
        const a = mixed(n);
        return () => a.slice();
      },
      buffer: (n) => {
        const a = Buffer.from(mixed(n));
        return () => Buffer.from(a);
      },
    },
    {
      name: 'bytearray(bytes)',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => ({ setup: `b = mixed(${n})`, run: 'bytearray(b)' }),
      ours: ({ Bytes, ByteArray }, n) => {
        const b = new Bytes(mixed(n));
        return () => new ByteArray(b);
      },
      raw: (n) => {
        const a = mixed(n);
        return () => a.slice();
      },
    },
    {
      name: 'bytes(n)',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => ({ setup: 'pass', run: `bytes(${n})` }),
      ours:
        ({ Bytes }, n) =>
        () =>
          new Bytes(n),
      raw: (n) => () => new Uint8Array(n),
      buffer: (n) => () => Buffer.alloc(n),
    },
    {
      name: 'bytes(memoryview)',
      kind: 'bulk',
      sizes: NOT_HUGE,
      python: (n) => onView(n, 'bytes(m)'),
      ours: ({ Bytes, MemoryView }, n) => {
        const m = new MemoryView(new Bytes(text(n)));
        return () => new Bytes(m);
      },
    },
  ],
};

function onView(n: number, run: string) {
  return { setup: `m = memoryview(text(${n}))`, run };
}
