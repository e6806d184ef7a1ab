// Rows of methods that return changed bytes, such as upper and replace, and of those that classify bytes.
import { mixed, text } from '../data.js';
import { ALL, BULK, MIDDLE, NOT_HUGE, onText } from '../row.js';
import type { Group, Row } from '../row.js';

const KIB = 1024;
const MIB = 1024 * KIB;
const SPLIT = [16, KIB, 64 * KIB, MIB] as const;

/** A row of a method that takes no arguments and returns bytes or a bool. */
function plain(
  name: 'upper' | 'lower' | 'swapcase' | 'title' | 'capitalize' | 'isascii' | 'islower' | 'strip' | 'lstrip',
  sizes: readonly number[],
  raw?: (u: Uint8Array) => unknown,
  kind: Row['kind'] = 'bulk',
): Row {
  return {
    name: `${name}()`,
    kind,
    sizes,
    python: (n) => onText(n, `b.${name}()`),
    ours: ({ Bytes }, n) => {
      const b = new Bytes(text(n));
      return () => b[name]();
    },
    ...(raw === undefined
      ? {}
      : {
          raw: (n: number) => {
            const u = text(n);
            return () => raw(u);
          },
        }),
  };
}

function isKind(name: 'isalpha' | 'isdigit' | 'isspace' | 'isalnum', character: string): Row {
  return {
    name: `${name}(), true`,
    kind: 'bulk',
    sizes: ALL,
    python: (n) => ({ setup: `b = b'${character}' * ${n}`, run: `b.${name}()` }),
    ours: ({ Bytes }, n) => {
      const b = new Bytes(new Uint8Array(n).fill(character.charCodeAt(0)));
      return () => b[name]();
    },
  };
}

function replaceRow(name: string, from: string, to: string, sizes: readonly number[]): Row {
  return {
    name,
    kind: 'bulk',
    sizes,
    python: (n) => onText(n, `b.replace(b'${from}', b'${to}')`),
    ours: ({ Bytes }, n) => {
      const b = new Bytes(text(n));
      const x = new Bytes(Buffer.from(from));
      const y = new Bytes(Buffer.from(to));
      return () => b.replace(x, y);
    },
    ...(from.length === 1 && to.length === 1
      ? {
          raw: (n: number) => {
            const u = text(n);
            const x = from.charCodeAt(0);
            const y = to.charCodeAt(0);
            return () => u.map((byte) => (byte === x ? y : byte));
          },
        }
      : {}),
    buffer: (n) => {
      const u = Buffer.from(text(n));
      return () => Buffer.from(u.toString('latin1').replaceAll(from, to), 'latin1');
    },
  };
}

/** A row of a method that splits the text. */
function splitRow(
  name: string,
  run: string,
  ours: (
    b: InstanceType<import('../row.js').Api['Bytes']>,
    x: InstanceType<import('../row.js').Api['Bytes']>,
  ) => unknown,
  separator: string,
  sizes: readonly number[] = SPLIT,
): Row {
  return {
    name,
    kind: 'bulk',
    sizes,
    python: (n) => onText(n, run),
    ours: ({ Bytes }, n) => {
      const b = new Bytes(text(n));
      const x = new Bytes(Buffer.from(separator));
      return () => ours(b, x);
    },
  };
}

const rawUpper = (u: Uint8Array): Uint8Array =>
  u.map((byte) => (byte >= 97 && byte <= 122 ? byte - 32 : byte));

