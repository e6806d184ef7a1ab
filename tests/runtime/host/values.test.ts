/** As what each value crosses to a host with its own classes, and back. */
import { ByteArray, Bytes, MemoryView, PyKeyError } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import { Struct, iter_unpack } from 'pybuffer/struct';
import {
  Ellipsis,
  NotImplemented,
  PyComplex,
  PyFloat,
  Slice,
  builtins,
  call,
  callMethod,
  operator,
  tuple,
} from 'pybuffer/runtime';
import {
  Raised,
  Thing,
  Type,
  func,
  int,
  list,
  none,
  ourType,
  shown,
  start,
  str,
  thing,
} from './class-host.js';
import type { Crossing } from './class-host.js';

const runtime = start();
const { toHost, fromHost } = runtime;
const ascii = (text: string) => new Bytes(text, 'ascii');

class Unknown {}

test.each<[string, unknown, string]>([
  ['int', 5, 'int 5'],
  ['a large int', 2n ** 70n, `int ${2n ** 70n}n`],
  ['a small bigint', 7n, 'int 7'],
  ['the largest number that is an int', 2n ** 53n - 1n, `int ${2 ** 53 - 1}`],
  ['float', 2.5, 'float 2.5'],
  ['a boxed float', new PyFloat(2), 'float 2'],
  ['negative zero', new PyFloat(-0), 'float -0'],
  ['nan', NaN, 'float NaN'],
  ['bool', false, 'bool false'],
  ['str', 'é', 'str é'],
  ['None', null, 'NoneType null'],
  ['nothing', undefined, 'NoneType null'],
  ['NotImplemented', NotImplemented, 'NotImplementedType Symbol(pybuffer.NotImplemented)'],
  ['Ellipsis', Ellipsis, 'ellipsis Symbol(pybuffer.Ellipsis)'],
  ['complex', new PyComplex(1, 2), 'complex (1+2j)'],
  ['a list', [1, [true]], 'list(int 1, list(bool true))'],
  ['a tuple', tuple(1, [2]), 'tuple(int 1, list(int 2))'],
  [
    'a dict',
    new Map<unknown, unknown>([
      [1, 'a'],
      [null, []],
    ]),
    'dict(int 1: str a, NoneType null: list())',
  ],
  ['a plain object', { a: 1 }, 'dict(str a: int 1)'],
  [
    'an object without prototype',
    Object.assign(Object.create(null) as object, { b: null }),
    'dict(str b: NoneType null)',
  ],
  ['a slice', new Slice(1, null, -1), 'slice slice(1, None, -1)'],
])('%s crosses', (_, value, expected) => {
  expect(shown(toHost(value))).toBe(expected);
});

test.each<[string, object]>([
  ['bytes', ascii('ab')],
  ['bytearray', new ByteArray(2)],
  ['memoryview', new MemoryView(ascii('ab'))],
  ['array', new PyArray('b', [1])],
  ['Struct', new Struct('b')],
  ['BytesIO', new BytesIO()],
  ['bytes_iterator', ascii('ab')[Symbol.iterator]()],
  ['bytearray_iterator', new ByteArray(2)[Symbol.iterator]()],
  ['memory_iterator', new MemoryView(ascii('ab'))[Symbol.iterator]()],
  ['arrayiterator', new PyArray('b', [1])[Symbol.iterator]()],
  ['unpack_iterator', iter_unpack('b', ascii('ab'))],
  ['iterator', builtins.reversed(ascii('ab')) as object],
  ['iterator', builtins.enumerate([1])],
  ['GenericAlias', callMethod(builtins.memoryview, '__class_getitem__', [1]) as object],
])('%s crosses in a handle, the same one each time', (type, value) => {
  const handle = toHost(value) as Thing;
  expect(handle.type).toBe(ourType(type as 'bytes'));
  expect(handle.value).toBe(value);
  expect(toHost(value)).toBe(handle);
  expect(fromHost(handle)).toBe(value);
});

test('empty bytes and each single byte have one handle', () => {
  for (const value of [[], [0], [65], [255]]) {
    const handle = toHost(new Bytes(value)) as Thing;
    expect(toHost(new Bytes(value))).toBe(handle);
    expect([...(handle.value as Bytes)]).toEqual(value);
  }
  expect(toHost(ascii('a'))).not.toBe(toHost(ascii('b')));
  expect(toHost(ascii('ab'))).not.toBe(toHost(ascii('ab')));
  class Derived extends Bytes {}
  expect((toHost(new Derived([65])) as Thing).value).toBeInstanceOf(Derived);
});

test('the handle of a value is one for each runtime', () => {
  const value = new ByteArray(2);
  const others = Array.from({ length: 6 }, () => start().toHost(value));
  expect(new Set([toHost(value), ...others]).size).toBe(7);
  others.forEach((other) => expect((other as Thing).value).toBe(value));
});

