/**
 * Calls through the tables of a runtime, on a host with its own classes: fast paths and slow ones have the same
 * results and errors, attributes, items and iteration are Python's.
 */
import { ByteArray, Bytes, MemoryView, setWarningHandler } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import * as base from 'pybuffer/binascii';
import { BytesIO } from 'pybuffer/io';
import { Struct, iter_unpack } from 'pybuffer/struct';
import { builtins, callMethod } from 'pybuffer/runtime';
import { Raised, Thing, Type, int, list, none, ourType, shown, start, str, thing } from './class-host.js';
import type { Crossing, SpecialMethod } from './class-host.js';

const runtime = start();
const { toHost, fromHost, types, modules } = runtime;
type Name = keyof typeof types;
const ascii = (text: string) => new Bytes(text, 'ascii');
const method = (type: Name, name: string) => types[type].methods.find((each) => each.name === name)!.call;

/** The result of a call, or the exception of the host. */
function outcome(run: () => Crossing | undefined | void): string {
  try {
    const result = run();
    return result === undefined ? 'undefined' : shown(result);
  } catch (error) {
    if (!(error instanceof Raised)) throw error;
    return `${error.names[0]}: ${error.message}`;
  }
}

// Exact objects, for which there are fast paths, and objects of derived classes.
const NOT_IMPLEMENTED = 'NotImplementedType Symbol(pybuffer.NotImplemented)';
const bytesOf = (text: string) => toHost(ascii(text));
const derivedType = (name: 'bytes' | 'bytearray', methods: Record<string, SpecialMethod> = {}) =>
  new Type('D', ourType(name), methods);
function derived(name: 'bytes' | 'bytearray', text: string, methods?: Record<string, SpecialMethod>): Thing {
  const object = types[name].create(derivedType(name, methods), [bytesOf(text)], null) as Thing;
  types[name].init?.(object, [bytesOf(text)], null);
  return object;
}
const SELVES: [string, Name, () => Crossing][] = [
  ['bytes', 'bytes', () => bytesOf('abc')],
  ['bytearray', 'bytearray', () => toHost(new ByteArray(ascii('abc')))],
  ['a derived class', 'bytes', () => derived('bytes', 'abc')],
];

