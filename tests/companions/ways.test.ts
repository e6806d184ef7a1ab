/**
 * Which way the companions take: whether they acquire a buffer, bind arguments by name, ask the platform or a kernel,
 * and in which pieces. All ways have the same result, so only these tests tell them apart.
 */
import { ByteArray, Bytes, MemoryView } from 'pybuffer';
import { compileKernels } from '../../src/accelerate/load.js';
import { setTiers } from '../../src/accelerate/tiers.js';
import { PyArray } from '../../src/companions/array/index.js';
import { encodebytes, urlsafe_b64decode } from '../../src/companions/base64/index.js';
import { a2b_base64, b2a_base64 } from '../../src/companions/binascii/index.js';
import { adler32 } from '../../src/companions/binascii/crc.js';
import { intFromBytes } from '../../src/companions/int/index.js';
import { BytesIO } from '../../src/companions/io/index.js';
import { formatCache } from '../../src/companions/struct/format-cache.js';
import { Struct, unpack, unpack_from } from '../../src/companions/struct/index.js';
import * as plain from '../../src/companions/struct/uint8array-functions.js';
import { ILP32, useABI } from '../../src/python/index.js';
import { noted } from '../noted.js';

const times = (module: string, name: string, work: () => unknown): number =>
  noted(module, name, work, () => 0).length;

describe('buffers', () => {
  const leases = (work: () => unknown) => times('protocol/lease', 'lease', work);
  const data = new Uint8Array(8);
  class Derived extends Bytes {}
  const own = [new Bytes(data), new ByteArray(data), new Derived(data)];
  // A part of a view, which has to be acquired.
  const view = new MemoryView(new ByteArray(16)).slice(4, 12);

  test('are not acquired of bytes and bytearrays, and others are', () => {
    const struct = new Struct('<II');
    const calls: Record<string, (buffer: never) => unknown> = {
      unpack: (buffer) => unpack('<II', buffer),
      'Struct.unpack': (buffer) => struct.unpack(buffer),
      unpack_from: (buffer) => unpack_from('<II', buffer, 0),
      'Struct.unpack_from': (buffer) => struct.unpack_from(buffer, 0),
      write: (buffer) => new BytesIO().write(buffer),
      'int.from_bytes': (buffer) => intFromBytes(buffer),
    };
    for (const [name, call] of Object.entries(calls)) {
      expect([name, ...own.map((buffer) => leases(() => call(buffer as never)))]).toEqual([name, 0, 0, 0]);
    }
    expect([leases(() => unpack('<II', view)), leases(() => intFromBytes(view))]).toEqual([1, 1]);
  });
});

describe('arguments', () => {
  const buffer = new Uint8Array(8);

  test('in order are not bound by name', () => {
    const bound = (work: () => unknown) => times('companions/struct/unpack-from', 'inOrder', work);
    for (const { unpack_from: call } of [plain, { unpack_from }] as (typeof plain)[]) {
      expect([bound(() => call('<I', buffer)), bound(() => call('<I', buffer, 4))]).toEqual([0, 0]);
      expect(bound(() => call('<I', buffer, { offset: 4 }))).toBe(1);
    }
  });

  test('are not looked at for names behind an offset', () => {
    const asked = times('python/options', 'isOptions', () => plain.unpack_from('<I', buffer, 4));
    expect(asked).toBe(0);
  });
});

test('a format is compiled once, until the sizes of C types change or there are too many', () => {
  let compiled: unknown[] = [];
  const find = formatCache((format) => {
    compiled.push(format);
    return { format: String(format) };
  });
  const compilations = (...formats: string[]) => {
    compiled = [];
    const found = formats.map(find);
    expect(found.map(({ format }) => format)).toEqual(formats);
    return compiled;
  };
  expect(compilations('<I', '<H', '<I', '<H', '<H')).toEqual(['<I', '<H']);
  const before = useABI(ILP32);
  try {
    expect(compilations('<I', '<I', '<H')).toEqual(['<I', '<H']);
  } finally {
    useABI(before);
  }
  expect(compilations('<H', '<I')).toEqual(['<H', '<I']);
  const many = Array.from({ length: 100 }, (_, i) => `<${i}s`);
  compilations(...many);
  expect(compilations('<99s', '<1s').length).toBeLessThan(2);
  expect(compilations('<I')).toEqual(['<I']);
});

