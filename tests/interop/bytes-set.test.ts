/**
 * The methods of `BytesSet` one by one, and keys whose hashes collide. The expected values are those of
 * Python's set.
 */
import { inspect } from 'node:util';
import { BytesMap, BytesSet, b } from 'pybuffer';
import type * as Interop from '../../src/index.js';

const made = () => new BytesSet([b`one`, b`two`, b`three`]);
const shown = (set: BytesSet) => [...set].map(String).join(' ');

test('delete, remove and pop remove elements', () => {
  const set = made();
  expect([set.delete(b`two`), set.delete(b`two`), set.size, shown(set)]).toEqual([
    true,
    false,
    2,
    "b'one' b'three'",
  ]);
  expect([set.has(b`two`), set.has(b`three`)]).toEqual([false, true]);
  set.remove(b`three`);
  expect(() => set.remove(b`three`)).toThrow("b'three'");
  expect([set.size, String(set.pop()), set.size, set.has(b`one`)]).toEqual([1, "b'one'", 0, false]);
  expect(() => set.pop()).toThrow("'pop from an empty set'");
});

test('elements that are added again come last', () => {
  const set = made();
  set.delete(b`one`);
  set.add(b`one`).add(b`two`);
  expect(shown(set)).toBe("b'two' b'three' b'one'");
});

test('clear, copy and update', () => {
  const set = made();
  const copy = set.copy();
  set.clear();
  expect([set.size, shown(set), copy.size]).toEqual([0, '', 3]);
  set.update([b`a`], [b`b`, b`a`], copy);
  expect([shown(set), set.size]).toEqual(["b'a' b'b' b'one' b'two' b'three'", 5]);
});

test('forEach, keys, values and entries', () => {
  const set = made();
  const seen: unknown[] = [];
  set.forEach((element, same, all) => seen.push([String(element), element === same, all === set]));
  expect(seen).toEqual([
    ["b'one'", true, true],
    ["b'two'", true, true],
    ["b'three'", true, true],
  ]);
  expect([...set.keys()].map(String)).toEqual([...set.values()].map(String));
  expect([...set.entries()].every(([element, same]) => element === same)).toBe(true);
});

test('only a set of bytes is equal to one', () => {
  const set = made();
  expect(set.equals(new BytesSet([b`three`, b`two`, b`one`]))).toBe(true);
  const others = [
    null,
    undefined,
    3,
    'one',
    {},
    [b`one`, b`two`, b`three`],
    new Set(['one']),
    new BytesMap(),
  ];
  for (const other of [...others, new BytesSet([b`one`, b`two`])]) expect(set.equals(other)).toBe(false);
  expect(new BytesSet([b`one`]).equals({ size: 1, has: () => true })).toBe(false);
});

test('it is shown as Python shows it', () => {
  expect([made().repr(), String(new BytesSet()), inspect(new BytesSet([b`a`]))]).toEqual([
    "{b'one', b'two', b'three'}",
    'set()',
    "{b'a'}",
  ]);
  expect(inspect(new BytesMap([[b`a`, 1]]))).toBe("{b'a': 1}");
});

test('None is not an element', () => {
  for (const value of [null, undefined]) {
    expect(() => made().has(value as never)).toThrow("a bytes-like object is required, not 'NoneType'");
  }
});

/** The inverse of an odd `factor` modulo 2**32. */
function inverseOf(factor: number): number {
  let inverse = factor;
  for (let i = 0; i < 5; i++) inverse = Math.imul(inverse, 2 - Math.imul(factor, inverse));
  return inverse;
}

const unshifted = (value: number, by: number) =>
  value ^ (value >>> by) ^ (2 * by < 32 ? value >>> (2 * by) : 0);

/** The four bytes with a given hash in the table, before it is cut to 30 bits: MurmurHash3 backwards. */
function contentOfHash(hash: number): number[] {
  let value = unshifted(hash, 16);
  value = Math.imul(value, inverseOf(0xc2b2ae35));
  value = unshifted(value, 13);
  value = Math.imul(value, inverseOf(0x85ebca6b));
  value = unshifted(value, 16) ^ 4;
  value = Math.imul((value - 0xe6546b64) | 0, inverseOf(5));
  value = (value >>> 13) | (value << 19);
  value ^= 1;
  value = Math.imul(value, inverseOf(0x1b873593));
  value = (value >>> 15) | (value << 17);
  const word = Math.imul(value, inverseOf(0xcc9e2d51));
  return [word & 255, (word >> 8) & 255, (word >> 16) & 255, word >>> 24];
}

/** The library with the seed 1; otherwise each process has a different seed. */
function seeded(): typeof Interop {
  let room!: typeof Interop;
  const random = jest.spyOn(Math, 'random').mockReturnValue(0);
  try {
    jest.isolateModules(() => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      room = require('../../src/index.js') as typeof Interop;
      new room.BytesSet([new room.Bytes(1)]);
    });
  } finally {
    random.mockRestore();
  }
  return room;
}

test('contents with the same hash are added and removed in any order', () => {
  const { Bytes, BytesSet } = seeded();
  for (let round = 0; round < 40; round++) {
    const keys = [0, 1, 2, 3].map((top) => new Bytes(contentOfHash((round * 7919) | (top << 30))));
    expect(new Set(keys.map(String)).size).toBe(4);
    const set = new BytesSet(keys);
    const model = new Set(keys.map(String));
    // Each round removes the keys in another order, and adds one back.
    const order = keys.map((key, i) => [(i * 3 + round) % 5, key] as const).sort(([x], [y]) => x - y);
    for (const [i, [, key]] of order.entries()) {
      expect(set.delete(key)).toBe(true);
      model.delete(String(key));
      if (i === 1) {
        set.add(order[0]![1]);
        model.add(String(order[0]![1]));
      }
      expect(keys.map((each) => set.has(each))).toEqual(keys.map((each) => model.has(String(each))));
      expect([...set].map(String)).toEqual([...model]);
      expect(set.size).toBe(model.size);
    }
  }
});

test('comparison helpers see the contents without their order, as own enumerable properties, and a tag', () => {
  const tag = (value: object) => Object.prototype.toString.call(value);
  const set = new BytesSet([b`b`, b`a c`, b`a`]);
  expect(Object.entries(set)).toEqual([['contents', ["b'a c'", "b'a'", "b'b'"]]]);
  expect(tag(set)).toBe("[object BytesSet:b'a\\x20c',b'a',b'b']");
  expect(tag(BytesSet.prototype)).toBe('[object BytesSet]');
  const map = new BytesMap<unknown>([
    [b`b`, 1],
    [b`a`, [b`x`, 'y']],
  ]);
  const contents = [
    ["b'a'", [b`x`, 'y']],
    ["b'b'", 1],
  ];
  expect(Object.entries(map)).toEqual([['contents', contents]]);
  expect(tag(map)).toBe("[object BytesMap:b'a':\\x20[b'x',\\x20'y'\\x5d,b'b':\\x201]");
  expect(tag(BytesMap.prototype)).toBe('[object BytesMap]');
  for (const value of [set, map]) {
    expect(Object.getOwnPropertyDescriptor(value, 'contents')).toMatchObject({ enumerable: true });
  }
});

test('None is not a key either', () => {
  for (const value of [null, undefined]) {
    expect(() => new BytesMap().set(value as never, 1)).toThrow(
      "a bytes-like object is required, not 'NoneType'",
    );
  }
});