describe.each(SELVES)('methods of %s', (_, type, make) => {
  const call = (name: string, ...args: Crossing[]) => outcome(() => method(type, name)(make(), args, null));
  const kind = type;

  test.each<[string, Crossing[], string]>([
    ['hex', [], 'str 616263'],
    ['hex', [str(':')], 'str 61:62:63'],
    ['hex', [str(':'), int(2)], 'str 61:6263'],
    ['find', [int(98)], 'int 1'],
    ['find', [bytesOf('c')], 'int 2'],
    ['find', [bytesOf('c'), int(0), int(2)], 'int -1'],
    ['find', [bytesOf('c'), int(0), int(2), int(5)], 'TypeError: find expected at most 3 arguments, got 4'],
    ['find', [], 'TypeError: find expected at least 1 argument, got 0'],
    ['find', [thing('float', 1)], "TypeError: argument should be integer or bytes-like object, not 'float'"],
    ['find', [list()], "TypeError: argument should be integer or bytes-like object, not 'list'"],
    ['find', [int(300)], 'ValueError: byte must be in range(0, 256)'],
    ['index', [int(97)], 'int 0'],
    ['index', [int(100)], 'ValueError: subsection not found'],
    ['count', [none], "TypeError: argument should be integer or bytes-like object, not 'NoneType'"],
    ['startswith', [bytesOf('a')], 'bool true'],
    ['startswith', [thing('tuple', [bytesOf('b'), bytesOf('a')])], 'bool true'],
    [
      'startswith',
      [list(bytesOf('a'))],
      'TypeError: startswith first arg must be bytes or a tuple of bytes, not list',
    ],
    ['endswith', [bytesOf('c')], 'bool true'],
    ['endswith', [thing('tuple', [bytesOf('b'), bytesOf('c')])], 'bool true'],
    [
      'endswith',
      [list(bytesOf('c'))],
      'TypeError: endswith first arg must be bytes or a tuple of bytes, not list',
    ],
    ['isalpha', [], 'bool true'],
    ['isalpha', [int(1)], `TypeError: ${kind}.isalpha() takes no arguments (1 given)`],
    ['center', [int(5)], `${kind} ${kind === 'bytes' ? "b' abc '" : "bytearray(b' abc ')"}`],
    [
      'center',
      [int(5), bytesOf('ab')],
      `TypeError: center(): argument 2 must be a byte string of length 1, not a bytes object of length 2`,
    ],
    ['decode', [], 'str abc'],
    ['decode', [str('ascii')], 'str abc'],
    [
      'decode',
      [str('utf-16')],
      "UnicodeDecodeError: 'utf-16-le' codec can't decode byte 0x63 in position 2: truncated data",
    ],
    ['decode', [str('nothing')], 'LookupError: unknown encoding: nothing'],
    ['decode', [int(1)], "TypeError: decode() argument 'encoding' must be str, not int"],
    [
      'join',
      [list(bytesOf('x'), bytesOf('y'))],
      `${kind} ${kind === 'bytes' ? "b'xabcy'" : "bytearray(b'xabcy')"}`,
    ],
    [
      'join',
      [list(bytesOf('x'), int(1))],
      'TypeError: sequence item 1: expected a bytes-like object, int found',
    ],
    ['join', [list(list())], 'TypeError: sequence item 0: expected a bytes-like object, list found'],
    ['join', [int(1)], 'TypeError: can only join an iterable'],
    [
      'split',
      [bytesOf('b')],
      kind === 'bytes'
        ? "list(bytes b'a', bytes b'c')"
        : "list(bytearray bytearray(b'a'), bytearray bytearray(b'c'))",
    ],
    ['translate', [none, bytesOf('b')], `${kind} ${kind === 'bytes' ? "b'ac'" : "bytearray(b'ac')"}`],
    [
      'replace',
      [bytesOf('b'), bytesOf(''), int(1)],
      `${kind} ${kind === 'bytes' ? "b'ac'" : "bytearray(b'ac')"}`,
    ],
  ])('%s %#', (name, args, result) => {
    expect(call(name, ...args)).toBe(result);
  });

  test('take keywords', () => {
    expect(outcome(() => method(type, 'decode')(make(), [], { encoding: str('ascii') }))).toBe('str abc');
    expect(outcome(() => method(type, 'hex')(make(), [], { sep: str('-') }))).toBe('str 61-62-63');
    expect(outcome(() => method(type, 'hex')(make(), [], { nothing: str('-') }))).toBe(
      "TypeError: hex() got an unexpected keyword argument 'nothing'",
    );
    expect(outcome(() => method(type, 'find')(make(), [int(97)], { start: int(0) }))).toBe(
      `TypeError: ${kind}.find() takes no keyword arguments`,
    );
  });
});

