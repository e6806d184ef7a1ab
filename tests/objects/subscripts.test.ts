/**
 * `x[i]` on every type: Python's items and exceptions, JavaScript's undefined past the end, and no cost for
 * other code.
 */
import { ByteArray, Bytes, MemoryView, b } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { Subscripts } from '../../src/objects/index.js';
import { viewOfMemory } from '../../src/memoryview/index.js';
import type { Api } from '../../bench/row.js';
import { groups } from '../../bench/rows/index.js';
import * as base64 from '../../src/base64.js';
import * as binascii from '../../src/binascii.js';
import * as pybuffer from '../../src/index.js';
import * as io from '../../src/io.js';
import * as runtime from '../../src/runtime/index.js';
import * as struct from '../../src/struct.js';
import * as zlib from '../../src/zlib.js';

/** The outcome of a subscript: its value, or the exception as Python prints it. */
function told(use: () => unknown): unknown {
  try {
    return use();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

class Sub extends ByteArray {}
class SubBytes extends Bytes {}

const makers: [string, () => { [index: number]: number; readonly length: number }][] = [
  ['Bytes', () => b`abc` as never],
  ['a subclass of Bytes', () => new SubBytes(b`abc`) as never],
  ['ByteArray', () => new ByteArray(b`abc`)],
  ['a subclass of ByteArray', () => new Sub(b`abc`)],
  ['MemoryView', () => new MemoryView(new ByteArray(b`abc`))],
  ['PyArray', () => new PyArray('H', [97, 98, 99])],
];

test.each(makers)('%s: reading', (_name, make) => {
  const x = make();
  expect([x[0], x[2], x[-1], x[-3]]).toEqual([97, 99, 99, 97]);
  expect([x[3], x[-4], x[2 ** 53], x[-1e21]]).toEqual([undefined, undefined, undefined, undefined]);
  const named = x as unknown as Record<string, unknown>;
  expect(['1', '01', '-0', '+1', '1.0', ' 1', '', '-', '1e0'].map((name) => named[name])).toEqual([
    98,
    ...new Array<undefined>(8).fill(undefined),
  ]);
});

test.each(makers.filter(([name]) => !name.includes('Bytes')))('%s: writing', (_name, make) => {
  const x = make();
  x[0] = 1;
  x[-1] = 3;
  expect([x[0], x[1], x[2]]).toEqual([1, 98, 3]);
  expect(Object.keys(x)).toEqual([]);
});

test('indices of several digits, zeros among them', () => {
  const bytes = new Bytes(Uint8Array.from({ length: 256 }, (_, i) => i)) as unknown as number[];
  const array = new PyArray(
    'H',
    Array.from({ length: 256 }, (_, i) => i),
  ) as unknown as number[];
  for (const at of [9, 10, 19, 20, 99, 100, 101, 109, 110, 190, 200, 255]) {
    expect([bytes[at], bytes[at - 256], array[at], array[at - 256]]).toEqual([at, at, at, at]);
  }
  expect([bytes[256], bytes[-257], bytes[1000]]).toEqual([undefined, undefined, undefined]);
});

test('an index that no double can be is that index', () => {
  const data = new ByteArray(b`abc`) as unknown as Record<string, number>;
  const writes = (name: string) => told(() => (data[name] = 1));
  const outOfRange = 'IndexError: bytearray index out of range';
  const tooLarge = "IndexError: cannot fit 'int' into an index-sized integer";
  expect(['9223372036854775807', '9223372036854775808'].map(writes)).toEqual([outOfRange, tooLarge]);
  expect(['-9223372036854775808', '-9223372036854775809'].map(writes)).toEqual([outOfRange, tooLarge]);
  expect(String(data)).toBe("bytearray(b'abc')");
});

test('a symbol is a property like any other, and an object without items has none', () => {
  const key = Symbol('key');
  const data = new ByteArray(b`abc`) as ByteArray & { [key]?: number };
  data[key] = 1;
  expect([data[key], Reflect.ownKeys(data).includes(key)]).toEqual([1, true]);
  expect(Reflect.get(Subscripts.prototype as object, '0', {})).toBeUndefined();
});

test("errors of writes are Python's", () => {
  const writes = (x: object) =>
    [5, -9, 2 ** 70, 1.5, NaN].map((key) => told(() => ((x as Record<number, number>)[key] = 1)));
  expect(told(() => ((b`abc` as unknown as number[])[0] = 1))).toBe(
    "TypeError: 'bytes' object does not support item assignment",
  );
  expect(told(() => (new ByteArray(b`abc`)[0] = 256))).toBe('ValueError: byte must be in range(0, 256)');
  expect(told(() => (new MemoryView(new ByteArray(3))[0] = -1))).toBe(
    "ValueError: memoryview: invalid value for format 'B'",
  );
  expect(told(() => (new MemoryView(b`abc`)[0] = 1))).toBe('TypeError: cannot modify read-only memory');
  expect(writes(new ByteArray(b`abc`))).toEqual([
    'IndexError: bytearray index out of range',
    'IndexError: bytearray index out of range',
    "IndexError: cannot fit 'int' into an index-sized integer",
    'TypeError: bytearray indices must be integers or slices, not float',
    'TypeError: bytearray indices must be integers or slices, not float',
  ]);
  expect(writes(new MemoryView(new ByteArray(3)))).toEqual([
    'IndexError: index out of bounds on dimension 1',
    'IndexError: index out of bounds on dimension 1',
    "IndexError: cannot fit 'int' into an index-sized integer",
    'TypeError: memoryview: invalid slice key',
    'TypeError: memoryview: invalid slice key',
  ]);
});

test('views without such an item raise, even when reading past the end', () => {
  const data = new ByteArray(6);
  const gone = new MemoryView(data);
  gone.release();
  const cases: [MemoryView<unknown>, string][] = [
    [gone, 'ValueError: operation forbidden on released memoryview object'],
    [
      new MemoryView(data).cast('B', [2, 3]),
      'NotImplementedError: multi-dimensional sub-views are not implemented',
    ],
    [new MemoryView(data).slice(0, 1).cast('B', []), 'TypeError: invalid indexing of 0-dim memory'],
  ];
  for (const [view, message] of cases) {
    expect([told(() => view[0]), told(() => view[99])]).toEqual([message, message]);
  }
});

test('items have the type of the format', () => {
  const view = new MemoryView(new ByteArray(b`\x01\0\0\0\0\0\0\0`));
  expect([view.cast('q')[0], view.cast('?')[0], view.cast('H')[1], view.cast('d')[-1]]).toEqual([
    1n,
    true,
    0,
    5e-324,
  ]);
  expect(view.cast('c')[0]?.equals(b`\x01`)).toBe(true);
  const memory = new Uint8Array(2);
  viewOfMemory(memory, pybuffer.BufferFlags.WRITE)[1] = 7;
  expect(memory).toEqual(Uint8Array.of(0, 7));
});

test("JavaScript's own functions that take array-likes are right", () => {
  for (const [, make] of makers) {
    const x = make();
    const target = new Uint8Array(4);
    target.set(x);
    expect([...target]).toEqual([97, 98, 99, 0]);
    expect(Buffer.from(x as never)).toEqual(Buffer.from('abc'));
    expect(String.fromCharCode.apply(null, x as never)).toBe('abc');
    expect(Array.prototype.map.call(x, (item) => Number(item) + 1)).toEqual([98, 99, 100]);
    expect(Array.prototype.indexOf.call(x, 99)).toBe(2);
    expect(Array.prototype.slice.call(x, 1)).toEqual([98, 99]);
    let sum = 0;
    for (let i = 0; i < x.length; i++) sum += x[i]!;
    expect(sum).toBe(294);
  }
});

test('`in` asks for a name, of which JavaScript does not say the object: integers are names of items', () => {
  const data = new ByteArray(b`abc`);
  expect([0 in data, 97 in data, '01' in data, 'append' in data, 'nothing' in data]).toEqual([
    true,
    true,
    false,
    true,
    false,
  ]);
});

test('a name that is not an index remains a property', () => {
  class Named extends ByteArray {
    name = 'n';
  }
  const data = new Named(b`abc`) as Named & Record<string, unknown>;
  data['01'] = 'text';
  data['-0'] = 'minus';
  expect([data.name, data['01'], data['-0'], Object.keys(data)]).toEqual([
    'n',
    'text',
    'minus',
    ['name', '01', '-0'],
  ]);
  expect([data.hasOwnProperty('name'), String(data)]).toEqual([true, "Named(b'abc')"]);
  expect(Object.getPrototypeOf(Object.getPrototypeOf(data))).toBe(ByteArray.prototype);
  expect(data instanceof Object).toBe(true);
});

test('defineProperty hides an item behind a property; freezing leaves the memory as it is', () => {
  const data = new ByteArray(b`abc`);
  Object.defineProperty(data, '0', { value: 'mine' });
  expect([data[0], data.get(0)]).toEqual(['mine', 97]);
  const frozen = new ByteArray(b`abc`);
  const view = new MemoryView(frozen);
  Object.freeze(frozen);
  Object.freeze(view);
  (frozen as ByteArray)[0] = 1;
  (view as MemoryView)[1] = 2;
  expect([...frozen]).toEqual([1, 2, 99]);
  expect(() => Object.assign(frozen, { x: 1 })).toThrow(TypeError);
});

test("a frozen bytearray is not resized or viewed, a frozen view not released: JavaScript's TypeError, and nothing changes", () => {
  const frozen = Object.freeze(new ByteArray(b`abc`)) as ByteArray;
  for (const refused of [
    () => frozen.append(1),
    () => frozen.extend(b`de`),
    () => frozen.iadd(b`de`),
    () => frozen.pop(),
    () => frozen.clear(),
    () => new MemoryView(frozen),
  ]) {
    expect(refused).toThrow(TypeError);
    expect(frozen.hex()).toBe('616263');
  }
  const data = new ByteArray(b`abc`);
  const view = Object.freeze(new MemoryView(data)) as MemoryView;
  expect(() => view.release()).toThrow(TypeError);
  expect([view.get(0), told(() => data.append(1))]).toEqual([
    97,
    'BufferError: Existing exports of data: object cannot be re-sized',
  ]);
});

test('`delete` never asks: it does nothing', () => {
  const data = new ByteArray(b`abc`);
  expect(delete data[0]).toBe(true);
  expect(data.length).toBe(3);
});

test('any receiver gets an answer', () => {
  for (const type of [Bytes, ByteArray, MemoryView, PyArray]) {
    expect((type.prototype as unknown as unknown[])[0]).toBe(undefined);
  }
  expect((Object.create(b`abc`) as number[])[1]).toBe(98);
  expect(new Proxy(b`abc`, {})[1]).toBe(98);
  expect((b`abc` as unknown as Record<symbol, unknown>)[Symbol('other')]).toBe(undefined);
});

test('await and concat look names up in vain', async () => {
  const data = new ByteArray(b`abc`);
  expect(await Promise.resolve(data)).toBe(data);
  expect(([] as unknown[]).concat(data as never)).toEqual([data]);
});

// ---- the price ----------------------------------------------------------------------------------------------

const api = { ...pybuffer, base64, binascii, io, runtime, struct, zlib } as Api;

test('no operation of the bench reaches the Proxy', () => {
  const root = Object.getPrototypeOf(Object.getPrototypeOf(Bytes.prototype)) as object;
  const proxy = Object.getPrototypeOf(root) as object;
  const reached: string[] = [];
  let row = '';
  const trap =
    (name: 'get' | 'set' | 'has' | 'getPrototypeOf') =>
    (...args: unknown[]): unknown => {
      reached.push(`${row}: ${name} ${name === 'getPrototypeOf' ? '' : String(args[1])}`);
      return (Reflect[name] as (...args: unknown[]) => unknown)(...args);
    };
  Object.setPrototypeOf(
    root,
    new Proxy(proxy, {
      get: trap('get'),
      set: trap('set') as never,
      has: trap('has') as never,
      getPrototypeOf: trap('getPrototypeOf') as never,
    }),
  );
  try {
    let count = 0;
    for (const { name: group, rows } of groups) {
      // The ports use `instanceof` themselves, as their authors would.
      if (group === 'ports') continue;
      for (const { name, sizes, ours } of rows) {
        if (sizes[0]! > 2 ** 16) continue;
        row = name;
        const task = ours(api, sizes[0]!);
        task();
        task();
        count++;
      }
    }
    expect(count).toBeGreaterThan(80);
    expect(reached).toEqual([]);
    // The spy works: an ordinary subscript reaches it.
    void new ByteArray(1)[0];
    expect(reached).toHaveLength(1);
  } finally {
    Object.setPrototypeOf(root, proxy);
  }
});
