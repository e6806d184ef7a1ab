/**
 * Methods, slots and attributes of Skulpt's classes, in a session that CPython answered, and what Skulpt's own code
 * reads of them.
 */
import { VALUE } from '../../../src/adapters/skulpt/border.js';
import { countedSkulpt } from './counted.js';
import { freshSkulpt, runnerOf, testSession, withAdapter } from './host.js';

testSession('classes');

type Class = new (...args: unknown[]) => Record<string | symbol, unknown>;

test("special methods of `object` are Skulpt's own, except those of streams", () => {
  const Sk = withAdapter(freshSkulpt());
  const { bytes, bytearray, memoryview } = Sk.builtins as Record<string, Class>;
  const own = (cls: Class) =>
    ['__dir__', '__getstate__', '__subclasshook__', '__setattr__', '__getattribute__', '__delattr__'].filter(
      (name) =>
        typeof (cls.prototype[name] as { $meth?: unknown } | undefined)?.$meth === 'function' &&
        Object.hasOwn(cls.prototype, name),
    );
  expect([own(bytes!), own(bytearray!), own(memoryview!)]).toEqual([[], [], []]);
});

test("Skulpt's code makes bytes from text, numbers and memory, and no other type that way", () => {
  const { bytes, bytearray } = withAdapter(freshSkulpt()).builtins as Record<string, Class>;
  const shown = (...args: unknown[]) => String(new bytes!(...args)[VALUE]);
  expect([shown(), shown('a\xff'), shown([1, 2]), shown(Uint8Array.of(3)), shown('')]).toEqual([
    "b''",
    "b'a\\xff'",
    "b'\\x01\\x02'",
    "b'\\x03'",
    "b''",
  ]);
  expect(new bytearray!()[VALUE]).toBeUndefined();
});

test("Skulpt's code reads bytes as an array of ints, and as memory", () => {
  const { bytes } = withAdapter(freshSkulpt()).builtins as Record<string, Class>;
  const object = new bytes!([0, 97, 255]);
  const items = (object['sk$asarray'] as () => { v: number }[])();
  expect(items.map(({ v }) => v)).toEqual([0, 97, 255]);
  expect(object['v']).toEqual(Uint8Array.of(0, 97, 255));
});

test('a hash is a number that JavaScript holds exactly', () => {
  const { bytes } = withAdapter(freshSkulpt()).builtins as Record<string, Class>;
  const hashes = Array.from({ length: 50 }, (_, i) => (new bytes!([i, 1])['tp$hash'] as () => number)());
  expect(hashes.every(Number.isSafeInteger)).toBe(true);
  expect(new Set(hashes).size).toBe(50);
  expect(Math.max(...hashes.map(Math.abs))).toBeGreaterThan(2 ** 50);
});

test('plain bytes and bytearrays take the short ways, and nothing else does', () => {
  const run = runnerOf(countedSkulpt([]));
  const before = "x = bytearray(b'ab')\nm = memoryview(x)\ncalls()\n";
  const rows = [
    ["b'ab'.upper()", ''],
    ["b'ab'.find(b'b'), b'ab'.partition(b'a')", ''],
    ['x.lower()', ''],
    ['x.split(b"a")', ''],
    ["b'ab'[0], b'ab'[1:], b'ab' + b'c', b'ab' * 2, len(b'ab'), 97 in b'ab', b'a' < b'b', str(b'a')", ''],
    ['x[0], x[1:], x + x, x * 2, len(x), 97 in x, x < b"b", str(x)', ''],
    ["[each for each in b'ab'], [each for each in x]", ''],
    ['bytes([1, 2]), bytes(b"ab"), bytes()', ''],
    ["bytearray(b'a')", 'bytearray.__new__'],
    ["memoryview(b'a')", 'memoryview.__new__'],
    ['m[0]', 'memoryview.__getitem__'],
    ['len(m)', 'memoryview.__len__'],
    ['m.tolist()', 'memoryview.tolist'],
    ['iter(m)', 'memoryview.__iter__'],
  ];
  const reached = rows.map(([source]) => [source, run(`${before}${source}\nprint(calls())`).trimEnd()]);
  expect(reached).toEqual(rows);
});