describe.each(SELVES)('operators of %s', (kind, type, make) => {
  const binary = (name: string, other: Crossing) => outcome(() => types[type].binary(name)(make(), other));
  const shownBytes = (text: string) =>
    type === 'bytes' ? `bytes b'${text}'` : `bytearray bytearray(b'${text}')`;

  test.each<[string, () => Crossing, string]>([
    ['__getitem__', () => int(0), 'int 97'],
    ['__getitem__', () => int(-3), 'int 97'],
    ['__getitem__', () => int(2), 'int 99'],
    [
      '__getitem__',
      () => int(3),
      `IndexError: ${type === 'bytes' ? 'index' : 'bytearray index'} out of range`,
    ],
    [
      '__getitem__',
      () => int(-4),
      `IndexError: ${type === 'bytes' ? 'index' : 'bytearray index'} out of range`,
    ],
    [
      '__getitem__',
      () => thing('float', 1),
      `TypeError: ${type === 'bytes' ? 'byte' : 'bytearray'} indices must be integers or slices, not float`,
    ],
    ['__getitem__', () => thing('bool', true), 'int 98'],
    ['__contains__', () => int(97), 'bool true'],
    ['__contains__', () => int(0), 'bool false'],
    ['__contains__', () => int(255), 'bool false'],
    ['__contains__', () => int(256), 'ValueError: byte must be in range(0, 256)'],
    ['__contains__', () => int(-1), 'ValueError: byte must be in range(0, 256)'],
    ['__contains__', () => bytesOf('bc'), 'bool true'],
    ['__contains__', () => thing('float', 97), "TypeError: a bytes-like object is required, not 'float'"],
    ['__contains__', () => str('a'), "TypeError: a bytes-like object is required, not 'str'"],
    ['__add__', () => bytesOf('x'), shownBytes('abcx')],
    ['__add__', () => toHost(new ByteArray(ascii('x'))), shownBytes('abcx')],
    ['__add__', () => toHost(new MemoryView(ascii('x'))), shownBytes('abcx')],
    ['__mul__', () => int(2), shownBytes('abcabc')],
    [
      '__mod__',
      () => int(2),
      'TypeError: not all arguments converted during bytes formatting (required 0, got 1)',
    ],
    ['__eq__', () => str('abc'), NOT_IMPLEMENTED],
    ['__lt__', () => int(1), NOT_IMPLEMENTED],
  ])('%s %s', (name, other, result) => {
    expect(binary(name, other())).toBe(result);
  });

  test.each([
    ['abb', 'ne gt ge'],
    ['abc', 'eq le ge'],
    ['abd', 'ne lt le'],
    ['ab', 'ne gt ge'],
    ['abcd', 'ne lt le'],
  ])('compares with %s', (text, holds) => {
    const others = [bytesOf(text), toHost(new ByteArray(ascii(text))), derived('bytes', text)];
    for (const name of ['eq', 'ne', 'lt', 'le', 'gt', 'ge']) {
      for (const other of others) {
        // Bytes leave comparisons with a bytearray to the bytearray.
        const isLeft = type === 'bytes' && fromHost(other) instanceof ByteArray;
        const answer = isLeft ? NOT_IMPLEMENTED : `bool ${String(holds.split(' ').includes(name))}`;
        expect(`${name} ${binary(`__${name}__`, other)}`).toBe(`${name} ${answer}`);
      }
    }
  });

  test('one operand', () => {
    expect(outcome(() => types[type].unary('__len__')(make()))).toBe('int 3');
    expect(outcome(() => types[type].unary('__repr__')(make()))).toBe(
      `str ${type === 'bytes' ? "b'abc'" : kind === 'bytearray' ? "bytearray(b'abc')" : "D(b'abc')"}`,
    );
    expect(outcome(() => types[type].unary('__iter__')(make()))).toMatch(new RegExp(`^${type}_iterator `));
  });
});

test('an object of a derived class answers by the methods of our type, which its class may call', () => {
  const loud = derived('bytes', 'abc', {
    __len__: () => int(100),
    __getitem__: () => str('own'),
    __add__: () => str('sum'),
  });
  expect(outcome(() => types.bytes.unary('__len__')(loud))).toBe('int 3');
  expect(outcome(() => types.bytes.binary('__getitem__')(loud, int(0)))).toBe('int 97');
  expect(outcome(() => types.bytes.binary('__add__')(loud, bytesOf('x')))).toBe("bytes b'abcx'");
  expect(outcome(() => method('bytes', '__add__')(loud, [bytesOf('x')], null))).toBe("bytes b'abcx'");
});

describe('items', () => {
  const set = (self: Crossing, key: Crossing, value: Crossing | undefined, type: Name = 'bytearray') =>
    outcome(() => types[type].setItem(self, key, value)) + ` ${builtins.repr(fromHost(self))}`;

  test('are set and deleted', () => {
    const data = toHost(new ByteArray(ascii('abc')));
    expect(set(data, int(0), int(65))).toBe("undefined bytearray(b'Abc')");
    expect(set(data, int(-1), undefined)).toBe("undefined bytearray(b'Ab')");
    expect(set(data, int(9), int(65))).toBe("IndexError: bytearray index out of range bytearray(b'Ab')");
    expect(set(data, int(9), undefined)).toBe("IndexError: bytearray index out of range bytearray(b'Ab')");
    expect(set(data, int(0), int(256))).toBe("ValueError: byte must be in range(0, 256) bytearray(b'Ab')");
    expect(outcome(() => types.bytearray.ternary('__setitem__')(data, int(1), int(66)))).toBe(
      'NoneType null',
    );
    expect(builtins.repr(fromHost(data))).toBe("bytearray(b'AB')");
  });

  test('cannot be set in immutable types', () => {
    const data = bytesOf('abc');
    expect(set(data, int(0), int(65), 'bytes')).toBe(
      "TypeError: 'bytes' object does not support item assignment b'abc'",
    );
    expect(set(data, int(0), undefined, 'bytes')).toBe(
      "TypeError: 'bytes' object doesn't support item deletion b'abc'",
    );
  });

  test('of a derived class that overrides the methods are set by our type', () => {
    const calls: string[] = [];
    const data = derived('bytearray', 'abc', {
      __setitem__: () => (calls.push('set'), none),
      __delitem__: () => (calls.push('delete'), none),
    });
    expect(set(data, int(0), int(65))).toBe("undefined D(b'Abc')");
    expect(set(data, int(0), undefined)).toBe("undefined D(b'bc')");
    expect(calls).toEqual([]);
  });

  test('of views', () => {
    const items = (view: MemoryView) =>
      Array.from({ length: 4 }, (_, i) =>
        outcome(() => types.memoryview.binary('__getitem__')(toHost(view), int(i - 2))),
      );
    expect(items(new MemoryView(ascii('abc')))).toEqual(['int 98', 'int 99', 'int 97', 'int 98']);
    expect(items(new MemoryView(ascii('abc')).cast('b'))).toEqual(['int 98', 'int 99', 'int 97', 'int 98']);
    const wide = new MemoryView(ascii('abcd')).cast('H');
    expect(items(wide)).toEqual(['int 25185', 'int 25699', 'int 25185', 'int 25699']);
    const table = new MemoryView(ascii('abcd')).cast('B', [2, 2]);
    expect(items(table)[0]).toBe('NotImplementedError: multi-dimensional sub-views are not implemented');
  });
});