export const change: Group = {
  name: 'change and cut',
  rows: [
    replaceRow("replace(b'e', b'x')", 'e', 'x', ALL),
    replaceRow("replace(b'e', b'')", 'e', '', ALL),
    replaceRow("replace(b'e', b'xyz')", 'e', 'xyz', BULK),
    replaceRow("replace(b'th', b'HEY')", 'th', 'HEY', ALL),
    replaceRow('replace 8 B, absent', 'over tha', 'x', BULK),
    {
      ...splitRow("split(b'e')", "b.split(b'e')", (b, x) => b.split(x), 'e'),
      raw: (n) => {
        const u = text(n);
        return () => {
          const pieces: Uint8Array[] = [];
          let s = 0;
          for (let i = u.indexOf(101); i >= 0; i = u.indexOf(101, s)) {
            pieces.push(u.slice(s, i));
            s = i + 1;
          }
          pieces.push(u.slice(s));
          return pieces;
        };
      },
    },
    splitRow("split(b', ')", "b.split(b', ')", (b, x) => b.split(x), ', '),
    splitRow("rsplit(b'e')", "b.rsplit(b'e')", (b, x) => b.rsplit(x), 'e'),
    splitRow('split()', 'b.split()', (b) => b.split(), ' '),
    splitRow('splitlines()', 'b.splitlines()', (b) => b.splitlines(), ' '),
    splitRow("partition(b';')", "b.partition(b';')", (b, x) => b.partition(x), ';', ALL),
    splitRow("rpartition(b';')", "b.rpartition(b';')", (b, x) => b.rpartition(x), ';', [KIB, 64 * KIB]),
    plain('strip', ALL, undefined, 'share'),
    {
      name: "strip(b'the .\\n')",
      kind: 'share',
      sizes: NOT_HUGE,
      python: (n) => onText(n, "b.strip(b'the .\\n')"),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(text(n));
        const x = new Bytes(Buffer.from('the .\n'));
        return () => b.strip(x);
      },
    },
    {
      name: "removeprefix(b'the ')",
      kind: 'share',
      sizes: NOT_HUGE,
      python: (n) => onText(n, "b.removeprefix(b'the ')"),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(text(n));
        const x = new Bytes(Buffer.from('the '));
        return () => b.removeprefix(x);
      },
    },
    {
      name: 'translate(table)',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => onText(n, 'b.translate(t)', 't = bytes([(i * 7 + 3) % 256 for i in range(256)])'),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(text(n));
        const t = new Bytes(mixed(256));
        return () => b.translate(t);
      },
      raw: (n) => {
        const u = text(n);
        const t = mixed(256);
        return () => {
          const r = new Uint8Array(n);
          for (let i = 0; i < n; i++) r[i] = t[u[i]!]!;
          return r;
        };
      },
    },
    {
      name: "translate(None, b'aeiou')",
      kind: 'bulk',
      sizes: NOT_HUGE,
      python: (n) => onText(n, "b.translate(None, b'aeiou')"),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(text(n));
        const x = new Bytes(Buffer.from('aeiou'));
        return () => b.translate(null, x);
      },
    },
    plain('upper', ALL, rawUpper),
    plain('lower', MIDDLE),
    plain('swapcase', MIDDLE),
    plain('title', MIDDLE),
    plain('capitalize', MIDDLE),
    {
      name: 'center(2 n)',
      kind: 'bulk',
      sizes: NOT_HUGE,
      python: (n) => onText(n, `b.center(${2 * n})`),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(text(n));
        return () => b.center(2 * n);
      },
    },
    {
      name: 'zfill(2 n)',
      kind: 'bulk',
      sizes: NOT_HUGE,
      python: (n) => onText(n, `b.zfill(${2 * n})`),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(text(n));
        return () => b.zfill(2 * n);
      },
    },
    {
      name: 'expandtabs()',
      kind: 'bulk',
      sizes: MIDDLE,
      python: (n) => onText(n, 'b.expandtabs()', "b = b.replace(b' ', b'\\t')"),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(text(n).map((byte) => (byte === 32 ? 9 : byte)));
        return () => b.expandtabs();
      },
    },
  ],
};

export const classify: Group = {
  name: 'classify',
  rows: [
    plain('isascii', ALL, (u) => u.every((byte) => byte < 128)),
    isKind('isalpha', 'x'),
    isKind('isdigit', '7'),
    isKind('isspace', ' '),
    isKind('isalnum', 'x'),
    plain('islower', MIDDLE),
  ],
};
