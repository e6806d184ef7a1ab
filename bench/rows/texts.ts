// Rows of conversions between bytes and text: encodings, hex, repr, % formatting.
import { PHRASE, mixed, multibyte, text } from '../data.js';
import { ALL, BULK, NOT_HUGE } from '../row.js';
import type { Group, Row } from '../row.js';

const KIB = 1024;

const PYTHON_MULTIBYTE = (n: number): string =>
  `s = '${PHRASE}' * ${Math.floor(n / Buffer.byteLength(PHRASE))}`;

function decodeRow(name: string, encoding: string, data: (n: number) => Uint8Array, python: string): Row {
  const decoder = new TextDecoder(encoding === 'latin-1' ? 'latin1' : 'utf-8', {
    fatal: true,
    ignoreBOM: true,
  });
  return {
    name,
    kind: 'text',
    sizes: ALL,
    python: (n) => ({ setup: `b = ${python}(${n})`, run: `b.decode('${encoding}')` }),
    ours: ({ Bytes }, n) => {
      const b = new Bytes(data(n));
      return () => b.decode(encoding);
    },
    ...(encoding === 'utf-8'
      ? {
          raw: (n: number) => {
            const u = data(n);
            return () => decoder.decode(u);
          },
        }
      : {}),
    buffer: (n) => {
      const u = Buffer.from(data(n));
      return encoding === 'latin-1' ? () => u.toString('latin1') : () => u.toString();
    },
  };
}

export const texts: Group = {
  name: 'text',
  rows: [
    {
      name: 'hex()',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => ({ setup: `b = mixed(${n})`, run: 'b.hex()' }),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(mixed(n));
        return () => b.hex();
      },
      raw: (n) => {
        const u = mixed(n);
        return () => Array.from(u, (byte) => byte.toString(16).padStart(2, '0')).join('');
      },
      buffer: (n) => {
        const u = Buffer.from(mixed(n));
        return () => u.toString('hex');
      },
    },
    {
      name: "hex(':')",
      kind: 'bulk',
      sizes: NOT_HUGE,
      python: (n) => ({ setup: `b = mixed(${n})`, run: "b.hex(':')" }),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(mixed(n));
        return () => b.hex(':');
      },
    },
    {
      name: 'fromhex()',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => ({ setup: `s = mixed(${n}).hex()`, run: 'bytes.fromhex(s)' }),
      ours: ({ Bytes }, n) => {
        const s = Buffer.from(mixed(n)).toString('hex');
        return () => Bytes.fromhex(s);
      },
      buffer: (n) => {
        const s = Buffer.from(mixed(n)).toString('hex');
        return () => Buffer.from(s, 'hex');
      },
    },
    decodeRow('decode ASCII as utf-8', 'utf-8', text, 'text'),
    decodeRow('decode latin-1', 'latin-1', mixed, 'mixed'),
    {
      name: 'decode utf-8 multibyte',
      kind: 'text',
      sizes: BULK,
      python: (n) => ({ setup: `${PYTHON_MULTIBYTE(n)}\nb = s.encode('utf-8')`, run: "b.decode('utf-8')" }),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(new TextEncoder().encode(multibyte(n)));
        return () => b.decode('utf-8');
      },
      raw: (n) => {
        const u = new TextEncoder().encode(multibyte(n));
        const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
        return () => decoder.decode(u);
      },
      buffer: (n) => {
        const u = Buffer.from(multibyte(n));
        return () => u.toString();
      },
    },
    {
      name: 'encode ASCII',
      kind: 'text',
      sizes: ALL,
      python: (n) => ({ setup: `s = text(${n}).decode('ascii')`, run: "bytes(s, 'utf-8')" }),
      ours: ({ Bytes }, n) => {
        const s = Buffer.from(text(n)).toString();
        return () => new Bytes(s, 'utf-8');
      },
      raw: (n) => {
        const s = Buffer.from(text(n)).toString();
        const encoder = new TextEncoder();
        return () => encoder.encode(s);
      },
      buffer: (n) => {
        const s = Buffer.from(text(n)).toString();
        return () => Buffer.from(s);
      },
    },
    {
      name: 'encode utf-8 multibyte',
      kind: 'text',
      sizes: BULK,
      python: (n) => ({ setup: PYTHON_MULTIBYTE(n), run: "bytes(s, 'utf-8')" }),
      ours: ({ Bytes }, n) => {
        const s = multibyte(n);
        return () => new Bytes(s, 'utf-8');
      },
      raw: (n) => {
        const s = multibyte(n);
        const encoder = new TextEncoder();
        return () => encoder.encode(s);
      },
      buffer: (n) => {
        const s = multibyte(n);
        return () => Buffer.from(s);
      },
    },
    {
      name: 'repr of text',
      kind: 'text',
      sizes: [16, KIB, 64 * KIB, 1024 * KIB],
      python: (n) => ({ setup: `b = text(${n})`, run: 'repr(b)' }),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(text(n));
        return () => b.repr();
      },
    },
    {
      name: 'repr of all values',
      kind: 'text',
      sizes: [16, KIB, 64 * KIB, 1024 * KIB],
      python: (n) => ({ setup: `b = mixed(${n})`, run: 'repr(b)' }),
      ours: ({ Bytes }, n) => {
        const b = new Bytes(mixed(n));
        return () => b.repr();
      },
    },
    {
      name: 'b % (int, bytes)',
      kind: 'bulk',
      sizes: [16],
      python: () => ({ setup: "f = b'%d items of %s'\nx = b'sort'", run: 'f % (42, x)' }),
      ours: ({ Bytes }) => {
        const f = new Bytes(Buffer.from('%d items of %s'));
        const x = new Bytes(Buffer.from('sort'));
        return () => f.mod([42, x]);
      },
    },
  ],
};