describe('iteration', () => {
  const all = (type: Name, object: Crossing) => {
    const found: string[] = [];
    for (let item = types[type].next(object); item !== undefined; item = types[type].next(object))
      found.push(shown(item));
    return found;
  };

  test('ends without an exception', () => {
    expect(all('bytes_iterator', toHost(ascii('ab')[Symbol.iterator]()))).toEqual(['int 97', 'int 98']);
    expect(all('bytearray_iterator', toHost(new ByteArray(1)[Symbol.iterator]()))).toEqual(['int 0']);
    expect(all('arrayiterator', types.array.unary('__iter__')(toHost(new PyArray('d', [1, 2]))))).toEqual([
      'float 1',
      'float 2',
    ]);
    expect(all('memory_iterator', toHost(new MemoryView(ascii('a'))[Symbol.iterator]()))).toEqual(['int 97']);
    expect(all('unpack_iterator', toHost(iter_unpack('<h', new Bytes(4))))).toEqual([
      'tuple(int 0)',
      'tuple(int 0)',
    ]);
    expect(all('iterator', toHost(builtins.reversed(ascii('ab'))))).toEqual(['int 98', 'int 97']);
    expect(all('BytesIO', toHost(new BytesIO(ascii('a\nb'))))).toEqual(["bytes b'a\\n'", "bytes b'b'"]);
    expect(all('BytesIO', toHost(new BytesIO()))).toEqual([]);
  });

  test('raises the exceptions of the host', () => {
    const stream = new BytesIO();
    stream.close();
    expect(outcome(() => types.BytesIO.next(toHost(stream)))).toBe(
      'ValueError: I/O operation on closed file.',
    );
    const view = new MemoryView(ascii('ab'));
    const iterator = toHost(view[Symbol.iterator]());
    view.release();
    expect(outcome(() => types.memory_iterator.next(iterator))).toBe(
      'ValueError: operation forbidden on released memoryview object',
    );
    const broken = { next: () => callMethod(ascii(''), 'index', [1]) } as never;
    expect(outcome(() => types.bytes_iterator.next(toHost(broken)))).toBe('ValueError: subsection not found');
  });

  test('by the methods of an iterator', () => {
    const iterator = toHost(builtins.reversed(ascii('ab')));
    const call = (name: string) => outcome(() => method('iterator', name)(iterator, [], null));
    expect(call('__length_hint__')).toBe('int 2');
    expect(method('iterator', '__iter__')(iterator, [], null)).toBe(iterator);
    expect([call('__next__'), call('__next__'), call('__next__')]).toEqual([
      'int 98',
      'int 97',
      'StopIteration: ',
    ]);
    expect(outcome(() => method('iterator', '__next__')(iterator, [int(1)], null))).toBe(
      'TypeError: expected 0 arguments, got 1',
    );
    const plain = toHost(builtins.zip([1]));
    expect(outcome(() => method('iterator', '__length_hint__')(plain, [], null))).toBe(NOT_IMPLEMENTED);
  });
});

