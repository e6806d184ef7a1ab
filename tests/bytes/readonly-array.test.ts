/**
 * `asReadonlyUint8Array`: real functions of the platform accept the array, nothing is copied, and the debug
 * mode notices who writes.
 */
import { createHash, createHmac } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, gunzipSync, gzipSync } from 'node:zlib';
import {
  ByteArray,
  Bytes,
  MemoryView,
  PyBufferError,
  PyRuntimeError,
  Slice,
  b,
  checkReadonlyArrays,
  debugReadonlyArrays,
} from 'pybuffer';
import type { ReadonlyUint8Array } from 'pybuffer';
import { PyArray } from 'pybuffer/array';

const MIB = 2 ** 20;
const memoryOf = (value: Bytes | ByteArray) => value.getBuffer(0).memory.buffer;

describe('64 MiB of bytes go out without a copy', () => {
  const large = b`0123456789abcdef`.repeat(4 * MIB);
  const array = large.asReadonlyUint8Array();
  const copy = large.toUint8Array();

  test('the array views the memory of the bytes', () => {
    expect(array.length).toBe(64 * MIB);
    expect(array.buffer).toBe(memoryOf(large));
    expect(large.asReadonlyUint8Array().buffer).toBe(array.buffer);
    expect(array.subarray(1, 3).buffer).toBe(array.buffer);
    expect(new Bytes(large).asReadonlyUint8Array().buffer).toBe(array.buffer);
    expect(new MemoryView(large).slice(8).asReadonlyUint8Array().buffer).toBe(array.buffer);
    expect(new MemoryView(large).slice(8).asReadonlyUint8Array().byteOffset).toBe(8);
  });

  test('node:crypto and node:zlib', () => {
    const hash = (data: Uint8Array) => createHash('sha1').update(data).digest('hex');
    expect(hash(array)).toBe(hash(copy));
    expect(crc32(array)).toBe(crc32(copy));
    expect(gunzipSync(gzipSync(array.subarray(0, MIB), { level: 1 })).equals(copy.subarray(0, MIB))).toBe(
      true,
    );
  });

  test('node:fs', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pybuffer-'));
    try {
      const file = join(folder, 'data');
      const descriptor = openSync(file, 'w');
      expect(writeSync(descriptor, array)).toBe(64 * MIB);
      closeSync(descriptor);
      expect(readFileSync(file).equals(copy)).toBe(true);
      writeFileSync(file, array.subarray(0, 10));
      expect(readFileSync(file, 'latin1')).toBe('0123456789');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('Blob, Response, Request, TextDecoder', async () => {
    expect(new Blob([array]).size).toBe(64 * MIB);
    expect(Buffer.from(await new Response(array).arrayBuffer()).equals(copy)).toBe(true);
    const request = new Request('http://localhost/', { method: 'POST', body: array });
    expect((await request.arrayBuffer()).byteLength).toBe(64 * MIB);
    expect(new TextDecoder().decode(array).length).toBe(64 * MIB);
    expect(Buffer.from(array.buffer, array.byteOffset, array.length).equals(copy)).toBe(true);
  });

  test('the body of fetch', async () => {
    const server = createServer((request, response) => {
      const hash = createHash('sha1');
      request.on('data', (piece: Buffer) => hash.update(piece));
      request.on('end', () => response.end(hash.digest('hex')));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      const answer = await fetch(url, { method: 'POST', body: array });
      expect(await answer.text()).toBe(createHash('sha1').update(copy).digest('hex'));
    } finally {
      server.close();
    }
  });

  test('nothing of it wrote to the bytes', () => {
    expect(large.equals(copy)).toBe(true);
  });
});

describe('every type has the same way out', () => {
  const OWNERS = {
    Bytes: () => new Bytes([1, 2, 3]),
    ByteArray: () => new ByteArray([1, 2, 3]),
    'a view of Bytes': () => new MemoryView(new Bytes([1, 2, 3])),
    'a view of a bytearray': () => new MemoryView(new ByteArray([1, 2, 3])),
    'a read-only view of a bytearray': () => new MemoryView(new ByteArray([1, 2, 3])).toreadonly(),
    PyArray: () => new PyArray('B', [1, 2, 3]),
  };
  test.each(Object.entries(OWNERS))('%s', (_name, make) => {
    const value = make();
    using array = value.asReadonlyUint8Array();
    expect(Object.getPrototypeOf(array)).toBe(Uint8Array.prototype);
    expect([...array]).toEqual([1, 2, 3]);
    expect(createHmac('md5', array).update(array).digest('hex')).toBe(
      createHmac('md5', Uint8Array.of(1, 2, 3))
        .update(Uint8Array.of(1, 2, 3))
        .digest('hex'),
    );
    const again = make().asReadonlyUint8Array();
    again.release();
    again.release();
  });

  test('of mutable memory it is live and holds an export', () => {
    for (const data of [new ByteArray([1, 2, 3]), new PyArray('B', [1, 2, 3])]) {
      const array = data.asReadonlyUint8Array();
      data.set(0, 9);
      expect(array[0]).toBe(9);
      expect(() => data.append(4)).toThrow(PyBufferError);
      array.release();
      data.append(4);
      expect(data.length).toBe(4);
    }
    const view = new MemoryView(new ByteArray(3));
    const array = view.asReadonlyUint8Array();
    expect(() => view.release()).toThrow(PyBufferError);
    array.release();
    view.release();
  });

  test('a view that is not contiguous has none', () => {
    const view = new MemoryView(new Bytes(6)).slice(null, null, 2);
    expect(() => view.asReadonlyUint8Array()).toThrow(
      new PyBufferError('memoryview: underlying buffer is not C-contiguous'),
    );
  });

  test('of an array, also a writable way and a copy', () => {
    const items = new PyArray('H', [1, 2]);
    const copy = items.toUint8Array();
    using live = items.asUint8Array();
    live[1] = 1;
    expect(items.tolist()).toEqual([257, 2]);
    expect([...copy]).toEqual([1, 0, 2, 0]);
  });
});

test('small bytes are copied, so that no function can take away memory that many values share', () => {
  const small = b`abc`.concat(b`def`);
  const neighbour = b`ghi`.concat(b`jkl`);
  const { buffer } = small.asReadonlyUint8Array();
  structuredClone(buffer, { transfer: [buffer] });
  expect([small.decode(), neighbour.decode()]).toEqual(['abcdef', 'ghijkl']);
});

test('the compiler refuses to write', () => {
  const array: ReadonlyUint8Array = b`abc`.asReadonlyUint8Array();
  const accepted: Uint8Array = array;
  // @ts-expect-error read-only
  array[0] = 1;
  // @ts-expect-error read-only
  expect(() => array.set([1])).not.toThrow();
  // @ts-expect-error read-only
  array.fill(1);
  // @ts-expect-error read-only
  array.sort();
  // @ts-expect-error read-only
  array.reverse();
  // @ts-expect-error read-only
  array.copyWithin(0, 1);
  // @ts-expect-error a part is read-only too
  array.subarray(1)[0] = 1;
  expect(accepted.length).toBe(3);
});

describe('the debug mode', () => {
  const written = (array: ReadonlyUint8Array, at: number) => ((array as Uint8Array)[at]! ^= 0xff);
  /** The source position that an error names. */
  function handOut(value: { asReadonlyUint8Array(): ReadonlyUint8Array & { release(): void } }) {
    return value.asReadonlyUint8Array();
  }
  const ERROR =
    /^byte 2 of immutable bytes was 99 and is 156: .*\n[^]*\n +at handOut \(.*readonly-array\.test\.ts/;

  beforeEach(() => void debugReadonlyArrays(true));
  afterEach(() => void debugReadonlyArrays(false));

  const SIZES: [string, () => Bytes][] = [
    ['small', () => b`abc`.concat(b`def`)],
    ['large', () => b`abc`.repeat(MIB)],
  ];
  const USES: [string, (bytes: Bytes) => unknown][] = [
    ['find', (bytes) => bytes.find(b`z`)],
    ['equals', (bytes) => bytes.equals(new Bytes(bytes.length))],
    ['concat', (bytes) => bytes.concat(b`x`)],
    ['get', (bytes) => bytes.get(0)],
    ['get of a slice', (bytes) => bytes.get(new Slice(0, 2))],
    ['slice', (bytes) => bytes.slice(1)],
    ['decode', (bytes) => bytes.decode('latin-1')],
    ['repr', (bytes) => bytes.repr()],
    ['hash', (bytes) => bytes.hash()],
    ['iteration', (bytes) => bytes[Symbol.iterator]().next()],
    ['an operand', (bytes) => new ByteArray().iadd(bytes)],
    ['a copy', (bytes) => new ByteArray(bytes)],
    ['a memoryview', (bytes) => new MemoryView(bytes)],
    ['a join', (bytes) => b`,`.join([bytes, bytes])],
    ['another array', (bytes) => bytes.asReadonlyUint8Array()],
    ['checkReadonlyArrays', () => checkReadonlyArrays()],
  ];
  for (const [size, make] of SIZES) {
    test.each(USES)(`${size} bytes that were written: %s`, (_name, use) => {
      const bytes = make();
      const array = handOut(bytes);
      written(array, 2);
      expect(() => use(bytes)).toThrow(PyRuntimeError);
      expect(() => use(bytes)).toThrow(ERROR);
      written(array, 2);
      use(bytes);
    });
  }

  test('release checks once, and ends the watch', () => {
    const bytes = b`abc`.repeat(2);
    const array = handOut(bytes);
    written(array, 2);
    expect(() => array.release()).toThrow(ERROR);
    array.release();
    checkReadonlyArrays();
  });

  test('an array of a view of bytes', () => {
    const bytes = b`xabc`.repeat(3000);
    const array = handOut(new MemoryView(bytes).slice(1));
    written(array, 2);
    expect(() => bytes.repr()).toThrow(ERROR);
  });

  test('frozen bytes are checked on demand', () => {
    const bytes = Object.freeze(b`abc`.repeat(2));
    written(handOut(bytes), 2);
    expect(() => checkReadonlyArrays()).toThrow(ERROR);
  });

  test('unwritten bytes and mutable memory raise nothing', () => {
    const bytes = b`abc`.repeat(2);
    createHash('md5').update(bytes.asReadonlyUint8Array());
    const data = new ByteArray(b`abc`);
    using array = data.asReadonlyUint8Array();
    data.set(0, 1);
    checkReadonlyArrays();
    expect([bytes.decode(), array[0]]).toEqual(['abcabc', 1]);
  });

  test('switching it off forgets what it watched; it returns the setting before', () => {
    const bytes = b`abc`.repeat(2);
    written(handOut(bytes), 2);
    expect(debugReadonlyArrays(false)).toBe(true);
    expect(bytes.length).toBe(6);
    expect(debugReadonlyArrays(false)).toBe(false);
    checkReadonlyArrays();
    // Bytes that are not watched keep a plain field.
    const plain = b`abc`.repeat(2);
    plain.asReadonlyUint8Array();
    expect(
      Object.getOwnPropertySymbols(plain).every(
        (key) => 'value' in Object.getOwnPropertyDescriptor(plain, key)!,
      ),
    ).toBe(true);
  });
});
