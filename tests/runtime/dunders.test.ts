// Methods of streams that Python's own io calls, special methods called by name, and corner cases of
// operators, as in CPython 3.15.
import { ByteArray, Bytes, MemoryView, PyComplex, PyFloat, PyValueError, Slice, b } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import {
  Ellipsis,
  NotImplemented,
  builtins,
  call,
  callMethod,
  configure,
  dir,
  getAttribute,
  operator,
  signatureOf,
  signatures,
  tuple,
} from 'pybuffer/runtime';
import { pythonOf } from '../python-of.js';

test.each([
  ['_checkSeekable', true],
  ['_checkReadable', true],
  ['_checkWritable', true],
  ['_checkClosed', null],
])('%s of an open stream, and of a closed one', (name, expected) => {
  const stream = new BytesIO(b`x`);
  expect(callMethod(stream, name, [])).toBe(expected);
  stream.close();
  expect(() => callMethod(stream, name, [])).toThrow('I/O operation on closed file');
});

test('the finalizer closes a stream', () => {
  const stream = new BytesIO(b`x`);
  expect(callMethod(stream, '__del__', [])).toBe(null);
  expect(stream.closed).toBe(true);
});

type Value = Bytes | ByteArray | PyArray | MemoryView;
const VALUES: Readonly<Record<string, () => Value>> = {
  bytes: () => b`abc`,
  bytearray: () => new ByteArray(b`abc`),
  array: () => new PyArray('B', b`abc`),
  memoryview: () => new MemoryView(new ByteArray(b`abc`)),
};
const BINARY = [
  'add',
  'mul',
  'mod',
  'lt',
  'le',
  'eq',
  'ne',
  'gt',
  'ge',
  'contains',
  'getitem',
  'iadd',
  'imul',
] as const;
const OTHERS: readonly (() => unknown)[] = [
  () => b`b`,
  () => b`abc`,
  () => new ByteArray(b`abd`),
  () => new PyArray('B', b`ab`),
  () => 2,
  () => 97,
  () => new Slice(0, 2),
];

