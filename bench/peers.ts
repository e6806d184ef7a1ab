/**
 * npm packages that porters use, on the rows that they can do. They are installed separately (`npm ci
 * --prefix bench/peers`) and used as their documentation shows. hpack.js and pngjs are left out: no row does
 * HPACK, and pngjs cannot filter without inflating.
 */
import { createRequire } from 'node:module';
import { mixed, text } from './data.js';
import type { Task } from './row.js';

const require = createRequire(new URL('peers/package.json', import.meta.url));

/** The rows of one package, by name; each makes the task for n bytes. */
type Peer = Readonly<Record<string, (n: number) => Task>>;

interface Uint8Arrays {
  concat(arrays: readonly Uint8Array[]): Uint8Array;
  equals(a: Uint8Array, b: Uint8Array): boolean;
  toString(bytes: Uint8Array, encoding: string): string;
  fromString(text: string, encoding: string): Uint8Array;
}

async function uint8arrays(): Promise<Peer> {
  const { concat, equals, toString, fromString } = (await import(
    require.resolve('uint8arrays')
  )) as Uint8Arrays;
  return {
    'b + b': (n) => {
      const b = text(n);
      return () => concat([b, b]);
    },
    'b == c, equal': (n) => {
      const [b, c] = [text(n), text(n)];
      return () => equals(b, c);
    },
    'hex()': (n) => {
      const b = mixed(n);
      return () => toString(b, 'base16');
    },
    'fromhex()': (n) => {
      const s = Buffer.from(mixed(n)).toString('hex');
      return () => fromString(s, 'base16');
    },
    'decode ASCII as utf-8': (n) => {
      const b = text(n);
      return () => toString(b, 'utf8');
    },
  };
}

interface Extras {
  concatUint8Arrays(arrays: readonly Uint8Array[]): Uint8Array;
  areUint8ArraysEqual(a: Uint8Array, b: Uint8Array): boolean;
  uint8ArrayToHex(bytes: Uint8Array): string;
  hexToUint8Array(text: string): Uint8Array;
  uint8ArrayToString(bytes: Uint8Array): string;
  indexOf(bytes: Uint8Array, value: Uint8Array): number;
}

async function extras(): Promise<Peer> {
  const peer = (await import(require.resolve('uint8array-extras'))) as Extras;
  return {
    'b + b': (n) => {
      const b = text(n);
      return () => peer.concatUint8Arrays([b, b]);
    },
    'b == c, equal': (n) => {
      const [b, c] = [text(n), text(n)];
      return () => peer.areUint8ArraysEqual(b, c);
    },
    'hex()': (n) => {
      const b = mixed(n);
      return () => peer.uint8ArrayToHex(b);
    },
    'fromhex()': (n) => {
      const s = Buffer.from(mixed(n)).toString('hex');
      return () => peer.hexToUint8Array(s);
    },
    'decode ASCII as utf-8': (n) => {
      const b = text(n);
      return () => peer.uint8ArrayToString(b);
    },
    'find 8 B, absent': (n) => {
      const [b, needle] = [text(n), Buffer.from('oqer the')];
      return () => peer.indexOf(b, needle);
    },
  };
}

interface PythonStruct {
  unpack(format: string, bytes: Buffer): unknown[];
  pack(format: string, ...values: readonly number[]): Buffer;
}

function pythonStruct(): Peer {
  const struct = require('python-struct') as PythonStruct;
  return {
    "struct.unpack('<IHd')": (n) => {
      const b = Buffer.alloc(n);
      return () => struct.unpack('<IHd', b);
    },
    "struct.pack('<IHd')": () => () => struct.pack('<IHd', 1, 2, 3),
  };
}

interface FieldReader {
  readUint32(): number;
  readUint16(): number;
  readBigInt64(): bigint;
}
interface FieldWriter {
  writeUint32(value: number): unknown;
  writeUint16(value: number): unknown;
  writeBytes(bytes: Uint8Array): unknown;
  toArray(): Uint8Array;
}

const RECORD = 14;
const TAIL = Buffer.from('12345678');

function iobuffer(): Peer {
  const { IOBuffer } = require('iobuffer') as {
    IOBuffer: new (bytes?: Uint8Array) => FieldReader & FieldWriter;
  };
  return {
    'BytesIO, read and unpack by field': (n) => {
      const b = mixed(n);
      return () => {
        const buffer = new IOBuffer(b);
        let sum = 0;
        for (let left = Math.floor(n / RECORD); left > 0; left--) {
          buffer.readUint32();
          sum += buffer.readUint16();
          buffer.readBigInt64();
        }
        return sum;
      };
    },
    'BytesIO, pack and write by field': (n) => () => {
      const buffer = new IOBuffer();
      for (let i = 0, end = Math.floor(n / RECORD); i < end; i++) {
        buffer.writeUint32(i);
        buffer.writeUint16(i & 255);
        buffer.writeBytes(TAIL);
      }
      return buffer.toArray();
    },
  };
}

interface SmartBuffer {
  readUInt32LE(): number;
  readUInt16LE(): number;
  readBigInt64LE(): bigint;
  writeUInt32LE(value: number): unknown;
  writeUInt16LE(value: number): unknown;
  writeBuffer(bytes: Buffer): unknown;
  toBuffer(): Buffer;
}

function smartBuffer(): Peer {
  const { SmartBuffer } = require('smart-buffer') as {
    SmartBuffer: { fromBuffer(bytes: Buffer): SmartBuffer; new (): SmartBuffer };
  };
  return {
    'BytesIO, read and unpack by field': (n) => {
      const b = Buffer.from(mixed(n));
      return () => {
        const buffer = SmartBuffer.fromBuffer(b);
        let sum = 0;
        for (let left = Math.floor(n / RECORD); left > 0; left--) {
          buffer.readUInt32LE();
          sum += buffer.readUInt16LE();
          buffer.readBigInt64LE();
        }
        return sum;
      };
    },
    'BytesIO, pack and write by field': (n) => () => {
      const buffer = new SmartBuffer();
      for (let i = 0, end = Math.floor(n / RECORD); i < end; i++) {
        buffer.writeUInt32LE(i);
        buffer.writeUInt16LE(i & 255);
        buffer.writeBuffer(TAIL);
      }
      return buffer.toBuffer();
    },
  };
}

function msgpack(): Peer {
  const { decode, encode } = require('@msgpack/msgpack') as {
    decode(bytes: Uint8Array): unknown;
    encode(value: unknown): Uint8Array;
  };
  return {
    'port: msgpack, unpacked and packed again': (n) => {
      const data = new Uint8Array(16);
      const packed = encode(
        Array.from({ length: Math.floor(n / 64) }, (_, i) => ({
          id: i,
          name: `name ${i}`,
          data,
          at: i + 0.5,
        })),
      );
      return () => encode(decode(packed));
    },
  };
}

const load: Readonly<Record<string, () => Peer | Promise<Peer>>> = {
  uint8arrays,
  'uint8array-extras': extras,
  'python-struct': pythonStruct,
  iobuffer,
  'smart-buffer': smartBuffer,
  '@msgpack/msgpack': msgpack,
};

/** The names of the packages. */
export const peerNames: readonly string[] = Object.keys(load);

/** The rows of a package; throws if it is not installed. */
export async function peerOf(name: string): Promise<Peer> {
  return await load[name]!();
}
