// Counterparts of rows that can be lazy: the same operation, followed by a use that forces the delayed work.
import { mixed, text } from '../data.js';
import { NOT_HUGE } from '../row.js';
import type { Group, Row } from '../row.js';

/** Wraps Python statements in a function. */
const done = (setup: string, body: string): ReturnType<Row['python']> => ({
  setup: `${setup}\ndef run():\n${body.replace(/^/gm, '    ')}`,
  run: 'run()',
});

export const paid: Group = {
  name: 'lazy work, paid',
  rows: [
    {
      name: 'bytes(ba), then ba[0] = v',
      kind: 'bulk',
      sizes: NOT_HUGE,
      python: (n) => done(`a = bytearray(text(${n}))`, 'c = bytes(a)\na[0] = 116\nreturn c'),
      ours: ({ Bytes, ByteArray }, n) => {
        const a = new ByteArray(text(n));
        return () => {
          const c = new Bytes(a);
          a.set(0, 116);
          return c;
        };
      },
    },
    {
      name: 'ba[1:-1], then its [0] = v',
      kind: 'bulk',
      sizes: NOT_HUGE,
      python: (n) => done(`a = bytearray(text(${n}))`, 'c = a[1:-1]\nc[0] = 65\nreturn c'),
      ours: ({ ByteArray }, n) => {
        const a = new ByteArray(text(n));
        return () => {
          const c = a.slice(1, -1);
          c.set(0, 65);
          return c;
        };
      },
    },
    {
      name: 'bytearray(b), then its [0] = v',
      kind: 'bulk',
      sizes: NOT_HUGE,
      python: (n) => done(`b = text(${n})`, 'c = bytearray(b)\nc[0] = 65\nreturn c'),
      ours: ({ Bytes, ByteArray }, n) => {
        const b = new Bytes(text(n));
        return () => {
          const c = new ByteArray(b);
          c.set(0, 65);
          return c;
        };
      },
    },
    {
      name: 'bytearray(n), a byte of each page written',
      kind: 'bulk',
      sizes: NOT_HUGE,
      python: (n) => done('', `c = bytearray(${n})\nfor i in range(0, ${n}, 4096):\n    c[i] = 65\nreturn c`),
      ours:
        ({ ByteArray }, n) =>
        () => {
          const c = new ByteArray(n);
          for (let i = 0; i < n; i += 4096) c.set(i, 65);
          return c;
        },
    },
    {
      name: 'b == b2, the middle byte differs',
      kind: 'bulk',
      sizes: NOT_HUGE,
      python: (n) => ({
        setup: `b = mixed(${n})\nc = bytearray(b)\nc[${n} // 2] ^= 1\nc = bytes(c)`,
        run: 'b == c',
      }),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(mixed(n));
        const other = mixed(n);
        other[n >> 1]! ^= 1;
        const c = new Bytes(other);
        return () => b.equals(c);
      },
    },
  ],
};