test.each(Object.keys(VALUES))('%s: a special method with a right argument is the operator', (type) => {
  const make = VALUES[type]!;
  const wrong: string[] = [];
  let called = 0;
  for (const name of BINARY) {
    for (const other of OTHERS) {
      const expected = pythonOf(() => operator[name](make() as never, other() as never));
      // `x += y` is `x = x + y` for types without `__iadd__`, and `in` iterates over views.
      const isThere = dir(make()).includes(`__${name}__`);
      if (!isThere || /Error: /.test(expected)) continue;
      let actual: string;
      try {
        const result = callMethod(make(), `__${name}__`, [other()]);
        // Then the other side answers.
        if (result === NotImplemented) continue;
        actual = builtins.repr(result);
      } catch (error) {
        actual = String(error);
      }
      called++;
      const withoutAddress = (text: string) => text.replace(/0x[0-9a-f]+/g, '0x');
      if (withoutAddress(actual) !== withoutAddress(expected))
        wrong.push(`${name}: ${actual}, not ${expected}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(called).toBeGreaterThan(5);
});

test('a required parameter has no default, and the others have one', () => {
  for (const [type, methods] of Object.entries(signatures)) {
    for (const name of Object.keys(methods)) {
      for (const parameter of signatureOf(type, name)?.parameters ?? []) {
        if (parameter.required)
          expect([type, name, parameter.name, parameter.default]).toEqual([type, name, parameter.name, null]);
        expect(parameter.name).not.toContain('=');
      }
    }
  }
});

test('the length that is left of a reversed sequence', () => {
  const data = new ByteArray(b`abcd`);
  const items = builtins.reversed(data) as Iterator<unknown>;
  const left = () => callMethod(items, '__length_hint__', []);
  expect(left()).toBe(4);
  items.next();
  expect(left()).toBe(3);
  data.resize(3);
  expect(left()).toBe(3);
  data.resize(2);
  expect(left()).toBe(0);
});

test.each([
  [2 ** 30, 2 ** 30, 2n ** 60n],
  [2 ** 53 - 1, 1, 2 ** 53 - 1],
  [2 ** 52, 2, 2n ** 53n],
  [-(2 ** 52), 2, -(2n ** 53n)],
  [0, -5, 0],
  [-5, 0, 0],
  [3, -5, -15],
])('%p * %p is exact, and no negative zero', (left, right, product) => {
  expect(operator.mul(left, right)).toBe(product);
});

test('a list is assigned to a slice of itself', () => {
  const items: unknown[] = [1, 2, 3];
  operator.setitem(items, new Slice(1, 2), items);
  expect(items).toEqual([1, 1, 2, 3, 3]);
});

test('sums of complex numbers are compensated', () => {
  const float = (value: number) => new PyFloat(value);
  const items = [1, new PyComplex(0, 1), float(1e16), float(1), float(-1e16)];
  expect(builtins.repr(builtins.sum(items))).toBe('(2+1j)');
});

// In CPython: `repr(memoryview[...])` and its like, and the arguments of each.
test.each<[unknown, string, string]>([
  [Bytes, 'memoryview[bytes]', "(<class 'bytes'>,)"],
  [tuple(Bytes, ByteArray), 'memoryview[bytes, bytearray]', "(<class 'bytes'>, <class 'bytearray'>)"],
  [tuple(), 'memoryview[()]', '()'],
  [tuple(tuple()), 'memoryview[()]', '((),)'],
  [[Bytes, 1], 'memoryview[[bytes, 1]]', "([<class 'bytes'>, 1],)"],
  [[[Bytes]], "memoryview[[[<class 'bytes'>]]]", "([[<class 'bytes'>]],)"],
  [[tuple(Bytes)], "memoryview[[(<class 'bytes'>,)]]", "([(<class 'bytes'>,)],)"],
  [Ellipsis, 'memoryview[...]', '(Ellipsis,)'],
  [tuple(Bytes, [Ellipsis]), 'memoryview[bytes, [...]]', "(<class 'bytes'>, [Ellipsis])"],
  [null, 'memoryview[None]', '(None,)'],
  ['a', "memoryview['a']", "('a',)"],
  [PyArray, 'memoryview[array.array]', "(<class 'array.array'>,)"],
  [PyValueError, 'memoryview[ValueError]', "(<class 'ValueError'>,)"],
  [callMethod(PyArray, '__class_getitem__', ['b']), "memoryview[array.array['b']]", "(array.array['b'],)"],
])('%#: memoryview[%p]', (argument, text, args) => {
  const alias = callMethod(MemoryView, '__class_getitem__', [argument]);
  expect(builtins.repr(alias)).toBe(text);
  expect(builtins.repr(getAttribute(alias, '__args__'))).toBe(args);
  expect(callMethod(new MemoryView(b`a`), '__class_getitem__', [argument])).toEqual(alias);
});

test('the finalizer prints what close() raises', () => {
  class Stream extends BytesIO {
    override close(): void {
      throw new PyValueError('no');
    }
  }
  const printed: unknown[][] = [];
  const log = jest
    .spyOn(console, 'error')
    .mockImplementation((...args: unknown[]) => void printed.push(args));
  try {
    expect(callMethod(new Stream(), '__del__', [])).toBe(null);
  } finally {
    log.mockRestore();
  }
  expect(printed).toEqual([
    [
      expect.stringMatching(/^Exception ignored while finalizing file <.*Stream object.*>:$/),
      new PyValueError('no'),
    ],
  ]);
});

/** Iterators of floats that a runtime boxes keep their type, length and state. */
test.each<[string, () => object, string]>([
  ['array', () => new PyArray('d', [1, 2.5]), 'array.arrayiterator'],
  ['reversed array', () => builtins.reversed(new PyArray('d', [1, 2.5])) as object, 'reversed'],
  ['view', () => new MemoryView(new PyArray('d', [1, 2.5]) as never), 'memory_iterator'],
  [
    'reversed view',
    () => builtins.reversed(new MemoryView(new PyArray('d', [1, 2.5]) as never)) as object,
    'reversed',
  ],
])('boxed floats of %s', (name, make, type) => {
  const before = configure({ floats: 'box' });
  try {
    const iterator = builtins.iter(make());
    expect(builtins.typeName(iterator)).toBe(type);
    expect(builtins.iter(iterator)).toBe(iterator);
    const isReversed = name.startsWith('reversed');
    const all = isReversed ? [new PyFloat(2.5), new PyFloat(1)] : [new PyFloat(1), new PyFloat(2.5)];
    if (type === 'memory_iterator') {
      expect([...(iterator as unknown as Iterable<unknown>)]).toEqual(all);
      return;
    }
    if (isReversed) expect(callMethod(iterator, '__length_hint__')).toBe(2);
    expect(builtins.next(iterator)).toEqual(all[0]);
    const [make2, args, state] = callMethod(iterator, '__reduce__') as [unknown, unknown[], number];
    const copy = call(make2, args) as Iterator<unknown>;
    callMethod(copy, '__setstate__', [state]);
    expect(builtins.list(copy)).toEqual([all[1]]);
    if (isReversed) expect(callMethod(iterator, '__length_hint__')).toBe(1);
    expect([...(iterator as unknown as Iterable<unknown>)]).toEqual([all[1]]);
  } finally {
    configure(before);
  }
});
