/** Keywords in a trailing options object. */
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { MemoryView } from '../../src/memoryview/index.js';
import { bindOptions, isOptions, isOptionsNotOurs } from '../../src/python/options.js';
import { suggest } from '../../src/python/suggest.js';
import { outcome } from '../algorithms/support.js';

test.each<unknown>([{}, { sep: 1 }, Object.create(null), { length: 1 }])('%p carries keywords', (value) =>
  expect([isOptions(value), isOptionsNotOurs(value)]).toEqual([true, true]),
);

test.each<unknown>([
  null, undefined, 1, 'a', [], new Map(), new (class A {})(), { __index__: 1 }, { __bytes__: 1 }, { __buffer__: 1 },
  { __iter__: 1 }, { getBuffer: 1 }, { [Symbol.iterator]: 1 }, () => 0, new Uint8Array(1),
  Object.setPrototypeOf(new Uint8Array(1), Object.prototype), new Bytes(1), new ByteArray(1), new MemoryView(new Bytes(1)),
])('%p is a value', (value) => expect([isOptions(value), isOptionsNotOurs(value)]).toEqual([false, false])); // prettier-ignore

const bind = (args: unknown[], names = ['sep', 'maxsplit'], positionalOnly = 0) =>
  outcome(() => bindOptions('f', names, args, positionalOnly));

test('keywords are assigned to their parameters', () => {
  expect(bind([{}])).toEqual([]);
  expect(bind([{ maxsplit: 2, sep: 1 }])).toEqual([1, 2]);
  expect(bind([{ maxsplit: 2 }])).toEqual([undefined, 2]);
  expect(bind([1, { maxsplit: 2 }])).toEqual([1, 2]);
  expect(bind([1, { maxsplit: 2 }, undefined, undefined])).toEqual([1, 2]);
});

test.each<[unknown[], string[] | undefined, number, string]>([
  [[{ a: 1, b: 2, c: 3 }], undefined, 0, 'f() takes at most 2 keyword arguments (3 given)'],
  [[1, { a: 1, b: 2 }], undefined, 0, 'f() takes at most 2 arguments (3 given)'],
  [[{ a: 1, b: 2 }], ['x'], 0, 'f() takes at most 1 keyword argument (2 given)'],
  [[{ x: 1 }], undefined, 0, "f() got an unexpected keyword argument 'x'"],
  [[{ sap: 1 }], undefined, 0, "f() got an unexpected keyword argument 'sap'. Did you mean 'sep'?"],
  [[{ sep: 1 }], undefined, 1, "f() got an unexpected keyword argument 'sep'"],
  [[{ sap: 1 }], undefined, 1, "f() got an unexpected keyword argument 'sap'"],
  [[1, { sep: 1 }], undefined, 0, "argument for f() given by name ('sep') and position (1)"],
  [[1, { maxsplit: 1, sep: 1 }], ['x', 'sep', 'maxsplit'], 0, ''],
])('%j', (args, names, positionalOnly, message) => {
  const met = bind(args, names, positionalOnly);
  if (message === '') expect(met).toEqual([1, 1, 1]);
  else expect(met).toEqual({ error: `TypeError: ${message}` });
});

test.each<[string, string[], string | null]>([
  // As CPython suggests (`_Py_CalculateSuggestions`).
  ['SEP', ['sep'], 'sep'],
  ['sep', ['sep'], null],
  ['sepp', ['sep'], 'sep'],
  ['spe', ['sep'], null],
  ['Maxsplit', ['sep', 'maxsplit'], 'maxsplit'],
  ['maxslit', ['sep', 'maxsplit'], 'maxsplit'],
  ['encodign', ['encoding', 'errors'], 'encoding'],
  ['abcd', ['abce', 'abcD'], 'abcD'],
  ['abcd', ['abcx', 'abcy'], 'abcx'],
  ['q', ['sep'], null],
  ['', ['a'], null],
  ['x'.repeat(40), ['x'.repeat(39)], null],
  ['x'.repeat(39), ['x'.repeat(40)], null],
  ['x'.repeat(39), ['x'.repeat(38)], 'x'.repeat(38)],
  ['x'.repeat(38), ['x'.repeat(39)], 'x'.repeat(39)],
  ['kelvin', ['celvin', 'Kelvin'], 'Kelvin'],
])('for %p of %p it suggests %p', (name, candidates, expected) => {
  expect(suggest(name, candidates)).toBe(expected);
});