test('an array appends within its room, also after its buffers were released', () => {
  const array = new PyArray('B', Array(50).fill(1) as number[]);
  array.append(1);
  const gaps = (count: number) =>
    times('storage/storage', 'openGap', () => {
      for (let i = 0; i < count; i++) array.append(2);
    });
  const grown = gaps(200);
  expect(grown).toBeLessThan(20);
  new MemoryView(array).release();
  expect(gaps(200)).toBeLessThan(10);
  const objects = (value: unknown) =>
    times('companions/array/grow', 'insertObject', () => array.append(value as number));
  expect([objects(1), objects({ __index__: () => 1 })]).toEqual([0, 1]);
});

describe('ints of bytes', () => {
  test('up to 64 bytes are read as words, and more as digits', () => {
    const digits = (length: number) =>
      times('algorithms/hex', 'hex', () => intFromBytes(new Bytes(new Uint8Array(length).fill(1))));
    expect([1, 6, 7, 64, 65].map(digits)).toEqual([0, 0, 0, 0, 1]);
  });

  test('up to six bytes become a number without a bigint', () => {
    const made = jest.spyOn(globalThis, 'BigInt');
    try {
      intFromBytes(new Bytes([1, 2, 3, 4, 5, 6]), { as: 'number' });
      expect(made).not.toHaveBeenCalled();
    } finally {
      made.mockRestore();
    }
  });
});

/** How often a call asks for the kernels, for work of this many bytes. */
const asked = (work: () => unknown, bytes: number) =>
  noted('accelerate/load', 'kernels', work, (length: number) => length).filter((length) => length === bytes)
    .length;

test('adler32 asks for a kernel from 128 bytes on, wherever they lie', () => {
  const view = new MemoryView(new Bytes(new Uint8Array(1000)));
  const asking = (start: number, length: number) =>
    asked(() => adler32(view.slice(start, start + length)), length);
  expect([asking(0, 127), asking(0, 128), asking(800, 127), asking(800, 128)]).toEqual([0, 1, 0, 1]);
});

const STANDARD_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