describe('attributes', () => {
  const attribute = (type: Name, name: string) => types[type].attributes.find((each) => each.name === name)!;

  test('of each type', () => {
    const names = Object.fromEntries(
      Object.entries(types).map(([name, type]) => [name, type.attributes.map((each) => each.name)]),
    );
    expect(names).toEqual({
      bytes: [],
      bytearray: [],
      memoryview: expect.arrayContaining(['nbytes', 'format', 'shape', 'readonly', 'obj']) as unknown,
      array: ['itemsize', 'typecode'],
      Struct: ['format', 'size'],
      BytesIO: ['closed'],
      bytes_iterator: [],
      bytearray_iterator: [],
      memory_iterator: [],
      arrayiterator: [],
      unpack_iterator: [],
      iterator: [],
      GenericAlias: ['__origin__', '__args__'],
    });
  });

  test('are read', () => {
    const view = toHost(new MemoryView(ascii('abcd')).cast('H'));
    const read = (name: string) => outcome(() => attribute('memoryview', name).get(view));
    expect([read('nbytes'), read('format'), read('shape'), read('readonly')]).toEqual([
      'int 4',
      'str H',
      'tuple(int 2)',
      'bool true',
    ]);
    (fromHost(view) as MemoryView).release();
    expect(read('nbytes')).toBe('ValueError: operation forbidden on released memoryview object');
    const alias = toHost(callMethod(builtins.memoryview, '__class_getitem__', [1]));
    expect(outcome(() => attribute('GenericAlias', '__origin__').get(alias))).toBe('<class memoryview>');
    expect(outcome(() => attribute('GenericAlias', '__args__').get(alias))).toBe('tuple(int 1)');
    expect(outcome(() => method('GenericAlias', '__repr__')(alias, [], null))).toBe('str memoryview[1]');
    expect(outcome(() => method('GenericAlias', '__call__')(alias, [bytesOf('a')], null))).toMatch(
      /^memoryview /,
    );
  });

  test('cannot be set, except in streams and derived classes', () => {
    const view = toHost(new MemoryView(ascii('a')));
    expect(outcome(() => attribute('memoryview', 'nbytes').set(view, int(1)))).toBe(
      "AttributeError: attribute 'nbytes' of 'memoryview' objects is not writable",
    );
    const setting = (object: Crossing, type: Name, name: string, value: Crossing | undefined) =>
      outcome(() => types[type].setAttribute(object, name, value));
    expect(setting(bytesOf('ab'), 'bytes', 'x', int(1))).toBe(
      "AttributeError: 'bytes' object has no attribute 'x' and no __dict__ for setting new attributes",
    );
    expect(setting(bytesOf('ab'), 'bytes', 'x', undefined)).toBe(
      "AttributeError: 'bytes' object has no attribute 'x' and no __dict__ for setting new attributes",
    );
    const stream = new BytesIO();
    expect(setting(toHost(stream), 'BytesIO', 'x', int(1))).toBe('undefined');
    expect((stream as unknown as { x: unknown }).x).toBe(1);
    expect(setting(toHost(stream), 'BytesIO', 'x', undefined)).toBe('undefined');
    expect('x' in stream).toBe(false);
    expect(setting(toHost(stream), 'BytesIO', 'x', undefined)).toBe(
      "AttributeError: '_io.BytesIO' object has no attribute 'x'",
    );
  });
});

