/** `dir()` of objects that have no names of the source language, and of those that have attributes: CPython's names. */
import { Bytes, MemoryView } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import { Struct } from 'pybuffer/struct';
import { builtins, callMethod, dir, setAttribute, signatures, tuple } from 'pybuffer/runtime';
import { attributes } from '../../src/runtime/signatures.data.js';

const recorded = (type: keyof typeof attributes) =>
  [...Object.keys(signatures[type]), ...attributes[type].split(' ')].filter((name) => name !== '').sort();

test.each<[keyof typeof attributes, object]>([
  ['bytes', new Bytes()],
  ['memoryview', new MemoryView(new Bytes())],
  ['array', new PyArray('b')],
  ['Struct', new Struct('b')],
  ['BytesIO', new BytesIO()],
  ['bytes_iterator', new Bytes()[Symbol.iterator]()],
  ['memory_iterator', new MemoryView(new Bytes())[Symbol.iterator]()],
  ['arrayiterator', new PyArray('b')[Symbol.iterator]()],
  ['reversed', builtins.reversed(new Bytes()) as object],
])('%s', (type, value) => {
  expect(dir(value)).toEqual(recorded(type));
  expect(callMethod(value, '__dir__')).toEqual(recorded(type));
});

test('attributes of an object are among its names, in order', () => {
  const stream = new BytesIO();
  setAttribute(stream, 'aaa', 1);
  setAttribute(stream, 'zzz', 2);
  expect(dir(stream)).toEqual([...recorded('BytesIO'), 'aaa', 'zzz'].sort());
  expect(dir({ b: 1, a: 2 })).toEqual(['a', 'b']);
});

test('items are no names, and other values have none', () => {
  expect([dir(tuple(1, 2)), dir(null), dir(5), dir('a')]).toEqual([[], [], [], []]);
});