test('objects that are not Python values cross as foreign ones', () => {
  for (const value of [new Uint8Array(2), new Unknown(), new Date(0)]) {
    const object = toHost(value) as Thing;
    expect([object.type.name, object.value]).toEqual(['foreign', value]);
  }
  expect(shown(toHost(Symbol('other')))).toBe('NoneType null');
});

test('an exception crosses as the exception of the host', () => {
  const raised = toHost(new PyKeyError('x')) as unknown;
  expect(raised).toBeInstanceOf(Raised);
  expect([(raised as Raised).names, (raised as Raised).message]).toEqual([['KeyError'], 'x']);
});

describe('classes and functions', () => {
  test.each(['bytes', 'bytearray', 'memoryview'] as const)('the builtin %s is the class', (name) => {
    expect(toHost(builtins[name])).toBe(ourType(name));
  });

  test('our classes are those of the types', () => {
    const classes = {
      bytes: Bytes,
      bytearray: ByteArray,
      memoryview: MemoryView,
      array: PyArray,
      Struct,
      BytesIO,
    };
    for (const [name, cls] of Object.entries(classes)) expect(toHost(cls)).toBe(ourType(name as 'bytes'));
  });

  test('a class of the host crosses as ours, or as one derived from ours, and back as itself', () => {
    expect(fromHost(ourType('bytes'))).toBe(Bytes);
    const derived = new Type('D', ourType('bytes'));
    const cls = fromHost(derived) as new () => object;
    expect(cls.prototype).toBeInstanceOf(Bytes);
    expect(fromHost(derived)).toBe(cls);
    expect(toHost(cls)).toBe(derived);
    const other = new Type('Other');
    expect(toHost(fromHost(other))).toBe(other);
  });

  test('a function crosses with its name, and takes and returns objects of the host', () => {
    const twice = (value: number) => value * 2;
    const object = toHost(twice) as Thing;
    expect(shown(object)).toBe('<function twice>');
    expect(shown((object.value as (args: Crossing[], kwargs: null) => Crossing)([int(4)], null))).toBe(
      'int 8',
    );
    const method = Object.assign(() => null, { method: 'pythonName' });
    expect(shown(toHost(method))).toBe('<function pythonName>');
  });

  test('keywords of a function are converted', () => {
    const object = toHost((...args: unknown[]) => builtins.repr(args)) as Thing;
    const run = object.value as (args: Crossing[], kwargs: Record<string, Crossing> | null) => Crossing;
    expect(shown(run([int(1)], { a: str('x') }))).toBe("str [1, {'a': 'x'}]");
    expect(shown(run([], null))).toBe('str []');
  });

  test('functions that pickles name are those of the host, if it has them', () => {
    const [reconstruct] = callMethod(new Bytes(1), '__reduce_ex__', [2]) as [() => unknown];
    expect(shown(toHost(reconstruct))).toBe('<function __newobj__>');
    const asked: string[] = [];
    const own = func('own', () => none);
    const lookingUp = start({ lookUp: (module, name) => (asked.push(`${module}.${name}`), own) });
    expect(lookingUp.toHost(reconstruct)).toBe(own);
    const [derived] = callMethod(new (class D extends Bytes {})(1), '__reduce__') as [() => unknown];
    expect(lookingUp.toHost(derived)).toBe(own);
    const [again] = callMethod(new Bytes(1)[Symbol.iterator](), '__reduce__') as [() => unknown];
    expect(lookingUp.toHost(again)).toBe(own);
    const [array] = callMethod(new PyArray('b'), '__reduce_ex__', [3]) as [() => unknown];
    expect(lookingUp.toHost(array)).toBe(own);
    expect(asked).toEqual([
      'copyreg.__newobj__',
      'copyreg._reconstructor',
      'builtins.iter',
      'array._array_reconstructor',
    ]);
    const without = start({ lookUp: () => undefined });
    expect(shown(without.toHost(reconstruct))).toBe('<function __newobj__>');
    expect(shown(lookingUp.toHost(() => 1))).toBe('<function >');
  });

  test('a callable of the host becomes one function, which comes back as the callable', () => {
    const add = func('add', ([left, right]) =>
      int(Number((left as Thing).value) + Number((right as Thing).value)),
    );
    const ours = runtime.callable(add);
    expect(ours(2, 3)).toBe(5);
    expect(runtime.callable(add)).toBe(ours);
    expect(toHost(ours)).toBe(add);
  });
});