describe('types', () => {
  test('are called', () => {
    const construct = (type: Name, args: Crossing[], kwargs: Record<string, Crossing> | null = null) =>
      outcome(() => types[type].construct(args, kwargs));
    expect(construct('bytes', [list(int(97))])).toBe("bytes b'a'");
    expect(construct('bytes', [], { source: str('é'), encoding: str('latin-1') })).toBe("bytes b'\\xe9'");
    expect(construct('bytearray', [int(1)])).toBe("bytearray bytearray(b'\\x00')");
    expect(construct('bytes', [], { nothing: int(1) })).toBe(
      "TypeError: bytes() got an unexpected keyword argument 'nothing'",
    );
    for (const name of ['bytes_iterator', 'arrayiterator', 'unpack_iterator', 'iterator'] as const) {
      expect(construct(name, [])).toBe(`TypeError: cannot create '${name}' instances`);
      expect(outcome(() => types[name].create(null, [], null))).toBe(
        `TypeError: cannot create '${name}' instances`,
      );
    }
  });

  test('have class methods and static methods', () => {
    const call = (type: Name, name: string, self: Crossing, ...args: Crossing[]) => {
      const found = types[type].methods.find((each) => each.name === name)!;
      return `${found.binding} ${outcome(() => found.call(self, args, null))}`;
    };
    expect(call('bytes', 'fromhex', ourType('bytes'), str('6162'))).toBe("class bytes b'ab'");
    expect(call('bytearray', 'fromhex', ourType('bytearray'), str('6x'))).toBe(
      'class ValueError: non-hexadecimal number found in fromhex() arg at position 1',
    );
    expect(call('bytes', 'maketrans', none, bytesOf('a'), bytesOf('b'))).toMatch(/^static bytes /);
    expect(types.bytes.has('fromhex')).toBe(true);
    expect(types.bytes.has('append')).toBe(false);
    expect(types.bytes.has('toString')).toBe(false);
  });
});

describe('Struct', () => {
  function warningsOf(run: () => void): string[] {
    const seen: string[] = [];
    const before = setWarningHandler((warning) => void seen.push(String(warning)));
    try {
      run();
    } finally {
      setWarningHandler(before);
    }
    return seen;
  }
  const init = () => none;
  const make = (
    methods: Record<string, SpecialMethod>,
    args: Crossing[],
    kwargs: Record<string, Crossing> | null = null,
  ) => {
    let text = '';
    const seen = warningsOf(() => {
      text = outcome(() => {
        const made = types.Struct.create(new Type('S', ourType('Struct'), methods), args, kwargs) as Thing;
        return str((made.value as Struct).format);
      });
    });
    return [text, ...seen];
  };

  test('__new__ takes the format of a derived class without its own __init__', () => {
    expect(make({}, [str('<h')])).toEqual(['str <h']);
    expect(make({}, [])).toEqual(["TypeError: Struct() missing required argument 'format' (pos 1)"]);
    expect(make({}, [int(1)])).toEqual([
      'TypeError: Struct() argument 1 must be a str or bytes object, not int',
    ]);
    expect(make({}, [str('!!')])).toEqual(['error: bad char in struct format']);
  });

  // CPython 3.15: `class S(struct.Struct): __init__ = lambda self, *a, **k: None`.
  test('__new__ accepts anything if the class has its own __init__', () => {
    expect(make({ __init__: init }, [str('<h')])).toEqual(['str <h']);
    expect(make({ __init__: init }, [])).toEqual([
      'str ',
      "DeprecationWarning: Struct() missing required argument 'format' (pos 1)",
    ]);
    expect(make({ __init__: init }, [str('h'), int(1)])).toEqual([
      'str ',
      'DeprecationWarning: Struct() takes at most 1 argument (2 given)',
    ]);
    expect(make({ __init__: init }, [int(1)])).toEqual([
      'str ',
      "DeprecationWarning: Invalid 'format' argument for Struct.__new__(): Struct() argument 1 must be a str or bytes object, not int",
    ]);
    expect(make({ __init__: init }, [str('!!')])).toEqual([
      'str ',
      "DeprecationWarning: Invalid 'format' argument for Struct.__new__(): bad char in struct format",
    ]);
    expect(make({ __init__: init, __new__: init }, [str('!!')])).toEqual([
      'error: bad char in struct format',
    ]);
  });

  test('__init__ after __new__ does nothing, unless the class has its own', () => {
    const refill = (methods: Record<string, SpecialMethod>) => {
      const object = types.Struct.create(
        new Type('S', ourType('Struct'), methods),
        [str('<h')],
        null,
      ) as Thing;
      const seen = warningsOf(() => types.Struct.init!(object, [str('<I')], null));
      return [(object.value as Struct).format, seen.length];
    };
    expect(refill({})).toEqual(['<h', 0]);
    expect(refill({ __init__: init })).toEqual(['<I', 1]);
  });
});