describe('base64', () => {
  let before: ReturnType<typeof setTiers>;
  beforeEach(() => (before = setTiers({ natives: true, wasm: false })));
  afterEach(() => void setTiers(before));

  const MIB = 2 ** 20;
  /** The lengths of the texts that the platform makes of so many bytes, and how often. */
  const encoded = (size: number) =>
    lengths(
      noted(
        'codecs/host-text',
        'base64Text',
        () => b2a_base64(new Bytes(new Uint8Array(size)), { newline: false }),
        (...[, start, end]: [unknown, number, number]) => ((end - start) / 3) * 4,
      ),
    );
  /** The same of the texts that it decodes. */
  const decoded = (characters: number, asText: boolean) => {
    const text = 'A'.repeat(characters);
    const data = asText ? text : new Bytes(text, 'ascii');
    return lengths(
      noted(
        'codecs/host-text',
        'writeBase64',
        () => a2b_base64(data as never, { padded: false }),
        (piece: string) => piece.length,
      ),
    );
  };
  const lengths = (all: number[]) =>
    [...new Set(all)].map((length) => [length, all.filter((n) => n === length).length]);

  test('is made by the platform from 256 bytes on, in pieces that stay in the cache', () => {
    expect([encoded(255), encoded(258)]).toEqual([[], [[344, 1]]]);
    expect(encoded(3 * 65_536)).toEqual([[65_536, 4]]);
    // Texts of one to four MiB are outside of the heap.
    expect(encoded((MIB / 4) * 3 - 3)).toEqual([
      [65_536, 15],
      [65_532, 1],
    ]);
    expect(encoded((MIB / 4) * 3)).toEqual([[MIB, 1]]);
    expect(encoded(3 * MIB)).toEqual([[4 * MIB, 1]]);
    expect(encoded(3 * MIB + 3)).toEqual([
      [65_536, 64],
      [4, 1],
    ]);
  });

  test('is read by the platform from 256 digits on, but for the last four', () => {
    expect([decoded(256, true), decoded(260, true), decoded(263, true)]).toEqual([
      [],
      [[256, 1]],
      [[256, 1]],
    ]);
    expect(decoded(65_536 * 2 + 4, true)).toEqual([[65_536, 2]]);
    expect([decoded(256, false), decoded(260, false)]).toEqual([[], [[256, 1]]]);
    expect(decoded(65_536 * 2 + 4, false)).toEqual([[65_536, 2]]);
  });

  test('asks for kernels from 96 bytes on, for every alphabet that differs only in its last digits', () => {
    const alphabet = (last: string) => new Bytes(`${STANDARD_DIGITS}${last}`, 'ascii');
    const encoding = (size: number, last: string) =>
      asked(() => b2a_base64(new Bytes(new Uint8Array(size)), { alphabet: alphabet(last) }), size) > 0;
    expect([encoding(93, '._'), encoding(96, '._'), encoding(96, '.='), encoding(96, '..')]).toEqual([
      false,
      true,
      false,
      false,
    ]);
    const decoding = (size: number) =>
      asked(() => a2b_base64(new Bytes('A'.repeat(size), 'ascii')), size) > 0;
    expect([decoding(92), decoding(96)]).toEqual([false, true]);
  });

  test('is read by a kernel, not by the platform, once there are kernels', () => {
    setTiers({ natives: true, wasm: true });
    expect(compileKernels()).not.toBe(null);
    expect([decoded(1024, false), decoded(65_536, false)]).toEqual([[], []]);
  });

  test('an alphabet is examined once', () => {
    const other = new Bytes(`${STANDARD_DIGITS}._`, 'ascii');
    const parts = jest.spyOn(Uint8Array.prototype, 'subarray');
    try {
      for (let i = 0; i < 3; i++) a2b_base64(new Bytes('A'.repeat(96), 'ascii'), { alphabet: other });
      expect(parts.mock.calls.filter(([, end]) => end === 62).length).toBe(1);
    } finally {
      parts.mockRestore();
    }
  });

  test('a text without lines becomes no bytes, and one of lines does', () => {
    const copied = (text: string) =>
      noted(
        'companions/binascii/arguments',
        'asciiOf',
        () => urlsafe_b64decode(text),
        (part: string) => part.length,
      );
    const lines = `${'A'.repeat(76)}\n`.repeat(4);
    expect([copied('A'.repeat(512)), copied(lines)]).toEqual([[4], [lines.length]]);
  });

  test('of a truth value is decoded at once, and another value is asked first', () => {
    const atOnce = (padded: unknown) =>
      times('companions/binascii/base64', 'decodePlainly', () => urlsafe_b64decode('AAAA', { padded }));
    expect([atOnce(true), atOnce(false), atOnce(1)]).toEqual([1, 1, 0]);
    const viewed = (data: unknown) => times('protocol/lease', 'lease', () => encodebytes(data as Bytes));
    expect(viewed(new Bytes('abc', 'ascii'))).toBe(0);
  });

  test('lines are wrapped by a kernel from 256 characters on', () => {
    const wrapping = (characters: number) =>
      asked(() => b2a_base64(new Bytes(new Uint8Array((characters / 4) * 3)), { wrapcol: 76 }), characters);
    expect([wrapping(252), wrapping(256)]).toEqual([0, 1]);
  });
});
