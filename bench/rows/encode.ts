/** base64, hexadecimal digits and checksums: the module's functions beside the platform's and npm's. */
import { fromByteArray, toByteArray } from 'base64-js';
import adler from 'adler-32';
import crc from 'crc-32';
import * as zlib from 'node:zlib';
import { mixed } from '../data.js';
import { ALL } from '../row.js';
import type { Group, Task } from '../row.js';

/** Built into engines of 2025 and later. */
interface Engine {
  toBase64?: (this: Uint8Array) => string;
  fromBase64?: (text: string) => Uint8Array;
}
const { toBase64 } = Uint8Array.prototype as Engine;
const { fromBase64 } = Uint8Array as Engine;
/** Node 22 and later. */
const { crc32 } = zlib as { crc32?: (data: Uint8Array) => number };

const encoded = (n: number): string => Buffer.from(mixed(n)).toString('base64');
/** Python's result is bytes, so every contender must make bytes. */
const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

export const encode: Group = {
  name: 'base64 and checksums',
  rows: [
    {
      name: 'b64encode',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => ({ setup: `import base64\nb = mixed(${n})`, run: 'base64.b64encode(b)' }),
      ours: ({ Bytes, base64 }, n) => {
        const b = new Bytes(mixed(n));
        return () => base64.b64encode(b);
      },
      ...(toBase64 !== undefined && {
        raw: (n: number): Task => {
          const u = mixed(n);
          return () => bytes(toBase64.call(u));
        },
      }),
      buffer: (n) => {
        const u = Buffer.from(mixed(n));
        return () => bytes(u.toString('base64'));
      },
      npm: (n) => {
        const u = mixed(n);
        return () => bytes(fromByteArray(u));
      },
    },
    {
      name: 'b64decode',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => ({
        setup: `import base64\nb = base64.b64encode(mixed(${n}))`,
        run: 'base64.b64decode(b)',
      }),
      ours: ({ Bytes, base64 }, n) => {
        const b = new Bytes(encoded(n), 'ascii');
        return () => base64.b64decode(b);
      },
      ...(fromBase64 !== undefined && {
        raw: (n: number): Task => {
          const text = encoded(n);
          return () => fromBase64(text);
        },
      }),
      buffer: (n) => {
        const text = encoded(n);
        return () => Buffer.from(text, 'base64');
      },
      npm: (n) => {
        const text = encoded(n);
        return () => toByteArray(text);
      },
    },
    {
      name: 'urlsafe_b64encode',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => ({ setup: `import base64\nb = mixed(${n})`, run: 'base64.urlsafe_b64encode(b)' }),
      ours: ({ Bytes, base64 }, n) => {
        const b = new Bytes(mixed(n));
        return () => base64.urlsafe_b64encode(b);
      },
    },
    {
      name: 'urlsafe_b64decode',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => ({
        setup: `import base64\nb = base64.urlsafe_b64encode(mixed(${n}))`,
        run: 'base64.urlsafe_b64decode(b)',
      }),
      ours: ({ Bytes, base64 }, n) => {
        const b = base64.urlsafe_b64encode(new Bytes(mixed(n)));
        return () => base64.urlsafe_b64decode(b);
      },
      buffer: (n) => {
        const text = Buffer.from(mixed(n)).toString('base64url');
        return () => Buffer.from(text, 'base64url');
      },
    },
    {
      name: 'hexlify',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => ({ setup: `import binascii\nb = mixed(${n})`, run: 'binascii.hexlify(b)' }),
      ours: ({ Bytes, binascii }, n) => {
        const b = new Bytes(mixed(n));
        return () => binascii.hexlify(b);
      },
      buffer: (n) => {
        const u = Buffer.from(mixed(n));
        return () => bytes(u.toString('hex'));
      },
    },
    {
      name: 'crc32',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => ({ setup: `import zlib\nb = mixed(${n})`, run: 'zlib.crc32(b)' }),
      ours: ({ Bytes, zlib: { crc32: ours } }, n) => {
        const b = new Bytes(mixed(n));
        return () => ours(b);
      },
      ...(crc32 !== undefined && {
        buffer: (n: number): Task => {
          const u = mixed(n);
          return () => crc32(u);
        },
      }),
      npm: (n) => {
        const u = mixed(n);
        return () => crc.buf(u) >>> 0;
      },
    },
    {
      name: 'adler32',
      kind: 'bulk',
      sizes: ALL,
      python: (n) => ({ setup: `import zlib\nb = mixed(${n})`, run: 'zlib.adler32(b)' }),
      ours: ({ Bytes, zlib: { adler32 } }, n) => {
        const b = new Bytes(mixed(n));
        return () => adler32(b);
      },
      npm: (n) => {
        const u = mixed(n);
        return () => adler.buf(u) >>> 0;
      },
    },
  ],
};
