/** The values that have a hash, as in CPython 3.15. */
import { ByteArray, Bytes, ILP32, MemoryView, tuple } from 'pybuffer';
import { PyComplex, PyFloat } from 'pybuffer/runtime';
import { PyArray } from 'pybuffer/array';
import { builtins, operator, useABI } from 'pybuffer/runtime';
import { pythonOf } from '../python-of.js';

test.each([
  ['[]', [], "TypeError: unhashable type: 'list'"],
  ['{}', new Map(), "TypeError: unhashable type: 'dict'"],
  ['{} as an object', {}, "TypeError: unhashable type: 'dict'"],
  ['set()', new Set(), "TypeError: unhashable type: 'set'"],
  ['bytearray()', new ByteArray(), "TypeError: unhashable type: 'bytearray'"],
  ["array('B')", new PyArray('B'), "TypeError: unhashable type: 'array.array'"],
  ['([],)', tuple([]), "TypeError: unhashable type: 'list'"],
  [
    'memoryview(bytearray(1))',
    new MemoryView(new ByteArray(1)),
    'ValueError: cannot hash writable memoryview object',
  ],
  ['1', 1, '1'],
  ['True', true, '1'],
  ['-1', -1, '-2'],
  ['2**61 - 1', 2n ** 61n - 1n, '0'],
  ['0.5', 0.5, '1152921504606846976'],
])('hash(%s)', (_, value, expected) => {
  expect(pythonOf(() => builtins.hash(value))).toBe(expected);
});

test('equal values have one hash', () => {
  const content = new Bytes('abc', 'ascii');
  expect(builtins.hash(new MemoryView(content))).toBe(builtins.hash(content));
  expect(builtins.hash(tuple(1, content))).toBe(builtins.hash(tuple(true, new Bytes(content))));
});

test('hashes of ints have the width of the pointers', () => {
  const before = useABI(ILP32);
  try {
    const hashes = [2n ** 31n - 1n, 2n ** 31n, -(2n ** 31n), 2n ** 61n - 1n, 0.5].map((value) =>
      builtins.hash(value),
    );
    // CPython: `sys.hash_info.modulus` of a 32-bit build is 2**31 - 1.
    expect(hashes).toEqual([0n, 1n, -2n, 2n ** 30n - 1n, 2n ** 30n]);
  } finally {
    useABI(before);
  }
});

test.each([
  ['\\xff', '\xff', 3476900567878811119n],
  ['\\u0100', '\u0100', 75343234424780393n],
  ['\\uffff', '\uffff', 2147057924765956750n],
  ['\\U00010000', '\u{10000}', 8244560961346649228n],
])("hash('%s'), of text at the ends of each width, as with PYTHONHASHSEED=0", (_, text, expected) => {
  expect(builtins.hash(text)).toBe(expected);
});

test('a symbol hashes by its text, and one without a text like the empty one', () => {
  expect(builtins.hash(Symbol('abc'))).toBe(builtins.hash('abc'));
  expect(builtins.hash(Symbol())).toBe(builtins.hash(''));
});

test("a NaN hashes by identity, so two are two keys, and JavaScript's own NaN is one object", () => {
  const [a, b] = [new PyFloat(NaN), new PyFloat(NaN)];
  const [c, d] = [new PyComplex(NaN, 0), new PyComplex(0, NaN)];
  const all = [a, b, c, d, NaN];
  const hashes = all.map((value) => builtins.hash(value));
  expect(all.map((value) => builtins.hash(value))).toEqual(hashes);
  expect(new Set(hashes).size).toBe(all.length);
  expect(hashes).not.toContain(0n);
  expect(builtins.hash(tuple(a))).toBe(builtins.hash(tuple(a)));
  expect(builtins.hash(tuple(a))).not.toBe(builtins.hash(tuple(b)));
  const dict = new Map<unknown, unknown>([[a, 1]]);
  expect(all.map((value) => operator.contains(dict, value))).toEqual([true, false, false, false, false]);
});
