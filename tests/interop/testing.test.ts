// pybuffer/testing: equality for test runners.
import { ByteArray, Bytes, MemoryView, b } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { comparable, equalityTester } from 'pybuffer/testing';

class Sub extends Bytes {}

test('values of one type are equal by contents', () => {
  expect(equalityTester(b`abc`, b`xabc`.slice(1))).toBe(true);
  expect(equalityTester(b`abc`, b`abd`)).toBe(false);
  expect(equalityTester(new ByteArray(b`abc`), new ByteArray(b`abc`))).toBe(true);
  expect(equalityTester(new MemoryView(b`abc`), new MemoryView(new ByteArray(b`abc`)))).toBe(true);
  expect(equalityTester(new PyArray('H', [1]), new PyArray('H', [1]))).toBe(true);
  expect(equalityTester(new PyArray('H', [1]), new PyArray('H', [2]))).toBe(false);
  expect(equalityTester(new Sub(b`abc`), b`abc`)).toBe(true);
});

test('values of two types differ, and what is not ours is left to the helper', () => {
  expect(equalityTester(b`abc`, new ByteArray(b`abc`))).toBe(false);
  expect(equalityTester(b`abc`, new MemoryView(b`abc`))).toBe(false);
  expect(equalityTester(b`abc`, Uint8Array.of(97, 98, 99))).toBeUndefined();
  expect(equalityTester('abc', b`abc`)).toBeUndefined();
  expect(equalityTester(1, 1)).toBeUndefined();
  expect(equalityTester(null, undefined)).toBeUndefined();
});

test('a released view equals itself only', () => {
  const view = new MemoryView(b`abc`);
  const other = new MemoryView(b`abc`);
  view.release();
  expect(equalityTester(view, view)).toBe(true);
  expect(equalityTester(view, other)).toBe(false);
});

test('comparable replaces our values at any depth, and nothing else', () => {
  const date = new Date(0);
  const bare = Object.assign(Object.create(null) as object, { x: b`a` });
  expect(comparable({ x: [b`abc`, 1, null], date, bare })).toEqual({
    x: ["bytes:b'abc'", 1, null],
    date,
    bare: Object.assign(Object.create(null) as object, { x: "bytes:b'a'" }),
  });
  expect(comparable(new Map([[b`k`, new ByteArray(b`v`)]]))).toEqual(
    new Map([["bytes:b'k'", "bytearray:b'v'"]]),
  );
  expect(comparable(new Set([b`k`]))).toEqual(new Set(["bytes:b'k'"]));
  expect(comparable('text')).toBe('text');
  expect(comparable(date)).toBe(date);
});

test('comparable ends on cycles', () => {
  const list: unknown[] = [b`a`];
  list.push(list);
  const copy = comparable(list) as unknown[];
  expect(copy[0]).toBe("bytes:b'a'");
  expect(copy[1]).toBe(copy);
});

test('long contents are told apart', () => {
  const long = new Bytes(Uint8Array.from({ length: 300 }, (_, i) => i));
  const other = new Bytes(Uint8Array.from({ length: 300 }, (_, i) => (i === 299 ? 0 : i)));
  expect(comparable(long)).toBe(comparable(new Bytes(long.toUint8Array())));
  expect(comparable(long)).not.toBe(comparable(other));
});