describe('modules', () => {
  test('have their values and types', () => {
    expect(Object.keys(modules)).toEqual(['struct', 'array', 'io', 'binascii', 'codecs']);
    expect(modules['struct']!.types).toEqual({ Struct: 'Struct' });
    expect(modules['array']!.types).toEqual({ array: 'array', ArrayType: 'array' });
    expect(modules['io']!.types).toEqual({ BytesIO: 'BytesIO' });
    expect(shown(modules['array']!.values['typecodes']!)).toMatch(/^tuple\(str b, str B, .* str Zd\)$/);
    const alphabets = Object.entries(modules['binascii']!.values).map(([name, value]) => [
      name,
      shown(value).slice(0, 14),
    ]);
    expect(Object.fromEntries(alphabets)).toMatchObject({ BASE64_ALPHABET: "bytes b'ABCDEF" });
    expect(alphabets.length).toBeGreaterThan(4);
  });

  test('functions take the objects of the host', () => {
    const call = (
      module: string,
      name: string,
      args: Crossing[],
      kwargs: Record<string, Crossing> | null = null,
    ) => outcome(() => modules[module]!.functions[name]!(args, kwargs));
    expect(call('struct', 'pack', [str('<h'), int(1)])).toBe("bytes b'\\x01\\x00'");
    expect(call('struct', 'unpack', [str('<f'), bytesOf('\0\0\0\0')])).toBe('tuple(float 0)');
    expect(call('struct', 'calcsize', [])).toBe(
      'TypeError: _struct.calcsize() takes exactly one argument (0 given)',
    );
    expect(call('array', '_array_reconstructor', [ourType('array'), str('b'), int(1), bytesOf('a')])).toBe(
      "array array('b', [97])",
    );
    for (const name of ['hexlify', 'b2a_hex']) {
      expect(call('binascii', name, [bytesOf('abc')])).toBe("bytes b'616263'");
      expect(call('binascii', name, [bytesOf('abc'), str('-')])).toBe("bytes b'61-62-63'");
      expect(call('binascii', name, [bytesOf('abc')], { sep: str('-'), bytes_per_sep: int(2) })).toBe(
        "bytes b'61-6263'",
      );
    }
    expect(call('binascii', 'crc32', [bytesOf('abc')])).toBe('int 891568578');
    expect(call('binascii', 'crc32', [bytesOf('bc'), int(5)])).toBe(
      `int ${String(base.crc32(ascii('bc'), 5))}`,
    );
    expect(call('binascii', 'crc32', [])).toBe('TypeError: crc32 expected at least 1 argument, got 0');
    expect(call('binascii', 'b2a_base64', [bytesOf('abc')], { newline: thing('bool', false) })).toBe(
      "bytes b'YWJj'",
    );
    expect(call('binascii', 'b2a_uu', [bytesOf('\0')], { backtick: thing('bool', true) })).toBe(
      "bytes b'!````\\n'",
    );
    expect(call('binascii', 'a2b_hex', [bytesOf('a'), bytesOf('b')])).toBe(
      'TypeError: a2b_hex() takes exactly 1 positional argument (2 given)',
    );
    expect(call('binascii', 'a2b_hex', [])).toBe(
      'TypeError: a2b_hex() takes exactly 1 positional argument (0 given)',
    );
    expect(call('binascii', 'a2b_qp', [bytesOf('a'), int(1), int(2)])).toBe(
      'TypeError: a2b_qp() takes at most 2 arguments (3 given)',
    );
    expect(call('binascii', 'a2b_uu', [bytesOf('!80  \n')])).toBe("bytes b'a'");
    expect(call('binascii', 'a2b_hex', [str('6162')])).toBe("bytes b'ab'");
    expect(call('binascii', 'a2b_hex', [str('61 62')], { ignorechars: bytesOf(' ') })).toBe("bytes b'ab'");
    expect(call('binascii', 'b2a_hex', [bytesOf('a')], { nothing: int(1) })).toBe(
      "TypeError: b2a_hex() got an unexpected keyword argument 'nothing'",
    );
  });
});

