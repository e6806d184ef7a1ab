// The layer for transpilers: operators, built-in functions and method handles in loops over items.
import { mixed } from '../data.js';
import { MIDDLE } from '../row.js';
import type { Group, Row } from '../row.js';

const each = (n: number): number => n;
const row = (name: string, python: string, body: string, ours: Row['ours']): Row => ({
  name,
  kind: 'bulk',
  sizes: MIDDLE,
  per: each,
  python: (n) => ({
    setup: `${python.replaceAll('N', String(n))}\ndef loop():\n    s = 0\n${body.replace(/^/gm, '    ').replaceAll('N', String(n))}\n    return s`,
    run: 'loop()',
  }),
  ours,
});

export const runtime: Group = {
  name: 'runtime',
  rows: [
    row(
      'runtime: b[i] loop',
      'b = mixed(N)',
      'for i in range(N):\n    s = s + b[i]',
      ({ Bytes, runtime: { operator } }, n) => {
        const b = new Bytes(mixed(n));
        const { add, getitem, lt } = operator;
        return () => {
          let s: unknown = 0;
          for (let i: unknown = 0; lt(i, n) as boolean; i = add(i, 1)) s = add(s, getitem(b, i));
          return s;
        };
      },
    ),
    row(
      'runtime: ba[i] = v loop',
      'b = bytearray(N)',
      'for i in range(N):\n    b[i] = i & 127',
      ({ ByteArray, runtime: { operator } }, n) => {
        const b = new ByteArray(n);
        const { add, and_, lt, setitem } = operator;
        return () => {
          for (let i: unknown = 0; lt(i, n) as boolean; i = add(i, 1)) setitem(b, i, and_(i, 127));
          return 0;
        };
      },
    ),
    row(
      'runtime: append by callMethod',
      '',
      'b = bytearray()\nfor i in range(N):\n    b.append(i & 127)\ns = len(b)',
      ({ ByteArray, runtime: { builtins, callMethod } }, n) =>
        () => {
          const b = new ByteArray();
          for (let i = 0; i < n; i++) callMethod(b, 'append', [i & 127]);
          return builtins.len(b);
        },
    ),
    row(
      'runtime: append by handle',
      '',
      'b = bytearray()\nfor i in range(N):\n    b.append(i & 127)\ns = len(b)',
      ({ ByteArray, runtime: { builtins, methodOf } }, n) => {
        const append = methodOf('bytearray', 'append');
        return () => {
          const b = new ByteArray();
          for (let i = 0; i < n; i++) append(b, [i & 127]);
          return builtins.len(b);
        };
      },
    ),
    row(
      'runtime: find by callMethod',
      'b = mixed(64)\nx = b[40:44]',
      'for i in range(N):\n    s = s + b.find(x)',
      ({ Bytes, runtime: { callMethod, operator } }, n) => {
        const b = new Bytes(mixed(64));
        const x = b.slice(40, 44);
        const { add } = operator;
        return () => {
          let s: unknown = 0;
          for (let i = 0; i < n; i++) s = add(s, callMethod(b, 'find', [x]));
          return s;
        };
      },
    ),
    row(
      'runtime: slices compared',
      'b = mixed(64)',
      'for i in range(N):\n    if b[0:8] == b[8:16]:\n        s = s + 1',
      ({ Bytes, runtime: { Slice, operator } }, n) => {
        const b = new Bytes(mixed(64));
        const { add, eq, getitem } = operator;
        return () => {
          let s: unknown = 0;
          for (let i = 0; i < n; i++) {
            if (eq(getitem(b, new Slice(0, 8)), getitem(b, new Slice(8, 16))) as boolean) s = add(s, 1);
          }
          return s;
        };
      },
    ),
  ],
};
