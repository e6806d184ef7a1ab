/**
 * Objects and classes of a host in the library: special methods are those of their classes at each moment,
 * and None blocks one.
 */
import { ByteArray, Bytes, MemoryView, PyIndexError } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { PyComplex, builtins, call, callMethod, operator } from 'pybuffer/runtime';
import { fillInfo } from 'pybuffer/protocol';
import { FULL_TYPE_NAME } from '../../../src/python/index.js';
import { pythonOf } from '../../python-of.js';
import {
  Raised,
  Thing,
  Type,
  int,
  list,
  none,
  ourType,
  shown,
  start,
  str,
  thing,
  tuple,
} from './class-host.js';
import type { Crossing, SpecialMethod } from './class-host.js';

const runtime = start();
const { toHost, fromHost, types } = runtime;
const ascii = (text: string) => new Bytes(text, 'ascii');
const objectOf = (methods: Record<string, SpecialMethod>, name = 'C') =>
  new Thing(new Type(name, null, methods));
const method = (type: keyof typeof types, name: string) =>
  types[type].methods.find((each) => each.name === name)!;

describe('a stand-in', () => {
  test('is one for each object, and comes back as the object', () => {
    const object = thing('other');
    expect(fromHost(object)).toBe(fromHost(object));
    expect(toHost(fromHost(object))).toBe(object);
    expect(fromHost(thing('other'))).not.toBe(fromHost(object));
  });

  test('has the names of its class, which may change', () => {
    const type = new Type('C');
    const value = fromHost(new Thing(type));
    expect(pythonOf(() => builtins.len(value))).toBe("TypeError: object of type 'C' has no len()");
    expect(pythonOf(() => builtins.chr(fromHost(objectOf({ __str__: () => int(1) }))))).toBe(
      "TypeError: 'C' object cannot be interpreted as an integer",
    );
    expect(pythonOf(() => builtins.str(fromHost(objectOf({ __str__: () => int(1) }))))).toBe(
      'TypeError: module.C.__str__() must return a str, not int',
    );
    type.name = 'D';
    expect(pythonOf(() => builtins.len(value))).toBe("TypeError: object of type 'D' has no len()");
  });

  test('has the special methods that its class has now', () => {
    const type = new Type('C', new Type('Base', null, { __len__: () => int(3) }));
    const value = fromHost(new Thing(type));
    expect(builtins.len(value)).toBe(3);
    type.methods['__len__'] = () => int(4);
    expect(builtins.len(value)).toBe(4);
    type.methods['__len__'] = null;
    expect(pythonOf(() => builtins.len(value))).toBe("TypeError: 'NoneType' object is not callable");
    delete type.methods['__len__'];
    expect(builtins.len(value)).toBe(3);
  });

  // Each with the operation that looks it up, and what it then receives.
  const received = (...args: Crossing[]) => tuple(...args);
  test.each<[name: string, run: (value: unknown) => unknown, result: string]>([
    ['__getitem__', (value) => operator.getitem(value, 'k'), "('k',)"],
    ['__call__', (value) => call(value, [1, 2]), '(1, 2)'],
    ['__round__', (value) => builtins.round(value, 2), '(2,)'],
    ['__abs__', (value) => builtins.abs(value), '()'],
    ['__neg__', (value) => operator.neg(value), '()'],
    ['__pos__', (value) => operator.pos(value), '()'],
    ['__invert__', (value) => operator.invert(value), '()'],
    ...[
      ['add', '+'],
      ['sub', '-'],
      ['mul', '*'],
      ['mod', '%'],
      ['matmul', '@'],
      ['truediv', '/'],
      ['floordiv', '//'],
      ['pow', '**'],
      ['lshift', '<<'],
      ['rshift', '>>'],
      ['and', '&'],
      ['or', '|'],
      ['xor', '^'],
    ].flatMap(([name]): [string, (value: unknown) => unknown, string][] => {
      const run = operator[(name === 'and' || name === 'or' ? `${name}_` : name) as 'add'];
      return [
        [`__${name}__`, (value) => run(value, 'x'), "('x',)"],
        [`__r${name}__`, (value) => run(1, value), '(1,)'],
      ];
    }),
    ...(['eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const).map(
      (name): [string, (value: unknown) => unknown, string] => [
        `__${name}__`,
        (value) => operator[name](value, 'x'),
        "('x',)",
      ],
    ),
    ...(['iadd', 'imul', 'imod'] as const).map((name): [string, (value: unknown) => unknown, string] => [
      `__${name}__`,
      (value) => operator[name](value, 'x'),
      "('x',)",
    ]),
  ])('is asked for %s', (name, run, result) => {
    const value = fromHost(objectOf({ [name]: (_self, ...args) => received(...args) }));
    expect(pythonOf(() => run(value))).toBe(result);
    expect(pythonOf(() => run(fromHost(objectOf({}))))).not.toBe(result);
  });

  test.each<[name: string, answer: Crossing, run: (value: unknown) => unknown, result: string]>([
    ['__index__', int(5), (value) => operator.index(value), '5'],
    ['__int__', int(5), (value) => builtins.int(value), '5'],
    ['__float__', thing('float', 1.5), (value) => builtins.float(value), '1.5'],
    ['__bool__', thing('bool', false), (value) => builtins.bool(value), 'False'],
    ['__bytes__', toHost(ascii('ab')), (value) => call(builtins.bytes, [value]), "b'ab'"],
    [
      '__buffer__',
      toHost(new MemoryView(ascii('ab'))),
      (value) => new MemoryView(value as never).tolist(),
      '[97, 98]',
    ],
    ['__format__', str('text'), (value) => builtins.format(value, 'x'), 'text'],
    ['__repr__', str('text'), (value) => builtins.repr(value), 'text'],
    ['__str__', str('text'), (value) => builtins.str(value), 'text'],
    ['__hash__', int(7), (value) => builtins.hash(value), '7'],
    ['__iter__', toHost(ascii('ab')[Symbol.iterator]()), (value) => builtins.list(value), '[97, 98]'],
    ['__length_hint__', int(7), (value) => callMethod(value, '__length_hint__'), '7'],
    ['__reversed__', int(7), (value) => builtins.reversed(value), '7'],
    ['__contains__', int(1), (value) => operator.contains(value, 2), 'True'],
    ['__next__', int(7), (value) => builtins.next(value), '7'],
    [
      '__complex__',
      thing('complex', new PyComplex(1, 2)),
      (value) => {
        const array = new PyArray('Zd');
        array.append(value as never);
        return array.tolist();
      },
      '[(1+2j)]',
    ],
    [
      'read',
      toHost(ascii('ab')),
      (value) => {
        const array = new PyArray('b');
        array.fromfile(value as never, 2);
        return array.tolist();
      },
      '[97, 98]',
    ],
    ['__setitem__', none, (value) => operator.setitem(value, 1, 2) ?? 'done', 'done'],
    ['__delitem__', none, (value) => operator.delitem(value, 1) ?? 'done', 'done'],
  ])('answers by its %s', (name, answer, run, result) => {
    expect(pythonOf(() => run(fromHost(objectOf({ [name]: () => answer }))))).toBe(result);
  });

  test('is told by __release_buffer__ when the view of its __buffer__ ends', () => {
    const told: string[] = [];
    const lent = toHost(new MemoryView(ascii('ab')));
    const object = objectOf({
      __buffer__: () => lent,
      __release_buffer__: (_self, view) => (told.push(shown(view).split(' ')[0]!), none),
    });
    const view = new MemoryView(fromHost(object) as never);
    expect([view.tolist(), told]).toEqual([[97, 98], []]);
    view.release();
    expect(told).toEqual(['memoryview']);
  });

  test('is a mapping for % if it has __getitem__, and a file by its methods', () => {
    const mapping = fromHost(objectOf({ __getitem__: (_self, key) => list(key), keys: () => none }));
    expect(pythonOf(() => operator.mod(ascii('%(a)a'), mapping))).toBe(`b"[b'a']"`);
    const written: string[] = [];
    const file = objectOf({ write: (_self, data) => (written.push(builtins.repr(fromHost(data))), int(1)) });
    builtins.print('x', { file: fromHost(file) });
    expect(written).toEqual([`'x\\n'`]);
  });
});

describe('iterators', () => {
  const counting = (end: number, stop: () => Crossing) => {
    let at = 0;
    return objectOf({ __iter__: (self) => self, __next__: () => (at < end ? int(++at) : stop()) });
  };

  test('end with the StopIteration of the host', () => {
    const raising = start({ describeError: (error) => (error instanceof Raised ? error : null) });
    const stop = () => {
      throw new Raised(['StopIteration', 'Exception'], '');
    };
    expect(builtins.list(raising.fromHost(counting(3, stop)))).toEqual([1, 2, 3]);
  });

  test('of the host are read by its `next`, if it has one', () => {
    let at = 0;
    const iterator = objectOf({
      __next__: () => none,
      __length_hint__: () => int(9),
      __len__: null,
      __iter__: (self) => self,
    });
    const quick = start({ next: (object) => (object === iterator && at < 3 ? int(++at) : undefined) });
    const source = quick.fromHost(objectOf({ __iter__: () => iterator }));
    const made = builtins.iter(source) as unknown as Record<string, (() => unknown) | null>;
    expect(quick.toHost(made)).toBe(iterator);
    expect([builtins.typeName(made), made['__length_hint__']!(), made['__len__']]).toEqual(['C', 9, null]);
    const { [FULL_TYPE_NAME]: full } = made as unknown as Record<symbol, unknown>;
    expect(full).toBe('module.C');
    expect(builtins.list(source)).toEqual([1, 2, 3]);
    // Other results of `__iter__` stay as they are.
    expect(pythonOf(() => builtins.iter(quick.fromHost(objectOf({ __iter__: () => int(1) }))))).toBe(
      'TypeError: module.C.__iter__() must return an iterator, not int',
    );
    expect(pythonOf(() => builtins.iter(quick.fromHost(objectOf({ __iter__: () => none }))))).toBe(
      'TypeError: module.C.__iter__() must return an iterator, not NoneType',
    );
    const noIterator = objectOf({}, 'N');
    expect(pythonOf(() => builtins.iter(quick.fromHost(objectOf({ __iter__: () => noIterator }))))).toBe(
      'TypeError: module.C.__iter__() must return an iterator, not module.N',
    );
  });

  test('an error in __next__ passes through', () => {
    const error = new Raised(['IndexError', 'Exception'], 'out');
    const value = fromHost(
      counting(1, () => {
        throw error;
      }),
    );
    expect(() => builtins.list(value)).toThrow(PyIndexError);
    expect(() => runtime.run(() => builtins.list(value))).toThrow(
      expect.objectContaining({ message: 'out' }),
    );
  });
});

describe('an exporter of the host', () => {
  const memory = Uint8Array.of(1, 2, 3);
  function exporting(failing = false) {
    const log: unknown[] = [];
    const own = start({
      exporter: (type) =>
        type.name !== 'Array'
          ? null
          : {
              getBuffer(object, flags, exporter) {
                if (failing) throw new Raised(['BufferError', 'Exception'], 'no');
                log.push(['get', object, flags >= 0]);
                return fillInfo(exporter, memory, 0, memory.length, false, flags);
              },
              releaseBuffer: (object, view) =>
                log.push(['release', object, view.obj === own.fromHost(object)]),
            },
    });
    return { own, log };
  }

  test('lends its memory, and is told when the view ends', () => {
    const { own, log } = exporting();
    const object = thing('Array');
    const view = new MemoryView(own.fromHost(object) as never);
    expect(view.tolist()).toEqual([1, 2, 3]);
    expect(log).toEqual([['get', object, true]]);
    view.release();
    expect(log).toEqual([
      ['get', object, true],
      ['release', object, true],
    ]);
  });

  test('may refuse with its own exception', () => {
    const { own } = exporting(true);
    expect(pythonOf(() => new MemoryView(own.fromHost(thing('Array')) as never))).toBe('BufferError: no');
  });

  test('objects of other classes export nothing', () => {
    const { own } = exporting();
    expect(pythonOf(() => new MemoryView(own.fromHost(thing('Other')) as never))).toBe(
      "TypeError: memoryview: a bytes-like object is required, not 'Other'",
    );
  });
});

describe('a derived class', () => {
  const derived = (
    base: 'bytes' | 'bytearray' | 'array' | 'Struct' | 'BytesIO',
    methods: Record<string, SpecialMethod> = {},
  ) => new Type('D', ourType(base), methods);
  const makeOne = (type: Type, ...args: Crossing[]) => types[type.base!].create(type, args, null) as Thing;

  test.each(['memoryview', 'bytes_iterator', 'iterator'] as const)('of %s is refused', (base) => {
    expect(types[base].derivable).toBe(false);
  });

  test.each(['bytes', 'bytearray', 'array', 'Struct', 'BytesIO'] as const)('of %s is possible', (base) => {
    expect(types[base].derivable).toBe(true);
  });

  test('a type without a class of ours is no base', () => {
    expect(pythonOf(() => runtime.classOf(new Type('D'), 'bytes_iterator', false))).toBe(
      "TypeError: type 'bytes_iterator' is not an acceptable base type",
    );
  });

  test('makes objects of the host class, with its name', () => {
    const type = derived('bytes');
    const object = makeOne(type, list(int(1), int(2)));
    expect(object.type).toBe(type);
    expect(object.value).toBeInstanceOf(Bytes);
    expect(builtins.typeName(object.value)).toBe('D');
    type.name = 'E';
    expect(builtins.typeName(object.value)).toBe('E');
    expect((object.value as Bytes).constructor.name).toBe('E');
    expect(pythonOf(() => operator.add(object.value, 1))).toBe("TypeError: can't concat int to E");
  });

  test('overrides methods, and inherits the others', () => {
    const type = derived('bytes', { __len__: (self) => int((self.value as Bytes).length + 10) });
    const object = makeOne(type, list(int(1), int(2)));
    expect(builtins.len(object.value)).toBe(12);
    expect(operator.eq(object.value, new Bytes([1, 2]))).toBe(true);
    type.methods['__eq__'] = () => str('equal?');
    expect(operator.eq(object.value, new Bytes([1, 2]))).toBe('equal?');
    delete type.methods['__eq__'];
    expect(operator.eq(object.value, new Bytes([1, 2]))).toBe(true);
    type.methods['__hash__'] = null;
    expect(pythonOf(() => builtins.hash(object.value))).toBe("TypeError: unhashable type: 'D'");
  });

  test('is called by methods that make an object of it, with bytes', () => {
    const given: string[] = [];
    const own = start({
      call: (type, args) => {
        given.push(...args.map(shown));
        return own.types.bytearray.create(type as Type, [], null);
      },
    });
    const type = derived('bytearray');
    const cls = own.fromHost(type);
    const made = own.toHost(callMethod(cls, 'fromhex', ['6162'])) as Thing;
    expect(made.type).toBe(type);
    expect(given).toEqual(["bytes b'ab'"]);
  });

  test('shows the dict of the host to pickling', () => {
    const object = makeOne(derived('bytes'), list(int(1)));
    expect(callMethod(object.value, '__getstate__')).toBe(null);
    object.dict = thing('mapping');
    expect(toHost(callMethod(object.value, '__getstate__'))).toBe(object.dict);
    const without = start({ attributes: undefined as never });
    const other = without.types.bytes.create(derived('bytes'), [list(int(1))], null) as Thing;
    other.dict = thing('mapping');
    expect(callMethod(other.value, '__getstate__')).toBe(null);
    const stream = types.BytesIO.construct([], null) as Thing;
    stream.dict = thing('mapping');
    const [, , state] = callMethod(stream.value, '__getstate__') as unknown[];
    expect(toHost(state)).toBe(stream.dict);
  });

  test('fills its objects in __init__, not in __new__', () => {
    const object = makeOne(derived('bytearray'), list(int(1)));
    expect((object.value as ByteArray).length).toBe(0);
    types.bytearray.init!(object, [list(int(1), int(2))], null);
    expect([...(object.value as ByteArray)]).toEqual([1, 2]);
    types.bytearray.init!(object, [], { source: list(int(3)) });
    expect([...(object.value as ByteArray)]).toEqual([3]);
    const exact = types.bytearray.create(null, [list(int(1))], null) as Thing;
    expect((exact.value as ByteArray).length).toBe(0);
  });

  test('of array may take keywords in its own __init__', () => {
    const init = derived('array', { __init__: () => none });
    expect(() => types.array.create(init, [str('b')], { more: int(1) })).not.toThrow();
    expect(() => types.array.create(derived('array'), [str('b')], { more: int(1) })).toThrow(
      expect.objectContaining({ message: 'array.array() takes no keyword arguments' }),
    );
  });

  test('methods that enter and leave a block return what they return', () => {
    const view = toHost(new MemoryView(new ByteArray(3)));
    expect(method('memoryview', '__enter__').call(view, [], null)).toBe(view);
    expect(shown(method('memoryview', '__exit__').call(view, [none, none, none], null))).toBe(
      'NoneType null',
    );
    expect(() => method('memoryview', '__enter__').call(view, [], null)).toThrow(
      expect.objectContaining({ message: 'operation forbidden on released memoryview object' }),
    );
  });
});
