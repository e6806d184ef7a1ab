/** States of iterators, and iterators that derived classes make, as in CPython 3.15. */
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { PyArray } from '../../src/companions/array/index.js';
import { BytesIO } from '../../src/companions/io/index.js';
import { MemoryView } from '../../src/memoryview/index.js';
import { builtins, callMethod, setAttribute } from '../../src/runtime/index.js';

/** A sequence of the program, which `reversed` reads by its indexes. */
class Sequence {
  __len__(): number {
    return 2;
  }
  __getitem__(index: number): number {
    return 97 + index;
  }
}

const SOURCES: Readonly<Record<string, () => object>> = {
  bytes: () => new Bytes('ab', 'ascii'),
  bytearray: () => new ByteArray('ab', 'ascii'),
  array: () => new PyArray('b', [97, 98]),
  memoryview: () => new MemoryView(new Bytes('ab', 'ascii')),
  sequence: () => new Sequence(),
};

/** The remaining items after some calls of `__setstate__`. */
function left(iterator: object, states: readonly number[]): unknown {
  for (const state of states) callMethod(iterator, '__setstate__', [state]);
  return builtins.list(iterator);
}

describe.each(Object.keys(SOURCES))('reversed(%s)', (name) => {
  test.each([
    [[-2], []],
    [[-1], []],
    [[-1, 0], []],
    [[-2, 1], []],
    [[5], [98, 97]],
    [[5, 0], [97]],
    [
      [0, 1],
      [98, 97],
    ],
  ])('after the states %j', (states, items) => {
    expect(left(builtins.reversed(SOURCES[name]!()) as object, states)).toEqual(items);
  });

  test('stays exhausted after its last item', () => {
    const iterator = builtins.reversed(SOURCES[name]!()) as object;
    builtins.next(iterator);
    builtins.next(iterator);
    expect(left(iterator, [1])).toEqual([]);
  });
});

test.each([
  ['bytes', [-2, 0], [97, 98]],
  ['bytearray', [-2, 0], []],
  ['bytearray', [-1], []],
  ['bytearray', [5, 0], [97, 98]],
  ['array', [-2], [97, 98]],
])('iter(%s) after the states %j', (name, states, items) => {
  expect(left(builtins.iter(SOURCES[name]!()) as object, states)).toEqual(items);
});

test('join calls __iter__ of an iterator of a derived class again', () => {
  let calls = 0;
  class Stream extends BytesIO {
    __iter__(): unknown {
      return ++calls === 1 ? this : [];
    }
  }
  Object.defineProperty(Stream, 'name', { value: 'Stream' });
  expect(() => new ByteArray().join(new Stream() as never)).toThrow(
    /Stream\.__iter__\(\) must return an iterator, not list$/,
  );
});

test('the items of a derived array are what its __iter__ returns', () => {
  class Derived extends PyArray<'d'> {
    *__iter__(): Generator<number> {
      yield 1;
    }
  }
  expect(new PyArray('H', new Derived('d', [0.5])).tolist()).toEqual([1]);
});

test('an attribute of a stream hides the method of its name, and is called instead', () => {
  const stream = new BytesIO();
  setAttribute(stream, 'nonsense', 0);
  setAttribute(stream, 'read', 5);
  expect(() => callMethod(stream, 'nonsense')).toThrow("'int' object is not callable");
  expect(() => callMethod(stream, 'read')).toThrow("'int' object is not callable");
  setAttribute(stream, 'read', (size: number) => size + 1);
  expect(callMethod(stream, 'read', [4])).toBe(5);
});

// In CPython: `type(iterator)()`.
test.each([
  ['bytes', 'bytes_iterator'],
  ['bytearray', 'bytearray_iterator'],
  ['memoryview', 'memory_iterator'],
  ['array', 'array.arrayiterator'],
])('the class of an iterator of %s makes no objects', (name, type) => {
  expect(() => callMethod(builtins.iter(SOURCES[name]!()), '__class__')).toThrow(
    `cannot create '${type}' instances`,
  );
});
