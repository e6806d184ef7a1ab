/**
 * The pickling protocol of our types and their iterators, against CPython 3.15's answers, and copies made
 * with it.
 */
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { PyArray } from '../../src/companions/array/index.js';
import type { TypeCode } from '../../src/companions/array/index.js';
import { BytesIO } from '../../src/companions/io/index.js';
import { Struct } from '../../src/companions/struct/index.js';
import { MemoryView } from '../../src/memoryview/index.js';
import { builtins, call, callMethod, setAttribute, tuple } from '../../src/runtime/index.js';
import { pythonOf } from '../python-of.js';

const b = (text: string) => new Bytes(text, 'latin-1');
const reduce = (value: unknown, protocol: number) => callMethod(value, '__reduce_ex__', [protocol]);
class B extends Bytes {}
class Stream extends BytesIO {}

/** The object that `copy.copy` makes from the result of `__reduce_ex__(4)`. */
function copied(value: unknown): unknown {
  const [make, args, state] = reduce(value, 4) as [unknown, unknown[], unknown];
  const copy = call(make, args);
  if (state !== null && state !== undefined) callMethod(copy, '__setstate__', [state]);
  return copy;
}

test('streams', () => {
  const stream = new BytesIO(b('abc'));
  stream.read(1);
  expect(pythonOf(() => reduce(stream, 0))).toBe("TypeError: cannot pickle 'BytesIO' object");
  const [make, args, state, ...rest] = reduce(stream, 2) as unknown[];
  expect([(make as { name: string }).name, args, rest]).toEqual(['__newobj__', [BytesIO], [null, null]]);
  expect(pythonOf(() => state)).toBe("(b'abc', 1, None)");
  const copy = copied(stream) as BytesIO;
  expect(copy).not.toBe(stream);
  expect(copy.read().equals(b('bc'))).toBe(true);
  setAttribute(stream, 'x', 5);
  expect(pythonOf(() => callMethod(stream, '__getstate__'))).toBe("(b'abc', 1, {'x': 5})");
  expect(copied(new Stream(b('z')))).toBeInstanceOf(Stream);
  stream.close();
  expect(pythonOf(() => reduce(stream, 2))).toBe('ValueError: I/O operation on closed file.');
});

test.each<[string, () => unknown, string, string]>([
  [
    'memoryview',
    () => new MemoryView(b('a')),
    "cannot pickle 'memoryview' object",
    'cannot pickle memoryview objects',
  ],
  ['Struct', () => new Struct('B'), "cannot pickle 'Struct' object", "cannot pickle '_struct.Struct' object"],
  [
    'iterator of a view',
    () => new MemoryView(b('a'))[Symbol.iterator](),
    "cannot pickle 'memory_iterator' object",
    "cannot pickle 'memory_iterator' object",
  ],
])('%s', (_, make, old, current) => {
  expect(pythonOf(() => reduce(make(), 1))).toBe(`TypeError: ${old}`);
  expect(pythonOf(() => callMethod(make(), '__reduce__'))).toBe(`TypeError: ${old}`);
  expect(pythonOf(() => reduce(make(), 4))).toBe(`TypeError: ${current}`);
});

test('a derived class of bytes', () => {
  const value = new B(b('q'));
  setAttribute(value, 'x', 1);
  const [make, args, state] = reduce(value, 0) as [{ name: string }, unknown[], unknown];
  expect([make.name, args.slice(0, 2), state]).toEqual(['_reconstructor', [B, Bytes], { x: 1 }]);
  expect(call(make, args)).toBeInstanceOf(B);
  expect(pythonOf(() => call(make, args))).toBe("b'q'");
});