describe('lists and tuples', () => {
  test('a list of plain values is copied, in a new array each time', () => {
    const object = list(int(1), str('a'), none);
    const copy = fromHost(object) as unknown[];
    (object.value as Crossing[]).push(int(2));
    expect(copy).toEqual([1, 'a', null]);
    expect(fromHost(object)).toEqual([1, 'a', null, 2]);
    expect(shown(toHost(copy))).toBe('list(int 1, str a, NoneType null)');
  });

  test.each<[string, () => Crossing, boolean]>([
    ['floats', () => thing('float', 1.5), true],
    ['exact bytes', () => toHost(ascii('ab')), true],
    ['an array', () => toHost(new PyArray('b')), true],
    ['an object', () => thing('other'), false],
    ['a function', () => func('f', () => none), false],
    ['a list', () => list(), false],
    ['a class', () => ourType('bytes'), false],
    [
      'an object of a derived class',
      () => runtime.types.bytes.create(new Type('D', ourType('bytes')), [], null),
      false,
    ],
  ])('a list with %s is copied: %s', (_, make, isCopied) => {
    const object = list(int(1), make());
    const array = fromHost(object) as unknown[];
    (object.value as Crossing[]).push(int(2));
    expect(array).toHaveLength(isCopied ? 2 : 3);
    expect(fromHost(object) === array).toBe(!isCopied);
    expect(toHost(array) === object).toBe(!isCopied);
  });

  test('a list in place reads what the list contains now', () => {
    const object = list(thing('other'));
    const array = fromHost(object) as unknown[];
    const items = object.value as Crossing[];
    items[0] = int(5);
    items.push(str('x'));
    expect([array.length, array[0], array[1], array[2]]).toEqual([2, 5, 'x', undefined]);
    expect([0 in array, 1 in array, 2 in array, 'length' in array, 'nothing' in array]).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
    expect([...array]).toEqual([5, 'x']);
    expect((array as unknown as Record<string, unknown>)['01x']).toBe(undefined);
    expect(builtins.repr(array)).toBe("[5, 'x']");
    items.length = 0;
    expect([array.length, array[0]]).toEqual([0, undefined]);
  });

  test('a list that contains itself', () => {
    const object = list();
    (object.value as Crossing[]).push(object, int(1));
    const array = fromHost(object) as unknown[];
    expect(array[0]).toBe(array);
    expect(builtins.repr(array)).toBe('[[...], 1]');
  });

  test('a tuple is frozen, and comes back as the same object', () => {
    const object = thing('tuple', [int(1), str('a')]);
    const items = fromHost(object) as unknown[];
    expect(Object.isFrozen(items)).toBe(true);
    expect(builtins.repr(items)).toBe("(1, 'a')");
    expect(toHost(items)).toBe(object);
    expect(builtins.typeName(items)).toBe('tuple');
  });

  test("a tuple of a derived class has that class's name and repr", () => {
    const object = new Thing(new Type('point', null, { __repr__: () => str('Point!') }), [int(1)]);
    const items = fromHost(object);
    expect(builtins.typeName(items)).toBe('point');
    expect(builtins.repr(items)).toBe('Point!');
    expect(() => operator.add(items, 1)).toThrow('can only concatenate tuple (not "int") to tuple');
    expect(() => operator.getitem(items, 1)).toThrow('tuple index out of range');
    expect(() => operator.getitem(items, 'a')).toThrow('tuple indices must be integers or slices, not str');
    expect(operator.eq(items, tuple(1))).toBe(true);
  });
});

test('the arguments of running calls, and the views of `with` blocks, are known', () => {
  const view = toHost(new MemoryView(new ByteArray(3)));
  const method = (name: string) => runtime.types.memoryview.methods.find((each) => each.name === name)!;
  const seen: unknown[][] = [];
  const spy = new Thing(
    new Type('Spy', null, { __index__: () => (seen.push([...runtime.running()]), int(1)) }),
  );
  expect(runtime.running()).toEqual([]);
  method('__enter__').call(view, [], null);
  expect(runtime.running()).toEqual([fromHost(view)]);
  runtime.types.bytes.construct([spy], null);
  expect(seen).toEqual([[fromHost(spy), fromHost(view)]]);
  method('__exit__').call(view, [none, none, none], null);
  expect(runtime.running()).toEqual([]);
  expect(() => runtime.types.bytes.construct([int(-1)], null)).toThrow();
  expect(runtime.running()).toEqual([]);
});

test('adopt makes an object the handle of a value', () => {
  const value = new ByteArray(1);
  const object = new Thing(ourType('bytearray'), value);
  runtime.adopt(object, value);
  expect(toHost(value)).toBe(object);
});

test('run returns the result as an object of the host', () => {
  expect(shown(runtime.run(() => call(builtins.bytes, [[1]])))).toMatch(/^bytes /);
  expect(shown(runtime.run(() => undefined))).toBe('NoneType null');
});