describe('built-in functions', () => {
  const call = (
    name: keyof typeof runtime.builtins,
    args: Crossing[],
    kwargs: Record<string, Crossing> | null = null,
  ) => outcome(() => runtime.builtins[name](args, kwargs));

  test.each<[keyof typeof runtime.builtins, Crossing[], string]>([
    ['str', [bytesOf('ab'), str('ascii')], 'str ab'],
    ['int', [bytesOf('12')], 'int 12'],
    ['float', [bytesOf('2')], 'float 2'],
    ['ord', [bytesOf('a')], 'int 97'],
    ['abs', [bytesOf('ab')], "TypeError: bad operand type for abs(): 'bytes'"],
    ['bin', [bytesOf('ab')], "TypeError: 'bytes' object cannot be interpreted as an integer"],
    ['round', [bytesOf('ab')], "TypeError: type bytes doesn't define __round__ method"],
    [
      'divmod',
      [bytesOf('ab'), int(1)],
      "TypeError: unsupported operand type(s) for divmod(): 'bytes' and 'int'",
    ],
    ['operator.add', [bytesOf('ab'), int(1)], "TypeError: can't concat int to bytes"],
    [
      'operator.isub',
      [bytesOf('ab'), int(1)],
      "TypeError: unsupported operand type(s) for -=: 'bytes' and 'int'",
    ],
    ['operator.neg', [bytesOf('ab')], "TypeError: bad operand type for unary -: 'bytes'"],
    ['operator.and_', [int(6), int(3)], 'int 2'],
    ['str.encode', [str('é'), str('latin-1')], "bytes b'\\xe9'"],
    ['int.to_bytes', [int(258), int(2), str('little')], "bytes b'\\x02\\x01'"],
    ['int.to_bytes', [int(258), int(2)], "bytes b'\\x01\\x02'"],
    ['int.to_bytes', [int(5)], "bytes b'\\x05'"],
    ['int.to_bytes', [int(258), int(1), str('big')], 'OverflowError: int too big to convert'],
    [
      'int.to_bytes',
      [int(2n ** 70n), int(9), str('big')],
      "bytes b'@\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00'",
    ],
    [
      'int.to_bytes',
      [int(1), str('x'), str('big')],
      "TypeError: 'str' object cannot be interpreted as an integer",
    ],
    [
      'int.to_bytes',
      [int(1), int(1), int(1)],
      "TypeError: to_bytes() argument 'byteorder' must be str, not int",
    ],
    [
      'int.to_bytes',
      [int(1), int(1), str('big'), int(1)],
      'TypeError: to_bytes() takes at most 2 positional arguments (3 given)',
    ],
    ['int.from_bytes', [bytesOf('ab'), str('big')], 'int 24930'],
    ['int.from_bytes', [bytesOf('ab'), str('little')], 'int 25185'],
    ['int.from_bytes', [bytesOf('ab')], 'int 24930'],
    ['int.from_bytes', [bytesOf('\x7f\0\0\0\0\0\0'), str('big')], `int ${127n * 2n ** 48n}n`],
    ['int.from_bytes', [list(int(1)), str('big')], 'int 1'],
    [
      'int.from_bytes',
      [bytesOf('ab'), str('middle')],
      "ValueError: byteorder must be either 'little' or 'big'",
    ],
    [
      'int.from_bytes',
      [bytesOf('ab'), str('big'), int(1)],
      'TypeError: from_bytes() takes at most 2 positional arguments (3 given)',
    ],
    ['int.from_bytes', [int(5), str('big')], "TypeError: cannot convert 'int' object to bytes"],
    ['int.from_bytes', [none, str('big')], "TypeError: cannot convert 'NoneType' object to bytes"],
  ])('%s %#', (name, args, result) => {
    expect(call(name, args)).toBe(result);
  });

  test('take keywords', () => {
    expect(call('int.to_bytes', [int(-1)], { signed: thing('bool', true) })).toBe("bytes b'\\xff'");
    expect(call('int.from_bytes', [bytesOf('\x7f')], { byteorder: str('little') })).toBe('int 127');
    expect(call('str', [bytesOf('ab')], { errors: str('strict') })).toBe('str ab');
  });
});

// CPython asks the type for `%` before the other side, and the other side before it joins or repeats.
test('arithmetic asks both sides', () => {
  const methods = Object.fromEntries(
    ['add', 'mul', 'mod'].map((name) => [`__r${name}__`, () => str('right')]),
  );
  const right = new Thing(new Type('R', null, methods));
  const refused = 'TypeError: not all arguments converted during bytes formatting (required 0, got 1)';
  for (const [type, self] of [
    ['bytes', bytesOf('ab')],
    ['bytearray', toHost(new ByteArray(ascii('ab')))],
  ] as const) {
    const call = (name: string) => outcome(() => types[type].binary(name)(self, right));
    expect(['__add__', '__mul__', '__mod__'].map(call)).toEqual(['str right', 'str right', refused]);
  }
});