/** By type code: the items, and the code and bytes of protocol 3 in CPython on 64-bit Linux. */
const MACHINE: [TypeCode, unknown, number, string][] = [
  ['B', [97, 98], 0, 'ab'],
  ['b', [-1], 1, '\xff'],
  ['H', [1], 2, '\x01\0'],
  ['h', [-2], 4, '\xfe\xff'],
  ['I', [1], 6, '\x01\0\0\0'],
  ['i', [1, -2], 8, '\x01\0\0\0\xfe\xff\xff\xff'],
  ['l', [1], 12, '\x01\0\0\0\0\0\0\0'],
  ['L', [1], 10, '\x01\0\0\0\0\0\0\0'],
  ['q', [1], 12, '\x01\0\0\0\0\0\0\0'],
  ['Q', [1], 10, '\x01\0\0\0\0\0\0\0'],
  ['w', 'a\xe9', 20, 'a\0\0\0\xe9\0\0\0'],
  ['u', 'ab', 20, 'a\0\0\0b\0\0\0'],
  ['f', [1.5], 14, '\0\0\xc0?'],
  ['d', [1.5], 16, '\0\0\0\0\0\0\xf8?'],
  ['e', [1.5], 26, '\0>'],
  ['Zd', [{ re: 1, im: 2 }], 24, '\0\0\0\0\0\0\xf0?\0\0\0\0\0\0\0@'],
];

test('arrays: a list below protocol 3, bytes with a code of their format from there on', () => {
  for (const [code, items, format, bytes] of MACHINE) {
    const array = new PyArray(code, items as never);
    const [make, args, state] = reduce(array, 3) as [{ name: string }, unknown[], unknown];
    expect([code, make.name, args.slice(0, 3), state]).toEqual([
      code,
      '_array_reconstructor',
      [PyArray, code, format],
      null,
    ]);
    expect((args[3] as Bytes).decode('latin-1')).toBe(bytes);
    expect(builtins.repr(call(make, args))).toBe(builtins.repr(array));
    const [list, values] = reduce(array, 2) as [unknown, unknown[]];
    expect(builtins.repr(call(list, values))).toBe(builtins.repr(array));
  }
});

test('arrays of other machines', () => {
  const [make] = reduce(new PyArray('B'), 3) as [unknown];
  const made = (...args: unknown[]) => pythonOf(() => call(make, args));
  expect(made(PyArray, 'i', 9, b('\0\0\0\x01\xff\xff\xff\xfe'))).toBe("array('i', [1, -2])");
  expect(made(PyArray, 'd', 17, b('?\xf8\0\0\0\0\0\0'))).toBe("array('d', [1.5])");
  // CPython counts each character of another machine twice.
  expect(made(PyArray, 'w', 21, b('\0\0\0a\0\0\0b'))).toBe("array('w', 'ab')");
  expect(made(PyArray, 'w', 21, b('\0\0\0a'))).toBe('ValueError: string length not a multiple of item size');
  expect(made(PyArray, 'u', 19, b('\0a\0b'))).toBe("array('u', 'ab')");
  expect(made(5, 'i', 9, b(''))).toBe('TypeError: first argument must be a type object, not int');
  expect(made(Bytes, 'i', 9, b(''))).toMatch(/^TypeError: .* is not a subtype of array\.array$/);
  expect(made(PyArray, 'x', 9, b(''))).toBe('ValueError: second argument must be a valid type code');
  expect(made(PyArray, 'i', 99, b(''))).toBe(
    'ValueError: third argument must be a valid machine format code.',
  );
  expect(made(PyArray, 'i', 9, new ByteArray())).toBe(
    'TypeError: fourth argument should be bytes, not bytearray',
  );
});

const ITERATORS: Readonly<Record<string, () => Iterator<unknown>>> = {
  bytes: () => b('abc')[Symbol.iterator](),
  bytearray: () => new ByteArray(b('abc'))[Symbol.iterator](),
  array: () => new PyArray('B', b('abc'))[Symbol.iterator]() as Iterator<unknown>,
  reversed: () => b('abc').reversed(),
  'reversed bytearray': () => new ByteArray(b('abc')).reversed(),
  'reversed array': () => new PyArray('B', b('abc')).reversed() as Iterator<unknown>,
  'reversed view': () => new MemoryView(b('abc')).reversed(),
};

/** What CPython's iterators yield after one step and `__setstate__(state)`. */
const MOVED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '1': { bytes: 'bc', bytearray: 'bc', array: 'bc', reversed: 'ba' },
  '0': { bytes: 'abc', bytearray: 'abc', array: 'abc', reversed: 'a' },
  '-5': { bytes: 'abc', bytearray: '', array: 'abc', reversed: '' },
  '100': { bytes: '', bytearray: '', array: '', reversed: 'cba' },
};

test.each(Object.keys(ITERATORS))('iterator of %s', (name) => {
  const make = ITERATORS[name]!;
  for (const [state, yields] of Object.entries(MOVED)) {
    const iterator = make();
    iterator.next();
    expect(callMethod(iterator, '__setstate__', [Number(state)])).toBeNull();
    expect(new Bytes(iterator).decode()).toBe(yields[name.split(' ')[0]!]);
  }
  const iterator = make();
  expect(callMethod(iterator, '__next__')).toBe(name.startsWith('reversed') ? 99 : 97);
  for (const [state, error] of [
    ['a', 'TypeError: an integer is required'],
    [{ __index__: () => 1 }, 'TypeError: an integer is required'],
    [2n ** 70n, 'OverflowError: Python int too large to convert to C ssize_t'],
  ] as const) {
    expect(pythonOf(() => callMethod(iterator, '__setstate__', [state]))).toBe(error);
  }
  const [again, args, state] = callMethod(iterator, '__reduce__') as [unknown, unknown[], number];
  const copy = call(again, args) as Iterator<unknown>;
  callMethod(copy, '__setstate__', [state]);
  expect(builtins.list(copy)).toEqual(builtins.list(iterator));
  expect(pythonOf(() => callMethod(iterator, '__next__'))).toBe('StopIteration: ');
  expect((callMethod(iterator, '__reduce__') as unknown[])[1]).toEqual([tuple()]);
  expect(callMethod(iterator, '__iter__')).toBe(iterator);
});

test('sizes', () => {
  const size = (value: unknown) => callMethod(value, '__sizeof__');
  const view = new MemoryView(b('a'));
  expect([view, view.cast('B', [1, 1]), view.cast('B', [])].map(size)).toEqual([168, 192, 168]);
  expect(['', 'B', '2B', 'BH', 'B2xH', '10s', '3x', '<BBBB', '0B'].map((f) => size(new Struct(f)))).toEqual([
    96, 128, 128, 160, 160, 128, 96, 224, 96,
  ]);
  expect(size(new BytesIO())).toBe(64);
  expect([new Bytes(), b('abc'), new ByteArray(), new ByteArray(b('abc'))].map(size)).toEqual([
    33, 36, 64, 100,
  ]);
  expect([new PyArray('i', []), new PyArray('i', [1])].map(size)).toEqual([64, 68]);
});

// In CPython: `[].__reduce_ex__` of `class D(array.array)`, with an empty dict and with an attribute.
test('a derived class of array', () => {
  class D extends PyArray {}
  const value = new D('b', [1]);
  expect((reduce(value, 3) as unknown[])[2]).toEqual({});
  expect((reduce(value, 2) as unknown[]).map((each) => pythonOf(() => each))).toEqual([
    "<class 'D'>",
    "('b', [1])",
    '{}',
  ]);
  setAttribute(value, 'x', 1);
  expect((reduce(value, 3) as unknown[])[2]).toEqual({ x: 1 });
});

test('iterators name the functions that make them again', () => {
  const names = [b('a')[Symbol.iterator](), b('a').reversed()].map((iterator) =>
    pythonOf(() => (callMethod(iterator, '__reduce__') as unknown[])[0]),
  );
  expect(names).toEqual(['<built-in function iter>', "<class 'reversed'>"]);
});

test('a reversed sequence of the program', () => {
  const sequence = { __len__: () => 3, __getitem__: (index: number) => index * 10 };
  const iterator = builtins.reversed(sequence) as Iterator<unknown>;
  expect((callMethod(iterator, '__reduce__') as unknown[]).slice(1)).toEqual([[sequence], 2]);
  expect(builtins.next(iterator)).toBe(20);
  const [make, args, state] = callMethod(iterator, '__reduce__') as [unknown, unknown[], number];
  expect(state).toBe(1);
  const copy = call(make, args) as Iterator<unknown>;
  callMethod(copy, '__setstate__', [state]);
  expect([builtins.list(copy), builtins.list(iterator)]).toEqual([
    [10, 0],
    [10, 0],
  ]);
  expect((callMethod(iterator, '__reduce__') as unknown[]).slice(1)).toEqual([[tuple()]]);
});
